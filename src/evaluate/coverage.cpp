#include "evaluate/coverage.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace depeche::evaluate {
namespace {

std::string name_of(const recognise::Entity& entity) {
  return entity.kind == recognise::ActorKind::country ? entity.iso : entity.label;
}

/// The lemma where the lexicon knows the word, else the word.
std::string lemma_of(const extract::Extraction& extraction, const extract::Gap& gap,
                     const language::FormLexicon& forms) {
  const language::Token& token = extraction.sentences[gap.sentence].tokens[gap.predicate];
  return std::string(token.lemma == language::no_lemma ? language::text_of(extraction.article.text, token)
                                                       : forms.lemma(token.lemma));
}

}  // namespace

CoverageCounter::CoverageCounter(const extract::Knowledge& knowledge, std::size_t witnesses)
    : knowledge_(knowledge), witnesses_(witnesses) {
  for (const mapping::Rule& rule : knowledge.mappings.rules()) coverage_.fired[rule.id] = 0;
  for (const mapping::RelationType& type : knowledge.ontology.relations()) coverage_.status[type.name] = {};
}

void CoverageCounter::add(const extract::Extraction& extraction, const extract::Trace& trace) {
  ++coverage_.articles;
  coverage_.sentences += extraction.sentences.size();
  coverage_.claims += extraction.claims.size();
  for (const extract::Claim& claim : extraction.claims) {
    ++coverage_.fired[claim.rule];
    const std::string& type = knowledge_.ontology.relations()[claim.relation].name;
    ++coverage_.status[type][static_cast<std::size_t>(claim.status)];
  }
  for (const extract::Gap& gap : trace.gaps) add_gap(extraction, gap);
}

void CoverageCounter::add_gap(const extract::Extraction& extraction, const extract::Gap& gap) {
  const std::string lemma = lemma_of(extraction, gap, knowledge_.forms);
  const auto key = fmt::format("{}\t{}\t{}\t{}\t{}", lemma, static_cast<int>(gap.word_class), gap.pronominal,
                               gap.first_path, gap.second_path);
  OpenPredicate& open = open_[key];
  if (open.count++ == 0) {
    open.lemma = lemma;
    open.word_class = gap.word_class;
    open.pronominal = gap.pronominal;
    open.first_path = gap.first_path;
    open.second_path = gap.second_path;
  }
  open.tried = open.tried || gap.tried;
  const std::string& article = extraction.article.id;
  if (open.witnesses.size() >= witnesses_ || (!open.witnesses.empty() && open.witnesses.back().article == article))
    return;
  const language::Sentence& sentence = extraction.sentences[gap.sentence];
  open.witnesses.push_back({article, extraction.article.text.substr(sentence.begin, sentence.end - sentence.begin),
                            name_of(extraction.entities[gap.first]), name_of(extraction.entities[gap.second])});
}

Coverage CoverageCounter::finish() && {
  for (auto& [key, open] : open_) coverage_.open.push_back(std::move(open));
  std::stable_sort(coverage_.open.begin(), coverage_.open.end(),
                   [](const OpenPredicate& a, const OpenPredicate& b) { return a.count > b.count; });
  return std::move(coverage_);
}

}  // namespace depeche::evaluate
