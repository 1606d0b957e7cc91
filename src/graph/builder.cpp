#include "graph/builder.hpp"

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include "base/digest.hpp"
#include "graph/facts.hpp"
#include "graph/identity.hpp"
#include "graph/statement_hash.hpp"

namespace depeche::graph {

struct GraphBuilder::State {
  State(const rdf::Namespace& base, const Options& given) : options(given), vocabulary(base) {}

  Options options;
  Vocabulary vocabulary;
  std::vector<RelationTerms> table;
  std::optional<rdf::Iri> facts_graph;
  Counts counts;
  absl::flat_hash_set<std::uint64_t> seen;                 ///< facts, entities and their names
  absl::flat_hash_map<std::string, std::string> articles;  ///< digest of identity to digest of text, 16 digits each

  bool is_new(std::uint64_t hash) { return seen.insert(hash).second; }

  const rdf::Iri* graph_of_facts() const { return facts_graph ? &*facts_graph : nullptr; }

  void write_entity(const recognise::Entity& entity, const rdf::Iri& iri, std::string_view language,
                    rdf::StatementSink& sink);
  void write_entities(const ArticleTerms& article, const std::vector<rdf::Statement>& facts, rdf::StatementSink& sink);
  void write_article(const extract::Extraction& extraction, std::string_view digest, std::string_view text_sha256,
                     rdf::StatementSink& sink);
};

void GraphBuilder::State::write_entity(const recognise::Entity& entity, const rdf::Iri& iri, std::string_view language,
                                       rdf::StatementSink& sink) {
  const auto put = [&](const rdf::Iri& property, const rdf::Term& value) {
    sink.write(iri, property, value, &vocabulary.entities);
  };
  const auto name_is_new = [&](std::string_view name) {
    return !name.empty() && is_new(statement_hash(iri.text(), "name", name));
  };
  if (is_new(statement_hash(iri.text(), "", ""))) {
    ++counts.entities;
    put(vocabulary.type, vocabulary.names.dp(class_name(entity.kind)));
    if (name_is_new(entity.label)) put(vocabulary.label, rdf::text_literal(entity.label, language));
    if (entity.kind == recognise::ActorKind::country && !entity.iso.empty()) {
      put(vocabulary.iso_code, rdf::text_literal(entity.iso, ""));
    }
  }
  if (name_is_new(entity.label)) put(vocabulary.alt_label, rdf::text_literal(entity.label, language));
  for (const std::string& name : entity.names) {
    if (name_is_new(name)) put(vocabulary.alt_label, rdf::text_literal(name, language));
  }
}

void GraphBuilder::State::write_entities(const ArticleTerms& article, const std::vector<rdf::Statement>& facts,
                                         rdf::StatementSink& sink) {
  absl::flat_hash_set<std::string_view> used;
  if (options.content == Content::facts) {
    for (const rdf::Statement& fact : facts) {
      used.insert(fact.subject.text());
      if (const auto* const iri = std::get_if<rdf::Iri>(&fact.object)) used.insert(iri->text());
    }
  }
  for (const recognise::EntityId entity : article.entities.sorted()) {
    const rdf::Iri& iri = article.entities.iri(entity);
    if (options.content == Content::facts && !used.contains(iri.text())) continue;
    write_entity(article.extraction.entities[entity], iri, article.language, sink);
  }
}

void GraphBuilder::State::write_article(const extract::Extraction& extraction, std::string_view digest,
                                        std::string_view text_sha256, rdf::StatementSink& sink) {
  std::string_view language = extraction.article.language;
  if (language.empty()) language = "fr";
  const EntityTerms entities(extraction.entities, vocabulary.names);
  const Plan plan = plan_claims(extraction, table, entities, vocabulary.names, digest);
  const ArticleTerms article{extraction, vocabulary, table, entities, digest, language};

  const std::vector<rdf::Statement> facts = facts_of(article, plan);
  write_entities(article, facts, sink);
  for (const rdf::Statement& fact : facts) {
    if (!is_new(statement_hash(fact))) continue;
    sink.write(fact.subject, fact.predicate, fact.object, graph_of_facts());
    ++counts.facts;
  }
  if (options.content == Content::all) write_evidence(article, plan, text_sha256, options.quotes, sink);
  ++counts.articles;
  counts.claims += plan.claims.size();
}

GraphBuilder::GraphBuilder(std::unique_ptr<State> state) : state_(std::move(state)) {}
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;
GraphBuilder::~GraphBuilder() = default;

Result<GraphBuilder> GraphBuilder::make(const std::vector<mapping::RelationType>& table, const Options& options) {
  const auto base = rdf::Namespace::make(options.base);
  if (!base) return tl::unexpected<Error>(base.error());
  auto state = std::make_unique<State>(*base, options);
  if (!options.facts_graph.empty()) {
    const auto graph = rdf::make_iri(options.facts_graph);
    if (!graph) return tl::unexpected<Error>(graph.error());
    state->facts_graph = *graph;
  }
  for (const mapping::RelationType& type : table) state->table.emplace_back(type, state->vocabulary.names);
  return GraphBuilder(std::move(state));
}

rdf::Prefixes GraphBuilder::prefixes() const {
  return state_->vocabulary.names.prefixes();
}
const Counts& GraphBuilder::counts() const {
  return state_->counts;
}

Added GraphBuilder::add(const extract::Extraction& extraction, rdf::StatementSink& sink) {
  State& state = *state_;
  const std::string text_sha256 = sha256_hex(extraction.article.text);
  std::string digest = article_digest(extraction.article);
  Added outcome = Added::added;
  if (const auto [at, first] = state.articles.try_emplace(digest, text_sha256.substr(0, 16)); !first) {
    if (text_sha256.starts_with(at->second)) return Added::repeated;
    digest = h16(digest + "|" + text_sha256);
    if (!state.articles.try_emplace(digest, text_sha256.substr(0, 16)).second) return Added::repeated;
    outcome = Added::renamed;
  }
  state.write_article(extraction, digest, text_sha256, sink);
  return outcome;
}

void GraphBuilder::write_alone(const extract::Extraction& extraction, std::string_view digest,
                               rdf::StatementSink& sink) {
  state_->seen.clear();
  state_->articles.clear();
  state_->write_article(extraction, digest, sha256_hex(extraction.article.text), sink);
}

void GraphBuilder::finish(const std::vector<rdf::Statement>& relation_table, rdf::StatementSink& sink) const {
  for (const rdf::Statement& statement : relation_table) {
    sink.write(statement.subject, statement.predicate, statement.object, &state_->vocabulary.ontology);
  }
}

}  // namespace depeche::graph
