#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace depeche::recognise {

/// What is left of a folded name when spellings of one sound are written alike: Khatchatourian and Khachaturyan,
/// Putin and Poutine, Soleimani and Suleymani nearly. For comparing names only, never for show.
std::string sound_key(std::string_view folded);

/// Edit distance of two short words (insertions, deletions, replacements), or `most` + 1 if it is larger than that.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

/// Two spellings of one name by their keys: the same, or of five letters and more that begin alike and differ in one
/// letter (two from nine letters on).
bool sounds_alike(std::string_view key_a, std::string_view key_b);

}  // namespace depeche::recognise
