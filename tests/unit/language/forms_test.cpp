#include "language/forms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "base/mapped_file.hpp"

namespace depeche::language {
namespace {

const std::string forms_path = DEPECHE_BUILD_DIR "/share/depeche/fr.forms";

class Forms : public testing::Test {
 protected:
  static const FormLexicon& lexicon() {
    static const FormLexicon opened = FormLexicon::open(forms_path).value();
    return opened;
  }

  /// The first reading of a form with this lemma and class; a reading without lemma if there is none.
  static Reading find(std::string_view form, std::string_view lemma, WordClass word_class) {
    for (const Reading& reading : lexicon().find(form)) {
      if (reading.word_class == word_class && lexicon().lemma(reading.lemma) == lemma) return reading;
    }
    return {};
  }

  static bool has(std::string_view form, std::string_view lemma, WordClass word_class) {
    return find(form, lemma, word_class).lemma != no_lemma;
  }

  static bool has_class(std::string_view form, WordClass word_class) {
    const auto readings = lexicon().find(form);
    return std::any_of(readings.begin(), readings.end(),
                       [word_class](const Reading& reading) { return reading.word_class == word_class; });
  }
};

TEST_F(Forms, AVerbFormHasPersonTenseAndMood) {
  const Reading reading = find("décidera", "décider", WordClass::verb);
  EXPECT_EQ(reading.morphology.person, 3);
  EXPECT_EQ(reading.morphology.number, Number::singular);
  EXPECT_EQ(reading.morphology.verb_form, VerbForm::finite);
  EXPECT_EQ(reading.morphology.mood, Mood::indicative);
  EXPECT_EQ(reading.morphology.tense, Tense::future);
  EXPECT_EQ(find("livrerait", "livrer", WordClass::verb).morphology.mood, Mood::conditional);
  EXPECT_EQ(find("signèrent", "signer", WordClass::verb).morphology.tense, Tense::past);
  EXPECT_EQ(find("venir", "venir", WordClass::verb).morphology.verb_form, VerbForm::infinitive);
  EXPECT_EQ(find("tenant", "tenir", WordClass::verb).morphology.verb_form, VerbForm::present_participle);
}

TEST_F(Forms, APastParticipleAgrees) {
  const Reading reading = find("rencontrées", "rencontrer", WordClass::verb);
  EXPECT_EQ(reading.morphology.verb_form, VerbForm::past_participle);
  EXPECT_EQ(reading.morphology.gender, Gender::feminine);
  EXPECT_EQ(reading.morphology.number, Number::plural);
  EXPECT_TRUE(has("armée", "armé", WordClass::adjective)) << "the adjective has a lemma of its own";
  EXPECT_TRUE(has("armée", "armée", WordClass::noun));
}

TEST_F(Forms, NounsAndAdjectivesHaveGenderAndNumber) {
  const Reading reading = find("chancelières", "chancelier", WordClass::noun);
  EXPECT_EQ(reading.morphology.gender, Gender::feminine);
  EXPECT_EQ(reading.morphology.number, Number::plural);
  EXPECT_EQ(find("nationaux", "national", WordClass::adjective).morphology.number, Number::plural);
  EXPECT_EQ(find("ministre", "ministre", WordClass::noun).morphology.gender, Gender::none);
}

TEST_F(Forms, ClosedClassesAreRight) {
  EXPECT_TRUE(has("du", "de", WordClass::preposition));
  EXPECT_TRUE(has("aux", "à", WordClass::preposition));
  EXPECT_EQ(find("desquels", "de", WordClass::pronoun).morphology.pronoun, PronounType::relative);
  EXPECT_EQ(find("dont", "dont", WordClass::pronoun).morphology.pronoun, PronounType::relative);
  EXPECT_EQ(find("leurs", "leur", WordClass::determiner).morphology.pronoun, PronounType::possessive);
  EXPECT_TRUE(has("-t-elle", "elle", WordClass::pronoun));
  EXPECT_TRUE(has("l’", "le", WordClass::determiner));
  EXPECT_TRUE(has("avait", "avoir", WordClass::auxiliary));
  EXPECT_TRUE(has("avait", "avoir", WordClass::verb));
  EXPECT_TRUE(has("seize", "seize", WordClass::numeral));
}

TEST_F(Forms, RareHomographsOfCommonFormsAreGone) {
  EXPECT_EQ(lexicon().find("dans").size(), 1U);
  EXPECT_FALSE(has_class("a", WordClass::noun));
  EXPECT_FALSE(has_class("car", WordClass::noun));
  EXPECT_FALSE(has("étaient", "étayer", WordClass::verb));
  EXPECT_EQ(lexicon().find("est").front().word_class, WordClass::auxiliary);
  EXPECT_TRUE(has("est", "est", WordClass::noun));
  EXPECT_EQ(lexicon().find("été").front().word_class, WordClass::auxiliary);
  EXPECT_TRUE(has("été", "été", WordClass::noun));
  EXPECT_EQ(lexicon().find("pas").front().word_class, WordClass::adverb);
  EXPECT_TRUE(has("pas", "pas", WordClass::noun));
}

TEST_F(Forms, CapitalsFindTheLowerCaseAndTheAccentedForm) {
  EXPECT_TRUE(has("Président", "président", WordClass::noun));
  EXPECT_TRUE(has("Etat", "état", WordClass::noun));
  EXPECT_TRUE(has("ETAT", "état", WordClass::noun));
  EXPECT_TRUE(has("ÉTATS", "état", WordClass::noun));
  EXPECT_TRUE(has("Elysée", "Élysée", WordClass::proper_noun));
  EXPECT_TRUE(has("A", "à", WordClass::preposition));
  EXPECT_TRUE(has("ACCUSE", "accuser", WordClass::verb));
  EXPECT_EQ(find("ARRETEES", "arrêter", WordClass::verb).morphology.verb_form, VerbForm::past_participle);
  EXPECT_TRUE(lexicon().find("etat").empty()) << "only capitals may lose their accents";
}

TEST_F(Forms, ACapitalisedWordMayBeANameAndAWord) {
  EXPECT_TRUE(has("Pierre", "Pierre", WordClass::proper_noun));
  EXPECT_TRUE(has("Pierre", "pierre", WordClass::noun));
  EXPECT_FALSE(has_class("pierre", WordClass::proper_noun));
}

TEST_F(Forms, VariantSpellingsShareALemma) {
  EXPECT_TRUE(has("connait", "connaître", WordClass::verb));
  EXPECT_TRUE(has("évènements", "événement", WordClass::noun));
  EXPECT_TRUE(has("oeuvres", "œuvre", WordClass::noun));
  EXPECT_TRUE(has("mur", "mur", WordClass::noun)) << "not mûr";
}

TEST_F(Forms, NewsVocabularyIsThere) {
  for (const std::string_view word : {"cessez-le-feu", "porte-parole", "visioconférence", "géopolitique", "cheffe",
                                      "présidente", "vice-ministre", "désescalade", "franco-malienne"}) {
    EXPECT_FALSE(lexicon().find(word).empty()) << word;
  }
}

TEST_F(Forms, UnknownFormsGiveNothing) {
  EXPECT_TRUE(lexicon().find("grumpfel").empty());
  EXPECT_TRUE(lexicon().find("").empty());
  EXPECT_TRUE(lexicon().find(std::string(10000, 'A')).empty());
}

TEST_F(Forms, LemmasHaveOneNumberPerText) {
  const LemmaId id = lexicon().find_lemma("signer");
  EXPECT_NE(id, no_lemma);
  EXPECT_EQ(lexicon().lemma(id), "signer");
  EXPECT_EQ(find("signaient", "signer", WordClass::verb).lemma, id);
  EXPECT_TRUE(lexicon().has_class(id, WordClass::verb));
  EXPECT_FALSE(lexicon().has_class(id, WordClass::noun));
  EXPECT_EQ(lexicon().find_lemma("grumpfel"), no_lemma);
  EXPECT_EQ(lexicon().lemma(no_lemma), "");
}

TEST_F(Forms, VerbsTellTheirConstruction) {
  const VerbTraits accuse = lexicon().verb_traits(lexicon().find_lemma("accuser"));
  EXPECT_TRUE(accuse.transitive);
  EXPECT_TRUE(accuse.auxiliary_avoir);
  EXPECT_FALSE(accuse.auxiliary_etre);
  const VerbTraits arrive = lexicon().verb_traits(lexicon().find_lemma("arriver"));
  EXPECT_TRUE(arrive.intransitive);
  EXPECT_FALSE(arrive.transitive);
  EXPECT_TRUE(arrive.auxiliary_etre);
  EXPECT_TRUE(lexicon().verb_traits(lexicon().find_lemma("souvenir")).pronominal);
}

class FormsFile : public testing::Test {
 protected:
  static std::string write(const std::string& bytes) {
    const std::string path = testing::TempDir() + "forms_test.forms";
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  static std::string message(const std::string& bytes) {
    const auto opened = FormLexicon::open(write(bytes));
    return opened ? "opened" : opened.error().message;
  }
};

TEST_F(FormsFile, UnusableFilesAreRefused) {
  const std::string good = read_file(forms_path).value();
  EXPECT_EQ(message(good), "opened");
  EXPECT_NE(message(good.substr(0, 100)).find("is truncated"), std::string::npos);
  EXPECT_NE(message(good.substr(0, good.size() - 1)).find("is truncated"), std::string::npos);
  std::string other = good;
  other[0] = 'X';
  EXPECT_NE(message(other).find("is not a form lexicon"), std::string::npos);
  other = good;
  ++other[8];
  EXPECT_NE(message(other).find("is of another version"), std::string::npos);
  other = good;
  ++other[40];
  EXPECT_NE(message(other).find("is damaged"), std::string::npos);
  EXPECT_FALSE(FormLexicon::open("/nonexistent/fr.forms"));
}

TEST_F(FormsFile, CarriesTheLicenceOfTheDictionary) {
  const std::string good = read_file(forms_path).value();
  EXPECT_NE(good.substr(0, 2048).find("Mozilla Public License, v. 2.0"), std::string::npos);
}

}  // namespace
}  // namespace depeche::language
