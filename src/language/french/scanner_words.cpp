#include "language/french/scanner_words.hpp"

#include <algorithm>
#include <array>

namespace depeche::language::french {
namespace {

constexpr char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// ASCII letters compare without case.
bool equals(std::string_view word, std::string_view lower) {
  return word.size() == lower.size() &&
         std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) { return lower_ascii(a) == b; });
}

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::any_of(list.begin(), list.end(), [word](std::string_view entry) { return equals(word, entry); });
}

template <std::size_t N>
bool contains_exactly(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr auto long_elisions =
    std::to_array<std::string_view>({"qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "entr", "quelqu"});

struct Apostrophe {
  std::string_view before;
  std::string_view after;
};
/// `after` is the beginning of the rest: prud'hommes and prud'homal are one entry.
constexpr std::array<Apostrophe, 11> whole_words = {{{"aujourd", "hui"},
                                                     {"quelqu", "un"},
                                                     {"prud", "hom"},
                                                     {"presqu", "île"},
                                                     {"presqu", "ile"},
                                                     {"jusqu", "au-bout"},
                                                     {"c", "est-à-dire"},
                                                     {"d", "Artagnan"},
                                                     {"l", "Oréal"},
                                                     {"rock", "n"},
                                                     {"s", "il-vous-plaît"}}};

constexpr auto enclitics = std::to_array<std::string_view>(
    {"il",  "elle", "ils",  "elles", "on",  "je", "tu", "nous", "vous",   "ce",      "le",    "la",
     "les", "lui",  "leur", "moi",   "toi", "en", "y",  "t-il", "t-elle", "t-elles", "t-ils", "t-on"});
constexpr auto deictics = std::to_array<std::string_view>({"là", "ci", "la"});
/// The only verb forms that take -ce: est-ce, sera-ce.
constexpr auto before_ce =
    std::to_array<std::string_view>({"est", "était", "sera", "serait", "fut", "sont", "soit", "étaient", "seraient"});
constexpr auto before_deictic =
    std::to_array<std::string_view>({"celui", "celle", "ceux", "celles", "par", "jusque", "de", "là"});
constexpr auto not_before_vous = std::to_array<std::string_view>({"rendez", "garde-à", "chez"});

constexpr auto titles = std::to_array<std::string_view>(
    {"M",   "MM",  "Mr",  "Mrs", "Ms",  "Mme", "Mmes", "Mlle", "Dr",  "Drs", "Pr", "Me", "Mgr", "St",
     "Ste", "Gal", "Gén", "Col", "Cdt", "Cne", "Lt",   "Sgt",  "Adj", "cf",  "Cf", "vs", "av"});
constexpr auto before_numbers = std::to_array<std::string_view>(
    {"art", "Art", "p", "pp", "No", "no", "n", "N", "vol", "chap", "fig", "al", "tél", "Tél", "sept", "max"});
constexpr auto finals = std::to_array<std::string_view>({"etc", "Inc",  "Ltd",  "Corp", "Co",   "Jr",  "Sr",  "Bros",
                                                         "hab", "env",  "janv", "févr", "juil", "oct", "nov", "déc",
                                                         "apr", "ibid", "dép",  "prof", "Prof", "ex"});

/// Words that no heading ends with.
constexpr auto joining = std::to_array<std::string_view>(
    {"le",  "la",    "les",  "un",   "une",  "des",   "du",    "de",     "à",    "au",    "aux",
     "en",  "dans",  "sur",  "sous", "par",  "pour",  "avec",  "et",     "ou",   "ni",    "que",
     "qui", "dont",  "chez", "vers", "via",  "selon", "entre", "son",    "sa",   "ses",   "ce",
     "cet", "cette", "ces",  "est",  "sont", "ont",   "a",     "contre", "sans", "comme", "plus"});
/// A title or name in small letters follows them: "l'association Les amis de la mer".
constexpr auto before_titles = std::to_array<std::string_view>(
    {"film",      "films",     "série",     "roman",        "livre",       "émission",     "chanson",  "album",
     "journal",   "quotidien", "magazine",  "hebdomadaire", "association", "ong",          "site",     "collectif",
     "mouvement", "parti",     "groupe",    "restaurant",   "pièce",       "documentaire", "podcast",  "titre",
     "spectacle", "ouvrage",   "essai",     "bar",          "compte",      "hashtag",      "intitulé", "intitulée",
     "baptisé",   "baptisée",  "appelé",    "appelée",      "nommé",       "nommée",       "slogan",   "chaîne",
     "blog",      "revue",     "opération", "programme",    "club",        "fondation",    "liste",    "coalition",
     "télé",      "radio"});
/// Openers that are also parts of names: Kim Jong Un, Canal Plus.
constexpr auto parts_of_names =
    std::to_array<std::string_view>({"Un", "Si", "Son", "Ses", "Sa", "Or", "Car", "De", "Du", "D", "Des", "Plus", "Que",
                                     "Qui", "On", "Et", "Sur", "Tout", "L"});

constexpr auto sentence_openers = std::to_array<std::string_view>(
    {"Le",    "La",   "Les",   "L",     "Il",     "Ils",   "Elle",  "Elles", "Un",    "Une",  "Des",
     "Du",    "De",   "Ce",    "Cet",   "Cette",  "Ces",   "C",     "En",    "Dans",  "Mais", "Et",
     "Pour",  "Par",  "Sur",   "Avec",  "Selon",  "Au",    "Aux",   "À",     "A",     "On",   "Nous",
     "Vous",  "Je",   "J",     "D",     "Si",     "S",     "Leur",  "Leurs", "Son",   "Sa",   "Ses",
     "Qui",   "Que",  "Quant", "Lors",  "Depuis", "Après", "Avant", "Ainsi", "Alors", "Car",  "Or",
     "Donc",  "Tout", "Tous",  "Toute", "Plus",   "Celui", "Celle", "Ceux",  "Cela",  "Puis", "Enfin",
     "Notre", "Nos",  "Comme", "Même",  "Aucun",  "Deux",  "Trois", "Y"});

constexpr auto domains = std::to_array<std::string_view>(
    {"com", "fr", "org", "net", "info", "eu", "tv", "be", "ch", "ca", "ru", "de",  "uk",   "us", "gov", "edu",
     "io",  "ma", "dz",  "tn",  "sn",   "cn", "jp", "it", "es", "ua", "co", "biz", "mobi", "cm", "ml",  "pl"});
constexpr auto capital_domains = std::to_array<std::string_view>({"com", "fr", "org", "net", "info"});

constexpr auto units = std::to_array<std::string_view>(
    {"km", "kg", "cm", "mm", "ha", "MW", "GW", "kW", "kWh", "MWh", "GWh", "TWh", "Mds", "Md", "MdE", "mn"});

}  // namespace

bool is_elided(std::string_view word) {
  if (word.size() == 1) {
    switch (lower_ascii(word[0])) {
      case 'l':
      case 'd':
      case 'j':
      case 'm':
      case 't':
      case 's':
      case 'n':
      case 'c':
        return true;
      default:
        return false;
    }
  }
  return word.size() <= 6 && contains(long_elisions, word);
}

std::size_t whole_word_with_apostrophe(std::string_view text) {
  constexpr std::string_view typographic = "’";
  for (const Apostrophe& word : whole_words) {
    if (!equals(text.substr(0, word.before.size()), word.before)) continue;
    std::string_view rest = text.substr(word.before.size());
    if (rest.starts_with('\''))
      rest.remove_prefix(1);
    else if (rest.starts_with(typographic))
      rest.remove_prefix(typographic.size());
    else
      continue;
    if (equals(rest.substr(0, word.after.size()), word.after) || rest.starts_with(word.after)) {
      return text.size() - rest.size() + word.after.size();
    }
  }
  return 0;
}

bool is_enclitic(std::string_view word) {
  return contains(enclitics, word) || contains(deictics, word);
}

bool keeps_enclitic(std::string_view base, std::string_view enclitic) {
  if (equals(enclitic, "ce")) return !contains(before_ce, base);
  if (contains(deictics, enclitic) && contains(before_deictic, base)) return true;
  if (equals(enclitic, "vous")) return contains(not_before_vous, base);
  return equals(base, "t");
}

Abbreviation find_abbreviation(std::string_view word) {
  if (word.size() > 5) return Abbreviation::none;
  if (contains_exactly(titles, word)) return Abbreviation::title;
  if (contains_exactly(before_numbers, word)) return Abbreviation::before_number;
  return contains_exactly(finals, word) ? Abbreviation::final : Abbreviation::none;
}

bool opens_sentences(std::string_view word) {
  return contains_exactly(sentence_openers, word);
}

bool may_end_heading(std::string_view before, bool capitalised, std::string_view opener) {
  if (opener == "A" || opener == "Y" || opener == "S") return false;  // "le groupe A de …"
  if (contains(before_titles, before) || contains(joining, before)) return false;
  if (!before.empty() && (before.back() == '\'' || before.ends_with("’"))) return false;
  return !capitalised || !contains_exactly(parts_of_names, opener);
}

bool is_top_level_domain(std::string_view word) {
  if (word.empty() || word.size() > 4) return false;
  const bool capital = word[0] >= 'A' && word[0] <= 'Z';
  return capital ? contains(capital_domains, word) : contains_exactly(domains, word);
}

bool is_glued_unit(std::string_view word) {
  return contains_exactly(units, word);
}

}  // namespace depeche::language::french
