#include "store/http.hpp"

#include <gtest/gtest.h>

namespace depeche::store {
namespace {

TEST(Http, RepeatsWhatMayPass) {
  for (const long status : {408, 425, 429, 500, 502, 503, 504}) EXPECT_TRUE(is_worth_repeating(status)) << status;
  for (const long status : {200, 204, 301, 400, 401, 403, 404, 405, 409, 411, 413, 415, 422, 501, 505, 507}) {
    EXPECT_FALSE(is_worth_repeating(status)) << status;
  }
}

TEST(Http, EncodesForms) {
  EXPECT_EQ(percent_encode("a b&é=+~"), "a%20b%26%C3%A9%3D%2B~");
  EXPECT_EQ(form_body({{"query", "ASK {}"}, {"format", "x/y"}}), "query=ASK%20%7B%7D&format=x%2Fy");
}

}  // namespace
}  // namespace depeche::store
