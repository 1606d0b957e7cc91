#include "pipeline/export.hpp"

#include "article/source.hpp"

namespace depeche::pipeline {

Result<ExportSummary> run_export(const Resources& resources, const ExportOptions& options, ByteSink& output,
                                 const ExportEvents& events) {
  const mapping::Ontology& ontology = resources.knowledge().ontology;
  auto builder = graph::GraphBuilder::make(ontology.relations(), options.graph);
  if (!builder) return tl::unexpected(builder.error());
  const rdf::Prefixes prefixes = builder->prefixes();
  rdf::Writer writer(options.syntax, prefixes, output);
  article::ArticleSource source(options.inputs, resources.chrome());
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
    const extract::Extraction extraction = resources.extractor().extract(std::get<article::Article>(std::move(next)));
    const graph::Added added = builder->add(extraction, writer);
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
