#include "language/scanner_cutter.hpp"

#include "language/french/scanner_words.hpp"
#include "language/scanner_characters.hpp"

namespace depeche::language::scanner {
namespace {

std::string_view slice(std::string_view text, std::size_t begin, std::size_t end) {
  return text.substr(begin, end - begin);
}

std::size_t end_of_letters(std::string_view text, std::size_t at) {
  for (Character c = character_at(text, at); is_letter(c.kind); c = character_at(text, at)) at += c.length;
  return at;
}

std::size_t end_of_word_characters(std::string_view text, std::size_t at) {
  for (Character c = character_at(text, at); is_word(c.kind); c = character_at(text, at)) at += c.length;
  return at;
}

/// Cuts one word; the members are the state of the loop in run().
class WordCutter {
 public:
  WordCutter(std::string_view text, std::size_t begin, std::size_t at, bool follows_word)
      : text_(text), begin_(begin), at_(at), follows_word_(follows_word) {}

  Cut run() {
    for (bool more = true; more;) {
      const Character c = character_at(text_, at_);
      switch (c.kind) {
        case Kind::lower:
        case Kind::upper:
        case Kind::digit:
          at_ += c.length;
          break;
        case Kind::hyphen:
          more = at_hyphen(c);
          break;
        case Kind::apostrophe:
          more = at_apostrophe(c);
          break;
        case Kind::stop:
          more = at_stop();
          break;
        case Kind::other:
          more = at_other(c);
          break;
        default:
          more = false;
      }
    }
    cut_.end = at_;
    if (cut_.enclitics_end < at_) cut_.enclitics_end = at_;
    return cut_;
  }

 private:
  std::string_view word() const { return slice(text_, begin_, at_); }

  bool at_hyphen(Character hyphen) {
    const Character next = character_at(text_, at_ + hyphen.length);
    if (!is_word(next.kind)) return false;
    if (is_letter(next.kind) && takes_enclitic()) {
      std::size_t end = at_;
      for (std::size_t step = end_of_enclitic(text_, end); step > end; step = end_of_enclitic(text_, end)) end = step;
      if (end > at_ && !is_word(character_at(text_, end).kind) && !hyphenated_on(end)) {
        cut_.enclitics_end = end;
        return false;
      }
    }
    hyphenated_ = true;
    at_ += hyphen.length;
    return true;
  }

  bool hyphenated_on(std::size_t at) const {
    const Character c = character_at(text_, at);
    return c.kind == Kind::hyphen && is_word(character_at(text_, at + c.length).kind);
  }

  bool takes_enclitic() const {
    const std::size_t end = end_of_enclitic(text_, at_);
    if (end == at_) return false;
    const std::size_t length = character_at(text_, at_).length;
    const std::string_view enclitic = slice(text_, at_ + length, end);
    if (french::keeps_enclitic(word(), enclitic)) return false;
    const Character first = character_at(text_, begin_);
    if (first.kind == Kind::upper && follows_word_) return false;
    if (character_at(enclitic, 0).kind != Kind::upper) return true;
    return first.kind == Kind::upper && character_at(text_, begin_ + first.length).kind != Kind::lower;
  }

  bool at_apostrophe(Character apostrophe) {
    const std::size_t behind = at_ + apostrophe.length;
    const Character next = character_at(text_, behind);
    if (hyphenated_) {  // main-d'œuvre
      if (!is_letter(next.kind)) return false;
      at_ = behind;
      return true;
    }
    if (const std::size_t length = french::whole_word_with_apostrophe(text_.substr(begin_)); begin_ + length > at_) {
      at_ = begin_ + length;
      return true;
    }
    if (french::is_elided(word()) || word().ends_with("qu")) {
      if (next.kind == Kind::upper && starts_foreign_name(behind)) {
        at_ = behind;
        return true;
      }
      at_ = behind;
      return false;
    }
    if (!is_letter(next.kind)) return false;
    at_ = behind;  // O'Brien, Sanaa's
    return true;
  }

  /// N'Djamena, M'Bala, D'Souza: elision never stands before a consonant.
  bool starts_foreign_name(std::size_t consonant) const {
    constexpr std::string_view consonants = "BCDFGJKLMNPQRSTVWXZ";
    const char prefix = text_[begin_];
    return at_ == begin_ + 1 && (prefix == 'N' || prefix == 'M' || prefix == 'D') &&
           consonants.find(text_[consonant]) != std::string_view::npos &&
           (prefix == 'N' || character_at(text_, consonant + 1).kind == Kind::lower);
  }

  bool at_other(Character c) {
    const std::string_view sign = text_.substr(at_, c.length);
    const Character next = character_at(text_, at_ + c.length);
    if (sign == "&") {  // R&D
      if (next.kind != Kind::upper) return false;
    } else if (sign == "+") {  // Canal+
      if (is_word(next.kind)) return false;
      at_ += c.length;
      return false;
    } else if (sign == "°") {  // n°
      if (word() == "n" || word() == "N") at_ += c.length;
      return false;
    } else if (sign == "@") {
      if (!is_word(next.kind)) return false;
    } else if (sign == ":") {
      if (text_.substr(at_, 3) == "://") at_ = end_of_address(at_);
      return false;
    } else {
      return false;
    }
    at_ += c.length;
    return true;
  }

  std::size_t end_of_address(std::size_t at) const {
    std::size_t last = at;
    for (Character c = character_at(text_, at); c.length != 0; c = character_at(text_, at)) {
      if (c.kind == Kind::space || c.kind == Kind::opening || c.kind == Kind::closing || c.kind == Kind::straight ||
          c.kind == Kind::bracket || c.kind == Kind::unbracket || text_[at] == '<' || text_[at] == '>') {
        break;
      }
      at += c.length;
      if (is_word(c.kind) || text_[at - 1] == '/') last = at;
    }
    return last;
  }

  bool at_stop() {
    if (at_initials() || at_abbreviation()) return false;
    const std::size_t end = end_of_domain();
    if (end == at_) return false;
    at_ = character_at(text_, end).length == 1 && text_[end] == '/' ? end_of_address(end) : end;
    return false;
  }

  /// The letter before the stop is the whole word: J., J.K., U.S., J.-C., a.m.
  bool at_initials() {
    const Character first = character_at(text_, begin_);
    if (at_ != begin_ + first.length || french::find_abbreviation(word()) == french::Abbreviation::title) {
      return false;
    }
    std::size_t end = at_ + 1;
    int count = 1;
    while (true) {
      std::size_t letter = end;
      if (character_at(text_, letter).kind == Kind::hyphen) letter += character_at(text_, letter).length;
      const Character c = character_at(text_, letter);
      if (c.kind != first.kind) break;
      const Character behind = character_at(text_, letter + c.length);
      if (behind.kind == Kind::stop) {
        end = letter + c.length + 1;
        ++count;
        continue;
      }
      if (c.kind == Kind::upper && letter == end && !is_word(behind.kind) && behind.kind != Kind::apostrophe) {
        at_ = letter + c.length;  // U.N without its last stop
        return true;
      }
      break;
    }
    if (count > 1) {
      at_ = end;
      cut_.after = After::initials;
      return true;
    }
    if (first.kind != Kind::upper || !is_lone_initial(end)) return false;
    at_ = end;
    return true;
  }

  /// Behind "J.": a name, or the sentence goes on in lower case ("Mme B. affirme").
  bool is_lone_initial(std::size_t behind) const {
    const std::size_t next = skip_spaces(text_, behind);
    const Character c = character_at(text_, next);
    if (c.length == 0) return false;
    if (c.kind == Kind::lower) return true;
    return c.kind == Kind::upper && !french::opens_sentences(slice(text_, next, end_of_letters(text_, next)));
  }

  bool at_abbreviation() {
    const french::Abbreviation kind = french::find_abbreviation(word());
    if (kind == french::Abbreviation::none) return false;
    const Kind next = character_at(text_, skip_spaces(text_, at_ + 1)).kind;
    if (kind == french::Abbreviation::before_number && next != Kind::digit) return false;
    if (kind == french::Abbreviation::final) cut_.after = After::final;
    ++at_;
    return true;
  }

  /// End of "orange.fr" seen from its first stop; the stop itself if no domain name goes on there.
  std::size_t end_of_domain() const {
    std::size_t at = at_;
    while (true) {
      const std::size_t label = at + 1;
      std::size_t end = end_of_word_characters(text_, label);
      if (end == label) return at_;
      const std::string_view name = slice(text_, label, end);
      const Character c = character_at(text_, end);
      if (c.kind == Kind::stop && is_letter(character_at(text_, end + 1).kind)) {
        at = end;
        continue;
      }
      const bool ends = c.kind != Kind::apostrophe && !(c.kind == Kind::hyphen && hyphenated_on(end));
      return ends && french::is_top_level_domain(name) ? end : at_;
    }
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t at_;
  bool follows_word_;
  bool hyphenated_ = false;
  Cut cut_;
};

}  // namespace

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  for (Character c = character_at(text, at); c.length != 0 && c.kind == Kind::space; c = character_at(text, at)) {
    at += c.length;
  }
  return at;
}

std::size_t end_of_enclitic(std::string_view text, std::size_t hyphen) {
  const Character c = character_at(text, hyphen);
  if (c.kind != Kind::hyphen) return hyphen;
  const std::size_t begin = hyphen + c.length;
  std::size_t end = end_of_letters(text, begin);
  if (end == begin + 1 && (text[begin] == 't' || text[begin] == 'T')) {
    const Character second = character_at(text, end);
    if (second.kind == Kind::hyphen && second.length == 1) end = end_of_letters(text, end + 1);
  }
  return french::is_enclitic(slice(text, begin, end)) ? end : hyphen;
}

Cut continue_word(std::string_view text, std::size_t begin, std::size_t at, bool follows_word) {
  return WordCutter(text, begin, at, follows_word).run();
}

Cut cut_word(std::string_view text, std::size_t begin, bool follows_word) {
  return continue_word(text, begin, begin, follows_word);
}

}  // namespace depeche::language::scanner
