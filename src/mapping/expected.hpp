#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mapping/rule.hpp"

namespace depeche::mapping {

/// What an example sentence must give: "Import: TR > RU : asserted ; value=40 ; measure=shareOfImports". Persons,
/// organisations and places by name, states by ISO code. Everything behind the status is optional.
struct Expected {
  std::string relation;
  std::string subject, object;
  Status status = Status::asserted;
  std::vector<std::pair<std::string, std::string>> qualifiers;
};

/// nullopt if the text has another form; `fault` then says what was expected.
std::optional<Expected> parse_expected(std::string_view text, std::string& fault);

/// "asserted" and so on; nullopt for any other word.
std::optional<Status> parse_status(std::string_view word);
std::string_view name_of(Status status);
/// All eight, in order of precedence.
const std::vector<std::string_view>& status_names();

}  // namespace depeche::mapping
