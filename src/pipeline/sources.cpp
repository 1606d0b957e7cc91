#include "pipeline/sources.hpp"

#include "base/mapped_file.hpp"
#include "mapping/folder.hpp"

namespace depeche::pipeline {
namespace {

class Sources {
 public:
  /// Everything in `folder` whose name ends in `suffix`, under the name `label` wherever the folder lies.
  void add(std::string_view label, const std::string& folder, std::string_view suffix) {
    const auto paths = mapping::list_files(folder, suffix);
    complete_ = complete_ && paths.has_value();
    if (!complete_) return;
    add_text(label);
    add_number(paths->size());
    for (const std::string& path : *paths) {
      const auto content = read_file(path);
      complete_ = complete_ && content.has_value();
      if (!complete_) return;
      add_text(std::string_view(path).substr(path.rfind('/') + 1));
      add_text(*content);
    }
  }

  void add_number(std::uint64_t number) { hash_.add({reinterpret_cast<const char*>(&number), sizeof number}); }

  std::optional<FastHash::Value> value() const { return complete_ ? std::optional(hash_.value()) : std::nullopt; }

 private:
  void add_text(std::string_view text) {
    add_number(text.size());
    hash_.add(text);
  }

  FastHash hash_;
  bool complete_ = true;
};

}  // namespace

std::optional<FastHash::Value> hash_names(const std::string& folder) {
  Sources sources;
  sources.add("names", folder, ".tsv");
  return sources.value();
}

std::optional<FastHash::Value> hash_language(const std::string& language_folder, const std::string& ontology_folder,
                                             std::uint64_t forms) {
  Sources sources;
  sources.add_number(forms);
  sources.add("ontology", ontology_folder, ".ttl");
  sources.add("language", language_folder, ".toml");
  sources.add("tables", language_folder, ".tsv");
  sources.add("rules", language_folder + "/rules", ".toml");
  return sources.value();
}

}  // namespace depeche::pipeline
