#include <algorithm>

#include "extract/discourse.hpp"
#include "extract/grammar.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;
using recognise::ActorKind;
using recognise::EntityId;
using recognise::Mention;
using recognise::no_entity;

/// Whoever an incise of this sentence lets speak stays the speaker until another does.
void Discourse::note_speaker(const Tree& tree) {
  for (TokenIndex t = 0; t < tree.size(); ++t) {
    if (tree.dependency(t) != Dependency::parataxis || tree.word_class(t) != WordClass::verb) continue;
    const Actors actors = resolve(tree, surface_subject(tree, t, knowledge_));
    if (actors.size() == 1 && entity(actors[0].entity).kind == ActorKind::person) heard(actors[0].entity);
  }
}

namespace {

bool is_saying(const Knowledge& knowledge, language::LemmaId lemma) {
  if (knowledge.reference.attitudes.contains(lemma)) return true;
  const auto entries = knowledge.governors.find(lemma, mapping::TriggerClass::verb);
  return std::any_of(entries.begin(), entries.end(), [](const mapping::Governor& g) {
    return g.implication == mapping::Implication::said || g.implication == mapping::Implication::accused ||
           g.implication == mapping::Implication::denies || g.implication == mapping::Implication::required;
  });
}

/// How many sentences later "ces propos" may still mean them.
constexpr std::uint32_t reach_of_words = 2;

}  // namespace

void Discourse::note_sayers(const Tree& tree) {
  for (TokenIndex t = 0; t < tree.size(); ++t) {
    if (tree.word_class(t) != WordClass::verb || tree.token(t).quoted || !is_saying(knowledge_, tree.token(t).lemma))
      continue;
    const Actors actors = resolve(tree, deep_subject(tree, t, knowledge_));
    if (actors.size() == 1) sayers_.push_back({current_, t, actors[0].entity});
  }
  for (TokenIndex t = 0; t < tree.size(); ++t) {
    if (tree.word_class(t) != WordClass::verb || tree.token(t).quoted ||
        !knowledge_.reference.deeds.contains(tree.token(t).lemma))
      continue;
    const Actors actors = resolve(tree, deep_subject(tree, t, knowledge_));
    doers_.push_back({current_, t, actors.size() == 1 ? actors[0].entity : no_entity});
  }
}

/// In a sentence without a tree the only one named outside quotation marks says what is said; of two nobody knows.
void Discourse::note_sayer_unparsed() {
  const auto& tokens = sentences_[current_].tokens;
  const auto has_verb = [&](auto&& is) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const language::Token& t) {
      return t.word_class == WordClass::verb && !t.quoted && is(t.lemma);
    });
  };
  // Who did something there nobody knows.
  if (has_verb([&](language::LemmaId l) { return knowledge_.reference.deeds.contains(l); }))
    doers_.push_back({current_, no_token, no_entity});
  if (!has_verb([&](language::LemmaId l) { return is_saying(knowledge_, l); })) return;
  EntityId only = no_entity;
  std::size_t named = 0;
  for (const Mention& m : mentions_.by_sentence[current_]) {
    if (m.entity == no_entity || tokens[m.begin].quoted || m.entity == only ||
        entity(m.entity).kind == ActorKind::place)
      continue;
    only = m.entity;
    ++named;
  }
  if (named > 0) sayers_.push_back({current_, no_token, named == 1 ? only : no_entity});
}

namespace {

/// True if the verb governs the token otherwise than by joining its clause: "Rome rejette ces accusations".
bool governs(const Tree& tree, TokenIndex verb, TokenIndex token) {
  for (TokenIndex t = token; tree.head(t) != no_token; t = tree.head(t)) {
    if (tree.head(t) == verb && tree.dependency(t) != Dependency::conj) return true;
  }
  return false;
}

}  // namespace

EntityId Discourse::sayer_before(const Tree& tree, TokenIndex token) const {
  return last_before(sayers_, tree, token);
}

EntityId Discourse::doer_before(const Tree& tree, TokenIndex token) const {
  return last_before(doers_, tree, token);
}

EntityId Discourse::last_before(const std::vector<Sayer>& known, const Tree& tree, TokenIndex token) const {
  for (std::size_t i = known.size(); i-- > 0;) {
    const Sayer& sayer = known[i];
    if (sayer.sentence == current_) {
      if (sayer.verb < token && !governs(tree, sayer.verb, token)) return sayer.entity;
      continue;
    }
    return current_ - sayer.sentence <= reach_of_words ? sayer.entity : no_entity;
  }
  return no_entity;
}

/// Who says what "…, *ce* que Rome dément" resumes: the last but Rome to say something before, in the same sentence.
EntityId Discourse::sayer_resumed(const Tree& tree, TokenIndex token) {
  const TokenIndex clause = tree.child(token, Dependency::acl_relcl);
  if (clause == no_token) return no_entity;
  const Actors denying = resolve(tree, surface_subject(tree, clause, knowledge_));
  for (std::size_t i = sayers_.size(); i-- > 0 && sayers_[i].sentence == current_;) {
    const auto same = [&](const Actor& a) { return a.entity == sayers_[i].entity; };
    if (sayers_[i].verb < token && std::none_of(denying.begin(), denying.end(), same)) return sayers_[i].entity;
  }
  return no_entity;
}

/// In this order: the incise beside the quoted clause, the clause that introduces it, the incise behind the end of a
/// quotation that runs over several sentences, whoever spoke last.
EntityId Discourse::speaker(const Tree& tree, TokenIndex token) {
  const auto person = [&](TokenIndex subject) {
    const Actors actors = subject == no_token ? Actors{} : resolve(tree, subject);
    return actors.size() == 1 && entity(actors[0].entity).kind == ActorKind::person ? actors[0].entity : no_entity;
  };
  for (TokenIndex up = token; up != no_token; up = tree.head(up)) {
    for (TokenIndex c : Children(tree, up)) {
      if (tree.dependency(c) != Dependency::parataxis || tree.token(c).quoted) continue;
      if (const EntityId id = person(surface_subject(tree, c, knowledge_)); id != no_entity) return heard(id);
    }
    if (up != token && is_verbal(tree, up) && !tree.token(up).quoted && tree.token(token).quoted) {
      const TokenIndex subject = surface_subject(tree, up, knowledge_);
      if (subject != no_token && tree.token(subject).quoted) continue;
      if (const EntityId id = person(subject); id != no_entity) return heard(id);
    }
  }
  if (const EntityId id = speaker_behind(); id != no_entity) return heard(id);
  return others_act_since_heard() ? no_entity : last_speaker_;
}

EntityId Discourse::heard(EntityId person) {
  last_heard_ = current_;
  return last_speaker_ = person;
}

/// True if the article turned to somebody else after its last speaker: either may say what it quotes next.
bool Discourse::others_act_since_heard() const {
  for (std::size_t i = salient_.size(); i-- > 0 && salient_[i].sentence > last_heard_;) {
    const Salient& s = salient_[i];
    const bool acts = s.subject && !sentences_[s.sentence].tokens[s.token].quoted;
    if (acts && s.entity != last_speaker_ && entity(s.entity).kind == ActorKind::person) return true;
  }
  return false;
}

/// The person named in the incise behind the quotation that is still open at the end of the current sentence: "…. …",
/// a dit Mevlut Demir. Read off the words, for those sentences are not parsed yet; no_entity if there is none.
EntityId Discourse::speaker_behind() const {
  const auto& first = sentences_[current_].tokens;
  if (first.empty() || !first.back().quoted) return no_entity;
  for (std::size_t s = current_ + 1; s < sentences_.size() && s < current_ + 6; ++s) {
    const auto& tokens = sentences_[s].tokens;
    std::size_t end = 0;  // of the quotation
    while (end < tokens.size() && tokens[end].quoted) ++end;
    if (end == 0) return no_entity;
    if (end == tokens.size()) continue;
    bool verb = false;
    for (std::size_t t = end; t < tokens.size() && t < end + 14; ++t) {
      if (tokens[t].quoted || tokens[t].word_class == WordClass::subordinator) return no_entity;
      verb = verb || tokens[t].word_class == WordClass::verb;
      for (const Mention& m : mentions_.by_sentence[s]) {
        if (m.begin != t || m.entity == no_entity || entity(m.entity).kind != ActorKind::person) continue;
        return verb ? m.entity : no_entity;
      }
    }
    return no_entity;
  }
  return no_entity;
}

}  // namespace depeche::extract
