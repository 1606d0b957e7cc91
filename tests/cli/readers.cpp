#include "readers.hpp"

#include <algorithm>
#include <array>

namespace depeche::cli_test {
namespace {

struct Syntax {
  const char* name;
  const char* file;
};
constexpr std::array<Syntax, 4> syntaxes{
    {{"nquads", "kg.nq"}, {"ntriples", "kg.nt"}, {"trig", "kg.trig"}, {"turtle", "kg.ttl"}}};

std::vector<std::string> sorted_lines(const std::string& text) {
  auto lines = lines_of(text);
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// The lines that one list has and the other has not, a few of them.
std::string first_differences(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> lines;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(lines));
  std::string out = std::to_string(lines.size()) + " lines differ\n";
  for (std::size_t i = 0; i < lines.size() && i < 10; ++i) out += lines[i] + "\n";
  return out;
}

}  // namespace

std::vector<std::string> Readers::read_with_serdi(const std::string& file, const std::string& syntax) const {
  const Outcome o = run_tool("serdi", {"-a", "-i", syntax, "-o", "ntriples", file});
  EXPECT_EQ(o.code, 0) << "serdi " << file;
  EXPECT_EQ(o.err, "") << "serdi " << file;
  return sorted_lines(o.out);
}

std::vector<std::string> Readers::read_with_rapper(const std::string& file, const std::string& syntax) const {
  const Outcome o = run_tool("rapper", {"-q", "-i", syntax, "-o", "ntriples", file});
  EXPECT_EQ(o.code, 0) << "rapper " << file;
  EXPECT_EQ(o.err, "") << "rapper " << file;
  return sorted_lines(o.out);
}

void Readers::expect_same_in_every_syntax(const std::vector<std::string>& inputs) const {
  std::vector<std::string> by_serdi, by_rapper;
  for (const Syntax& syntax : syntaxes) {
    std::vector<std::string> arguments{"export", "-o", syntax.file};
    arguments.insert(arguments.end(), inputs.begin(), inputs.end());
    const Outcome o = run(arguments);
    ASSERT_LE(o.code, 1) << o.err;
    const auto serdi = read_with_serdi(syntax.file, syntax.name), rapper = read_with_rapper(syntax.file, syntax.name);
    if (by_serdi.empty()) {
      by_serdi = serdi;
      by_rapper = rapper;
      EXPECT_EQ(by_serdi.size(), lines_of(read(syntax.file)).size()) << "one line, one statement";
    }
    EXPECT_EQ(serdi.size(), rapper.size()) << syntax.name;
    EXPECT_TRUE(serdi == by_serdi) << syntax.name << " by serdi: " << first_differences(serdi, by_serdi);
    EXPECT_TRUE(rapper == by_rapper) << syntax.name << " by rapper: " << first_differences(rapper, by_rapper);
  }
}

}  // namespace depeche::cli_test
