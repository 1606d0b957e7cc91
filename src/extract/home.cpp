// The state at home: whose "le Premier ministre" and "l'armée" are where no state is said with them.
#include <algorithm>

#include "base/utf8.hpp"
#include "extract/discourse.hpp"
#include "extract/grammar.hpp"

namespace depeche::extract {

using language::Dependency;
using recognise::ActorKind;
using recognise::EntityId;
using recognise::Mention;
using recognise::no_entity;

namespace {

/// How many sentences back the one who acts still tells whose country the article speaks of.
constexpr std::uint32_t reach_of_actors = 1;

/// How many sentences back the state said last is still the one that the article speaks of.
constexpr std::uint32_t reach_of_states = 2;

}  // namespace

void Discourse::find_theme() {
  std::vector<std::uint32_t> count(mentions_.entities.size(), 0);
  for (std::size_t s = 0; s < sentences_.size(); ++s) {
    for (const Mention& m : mentions_.by_sentence[s]) {
      if (m.entity == no_entity || entity(m.entity).kind != ActorKind::country) continue;
      if (sentences_[s].headline && theme_ == no_entity) {
        theme_ = m.entity;
        const auto& tokens = sentences_[s].tokens;
        headed_ = m.begin == 0 && m.end < tokens.size() && language::text_of(article_.text, tokens[m.end]) == ":";
      }
      ++count[m.entity];
    }
  }
  if (count.empty()) return;
  const auto best = std::max_element(count.begin(), count.end());
  const auto others = std::count_if(count.begin(), count.end(), [&](std::uint32_t c) { return 2 * c > *best; });
  const auto best_entity = static_cast<EntityId>(best - count.begin());
  if (theme_ == no_entity && *best >= 3 && others == 1) theme_ = best_entity;
  if (*best >= 2 && others == 1 && (theme_ == no_entity || theme_ == best_entity)) main_ = best_entity;
  const auto rivals = std::count_if(count.begin(), count.end(), [&](std::uint32_t c) { return 4 * c > *best; });
  if (*best >= 3 && rivals == 1) dominant_ = best_entity;
}

/// "En Suisse, la présidente …": the state that the sentence begins by naming as the place of what follows, or the one
/// before it in the paragraph if neither names another; no_entity if there is none.
EntityId Discourse::frame_state() const {
  static constexpr std::string_view in[] = {"en", "au", "aux", "à"};
  for (std::uint32_t s = current_ + 1; s-- > 0 && s + 1 >= current_;) {
    if (sentences_[s].paragraph != sentences_[current_].paragraph) break;
    const auto& tokens = sentences_[s].tokens;
    EntityId frame = no_entity;
    bool others = false;
    for (const recognise::Mention& m : mentions_.by_sentence[s]) {
      if (m.entity == no_entity || entity(m.entity).kind != ActorKind::country) continue;
      const bool framed = m.begin == 1 && m.end < tokens.size() && m.form == recognise::MentionForm::full_name &&
                          language::text_of(article_.text, tokens[m.end]) == "," &&
                          std::find(std::begin(in), std::end(in),
                                    utf8::lower(language::text_of(article_.text, tokens[0]))) != std::end(in);
      if (framed) frame = m.entity;
      others = others || m.entity != frame;
    }
    if (frame != no_entity && (s == current_ || !others)) return frame;
    if (frame != no_entity || others) break;
  }
  return no_entity;
}

/// "au Mali, l'armée …": that of Mali, in an article on Niger too.
EntityId Discourse::home_state(TokenIndex token, EntityId apart) const {
  if (const EntityId frame = frame_state(); frame != no_entity) return frame;
  if (theme_ == no_entity || entity(theme_).kind != ActorKind::country) return no_entity;
  for (const recognise::Mention& m : mentions_.by_sentence[current_]) {
    if (m.begin >= token) break;
    const bool place = m.entity != no_entity && m.begin > 0 && entity(m.entity).kind == ActorKind::country &&
                       m.form != recognise::MentionForm::demonym_adjective;
    if (!place) continue;
    const std::string before = utf8::lower(language::text_of(article_.text, sentences_[current_].tokens[m.begin - 1u]));
    if (before == "à" || before == "au" || before == "aux" || before == "en") {
      return m.entity == theme_ ? theme_ : no_entity;
    }
  }
  for (std::size_t i = salient_.size(); i-- > 0;) {
    const Salient& s = salient_[i];
    if (current_ - s.sentence > reach_of_actors) break;
    if (!s.subject || s.entity == apart || (s.sentence == current_ && s.token >= token)) continue;
    const EntityId state = state_of(s.entity);
    if (state != no_entity) return state == theme_ ? theme_ : no_entity;
  }
  return headed_ || dominant_ == theme_ ? theme_ : no_entity;
}

EntityId Discourse::near_state(TokenIndex token) const {
  if (main_ == no_entity) return no_entity;
  bool said = false;
  for (std::uint32_t s = current_ + 1; s-- > 0 && current_ - s <= reach_of_states;) {
    for (const recognise::Mention& m : mentions_.by_sentence[s]) {
      if (m.entity == no_entity || (s == current_ && m.begin >= token)) continue;
      const EntityId state = entity(m.entity).kind == ActorKind::country  ? m.entity
                             : entity(m.entity).kind == ActorKind::person ? state_of(m.entity)
                                                                          : no_entity;
      if (state != no_entity && state != main_) return no_entity;
      said = said || state == main_;
    }
    if (said) return main_;
  }
  return no_entity;
}

/// The offices of a state that the current sentence is the first to give to somebody are held at home if it names no
/// state and nobody else holds them there: "Le Premier ministre, Petar Kolev, …".
void Discourse::settle_offices() {
  for (Holder& h : holders_) {
    if (h.sentence != current_ || h.state != no_entity || !h.at_home) continue;
    EntityId state = state_of(h.person);
    if (state == no_entity) state = h.former ? dominant_ : home_state(h.token);
    const bool taken = std::any_of(holders_.begin(), holders_.end(), [&](const Holder& other) {
      return !h.former && !other.former && other.person != h.person && other.state == state &&
             knowledge_.reference.same_office(other.office, h.office);
    });
    if (!taken) h.state = state;
  }
}

/// "le gouvernement", "l'armée" with nothing that says whose. What the president does to his own government is not done
/// to the state.
void Discourse::resolve_home_word(const Tree& tree, TokenIndex token, Actors& out, int depth) {
  if (!knowledge_.reference.at_home.contains(tree.token(token).lemma)) return;
  const TokenIndex det = tree.child(token, Dependency::det);
  const TokenIndex preposition = tree.child(token, Dependency::case_);
  const bool contracted = preposition != no_token && (tree.text(preposition) == "du" || tree.text(preposition) == "au");
  if (det == no_token ? !contracted : tree.lemma(det) != "le") return;
  for (TokenIndex c : Children(tree, token)) {
    const Dependency d = tree.dependency(c);
    if (d == Dependency::nmod || d == Dependency::amod || d == Dependency::acl || d == Dependency::acl_relcl ||
        d == Dependency::appos || d == Dependency::conj || d == Dependency::nummod || tree.mention(c) != nullptr) {
      return;
    }
  }
  const EntityId state = home_state(token);
  if (state == no_entity) return;
  TokenIndex verb = tree.head(token);
  while (verb != no_token && !is_verbal(tree, verb)) verb = tree.head(verb);
  const TokenIndex subject = verb == no_token ? no_token : deep_subject(tree, verb, knowledge_);
  if (subject != no_token && subject != token) {
    Actors own;
    resolve_single(tree, subject, own, depth + 1);
    const bool his = std::any_of(own.begin(), own.end(), [&](const Actor& a) {
      return a.entity == state || (entity(a.entity).kind == ActorKind::person && state_of(a.entity) == state);
    });
    if (his) return;
  }
  out.push_back({state, token, false});
}

}  // namespace depeche::extract
