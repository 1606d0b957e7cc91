// "le groupe", "l'organisation jihadiste", "l'oligarque", "la Française": whom the article has called so before.
#include <algorithm>

#include "base/utf8.hpp"
#include "extract/discourse.hpp"
#include "extract/grammar.hpp"

namespace depeche::extract {

using language::Dependency;
using language::LemmaId;
using language::WordClass;
using recognise::ActorKind;
using recognise::EntityId;
using recognise::Mention;
using recognise::MentionForm;
using recognise::no_entity;

namespace {

/// How many sentences back an organisation was named that the article has not called so itself.
constexpr std::uint32_t reach_of_names = 2;
/// And a person whom it has called so.
constexpr std::uint32_t reach_of_persons = 6;

bool is_article(std::string_view word) {
  const std::string form = utf8::lower(word);
  return form == "le" || form == "la" || form == "l'" || form == "l’";
}

}  // namespace

/// What the article itself calls those it names: "le groupe Wagner", "Acted, une ONG de …", "le Club Olimpia",
/// "l'oligarque algérien Petar Kolev".
void Discourse::register_callings() {
  for (std::uint32_t s = 0; s < sentences_.size(); ++s) {
    const auto& tokens = sentences_[s].tokens;
    for (const Mention& m : mentions_.by_sentence[s]) {
      if (m.entity == no_entity || !is_name(m)) continue;
      const ActorKind kind = entity(m.entity).kind;
      if (kind == ActorKind::organisation) register_organisation_calling(s, m);
      if (kind != ActorKind::person || m.begin < 2) continue;
      std::size_t t = m.begin - 1u;
      while (t > 1 && tokens[t].word_class == WordClass::adjective && m.begin - t < 3) --t;
      if (tokens[t].word_class == WordClass::noun && tokens[t].lemma != language::no_lemma &&
          !knowledge_.reference.organisation_words.contains(tokens[t].lemma) &&
          is_article(language::text_of(article_.text, tokens[t - 1]))) {
        called_.push_back({m.entity, tokens[t].lemma});
      }
    }
  }
}

void Discourse::register_organisation_calling(std::uint32_t sentence, const Mention& m) {
  const auto& tokens = sentences_[sentence].tokens;
  const auto call = [&](std::size_t t) {
    if (t < tokens.size() && knowledge_.reference.organisation_words.contains(tokens[t].lemma))
      called_.push_back({m.entity, tokens[t].lemma});
  };
  call(m.begin);
  if (m.begin > 0) call(m.begin - 1u);
  if (m.begin > 1 && tokens[m.begin - 1u].word_class == WordClass::adjective) call(m.begin - 2u);
  if (m.end + 1u < tokens.size() && language::text_of(article_.text, tokens[m.end]) == ",") {
    const bool article = tokens[m.end + 1u].word_class == WordClass::determiner;
    call(m.end + (article ? 2u : 1u));
  }
}

bool Discourse::may_call_somebody(std::uint32_t sentence) const {
  const auto& tokens = sentences_[sentence].tokens;
  return !called_.empty() && std::any_of(tokens.begin(), tokens.end(), [&](const language::Token& token) {
    return std::any_of(called_.begin(), called_.end(), [&](const auto& known) { return known.second == token.lemma; });
  });
}

/// "l'oligarque", where one person alone was called so.
bool Discourse::resolve_calling(const Tree& tree, TokenIndex token, Actors& out) const {
  const LemmaId word = tree.token(token).lemma;
  if (word == language::no_lemma || tree.token(token).morphology.number == language::Number::plural) return false;
  EntityId found = no_entity;
  for (const auto& [person, called] : called_) {
    if (called != word || person == found || entity(person).kind != ActorKind::person) continue;
    if (found != no_entity) return false;
    found = person;
  }
  if (found == no_entity || !stands_alone(tree, token) || is_unnamed_before(word, token)) return false;
  if (is_named_before_verb(tree, token)) return false;
  const TokenIndex det = tree.child(token, Dependency::det);
  if (det == no_token || (tree.lemma(det) != "le" && tree.lemma(det) != "ce")) return false;
  const language::Gender gender = tree.token(token).morphology.gender;
  const language::Gender own = entity(found).gender;
  if (gender != language::Gender::none && own != language::Gender::none && gender != own) return false;
  for (std::size_t i = salient_.size(); i-- > 0;) {
    const Salient& s = salient_[i];
    if (current_ - s.sentence > reach_of_persons) break;
    if (s.entity != found || (s.sentence == current_ && s.token >= token)) continue;
    out.push_back({found, token, false});
    return true;
  }
  return false;
}

bool Discourse::is_called(EntityId id, LemmaId word) const {
  const std::int32_t row = entity(id).lexicon_row;
  if (row >= 0) {
    const std::string& type = knowledge_.names.rows()[static_cast<std::size_t>(row)].type;
    return !type.empty() && knowledge_.reference.calls_type(word, type);
  }
  return std::find(called_.begin(), called_.end(), std::pair{id, word}) != called_.end();
}

/// "un groupe d'hommes", "une société" of which no name is said: what the noun may mean from there on.
bool Discourse::is_unnamed_before(LemmaId word, TokenIndex token) const {
  const std::uint32_t first = current_ > reach_of_names + 1 ? current_ - reach_of_names - 1 : 0;
  for (std::uint32_t s = first; s <= current_; ++s) {
    const auto& tokens = sentences_[s].tokens;
    const std::size_t end = s == current_ ? token : tokens.size();
    for (std::size_t t = 1; t < end; ++t) {
      if (tokens[t].lemma != word) continue;
      const std::string_view before = language::text_of(article_.text, tokens[t - 1]);
      const bool named = std::any_of(mentions_.by_sentence[s].begin(), mentions_.by_sentence[s].end(),
                                     [&](const Mention& m) { return m.begin > t && m.begin < t + 3; });
      if (!named && (utf8::fold(before) == "un" || utf8::fold(before) == "une" || before == "d'")) return true;
    }
  }
  return false;
}

/// True if nothing but a nationality or a general adjective stands with the noun.
bool Discourse::stands_alone(const Tree& tree, TokenIndex token) const {
  for (TokenIndex c : Children(tree, token)) {
    const Dependency d = tree.dependency(c);
    const Mention* m = tree.mention(c);
    // "le président du club, Jonas Berg,": what stands behind a comma tells of another word.
    const TokenIndex begin = tree.begin_of(c);
    if (c > token && (tree.text(begin) == "," || tree.text(static_cast<TokenIndex>(begin - 1)) == ",")) continue;
    if (m != nullptr && m->form != MentionForm::demonym_adjective) return false;
    if (d == Dependency::amod && m == nullptr &&
        !knowledge_.reference.organisation_adjectives.contains(tree.token(c).lemma)) {
      return false;
    }
    if (d == Dependency::nmod || d == Dependency::appos || d == Dependency::nummod || d == Dependency::flat_name ||
        d == Dependency::acl || d == Dependency::conj) {
      return false;
    }
    if (d == Dependency::acl_relcl) return false;
  }
  const auto next = static_cast<TokenIndex>(token + 1);
  return next >= tree.size() ||
         (tree.word_class(next) != WordClass::proper_noun &&
          (tree.mention(next) == nullptr || tree.mention(next)->form == MentionForm::demonym_adjective));
}

bool Discourse::resolve_organisation_word(const Tree& tree, TokenIndex token, Actors& out) const {
  const LemmaId word = tree.token(token).lemma;
  if (!knowledge_.reference.organisation_words.contains(word)) return false;
  if (tree.token(token).morphology.number == language::Number::plural || !stands_alone(tree, token)) return false;
  const TokenIndex det = tree.child(token, Dependency::det);
  const TokenIndex preposition = tree.child(token, Dependency::case_);
  const bool contracted = preposition != no_token && (tree.text(preposition) == "du" || tree.text(preposition) == "au");
  if (det == no_token ? !contracted : tree.lemma(det) != "le" && tree.lemma(det) != "ce") return false;
  if (is_unnamed_before(word, token)) return false;
  EntityId state = no_entity;
  for (TokenIndex c : Children(tree, token)) {
    if (tree.mention(c) != nullptr) state = tree.mention(c)->entity;
  }
  // The one of that kind named shortly before, else the only one that the article calls so.
  EntityId found = no_entity;
  for (std::size_t i = salient_.size(); i-- > 0;) {
    const Salient& s = salient_[i];
    if (found != no_entity && current_ - s.sentence > reach_of_names) break;
    if (s.entity == found || (s.sentence == current_ && s.token >= token)) continue;
    const recognise::Entity& e = entity(s.entity);
    if (e.kind != ActorKind::organisation) continue;
    if (state != no_entity && !e.iso.empty() && e.iso != entity(state).iso) continue;
    const bool called = std::find(called_.begin(), called_.end(), std::pair{s.entity, word}) != called_.end();
    const bool near = current_ - s.sentence <= reach_of_names;
    // Of an organisation that nobody knows the kind is open.
    const bool open = e.lexicon_row < 0 && std::none_of(called_.begin(), called_.end(),
                                                        [&](const auto& known) { return known.first == s.entity; });
    if (!called && !(near && (open || is_called(s.entity, word)))) continue;
    if (found != no_entity || (open && !called)) return false;
    found = s.entity;
  }
  if (found != no_entity) out.push_back({found, token, false});
  return found != no_entity;
}

}  // namespace depeche::extract
