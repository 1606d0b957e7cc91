#include "language/model.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>

#include "base/mapped_file.hpp"

namespace depeche::language {
namespace {

constexpr std::uint64_t align(std::uint64_t offset) {
  return (offset + 63) / 64 * 64;
}

/// Memory of a feature table; `end` is where the next one begins.
template <std::size_t Width>
struct Place {
  explicit Place(std::uint64_t begin, std::uint32_t buckets)
      : marks(begin),
        rows(align(marks + places(buckets) * sizeof(std::uint16_t))),
        end(rows + places(buckets) * FeatureTable<Width>::stride) {}
  static std::uint64_t places(std::uint64_t buckets) { return buckets * FeatureTable<Width>::bucket_size; }

  std::uint64_t marks, rows, end;
};

/// Copies a table of `buckets` buckets from a file to `memory`, its rows to where each is one cache line.
template <std::size_t Width>
FeatureTable<Width> copy_table(const char* file_marks, const char* file_rows, std::uint32_t buckets, char* memory,
                               const Place<Width>& place) {
  const std::uint64_t count = place.places(buckets);
  std::memcpy(memory + place.marks, file_marks, count * sizeof(std::uint16_t));
  for (std::uint64_t i = 0; i < count; ++i) {
    std::memcpy(memory + place.rows + i * FeatureTable<Width>::stride, file_rows + i * Width, Width);
  }
  FeatureTable<Width> table;
  table.marks = reinterpret_cast<const std::uint16_t*>(memory + place.marks);
  table.rows = reinterpret_cast<const std::int8_t*>(memory + place.rows);
  table.bucket_mask = buckets - 1;
  return table;
}

constexpr bool is_bucket_count(std::uint32_t n) {
  return n != 0 && n <= 65536 && (n & (n - 1)) == 0;
}

}  // namespace

ModelLayout layout_of(const ModelHeader& header) {
  const std::uint64_t tagger = header.tagger_buckets * TaggerTable::bucket_size;
  const std::uint64_t parser = header.parser_buckets * ParserTable::bucket_size;
  ModelLayout layout{};
  layout.tagger_marks = align(sizeof(ModelHeader));
  layout.tagger_rows = align(layout.tagger_marks + tagger * sizeof(std::uint16_t));
  layout.parser_marks = align(layout.tagger_rows + tagger * tagger_width);
  layout.parser_rows = align(layout.parser_marks + parser * sizeof(std::uint16_t));
  layout.end = layout.parser_rows + parser * parser_width;
  return layout;
}

std::uint64_t model_checksum(std::string_view bytes) {
  std::uint64_t sum = bytes.size();
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
    sum = (sum ^ word) * 0x9E3779B97F4A7C15u;
    sum ^= sum >> 32;
  }
  return sum;
}

Result<Model> Model::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected<Error>(file.error());
  const std::string_view bytes = file->bytes();
  ModelHeader header;
  if (bytes.size() < sizeof header) return fail(path + ": not an analyser model: too short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != model_magic) return fail(path + ": not an analyser model");
  if (header.version != model_version || header.header_size != sizeof header) {
    return fail(path + ": analyser model of version " + std::to_string(header.version) + ", expected " +
                std::to_string(model_version));
  }
  const bool sane = is_bucket_count(header.tagger_buckets) && is_bucket_count(header.parser_buckets) &&
                    header.transition_count > 2 && header.transition_count <= parser_width;
  if (!sane) return fail(path + ": damaged analyser model: impossible table sizes");
  const ModelLayout layout = layout_of(header);
  if (layout.end != bytes.size() || header.file_size != bytes.size()) {
    return fail(path + ": truncated analyser model: " + std::to_string(bytes.size()) + " bytes, expected " +
                std::to_string(layout.end));
  }
  if (model_checksum(bytes.substr(sizeof header)) != header.checksum) return fail(path + ": damaged analyser model");
  Model model;
  const char* const base = bytes.data();
  const Place<parser_width> parser(0, header.parser_buckets);
  const Place<tagger_width> tagger(parser.end, header.tagger_buckets);
  // Nearly every step reads some sixty places all over the tables: few large pages serve that best.
  constexpr std::uint64_t large_page = std::uint64_t{2} << 20U;
  const std::uint64_t size = (tagger.end + large_page - 1) / large_page * large_page;
  model.tables_.reset(static_cast<char*>(std::aligned_alloc(large_page, size)));
  if (model.tables_ == nullptr) return fail(path + ": no memory for the analyser model");
  ::madvise(model.tables_.get(), size, MADV_HUGEPAGE);
  model.parser_ = copy_table(base + layout.parser_marks, base + layout.parser_rows, header.parser_buckets,
                             model.tables_.get(), parser);
  model.tagger_ = copy_table(base + layout.tagger_marks, base + layout.tagger_rows, header.tagger_buckets,
                             model.tables_.get(), tagger);
  model.transitions_ = header.transitions;
  model.transition_count_ = header.transition_count;
  for (std::size_t i = 1; i < header.transition_count; ++i) {
    if (header.transitions[i].action == Action::left) model.first_right_ = i + 1;
  }
  model.set_allowed();
  return model;
}

void Model::set_allowed() {
  for (std::size_t kinds = 0; kinds < allowed_.size(); ++kinds) {
    for (std::size_t i = 0; i < transition_count_; ++i) {
      const unsigned kind = i == 0 ? 1U : i + 1 < first_right_ ? 2U : i + 1 == first_right_ ? 4U : 8U;
      allowed_[kinds][i] = (kinds & kind) != 0 ? std::int16_t{-1} : std::int16_t{0};
    }
  }
}

}  // namespace depeche::language
