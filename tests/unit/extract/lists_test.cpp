// Lists of partners and goods, with figures that stand before, behind, or a sentence away. All sentences are ours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace {

using depeche::testing::claims;
using depeche::testing::delivered;
using depeche::testing::read;
using ::testing::Contains;
using ::testing::IsSupersetOf;
using ::testing::Not;

/// "GH>TG 46.8": buyer, seller and figure of every import.
std::vector<std::string> imports(const std::vector<std::string>& paragraphs) {
  const auto x = read(paragraphs);
  std::vector<std::string> out;
  for (const auto& c : x.claims) {
    if (delivered().knowledge().ontology.relations()[c.relation].name != "Import" || c.subjects.empty()) continue;
    std::string line = x.entities[c.subjects[0]].iso + ">" + x.entities[c.objects[0]].iso;
    if (c.figure) line += " " + (c.figure->quantity.value.empty() ? c.figure->quantity.min : c.figure->quantity.value);
    out.push_back(line);
  }
  return out;
}

TEST(Lists, ThoseWhomAPluralLeftUnnamedAreNamedNext) {
  const auto found =
      imports({"Trois pays ont absorbé 78,1 % des exportations du Togo. Il s'agit du Ghana, qui occupe le premier "
               "rang avec 46,8 %, suivi du Niger (23,3 %) et du Mali (8 %)."});
  EXPECT_THAT(found, IsSupersetOf({"GH>TG 46.8", "NE>TG 23.3", "ML>TG 8.0"}));
}

TEST(Lists, APronounThatIsFollowedStandsForTheListBefore) {
  const auto found =
      imports({"La Pologne est le premier fournisseur de la Lettonie avec 21 %. Elle est suivie de la Suède (11,5 %), "
               "de la Norvège (6 %) et du Chili (2 %)."});
  EXPECT_THAT(found, IsSupersetOf({"LV>SE 11.5", "LV>NO 6.0", "LV>CL 2.0"}));
  EXPECT_THAT(found, Not(Contains("PL>SE 11.5")));
}

TEST(Lists, TheFigureMayStandBeforeTheMember) {
  const auto found = imports({"Le Kenya importe 54 % de son blé de la Russie contre 13 % de l'Ukraine."});
  EXPECT_THAT(found, IsSupersetOf({"KE>RU 54.0", "KE>UA 13.0"}));
}

TEST(Lists, OthersFollowWithAFigureOfTheirOwn) {
  const auto found = imports(
      {"La Suède absorbe 33 % des exportations du Togo en valeur totale, loin devant le Pérou (4 %), le Chili (3,5 %) "
       "et l'Inde (2 %)."});
  EXPECT_THAT(found, IsSupersetOf({"SE>TG 33.0", "PE>TG 4.0", "CL>TG 3.5", "IN>TG 2.0"}));
}

TEST(Lists, OfTwoBuyersTheSecondMayHaveOnlyAFigure) {
  const auto found = imports({"L'Autriche importe toujours 80 % de son gaz de Norvège, contre 45 % pour la Slovénie."});
  EXPECT_THAT(found, IsSupersetOf({"AT>NO 80.0", "SI>NO 45.0"}));
}

TEST(Lists, ThoseWhoComeNextHaveTheirFigures) {
  const auto found =
      imports({"Le Pérou reste le premier fournisseur de la Bolivie avec 21,4 %. Viennent ensuite le Chili (8,9 %) et "
               "l'Inde (8,1 %). La Suède n'en assure que 2 %."});
  EXPECT_THAT(found, IsSupersetOf({"BO>CL 8.9", "BO>IN 8.1", "BO>SE 2.0"}));
}

TEST(Lists, AFigureForEachHoldsForAllNames) {
  const auto found =
      imports({"Les pays de destination des exportations du Togo ont été le Ghana (93,5 %) suivi de Cuba, "
               "du Mali représentant chacun 2,6 % et du Chili (1,3 %)."});
  EXPECT_THAT(found, IsSupersetOf({"CU>TG 2.6", "ML>TG 2.6", "CL>TG 1.3"}));
}

TEST(Lists, AListGoesOnBehindACutOffRestOfASentence) {
  const auto found =
      imports({"Le Japon est le premier fournisseur du Togo avec une part de 63,2 % de la valeur totale.",
               "de ces importations. Il est suivi du Chili (10,2 %)."});
  EXPECT_THAT(found, Contains("TG>CL 10.2"));
}

TEST(Lists, TheLastOfAListDoesNotTakeTheFirstFigure) {
  const auto found =
      imports({"Les principaux pays fournisseurs du Togo ont été la Chine, le Chili et Cuba avec "
               "respectivement 18,4 %, 9,7 % et 8,3 % des importations."});
  EXPECT_THAT(found, IsSupersetOf({"TG>CN 18.4", "TG>CL 9.7", "TG>CU 8.3"}));
}

TEST(Lists, BehindACommaStandsTheFigureOfTheNextName) {
  const auto found =
      imports({"Le Togo a importé du riz en 2020, dont 16,1 % en provenance de Chine, 9,2 % de France et "
               "6,4 % de Belgique."});
  EXPECT_THAT(found, Contains("TG>CN 16.1"));
  EXPECT_THAT(found, Not(Contains("TG>CN 9.2")));
}

TEST(Lists, ThoseAnnouncedAreAllNamed) {
  const auto x =
      read({"Le Togo a réalisé un solde commercial excédentaire avec trois pays, à savoir le Niger, le Mali "
            "et le Ghana."});
  EXPECT_EQ(x.claims.size(), 3U);
}

TEST(Lists, WhoIsSomebodysSupplierIsAnother) {
  const auto found =
      imports({"Le Laos a vendu du riz à la Pologne. La Suède est aussi son premier fournisseur, devant "
               "le Chili (29 %)."});
  EXPECT_THAT(found, Contains(::testing::StartsWith("LA>SE")));
  EXPECT_THAT(found, Contains("LA>CL 29.0"));
  EXPECT_THAT(found, Not(Contains(::testing::StartsWith("SE>"))));
}

TEST(Lists, GoodsWithTheirFiguresGiveAClaimEach) {
  const auto x = read(
      {"La Lettonie exporte vers l'Estonie. Les principaux produits importés de Lettonie par l'Estonie ont été le bois "
       "(24,9 %), le blé (6,3 %) et le lait (5,8 %)."});
  std::vector<std::string> goods;
  for (const auto& c : x.claims) {
    if (c.sentence != 1 || !c.figure) continue;
    for (const auto& [name, value] : c.qualifiers) {
      if (name == "commodity") goods.push_back(value.text + " " + c.figure->quantity.value);
    }
  }
  EXPECT_THAT(goods.size(), 3U) << ::testing::PrintToString(goods);
}

TEST(Lists, AListIsNotSplitByTheVerbBeforeIt) {
  const auto found =
      claims({"Sinovac, un groupe qui a signé des partenariats avec le Chili, le Pérou et la Bolivie, se félicite."});
  EXPECT_THAT(found, Not(Contains("Agreement: PE > CL : asserted")));
  EXPECT_THAT(found, Not(Contains("Agreement: BO > CL : asserted")));
}

}  // namespace
