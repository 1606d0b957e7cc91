#include "evaluate/gold.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <tuple>

#include <fmt/format.h>

#include "base/mapped_file.hpp"
#include "mapping/expected.hpp"

namespace depeche::evaluate {
namespace {

namespace fs = std::filesystem;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find(separator, at);
    out.push_back(text.substr(at, end == std::string_view::npos ? end : end - at));
    if (end == std::string_view::npos) return out;
    at = end + 1;
  }
}

/// value, min and max that are plain numbers, with point or comma.
std::set<double> figures_of(std::string_view qualifiers) {
  std::set<double> out;
  for (const std::string_view item : split(qualifiers, ';')) {
    const std::size_t equal = item.find('=');
    if (equal == std::string_view::npos) continue;
    const std::string_view key = item.substr(0, equal);
    if (key != "value" && key != "min" && key != "max") continue;
    std::string number(item.substr(equal + 1));
    std::replace(number.begin(), number.end(), ',', '.');
    double value = 0;
    const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (fault == std::errc() && end == number.data() + number.size()) out.insert(value);
  }
  return out;
}

/// Reads the files of one folder. Entities come first, because their forms are names of the relations' actors.
class GoldReader {
 public:
  GoldReader(Gold& gold, Diagnostics& diagnostics) : gold_(gold), diagnostics_(diagnostics) {}

  Result<void> read(const std::string& path, bool relations) {
    const auto text = read_file(path);
    if (!text) return tl::unexpected(text.error());
    file_ = path;
    line_ = 0;
    for (const std::string_view line : split(*text, '\n')) {
      ++line_;
      if (line.empty()) continue;
      const auto fields = split(line, '\t');
      relations ? read_relation(fields) : read_entity(fields);
    }
    return {};
  }

 private:
  void report(std::string message) {
    Diagnostic d;
    d.code = "gold-row";
    d.file = file_;
    d.line = line_;
    d.message = std::move(message);
    diagnostics_.push_back(std::move(d));
  }

  bool make_actor(std::string_view article, std::string_view text, GoldActor& actor) {
    if (text.size() < 3 || text[1] != ':' || std::string_view("pcol").find(text[0]) == std::string_view::npos) {
      report(fmt::format("'{}' is no actor; expected p:, c:, o: or l: and a name", text));
      return false;
    }
    actor.kind = text[0];
    actor.name = text.substr(2);
    std::vector<std::string_view> forms{text.substr(2)};
    std::string all;
    if (const auto at = forms_.find({std::string(article), std::string(text)}); at != forms_.end()) {
      all = at->second;
      const auto more = split(all, '|');
      forms.insert(forms.end(), more.begin(), more.end());
    }
    for (const std::string_view form : forms) {
      if (std::string bare = bare_name(form); !bare.empty()) actor.names.push_back(std::move(bare));
    }
    return true;
  }

  void read_entity(const std::vector<std::string_view>& f) {
    if (f.size() != 3) return report(fmt::format("expected 3 columns (article, actor, forms), found {}", f.size()));
    forms_[{std::string(f[0]), std::string(f[1])}] = f[2];
    GoldActor actor;
    if (!make_actor(f[0], f[1], actor)) return;
    gold_.entities[std::string(f[0])].push_back(std::move(actor));
    gold_.articles.emplace(f[0]);
  }

  void read_relation(const std::vector<std::string_view>& f) {
    if (f.size() < 7) {
      return report(
          fmt::format("expected 8 columns (article, type, subject, object, status, source, qualifiers, "
                      "evidence), found {}",
                      f.size()));
    }
    GoldRelation row;
    row.article = f[0];
    row.type = f[1];
    if (!make_actor(f[0], f[2], row.subject) || !make_actor(f[0], f[3], row.object)) return;
    if (!mapping::parse_status(f[4])) return report(fmt::format("'{}' is no status", f[4]));
    row.evidence = f.size() > 7 ? f[7] : std::string_view();
    gold_.articles.insert(row.article);
    std::string a(f[2]), b(f[3]);
    if (is_symmetric(row.type) && b < a) std::swap(a, b);
    const auto [at, added] = places_.try_emplace({row.article, row.type, a, b}, gold_.relations.size());
    if (added) gold_.relations.push_back(std::move(row));
    GoldRelation& kept = gold_.relations[at->second];
    kept.statuses.emplace(f[4]);
    kept.figures.merge(figures_of(f[6]));
  }

  Gold& gold_;
  Diagnostics& diagnostics_;
  std::string file_;
  std::uint32_t line_ = 0;
  std::map<std::pair<std::string, std::string>, std::string> forms_;  ///< by article and actor
  std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> places_;
};

}  // namespace

bool is_symmetric(std::string_view type) {
  static constexpr std::array<std::string_view, 7> symmetric{
      "Trade", "Meeting", "PhoneCall", "Negotiation", "Agreement", "DiplomaticRelations", "Ceasefire"};
  return std::find(symmetric.begin(), symmetric.end(), type) != symmetric.end();
}

Result<void> read_gold(const std::string& folder, Gold& gold, Diagnostics& diagnostics) {
  std::error_code fault;
  std::vector<std::string> files;
  for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
    files.push_back(at->path().string());
  }
  if (fault) return fail_system("cannot read the folder '" + folder + "'", fault.value());
  std::sort(files.begin(), files.end());
  GoldReader reader(gold, diagnostics);
  bool any = false;
  for (const bool relations : {false, true}) {
    for (const std::string& file : files) {
      if (!file.ends_with(relations ? ".relations.tsv" : ".entities.tsv")) continue;
      any = true;
      if (auto read = reader.read(file, relations); !read) return read;
    }
  }
  if (!any) return fail("no gold in '" + folder + "': expected *.relations.tsv and *.entities.tsv");
  return {};
}

}  // namespace depeche::evaluate
