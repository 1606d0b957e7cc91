// Who holds which office, and who belongs to what. All sentences are ours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace {

using depeche::testing::claims;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;

TEST(Offices, APlaceAtTheHeadOfASentenceFramesItsParagraph) {
  EXPECT_THAT(claims({"Le virus recule. Au Liban, les écoles rouvrent. La ministre de la Santé, Hala Sarkis, s'en "
                      "réjouit."}),
              Contains("Office: Hala Sarkis > LB : asserted"));
  EXPECT_THAT(claims({"Au Liban, les écoles rouvrent.", "La ministre de la Santé, Hala Sarkis, s'en réjouit."}),
              Not(Contains(HasSubstr("Office: Hala Sarkis"))));
}

TEST(Offices, AMemberOfParliamentSitsForTheStateThatIsSpokenOf) {
  EXPECT_THAT(claims({"Au Portugal, la députée Maria Oliveira s'est réjouie."}),
              Contains("Office: Maria Oliveira > PT : asserted"));
  EXPECT_THAT(claims({"Au Portugal, la députée européenne Maria Oliveira s'est réjouie."}),
              Not(Contains("Office: Maria Oliveira > PT : asserted")));
}

TEST(Offices, TheHolderBehindTheTownIsNoPartOfItsName) {
  EXPECT_THAT(claims({"Le maire de Brivac Robert Mercier a souri."}),
              Contains("Office: Robert Mercier > Brivac : asserted"));
  EXPECT_THAT(claims({"Anna Kovacs, maire PS de Lisbonne, a souri."}),
              Contains("Office: Anna Kovacs > Lisbonne : asserted"));
}

TEST(Offices, EveryNameApposedToAPluralHoldsIt) {
  EXPECT_THAT(claims({"Les présidents turcs Mevlut Demir, Kemal Aydin et Orhan Kaya ont signé."}),
              IsSupersetOf({"Office: Mevlut Demir > TR : asserted", "Office: Kemal Aydin > TR : asserted",
                            "Office: Orhan Kaya > TR : asserted"}));
}

TEST(Members, AListInBracketsBehindTheirOrganisation) {
  EXPECT_THAT(claims({"Le texte est soumis au G7 (Allemagne, Canada, Italie et Japon)."}),
              IsSupersetOf({"Membership: DE > G7 : asserted", "Membership: JP > G7 : asserted"}));
  EXPECT_THAT(claims({"Le siège de l'Unesco (France) est fermé."}), Not(Contains(HasSubstr("Membership"))));
}

TEST(Members, OneOfThem) {
  EXPECT_THAT(claims({"La Chine est l'un des cinq membres permanents du Conseil de sécurité."}),
              Contains(AllOf(HasSubstr("Membership: CN > "), HasSubstr(" : asserted"))));
}

TEST(Offices, EachOfSeveralPresidentsIsOfTheStateBeforeHisName) {
  const auto found =
      claims({"Mevlut Demir a vu les présidents norvégien Jonas Berg, péruvien Carlos Reyes et serbe "
              "Petar Kolev."});
  EXPECT_THAT(found, Not(Contains("Office: Carlos Reyes > NO : asserted")));
}

TEST(Offices, WhoIsOfAnotherStateHoldsNoOfficeAtHome) {
  const auto found =
      claims({"Londres attend des invités. Londres se prépare. Londres réunit de nombreux chefs d'Etat, "
              "dont Donald Trump."});
  EXPECT_THAT(found, Not(Contains("Office: Donald Trump > GB : asserted")));
}

TEST(Offices, WhoIsKnownToHoldAnOfficeHoldsItWhereverTheArticleIs) {
  EXPECT_THAT(
      claims({"La Tunisie attend des invités. La Tunisie se prépare. Le président Emmanuel Macron a critiqué la "
              "Tunisie."}),
      Contains("Office: Emmanuel Macron > FR : asserted"));
}

TEST(Offices, ANationalityIsNoJurisdiction) {
  const auto found = claims({"Le président turc du club, Mevlut Demir, a reçu le président turc Orhan Aksoy.",
                             "Mardi, le président turc a promis un stade."});
  EXPECT_THAT(found, Contains("Office: Orhan Aksoy > TR : asserted"));
  EXPECT_THAT(found, Not(Contains(HasSubstr("Office: Mevlut Demir > TR"))));
  EXPECT_THAT(claims({"Mevlut Demir, député turc de gauche, a protesté devant le siège du club grec."}),
              Contains("Office: Mevlut Demir > TR : asserted"));
}

}  // namespace
