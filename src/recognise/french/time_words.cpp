#include "recognise/french/time_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace depeche::recognise::french {
namespace {

using Row = std::pair<std::string_view, int>;

template <std::size_t n>
std::optional<int> find_in(const std::array<Row, n>& rows, std::string_view word) {
  const auto found = std::find_if(rows.begin(), rows.end(), [word](const Row& row) { return row.first == word; });
  if (found == rows.end()) return std::nullopt;
  return found->second;
}

template <std::size_t n>
bool is_in(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<Row, 20> months = {{{"janvier", 1},   {"fevrier", 2},  {"mars", 3},      {"avril", 4},
                                         {"mai", 5},       {"juin", 6},     {"juillet", 7},   {"aout", 8},
                                         {"septembre", 9}, {"octobre", 10}, {"novembre", 11}, {"decembre", 12},
                                         {"janv.", 1},     {"fevr.", 2},    {"avr.", 4},      {"juil.", 7},
                                         {"sept.", 9},     {"oct.", 10},    {"nov.", 11},     {"dec.", 12}}};

constexpr std::array<Row, 7> weekdays = {
    {{"lundi", 0}, {"mardi", 1}, {"mercredi", 2}, {"jeudi", 3}, {"vendredi", 4}, {"samedi", 5}, {"dimanche", 6}}};

constexpr std::array<Row, 4> seasons = {{{"printemps", 3}, {"ete", 6}, {"automne", 9}, {"hiver", 12}}};

constexpr std::array<Row, 32> ordinals = {
    {{"premier", 1},   {"premiere", 1}, {"1er", 1},      {"1re", 1},       {"1ere", 1},     {"second", 2},
     {"seconde", 2},   {"deuxieme", 2}, {"2e", 2},       {"2eme", 2},      {"2nd", 2},      {"2nde", 2},
     {"troisieme", 3}, {"3e", 3},       {"3eme", 3},     {"quatrieme", 4}, {"4e", 4},       {"4eme", 4},
     {"cinquieme", 5}, {"5e", 5},       {"sixieme", 6},  {"6e", 6},        {"septieme", 7}, {"7e", 7},
     {"huitieme", 8},  {"8e", 8},       {"neuvieme", 9}, {"9e", 9},        {"dixieme", 10}, {"10e", 10},
     {"i", 1},         {"ii", 2}}};

constexpr std::array<std::string_view, 9> day_parts = {"matin",      "matinee", "midi", "soir",  "soiree",
                                                       "apres-midi", "nuit",    "aube", "minuit"};

constexpr std::array<std::string_view, 10> last_words = {"dernier", "derniere", "derniers", "dernieres", "passe",
                                                         "passee",  "passes",   "passees",  "ecoule",    "ecoulee"};
constexpr std::array<std::string_view, 9> spans = {"jour", "jours", "semaine", "semaines", "mois",
                                                   "an",   "ans",   "annee",   "annees"};
constexpr std::array<std::string_view, 9> pointers = {"hier",         "avant-hier", "aujourd'hui", "demain",
                                                      "apres-demain", "week-end",   "weekend",     "trimestre",
                                                      "semestre"};
constexpr std::array<std::string_view, 4> next_words = {"prochain", "prochaine", "prochains", "prochaines"};

/// The lengths that the words of time with a first letter have, one bit each: nearly all words of a text are none.
struct Shapes {
  std::array<std::uint32_t, 256> lengths{};

  constexpr void add(std::string_view word) {
    lengths[static_cast<unsigned char>(word[0])] |= 1U << (word.size() % 32);
  }
  constexpr Shapes() {
    for (const Row& row : months) add(row.first);
    for (const Row& row : weekdays) add(row.first);
    for (const Row& row : seasons) add(row.first);
    for (const std::string_view word : day_parts) add(word);
    for (const std::string_view word : spans) add(word);
    for (const std::string_view word : pointers) add(word);
  }
  constexpr bool fits(std::string_view word) const {
    return (lengths[static_cast<unsigned char>(word[0])] >> (word.size() % 32) & 1U) != 0;
  }
};
constexpr Shapes shapes;

}  // namespace

bool may_tell_time(std::string_view folded) {
  if (folded.empty()) return false;
  if ((folded[0] >= '0' && folded[0] <= '9') || folded.starts_with("mi-")) return true;
  return shapes.fits(folded) && (month_word(folded) || weekday_word(folded) || season_word(folded) ||
                                 is_in(day_parts, folded) || is_in(spans, folded) || is_in(pointers, folded));
}

std::optional<int> month_word(std::string_view folded) {
  return find_in(months, folded);
}
std::optional<int> weekday_word(std::string_view folded) {
  return find_in(weekdays, folded);
}
std::optional<int> season_word(std::string_view folded) {
  return find_in(seasons, folded);
}
bool is_part_of_day(std::string_view folded) {
  return is_in(day_parts, folded);
}
std::optional<int> ordinal_word(std::string_view folded) {
  return find_in(ordinals, folded);
}

std::optional<Span> span_word(std::string_view folded) {
  if (folded == "jour" || folded == "jours") return Span::day;
  if (folded == "semaine" || folded == "semaines") return Span::week;
  if (folded == "mois") return Span::month;
  if (folded == "an" || folded == "ans" || folded == "annee" || folded == "annees") return Span::year;
  return std::nullopt;
}

std::optional<Side> side_word(std::string_view folded) {
  if (is_in(last_words, folded)) return Side::last;
  if (is_in(next_words, folded)) return Side::next;
  return std::nullopt;
}

}  // namespace depeche::recognise::french
