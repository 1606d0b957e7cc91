// How names are found, on small tables.
#include "lexicon/names.hpp"

#include "lexicon/words.hpp"
#include "tables_fixture.hpp"

namespace depeche::lexicon {
namespace {

class Names : public TablesFixture {
 protected:
  /// "words label form" of each match.
  static std::vector<std::string> match(const NameLexicon& lexicon, std::string_view text) {
    std::vector<NameMatch> matches;
    const auto words = cut_words(text);
    const std::size_t taken = lexicon.longest_match(words, matches);
    std::vector<std::string> found;
    for (const NameMatch& m : matches) {
      found.push_back(std::to_string(taken) + " " + lexicon.rows()[m.row].label + " " +
                      std::to_string(static_cast<int>(m.form)));
    }
    EXPECT_EQ(taken == 0, matches.empty());
    return found;
  }
  using Found = std::vector<std::string>;
};

TEST_F(Names, TakesTheLongest) {
  const auto lexicon = load();
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(match(*lexicon, "Fédération de Russie hier"), (Found{"3 Russie 0"}));
  EXPECT_EQ(match(*lexicon, "Fédération de football"), Found{});
  EXPECT_EQ(match(*lexicon, "Russie"), (Found{"1 Russie 0"}));
  EXPECT_EQ(match(*lexicon, "Kremlin"), (Found{"1 Russie 6"}));
  EXPECT_EQ(match(*lexicon, "Russes"), (Found{"1 Russie 2"}));
  EXPECT_EQ(match(*lexicon, ""), Found{});
}

TEST_F(Names, AccentsApostrophesAndLaterCapitalsDoNotCount) {
  const auto lexicon = load();
  ASSERT_TRUE(lexicon);
  for (const char* text : {"Côte d'Ivoire", "Cote d’Ivoire", "CÔTE D'IVOIRE", "Côte d'ivoire"}) {
    EXPECT_EQ(match(*lexicon, text), (Found{"3 Côte d'Ivoire 0"})) << text;
  }
  EXPECT_EQ(match(*lexicon, "côte d'Ivoire"), Found{});
  EXPECT_EQ(match(*lexicon, "moscou"), Found{});
}

TEST_F(Names, ShortWordsNeedTheirCapitals) {
  const auto lexicon = load();
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(match(*lexicon, "Le Brun"), (Found{"2 Paul Le Brun 0"}));
  EXPECT_EQ(match(*lexicon, "Le brun"), Found{});
  EXPECT_EQ(match(*lexicon, "UDP"), (Found{"1 Union des ports 1"}));
  EXPECT_EQ(match(*lexicon, "Udp"), Found{});
  EXPECT_EQ(match(*lexicon, "XU"), Found{});
  EXPECT_EQ(match(*lexicon, "Xu"), (Found{"1 Paul Le Brun 0"}));
}

TEST_F(Names, RowsCarryWhatTheTablesSay) {
  const auto lexicon = load();
  ASSERT_TRUE(lexicon);
  const KnownName& place = lexicon->rows()[3];
  EXPECT_EQ(place.kind, NameKind::place);
  EXPECT_EQ(place.iso, "RU");
  EXPECT_FALSE(place.lift);
  const KnownName& person = lexicon->rows()[4];
  EXPECT_EQ(person.kind, NameKind::person);
  EXPECT_EQ(person.gender, language::Gender::masculine);
  ASSERT_EQ(person.offices.size(), 1U);
  EXPECT_EQ(person.offices[0].office, "président");
  EXPECT_EQ(person.offices[0].from, "2012");
  EXPECT_EQ(person.offices[0].to, "");
  EXPECT_EQ(person.names, (std::vector<std::string>{"Paul Le Brun", "Le Brun", "Xu"}));
}

TEST_F(Names, OfficesByAnyFormAndLongest) {
  const auto lexicon = load();
  ASSERT_TRUE(lexicon);
  for (const char* form : {"président", "Présidentes", "presidente"}) {
    ASSERT_NE(lexicon->find_office(form), nullptr) << form;
    EXPECT_EQ(lexicon->find_office(form)->canonical, "président");
  }
  EXPECT_TRUE(lexicon->find_office("président")->of_organisation);
  EXPECT_FALSE(lexicon->find_office("président")->person_title);
  EXPECT_EQ(lexicon->find_office("ministre"), nullptr);
  const OfficeNoun* office = nullptr;
  const std::vector<std::string_view> words = {"première", "ministre", "sortante"};
  EXPECT_EQ(lexicon->longest_office(words, office), 2U);
  ASSERT_NE(office, nullptr);
  EXPECT_EQ(office->canonical, "Premier ministre");
  EXPECT_EQ(lexicon->longest_office(std::span(words).subspan(1), office), 0U);
  EXPECT_EQ(office, nullptr);
}

TEST_F(Names, GivenNames) {
  const auto lexicon = load();
  ASSERT_TRUE(lexicon);
  bool known = false;
  EXPECT_EQ(lexicon->given_name_gender("Marie", known), language::Gender::feminine);
  EXPECT_TRUE(known);
  EXPECT_EQ(lexicon->given_name_gender("Jean-Marie", known), language::Gender::masculine);
  EXPECT_TRUE(known);
  EXPECT_EQ(lexicon->given_name_gender("Claude", known), language::Gender::none);
  EXPECT_TRUE(known);
  for (const char* word : {"marie", "Jean-Port", "Port", "-", ""}) {
    lexicon->given_name_gender(word, known);
    EXPECT_FALSE(known) << word;
  }
}

TEST_F(Names, DemonymsAndCommodities) {
  const auto lexicon = load();
  ASSERT_TRUE(lexicon);
  ASSERT_EQ(lexicon->find_demonym("russes").size(), 1U);
  EXPECT_EQ(lexicon->find_demonym("russes")[0].form, NameForm::demonym_adjective);
  ASSERT_EQ(lexicon->find_demonym("russo").size(), 1U);
  EXPECT_EQ(lexicon->find_demonym("russo")[0].form, NameForm::demonym_prefix);
  EXPECT_TRUE(lexicon->find_demonym("moscou").empty());
  EXPECT_EQ(lexicon->find_commodity("Matériel militaire"), "arms");
  EXPECT_EQ(lexicon->find_commodity("matériel"), "");
  const Commodity* commodity = nullptr;
  const std::vector<std::string_view> lemmas = {"matériel", "militaire", "russe"};
  EXPECT_EQ(lexicon->longest_commodity(lemmas, commodity), 2U);
  ASSERT_NE(commodity, nullptr);
  EXPECT_EQ(commodity->label_en, "arms");
}

TEST_F(Names, UserFilesAddAndExtend) {
  const std::string persons = write("equipe.tsv",
                                    "label\tgender\tnames\toffices\n"
                                    "Ada Kern\tf\tKern\tprésident@Union des ports@\n"
                                    "Paul Le Brun\tm\tBrun\tPremier ministre@CI@\n");
  std::filesystem::create_directories(folder_ / "own");
  const std::string countries =
      write("own/countries.tsv", "iso\tlabel\tgender\tnumber\tnames\nRU\tRussie\tf\ts\tRouski Mir\n");
  const auto lexicon = load({persons, countries});
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(faults(), std::vector<std::string>{});
  EXPECT_EQ(match(*lexicon, "Kern"), (Found{"1 Ada Kern 0"}));
  EXPECT_EQ(match(*lexicon, "Brun"), (Found{"1 Paul Le Brun 0"}));
  EXPECT_EQ(match(*lexicon, "Rouski Mir"), (Found{"2 Russie 0"}));
  EXPECT_EQ(lexicon->rows().size(), 6U);
  EXPECT_EQ(lexicon->rows()[4].offices.size(), 2U);
}

}  // namespace
}  // namespace depeche::lexicon
