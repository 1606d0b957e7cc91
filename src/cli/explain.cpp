#include <cstdio>
#include <iostream>
#include <unistd.h>

#include <fmt/color.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "article/source.hpp"
#include "base/utf8.hpp"
#include "cli/command.hpp"
#include "cli/load.hpp"
#include "cli/terminal.hpp"
#include "language/names_of_tags.hpp"
#include "pipeline/examples.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

using extract::Extraction;
using extract::Trace;

struct View {
  const pipeline::Resources& resources;
  const Extraction& extraction;
  const Trace& trace;
  bool colour;

  std::string paint(std::string_view text, fmt::terminal_color c) const {
    return colour ? fmt::format(fmt::fg(c), "{}", text) : std::string(text);
  }
  std::string_view text(const language::Token& t) const { return language::text_of(extraction.article.text, t); }
  std::string_view lemma(const language::Token& t) const {
    return t.lemma == language::no_lemma ? std::string_view("?") : resources.knowledge().forms.lemma(t.lemma);
  }
};

void print_sentence(const View& v, std::uint32_t index) {
  const language::Sentence& s = v.extraction.sentences[index];
  const std::string_view whole = std::string_view(v.extraction.article.text).substr(s.begin, s.end - s.begin);
  fmt::print("{} {}\n", v.paint(fmt::format("[{}]", index + 1), fmt::terminal_color::bright_black),
             v.paint(whole, fmt::terminal_color::bright_white));
  fmt::print("  tokens\n");
  for (std::size_t i = 0; i < s.tokens.size(); ++i) {
    const language::Token& t = s.tokens[i];
    const std::string head = t.head == language::no_head ? "–" : std::string(v.text(s.tokens[t.head]));
    fmt::print("    {:>3} {:<18} {:<18} {:<12} {:<10} {}\n", i, v.text(t), v.lemma(t), language::name_of(t.word_class),
               t.dependency == language::Dependency::none ? "" : language::name_of(t.dependency),
               t.dependency == language::Dependency::none ? "" : head);
  }
  if (index < v.trace.mentions.size() && !v.trace.mentions[index].empty()) {
    fmt::print("  mentions\n");
    for (const recognise::Mention& m : v.trace.mentions[index]) {
      std::string words;
      for (auto t = m.begin; t < m.end; ++t) words += (words.empty() ? "" : " ") + std::string(v.text(s.tokens[t]));
      fmt::print("    {} = {}\n", words,
                 m.entity == recognise::no_entity
                     ? "?"
                     : v.paint(v.extraction.entities[m.entity].label, fmt::terminal_color::cyan));
    }
  }
  bool any = false;
  for (const extract::ClauseNote& c : v.trace.clauses) {
    if (c.sentence != index) continue;
    fmt::print("{}    {}\n", any ? "" : "  clauses\n", c.text);
    any = true;
  }
  any = false;
  for (const extract::Trial& t : v.trace.trials) {
    if (t.sentence != index) continue;
    fmt::print("{}    {} {} on '{}'{}\n", any ? "" : "  rules\n",
               t.fired ? v.paint("fired ", fmt::terminal_color::green) : v.paint("failed", fmt::terminal_color::red), t.rule,
               v.text(s.tokens[t.predicate]), t.fired ? "" : ": " + t.reason);
    any = true;
  }
  any = false;
  for (const extract::Claim& c : v.extraction.claims) {
    if (c.sentence != index) continue;
    for (const std::string& d : pipeline::describe_claims(c, v.extraction, v.resources.knowledge().ontology)) {
      fmt::print("{}    {}{}{}\n", any ? "" : "  claims\n", v.paint(d, fmt::terminal_color::yellow),
                 c.cue.empty() ? "" : "  (" + c.cue + ")",
                 c.attributed_to == recognise::no_entity ? "" : "  by " + v.extraction.entities[c.attributed_to].label);
      any = true;
    }
  }
  fmt::print("\n");
}

void print_json(const View& v, std::uint32_t index) {
  const language::Sentence& s = v.extraction.sentences[index];
  nlohmann::ordered_json j;
  j["article"] = v.extraction.article.id;
  j["sentence"] = index + 1;
  j["text"] = v.extraction.article.text.substr(s.begin, s.end - s.begin);
  j["tokens"] = nlohmann::ordered_json::array();
  for (const language::Token& t : s.tokens) {
    nlohmann::ordered_json token{{"text", v.text(t)}, {"lemma", v.lemma(t)}, {"class", language::name_of(t.word_class)}};
    if (t.dependency != language::Dependency::none) {
      token["dependency"] = language::name_of(t.dependency);
      if (t.head != language::no_head) token["head"] = t.head;
    }
    j["tokens"].push_back(std::move(token));
  }
  j["mentions"] = nlohmann::ordered_json::array();
  if (index < v.trace.mentions.size()) {
    for (const recognise::Mention& m : v.trace.mentions[index]) {
      nlohmann::ordered_json mention{{"begin", m.begin}, {"end", m.end}};
      if (m.entity != recognise::no_entity) mention["entity"] = v.extraction.entities[m.entity].label;
      j["mentions"].push_back(std::move(mention));
    }
  }
  j["clauses"] = nlohmann::ordered_json::array();
  for (const extract::ClauseNote& c : v.trace.clauses) {
    if (c.sentence == index) j["clauses"].push_back({{"predicate", c.predicate}, {"text", c.text}});
  }
  j["rules"] = nlohmann::ordered_json::array();
  for (const extract::Trial& t : v.trace.trials) {
    if (t.sentence != index) continue;
    nlohmann::ordered_json trial{{"rule", t.rule}, {"predicate", t.predicate}, {"fired", t.fired}};
    if (!t.fired) trial["reason"] = t.reason;
    j["rules"].push_back(std::move(trial));
  }
  j["claims"] = nlohmann::ordered_json::array();
  for (const extract::Claim& c : v.extraction.claims) {
    if (c.sentence != index) continue;
    for (const std::string& d : pipeline::describe_claims(c, v.extraction, v.resources.knowledge().ontology)) {
      j["claims"].push_back({{"claim", d}, {"rule", c.rule}, {"cue", c.cue}});
    }
  }
  fmt::print("{}\n", j.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

void explain(const pipeline::Resources& resources, article::Article article, const po::variables_map& values) {
  Trace trace;
  const Extraction extraction = resources.extractor().extract(std::move(article), &trace);
  const View view{resources, extraction, trace, colour_on(STDOUT_FILENO)};
  const std::uint32_t only = values.count("sentence") != 0 ? values["sentence"].as<std::uint32_t>() : 0;
  for (std::uint32_t s = 0; s < extraction.sentences.size(); ++s) {
    if (only != 0 && s + 1 != only) continue;
    if (values.count("json") != 0) {
      print_json(view, s);
    } else {
      print_sentence(view, s);
    }
  }
}

}  // namespace

ExitCode run_explain(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()                                                                                  //
      ("sentence", po::value<std::uint32_t>()->value_name("N"), "only the N-th sentence of each article")  //
      ("text", po::value<std::string>()->value_name("TEXT"), "explain this text instead of a file")      //
      ("article", po::value<std::string>()->value_name("ID"), "only the article with this id")           //
      ("json", "one JSON object per sentence");
  add_resource_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "input", values)) return ExitCode::ok;
  if (values.count("input") == 0 && values.count("text") == 0) throw UsageError("nothing to explain: name an INPUT or give --text");
  const auto resources = load_resources(values);
  if (!resources) return ExitCode::usage;
  if (values.count("text") != 0) {
    article::Article article;
    article.id = "text";
    article.language = "fr";
    article.text = utf8::nfc(values["text"].as<std::string>());
    article.blocks.push_back({0, static_cast<std::uint32_t>(article.text.size()), article::BlockKind::paragraph});
    explain(*resources, std::move(article), values);
    return ExitCode::ok;
  }
  article::ArticleSource source(values["input"].as<std::vector<std::string>>(), resources->chrome());
  std::size_t read = 0, rejected = 0;
  for (;;) {
    article::ReadResult next = source.next();
    if (std::holds_alternative<article::EndOfInput>(next)) break;
    if (const auto* d = std::get_if<Diagnostic>(&next)) {
      print_diagnostic(*d);
      if (d->severity == Severity::error) ++rejected;
      continue;
    }
    ++read;
    auto& article = std::get<article::Article>(next);
    if (values.count("article") != 0 && article.id != values["article"].as<std::string>()) continue;
    explain(*resources, std::move(article), values);
  }
  if (read == 0) return ExitCode::input;
  return rejected == 0 ? ExitCode::ok : ExitCode::some_rejected;
}

}  // namespace depeche::cli
