#include "language/guess.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "language/scanner_characters.hpp"

namespace depeche::language {
namespace {

bool is_open_class(WordClass word_class) {
  return word_class == WordClass::noun || word_class == WordClass::adjective || word_class == WordClass::verb ||
         word_class == WordClass::adverb;
}

bool is_nominal(WordClass word_class) {
  return word_class == WordClass::noun || word_class == WordClass::adjective;
}

/// A capital behind the first letter makes a name of a lower-case word: iPhone, al-Assad.
bool has_inner_capital(std::string_view form) {
  for (std::size_t at = 0; at < form.size();) {
    const scanner::Character c = scanner::character_at(form, at);
    if (at > 0 && c.kind == scanner::Kind::upper) return true;
    at += c.length;
  }
  return false;
}

class Guesser {
 public:
  Guesser(const FormLexicon& lexicon, const WordEndings& endings, std::string_view form)
      : lexicon_(lexicon), endings_(endings), lower_(utf8::lower(form)) {}

  std::vector<Guess> run(std::string_view form, WordPlace place) {
    const bool capitalised = scanner::character_at(form, 0).kind == scanner::Kind::upper;
    if (capitalised) {
      add({no_lemma, WordClass::proper_noun, {}}, std::string(form));
      if (place == WordPlace::inside) return std::move(guesses_);
    }
    if (!guess_compound(form) && !capitalised && has_inner_capital(form)) {
      add({no_lemma, WordClass::proper_noun, {}}, std::string(form));
      return std::move(guesses_);
    }
    if (guesses_.size() <= (capitalised ? 1U : 0U)) guess_ending();
    if (guesses_.size() <= (capitalised ? 1U : 0U)) guess_welded();
    if (guesses_.empty()) guess_nothing();
    return std::move(guesses_);
  }

 private:
  void add(Reading reading, std::string lemma) {
    const bool known = std::any_of(guesses_.begin(), guesses_.end(), [&reading](const Guess& guess) {
      return guess.reading.word_class == reading.word_class && guess.reading.morphology == reading.morphology;
    });
    if (known) return;
    reading.lemma = lexicon_.find_lemma(lemma);
    if (reading.lemma != no_lemma && !lexicon_.has_class(reading.lemma, reading.word_class)) reading.lemma = no_lemma;
    guesses_.push_back({reading, std::move(lemma)});
  }

  void add_inherited(const Reading& part, std::string_view before) {
    add(part, std::string(before) + std::string(lexicon_.lemma(part.lemma)));
  }

  /// Hyphenated words. False if the word has no hyphen or its parts tell nothing.
  bool guess_compound(std::string_view form) {
    const std::size_t hyphen = lower_.find('-');
    if (hyphen == std::string::npos || hyphen == 0 || lower_.size() != form.size()) return false;
    const std::string_view first = std::string_view(lower_).substr(0, hyphen);
    const std::string_view rest = form.substr(hyphen + 1);
    const std::size_t before = guesses_.size();
    using Prefix = WordEndings::Prefix;
    const Prefix prefix = endings_.prefixes.get(first, Prefix::none);
    if (prefix == Prefix::qualifies) {
      for (const Reading& reading : lexicon_.find(rest)) {
        if (reading.word_class == WordClass::adjective) add_inherited(reading, lower_.substr(0, hyphen + 1));
      }
      add({no_lemma, WordClass::adjective, {}}, lower_);
    } else if (prefix == Prefix::keeps || first.ends_with('o')) {
      inherit(rest, std::string_view(lower_).substr(0, hyphen + 1), prefix == Prefix::none);
    } else if (!has_inner_capital(form)) {
      for (const Reading& reading : lexicon_.find(first)) {  // camion-bélier
        if (reading.word_class == WordClass::noun) add({no_lemma, reading.word_class, reading.morphology}, lower_);
      }
    }
    return guesses_.size() > before;
  }

  void inherit(std::string_view rest, std::string_view before, bool only_nominal) {
    for (const Reading& reading : lexicon_.find(rest)) {
      if (only_nominal ? is_nominal(reading.word_class) : is_open_class(reading.word_class)) {
        add_inherited(reading, before);
      }
    }
  }

  void guess_ending() {
    guess_ending_of(lower_, false);
    if (lower_.size() > 4 && lower_.ends_with('s') && !lower_.ends_with("és") && !lower_.ends_with("ées")) {
      guess_ending_of(std::string_view(lower_).substr(0, lower_.size() - 1), true);
    }
  }

  void guess_ending_of(std::string_view word, bool plural) {
    std::size_t longest = 0;
    for (const WordEnding& ending : endings_.endings) {
      if (!word.ends_with(ending.ending) || word.size() < ending.ending.size() + 2) continue;
      if (ending.ending.size() < longest) continue;
      longest = ending.ending.size();
      Reading reading{no_lemma, ending.word_class, ending.morphology};
      if (plural) {
        if (!is_nominal(reading.word_class)) continue;
        reading.morphology.number = Number::plural;
      }
      add(reading, std::string(word.substr(0, word.size() - ending.ending.size())) + ending.lemma_ending);
    }
  }

  void guess_welded() {
    const std::size_t length = endings_.welded_prefix(lower_);
    if (length > 0) inherit(std::string_view(lower_).substr(length), lower_.substr(0, length), false);
  }

  void guess_nothing() {
    const bool plural = lower_.ends_with('s') || lower_.ends_with('x');
    const Morphology morphology = {.number = plural ? Number::plural : Number::singular};
    add({no_lemma, WordClass::noun, morphology}, lower_);
    add({no_lemma, WordClass::adjective, morphology}, lower_);
  }

  const FormLexicon& lexicon_;
  const WordEndings& endings_;
  std::string lower_;
  std::vector<Guess> guesses_;
};

}  // namespace

std::vector<Guess> guess_word(const FormLexicon& lexicon, const WordEndings& endings, std::string_view form,
                              WordPlace place) {
  return Guesser(lexicon, endings, form).run(form, place);
}

}  // namespace depeche::language
