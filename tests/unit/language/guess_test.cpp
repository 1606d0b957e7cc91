#include "language/guess.hpp"

#include <gtest/gtest.h>

#include "analysed.hpp"
#include "base/mapped_file.hpp"

namespace depeche::language {
namespace {

const FormLexicon& lexicon() {
  static const FormLexicon opened = FormLexicon::open(DEPECHE_BUILD_DIR "/share/depeche/fr.forms").value();
  return opened;
}

Guess first_guess(std::string_view form, WordPlace place = WordPlace::inside) {
  EXPECT_TRUE(lexicon().find(form).empty()) << form << " is known: the test says nothing";
  const auto guesses = guess_word(lexicon(), french_endings(), form, place);
  return guesses.empty() ? Guess{} : guesses.front();
}

TEST(Guess, NounsByTheirEnding) {
  const Guess guess = first_guess("grumpélisations");
  EXPECT_EQ(guess.reading.word_class, WordClass::noun);
  EXPECT_EQ(guess.reading.morphology.gender, Gender::feminine);
  EXPECT_EQ(guess.reading.morphology.number, Number::plural);
  EXPECT_EQ(guess.lemma, "grumpélisation");
  EXPECT_EQ(first_guess("grumpélisme").reading.morphology.gender, Gender::masculine);
  EXPECT_EQ(first_guess("grumpéliste").reading.word_class, WordClass::noun);
}

TEST(Guess, AdverbsBeforeNounsInMent) {
  const auto guesses = guess_word(lexicon(), french_endings(), "grumpalement");
  ASSERT_GE(guesses.size(), 2U);
  EXPECT_EQ(guesses[0].reading.word_class, WordClass::adverb);
  EXPECT_EQ(guesses[1].reading.word_class, WordClass::noun);
}

TEST(Guess, PeoplesAreAdjectivesAndNouns) {
  const auto guesses = guess_word(lexicon(), french_endings(), "zembliennes");
  ASSERT_EQ(guesses.size(), 2U);
  EXPECT_EQ(guesses[0].reading.word_class, WordClass::adjective);
  EXPECT_EQ(guesses[0].lemma, "zemblien");
  EXPECT_EQ(guesses[0].reading.morphology.gender, Gender::feminine);
  EXPECT_EQ(guesses[1].reading.word_class, WordClass::noun);
}

TEST(Guess, VerbsWithTheirInfinitive) {
  const Guess future = first_guess("grumpera");
  EXPECT_EQ(future.lemma, "grumper");
  EXPECT_EQ(future.reading.word_class, WordClass::verb);
  EXPECT_EQ(future.reading.morphology.tense, Tense::future);
  EXPECT_EQ(first_guess("grumperait").reading.morphology.mood, Mood::conditional);
  EXPECT_EQ(first_guess("grumpait").reading.morphology.tense, Tense::imperfect);
  const Guess participle = first_guess("grumpées");
  EXPECT_EQ(participle.reading.morphology.verb_form, VerbForm::past_participle);
  EXPECT_EQ(participle.reading.morphology.gender, Gender::feminine);
  EXPECT_EQ(participle.reading.morphology.number, Number::plural);
}

TEST(Guess, CompoundsFollowTheirParts) {
  EXPECT_EQ(first_guess("ex-conseillère").reading.word_class, WordClass::noun);
  EXPECT_EQ(first_guess("ex-conseillère").reading.morphology.gender, Gender::feminine);
  EXPECT_EQ(first_guess("ex-conseillère").lemma, "ex-conseiller");
  EXPECT_EQ(first_guess("anti-corruptions").reading.word_class, WordClass::adjective);
  EXPECT_EQ(first_guess("helvéto-danoise").lemma, "helvéto-danois");
  EXPECT_EQ(first_guess("navire-phares").reading.morphology.gender, Gender::masculine);
}

TEST(Guess, CapitalisedWordsAreNames) {
  const auto inside = guess_word(lexicon(), french_endings(), "Grumpélisation");
  ASSERT_EQ(inside.size(), 1U);
  EXPECT_EQ(inside[0].reading.word_class, WordClass::proper_noun);
  const auto start = guess_word(lexicon(), french_endings(), "Grumpélisation", WordPlace::sentence_start);
  ASSERT_EQ(start.size(), 2U);
  EXPECT_EQ(start[0].reading.word_class, WordClass::proper_noun);
  EXPECT_EQ(start[1].reading.word_class, WordClass::noun);
  EXPECT_EQ(first_guess("al-Grumpi").reading.word_class, WordClass::proper_noun);
}

TEST(Guess, AnythingElseIsANoun) {
  EXPECT_EQ(first_guess("grumpf").reading.word_class, WordClass::noun);
  EXPECT_EQ(first_guess("grumpf").reading.lemma, no_lemma);
}

std::string ending_faults(const std::string& toml) {
  Diagnostics diagnostics;
  WordEndings::parse(toml, "endings.toml", diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    out += std::to_string(d.line) + ":" + std::to_string(d.column) + ": " + d.message + " [" + d.code + "] " + d.hint +
           "\n";
  }
  return out;
}

TEST(WordEndings, FaultsArePlaced) {
  EXPECT_EQ(ending_faults("endings = [\"tion tion noun feminine\",\n  \"ment ment adverbe\"]\n"),
            "2:3: there is no word class 'adverbe' [endings-unknown-word] did you mean 'adverb'?\n");
  EXPECT_EQ(ending_faults("endings = [\"tion tion noun femine\"]\n"),
            "1:12: there is no form 'femine' [endings-unknown-word] did you mean 'feminine'?\n");
  EXPECT_EQ(ending_faults("endings = [\"tion tion\"]\n"),
            "1:12: an ending takes the ending, that of the lemma and a word class [endings-incomplete] \n");
  EXPECT_EQ(ending_faults("endings = [\"age age noun\", \"age age noun\"]\n"),
            "1:28: 'age age noun' stands here already [endings-duplicate-word] \n");
  EXPECT_EQ(ending_faults("[prefixes]\nkeeping = [\"ex\"]\nqualifying = [\"ex\"]\n"),
            "3:15: 'ex' stands here already [endings-duplicate-word] \n");
}

TEST(WordEndings, AnAddedEndingIsRead) {
  std::string toml = read_file(DEPECHE_SOURCE_DIR "/mappings/fr/endings.toml").value();
  const std::string list = "endings = [\n";
  toml.insert(toml.find(list) + list.size(), "  \"ouille ouiller verb infinitive\",\n");
  Diagnostics diagnostics;
  const WordEndings changed = WordEndings::parse(toml, "endings.toml", diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  const auto guesses = guess_word(lexicon(), changed, "grumpouille");
  ASSERT_FALSE(guesses.empty());
  EXPECT_EQ(guesses[0].reading.word_class, WordClass::verb);
  EXPECT_EQ(guesses[0].lemma, "grumpouiller");
}

}  // namespace
}  // namespace depeche::language
