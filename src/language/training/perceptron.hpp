#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "language/feature_table.hpp"

namespace depeche::language::training {

/// Rows of 8-bit weights in buckets, ready for the model file.
template <std::size_t Width>
struct PackedTable {
  std::uint32_t buckets = 1;
  std::vector<std::uint16_t> marks = std::vector<std::uint16_t>(FeatureTable<Width>::bucket_size);
  std::vector<std::int8_t> rows = std::vector<std::int8_t>(FeatureTable<Width>::bucket_size * Width);
};

/// Averaged perceptron over hashed features with one row of weights each.
template <std::size_t Width>
class Perceptron {
 public:
  using Row = std::array<float, Width>;
  using Scores = std::array<float, Width>;

  /// Registers a feature; before training.
  void add_feature(std::uint32_t key, float frequency) {
    if (index_.try_emplace(key, static_cast<std::uint32_t>(weights_.size())).second) {
      weights_.emplace_back();
      sums_.emplace_back();
      frequencies_.push_back(frequency);
    }
  }

  std::size_t size() const { return weights_.size(); }

  /// Finds the rows of the known features.
  void find(const std::uint32_t* keys, std::size_t count, std::vector<std::uint32_t>& rows) const {
    rows.clear();
    for (std::size_t i = 0; i < count; ++i) {
      const auto found = index_.find(keys[i]);
      if (found != index_.end()) rows.push_back(found->second);
    }
  }

  void score(const std::vector<std::uint32_t>& rows, Scores& scores) const {
    scores.fill(0);
    for (const auto row : rows) {
      for (std::size_t k = 0; k < Width; ++k) scores[k] += weights_[row][k];
    }
  }

  void update(const std::vector<std::uint32_t>& rows, std::size_t gold, std::size_t predicted) {
    for (const auto row : rows) {
      weights_[row][gold] += 1;
      weights_[row][predicted] -= 1;
      sums_[row][gold] += step_;
      sums_[row][predicted] -= step_;
    }
  }

  void count_step() { step_ += 1; }

  Row average(std::uint32_t row) const {
    Row result;
    for (std::size_t k = 0; k < Width; ++k) result[k] = weights_[row][k] - sums_[row][k] / step_;
    return result;
  }

  /// The most important features that fit into so many buckets, best first.
  std::vector<std::uint32_t> select(std::uint32_t buckets) const {
    std::vector<std::pair<float, std::uint32_t>> ranked;
    for (const auto& [key, row] : index_) {
      const Row weights = average(row);
      float mass = 0;
      for (const float weight : weights) mass += std::fabs(weight);
      ranked.emplace_back(-mass * std::sqrt(frequencies_[row]), key);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::uint32_t> selected;
    absl::flat_hash_map<std::uint32_t, std::vector<std::uint16_t>> filled;
    for (const auto& [importance, key] : ranked) {
      auto& marks = filled[key & (buckets - 1)];
      const std::uint16_t mark = FeatureTable<Width>::mark_of(key);
      const bool taken = std::find(marks.begin(), marks.end(), mark) != marks.end();
      if (importance == 0 || taken || marks.size() == FeatureTable<Width>::bucket_size) continue;
      marks.push_back(mark);
      selected.push_back(key);
    }
    return selected;
  }

  float frequency(std::uint32_t key) const { return frequencies_[index_.at(key)]; }

  /// Packs all features; they must have been chosen by select() with as many buckets.
  PackedTable<Width> pack(std::uint32_t buckets) const {
    constexpr std::size_t bucket_size = FeatureTable<Width>::bucket_size;
    std::vector<float> sizes;
    for (std::uint32_t row = 0; row < weights_.size(); ++row) {
      for (const float weight : average(row)) {
        if (weight != 0) sizes.push_back(std::fabs(weight));
      }
    }
    const auto limit = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 9995 / 10000);
    std::nth_element(sizes.begin(), limit, sizes.end());
    const float scale = 127.0F / *limit;
    PackedTable<Width> table;
    table.buckets = buckets;
    table.marks.assign(buckets * bucket_size, 0);
    table.rows.assign(buckets * bucket_size * Width, 0);
    for (const auto& [key, row] : index_) {
      std::size_t place = (key & (buckets - 1)) * bucket_size;
      while (table.marks[place] != 0) ++place;
      table.marks[place] = FeatureTable<Width>::mark_of(key);
      const Row weights = average(row);
      for (std::size_t k = 0; k < Width; ++k) {
        table.rows[place * Width + k] =
            static_cast<std::int8_t>(std::clamp(std::lround(weights[k] * scale), -127L, 127L));
      }
    }
    return table;
  }

 private:
  absl::flat_hash_map<std::uint32_t, std::uint32_t> index_;
  std::vector<Row> weights_;
  std::vector<Row> sums_;
  std::vector<float> frequencies_;
  float step_ = 1;
};

}  // namespace depeche::language::training
