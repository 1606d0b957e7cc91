#include "pipeline/export.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "article/source.hpp"

namespace depeche::pipeline {

namespace {

/// Reads one article and writes what it says. A fault of our own is told with the article that brought it to light.
graph::Added export_article(const extract::Extractor& extractor, article::Article article, graph::GraphBuilder& builder,
                            rdf::Writer& writer) {
  const std::string place = article.place;
  try {
    return builder.add(extractor.extract(std::move(article)), writer);
  } catch (const std::exception& e) {
    throw std::runtime_error(fmt::format("{}: {}", place, e.what()));
  }
}

}  // namespace

Result<ExportSummary> run_export(const Resources& resources, const ExportOptions& options, ByteSink& output,
                                 const ExportEvents& events) {
  const mapping::Ontology& ontology = resources.knowledge().ontology;
  auto builder = graph::GraphBuilder::make(ontology.relations(), options.graph);
  if (!builder) return tl::unexpected(builder.error());
  const rdf::Prefixes prefixes = builder->prefixes();
  rdf::Writer writer(options.syntax, prefixes, output);
  article::ArticleSource source(options.inputs, resources.chrome(), options.limits);
  ExportSummary summary;
  while (events.go_on()) {
    article::ReadResult next = source.next();
    if (std::holds_alternative<article::EndOfInput>(next)) break;
    if (const auto* diagnostic = std::get_if<Diagnostic>(&next)) {
      events.diagnostic(*diagnostic);
      if (diagnostic->severity == Severity::error) {
        ++summary.read;
        ++summary.rejected;
      }
      continue;
    }
    ++summary.read;
    const graph::Added added =
        export_article(resources.extractor(), std::get<article::Article>(std::move(next)), *builder, writer);
    ++(added == graph::Added::repeated ? summary.repeated : summary.exported);
    summary.claims = builder->counts().claims;
    events.progress(summary, source.files_begun(), source.files_known());
  }
  builder->finish(graph::relation_table(ontology), writer);
  writer.finish();
  summary.facts = builder->counts().facts;
  summary.entities = builder->counts().entities;
  summary.statements = writer.statements();
  return summary;
}

}  // namespace depeche::pipeline
