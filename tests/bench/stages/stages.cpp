// How fast each stage of an export is, on its own: bytes are those of the cleaned text of articles, words as `wc`
// counts them, both per second of processor time. DEPECHE_BENCH_INPUT names the articles; default: our own corpus. What
// matching costs is what "extract" takes beyond scan, tag, names and, for the sentences with a trigger, parse.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <variant>
#include <vector>

#include "article/source.hpp"
#include "graph/builder.hpp"
#include "pipeline/resources.hpp"
#include "recognise/recogniser.hpp"

namespace {

using namespace depeche;
using benchmark::State;
using Sentences = std::vector<language::Sentence>;

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    words += !space && !inside ? 1U : 0U;
    inside = !space;
  }
  return words;
}

/// The articles with what each stage gives for them.
struct Sample {
  std::string path;
  std::unique_ptr<pipeline::Resources> resources;
  std::vector<article::Article> articles;
  std::vector<Sentences> scanned, tagged;
  std::vector<extract::Extraction> extractions;
  rdf::StatementList statements;
  std::size_t bytes = 0, words = 0;

  void count(State& state) const {
    const auto turns = static_cast<double>(state.iterations());
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * static_cast<std::int64_t>(state.iterations()));
    state.counters["words"] = benchmark::Counter(static_cast<double>(words) * turns, benchmark::Counter::kIsRate);
  }
};

class Nothing final : public ByteSink {
 public:
  void write(std::string_view bytes) override { benchmark::DoNotOptimize(bytes.data()); }
};

class NoStatements final : public rdf::StatementSink {
 public:
  void write(const rdf::Iri& subject, const rdf::Iri&, const rdf::Term&, const rdf::Iri*) override {
    benchmark::DoNotOptimize(&subject);
  }
};

Sentences scan(const article::Article& article) {
  Sentences out;
  for (const article::Block& block : article.blocks) language::scan(article.text, block.begin, block.end, out);
  return out;
}

std::vector<article::Article> read_articles(const std::string& path, const article::Chrome& chrome) {
  std::vector<article::Article> out;
  article::ArticleSource source({path}, chrome);
  while (true) {
    article::ReadResult result = source.next();
    if (std::holds_alternative<article::EndOfInput>(result)) return out;
    if (auto* article = std::get_if<article::Article>(&result)) out.push_back(std::move(*article));
  }
}

graph::GraphBuilder make_builder(const Sample& sample) {
  return std::move(*graph::GraphBuilder::make(sample.resources->knowledge().ontology.relations(), {}));
}

bool prepare(Sample& sample) {
  Diagnostics faults;
  auto resources = pipeline::Resources::load(pipeline::ResourcePaths::beside_program(), faults);
  if (!resources || has_errors(faults)) return false;
  sample.resources = std::move(*resources);
  const char* const given = std::getenv("DEPECHE_BENCH_INPUT");
  sample.path = given != nullptr ? given : DEPECHE_SOURCE_DIR "/tests/cases/corpus";
  sample.articles = read_articles(sample.path, sample.resources->chrome());
  auto builder = make_builder(sample);
  for (const article::Article& article : sample.articles) {
    sample.bytes += article.text.size();
    sample.words += count_words(article.text);
    sample.scanned.push_back(scan(article));
    sample.tagged.push_back(sample.scanned.back());
    for (language::Sentence& s : sample.tagged.back()) sample.resources->analyser().tag(article.text, s);
    sample.extractions.push_back(sample.resources->extractor().extract(article));
    builder.add(sample.extractions.back(), sample.statements);
  }
  return !sample.articles.empty();
}

void start(State& state) {
  for (auto _ : state) {
    Diagnostics faults;
    benchmark::DoNotOptimize(pipeline::Resources::load(pipeline::ResourcePaths::beside_program(), faults));
  }
}

void read_all(State& state, const Sample& sample) {
  for (auto _ : state) benchmark::DoNotOptimize(read_articles(sample.path, sample.resources->chrome()));
  sample.count(state);
}

void scan_all(State& state, const Sample& sample) {
  for (auto _ : state) {
    for (const article::Article& article : sample.articles) benchmark::DoNotOptimize(scan(article));
  }
  sample.count(state);
}

/// A step of the analyser on copies of the sentences of all articles.
void analyse_all(State& state, const Sample& sample, std::vector<Sentences> articles,
                 void (language::Analyser::*step)(std::string_view, language::Sentence&) const) {
  for (auto _ : state) {
    for (std::size_t a = 0; a < articles.size(); ++a) {
      for (language::Sentence& s : articles[a]) (sample.resources->analyser().*step)(sample.articles[a].text, s);
    }
  }
  sample.count(state);
}

void tag_all(State& state, const Sample& sample) {
  analyse_all(state, sample, sample.scanned, &language::Analyser::tag);
}

void parse_all(State& state, const Sample& sample) {
  analyse_all(state, sample, sample.tagged, &language::Analyser::parse);
}

void find_names(State& state, const Sample& sample) {
  const recognise::Recogniser& recogniser = sample.resources->recogniser();
  for (auto _ : state) {
    for (std::size_t a = 0; a < sample.articles.size(); ++a) {
      benchmark::DoNotOptimize(recogniser.recognise(sample.articles[a], sample.tagged[a]));
    }
  }
  sample.count(state);
}

void extract_claims(State& state, const Sample& sample) {
  for (auto _ : state) {
    for (const article::Article& article : sample.articles) {
      benchmark::DoNotOptimize(sample.resources->extractor().extract(article));
    }
  }
  sample.count(state);
}

void build_graph(State& state, const Sample& sample) {
  NoStatements sink;
  for (auto _ : state) {
    auto builder = make_builder(sample);
    for (const extract::Extraction& extraction : sample.extractions) builder.add(extraction, sink);
  }
  sample.count(state);
}

void write_all(State& state, const Sample& sample, rdf::Syntax syntax) {
  const auto builder = make_builder(sample);
  Nothing sink;
  for (auto _ : state) {
    rdf::Writer writer(syntax, builder.prefixes(), sink);
    for (const rdf::Statement& statement : sample.statements.list()) writer.write(statement);
    writer.finish();
  }
  sample.count(state);
  state.counters["statements"] =
      benchmark::Counter(static_cast<double>(sample.statements.list().size()) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
}

}  // namespace

int main(int argc, char** argv) {
  Sample sample;
  if (!prepare(sample)) {
    std::fputs("depeche-stages: no knowledge or no articles\n", stderr);
    return 1;
  }
  const auto add = [&](const char* name, auto run) {
    benchmark::RegisterBenchmark(name, [&sample, run](State& state) {
      run(state, sample);
    })->Unit(benchmark::kMillisecond);
  };
  benchmark::RegisterBenchmark("start", start)->Unit(benchmark::kMillisecond);
  add("read", read_all);
  add("scan", scan_all);
  add("tag", tag_all);
  add("names", find_names);
  add("parse, all sentences", parse_all);
  add("extract", extract_claims);
  add("graph", build_graph);
  add("write N-Quads", [](State& state, const Sample& all) { write_all(state, all, rdf::Syntax::nquads); });
  add("write TriG", [](State& state, const Sample& all) { write_all(state, all, rdf::Syntax::trig); });
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
