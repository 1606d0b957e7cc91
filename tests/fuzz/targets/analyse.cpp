// From a page to its graph: cleaning, scanner, tagger, recogniser, parser, extraction, explanation, statements.
#include "article/clean.hpp"
#include "base/utf8.hpp"
#include "cli/explanation.hpp"
#include "graph/builder.hpp"
#include "rdf/reader.hpp"
#include "rdf/writer.hpp"
#include "targets.hpp"

namespace depeche::fuzz {
namespace {

void require_sound(const extract::Extraction& x) {
  std::uint32_t end = 0;
  for (const language::Sentence& sentence : x.sentences) {
    require(sentence.begin >= end && sentence.end <= x.article.text.size(), "sentences lie in the text and in order");
    end = sentence.end;
    std::uint32_t token_end = sentence.begin;
    for (const language::Token& token : sentence.tokens) {
      require(token.begin >= token_end && token.begin < token.end && token.end <= sentence.end,
              "tokens lie in their sentence and in order");
      require(token.head == language::no_head || token.head < sentence.tokens.size(), "heads are tokens");
      token_end = token.end;
    }
  }
  for (const extract::Claim& claim : x.claims) {
    require(claim.sentence < x.sentences.size(), "a claim stands in a sentence");
    require(!claim.subjects.empty() && !claim.objects.empty(), "a claim has subject and object");
    for (const auto* side : {&claim.subjects, &claim.objects}) {
      for (const recognise::EntityId id : *side) require(id < x.entities.size(), "a claim is about entities");
    }
  }
}

std::string write_graph(const extract::Extraction& x, rdf::Syntax syntax) {
  const mapping::Ontology& ontology = resources().knowledge().ontology;
  auto builder = graph::GraphBuilder::make(ontology.relations(), {});
  const rdf::Prefixes prefixes = builder->prefixes();
  StringSink sink;
  rdf::Writer writer(syntax, prefixes, sink);
  require(builder->add(x, writer) == graph::Added::added, "an article alone is no repetition");
  writer.finish();
  return sink.text();
}

}  // namespace

void analyse(std::string_view bytes) {
  article::Record record;
  record.text = as_utf8(bytes);
  for (char& c : record.text) c = c == '\0' ? ' ' : c;  // refused by the readers
  record.id = "fuzz";
  record.place = "fuzz.txt";
  record.published = {2024, 5, 17};
  article::Article article = article::clean(std::move(record), resources().chrome());
  if (article.text.empty()) return;
  extract::Trace trace;
  const extract::Extraction plain = resources().extractor().extract(article);
  require_sound(plain);
  const extract::Extraction traced = resources().extractor().extract(std::move(article), &trace);
  require(plain.claims.size() == traced.claims.size(), "a trace changes nothing");
  const cli::Explanation explanation{resources().knowledge(), traced, trace};
  for (std::uint32_t s = 0; s < traced.sentences.size(); ++s) {
    require(utf8::find_invalid(cli::explain_as_text(explanation, s, true)) == std::string::npos, "UTF-8 explained");
    cli::explain_as_json(explanation, s);
  }
  Diagnostics faults;
  const auto turtle = rdf::read_turtle(write_graph(plain, rdf::Syntax::turtle), "turtle", faults);
  const auto lines = rdf::read_turtle(write_graph(plain, rdf::Syntax::ntriples), "ntriples", faults);
  require(faults.empty(), "what is written can be read");
  require(turtle.size() == lines.size(), "Turtle and N-Triples say the same");
}

}  // namespace depeche::fuzz
