// The files of the small words of names: faults are told at their place, and what they say holds without recompilation.
#include "recognise/name_words.hpp"

#include <gtest/gtest.h>

#include "base/mapped_file.hpp"
#include "recognised.hpp"
#include "tables.hpp"

namespace depeche::recognise {
namespace {

std::string faults_in(const std::string& toml) {
  Diagnostics diagnostics;
  NameWords::parse(toml, "names.toml", diagnostics);
  return faults(diagnostics);
}

std::string syllable_faults_in(const std::string& toml) {
  Diagnostics diagnostics;
  NameSyllables::parse(toml, "syllables.toml", diagnostics);
  return faults(diagnostics);
}

/// The shipped words with a word added at the head of a list.
NameWords with(std::string_view list, std::string_view word) {
  Diagnostics diagnostics;
  std::string toml = read_file(DEPECHE_SOURCE_DIR "/mappings/fr/names.toml").value();
  add_behind(toml, list, word);
  const std::string syllables = read_file(DEPECHE_SOURCE_DIR "/mappings/fr/syllables.toml").value();
  NameWords words = NameWords::parse(toml, "names.toml", diagnostics);
  words.syllables = NameSyllables::parse(syllables, "syllables.toml", diagnostics);
  EXPECT_EQ(faults(diagnostics), "");
  return words;
}

TEST(NameWords, FaultsArePlaced) {
  EXPECT_EQ(faults_in("[thing]\nheads = [\"rue\"]\n"),
            "names.toml:1:2: unknown key 'thing' [names-unknown-key] did you mean 'things'?\n");
  EXPECT_EQ(faults_in("[things]\nhead = [\"rue\"]\n"),
            "names.toml:2:1: unknown key 'head' [names-unknown-key] did you mean 'heads'?\n");
  EXPECT_EQ(faults_in("[things]\nheads = [\"rue\", \"allée\",\n  \"Allee\"]\ntails = [\"allée\"]\n"),
            "names.toml:3:3: 'Allee' stands here already [names-duplicate-word]\n");
  EXPECT_EQ(faults_in("[persons]\nages = [\"ans\", \"\"]\nparticles = {}\n"),
            "names.toml:3:13: 'particles' has to be a list of strings [names-wrong-type]\n"
            "names.toml:2:16: 'ages' takes strings that are not empty [names-wrong-type]\n");
}

TEST(NameWords, SyllableFaultsArePlaced) {
  EXPECT_EQ(syllable_faults_in("[chinese]\nfamilies = [\"li\"]\nsyllables = [\"bo\", \"li\"]\nothers = 1\n"),
            "syllables.toml:4:1: unknown key 'others' [syllables-unknown-key]\n"
            "syllables.toml:3:20: 'li' stands here already [syllables-duplicate-word]\n");
  EXPECT_EQ(syllable_faults_in("chinese = [\"li\"]\n"),
            "syllables.toml:1:11: 'chinese' has to be a table [syllables-wrong-type]\n");
}

TEST(NameWords, SyllablesMakeNamesOfOneLanguage) {
  Diagnostics diagnostics;
  const NameSyllables syllables = NameSyllables::parse(
      "[a]\nfamilies = [\"li\"]\nsyllables = [\"bo\"]\n[b]\nfamilies = [\"kim\"]\nsyllables = [\"il\"]\n", "",
      diagnostics);
  EXPECT_EQ(faults(diagnostics), "");
  EXPECT_TRUE(syllables.make_a_name({"li", "bo"}));
  EXPECT_TRUE(syllables.make_a_name({"li", "bo", "li", "bo", "bo"}));
  EXPECT_FALSE(syllables.make_a_name({"li", "bo", "li", "bo", "bo", "bo"}));
  EXPECT_FALSE(syllables.make_a_name({"li"}));
  EXPECT_FALSE(syllables.make_a_name({"bo", "li"}));
  EXPECT_FALSE(syllables.make_a_name({"li", "il"}));
  EXPECT_TRUE(syllables.make_a_name({"kim", "il"}));
}

TEST(NameWords, AnAddedWordIsRead) {
  const std::string text = "Il a visité le moulinet Karim Azarov avec le secrétaire.";
  EXPECT_EQ(Recognised(text).persons(), Texts{"Karim Azarov"});
  const NameWords changed = with("\nheads = [\n  \"accord\", ", "\"moulinet\", ");
  EXPECT_EQ(Recognised(text, false, changed).persons(), Texts{});
}

}  // namespace
}  // namespace depeche::recognise
