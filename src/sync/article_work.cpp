#include "sync/article_work.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "graph/vocabulary.hpp"
#include "rdf/writer.hpp"

namespace depeche::sync {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// Writes N-Quads into a text for each of the sections that an article contributes to.
class SectionSink final : public rdf::StatementSink {
 public:
  SectionSink(const std::string& facts_graph, const std::string& entities_graph)
      : facts_graph_(facts_graph), entities_graph_(entities_graph) {}

  using StatementSink::write;
  void write(const rdf::Iri& subject, const rdf::Iri& predicate, const rdf::Term& object,
             const rdf::Iri* graph) override {
    const bool facts = graph == nullptr || graph->text() == facts_graph_;
    const bool entities = !facts && graph->text() == entities_graph_;
    (facts ? facts_ : entities ? entities_ : evidence_).writer.write(subject, predicate, object, graph);
  }

  Contribution finish() {
    for (Part* part : {&facts_, &entities_, &evidence_}) part->writer.finish();
    return {lines_of(facts_.text.text()), lines_of(entities_.text.text()), lines_of(evidence_.text.text())};
  }

 private:
  struct Part {
    StringSink text;
    rdf::Writer writer{rdf::Syntax::nquads, rdf::Prefixes(), text};
  };
  const std::string &facts_graph_, &entities_graph_;
  Part facts_, entities_, evidence_;
};

}  // namespace

Result<std::unique_ptr<ArticleWork>> ArticleWork::make(const pipeline::Resources& resources,
                                                       const std::vector<std::string>& inputs,
                                                       const article::ReadLimits& limits, const graph::Options& options,
                                                       WorkEvents events) {
  auto builder = graph::GraphBuilder::make(resources.knowledge().ontology.relations(), options);
  if (!builder) return tl::unexpected(builder.error());
  article::ArticleSource source(inputs, resources.chrome(), limits, events.stop);
  std::unique_ptr<ArticleWork> out(new ArticleWork(resources, std::move(source), options, std::move(events)));
  out->give_back(std::make_unique<graph::GraphBuilder>(*std::move(builder)));
  return out;
}

ArticleWork::ArticleWork(const pipeline::Resources& resources, article::ArticleSource source,
                         const graph::Options& options, WorkEvents events)
    : resources_(resources),
      source_(std::move(source)),
      options_(options),
      entities_graph_(graph::Vocabulary(*rdf::Namespace::make(options.base)).entities.text()),
      events_(std::move(events)) {}

std::unique_ptr<graph::GraphBuilder> ArticleWork::take_builder() {
  {
    const std::lock_guard lock(mutex_);
    if (!builders_.empty()) {
      auto builder = std::move(builders_.back());
      builders_.pop_back();
      return builder;
    }
  }
  auto made = graph::GraphBuilder::make(resources_.knowledge().ontology.relations(), options_);
  if (!made) throw std::logic_error(made.error().message);  // the first was made with the same options
  return std::make_unique<graph::GraphBuilder>(*std::move(made));
}

void ArticleWork::give_back(std::unique_ptr<graph::GraphBuilder> builder) {
  const std::lock_guard lock(mutex_);
  builders_.push_back(std::move(builder));
}

Contribution ArticleWork::read(article::Article article, std::string_view key) {
  const std::string place = article.place;
  try {
    const extract::Extraction extraction = resources_.extractor().extract(std::move(article));
    SectionSink sink(options_.facts_graph, entities_graph_);
    auto builder = take_builder();
    builder->write_alone(extraction, key, sink);
    give_back(std::move(builder));
    return sink.finish();
  } catch (const std::exception& e) {
    throw std::runtime_error(fmt::format("{}: {}", place, e.what()));  // with the article that brought it to light
  }
}

std::vector<std::string> ArticleWork::ontology() {
  StringSink text;
  rdf::Writer writer(rdf::Syntax::nquads, rdf::Prefixes(), text);
  const auto builder = take_builder();
  builder->finish(graph::relation_table(resources_.knowledge().ontology), writer);
  writer.finish();
  return lines_of(text.text());
}

}  // namespace depeche::sync
