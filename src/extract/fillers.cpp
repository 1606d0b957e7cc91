#include "extract/matcher.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "extract/guests.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;
using mapping::TriggerClass;
using recognise::ActorKind;
using recognise::EntityId;
using recognise::no_entity;

namespace {

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

/// True if the grammatical subject is where a role's filler stands first.
bool Matcher::fills_subject(const mapping::Filler& filler) const {
  return !filler.paths.empty() && filler.paths[0].is(knowledge_.core.subject);
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

/// The town as those who govern it: an organisation of the same name.
EntityId Matcher::municipality_of(EntityId town) {
  const auto same = [&](const recognise::Entity& e) {
    return e.kind == ActorKind::organisation && e.label == mentions_.entities[town].label;
  };
  auto& entities = mentions_.entities;
  const auto known = std::find_if(entities.begin(), entities.end(), same);
  if (known != entities.end()) return static_cast<EntityId>(known - entities.begin());
  recognise::Entity municipality;
  municipality.kind = ActorKind::organisation;
  municipality.label = entities[town].label;
  municipality.local_id = utf8::slug(municipality.label);
  municipality.names = {municipality.label};
  municipality.iso = entities[town].iso;
  entities.push_back(std::move(municipality));
  return static_cast<EntityId>(entities.size() - 1);
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
  if (row < 0 || discourse_.office_at(tree, office) == nullptr) return no_entity;
  const std::string phrase = discourse_.office_phrase(tree, office);
  for (const auto& known : knowledge_.names.rows()[static_cast<std::size_t>(row)].offices) {
    const std::int32_t country = knowledge_.names.country_row(known.jurisdiction);
    if (country >= 0 && discourse_.names_office(phrase, utf8::fold(known.office))) return country_of_row(country);
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
Actors Matcher::at_home(const Tree& tree, const Predication& p) {
  if (p.pronominal) return {};  // "s'est arrêté"
  for (const TokenIndex agent : p.fillers(knowledge_.core.subject)) {
    if (!knowledge_.reference.state.contains(tree.token(agent).lemma)) return {};
  }
  EntityId sufferer = no_entity;  // where he is from tells nothing
  for (const TokenIndex t : p.fillers(knowledge_.core.object)) {
    for (const Actor& a : discourse_.resolve(tree, t)) {
      if (sufferer == no_entity || mentions_.entities[a.entity].kind == ActorKind::person) sufferer = a.entity;
    }
  }
  const EntityId home = discourse_.home_state(p.predicate, sufferer);
  if (home == no_entity) return {};
  for (const recognise::Mention& m : tree.mentions()) {
    const bool located = m.entity != no_entity && m.entity != home &&
                         m.form != recognise::MentionForm::demonym_adjective &&
                         m.form != recognise::MentionForm::demonym_noun &&
                         (mentions_.entities[m.entity].kind == ActorKind::country ||
                          mentions_.entities[m.entity].kind == ActorKind::place);
    if (located) return {};
  }
  return {{home, no_token, false}};
}

/// "le ministre": the state that the article implies for these holders of the office, where it is one.
EntityId Matcher::implied_state(const Tree& tree, const Predication& p, const Actors& holders) {
  EntityId state = discourse_.implied_jurisdiction(tree, p.predicate, holders[0].entity);
  for (std::size_t i = 1; i < holders.size(); ++i) {  // "les présidents A, B et C": of one state, or it is not clear
    if (discourse_.implied_jurisdiction(tree, p.predicate, holders[i].entity) != state) state = no_entity;
  }
  // Who is known to be of another state does not hold its offices.
  const std::string own = mentions_.entities[holders[0].entity].iso;
  const bool country = state != no_entity && mentions_.entities[state].kind == ActorKind::country;
  if (country && !own.empty() && own != mentions_.entities[state].iso) state = no_entity;
  if (state == no_entity && holders.size() == 1 && p.word_class == TriggerClass::noun)
    state = known_state(tree, p.predicate, holders[0].entity);
  if (const EntityId town = discourse_.town_before(tree, p.predicate); state == no_entity && town != no_entity)
    return municipality_of(town);
  if (state == no_entity && p.word_class == TriggerClass::noun) {
    const std::string iso = discourse_.state_of_title(tree, p.predicate);
    if (!iso.empty() && (own.empty() || own == iso)) state = country_of_row(knowledge_.names.country_row(iso));
  }
  return state;
}

Actors Matcher::implied(const Tree& tree, const Predication& p, const mapping::Filler& filler, const Actors& holders) {
  if (holders.empty()) return {};
  if (const EntityId state = implied_state(tree, p, holders); state != no_entity) return {{state, no_token, false}};
  if (filler.kinds != bit(ActorKind::organisation)) return {};
  // "… les résolutions de l'ONU, que Rome, en tant que membre permanent, …": the organisation said last before
  for (TokenIndex t = p.predicate; t-- > 0;) {
    const recognise::Mention* m = tree.mention(t);
    if (m != nullptr && m->entity != no_entity && mentions_.entities[m->entity].kind == ActorKind::organisation)
      return {{m->entity, t, false}};
  }
  return {};
}

/// "X et Y, fondateur de …": one is not several; the nearest of those coordinated with `t`.
TokenIndex Matcher::nearest_of(const Tree& tree, const Predication& p, TokenIndex t) {
  TokenIndex nearest = t;
  if (p.word_class != TriggerClass::noun || tree.dependency(p.predicate) != Dependency::appos ||
      tree.head(p.predicate) != t || t >= p.predicate ||
      tree.token(p.predicate).morphology.number != language::Number::singular)
    return nearest;
  for (TokenIndex m = t; m < p.predicate; ++m) {
    if (tree.dependency(m) == Dependency::conj && tree.head(m) != no_token &&
        (tree.head(m) == t || tree.head(m) == nearest))
      nearest = m;
  }
  return nearest;
}

/// The actors of the rule's relation for which the token at the end of a path stands.
Actors Matcher::actors_at(const Tree& tree, const Predication& p, const mapping::Rule& rule,
                          const mapping::Filler& filler, TokenIndex t) {
  const TokenIndex nearest = nearest_of(tree, p, t);
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
  return actors;
}

void Matcher::follow(const Tree& tree, const Predication& p, const mapping::Rule& rule, const mapping::Filler& filler,
                     const mapping::Path& path, const Actors& taken, bool lifts_places, bool weak, Actors& out) {
  const CoreFunctions& core = knowledge_.core;
  const mapping::Filler& other_role = &filler == &rule.subject ? rule.object : rule.subject;
  // "Demir, un de ses soutiens": who is supported is not the one who supports.
  const bool owned = path.is(core.subject) && !knowledge_.ontology.relations()[rule.relation_index].symmetric &&
                     other_role.takes(core.possessive);
  // "Rome est son premier fournisseur": not its own.
  Actors excluded = taken;
  const bool of_attribute = path.is(core.possessive) && p.word_class == TriggerClass::noun && fills_subject(other_role);
  for (const TokenIndex s : of_attribute ? p.fillers(core.subject) : std::vector<TokenIndex>{}) {
    const bool open = tree.word_class(s) == WordClass::determiner || p.holds_weakly(core.subject, s);
    const Actors own = open ? Actors{} : discourse_.resolve(tree, s);
    excluded.insert(excluded.end(), own.begin(), own.end());
  }
  const bool shared = p.word_class == TriggerClass::verb && path.is(core.subject);
  for (const TokenIndex t : walk(tree, p, rule, path, weak)) {
    const bool determiner = tree.word_class(t) == WordClass::determiner;
    if (owned && determiner) continue;
    if (!out.empty() && path.steps[0] == core.apposition && has_state_of_its_own(tree, t)) continue;
    Actors actors = actors_at(tree, p, rule, filler, t);
    if (lifts_places && path.steps[0] != core.subject) lift_capitals(tree, actors);
    keep_kind(actors, filler.kinds, lifts_places);
    if (rule.lexicon_trigger == "office" && &filler == &rule.object)  // a coprésident is of no state
      std::erase_if(actors, [&](const Actor& a) { return !may_hold(tree, p.predicate, a.entity); });
    const bool first = out.empty();
    for (const Actor& a : actors) {
      // A further complement of the same kind goes with the first ("avec le président X et jeudi avec le ministre Y").
      const bool same_kind = first || filler.all_paths || shared ||
                             mentions_.entities[out[0].entity].kind == mentions_.entities[a.entity].kind;
      if (same_kind && !contains(excluded, a.entity) && !contains(out, a.entity)) out.push_back(a);
    }
    if (out.empty() && actors.size() == 1 && tree.lemma(t) != "ce" &&
        (determiner || knowledge_.reference.country.contains(tree.token(t).lemma))) {
      // "…, fournissant 80 % de ses importations": not the supplier's own
      EntityId other = discourse_.other_possessor(t, excluded, !determiner);
      if (other == no_entity && of_attribute) other = discourse_.possessor_before(t, excluded);
      if (other != no_entity) out.push_back({other, t, false});
      keep_kind(out, filler.kinds, lifts_places);
    }
    const bool direct = path.steps.size() == 1 && p.holds_directly(path.steps[0], t);
    // "les présidents turcs A, B et C": each name apposed to the plural
    const bool apposed = p.word_class == TriggerClass::noun && path.steps[0] == core.apposition &&
                         tree.token(p.predicate).morphology.number == language::Number::plural;
    const bool more = direct && (shared || apposed || path.steps[0] == core.avec);
    if (!out.empty() && !filler.all_paths && !more) break;
  }
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
    Actors of_article;
    if (path.is(knowledge_.core.theme)) {
      if (const EntityId theme = discourse_.theme(); theme != no_entity && !contains(taken, theme))
        of_article = {{theme, no_token, false}};
    } else if (path.is(knowledge_.core.home)) {
      if (out.empty()) of_article = at_home(tree, p);
    } else if (path.is(knowledge_.core.implied)) {
      of_article = implied(tree, p, filler, taken);
    } else if (ends_in_state(path, knowledge_.mappings.functions())) {
      for (const TokenIndex t : walk(tree, p, rule, without_end(path), weak)) {
        const Actors states = states_of(discourse_, discourse_.resolve(tree, t));
        of_article.insert(of_article.end(), states.begin(), states.end());
      }
    } else if (ends_abroad(path, knowledge_.mappings.functions())) {
      follow(tree, p, rule, filler, without_end(path), taken, lifts_places, weak, out);
    } else {
      follow(tree, p, rule, filler, path, taken, lifts_places, weak, out);
    }
    keep_kind(of_article, filler.kinds, lifts_places);
    out.insert(out.end(), of_article.begin(), of_article.end());
    if (!out.empty() && !filler.all_paths) break;
  }
  return out;
}

}  // namespace depeche::extract
