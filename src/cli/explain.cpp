#include <unistd.h>

#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "article/source.hpp"
#include "base/utf8.hpp"
#include "cli/command.hpp"
#include "cli/explanation.hpp"
#include "cli/faults.hpp"
#include "cli/limits.hpp"
#include "cli/load.hpp"
#include "cli/streams.hpp"
#include "pipeline/examples.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

/// What of the input is shown, and how.
struct Wanted {
  std::optional<std::string> article;
  std::optional<std::int64_t> sentence;  ///< from 1
  bool json = false;
  bool colour = false;
  article::ReadLimits limits;
};

Wanted read_options(const po::variables_map& values) {
  Wanted wanted;
  if (values.count("input") == values.count("text")) {
    throw UsageError(values.count("text") == 0 ? "nothing to explain: name an INPUT or give --text"
                                               : "either an INPUT or --text, not both");
  }
  if (values.count("article") != 0) wanted.article = values["article"].as<std::string>();
  if (values.count("sentence") != 0) {
    wanted.sentence = values["sentence"].as<std::int64_t>();
    if (*wanted.sentence < 1) throw UsageError("--sentence: sentences are counted from 1");
  }
  wanted.limits = read_limits(values);
  wanted.json = values.count("json") != 0;
  wanted.colour = colour_on(STDOUT_FILENO);
  return wanted;
}

/// Shows the wanted sentences of an article; returns how many.
std::size_t explain(const pipeline::Resources& resources, article::Article article, const Wanted& wanted) {
  extract::Trace trace;
  const extract::Extraction extraction = resources.extractor().extract(std::move(article), &trace);
  const Explanation explanation{resources.knowledge(), extraction, trace};
  std::size_t shown = 0;
  for (std::uint32_t s = 0; s < extraction.sentences.size() && !output_failed(); ++s) {
    if (wanted.sentence && *wanted.sentence != std::int64_t{s} + 1) continue;
    write_out(wanted.json ? explain_as_json(explanation, s) : explain_as_text(explanation, s, wanted.colour));
    ++shown;
  }
  return shown;
}

ExitCode explain_inputs(const pipeline::Resources& resources, const std::vector<std::string>& inputs,
                        const Wanted& wanted) {
  article::ArticleSource source(inputs, resources.chrome(), wanted.limits);
  FaultReport faults;
  std::size_t read = 0, rejected = 0, shown = 0;
  while (!output_failed()) {
    article::ReadResult next = source.next();
    if (std::holds_alternative<article::EndOfInput>(next)) break;
    if (const auto* d = std::get_if<Diagnostic>(&next)) {
      faults.add(*d);
      if (d->severity == Severity::error) ++rejected;
      continue;
    }
    ++read;
    auto& article = std::get<article::Article>(next);
    if (!wanted.article || article.id == *wanted.article) shown += explain(resources, std::move(article), wanted);
  }
  faults.finish();
  if (read == 0) {
    print_error("no article could be read");
    return ExitCode::input;
  }
  if (shown == 0 && !output_failed()) {
    throw UsageError("the input has no such article or sentence");
  }
  return rejected == 0 ? ExitCode::ok : ExitCode::some_rejected;
}

}  // namespace

ExitCode run_explain(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()                                                                                   //
      ("sentence", po::value<std::int64_t>()->value_name("N"), "only the N-th sentence of each article")  //
      ("article", po::value<std::string>()->value_name("ID"), "only the article with this id")            //
      ("text", po::value<std::string>()->value_name("TEXT"), "explain this text instead of a file")       //
      ("json", "one JSON object per sentence");
  add_limit_options(options);
  add_resource_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "input", values)) return ExitCode::ok;
  const Wanted wanted = read_options(values);
  const auto resources = load_faultless(values);
  if (!resources) return ExitCode::usage;
  if (values.count("text") == 0) {
    return explain_inputs(*resources, values["input"].as<std::vector<std::string>>(), wanted);
  }
  const std::string text = values["text"].as<std::string>();
  if (utf8::find_invalid(text) != std::string_view::npos) throw UsageError("--text is not UTF-8");
  if (explain(*resources, pipeline::article_of(text, "text", {}), wanted) == 0) {
    throw UsageError("the text has no such sentence");
  }
  return ExitCode::ok;
}

}  // namespace depeche::cli
