// What a person who writes a table is told: place, code, expectation, hint.
#include "tables_fixture.hpp"

namespace depeche::lexicon {
namespace {

using Faults = std::vector<std::string>;

class NameFaults : public TablesFixture {};

TEST_F(NameFaults, SoundTablesGiveNone) {
  ASSERT_TRUE(load());
  EXPECT_EQ(faults(), Faults{});
}

TEST_F(NameFaults, UnknownColumnHasHint) {
  write("places.tsv", "label\tname\tiso\ttype\nOdessine\t-\tRU\tcity\n");
  ASSERT_TRUE(load());
  EXPECT_EQ(faults(), (Faults{"1:7 names-unknown-column"}));
  EXPECT_EQ(diagnostics_[0].hint, "did you mean 'names'?");
  EXPECT_TRUE(diagnostics_[0].file.ends_with("places.tsv"));
  EXPECT_EQ(diagnostics_[0].source_line, "label\tname\tiso\ttype");
}

TEST_F(NameFaults, AllFaultsOfAFileAreReported) {
  write("countries.tsv",
        "# comment\n"
        "iso\tqid\tlabel\tgender\tnumber\tnames\n"
        "RU\t159\tRussie\tf\ts\t-\n"
        "FRA\tQ142\tFrance\tf\ts\t-\n"
        "DE\tQ183\tAllemagne\tfem\ts\t-\n"
        "AT\tQ40\tÖsterreich\tf\ts\tAllemagne|\n"
        "AT\tQ41\tAutriche\tf\ts\t-\n"
        "CH\tQ39\t-\tf\ts\t-\n"
        "BE\tQ31\tBelgique\n");
  ASSERT_TRUE(load());
  EXPECT_EQ(faults(), (Faults{"3:4 names-bad-qid", "4:1 names-bad-iso", "5:19 names-bad-value", "6:33 names-bad-item",
                              "6:23 names-duplicate-name", "7:1 names-duplicate-row", "8:8 names-missing-value",
                              "9:1 names-cell-count"}));
}

TEST_F(NameFaults, HeaderFaults) {
  write("given-names.tsv", "name\tname\nJean\tJean\n");
  write("commodities.tsv", "# only a comment\n");
  ASSERT_TRUE(load());
  EXPECT_EQ(faults(), (Faults{"1:6 names-duplicate-column", "1:1 names-missing-column", "0:0 names-no-header"}));
}

TEST_F(NameFaults, EncodingFaultsStopTheFileOnly) {
  write("given-names.tsv", "name\tgender\nJos\xE9\tm\n");
  write("places.tsv", "label\ttype\r\nOdessine\tcity\r\n");
  write("organisations.tsv", "label\ttype\nE\xCC\x81lan\tparty\n");
  const auto lexicon = load();
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(faults(), (Faults{"2:1 names-not-nfc", "1:11 names-carriage-return", "2:4 names-not-utf8"}));
  EXPECT_EQ(lexicon->country_row("RU"), 0);
}

TEST_F(NameFaults, ReferencesAreCheckedAcrossTables) {
  write("persons.tsv",
        "label\tiso\toffices\n"
        "Ada Kern\tRUS\tprésidant@RU@2012..|président@Union des port@..2013\n"
        "Bo Lind\tRU\tPremier ministre du port@Union des "
        "ports|président|président@RU@2013-02..|président@RU@2014..2013\n");
  write("commodities.tsv",
        "id\tlabel\tlabel_en\tlemmas\tparent\ntanks\tchars\ttanks\tchar\tarm\narms\tarmes\tarms\tarme\t-\n");
  ASSERT_TRUE(load());
  EXPECT_EQ(faults(), (Faults{"3:53 names-bad-office", "3:76 names-bad-date", "3:99 names-bad-date",
                              "2:24 names-unknown-commodity", "2:10 names-unknown-country", "2:14 names-unknown-office",
                              "2:44 names-unknown-jurisdiction"}));
  for (const Diagnostic& d : diagnostics_) {
    if (d.code == "names-unknown-office") EXPECT_EQ(d.hint, "did you mean 'président'?");
    if (d.code == "names-unknown-jurisdiction") EXPECT_EQ(d.hint, "did you mean 'Union des ports'?");
  }
}

TEST_F(NameFaults, NamesOfTwoOwners) {
  write("offices.tsv", "canonical\tfeminine\nprésident\tprésidente\nPrésidente\t-\n");
  write("given-names.tsv", "name\tgender\nRené\tm\nRene\tf\n");
  write("commodities.tsv", "id\tlabel\tlemmas\narms\tarmes\tarme\ntanks\tchars\tchar|Arme\nA b\tc\td\n");
  write("persons.tsv", "label\n");
  ASSERT_TRUE(load());
  EXPECT_EQ(faults(), (Faults{"3:1 names-duplicate-name", "3:1 names-duplicate-name", "3:18 names-duplicate-name",
                              "4:1 names-bad-id"}));
}

TEST_F(NameFaults, MissingTableIsAWarningMissingFolderAnError) {
  std::filesystem::remove(folder_ / "places.tsv");
  ASSERT_TRUE(load());
  EXPECT_EQ(faults(), (Faults{"0:0 names-missing-table"}));
  EXPECT_FALSE(has_errors(diagnostics_));

  Diagnostics diagnostics;
  const auto nowhere = NameLexicon::load((folder_ / "nowhere").string(), {}, diagnostics);
  ASSERT_FALSE(nowhere);
  EXPECT_NE(nowhere.error().message.find("nowhere"), std::string::npos);
  EXPECT_FALSE(load({(folder_ / "absent.tsv").string()}));
}

TEST_F(NameFaults, UserFileOfUnknownKind) {
  ASSERT_TRUE(load({write("mine.tsv", "colour\tshape\nred\tround\n"), write("both.tsv", "label\ttype\nX\tcity\n")}));
  EXPECT_EQ(faults(), (Faults{"1:1 names-unknown-table", "1:1 names-ambiguous-table"}));
}

}  // namespace
}  // namespace depeche::lexicon
