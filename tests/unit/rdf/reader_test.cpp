#include "rdf/reader.hpp"

#include <gtest/gtest.h>

namespace depeche::rdf {
namespace {

const std::string prefix = "@prefix ex: <http://example.org/> .\n";

TEST(ReadTurtle, ResolvesTermsAndKnowsTheirLines) {
  Diagnostics diagnostics;
  const std::string text = "ex:a a ex:B ;\n  ex:p \"un \\\"mot\\\"\"@fr , 12 ;\n\n  ex:q <http://x.org/y>\n.\n";
  const auto triples = read_turtle(prefix + text, "a.ttl", diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  ASSERT_EQ(triples.size(), 4U);
  EXPECT_EQ(triples[0].subject.text, "http://example.org/a");
  EXPECT_EQ(triples[0].predicate.text, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  EXPECT_EQ(triples[0].line, 2U);
  EXPECT_EQ(triples[1].object, (ReadTerm{ReadTerm::Kind::literal, "un \"mot\"", "", "fr"}));
  EXPECT_EQ(triples[1].line, 3U);
  EXPECT_EQ(triples[2].object,
            (ReadTerm{ReadTerm::Kind::literal, "12", "http://www.w3.org/2001/XMLSchema#integer", ""}));
  EXPECT_EQ(triples[3].object, (ReadTerm{ReadTerm::Kind::iri, "http://x.org/y", "", ""}));
  EXPECT_EQ(triples[3].line, 5U);
}

TEST(ReadTurtle, ReportsSyntaxErrorsWithTheirPlace) {
  Diagnostics diagnostics;
  read_turtle(prefix + "ex:a ex:b ex:c .\nex:a ex:b ;; ] .\n", "bad.ttl", diagnostics);
  ASSERT_FALSE(diagnostics.empty());
  EXPECT_EQ(diagnostics[0].code, "rdf-syntax");
  EXPECT_EQ(diagnostics[0].file, "bad.ttl");
  EXPECT_EQ(diagnostics[0].line, 3U);
  EXPECT_GT(diagnostics[0].column, 0U);
  EXPECT_EQ(diagnostics[0].source_line, "ex:a ex:b ;; ] .");
}

TEST(ReadTurtle, PlacesCountCharactersAndMessagesShowThemWhole) {
  Diagnostics diagnostics;
  read_turtle(prefix + "ex:a ex:b <é é> .\n", "bad.ttl", diagnostics);
  ASSERT_FALSE(diagnostics.empty());
  EXPECT_EQ(diagnostics[0].line, 2U);
  EXPECT_EQ(diagnostics[0].column, 13U);
  diagnostics.clear();
  read_turtle("@préfix ex: <http://example.org/> .\n", "bad.ttl", diagnostics);
  ASSERT_FALSE(diagnostics.empty());
  EXPECT_NE(diagnostics[0].message.find("é"), std::string::npos) << diagnostics[0].message;
}

TEST(ReadTurtle, ReportsWhatSerdLetsPass) {
  Diagnostics diagnostics;
  const auto triples = read_turtle(prefix + "ex:a ex:b no:c .\nex:a ex:b ex:c .\n", "a.ttl", diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "rdf-undefined-prefix");
  EXPECT_EQ(diagnostics[0].message, "the prefix of 'no:c' is not declared");
  EXPECT_EQ(diagnostics[0].line, 2U);
  EXPECT_EQ(triples.size(), 1U);

  diagnostics.clear();
  EXPECT_TRUE(read_turtle("# \xff\n", "a.ttl", diagnostics).empty());
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "rdf-bad-utf8");
}

TEST(ReadTurtle, AnEmptyDocumentIsNoFault) {
  Diagnostics diagnostics;
  EXPECT_TRUE(read_turtle("", "a.ttl", diagnostics).empty());
  EXPECT_TRUE(read_turtle("# nothing\n", "a.ttl", diagnostics).empty());
  EXPECT_TRUE(diagnostics.empty());
}

}  // namespace
}  // namespace depeche::rdf
