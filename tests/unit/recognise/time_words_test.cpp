// The file of the words of time: its faults are told at their place, and what it says holds without recompilation.
#include "recognise/time_words.hpp"

#include <gtest/gtest.h>

#include "base/mapped_file.hpp"
#include "language/analyser.hpp"
#include "recognise/time.hpp"
#include "tables.hpp"

namespace depeche::recognise {
namespace {

std::string faults_in(const std::string& toml) {
  Diagnostics diagnostics;
  TimeWords::parse(toml, "time.toml", {}, diagnostics);
  return faults(diagnostics);
}

TEST(TimeWords, FaultsArePlaced) {
  EXPECT_EQ(faults_in("[month]\nnouns = [\"mois\"]\nopener = [\"mi\"]\n"),
            "time.toml:3:1: unknown key 'opener' [time-unknown-key] did you mean 'openers'?\n");
  EXPECT_EQ(faults_in("[months]\njanvier = 1\nbrumaire = 13\n"),
            "time.toml:3:12: 'brumaire' has to be a whole number from 1 to 12 [time-wrong-type]\n");
  EXPECT_EQ(faults_in("[months]\n\"août\" = 8\naout = 8\n"),
            "time.toml:3:1: 'aout' stands here already [time-duplicate-word]\n");
  EXPECT_EQ(faults_in("[spans]\nday = [\"jour\"]\nweek = [\"semaine\",\n  \"jour\"]\n"),
            "time.toml:4:3: 'jour' stands here already [time-duplicate-word]\n");
  EXPECT_EQ(faults_in("[days]\nparts = \"matin\"\n"),
            "time.toml:2:9: 'parts' has to be a list of strings [time-wrong-type]\n");
  EXPECT_EQ(faults_in("[days]\nparts = [\"matin\", 3]\n"),
            "time.toml:2:19: 'parts' takes strings that are not empty [time-wrong-type]\n");
  EXPECT_EQ(faults_in("month = 3\n"), "time.toml:1:9: 'month' has to be a table [time-wrong-type]\n");
  EXPECT_EQ(faults_in("[months\n").substr(0, 14), "time.toml:1:8:");
}

TEST(TimeWords, AnAddedWordIsRead) {
  std::string toml = read_file(DEPECHE_SOURCE_DIR "/mappings/fr/time.toml").value();
  add_behind(toml, "[weekdays]\n", "duodi = 2\n");
  add_behind(toml, "[from_today]\n", "\"tantôt\" = 1\n");
  Diagnostics diagnostics;
  const TimeFinder finder(TimeWords::parse(toml, "time.toml", {}, diagnostics));
  EXPECT_EQ(faults(diagnostics), "");
  const std::string text = "Il parle duodi et tantôt.";
  std::vector<language::Sentence> sentences;
  language::scan(text, 0, static_cast<std::uint32_t>(text.size()), sentences);
  const auto times = finder.find(text, sentences.at(0), {2024, 5, 15});  // a Wednesday
  ASSERT_EQ(times.size(), 2U);
  EXPECT_EQ(times[0].from, (Date{2024, 5, 14}));
  EXPECT_EQ(times[1].from, (Date{2024, 5, 16}));
}

}  // namespace
}  // namespace depeche::recognise
