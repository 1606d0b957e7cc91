// Lexicons of users in Turtle.
#include "tables_fixture.hpp"

namespace depeche::lexicon {
namespace {

class TurtleNames : public TablesFixture {
 protected:
  const std::string head_ =
      "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
      "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
      "@prefix dp: <https://w3id.org/depeche/ontology#> .\n"
      "@prefix wd: <http://www.wikidata.org/entity/> .\n";

  /// The faults of a file that begins with the prefixes: what is given begins on line 5.
  std::vector<std::string> faults_of(const std::string& turtle) {
    EXPECT_TRUE(load({write("own.ttl", head_ + turtle)}));
    return faults();
  }
};

using Faults = std::vector<std::string>;

TEST_F(TurtleNames, BringEntitiesAsTablesDo) {
  const auto names = load({write("own.ttl", head_ + R"(
wd:Q999999 a dp:Person ; rdfs:label "Anna Kovacs"@fr , "Kovacs Anna"@hu ;
  skos:altLabel "A. Kovacs" ; dp:gender "f" ; dp:isoCode "RU" ; dp:office "présidente@RU@2020..2024" .
<urn:oaf> a dp:Organization ; rdfs:label "Amis du fleuve" ; dp:acronym "ADF" ; dp:kind "ngo" .
)")});
  ASSERT_TRUE(names);
  EXPECT_EQ(faults(), Faults{});
  const auto find = [&](std::string_view label) {
    for (const KnownName& row : names->rows()) {
      if (row.label == label) return row;
    }
    return KnownName{};
  };
  const KnownName person = find("Anna Kovacs"), group = find("Amis du fleuve");
  EXPECT_EQ(person.qid, "Q999999");
  EXPECT_EQ(person.gender, language::Gender::feminine);
  EXPECT_EQ(person.names, (std::vector<std::string>{"Anna Kovacs", "A. Kovacs"}));
  ASSERT_EQ(person.offices.size(), 1u);
  EXPECT_EQ(person.offices[0].to, "2024");
  EXPECT_EQ(group.kind, NameKind::organisation);
  EXPECT_EQ(group.qid, "");
  EXPECT_EQ(group.type, "ngo");
  std::vector<NameMatch> matches;
  const std::string_view acronym = "ADF";
  EXPECT_EQ(names->longest_match(std::span(&acronym, 1), matches), 1u);
}

TEST_F(TurtleNames, FaultsStandOnTheirLines) {
  EXPECT_EQ(faults_of("<urn:a> a dp:Person .\n"), Faults{"5:0 names-missing-value"});
  EXPECT_EQ(faults_of("<urn:a> rdfs:label \"A\" .\n"), Faults{"5:0 names-no-class"});
  EXPECT_EQ(faults_of("<urn:a> a dp:Persn ; rdfs:label \"A\" .\n"),
            (Faults{"5:0 names-unknown-class", "5:0 names-no-class"}));
  const std::string person = "<urn:a> a dp:Person ;\n rdfs:label \"A\" ;\n ";
  EXPECT_EQ(faults_of(person + "dp:gendr \"f\" .\n"), Faults{"7:0 names-unknown-property"});
  EXPECT_EQ(faults_of(person + "dp:gender \"x\" .\n"), Faults{"7:0 names-bad-value"});
  EXPECT_EQ(faults_of(person + "dp:isoCode \"XX\" .\n"), Faults{"7:0 names-unknown-country"});
  EXPECT_EQ(faults_of(person + "dp:office \"roi\" .\n"), Faults{"7:0 names-bad-office"});
  EXPECT_EQ(faults_of(person + "dp:office \"président@RU@2012..\" ,\n \"roi@RU\" .\n"),
            Faults{"8:0 names-unknown-office"});
  EXPECT_EQ(faults_of(person + "rdfs:label \"B\" .\n"), Faults{"7:0 names-two-values"});
  EXPECT_EQ(faults_of(person + "skos:altLabel \"A|B\" .\n"), Faults{"7:0 names-bad-value"});
  EXPECT_EQ(faults_of(person + "skos:altLabel <urn:b> .\n"), Faults{"7:0 names-bad-value"});
  EXPECT_EQ(faults_of(person + "dp:capital \"B\" .\n"), Faults{"7:0 names-unknown-property"});
  EXPECT_EQ(faults_of(person + "a dp:Place .\n"), Faults{"7:0 names-two-classes"});
  EXPECT_EQ(faults_of("wd:P31 a dp:Person ;\n rdfs:label \"A\" .\n"), Faults{"5:0 names-bad-qid"});
  EXPECT_EQ(faults_of("[] a dp:Person .\n"), (Faults{"5:0 names-bad-subject", "0:0 names-empty"}));
  EXPECT_EQ(faults_of("<urn:a> a dp:Person ; rdfs:label no:thing .\n"), Faults{"5:0 rdf-undefined-prefix"});
  EXPECT_EQ(faults_of(""), Faults{"0:0 names-empty"});
}

}  // namespace
}  // namespace depeche::lexicon
