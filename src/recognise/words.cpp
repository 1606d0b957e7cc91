#include "recognise/words.hpp"

#include "base/utf8.hpp"

namespace depeche::recognise {

using language::WordClass;

namespace {

constexpr std::uint32_t unasked = 0xFFFFFFFF;

constexpr std::uint32_t bit(WordClass word_class) {
  return 1U << static_cast<unsigned>(word_class);
}

// Behind the bits of the word classes.
constexpr std::uint32_t finite_verb = 1U << 16U;
constexpr std::uint32_t past_participle = 1U << 17U;

constexpr std::uint32_t function_classes =
    bit(WordClass::determiner) | bit(WordClass::pronoun) | bit(WordClass::preposition) | bit(WordClass::coordinator) |
    bit(WordClass::subordinator) | bit(WordClass::adverb) | bit(WordClass::interjection) | bit(WordClass::auxiliary);

/// A few megabytes: the words that stand near names in some ten thousand articles.
constexpr std::size_t most_words = 1U << 16U;

}  // namespace

WordMemo& WordMemo::of_thread(std::uint64_t owner) {
  static thread_local WordMemo memo;
  if (memo.owner_ != owner || memo.facts_.size() > most_words) {
    memo.owner_ = owner;
    memo.facts_.clear();
    memo.index_.clear();
  }
  return memo;
}

std::uint32_t WordMemo::find(std::string_view word) {
  const absl::string_view key(word.data(), word.size());
  if (const auto known = index_.find(key); known != index_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(facts_.size());
  index_.emplace(word, number);
  facts_.emplace_back();
  return number;
}

void Words::read(std::string_view text, const language::Sentence& sentence) {
  sentence_ = &sentence;
  texts_.clear();
  std::size_t words = 0, capitalised = 0, capitals = 0, long_words = 0;
  for (const language::Token& token : sentence.tokens) {
    texts_.push_back(language::text_of(text, token));
    if (token.end - token.begin < 3) continue;
    ++words;
    capitals += token.all_capitals ? 1 : 0;
    if (token.end - token.begin < 4) continue;
    ++long_words;
    capitalised += token.capitalised ? 1 : 0;
  }
  all_capitals_ = words >= 2 && capitals * 10 >= words * 8;
  title_case_ = sentence.headline && long_words >= 4 && capitalised * 10 >= long_words * 8;
  fact_of_.assign(texts_.size(), unasked);
}

Words::Facts& Words::facts(std::size_t i) const {
  if (fact_of_[i] == unasked) fact_of_[i] = memo_.find(texts_[i]);
  return memo_[fact_of_[i]];
}

const lexicon::OfficeNoun* Words::office(std::size_t i) const {
  Facts& known = facts(i);
  if (!known.has_office) {
    known.office = names_.find_office(texts_[i]);
    known.has_office = true;
  }
  return known.office;
}

bool Words::is_word(std::size_t i) const {
  std::size_t at = 0;
  return i < size() && !texts_[i].empty() && utf8::is_letter(utf8::next(texts_[i], at));
}

bool Words::is_initial(std::size_t i) const {
  if (i == 0) return true;
  const std::string_view before = texts_[i - 1];
  for (const std::string_view opener :
       {"«", "“", "\"", "–", "—", "-", ":", "•", "[", "…", "!", "?", ".", "*", "|", "/"}) {
    if (before == opener) return true;
  }
  return i == 1 && !is_word(0);  // a number or bullet at the head
}

std::uint32_t Words::uses(std::size_t i) const {
  Facts& known = facts(i);
  if (!known.has_uses) {
    known.uses = vocabulary_.uses(utf8::fold(texts_[i]));
    known.has_uses = true;
  }
  return known.uses;
}

std::uint32_t Words::classes(std::size_t i) const {
  Facts& known = facts(i);
  if (!known.has_classes) {
    known.classes = find_classes(i);
    known.has_classes = true;
  }
  return known.classes;
}

std::uint32_t Words::find_classes(std::size_t i) const {
  std::uint32_t found = 0;
  const auto add = [&](std::span<const language::Reading> readings) {
    for (const language::Reading& reading : readings) {
      found |= bit(reading.word_class);
      if (reading.morphology.verb_form == language::VerbForm::finite) found |= finite_verb;
      if (reading.morphology.verb_form == language::VerbForm::past_participle) found |= past_participle;
    }
  };
  if (token(i).capitalised) {
    add(forms_.find(utf8::lower(texts_[i])));
    if (found == 0) add(forms_.find(texts_[i]));  // "Etat" for "état"
  } else {
    add(forms_.find(texts_[i]));
  }
  return found & ~bit(WordClass::proper_noun) & ~bit(WordClass::unknown);
}

bool Words::is_common(std::size_t i) const {
  return classes(i) != 0;
}
bool Words::is_function_word(std::size_t i) const {
  return (classes(i) & function_classes) != 0 || (uses(i) & NameWords::article) != 0;
}
bool Words::may_be(std::size_t i, WordClass word_class) const {
  return (classes(i) & bit(word_class)) != 0;
}

bool Words::may_be_finite(std::size_t i) const {
  return (classes(i) & finite_verb) != 0;
}

bool Words::may_be_participle(std::size_t i) const {
  return (classes(i) & past_participle) != 0;
}

bool Words::is_verb(std::size_t i) const {
  const WordClass tagged = token(i).word_class;
  if (tagged == WordClass::auxiliary) return true;
  if (tagged == WordClass::verb) return token(i).morphology.verb_form == language::VerbForm::finite;
  if (tagged != WordClass::unknown) return false;
  if ((classes(i) & bit(WordClass::auxiliary)) != 0) return true;
  return (classes(i) & finite_verb) != 0 && (classes(i) & (bit(WordClass::noun) | bit(WordClass::adjective))) == 0;
}

std::string_view span_text(std::string_view text, const language::Sentence& sentence, std::size_t begin,
                           std::size_t end) {
  const std::uint32_t from = sentence.tokens[begin].begin;
  return text.substr(from, sentence.tokens[end - 1].end - from);
}

}  // namespace depeche::recognise
