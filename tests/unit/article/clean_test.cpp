#include "article/clean.hpp"

#include <gtest/gtest.h>

#include <string>

#include "french_chrome.hpp"

namespace depeche::article {
namespace {

Article clean_text(std::string text, std::string title = {}) {
  Record record;
  record.id = "x";
  record.text = std::move(text);
  record.title = std::move(title);
  return clean(std::move(record), french_chrome());
}

/// "T:title|P:paragraph|…"
std::string shape(const Article& article) {
  constexpr const char* letters = "TSPHC";
  std::string out;
  for (const Block& block : article.blocks) {
    if (!out.empty()) out += '|';
    out += letters[static_cast<std::size_t>(block.kind)];
    out += ':';
    out += article.text.substr(block.begin, block.end - block.begin);
  }
  return out;
}

const std::string body_1 =
    "Le ministre letton des Transports a reçu mardi à Riga une délégation venue de Tallinn pour parler du rail.";
const std::string body_2 =
    "Les deux délégations ont signé un accord sur les horaires, selon le ministère, et se reverront au printemps à "
    "Tartu.";
const std::string body_3 =
    "L'Estonie achète à son voisin 40 % de son bois de chauffage, un chiffre qui n'a guère changé depuis dix ans, "
    "dit-on.";

TEST(Clean, PageWithChrome) {
  const Article article = clean_text(
      "EventsÉvènementsPodcasts\nLoader\nFind Us\nPUBLICITÉ\n\nRiga et Tallinn relancent le rail\n\n"
      "Le ministre et ses hôtes\nLe ministre et ses hôtes Tous droits réservés Ana Kalns/AP\nTous droits réservés Ana "
      "Kalns/AP\n"
      "Par Ana Kalns\nPublié le\nPartager cet articleDiscussion\nPartager cet articleClose Button\n"
      "Copier/coller le lien embed de la vidéo de l'article :Copy to clipboardLien copié\n\nUn accord attendu depuis "
      "des années\n\n" +
      body_1 + "\n\nUn geste de plus\n\n" + body_2 + "\n\nPartager cet articleDiscussion\n\nÀ découvrir également\n\n" +
      "Oslo attaque Stockholm en justice\n\nParis livre des chars à Rome");
  EXPECT_EQ(article.title, "Riga et Tallinn relancent le rail");
  EXPECT_EQ(article.author, "Ana Kalns");
  EXPECT_EQ(shape(article),
            "T:Riga et Tallinn relancent le rail|C:Le ministre et ses hôtes|S:Un accord attendu depuis des années|P:" +
                body_1 + "|H:Un geste de plus|P:" + body_2);
}

TEST(Clean, BlocksAreSeparatedByOneNewline) {
  const Article article = clean_text("Titre sans point\n\n\n" + body_1 + "\r\n\r\n" + body_2);
  EXPECT_EQ(article.text, "Titre sans point\n" + body_1 + "\n" + body_2);
  ASSERT_EQ(article.blocks.size(), 3U);
  EXPECT_EQ(article.blocks[1].begin, article.blocks[0].end + 1);
  EXPECT_EQ(article.blocks[2].end, article.text.size());
}

TEST(Clean, FirstLineThatIsASentenceIsNoTitle) {
  EXPECT_EQ(shape(clean_text(body_1 + "\n" + body_2)), "P:" + body_1 + "|P:" + body_2);
}

TEST(Clean, GivenTitleComesFirstAndIsNotDoubled) {
  EXPECT_EQ(shape(clean_text("RIGA ET TALLINN RELANCENT LE RAIL\n" + body_1,
                             "Riga et Tallinn relancent le rail | La Gazette")),
            "T:Riga et Tallinn relancent le rail|P:" + body_1);
}

TEST(Clean, TitleThatBeginsTheFirstSentenceIsNotCutOff) {
  const std::string text =
      "Riga et Tallinn relancent le rail après dix ans de silence, ont dit mardi les deux capitales.";
  EXPECT_EQ(shape(clean_text(text, "Riga et Tallinn relancent le rail")),
            "T:Riga et Tallinn relancent le rail|P:" + text);
}

TEST(Clean, ReadAlsoInTheMiddleDropsOnlyTheTeaser) {
  const std::string wanted = "P:" + body_1 + "|P:" + body_2;
  EXPECT_EQ(shape(clean_text(body_1 + "\nLire aussi : Oslo attaque Stockholm\n" + body_2)), wanted);
  EXPECT_EQ(shape(clean_text(body_1 + "\nÀ LIRE AUSSIOslo attaque Stockholm\n" + body_2)), wanted);
  EXPECT_EQ(
      shape(clean_text(body_1 + "\nLIRE AUSSI :\nOslo attaque Stockholm\n- Paris livre des chars à Rome\n" + body_2)),
      wanted);
  EXPECT_EQ(shape(clean_text(body_1 + "\nÀ voir aussi - Oslo attaque\nOslo attaque\n" + body_2)), wanted);
}

TEST(Clean, ReadAlsoAtTheEndDropsTheRest) {
  EXPECT_EQ(shape(clean_text(body_1 + "\n" + body_2 +
                             "\nLire aussi:\n- Ce qui change à Oslo\n- Paris livre des chars à Rome\n")),
            "P:" + body_1 + "|P:" + body_2);
  EXPECT_EQ(shape(clean_text(body_1 + "\nSur le même sujet\nOslo attaque Stockholm\n" + body_3 +
                             "\nParis livre des chars à Rome")),
            "P:" + body_1)
      << "a teaser may have a description";
}

TEST(Clean, SentenceThatBeginsLikeATeaserStays) {
  const std::string text =
      "Lire aussi des poèmes en public fut pour elle une façon de répondre au ministre, dit sa fille.";
  EXPECT_EQ(shape(clean_text(body_1 + "\n" + text)), "P:" + body_1 + "|P:" + text);
}

TEST(Clean, CaptionsLoseTheirCredit) {
  const std::string caption = "Le ministre letton à Riga, le 3 mars 2022.";
  for (const char* credit : {" ANA KALNS / AFP", " © Ana Kalns", " (Crédit : Ana Kalns)", " | ANA KALNS/REUTERS"}) {
    EXPECT_EQ(shape(clean_text(body_1 + "\n" + caption + credit + "\n" + body_2)),
              "P:" + body_1 + "|C:" + caption + "|P:" + body_2)
        << credit;
  }
  EXPECT_EQ(shape(clean_text(body_1 + "\nPhoto : le port de Riga au matin\n© Ana Kalns\nCrédit photo : Ana Kalns\n" +
                             body_2)),
            "P:" + body_1 + "|C:le port de Riga au matin|P:" + body_2);
}

TEST(Clean, AgencyNamesInSentencesAreNoCredits) {
  const std::string text = "Le port de Riga a fermé mardi, a indiqué à l'AFP un porte-parole cité par AP.";
  EXPECT_EQ(shape(clean_text(body_1 + "\n" + text)), "P:" + body_1 + "|P:" + text);
}

TEST(Clean, AgencySubheadsAndSignature) {
  EXPECT_EQ(shape(clean_text(body_1 + "\n- Soutien discret -\n" + body_2 + "\nbur-jac/juf/pz")),
            "P:" + body_1 + "|H:Soutien discret|P:" + body_2);
}

TEST(Clean, WrappedLinesAreJoined) {
  EXPECT_EQ(shape(clean_text("Le ministre letton a reçu mardi à Riga une délégation\nvenue de Tallinn.\n" + body_2)),
            "P:Le ministre letton a reçu mardi à Riga une délégation venue de Tallinn.|P:" + body_2);
}

TEST(Clean, DatesAndAuthorsOfBylines) {
  const auto with = [](const std::string& line) {
    return clean_text("Riga et Tallinn relancent le rail\n" + line + "\n" + body_1);
  };
  EXPECT_EQ(with("Publié le 12/03/2024 à 10:30").published, (PartialDate{2024, 3, 12}));
  EXPECT_EQ(with("Publié le 12 mars 2024").published, (PartialDate{2024, 3, 12}));
  EXPECT_EQ(with("mardi 1er août 2023 - 08:42 UTC +02:00").published, (PartialDate{2023, 8, 1}));
  EXPECT_EQ(with("12/03/2024").published, (PartialDate{2024, 3, 12}));
  const Article both = with("ANA KALNS Publié le 05/02/2019 à 11h24 - Mis à jour le 06/02/2019");
  EXPECT_EQ(both.author, "ANA KALNS");
  EXPECT_EQ(both.published, (PartialDate{2019, 2, 5}));
  EXPECT_EQ(both.modified, (PartialDate{2019, 2, 6}));
  EXPECT_EQ(with("Par\u00A0Jean-Noël de La Tour avec AFP").author, "Jean-Noël de La Tour avec AFP");
  EXPECT_EQ(with("par ana le mercredi 6 décembre 2023").published, (PartialDate{2023, 12, 6}));
  EXPECT_EQ(with("Publié il y a 2 heures").published, PartialDate{});
  EXPECT_EQ(shape(with("Publié il y a 2 heures")), "T:Riga et Tallinn relancent le rail|P:" + body_1);
}

TEST(Clean, DateOnALineOfItsOwnAndTheNameAbove) {
  const Article article = clean_text("Riga et Tallinn relancent le rail\nAna Kalns\n12 mars 2024\n" + body_1);
  EXPECT_EQ(article.author, "Ana Kalns");
  EXPECT_EQ(article.published, (PartialDate{2024, 3, 12}));
  EXPECT_EQ(shape(article), "T:Riga et Tallinn relancent le rail|P:" + body_1);
  std::string long_page;
  for (int i = 0; i < 20; ++i) long_page += std::to_string(i) + " " + body_1 + "\n";
  EXPECT_EQ(clean_text(long_page + "Date de publication\n2024-06-05").published, (PartialDate{2024, 6, 5}));
  EXPECT_EQ(clean_text(long_page + "5 juin 2024").published, PartialDate{})
      << "a bare date far below says nothing of the article";
}

TEST(Clean, DateThatOpensTheText) {
  const Article article = clean_text("23 juin 2012. - Riga - " + body_1 + "\n" + body_2);
  EXPECT_EQ(article.published, (PartialDate{2012, 6, 23}));
  EXPECT_EQ(article.blocks.size(), 2U) << "the date stays in the text";
}

TEST(Clean, LineThatStandsTwiceNearTheTopIsTheTitle) {
  const std::string title = "Riga et Tallinn relancent le rail";
  EXPECT_EQ(shape(clean_text("La Gazette du soir\n" + title + "\n" + title + "\n" + body_1)),
            "T:" + title + "|P:" + body_1);
}

TEST(Clean, SentencesAreNoBylines) {
  for (const std::string line : {"Publié le 12 mars 2024, le rapport de la commission accable le port de Riga.",
                                 "Par ailleurs, le port de Riga restera fermé jusqu'au printemps, dit le ministre.",
                                 "Le rapport mis à jour le 12 mars accable le port."}) {
    EXPECT_NE(clean_text(body_1 + "\n" + line).text.find(line), std::string::npos) << line;
  }
}

TEST(Clean, DatelineStays) {
  const std::string text = "Riga, 12 mai (AFP) - " + body_1;
  EXPECT_EQ(clean_text(text).text, text);
}

TEST(Clean, DroppedLinesAreTold) {
  Record record;
  record.text = "Publicité\n" + body_1;
  std::vector<DroppedLine> dropped;
  clean(std::move(record), french_chrome(), &dropped);
  ASSERT_EQ(dropped.size(), 1U);
  EXPECT_EQ(dropped[0].text, "Publicité");
  EXPECT_EQ(dropped[0].reason, "chrome");
}

TEST(Clean, NothingLeftGivesAnEmptyText) {
  EXPECT_EQ(clean_text("Publicité\n- -\n\n").text, "");
  EXPECT_EQ(clean_text("").text, "");
}

}  // namespace
}  // namespace depeche::article
