#pragma once
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "language/feature_table.hpp"
#include "language/tagset.hpp"

namespace depeche::language {

enum class Action : std::uint8_t { shift, left, right };

/// A step of the parser; `label` counts for arcs only.
struct Transition {
  Action action = Action::shift;
  Dependency label = Dependency::none;
};

inline constexpr std::size_t tagger_width = 24;
inline constexpr std::size_t parser_width = 48;
using TaggerTable = FeatureTable<tagger_width>;
using ParserTable = FeatureTable<parser_width>;

/// Start of a model file, in the byte order of the machine. The tables follow, each at a multiple of 64 bytes:
/// tagger marks, tagger rows, parser marks, parser rows.
struct ModelHeader {
  std::array<char, 8> magic;  ///< "DEPMODEL"
  std::uint32_t version;
  std::uint32_t header_size;
  std::uint64_t file_size;
  std::uint64_t checksum;        ///< of everything behind the header
  std::uint32_t tagger_buckets;  ///< a power of two
  std::uint32_t parser_buckets;
  std::uint32_t transition_count;
  std::uint32_t reserved;
  std::array<Transition, parser_width>
      transitions;                ///< the shift, then the left arcs, the left arc of the root last, then the right arcs
  std::array<char, 1024> notice;  ///< licence note in UTF-8, NUL-terminated
};
inline constexpr std::array<char, 8> model_magic = {'D', 'E', 'P', 'M', 'O', 'D', 'E', 'L'};
inline constexpr std::uint32_t model_version = 2;

/// Where the tables of a model lie in its file, in bytes.
struct ModelLayout {
  std::uint64_t tagger_marks, tagger_rows, parser_marks, parser_rows, end;
};
ModelLayout layout_of(const ModelHeader& header);

/// Checksum of the tables, eight bytes at a time.
std::uint64_t model_checksum(std::string_view bytes);

/// Weights of tagger and parser, read from a file.
class Model {
 public:
  /// Fails if the file is missing, of another kind or version, truncated or damaged.
  static Result<Model> open(const std::string& path);

  const TaggerTable& tagger() const { return tagger_; }
  const ParserTable& parser() const { return parser_; }
  const std::array<Transition, parser_width>& transitions() const { return transitions_; }
  /// Transitions [1, first_right) are left arcs, first_right - 1 is the one that makes the root.
  std::size_t first_right() const { return first_right_; }
  std::size_t transition_count() const { return transition_count_; }

  /// -1 for the transitions that are allowed, 0 for the others and those beyond the last.
  using Allowed = std::array<std::int16_t, parser_width>;
  const Allowed& allowed(bool shift, bool left, bool root, bool right) const {
    return allowed_[(shift ? 1U : 0U) | (left ? 2U : 0U) | (root ? 4U : 0U) | (right ? 8U : 0U)];
  }

 private:
  void set_allowed();

  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };

  std::unique_ptr<char, Free> tables_;
  TaggerTable tagger_;
  ParserTable parser_;
  std::array<Transition, parser_width> transitions_{};
  std::size_t transition_count_ = 0;
  std::size_t first_right_ = 1;
  std::array<Allowed, 16> allowed_{};
};

}  // namespace depeche::language
