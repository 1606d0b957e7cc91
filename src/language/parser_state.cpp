#include "language/parser_state.hpp"

#include <array>
#include <bit>
#ifdef __x86_64__
#include <emmintrin.h>
#endif

#include "language/word_key.hpp"

namespace depeche::language {
namespace {

constexpr std::uint32_t name_word = 1;
constexpr std::uint32_t figure_word = 2;

std::uint32_t short_key(std::string_view word) {
  const std::uint64_t key = word_key(word);
  return static_cast<std::uint32_t>(key ^ (key >> 32)) | 4U;
}

std::uint8_t inflection_of(const Morphology& morphology) {
  return static_cast<std::uint8_t>(static_cast<unsigned>(morphology.gender) |
                                   static_cast<unsigned>(morphology.number) << 2U | (morphology.person & 3U) << 4U);
}

}  // namespace

void ParseState::start(const FormLexicon& lexicon, std::string_view text, const Sentence& sentence) {
  size_ = sentence.tokens.size();
  next_ = 0;
  stack_.clear();
  nodes_.assign(size_ + 2, ParseNode{});
  for (std::size_t i = 0; i < size_; ++i) {
    const Token& token = sentence.tokens[i];
    ParseNode& node = nodes_[i];
    node.tag = tag_of(token.word_class, token.morphology);
    node.inflection = inflection_of(token.morphology);
    node.form = short_key(text_of(text, token));
    if (node.tag == Tag::proper_noun) {
      node.word = name_word;
    } else if (node.tag == Tag::numeral) {
      node.word = figure_word;
    } else if (token.lemma != no_lemma) {
      node.word = short_key(lexicon.lemma(token.lemma));
    } else {
      node.word = node.form;
    }
  }
  nodes_[size_].word = 3;
  nodes_[size_].label = Dependency::root;
}

void ParseState::attach(std::uint16_t child, std::uint16_t head, Dependency label) {
  ParseNode& below = nodes_[child];
  ParseNode& above = nodes_[head];
  below.head = head;
  below.label = label;
  above.children |= std::uint64_t{1} << static_cast<unsigned>(label);
  if (child < head) {
    if (below.tag == Tag::relative) above.children |= relative_inside;
    above.children |= below.children & relative_inside;
    above.first_left = above.first_left == no_head || child < above.first_left ? child : above.first_left;
    if (above.left_count < 255) ++above.left_count;
    if (label == Dependency::case_ || label == Dependency::mark) above.marker = below.word;
  } else {
    above.last_right = child;
    if (above.right_count < 255) ++above.right_count;
  }
}

void ParseState::apply(Transition transition) {
  switch (transition.action) {
    case Action::shift:
      stack_.push_back(next_++);
      return;
    case Action::left: {
      const std::uint16_t child = stack_.back();
      stack_.pop_back();
      attach(child, next_, transition.label);
      return;
    }
    case Action::right: {
      const std::uint16_t child = stack_.back();
      stack_.pop_back();
      attach(child, stack_.back(), transition.label);
      return;
    }
  }
}

namespace {

constexpr std::int16_t forbidden = -32768;

#ifdef __x86_64__

/// The first of the best allowed scores. Without branches, since no branch here can be predicted.
std::size_t first_best(const ParserTable::Scores& scores, const Model::Allowed& allowed) {
  constexpr std::size_t parts = parser_width / 8;
  static_assert(parts % 2 == 0);
  __m128i masked[parts];
  __m128i best = _mm_set1_epi16(forbidden);
  for (std::size_t i = 0; i < parts; ++i) {
    const __m128i score = _mm_loadu_si128(reinterpret_cast<const __m128i*>(scores.data() + 8 * i));
    const __m128i mask = _mm_loadu_si128(reinterpret_cast<const __m128i*>(allowed.data() + 8 * i));
    masked[i] = _mm_or_si128(_mm_and_si128(score, mask), _mm_andnot_si128(mask, _mm_set1_epi16(forbidden)));
    best = _mm_max_epi16(best, masked[i]);
  }
  best = _mm_max_epi16(best, _mm_shuffle_epi32(best, 0x4E));
  best = _mm_max_epi16(best, _mm_shuffle_epi32(best, 0xB1));
  best = _mm_max_epi16(best, _mm_shufflehi_epi16(_mm_shufflelo_epi16(best, 0xB1), 0xB1));
  std::uint64_t equal = 0;
  for (std::size_t i = 0; i < parts; i += 2) {
    const __m128i both = _mm_packs_epi16(_mm_cmpeq_epi16(masked[i], best), _mm_cmpeq_epi16(masked[i + 1], best));
    equal |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(both))) << 8U * i;
  }
  return static_cast<std::size_t>(std::countr_zero(equal));
}

#else

std::size_t first_best(const ParserTable::Scores& scores, const Model::Allowed& allowed) {
  std::size_t best = 0;
  std::int16_t best_score = forbidden;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (allowed[i] == 0 || scores[i] <= best_score) continue;
    best = i;
    best_score = scores[i];
  }
  return best;
}

#endif

}  // namespace

std::size_t best_transition(const Model& model, const ParseState& state, const ParserTable::Scores& scores) {
  return first_best(scores, model.allowed(state.can_shift(), state.can_left(), state.can_root(), state.can_right()));
}

}  // namespace depeche::language
