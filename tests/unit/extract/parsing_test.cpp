// What stands between a verb and its complements, and words that the parser hangs from the wrong noun. All sentences
// are ours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace {

using depeche::testing::claims;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Asides, SetPhrasesDoNotPartVerbAndObject) {
  EXPECT_THAT(claims({"La Grèce accuse de son côté Ankara de violer son espace aérien."}),
              Contains("Accusation: GR > TR : asserted"));
  EXPECT_THAT(claims({"Mevlut Demir a une nouvelle fois condamné les frappes israéliennes."}),
              Contains("Criticism: Mevlut Demir > IL : asserted"));
}

TEST(Asides, TimesBehindTheVerbDoNotEither) {
  EXPECT_THAT(claims({"La Norvège a accusé lundi 13 mai la Suède d'espionnage."}),
              Contains("Accusation: NO > SE : asserted"));
}

TEST(Asides, QuotationMarksDoNotHideTheTree) {
  EXPECT_THAT(claims({"Oslo juge \"inacceptable\" l'attitude de la Hongrie."}),
              Contains("Criticism: NO > HU : asserted"));
}

TEST(Asides, AGroupBetweenAuxiliaryAndParticipleDoesNotPartThem) {
  const auto found =
      claims({"La Suède et la Grèce ont, comme la chancelière Anna Kovacs, appelé Moscou à établir la vérité."});
  EXPECT_THAT(found, Contains("Demand: SE > RU : asserted"));
  EXPECT_THAT(found, Contains("Demand: GR > RU : asserted"));
  EXPECT_THAT(found, Contains("Demand: Anna Kovacs > RU : asserted"));
}

TEST(Asides, ACommaLeftOpenBehindAnAuxiliaryBeginsNoGroup) {
  EXPECT_THAT(claims({"La Suède accuse la Grèce d'avoir, selon elle"}), Contains("Accusation: SE > GR : asserted"));
}

TEST(Asides, TimesBetweenTheObjectAndItsInfinitiveAreNoObject) {
  EXPECT_THAT(claims({"Anna Kovacs avait accusé Ankara le 22 mars de jouer avec le feu."}),
              Contains("Accusation: Anna Kovacs > TR : asserted"));
}

TEST(Asides, WhoDoesSoTooIsNotAskedForIt) {
  const auto found = claims({"Mevlut Demir a pris la parole. Anna Kovacs a lui aussi réclamé une enquête au Chili."});
  EXPECT_THAT(found, Not(Contains("Demand: Anna Kovacs > Mevlut Demir : asserted")));
}

TEST(Complements, WhatStandsBehindTheAgentOfANounBelongsToTheNoun) {
  EXPECT_THAT(claims({"Berlin a condamné l'arrestation par la police turque d'Anna Kovacs."}),
              Contains("Arrest: TR > Anna Kovacs : asserted"));
}

TEST(Agreement, ParticipleGoesWithTheNounThatAgrees) {
  const auto found = claims({"Les sanctions contre le Niger, condamnées par Alger, ont été levées."});
  EXPECT_THAT(found, Not(Contains("Criticism: DZ > NE : asserted")));
}

TEST(Pronouns, ObjectCliticIsNotTheSubjectOfItsClause) {
  const auto found = claims({"Anna Kovacs a critiqué la Serbie, qui l'accuse de trahison."});
  EXPECT_THAT(found, Not(Contains("Accusation: RS > RS : asserted")));
  EXPECT_THAT(found, Contains("Accusation: RS > Anna Kovacs : asserted"));
}

TEST(Reference, AdministrationOfAPresidentIsTheState) {
  const auto found = claims(
      {"Le président turc Mevlut Demir a été élu en 2020.", "L'administration Demir accuse la Grèce de mensonge."});
  EXPECT_THAT(found, Contains("Accusation: TR > GR : asserted"));
  EXPECT_THAT(found, Contains("Appointment: TR > Mevlut Demir : asserted"));
}

TEST(Voice, ParticipleWithItsOwnSubject) {
  EXPECT_THAT(claims({"La querelle dure entre Oslo et Lisbonne, la Norvège accusant le Portugal de mensonge."}),
              Contains("Accusation: NO > PT : asserted"));
}

TEST(Voice, ParticipleBetweenCommasIsPassive) {
  EXPECT_THAT(claims({"Karim Haddad, condamné à mort par l'Egypte, a fait appel."}),
              Contains("Conviction: EG > Karim Haddad : asserted"));
}

TEST(Voice, AgentStandsBehindTimes) {
  EXPECT_THAT(claims({"La Géorgie a été bombardée toute la nuit par l'armée russe."}),
              Contains("Attack: RU > GE : asserted"));
}

TEST(Prepositions, AdverbWithComplementIsOne) {
  EXPECT_THAT(claims({"L'Arménie va acquérir trois radars auprès de la France."}),
              Contains("ArmsTransfer: FR > AM : planned"));
}

TEST(Reference, NameBehindAProfession) {
  EXPECT_THAT(claims({"La Turquie a arrêté le journaliste Karim Haddad."}),
              Contains("Arrest: TR > Karim Haddad : asserted"));
}

TEST(Reference, ArmyOfALeaderIsThatOfHisState) {
  EXPECT_THAT(claims({"Le président turc Mevlut Demir veut prolonger l'offensive de son armée sur le sol syrien."}),
              Contains(HasSubstr("Attack: TR > SY")));
}

TEST(Coordination, ShareBehindANameBeginsAnotherClause) {
  EXPECT_THAT(claims({"L'Italie importe 80 % de son gaz de Russie et l'Allemagne 55 %."}),
              Not(Contains(HasSubstr("IT > DE"))));
}

TEST(Status, ParticipleOfADefiniteNounIsTakenForGranted) {
  EXPECT_THAT(claims({"Mevlut Demir veut visiter la ville de Goma, occupée par le Rwanda."}),
              Contains("Occupation: RW > Goma : asserted"));
}

TEST(Scene, StateThatOpensTheSentenceIsNotWhoGets) {
  EXPECT_THAT(claims({"Au Nigeria, Siemens a versé 75 millions de dollars."}),
              Not(Contains(HasSubstr("Aid: Siemens > NG"))));
}

TEST(Parsing, AParticipleGoesWithTheObjectItAgreesWith) {
  EXPECT_THAT(claims({"Le Conseil de sécurité a levé l'embargo sur les armes imposé à la Somalie."}),
              Contains("SanctionRelief: Conseil de sécurité des Nations unies > SO : asserted"));
}

TEST(Parsing, AnAmountOfActsIsSupportedLikeTheActs) {
  EXPECT_THAT(claims({"La Norvège a mené une série de négociations avec le Laos."}),
              Contains("Negotiation: NO > LA : asserted"));
}

TEST(Parsing, AParticipleInAntKeepsItsObject) {
  const auto found =
      claims({"\"Rome doit céder\", a déclaré Anna Kovacs lors d'un point de presse, dénonçant la "
              "politique de la Turquie."});
  EXPECT_THAT(found, Contains("Criticism: Anna Kovacs > TR : asserted"));
}

TEST(Parsing, WhoSpeaksStandsBehindTheAgencyHeSpeaksTo) {
  EXPECT_THAT(claims({"\"Rome doit céder\", a déclaré à l'AFP Anna Kovacs, dénonçant la politique de la Turquie."}),
              Contains("Demand: Anna Kovacs > IT : asserted"));
}

TEST(Parsing, AParticipleBehindAndSharesTheAuxiliary) {
  EXPECT_THAT(claims({"Anna Kovacs a accusé Mevlut Demir de mentir et dénoncé la lâcheté de la Grèce."}),
              Contains("Criticism: Anna Kovacs > GR : asserted"));
}

TEST(Parsing, TheWaySomebodyActsIsHis) {
  EXPECT_THAT(claims({"Anna Kovacs critique la façon dont la Turquie gère la crise."}),
              Contains("Criticism: Anna Kovacs > TR : asserted"));
}

TEST(Parsing, AGroupBetweenCommasDoesNotPartAVerbFromItsObject) {
  EXPECT_THAT(claims({"Paolo Rinaldi a dénoncé lundi, dans un communiqué, la politique de la Hongrie."}),
              Contains("Criticism: Paolo Rinaldi > HU : asserted"));
}

}  // namespace
