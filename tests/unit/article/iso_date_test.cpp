#include "article/input/iso_date.hpp"

#include <gtest/gtest.h>

namespace depeche::article {
namespace {

TEST(IsoDate, EveryPrecision) {
  EXPECT_EQ(parse_iso_date("2024"), (PartialDate{2024, 0, 0}));
  EXPECT_EQ(parse_iso_date("2024-05"), (PartialDate{2024, 5, 0}));
  EXPECT_EQ(parse_iso_date(" 2024-05-17 "), (PartialDate{2024, 5, 17}));
}

TEST(IsoDate, TimesAndZonesKeepTheDayWritten) {
  for (const char* text : {"2024-05-17T08:00:00Z", "2024-05-17T23:59:59.123+02:00", "2024-05-17 08:00",
                           "2024-05-17T08:00:00 UTC", "2024-05-17T08:00:00-0500"}) {
    EXPECT_EQ(parse_iso_date(text), (PartialDate{2024, 5, 17})) << text;
  }
}

TEST(IsoDate, WordsForNothing) {
  for (const char* text : {"", "None", "null", "N/A", "0000-00-00", "NaT"})
    EXPECT_EQ(parse_iso_date(text), PartialDate{}) << text;
}

TEST(IsoDate, NoDates) {
  for (const char* text : {"2024-02-30", "2023-02-29", "2024-13-01", "24-05-17", "2024-5-17", "17/05/2024", "hier",
                           "2024-05-17T8", "2024-05-17x", "2024-00-10", "20240517"}) {
    EXPECT_EQ(parse_iso_date(text), std::nullopt) << text;
  }
  EXPECT_EQ(parse_iso_date("2024-02-29"), (PartialDate{2024, 2, 29}));
}

}  // namespace
}  // namespace depeche::article
