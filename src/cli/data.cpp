#include "cli/data.hpp"

#include <cerrno>
#include <filesystem>

#include <fmt/format.h>

#include "base/mapped_file.hpp"
#include "cli/faults.hpp"
#include "cli/streams.hpp"

namespace depeche::cli {

bool read_data(const std::vector<std::string>& files, sparql::Dataset& data) {
  const std::vector<std::string> usual{"out/kg.ttl"};
  Diagnostics faults;
  for (const std::string& file : files.empty() ? usual : files) {
    const auto syntax = rdf::syntax_of_file(file);
    if (!syntax) {
      print_error(fmt::format("'{}': expected a file that ends in .ttl, .trig, .nt or .nq", file));
      return false;
    }
    const auto mapped = MappedFile::open(file);
    if (!mapped) {
      const bool none = files.empty() && mapped.error().system_errno == ENOENT;
      print_error(mapped.error().message +
                  (none ? "\n  hint: name the files that depeche export wrote, or export some first" : ""));
      return false;
    }
    std::error_code ignored;
    data.read(mapped->bytes(), *syntax, file, "file://" + std::filesystem::absolute(file, ignored).string(), faults);
  }
  FaultReport report;
  report.add(faults);
  report.finish();
  data.index();
  return !has_errors(faults);
}

}  // namespace depeche::cli
