#include "lexicon/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.hpp"

namespace depeche::lexicon {
namespace {

std::vector<std::string> cut(std::string_view name) {
  const auto words = cut_words(name);
  return {words.begin(), words.end()};
}

TEST(CutWords, KeepsHyphensAndParticlesApart) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(cut("Arabie saoudite"), (Words{"Arabie", "saoudite"}));
  EXPECT_EQ(cut("Etats-Unis"), (Words{"Etats-Unis"}));
  EXPECT_EQ(cut("Côte d'Ivoire"), (Words{"Côte", "d'", "Ivoire"}));
  EXPECT_EQ(cut("Côte d’Ivoire"), (Words{"Côte", "d’", "Ivoire"}));
  EXPECT_EQ(cut("N'Djamena"), (Words{"N'Djamena"}));
  EXPECT_EQ(cut("U.R.S.S."), (Words{"U.R.S.S."}));
  EXPECT_EQ(cut("Washington D.C."), (Words{"Washington", "D.C."}));
  EXPECT_EQ(cut(""), Words{});
}

TEST(Folder, FoldsEveryLetterAsTheBaseDoes) {
  const Folder folder;
  std::array<char, 64> buffer;
  std::string spill;
  for (char32_t c = 1; c < 0x3000; ++c) {
    std::string word = "Ab";
    utf8::append(word, c);
    word += "Z";
    ASSERT_EQ(folder.fold(word, buffer, spill), utf8::fold(word)) << std::hex << static_cast<std::uint32_t>(c);
  }
  const std::string word(200, 'E');
  EXPECT_EQ(folder.fold(word, buffer, spill), utf8::fold(word));
}

TEST(Capitals, CountsLettersAndCapitals) {
  EXPECT_EQ(capitals_of("ONU"), (Capitals{3, 7}));
  EXPECT_EQ(capitals_of("Onu"), (Capitals{3, 1}));
  EXPECT_EQ(capitals_of("Île"), (Capitals{3, 1}));
  EXPECT_TRUE(starts_upper("Élysée"));
  EXPECT_FALSE(starts_upper("élysée"));
  EXPECT_FALSE(starts_upper(""));
}

}  // namespace
}  // namespace depeche::lexicon
