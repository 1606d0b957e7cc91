#pragma once
#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

#include "language/model.hpp"
#include "language/training/perceptron.hpp"

namespace depeche::language::training {

/// A model and how much it counts.
struct Share {
  double weight = 1;
  const Model* model = nullptr;
};

/// Where the transitions of one model stand in another; `parser_width` where it has no such.
inline std::vector<std::size_t> places_of_transitions(const Model& of, const Model& in) {
  std::vector<std::size_t> places(parser_width, parser_width);
  for (std::size_t i = 0; i < of.transition_count(); ++i) {
    const Transition& wanted = of.transitions()[i];
    for (std::size_t k = 0; k < in.transition_count(); ++k) {
      const Transition& other = in.transitions()[k];
      if (other.action == wanted.action && other.label == wanted.label) places[i] = k;
    }
  }
  return places;
}

/// The weighted mean of the parsers of several models, with the transitions of the first. What one of them does not
/// know counts as 0 there. Where more features meet in a bucket than it has room for, those with the largest weights
/// stay. Parsers learned from different mixtures of sentences err in different places: their mean errs less than each.
inline PackedTable<parser_width> average_parsers(const std::vector<Share>& shares, std::uint32_t buckets) {
  constexpr std::size_t bucket_size = ParserTable::bucket_size;
  using Weights = std::array<double, parser_width>;
  struct Feature {
    std::uint16_t mark;
    Weights weights;
    double size;
  };
  PackedTable<parser_width> table;
  table.buckets = buckets;
  table.marks.assign(buckets * bucket_size, 0);
  table.rows.assign(buckets * bucket_size * parser_width, 0);
  std::vector<std::vector<std::size_t>> places;
  for (const Share& share : shares) {
    if (share.model->parser().bucket_mask + 1 != buckets) throw std::runtime_error("models of different sizes");
    places.push_back(places_of_transitions(*shares.front().model, *share.model));
  }
  for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
    std::map<std::uint16_t, Weights> sums;
    for (std::size_t s = 0; s < shares.size(); ++s) {
      const ParserTable& parser = shares[s].model->parser();
      for (std::size_t place = bucket * bucket_size; place < (bucket + 1) * bucket_size; ++place) {
        if (parser.marks[place] == 0) continue;
        Weights& sum = sums[parser.marks[place]];
        for (std::size_t i = 0; i < parser_width; ++i) {
          if (places[s][i] != parser_width) {
            sum[i] += shares[s].weight * parser.rows[place * ParserTable::stride + places[s][i]];
          }
        }
      }
    }
    std::vector<Feature> features;
    for (const auto& [mark, weights] : sums) {
      double size = 0;
      for (const double weight : weights) size += weight * weight;
      features.push_back({mark, weights, size});
    }
    std::stable_sort(features.begin(), features.end(),
                     [](const Feature& a, const Feature& b) { return a.size > b.size; });
    for (std::size_t f = 0; f < std::min(features.size(), bucket_size); ++f) {
      const std::size_t place = bucket * bucket_size + f;
      table.marks[place] = features[f].mark;
      for (std::size_t i = 0; i < parser_width; ++i) {
        table.rows[place * parser_width + i] =
            static_cast<std::int8_t>(std::clamp(std::lround(features[f].weights[i]), -127L, 127L));
      }
    }
  }
  return table;
}

}  // namespace depeche::language::training
