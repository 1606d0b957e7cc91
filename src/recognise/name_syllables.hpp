#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/word_table.hpp"

namespace depeche::recognise {

/// Names of few syllables, family name first, by language: mappings/<language>/syllables.toml. Immutable once read.
class NameSyllables {
 public:
  /// True if the folded parts are a family name and syllables of one language, two to five in all.
  bool make_a_name(const std::vector<std::string>& parts) const;

  /// Faults go to `diagnostics`. At most 32 languages.
  static NameSyllables parse(std::string toml, const std::string& name, Diagnostics& diagnostics);

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(words_);
  }

 private:
  struct Languages {
    std::uint32_t family = 0, syllable = 0;  ///< a bit for each language

    template <class Archive>
    void serialize(Archive& archive) {
      archive(family, syllable);
    }
  };
  WordTable<Languages> words_;
};

}  // namespace depeche::recognise
