#include "article/chrome.hpp"

#include <gtest/gtest.h>

#include "french_chrome.hpp"

namespace depeche::article {
namespace {

TEST(Chrome, ShippedVocabularyIsClean) {
  EXPECT_FALSE(french_chrome().lines.exact.empty());
}

TEST(Chrome, MissingFileIsAnError) {
  Diagnostics diagnostics;
  EXPECT_FALSE(Chrome::load("/nowhere/chrome.toml", diagnostics).has_value());
}

TEST(Chrome, UnknownKeyIsReportedWithPlaceAndHint) {
  Diagnostics diagnostics;
  Chrome::parse("[lines]\nexact = []\nprefixe = [\"x\"]\n", "chrome.toml", diagnostics);
  bool found = false;
  for (const Diagnostic& d : diagnostics) {
    if (d.code != "chrome-unknown-key") continue;
    found = true;
    EXPECT_EQ(d.line, 3U);
    EXPECT_EQ(d.column, 1U);
    EXPECT_EQ(d.hint, "did you mean 'prefix'?");
  }
  EXPECT_TRUE(found);
}

TEST(Chrome, PatternsThatCannotWorkAreReported) {
  Diagnostics diagnostics;
  Chrome::parse("[lines]\nexact = [\"Publicité\", \"PUBLICITE\", \"--\", 3]\n", "chrome.toml", diagnostics);
  std::string codes;
  for (const Diagnostic& d : diagnostics) codes += d.code + " ";
  EXPECT_NE(codes.find("chrome-duplicate-pattern"), std::string::npos);
  EXPECT_NE(codes.find("chrome-empty-pattern"), std::string::npos);
  EXPECT_NE(codes.find("chrome-wrong-type"), std::string::npos);
}

TEST(Chrome, SyntaxFaultHasItsPlace) {
  Diagnostics diagnostics;
  Chrome::parse("[lines]\nexact = [\n", "chrome.toml", diagnostics);
  ASSERT_FALSE(diagnostics.empty());
  EXPECT_EQ(diagnostics[0].code, "chrome-syntax");
  EXPECT_GE(diagnostics[0].line, 2U);
}

TEST(Chrome, MenusAreRowsOfNavigationWords) {
  EXPECT_TRUE(french_chrome().is_navigation("eventsevenementspodcasts"));
  EXPECT_TRUE(french_chrome().is_navigation("accueil | monde | afrique"));
  EXPECT_FALSE(french_chrome().is_navigation("la france quitte l'afrique"));
  EXPECT_FALSE(french_chrome().is_navigation(""));
}

}  // namespace
}  // namespace depeche::article
