// Who is meant by words that name nobody. All sentences are ours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace {

using depeche::testing::claims;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Reference, AnOfficeSaidOfNobodyIsThatOfTheSubjectBefore) {
  const auto found = claims(
      {"Paul Dumas ne digère pas la décision.", "Le ministre français des Finances a dénoncé la décision américaine."});
  EXPECT_THAT(found, Contains("Office: Paul Dumas > FR : asserted"));
}

TEST(Reference, AnOfficeOfAnotherStateIsNotThatOfTheSubjectBefore) {
  const auto found = claims({"Le ministre turc Mevlut Demir ne digère pas la décision.",
                             "Le ministre grec des Finances a dénoncé la décision."});
  EXPECT_THAT(found, Not(Contains("Office: Mevlut Demir > GR : asserted")));
}

TEST(Reference, PluralPronounsAreThoseWhoWereJoined) {
  EXPECT_THAT(claims({"Mevlut Demir et Anna Pappas ont déjeuné. Ils se sont rendus ensuite en Norvège."}),
              Contains("Visit: Anna Pappas > NO : asserted"));
}

TEST(Reference, TheTwoStatesAreTheTwoThatWereJoined) {
  EXPECT_THAT(claims({"La Norvège a réagi. L'Egypte et la Jordanie ont salué le texte. Les deux pays ont signé un "
                      "accord avec Israël."}),
              Contains("Agreement: EG > IL : asserted"));
}

TEST(Reference, AManIsNotNamedByANounForWomen) {
  const auto found = claims({"L'épouse de l'ancien directeur d'Orbak, Carlos Reyes, a dénoncé la Norvège."});
  EXPECT_THAT(found, Not(Contains(HasSubstr("Criticism: Carlos Reyes"))));
}

TEST(Reference, WhoIsJoinedWithHisOwnIsItsOwner) {
  EXPECT_THAT(claims({"La Norvège a réagi. La décision du Pérou et de son ministre de la Pêche Marco Neri étonne."}),
              Contains("Office: Marco Neri > PE : asserted"));
}

TEST(Reference, AFormerPresidentIsNotTheOneInOffice) {
  const auto found =
      claims({"Jonas Berg s'est éteint. Le président péruvien Carlos Reyes a salué sa mémoire. L'ancien chef de "
              "l'Etat avait dénoncé la Norvège."});
  EXPECT_THAT(found, Not(Contains(HasSubstr("Criticism: Carlos Reyes"))));
}

TEST(Reference, AFormerPresidentIsWhoWasIntroducedAsOne) {
  EXPECT_THAT(claims({"L'ex-président péruvien Carlos Reyes est malade. L'ancien président a dénoncé la Norvège."}),
              Contains("Criticism: Carlos Reyes > NO : asserted"));
}

TEST(Reference, WhomTheVerbAboveAParticipleActsOn) {
  EXPECT_THAT(
      claims({"Le prédécesseur d'Anna Pappas, Marco Neri, lui, s'en est pris à Carlos Reyes en l'accusant de mentir."}),
      Contains("Accusation: Marco Neri > Carlos Reyes : asserted"));
}

TEST(Reference, ASingleCitizenIsNotTheState) {
  EXPECT_THAT(claims({"La Française a été condamnée pour appartenance au Hezbollah."}),
              Not(Contains(HasSubstr("Membership: FR"))));
}

TEST(Reference, APronounBelowAVerbOfSayingIsItsSubject) {
  EXPECT_THAT(claims({"Le président turc Mevlut Demir a pris la parole. L'émissaire chilien a indiqué qu'il avait "
                      "rencontré Anna Pappas."}),
              Not(Contains(HasSubstr("Meeting: Mevlut Demir"))));
}

TEST(Reference, ACounterpartIsNamedBehindTheComma) {
  EXPECT_THAT(claims({"Anna Pappas s'est entretenue avec son homologue chilien, le ministre Pedro Rojas."}),
              Contains("Meeting: Anna Pappas > Pedro Rojas : asserted"));
}

TEST(Reference, WhoIsInvitedToSpeakIsNotThePress) {
  EXPECT_THAT(claims({"\"C'est grave\", a déclaré à la presse Mevlut Demir lors d'une visite en Norvège."}),
              Contains("Visit: Mevlut Demir > NO : asserted"));
}

TEST(Reference, WhoJudgesAnAgreementIsNoPartyToIt) {
  EXPECT_THAT(claims({"Jonas Lindqvist salue l'accord avec le Chili."}),
              Not(Contains(HasSubstr("Agreement: Jonas Lindqvist"))));
}

TEST(Reference, AHolderMayBeDescribedBeforeHisName) {
  EXPECT_THAT(claims({"Le président de la Commission européenne, l'Italien Paolo Rinaldi, est arrivé."}),
              Contains("Office: Paolo Rinaldi > Commission européenne : asserted"));
}

TEST(Reference, TitlesInThePluralGoInOrder) {
  const auto found =
      claims({"Les présidents turc, chilien et norvégien, Mevlut Demir, Pedro Rojas et Jonas Lindqvist, sont là."});
  EXPECT_THAT(found, Contains("Office: Pedro Rojas > CL : asserted"));
  EXPECT_THAT(found, Not(Contains("Office: Pedro Rojas > TR : asserted")));
}

TEST(Reference, WhatHangsFromTheObjectOfAnAccusationIsAlleged) {
  const auto found =
      claims({"La Russie accuse les pays de l'Otan de promouvoir une guerre en offrant des armes aux Ukrainiens."});
  EXPECT_THAT(found, Not(Contains("ArmsTransfer: Otan > UA : asserted")));
}

TEST(Reference, TheseWordsAreThoseOfWhoeverSpokeLast) {
  EXPECT_THAT(claims({"Anna Kovacs a déclaré que l'accord était mort. La Suède a condamné ces propos."}),
              Contains("Criticism: SE > Anna Kovacs : asserted"));
  EXPECT_THAT(claims({"Le texte est prêt. La Suède a condamné ces propos. Anna Kovacs est arrivée."}),
              Not(Contains(HasSubstr("Criticism"))));
}

TEST(Reference, WhoDidNotSpeakLastDidNotSayTheseWords) {
  const auto found = claims({"Anna Kovacs a déclaré que l'accord était mort.", "Le texte est prêt.", "Il est long.",
                             "Il est lu.", "La Suède a condamné ces propos."});
  EXPECT_THAT(found, Not(Contains(HasSubstr("Criticism"))));
}

TEST(Reference, NothingOutsideAnInsertionHangsFromInside) {
  const auto found = claims(
      {"Paul Dumas a rencontré lundi Mevlut Demir - il doit le revoir mardi - et s'est entretenu avec Anna Pappas."});
  EXPECT_THAT(found, Not(Contains(HasSubstr("Meeting: Mevlut Demir > Anna Pappas"))));
}

TEST(Reference, ExamplesOfAGroupAreWhoIsMeant) {
  const auto found =
      claims({"L'Inde a signé un accord avec une dizaine de pays, parmi lesquels le Chili et la Norvège."});
  EXPECT_THAT(found, Contains("Agreement: IN > CL : asserted"));
  EXPECT_THAT(found, Contains("Agreement: IN > NO : asserted"));
  EXPECT_THAT(claims({"La Turquie a attaqué des pays dont la Norvège soutient l'armée."}),
              Not(Contains(HasSubstr("Attack: TR > NO"))));
}

TEST(Reference, ACoalitionIsThatOfWhoLeadsIt) {
  EXPECT_THAT(claims({"Une coalition menée par la Turquie a bombardé la Norvège."}),
              Contains("Attack: TR > NO : asserted"));
}

TEST(Reference, AMissionOfAnOrganisationIsTheOrganisation) {
  EXPECT_THAT(claims({"Une mission du FMI est arrivée en Tunisie."}),
              Contains("Visit: Fonds monétaire international > TN : asserted"));
}

TEST(Reference, NobodyVisitsHisOwnState) {
  const auto found = claims({"Le président turc Mevlut Demir est arrivé à Ankara. Il se rendra en Norvège."});
  EXPECT_THAT(found, Not(Contains(HasSubstr("Visit: Mevlut Demir > TR"))));
  EXPECT_THAT(found, Contains("Visit: Mevlut Demir > NO : planned"));
}

TEST(Reference, SomeCitizensAreNotTheState) {
  EXPECT_THAT(claims({"Onze Français ont rejoint le Hezbollah."}), Not(Contains(HasSubstr("Membership: FR"))));
}

TEST(Reference, SomebodyWithoutANameIsNotTheOneNamedBefore) {
  const auto found = claims({"Mevlut Demir est parti. Un expert norvégien a pris la parole. Il a critiqué la Grèce."});
  EXPECT_THAT(found, Not(Contains(HasSubstr("Criticism: Mevlut Demir"))));
}

TEST(Reference, WhoIsNamedBehindSomebodyWithoutANameMayBeMeant) {
  EXPECT_THAT(claims({"Mevlut Demir est parti. Un expert a salué Mevlut Demir. Il avait critiqué la Grèce."}),
              Contains("Criticism: Mevlut Demir > GR : asserted"));
}

TEST(Reference, WhoDoesWhatAPassiveTellsIsMeantBehindIt) {
  EXPECT_THAT(claims({"Jonas Lindqvist a parlé. Le projet a été présenté par Mevlut Demir en mai, quand il a critiqué "
                      "la Grèce."}),
              Contains("Criticism: Mevlut Demir > GR : asserted"));
}

TEST(Reference, TheUnionBySomeOfItsOtherNames) {
  EXPECT_THAT(claims({"Le chef de la diplomatie européenne Jonas Berg a parlé. L'exécutif européen a critiqué la "
                      "Turquie."}),
              ::testing::IsSupersetOf(
                  {"Office: Jonas Berg > Union européenne : asserted", "Criticism: Union européenne > TR : asserted"}));
}

TEST(Reference, WhatIsDeniedWasSaidByAnother) {
  EXPECT_THAT(claims({"La Grèce accuse la Turquie de soutenir la Libye, ce qu'Ankara dément."}),
              Contains("Rejection: TR > GR : asserted"));
}

TEST(Reference, WhoIsNamedBeforeAParticipleIsWhomItActsOn) {
  EXPECT_THAT(claims({"Riyad a rompu ses liens avec le Qatar, l'accusant de mentir."}),
              Contains("Accusation: SA > QA : asserted"));
}

TEST(Reference, ALeaderNamedInHisSentenceIsNobodyElse) {
  const auto found =
      claims({"La justice a accusé Carlos Reyes, un Péruvien, de mentir. Le dirigeant de facto du Pérou, "
              "le prince Juan Solano, a salué la Norvège."});
  EXPECT_THAT(found, Not(Contains(HasSubstr("Office: Carlos Reyes"))));
}

TEST(Reference, AnOfficeThatSomethingIsDoneToIsNotThatOfTheSubjectBefore) {
  const auto found = claims({"Carlos Reyes a quitté la prison. Des rebelles péruviens ont renversé le président."});
  EXPECT_THAT(found, Not(Contains(HasSubstr("Office: Carlos Reyes"))));
}

TEST(Reference, ALeaderBesideANamedOneMayBeTheOneSaidBefore) {
  EXPECT_THAT(claims({"Vladimir Poutine est arrivé. Le chef russe et le dirigeant péruvien Carlos Reyes ont signé un "
                      "accord."}),
              Contains("Agreement: Vladimir Poutine > Carlos Reyes : asserted"));
}

TEST(Reference, OurRelationsAreThoseOfTheSpeakersState) {
  EXPECT_THAT(
      claims({"\"Notre partenariat historique avec l'Albanie est solide\", a déclaré le ministre norvégien Jonas "
              "Lind."}),
      Contains("DiplomaticRelations: NO > AL : attributed"));
}

TEST(Reference, TheirsAreTheTwoOfTheSentence) {
  EXPECT_THAT(claims({"Mevlut Demir a offert un vase à Anna Kovacs lors de leur rencontre."}),
              Contains("Meeting: Mevlut Demir > Anna Kovacs : asserted"));
  EXPECT_THAT(claims({"Mevlut Demir a parlé à Anna Kovacs des ouvriers et de leur rencontre."}),
              Not(Contains(HasSubstr("Meeting:"))));
}

TEST(Reference, AnArmyIsSheWhateverItsState) {
  const auto found =
      claims({"L'armée congolaise a réagi. L'armée ougandaise opère en Ituri, où elle a attaqué Boko "
              "Haram."});
  EXPECT_THAT(found, Contains("Attack: UG > Boko Haram : asserted"));
  EXPECT_THAT(found, Not(Contains(HasSubstr("Attack: CD"))));
}

TEST(Reference, AQueenIsNoKing) {
  const auto found = claims({"La reine Elizabeth II a succédé au roi George VI. La reine a visité le Nigeria."});
  EXPECT_THAT(found, Contains("Visit: Elizabeth II > NG : asserted"));
  EXPECT_THAT(found, Not(Contains(HasSubstr("George VI > NG"))));
}

TEST(Reference, ManyWithoutANameMayBeMeantByAPlural) {
  EXPECT_THAT(claims({"Les États-Unis ont réagi. Les forces rebelles sont en tête de la lutte. La Turquie les a "
                      "condamnées."}),
              Not(Contains(HasSubstr("Criticism: TR > US"))));
}

TEST(Reference, NobodyIsOneOfThoseWhoActOnHim) {
  EXPECT_THAT(claims({"Anna Kovacs et Mevlut Demir l'ont critiqué."}), Not(Contains(HasSubstr("Criticism"))));
}

TEST(Reference, WhoWasActedOnIsActedOnAgain) {
  EXPECT_THAT(claims({"Paul Dumas est malade. Anna Kovacs s'est entretenue lundi avec Mevlut Demir et l'a remercié."}),
              Contains("Support: Anna Kovacs > Mevlut Demir : asserted"));
}

TEST(Reference, WhoActsAboveARelativeClauseActsInIt) {
  EXPECT_THAT(claims({"Mevlut Demir a entamé des entretiens avec le ministre Nikos Pappas et le conseiller Paul Dumas, "
                      "qu'il a félicité."}),
              Contains("Support: Mevlut Demir > Paul Dumas : asserted"));
}

TEST(Reference, TheTwoMenAreWhoMet) {
  EXPECT_THAT(claims({"Accueilli par le prince Marc Dubois, Mevlut Demir a rencontré Nikos Pappas. Les deux hommes ont "
                      "critiqué la Norvège."}),
              Contains("Criticism: Nikos Pappas > NO : asserted"));
}

TEST(Reference, ALanguageIsNoState) {
  EXPECT_THAT(claims({"La Norvège finance des cours d'anglais."}), Not(Contains(HasSubstr("GB"))));
}

TEST(Reference, WhoeverActedLastMaySpeakNext) {
  EXPECT_THAT(claims({"\"Je dois partir\", a déclaré Paul Dumas.", "Anna Kovacs sourit.", "\"Je vais en Espagne.\""}),
              Not(Contains(HasSubstr("Visit: Paul Dumas"))));
}

}  // namespace
