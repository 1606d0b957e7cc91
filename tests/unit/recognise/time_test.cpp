#include "recognise/time.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "language/analyser.hpp"
#include "recognise/quantity.hpp"

namespace depeche::recognise {
namespace {

std::string text_of(const std::optional<Date>& date) {
  if (!date) return "…";
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date->year, date->month, date->day);
  return buffer;
}

const TimeFinder& finder() {
  static const TimeFinder loaded = [] {
    Diagnostics diagnostics;
    const auto quantities = QuantityFinder::load(DEPECHE_SOURCE_DIR "/mappings/fr/units.toml", diagnostics);
    auto found =
        TimeFinder::load(DEPECHE_SOURCE_DIR "/mappings/fr/time.toml", quantities.value().number_words(), diagnostics);
    for (const Diagnostic& d : diagnostics) ADD_FAILURE() << format_diagnostic(d);
    return std::move(found).value();
  }();
  return loaded;
}

/// "words=from/to precision" of every time, joined by "; ". Published on Wednesday 15 May 2024 unless told otherwise.
std::string times_in(std::string_view text, article::PartialDate published = {2024, 5, 15},
                     const TimeFinder& finder = finder()) {
  constexpr const char* words[] = {"day", "month", "quarter", "year", "decade"};
  std::vector<language::Sentence> sentences;
  language::scan(text, 0, static_cast<std::uint32_t>(text.size()), sentences);
  std::string out;
  for (const auto& sentence : sentences) {
    for (const TimeSpan& t : finder.find(text, sentence, published)) {
      if (!out.empty()) out += "; ";
      out +=
          text.substr(sentence.tokens[t.begin].begin, sentence.tokens[t.end - 1U].end - sentence.tokens[t.begin].begin);
      out += "=" + text_of(t.from);
      if (t.to != t.from) out += "/" + text_of(t.to);
      out += std::string(" ") + words[static_cast<std::size_t>(t.precision)];
    }
  }
  return out;
}

TEST(Time, FullDates) {
  EXPECT_EQ(times_in("Il est venu le 12 mai 2019."), "le 12 mai 2019=2019-05-12 day");
  EXPECT_EQ(times_in("Il est venu le jeudi 1er août 2019."), "le jeudi 1er août 2019=2019-08-01 day");
  EXPECT_EQ(times_in("Il est venu le 12/05/2019 et 2019-06-01."),
            "le 12/05/2019=2019-05-12 day; 2019-06-01=2019-06-01 day");
}

TEST(Time, StandsAnywhereInALongSentence) {
  const std::string before =
      "les habitants de cette petite ville où tout manque depuis que le pont fut fermé disent que ";
  for (const std::string time : {"à partir du début de l'année 2019", "jusqu'au cours du mois de mai 2020", "hier soir",
                                 "depuis le début des années 1990", "il y a trois ans", "entre 2015 et 2019"}) {
    EXPECT_NE(times_in(time + " rien ne va"), "") << time;
    EXPECT_EQ(times_in(before + time + " rien ne va"), times_in(time + " rien ne va"));
  }
}

TEST(Time, SourceTellsWhetherThePublicationDateWasNeeded) {
  const std::string text = "Le 12 mai 2019 et lundi";
  std::vector<language::Sentence> sentences;
  language::scan(text, 0, static_cast<std::uint32_t>(text.size()), sentences);
  const auto times = finder().find(text, sentences.at(0), {2024, 5, 15});
  ASSERT_EQ(times.size(), 2U);
  EXPECT_EQ(times[0].source, TimeSource::explicit_);
  EXPECT_EQ(times[1].source, TimeSource::relative);
}

TEST(Time, DaysWithoutAYearLieNear) {
  EXPECT_EQ(times_in("Il est venu le 12 mai."), "le 12 mai=2024-05-12 day");
  EXPECT_EQ(times_in("Il est venu le 20 décembre."), "le 20 décembre=2023-12-20 day");
  EXPECT_EQ(times_in("Il viendra le 20 décembre."), "le 20 décembre=2024-12-20 day");
  EXPECT_EQ(times_in("Il viendra le 16 juillet prochain."), "le 16 juillet prochain=2024-07-16 day");
  EXPECT_EQ(times_in("Il est venu le 3 juin dernier."), "le 3 juin dernier=2023-06-03 day");
  EXPECT_EQ(times_in("mardi 15 mai", {2019, 2, 1}), "mardi 15 mai=2018-05-15 day")
      << "the year in which it is a Tuesday";
}

TEST(Time, Weekdays) {
  EXPECT_EQ(times_in("Il a rencontré lundi son homologue."), "lundi=2024-05-13 day");
  EXPECT_EQ(times_in("Il a rencontré mercredi son homologue."), "mercredi=2024-05-15 day")
      << "the day of writing itself";
  EXPECT_EQ(times_in("Il rencontrera lundi son homologue."), "lundi=2024-05-20 day");
  EXPECT_EQ(times_in("Il est attendu vendredi à Riga."), "vendredi=2024-05-17 day");
  EXPECT_EQ(times_in("Il a parlé jeudi soir, ce lundi et mercredi dernier."),
            "jeudi soir=2024-05-09 day; ce lundi=2024-05-13 day; mercredi dernier=2024-05-08 day");
  EXPECT_EQ(times_in("jeudi prochain"), "jeudi prochain=2024-05-16 day");
  EXPECT_EQ(times_in("dans la nuit de lundi à mardi"), "dans la nuit de lundi à mardi=2024-05-13/2024-05-14 day");
}

TEST(Time, PointersFromTheDayOfWriting) {
  EXPECT_EQ(times_in("hier, avant-hier, aujourd'hui, demain"),
            "hier=2024-05-14 day; avant-hier=2024-05-13 day; aujourd'hui=2024-05-15 day; demain=2024-05-16 day");
  EXPECT_EQ(times_in("la semaine dernière et la semaine prochaine"),
            "la semaine dernière=2024-05-06/2024-05-12 day; la semaine prochaine=2024-05-20/2024-05-26 day");
  EXPECT_EQ(times_in("le mois dernier, l'an dernier, l'année prochaine"),
            "le mois dernier=2024-04-01/2024-04-30 month; l'an dernier=2023-01-01/2023-12-31 year; "
            "l'année prochaine=2025-01-01/2025-12-31 year");
  EXPECT_EQ(times_in("il y a trois jours, il y a deux ans"),
            "il y a trois jours=2024-05-12 day; il y a deux ans=2022-01-01/2022-12-31 year");
}

TEST(Time, MonthsQuartersSeasonsDecades) {
  EXPECT_EQ(times_in("en mai 2023"), "en mai 2023=2023-05-01/2023-05-31 month");
  EXPECT_EQ(times_in("en mai dernier"), "en mai dernier=2023-05-01/2023-05-31 month");
  EXPECT_EQ(times_in("en avril"), "en avril=2024-04-01/2024-04-30 month");
  EXPECT_EQ(times_in("début juin 2020, mi-mars"),
            "début juin 2020=2020-06-01/2020-06-30 month; mi-mars=2024-03-01/2024-03-31 month");
  EXPECT_EQ(times_in("au premier trimestre 2012"), "au premier trimestre 2012=2012-01-01/2012-03-31 quarter");
  EXPECT_EQ(times_in("T2 2011"), "T2 2011=2011-04-01/2011-06-30 quarter");
  EXPECT_EQ(times_in("à l'été 2016"), "à l'été 2016=2016-06-01/2016-08-31 quarter");
  EXPECT_EQ(times_in("dans les années 1990"), "dans les années 1990=1990-01-01/1999-12-31 decade");
  EXPECT_EQ(times_in("au cours de l'année 2019"), "au cours de l'année 2019=2019-01-01/2019-12-31 year");
  EXPECT_EQ(times_in("fin 2017"), "fin 2017=2017-01-01/2017-12-31 year");
}

TEST(Time, OpenEnds) {
  EXPECT_EQ(times_in("depuis 2000"), "depuis 2000=2000-01-01/… year");
  EXPECT_EQ(times_in("depuis le début des années 2000"), "depuis le début des années 2000=2000-01-01/… year");
  EXPECT_EQ(times_in("depuis 15 ans"), "depuis 15 ans=2009-01-01/… year");
  EXPECT_EQ(times_in("depuis septembre"), "depuis septembre=2023-09-01/… month");
  EXPECT_EQ(times_in("à partir de 2025"), "à partir de 2025=2025-01-01/… year");
  EXPECT_EQ(times_in("jusqu'au 12 juin"), "jusqu'au 12 juin=…/2024-06-12 day");
  EXPECT_EQ(times_in("d'ici à 2035"), "d'ici à 2035=…/2035-12-31 year");
}

TEST(Time, Ranges) {
  EXPECT_EQ(times_in("entre 2015 et 2019"), "entre 2015 et 2019=2015-01-01/2019-12-31 year");
  EXPECT_EQ(times_in("de 1995 à 2023"), "de 1995 à 2023=1995-01-01/2023-12-31 year");
  EXPECT_EQ(times_in("2014-2017"), "2014-2017=2014-01-01/2017-12-31 year");
  EXPECT_EQ(times_in("Du 30 mars au 2 avril"), "Du 30 mars au 2 avril=2024-03-30/2024-04-02 day");
  EXPECT_EQ(times_in("31 mars au 2 avril 2021"), "31 mars au 2 avril 2021=2021-03-31/2021-04-02 day");
  EXPECT_EQ(times_in("du 28 décembre au 3 janvier 2024"), "du 28 décembre au 3 janvier 2024=2023-12-28/2024-01-03 day");
  EXPECT_EQ(times_in("les 11 et 12 avril"), "les 11 et 12 avril=2024-04-11/2024-04-12 day");
  EXPECT_EQ(times_in("12-14 septembre 2023"), "12-14 septembre 2023=2023-09-12/2023-09-14 day");
  EXPECT_EQ(times_in("d'avril à décembre 1916"), "d'avril à décembre 1916=1916-04-01/1916-12-31 month");
}

TEST(Time, WithoutAPublicationDateRelativeTimesAreLeftOut) {
  EXPECT_EQ(times_in("lundi, hier, en mai, l'an dernier, le 12 mai, depuis 15 ans, en 2019", {}),
            "en 2019=2019-01-01/2019-12-31 year");
  EXPECT_EQ(times_in("lundi, l'an dernier", {2024, 0, 0}), "l'an dernier=2023-01-01/2023-12-31 year");
}

TEST(Time, FiguresThatAreNoYears) {
  EXPECT_EQ(times_in("2000 soldats, près de 2000 personnes, la résolution 1701, quelque 1900 chars"), "");
  EXPECT_EQ(times_in("Il a été reçu à 20h30, il a été élu."), "") << "été is a participle";
  EXPECT_EQ(times_in("La sonde approche de Mars."), "");
  EXPECT_EQ(times_in("En 2018 54 Estoniens sont rentrés."), "En 2018=2018-01-01/2018-12-31 year");
}

}  // namespace
}  // namespace depeche::recognise
