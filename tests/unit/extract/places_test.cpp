// Where somebody is, who goes with a delegation, and words that share a verb, a title or a circumstance. All sentences
// are ours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace {

using depeche::testing::claims;
using ::testing::Contains;
using ::testing::Not;

TEST(Places, BeingSomewhereIsAVisit) {
  EXPECT_THAT(claims({"Le vice-président Mevlut Demir est à Oslo pour deux jours."}),
              Contains("Visit: Mevlut Demir > NO : asserted"));
}

TEST(Places, WhoGoesToBrusselsGoesToBelgium) {
  const auto found = claims({"Mevlut Demir s'est rendu à Bruxelles."});
  EXPECT_THAT(found, Contains("Visit: Mevlut Demir > BE : asserted"));
  EXPECT_THAT(found, Not(Contains("Visit: Mevlut Demir > Union européenne : asserted")));
}

TEST(Places, DelegationsAreThoseWhoLeadThem) {
  EXPECT_THAT(claims({"Une délégation turque conduite par Mevlut Demir est arrivée à Oslo."}),
              Contains("Visit: Mevlut Demir > NO : asserted"));
}

TEST(Places, WhoMeetsSomebodyInThatOnesCountryIsAGuest) {
  const auto found = claims({"Le ministre turc Mevlut Demir a rencontré son homologue norvégien Jonas Lind à Oslo."});
  EXPECT_THAT(found, Contains("Visit: Mevlut Demir > NO : asserted"));
  EXPECT_THAT(found, Not(Contains("Visit: Jonas Lind > NO : asserted")));
}

TEST(Places, MeetingInAThirdCountryMakesNoGuests) {
  EXPECT_THAT(claims({"Le ministre turc Mevlut Demir a rencontré son homologue norvégien Jonas Lind à Genève."}),
              Not(Contains(::testing::StartsWith("Visit:"))));
}

TEST(Places, WhoIsReceivedByAMinisterIsInHisState) {
  EXPECT_THAT(claims({"Le président norvégien Jonas Lind a reçu la ministre hongroise Anna Kovacs."}),
              Contains("Visit: Anna Kovacs > NO : asserted"));
  EXPECT_THAT(claims({"Le président norvégien Jonas Lind a reçu Anna Kovacs."}),
              Not(Contains(::testing::StartsWith("Visit:"))));
}

TEST(Places, CompanionsAtHomeVisitNobody) {
  const auto found = claims({"Mevlut Demir s'est rendu en Albanie. Il était accompagné d'Anna Kovacs et du ministre "
                             "albanais Arben Hoxha."});
  EXPECT_THAT(found, Contains("Visit: Anna Kovacs > AL : asserted"));
  EXPECT_THAT(found, Not(Contains("Visit: Arben Hoxha > AL : asserted")));
}

TEST(Places, ComplementsBehindAnAdverbAreTheVerbs) {
  EXPECT_THAT(claims({"Mevlut Demir s'est entretenu séparément avec Anna Kovacs."}),
              Contains("Meeting: Mevlut Demir > Anna Kovacs : asserted"));
}

TEST(Places, NamesMayShareATitle) {
  EXPECT_THAT(claims({"Les présidents turc Mevlut Demir et hongrois Paul Kovacs se sont rencontrés à Oslo."}),
              Contains("Meeting: Mevlut Demir > Paul Kovacs : asserted"));
}

TEST(Stance, WhereSomethingIsDeniedIsNotDenied) {
  EXPECT_THAT(claims({"Dans une interview à France 24, Mevlut Demir a démenti."}),
              Contains("Meeting: Mevlut Demir > France 24 : asserted"));
}

}  // namespace
