#include "rdf/writer.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

#include "base/utf8.hpp"

namespace depeche::rdf {
namespace {

constexpr std::array<Syntax, 4> all_syntaxes = {Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads};
constexpr std::array<const char*, 4> syntax_names = {"turtle", "trig", "ntriples", "nquads"};

const Namespace dp("https://w3id.org/depeche/ontology#");
const Namespace dpq("https://w3id.org/depeche/qualifier#");
const Namespace wd("http://www.wikidata.org/entity/");
const Namespace ent("https://data.example.org/entity/");
const Namespace g("https://data.example.org/graph/");
const Iri type = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")("type");

Prefixes prefixes() {
  Prefixes out;
  out.add("xsd", Namespace("http://www.w3.org/2001/XMLSchema#"));
  out.add("dp", dp);
  out.add("dpq", dpq);
  out.add("wd", wd);
  out.add("ent", ent);
  out.add("g", g);
  return out;
}

std::string written(Syntax syntax, const std::vector<Statement>& statements) {
  StringSink sink;
  Writer writer(syntax, prefixes(), sink);
  for (const Statement& statement : statements) writer.write(statement);
  writer.finish();
  EXPECT_EQ(writer.statements(), statements.size());
  return sink.text();
}

/// Reads N-Triples and N-Quads as independent readers write them, and brings them into one form.
class QuadLine {
 public:
  explicit QuadLine(std::string_view line) : line_(line) {}

  Statement read() {
    Statement out{iri(), iri(), term(), std::nullopt};
    skip_blanks();
    if (line_[at_] == '<') out.graph = iri();
    skip_blanks();
    EXPECT_EQ(line_.substr(at_), ".") << line_;
    return out;
  }

 private:
  void skip_blanks() {
    while (at_ < line_.size() && line_[at_] == ' ') ++at_;
  }

  Iri iri() {
    skip_blanks();
    const std::string text = quoted('<', '>');
    auto made = make_iri(text);
    EXPECT_TRUE(made) << line_;
    return made.value();
  }

  Term term() {
    skip_blanks();
    if (line_[at_] == '<') return iri();
    const std::string text = quoted('"', '"');
    if (line_.substr(at_, 2) == "^^") {
      at_ += 2;
      return make_typed(text, iri()).value();
    }
    if (line_[at_] != '@') return make_string(text).value();
    const std::size_t end = line_.find(' ', at_);
    const std::string_view tag = line_.substr(at_ + 1, end - at_ - 1);
    at_ = end;
    return make_language_string(text, tag).value();
  }

  std::string quoted(char open, char close) {
    EXPECT_EQ(line_[at_], open) << line_;
    std::string out;
    for (++at_; line_.at(at_) != close; ++at_) {
      if (line_[at_] != '\\') {
        out += line_[at_];
        continue;
      }
      const char kind = line_.at(++at_);
      constexpr std::string_view letters = "tnrbf\"'\\", values = "\t\n\r\b\f\"'\\";
      if (kind == 'u' || kind == 'U') {
        const std::size_t digits = kind == 'u' ? 4 : 8;
        utf8::append(out, static_cast<char32_t>(std::stoul(std::string(line_.substr(at_ + 1, digits)), nullptr, 16)));
        at_ += digits;
      } else {
        out += values.at(letters.find(kind));
      }
    }
    ++at_;
    return out;
  }

  std::string_view line_;
  std::size_t at_ = 0;
};

std::vector<Statement> sorted(std::vector<Statement> list) {
  std::sort(list.begin(), list.end());
  return list;
}

/// What a tool makes of a document; fails the test if the tool complains.
std::vector<Statement> read_by(const std::string& command, const std::string& document) {
  const std::string file =
      testing::TempDir() + "depeche-writer-" + testing::UnitTest::GetInstance()->current_test_info()->name();
  std::ofstream(file, std::ios::binary) << document;
  FILE* const pipe = ::popen((command + " " + file + " 2>&1").c_str(), "r");
  std::string output;
  std::array<char, 4096> chunk{};
  for (std::size_t n = 0; (n = std::fread(chunk.data(), 1, chunk.size(), pipe)) > 0;) output.append(chunk.data(), n);
  const int status = ::pclose(pipe);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << command << ":\n" << output;
  std::remove(file.c_str());
  std::vector<Statement> out;
  for (std::size_t begin = 0; status == 0 && begin < output.size();) {
    const std::size_t end = output.find('\n', begin);
    out.push_back(QuadLine(std::string_view(output).substr(begin, end - begin)).read());
    begin = end + 1;
  }
  return sorted(std::move(out));
}

/// One line for each statement that only one side has.
std::string difference(const std::vector<Statement>& expected, const std::vector<Statement>& got) {
  std::vector<Statement> missing, extra;
  std::set_difference(expected.begin(), expected.end(), got.begin(), got.end(), std::back_inserter(missing));
  std::set_difference(got.begin(), got.end(), expected.begin(), expected.end(), std::back_inserter(extra));
  return "missing:\n" + written(Syntax::nquads, missing) + "extra:\n" + written(Syntax::nquads, extra);
}

/// Writes in every syntax and reads back by two independent readers: same statements, none lost, none doubled.
void expect_round_trip(std::vector<Statement> statements) {
  statements = sorted(std::move(statements));
  statements.erase(std::unique(statements.begin(), statements.end()), statements.end());
  for (std::size_t i = 0; i < all_syntaxes.size(); ++i) {
    const std::string document = written(all_syntaxes[i], statements);
    std::vector<Statement> expected = statements;
    if (!has_graphs(all_syntaxes[i])) {
      for (Statement& statement : expected) statement.graph.reset();
      expected = sorted(std::move(expected));
    }
    const std::string name = syntax_names[i];
    for (const std::string reader : {"serdi", "rapper -q"}) {
      const auto got = read_by(reader + " -i " + name + " -o nquads", document);
      EXPECT_TRUE(got == expected) << reader << ", " << name << ": " << difference(expected, got);
    }
  }
}

std::vector<Statement> import_statements() {
  const Iri claim = ent("claim-1"), graph = g("85");
  return {
      {wd("Q881"), dp("importsFrom"), wd("Q159"), std::nullopt},
      {ent("person.to-lam"), type, dp("Person"), g("entities")},
      {claim, type, dp("Claim"), graph},
      {claim, dp("subject"), wd("Q881"), graph},
      {claim, dp("subject"), wd("Q148"), graph},
      {claim, dpq("value"), *make_decimal("80"), graph},
      {claim, dpq("from"), *make_date(2000, 1, 1), graph},
      {claim, dp("quote"), text_literal("Le « Viêt Nam »", "fr"), graph},
      {ent("sentence-1"), dp("begin"), make_integer(85), graph},
      {ent("sentence-1"), dp("headline"), make_boolean(false), graph},
  };
}

TEST(Writer, TurtleIsReadable) {
  EXPECT_EQ(written(Syntax::turtle, import_statements()),
            "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
            "@prefix dp: <https://w3id.org/depeche/ontology#> .\n"
            "@prefix dpq: <https://w3id.org/depeche/qualifier#> .\n"
            "@prefix wd: <http://www.wikidata.org/entity/> .\n"
            "@prefix ent: <https://data.example.org/entity/> .\n"
            "@prefix g: <https://data.example.org/graph/> .\n"
            "\n"
            "wd:Q881\n"
            "\tdp:importsFrom wd:Q159 .\n"
            "\n"
            "ent:person.to-lam\n"
            "\ta dp:Person .\n"
            "\n"
            "ent:claim-1\n"
            "\ta dp:Claim ;\n"
            "\tdp:subject wd:Q881 ,\n"
            "\t\twd:Q148 ;\n"
            "\tdpq:value 80.0 ;\n"
            "\tdpq:from \"2000-01-01\"^^xsd:date ;\n"
            "\tdp:quote \"Le « Viêt Nam »\"@fr .\n"
            "\n"
            "ent:sentence-1\n"
            "\tdp:begin 85 ;\n"
            "\tdp:headline false .\n"
            "\n");
}

TEST(Writer, TrigHasOneBlockPerGraph) {
  const std::string text = written(Syntax::trig, import_statements());
  const std::string body = text.substr(text.find("\n\n") + 2);
  EXPECT_EQ(body.substr(0, body.find("ent:sentence-1")),
            "wd:Q881\n"
            "\tdp:importsFrom wd:Q159 .\n"
            "\n"
            "g:entities {\n"
            "\n"
            "ent:person.to-lam\n"
            "\ta dp:Person .\n"
            "\n"
            "}\n"
            "\n"
            "g:85 {\n"
            "\n"
            "ent:claim-1\n"
            "\ta dp:Claim ;\n"
            "\tdp:subject wd:Q881 ,\n"
            "\t\twd:Q148 ;\n"
            "\tdpq:value 80.0 ;\n"
            "\tdpq:from \"2000-01-01\"^^xsd:date ;\n"
            "\tdp:quote \"Le « Viêt Nam »\"@fr .\n"
            "\n");
  EXPECT_EQ(body.substr(body.size() - 3), "}\n\n");
}

TEST(Writer, LinesHaveEverythingWrittenOut) {
  const Statement one{wd("Q881"), dpq("value"), *make_decimal("80"), g("85")};
  EXPECT_EQ(written(Syntax::nquads, {one}),
            "<http://www.wikidata.org/entity/Q881> <https://w3id.org/depeche/qualifier#value> "
            "\"80.0\"^^<http://www.w3.org/2001/XMLSchema#decimal> <https://data.example.org/graph/85> .\n");
  EXPECT_EQ(written(Syntax::ntriples, {one}),
            "<http://www.wikidata.org/entity/Q881> <https://w3id.org/depeche/qualifier#value> "
            "\"80.0\"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n");
}

TEST(Writer, NothingGivesAnEmptyDocument) {
  EXPECT_EQ(written(Syntax::nquads, {}), "");
  for (const Syntax syntax : {Syntax::turtle, Syntax::trig}) {
    StringSink sink;
    Writer(syntax, Prefixes(), sink).finish();
    EXPECT_EQ(sink.text(), "");
  }
}

TEST(Writer, RoundTripOfTheModelsShapes) {
  expect_round_trip(import_statements());
}

TEST(Writer, RoundTripOfHostileLiterals) {
  std::vector<std::string> texts = {"",
                                    " ",
                                    "\"",
                                    "\"\"",
                                    "\"\"\"",
                                    "\"\"\"\"\"\"",
                                    "'",
                                    "'''",
                                    "\\",
                                    "\\\\",
                                    "\\\"",
                                    "ends in \\",
                                    "ends in \"",
                                    "\"begins",
                                    "a\"\"\"b\"\"",
                                    "line\nline",
                                    "\n",
                                    "\r\n",
                                    "tab\t",
                                    "\b\f\v",
                                    "\x01\x02\x1B[31m\x7F",
                                    "\\n is no newline",
                                    "\\u0041 is no A",
                                    "😀 \U0010FFFF",
                                    "\uFFFD",
                                    "\u0085\u2028\u2029",
                                    "e\u0301",
                                    "« Il a dit : \"non\" »\n\nfin\\",
                                    "<http://a> <http://b> <http://c> .",
                                    "@prefix x: <y> .",
                                    "# comment",
                                    "}\n}",
                                    "${HOME} `id` $(id)",
                                    "80 %",
                                    "\uFEFFbom",
                                    "שלום مرحبا",
                                    std::string(5000, '"'),
                                    std::string(4095, 'x') + "é",
                                    std::string(100000, '\\')};
  for (char c = 1; c < 0x20; ++c) texts.push_back(std::string("c") + c + "c");
  for (int size = 4080; size < 4100; ++size)
    texts.push_back(std::string(static_cast<std::size_t>(size), 'y') + "\"é\n😀");
  std::vector<Statement> statements;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Iri subject = ent("text-" + std::to_string(i)), graph = g(std::to_string(i % 3));
    statements.push_back({subject, dp("plain"), make_string(texts[i]).value(), graph});
    statements.push_back({subject, dp("tagged"), make_language_string(texts[i], "fr").value(), graph});
    statements.push_back({subject, dp("typed"), make_typed(texts[i], ent("type")).value(), std::nullopt});
  }
  expect_round_trip(std::move(statements));
}

/// rapper drops the whole of a literal with one of these, whatever the syntax; to RDF they are characters like others.
TEST(Writer, RoundTripOfNoncharacters) {
  const std::vector<Statement> statements = {
      {ent("a"), dp("p"), *make_string("\uFFFE \uFFFF \U0001FFFE"), std::nullopt}};
  for (std::size_t i = 0; i < all_syntaxes.size(); ++i) {
    const std::string name = syntax_names[i];
    EXPECT_TRUE(read_by("serdi -i " + name + " -o nquads", written(all_syntaxes[i], statements)) == statements) << name;
  }
}

TEST(Writer, RoundTripOfHostileIris) {
  std::vector<Statement> statements;
  for (const char* text : {"https://w3id.org/depeche/ontology#a/b",
                           "https://w3id.org/depeche/ontology#",
                           "https://w3id.org/depeche/ontology",
                           "http://www.wikidata.org/entity/Q1.",
                           "http://www.wikidata.org/entity/-Q1",
                           "http://www.wikidata.org/entity/.Q1",
                           "http://www.wikidata.org/entity/Q1#x",
                           "http://www.wikidata.org/entity/Q1:2",
                           "http://www.wikidata.org/entity/_",
                           "http://www.wikidata.org/entity/0..9",
                           "http://www.wikidata.org/entity/true",
                           "http://www.wikidata.org/entity/a",
                           "https://exemple.fr/été/œuvre?q=«oui»&x='y'#(z)",
                           "http://a/%22%3C%3E",
                           "http://a/a,b;c=d!e*f~g@h$i&j+k",
                           "http://a/😀",
                           "urn:x:y",
                           "http://a/?q=[",
                           "http://[::1]/",
                           "http://a//b/c...d",
                           "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"}) {
    const auto iri = make_iri(text);
    if (!iri) continue;
    statements.push_back({*iri, type, *iri, g("x")});
    statements.push_back({*iri, *iri, *iri, *iri});
    statements.push_back({ent("a"), dp("p"), *iri, std::nullopt});
  }
  ASSERT_EQ(statements.size(), 20U * 3) << "the query with '[' is no IRI, the rest is";
  const Iri nil = *make_iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil");
  statements.push_back({nil, type, nil, std::nullopt});
  expect_round_trip(std::move(statements));
}

TEST(Writer, RoundTripOfLanguageTagsAndNumbers) {
  std::vector<Statement> statements;
  for (const char* tag : {"fr", "FR-ca", "zh-Hans-CN", "de-1901", "x-private", "es-419"}) {
    statements.push_back({ent("a"), dp("label"), make_language_string("mot", tag).value(), std::nullopt});
  }
  for (const char* number : {"0", "-1", "80", "0.5", "-0.25", "123456789012345678901234567890", "3500000000.75"}) {
    statements.push_back({ent("a"), dp("value"), make_decimal(number).value(), std::nullopt});
  }
  for (const std::int64_t number : {std::int64_t{0}, std::int64_t{-5}, INT64_MAX, INT64_MIN}) {
    statements.push_back({ent("a"), dp("count"), make_integer(number), std::nullopt});
  }
  statements.push_back({ent("a"), dp("ok"), make_boolean(true), std::nullopt});
  statements.push_back({ent("a"), dp("year"), *make_year(2024), std::nullopt});
  statements.push_back({ent("a"), dp("month"), *make_year_month(2024, 6), std::nullopt});
  expect_round_trip(std::move(statements));
}

TEST(Writer, GraphsMayAlternate) {
  std::vector<Statement> statements;
  for (int i = 0; i < 30; ++i) {
    const std::string name = std::to_string(i);
    std::optional<Iri> graph;
    if (i % 3 != 0) graph = g("graph-" + std::to_string(i % 2));
    statements.push_back({ent("same"), dp("p"), ent("o-" + name), graph});
  }
  EXPECT_EQ(read_by("serdi -i trig -o nquads", written(Syntax::trig, statements)), sorted(statements));
  EXPECT_EQ(read_by("rapper -q -i trig -o nquads", written(Syntax::trig, statements)), sorted(statements));
}

TEST(Syntax, IsFoundByNameAndByFile) {
  for (std::size_t i = 0; i < all_syntaxes.size(); ++i) EXPECT_EQ(find_syntax(syntax_names[i]), all_syntaxes[i]);
  EXPECT_FALSE(find_syntax("rdfxml"));
  EXPECT_FALSE(find_syntax(""));
  EXPECT_EQ(syntax_of_file("out/kg.ttl"), Syntax::turtle);
  EXPECT_EQ(syntax_of_file("kg.trig"), Syntax::trig);
  EXPECT_EQ(syntax_of_file("a.nt"), Syntax::ntriples);
  EXPECT_EQ(syntax_of_file("a.nq"), Syntax::nquads);
  for (const char* name : {"-", "kg", "kg.ttl.gz", "kg.TTL.bak", ".ttl", "ttl"})
    EXPECT_FALSE(syntax_of_file(name)) << name;
}

}  // namespace
}  // namespace depeche::rdf
