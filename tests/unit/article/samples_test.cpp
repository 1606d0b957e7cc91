// The sample articles of tests/cases/articles: everything comes out, nothing of the chrome does.
#include <gtest/gtest.h>

#include <map>

#include "article/source.hpp"
#include "french_chrome.hpp"

namespace depeche::article {
namespace {

std::map<std::string, Article> read_samples() {
  std::map<std::string, Article> out;
  ArticleSource source({DEPECHE_SOURCE_DIR "/tests/cases/articles"}, french_chrome());
  for (;;) {
    ReadResult result = source.next();
    if (std::holds_alternative<EndOfInput>(result)) return out;
    if (const auto* fault = std::get_if<Diagnostic>(&result)) ADD_FAILURE() << format_diagnostic(*fault);
    if (auto* article = std::get_if<Article>(&result)) out.emplace(article->id, std::move(*article));
  }
}

TEST(Samples, AllAreRead) {
  EXPECT_EQ(read_samples().size(), 20U);
}

TEST(Samples, TitlesAuthorsAndDates) {
  auto samples = read_samples();
  EXPECT_EQ(samples["riga-ankara"].title, "La présidente lettone Ilze Kalnina en visite en Turquie");
  EXPECT_EQ(samples["riga-ankara"].author, "Claire Montreuil");
  EXPECT_EQ(samples["riga-ankara"].published, (PartialDate{2024, 5, 14}));
  EXPECT_EQ(samples["gaz-balkans"].author, "Ana Petrescu");
  EXPECT_EQ(samples["gaz-balkans"].published, (PartialDate{2024, 3, 12}));
  EXPECT_EQ(samples["gaz-balkans"].modified, (PartialDate{2024, 3, 13}));
  EXPECT_EQ(samples["frontiere-andes"].title, "Le Pérou rappelle son ambassadeur après l'attaque d'un poste-frontière");
  EXPECT_EQ(samples["conseil-ministres"].published, (PartialDate{2024, 6, 5}));
  EXPECT_EQ(samples["conseil-ministres"].author, "");
  EXPECT_EQ(samples["banque-asie"].published, (PartialDate{2012, 10, 20}));
  EXPECT_EQ(samples["mandat-cpi"].title, "") << "it begins with its first sentence";
  EXPECT_EQ(samples["ex-10"].published, PartialDate{});
}

TEST(Samples, NothingOfChromeOrRelatedLinksStays) {
  for (const auto& [id, article] : read_samples()) {
    for (const char* chrome : {"Partager",          "Publicité",   "PUBLICITÉ",     "Tous droits",    "Oslo accuse",
                               "chars au Portugal", "maltais",     "passeports",    "kényane aurait", "Norvège quitte",
                               "Danemark",          "sous-marins", "Liechtenstein", "Tirana",         "Groenland",
                               "Brésil bombarde",   "Mexique",     "Bolivie",       "Ghana",          "avions au Japon",
                               "Tunisie expulse",   "Taboola",     "Chili attaque", "Paraguay",       "Tchad vend",
                               "3rd party",         "REUTERS",     "odi-jph"}) {
      EXPECT_EQ(article.text.find(chrome), std::string::npos) << id << ": " << chrome;
    }
  }
}

TEST(Samples, TheBodyStays) {
  auto samples = read_samples();
  const std::map<std::string, std::vector<std::string>> wanted = {
      {"riga-ankara", {"a été reçue mardi à Ankara", "environ 35 % de ses textiles", "Nikos Varelas, à Athènes."}},
      {"gaz-balkans", {"près de 80 % de son gaz", "4,5 milliards de dollars", "fait partie depuis 2004."}},
      {"sahel-armes", {"dix véhicules blindés", "Moscou se place", "a rejeté toute responsabilité."}},
      {"frontiere-andes", {"Des soldats péruviens près de Tumbes", "en Équateur."}},
      {"mer-rouge", {"trois morts et sept blessés", "la semaine prochaine."}},
      {"conseil-ministres", {"et signé avec lui un protocole", "(22,3%)"}}};
  for (const auto& [id, parts] : wanted) {
    for (const std::string& part : parts)
      EXPECT_NE(samples[id].text.find(part), std::string::npos) << id << ": " << part;
  }
}

}  // namespace
}  // namespace depeche::article
