#pragma once
#include <optional>
#include <string_view>

#include "article/article.hpp"
#include "article/chrome.hpp"

namespace depeche::article {

/// Reads a folded stretch that says nothing but when: "12/03/2024 a 10:30", "mardi 12 mars 2024", "il y a 2 heures",
/// "2024-05-29", or nothing at all. The date has year 0 where none is given in full. nullopt if other words stand
/// there too.
std::optional<PartialDate> read_written_date(std::string_view folded, const Chrome& chrome);

}  // namespace depeche::article
