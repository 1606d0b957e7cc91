#pragma once
#include <cstddef>
#include <cstdint>

namespace depeche::language {

/// Adds up `count` rows of weights, column by column, into `sums`. Uses the widest registers that the machine has; the
/// sums are the same on all machines.
void sum_rows_of_24(const std::int8_t* const* rows, std::size_t count, std::int16_t* sums);
void sum_rows_of_48(const std::int8_t* const* rows, std::size_t count, std::int16_t* sums);

}  // namespace depeche::language
