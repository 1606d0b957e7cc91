// Whom a text means by the nouns that it has given to somebody before. All sentences are ours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace {

using depeche::testing::claims;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Callings, AnOrganisationIsWhatTheTextCallsIt) {
  EXPECT_THAT(claims({"Le groupe Wagner a recruté. Le groupe a attaqué la ville de Mopti, au Mali."}),
              Contains(HasSubstr("Attack: groupe Wagner")));
}

TEST(Callings, AnOrganisationIsWhatItsKindIsCalled) {
  EXPECT_THAT(claims({"L'Otan a réagi mardi. La Norvège a accusé l'alliance militaire de mentir."}),
              Contains("Accusation: NO > Organisation du traité de l'Atlantique nord : asserted"));
}

TEST(Callings, AmongTwoOfTheKindNoneIsMeant) {
  EXPECT_THAT(claims({"Le Hamas et le Hezbollah ont réagi mardi. La Norvège a dénoncé le mouvement."}),
              Not(Contains(HasSubstr("Criticism"))));
}

TEST(Callings, ANounWithAComplementOfItsOwnIsAnother) {
  EXPECT_THAT(claims({"Le groupe Wagner a recruté. Le groupe de contact a dénoncé la Norvège."}),
              Not(Contains(HasSubstr("Criticism: Wagner"))));
}

TEST(Callings, AnUnnamedOneIsAnother) {
  EXPECT_THAT(claims({"Le groupe Wagner a recruté. Un groupe d'inconnus a défilé. Le groupe a dénoncé la Norvège."}),
              Not(Contains(HasSubstr("Criticism: Wagner"))));
}

TEST(Callings, APersonIsWhatTheTextCallsHim) {
  EXPECT_THAT(claims({"Le rappeur Petar Kolev est parti. Le rappeur a dénoncé la Norvège."}),
              Contains("Criticism: Petar Kolev > NO : asserted"));
}

TEST(Callings, AmongTwoCalledSoNoneIsMeant) {
  EXPECT_THAT(claims({"Le rappeur Petar Kolev et le rappeur Marco Neri sont partis. Le rappeur a dénoncé Oslo."}),
              Not(Contains(HasSubstr("Criticism"))));
}

TEST(Subjects, AnAppositionBehindASourceIsNoSubject) {
  const auto found = claims({"Selon Mme Pappas, la nouvelle responsable des ports suédois, M. Demir a toujours faim."});
  EXPECT_THAT(found, Not(Contains(HasSubstr("Office: Demir"))));
}

TEST(Documents, AreNotByThoseWhoRejectThem) {
  EXPECT_THAT(claims({"La Suède a rejeté un rapport accusant la Norvège de mentir."}),
              Not(Contains(HasSubstr("Accusation: SE"))));
}

TEST(Lists, WhatBracketsListIsMeant) {
  const auto found = claims({"Plusieurs pays (Grèce, Turquie, Chypre) ont dénoncé la Norvège."});
  EXPECT_THAT(found, Contains("Criticism: GR > NO : asserted"));
  EXPECT_THAT(found, Contains("Criticism: CY > NO : asserted"));
  EXPECT_THAT(claims({"Plusieurs fleuves (Grèce, Turquie) ont inquiété. Il a dénoncé la Norvège."}),
              Not(Contains(HasSubstr("Criticism"))));
}

TEST(PublicBodies, NeedNoCapital) {
  EXPECT_THAT(claims({"La commission nationale des droits de l'homme a accusé la Norvège de mentir."}),
              Contains("Accusation: commission nationale des droits de l'homme > NO : asserted"));
  EXPECT_THAT(claims({"La présidente du comité des fêtes, Anna Pappas, le regrette."}),
              Contains("Office: Anna Pappas > comité des fêtes : asserted"));
  EXPECT_THAT(claims({"Le président du conseil d'administration, Marco Neri, le regrette."}),
              Not(Contains(HasSubstr("Office"))));
}

TEST(Lists, ExamplesOfANounAreAllOfThem) {
  const auto found = claims({"Le président français a reçu des ministres comme Anna Dumas ou Paul Lenoir."});
  EXPECT_THAT(found, Contains(HasSubstr("Anna Dumas")));
  EXPECT_THAT(found, Contains(HasSubstr("Paul Lenoir")));
}

}  // namespace
