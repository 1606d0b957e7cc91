#pragma once
#include <cstdint>
#include <memory>
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
  std::string qid;          ///< Wikidata id or empty
  std::string label;
  std::string iso;          ///< countries: own code; others: the country they belong to, or empty
  std::string type;         ///< organisations: "international", "party", "armed-group", "company" ...; places: "city" ...
  language::Gender gender = language::Gender::none;
  language::Number number = language::Number::singular;
  struct Office { std::string office, jurisdiction, from, to; };  ///< jurisdiction: ISO code or organisation label
  std::vector<Office> offices;  ///< persons
};

/// An office noun: "président", "ministre", "chancelière".
struct OfficeNoun {
  std::string canonical;    ///< masculine singular
  bool person_title = false;    ///< precedes a name as a title without being an office ("M.", "docteur", "cheikh")
  bool of_state = false;    ///< held in a state (or its government)
  bool of_organisation = false;
};

/// Whose name a sequence of words may be.
struct NameMatch {
  std::uint32_t row = 0;        ///< index into rows()
  NameForm form = NameForm::name;
};

/// Who and what is known by name: tables under mappings/names and those the user adds. Immutable after loading.
class NameLexicon {
 public:
  /// Reads countries.tsv, organisations.tsv, persons.tsv, places.tsv, offices.tsv, given-names.tsv, commodities.tsv of
  /// the folder and then the user's files, in order. Faults go to `diagnostics` with file, line and column; the
  /// result is usable if none of them is an error.
  static Result<NameLexicon> load(const std::string& folder, const std::vector<std::string>& user_files,
                                  Diagnostics& diagnostics);
  NameLexicon(NameLexicon&&) noexcept;
  NameLexicon& operator=(NameLexicon&&) noexcept;
  ~NameLexicon();

  std::span<const KnownName> rows() const;

  /// The longest name that starts with the first of `words` (as spelt; case counts for the first letter, accents and
  /// apostrophe shapes do not). Returns how many words it takes (0 = none) and whose it may be.
  std::size_t longest_match(std::span<const std::string_view> words, std::vector<NameMatch>& out) const;

  /// "russe", "russes" (adjective or noun without capital), "franco" as prefix: the countries they belong to.
  std::span<const NameMatch> find_demonym(std::string_view word) const;

  const OfficeNoun* find_office(std::string_view lemma) const;       ///< by any form, folded to lower case
  /// Gender of a given name; `known` false if it is not one.
  language::Gender given_name_gender(std::string_view word, bool& known) const;
  /// Concept id of a commodity phrase by its lemmas ("arme" -> "arms"); empty if unknown.
  std::string_view find_commodity(std::string_view lemma_phrase) const;
  /// Row of a country by ISO code, -1 if none.
  std::int32_t country_row(std::string_view iso) const;

 private:
  struct Impl;
  explicit NameLexicon(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace depeche::lexicon
