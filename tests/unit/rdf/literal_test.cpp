#include "rdf/literal.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "rdf/reader.hpp"
#include "rdf/statement.hpp"

namespace depeche::rdf {
namespace {

std::string text_of(const Result<Literal>& literal) {
  return literal ? literal->text() : "(fails)";
}
Result<Literal> typed(std::string_view text, std::string_view name) {
  return make_typed(text, *make_iri("http://www.w3.org/2001/XMLSchema#" + std::string(name)));
}

TEST(Strings, AreValidUtf8WithoutNul) {
  EXPECT_EQ(text_of(make_string("« Été » \"\\\n\t\x01 😀 \uFFFE")), "« Été » \"\\\n\t\x01 😀 \uFFFE");
  EXPECT_FALSE(make_string("\xE9"));
  EXPECT_FALSE(make_string("\xED\xA0\x80"));
  EXPECT_FALSE(make_string(std::string_view("a\0b", 3)));
  EXPECT_EQ(make_string(std::string_view("a\0b", 3)).error().message, "NUL in a literal at byte 1");
  EXPECT_EQ(make_string("")->datatype_iri(), "http://www.w3.org/2001/XMLSchema#string");
}

TEST(LanguageStrings, CheckAndLowerTheTag) {
  const auto literal = make_language_string("été", "fr-CA");
  ASSERT_TRUE(literal);
  EXPECT_EQ(literal->language(), "fr-ca");
  EXPECT_EQ(literal->datatype_iri(), "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString");
  EXPECT_FALSE(make_language_string("été", "français"));
  EXPECT_FALSE(make_language_string("été", ""));
  EXPECT_FALSE(make_language_string("\xFF", "fr"));
}

TEST(LanguageTags, FollowTheGrammarOfBcp47) {
  for (const char* tag : {"fr", "FR", "fr-FR", "zh-cmn-Hans-CN", "sr-Latn-RS", "es-419", "de-CH-1901",
                          "sl-rozaj-biske-1994", "en-a-myext-b-another", "de-DE-u-co-phonebk", "x-whatever",
                          "fr-x-private", "i-klingon", "en-GB-oed", "abcdefgh", "zh-min-nan"}) {
    EXPECT_TRUE(is_language_tag(tag)) << tag;
  }
  for (const char* tag :
       {"",          "f",    "fr-", "-fr",  "fr--FR", "fr_FR", "fr FR",     "français",       "fr-FR-FR", "1fr",
        "abcdefghi", "a-DE", "x",   "de-u", "en-a",   "fr-x-", "de-419-DE", "fr-x-abcdefghi", "fr\n",     "None1"}) {
    EXPECT_FALSE(is_language_tag(tag)) << tag;
  }
}

TEST(TextLiteral, NeverFails) {
  EXPECT_EQ(text_literal("été", "fr"), *make_language_string("été", "fr"));
  EXPECT_EQ(text_literal("été", "français"), *make_string("été"));
  EXPECT_EQ(text_literal("a\xFF\xFE"
                         "b",
                         "fr")
                .text(),
            "a\uFFFD\uFFFDb");
  EXPECT_EQ(text_literal(std::string_view("\0x\0", 3), "").text(), "\uFFFDx\uFFFD");
}

TEST(Decimals, AreCanonical) {
  const std::pair<const char*, const char*> cases[] = {
      {"80", "80.0"},
      {"080.500", "80.5"},
      {"-.50", "-0.5"},
      {"+7.", "7.0"},
      {"-0", "0.0"},
      {"-0.00", "0.0"},
      {"000", "0.0"},
      {"100", "100.0"},
      {"3500000000.0", "3500000000.0"},
      {"0.1", "0.1"},
      {"123456789012345678901234567890.123456789", "123456789012345678901234567890.123456789"}};
  for (const auto& [given, wanted] : cases) EXPECT_EQ(text_of(make_decimal(given)), wanted) << given;
  for (const char* bad : {"", ".", "-", "12,5", "1e3", "1 000", "0x10", "NaN", "1.2.3", "--1", "٣", "12\n"}) {
    EXPECT_FALSE(make_decimal(bad)) << bad;
  }
}

TEST(Decimals, ComeFromNumbersToo) {
  EXPECT_EQ(text_of(make_decimal(0.86, 2)), "0.86");
  EXPECT_EQ(text_of(make_decimal(0.5, 4)), "0.5");
  EXPECT_EQ(text_of(make_decimal(1.0, 2)), "1.0");
  EXPECT_EQ(text_of(make_decimal(2.0 / 3, 3)), "0.667");
  EXPECT_EQ(text_of(make_decimal(-0.001, 2)), "0.0");
  EXPECT_FALSE(make_decimal(std::numeric_limits<double>::quiet_NaN(), 2));
  EXPECT_FALSE(make_decimal(-std::numeric_limits<double>::infinity(), 2));
  EXPECT_FALSE(make_decimal(1e300, 2));
}

TEST(Dates, AreOfTheCalendar) {
  EXPECT_EQ(text_of(make_date(2024, 2, 29)), "2024-02-29");
  EXPECT_EQ(text_of(make_date(987, 1, 5)), "0987-01-05");
  EXPECT_FALSE(make_date(2024, 2, 30));
  EXPECT_FALSE(make_date(2023, 2, 29));
  EXPECT_FALSE(make_date(2024, 0, 1));
  EXPECT_FALSE(make_date(2024, 13, 1));
  EXPECT_FALSE(make_date(2024, 1, 257));
  EXPECT_FALSE(make_date(0, 1, 1));
  EXPECT_FALSE(make_date(12024, 1, 1));
  EXPECT_EQ(text_of(make_year(987)), "0987");
  EXPECT_EQ(text_of(make_year_month(2024, 6)), "2024-06");
  EXPECT_FALSE(make_year_month(2024, 0));
}

TEST(TypedLiterals, AreCheckedAndCanonical) {
  EXPECT_EQ(*typed("1", "boolean"), make_boolean(true));
  EXPECT_EQ(*typed("-007", "integer"), make_integer(-7));
  EXPECT_EQ(*typed("-0", "integer"), make_integer(0));
  EXPECT_EQ(*typed("12.50", "decimal"), *make_decimal("12.5"));
  EXPECT_EQ(*typed("2024-06-19", "date"), *make_date(2024, 6, 19));
  EXPECT_EQ(*typed("2024-06", "gYearMonth"), *make_year_month(2024, 6));
  EXPECT_EQ(*typed("2024", "gYear"), *make_year(2024));
  EXPECT_EQ(*typed("x", "string"), *make_string("x"));
  EXPECT_EQ(typed("P1D", "duration")->datatype_iri(), "http://www.w3.org/2001/XMLSchema#duration");
  const std::pair<const char*, const char*> bad[] = {
      {"vrai", "boolean"},     {"1.0", "integer"},    {"", "integer"},         {"12,5", "decimal"},
      {"2024-02-30", "date"},  {"2024-6-19", "date"}, {"2024-06-19Z", "date"}, {"20240619", "date"},
      {"2024-06-19", "gYear"}, {"2024-06-", "date"},  {"2024/06/19", "date"},  {"\xFF", "duration"}};
  for (const auto& [text, type] : bad) EXPECT_FALSE(typed(text, type)) << text << " as " << type;
}

TEST(MakeStatement, ChecksWhatADocumentSays) {
  const auto statement = [](std::string_view turtle) {
    Diagnostics diagnostics;
    const auto triples = read_turtle(turtle, "test.ttl", diagnostics);
    return triples.size() == 1 ? make_statement(triples.front()) : Result<Statement>(fail("no single triple"));
  };
  const auto good = statement("<http://a> <http://b> \"x\"@fr .");
  ASSERT_TRUE(good) << good.error().message;
  EXPECT_EQ(std::get<Literal>(good->object), *make_language_string("x", "fr"));
  EXPECT_EQ(statement("<http://a> <http://b> 080 .")->object, Term(make_integer(80)));
  EXPECT_FALSE(statement("<http://a> <http://b> _:c ."));
  EXPECT_FALSE(statement("_:a <http://b> <http://c> ."));
  EXPECT_FALSE(statement("<http://a> <http://b> \"2024-02-30\"^^<http://www.w3.org/2001/XMLSchema#date> ."));
}

}  // namespace
}  // namespace depeche::rdf
