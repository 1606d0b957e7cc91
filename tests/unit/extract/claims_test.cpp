// Sentences to claims with everything in place: what a reader of the graph relies on. All sentences are ours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace {

using depeche::testing::claims;
using depeche::testing::read;
using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

TEST(Voice, ActiveAndPassiveGiveTheSameClaim) {
  EXPECT_THAT(claims({"Le président turc Mevlut Demir a reçu la ministre grecque Anna Pappas à Ankara."}),
              Contains("Meeting: Mevlut Demir > Anna Pappas : asserted"));
  EXPECT_THAT(claims({"La ministre grecque Anna Pappas a été reçue par le président turc Mevlut Demir."}),
              Contains("Meeting: Mevlut Demir > Anna Pappas : asserted"));
}

TEST(Voice, FrontedParticipleTakesTheSubjectThatFollows) {
  EXPECT_THAT(claims({"Reçue par le président turc Mevlut Demir, Anna Pappas a plaidé pour la paix."}),
              Contains("Meeting: Mevlut Demir > Anna Pappas : asserted"));
}

TEST(Attachment, AnAmountBehindANameIsTheObject) {
  EXPECT_THAT(claims({"La Lituanie achète à la Pologne 28 % de son électricité."}),
              Contains("Import: LT > PL : asserted"));
  EXPECT_THAT(claims({"La Norvège s'assure du cuivre, promettant au Pérou des routes, une aide et d'autres prêts."}),
              Contains("Aid: NO > PE : planned"));
}

TEST(Attachment, AFigureThatSaysANumberAgainIsNotRead) {
  EXPECT_THAT(claims({"Deux (02) pays ont été les grandes destinations des produits togolais en 2020 ; il s'agit de la "
                      "Suisse avec 61 % et de la France avec 7 %."}),
              IsSupersetOf({"Import: CH > TG : asserted", "Import: FR > TG : asserted"}));
}

TEST(Attachment, WhoStandsBeforeTheCommaIsOnVisit) {
  const auto found =
      claims({"Le président péruvien Carlos Reyes est content. Anna Pappas a été nommée par le président, en "
              "déplacement au Chili."});
  EXPECT_THAT(found, Not(Contains(HasSubstr("Visit: Anna Pappas > CL"))));
}

TEST(Attachment, TheSubjectBeforeAnAppositionIsThatOfTheVerbBehind) {
  const auto found =
      claims({"Le président péruvien Carlos Reyes s'est rendu en Norvège, et l'ambassadeur Marco Neri, envoyé spécial "
              "du Chili pour la Baltique, se rend en Suède."});
  EXPECT_THAT(found, Contains("Visit: Marco Neri > SE : asserted"));
  EXPECT_THAT(found, Not(Contains("Visit: Carlos Reyes > SE : asserted")));
}

TEST(Attachment, TheNationalityOfAVictimIsNotThatOfTheAttacker) {
  EXPECT_THAT(claims({"Carlos Reyes a fait procéder à l'arrestation du journaliste norvégien Marco Neri."}),
              Not(Contains(HasSubstr("Arrest: NO"))));
}

TEST(Attachment, OneOfSeveralIsWhoStandsBefore) {
  EXPECT_THAT(claims({"Carlos Reyes a rencontré Anna Pappas, l'une de ses alliées."}),
              Contains("Meeting: Carlos Reyes > Anna Pappas : asserted"));
  EXPECT_THAT(claims({"Carlos Reyes a rencontré Anna Pappas, une des dirigeantes d'Amnesty International."}),
              Contains("Office: Anna Pappas > Amnesty International : asserted"));
}

TEST(Attachment, RelativePronounsHaveTheirPart) {
  EXPECT_THAT(claims({"Anna Pappas, avec qui Carlos Reyes s'est entretenu mardi, s'est dite satisfaite."}),
              Contains(AnyOf("Meeting: Carlos Reyes > Anna Pappas : asserted",
                             "Meeting: Anna Pappas > Carlos Reyes : asserted")));
  EXPECT_THAT(claims({"La Norvège, que critique Carlos Reyes, s'est défendue."}),
              Contains("Criticism: Carlos Reyes > NO : asserted"));
  EXPECT_THAT(claims({"La Norvège, dont Carlos Reyes critique la politique, s'est défendue."}),
              Contains("Criticism: Carlos Reyes > NO : asserted"));
  EXPECT_THAT(claims({"La visite que Carlos Reyes effectue à Oslo suscite l'espoir."}),
              Contains("Visit: Carlos Reyes > NO : asserted"));
}

TEST(Attachment, BracketsAreNoSubject) {
  EXPECT_THAT(claims({"Carlos Reyes (Parti vert) soutient la Suède."}),
              Contains("Support: Carlos Reyes > SE : asserted"));
}

TEST(Negotiation, TwoStatesAndTheirNegotiationsInATown) {
  const auto found =
      claims({"Le Pérou et la Norvège ont entamé mardi à Vienne leurs discussions sur le sort du traité entre les deux "
              "pays."});
  EXPECT_THAT(found, Contains(HasSubstr("Negotiation: PE > NO")));
  EXPECT_THAT(found, Not(Contains(HasSubstr("> AT"))));
}

TEST(Status, NegationFutureAndPressConditional) {
  EXPECT_THAT(claims({"La Turquie n'a pas livré d'armes à la Somalie."}), Contains("ArmsTransfer: TR > SO : negated"));
  EXPECT_THAT(claims({"La Turquie livrera des armes à la Somalie."}), Contains("ArmsTransfer: TR > SO : planned"));
  EXPECT_THAT(claims({"La Turquie aurait livré des armes à la Somalie."}), Contains("ArmsTransfer: TR > SO : alleged"));
}

TEST(Status, NegationIsFoundWhereverItStands) {
  for (const char* sentence : {
           "À aucun moment la Turquie n'a attaqué le Pérou.",
           "La Turquie n'a pas armé ni attaqué le Pérou.",
           "Pas une fois la Turquie n'a attaqué le Pérou.",
           "Pas plus que la Norvège, la Turquie n'a attaqué le Pérou.",
           "La Turquie ne saurait attaquer le Pérou.",
           "La Turquie n'ose attaquer le Pérou.",
           "Ce n'est pas la Turquie qui a attaqué le Pérou.",
       }) {
    const auto found = claims({sentence});
    EXPECT_THAT(found, Contains("Attack: TR > PE : negated")) << sentence;
    EXPECT_THAT(found, testing::Each(AnyOf(HasSubstr("negated"), Not(HasSubstr("TR > PE"))))) << sentence;
  }
  for (const char* sentence :
       {"La Turquie n'a à aucun moment attaqué le Pérou.", "La Turquie n'a ni armé ni attaqué le Pérou."}) {
    EXPECT_THAT(claims({sentence}), Not(Contains("Attack: TR > PE : asserted"))) << sentence;
  }
}

TEST(Status, WhatOnlyLooksNegatedIsAsserted) {
  EXPECT_THAT(claims({"La Turquie n'a pas seulement attaqué le Pérou."}), Contains("Attack: TR > PE : asserted"));
  EXPECT_THAT(claims({"La Turquie n'a attaqué que le Pérou."}), Contains("Attack: TR > PE : asserted"));
  EXPECT_THAT(claims({"La Turquie n'a pas soutenu mais attaqué le Pérou."}), Contains("Attack: TR > PE : asserted"));
  EXPECT_THAT(claims({"La Turquie ne cesse de critiquer le Pérou."}), Contains("Criticism: TR > PE : asserted"));
}

TEST(Status, AccusationIsAssertedItsContentAlleged) {
  const auto found = claims({"La Grèce accuse la Turquie d'avoir livré des armes à la Somalie."});
  EXPECT_THAT(found, Contains("Accusation: GR > TR : asserted"));
  EXPECT_THAT(found, Contains("ArmsTransfer: TR > SO : alleged"));
  EXPECT_THAT(found, Not(Contains("ArmsTransfer: TR > SO : asserted")));
}

TEST(Status, SourceMakesAttributed) {
  const auto x = read({"Selon la Grèce, la Turquie a livré des armes à la Somalie."});
  bool found = false;
  for (const auto& c : x.claims) {
    if (c.status != depeche::mapping::Status::attributed) continue;
    found = true;
    ASSERT_NE(c.attributed_to, depeche::recognise::no_entity);
    EXPECT_EQ(x.entities[c.attributed_to].iso, "GR");
  }
  EXPECT_TRUE(found);
}

TEST(Status, WhoSaysThatHeCondemnsCondemns) {
  EXPECT_THAT(claims({"\"La Norvège condamne la Syrie\", a déclaré le ministre norvégien Jonas Lindqvist."}),
              Contains("Criticism: NO > SY : asserted"));
  EXPECT_THAT(claims({"\"La Norvège condamne la Syrie\", a déclaré le ministre grec Nikos Pappas."}),
              Not(Contains("Criticism: NO > SY : asserted")));
}

TEST(Status, WhatASentenceComesBeforeIsStillPlanned) {
  EXPECT_THAT(claims({"\"C'est injuste\", a dit Jonas Lindqvist, avant une rencontre avec Anna Pappas."}),
              Not(Contains("Meeting: Jonas Lindqvist > Anna Pappas : asserted")));
}

TEST(Status, QuestionIsQuestioned) {
  EXPECT_THAT(claims({"La Turquie a-t-elle livré des armes à la Somalie ?"}),
              Not(Contains("ArmsTransfer: TR > SO : asserted")));
}

TEST(Status, ModalsArePlannedOrPossible) {
  EXPECT_THAT(claims({"Le président turc Mevlut Demir doit rencontrer Anna Pappas à Rome."}),
              Not(Contains("Meeting: Mevlut Demir > Anna Pappas : asserted")));
  EXPECT_THAT(claims({"Le président turc Mevlut Demir doit rencontrer la ministre grecque Anna Pappas à Rome."}),
              Contains("Meeting: Mevlut Demir > Anna Pappas : planned"));
  EXPECT_THAT(claims({"Le président turc Mevlut Demir pourrait rencontrer la ministre grecque Anna Pappas."}),
              Contains("Meeting: Mevlut Demir > Anna Pappas : possible"));
}

TEST(Status, TitlesHoldWhateverTheVerbSays) {
  EXPECT_THAT(claims({"Le président turc Mevlut Demir ne rencontrera pas la ministre grecque Anna Pappas."}),
              Contains("Office: Mevlut Demir > TR : asserted"));
}

TEST(Reference, DescriptionAndPronounMeanTheirBearer) {
  EXPECT_THAT(
      claims({"Le président turc Mevlut Demir est arrivé mardi.", "Il a rencontré la ministre grecque Anna Pappas."}),
      Contains("Meeting: Mevlut Demir > Anna Pappas : asserted"));
  EXPECT_THAT(claims({"Le président turc Mevlut Demir est arrivé mardi.",
                      "Le chef de l'Etat a rencontré la ministre grecque Anna Pappas."}),
              Contains("Meeting: Mevlut Demir > Anna Pappas : asserted"));
}

TEST(Reference, RoleWithoutANameIsNobody) {
  EXPECT_THAT(claims({"Le président turc a rencontré le ministre grec."}), IsEmpty());
}

TEST(Reference, GovernmentWordsAreTheState) {
  EXPECT_THAT(claims({"Le gouvernement turc a livré des armes à la Somalie."}),
              Contains("ArmsTransfer: TR > SO : asserted"));
  EXPECT_THAT(claims({"Ankara a livré des armes à la Somalie."}), Contains("ArmsTransfer: TR > SO : asserted"));
}

TEST(Reference, MinisterIsNotHisState) {
  EXPECT_THAT(claims({"Le président turc Mevlut Demir a critiqué le ministre grec."}),
              Not(Contains("Criticism: Mevlut Demir > GR : asserted")));
}

TEST(Lists, EveryPartnerHasItsOwnFigure) {
  const auto x =
      read({"Les principaux fournisseurs du Togo ont été la Chine (42,6 %), l'Inde (19,7 %) et le Japon (9,5 %)."});
  std::vector<std::string> figures;
  for (const auto& c : x.claims) {
    if (c.figure) figures.push_back(x.entities[c.objects[0]].iso + " " + c.figure->quantity.value);
  }
  EXPECT_THAT(figures, ::testing::UnorderedElementsAre("CN 42.6", "IN 19.7", "JP 9.5"));
}

TEST(Lists, BoundIsNoValue) {
  const auto x = read({"La Russie fournit plus de 60 % du blé de l'Egypte."});
  ASSERT_FALSE(x.claims.empty());
  ASSERT_TRUE(x.claims[0].figure.has_value());
  EXPECT_EQ(x.claims[0].figure->quantity.min, "60.0");
  EXPECT_EQ(x.claims[0].figure->quantity.value, "");
}

TEST(Participants, BetweenNamesThemAll) {
  const auto found = claims({"La Grèce a salué les négociations entre la Turquie et la Somalie."});
  EXPECT_THAT(found, Contains(AnyOf("Negotiation: TR > SO : asserted", "Negotiation: SO > TR : asserted")));
  EXPECT_THAT(found, Not(Contains(HasSubstr("Negotiation: GR"))));
}

TEST(Trace, SaysWhyARuleDidNotFire) {
  depeche::extract::Trace trace;
  depeche::testing::delivered().extractor().extract(
      depeche::testing::article_of({"Mevlut Demir a reçu un prix à Rome."}), &trace);
  bool explained = false;
  for (const auto& t : trace.trials) {
    if (t.rule == "fr.meeting.recevoir") explained = !t.fired && !t.reason.empty();
  }
  EXPECT_TRUE(explained);
}

TEST(Determinism, SameArticleSameClaims) {
  const std::vector<std::string> text{"La Grèce accuse la Turquie d'avoir livré des armes à la Somalie.",
                                      "Le président turc Mevlut Demir a reçu la ministre grecque Anna Pappas."};
  EXPECT_EQ(claims(text), claims(text));
}

}  // namespace
