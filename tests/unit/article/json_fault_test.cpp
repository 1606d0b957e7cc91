#include "article/input/json_fault.hpp"

#include <gtest/gtest.h>

#include <string>

namespace depeche::article {
namespace {

std::string fault_of(std::string_view text) {
  const auto fault = find_json_fault(text, 64);
  return fault ? fault->code + "@" + std::to_string(fault->offset) : "none";
}

TEST(JsonFault, NothingWrong) {
  for (const char* text :
       {"{}", "[]", "[[],{}]", R"({"a":[1,-0.5e+3,true,null],"b":"é\n\u00e9\ud83d\ude00"} )", "3", "\"\""}) {
    EXPECT_EQ(fault_of(text), "none") << text;
  }
}

TEST(JsonFault, FindsThePlace) {
  EXPECT_EQ(fault_of(R"({"a":1)"), "json-truncated@6");
  EXPECT_EQ(fault_of(R"({"a":"b)"), "json-truncated@7");
  EXPECT_EQ(fault_of(""), "json-truncated@0");
  EXPECT_EQ(fault_of(R"({"a" 1})"), "json-syntax@5");
  EXPECT_EQ(fault_of(R"({a:1})"), "json-syntax@1");
  EXPECT_EQ(fault_of(R"({"a":1,})"), "json-syntax@7");
  EXPECT_EQ(fault_of(R"({"a":1} x)"), "json-syntax@8");
  EXPECT_EQ(fault_of(R"([01])"), "json-syntax@2");
  EXPECT_EQ(fault_of(R"(["\x"])"), "json-syntax@3");
  EXPECT_EQ(fault_of(R"([nul])"), "json-syntax@4");
  EXPECT_EQ(fault_of(R"(["a" 2])"), "json-syntax@5");
}

TEST(JsonFault, LoneSurrogatesAndControlCharacters) {
  EXPECT_EQ(fault_of(R"(["\ud83d"])"), "json-lone-surrogate@2");
  EXPECT_EQ(fault_of(R"(["x\ude00"])"), "json-lone-surrogate@3");
  EXPECT_EQ(fault_of(R"(["\ud83d\u0041"])"), "json-lone-surrogate@2");
  EXPECT_EQ(fault_of("[\"a\tb\"]"), "json-control-character@3");
}

TEST(JsonFault, DepthIsBounded) {
  EXPECT_EQ(fault_of(std::string(100000, '[')), "json-depth@64");
}

}  // namespace
}  // namespace depeche::article
