#include "graph/positions.hpp"

#include <gtest/gtest.h>

#include "base/utf8.hpp"

namespace depeche::graph {
namespace {

TEST(CodePointCursor, CountsInAnyOrder) {
  CodePointCursor cursor("aé€😀z");
  EXPECT_EQ(cursor.at(0), 0U);
  EXPECT_EQ(cursor.at(3), 2U);
  EXPECT_EQ(cursor.at(10), 4U);
  EXPECT_EQ(cursor.at(1), 1U);
  EXPECT_EQ(cursor.at(11), 5U);
  EXPECT_EQ(cursor.at(99), 5U);
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Snippet, KeepsShortTexts) {
  EXPECT_EQ(snippet(""), "");
  EXPECT_EQ(snippet("Une phrase."), "Une phrase.");
  EXPECT_EQ(snippet(repeated("é", 120)), repeated("é", 120));
}

TEST(Snippet, CutsAtAWord) {
  // 30 words of four letters and a space: the 24th ends at code point 119, the space is the 120th.
  EXPECT_EQ(snippet(repeated("été1 ", 30)), repeated("été1 ", 23) + "été1…");
  // Words of 6 and a space: 17 whole ones fit.
  EXPECT_EQ(snippet(repeated("mémoir ", 30)), repeated("mémoir ", 16) + "mémoir…");
  // The limit falls exactly behind a word.
  EXPECT_EQ(snippet(repeated("x", 60) + " " + repeated("y", 59) + " z"),
            repeated("x", 60) + " " + repeated("y", 59) + "…");
  EXPECT_EQ(snippet(repeated("é", 121)), repeated("é", 120) + "…") << "one long word is cut where it must";
  EXPECT_EQ(snippet(repeated("été  ", 40)).substr(0, 5), "été");
}

TEST(Snippet, NeverHasASpaceBeforeTheEllipsis) {
  for (int n = 1; n < 130; ++n) {
    const std::string text = snippet(repeated("a", n) + "  \u00A0" + repeated("bé ", 100));
    EXPECT_EQ(utf8::length(text) <= 121, true);
    const std::size_t end = text.size() - std::string_view("…").size();
    EXPECT_FALSE(utf8::is_space(utf8::previous(text, end))) << n;
  }
}

}  // namespace
}  // namespace depeche::graph
