#include "rdf/iri.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "rdf/prefixes.hpp"

namespace depeche::rdf {
namespace {

TEST(MakeIri, TakesWhatRfc3987Allows) {
  for (const char* text : {
           "http://www.wikidata.org/entity/Q159",
           "https://w3id.org/depeche/ontology#importsFrom",
           "https://exemple.fr/société/été?q=pétrole&page=2#résumé",
           "http://user:pass@[2001:db8::1]:8080/a//b;c=d,e/..?x?y/z#",
           "http://192.0.2.1/%C3%A9",
           "http://a/?\U000F1234",
           "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
           "mailto:jean@exemple.fr",
           "file:///etc/passwd",
           "tag:exemple.fr,2024:x",
           "http://例え.jp/テスト/😀",
           "http://",
       }) {
    EXPECT_TRUE(make_iri(text)) << text << ": " << make_iri(text).error().message;
  }
}

TEST(MakeIri, SaysWhatIsWrongAndWhere) {
  struct Case {
    std::string text;
    std::size_t fault;
  };
  const std::string nul("http://a/\0b", 11);
  for (const Case& c : {
           Case{"", 0},
           Case{"http", 4},
           Case{"http:", 5},
           Case{"/relative", 0},
           Case{"1http://a", 0},
           Case{"ht_tp://a", 2},
           Case{" http://a", 0},
           Case{"http://a b/", 8},
           Case{"http://a/b c", 10},
           Case{"http://a/<b>", 9},
           Case{"http://a/\"b", 9},
           Case{"http://a/{b}", 9},
           Case{"http://a/b|c", 10},
           Case{"http://a/b\\c", 10},
           Case{"http://a/b^c", 10},
           Case{"http://a/b`c", 10},
           Case{"http://a/b\nc", 10},
           Case{nul, 9},
           Case{"http://a/100%", 12},
           Case{"http://a/%zz", 9},
           Case{"http://a/[b]", 9},
           Case{"http://a/#b#c", 11},
           Case{"http://a:80x/", 11},
           Case{"http://[::1/", 11},
           Case{"http://a@b@c/", 10},
           Case{"http://a/\xC3", 9},
           Case{"http://a/\xE9t\xE9", 9},
           Case{"http://a/\u202E\uFFFE", 12},
           Case{"http://a/\uE000", 9},  // private use is for the query
           Case{"http://a/\u0085", 9},
           Case{"http://a/\uFDD0", 9},
       }) {
    EXPECT_EQ(find_iri_fault(c.text), c.fault) << testing::PrintToString(c.text);
    EXPECT_FALSE(make_iri(c.text));
  }
  EXPECT_EQ(make_iri("http://a/b c").error().message, "not an absolute IRI: 'http://a/b c' (U+0020 at byte 10)");
  EXPECT_EQ(make_iri("http:").error().message, "not an absolute IRI: 'http:' ends too early");
  EXPECT_EQ(make_iri("a:\xFF").error().message, "not an IRI: invalid UTF-8 at byte 2");
}

TEST(Namespace, MakesIrisOfSafeLocalNames) {
  const Namespace wd("http://www.wikidata.org/entity/");
  EXPECT_EQ(wd("Q159").text(), "http://www.wikidata.org/entity/Q159");
  EXPECT_EQ(wd.below("statement/")("s-1.x_y").text(), "http://www.wikidata.org/entity/statement/s-1.x_y");
  for (const char* bad : {"", "a b", "a/b", "a#b", "é", "a:b", "%20", ">"}) {
    EXPECT_THROW(wd(bad), std::invalid_argument) << bad;
  }
  EXPECT_THROW(Namespace("http://a"), std::invalid_argument);
  EXPECT_FALSE(Namespace::make("http://a b/"));
  EXPECT_FALSE(Namespace::make("data/"));
  EXPECT_FALSE(Namespace::make(""));
  EXPECT_TRUE(Namespace::make("https://données.exemple.fr/#"));
}

TEST(Prefixes, AbbreviateOnlyWhatEveryReaderTakes) {
  Prefixes prefixes;
  prefixes.add("ent", Namespace("https://x.org/entity/"));
  prefixes.add("dp", Namespace("https://x.org/ontology#"));
  std::string out;
  EXPECT_TRUE(prefixes.abbreviate("https://x.org/entity/person.to-lam", out));
  EXPECT_EQ(out, "ent:person.to-lam");
  EXPECT_TRUE(prefixes.abbreviate("https://x.org/entity/0a-1", out));
  EXPECT_EQ(out, "ent:0a-1");
  EXPECT_TRUE(prefixes.abbreviate("https://x.org/ontology#Claim", out));
  EXPECT_EQ(out, "dp:Claim");
  for (const char* iri :
       {"https://x.org/entity/", "https://x.org/entity/a/b", "https://x.org/entity/a#b", "https://x.org/entity/a.",
        "https://x.org/entity/-a", "https://x.org/entity/.a", "https://x.org/entity/é", "https://x.org/entity/a%20",
        "https://x.org/entit", "https://y.org/a"}) {
    EXPECT_FALSE(prefixes.abbreviate(iri, out)) << iri;
  }
}

TEST(Prefixes, RefuseBadAndRepeatedNames) {
  Prefixes prefixes;
  prefixes.add("g", Namespace("https://x.org/graph/"));
  EXPECT_THROW(prefixes.add("g", Namespace("https://y.org/")), std::invalid_argument);
  EXPECT_THROW(prefixes.add("", Namespace("https://y.org/")), std::invalid_argument);
  EXPECT_THROW(prefixes.add("a b", Namespace("https://y.org/")), std::invalid_argument);
  EXPECT_THROW(prefixes.add("1a", Namespace("https://y.org/")), std::invalid_argument);
}

}  // namespace
}  // namespace depeche::rdf
