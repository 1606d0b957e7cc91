// What is a fact, and what is only said, planned, asked or supposed. All sentences are ours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace {

using depeche::testing::claims;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Occasion, TheTalkTookPlaceWhateverWasAskedForInIt) {
  EXPECT_THAT(
      claims({"Angela Weber a promis un pont pendant un dîner, puis au cours d'une rencontre avec Mevlut Demir."}),
      Contains("Meeting: Angela Weber > Mevlut Demir : asserted"));
  EXPECT_THAT(claims({"Paolo Rinaldi a exigé deux ports de plus à l'issue d'un dîner avec le ministre grec Nikos "
                      "Pappas."}),
              Contains("Meeting: Paolo Rinaldi > Nikos Pappas : asserted"));
}

TEST(Occasion, TheTalkIsStillToComeWithItsClause) {
  const auto found = claims({"Angela Weber évoquera la crise lors d'une rencontre avec Mevlut Demir."});
  EXPECT_THAT(found, Contains("Meeting: Angela Weber > Mevlut Demir : planned"));
}

TEST(Occasion, WhatSomebodySaysOfTheTimeIsStillSaidByHim) {
  const auto found =
      claims({"Le maire Taras Bondar raconte que trois ponts se sont effondrés lors d'une attaque russe sur Soumy."});
  EXPECT_THAT(found, Not(Contains(HasSubstr("Attack: RU > UA : asserted"))));
}

TEST(Beginning, WhatShallBeResumedIsNotGoingOn) {
  EXPECT_THAT(claims({"Anna Kovacs appelle à la reprise des pourparlers entre Athènes et Ankara."}),
              Contains("Negotiation: GR > TR : planned"));
}

TEST(Source, WhatStandsInTheSourceItselfIsNotItsNews) {
  EXPECT_THAT(claims({"Selon l'accord que la Grèce et la Turquie ont signé, les îles sont partagées."}),
              Not(Contains("Agreement: GR > TR : attributed")));
}

TEST(Incise, WhatTheSpeakerDoesWhileSpeakingIsNotSaid) {
  EXPECT_THAT(claims({"\"Nous allons gagner !\", a prédit Anna Kovacs en arrivant jeudi matin en Belgique."}),
              Not(Contains("Visit: Anna Kovacs > BE : attributed")));
}

TEST(Condition, BehindIfNothingIsSaidToHappen) {
  EXPECT_THAT(claims({"Anna Kovacs promet des radeaux aux pêcheurs si Pékin devait envahir Taïwan."}),
              Contains("Attack: CN > TW : conditional"));
  EXPECT_THAT(claims({"Anna Kovacs demande si la Norvège entrerait en guerre avec la Suède."}),
              Contains("Attack: NO > SE : questioned"));
  EXPECT_THAT(claims({"Anna Kovacs prévient que si la Russie attaque la Moldavie, le pain manquera."}),
              Not(Contains(HasSubstr("Attack: RU > MD : asserted"))));
}

TEST(Obligation, WhoIsObligedHasNotDoneItYet) {
  EXPECT_THAT(claims({"Une loi oblige la Norvège à aider la Moldavie."}), Contains("Aid: NO > MD : planned"));
}

TEST(Superlative, TheFirstToFallHasTheMoodOfItsClause) {
  EXPECT_THAT(claims({"Marioupol serait le deuxième port à tomber aux mains des Russes."}),
              Not(Contains("Occupation: RU > Marioupol : asserted")));
}

}  // namespace
