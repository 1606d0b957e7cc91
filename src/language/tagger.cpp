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

namespace {

bool opens_sentence(const std::vector<TagNode>& nodes, std::size_t at) {
  for (std::size_t i = 0; i < at; ++i) {
    if (nodes[i].tag != Tag::punctuation) return false;
  }
  return true;
}

/// What the words around rule out. "Réunis vendredi à Rome, …": a participle that opens the sentence has its capital
/// from there, unless a name or a verb follows ("Désiré Mba", "Aimé est"). "de l'opposant Haddad", "par le fabricant":
/// between a preposition and such a word stands an article, and the word is a noun; "en l'opposant" alone is a
/// participle.
TagSet ruled_out(const std::vector<TagNode>& nodes, std::size_t at) {
  const TagNode& node = nodes[at];
  if (node.tag == Tag::proper_noun && (node.candidates & tag_bit(Tag::past_participle)) != 0 && at + 1 < nodes.size()) {
    const TagNode& next = nodes[at + 1];
    const TagSet finite = tag_bit(Tag::verb_finite) | tag_bit(Tag::aux_finite);
    if (!next.capital && !next.readings.empty() && (next.candidates & finite) == 0 && opens_sentence(nodes, at))
      return proper;
  }
  if (node.tag == Tag::present_participle && (node.candidates & tag_bit(Tag::noun)) != 0 && at >= 2) {
    const bool article = (nodes[at - 1].candidates & tag_bit(Tag::determiner)) != 0;
    if (article && nodes[at - 2].tag == Tag::preposition && nodes[at - 2].text != "en" && nodes[at - 2].text != "En") {
      return tag_bit(Tag::present_participle);
    }
  }
  return 0;
}

}  // namespace

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
    const TagSet out = ruled_out(nodes, i);
    if (out == 0) continue;
    node.tag = best_tag(node.candidates & ~out, scores);
    if (out != proper) nodes[i - 1].tag = Tag::determiner;
  }
}

}  // namespace depeche::language
