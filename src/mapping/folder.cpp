#include "mapping/folder.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace depeche::mapping {

namespace fs = std::filesystem;

Result<std::vector<std::string>> list_files(const std::string& folder, std::string_view suffix) {
  std::error_code error;
  std::vector<std::string> paths;
  fs::directory_iterator entry(folder, error);
  for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.size() > suffix.size() && name.ends_with(suffix) && name[0] != '.')
      paths.push_back(entry->path().string());
  }
  if (error) return fail("cannot read the folder '" + folder + "': " + error.message(), error.value());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string file_stem(const std::string& path) {
  return fs::path(path).stem().string();
}

std::string folder_name(const std::string& path) {
  const fs::path p = fs::path(path).lexically_normal();
  return (p.has_filename() ? p.filename() : p.parent_path().filename()).string();
}

}  // namespace depeche::mapping
