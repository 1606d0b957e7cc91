#include "recognised.hpp"

namespace depeche::recognise {
namespace {

TEST(Persons, AreNotOfficesWithCapitals) {
  EXPECT_TRUE(Recognised("Selon le Premier Ministre, tout va bien. Le Premier Ministre a parlé.").persons().empty());
}

TEST(Persons, OfTheLexicon) {
  const Recognised read("Vladimir Poutine a reçu Xi Jinping.");
  EXPECT_EQ(read.persons(), (Texts{"Vladimir Poutine", "Xi Jinping"}));
  EXPECT_EQ(read.entity("Vladimir Poutine").qid, "Q7747");
  EXPECT_EQ(read.entity("Vladimir Poutine").iso, "RU");
}

TEST(Persons, ByGivenName) {
  const Recognised read("La rencontre avec Claire Dumoret a duré une heure.");
  ASSERT_EQ(read.persons(), Texts{"Claire Dumoret"});
  EXPECT_EQ(read.entity("Claire Dumoret").gender, language::Gender::feminine);
  EXPECT_EQ(read.entity("Claire Dumoret").local_id, "claire-dumoret");
  EXPECT_EQ(read.entity("Claire Dumoret").lexicon_row, -1);
}

TEST(Persons, ByTitle) {
  const Recognised read("Selon M. Zborovian, la trêve tient. Mme Okeleye en doute.");
  EXPECT_EQ(read.persons(), (Texts{"Zborovian", "Okeleye"}));
  EXPECT_EQ(read.entity("Zborovian").gender, language::Gender::masculine);
  EXPECT_EQ(read.entity("Okeleye").gender, language::Gender::feminine);
}

TEST(Persons, ByOfficeWithItsComplements) {
  EXPECT_EQ(Recognised("Le ministre turc des Affaires étrangères Orkun Vardaroglu a parlé.").persons(),
            Texts{"Orkun Vardaroglu"});
  EXPECT_EQ(Recognised("Le président Zborovian est arrivé.").persons(), Texts{"Zborovian"});
  EXPECT_EQ(Recognised("La chancelière Odalinde Brugge est arrivée.").entity("Odalinde Brugge").gender,
            language::Gender::feminine);
  EXPECT_EQ(Recognised("Le ministre de l'Economie Zvonko Brlic a démissionné.").persons(), Texts{"Zvonko Brlic"});
}

TEST(Persons, ByAppositionAgeAndSpeech) {
  EXPECT_EQ(Recognised("Xhevat Brlica, professeur à Tirana, en doute.").persons(), Texts{"Xhevat Brlica"});
  EXPECT_EQ(Recognised("Hier, Xhevat Brlica, 47 ans, a été arrêté.").persons(), Texts{"Xhevat Brlica"});
  EXPECT_EQ(Recognised("« Non », a répondu Xhevat Brlica.").persons(), Texts{"Xhevat Brlica"});
}

TEST(Persons, APluralTitleCountsForAll) {
  EXPECT_EQ(Recognised("MM. Zborovian et Okeleye se sont vus.").persons(), (Texts{"Zborovian", "Okeleye"}));
}

TEST(Persons, KeepTheirParticles) {
  EXPECT_EQ(Recognised("Ursula von der Leyen est là.").mentions("Ursula von der Leyen"), Texts{"Ursula von der Leyen"});
  EXPECT_EQ(Recognised("Il cite Nicolas de Brévières et Karim ben Ouali.").persons(),
            (Texts{"Nicolas de Brévières", "Karim ben Ouali"}));
  EXPECT_EQ(Recognised("Il cite Bruno Le Maire.").mentions("Bruno Le Maire"), Texts{"Bruno Le Maire"});
}

TEST(Persons, InAsianOrder) {
  EXPECT_EQ(Recognised("Les entretiens avec Nguyen Van Hien et Pak Chol Min ont échoué.").persons(),
            (Texts{"Nguyen Van Hien", "Pak Chol Min"}));
}

TEST(Persons, WithInitialsAndCapitals) {
  EXPECT_EQ(Recognised("George W. Bush et J. Biden ont écrit.").persons(), (Texts{"George W. Bush", "Joe Biden"}));
  EXPECT_EQ(Recognised("Il a vu Emmanuel MACRON hier.").persons(), Texts{"Emmanuel Macron"});
}

TEST(Persons, AreNotStreetsShipsNorDays) {
  EXPECT_TRUE(Recognised("Il habite rue Victor Hugo, près du square Louise Michel.").persons().empty());
  EXPECT_TRUE(Recognised("Le porte-avions Charles de Gaulle a appareillé.").persons().empty());
  EXPECT_TRUE(Recognised("Lundi, Pâques sera fêté en Avril.").persons().empty());
}

TEST(Persons, AreNotWordsAtTheHeadOfASentence) {
  EXPECT_EQ(Recognised("Selon Macron, rien ne presse. Hier Poutine a répondu.").persons(),
            (Texts{"Emmanuel Macron", "Vladimir Poutine"}));
  EXPECT_TRUE(Recognised("Le maire est absent. Maire depuis dix ans, il part.").persons().empty());
}

TEST(Persons, NamedLikeAPlaceGoWithTheirTitleOrGivenName) {
  const Recognised read("Mme Lagos a parlé. Florence Aubertin écoute.");
  EXPECT_EQ(read.persons(), (Texts{"Lagos", "Florence Aubertin"}));
  EXPECT_TRUE(read.places().empty());
}

TEST(Persons, UnknownCapitalsStayUnlinked) {
  EXPECT_TRUE(Recognised("Le Zorbak a fermé ses portes.").persons().empty());
}

}  // namespace
}  // namespace depeche::recognise
