#include "analysed.hpp"

namespace depeche::language {
namespace {

TEST(Tagger, TellsNounsFromParticiples) {
  EXPECT_EQ(Analysed("Un accusé a été libéré hier.").word_class("accusé"), WordClass::noun);
  EXPECT_EQ(Analysed("Le général est accusé de corruption.").verb_form("accusé"), VerbForm::past_participle);
  EXPECT_EQ(Analysed("Moscou, accusé de livrer des armes, se défend.").verb_form("accusé"), VerbForm::past_participle);
  EXPECT_EQ(Analysed("Le blessé a été transporté à l'hôpital.").word_class("blessé"), WordClass::noun);
  EXPECT_EQ(Analysed("Trois civils ont été blessés par un drone.").verb_form("blessés"), VerbForm::past_participle);
}

TEST(Tagger, TellsAuxiliariesFromTheirHomographs) {
  const Analysed passive("Le texte a été adopté.");
  EXPECT_EQ(passive.word_class("a"), WordClass::auxiliary);
  EXPECT_EQ(passive.lemma("a"), "avoir");
  EXPECT_EQ(passive.word_class("été"), WordClass::auxiliary);
  EXPECT_EQ(passive.lemma("été"), "être");
  EXPECT_EQ(Analysed("Il fait chaud cet été.").word_class("été"), WordClass::noun);
  EXPECT_EQ(Analysed("L'armée contrôle l'est du pays.").word_class("est"), WordClass::noun);
  EXPECT_EQ(Analysed("La frontière est fermée.").word_class("est"), WordClass::auxiliary);
  EXPECT_EQ(Analysed("Le pays a une longue côte.").word_class("a"), WordClass::verb);
}

TEST(Tagger, TellsDesAndDeInTheirRoles) {
  EXPECT_EQ(Analysed("Kiev demande des armes.").word_class("des"), WordClass::determiner);
  EXPECT_EQ(Analysed("Le président des Etats-Unis arrive.").word_class("des"), WordClass::preposition);
  EXPECT_EQ(Analysed("Le roi du Maroc a signé.").word_class("du"), WordClass::preposition);
  EXPECT_EQ(Analysed("Le roi du Maroc a signé.").lemma("du"), "de");
}

TEST(Tagger, TellsRelativesFromConjunctions) {
  EXPECT_EQ(Analysed("Le ministre affirme que la paix est proche.").word_class("que"), WordClass::subordinator);
  const Analysed relative("Le contrat que Rome a signé prévoit des livraisons.");
  EXPECT_EQ(relative.word_class("que"), WordClass::pronoun);
  EXPECT_EQ(relative.token("que").morphology.pronoun, PronounType::relative);
  EXPECT_EQ(Analysed("La Serbie, qui importe du gaz, a signé.").token("qui").morphology.pronoun, PronounType::relative);
}

TEST(Tagger, FindsFiniteVerbsInHeadlines) {
  EXPECT_EQ(Analysed("Berlin livre des chars à Kiev").verb_form("livre"), VerbForm::finite);
  EXPECT_EQ(Analysed("Pékin reçoit le ministre polonais").verb_form("reçoit"), VerbForm::finite);
  EXPECT_EQ(Analysed("Le Mali accuse le Niger").verb_form("accuse"), VerbForm::finite);
  EXPECT_EQ(Analysed("Le président visite une usine").verb_form("visite"), VerbForm::finite);
  EXPECT_EQ(Analysed("La visite du président a commencé.").word_class("visite"), WordClass::noun);
}

TEST(Tagger, ChoosesThePersonByTheSubject) {
  EXPECT_EQ(Analysed("Le groupe demande une aide.").token("demande").morphology.person, 3);
  EXPECT_EQ(Analysed("Je demande une aide.").token("demande").morphology.person, 1);
  EXPECT_EQ(Analysed("Le gouvernement produit du riz.").token("produit").morphology.tense, Tense::present);
}

TEST(Tagger, TakesNewCapitalisedWordsForNames) {
  const Analysed names("Le ministre Orvanek a rencontré Zdunia Brelkova à Mirgovitch.");
  for (const auto name : {"Orvanek", "Zdunia", "Brelkova", "Mirgovitch"}) {
    EXPECT_EQ(names.word_class(name), WordClass::proper_noun) << name;
  }
}

TEST(Tagger, GivesNewWordsTheClassOfTheirEnding) {
  EXPECT_EQ(Analysed("La remilitarisation du pays inquiète.").word_class("remilitarisation"), WordClass::noun);
  EXPECT_EQ(Analysed("Le groupe va ubériser le secteur.").verb_form("ubériser"), VerbForm::infinitive);
}

TEST(Tagger, NeverGivesAKnownWordAClassOutsideTheLexicon) {
  const Analysed sentence("Les deux pays vont signer dans la matinée un accord très attendu.");
  EXPECT_EQ(sentence.word_class("dans"), WordClass::preposition);
  EXPECT_EQ(sentence.word_class("très"), WordClass::adverb);
  EXPECT_EQ(sentence.word_class("matinée"), WordClass::noun);
}

TEST(Tagger, KeepsCapitalsAndSignsApart) {
  const Analysed sentence("L'UE importe 40 % de son gaz (LNG).");
  EXPECT_EQ(sentence.word_class("40"), WordClass::numeral);
  EXPECT_EQ(sentence.word_class("%"), WordClass::symbol);
  EXPECT_EQ(sentence.word_class("("), WordClass::punctuation);
  EXPECT_EQ(sentence.word_class("LNG"), WordClass::proper_noun);
}

TEST(Tagger, ReadsParticiplesThatOpenASentence) {
  EXPECT_EQ(Analysed("Réunis vendredi à Rome, les ministres ont signé un accord.").word_class("Réunis"),
            WordClass::verb);
}

TEST(Tagger, ReadsANounBehindPrepositionAndArticle) {
  EXPECT_EQ(Analysed("L'arrestation de l'opposant Karim Haddad a choqué.").word_class("opposant"), WordClass::noun);
}

}  // namespace
}  // namespace depeche::language
