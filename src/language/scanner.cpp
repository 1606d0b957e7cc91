// The scanner reads a block once, from left to right. Characters fall into a few kinds; words and figures are cut by
// scanner_cutter, everything else is a token of one sign. A stop only makes the end of the sentence possible: the end
// is decided when the next sign is seen that does not close a quotation or bracket.
#include <algorithm>

#include "language/analyser.hpp"
#include "language/french/scanner_words.hpp"
#include "language/scanner_characters.hpp"
#include "language/scanner_cutter.hpp"

namespace depeche::language {
namespace scanner {
namespace {

/// A sentence is cut here at the latest: dependency heads are 16-bit indices, and lists without a stop exist.
constexpr std::size_t max_tokens = 1000;

class Scanner {
 public:
  Scanner(std::string_view text, std::size_t begin, std::size_t end, std::vector<Sentence>& out)
      : text_(text.substr(0, end)), at_(begin), out_(out) {
    tokens_.reserve(64);
  }

  void run() {
    for (Character c = character_at(text_, at_); c.length != 0; c = character_at(text_, at_)) {
      if (c.kind == Kind::space) {
        at_ += c.length;
        space_ = true;
        continue;
      }
      if (after_ != After::nothing && !closes_sentence(c)) {
        if (starts_sentence(c)) finish_sentence();
        after_ = After::nothing;
      }
      if (tokens_.size() >= max_tokens || (c.kind == Kind::upper && ends_heading())) finish_sentence();
      read_token(c);
    }
    finish_sentence();
  }

 private:
  void read_token(Character c) {
    switch (c.kind) {
      case Kind::lower:
      case Kind::upper:
        add_cut(cut_word(text_, at_, follows_word()));
        return;
      case Kind::digit:
        add_cut(cut_number(text_, at_));
        return;
      case Kind::stop:
        add_stop();
        return;
      case Kind::ender:
        add_ender();
        return;
      case Kind::hyphen:
        add_hyphen(c);
        return;
      case Kind::opening:
        add(at_ + c.length);
        ++quotations_;
        return;
      case Kind::closing:
        if (quotations_ > 0) --quotations_;
        add(at_ + c.length);
        return;
      case Kind::straight:
        add_straight_quote(1);
        return;
      case Kind::apostrophe:
        if (const std::size_t length = straight_quote(at_); length != 0) return add_straight_quote(length);
        add(at_ + c.length);
        return;
      case Kind::other:
        if (tags_name(c)) {
          Cut cut = cut_word(text_, at_ + c.length, true);
          add_cut(cut);
          return;
        }
        add(at_ + c.length);
        return;
      default:
        add(at_ + c.length);
        return;
    }
  }

  bool follows_word() const { return !tokens_.empty() && is_word(last_kind_); }

  /// @name and #topic are one token.
  bool tags_name(Character c) const {
    return c.length == 1 && (text_[at_] == '@' || text_[at_] == '#') && is_letter(character_at(text_, at_ + 1).kind);
  }

  void add_cut(const Cut& cut) {
    add(cut.end);
    while (at_ < cut.enclitics_end) add(end_of_enclitic(text_, at_));
    after_ = cut.after;
  }

  void add(std::size_t end) {
    Token token;
    token.begin = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(end);
    last_kind_ = character_at(text_, at_).kind;
    if (last_kind_ == Kind::upper) mark_capitals(token);
    token.space_before = space_;
    token.quoted = quotations_ > 0 || straight_;
    tokens_.push_back(token);
    space_ = false;
    at_ = end;
  }

  void mark_capitals(Token& token) const {
    token.capitalised = true;
    int upper = 0;
    for (std::size_t at = token.begin; at < token.end;) {
      const Character c = character_at(text_, at);
      if (c.kind == Kind::lower) return;
      if (c.kind == Kind::upper) ++upper;
      at += c.length;
    }
    token.all_capitals = upper > 1;
  }

  void add_stop() {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] == '.') ++end;
    const bool ellipsis = end - at_ > 1;
    const bool enumerates = tokens_.size() == 1 && last_kind_ == Kind::digit && tokens_[0].end - tokens_[0].begin < 3;
    const bool bracketed = ellipsis && last_kind_ == Kind::bracket;
    add(end);
    if (enumerates || bracketed) return;
    after_ = ellipsis ? After::ender : After::stop;
  }

  void add_ender() {
    std::size_t end = at_;
    for (Character c = character_at(text_, end); c.kind == Kind::ender; c = character_at(text_, end)) end += c.length;
    const bool bracketed = last_kind_ == Kind::bracket;
    add(end);
    if (!bracketed && after_ != After::stop) after_ = After::ender;
  }

  void add_hyphen(Character hyphen) {
    std::size_t end = at_ + hyphen.length;
    if ((space_ || tokens_.empty()) && character_at(text_, end).kind == Kind::digit) {
      add_cut(cut_number(text_, end));  // a negative figure
      return;
    }
    while (character_at(text_, end).kind == Kind::hyphen) end += character_at(text_, end).length;
    add(end);
  }

  enum class Side : std::uint8_t { opens, closes, unclear };

  /// Bytes of the straight quote at `at`: 1 for ", 2 for two apostrophes that stand for it, 0 for anything else.
  std::size_t straight_quote(std::size_t at) const {
    if (at >= text_.size()) return 0;
    if (text_[at] == '"') return 1;
    return text_.substr(at, 2) == "''" ? 2 : 0;
  }

  /// The side of the straight quote at `at`, by what stands around it. Before a stop or comma none opens.
  Side side_of_straight_quote(std::size_t at, std::size_t length) const {
    const Character next = character_at(text_, at + length);
    const Kind before = kind_before(at);
    const bool tight_behind = next.length != 0 && next.kind != Kind::space;
    const bool tight_before = before != Kind::space && before != Kind::bracket && before != Kind::apostrophe;
    if (tight_before && !(tight_behind && is_word(next.kind))) return Side::closes;
    const bool ends = next.kind == Kind::stop || next.kind == Kind::ender || next.kind == Kind::unbracket ||
                      (next.kind == Kind::other && continues_sentence(at + length));
    if (!tight_before && tight_behind && !ends) return Side::opens;
    return Side::unclear;
  }

  /// The kind of the character before `at`; a space at the beginning of the block.
  Kind kind_before(std::size_t at) const {
    if (at <= block_begin_) return Kind::space;
    std::size_t begin = at - 1;
    while (begin > block_begin_ && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) --begin;
    return character_at(text_, begin).kind;
  }

  /// True if the quotation that opens before `at` is never closed: a new one is opened far behind, or nothing follows.
  bool is_left_open(std::size_t at) const {
    constexpr std::size_t far = 400, very_far = 1500;
    std::size_t next = std::min(text_.find('"', at), text_.size());
    const std::size_t apostrophes = text_.substr(at, next - at).find("''");
    if (apostrophes != std::string_view::npos) next = at + apostrophes;
    if (next == text_.size()) return next - at > very_far;
    return next - at > far && side_of_straight_quote(next, straight_quote(next)) == Side::opens;
  }

  void add_straight_quote(std::size_t length) {
    const Side side = side_of_straight_quote(at_, length);
    const bool closes = side == Side::closes || (side == Side::unclear && straight_);
    straight_ = false;
    add(at_ + length);
    straight_ = !closes;
    left_open_ = straight_ && is_left_open(at_);
  }

  bool closes_sentence(Character c) const {
    switch (c.kind) {
      case Kind::closing:
      case Kind::unbracket:
      case Kind::stop:
      case Kind::ender:
        return true;
      case Kind::straight:
        return straight_ && side_of_straight_quote(at_, 1) != Side::opens;
      case Kind::apostrophe:
        if (straight_quote(at_) != 0) return straight_ && side_of_straight_quote(at_, 2) != Side::opens;
        return !is_word(character_at(text_, at_ + c.length).kind);
      default:
        return false;
    }
  }

  bool starts_sentence(Character c) const {
    std::size_t at = at_;
    // Look through dashes, brackets, opening quotes and "[...]": the first word decides.
    bool quotes = false;
    bool brackets = false;
    while (c.kind == Kind::dash || c.kind == Kind::hyphen || c.kind == Kind::bracket || c.kind == Kind::opening ||
           c.kind == Kind::straight || c.kind == Kind::apostrophe ||
           (brackets && (c.kind == Kind::stop || c.kind == Kind::ender || c.kind == Kind::unbracket))) {
      quotes = quotes || c.kind == Kind::opening || c.kind == Kind::straight;
      brackets = brackets || c.kind == Kind::bracket;
      at = skip_spaces(text_, at + c.length);
      c = character_at(text_, at);
    }
    if (after_ == After::initials) {
      return quotes || (c.kind == Kind::upper && french::opens_sentences(text_.substr(at, end_of_letters(at) - at)));
    }
    switch (c.kind) {
      case Kind::upper:
        return true;
      case Kind::digit:
        return after_ != After::final;
      case Kind::lower:
        return after_ == After::stop && (quotes || starts_name(at));
      case Kind::other:
        return after_ == After::stop && !continues_sentence(at);
      default:
        return false;
    }
  }

  /// Pages that lost their markup have headings in the line of the text: "Un pari risqué Le président a annoncé …".
  /// True if the word at the scanner's place opens a sentence, without a stop behind the few words before it.
  bool ends_heading() const {
    constexpr std::size_t longest_heading = 14;
    if (tokens_.size() < 2 || tokens_.size() > longest_heading || !space_ || quotations_ > 0 || straight_) return false;
    const Token& last = tokens_.back();
    const std::string_view before = text_.substr(last.begin, last.end - last.begin);
    if (!is_word(last_kind_) && last_kind_ != Kind::straight && last_kind_ != Kind::closing) return false;
    std::size_t at = end_of_letters(at_);
    const std::string_view word = text_.substr(at_, at - at_);
    if (!french::opens_sentences(word)) return false;
    if (is_word(last_kind_) && !french::may_end_heading(before, last.capitalised && !last.all_capitals, word))
      return false;
    const Character behind = character_at(text_, at);
    if (behind.kind == Kind::apostrophe) {
      at += behind.length;
    } else if (french::is_elided(word) || behind.kind != Kind::space) {
      return false;
    }
    at = skip_spaces(text_, at);
    return character_at(text_, at).kind == Kind::lower;
  }

  bool continues_sentence(std::size_t at) const {
    const char c = text_[at];
    return c == ',' || c == ';' || c == ':' || c == '/' || c == '%' || c == '&';
  }

  /// Arabic names open sentences in lower case: al-Chabab.
  bool starts_name(std::size_t at) const {
    const std::string_view head = text_.substr(at, 3);
    return (head == "al-" || head == "el-") && character_at(text_, at + 3).kind == Kind::upper;
  }

  std::size_t end_of_letters(std::size_t at) const {
    for (Character c = character_at(text_, at); is_letter(c.kind); c = character_at(text_, at)) at += c.length;
    return at;
  }

  void finish_sentence() {
    if (tokens_.empty()) return;
    Sentence& sentence = out_.emplace_back();
    sentence.begin = tokens_.front().begin;
    sentence.end = tokens_.back().end;
    sentence.tokens.assign(tokens_.begin(), tokens_.end());
    tokens_.clear();
    if (left_open_) straight_ = left_open_ = false;
  }

  std::string_view text_;  ///< up to the end of the block
  std::size_t at_;
  std::size_t block_begin_ = at_;
  std::vector<Sentence>& out_;
  std::vector<Token> tokens_;  ///< of the sentence being read
  After after_ = After::nothing;
  Kind last_kind_ = Kind::space;  ///< of the last token's first character
  bool space_ = false;
  bool straight_ = false;   ///< inside "…"
  bool left_open_ = false;  ///< the "…" has no end: it is taken to be that of its sentence
  int quotations_ = 0;      ///< open « and “
};

}  // namespace
}  // namespace scanner

void scan(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Sentence>& out) {
  scanner::Scanner(text, begin, end, out).run();
}

}  // namespace depeche::language
