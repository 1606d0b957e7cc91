// Who says something, of whom, and who suffers it. All sentences are ours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace {

using depeche::testing::claims;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Incise, NameBehindTheVerbThatEndsTheSentenceSpeaks) {
  const auto found = claims({"La Turquie viole le droit international, accuse Athènes."});
  EXPECT_THAT(found, Contains("Accusation: GR > TR : asserted"));
  EXPECT_THAT(found, Not(Contains(HasSubstr("TR > GR"))));
}

TEST(Incise, VerbBehindAQuotationSaysIt) {
  EXPECT_THAT(claims({"\"La Grèce paiera le prix fort\", a menacé le président turc Mevlut Demir."}),
              Contains("Threat: Mevlut Demir > GR : asserted"));
}

TEST(Infinitive, WhoSeesItDoneSuffersIt) {
  EXPECT_THAT(claims({"Le Rwanda se voit reprocher par la Turquie de soutenir les rebelles."}),
              Contains("Accusation: TR > RW : asserted"));
  EXPECT_THAT(claims({"Anna Kovacs s'est vu refuser un visa par la Hongrie."}),
              Contains("Rejection: HU > Anna Kovacs : asserted"));
  EXPECT_THAT(claims({"La Suède s'est fait critiquer par la Norvège."}), Contains("Criticism: NO > SE : asserted"));
}

TEST(Words, TheseAccusationsMayStandInTheSameSentence) {
  EXPECT_THAT(claims({"Accusée par la Grèce d'espionnage, la Turquie a rejeté ces accusations."}),
              Contains("Rejection: TR > GR : asserted"));
}

TEST(Purpose, WhatIsStillToComeIsPlanned) {
  EXPECT_THAT(claims({"La Norvège insiste pour que Mevlut Demir critique la Suède."}),
              Contains("Criticism: Mevlut Demir > SE : planned"));
}

TEST(Participle, AnActThatSomebodyCondemnsWasDone) {
  EXPECT_THAT(claims({"La Hongrie a quitté la réunion, une décision condamnée par Oslo."}),
              Contains("Criticism: NO > HU : asserted"));
}

TEST(Governors, WhatCouldBeDoneWasDone) {
  EXPECT_THAT(claims({"Mevlut Demir a pu rencontrer Anna Kovacs."}),
              Contains("Meeting: Mevlut Demir > Anna Kovacs : asserted"));
  EXPECT_THAT(claims({"Mevlut Demir pourra rencontrer Anna Kovacs."}),
              Contains("Meeting: Mevlut Demir > Anna Kovacs : possible"));
  EXPECT_THAT(claims({"Mevlut Demir n'a pas pu rencontrer Anna Kovacs."}),
              Contains("Meeting: Mevlut Demir > Anna Kovacs : negated"));
}

TEST(Governors, WhoDoesNotHesitateActs) {
  EXPECT_THAT(claims({"Mevlut Demir n'a pas non plus hésité à critiquer la Grèce."}),
              Contains("Criticism: Mevlut Demir > GR : asserted"));
}

TEST(Governors, APurposeIsServedByTheActItself) {
  EXPECT_THAT(claims({"Mevlut Demir a pris la parole pour critiquer la Grèce."}),
              Contains("Criticism: Mevlut Demir > GR : asserted"));
  EXPECT_THAT(claims({"Mevlut Demir a pris l'avion pour rencontrer Anna Kovacs."}),
              Contains("Meeting: Mevlut Demir > Anna Kovacs : planned"));
}

TEST(Speech, AVerbInTheTenseOfTheSpeakerIsHisAct) {
  EXPECT_THAT(claims({"Mevlut Demir a dit que la Norvège mentait et a accusé Anna Pappas de trahison."}),
              Contains("Accusation: Mevlut Demir > Anna Pappas : asserted"));
  EXPECT_THAT(claims({"Mevlut Demir a dit que la Norvège avait menti et avait accusé Anna Pappas de trahison."}),
              Not(Contains("Accusation: Mevlut Demir > Anna Pappas : asserted")));
}

}  // namespace
