#include "recognised.hpp"

namespace depeche::recognise {
namespace {

TEST(Organisations, OfTheLexiconByNameAndAcronym) {
  const Recognised read("L'Organisation mondiale de la santé (OMS) alerte. L'OMS craint une vague.");
  EXPECT_EQ(read.organisations(), Texts{"Organisation mondiale de la santé"});
  EXPECT_EQ(read.mentions("Organisation mondiale de la santé"),
            (Texts{"Organisation mondiale de la santé", "OMS", "OMS"}));
}

TEST(Organisations, AShareBehindAStateIsNoPartOfItsName) {
  EXPECT_EQ(Recognised("La Suède en achète 41 %, la France 24 % et le Chili 13 %.").organisations(), Texts{});
  EXPECT_EQ(Recognised("Elle travaille pour France 24 depuis mai.").organisations(), Texts{"France 24"});
}

TEST(Organisations, AcronymsWrittenAsNames) {
  EXPECT_EQ(Recognised("L'Otan et la Cédéao se réunissent.").organisations(),
            (Texts{"Organisation du traité de l'Atlantique nord",
                   "Communauté économique des Etats de l'Afrique de l'Ouest"}));
}

TEST(Organisations, ALongFormIntroducesItsAcronym) {
  const Recognised read("Le Fonds d'entraide des vallées alpines (FEVA) est à sec. Le FEVA lance un appel.");
  EXPECT_EQ(read.organisations(), Texts{"Fonds d'entraide des vallées alpines"});
  EXPECT_EQ(read.mentions("Fonds d'entraide des vallées alpines").size(), 3U);
}

TEST(Organisations, AnAcronymMayTakeSeveralLettersOfAWord) {
  EXPECT_EQ(Recognised("Il dirige le centre de recherches orbitales (Cero) depuis mai.").organisations(),
            Texts{"centre de recherches orbitales"});
}

TEST(Organisations, TheArticlesOwnAcronymBeatsTheLexicon) {
  const Recognised read("Le Parti sahélien (PS) a gagné. Le PS gouvernera.");
  EXPECT_EQ(read.organisations(), Texts{"Parti sahélien"});
}

TEST(Organisations, ByHeadAndComplements) {
  EXPECT_EQ(Recognised("Elle préside le Conseil des sages de la région, dit-on.").organisations(),
            Texts{"Conseil des sages de la région"});
  EXPECT_EQ(Recognised("Il a saisi le Haut conseil judiciaire hier.").organisations(),
            Texts{"Haut conseil judiciaire"});
}

TEST(Organisations, TheStateInTheirNameKeepsItsMention) {
  const Recognised read("Elle a saisi l'Académie nationale des sciences de Roumanie.");
  EXPECT_EQ(read.countries(), Texts{"RO"});
  ASSERT_EQ(read.organisations().size(), 1U);
  EXPECT_EQ(read.mentions(read.organisations()[0]), Texts{"Académie nationale des sciences"});
  EXPECT_EQ(read.organisations()[0], "Académie nationale des sciences de Roumanie");
}

TEST(Organisations, ByTheNounBefore) {
  const Recognised read("Le groupe Orbak a signé. L'université de Brème a refusé. Orbak persiste.");
  EXPECT_EQ(read.organisations(), (Texts{"groupe Orbak", "université de Brème"}));
  EXPECT_EQ(read.mentions("groupe Orbak"), (Texts{"groupe Orbak", "Orbak"}));
}

TEST(Organisations, TheHeadAloneIsTheOneNamedLast) {
  const Recognised read("La Commission européenne propose une aide. La Commission attend une réponse.");
  EXPECT_EQ(read.mentions("Commission européenne"), (Texts{"Commission européenne", "Commission"}));
  EXPECT_TRUE(Recognised("La Commission attend une réponse.").organisations().empty());
  EXPECT_EQ(Recognised("Le Parti communiste chinois se réunit. Le Parti communiste décidera.").organisations(),
            Texts{"Parti communiste chinois"});
}

TEST(Organisations, ByShape) {
  EXPECT_EQ(Recognised("La société de contrôle AsiaInspek et le Western Orbak Institute confirment.").organisations(),
            (Texts{"AsiaInspek", "Western Orbak Institute"}));
}

TEST(Organisations, AreNotMeasuresNorHeadings) {
  EXPECT_TRUE(Recognised("Le PIB recule, la TVA augmente, un test PCR et des OGM.").organisations().empty());
  EXPECT_TRUE(Recognised("PRATIQUE\nLe bureau ferme à midi.").organisations().empty());
  EXPECT_TRUE(Recognised("Au XIXe siècle, sous Louis XIV.").organisations().empty());
}

TEST(Organisations, ByThoseWhoBelongToThem) {
  EXPECT_EQ(Recognised("La directrice générale d'Orbak a démissionné. Orbak se tait.").mentions("Orbak").size(), 2U);
  EXPECT_EQ(Recognised("Orbak se tait. Anna Kovacs travaille chez Orbak.").mentions("Orbak").size(), 2U);
  EXPECT_EQ(Recognised("Une filiale de Vertana Nord est en vente.").organisations(), Texts{"Vertana Nord"});
  EXPECT_TRUE(Recognised("L'avocat d'Orbak a plaidé et le préfet de Vierlac a écouté.").organisations().empty());
  EXPECT_TRUE(Recognised("Le chef de l'Etat français a salué le président de la République.").organisations().empty());
  EXPECT_EQ(Recognised("Ilona Varga a parlé. Le patron de Varga a répondu.").persons(), Texts{"Ilona Varga"});
}

TEST(Organisations, MunicipalitiesByTheirMayor) {
  EXPECT_EQ(Recognised("Le maire de Vierlac-sur-Orne a parlé.").organisations(), Texts{"Vierlac-sur-Orne"});
  EXPECT_EQ(Recognised("La maire de Toulouse a parlé.").organisations(), Texts{"Toulouse"});
}

TEST(Organisations, BySeat) {
  EXPECT_EQ(Recognised("Il enseigne à l'université nationale de Cordoue.").organisations(),
            Texts{"université nationale de Cordoue"});
  EXPECT_EQ(Recognised("La mairie de Vierlac est fermée.").organisations(), Texts{"mairie de Vierlac"});
}

TEST(Organisations, TheNounBeforeIsSeldomPartOfTheName) {
  EXPECT_EQ(Recognised("La compagnie Vertana Airways et l'ONG Lumina manquent d'argent.").organisations(),
            (Texts{"Vertana Airways", "Lumina"}));
  EXPECT_EQ(Recognised("L'association Prévention fluviale est née hier.").organisations(),
            Texts{"Prévention fluviale"});
  EXPECT_TRUE(Recognised("Le directeur des études de l'association Anna Kovacs a parlé.").organisations().empty());
}

TEST(Organisations, EnglishNamesGoOnBehindTheirJoints) {
  EXPECT_EQ(Recognised("Selon le Center for Open Rivers, le Food and Water Watch se trompe.").organisations(),
            (Texts{"Center for Open Rivers", "Food and Water Watch"}));
}

TEST(Organisations, EndBeforeGeneralNouns) {
  EXPECT_EQ(Recognised("Le Fonds d'entraide public du royaume achète.").organisations(),
            Texts{"Fonds d'entraide public"});
  EXPECT_EQ(Recognised("Le Conseil fluvial, social et minier a voté.").organisations(),
            Texts{"Conseil fluvial, social et minier"});
}

TEST(Organisations, AreNotCommonNouns) {
  EXPECT_TRUE(Recognised("Un conseil de famille et une commission ont été réunis.").organisations().empty());
  EXPECT_TRUE(Recognised("Conseil du jour : restez chez vous.").organisations().empty());
  EXPECT_TRUE(Recognised("Total des ventes : dix millions.").organisations().empty());
}

}  // namespace
}  // namespace depeche::recognise
