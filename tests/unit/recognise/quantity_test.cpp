#include "recognise/quantity.hpp"

#include <gtest/gtest.h>

#include "base/mapped_file.hpp"
#include "language/analyser.hpp"
#include "tables.hpp"

namespace depeche::recognise {
namespace {

const QuantityFinder& finder() {
  static const QuantityFinder loaded = [] {
    Diagnostics diagnostics;
    auto found = QuantityFinder::load(DEPECHE_SOURCE_DIR "/mappings/fr/units.toml", diagnostics);
    for (const Diagnostic& d : diagnostics) ADD_FAILURE() << format_diagnostic(d);
    EXPECT_TRUE(found.has_value());
    return found.value_or(QuantityFinder());
  }();
  return loaded;
}

/// "words=value unit approximation" of every quantity, joined by "; ". Bounds are written "10.0..15.0".
std::string found_in(std::string_view text) {
  constexpr const char* words[] = {"", " about", " nearly", " more", " less", " between"};
  std::vector<language::Sentence> sentences;
  language::scan(text, 0, static_cast<std::uint32_t>(text.size()), sentences);
  std::string out;
  for (const auto& sentence : sentences) {
    for (const Quantity& q : finder().find(text, sentence)) {
      if (!out.empty()) out += "; ";
      out +=
          text.substr(sentence.tokens[q.begin].begin, sentence.tokens[q.end - 1U].end - sentence.tokens[q.begin].begin);
      out += "=" + (q.value.empty() ? q.min + ".." + q.max : q.value) + " ";
      out += q.unit == Quantity::Unit::percent ? "%" : q.unit == Quantity::Unit::money ? q.currency : q.counted;
      out += words[static_cast<std::size_t>(q.approximation)];
      if (q.change) out += " change";
    }
  }
  return out;
}

TEST(Quantity, ADecimalCommaMayBeSetApartInBrackets) {
  EXPECT_EQ(found_in("avec une proportion de (99, 7%)"), "99, 7%=99.7 %");
  EXPECT_EQ(found_in("des parts de 99, 7 et 3 %").find("99.7"), std::string::npos);
}

TEST(Quantity, ASumWithoutCurrencyIsInTheOneSaidBefore) {
  EXPECT_EQ(found_in("60 millions de dollars à la Serbie et 4,5 millions au Togo"),
            "60 millions de dollars=60000000.0 USD; 4,5 millions=4500000.0 USD");
  EXPECT_EQ(found_in("60 millions de dollars pour 4,5 millions de personnes"),
            "60 millions de dollars=60000000.0 USD; 4,5 millions de personnes=4500000.0 personne");
  EXPECT_EQ(found_in("ils sont 4,5 millions"), "");
}

TEST(Quantity, Percentages) {
  EXPECT_EQ(found_in("Elle vend environ 80% de son bois."), "environ 80%=80.0 % about");
  EXPECT_EQ(found_in("Elle vend près de 46,2 % de son bois."), "près de 46,2 %=46.2 % nearly");
  EXPECT_EQ(found_in("Elle vend plus de 60 pour cent de son bois."), "plus de 60 pour cent=60.0.. % more");
  EXPECT_EQ(found_in("Elle vend jusqu'à 5 % de son bois."), "jusqu'à 5 %=..5.0 % less");
  EXPECT_EQ(found_in("Elle vend 38.4 % environ de son bois."), "38.4 % environ=38.4 % about");
  EXPECT_EQ(found_in("Riga (23,3%) et Tallinn (7,6%)"), "23,3%=23.3 %; 7,6%=7.6 %");
  EXPECT_EQ(found_in("Riga et Tallinn, avec respectivement 54,2% et 27,8%"), "54,2%=54.2 %; 27,8%=27.8 %");
  EXPECT_EQ(found_in("12 et 15 % des voix"), "12=12.0 %; 15 %=15.0 %");
}

TEST(Quantity, Fractions) {
  EXPECT_EQ(found_in("plus de la moitié de son gaz"), "plus de la moitié=50.0.. % more");
  EXPECT_EQ(found_in("un quart de son gaz"), "un quart=25.0 %");
  EXPECT_EQ(found_in("un tiers du gaz, les deux tiers du bois"), "un tiers=33.3 % about; deux tiers=66.7 % about");
  EXPECT_EQ(found_in("plus du tiers des cas"), "plus du tiers=33.3.. % more");
  EXPECT_EQ(found_in("Les quarts de finale, un quart d'heure, les pays tiers, un tiers est venu."), "");
}

TEST(Quantity, Money) {
  EXPECT_EQ(found_in("3,5 milliards de dollars"), "3,5 milliards de dollars=3500000000.0 USD");
  EXPECT_EQ(found_in("105 214,00 millions de FCFA"), "105 214,00 millions de FCFA=105214000000.0 XOF");
  EXPECT_EQ(found_in("600 M€ ou 1,5 Md€ ou 1,60M€"),
            "600 M€=600000000.0 EUR; 1,5 Md€=1500000000.0 EUR; 1,60M€=1600000.0 EUR");
  EXPECT_EQ(found_in("$3.5 bn et £7 205"), "$3.5 bn=3500000000.0 USD; £7 205=7205.0 GBP");
  EXPECT_EQ(found_in("un prêt d'un milliard et demi de dollars"), "un milliard et demi de dollars=1500000000.0 USD");
  EXPECT_EQ(found_in("un demi-milliard d'euros"), "un demi-milliard d'euros=500000000.0 EUR");
  EXPECT_EQ(found_in("3 billions 115 milliards 210 millions 400 mille FCFA"),
            "3 billions 115 milliards 210 millions 400 mille FCFA=3115210400000.0 XOF");
  EXPECT_EQ(found_in("quatre millions de dollars canadiens"), "quatre millions de dollars canadiens=4000000.0 CAD");
  EXPECT_EQ(found_in("5 000 francs suisses et 20 F CFA"), "5 000 francs suisses=5000.0 CHF; 20 F CFA=20.0 XOF");
  EXPECT_EQ(found_in("dépassant les 30 milliards d'euros"),
            "dépassant les 30 milliards d'euros=30000000000.0.. EUR more");
  EXPECT_EQ(found_in("7,8 et 8,5 milliards d'euros"), "7,8=7800000000.0 EUR; 8,5 milliards d'euros=8500000000.0 EUR");
}

TEST(Quantity, PoundsAreBooksWithoutAMagnitude) {
  EXPECT_EQ(found_in("trois millions de livres"), "trois millions de livres=3000000.0 GBP");
  EXPECT_EQ(found_in("trois livres anciens"), "trois livres=3.0 livre");
  EXPECT_EQ(found_in("trois livres turques"), "trois livres turques=3.0 TRY");
}

TEST(Quantity, Ranges) {
  EXPECT_EQ(found_in("entre 10 et 15 % du total"), "entre 10 et 15 %=10.0..15.0 % between");
  EXPECT_EQ(found_in("de 20 à 30 millions de dollars"),
            "de 20 à 30 millions de dollars=20000000.0..30000000.0 USD between");
  EXPECT_EQ(found_in("entre 7,7 milliards de dollars et 9,1 milliards de dollars"),
            "entre 7,7 milliards de dollars et 9,1 milliards de dollars=7700000000.0..9100000000.0 USD between");
  EXPECT_EQ(found_in("10-15 % du gaz"), "10-15 %=10.0..15.0 % between");
  EXPECT_EQ(found_in("deux ou trois soldats"), "deux ou trois soldats=2.0..3.0 soldat between");
}

TEST(Quantity, Changes) {
  EXPECT_EQ(found_in("Le commerce est en hausse de 12 %."), "12 %=12.0 % change");
  EXPECT_EQ(found_in("Le commerce a reculé de près de 3 %."), "près de 3 %=3.0 % nearly change");
  EXPECT_EQ(found_in("Une chute \"record\" de 20,4%"), "20,4%=20.4 % change");
  EXPECT_EQ(found_in("Le PIB gagne +0,9% et -3,8%."), "+0,9%=0.9 % change; -3,8%=-3.8 % change");
  EXPECT_EQ(found_in("30 % de plus"), "30 %=30.0 % change");
  EXPECT_EQ(found_in("La part est passée de 10 % à 15 %."), "15 %=15.0 %") << "only the new level";
}

TEST(Quantity, Counts) {
  EXPECT_EQ(found_in("12 morts et 30 blessés"), "12 morts=12.0 mort; 30 blessés=30.0 blessé");
  EXPECT_EQ(found_in("Un mort, un soldat et une personne"), "Un mort=1.0 mort")
      << "un is an article before other nouns";
  EXPECT_EQ(found_in("trois soldats"), "trois soldats=3.0 soldat");
  EXPECT_EQ(found_in("les quelque 200 nouveaux réfugiés"), "quelque 200 nouveaux réfugiés=200.0 réfugié about");
  EXPECT_EQ(found_in("une quarantaine de chars"), "une quarantaine de chars=40.0 char about");
  EXPECT_EQ(found_in("une dizaine de milliers de fidèles"), "une dizaine de milliers de fidèles=10000.0 fidèle about");
  EXPECT_EQ(found_in("1 250 000 réfugiés, 10.000 soldats"),
            "1 250 000 réfugiés=1250000.0 réfugié; 10.000 soldats=10000.0 soldat");
  EXPECT_EQ(found_in("trois cent mille chevaux dans vingt-trois pays"),
            "trois cent mille chevaux=300000.0 cheval; vingt-trois pays=23.0 pays");
  EXPECT_EQ(found_in("quatre-vingt-dix-sept chars"), "quatre-vingt-dix-sept chars=97.0 char");
  EXPECT_EQ(found_in("En 2019 54 Estoniens sont rentrés."), "54 Estoniens=54.0 estonien");
}

TEST(Quantity, YearsTimesAgesAndOrdinalsAreNone) {
  EXPECT_EQ(found_in("En 2019 les ministres, âgés de 25 ans, le 12 mai 2024 à 20h30, 3-1, la 2e fois, le 1er soir."),
            "");
  EXPECT_EQ(
      found_in("du 30 mars au 2 avril, il y a trois jours, deux semaines, les années 2000, une quarantaine d'années"),
      "");
  EXPECT_EQ(found_in("en quarantaine, l'article 5 du traité, la résolution 2231, Covid-19"), "");
}

TEST(Quantity, NothingInNothing) {
  EXPECT_EQ(found_in(""), "");
  EXPECT_EQ(found_in("%"), "");
  EXPECT_EQ(found_in("99999999999999999999999 %"), "") << "more digits than fit";
}

TEST(Units, FaultsAreReported) {
  Diagnostics diagnostics;
  Units::parse(
      "[magnitudes]\nmillion = 'six'\n[[currency]]\ncode = \"euro\"\n[[currency]]\ncode = \"EUR\"\nname = []\n",
      "u.toml", diagnostics);
  std::string codes;
  for (const Diagnostic& d : diagnostics) codes += d.code + "@" + std::to_string(d.line) + " ";
  EXPECT_EQ(codes, "units-wrong-type@2 units-currency-code@3 units-unknown-key@7 ");
}

TEST(Units, FaultsOfNumberWordsArePlaced) {
  Diagnostics diagnostics;
  Units::parse("[number_words]\nun = 1\n\"Un\" = 1\nmille = \"1000\"\n", "units.toml", diagnostics);
  EXPECT_EQ(faults(diagnostics),
            "units.toml:3:1: 'Un' stands here already [units-duplicate-word]\n"
            "units.toml:4:9: 'mille' has to be a whole number from 0 to 1000 [units-wrong-type]\n");
}

TEST(Units, AnAddedNumberWordIsRead) {
  std::string toml = read_file(DEPECHE_SOURCE_DIR "/mappings/fr/units.toml").value();
  add_behind(toml, "[number_words]\n", "sixante = 60\n");
  Diagnostics diagnostics;
  const QuantityFinder changed(Units::parse(toml, "units.toml", diagnostics));
  EXPECT_EQ(faults(diagnostics), "");
  const std::string text = "Il a vu sixante-deux chars.";
  std::vector<language::Sentence> sentences;
  language::scan(text, 0, static_cast<std::uint32_t>(text.size()), sentences);
  const auto found = changed.find(text, sentences.at(0));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].value, "62.0");
}

}  // namespace
}  // namespace depeche::recognise
