#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "sparql/query.hpp"

namespace depeche::sparql {

/// Solutions of a pattern: a row each, in which every variable of the query has its column.
class Solutions {
 public:
  explicit Solutions(std::size_t width) : width_(width), certain_(width, false) {}
  /// No rows yet, and the same variables certain.
  Solutions like() const {
    Solutions out(width_);
    out.certain_ = certain_;
    return out;
  }

  std::size_t width() const { return width_; }
  std::size_t size() const { return rows_; }
  std::span<const TermId> operator[](std::size_t i) const { return {cells_.data() + i * width_, width_}; }
  std::span<TermId> operator[](std::size_t i) { return {cells_.data() + i * width_, width_}; }

  /// Adds a copy of a row of other solutions.
  std::span<TermId> add(std::span<const TermId> row) {
    cells_.insert(cells_.end(), row.begin(), row.end());
    return (*this)[rows_++];
  }
  std::span<TermId> add_empty() {
    cells_.resize(cells_.size() + width_, unbound);
    return (*this)[rows_++];
  }
  void remove_last() { cells_.resize(--rows_ * width_); }
  void reserve(std::size_t rows) { cells_.reserve(rows * width_); }

  /// True if the variable is known to have a value in every row.
  bool is_certain(Variable v) const { return certain_[v]; }
  void set_certain(Variable v, bool certain = true) { certain_[v] = certain; }
  /// Looks at all rows to tell which variables are certain.
  void find_certain();
  /// True if the variable has a value in some row.
  bool occurs(Variable v) const;

 private:
  std::size_t width_;
  std::size_t rows_ = 0;
  std::vector<TermId> cells_;
  std::vector<bool> certain_;
};

/// Every pair of rows that agree on what both know, in the order of the left side.
Solutions join(const Solutions& left, const Solutions& right);

/// The rows of the left side with which no row of the right side agrees that shares a variable with it.
Solutions subtract(const Solutions& left, const Solutions& right);

}  // namespace depeche::sparql
