#include "cli/command.hpp"

#include <array>
#include <sstream>

#include <fmt/format.h>

#include "cli/streams.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

constexpr std::array<Command, 15> all{{
    {"export", "INPUT… [-o FILE]", "read articles, write their relations as RDF",
     "INPUT is a text file as scraped (.txt), JSON Lines (.jsonl, also .gz and .zst), a folder of them, or - for JSON\n"
     "Lines on standard input. A line holds {\"id\", \"title\", \"date\", \"text\"}; url, author, publisher and lang "
     "are\n"
     "used where they stand.\n"
     "\n"
     "  depeche export articles/ -o out/kg.ttl              a folder, as Turtle\n"
     "  depeche export news.jsonl.gz -o kg.nq               N-Quads: one named graph per article\n"
     "  depeche export articles/ -o claims.csv              a table of claims for spreadsheets, pandas and R\n"
     "  zcat *.gz | depeche export - -o - --format nquads   in a pipe\n"
     "  depeche export a.txt -o - --content facts           only what the articles assert, without the evidence\n"
     "\n"
     "Every relation stands with the sentence that says so. Only what an article asserts becomes a fact; what it "
     "reports,\n"
     "plans, doubts or denies is written as a claim with that status. An output appears whole or not at all.",
     run_export},
    {"sync", "INPUT… --out DIR", "keep an export up to date: only what is new is read, each change is published",
     "DIR holds the export (kg.nq), what each run changed (deltas/, as N-Quads and RDF Patch) and what the next run "
     "needs\n"
     "to know. An article counts as changed when its content differs, or the knowledge with which it was read. A run "
     "that\n"
     "is killed at any moment leaves the old state or the new one.\n"
     "\n"
     "  depeche sync feed/ --out kg/                  adds what is new in feed/; what is missing there stays\n"
     "  depeche sync archive/ --out kg/ --everything  archive/ is all there is: what is missing there is withdrawn\n"
     "  depeche sync - --out kg/ < news.jsonl\n"
     "  depeche sync feed/ --out kg/ --log-format json --metrics /var/lib/prometheus/node-exporter/depeche.prom\n"
     "\n"
     "Exit status 3 says that nothing was new. See also depeche status, depeche retract.",
     run_sync},
    {"retract", "DIR ARTICLE…", "take articles back out of a synchronised export",
     "An article is named by its id, its URL or the 16 digits of its IRI. It stays away, though it may stand in the "
     "input,\n"
     "until it is allowed again.\n"
     "\n"
     "  depeche retract kg/ https://journal.example/faux.html\n"
     "  depeche retract kg/ dep-17 --undo    the next sync that reads it brings it back\n"
     "  depeche retract kg/ dep-17 --erase   for good: no trace of it stays in DIR, and nothing that names it. Older "
     "deltas\n"
     "                                       go too; whoever follows them has to load the export anew",
     run_retract},
    {"status", "DIR", "tell how a synchronised export stands",
     "  depeche status kg/\n"
     "  depeche status kg/ --json",
     run_status},
    {"explain", "INPUT… [--sentence N]", "show how sentences were read and which rules fired or why not",
     "For every sentence: the tokens with lemma and class, the mentions, the clauses with their functions, the rules "
     "that\n"
     "were tried, and for those that did not fire the first condition that failed.\n"
     "\n"
     "  depeche explain article.txt                  all sentences\n"
     "  depeche explain article.txt --sentence 3     the third one\n"
     "  depeche explain --text \"Berlin reçoit Pékin.\"\n"
     "  depeche explain article.txt --json           one JSON object per sentence",
     run_explain},
    {"query", "QUERY [DATA…]", "answer a question in SPARQL from exported files or a store",
     "QUERY is the name of a ready query, a file, or - for standard input; DATA are exported files (.ttl .trig .nt "
     ".nq),\n"
     "by default out/kg.ttl. No server is needed.\n"
     "\n"
     "  depeche query --list                               the ready queries and what they answer\n"
     "  depeche query diverging-figures                    of out/kg.ttl, as a table\n"
     "  depeche query meetings kg.nq --format json         SPARQL results in JSON\n"
     "  depeche query meetings --show > mine.rq            to begin a query of your own\n"
     "  depeche query mine.rq kg1.nq kg2.nq > answer.csv   several files are one graph\n"
     "  depeche query meetings --store http://localhost:7878/query\n"
     "\n"
     "SELECT and ASK of SPARQL 1.1 are answered, with property paths, subqueries, aggregates, GRAPH, MINUS, EXISTS "
     "and\n"
     "VALUES. Not: CONSTRUCT, DESCRIBE, FROM, SERVICE, updates, lists, and functions of chance or time (NOW, RAND,\n"
     "UUID). A file without graphs (.ttl, .nt) is the default graph and, at the same time, one named graph.",
     run_query},
    {"relations", "[DATA…]", "list relations with figures, status, date and the sentence",
     "What exported files (default out/kg.ttl) say, a line for each claim, without any query language. A name is "
     "given\n"
     "as a French name, an ISO code, a Wikidata number or an IRI.\n"
     "\n"
     "  depeche relations --type Import --subject VN            what Viêt Nam imports, from whom\n"
     "  depeche relations --object Russie --status alleged      what Russia is said to have undergone\n"
     "  depeche relations --actor Q159 --since 2024-01-01       anything with Russia since that day\n"
     "  depeche relations kg.nq --format csv > relations.csv    all columns, as export -o claims.csv has them\n"
     "  depeche relations kg.nq --format jsonl                  one object a line\n"
     "\n"
     "--since and --until hold against the time that the claim is about, or else the day of the article.",
     run_relations},
    {"ontology", "> FILE.html", "write the ontology as a page for people",
     "A page of HTML in French and English with every class, property and concept, examples, matches in other\n"
     "vocabularies, and a picture of the model. It needs nothing else and can be published as it is.\n"
     "\n"
     "  depeche ontology > ontology.html",
     run_ontology},
    {"check", "", "check mappings, lexicons and ontology",
     "Reads every mapping, table and ontology file and reports all faults with file, line and column.\n"
     "\n"
     "  depeche check\n"
     "  depeche check --mappings my-mappings/ --lexicon people.tsv",
     run_check},
    {"compile", "[-o FILE]", "compile mappings, names and ontology, so that commands start sooner",
     "Writes what the knowledge says, read and checked, into one file beside it (fr.knowledge). Commands use that "
     "file\n"
     "as long as the sources are the very same and the program is; else they read the sources, as after every change\n"
     "of a mapping. Nothing but the time it takes to start depends on it. The build and the installation do this.\n"
     "\n"
     "  depeche compile",
     run_compile},
    {"test", "[RULE…]", "run the examples and counter-examples of the mappings",
     "Every rule carries sentences that must give a relation and near misses that must not. A rule is named as in the\n"
     "output (fr.visit.se-rendre); a beginning stands for all rules that begin so.\n"
     "\n"
     "  depeche test\n"
     "  depeche test fr.visit --verbose",
     run_test},
    {"load", "FILE…|DIR --store URL --profile NAME", "bring an export into a SPARQL store, and verify it there",
     "FILE is an export with named graphs: N-Quads (.nq) or TriG (.trig), also packed. Every article is one graph and\n"
     "is replaced as a whole; what is already there is left alone, so a load that was cut off is simply started\n"
     "again. At the end every graph that was written is read back and compared.\n"
     "\n"
     "  depeche load kg.nq --store http://localhost:7878 --profile oxigraph\n"
     "  depeche load kg.nq --store http://localhost:3030/ds --profile fuseki --whole\n"
     "  depeche load kg.nq -s http://localhost:8890 -p virtuoso --credentials store.secret\n"
     "  depeche load kg.nq -s URL -p gsp                        any store with the Graph Store Protocol\n"
     "  depeche load kg.nq -s URL --query-url URL -p sparql-update\n"
     "  depeche load kg/ -s http://localhost:7878 -p oxigraph   a folder of depeche sync: what changed since the last\n"
     "                                                          load, or all if the store does not say what it has\n"
     "\n"
     "Without --whole, facts and names of entities are only added to; with it the store ends up with what the files "
     "say.\n"
     "A password comes from the environment or a file, never from the command line.",
     run_load},
    {"shapes", "[-o FILE]", "write SHACL shapes that hold exports to the ontology",
     "The shapes are made of the ontology, one for every relation type, its edge and its roles; a new type needs no "
     "shape\n"
     "of its own. Any SHACL processor reads them.\n"
     "\n"
     "  depeche shapes -o shapes.ttl\n"
     "  depeche export articles/ -o kg.ttl && pyshacl -s shapes.ttl kg.ttl",
     run_shapes},
    {"score", "GOLD_DIR INPUT…", "measure what is found against a gold standard",
     "GOLD_DIR holds what people found in the articles, *.relations.tsv and *.entities.tsv; INPUT is those articles, "
     "or\n"
     "an export of them as N-Quads (.nq). Told are precision, recall and F1 of relations, of facts (only what is\n"
     "asserted) and of persons, states and organisations mentioned; the share of right statuses among the relations\n"
     "found; and the share of the gold's figures that were given.\n"
     "\n"
     "  depeche score gold/ articles.jsonl --types\n"
     "  depeche score gold/ articles.jsonl --misses 50 --extras 50    for the analysis of errors\n"
     "  depeche score gold/ kg.nq --json\n"
     "  depeche score gold/ articles.jsonl --write-precision mappings/fr/precision.tsv",
     run_score},
    {"report", "INPUT…", "show over a corpus what the rules find and what they pass over",
     "For authors of mappings: how many claims each rule gave and which rules never fired, claims per relation type "
     "and\n"
     "status, and the words that most often bring two actors together without a claim about them: first those that no\n"
     "rule waits for, then those for which there are rules, but none fired. Each with the functions in which the "
     "actors\n"
     "stand, as a mapping file names them, and with sentences.\n"
     "\n"
     "  depeche report news.jsonl\n"
     "  depeche report news.jsonl --top 200 --sentences 5\n"
     "  depeche report articles/ --json",
     run_report},
}};

}  // namespace

std::span<const Command> commands() {
  return all;
}

bool parse_arguments(const std::vector<std::string>& arguments, const Command& command,
                     const po::options_description& options, const std::string& positional, po::variables_map& values) {
  po::options_description visible("Options", 100, 50);
  visible.add(options);
  visible.add_options()("help,h", "show this help");
  po::options_description every;
  every.add(visible);
  po::positional_options_description free;
  if (!positional.empty()) {
    every.add_options()(positional.c_str(), po::value<std::vector<std::string>>());
    free.add(positional.c_str(), -1);
  }
  try {
    po::store(po::command_line_parser(arguments)
                  .options(every)
                  .positional(free)
                  .style(po::command_line_style::unix_style & ~po::command_line_style::allow_guessing)
                  .run(),
              values);
    po::notify(values);
  } catch (const po::error& e) {
    throw UsageError(e.what());
  }
  if (values.count("help") == 0) return true;
  std::ostringstream text;
  text << visible;
  write_out(fmt::format("depeche {} {}\n\n{}.\n\n{}\n\n{}", command.name, command.synopsis, command.purpose,
                        command.lesson, text.str()));
  return false;
}

}  // namespace depeche::cli
