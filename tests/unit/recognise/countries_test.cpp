#include "recognised.hpp"

namespace depeche::recognise {
namespace {

TEST(Countries, ByNameDemonymCapitalAndSeat) {
  const Recognised read(
      "La Russie a protesté. Les Russes attendent, dit un diplomate russe. Moscou se tait, le Kremlin aussi.");
  EXPECT_EQ(read.countries(), Texts{"RU"});
  EXPECT_EQ(read.mentions("RU"), (Texts{"Russie", "Russes", "russe", "Moscou", "Kremlin"}));
  EXPECT_EQ(read.forms("RU"), (std::vector{MentionForm::full_name, MentionForm::demonym_noun,
                                           MentionForm::demonym_adjective, MentionForm::capital, MentionForm::seat}));
}

TEST(Countries, SpeltWithAndWithoutAccents) {
  EXPECT_EQ(Recognised("Les Etats-Unis et les États-Unis.").mentions("US"), (Texts{"Etats-Unis", "États-Unis"}));
  EXPECT_EQ(Recognised("Le Viêt Nam, ou Vietnam, exporte du riz.").mentions("VN"), (Texts{"Viêt Nam", "Vietnam"}));
  EXPECT_EQ(Recognised("L’Egypte et l'Égypte.").countries(), Texts{"EG"});
}

TEST(Countries, NamesOfSeveralWordsAreOneMention) {
  const Recognised read("La République démocratique du Congo et l'Afrique du Sud négocient avec la Corée du Nord.");
  EXPECT_EQ(read.countries(), (Texts{"CD", "ZA", "KP"}));
  EXPECT_EQ(read.mentions("CD"), Texts{"République démocratique du Congo"});
}

TEST(Countries, ACompoundNationalityIsTwoMentionsOnOneToken) {
  const Recognised read("Le sommet franco-malien suit les pourparlers russo-ukrainiens.");
  EXPECT_EQ(read.countries(), (Texts{"FR", "ML", "RU", "UA"}));
  EXPECT_EQ(read.mentions("FR"), Texts{"franco-malien"});
  EXPECT_EQ(read.mentions("ML"), Texts{"franco-malien"});
}

TEST(Countries, ANationalityOfTwoPartsIsOneState) {
  EXPECT_EQ(Recognised("Un missile nord-coréen a survolé la mer.").countries(), Texts{"KP"});
  EXPECT_EQ(Recognised("Un diplomate sud-africain est arrivé.").countries(), Texts{"ZA"});
}

TEST(Countries, StancesNameTheirState) {
  EXPECT_EQ(Recognised("Des slogans anti-américains et pro-russes.").countries(), (Texts{"US", "RU"}));
  EXPECT_TRUE(Recognised("La communauté afro-américaine.").countries().empty());
}

TEST(Countries, JoinedNamesAreEachAMention) {
  EXPECT_EQ(Recognised("Le groupe d'amitié France-Arménie se réunit.").countries(), (Texts{"FR", "AM"}));
}

TEST(Countries, AnAmbiguousNationalityWaitsForTheArticle) {
  EXPECT_TRUE(Recognised("L'armée congolaise avance.").countries().empty());
  EXPECT_EQ(Recognised("L'armée congolaise avance. La RDC accuse ses voisins.").mentions("CD"),
            (Texts{"congolaise", "RDC"}));
}

TEST(Countries, BrusselsIsTheUnionUnlessTheArticleIsOnBelgium) {
  const Recognised union_("Bruxelles menace la Pologne de sanctions.");
  EXPECT_EQ(union_.organisations(), Texts{"Union européenne"});
  EXPECT_EQ(union_.countries(), Texts{"PL"});
  EXPECT_EQ(Recognised("La Belgique proteste. Bruxelles rappelle son ambassadeur.").countries(), Texts{"BE"});
}

TEST(Countries, CommonWordsAreNoStates) {
  EXPECT_TRUE(Recognised("Il cherche la paix, un total de dix tonnes et une inde imaginaire.").countries().empty());
}

TEST(Places, HaveTheirCountry) {
  const Recognised read("Des combats ont éclaté à Kharkiv.");
  ASSERT_EQ(read.places(), Texts{"Kharkiv"});
  EXPECT_EQ(read.entity("Kharkiv").iso, "UA");
}

}  // namespace
}  // namespace depeche::recognise
