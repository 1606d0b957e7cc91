#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "rdf/statement.hpp"
#include "rdf/writer.hpp"

namespace depeche::rdf {

/// Fills up to `size` bytes; 0 at the end.
using ByteSource = std::function<Result<std::size_t>(char* out, std::size_t size)>;

/// Reads a document of any size in constant memory and hands its statements on, checked and with literals in canonical
/// form. Syntax errors, blank nodes, relative IRIs and faulty literals go to `diagnostics` with their line; reading
/// ends at the first of them, so that nothing is half understood. Fails if the source does.
Result<void> read_statements(const ByteSource& source, Syntax syntax, const std::string& file,
                             const std::function<void(Statement)>& take, Diagnostics& diagnostics);

/// The same from memory.
void read_statements(std::string_view text, Syntax syntax, const std::string& file,
                     const std::function<void(Statement)>& take, Diagnostics& diagnostics);

}  // namespace depeche::rdf
