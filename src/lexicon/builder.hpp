#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "lexicon/contents.hpp"
#include "lexicon/table.hpp"

namespace depeche::lexicon {

/// The tables there are, in the order of the folder.
enum class TableKind : std::uint8_t { countries, organisations, places, offices, given_names, commodities, persons };

struct TableFormat {
  TableKind kind;
  std::string_view file_name;
  std::span<const Column> columns;
};
std::span<const TableFormat> table_formats();

/// Reads tables into Contents. References between tables (ISO codes, offices, jurisdictions, parents) are checked in
/// `finish`, so the order of files does not matter.
class Builder {
 public:
  explicit Builder(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  /// A table of the folder.
  void read_own(std::string file, std::string text, TableKind kind);
  /// A file of the user: Turtle by its ending, else a table of whatever kind it turns out to be.
  void read_user(std::string file, std::string text);
  Contents finish();

 private:
  /// A piece of a table, kept for faults that show later.
  struct Place {
    const Source* source = nullptr;
    std::string_view text;
  };
  struct Reference {
    enum class To : std::uint8_t { country, office, jurisdiction, commodity } to;
    Place place;
    std::uint32_t row = 0;  ///< jurisdictions: the person and the office
    std::size_t office = 0;
  };

  void read(const Source& source, TableKind kind, bool user);
  void read_turtle(const std::string& file, const std::string& text);
  void read_countries(TableReader& table, bool user);
  void read_organisations(TableReader& table, bool user);
  void read_places(TableReader& table, bool user);
  void read_persons(TableReader& table, bool user);
  void read_offices(TableReader& table);
  void read_given_names(TableReader& table);
  void read_commodities(TableReader& table);

  /// Registers an entity under its key: its own row, or for user tables that of the entity known already. A second row
  /// of the same key in one table is a fault and gives no row.
  bool find_row(TableReader& table, bool user, KnownName&& entity, std::string_view where, std::uint32_t& row);
  void add_names(TableReader& table, std::uint32_t row, std::size_t column, NameForm form);
  void add_name(std::uint32_t row, std::string_view name, NameForm form);
  /// Reports a name that this table (countries, organisations) gives to another entity already.
  void claim_name(TableReader& table, std::uint32_t row, std::string_view name);
  void add_demonyms(TableReader& table, std::uint32_t row, std::size_t column, NameForm form);
  void add_office(TableReader& table, std::uint32_t row, std::string_view text);
  std::string qid(TableReader& table, std::size_t column);
  void refer(TableReader& table, Reference::To to, std::string_view text, std::uint32_t row = 0,
             std::size_t office = 0);

  void check_references();
  void check_jurisdiction(const Reference& reference);
  void report_unknown(const Place& place, std::string_view code, std::string_view what,
                      const std::vector<std::string_view>& candidates);

  Diagnostics& diagnostics_;
  Contents contents_;
  std::deque<Source> sources_;  ///< stay where they are: faults point into them
  StringMap<std::uint32_t> row_by_key_;
  StringMap<std::uint32_t> claimed_;        ///< kind and folded name to row
  StringMap<std::uint32_t> jurisdictions_;  ///< folded name of organisations and places to row; filled when first asked
  std::vector<Reference> references_;
};

}  // namespace depeche::lexicon
