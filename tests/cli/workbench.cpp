#include "workbench.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace depeche::cli_test {

namespace fs = std::filesystem;

Workbench::Workbench() {
  std::string name = (fs::temp_directory_path() / "depeche-cli-XXXXXX").native();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder");
  folder_ = name;
  fs::permissions(folder_, fs::perms::all);  // for runs without privilege
}

Workbench::~Workbench() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

Outcome Workbench::run_call(const Call& call) const {
  return Running(DEPECHE_PROGRAM, call, folder_.native()).wait();
}

Outcome Workbench::run(std::vector<std::string> arguments) const {
  Call call;
  call.arguments = std::move(arguments);
  return run_call(call);
}

Outcome Workbench::run_tool(const std::string& tool, std::vector<std::string> arguments, std::string input) const {
  Call call;
  call.arguments = std::move(arguments);
  call.input = std::move(input);
  return Running(tool, call, folder_.native()).wait();
}

void Workbench::write(std::string_view name, std::string_view content) const {
  fs::create_directories(path(name).parent_path());
  std::ofstream(path(name), std::ios::binary) << content;
}

std::string Workbench::read(std::string_view name) const {
  std::ifstream in(path(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> Workbench::list() const {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(folder_)) out.push_back(entry.path().filename().native());
  std::sort(out.begin(), out.end());
  return out;
}

std::string Workbench::make_mappings(std::string_view rules) const {
  const fs::path delivered = fs::path(DEPECHE_SOURCE_DIR) / "mappings";
  fs::create_directories(path("mappings/fr/rules"));
  fs::create_directory_symlink(delivered / "names", path("mappings/names"));
  for (const auto& entry : fs::directory_iterator(delivered / "fr")) {
    // Measured precision is of the delivered rules alone.
    if (entry.is_regular_file() && entry.path().filename() != "precision.tsv")
      fs::create_symlink(entry.path(), path("mappings/fr") / entry.path().filename());
  }
  write("mappings/fr/rules/visit.toml", rules);
  return "mappings";
}

std::string record(std::string_view id, std::string_view text) {
  return std::string(R"({"id":")").append(id).append(R"(","title":"","date":"2024-05-17","text":")").append(text) +
         "\"}\n";
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace depeche::cli_test
