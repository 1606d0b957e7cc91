#include "sync/fingerprint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "article/input/input_files.hpp"
#include "base/digest.hpp"
#include "base/mapped_file.hpp"

namespace depeche::sync {
namespace {

namespace fs = std::filesystem;

Result<void> add_file(Sha256& all, const std::string& name, const std::string& path) {
  const auto file = MappedFile::open(path);
  if (!file) return tl::unexpected<Error>(file.error());
  all.add(fmt::format("{}:{}:{}\n", name.size(), name, sha256_hex(file->bytes())));
  return {};
}

/// All files below a folder, in the order of their names.
Result<void> add_folder(Sha256& all, const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (auto at = fs::recursive_directory_iterator(folder, error); !error && at != fs::recursive_directory_iterator();
       at.increment(error)) {
    if (at->is_regular_file(error)) names.push_back(at->path().lexically_relative(folder).native());
  }
  if (error) return fail(fmt::format("cannot read '{}': {}", folder, error.message()), error.value());
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    if (const auto added = add_file(all, name, folder + "/" + name); !added) return added;
  }
  return {};
}

}  // namespace

Result<std::string> knowledge_digest(const pipeline::ResourcePaths& paths) {
  Sha256 all;
  for (const std::string& folder : {paths.mappings, paths.ontology}) {
    if (const auto added = add_folder(all, folder); !added) return tl::unexpected<Error>(added.error());
  }
  std::vector<std::string> files = {paths.share + "/" + paths.language + ".forms", "/proc/self/exe"};
  files.insert(files.end(), paths.lexicons.begin(), paths.lexicons.end());
  for (const std::string& file : files) {
    if (const auto added = add_file(all, "", file); !added) return tl::unexpected<Error>(added.error());
  }
  return all.hex().substr(0, 16);
}

std::string input_digest(const std::vector<std::string>& inputs) {
  Sha256 all;
  for (const std::string& input : inputs) {
    Diagnostics faults;
    for (const article::InputFile& file : article::list_input(input, faults)) {
      std::error_code error;
      // A pipe can be read only once.
      if (file.path == "-" || !fs::is_regular_file(file.path, error)) return {};
      if (!add_file(all, file.path, file.path)) return {};
    }
    if (has_errors(faults)) return {};
  }
  return all.hex();
}

}  // namespace depeche::sync
