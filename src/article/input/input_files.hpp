#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace depeche::article {

enum class InputKind : std::uint8_t { text, json_lines };

struct InputFile {
  std::string path;  ///< "-" for standard input
  std::string name;  ///< id of a text file; name of a JSON Lines file in ids
  InputKind kind = InputKind::text;
};

/// The files that one argument stands for, in the order in which they are read. Missing files, unknown kinds, folders
/// that cannot be listed or hold nothing become diagnostics.
std::vector<InputFile> list_input(const std::string& argument, Diagnostics& diagnostics);

}  // namespace depeche::article
