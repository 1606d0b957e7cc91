// Lists of goods, each with its figure: "les huiles (47 %), l'énergie électrique (12 %) et les tabacs (11 %)".
#include <algorithm>

#include "extract/matcher.hpp"

namespace depeche::extract {

using language::VerbForm;
using language::WordClass;
using recognise::Quantity;

namespace {

/// The head of a goods' name with the determiner and adjectives before it; its subtree may hold the whole clause.
TokenIndex begin_of_name(const Tree& tree, TokenIndex head) {
  TokenIndex t = head;
  while (t > 0) {
    const WordClass w = tree.word_class(static_cast<TokenIndex>(t - 1));
    if (w != WordClass::determiner && w != WordClass::adjective) break;
    --t;
  }
  return t;
}

/// Behind the last verb before the first figure of a list: "… sont constituées principalement |de gaz (20 %), …";
/// no_token if there is none.
TokenIndex behind_verb_before_figures(const Tree& tree, const std::vector<Quantity>& quantities, Quantity::Unit unit) {
  const auto first = std::find_if(quantities.begin(), quantities.end(),
                                  [&](const Quantity& q) { return q.unit == unit && !q.change; });
  if (first == quantities.end()) return no_token;
  for (TokenIndex t = first->begin; t-- > 0;) {
    const WordClass w = tree.word_class(t);
    const VerbForm form = tree.token(t).morphology.verb_form;
    const bool perfect = form == VerbForm::past_participle && t > 0 &&
                         tree.word_class(static_cast<TokenIndex>(t - 1)) == WordClass::auxiliary;
    const bool of_predicate = form == VerbForm::finite || perfect;
    if ((w != WordClass::verb && w != WordClass::auxiliary) || !of_predicate) continue;
    ++t;
    while (t < first->begin && tree.word_class(t) == WordClass::adverb) ++t;
    return t;
  }
  return no_token;
}

}  // namespace

/// Read off the words from `begin` on: a name, its figure in brackets or behind "avec", a comma or "et". Ends at the
/// first verb, or where a figure stands without a name.
std::vector<Matcher::Good> Matcher::goods_from(const Tree& tree, TokenIndex begin, const SentenceFacts& facts,
                                               Quantity::Unit unit) const {
  std::vector<Good> out;
  TokenIndex at = begin;
  for (const Quantity& q : facts.quantities()) {
    if (q.begin < at || q.unit != unit || q.change) continue;
    TokenIndex first = at, last = q.begin;
    for (TokenIndex t = at; t < q.begin; ++t) {
      const bool finite = (tree.word_class(t) == WordClass::verb || tree.word_class(t) == WordClass::auxiliary) &&
                          tree.token(t).morphology.verb_form == VerbForm::finite;
      if (finite || tree.mention(t) != nullptr) return out;
      if (tree.text(t) == "avec" || tree.text(t) == "soit") last = std::min(last, t);
    }
    if (last == q.begin && last > 0 && tree.text(static_cast<TokenIndex>(last - 1)) == "(") --last;
    if (last == q.begin) return out;  // the figure is not introduced as one of a list
    while (first < last &&
           (tree.word_class(first) == WordClass::determiner || tree.word_class(first) == WordClass::punctuation ||
            tree.word_class(first) == WordClass::coordinator || tree.lemma(first) == "de")) {
      ++first;
    }
    while (last > first && tree.text(static_cast<TokenIndex>(last - 1)) == ",") --last;
    if (first == last || last - first > 14) return out;
    Good good;
    good.figure = q;
    good.name.text = commodity(tree, first);
    good.name.type = QualifierValue::Type::concept_;
    if (good.name.text.empty()) {
      good.name.type = QualifierValue::Type::phrase;
      const std::size_t from = tree.token(first).begin, to = tree.token(static_cast<TokenIndex>(last - 1)).end;
      good.name.text = std::string(tree.article_text().substr(from, to - from));
    }
    out.push_back(std::move(good));
    at = static_cast<TokenIndex>(q.end);
    if (at < tree.size() && tree.text(at) == ")") ++at;
  }
  return out;
}

/// A claim of several goods becomes one claim per good where the sentence gives each its figure.
void Matcher::split_by_goods(const Tree& tree, const Predication& p, const mapping::Rule& rule,
                             const SentenceFacts& facts, std::vector<Claim>& claims) {
  const auto each =
      std::find_if(rule.qualifiers.begin(), rule.qualifiers.end(), [](const mapping::Qualifier& q) { return q.each; });
  if (each == rule.qualifiers.end() || rule.figures.empty() || claims.size() != 1) return;
  const Quantity::Unit unit = unit_of(rule.figures[0]);
  std::vector<Good> goods;
  for (const mapping::Path& path : each->paths) {
    for (const TokenIndex t : walk(tree, p, rule, path)) {
      if (goods.size() < 2) goods = goods_from(tree, begin_of_name(tree, t), facts, unit);
    }
  }
  // A long list is more than most parses bear: it is read where it opens the sentence or stands behind the verb.
  for (const TokenIndex begin : {TokenIndex{0}, behind_verb_before_figures(tree, facts.quantities(), unit)}) {
    if (goods.size() < 2 && begin != no_token) goods = goods_from(tree, begin, facts, unit);
  }
  if (goods.size() < 2) return;
  const Claim whole = std::move(claims[0]);
  claims.clear();
  for (const Good& good : goods) {
    Claim claim = whole;
    std::erase_if(claim.qualifiers, [&](const auto& q) { return q.first == each->property; });
    claim.qualifiers.emplace_back(each->property, good.name);
    claim.figure = Figure{rule.figures[0].measure, good.figure};
    claims.push_back(std::move(claim));
  }
}

}  // namespace depeche::extract
