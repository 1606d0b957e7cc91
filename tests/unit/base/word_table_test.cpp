#include "base/word_table.hpp"

#include <gtest/gtest.h>

#include <string>

namespace depeche {
namespace {

TEST(WordTable, FindsWhatWasPutIn) {
  WordTable<int> table;
  EXPECT_EQ(table.find("un"), nullptr);
  for (int i = 0; i < 1000; ++i) EXPECT_TRUE(table.insert("mot" + std::to_string(i), i));
  for (int i = 0; i < 1000; ++i) {
    const int* const found = table.find("mot" + std::to_string(i));
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(*found, i);
  }
  EXPECT_EQ(table.find("mot"), nullptr);
  EXPECT_EQ(table.find("mot1000"), nullptr);
  EXPECT_EQ(table.find("tom1"), nullptr);
  EXPECT_EQ(table.get("mot7", -1), 7);
  EXPECT_EQ(table.get("sept", -1), -1);
}

TEST(WordTable, TakesAWordOnce) {
  WordTable<int> table;
  EXPECT_TRUE(table.insert("un", 1));
  EXPECT_FALSE(table.insert("un", 2));
  EXPECT_FALSE(table.insert("", 3));
  EXPECT_EQ(table.get("un", 0), 1);
  EXPECT_EQ(table.find(""), nullptr);
  EXPECT_EQ(table.entries().size(), 1U);
}

TEST(WordTable, WordsOfEveryLength) {
  WordSet words;
  for (std::size_t size = 1; size < 200; ++size) EXPECT_TRUE(words.insert(std::string(size, 'a')));
  for (std::size_t size = 1; size < 200; ++size) EXPECT_TRUE(words.contains(std::string(size, 'a')));
  EXPECT_FALSE(words.contains(std::string(200, 'a')));
  EXPECT_FALSE(words.contains("été"));
}

TEST(WordTable, IsCopiedWhole) {
  WordTable<int> table;
  table.insert("cent", 100);
  const WordTable<int> copy = table;
  table = {};
  EXPECT_EQ(copy.get("cent", 0), 100);
  EXPECT_FALSE(table.contains("cent"));
}

}  // namespace
}  // namespace depeche
