#include "article/cleaning/normalise.hpp"

#include <gtest/gtest.h>

namespace depeche::article {
namespace {

TEST(Normalise, LineEndsAndSpaces) {
  EXPECT_EQ(normalise("a\r\nb\rc\u2028d"), "a\nb\nc\nd");
  EXPECT_EQ(normalise("a \t  b"), "a b");
  EXPECT_EQ(normalise("10\u00A0%"), "10\u00A0%") << "no-break spaces stay";
}

TEST(Normalise, InvisibleCharactersGo) {
  EXPECT_EQ(normalise("Mos\u00ADcou et\u200B Riga\uFEFF"), "Moscou et Riga");
  EXPECT_EQ(normalise("a\x01"
                      "b"),
            "ab");
  EXPECT_EQ(normalise("Jean\u2011Luc"), "Jean-Luc");
}

TEST(Normalise, EntitiesAreDecodedOnce) {
  EXPECT_EQ(normalise("l&#39;accord &amp; &eacute;t&eacute; &#x201C;x&#x201D; 5&nbsp;%"),
            "l'accord & été “x” 5\u00A0%");
  EXPECT_EQ(normalise("&amp;amp; AT&T &inconnu; &#xD800; &"), "&amp; AT&T &inconnu; &#xD800; &");
}

TEST(Normalise, ComposesToNfc) {
  EXPECT_EQ(normalise("e\u0301te\u0301"), "été");
}

TEST(Normalise, EmptyStaysEmpty) {
  EXPECT_EQ(normalise(""), "");
}

}  // namespace
}  // namespace depeche::article
