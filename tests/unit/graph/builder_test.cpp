#include "graph/builder.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "base/digest.hpp"
#include "sample.hpp"

namespace depeche::graph {
namespace {

using sample::facts;
using sample::lines;
using sample::lines_of;
using sample::lines_with;
using sample::values_of;
using Lines = std::vector<std::string>;

/// Two articles with claims of every kind and status.
std::vector<extract::Extraction> mixed_articles() {
  extract::Extraction first = sample::article();
  extract::Claim import = sample::import_of_arms();
  first.claims.push_back(import);
  import.status = mapping::Status::negated;
  first.claims.push_back(import);
  extract::Claim meeting = sample::claim(sample::meeting, {sample::to_lam, sample::demir, sample::otan},
                                         {sample::to_lam, sample::demir, sample::otan});
  meeting.sentence = 1;
  meeting.time = sample::on_day(2024, 6, 19);
  first.claims.push_back(meeting);
  extract::Claim trade = sample::claim(sample::trade, {sample::russia, sample::vietnam, sample::otan},
                                       {sample::russia, sample::vietnam, sample::otan});
  trade.qualifiers = {{"commodity", {extract::QualifierValue::Type::phrase, "blé dur"}}};
  first.claims.push_back(trade);
  extract::Claim accusation = sample::claim(sample::accusation, {sample::vietnam, sample::otan}, {sample::russia});
  accusation.time = sample::on_day(2024, 6, 3);
  first.claims.push_back(accusation);

  extract::Extraction second = sample::article();
  second.article.url = "https://autre.example/2";
  second.article.text += " Suite.";
  for (const auto status : {mapping::Status::attributed, mapping::Status::alleged, mapping::Status::possible,
                            mapping::Status::planned, mapping::Status::conditional, mapping::Status::questioned}) {
    extract::Claim claim = sample::claim(sample::accusation, {sample::russia}, {sample::otan});
    claim.status = status;
    second.claims.push_back(claim);
  }
  extract::Claim ended = sample::claim(sample::import_, {sample::russia}, {sample::vietnam});
  ended.ended = true;
  second.claims.push_back(ended);
  second.claims.push_back(sample::import_of_arms());
  return {first, second};
}

/// The facts that queries over the claims and the relation table give: facts-view.ru, in C++.
std::set<std::string> facts_view(const std::vector<rdf::Statement>& statements) {
  std::map<std::string, std::multimap<std::string, rdf::Statement>> nodes;
  for (const rdf::Statement& s : statements) {
    if (s.graph) nodes[s.subject.text()].emplace(s.predicate.text(), s);
  }
  const Vocabulary v{rdf::Namespace(default_base)};
  std::set<std::string> out;
  for (const auto& [iri, node] : nodes) {
    const auto objects = [&node = node](const rdf::Iri& property) {
      std::vector<rdf::Term> list;
      for (auto [at, end] = node.equal_range(property.text()); at != end; ++at) list.push_back(at->second.object);
      return list;
    };
    const auto status = objects(v.status);
    if (status.size() != 1 || status[0] != rdf::Term(v.names.dp("asserted"))) continue;
    const rdf::Iri rel = std::get<rdf::Iri>(objects(v.about).at(0)),
                   type = std::get<rdf::Iri>(objects(v.relation_type).at(0));
    for (const mapping::RelationType& row : sample::table()) {
      if (type != v.names.dp(row.name)) continue;
      const auto put = [&](const rdf::Iri& s, const rdf::Iri& p, const rdf::Term& o) {
        out.insert(sample::line({s, p, o, {}}));
      };
      put(rel, v.type, type);
      for (const rdf::Term& s : objects(v.subject)) {
        put(rel, v.names.dp(row.subject_role), s);
        for (const rdf::Term& o : objects(v.object)) {
          put(rel, v.names.dp(row.object_role), o);
          if (s == o || !objects(v.phase).empty()) continue;
          put(std::get<rdf::Iri>(s), v.names.dp(row.edge), o);
          if (row.symmetric) put(std::get<rdf::Iri>(o), v.names.dp(row.edge), s);
        }
      }
      if (!row.key_qualifier.empty()) {
        for (const rdf::Term& value : objects(v.names.dpq(row.key_qualifier)))
          put(rel, v.names.dp(row.fact_property), value);
      }
      const bool day = objects(v.time_precision) == std::vector<rdf::Term>{v.names.dpv("day")};
      if (row.bucket == mapping::KeyBucket::day && day) {
        for (const rdf::Term& from : objects(v.from)) put(rel, v.date, from);
      }
    }
  }
  return out;
}

TEST(Facts, AreExactlyTheViewOfTheClaims) {
  const auto statements = sample::built(mixed_articles());
  const Lines written = lines(facts(statements));
  const std::set<std::string> distinct(written.begin(), written.end());
  EXPECT_EQ(distinct.size(), written.size()) << "a fact is written once";
  EXPECT_EQ(distinct, facts_view(statements));
  EXPECT_GT(distinct.size(), 30U);
}

TEST(Facts, OfOneImport) {
  extract::Extraction article = sample::article();
  article.claims.push_back(sample::import_of_arms());
  EXPECT_EQ(
      lines(facts(sample::built({article}))),
      (Lines{"wd:Q881 dp:importsFrom wd:Q159", "rel:import-8c6b2d2e26aad415 rdf:type dp:Import",
             "rel:import-8c6b2d2e26aad415 dp:commodity dpv:arms", "rel:import-8c6b2d2e26aad415 dp:exporter wd:Q159",
             "rel:import-8c6b2d2e26aad415 dp:importer wd:Q881"}));
}

TEST(Facts, NoneFromClaimsThatAreNotAsserted) {
  for (const auto status :
       {mapping::Status::negated, mapping::Status::questioned, mapping::Status::conditional, mapping::Status::planned,
        mapping::Status::possible, mapping::Status::alleged, mapping::Status::attributed}) {
    extract::Extraction article = sample::article();
    article.claims.push_back(sample::import_of_arms());
    article.claims.back().status = status;
    const auto statements = sample::built({article});
    EXPECT_TRUE(facts(statements).empty());
    for (const rdf::Statement& s : statements)
      EXPECT_EQ(s.subject.text().find("/rel/"), std::string::npos) << sample::line(s);
    EXPECT_EQ(values_of(statements, "dp:about"), Lines{"rel:import-8c6b2d2e26aad415"}) << "the claim still names it";
  }
}

TEST(Facts, NoEdgeWhenTheStateIsOver) {
  extract::Extraction article = sample::article();
  article.claims.push_back(sample::import_of_arms());
  article.claims.back().ended = true;
  const auto statements = sample::built({article});
  EXPECT_TRUE(lines_with(facts(statements), "importsFrom").empty());
  EXPECT_EQ(lines_with(facts(statements), "rdf:type dp:Import").size(), 1U);
  EXPECT_EQ(values_of(statements, "dp:phase"), Lines{"dpv:ended"});
}

TEST(Facts, SymmetricEdgesGoBothWaysAndNeverToOneself) {
  extract::Extraction article = sample::article();
  article.claims.push_back(
      sample::claim(sample::meeting, {sample::to_lam, sample::demir}, {sample::to_lam, sample::demir}));
  const auto statements = sample::built({article});
  EXPECT_EQ(lines_with(facts(statements), "dp:metWith"),
            (Lines{"ent:person.mevlut-demir dp:metWith ent:person.to-lam",
                   "ent:person.to-lam dp:metWith ent:person.mevlut-demir"}));
  EXPECT_EQ(lines_with(statements, "rdf:type dp:Claim").size(), 1U);
}

TEST(Facts, DateOnTheNodeOfAPunctualEventOnly) {
  extract::Extraction article = sample::article();
  article.claims = {sample::claim(sample::meeting, {sample::to_lam}, {sample::demir}),
                    sample::claim(sample::accusation, {sample::vietnam}, {sample::russia})};
  article.claims[0].time = article.claims[1].time = sample::on_day(2024, 6, 19);
  EXPECT_EQ(values_of(facts(sample::built({article})), "dp:date"), Lines{"\"2024-06-19\""});
  article.claims[0].time->precision = recognise::TimePrecision::month;
  EXPECT_EQ(values_of(facts(sample::built({article})), "dp:date"), Lines{});
}

TEST(Facts, GoToTheGraphThatIsAskedFor) {
  extract::Extraction article = sample::article();
  article.claims.push_back(sample::import_of_arms());
  Options options;
  options.facts_graph = "https://data.example.org/graph/facts";
  const auto statements = sample::built({article}, options);
  EXPECT_TRUE(facts(statements).empty());
  EXPECT_EQ(lines_with(statements, "dp:importsFrom wd:Q159 [g:facts]").size(), 1U);
}

TEST(Claims, OneForEachPairOfAnAsymmetricRelation) {
  extract::Extraction article = sample::article();
  article.claims.push_back(
      sample::claim(sample::accusation, {sample::vietnam, sample::otan}, {sample::russia, sample::vietnam}));
  const auto statements = sample::built({article});
  EXPECT_EQ(lines_with(statements, "rdf:type dp:Claim").size(), 3U) << "nobody accuses himself";
  EXPECT_EQ(values_of(statements, "dp:about").size(), 3U);
}

TEST(Claims, SymmetricStatesAreOfPairs) {
  extract::Extraction article = sample::article();
  const std::vector<recognise::EntityId> all = {sample::russia, sample::vietnam, sample::otan};
  article.claims.push_back(sample::claim(sample::trade, all, all));
  const auto statements = sample::built({article});
  EXPECT_EQ(values_of(statements, "dp:about").size(), 3U);
  EXPECT_EQ(lines_with(facts(statements), "dp:tradesWith").size(), 6U);
}

TEST(Claims, NoneWithoutTwoActors) {
  extract::Extraction article = sample::article();
  article.claims = {sample::claim(sample::meeting, {sample::demir}, {sample::demir}),
                    sample::claim(sample::import_, {sample::russia}, {sample::russia}),
                    sample::claim(sample::import_, {}, {sample::russia}),
                    sample::claim(sample::meeting, {sample::demir, sample::to_lam}, {})};
  const auto statements = sample::built({article});
  EXPECT_TRUE(lines_with(statements, "dp:Claim").empty());
  EXPECT_TRUE(lines_with(statements, "dp:Sentence").empty()) << "no claim, no sentence";
}

TEST(Claims, OfTwoRulesThatReadTheSameTheMoreConfidentStays) {
  extract::Extraction article = sample::article();
  article.claims = {sample::import_of_arms(), sample::import_of_arms(), sample::import_of_arms()};
  article.claims[1].confidence = 0.9;
  article.claims[1].rule = "fr.import.better";
  const auto statements = sample::built({article});
  EXPECT_EQ(lines_with(statements, "rdf:type dp:Claim").size(), 1U);
  EXPECT_EQ(values_of(statements, "dp:rule"), Lines{"rule:fr.import.better"});
  EXPECT_EQ(values_of(statements, "dp:confidence"), Lines{"\"0.9\""});
}

TEST(Claims, HaveEverythingThatWasRead) {
  extract::Extraction article = sample::article();
  extract::Claim claim = sample::import_of_arms();
  claim.status = mapping::Status::attributed;
  claim.attributed_to = sample::otan;
  claim.cue = "dit-on";
  claim.figure = extract::Figure{"shareOfImports", {}};
  claim.figure->quantity.value = "80";
  claim.figure->quantity.unit = recognise::Quantity::Unit::percent;
  claim.figure->quantity.approximation = recognise::Approximation::about;
  claim.time = recognise::TimeSpan{};
  claim.time->from = recognise::Date{2000, 1, 1};
  claim.time->precision = recognise::TimePrecision::year;
  claim.qualifiers.emplace_back("place",
                                extract::QualifierValue{extract::QualifierValue::Type::entity, "", sample::otan});
  claim.qualifiers.emplace_back("topic", extract::QualifierValue{extract::QualifierValue::Type::phrase, "la défense"});
  claim.qualifiers.emplace_back("charge", extract::QualifierValue{extract::QualifierValue::Type::phrase, ""});
  article.claims = {claim};
  const std::string art = h16("https://journal.example/monde/armes.html");
  const std::string iri = "claim:" + art + "-0-" +
                          h8("import|importer=Q881|exporter=Q159|commodity=arms|status=attributed|source=Q7184|"
                             "measure=shareOfImports|value=80");
  Lines expected = {"rdf:type dp:Claim",
                    "dp:about rel:import-8c6b2d2e26aad415",
                    "dp:relationType dp:Import",
                    "dp:subject wd:Q881",
                    "dp:predicate dp:importsFrom",
                    "dp:object wd:Q159",
                    "dp:status dp:attributed",
                    "dp:attributedTo wd:Q7184",
                    "dp:cue \"dit-on\"@fr",
                    "dpq:commodity dpv:arms",
                    "dpq:place wd:Q7184",
                    "dpq:topic \"la défense\"@fr",
                    "dpq:measure dpv:shareOfImports",
                    "dpq:value \"80.0\"",
                    "dpq:unit unit:PERCENT",
                    "dpq:approx dpv:about",
                    "dpq:from \"2000-01-01\"",
                    "dpq:timePrecision dpv:year",
                    "dpq:timeSource dpv:explicit",
                    "dp:confidence \"0.86\"",
                    "dp:rule rule:fr.test.rule",
                    "dp:sentence sent:" + art + "-0-52"};
  for (std::string& l : expected) l = iri + " " + l + " [g:" + art + "]";
  EXPECT_EQ(lines_of(sample::built({article}), iri), expected);
}

TEST(Claims, UnitsAndBounds) {
  extract::Extraction article = sample::article();
  using Unit = recognise::Quantity::Unit;
  const auto units = [&](Unit unit, const std::string& currency, const std::string& value, const std::string& min) {
    extract::Claim claim = sample::import_of_arms();
    claim.figure = extract::Figure{"importValue", {}};
    claim.figure->quantity.unit = unit;
    claim.figure->quantity.currency = currency;
    claim.figure->quantity.value = value;
    claim.figure->quantity.min = min;
    article.claims = {claim};
    const auto statements = sample::built({article});
    Lines out = values_of(statements, "dpq:unit");
    for (const char* property : {"dpq:value", "dpq:min", "dpq:measure"}) {
      for (const std::string& value_text : values_of(statements, property)) out.push_back(value_text);
    }
    return out;
  };
  EXPECT_EQ(units(Unit::money, "USD", "3500000000.0", ""), (Lines{"cur:USD", "\"3500000000.0\"", "dpv:importValue"}));
  EXPECT_EQ(units(Unit::money, "dollars !", "1", ""), (Lines{"unit:NUM", "\"1.0\"", "dpv:importValue"}));
  EXPECT_EQ(units(Unit::count, "", "", "12"), (Lines{"unit:NUM", "\"12.0\"", "dpv:importValue"}));
  EXPECT_EQ(units(Unit::percent, "", "80,5", ""), Lines{}) << "what is no number makes no figure";
}

TEST(Claims, ContentLeadsToEveryClaimThatTheInnerOneBecame) {
  extract::Extraction article = sample::article();
  extract::Claim inner = sample::claim(sample::import_, {sample::vietnam, sample::otan}, {sample::russia});
  inner.status = mapping::Status::alleged;
  extract::Claim outer = sample::claim(sample::accusation, {sample::otan}, {sample::vietnam});
  outer.qualifiers = {{"content", {extract::QualifierValue::Type::claim, "", 0}}};
  article.claims = {inner, outer};
  const auto statements = sample::built({article});
  const Lines content = values_of(statements, "dpq:content");
  ASSERT_EQ(content.size(), 2U);
  for (const std::string& iri : content) EXPECT_EQ(lines_with(statements, iri + " dp:status dp:alleged").size(), 1U);
}

TEST(Sentences, CountCodePointsAndQuote) {
  extract::Extraction article = sample::article();
  article.claims = {sample::claim(sample::meeting, {sample::to_lam}, {sample::demir}), sample::import_of_arms()};
  article.claims[0].sentence = 1;
  const auto statements = sample::built({article});
  const std::string art = h16("https://journal.example/monde/armes.html");
  const std::string graph = " [g:" + art + "]";
  EXPECT_EQ(
      lines_of(statements, "sent:" + art + "-0-52"),
      (Lines{
          "sent:" + art + "-0-52 rdf:type dp:Sentence" + graph,
          "sent:" + art + "-0-52 nif:referenceContext art:" + art + graph,
          "sent:" + art + "-0-52 nif:beginIndex \"0\"" + graph, "sent:" + art + "-0-52 nif:endIndex \"52\"" + graph,
          "sent:" + art + "-0-52 nif:anchorOf \"« Hanoï achète 80 % de ses armes à Moscou », dit-on.\"@fr" + graph}));
  EXPECT_EQ(values_of(statements, "nif:beginIndex"), (Lines{"\"0\"", "\"53\""}));
  EXPECT_EQ(values_of(statements, "nif:endIndex"), (Lines{"\"52\"", "\"99\""}));
  Options options;
  options.quotes = Quotes::none;
  EXPECT_TRUE(lines_with(sample::built({article}, options), "anchorOf").empty());
  options.quotes = Quotes::snippet;
  article.article.text.replace(0, article.sentences[0].end, std::string(article.sentences[0].end, 'm'));
  EXPECT_EQ(values_of(sample::built({article}, options), "nif:anchorOf").size(), 2U);
}

TEST(Articles, HaveTheirMetadata) {
  const std::string art = h16("https://journal.example/monde/armes.html");
  extract::Extraction article = sample::article();
  article.article.modified = {2024, 7, 0};
  Lines expected = {"rdf:type schema:NewsArticle",
                    "schema:identifier \"dep-1\"",
                    "schema:url <https://journal.example/monde/armes.html>",
                    "schema:headline \"L’achat d’armes\"@fr",
                    "schema:datePublished \"2024-06-20\"",
                    "schema:dateModified \"2024-07\"",
                    "schema:publisher \"Le Journal\"",
                    "schema:author \"Ève Martin\"",
                    "schema:inLanguage \"fr\"",
                    "schema:mentions wd:Q159",
                    "schema:mentions wd:Q7184",
                    "schema:mentions wd:Q881",
                    "schema:mentions ent:person.mevlut-demir",
                    "schema:mentions ent:person.to-lam",
                    "dp:textSha256 \"" + sha256_hex(article.article.text) + "\""};
  for (std::string& l : expected) l = "art:" + art + " " + l + " [g:" + art + "]";
  EXPECT_EQ(lines_of(sample::built({article}), "art:" + art), expected);
}

TEST(Articles, WithPoorMetadataAreWrittenAllTheSame) {
  extract::Extraction article;
  article.article.id = "only-id";
  article.article.url = "pas une url";
  article.article.published = {2024, 2, 30};
  article.article.language = "français";
  article.article.title = "Un \xFF titre";
  const auto statements = sample::built({article});
  EXPECT_EQ(values_of(statements, "schema:url"), Lines{"\"pas une url\""});
  EXPECT_EQ(values_of(statements, "schema:datePublished"), Lines{});
  EXPECT_EQ(values_of(statements, "schema:headline"), Lines{"\"Un \uFFFD titre\""});
}

TEST(Articles, TheSameTwiceGivesOneGraph) {
  rdf::StatementList once, twice;
  GraphBuilder graph = sample::builder();
  const auto articles = mixed_articles();
  EXPECT_EQ(graph.add(articles[0], once), Added::added);
  EXPECT_EQ(graph.add(articles[0], twice), Added::repeated);
  EXPECT_TRUE(twice.list().empty());
  extract::Extraction changed = articles[0];
  changed.article.text += " Un ajout.";
  EXPECT_EQ(graph.add(changed, twice), Added::renamed);
  EXPECT_FALSE(twice.list().empty());
  const std::string first = values_of(once.list(), "nif:referenceContext").at(0);
  EXPECT_TRUE(lines_with(twice.list(), first + " ").empty()) << "the first keeps its IRI for itself";
  EXPECT_EQ(graph.add(changed, twice), Added::repeated);
  EXPECT_EQ(graph.counts().articles, 2U);
}

TEST(Entities, AreWrittenOnceAndGainNames) {
  extract::Extraction second = sample::article();
  second.article.url += "/2";
  second.entities[sample::russia].names = {"Kremlin", "Russie"};
  second.entities[sample::to_lam].label = "To Lam";
  second.entities[sample::to_lam].names = {"To Lam", "Tô Lâm"};
  const auto statements = sample::built({sample::article(), second});
  EXPECT_EQ(lines_of(statements, "wd:Q159"),
            (Lines{"wd:Q159 rdf:type dp:Country [g:entities]", "wd:Q159 rdfs:label \"Russie\"@fr [g:entities]",
                   "wd:Q159 dp:isoCode \"RU\" [g:entities]", "wd:Q159 skos:altLabel \"Moscou\"@fr [g:entities]",
                   "wd:Q159 skos:altLabel \"Kremlin\"@fr [g:entities]"}));
  EXPECT_EQ(lines_of(statements, "ent:person.to-lam"),
            (Lines{"ent:person.to-lam rdf:type dp:Person [g:entities]",
                   "ent:person.to-lam rdfs:label \"Tô Lâm\"@fr [g:entities]",
                   "ent:person.to-lam skos:altLabel \"To Lam\"@fr [g:entities]"}));
  EXPECT_TRUE(lines_with(statements, "wd:Q7184 dp:isoCode").empty()) << "the code of a state is of states only";
}

TEST(Content, FactsLeavesTheEvidenceOut) {
  Options options;
  options.content = Content::facts;
  const auto statements = sample::built(mixed_articles(), options);
  for (const char* word : {"dp:Claim", "dp:Sentence", "NewsArticle", "dp:status"}) {
    EXPECT_TRUE(lines_with(statements, word).empty()) << word;
  }
  EXPECT_EQ(lines(facts(statements)), lines(facts(sample::built(mixed_articles()))));
  extract::Extraction article = sample::article();
  article.claims = {sample::import_of_arms()};
  EXPECT_EQ(lines_with(sample::built({article}, options), "rdfs:label").size(), 2U) << "only actors of facts";
}

TEST(Finish, WritesTheRelationTable) {
  const Namespaces names{rdf::Namespace(default_base)};
  rdf::StatementList out;
  sample::builder().finish({{names.dp("Import"), names.dp("edge"), names.dp("importsFrom"), std::nullopt}}, out);
  EXPECT_EQ(lines(out.list()), Lines{"dp:Import dp:edge dp:importsFrom [g:ontology]"});
}

TEST(Options, AreChecked) {
  Options options;
  for (const char* base :
       {"", "data.example.org", "https://data.example.org", "https://data example/", "http://a/\xFF/"}) {
    options.base = base;
    EXPECT_FALSE(GraphBuilder::make(sample::table(), options)) << base;
  }
  options.base = "https://données.exemple.fr/kg#";
  EXPECT_TRUE(GraphBuilder::make(sample::table(), options));
  options.facts_graph = "facts";
  EXPECT_FALSE(GraphBuilder::make(sample::table(), options));
}

TEST(Options, TheBaseNamesEveryInstance) {
  Options options;
  options.base = "https://kg.example/x/";
  for (const rdf::Statement& s : sample::built(mixed_articles(), options)) {
    EXPECT_EQ(sample::line(s).find("data.example.org"), std::string::npos) << sample::line(s);
  }
}

TEST(Output, IsTheSameBytesEveryTimeInEverySyntax) {
  for (const auto syntax : {rdf::Syntax::turtle, rdf::Syntax::trig, rdf::Syntax::ntriples, rdf::Syntax::nquads}) {
    std::string first;
    for (int run = 0; run < 3; ++run) {
      StringSink bytes;
      GraphBuilder graph = sample::builder();
      rdf::Writer writer(syntax, graph.prefixes(), bytes);
      for (const extract::Extraction& extraction : mixed_articles()) graph.add(extraction, writer);
      writer.finish();
      if (run == 0) first = bytes.text();
      EXPECT_EQ(bytes.text(), first);
    }
    EXPECT_EQ(first.find("_:"), std::string::npos) << "no blank nodes";
  }
}

TEST(Output, GroupsSubjects) {
  std::set<std::string> closed;
  std::string current;
  for (const rdf::Statement& s : sample::built({mixed_articles()[0]})) {
    const std::string subject = s.subject.text() + (s.graph ? s.graph->text() : "");
    if (subject == current) continue;
    EXPECT_TRUE(closed.insert(current).second);
    EXPECT_FALSE(closed.contains(subject)) << subject;
    current = subject;
  }
}

}  // namespace
}  // namespace depeche::graph
