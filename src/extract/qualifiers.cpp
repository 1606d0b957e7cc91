#include <algorithm>

#include "base/utf8.hpp"
#include "extract/grammar.hpp"
#include "extract/matcher.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;
using recognise::MentionForm;

/// The words of a group as they stand, without its preposition and determiner, up to a clause or comma that follows.
/// Of an office only the words that name it: no demonym, no name.
std::string Matcher::phrase(const Tree& tree, TokenIndex head, bool office) const {
  TokenIndex begin = tree.begin_of(head), end = tree.end_of(head);
  for (TokenIndex c : Children(tree, head)) {
    const Dependency d = tree.dependency(c);
    if ((d == Dependency::case_ || d == Dependency::det || d == Dependency::punct || d == Dependency::cop ||
         d == Dependency::nsubj || d == Dependency::mark || d == Dependency::cc || d == Dependency::aux_tense) &&
        c < head) {
      begin = std::max(begin, tree.end_of(c));
    }
    if (c > head && (d == Dependency::acl_relcl || d == Dependency::punct || d == Dependency::parataxis ||
                     d == Dependency::conj || d == Dependency::advcl || d == Dependency::appos)) {
      end = std::min(end, tree.begin_of(c));
    }
  }
  if (office)
    begin = std::max<TokenIndex>(
        begin, head > 0 && utf8::fold(tree.text(static_cast<TokenIndex>(head - 1))).starts_with("premier")
                   ? static_cast<TokenIndex>(head - 1)
                   : head);
  std::vector<TokenIndex> words;
  for (TokenIndex t = begin; t < end; ++t) {
    const std::string_view word = tree.text(t);
    if (word == "," || word == "(") break;
    if (word == "\"" || word == "«" || word == "»") continue;
    if (office && t > head) {
      if (const recognise::Mention* m = tree.mention(t); m != nullptr) {
        if (m->form == MentionForm::demonym_adjective) continue;
        break;
      }
      // "journaliste travaillant pour Orbak"
      if (tree.token(t).morphology.verb_form == language::VerbForm::present_participle) break;
    }
    words.push_back(t);
  }
  // "directrice pour la France", "ministres grec et turc" without the names are no more than "directrice", "ministres".
  const auto joins = [&](TokenIndex t) {
    const WordClass c = tree.word_class(t);
    return c == WordClass::preposition || c == WordClass::determiner || c == WordClass::coordinator;
  };
  while (words.size() > 1 && joins(words.back())) words.pop_back();
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool space = false;  // there may be quotation marks between
    for (TokenIndex t = words[i]; i > 0 && t > words[i - 1]; --t) space = space || tree.token(t).space_before;
    if (space) out += ' ';
    out += tree.text(words[i]);
  }
  return out;
}

/// Concept of the goods that a group names, by head and complement: "gaz naturel liquéfié", "gaz", else a slug.
std::string Matcher::commodity(const Tree& tree, TokenIndex head) const {
  std::string best(tree.lemma(head));
  std::string concept_id(knowledge_.names.find_commodity(best));
  std::string longer = best;
  for (TokenIndex t = static_cast<TokenIndex>(head + 1); t < tree.end_of(head) && t < head + 4; ++t) {
    longer += ' ';
    longer += tree.lemma(t);
    const std::string_view found = knowledge_.names.find_commodity(longer);
    if (!found.empty()) concept_id = std::string(found);
  }
  return concept_id;
}

void Matcher::add_qualifiers(const Tree& tree, const Predication& p, const mapping::Rule& rule, Claim& claim) {
  for (const mapping::Qualifier& q : rule.qualifiers) {
    QualifierValue value;
    if (q.as == mapping::Qualifier::As::constant) {
      value.type = QualifierValue::Type::concept_;
      value.text = q.constant;
      claim.qualifiers.emplace_back(q.property, std::move(value));
      continue;
    }
    for (const mapping::Path& path : q.paths) {
      for (const TokenIndex t : walk(tree, p, rule, path)) {
        // "homologue" names no office of its own.
        if (q.as == mapping::Qualifier::As::office && knowledge_.reference.counterpart.contains(tree.token(t).lemma))
          continue;
        if (!value.text.empty() || value.type == QualifierValue::Type::entity) break;
        if (q.as == mapping::Qualifier::As::commodity) {
          value.text = commodity(tree, t);
          value.type = QualifierValue::Type::concept_;
          // "80 % des importations d'armes": the goods hang below the figure.
          for (TokenIndex c : Children(tree, t)) {
            if (value.text.empty() && tree.dependency(c) == Dependency::nmod) value.text = commodity(tree, c);
          }
        } else if (q.as == mapping::Qualifier::As::place) {
          const Actors actors = discourse_.resolve(tree, t);
          if (actors.empty() || mentions_.entities[actors[0].entity].kind == recognise::ActorKind::person) continue;
          value.type = QualifierValue::Type::entity;
          value.index = actors[0].entity;
        } else {
          value.text = phrase(tree, t, q.as == mapping::Qualifier::As::office);
        }
      }
      if (!value.text.empty() || value.type == QualifierValue::Type::entity) break;
    }
    if (value.text.empty() && value.type != QualifierValue::Type::entity) continue;
    if (value.text.size() > 200) value.text.clear();
    if (!value.text.empty() || value.type == QualifierValue::Type::entity) {
      claim.qualifiers.emplace_back(q.property, std::move(value));
    }
  }
}

void Matcher::note_clause(const Tree& tree, const Predication& p, const SentenceFacts& facts) {
  std::string text(tree.lemma(p.predicate));
  if (p.pronominal) text += " (pronominal)";
  if (p.passive) text += " (passive)";
  if (p.support != no_token) text += " [" + std::string(tree.lemma(p.support)) + "]";
  for (const Argument& a : p.arguments) {
    text += "  ";
    text += knowledge_.mappings.functions().name(a.function);
    text += a.weak ? "~" : "=";
    text += tree.text(a.token);
    for (const Actor& actor : discourse_.resolve(tree, a.token)) {
      const recognise::Entity& e = mentions_.entities[actor.entity];
      text += " [" + (e.iso.empty() || e.kind != recognise::ActorKind::country ? e.label : e.iso) + "]";
    }
  }
  trace_->clauses.push_back({facts.index, p.predicate, std::move(text)});
}

}  // namespace depeche::extract
