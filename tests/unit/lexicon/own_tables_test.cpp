// The tables that come with the program.
#include <gtest/gtest.h>
#include <unicode/uloc.h>

#include <map>
#include <set>

#include "base/utf8.hpp"
#include "lexicon/names.hpp"
#include "lexicon/words.hpp"

namespace depeche::lexicon {
namespace {

class OwnTables : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto loaded = NameLexicon::load(DEPECHE_SOURCE_DIR "/mappings/names", {}, diagnostics());
    ASSERT_TRUE(loaded) << loaded.error().message;
    lexicon_ = new NameLexicon(*std::move(loaded));
  }
  static void TearDownTestSuite() { delete lexicon_; }
  static Diagnostics& diagnostics() {
    static Diagnostics all;
    return all;
  }

  /// "ISO form" of each match that takes the whole text.
  static std::set<std::string> match(std::string_view text) {
    std::vector<NameMatch> matches;
    const auto words = cut_words(text);
    std::set<std::string> found;
    if (lexicon_->longest_match(words, matches) != words.size()) return found;
    for (const NameMatch& m : matches) {
      found.insert(lexicon_->rows()[m.row].iso + " " + std::to_string(static_cast<int>(m.form)));
    }
    return found;
  }
  static std::set<std::string> demonym(std::string_view word) {
    std::set<std::string> found;
    for (const NameMatch& m : lexicon_->find_demonym(word)) found.insert(lexicon_->rows()[m.row].iso);
    return found;
  }

  static NameLexicon* lexicon_;
};
NameLexicon* OwnTables::lexicon_ = nullptr;

using Set = std::set<std::string>;

TEST_F(OwnTables, AreWithoutFault) {
  for (const Diagnostic& d : diagnostics()) ADD_FAILURE() << format_diagnostic(d);
}

TEST_F(OwnTables, HaveEveryStateAndTerritoryOfIso3166) {
  Set missing, extra;
  for (const KnownName& row : lexicon_->rows()) {
    if (row.kind == NameKind::country) extra.insert(row.iso);
  }
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    if (extra.erase(*code) == 0) missing.insert(*code);  // ICU counts Kosovo (XK) in
  }
  EXPECT_EQ(missing, (Set{"DG", "EA", "IC"}));  // reserved codes of parts of states that have a code
  EXPECT_EQ(extra, (Set{"CS", "DD", "SU", "YU"}));
}

TEST_F(OwnTables, GiveEveryStateItsOwnWikidataId) {
  std::map<std::string, std::string> by_qid;
  for (const KnownName& row : lexicon_->rows()) {
    if (row.kind != NameKind::country) continue;
    EXPECT_FALSE(row.qid.empty()) << row.label;
    EXPECT_TRUE(by_qid.emplace(row.qid, row.label).second) << row.label << " and " << by_qid[row.qid];
  }
  EXPECT_EQ(by_qid["Q881"], "Viêt Nam");
  EXPECT_EQ(by_qid["Q159"], "Russie");
  EXPECT_EQ(by_qid["Q974"], "République démocratique du Congo");
}

TEST_F(OwnTables, KnowStatesByEveryName) {
  const std::map<std::string, std::string> names = {{"Vietnam", "VN"},
                                                    {"Viet Nam", "VN"},
                                                    {"Viêt-Nam", "VN"},
                                                    {"Etats-Unis", "US"},
                                                    {"USA", "US"},
                                                    {"RDC", "CD"},
                                                    {"RD Congo", "CD"},
                                                    {"Zaïre", "CD"},
                                                    {"Birmanie", "MM"},
                                                    {"Myanmar", "MM"},
                                                    {"Haute-Volta", "BF"},
                                                    {"Swaziland", "SZ"},
                                                    {"Macédoine", "MK"},
                                                    {"Guinée", "GN"},
                                                    {"Guinée-Bissau", "GW"},
                                                    {"Guinée équatoriale", "GQ"},
                                                    {"Corée du Nord", "KP"},
                                                    {"République de Corée", "KR"},
                                                    {"URSS", "SU"},
                                                    {"Kosovo", "XK"},
                                                    {"Sahara occidental", "EH"},
                                                    {"Cote d'Ivoire", "CI"},
                                                    {"Emirats arabes unis", "AE"},
                                                    {"Grande-Bretagne", "GB"},
                                                    {"île Maurice", "MU"},
                                                    {"Djibouti", "DJ"},
                                                    {"Singapour", "SG"},
                                                    {"Libéria", "LR"}};
  for (const auto& [name, iso] : names) EXPECT_EQ(match(name), (Set{iso + " 0"})) << name;
}

TEST_F(OwnTables, KnowCapitalsAndSeats) {
  for (const auto& [name, iso] : std::map<std::string, std::string>{{"Hanoï", "VN"},
                                                                    {"Hanoi", "VN"},
                                                                    {"Pékin", "CN"},
                                                                    {"Kyiv", "UA"},
                                                                    {"Erevan", "AM"},
                                                                    {"Le Caire", "EG"},
                                                                    {"Washington", "US"},
                                                                    {"Mexico", "MX"},
                                                                    {"N'Djamena", "TD"}}) {
    EXPECT_EQ(match(name), (Set{iso + " 5"})) << name;
  }
  for (const auto& [name, iso] : std::map<std::string, std::string>{{"Kremlin", "RU"},
                                                                    {"Maison Blanche", "US"},
                                                                    {"Maison-Blanche", "US"},
                                                                    {"Elysée", "FR"},
                                                                    {"Quai d'Orsay", "FR"},
                                                                    {"département d'Etat", "US"},
                                                                    {"Downing Street", "GB"}}) {
    EXPECT_EQ(match(name), (Set{iso + " 6"})) << name;
  }
}

TEST_F(OwnTables, LeaveOutWhatNamesTwoStatesOrSomethingElse) {
  for (const char* name :
       {"Congo", "Corée", "Maurice", "Dominique", "Marshall", "Salomon", "mali", "onu", "Le monde"}) {
    EXPECT_EQ(match(name), Set{}) << name;
  }
}

TEST_F(OwnTables, KnowAcronymsAsThePressWritesThem) {
  for (const char* acronym : {"ONU", "Onu", "OTAN", "Otan", "CEDEAO", "Cédéao", "UE"}) {
    EXPECT_EQ(match(acronym), Set{" 1"}) << acronym;
  }
  for (const char* word : {"onu", "otan", "Ue", "UN"}) EXPECT_EQ(match(word), Set{}) << word;
}

TEST_F(OwnTables, KnowDemonyms) {
  for (const auto& [word, iso] : std::map<std::string, std::string>{{"russe", "RU"},
                                                                    {"grecque", "GR"},
                                                                    {"turcs", "TR"},
                                                                    {"suisse", "CH"},
                                                                    {"vietnamiennes", "VN"},
                                                                    {"nord-coréens", "KP"},
                                                                    {"nigérien", "NE"},
                                                                    {"nigérian", "NG"},
                                                                    {"burkinabè", "BF"},
                                                                    {"libyenne", "LY"},
                                                                    {"dominicain", "DO"},
                                                                    {"sahraouie", "EH"},
                                                                    {"soviétiques", "SU"},
                                                                    {"équato-guinéen", "GQ"},
                                                                    {"franco", "FR"},
                                                                    {"sino", "CN"},
                                                                    {"nippo", "JP"},
                                                                    {"israélo", "IL"},
                                                                    {"arméno", "AM"}}) {
    EXPECT_EQ(demonym(word), Set{iso}) << word;
  }
  EXPECT_EQ(demonym("congolaise"), (Set{"CD", "CG"}));
  for (const char* word : {"coréen", "somalie", "maurice", "le", "président"}) EXPECT_EQ(demonym(word), Set{}) << word;
  EXPECT_EQ(match("Russes"), Set{"RU 2"});
  EXPECT_EQ(match("Sud-Coréenne"), Set{"KR 2"});
}

TEST_F(OwnTables, GiveNoWikidataIdTwice) {
  std::map<std::string, std::string> by_qid;
  for (const KnownName& row : lexicon_->rows()) {
    if (row.qid.empty()) continue;
    const auto [at, added] = by_qid.try_emplace(row.qid, row.label);
    EXPECT_TRUE(added) << row.qid << " is " << at->second << " and " << row.label;
  }
  EXPECT_GE(by_qid.size(), 400u);
}

TEST_F(OwnTables, SayWhichPlacesAreTheStateAndWhichAreDisputed) {
  std::map<std::string, bool> lift;
  for (const KnownName& row : lexicon_->rows()) {
    if (row.kind == NameKind::place) lift[row.label] = row.lift;
  }
  for (const char* place : {"Istanbul", "Kharkiv", "Abidjan", "Bavière", "Texas", "Gaza", "Cisjordanie"}) {
    ASSERT_TRUE(lift.contains(place)) << place;
    EXPECT_TRUE(lift[place]) << place;
  }
  for (const char* place : {"Crimée", "Haut-Karabakh", "Jérusalem-Est", "Donetsk", "Golan", "Transnistrie", "Tibet",
                            "Catalogne", "Europe", "mer Noire"}) {
    ASSERT_TRUE(lift.contains(place)) << place;
    EXPECT_FALSE(lift[place]) << place;
  }
}

TEST_F(OwnTables, KnowGivenNamesThatAreNoOtherWord) {
  using language::Gender;
  const std::map<std::string, Gender> names = {
      {"Vladimir", Gender::masculine}, {"Sergueï", Gender::masculine}, {"Volodymyr", Gender::masculine},
      {"Mohammed", Gender::masculine}, {"Mevlut", Gender::masculine},  {"Hulusi", Gender::masculine},
      {"Nikol", Gender::masculine},    {"Ararat", Gender::masculine},  {"Assimi", Gender::masculine},
      {"Marine", Gender::feminine},    {"Rose", Gender::feminine},     {"Pierre", Gender::masculine},
      {"Ursula", Gender::feminine},    {"Aminata", Gender::feminine},  {"Claude", Gender::none}};
  for (const auto& [name, gender] : names) {
    bool known = false;
    EXPECT_EQ(lexicon_->given_name_gender(name, known), gender) << name;
    EXPECT_TRUE(known) << name;
  }
  for (const char* word :
       {"Le", "De", "Mai", "Avril", "Paris", "Chine", "Russe", "Président", "Monsieur", "Selon", "Kim"}) {
    bool known = true;
    lexicon_->given_name_gender(word, known);
    EXPECT_FALSE(known) << word;
  }
}

TEST_F(OwnTables, KnowTheGoodsOfTradeReports) {
  const std::map<std::string, std::string> goods = {{"arme", "arms"},
                                                    {"équipement militaire", "arms"},
                                                    {"hydrocarbure", "hydrocarbons"},
                                                    {"coton", "cotton"},
                                                    {"or", "gold"},
                                                    {"riz", "rice"},
                                                    {"ciment hydraulique", "cement"},
                                                    {"graine de sésame", "sesame"},
                                                    {"noix de cajou", "cashew"},
                                                    {"terre rare", "rare-earths"},
                                                    {"gaz naturel liquéfié", "lng"},
                                                    {"semi-conducteur", "semiconductors"}};
  for (const auto& [phrase, id] : goods) EXPECT_EQ(lexicon_->find_commodity(phrase), id) << phrase;
  EXPECT_GE(lexicon_->commodities().size(), 140U);
}

}  // namespace
}  // namespace depeche::lexicon
