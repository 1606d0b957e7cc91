#include <algorithm>
#include <array>

#include "language/compile/word_list.hpp"

namespace depeche::language::compile {
namespace {

constexpr auto class_names = std::to_array<std::pair<std::string_view, WordClass>>({
    {"noun", WordClass::noun},
    {"proper", WordClass::proper_noun},
    {"adjective", WordClass::adjective},
    {"verb", WordClass::verb},
    {"auxiliary", WordClass::auxiliary},
    {"determiner", WordClass::determiner},
    {"pronoun", WordClass::pronoun},
    {"preposition", WordClass::preposition},
    {"coordinator", WordClass::coordinator},
    {"subordinator", WordClass::subordinator},
    {"adverb", WordClass::adverb},
    {"numeral", WordClass::numeral},
    {"interjection", WordClass::interjection},
    {"symbol", WordClass::symbol},
});

/// Sets the feature that a word of the morphology column names; false if there is none of this name.
bool set_feature(std::string_view word, Morphology& m) {
  if (word == "m")
    m.gender = Gender::masculine;
  else if (word == "f")
    m.gender = Gender::feminine;
  else if (word == "s")
    m.number = Number::singular;
  else if (word == "p")
    m.number = Number::plural;
  else if (word == "1" || word == "2" || word == "3")
    m.person = static_cast<std::uint8_t>(word[0] - '0');
  else if (word == "infinitive")
    m.verb_form = VerbForm::infinitive;
  else if (word == "past-participle")
    m.verb_form = VerbForm::past_participle;
  else if (word == "present-participle")
    m.verb_form = VerbForm::present_participle;
  else if (word == "indicative")
    m.verb_form = VerbForm::finite, m.mood = Mood::indicative;
  else if (word == "conditional")
    m.verb_form = VerbForm::finite, m.mood = Mood::conditional;
  else if (word == "subjunctive")
    m.verb_form = VerbForm::finite, m.mood = Mood::subjunctive;
  else if (word == "imperative")
    m.verb_form = VerbForm::finite, m.mood = Mood::imperative;
  else if (word == "present")
    m.tense = Tense::present;
  else if (word == "imperfect")
    m.tense = Tense::imperfect;
  else if (word == "past")
    m.tense = Tense::past;
  else if (word == "future")
    m.tense = Tense::future;
  else if (word == "personal")
    m.pronoun = PronounType::personal;
  else if (word == "reflexive")
    m.pronoun = PronounType::reflexive;
  else if (word == "relative")
    m.pronoun = PronounType::relative;
  else if (word == "demonstrative")
    m.pronoun = PronounType::demonstrative;
  else if (word == "possessive")
    m.pronoun = PronounType::possessive;
  else if (word == "indefinite")
    m.pronoun = PronounType::indefinite;
  else if (word == "interrogative")
    m.pronoun = PronounType::interrogative;
  else
    return false;
  return true;
}

std::vector<std::string_view> split_tabs(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

template <class T>
bool agrees(T value, T wanted) {
  return wanted == T{} || value == wanted;
}

/// True if a reading has the class and everything else that the pattern names.
bool matches(const NamedReading& reading, const NamedReading& pattern) {
  const Morphology& m = reading.morphology;
  const Morphology& p = pattern.morphology;
  return reading.word_class == pattern.word_class && agrees(reading.lemma, pattern.lemma) &&
         agrees(m.gender, p.gender) && agrees(m.number, p.number) && agrees(m.person, p.person) &&
         agrees(m.verb_form, p.verb_form) && agrees(m.mood, p.mood) && agrees(m.tense, p.tense) &&
         agrees(m.pronoun, p.pronoun);
}

/// Reads the table line by line; each line changes the readings of one form.
class Corrector {
 public:
  Corrector(const std::string& file, WordList& words) : file_(file), words_(words) {}

  void read_line(std::string_view line) {
    ++line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) return;
    const auto cells = split_tabs(line);
    if (cells.size() < 4 || cells.size() > 5) {
      report(line, "forms-columns", "expected sign, form, lemma, class and morphology, separated by tabs");
      return;
    }
    apply(line, cells);
  }

  /// Applies the lines that concern many forms, once all others are read.
  Diagnostics finish() {
    for (auto& [form, readings] : words_.forms) {
      for (const Wildcard& wildcard : wildcards_) {
        if (!form.ends_with(wildcard.ending)) continue;
        const auto keep = [&](const NamedReading& reading) { return !matches(reading, wildcard.pattern); };
        if (wildcard.pattern.lemma.empty() && std::none_of(readings.begin(), readings.end(), keep)) continue;
        std::erase_if(readings, [&](const NamedReading& reading) { return !keep(reading); });
      }
    }
    return std::move(diagnostics_);
  }

 private:
  void apply(std::string_view line, const std::vector<std::string_view>& cells) {
    const auto known = std::find_if(class_names.begin(), class_names.end(),
                                    [&cells](const auto& name) { return name.first == cells[3]; });
    if (known == class_names.end()) {
      report(line, "forms-class", "unknown word class '" + std::string(cells[3]) + "'");
      return;
    }
    NamedReading reading{std::string(cells[2]), known->second, {}};
    if (cells.size() == 5) {
      for (const std::string_view word : split_columns(cells[4])) {
        if (!set_feature(word, reading.morphology)) {
          report(line, "forms-feature", "unknown feature '" + std::string(word) + "'");
        }
      }
    }
    const std::string form(cells[1]);
    if (cells[0] == "=") {
      if (replaced_ != form) words_.forms[form].clear();
      replaced_ = form;
      words_.add(form, std::move(reading));
    } else if (cells[0] == "+") {
      words_.add(form, std::move(reading));
    } else if (cells[0] == "-") {
      drop(line, form, reading);
    } else {
      report(line, "forms-sign", "expected '=', '+' or '-' and found '" + std::string(cells[0]) + "'");
    }
  }

  void drop(std::string_view line, const std::string& form, const NamedReading& pattern) {
    if (form.starts_with('*')) {
      wildcards_.push_back({form.substr(1), pattern});
      return;
    }
    const auto found = words_.forms.find(form);
    const auto dropped = found == words_.forms.end()
                             ? 0U
                             : std::erase_if(found->second, [&](const NamedReading& r) { return matches(r, pattern); });
    if (dropped == 0) report(line, "forms-nothing-to-drop", "the form has no such reading");
  }

  void report(std::string_view line, std::string code, std::string message) {
    Diagnostic diagnostic;
    diagnostic.code = std::move(code);
    diagnostic.file = file_;
    diagnostic.line = line_;
    diagnostic.message = std::move(message);
    diagnostic.source_line = std::string(line);
    diagnostics_.push_back(std::move(diagnostic));
  }

  /// A '-' line for all forms with one ending.
  struct Wildcard {
    std::string ending;
    NamedReading pattern;
  };

  const std::string& file_;
  WordList& words_;
  std::uint32_t line_ = 0;
  std::string replaced_;
  std::vector<Wildcard> wildcards_;
  Diagnostics diagnostics_;
};

}  // namespace

Diagnostics apply_corrections(std::string_view text, const std::string& file, WordList& words) {
  Corrector corrector(file, words);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    corrector.read_line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return corrector.finish();
}

}  // namespace depeche::language::compile
