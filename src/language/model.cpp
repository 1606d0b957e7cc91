#include "language/model.hpp"

#include <algorithm>
#include <cstring>

namespace depeche::language {
namespace {

constexpr std::uint64_t align(std::uint64_t offset) {
  return (offset + 63) / 64 * 64;
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
  const char* base = bytes.data();
  model.tagger_.marks = reinterpret_cast<const std::uint16_t*>(base + layout.tagger_marks);
  model.tagger_.rows = reinterpret_cast<const std::int8_t*>(base + layout.tagger_rows);
  model.tagger_.bucket_mask = header.tagger_buckets - 1;
  model.parser_.marks = reinterpret_cast<const std::uint16_t*>(base + layout.parser_marks);
  model.parser_.rows = reinterpret_cast<const std::int8_t*>(base + layout.parser_rows);
  model.parser_.bucket_mask = header.parser_buckets - 1;
  model.transitions_ = header.transitions;
  model.transition_count_ = header.transition_count;
  for (std::size_t i = 1; i < header.transition_count; ++i) {
    if (header.transitions[i].action == Action::left) model.first_right_ = i + 1;
  }
  model.file_ = std::move(*file);
  return model;
}

}  // namespace depeche::language
