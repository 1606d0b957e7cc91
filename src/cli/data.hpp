#pragma once
#include <string>
#include <vector>

#include "sparql/dataset.hpp"

namespace depeche::cli {

/// Reads exported files (.ttl .trig .nt .nq) into the dataset and indexes it; out/kg.ttl where none is named. False,
/// with messages on standard error, if a file cannot be read or is faulty.
bool read_data(const std::vector<std::string>& files, sparql::Dataset& data);

}  // namespace depeche::cli
