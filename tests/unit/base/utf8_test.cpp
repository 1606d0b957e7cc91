#include "base/utf8.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace depeche::utf8 {
namespace {

constexpr std::size_t valid = std::string_view::npos;

TEST(FindInvalid, AcceptsEveryCodePointButSurrogates) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append(text, c);
    ASSERT_EQ(find_invalid(text), valid) << std::hex << static_cast<unsigned int>(c);
    std::size_t at = 0;
    ASSERT_EQ(next(text, at), c);
    ASSERT_EQ(at, text.size());
    ASSERT_EQ(previous(text, text.size()), c);
  }
}

TEST(FindInvalid, GivesTheOffsetOfTheFirstBadByte) {
  struct Case {
    std::string text;
    std::size_t offset;
  };
  const std::vector<Case> cases = {
      {"", valid},
      {"L'été à Hanoï, 12 345 soldats.", valid},
      {"abc\xFF", 3},
      {"\x80", 0},    // continuation alone
      {"ab\xC3", 2},  // cut short
      {"ab\xE2\x80", 2},
      {"ab\xF0\x9F\x98", 2},
      {"\xC0\xAF", 0},  // over-long
      {"\xE0\x80\xAF", 0},
      {"\xF0\x80\x80\xAF", 0},
      {"\xED\xA0\x80", 0},      // surrogate
      {"\xF4\x90\x80\x80", 0},  // beyond U+10FFFF
      {"\xF5\x80\x80\x80", 0},
      {"\xC3\x28", 0},
      {std::string(64, 'a') + "\xE9t\xE9", 64},  // Latin-1 behind a long run of ASCII
      {"1234567\xE9", 7},
  };
  for (const Case& c : cases) EXPECT_EQ(find_invalid(c.text), c.offset) << testing::PrintToString(c.text);
}

TEST(Cursor, WalksBothWays) {
  const std::string text = "aé€😀";
  EXPECT_EQ(length(text), 4U);
  EXPECT_EQ(previous(text, 0), U'\0');
  EXPECT_EQ(previous(text, 1), U'a');
  EXPECT_EQ(previous(text, 3), U'é');
  EXPECT_EQ(previous(text, 6), U'€');
  EXPECT_EQ(previous(text, 10), U'😀');
}

TEST(Properties, KnowLettersBeyondAscii) {
  EXPECT_TRUE(is_upper(U'É') && is_upper(U'Đ') && is_upper(U'Œ') && !is_upper(U'é') && !is_upper(U'1'));
  EXPECT_TRUE(is_lower(U'é') && is_lower(U'œ') && !is_lower(U'É') && !is_lower(U' '));
  EXPECT_TRUE(is_letter(U'ñ') && is_letter(U'中') && is_letter(U'x') && !is_letter(U'’') && !is_letter(U'5'));
  EXPECT_TRUE(is_digit(U'7') && !is_digit(U'²') && !is_digit(U'x'));
  EXPECT_TRUE(is_space(U' ') && is_space(U'\t') && is_space(U'\u00A0') && is_space(U'\u202F') && is_space(U'\u2009'));
  EXPECT_FALSE(is_space(U'\u200B') || is_space(U'a') || is_space(U'\0'));
}

TEST(Lower, WorksCharacterByCharacter) {
  EXPECT_EQ(lower("ÉTATS-Unis × Ÿ ŒUVRE"), "états-unis × ÿ œuvre");
  EXPECT_EQ(lower("ИГОРЬ"), "игорь");
  EXPECT_EQ(lower(""), "");
}

TEST(Fold, LeavesTheKeyOfAName) {
  EXPECT_EQ(fold("Côte d’Ivoire"), "cote d'ivoire");
  EXPECT_EQ(fold("CÔTE D'IVOIRE"), "cote d'ivoire");
  EXPECT_EQ(fold("Œuvre à l’Été"), "oeuvre a l'ete") << "common letters behind others";
  EXPECT_TRUE(folds_to("Premier", "premier") && folds_to("DÉJÀ", "deja") && folds_to("Œil", "oeil") &&
              folds_to("", ""));
  EXPECT_FALSE(folds_to("premier", "premiers") || folds_to("premiers", "premier") || folds_to("déjà", "deje"));
  EXPECT_EQ(fold("Lê Đức Thọ"), "le duc tho");
  EXPECT_EQ(fold("Łódź, Øystein, Straße, Erdoğan, Işık"), "lodz, oystein, strasse, erdogan, isik");
  EXPECT_EQ(fold("Sœur Ægidia"), "soeur aegidia");
  EXPECT_EQ(fold("e\u0301te\u0301"), "ete") << "decomposed accents";
  EXPECT_EQ(fold("Ñuñoa ÷ ÿ"), "nunoa ÷ y");
  EXPECT_EQ(fold("Кий"), "кии") << "marks go in every script";
  EXPECT_EQ(fold("12\u00A0000\u202F€ peut\u2011être"), "12 000 € peut-etre");
}

TEST(Nfc, ComposesAndLeavesComposedTextAlone) {
  EXPECT_EQ(nfc("e\u0301le\u0300ve"), "élève");
  EXPECT_EQ(nfc("« déjà » – 12\u202F€… 😀"), "« déjà » – 12\u202F€… 😀");
  EXPECT_EQ(nfc("To\u0302 La\u0302m"), "Tô Lâm");
  EXPECT_EQ(nfc("\u212B"), "Å") << "singleton";
  EXPECT_EQ(nfc("a\u2001b"), "a\u2003b") << "a singleton in the block of punctuation";
  EXPECT_EQ(nfc(""), "");
}

TEST(Slug, IsLowerCaseAsciiWithSingleHyphens) {
  EXPECT_EQ(slug("Tô Lâm"), "to-lam");
  EXPECT_EQ(slug("  L’Œuvre — n° 5 !"), "l-oeuvre-n-5");
  EXPECT_EQ(slug("Jean-Noël Barrot"), "jean-noel-barrot");
  EXPECT_EQ(slug("習近平"), "");
  EXPECT_EQ(slug(""), "");
}

}  // namespace
}  // namespace depeche::utf8
