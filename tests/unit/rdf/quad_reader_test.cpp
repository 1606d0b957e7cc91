#include "rdf/quad_reader.hpp"

#include <gtest/gtest.h>

#include "rdf/ntriples.hpp"

namespace depeche::rdf {
namespace {

struct Read {
  std::vector<std::string> lines;
  Diagnostics faults;
};

Read read(std::string_view text, Syntax syntax) {
  Read out;
  read_statements(
      text, syntax, "x",
      [&](const Statement& s) {
        out.lines.push_back(to_ntriples(s) + (s.graph ? " in " + s.graph->text() : std::string()));
      },
      out.faults);
  return out;
}

TEST(QuadReader, GivesStatementsInCanonicalForm) {
  const Read nquads = read(
      "<http://a/s> <http://a/p> \"080\"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://a/g> .\n"
      "<http://a/s> <http://a/p> \"a\\u00e9\\n\\\"\"@FR .\n",
      Syntax::nquads);
  EXPECT_TRUE(nquads.faults.empty());
  ASSERT_EQ(nquads.lines.size(), 2u);
  EXPECT_EQ(nquads.lines[0],
            "<http://a/s> <http://a/p> \"80.0\"^^<http://www.w3.org/2001/XMLSchema#decimal> . in http://a/g");
  EXPECT_EQ(nquads.lines[1], "<http://a/s> <http://a/p> \"aé\\n\\\"\"@fr .");
  const Read trig = read("@prefix a: <http://a/> .\na:g { a:s a:p a:o . }\na:s a:p \"x\" .\n", Syntax::trig);
  EXPECT_EQ(trig.lines, (std::vector<std::string>{"<http://a/s> <http://a/p> <http://a/o> . in http://a/g",
                                                  "<http://a/s> <http://a/p> \"x\" ."}));
}

TEST(QuadReader, EndsAtTheFirstFaultAndTellsItsLine) {
  constexpr std::string_view good = "<http://a/s> <http://a/p> \"x\" .\n";
  for (const std::string_view bad :
       {"rubbish\n", "x\n", "<http://a/s> <http://a/p> <relative> .\n", "_:b <http://a/p> <http://a/o> .\n",
        "<http://a/s> <http://a/p> \"2024-13-01\"^^<http://www.w3.org/2001/XMLSchema#date> .\n",
        "<http://a/s> <http://a/p> \"open\n"}) {
    const Read r = read(std::string(good) + std::string(bad) + std::string(good), Syntax::nquads);
    ASSERT_EQ(r.faults.size(), 1u) << bad;
    EXPECT_EQ(r.faults[0].line, 2u) << bad << r.faults[0].message;
    EXPECT_EQ(r.lines.size(), 1u) << bad;
  }
}

TEST(QuadReader, TakesAnEmptyDocumentAndOneWithoutALastLineEnd) {
  EXPECT_TRUE(read("", Syntax::nquads).faults.empty());
  const Read r = read("<http://a/s> <http://a/p> \"x\" .", Syntax::nquads);
  EXPECT_TRUE(r.faults.empty());
  EXPECT_EQ(r.lines.size(), 1u);
}

}  // namespace
}  // namespace depeche::rdf
