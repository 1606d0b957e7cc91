#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "evaluate/given.hpp"
#include "pipeline/resources.hpp"

namespace depeche::evaluate {

/// True for the names of N-Quads and N-Triples (.nq, .nquads, .nt): a graph that was exported before.
bool is_graph(const std::string& path);

/// Adds the statements of such a file. Lines that are none are reported. Fails if the file cannot be read.
Result<void> read_graph(const std::string& path, GivenReader& given, Diagnostics& diagnostics);

/// Exports articles (files and folders as for `export`) and adds their statements. Returns how many articles were
/// read; records left out are reported.
std::size_t read_articles(const pipeline::Resources& resources, const std::vector<std::string>& inputs,
                          GivenReader& given, Diagnostics& diagnostics);

}  // namespace depeche::evaluate
