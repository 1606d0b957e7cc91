#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "base/utf8.hpp"
#include "targets.hpp"

namespace depeche::fuzz {
namespace {

constexpr std::array<Target, 8> all{{{"analyse", analyse, 100},
                                     {"read_compiled", read_compiled, 100},
                                     {"read_json_lines", read_json_lines, 100},
                                     {"read_mappings", read_mappings, 50},
                                     {"read_names", read_names, 200},
                                     {"read_ontology", read_ontology, 200},
                                     {"read_scraped_text", read_scraped_text, 100},
                                     {"round_trip", round_trip, 200}}};

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "depeche-fuzz-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

std::span<const Target> targets() {
  return all;
}

const Target* find_target(std::string_view name) {
  for (const Target& target : all) {
    if (target.name == name) return &target;
  }
  return nullptr;
}

void require(bool holds, std::string_view promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(promise.size()), promise.data());
  std::abort();
}

const pipeline::Resources& resources() {
  static const auto loaded = [] {
    const std::string source = DEPECHE_SOURCE_DIR;
    Diagnostics diagnostics;
    auto result = pipeline::Resources::load(
        {DEPECHE_BUILD_DIR "/share/depeche", source + "/mappings", source + "/ontology", "fr", {}}, diagnostics);
    require(result.has_value() && !has_errors(diagnostics), "the delivered knowledge has no fault");
    return std::move(*result);
  }();
  return *loaded;
}

std::string as_utf8(std::string_view bytes) {
  std::string text(bytes);
  for (std::size_t at = 0; (at = utf8::find_invalid(text)) != std::string::npos;) text[at] = '?';
  return text;
}

std::string write_input(const std::string& name, std::string_view bytes) {
  static const Folder folder;
  const std::string path = (folder.path() / name).string();
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  return path;
}

void require_told(const Diagnostics& diagnostics) {
  for (const Diagnostic& d : diagnostics) {
    require(!d.code.empty() && !d.message.empty() && !d.file.empty(), "a fault has code, message and file");
    require(utf8::find_invalid(d.message) == std::string_view::npos, "a message is UTF-8");
  }
}

}  // namespace depeche::fuzz
