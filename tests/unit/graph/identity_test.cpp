#include "graph/identity.hpp"

#include <gtest/gtest.h>

#include "base/digest.hpp"
#include "sample.hpp"

namespace depeche::graph {
namespace {

using Type = extract::QualifierValue::Type;

class IdentityTest : public testing::Test {
 protected:
  std::string key(const extract::Claim& claim) {
    const EntityTerms entities(extraction_.entities, names_);
    const RelationTerms terms(sample::table()[claim.relation], names_);
    const auto subjects = entities.distinct(claim.subjects), objects = entities.distinct(claim.objects);
    return relation_key({claim, terms, subjects, objects}, entities, "0123456789abcdef");
  }

  Namespaces names_{rdf::Namespace(default_base)};
  extract::Extraction extraction_ = sample::article();
};

TEST_F(IdentityTest, StatesAreRolesAndKeyQualifierWithoutDate) {
  extract::Claim claim = sample::import_of_arms();
  EXPECT_EQ(key(claim), "import|importer=Q881|exporter=Q159|commodity=arms");
  claim.time = sample::on_day(2024, 6, 19);
  claim.qualifiers.emplace_back("place", extract::QualifierValue{Type::phrase, "Genève"});
  EXPECT_EQ(key(claim), "import|importer=Q881|exporter=Q159|commodity=arms");
  claim.qualifiers.clear();
  EXPECT_EQ(key(claim), "import|importer=Q881|exporter=Q159");
}

TEST_F(IdentityTest, KeyQualifiersComeFromPhrasesAndEntitiesToo) {
  extract::Claim claim = sample::claim(sample::import_, {sample::vietnam}, {sample::russia});
  claim.qualifiers = {{"commodity", {Type::phrase, "Blé tendre"}}, {"commodity", {Type::concept_, "arms"}}};
  EXPECT_EQ(key(claim), "import|importer=Q881|exporter=Q159|commodity=arms,ble-tendre");
  claim.qualifiers = {{"commodity", {Type::entity, "", sample::otan}}};
  EXPECT_EQ(key(claim), "import|importer=Q881|exporter=Q159|commodity=Q7184");
  claim.qualifiers = {{"commodity", {Type::phrase, "小麦"}}};
  EXPECT_EQ(key(claim), "import|importer=Q881|exporter=Q159|commodity=x-" + h8("小麦"));
}

TEST_F(IdentityTest, SymmetricRelationsAreSetsOfParticipants) {
  extract::Claim claim = sample::claim(sample::meeting, {sample::to_lam}, {sample::demir});
  claim.time = sample::on_day(2024, 6, 19);
  const std::string expected = "meeting|participant=person.mevlut-demir,person.to-lam|day=2024-06-19";
  EXPECT_EQ(key(claim), expected);
  std::swap(claim.subjects, claim.objects);
  EXPECT_EQ(key(claim), expected);
  claim.subjects = claim.objects = {sample::demir, sample::to_lam, sample::demir};
  EXPECT_EQ(key(claim), expected);
}

TEST_F(IdentityTest, TimeThatDoesNotFillTheBucketKeepsArticlesApart) {
  extract::Claim claim = sample::claim(sample::meeting, {sample::to_lam}, {sample::demir});
  const std::string who = "meeting|participant=person.mevlut-demir,person.to-lam|";
  EXPECT_EQ(key(claim), who + "nodate:0123456789abcdef");
  claim.time = recognise::TimeSpan{};
  claim.time->to = recognise::Date{2024, 6, 19};
  EXPECT_EQ(key(claim), who + "nodate:0123456789abcdef") << "an end alone says no day";
  claim.time->from = recognise::Date{2024, 6, 1};
  EXPECT_EQ(key(claim), who + "time=2024-06-01..2024-06-19|article=0123456789abcdef");
  claim.time->precision = recognise::TimePrecision::month;
  claim.time->to.reset();
  EXPECT_EQ(key(claim), who + "time=2024-06-01|article=0123456789abcdef");
}

TEST_F(IdentityTest, MonthsTakeEveryDayOfThem) {
  extract::Claim claim = sample::claim(sample::accusation, {sample::vietnam}, {sample::russia});
  const std::string who = "accusation|accuser=Q881|accused=Q159|";
  claim.time = sample::on_day(2024, 6, 19);
  EXPECT_EQ(key(claim), who + "month=2024-06");
  claim.time->from = recognise::Date{2024, 6, 1};
  claim.time->precision = recognise::TimePrecision::month;
  EXPECT_EQ(key(claim), who + "month=2024-06");
  claim.time->to = recognise::Date{2024, 8, 31};
  EXPECT_EQ(key(claim), who + "time=2024-06-01..2024-08-31|article=0123456789abcdef");
  claim.time->precision = recognise::TimePrecision::year;
  claim.time->to = recognise::Date{2024, 6, 30};
  EXPECT_EQ(key(claim), who + "time=2024-06-01..2024-06-30|article=0123456789abcdef");
}

TEST_F(IdentityTest, IrisAreHashesOfTheKeys) {
  const RelationTerms terms(sample::table()[sample::import_], names_);
  EXPECT_EQ(relation_name(terms, "import|importer=Q881|exporter=Q159|commodity=arms"), "import-8c6b2d2e26aad415");
  mapping::RelationType arms = sample::table()[sample::import_];
  arms.name = "ArmsTransfer";
  EXPECT_EQ(RelationTerms(arms, names_).slug, "arms-transfer");
}

TEST_F(IdentityTest, ClaimsDifferByStatusSourceAndFigure) {
  const EntityTerms entities(extraction_.entities, names_);
  extract::Claim claim = sample::import_of_arms();
  const std::string plain = claim_digest(claim, "key", entities);
  EXPECT_EQ(plain, h8("key|status=asserted|source=-|measure=-|value=-"));
  EXPECT_NE(claim_digest(claim, "other", entities), plain);
  claim.status = mapping::Status::alleged;
  claim.attributed_to = sample::otan;
  claim.figure = extract::Figure{"shareOfImports", {}};
  claim.figure->quantity.value = "80.0";
  EXPECT_EQ(claim_digest(claim, "key", entities),
            h8("key|status=alleged|source=Q7184|measure=shareOfImports|value=80.0"));
  claim.figure->quantity.value.clear();
  claim.figure->quantity.min = "60.0";
  EXPECT_EQ(claim_digest(claim, "key", entities),
            h8("key|status=alleged|source=Q7184|measure=shareOfImports|value=60.0.."));
}

TEST(ArticleDigest, IsOfUrlElseIdElseText) {
  article::Article article;
  article.text = "Le texte.";
  EXPECT_EQ(article_digest(article), h16("Le texte."));
  article.id = "dep-1";
  EXPECT_EQ(article_digest(article), h16("dep-1"));
  article.url = "HTTPS://Journal.Example/Monde/a.html?id=A#top";
  EXPECT_EQ(article_digest(article), h16("https://journal.example/Monde/a.html?id=A"));
  article.url = "not a url";
  EXPECT_EQ(article_digest(article), h16("not a url"));
}

TEST(EntityTerms, AreWikidataOrSlugs) {
  using recognise::ActorKind;
  std::vector<recognise::Entity> list = {
      sample::entity(ActorKind::organisation, "Ligue des Ports du Nord", ""),
      sample::entity(ActorKind::person, "習近平", ""),
      sample::entity(ActorKind::country, "Russie", "Q159"),
      sample::entity(ActorKind::country, "Russie", "Q0159"),
      sample::entity(ActorKind::place, "Genève", "nonsense"),
      sample::entity(ActorKind::country, "Fédération de Russie", "Q159"),
  };
  const EntityTerms terms(list, Namespaces(rdf::Namespace(default_base)));
  EXPECT_EQ(terms.iri(0).text(), "https://data.example.org/entity/organization.ligue-des-ports-du-nord");
  EXPECT_EQ(terms.id(1), "person.x-" + h8("習近平"));
  EXPECT_EQ(terms.iri(2).text(), "http://www.wikidata.org/entity/Q159");
  EXPECT_EQ(terms.id(3), "country.russie");
  EXPECT_EQ(terms.id(4), "place.geneve");
  EXPECT_EQ(terms.sorted().size(), 5U) << "Q159 counts once";
  EXPECT_EQ(terms.distinct({5, 2, 0}).size(), 2U);
}

}  // namespace
}  // namespace depeche::graph
