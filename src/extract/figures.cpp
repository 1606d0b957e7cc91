#include "extract/figures.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "extract/grammar.hpp"

namespace depeche::extract {

using language::WordClass;
using recognise::Quantity;

namespace {

/// A figure in brackets is that of the name before them; but "une part de (99,7 %)".
bool bracketed(const Tree& tree, const Quantity& q) {
  if (q.begin == 0 || tree.text(static_cast<TokenIndex>(q.begin - 1)) != "(") return false;
  return q.begin < 2 || tree.word_class(static_cast<TokenIndex>(q.begin - 2)) != WordClass::preposition;
}

/// True if the bracket of the quantity opens at `open`.
bool bracketed_from(const Tree& tree, const Quantity& q, TokenIndex open) {
  return bracketed(tree, q) && q.begin == open + 1;
}

bool leads_name(const Tree& tree, TokenIndex t) {
  return tree.word_class(t) == WordClass::preposition || tree.word_class(t) == WordClass::determiner;
}

/// "16 % en provenance de Chine, 9 % de France et …": behind the comma stands the figure of the name that follows it.
bool is_of_next(const Tree& tree, TokenIndex end, const Quantity& q) {
  if (q.begin != end + 1 || tree.text(end) != ",") return false;
  TokenIndex t = q.end;
  if (t >= tree.size() || tree.word_class(t) != WordClass::preposition) return false;
  while (t < tree.size() && leads_name(tree, t)) ++t;
  return t < tree.size() && tree.mention(t) != nullptr;
}

TokenIndex end_of_name(const Tree& tree, TokenIndex actor) {
  const recognise::Mention* m = tree.mention(actor);
  return m != nullptr ? m->end : static_cast<TokenIndex>(actor + 1);
}

}  // namespace

Quantity::Unit unit_of(const mapping::FigureSpec& spec) {
  switch (spec.unit) {
    case mapping::FigureSpec::Unit::percent:
      return Quantity::Unit::percent;
    case mapping::FigureSpec::Unit::money:
      return Quantity::Unit::money;
    case mapping::FigureSpec::Unit::count:
      return Quantity::Unit::count;
  }
  return Quantity::Unit::none;
}

const std::vector<Quantity>& SentenceFacts::quantities() const {
  if (!quantities_) quantities_ = knowledge_.quantities.find(tree_.article_text(), tree_.sentence());
  return *quantities_;
}

const std::vector<recognise::TimeSpan>& SentenceFacts::times() const {
  if (!times_) times_ = knowledge_.times.find(tree_.article_text(), tree_.sentence(), published_);
  return *times_;
}

bool SentenceFacts::is_one_of(TokenIndex token, const mapping::FigureCues::Lemmas& words) const {
  return words.contains(tree_.token(token).lemma);
}

/// True if the words between an actor and a quantity only introduce it: "(", "avec", "soit", "à hauteur de", "pour".
bool SentenceFacts::introduced(TokenIndex from, TokenIndex to) const {
  for (TokenIndex t = from; t < to; ++t) {
    const std::string_view word = tree_.text(t);
    if (word != "(" && word != "," && word != ":" && word != "soit" &&
        !is_one_of(t, knowledge_.cues.figures.introducing))
      return false;
  }
  return true;
}

TokenIndex SentenceFacts::word_of_order() const {
  for (TokenIndex t = 0; t < tree_.size(); ++t) {
    if (is_one_of(t, knowledge_.cues.figures.in_order)) return t;
  }
  return no_token;
}

const Quantity* SentenceFacts::quantity_behind(TokenIndex actor, Unit unit) const {
  TokenIndex end = end_of_name(tree_, actor);
  for (const Quantity& q : quantities()) {
    if (q.unit != unit || q.change || q.begin < end) continue;
    if (q.begin - end > 8) break;
    // "la Russie (ex URSS) (8 %)"
    if (tree_.text(end) == "(" && !bracketed_from(tree_, q, end)) {
      TokenIndex close = end;
      while (close < q.begin && tree_.text(close) != ")") ++close;
      if (close < q.begin) end = static_cast<TokenIndex>(close + 1);
    }
    if (introduced(end, q.begin) && !is_of_next(tree_, end, q)) return &q;
    break;
  }
  return nullptr;
}

const Quantity* SentenceFacts::quantity_before(TokenIndex actor, Unit unit) const {
  const recognise::Mention* m = tree_.mention(actor);
  const TokenIndex name = m != nullptr ? m->begin : actor;
  TokenIndex begin = name;
  while (begin > 0) {
    const auto b = static_cast<TokenIndex>(begin - 1);
    if (!leads_name(tree_, b) && !is_one_of(b, knowledge_.cues.figures.origin)) break;
    --begin;
  }
  for (const Quantity& q : quantities()) {
    if (q.unit == unit && !q.change && q.end == begin && begin < name) return &q;
  }
  return nullptr;
}

const Quantity* SentenceFacts::quantity_of_member(TokenIndex actor, Unit unit) const {
  if (const Quantity* q = quantity_behind(actor, unit); q != nullptr) return q;
  const TokenIndex end = end_of_name(tree_, actor);
  for (const Quantity& q : quantities()) {
    if (q.unit != unit || q.change || q.begin < end) continue;
    for (TokenIndex t = end; t < q.begin; ++t) {
      if (tree_.mention(t) != nullptr || tree_.text(t) == ";") return nullptr;
    }
    return &q;
  }
  return nullptr;
}

const Quantity* SentenceFacts::quantity_in_order(std::size_t place, std::size_t actors, Unit unit) const {
  if (actors < 2) return nullptr;
  const TokenIndex word = word_of_order();
  if (word == no_token) return nullptr;
  std::vector<const Quantity*> list;
  for (const Quantity& q : quantities()) {
    if (q.unit == unit && !q.change && !bracketed(tree_, q)) list.push_back(&q);
  }
  if (list.size() > actors) {
    std::erase_if(list, [&](const Quantity* q) { return q->begin < word; });
    if (list.size() > actors) list.resize(actors);
  }
  return list.size() == actors && place < actors ? list[place] : nullptr;
}

const Quantity* SentenceFacts::quantity_of_clause(const Predication& predication, TokenIndex group, Unit unit) const {
  TokenIndex top = group;
  if (group == no_token) {
    // A nominal predicate reaches as far as the clause it stands in.
    top = predication.clause;
    while (tree_.head(top) != no_token && tree_.word_class(top) != WordClass::verb) top = tree_.head(top);
  }
  const TokenIndex begin = tree_.begin_of(top), end = tree_.end_of(top);
  const Quantity* best = nullptr;
  int best_distance = std::numeric_limits<int>::max();
  for (const Quantity& q : quantities()) {
    if (q.unit != unit || q.change || q.begin < begin || q.end > end || bracketed(tree_, q)) continue;
    const int distance = std::abs(static_cast<int>(q.begin) - static_cast<int>(predication.predicate));
    if (distance < best_distance) {
      best = &q;
      best_distance = distance;
    }
  }
  if (best != nullptr || group != no_token) return best;
  if (unit == Unit::percent) best = fronted_share(predication);
  if (unit == Unit::money) best = only_sum(predication);
  return best != nullptr ? best : first_behind(predication, unit);
}

/// "Avec une part de 84,6 %, le blé est le principal produit importé de Russie": the only share of the sentence.
const Quantity* SentenceFacts::fronted_share(const Predication& predication) const {
  constexpr TokenIndex latest = 6;
  if (tree_.lemma(0) != "avec") return nullptr;
  const auto is_share = [](const Quantity& q) { return q.unit == Unit::percent && !q.change; };
  const auto first = std::find_if(quantities().begin(), quantities().end(), is_share);
  if (first == quantities().end() || std::any_of(first + 1, quantities().end(), is_share)) return nullptr;
  return first->begin < latest && first->end < predication.predicate ? &*first : nullptr;
}

/// "…, une aide et d'autres crédits d'une valeur de 32 milliards de dollars": the only sum of the sentence says whose
/// it is.
const Quantity* SentenceFacts::only_sum(const Predication& predication) const {
  const auto is_sum = [](const Quantity& q) { return q.unit == Unit::money && !q.change; };
  const auto first = std::find_if(quantities().begin(), quantities().end(), is_sum);
  if (first == quantities().end() || std::any_of(first + 1, quantities().end(), is_sum)) return nullptr;
  if (first->begin <= predication.predicate || first->begin <= 2) return nullptr;
  return is_one_of(static_cast<TokenIndex>(first->begin - 2), knowledge_.cues.figures.totals) ? &*first : nullptr;
}

/// The parser may have hung the figure elsewhere: the first one behind the predicate, before another verb or stop.
const Quantity* SentenceFacts::first_behind(const Predication& predication, Unit unit) const {
  for (const Quantity& q : quantities()) {
    if (q.unit != unit || q.change || q.begin <= predication.predicate || bracketed(tree_, q)) continue;
    for (auto t = static_cast<TokenIndex>(predication.predicate + 1); t < q.begin; ++t) {
      if (is_verbal(tree_, t) || tree_.text(t) == ";" || t > predication.predicate + 10) return nullptr;
    }
    return &q;
  }
  return nullptr;
}

bool SentenceFacts::is_restated(const Quantity& quantity, const Predication& predication) const {
  const mapping::FigureCues& cues = knowledge_.cues.figures;
  if (quantity.begin < predication.predicate) {  // fronted: the participle opens the sentence
    constexpr TokenIndex latest = 4;
    return quantity.begin <= latest && is_one_of(0, cues.reaching);
  }
  for (TokenIndex t = quantity.begin; t-- > 0 && t + 5 > quantity.begin;) {
    const std::string_view word = tree_.text(t);
    if (word == "soit" || is_one_of(t, cues.shares) || is_one_of(t, cues.reaching)) return true;
    if (word == ",") break;
  }
  return false;
}

}  // namespace depeche::extract
