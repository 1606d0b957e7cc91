#include "recognise/entities.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "recognise/words.hpp"

namespace depeche::recognise {

using lexicon::KnownName;
using lexicon::NameKind;

namespace {

ActorKind actor_kind(NameKind kind) {
  switch (kind) {
    case NameKind::person:
      return ActorKind::person;
    case NameKind::country:
      return ActorKind::country;
    case NameKind::organisation:
      return ActorKind::organisation;
    case NameKind::place:
      return ActorKind::place;
  }
  return ActorKind::place;
}

/// A name in one line: line breaks and runs of spaces inside it become one space.
std::string in_one_line(std::string_view spelt) {
  // Nearly all names are so already: no line break, no double space, nothing that may be a space of several bytes.
  bool plain = true;
  for (std::size_t i = 0; i < spelt.size() && plain; ++i) {
    const auto byte = static_cast<unsigned char>(spelt[i]);
    plain = byte > ' ' ? byte != 0xC2 && byte != 0xE2 : byte == ' ' && i > 0 && spelt[i - 1] != ' ';
  }
  if (plain) return std::string(spelt);
  std::string name;
  for (std::size_t at = 0; at < spelt.size();) {
    const char32_t c = utf8::next(spelt, at);
    if (!utf8::is_space(c)) {
      utf8::append(name, c);
    } else if (!name.empty() && name.back() != ' ') {
      name += ' ';
    }
  }
  return name;
}

/// More than half of the longer words of the long form stand in one of the row's names: the row's acronym is meant.
bool explains(const KnownName& row, std::string_view long_form) {
  const std::string folded = utf8::fold(long_form);
  for (const std::string& name : row.names) {
    const std::string known = utf8::fold(name);
    std::size_t words = 0, shared = 0;
    for (std::size_t from = 0; from < folded.size();) {
      std::size_t to = folded.find_first_of(" '", from);
      if (to == folded.npos) to = folded.size();
      if (to - from > 3) {
        ++words;
        shared += known.find(folded.substr(from, to - from)) != known.npos ? 1U : 0U;
      }
      from = to + 1;
    }
    if (shared * 2 > words) return true;
  }
  return false;
}

}  // namespace

std::string_view EntityBuilder::whole_name(const Spot& spot) const {
  return span_text(text_, sentences_[spot.sentence], spot.begin, spot.name_end);
}

void EntityBuilder::count_rows(const std::vector<SpeltSpot>& spots) {
  for (const SpeltSpot& spelt : spots) {
    const Spot& spot = spelt.spot;
    if (spot.kind == Spot::Kind::known && spot.other_row < 0 && !(spot.initial && spot.common)) ++sure_[spot.row];
  }
}

std::int32_t EntityBuilder::decide(const Spot& spot) const {
  if (spot.other_row < 0) return spot.row;
  const bool first = sure_.contains(spot.row);
  const bool second = sure_.contains(spot.other_row);
  // "Bruxelles" is Belgium's in an article on Belgium, else the Union's.
  if (spot.form == MentionForm::capital) return first ? spot.row : spot.other_row;
  if (first == second) return -1;
  return first ? spot.row : spot.other_row;
}

/// "Total" or "Renaissance" at the head of a sentence, and nowhere else in the article: a word like others.
bool EntityBuilder::is_only_a_word(const Spot& spot) const {
  return spot.initial && spot.common && names_.rows()[static_cast<std::size_t>(spot.row)].kind != NameKind::country &&
         !sure_.contains(spot.row);
}

/// An acronym that the article explains in its own way ("Parti socialiste (PS)" in Senegal) is not the lexicon's.
void EntityBuilder::define_acronyms(const std::vector<SpeltSpot>& spots) {
  for (const SpeltSpot& spelt : spots) {
    if (spelt.spot.acronym < 0) continue;
    const auto& token = sentences_[spelt.spot.sentence].tokens[static_cast<std::size_t>(spelt.spot.acronym)];
    defined_.try_emplace(utf8::fold(language::text_of(text_, token)), &spelt);
  }
}

EntityId EntityBuilder::add(Entity entity) {
  result_.entities.push_back(std::move(entity));
  return static_cast<EntityId>(result_.entities.size() - 1);
}

EntityId EntityBuilder::entity_of_row(std::int32_t row) {
  const auto [known, added] = by_row_.try_emplace(row, no_entity);
  if (!added) return known->second;
  const KnownName& name = names_.rows()[static_cast<std::size_t>(row)];
  Entity entity;
  entity.kind = actor_kind(name.kind);
  entity.qid = name.qid;
  entity.label = name.label;
  entity.iso = name.iso;
  entity.gender = name.gender;
  entity.number = name.number;
  entity.lexicon_row = row;
  const EntityId id = add(std::move(entity));
  by_row_[row] = id;
  return id;
}

EntityId EntityBuilder::entity_of_person(std::int32_t number, const Persons& persons, std::string_view spelt) {
  const Persons::Person& person = persons.persons()[static_cast<std::size_t>(number)];
  if (person.row >= 0) return entity_of_row(person.row);
  const auto [known, added] = by_person_.try_emplace(number, no_entity);
  const std::string name = in_one_line(spelt);
  if (!added) {
    // The fullest form is the label; of equal ones the first.
    Entity& entity = result_.entities[known->second];
    if (std::count(name.begin(), name.end(), ' ') > std::count(entity.label.begin(), entity.label.end(), ' '))
      entity.label = name;
    return known->second;
  }
  Entity entity;
  entity.kind = ActorKind::person;
  entity.label = name;
  entity.gender = person.gender;
  const EntityId id = add(std::move(entity));
  by_person_[number] = id;
  return id;
}

EntityId EntityBuilder::entity_of_name(std::string_view spelt) const {
  const auto found = by_name_.find(utf8::fold(in_one_line(spelt)));
  return found == by_name_.end() ? no_entity : found->second;
}

EntityId EntityBuilder::entity_of_beginning(std::string_view spelt) const {
  const std::string key = utf8::fold(in_one_line(spelt));
  const std::string head = key.substr(0, key.find(' '));
  if ((vocabulary_.uses(head) & NameWords::organisation_head) == 0) return no_entity;
  const auto last = by_head_.find(head);
  return last != by_head_.end() && last->second.second.starts_with(key + " ") ? last->second.first : no_entity;
}

EntityId EntityBuilder::entity_of_organisation(const SpeltSpot& spelt) {
  const Spot& spot = spelt.spot;
  std::string_view whole = whole_name(spot);
  const std::string key = utf8::fold(in_one_line(whole));
  // An acronym takes the entity of its long form, wherever that stands.
  const SpeltSpot* long_form = nullptr;
  if (spot.form == MentionForm::short_name) {
    if (const auto defined = defined_.find(key); defined != defined_.end()) long_form = defined->second;
  }
  if (long_form != nullptr && long_form->spot.kind == Spot::Kind::known) return entity_of_row(long_form->spot.row);
  if (long_form != nullptr) whole = whole_name(long_form->spot);
  EntityId known = entity_of_name(whole);
  if (known == no_entity && long_form == nullptr) known = entity_of_beginning(whole);
  if (known != no_entity) {
    by_name_.try_emplace(key, known);
    return known;
  }
  Entity entity;
  entity.kind = ActorKind::organisation;
  entity.label = in_one_line(whole);
  const EntityId id = add(std::move(entity));
  by_name_.try_emplace(utf8::fold(result_.entities[id].label), id);
  by_name_.try_emplace(key, id);
  if (spot.end < spot.name_end) by_name_.try_emplace(utf8::fold(in_one_line(spelt.text)), id);
  // "groupe Orbis" may come back as "Orbis".
  const std::string label = result_.entities[id].label;
  const std::size_t space = label.find(' ');
  std::size_t at = space + 1;
  const std::string head = utf8::fold(label.substr(0, space));
  if (space != label.npos && (vocabulary_.uses(head) & NameWords::naming_head) != 0 &&
      utf8::is_upper(utf8::next(label, at))) {
    by_name_.try_emplace(utf8::fold(label.substr(space + 1)), id);
    result_.entities[id].names.push_back(label.substr(space + 1));
  }
  return id;
}

void EntityBuilder::mention(const SpeltSpot& spelt, EntityId entity) {
  const Spot& spot = spelt.spot;
  result_.by_sentence[spot.sentence].push_back({spot.begin, spot.end, spot.form, entity});
  if (result_.entities[entity].kind == ActorKind::organisation && spelt.text.find(' ') != spelt.text.npos) {
    std::string folded = utf8::fold(in_one_line(spelt.text));
    std::string head = folded.substr(0, folded.find(' '));
    auto& last = by_head_[std::move(head)];
    // A short form must not hide the name that it is short for.
    if (last.first != entity || last.second.size() < folded.size()) last = {entity, std::move(folded)};
  }
  std::vector<std::string>& names = result_.entities[entity].names;
  if (std::find(names.begin(), names.end(), spelt.text) == names.end()) names.push_back(in_one_line(spelt.text));
  if (spot.name_end != spot.end) names.push_back(in_one_line(whole_name(spot)));
}

Mentions EntityBuilder::build(const std::vector<SpeltSpot>& spots, const Persons& persons,
                              const std::vector<std::int32_t>& person_of) {
  result_.by_sentence.resize(sentences_.size());
  count_rows(spots);
  define_acronyms(spots);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < spots.size(); ++i) {
    const Spot& spot = spots[i].spot;
    if (person_of[i] != Persons::nobody) {
      mention(spots[i], entity_of_person(person_of[i], persons, spots[i].text));
    } else if (spot.kind == Spot::Kind::known) {
      const std::int32_t row = decide(spot);
      if (row < 0 || is_only_a_word(spot)) continue;
      const auto defined =
          spot.form == MentionForm::short_name ? defined_.find(utf8::fold(spots[i].text)) : defined_.end();
      const bool own = defined != defined_.end() && defined->second->spot.kind == Spot::Kind::organisation &&
                       !explains(names_.rows()[static_cast<std::size_t>(row)], whole_name(defined->second->spot));
      if (own) {
        mention(spots[i], entity_of_organisation(spots[i]));
        continue;
      }
      mention(spots[i], entity_of_row(row));
    } else if (spot.kind == Spot::Kind::organisation) {
      const auto acronym = spot.acronym < 0 ? -1 : row_of_acronym(spots[i]);
      mention(spots[i], acronym >= 0 ? entity_of_row(acronym) : entity_of_organisation(spots[i]));
    } else if (spot.kind == Spot::Kind::capitals) {
      EntityId entity = entity_of_name(spots[i].text);
      if (entity == no_entity) entity = entity_of_beginning(spots[i].text);
      if (entity == no_entity && spot.held) entity = entity_of_organisation(spots[i]);
      if (entity != no_entity) {
        mention(spots[i], entity);
      } else {
        open.push_back(i);
      }
    }
  }
  // Names that only a later sentence says to be an organisation's.
  for (const std::size_t i : open) {
    const EntityId entity = spots[i].spot.initial && spots[i].spot.common ? no_entity : entity_of_name(spots[i].text);
    if (entity != no_entity) mention(spots[i], entity);
  }
  finish();
  return std::move(result_);
}

/// The lexicon's row of the acronym behind a long form, if the long form is what the lexicon means by it.
std::int32_t EntityBuilder::row_of_acronym(const SpeltSpot& spelt) const {
  const auto& token = sentences_[spelt.spot.sentence].tokens[static_cast<std::size_t>(spelt.spot.acronym)];
  const std::string_view acronym = language::text_of(text_, token);
  std::vector<lexicon::NameMatch> matches;
  names_.longest_match(std::span<const std::string_view>(&acronym, 1), matches);
  for (const lexicon::NameMatch& match : matches) {
    const KnownName& row = names_.rows()[match.row];
    if (row.kind == NameKind::organisation && explains(row, whole_name(spelt.spot)))
      return static_cast<std::int32_t>(match.row);
  }
  return -1;
}

void EntityBuilder::finish() {
  for (Entity& entity : result_.entities) {
    entity.names.push_back(entity.label);
    std::sort(entity.names.begin(), entity.names.end());
    entity.names.erase(std::unique(entity.names.begin(), entity.names.end()), entity.names.end());
    entity.local_id = utf8::slug(entity.label);
  }
  for (auto& mentions : result_.by_sentence) {
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.begin < b.begin; });
  }
}

}  // namespace depeche::recognise
