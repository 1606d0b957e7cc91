#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace depeche::language {

/// Word classes of Universal Dependencies, as far as French needs them.
enum class WordClass : std::uint8_t {
  unknown,
  noun,
  proper_noun,
  adjective,
  verb,
  auxiliary,
  determiner,
  pronoun,
  preposition,
  coordinator,
  subordinator,
  adverb,
  numeral,
  interjection,
  punctuation,
  symbol
};

enum class Gender : std::uint8_t { none, masculine, feminine };
enum class Number : std::uint8_t { none, singular, plural };
enum class VerbForm : std::uint8_t { none, finite, infinitive, past_participle, present_participle };
enum class Mood : std::uint8_t { none, indicative, conditional, subjunctive, imperative };
enum class Tense : std::uint8_t { none, present, imperfect, past, future };
enum class PronounType : std::uint8_t {
  none,
  personal,
  reflexive,
  relative,
  demonstrative,
  possessive,
  indefinite,
  interrogative
};

/// What inflection says. Person 0 = none. `none` means unknown or not applicable.
struct Morphology {
  Gender gender = Gender::none;
  Number number = Number::none;
  std::uint8_t person = 0;
  VerbForm verb_form = VerbForm::none;
  Mood mood = Mood::none;
  Tense tense = Tense::none;
  PronounType pronoun = PronounType::none;
  bool operator==(const Morphology&) const = default;
};

/// Dependency labels (UD, as the French treebanks use them). A token's label names its relation to its head.
enum class Dependency : std::uint8_t {
  none,
  root,
  nsubj,
  nsubj_pass,
  obj,
  iobj,
  obl_agent,
  obl_arg,
  obl_mod,
  nmod,
  amod,
  appos,
  acl,
  acl_relcl,
  advcl,
  ccomp,
  xcomp,
  conj,
  cc,
  case_,
  mark,
  det,
  nummod,
  advmod,
  aux_tense,
  aux_pass,
  cop,
  expl_subj,
  expl_comp,
  expl_pass,
  fixed,
  flat_name,
  flat_foreign,
  parataxis,
  vocative,
  punct,
  dep
};

using LemmaId = std::uint32_t;          ///< index into the lemma table of the form lexicon
inline constexpr LemmaId no_lemma = 0;  ///< the form is not in the lexicon

inline constexpr std::uint16_t no_head = 0xFFFF;

/// One token of a sentence. Offsets are bytes in the article's text. An elided form keeps its apostrophe ("l'", "d'");
/// a contraction ("du", "aux", "desquels") is one token whose lemma is the preposition.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  LemmaId lemma = no_lemma;
  WordClass word_class = WordClass::unknown;
  Morphology morphology;
  std::uint16_t head = no_head;  ///< index in the sentence; no_head for the root
  Dependency dependency = Dependency::none;
  bool capitalised : 1 = false;   ///< first letter upper case
  bool all_capitals : 1 = false;  ///< every letter upper case, at least two
  bool space_before : 1 = false;
  bool quoted : 1 = false;  ///< inside quotation marks
};

/// One sentence: its span in the article's text (bytes) and its tokens in order.
struct Sentence {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t paragraph = 0;  ///< index of the article's block it stands in
  bool headline = false;        ///< title or subhead: no determiners, present for past
  std::vector<Token> tokens;
};

inline std::string_view text_of(std::string_view article_text, const Token& token) {
  return article_text.substr(token.begin, token.end - token.begin);
}

}  // namespace depeche::language
