// Who holds which office in which state, as the article's words beside each name say.
#include <algorithm>

#include "base/utf8.hpp"
#include "extract/discourse.hpp"
#include "extract/grammar.hpp"

namespace depeche::extract {

using language::WordClass;
using recognise::ActorKind;
using recognise::EntityId;
using recognise::Mention;
using recognise::MentionForm;
using recognise::no_entity;

namespace {

/// How many sentences back a town may have been said whose mayor is "le maire".
constexpr std::uint32_t reach_of_towns = 3;

/// False for "le président de l'association": what it presides over is said, and is no state.
bool belongs_to_office(const lexicon::OfficeNoun& noun, std::string_view phrase) {
  const std::size_t de = phrase.find(" d");
  if (de == std::string_view::npos || noun.type == "minister") return true;
  const std::string_view complement = phrase.substr(de + 1);
  if (!complement.starts_with("de ") && !complement.starts_with("du ") && !complement.starts_with("des ") &&
      !complement.starts_with("d'")) {
    return true;
  }
  return std::any_of(noun.after.begin(), noun.after.end(),
                     [&](const std::string& after) { return complement.starts_with(utf8::fold(after)); });
}

/// The noun of a group with de and an article that begins at `t`: "le président turc *du club*", but not "le député
/// turc de gauche"; nullptr if none does.
const language::Token* complement_at(std::string_view text, const std::vector<language::Token>& tokens, std::size_t t,
                                     const language::FormLexicon& forms) {
  if (t >= tokens.size() || tokens[t].word_class != WordClass::preposition || forms.lemma(tokens[t].lemma) != "de")
    return nullptr;
  const std::string_view de = language::text_of(text, tokens[t]);
  bool determined = de == "du" || de == "des";
  for (++t; t < tokens.size(); ++t) {
    if (tokens[t].word_class == WordClass::noun) return determined ? &tokens[t] : nullptr;
    determined = determined || tokens[t].word_class == WordClass::determiner;
    if (tokens[t].word_class != WordClass::determiner && tokens[t].word_class != WordClass::adjective) break;
  }
  return nullptr;
}

/// True if a state's adjective beside the office tells where its holder is from: behind it stands what else the office
/// is held in ("le président turc du club", but "le chef turc du renseignement"), or states have no such office.
bool tells_nationality(const lexicon::OfficeNoun& noun, std::string_view phrase, const language::Token* complement,
                       const mapping::ReferenceWords& reference) {
  if (!noun.of_state) return true;
  if (noun.type == "parliament") return false;  // "le député turc de l'opposition"
  if (complement == nullptr) return noun.type == "business";
  return !reference.state.contains(complement->lemma) && !reference.time_nouns.contains(complement->lemma) &&
         !belongs_to_office(noun, phrase);
}

/// Held in a state if anywhere: "le ministre de la Justice".
bool is_of_state(const lexicon::OfficeNoun& noun, std::string_view phrase) {
  if (!noun.of_state) return false;
  if (!belongs_to_office(noun, phrase)) return false;
  // "le porte-parole du gouvernement": alone he speaks for anybody.
  if (noun.canonical == "porte-parole") {
    return phrase.starts_with("porte-parole du ") || phrase.starts_with("porte-parole de");
  }
  // "le secrétaire national du syndicat": only "secrétaire d'Etat", "secrétaire au Commerce" are of a state.
  if (noun.canonical == "secrétaire" && phrase.find(" d'etat") == std::string_view::npos &&
      phrase.find(" a l") == std::string_view::npos && phrase.find(" au ") == std::string_view::npos) {
    return false;
  }
  // "le procureur général", "la juge fédérale": said alone they may be of anything.
  if (noun.type == "justice") return phrase.find(' ') != std::string_view::npos;
  return noun.type == "head-of-state" || noun.type == "head-of-government" || noun.type == "minister" ||
         noun.canonical == "porte-parole";
}

/// "le député", "la sénatrice": one sits in the parliament of a state, whatever part of it elected them.
bool is_of_parliament(const lexicon::OfficeNoun& noun, std::string_view phrase) {
  return noun.type == "parliament" && noun.of_state && (phrase.starts_with("depute") || phrase.starts_with("senat")) &&
         !phrase.starts_with("deputes") && !phrase.starts_with("deputees") &&
         phrase.find(" europeen") == std::string_view::npos;
}

/// Of the state that the article speaks of wherever nothing else is said: not "le chef", "le prince", "le roi", whose
/// bearers are as often foreign, nor "le chef de la diplomatie européenne".
bool is_held_at_home(const lexicon::OfficeNoun& noun, std::string_view phrase,
                     const mapping::ReferenceWords& reference) {
  if (!is_of_state(noun, phrase) || phrase.find(" europeen") != std::string_view::npos) return false;
  if (noun.type != "head-of-state") return true;
  const std::size_t space = std::min(phrase.find(' '), phrase.size());
  std::string canonical = utf8::fold(noun.canonical);  // "cheffe du gouvernement", "présidents"
  if (is_ex(canonical)) canonical.erase(0, 3);
  return noun.of_organisation && reference.has_class(canonical.append(phrase.substr(space)));
}

}  // namespace

bool Discourse::is_nationality(const Tree& tree, TokenIndex adjective) const {
  const Mention* m = tree.mention(adjective);
  const TokenIndex office = tree.head(adjective);
  if (m == nullptr || m->form != MentionForm::demonym_adjective || office == no_token) return false;
  const auto* noun = knowledge_.names.find_office(tree.text(office));
  return noun != nullptr &&
         tells_nationality(*noun, office_phrase(tree, office),
                           complement_at(tree.article_text(), tree.sentence().tokens, m->end, knowledge_.forms),
                           knowledge_.reference);
}

/// Who holds which office according to the article, read off the words beside each name, before any parsing:
/// "le ministre turc des Affaires étrangères, Mevlut Demir", "Mevlut Demir, ministre turc de la Défense".
void Discourse::register_offices() {
  for (std::uint32_t s = 0; s < sentences_.size(); ++s) {
    for (const Mention& m : mentions_.by_sentence[s]) {
      if (m.entity != no_entity && entity(m.entity).kind == ActorKind::person && is_name(m)) register_office(s, m);
    }
  }
}

void Discourse::register_office(std::uint32_t sentence, const Mention& mention) {
  const auto& tokens = sentences_[sentence].tokens;
  const auto text = [&](std::size_t t) { return language::text_of(article_.text, tokens[t]); };
  const auto mention_at = [&](std::size_t t) -> const Mention* {
    for (const Mention& m : mentions_.by_sentence[sentence]) {
      if (t >= m.begin && t < m.end) return &m;
    }
    return nullptr;
  };
  // Backwards over the words of a title, at most ten, down to the office noun.
  std::size_t at = mention.begin;
  if (at > 0 && text(at - 1) == ",") --at;
  // "a dit le président turc à Anna Pappas": the title is not hers.
  const bool addressed = at > 0 && tokens[at - 1].word_class == WordClass::preposition;
  if (addressed) at = 0;
  std::size_t office = tokens.size();
  for (std::size_t steps = 0; at > 0 && steps < 10; ++steps) {
    --at;
    const std::string_view word = text(at);
    if (word == "," || word == "." || word == ":" || word == ";" || word == "(" || word == "»" || word == "\"") break;
    if (const Mention* m = mention_at(at); m != nullptr) {
      if (is_name(*m) && m->entity != no_entity && entity(m->entity).kind == ActorKind::person) break;
      continue;
    }
    if (word == "et" && at + 1 < tokens.size() && tokens[at + 1].word_class == WordClass::determiner) break;
    if (tokens[at].word_class == WordClass::verb || tokens[at].word_class == WordClass::auxiliary) break;
    if (const auto* noun = knowledge_.names.find_office(word); noun != nullptr && !noun->person_title) {
      office = at;  // keep on: "vice-président du conseil" has its office noun leftmost
    }
  }
  std::size_t end = mention.begin;
  if (office == tokens.size()) {  // "X, (le) président turc …"
    std::size_t t = mention.end;
    if (t < tokens.size() && text(t) == ",") {
      ++t;
      for (std::size_t steps = 0; t < tokens.size() && steps < 4; ++steps, ++t) {
        const auto* noun = knowledge_.names.find_office(text(t));
        if (noun != nullptr && !noun->person_title) {
          office = t;
          break;
        }
        const WordClass w = tokens[t].word_class;
        if (w != WordClass::determiner && w != WordClass::adjective && w != WordClass::unknown) break;
      }
      if (office < tokens.size()) {
        end = office + 1;
        while (end < tokens.size() && end < office + 9 && text(end) != "," && text(end) != "." && text(end) != ")" &&
               tokens[end].word_class != WordClass::verb && tokens[end].word_class != WordClass::auxiliary) {
          ++end;
        }
      }
    }
  }
  if (office >= tokens.size()) return;
  Holder holder{mention.entity, {}, no_entity};
  holder.sentence = sentence;
  holder.token = static_cast<TokenIndex>(office);
  const auto* noun = knowledge_.names.find_office(text(office));
  // Not "l'ambassadeur en Turquie", "la directrice du festival aux Pays-Bas".
  const auto stands_with_de = [&](const Mention& m) {
    for (std::size_t t = m.begin; t-- > office;) {
      if (tokens[t].word_class == WordClass::preposition) return knowledge_.forms.lemma(tokens[t].lemma) == "de";
      if (tokens[t].word_class != WordClass::determiner && tokens[t].word_class != WordClass::adjective) break;
    }
    return true;
  };
  std::size_t adjective_end = 0;  // of the one that names the state
  for (std::size_t t = office; t < end; ++t) {
    if (text(t) == ",") break;
    const Mention* m = mention_at(t);
    if (m != nullptr) {
      const bool adjective = m->form == MentionForm::demonym_adjective;
      if (m->entity != no_entity && entity(m->entity).kind == ActorKind::country && holder.state == no_entity &&
          (adjective || stands_with_de(*m))) {
        holder.state = m->entity;
        adjective_end = adjective ? m->end : 0;
      }
      if (m->form == MentionForm::demonym_adjective) continue;
      break;
    }
    if (t == office && office > 0 && utf8::fold(text(office - 1)) == "premier") holder.office = "premier ";
    if (!holder.office.empty() && holder.office.back() != ' ' && holder.office.back() != '\'') holder.office += ' ';
    holder.office += utf8::fold(text(t));
  }
  while (holder.office.ends_with(" de") || holder.office.ends_with(" du") || holder.office.ends_with(" la") ||
         holder.office.ends_with(" des") || holder.office.ends_with(" le")) {
    holder.office.resize(holder.office.rfind(' '));
  }
  for (std::size_t t = office; t > 0 && t + 2 > office; --t) {  // "l'ancien président", "l'ancien Premier ministre"
    holder.former = holder.former || knowledge_.cues.ended_adjectives.contains(tokens[t - 1].lemma);
  }
  if (is_ex(holder.office)) {
    holder.former = true;
    holder.office.erase(0, 3);
  }
  // "le président turc du club", "le président du club turc"
  const auto tells_of_holder = [&](std::size_t t) {
    return tells_nationality(*noun, holder.office, complement_at(article_.text, tokens, t, knowledge_.forms),
                             knowledge_.reference);
  };
  const bool seated = complement_at(article_.text, tokens, office + 1, knowledge_.forms) != nullptr;
  holder.from_there = adjective_end != 0 && tells_of_holder(seated ? office + 1 : adjective_end);
  // "son chef de la diplomatie", "le président Les Verts du Tyrol Jonas Lindqvist"
  const std::string before = office > 0 ? utf8::fold(text(office - 1)) : std::string();
  bool elsewhere = before == "son" || before == "sa" || before == "leur";
  for (std::size_t t = office; t < end; ++t) elsewhere = elsewhere || mention_at(t) != nullptr;
  holder.at_home = noun != nullptr && !elsewhere && is_held_at_home(*noun, holder.office, knowledge_.reference);
  add_holder(std::move(holder));
}

/// Once each, however often the article says it.
void Discourse::add_holder(Holder holder) {
  const bool known = std::any_of(holders_.begin(), holders_.end(), [&](const Holder& h) {
    return h.person == holder.person && h.state == holder.state && h.office == holder.office &&
           h.former == holder.former;
  });
  if (!known) holders_.push_back(std::move(holder));
}

const lexicon::OfficeNoun* Discourse::office_at(const Tree& tree, TokenIndex token) const {
  if (const auto* noun = knowledge_.names.find_office(tree.text(token)); noun != nullptr) return noun;
  std::vector<std::string_view> words;
  for (TokenIndex t = token; t < tree.size() && words.size() < 4; ++t) words.push_back(tree.text(t));
  const lexicon::OfficeNoun* noun = nullptr;  // "garde des Sceaux"
  return knowledge_.names.longest_office(words, noun) > 1 ? noun : nullptr;
}

EntityId Discourse::town_before(const Tree& tree, TokenIndex office) const {
  const auto* noun = knowledge_.names.find_office(tree.text(office));
  if (noun == nullptr || noun->type != "municipal" || noun->of_state) return no_entity;
  EntityId town = no_entity;
  for (std::uint32_t s = current_ + 1; s-- > 0 && current_ - s <= reach_of_towns && town == no_entity;) {
    for (const Mention& m : mentions_.by_sentence[s]) {
      if (m.entity == no_entity || (s == current_ && m.begin >= office)) continue;
      const recognise::Entity& e = entity(m.entity);
      const bool city = e.kind == ActorKind::place && e.lexicon_row >= 0 &&
                        knowledge_.names.rows()[static_cast<std::size_t>(e.lexicon_row)].type == "city";
      if (!city || m.entity == town) continue;
      if (town != no_entity) return no_entity;
      town = m.entity;
    }
  }
  return town;
}

EntityId Discourse::implied_jurisdiction(const Tree& tree, TokenIndex office, EntityId person) const {
  const auto* noun = office_at(tree, office);
  // "a démissionné", "élu en 2020", "depuis son élection"
  if (noun == nullptr || tree.word_class(office) == WordClass::verb) return state_governed_by(person);
  if (noun->person_title) return no_entity;
  const std::string phrase = office_phrase(tree, office);
  const EntityId known = jurisdiction_of(person, phrase);
  const TokenIndex determiner = tree.child(office, language::Dependency::det);
  // "la Fondation Varga et son président": what he presides over besides is not meant.
  const bool owned = determiner != no_token && (tree.lemma(determiner) == "son" || tree.lemma(determiner) == "leur");
  if (known != no_entity && (!owned || entity(known).kind == ActorKind::country)) return known;
  const bool parliament = is_of_parliament(*noun, phrase);
  if (!parliament && !belongs_to_office(*noun, phrase)) return no_entity;
  const bool own = noun->of_state && !noun->of_organisation;
  if (const std::string& iso = entity(person).iso; !iso.empty() && (own || parliament)) {
    for (EntityId id = 0; id < mentions_.entities.size(); ++id) {
      if (mentions_.entities[id].kind == ActorKind::country && mentions_.entities[id].iso == iso) return id;
    }
  }
  if (!parliament && !is_of_state(*noun, phrase)) return no_entity;
  if (const EntityId frame = frame_state(); frame != no_entity) return frame;
  if (!parliament && dominant_ != no_entity) return dominant_;
  // "la présidente", "le chef" may be of anything else that the article speaks of.
  if (!parliament && noun->of_organisation) return no_entity;
  if (!parliament && !is_held_at_home(*noun, phrase, knowledge_.reference)) return no_entity;
  const EntityId near = near_state(office);
  return parliament && near != dominant_ ? no_entity : near;
}

std::string Discourse::state_of_title(const Tree& tree, TokenIndex office) const {
  const auto* noun = knowledge_.names.find_office(tree.text(office));
  if (noun == nullptr || !noun->of_state) return {};
  const bool local = is_of_parliament(*noun, office_phrase(tree, office)) || noun->type == "justice" ||
                     (noun->type == "other" && !noun->of_organisation);  // "le préfet de l'Aisne"
  if (!local) return {};
  for (auto t = static_cast<TokenIndex>(office + 1); t < tree.size() && t < office + 10; ++t) {
    const WordClass w = tree.word_class(t);
    const Mention* m = tree.mention(t);
    if (m == nullptr && (w == WordClass::verb || w == WordClass::auxiliary || w == WordClass::pronoun)) break;
    if (m == nullptr && w == WordClass::punctuation && tree.text(t) != "(") break;
    if (m == nullptr || m->entity == no_entity) continue;
    const recognise::Entity& e = entity(m->entity);
    if (e.kind == ActorKind::person || e.kind == ActorKind::country || e.lexicon_row < 0) break;
    const auto& row = knowledge_.names.rows()[static_cast<std::size_t>(e.lexicon_row)];
    if (!e.iso.empty() && (e.kind == ActorKind::place ? row.lift : row.type == "party")) return e.iso;
  }
  return {};
}

}  // namespace depeche::extract
