// Organisations by their shape, and long forms with their acronym in brackets.
#include <algorithm>
#include <span>

#include "base/utf8.hpp"
#include "recognise/holders.hpp"
#include "recognise/organisations.hpp"
#include "recognise/runs.hpp"
#include "recognise/spotter.hpp"

namespace depeche::recognise {

using language::Gender;
using lexicon::NameKind;

namespace {

/// The name of a state or a nationality at the end of an organisation's name has a mention of its own: the mention of
/// the organisation stops before it. Returns that stop, or `end`.
std::size_t before_country(const Words& words, std::size_t begin, std::size_t end, const lexicon::NameLexicon& names,
                           std::vector<lexicon::NameMatch>& matches) {
  for (std::size_t i = begin + 1; i < end; ++i) {
    const std::span<const std::string_view> rest(words.texts().data() + i, words.size() - i);
    const std::size_t length = names.longest_match(rest, matches);
    const bool country =
        length != 0 && i + length >= end && names.rows()[matches.front().row].kind == NameKind::country;
    const bool nationality = i + 1 == end && !names.find_demonym(words[i]).empty();
    if (!country && !nationality) continue;
    while (i > begin + 1 && words.has_use(i - 1, NameWords::article | NameWords::preposition)) --i;
    return i;
  }
  return end;
}

}  // namespace

std::size_t Spotter::spot_organisation(std::size_t at, std::size_t run_end) {
  const bool initial = words_.is_initial(at);
  Gender gender;
  // "le groupe Wagner", "le quotidien Orbak Post"; not "le groupe B", nor "… de l'association Anna Kovacs"
  const bool person = run_end > at + 1 && is_given_name(words_, at, names_, gender);
  const bool abbreviated =
      at > 0 && words_.shouts(at - 1) && words_.has_use(at - 1, NameWords::common_head);  // "l'ONG Orbak"
  if (at > 0 && words_[at].size() > 1 && !words_.is_function_word(at) && (abbreviated || !words_.capitalised(at - 1)) &&
      words_.has_use(at - 1, NameWords::naming_head) && (!person || words_.has_use(at - 1, NameWords::seated_head))) {
    const std::size_t end = find_english_end(words_, find_name_adjectives_end(words_, at, run_end), names_);
    add(Spot::Kind::organisation, MentionForm::full_name, words_.has_use(at - 1, NameWords::common_head) ? at : at - 1,
        end);
    return end;
  }
  if (const std::size_t head = find_seated_head(at); head != at) {
    const std::size_t end =
        words_.capitalised(at + 1) || !words_.has_use(at + 1, NameWords::preposition) ? run_end : at + 1;
    add(Spot::Kind::organisation, MentionForm::full_name, head, std::max(end, at + 1));
    return std::max(end, at + 1);
  }
  // Not "le gouverneur de l'Etat de Bahia", "de la Banque centrale".
  const bool common = words_.has_use(at, NameWords::organisation_head) ||
                      (at > 0 && words_.is_common(at) && words_.has_use(at - 1, NameWords::article));
  if (!common && find_holding(words_, at) == Holding::municipality) {
    add(Spot::Kind::organisation, MentionForm::full_name, at, run_end);
    return run_end;
  }
  if (words_.has_use(at, NameWords::organisation_head)) {
    const std::size_t end = find_organisation_end(words_, at, names_);
    const std::size_t stop = before_country(words_, at, end, names_, matches_);
    bool named = !initial;
    for (std::size_t i = at + 1; i < stop; ++i) named = named || words_.capitalised(i);
    if (stop > at + 1 && named) {
      Spot& spot = add(Spot::Kind::organisation, MentionForm::full_name, at, stop);
      spot.name_end = static_cast<std::uint16_t>(end);
      return stop;
    }
    if (run_end == at + 1) return at;  // "la Commission": short for one named before, if any
  }
  const lexicon::OfficeNoun* const office = at > 0 ? words_.office(at - 1) : nullptr;
  const bool title = office != nullptr;
  // "la chaîne russe Kanal Odin", "le groupe français Orbis"
  if (at > 1 && !title && !words_.capitalised(at - 1) && words_.may_be(at - 1, language::WordClass::adjective) &&
      !words_.capitalised(at - 2) && words_.has_use(at - 2, NameWords::naming_head)) {
    const std::size_t end = find_english_end(words_, run_end, names_);
    add(Spot::Kind::organisation, MentionForm::full_name, at, end);
    return end;
  }
  // "Center for Open Rivers", "Rivers and Lakes Watch"
  if (const std::size_t end = find_english_end(words_, run_end, names_); end != run_end && !title) {
    const bool center = vocabulary_.foreign_heads.contains(utf8::fold(words_[run_end - 1]));
    if (center || words_.has_use(run_end - 1, NameWords::organisation_tail) ||
        words_.has_use(end - 1, NameWords::organisation_tail)) {
      add(Spot::Kind::organisation, MentionForm::full_name, at, end);
      return end;
    }
  }
  const bool titled = title && office->person_title;
  if (run_end == at + 1 && !titled && (has_acronym_shape(words_, at) || has_inner_capital(words_[at]))) {
    add(Spot::Kind::organisation, has_acronym_shape(words_, at) ? MentionForm::short_name : MentionForm::full_name, at,
        at + 1);
    return at + 1;
  }
  if (run_end > at + 1 && words_.has_use(run_end - 1, NameWords::organisation_tail) && !title &&
      !(run_end == at + 2 && is_given_name(words_, at, names_, gender) && words_.is_common(run_end - 1))) {
    add(Spot::Kind::organisation, MentionForm::full_name, at, run_end);
    return run_end;
  }
  return spot_held_organisation(at, run_end);
}

/// "la commission nationale des droits de l'homme", "la présidente du comité des fêtes": organisations in small
/// letters.
std::size_t Spotter::spot_public_body(std::size_t at) {
  if (at == 0) return at;
  const std::string before = utf8::lower(words_[at - 1]);
  static constexpr std::string_view definite[] = {"le", "la", "l'", "l’", "du", "au"};
  if (std::find(std::begin(definite), std::end(definite), before) == std::end(definite)) return at;
  const std::size_t end = find_organisation_end(words_, at, names_);
  bool general = false, complement = false;
  for (std::size_t i = at + 1; i + 1 < end; ++i) {
    general = general || (!complement && (words_.has_use(i, NameWords::public_adjective) ||
                                          !names_.find_demonym(words_[i]).empty()));
    if (complement || !vocabulary_.of.contains(words_[i])) continue;
    complement = true;
    if (words_.has_use(i + 1, NameWords::inner_noun) || words_.has_use(i + 2, NameWords::inner_noun)) return at;
  }
  if (!complement || (!general && find_holding(words_, at) != Holding::organisation)) return at;
  const std::size_t stop = before_country(words_, at, end, names_, matches_);
  if (stop < at + 3) return at;
  add(Spot::Kind::organisation, MentionForm::full_name, at, stop).name_end = static_cast<std::uint16_t>(end);
  return stop;
}

/// Names without a shape of their own, by whom they have: "PDG d'[Orbak]", "directrice de [Rivers and Lakes]".
std::size_t Spotter::spot_held_organisation(std::size_t at, std::size_t run_end) {
  Gender gender;
  if (words_[at].size() < 3 || (words_.is_common(at) && run_end == at + 1)) return at;
  if (run_end > at + 1 && is_given_name(words_, at, names_, gender)) return at;
  if (find_holding(words_, at) != Holding::organisation) return at;
  const std::size_t end = find_english_end(words_, run_end, names_);
  Spot& spot = add(end == at + 1 ? Spot::Kind::capitals : Spot::Kind::organisation,
                   end == at + 1 ? MentionForm::short_name : MentionForm::full_name, at, end);
  spot.held = true;
  return end;
}

void Spotter::pair_acronyms(std::size_t first) {
  for (std::size_t i = 1; i + 2 < words_.size(); ++i) {
    if (words_[i] == "(" && words_.capitalised(i + 1) && !words_.is_word(i + 2)) pair_acronym(i, first);
  }
}

void Spotter::pair_acronym(std::size_t bracket, std::size_t first) {
  const std::size_t at = bracket + 1;
  const std::string_view acronym = words_[at];
  const std::size_t letters = utf8::length(acronym);
  const bool capitals = words_.token(at).all_capitals;
  if (letters < 2 || letters > 12 || words_.has_use(at, NameWords::no_organisation)) return;
  auto& spots = *spots_;
  const auto mine = [&](const auto& test) {
    return std::find_if(spots.begin() + static_cast<std::ptrdiff_t>(first), spots.end(), test);
  };
  const auto is_organisation = [&](const Spot& spot) {
    return spot.kind == Spot::Kind::organisation ||
           (spot.kind == Spot::Kind::known &&
            names_.rows()[static_cast<std::size_t>(spot.row)].kind == NameKind::organisation);
  };
  auto holder = mine(
      [&](const Spot& spot) { return (spot.end == bracket || spot.name_end == bracket) && is_organisation(spot); });
  const bool trusted = holder != spots.end() && (capitals || are_initials(words_, holder->begin, bracket, acronym));
  if (!trusted) {
    const std::size_t begin = find_long_form(words_, bracket, acronym);
    if (begin == bracket) return;
    const std::size_t stop = before_country(words_, begin, bracket, names_, matches_);
    // The long form takes the place of what was seen inside it.
    spots.erase(std::remove_if(spots.begin() + static_cast<std::ptrdiff_t>(first), spots.end(),
                               [&](const Spot& spot) { return spot.end > begin && spot.begin < stop; }),
                spots.end());
    Spot& spot = add(Spot::Kind::organisation, MentionForm::full_name, begin, stop);
    spot.name_end = static_cast<std::uint16_t>(bracket);
    holder = spots.end() - 1;
  }
  holder->acronym = static_cast<std::int32_t>(at);
  const auto short_form = mine([&](const Spot& spot) { return spot.begin == at && spot.kind != Spot::Kind::known; });
  if (short_form != spots.end()) {
    short_form->kind = Spot::Kind::organisation;
    short_form->form = MentionForm::short_name;
  } else if (mine([&](const Spot& spot) { return spot.begin == at; }) == spots.end()) {
    add(Spot::Kind::organisation, MentionForm::short_name, at, at + 1);
  }
  std::stable_sort(spots.begin() + static_cast<std::ptrdiff_t>(first), spots.end(),
                   [](const Spot& a, const Spot& b) { return a.begin < b.begin; });
}

}  // namespace depeche::recognise
