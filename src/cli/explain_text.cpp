#include <fmt/color.h>
#include <fmt/format.h>

#include "cli/explanation.hpp"
#include "language/names_of_tags.hpp"
#include "pipeline/notation.hpp"

namespace depeche::cli {
namespace {

class Page {
 public:
  Page(const Explanation& explanation, std::uint32_t index, bool colour)
      : e_(explanation), index_(index), sentence_(explanation.extraction.sentences[index]), colour_(colour) {}

  std::string write() {
    out_ = fmt::format("{} {}\n", paint(fmt::format("[{}]", index_ + 1), fmt::terminal_color::bright_black),
                       paint(e_.text_of(sentence_), fmt::terminal_color::bright_white));
    write_tokens();
    write_mentions();
    write_clauses();
    write_rules();
    write_claims();
    return out_ + "\n";
  }

 private:
  std::string paint(std::string_view text, fmt::terminal_color c) const {
    return colour_ ? fmt::format(fmt::fg(c), "{}", text) : std::string(text);
  }

  /// A line below a heading that is written with the first line only.
  void line(std::string_view heading, std::string_view text) {
    if (heading != heading_) out_ += fmt::format("  {}\n", heading);
    heading_ = heading;
    out_ += fmt::format("    {}\n", text);
  }

  void write_tokens() {
    for (std::size_t i = 0; i < sentence_.tokens.size(); ++i) {
      const language::Token& t = sentence_.tokens[i];
      std::string text =
          fmt::format("{:>3} {:<18} {:<18} {}", i, e_.text_of(t), e_.lemma_of(t), language::name_of(t.word_class));
      if (t.dependency != language::Dependency::none) {
        const std::string_view head = t.head == language::no_head ? "–" : e_.text_of(sentence_.tokens[t.head]);
        text = fmt::format("{:<55}{:<10} {}", text, language::name_of(t.dependency), head);
      }
      line("tokens", text);
    }
  }

  void write_mentions() {
    if (index_ >= e_.trace.mentions.size()) return;
    for (const recognise::Mention& m : e_.trace.mentions[index_]) {
      std::string words;
      for (auto t = m.begin; t < m.end; ++t) {
        words += words.empty() ? "" : " ";
        words += e_.text_of(sentence_.tokens[t]);
      }
      const std::string whom = m.entity == recognise::no_entity ? "?" : e_.extraction.entities[m.entity].label;
      line("mentions", words + " = " + paint(whom, fmt::terminal_color::cyan));
    }
  }

  void write_clauses() {
    for (const extract::ClauseNote& c : e_.trace.clauses) {
      if (c.sentence == index_) line("clauses", c.text);
    }
  }

  void write_rules() {
    for (const extract::Trial& t : e_.trace.trials) {
      if (t.sentence != index_) continue;
      const std::string how =
          t.fired ? paint("fired ", fmt::terminal_color::green) : paint("failed", fmt::terminal_color::red);
      line("rules", fmt::format("{} {} on '{}'{}{}", how, t.rule, e_.text_of(sentence_.tokens[t.predicate]),
                                t.fired ? "" : ": ", t.reason));
    }
  }

  void write_claims() {
    for (const extract::Claim& c : e_.extraction.claims) {
      if (c.sentence != index_) continue;
      for (const std::string& text : pipeline::describe_claims(c, e_.extraction, e_.knowledge.ontology)) {
        line("claims", paint(text, fmt::terminal_color::yellow) + (c.cue.empty() ? "" : "  (" + c.cue + ")"));
      }
    }
  }

  const Explanation& e_;
  std::uint32_t index_;
  const language::Sentence& sentence_;
  bool colour_;
  std::string out_;
  std::string_view heading_;
};

}  // namespace

std::string explain_as_text(const Explanation& explanation, std::uint32_t sentence, bool colour) {
  return Page(explanation, sentence, colour).write();
}

}  // namespace depeche::cli
