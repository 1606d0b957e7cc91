#include "pipeline/export.hpp"

#include <exception>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>

#include "article/source.hpp"
#include "pipeline/in_order.hpp"
#include "pipeline/target.hpp"

namespace depeche::pipeline {

namespace {

/// One article, or what is wrong with one, on its way through the run.
struct Job {
  article::ReadResult input;
  std::string place;  ///< of an article
  extract::Extraction extraction;
  std::optional<std::string> fault;  ///< of our own, told with the article that brought it to light
  std::size_t files_begun = 0, files_known = 0;
};

std::unique_ptr<Job> read_job(article::ArticleSource& source) {
  auto job = std::make_unique<Job>();
  job->input = source.next();
  if (std::holds_alternative<article::EndOfInput>(job->input)) return nullptr;
  if (const auto* article = std::get_if<article::Article>(&job->input)) job->place = article->place;
  job->files_begun = source.files_begun();
  job->files_known = source.files_known();
  return job;
}

std::size_t size_of(const Job& job) {
  const auto* article = std::get_if<article::Article>(&job.input);
  return article == nullptr ? 0 : article->text.size();
}

void extract(const extract::Extractor& extractor, Job& job) {
  auto* article = std::get_if<article::Article>(&job.input);
  if (article == nullptr) return;
  try {
    job.extraction = extractor.extract(std::move(*article));
  } catch (const std::exception& e) {
    job.fault = e.what();
  }
}

/// The end of the line: writes jobs in their order and keeps count.
class Output {
 public:
  Output(graph::GraphBuilder& builder, Target& target, const ExportEvents& events)
      : builder_(builder), target_(target), events_(events) {}

  void write(const Job& job) {
    if (const auto* diagnostic = std::get_if<Diagnostic>(&job.input)) {
      events_.diagnostic(*diagnostic);
      if (diagnostic->severity == Severity::error) {
        ++summary.read;
        ++summary.rejected;
      }
      return;
    }
    ++summary.read;
    const graph::Added added = add(job);
    target_.end_article();
    ++(added == graph::Added::repeated ? summary.repeated : summary.exported);
    summary.claims = builder_.counts().claims;
    events_.progress(summary, job.files_begun, job.files_known);
  }

  ExportSummary summary;

 private:
  graph::Added add(const Job& job) {
    if (job.fault) throw std::runtime_error(fmt::format("{}: {}", job.place, *job.fault));
    try {
      return builder_.add(job.extraction, target_.sink());
    } catch (const std::exception& e) {
      throw std::runtime_error(fmt::format("{}: {}", job.place, e.what()));
    }
  }

  graph::GraphBuilder& builder_;
  Target& target_;
  const ExportEvents& events_;
};

}  // namespace

Result<ExportSummary> run_export(const Resources& resources, const ExportOptions& options, ByteSink& output,
                                 const ExportEvents& events) {
  const mapping::Ontology& ontology = resources.knowledge().ontology;
  auto builder = graph::GraphBuilder::make(ontology.relations(), options.graph);
  if (!builder) return tl::unexpected(builder.error());
  const std::unique_ptr<Target> target = options.table ? make_table_target(ontology, output)
                                                       : make_rdf_target(options.syntax, builder->prefixes(), output);
  article::ArticleSource source(options.inputs, resources.chrome(), options.limits, options.stop);
  Output end(*builder, *target, events);
  Stages<Job> stages;
  stages.read = [&] { return read_job(source); };
  stages.size = size_of;
  stages.work = [&](Job& job) { extract(resources.extractor(), job); };
  stages.write = [&](const Job& job) { end.write(job); };
  stages.go_on = events.go_on;
  run_in_order(options.threads, stages);
  if (!options.table) builder->finish(graph::relation_table(ontology), target->sink());
  target->finish();
  ExportSummary summary = end.summary;
  summary.facts = builder->counts().facts;
  summary.entities = builder->counts().entities;
  summary.statements = target->statements();
  return summary;
}

}  // namespace depeche::pipeline
