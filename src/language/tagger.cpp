#include "language/tagger.hpp"

#include <bit>

#include "language/scanner_characters.hpp"
#include "language/word_key.hpp"

namespace depeche::language {
namespace {

constexpr TagSet proper = tag_bit(Tag::proper_noun);

bool has_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const scanner::Character c = scanner::character_at(word, at);
    if (scanner::is_letter(c.kind)) return true;
    at += c.length;
  }
  return false;
}

bool is_symbol(std::string_view word) {
  constexpr std::string_view symbols = "%‰€$£¥°+=<>&@#*/§©®™×÷~^_|";
  return symbols.find(word) != std::string_view::npos;
}

/// Candidates of a token that is not a word of letters only: figures, signs.
TagSet sign_candidates(std::string_view word) {
  const scanner::Character first = scanner::character_at(word, 0);
  const bool figures = first.kind == scanner::Kind::digit ||
                       (word.size() > 1 && scanner::character_at(word, first.length).kind == scanner::Kind::digit);
  if (figures) {
    if (!has_letter(word)) return tag_bit(Tag::numeral);
    return tag_bit(Tag::numeral) | tag_bit(Tag::adjective) | tag_bit(Tag::noun);  // 1er, 20h30, 3G
  }
  if (has_letter(word)) return 0;
  return is_symbol(word) ? tag_bit(Tag::symbol) : tag_bit(Tag::punctuation);
}

FormFacts facts_of(const FormLexicon& lexicon, std::string_view form) {
  const auto readings = lexicon.find(form);
  return {word_key(form), sign_candidates(form), tags_of(readings), readings};
}

TagSet new_word_candidates(const Token& token, bool first) {
  if (!token.capitalised) return open_tags;
  return first && !token.all_capitals ? open_tags | proper : proper;
}

}  // namespace

void prepare_tags(const FormLexicon& lexicon, std::string_view text, const Sentence& sentence,
                  std::vector<TagNode>& nodes) {
  FormMemo memo(64);
  prepare_tags(lexicon, memo, text, sentence, nodes);
}

void prepare_tags(const FormLexicon& lexicon, FormMemo& memo, std::string_view text, const Sentence& sentence,
                  std::vector<TagNode>& nodes) {
  nodes.clear();
  bool first = true;
  for (const Token& token : sentence.tokens) {
    TagNode& node = nodes.emplace_back();
    node.text = text_of(text, token);
    const FormFacts& facts = memo.get(node.text, [&](std::string_view form) { return facts_of(lexicon, form); });
    node.form = facts.key;
    node.capital = token.capitalised;
    node.candidates = facts.signs;
    if (node.candidates == tag_bit(Tag::punctuation)) continue;  // leaves `first` set: a quote opens the sentence
    node.readings = facts.readings;
    node.known = !node.readings.empty();
    if (node.known) {
      node.candidates = facts.tags;
      if (token.capitalised) node.candidates |= proper;
    } else if (node.candidates == 0) {
      node.candidates = new_word_candidates(token, first);
    }
    first = false;
  }
}

Tag best_tag(TagSet candidates, const TaggerTable::Scores& scores) {
  Tag best = Tag::none;
  int best_score = -32769;
  for (TagSet rest = candidates; rest != 0; rest &= rest - 1) {
    const auto index = static_cast<unsigned>(std::countr_zero(rest));
    if (scores[index] > best_score) {
      best = static_cast<Tag>(index);
      best_score = scores[index];
    }
  }
  return best;
}

void decide_tags(const TaggerTable& table, std::vector<TagNode>& nodes) {
  std::array<std::uint32_t, max_tag_features> keys;
  TaggerTable::Scores scores;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    TagNode& node = nodes[i];
    if (std::has_single_bit(node.candidates)) {
      node.tag = static_cast<Tag>(std::countr_zero(node.candidates));
      continue;
    }
    const std::size_t count = tag_features(nodes, i, keys.data());
    table.score(keys.data(), count, scores);
    node.tag = best_tag(node.candidates, scores);
  }
}

}  // namespace depeche::language
