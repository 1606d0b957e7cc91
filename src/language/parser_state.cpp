#include "language/parser_state.hpp"

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

std::size_t best_transition(const Model& model, const ParseState& state, const ParserTable::Scores& scores) {
  std::size_t best = 0;
  int best_score = -32769;
  const auto consider = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (scores[i] > best_score) {
        best = i;
        best_score = scores[i];
      }
    }
  };
  const std::size_t root = model.first_right() - 1;
  if (state.can_shift()) consider(0, 1);
  if (state.can_left()) consider(1, root);
  if (state.can_root()) consider(root, root + 1);
  if (state.can_right()) consider(root + 1, model.transition_count());
  return best;
}

}  // namespace depeche::language
