#pragma once
#include <span>
#include <string>
#include <string_view>

#include "pipeline/resources.hpp"

namespace depeche::fuzz {

/// Takes any bytes; ends the program if depeche breaks a promise on them.
using Run = void (*)(std::string_view bytes);

/// One border over which bytes come from outside. Its corpus is tests/fuzz/corpus/<name>.
struct Target {
  std::string_view name;
  Run run;
  /// Inputs that the replay makes of each file of the corpus: fewer where a run takes long.
  unsigned int mutations;
};

void analyse(std::string_view bytes);
void read_compiled(std::string_view bytes);
void read_json_lines(std::string_view bytes);
void read_mappings(std::string_view bytes);
void read_names(std::string_view bytes);
void read_ontology(std::string_view bytes);
void read_scraped_text(std::string_view bytes);
void round_trip(std::string_view bytes);

std::span<const Target> targets();
/// nullptr if there is none of this name.
const Target* find_target(std::string_view name);

/// Ends the program with a message if the promise does not hold.
void require(bool holds, std::string_view promise);

/// The delivered knowledge, loaded once.
const pipeline::Resources& resources();

/// The bytes as UTF-8, each wrong byte made a question mark: for what only ever sees checked text.
std::string as_utf8(std::string_view bytes);

/// Writes the bytes under that name into a folder of this process, which goes when it ends; returns the path.
std::string write_input(const std::string& name, std::string_view bytes);

/// Every fault that a reader tells has a code, a message and the file; and the reader tells finitely many.
void require_told(const Diagnostics& diagnostics);

}  // namespace depeche::fuzz
