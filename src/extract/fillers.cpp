#include "extract/matcher.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "extract/figures.hpp"
#include "extract/grammar.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;
using mapping::FunctionId;
using mapping::Status;
using mapping::TriggerClass;
using recognise::ActorKind;
using recognise::EntityId;
using recognise::no_entity;

namespace {

TriggerClass class_of(const Tree& tree, TokenIndex t) {
  switch (tree.word_class(t)) {
    case WordClass::verb:
    case WordClass::auxiliary:
      return TriggerClass::verb;
    case WordClass::adjective:  // "le nucléaire iranien": a noun by its article or preposition
      return tree.has_child(t, Dependency::det) || tree.has_child(t, Dependency::case_) ? TriggerClass::noun
                                                                                        : TriggerClass::adjective;
    default:
      return TriggerClass::noun;
  }
}

bool contains(const Actors& actors, EntityId id) {
  return std::any_of(actors.begin(), actors.end(), [&](const Actor& a) { return a.entity == id; });
}

}  // namespace

Actors Matcher::named_between(const Tree& tree, const Predication& p, const mapping::Rule& rule) {
  for (const mapping::Filler* filler : {&rule.subject, &rule.object}) {
    for (const mapping::Path& path : filler->paths) {
      if (path.steps.empty() || path.steps.back() != knowledge_.core.entre) continue;
      for (const TokenIndex t : walk(tree, p, rule, path, false)) {
        Actors actors = discourse_.resolve(tree, t);
        std::erase_if(actors, [](const Actor& a) { return a.weak; });  // planes of a state do not talk
        keep_kind(actors, static_cast<mapping::KindSet>(rule.subject.kinds | rule.object.kinds), false);
        if (actors.size() > 1) return actors;
      }
    }
  }
  return {};
}

std::vector<TokenIndex> Matcher::step(const Tree& tree, const Predication& p, FunctionId function) {
  const CoreFunctions& core = knowledge_.core;
  if (function == core.self) return {p.predicate};
  if (function == core.support)
    return p.support == no_token ? std::vector<TokenIndex>{} : std::vector<TokenIndex>{p.support};
  if (function == core.clause) {
    // "Mevlut Demir en visite au Chili"
    if (const TokenIndex h = tree.head(p.predicate);
        h != no_token && h < p.predicate && (tree.mention(h) != nullptr || tree.word_class(h) == WordClass::noun) &&
        preposition_of(tree, p.predicate) == "en") {
      return {h};
    }
    // "…, le président Mevlut Demir, en visite au Chili, …": the name before the comma, wherever the group hangs.
    if (const TokenIndex en = tree.child(p.predicate, Dependency::case_);
        en != no_token && en > 1 && (tree.lemma(en) == "en" || (tree.lemma(en) == "de" && en + 1 == p.predicate)) &&
        tree.text(static_cast<TokenIndex>(en - 1)) == ",") {  // "…, de retour du Chili, …" too
      const recognise::Mention* m = tree.mention(static_cast<TokenIndex>(en - 2));
      if (m != nullptr && m->form != recognise::MentionForm::demonym_adjective) return {tree.head_of(*m)};
      // "…, par le chef de l'État, en visite au Chili, …"
      for (auto t = static_cast<TokenIndex>(en - 2); t != no_token && tree.end_of(t) + 1 <= en; t = tree.head(t)) {
        if (tree.word_class(t) == WordClass::noun && knowledge_.names.find_office(tree.text(t)) != nullptr) return {t};
      }
    }
    if (preposition_of(tree, p.predicate) == "contre") return {};  // who is against a visit does not make it
    TokenIndex below = p.predicate;
    for (TokenIndex up = tree.head(p.predicate); up != no_token; below = up, up = tree.head(up)) {
      if (tree.word_class(up) != WordClass::verb && !tree.has_child(up, Dependency::cop)) continue;
      // Who welcomes or criticises an agreement is no party to it.
      if (tree.dependency(below) == Dependency::obj && knowledge_.reference.attitudes.contains(tree.token(up).lemma))
        return {};
      const TokenIndex s = surface_subject(tree, up, knowledge_);
      if (s == no_token || tree.dominates(s, p.predicate)) return {};
      return {s};
    }
    return {};
  }
  return p.fillers(function);
}

/// True if the rule itself wants such a holder there: it names the noun in a condition ("expulser un diplomate russe"),
/// or it is about offices.
bool Matcher::asks_for(const mapping::Rule& rule, const mapping::Path& path, std::size_t steps,
                       const language::Token& token) const {
  if (knowledge_.ontology.relations()[rule.relation_index].key_qualifier == "office") return true;
  return std::any_of(rule.conditions.begin(), rule.conditions.end(), [&](const mapping::Condition& c) {
    return !c.negated && c.path.steps.size() <= steps &&
           std::equal(c.path.steps.begin(), c.path.steps.end(), path.steps.begin()) &&
           std::find(c.lemmas.begin(), c.lemmas.end(), token.lemma) != c.lemmas.end();
  });
}

std::vector<TokenIndex> Matcher::walk(const Tree& tree, const Predication& p, const mapping::Rule& rule,
                                      const mapping::Path& path, bool weak) {
  std::vector<TokenIndex> at;
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    if (i == 0) {
      for (const TokenIndex t : step(tree, p, path.steps[0])) {
        if (weak || !p.holds_weakly(path.steps[0], t)) at.push_back(t);
      }
      continue;
    }
    std::vector<TokenIndex> next;
    for (const TokenIndex t : at) {
      // A coordinated group is walked member by member.
      std::vector<TokenIndex> members{t};
      for (std::size_t m = 0; m < members.size() && m < 16; ++m) {
        for (TokenIndex c : Children(tree, members[m])) {
          const bool amount = tree.word_class(members[m]) == WordClass::symbol ||
                              knowledge_.reference.quantities.contains(tree.token(members[m]).lemma);
          if (tree.dependency(c) == Dependency::conj ||
              (amount && tree.dependency(c) == Dependency::nmod && preposition_of(tree, c) == "de")) {
            members.push_back(c);
          }
        }
      }
      for (const TokenIndex member : members) {
        if (is_possessive(path.steps[i]) && denotes_holder(tree, member) &&
            !asks_for(rule, path, i, tree.token(member))) {
          continue;
        }
        const Predication& inner = predication(tree, member, class_of(tree, member));
        for (const TokenIndex f : step(tree, inner, path.steps[i])) {
          if (std::find(next.begin(), next.end(), f) == next.end()) next.push_back(f);
        }
      }
    }
    at = std::move(next);
  }
  return at;
}

/// "le ministre turc" is a person, and what is done to him is not done to Turkey.
bool Matcher::denotes_holder(const Tree& tree, TokenIndex token) const {
  if (knowledge_.reference.counterpart.contains(tree.token(token).lemma)) return true;
  const auto* office = knowledge_.names.find_office(tree.text(token));
  return office != nullptr && !office->person_title;
}

/// True if the grammatical subject is where a role's filler stands first.
bool Matcher::fills_subject(const mapping::Filler& filler) const {
  return !filler.paths.empty() && filler.paths[0].steps.size() == 1 &&
         filler.paths[0].steps[0] == knowledge_.core.subject;
}

bool Matcher::is_possessive(FunctionId f) const {
  return f == knowledge_.core.genitive || f == knowledge_.core.adjective || f == knowledge_.core.possessive ||
         f == knowledge_.core.de;
}

bool Matcher::holds(const Tree& tree, const Predication& p, const mapping::Rule& rule, const mapping::Condition& c) {
  std::vector<TokenIndex> tokens =
      c.path.steps.empty() ? std::vector<TokenIndex>{p.predicate} : walk(tree, p, rule, c.path);
  for (std::size_t i = 0; i < tokens.size() && i < 16; ++i) {  // "600 millions de dollars d'armes" are arms
    const bool amount = tree.word_class(tokens[i]) == WordClass::symbol ||
                        knowledge_.reference.quantities.contains(tree.token(tokens[i]).lemma);
    if (c.path.steps.empty() || !amount) continue;
    for (TokenIndex child : Children(tree, tokens[i])) {
      const bool more =
          tree.dependency(child) == Dependency::conj && tree.word_class(child) == WordClass::symbol;  // "31 % et 14 %"
      if (more || (tree.dependency(child) == Dependency::nmod && preposition_of(tree, child) == "de"))
        tokens.push_back(child);
    }
  }
  bool found = false;
  if (c.lemmas.empty() && c.words.empty()) {
    found = !tokens.empty();
    return c.present ? found : !found;
  }
  const auto is_one = [&](TokenIndex t) {
    const language::LemmaId l = tree.token(t).lemma;
    if (l != language::no_lemma && std::find(c.lemmas.begin(), c.lemmas.end(), l) != c.lemmas.end()) return true;
    if (c.lemmas.size() == c.words.size()) return false;  // the lexicon knows them all
    return std::find(c.words.begin(), c.words.end(), tree.lemma(t)) != c.words.end() ||
           std::find(c.folded.begin(), c.folded.end(), utf8::fold(tree.text(t))) != c.folded.end();
  };
  for (const TokenIndex t : tokens) {
    if (is_one(t)) found = true;
    if (tree.word_class(t) == WordClass::symbol) {  // "18 % des importations", wherever "importations" hangs
      for (TokenIndex b = static_cast<TokenIndex>(t + 1); b < tree.size() && b < t + 4; ++b) {
        if (tree.word_class(b) == WordClass::noun && tree.lemma(static_cast<TokenIndex>(t + 1)) == "de" && is_one(b))
          found = true;
      }
    }
    for (TokenIndex child : Children(tree, t)) {
      const Dependency d = tree.dependency(child);
      if (d == Dependency::amod || d == Dependency::nmod || d == Dependency::conj || d == Dependency::acl ||
          d == Dependency::det || d == Dependency::advmod || d == Dependency::nummod || d == Dependency::case_ ||
          d == Dependency::aux_tense || d == Dependency::aux_pass ||
          (d == Dependency::flat_name && tree.word_class(child) == WordClass::proper_noun)) {
        if (is_one(child)) found = true;
      }
    }
  }
  return found != c.negated;
}

EntityId Matcher::country_of(EntityId place) {
  const recognise::Entity& e = mentions_.entities[place];
  if (e.iso.empty() || e.lexicon_row < 0) return no_entity;
  if (!knowledge_.names.rows()[static_cast<std::size_t>(e.lexicon_row)].lift) return no_entity;
  return country_of_row(knowledge_.names.country_row(e.iso));
}

/// The country of that row of the names lexicon, as an entity of the article.
EntityId Matcher::country_of_row(std::int32_t row) {
  if (row < 0) return no_entity;
  const auto& known = knowledge_.names.rows()[static_cast<std::size_t>(row)];
  for (EntityId id = 0; id < mentions_.entities.size(); ++id) {
    if (mentions_.entities[id].kind == ActorKind::country && mentions_.entities[id].iso == known.iso) return id;
  }
  recognise::Entity country;
  country.kind = ActorKind::country;
  country.qid = known.qid;
  country.local_id = utf8::slug(known.label);
  country.label = known.label;
  country.names = {known.label};
  country.iso = known.iso;
  country.gender = known.gender;
  country.number = known.number;
  country.lexicon_row = row;
  mentions_.entities.push_back(std::move(country));
  return static_cast<EntityId>(mentions_.entities.size() - 1);
}

/// Who goes to "Bruxelles" goes to Belgium, although elsewhere the Union is meant: capitals that also stand for an
/// organisation are the country's where a place is wanted.
void Matcher::lift_capitals(const Tree& tree, Actors& actors) {
  for (Actor& a : actors) {
    const recognise::Mention* m = a.token == no_token ? nullptr : tree.mention(a.token);
    if (m == nullptr || m->form != recognise::MentionForm::capital ||
        mentions_.entities[a.entity].kind != ActorKind::organisation)
      continue;
    std::vector<std::string_view> words;
    for (TokenIndex t = m->begin; t < m->end; ++t) words.push_back(tree.text(t));
    std::vector<lexicon::NameMatch> bearers;
    if (knowledge_.names.longest_match(words, bearers) != words.size()) continue;
    for (const lexicon::NameMatch& bearer : bearers) {
      if (bearer.form != lexicon::NameForm::capital) continue;
      if (const EntityId country = country_of_row(static_cast<std::int32_t>(bearer.row)); country != no_entity)
        a.entity = country;
      break;
    }
  }
}

void Matcher::keep_kind(Actors& actors, mapping::KindSet kinds, bool lifts_places) {
  Actors kept;
  for (Actor a : actors) {
    if (lifts_places && mentions_.entities[a.entity].kind == ActorKind::place) {
      if (const EntityId country = country_of(a.entity); country != no_entity) a.entity = country;
    }
    // Nobody's visit is to a sea.
    const std::int32_t row = mentions_.entities[a.entity].lexicon_row;
    if (lifts_places && row >= 0 && knowledge_.names.rows()[static_cast<std::size_t>(row)].type == "sea") continue;
    if (kinds != 0 && (bit(mentions_.entities[a.entity].kind) & kinds) == 0) continue;
    if (!contains(kept, a.entity)) kept.push_back(a);
  }
  actors = std::move(kept);
}

/// Who holds office in a state visits its places, and not the state: "la présidente turque s'est rendue à Izmir".
void Matcher::stay_at_home(const Tree& tree, const Actors& visitors, Actors& hosts) const {
  if (visitors.empty() || mentions_.entities[visitors[0].entity].kind != ActorKind::person) return;
  const EntityId home = discourse_.state_of(visitors[0].entity);
  if (home == no_entity) return;
  std::erase_if(hosts, [&](Actor& a) {
    if (a.entity != home) return false;
    const recognise::Mention* m = a.token == no_token ? nullptr : tree.mention(a.token);
    if (m == nullptr || m->entity == no_entity || mentions_.entities[m->entity].kind != ActorKind::place) return true;
    a.entity = m->entity;
    return false;
  });
}

/// The state in which the lexicon knows a person to have held the office, even where the article does not name it.
EntityId Matcher::known_state(const Tree& tree, TokenIndex office, EntityId person) {
  const std::int32_t row = mentions_.entities[person].lexicon_row;
  if (row < 0 || knowledge_.names.find_office(tree.text(office)) == nullptr) return no_entity;
  const std::string phrase = discourse_.office_phrase(tree, office);
  for (const auto& known : knowledge_.names.rows()[static_cast<std::size_t>(row)].offices) {
    const std::int32_t country = knowledge_.names.country_row(known.jurisdiction);
    if (country >= 0 && knowledge_.reference.same_office(utf8::fold(known.office), phrase))
      return country_of_row(country);
  }
  return no_entity;
}

/// "les présidents turc A, *grec* B": another state stands right before the name.
bool Matcher::has_state_of_its_own(const Tree& tree, TokenIndex name) const {
  const recognise::Mention* m = tree.mention(name);
  const recognise::Mention* before =
      m == nullptr || m->begin == 0 ? nullptr : tree.mention(static_cast<TokenIndex>(m->begin - 1));
  return before != nullptr && before->form == recognise::MentionForm::demonym_adjective;
}

/// "X a été arrêté", "condamné par un tribunal": the state of which the article speaks, where the sentence names no
/// other and nobody else who did it.
Actors Matcher::at_home(const Tree& tree, const Predication& p) const {
  if (p.pronominal) return {};  // "s'est arrêté"
  for (const TokenIndex agent : p.fillers(knowledge_.core.subject)) {
    if (!knowledge_.reference.state.contains(tree.token(agent).lemma)) return {};
  }
  const EntityId home = discourse_.home_state(p.predicate);
  if (home == no_entity) return {};
  for (const recognise::Mention& m : tree.mentions()) {
    const bool located = m.entity != no_entity && m.entity != home &&
                         m.form != recognise::MentionForm::demonym_adjective &&
                         (mentions_.entities[m.entity].kind == ActorKind::country ||
                          mentions_.entities[m.entity].kind == ActorKind::place);
    if (located) return {};
  }
  return {{home, no_token, false}};
}

Actors Matcher::fill(const Tree& tree, const Predication& p, const mapping::Rule& rule, const mapping::Filler& filler,
                     const Actors& taken, bool lifts_places) {
  Actors out = fill(tree, p, rule, filler, taken, lifts_places, false);
  if (out.empty()) out = fill(tree, p, rule, filler, taken, lifts_places, true);
  return out;
}

Actors Matcher::fill(const Tree& tree, const Predication& p, const mapping::Rule& rule, const mapping::Filler& filler,
                     const Actors& taken, bool lifts_places, bool weak) {
  Actors out;
  for (const mapping::Path& path : filler.paths) {
    if (path.steps.size() == 1 && path.steps[0] == knowledge_.core.theme) {
      const EntityId theme = discourse_.theme();
      Actors one;
      if (theme != no_entity && !contains(taken, theme)) one.push_back({theme, no_token, false});
      keep_kind(one, filler.kinds, lifts_places);
      out.insert(out.end(), one.begin(), one.end());
    } else if (path.steps.size() == 1 && path.steps[0] == knowledge_.core.home) {
      if (out.empty()) out = at_home(tree, p);
      keep_kind(out, filler.kinds, lifts_places);
    } else if (path.steps.size() == 1 && path.steps[0] == knowledge_.core.implied) {
      EntityId state = taken.empty() ? no_entity : discourse_.implied_jurisdiction(tree, p.predicate, taken[0].entity);
      for (const Actor& holder : taken) {  // "les présidents A, B et C": of one state, or it is not clear
        if (discourse_.implied_jurisdiction(tree, p.predicate, holder.entity) != state) state = no_entity;
      }
      if (taken.empty()) continue;
      // Who is known to be of another state does not hold its offices.
      const std::string& own = mentions_.entities[taken[0].entity].iso;
      const bool country = state != no_entity && mentions_.entities[state].kind == ActorKind::country;
      if (country && !own.empty() && own != mentions_.entities[state].iso) state = no_entity;
      if (state == no_entity && taken.size() == 1 && p.word_class == TriggerClass::noun)
        state = known_state(tree, p.predicate, taken[0].entity);
      Actors one;
      if (state != no_entity) one.push_back({state, no_token, false});
      // "… les résolutions de l'ONU, que Rome, en tant que membre permanent, …": the organisation said last before
      if (filler.kinds == bit(ActorKind::organisation)) {
        for (TokenIndex t = p.predicate; t-- > 0 && one.empty();) {
          const recognise::Mention* m = tree.mention(t);
          if (m != nullptr && m->entity != no_entity && mentions_.entities[m->entity].kind == ActorKind::organisation)
            one.push_back({m->entity, t, false});
        }
      }
      keep_kind(one, filler.kinds, lifts_places);
      out.insert(out.end(), one.begin(), one.end());
    } else {
      // "Demir, un de ses soutiens": who is supported is not the one who supports.
      const mapping::Filler& other_role = &filler == &rule.subject ? rule.object : rule.subject;
      const bool owned = path.steps[0] == knowledge_.core.subject &&
                         !knowledge_.ontology.relations()[rule.relation_index].symmetric &&
                         std::any_of(other_role.paths.begin(), other_role.paths.end(), [&](const mapping::Path& other) {
                           return other.steps.size() == 1 && other.steps[0] == knowledge_.core.possessive;
                         });
      // "Rome est son premier fournisseur": not its own.
      Actors excluded = taken;
      const bool of_attribute = path.steps.size() == 1 && path.steps[0] == knowledge_.core.possessive &&
                                p.word_class == TriggerClass::noun && fills_subject(other_role);
      for (const TokenIndex s : of_attribute ? p.fillers(knowledge_.core.subject) : std::vector<TokenIndex>{}) {
        const bool open = tree.word_class(s) == WordClass::determiner || p.holds_weakly(knowledge_.core.subject, s);
        const Actors own = open ? Actors{} : discourse_.resolve(tree, s);
        excluded.insert(excluded.end(), own.begin(), own.end());
      }
      for (const TokenIndex t : walk(tree, p, rule, path, weak)) {
        if (owned && path.steps.size() == 1 && tree.word_class(t) == WordClass::determiner) continue;
        if (!out.empty() && path.steps[0] == knowledge_.core.apposition && has_state_of_its_own(tree, t)) continue;
        // "X et Y, fondateur de …": one is not several; the nearest.
        TokenIndex nearest = t;
        if (p.word_class == TriggerClass::noun && tree.dependency(p.predicate) == Dependency::appos &&
            tree.head(p.predicate) == t && t < p.predicate &&
            tree.token(p.predicate).morphology.number == language::Number::singular) {
          for (TokenIndex m = t; m < p.predicate; ++m) {
            if (tree.dependency(m) == Dependency::conj && tree.head(m) != no_token &&
                (tree.head(m) == t || tree.head(m) == nearest))
              nearest = m;
          }
        }
        Actors actors = t == p.predicate || nearest != t || p.alone == t ? discourse_.resolve_alone(tree, nearest)
                                                                         : discourse_.resolve(tree, t);
        // "des pays de l'Otan tels que le Portugal": the examples are such states
        const bool several = t == p.predicate && tree.token(t).morphology.number != language::Number::singular;
        if (several && actors.empty() && filler.kinds == bit(ActorKind::country)) actors = discourse_.examples(tree, t);
        const mapping::RelationType& relation = knowledge_.ontology.relations()[rule.relation_index];
        // "onze Français" do not make France a member
        std::erase_if(actors, [&](const Actor& a) {
          return a.weak && (relation.symmetric || (!relation.event && tree.mention(a.token) != nullptr));
        });
        if (lifts_places && path.steps[0] != knowledge_.core.subject) lift_capitals(tree, actors);
        keep_kind(actors, filler.kinds, lifts_places);
        const bool shared =
            p.word_class == TriggerClass::verb && path.steps.size() == 1 && path.steps[0] == knowledge_.core.subject;
        const bool first = out.empty();
        for (const Actor& a : actors) {
          // A further complement of the same kind goes with the first ("avec le président X et jeudi avec le ministre
          // Y").
          const bool same_kind = first || filler.all_paths || shared ||
                                 mentions_.entities[out[0].entity].kind == mentions_.entities[a.entity].kind;
          if (same_kind && !contains(excluded, a.entity) && !contains(out, a.entity)) out.push_back(a);
        }
        if (out.empty() && actors.size() == 1 && tree.lemma(t) != "ce" &&
            (tree.word_class(t) == WordClass::determiner ||
             knowledge_.reference.country.contains(tree.token(t).lemma))) {
          // "…, fournissant 80 % de ses importations": not the supplier's own
          EntityId other = discourse_.other_possessor(t, excluded, tree.word_class(t) != WordClass::determiner);
          if (other == no_entity && of_attribute) other = discourse_.possessor_before(t, excluded);
          Actors one;
          if (other != no_entity) one.push_back({other, t, false});
          keep_kind(one, filler.kinds, lifts_places);
          out.insert(out.end(), one.begin(), one.end());
        }
        const bool direct = path.steps.size() == 1 && p.holds_directly(path.steps[0], t);
        // "les présidents turcs A, B et C": each name apposed to the plural
        const bool apposed = p.word_class == TriggerClass::noun && path.steps[0] == knowledge_.core.apposition &&
                             tree.token(p.predicate).morphology.number == language::Number::plural;
        const bool more = direct && (shared || apposed || path.steps[0] == knowledge_.core.avec);
        if (!out.empty() && !filler.all_paths && !more) break;
      }
    }
    if (!out.empty() && !filler.all_paths) break;
  }
  return out;
}

std::string Matcher::describe(const mapping::Condition& condition) const {
  std::string out = "condition on '";
  for (std::size_t i = 0; i < condition.path.steps.size(); ++i) {
    if (i != 0) out += '.';
    out += knowledge_.mappings.functions().name(condition.path.steps[i]);
  }
  return out + (condition.negated ? "' excludes this" : "' does not hold");
}

std::string Matcher::describe(const mapping::Filler& filler) const {
  std::string out;
  for (const mapping::Path& path : filler.paths) {
    if (!out.empty()) out += ", ";
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
      if (i != 0) out += '.';
      out += knowledge_.mappings.functions().name(path.steps[i]);
    }
  }
  return out;
}

}  // namespace depeche::extract
