#include "article/input/input_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

namespace depeche::article {
namespace {

namespace fs = std::filesystem;

std::optional<InputKind> kind_of(std::string_view path) {
  if (path.ends_with(".txt")) return InputKind::text;
  for (const std::string_view packing : {".gz", ".zst"}) {
    if (path.ends_with(packing)) path.remove_suffix(packing.size());
  }
  if (path.ends_with(".jsonl") || path.ends_with(".ndjson")) return InputKind::json_lines;
  return std::nullopt;
}

void report(Severity severity, std::string code, const std::string& path, std::string message, std::string hint,
            Diagnostics& diagnostics) {
  Diagnostic d;
  d.severity = severity;
  d.code = std::move(code);
  d.file = path;
  d.message = std::move(message);
  d.hint = std::move(hint);
  diagnostics.push_back(std::move(d));
}

/// Adds every article file below a folder. Links to folders are not followed: they may lead in circles.
void list_folder(const fs::path& folder, std::vector<std::string>& files, Diagnostics& diagnostics) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  while (!error && entries != fs::directory_iterator()) {
    const fs::directory_entry& entry = *entries;
    std::error_code ignored;
    if (entry.is_directory(ignored) && !entry.is_symlink(ignored)) {
      list_folder(entry.path(), files, diagnostics);
    } else if (entry.is_regular_file(ignored) && kind_of(entry.path().native())) {
      files.push_back(entry.path().native());
    }
    entries.increment(error);
  }
  if (error) {
    report(Severity::error, "input-unreadable", folder.native(), "cannot list the folder: " + error.message(), {},
           diagnostics);
  }
}

std::string without_extension(std::string path) {
  return path.substr(0, path.size() - std::string_view(".txt").size());
}

}  // namespace

std::vector<InputFile> list_input(const std::string& argument, Diagnostics& diagnostics) {
  std::vector<InputFile> out;
  if (argument == "-") {
    out.push_back({"-", "stdin", InputKind::json_lines});
    return out;
  }
  std::error_code error;
  const fs::file_status status = fs::status(argument, error);
  if (!fs::exists(status)) {
    report(Severity::error, "input-missing", argument,
           error && error != std::errc::no_such_file_or_directory ? "cannot be read: " + error.message()
                                                                  : "no such file or folder",
           {}, diagnostics);
    return out;
  }
  if (!fs::is_directory(status)) {
    const auto kind = kind_of(argument);
    if (!kind) {
      report(Severity::error, "input-kind", argument, "this kind of file is not known",
             "inputs are .txt, .jsonl, .jsonl.gz, .jsonl.zst, folders of them, or - for JSON Lines on standard input",
             diagnostics);
      return out;
    }
    const std::string name = fs::path(argument).filename().native();
    out.push_back({argument, *kind == InputKind::text ? without_extension(name) : name, *kind});
    return out;
  }
  std::vector<std::string> files;
  const std::size_t before = diagnostics.size();
  list_folder(argument, files, diagnostics);
  std::sort(files.begin(), files.end());
  for (std::string& path : files) {
    const InputKind kind = *kind_of(path);
    std::string name = fs::path(path).lexically_relative(argument).generic_string();
    if (kind == InputKind::text) name = without_extension(std::move(name));
    out.push_back({std::move(path), std::move(name), kind});
  }
  if (out.empty() && diagnostics.size() == before) {
    report(Severity::warning, "input-empty-folder", argument, "no .txt or .jsonl file in this folder", {}, diagnostics);
  }
  return out;
}

}  // namespace depeche::article
