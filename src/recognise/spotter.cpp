#include "recognise/spotter.hpp"

#include <algorithm>
#include <span>

#include "base/utf8.hpp"
#include "recognise/holders.hpp"
#include "recognise/organisations.hpp"
#include "recognise/runs.hpp"

namespace depeche::recognise {

using language::Gender;
using lexicon::NameForm;
using lexicon::NameKind;
using By = Introduction::By;

namespace {

MentionForm mention_form(const lexicon::NameMatch& match, NameKind kind, std::size_t length) {
  switch (match.form) {
    case NameForm::acronym:
      return MentionForm::short_name;
    case NameForm::demonym_noun:
      return MentionForm::demonym_noun;
    case NameForm::demonym_adjective:
    case NameForm::demonym_prefix:
      return MentionForm::demonym_adjective;
    case NameForm::capital:
      return MentionForm::capital;
    case NameForm::seat:
      return MentionForm::seat;
    case NameForm::name:
      break;
  }
  return kind == NameKind::person && length == 1 ? MentionForm::short_name : MentionForm::full_name;
}

/// Which of several bearers of a name is meant where the sentence does not tell: states before all.
int rank(NameKind kind) {
  switch (kind) {
    case NameKind::country:
      return 0;
    case NameKind::organisation:
      return 1;
    case NameKind::person:
      return 2;
    case NameKind::place:
      return 3;
  }
  return 4;
}

}  // namespace

void Spotter::spot(std::string_view text, const language::Sentence& sentence, std::uint32_t index,
                   std::vector<Spot>& out) {
  words_.read(text, sentence);
  spots_ = &out;
  sentence_ = index;
  plural_title_ = false;
  const std::size_t first = out.size();
  bool brackets = false;
  for (std::size_t at = 0; at < words_.size();) {
    std::size_t next = at;
    if (words_.is_word(at)) {
      next = words_.capitalised(at) ? spot_capital(at) : spot_lower(at);
    } else {
      brackets = brackets || words_[at] == "(";
    }
    at = std::max(next, at + 1);
  }
  if (brackets) pair_acronyms(first);
}

std::size_t Spotter::match(std::size_t at) {
  const std::span<const std::string_view> rest(words_.texts().data() + at, words_.size() - at);
  std::size_t length = names_.longest_match(rest, matches_);
  // "la France 24 %": a share, and no broadcaster.
  if (length > 1 && length < rest.size() && rest[length] == "%" &&
      rest[length - 1].find_first_not_of("0123456789") == std::string_view::npos) {
    length = names_.longest_match(rest.first(length - 1), matches_);
  }
  std::stable_sort(matches_.begin(), matches_.end(), [&](const lexicon::NameMatch& a, const lexicon::NameMatch& b) {
    return rank(names_.rows()[a.row].kind) < rank(names_.rows()[b.row].kind);
  });
  return matches_.empty() ? 0 : length;
}

Spot& Spotter::add(Spot::Kind kind, MentionForm form, std::size_t begin, std::size_t end) {
  Spot& spot = spots_->emplace_back();
  spot.kind = kind;
  spot.form = form;
  spot.sentence = sentence_;
  spot.begin = static_cast<std::uint16_t>(begin);
  spot.end = spot.name_end = static_cast<std::uint16_t>(end);
  return spot;
}

void Spotter::add_known(std::size_t begin, std::size_t end) {
  const lexicon::NameMatch& best = matches_.front();
  const lexicon::KnownName& row = names_.rows()[best.row];
  Spot& spot = add(Spot::Kind::known, mention_form(best, row.kind, end - begin), begin, end);
  spot.row = static_cast<std::int32_t>(best.row);
  spot.gender = row.gender;
  spot.initial = words_.is_initial(begin);
  spot.common = spot.initial && end - begin == 1 && words_.is_common(begin);
  for (const lexicon::NameMatch& match : matches_) {
    const NameKind kind = names_.rows()[match.row].kind;
    // Two bearers of one kind ("congolais"), or a capital that is a seat too ("Bruxelles").
    if (match.row != best.row &&
        (kind == row.kind || (best.form == NameForm::capital && kind == NameKind::organisation))) {
      spot.other_row = static_cast<std::int32_t>(match.row);
      break;
    }
  }
}

std::size_t Spotter::spot_lower(std::size_t at) {
  if (const std::size_t length = match(at); length != 0) {
    add_known(at, at + length);
    return at + length;
  }
  const std::string_view word = words_[at];
  if (word.size() < 4) return at;
  if (words_.has_use(at, NameWords::public_head)) return spot_public_body(at);
  if (const auto demonyms = names_.find_demonym(word); !demonyms.empty()) {
    matches_.assign(demonyms.begin(), demonyms.end());
    if (matches_.front().form != NameForm::demonym_prefix) {
      add_known(at, at + 1);
      spots_->back().form = MentionForm::demonym_adjective;
    }
    return at + 1;
  }
  if (word.find('-') == word.npos) return at;
  if (has_arabic_article(word, vocabulary_)) return spot_capital(at);
  for (const lexicon::NameMatch& country : compound_demonym(word, names_, vocabulary_)) {
    matches_.assign(1, country);
    add_known(at, at + 1);
    spots_->back().form = MentionForm::demonym_adjective;
  }
  return at + 1;
}

std::size_t Spotter::spot_capital(std::size_t at) {
  const bool plain = words_.all_capitals() || words_.title_case();
  const std::size_t run_end = plain ? at + 1 : holding_end(at, find_run_end(words_, at, names_));
  if (const std::size_t next = spot_known(at, run_end); next != at) return next;
  if (words_.has_use(at, NameWords::article) || (words_.is_initial(at) && words_.is_function_word(at))) return at + 1;
  if (words_.office(at) != nullptr || words_.has_use(at, NameWords::calendar)) return at + 1;
  if (!plain && run_end > at + 1 && words_.shouts(at) && words_.has_use(at, NameWords::common_head)) return at + 1;
  if (const std::size_t next = spot_nationality(at, run_end); next != at) return next;
  if (!plain && is_word_before_name(at, run_end)) return at + 1;
  if (!plain) {
    if (const std::size_t next = spot_organisation(at, run_end); next != at) return next;
    if (const std::size_t next = spot_person(at, run_end); next != at) return next;
  }
  return spot_capitals(at, run_end);
}

/// "le maire de Brest Jean Petit", "le patron d'Orbak Anna Kovacs": what the office is held in ends where the holder's
/// name begins.
std::size_t Spotter::holding_end(std::size_t at, std::size_t run_end) {
  Gender gender;
  if (run_end < at + 3 || words_.is_common(at) || is_given_name(words_, at, names_, gender) ||
      find_holding(words_, at) == Holding::nothing) {
    return run_end;
  }
  const std::size_t known = match(at);  // "la gouverneure du Dakota du Sud Anna Kovacs"
  if (known != 0 && at + known + 2 == run_end && find_holding(words_, at) == Holding::municipality) return at + known;
  for (std::size_t i = at + 1; i + 1 < run_end; ++i) {
    if (words_.capitalised(i) && words_.capitalised(i + 1) && is_given_name(words_, i, names_, gender)) return i;
  }
  return run_end;
}

/// "l'Economie Emmanuel Macron", "Reportage Claire Dumas": a word with a capital of its own, then a person's name.
bool Spotter::is_word_before_name(std::size_t at, std::size_t run_end) {
  Gender gender;
  if (run_end < at + 2 || !words_.is_common(at) || is_given_name(words_, at, names_, gender)) return false;
  for (std::size_t i = at + 1; i < run_end; ++i) {
    const bool given = i + 1 < run_end && is_given_name(words_, i, names_, gender);
    if (given || (match(i) != 0 && names_.rows()[matches_.front().row].kind == NameKind::person)) return true;
    if (!words_.is_common(i)) {
      // Two words that no lexicon knows, behind "de l'Economie".
      return i == at + 1 && run_end - i >= 2 && at > 0 && words_.has_use(at - 1, NameWords::article) &&
             !words_.has_use(at, NameWords::organisation_head | NameWords::thing_head) && !words_.is_common(i + 1) &&
             !words_.has_use(run_end - 1, NameWords::organisation_tail | NameWords::thing_tail);
    }
  }
  return false;
}

/// "l'université nationale de [Cordoue]", "la mairie d'[Alger]": where the name begins; `at` if no such noun is before.
std::size_t Spotter::find_seated_head(std::size_t at) const {
  if (at < 2 || !vocabulary_.town_links.contains(words_[at - 1])) return at;
  for (std::size_t i = at - 2; i + 4 > at; --i) {
    if (words_.has_use(i, NameWords::seated_head)) return i;
    const bool adjective = words_.is_word(i) && !words_.is_verb(i) && words_.may_be(i, language::WordClass::adjective);
    if (!adjective || i == 0) return at;
  }
  return at;
}

std::size_t Spotter::spot_known(std::size_t at, std::size_t run_end) {
  const std::size_t length = match(at);
  if (length == 0 || overrules(at, run_end, length)) return at;
  if (length == 1 && words_.is_function_word(at) && words_.is_initial(at)) return at;
  const lexicon::KnownName& row = names_.rows()[matches_.front().row];
  if (row.kind == NameKind::person && is_thing(at, at + length)) return at + length;
  add_known(at, at + length);
  plural_title_ = false;
  return at + length;
}

/// The run of capitals says something else than the lexicon does for its first words.
bool Spotter::overrules(std::size_t at, std::size_t run_end, std::size_t length) {
  const lexicon::NameMatch best = matches_.front();
  const NameKind kind = names_.rows()[best.row].kind;
  const std::size_t run = run_end - at;
  Gender gender;
  if (kind == NameKind::person) return length == 1 && run > 1 && is_given_name(words_, at, names_, gender);
  if (length == 1 && at > 0) {
    const lexicon::OfficeNoun* const office = words_.office(at - 1);
    if (office != nullptr && office->person_title) return true;  // "Mme Lagarde", "M. Chine"
  }
  const bool town = kind == NameKind::place || best.form == NameForm::capital;
  const bool city_state = kind == NameKind::country && at > 0 && vocabulary_.of.contains(words_[at - 1]);
  if ((town || city_state) && find_seated_head(at) != at) return true;  // "l'université de Lyon", "… de Singapour"
  const Holding holding = town ? find_holding(words_, at) : Holding::nothing;
  if (holding == Holding::municipality) return true;
  const auto& row = names_.rows()[best.row];  // "le président des Hauts-de-France", but of no continent
  if (holding == Holding::organisation && length == run && row.type == "region" && !row.iso.empty()) return true;
  if (length >= run) return false;
  if (words_.has_use(run_end - 1, NameWords::organisation_tail) && words_.capitalised(run_end - 1)) return true;
  if (length > 1 || (kind == NameKind::country && best.form != NameForm::capital)) return false;
  Gender next_gender;
  return is_given_name(words_, at, names_, gender) && !is_given_name(words_, at + 1, names_, next_gender) &&
         (kind == NameKind::place || !words_.is_initial(at));
}

std::size_t Spotter::spot_nationality(std::size_t at, std::size_t run_end) {
  Gender gender;
  if (run_end > at + 1 && is_given_name(words_, at, names_, gender)) return at;
  if (at > 0) {
    const lexicon::OfficeNoun* const office = words_.office(at - 1);
    if (office != nullptr && office->person_title && words_.capitalised(at - 1)) return at;  // "Mme Lallemand"
  }
  const auto demonyms = names_.find_demonym(words_[at]);
  if (!demonyms.empty()) {
    if (demonyms.front().form == NameForm::demonym_prefix) return at;
    matches_.assign(demonyms.begin(), demonyms.end());
    add_known(at, at + 1);
    spots_->back().form = MentionForm::demonym_noun;
    return at + 1;
  }
  if (words_[at].find('-') == std::string_view::npos) return at;
  std::vector<lexicon::NameMatch> countries = joined_countries(words_[at], names_);
  const bool nationalities = countries.empty();
  if (nationalities) countries = compound_demonym(words_[at], names_, vocabulary_);
  for (const lexicon::NameMatch& country : countries) {
    matches_.assign(1, country);
    add_known(at, at + 1);
    if (nationalities) spots_->back().form = MentionForm::demonym_adjective;
  }
  return countries.empty() ? at : at + 1;
}

bool Spotter::is_thing(std::size_t begin, std::size_t end) const {
  // "a placé Anna Kovacs" folds to the word for a square, and is none.
  return (begin > 0 && words_.has_use(begin - 1, NameWords::thing_head) && !words_.is_verb(begin - 1) &&
          words_.token(begin - 1).word_class != language::WordClass::verb) ||
         (end > begin + 1 && words_.capitalised(end - 1) && words_.has_use(end - 1, NameWords::thing_tail));
}

/// Where the name of a person ends within a run of capitals: before a state, an organisation, an office, another
/// person.
std::size_t Spotter::person_end(std::size_t at, std::size_t run_end) {
  for (std::size_t i = at + 2; i < run_end; ++i) {
    if (!words_.is_word(i)) return i;
    if (!words_.capitalised(i)) continue;
    if (words_.is_function_word(i) && !words_.has_use(i, NameWords::given_particle | NameWords::particle)) return i;
    const std::size_t length = match(i);
    if (length == 0) {
      if (words_.office(i) != nullptr) return i;
      continue;
    }
    const NameKind kind = names_.rows()[matches_.front().row].kind;
    // A place that ends the run is a family name ("Abou Saada"), and what follows a particle is one too.
    const bool surname =
        i + length == run_end && (kind == NameKind::place || words_.has_use(i - 1, NameWords::particle));
    if (!surname && (kind != NameKind::person || length > 1)) return i;
  }
  return run_end;
}

/// Two or three words that no lexicon knows, where a person's name may stand: not behind an article.
bool Spotter::looks_like_person(std::size_t at, std::size_t end) const {
  if (end - at > 3 || words_.headline() || (at > 0 && words_.has_use(at - 1, NameWords::article))) return false;
  if (at > 0 && vocabulary_.before_things.contains(words_[at - 1])) return false;
  // Not in English ("the Worst Forms of Child Labor").
  for (const std::size_t i : {at - 1, end}) {
    if (i < words_.size() && vocabulary_.foreign.contains(words_[i])) return false;
  }
  for (std::size_t i = at; i < end; ++i) {
    if (words_[i].size() < 3 || words_.token(i).all_capitals || !words_.capitalised(i) || words_.is_common(i))
      return false;
    if (words_.has_use(i, NameWords::thing_tail | NameWords::organisation_tail | NameWords::thing_head)) return false;
  }
  return true;
}

std::size_t Spotter::spot_person(std::size_t at, std::size_t run_end) {
  if (is_thing(at, run_end)) return run_end;
  if (run_end == at + 2 && words_.is_common(at) && words_.office(at + 1) != nullptr)
    return run_end;  // "le Premier Ministre"
  const std::size_t end = person_end(at, run_end);
  Introduction introduction = find_introduction(words_, at);
  const bool joint = plural_title_ && at > 0 && (words_[at - 1] == "et" || words_[at - 1] == ",") && !spots_->empty() &&
                     spots_->back().sentence == sentence_ && spots_->back().end + 1U == at;
  if (joint && introduction.by == By::nothing) {
    introduction.by = By::title;
    introduction.plural = true;
  }
  Gender given_gender = Gender::none;
  const bool given = is_given_name(words_, at, names_, given_gender);
  Spot::Kind kind = Spot::Kind::person;
  if (end - at == 1) {
    if (introduction.by == By::nothing || (introduction.by == By::office && words_[at - 1] == ",")) return at;
    if (introduction.by == By::office && words_.is_common(at) && !given) return at;
    if (introduction.by == By::office && words_.has_use(at, NameWords::organisation_head)) return at;
    kind = Spot::Kind::short_person;
  } else {
    if (introduction.by == By::nothing && !given && !has_syllable_shape(words_, at, end)) {
      introduction = find_apposition(words_, at, end);
      if (introduction.by == By::nothing && !looks_like_person(at, end)) return at;
    }
  }
  Spot& spot = add(kind, kind == Spot::Kind::person ? MentionForm::full_name : MentionForm::short_name, at, end);
  spot.introduced = introduction.by != By::nothing;
  spot.gender = introduction.gender != Gender::none ? introduction.gender : given_gender;
  spot.initial = words_.is_initial(at);
  spot.common = words_.is_common(at);
  plural_title_ = introduction.plural;
  return end;
}

std::size_t Spotter::spot_capitals(std::size_t at, std::size_t run_end) {
  const std::size_t end = std::min(run_end, std::max(at + 1, person_end(at, run_end)));
  if (is_thing(at, end)) return end;
  Spot& spot = add(Spot::Kind::capitals, end == at + 1 ? MentionForm::short_name : MentionForm::full_name, at, end);
  spot.initial = words_.is_initial(at) || words_.title_case() || words_.all_capitals();
  spot.common = words_.is_common(at);
  spot.introduced = !spot.common && end == at + 1 && !words_.has_use(at - (at > 0 ? 1 : 0), NameWords::article) &&
                    find_apposition(words_, at, end).by != By::nothing;
  return end;
}

}  // namespace depeche::recognise
