#include "extract/figures.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "extract/matcher.hpp"
#include "recognise/time.hpp"

namespace depeche::extract {

using recognise::Quantity;

namespace {

bool bracketed(const Tree& tree, const Quantity& q) {
  return q.begin > 0 && tree.text(static_cast<TokenIndex>(q.begin - 1)) == "(";
}

/// True if the words between an actor and a quantity only introduce it: "(", "avec", "soit", "à hauteur de", "pour".
bool introduces(const Tree& tree, TokenIndex from, TokenIndex to) {
  for (TokenIndex t = from; t < to; ++t) {
    const std::string word = utf8::fold(tree.text(t));
    static constexpr std::string_view allowed[] = {"(", ",", "avec", "soit", "a", "hauteur", "de", "pour", "une", "un",
                                                   "part", "d'", "valeur", "pres", "plus", "environ", ":", "et", "respectivement"};
    if (std::find(std::begin(allowed), std::end(allowed), word) == std::end(allowed)) return false;
  }
  return true;
}

}  // namespace

const std::vector<Quantity>& SentenceFacts::quantities() const {
  if (!quantities_) quantities_ = finder_.find(tree_.article_text(), tree_.sentence());
  return *quantities_;
}

const std::vector<recognise::TimeSpan>& SentenceFacts::times() const {
  if (!times_) times_ = recognise::find_times(tree_.article_text(), tree_.sentence(), published_);
  return *times_;
}

const Quantity* quantity_behind(const Tree& tree, TokenIndex actor, const std::vector<Quantity>& quantities,
                                Quantity::Unit unit) {
  TokenIndex end = static_cast<TokenIndex>(actor + 1);
  if (const recognise::Mention* m = tree.mention(actor); m != nullptr) end = m->end;
  for (const Quantity& q : quantities) {
    if (q.unit != unit || q.change || q.begin < end) continue;
    if (q.begin - end > 6) break;
    if (!bracketed(tree, q) && q.begin - end > 4) break;
    if (introduces(tree, end, q.begin)) return &q;
    break;
  }
  return nullptr;
}

const Quantity* quantity_in_order(const Tree& tree, std::size_t place, std::size_t actors,
                                  const std::vector<Quantity>& quantities, Quantity::Unit unit) {
  bool said = false;
  for (TokenIndex t = 0; t < tree.size() && !said; ++t) said = utf8::fold(tree.text(t)).starts_with("respecti");
  if (!said || actors < 2) return nullptr;
  std::vector<const Quantity*> list;
  for (const Quantity& q : quantities) {
    if (q.unit == unit && !q.change && !bracketed(tree, q)) list.push_back(&q);
  }
  return list.size() == actors && place < actors ? list[place] : nullptr;
}

const Quantity* quantity_of_clause(const Tree& tree, const Predication& predication, TokenIndex group,
                                   const std::vector<Quantity>& quantities, Quantity::Unit unit) {
  const TokenIndex top = group != no_token ? group : predication.clause;
  TokenIndex begin = tree.begin_of(top), end = tree.end_of(top);
  if (group == no_token) {
    // A nominal predicate reaches as far as the clause it stands in.
    TokenIndex up = predication.clause;
    while (tree.head(up) != no_token && tree.word_class(up) != language::WordClass::verb) up = tree.head(up);
    begin = tree.begin_of(up);
    end = tree.end_of(up);
  }
  const Quantity* best = nullptr;
  int best_distance = 1 << 20;
  for (const Quantity& q : quantities) {
    if (q.unit != unit || q.change || q.begin < begin || q.end > end || bracketed(tree, q)) continue;
    const int distance = std::abs(static_cast<int>(q.begin) - static_cast<int>(predication.predicate));
    if (distance < best_distance) {
      best = &q;
      best_distance = distance;
    }
  }
  if (best != nullptr || group != no_token) return best;
  // The parser may have hung the figure elsewhere: the first one behind the predicate, before another verb or stop.
  for (const Quantity& q : quantities) {
    if (q.unit != unit || q.change || q.begin <= predication.predicate || bracketed(tree, q)) continue;
    for (TokenIndex t = static_cast<TokenIndex>(predication.predicate + 1); t < q.begin; ++t) {
      if (tree.word_class(t) == language::WordClass::verb || tree.word_class(t) == language::WordClass::auxiliary ||
          tree.text(t) == ";" || t > predication.predicate + 10) {
        return nullptr;
      }
    }
    return &q;
  }
  return nullptr;
}

}  // namespace depeche::extract
