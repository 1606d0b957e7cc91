#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "language/token.hpp"

namespace depeche::lexicon {

enum class NameKind : std::uint8_t { person, country, organisation, place };
enum class NameForm : std::uint8_t { name, acronym, demonym_noun, demonym_adjective, demonym_prefix, capital, seat };

/// One entity of the names lexicon.
struct KnownName {
  NameKind kind = NameKind::person;
  std::string qid;  ///< Wikidata id or empty
  std::string label;
  std::string iso;   ///< countries: own code; others: the country they belong to, or empty
  std::string type;  ///< organisations: "international", "party", "armed-group", "company" ...; places: "city" ...
  language::Gender gender = language::Gender::none;
  language::Number number = language::Number::singular;
  /// office: an office noun, free words may follow ("ministre des Affaires étrangères"); jurisdiction: ISO code or
  /// label of an organisation or place; dates YYYY or YYYY-MM-DD or empty.
  struct Office {
    std::string office, jurisdiction, from, to;
  };
  std::vector<Office> offices;     ///< persons
  bool lift = true;                ///< places: a visit there is a visit to the country `iso` (not so for disputed land)
  std::vector<std::string> names;  ///< every name in full, the label first; no demonyms, capitals, seats
};

/// An office noun: "président", "ministre", "chancelière".
struct OfficeNoun {
  std::string canonical;      ///< masculine singular
  bool person_title = false;  ///< precedes a name as a title without being an office ("M.", "docteur", "cheikh")
  bool of_state = false;      ///< held in a state (or its government)
  bool of_organisation = false;
  std::vector<std::string> feminine;  ///< feminine singular forms
  std::vector<std::string> after;     ///< complements that belong to the office: "des Affaires étrangères"
  std::string type;                   ///< as in the table, may be empty
};

/// A kind of goods.
struct Commodity {
  std::string id;  ///< slug: "arms"
  std::string label, label_en;
  std::string parent;  ///< id of the wider kind, or empty
};

/// Whose name a sequence of words may be.
struct NameMatch {
  std::uint32_t row = 0;  ///< index into rows()
  NameForm form = NameForm::name;
  bool operator==(const NameMatch&) const = default;
};

/// Who and what is known by name: tables under mappings/names and those the user adds. Immutable after loading and
/// safe to use from several threads.
class NameLexicon {
 public:
  /// Reads countries.tsv, organisations.tsv, persons.tsv, places.tsv, offices.tsv, given-names.tsv, commodities.tsv of
  /// the folder and then the user's files, in order. Faults go to `diagnostics` with file, line and column; the
  /// result is usable if none of them is an error. A user's file is one of these tables, known by its name or else by
  /// its columns; a row of it about an entity known already (same ISO code, Wikidata id, or without one same label)
  /// adds names and offices to it and changes nothing else. Fails if a file cannot be read.
  static Result<NameLexicon> load(const std::string& folder, const std::vector<std::string>& user_files,
                                  Diagnostics& diagnostics);
  /// Everything that the tables said, and a lexicon that says the same; nullopt if these bytes are not such.
  std::string pack() const;
  static std::optional<NameLexicon> unpack(std::string_view bytes);
  NameLexicon(NameLexicon&&) noexcept;
  NameLexicon& operator=(NameLexicon&&) noexcept;
  ~NameLexicon();

  std::span<const KnownName> rows() const;

  /// The longest name that starts with the first of `words` (as spelt; case counts for the first letter, accents and
  /// apostrophe shapes do not). Returns how many words it takes (0 = none) and whose it may be; `out` is emptied
  /// before. In names of several words only the first must have its capital, unless that is a short particle ("Le
  /// Monde" is not "le monde" nor "Le monde"). A word of up to three letters alone must have the capitals of the table
  /// ("ONU", and "Onu" if the table has it); longer acronyms may be written as names ("Otan").
  /// A state that shares its name with its capital comes as name only; "Suisse" comes as name and as demonym_noun.
  std::size_t longest_match(std::span<const std::string_view> words, std::vector<NameMatch>& out) const;

  /// "russe", "russes" (adjective or noun without capital), "franco" as prefix: the countries they belong to, several
  /// for "congolais". Capitals and accents do not count.
  std::span<const NameMatch> find_demonym(std::string_view word) const;

  /// By any form (feminine, plural; several words joined by spaces: "premier ministre"), folded to lower case.
  const OfficeNoun* find_office(std::string_view lemma) const;
  /// The longest office that starts with the first of `words`; returns how many words it takes, 0 if none.
  std::size_t longest_office(std::span<const std::string_view> words, const OfficeNoun*& office) const;

  /// Gender of a given name; `known` false if it is not one. Expects a capital; "Jean-Marc" is known by its parts.
  /// Gender::none for names of both ("Claude").
  language::Gender given_name_gender(std::string_view word, bool& known) const;

  /// Concept id of a commodity phrase by its lemmas ("arme" -> "arms"); empty if unknown.
  std::string_view find_commodity(std::string_view lemma_phrase) const;
  /// The longest commodity phrase that starts with the first of `lemmas`; returns how many words it takes, 0 if none.
  std::size_t longest_commodity(std::span<const std::string_view> lemmas, const Commodity*& commodity) const;
  std::span<const Commodity> commodities() const;

  /// Row of a country by ISO code, -1 if none.
  std::int32_t country_row(std::string_view iso) const;

 private:
  struct Impl;
  explicit NameLexicon(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace depeche::lexicon
