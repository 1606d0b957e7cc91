#include "evaluate/precision.hpp"

#include <fmt/format.h>

namespace depeche::evaluate {
namespace {

constexpr double weight_of_type = 4, weight_of_all = 8;

struct Record {
  std::size_t right = 0, wrong = 0;

  void add(const RuleRecord& r) {
    right += r.right;
    wrong += r.wrong;
  }
  /// Its rate of right ones, as if `weight` more had been seen that come out at `prior`.
  double smoothed(double prior, double weight) const {
    return (static_cast<double>(right) + weight * prior) / (static_cast<double>(right + wrong) + weight);
  }
};

}  // namespace

std::string precision_table(const Score& score) {
  Record all;
  std::map<std::string, Record> types;
  for (const auto& [rule, record] : score.rules) {
    all.add(record);
    types[record.type].add(record);
  }
  std::string out = fmt::format(
      "# How often rules were right, measured on {} annotated articles by: depeche score GOLD INPUT --write-precision\n"
      "# FILE. A claim is right if the gold has its relation, whatever the status. Confidence joins each record with "
      "a\n"
      "# prior: {} claims at the type's rate for a rule, {} at the rate of all (*) for a type, 2 at one half for all.\n"
      "# A rule without a row has the confidence of its type.\n"
      "rule\tright\twrong\tconfidence\n",
      score.articles, weight_of_type, weight_of_all);
  const auto row = [&](const std::string& name, std::size_t right, std::size_t wrong, double confidence) {
    out += fmt::format("{}\t{}\t{}\t{:.3f}\n", name, right, wrong, confidence);
  };
  const double of_all = all.smoothed(0.5, 2);
  row("*", all.right, all.wrong, of_all);
  for (const auto& [type, record] : types)
    row(type, record.right, record.wrong, record.smoothed(of_all, weight_of_all));
  for (const auto& [rule, record] : score.rules) {
    const double of_type = types[record.type].smoothed(of_all, weight_of_all);
    row(rule, record.right, record.wrong, Record{record.right, record.wrong}.smoothed(of_type, weight_of_type));
  }
  return out;
}

}  // namespace depeche::evaluate
