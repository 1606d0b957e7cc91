#include "recognised.hpp"

namespace depeche::recognise {
namespace {

TEST(Unification, SurnameAfterFullName) {
  const Recognised read("Claire Dumoret a signé. Mme Dumoret s'en félicite. Pour Dumoret, c'est une victoire.");
  EXPECT_EQ(read.persons(), Texts{"Claire Dumoret"});
  EXPECT_EQ(read.mentions("Claire Dumoret"), (Texts{"Claire Dumoret", "Dumoret", "Dumoret"}));
  EXPECT_EQ(read.entity("Claire Dumoret").names, (Texts{"Claire Dumoret", "Dumoret"}));
}

TEST(Unification, SurnameBeforeFullName) {
  const Recognised read("Le président Zborovian a promis des réformes.\nAram Zborovian dirige le pays depuis mai.");
  EXPECT_EQ(read.persons(), Texts{"Aram Zborovian"});
  EXPECT_EQ(read.mentions("Aram Zborovian").size(), 2U);
}

TEST(Unification, SpellingsOfTheLexicon) {
  EXPECT_EQ(Recognised("Poutine a parlé. Vladimir Putin a répondu.").persons(), Texts{"Vladimir Poutine"});
  EXPECT_EQ(Recognised("Kim Jong Un a ri. Kim Jong-un est parti. M. Kim reviendra.").mentions("Kim Jong-un").size(),
            3U);
}

TEST(Unification, SpellingsThatNoTableHas) {
  EXPECT_EQ(Recognised("Nikol Pashinyan arrive. Nikol Pachinyian repart.").persons(), Texts{"Nikol Pachinian"});
  EXPECT_EQ(Recognised("Arkadi Babtchouk est en vie. Arkadi Babchouk se cachait.").persons(),
            Texts{"Arkadi Babtchouk"});
}

TEST(Unification, TwoOfOneFamilyStayTwo) {
  const Recognised read("Fidel Castro était malade. Raúl Castro lui a succédé. Castro a promis des réformes.");
  EXPECT_EQ(read.persons(), (Texts{"Fidel Castro", "Raúl Castro"}));
  EXPECT_EQ(read.mentions("Raúl Castro"), (Texts{"Raúl Castro", "Castro"}));  // the one named last
}

TEST(Unification, TheTitleChoosesBetweenTwoOfOneFamily) {
  const Recognised read("Jean Dumoret et Claire Dumoret divorcent. M. Dumoret se tait. Mme Dumoret parle.");
  EXPECT_EQ(read.mentions("Jean Dumoret"), (Texts{"Jean Dumoret", "Dumoret"}));
  EXPECT_EQ(read.mentions("Claire Dumoret"), (Texts{"Claire Dumoret", "Dumoret"}));
}

TEST(Unification, ASurnameOfTheLexiconIsAnotherIfTheArticleSaysSo) {
  const Recognised read("L'acteur Hugo Macron joue ce soir. Macron y tient le premier rôle.");
  EXPECT_EQ(read.persons(), Texts{"Hugo Macron"});
}

TEST(Unification, AGivenNameAloneIfItLeavesNoChoice) {
  EXPECT_EQ(Recognised("Maxime Jolivart secourt des migrants. Dehors, Maxime distribue du thé.")
                .mentions("Maxime Jolivart")
                .size(),
            2U);
  EXPECT_EQ(Recognised("Maxime Jolivart et Maxime Braz secourent des migrants. Dehors, Maxime attend.")
                .mentions("Maxime Braz")
                .size(),
            1U);
}

TEST(Unification, FamilyNameFirstInAsianNames) {
  EXPECT_EQ(Recognised("Nguyen Van Hien est élu. Hien promet. M. Nguyen part.").mentions("Nguyen Van Hien").size(), 3U);
  EXPECT_EQ(Recognised("Xi Jinping parle. M. Xi part.").persons(), Texts{"Xi Jinping"});
}

TEST(Unification, AnArabicSurnameWithAndWithoutItsArticle) {
  EXPECT_EQ(Recognised("Omar al-Barzani est libre. M. Barzani remercie.").persons(), Texts{"Omar al-Barzani"});
}

TEST(Unification, AShortSurnameOfTheCountryThatSpeaks) {
  const Recognised read("Le Vietnam a reçu son hôte. Lam a déclaré que tout allait bien. L'hôte et Lam dîneront.");
  EXPECT_EQ(read.mentions("Tô Lâm"), (Texts{"Lam", "Lam"}));
  EXPECT_TRUE(Recognised("La Pologne a reçu son hôte. Lam a déclaré que tout allait bien.").persons().empty());
}

TEST(Unification, IsTheSameEveryTime) {
  const std::string text =
      "Claire Dumoret voit Jean Braz. Le groupe Orbak paie. Mme Dumoret signe avec la Russie et l'ONU.";
  const Recognised first(text), second(text);
  ASSERT_EQ(first.result().entities.size(), second.result().entities.size());
  for (std::size_t i = 0; i < first.result().entities.size(); ++i) {
    EXPECT_EQ(first.result().entities[i].label, second.result().entities[i].label);
    EXPECT_EQ(first.result().entities[i].names, second.result().entities[i].names);
  }
}

TEST(Unification, TokensBelongToOneMentionInOrder) {
  const Recognised read(
      "Le ministre russe Sergueï Lavrov et M. Braz, de l'Institut Orbak (IO), voient l'ONU à Genève.");
  for (const auto& mentions : read.result().by_sentence) {
    for (std::size_t i = 1; i < mentions.size(); ++i) EXPECT_GE(mentions[i].begin, mentions[i - 1].end);
  }
}

}  // namespace
}  // namespace depeche::recognise
