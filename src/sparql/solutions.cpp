#include "sparql/solutions.hpp"

#include <absl/container/flat_hash_map.h>

namespace depeche::sparql {
namespace {

/// The rows of one side by their values of variables that both sides are certain of.
class Index {
 public:
  Index(const Solutions& rows, const Solutions& other) {
    for (Variable v = 0; v < rows.width(); ++v) {
      if (rows.is_certain(v) && other.is_certain(v)) shared_.push_back(v);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) by_key_[key_of(rows[i])].push_back(i);
  }

  /// The rows that agree with `row` on the shared variables.
  const std::vector<std::size_t>& find(std::span<const TermId> row) const {
    static const std::vector<std::size_t> none;
    const auto at = by_key_.find(key_of(row));
    return at == by_key_.end() ? none : at->second;
  }

 private:
  std::vector<TermId> key_of(std::span<const TermId> row) const {
    std::vector<TermId> key;
    key.reserve(shared_.size());
    for (const Variable v : shared_) key.push_back(row[v]);
    return key;
  }

  Variables shared_;
  absl::flat_hash_map<std::vector<TermId>, std::vector<std::size_t>> by_key_;
};

bool agree(std::span<const TermId> a, std::span<const TermId> b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i] && a[i] != unbound && b[i] != unbound) return false;
  }
  return true;
}

bool share(std::span<const TermId> a, std::span<const TermId> b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != unbound && b[i] != unbound) return true;
  }
  return false;
}

}  // namespace

void Solutions::find_certain() {
  for (Variable v = 0; v < width_; ++v) {
    bool all = true;
    for (std::size_t i = 0; all && i < rows_; ++i) all = cells_[i * width_ + v] != unbound;
    certain_[v] = all && rows_ > 0;
  }
}

bool Solutions::occurs(Variable v) const {
  for (std::size_t i = 0; i < rows_; ++i) {
    if (cells_[i * width_ + v] != unbound) return true;
  }
  return false;
}

Solutions join(const Solutions& left, const Solutions& right) {
  Solutions out = left.like();
  for (Variable v = 0; v < right.width(); ++v) {
    if (right.is_certain(v)) out.set_certain(v);
  }
  const Index index(right, left);
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (const std::size_t k : index.find(left[i])) {
      if (!agree(left[i], right[k])) continue;
      const std::span<TermId> row = out.add(left[i]);
      for (std::size_t c = 0; c < row.size(); ++c) {
        if (row[c] == unbound) row[c] = right[k][c];
      }
    }
  }
  return out;
}

Solutions subtract(const Solutions& left, const Solutions& right) {
  Solutions out = left.like();
  const Index index(right, left);
  for (std::size_t i = 0; i < left.size(); ++i) {
    bool gone = false;
    for (const std::size_t k : index.find(left[i])) {
      gone = agree(left[i], right[k]) && share(left[i], right[k]);
      if (gone) break;
    }
    if (!gone) out.add(left[i]);
  }
  return out;
}

}  // namespace depeche::sparql
