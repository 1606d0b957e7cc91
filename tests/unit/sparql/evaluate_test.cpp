// Queries over a small graph, with the rows that the standard asks for.
#include <gtest/gtest.h>

#include <algorithm>

#include "sparql/evaluate.hpp"
#include "sparql/parse.hpp"
#include "sparql/results.hpp"

namespace depeche::sparql {
namespace {

constexpr std::string_view data = R"(
@prefix : <http://x/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:ada :knows :bob ; :age 36 ; :name "Ada"@en , "Adèle"@fr .
:bob :knows :cy ; :age 40 .
:cy :knows :ada ; :weight 70.5 ; :born "2001-02-03"^^xsd:date .
:g1 { :ada :says "a, \"b\"" ; :likes :tea . :bob :likes :tea . }
:g2 { :bob :likes :milk . :cy :odd "01"^^xsd:integer . }
)";

/// The answer as TSV without its head; rows without ORDER BY are sorted. Of CONSTRUCT and DESCRIBE as N-Triples.
std::string ask(const std::string& query, std::size_t most_rows = 1000000) {
  Dataset set;
  const auto parsed =
      parse_query("PREFIX : <http://x/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n" + query, "q", set.terms());
  if (!parsed) return format_diagnostic(parsed.error());
  Diagnostics faults;
  set.read(data, rdf::Syntax::trig, "data.trig", "http://x/file", faults);
  EXPECT_TRUE(faults.empty());
  set.index();
  const auto answer = evaluate(*parsed, set, most_rows);
  if (!answer) return answer.error().message;
  StringSink sink;
  if (answer->is_graph()) {
    write_ntriples(*answer, sink);
  } else {
    write_tsv(*answer, sink);
  }
  std::string text = sink.text();
  if (answer->form == Query::Form::ask) return text;
  if (!answer->is_graph()) text.erase(0, text.find('\n') + 1);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (query.find("ORDER BY") == std::string::npos) std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : " | ") + line;
  for (std::size_t at = 0; (at = out.find("<http://x/", at)) != std::string::npos;) out.replace(at, 10, ":");
  for (std::size_t at = 0; (at = out.find('>', at)) != std::string::npos;) out.erase(at, 1);
  return out;
}

TEST(Evaluate, ConstructsGraphs) {
  EXPECT_EQ(ask("CONSTRUCT { ?b :knownBy ?a } WHERE { ?a :knows ?b }"),
            ":ada :knownBy :cy . | :bob :knownBy :ada . | :cy :knownBy :bob .");
  EXPECT_EQ(ask("CONSTRUCT WHERE { ?a :age 36 }"), ":ada :age \"36\"^^<http://www.w3.org/2001/XMLSchema#integer .");
  EXPECT_EQ(ask("CONSTRUCT { ?a :is [ :of ?n ] } WHERE { ?a :age ?n } ORDER BY ?n LIMIT 1"),
            ":ada :is _:made1 . | _:made1 :of \"36\"^^<http://www.w3.org/2001/XMLSchema#integer .");
  EXPECT_EQ(ask("CONSTRUCT { ?n :of ?a . ?a :with ?none } WHERE { ?a :age ?n }"), "") << "no triples";
  EXPECT_NE(ask("CONSTRUCT { ?a :knows/:knows ?b } WHERE { ?a :knows ?b }").find("no path can be constructed"),
            std::string::npos);
  EXPECT_NE(ask("CONSTRUCT WHERE { ?a :knows ?b OPTIONAL { ?a :age ?n } }").find("takes triples alone"),
            std::string::npos);
}

TEST(Evaluate, DescribesWhatIsSaidAnywhere) {
  EXPECT_EQ(ask("DESCRIBE :bob"),
            ":bob :age \"40\"^^<http://www.w3.org/2001/XMLSchema#integer . | :bob :knows :cy . | :bob :likes :milk . | "
            ":bob :likes :tea .");
  EXPECT_EQ(ask("DESCRIBE ?x { ?x :age 40 }"), ask("DESCRIBE :bob"));
  EXPECT_EQ(ask("DESCRIBE * { ?x :age 40 }"), ask("DESCRIBE :bob"));
  EXPECT_EQ(ask("DESCRIBE :nobody"), "");
}

TEST(Evaluate, JoinsPatterns) {
  EXPECT_EQ(ask("SELECT ?a ?c { ?a :knows ?b . ?b :knows ?c }"), ":ada\t:cy | :bob\t:ada | :cy\t:bob");
  EXPECT_EQ(ask("SELECT ?s { ?s :age ?n FILTER(?n > 36) }"), ":bob");
  EXPECT_EQ(ask("SELECT ?x { ?x :knows ?x }"), "");
  EXPECT_EQ(ask("ASK { :ada :knows [] }"), "true\n");
  EXPECT_EQ(ask("ASK { :ada :knows :cy }"), "false\n");
}

TEST(Evaluate, KeepsGraphsApart) {
  EXPECT_EQ(ask("SELECT ?s { ?s :likes ?o }"), "");
  EXPECT_EQ(ask("SELECT ?g ?s { GRAPH ?g { ?s :likes ?o } }"), ":g1\t:ada | :g1\t:bob | :g2\t:bob");
  EXPECT_EQ(ask("SELECT ?s { GRAPH :g1 { ?s :likes ?o } }"), ":ada | :bob");
  EXPECT_EQ(ask("SELECT ?s ?age { GRAPH ?g { ?s :likes :tea } ?s :age ?age }"), ":ada\t36 | :bob\t40");
  EXPECT_EQ(ask("SELECT ?g { GRAPH ?g {} }"), ":g1 | :g2");
  EXPECT_EQ(ask("SELECT ?g ?n { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }"), ":g1\t3 | :g2\t2");
}

TEST(Evaluate, LeavesOptionalPartsOut) {
  EXPECT_EQ(ask("SELECT ?s ?n { ?s :knows ?o OPTIONAL { ?s :age ?n } }"), ":ada\t36 | :bob\t40 | :cy\t");
  EXPECT_EQ(ask("SELECT ?s ?n { ?s :knows ?o OPTIONAL { ?s :age ?n FILTER(?n < 40 && ?o = :bob) } }"),
            ":ada\t36 | :bob\t | :cy\t");
  // The inner OPTIONAL must not see ?a, which stands outside its group (SPARQL 1.1, 18.2.4, "well designed").
  EXPECT_EQ(ask("SELECT ?a ?b { ?a :knows :bob { ?b :knows :cy OPTIONAL { ?a :age 40 } } }"), "");
}

TEST(Evaluate, KnowsScopes) {
  EXPECT_EQ(ask("SELECT ?s { ?s :age ?n { ?s :knows ?o FILTER(BOUND(?n)) } }"), "");
  EXPECT_EQ(ask("SELECT ?s ?m { ?s :age ?n BIND(?n + 1 AS ?m) }"), ":ada\t37 | :bob\t41");
  EXPECT_EQ(ask("SELECT ?s { ?s :knows ?o MINUS { ?s :age ?n } }"), ":cy");
  EXPECT_EQ(ask("SELECT ?s { ?s :knows ?o MINUS { ?x :age ?n } }"), ":ada | :bob | :cy");
  EXPECT_EQ(ask("SELECT ?s { ?s :knows ?o FILTER NOT EXISTS { ?o :age ?n } }"), ":bob");
  EXPECT_EQ(ask("SELECT ?s { ?s :knows ?o FILTER(EXISTS { ?o :age ?n } && ?s != :cy) }"), ":ada");
  EXPECT_EQ(ask("SELECT ?s ?o { VALUES (?s ?o) { (:ada UNDEF) (:bob :ada) } ?s :knows ?o }"), ":ada\t:bob");
  EXPECT_EQ(ask("SELECT ?s { { ?s :age 36 } UNION { ?s :weight ?w } }"), ":ada | :cy");
}

TEST(Evaluate, FollowsPaths) {
  EXPECT_EQ(ask("SELECT ?o { :ada :knows+ ?o }"), ":ada | :bob | :cy");
  EXPECT_EQ(ask("SELECT ?o { :ada :knows/:knows ?o }"), ":cy");
  EXPECT_EQ(ask("SELECT ?o { :ada ^:knows ?o }"), ":cy");
  EXPECT_EQ(ask("SELECT ?v { ?s :age|:weight ?v }"), "36 | 40 | 70.5");
  EXPECT_EQ(ask("SELECT ?o { :nobody :knows* ?o }"), ":nobody");
  EXPECT_EQ(ask("SELECT ?o { :ada :knows? ?o }"), ":ada | :bob");
  EXPECT_EQ(ask("SELECT ?o { :cy !(:knows|:weight) ?o }"), "\"2001-02-03\"^^<http://www.w3.org/2001/XMLSchema#date");
  EXPECT_EQ(ask("SELECT ?s { ?s (:knows/:knows)+ :ada }"), ":ada | :bob | :cy");
  EXPECT_EQ(ask("SELECT ?g ?s { GRAPH ?g { ?s :likes+ :milk } }"), ":g2\t:bob");
}

TEST(Evaluate, GroupsAndOrders) {
  EXPECT_EQ(ask("SELECT ?o (COUNT(DISTINCT ?s) AS ?n) { GRAPH ?g { ?s :likes ?o } } GROUP BY ?o ORDER BY DESC(?n)"),
            ":tea\t2 | :milk\t1");
  EXPECT_EQ(ask("SELECT (SUM(?n) AS ?sum) (AVG(?n) AS ?avg) (MIN(?n) AS ?min) { ?s :age ?n }"), "76\t38.0\t36");
  EXPECT_EQ(ask("SELECT (COUNT(*) AS ?n) { ?s :nothing ?o }"), "0");
  EXPECT_EQ(ask("SELECT ?s { ?s :nothing ?o } GROUP BY ?s"), "");
  EXPECT_EQ(ask("SELECT (GROUP_CONCAT(?n; separator=\"+\") AS ?all) { SELECT ?n { ?s :age ?n } ORDER BY ?n }"),
            "\"36+40\"");
  EXPECT_EQ(ask("SELECT ?s { ?s :knows ?o } GROUP BY ?s HAVING (COUNT(*) > 1)"), "");
  EXPECT_EQ(ask("SELECT ?s { ?s :knows ?o } ORDER BY DESC(?s) LIMIT 1 OFFSET 1"), ":bob");
  EXPECT_EQ(ask("SELECT DISTINCT ?p { ?s ?p ?o FILTER(ISIRI(?o)) }"), ":knows");
}

TEST(Evaluate, ComputesValues) {
  const auto value = [](const std::string& e) { return ask("SELECT ?v { BIND(" + e + " AS ?v) }"); };
  EXPECT_EQ(value("1 + 2 * 3"), "7");
  EXPECT_EQ(value("7 / 2"), "3.5");
  EXPECT_EQ(value("1 / 0"), "");
  EXPECT_EQ(value("0.1 + 0.2"), "0.3");
  EXPECT_EQ(value("-3 - -5"), "2");
  EXPECT_EQ(value("SUBSTR(\"Lettonie\", 2, 3)"), "\"ett\"");
  EXPECT_EQ(value("STRAFTER(\"a#b\", \"#\")"), "\"b\"");
  EXPECT_EQ(value("UCASE(\"été\"@fr)"), "\"ÉTÉ\"@fr");
  EXPECT_EQ(value("STRLEN(\"été\")"), "3");
  EXPECT_EQ(value("REGEX(\"Été\", \"^é.é$\", \"i\")"), "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean");
  EXPECT_EQ(value("REPLACE(\"aXbX\", \"X(.)?\", \"-$1\")"), "\"a-b-\"");
  EXPECT_EQ(value("YEAR(\"2001-02-03\"^^xsd:date)"), "2001");
  EXPECT_EQ(value("IF(1 IN (2, 1), \"in\", \"out\")"), "\"in\"");
  EXPECT_EQ(value("COALESCE(?nothing, \"else\")"), "\"else\"");
  EXPECT_EQ(value("xsd:integer(\"12\")"), "12");
  EXPECT_EQ(value("LANG(\"a\"@FR)"), "\"fr\"");
  EXPECT_EQ(value("CONCAT(\"a\"@fr, \"b\")"), "\"ab\"");
}

TEST(Evaluate, KeepsTermsAsTheyStand) {
  EXPECT_EQ(ask("SELECT ?o { GRAPH ?g { ?s :odd ?o } }"), "01");
  EXPECT_EQ(ask("SELECT ?g { GRAPH ?g { ?s :odd 1 } }"), "") << "a pattern matches terms, not values";
  EXPECT_EQ(ask("SELECT ?s { GRAPH ?g { ?s :odd ?o FILTER(?o = 1) } }"), ":cy");
}

TEST(Evaluate, EndsWhatGrowsBeyondMeasure) {
  EXPECT_NE(ask("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", 100).find("more than 100 intermediate rows"),
            std::string::npos);
}

TEST(Parse, TellsFaultsWithTheirPlace) {
  const auto fault = [](const std::string& query) {
    TermPool terms;
    const auto parsed = parse_query(query, "q.rq", terms);
    return parsed ? std::string("read") : format_diagnostic(parsed.error());
  };
  EXPECT_EQ(fault("SELECT ?s WHERE {\n  ?s ?p }"),
            "q.rq:2:9: error: expected a term, found '}' [query-syntax]\n    ?s ?p }\n          ^\n");
  EXPECT_NE(fault("SELECT ?s { ?s dp:x ?o }").find("q.rq:1:16: error: the prefix 'dp:' is not declared"),
            std::string::npos);
  EXPECT_NE(fault("SELECT ?a { ?s ?p ?a } GROUP BY ?s").find("?a is neither grouped nor aggregated"),
            std::string::npos);
  EXPECT_NE(fault("SELECT * { ?s ?p ?o FILTER(STRTSART(?o, \"a\")) }").find("there is no function STRTSART"),
            std::string::npos);
  EXPECT_NE(fault("SELECT * { ?s ?p ?o FILTER(NOW() > ?o) }").find("chance or time"), std::string::npos);
  EXPECT_NE(fault("INSERT DATA { <a> <b> <c> }").find("expected SELECT, ASK, CONSTRUCT or DESCRIBE"),
            std::string::npos);
  EXPECT_NE(fault("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }").find("SERVICE is not evaluated"), std::string::npos);
  EXPECT_NE(fault("SELECT * { ?s ?p \"open }").find("this string has no end"), std::string::npos);
  EXPECT_NE(fault("SELECT * { ?s ?p \"a\\").find("this string has no end"), std::string::npos);
  EXPECT_NE(fault("SELECT * {" + std::string(5000, '{')).find("nested too deep"), std::string::npos);
  EXPECT_NE(fault("SELECT * { ?s ?p ?o FILTER(" + std::string(5000, '!') + "?o) }").find("nested too deep"),
            std::string::npos);
  EXPECT_NE(fault("").find("the query ends"), std::string::npos);
  EXPECT_NE(fault("SELECT * { ?s ?p \"\xFF\" }").find("not valid UTF-8"), std::string::npos);
}

TEST(Results, AreWrittenAsTheFormatsAsk) {
  Answer answer;
  using rdf::ReadTerm;
  answer.columns = {"a", "b"};
  answer.rows = {{ReadTerm{ReadTerm::Kind::literal, "x, \"y\"\nz", "", "fr"}, std::nullopt},
                 {ReadTerm{ReadTerm::Kind::iri, "http://x/é", "", ""},
                  ReadTerm{ReadTerm::Kind::literal, "1.5", "http://www.w3.org/2001/XMLSchema#decimal", ""}}};
  StringSink csv, tsv, json;
  write_csv(answer, csv);
  EXPECT_EQ(csv.text(), "a,b\r\n\"x, \"\"y\"\"\nz\",\r\nhttp://x/é,1.5\r\n");
  write_tsv(answer, tsv);
  EXPECT_EQ(tsv.text(), "?a\t?b\n\"x, \\\"y\\\"\\nz\"@fr\t\n<http://x/é>\t1.5\n");
  write_json(answer, json);
  const auto back = read_json(json.text());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->columns, answer.columns);
  EXPECT_EQ(back->rows, answer.rows);
  EXPECT_FALSE(read_json("<html>"));
}

}  // namespace
}  // namespace depeche::sparql
