#include "extract/figures.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "extract/matcher.hpp"
#include "recognise/time.hpp"

namespace depeche::extract {

using recognise::Quantity;

namespace {

/// A figure in brackets is that of the name before them; but "une part de (99,7 %)".
bool bracketed(const Tree& tree, const Quantity& q) {
  if (q.begin == 0 || tree.text(static_cast<TokenIndex>(q.begin - 1)) != "(") return false;
  return q.begin < 2 || tree.word_class(static_cast<TokenIndex>(q.begin - 2)) != language::WordClass::preposition;
}

/// True if the bracket of the quantity opens at `open`.
bool bracketed_from(const Tree& tree, const Quantity& q, TokenIndex open) {
  return bracketed(tree, q) && q.begin == open + 1;
}

/// True if the words between an actor and a quantity only introduce it: "(", "avec", "soit", "à hauteur de", "pour".
bool introduces(const Tree& tree, TokenIndex from, TokenIndex to) {
  for (TokenIndex t = from; t < to; ++t) {
    const std::string word = utf8::fold(tree.text(t));
    static constexpr std::string_view allowed[] = {
        "(",  ",",      "avec",       "soit", "a",          "hauteur", "de",   "pour", "une",     "un", "part",
        "d'", "valeur", "proportion", "la",   "importante", "grande",  "pres", "plus", "environ", ":"};
    if (std::find(std::begin(allowed), std::end(allowed), word) == std::end(allowed)) return false;
  }
  return true;
}

/// "16 % en provenance de Chine, 9 % de France et …": behind the comma stands the figure of the name that follows it.
bool is_of_next(const Tree& tree, TokenIndex end, const Quantity& q) {
  if (q.begin != end + 1 || tree.text(end) != ",") return false;
  TokenIndex t = q.end;
  if (t >= tree.size() || tree.word_class(t) != language::WordClass::preposition) return false;
  while (t < tree.size() && (tree.word_class(t) == language::WordClass::preposition ||
                             tree.word_class(t) == language::WordClass::determiner)) {
    ++t;
  }
  return t < tree.size() && tree.mention(t) != nullptr;
}

/// Verbs before a total: "se sont élevées à 1,2 milliard".
bool reaches(std::string_view word) {
  const std::string folded = utf8::fold(word);
  static constexpr std::string_view stems[] = {"eleve",  "atteint", "atteign", "chiffr",
                                               "etabli", "totalis", "evalu",   "estime"};
  return std::any_of(std::begin(stems), std::end(stems),
                     [&](std::string_view stem) { return folded.starts_with(stem); });
}

TokenIndex respectively_in(const Tree& tree) {
  for (TokenIndex t = 0; t < tree.size(); ++t) {
    if (utf8::fold(tree.text(t)).starts_with("respecti")) return t;
  }
  return no_token;
}

}  // namespace

bool says_respectively(const Tree& tree) {
  return respectively_in(tree) != no_token;
}

const std::vector<Quantity>& SentenceFacts::quantities() const {
  if (!quantities_) quantities_ = knowledge_.quantities.find(tree_.article_text(), tree_.sentence());
  return *quantities_;
}

const std::vector<recognise::TimeSpan>& SentenceFacts::times() const {
  if (!times_) times_ = knowledge_.times.find(tree_.article_text(), tree_.sentence(), published_);
  return *times_;
}

const Quantity* quantity_behind(const Tree& tree, TokenIndex actor, const std::vector<Quantity>& quantities,
                                Quantity::Unit unit) {
  TokenIndex end = static_cast<TokenIndex>(actor + 1);
  if (const recognise::Mention* m = tree.mention(actor); m != nullptr) end = m->end;
  for (const Quantity& q : quantities) {
    if (q.unit != unit || q.change || q.begin < end) continue;
    if (q.begin - end > 8) break;
    // "la Russie (ex URSS) (8 %)"
    if (tree.text(end) == "(" && !bracketed_from(tree, q, end)) {
      TokenIndex close = end;
      while (close < q.begin && tree.text(close) != ")") ++close;
      if (close < q.begin) end = static_cast<TokenIndex>(close + 1);
    }
    if (introduces(tree, end, q.begin) && !is_of_next(tree, end, q)) return &q;
    break;
  }
  return nullptr;
}

const Quantity* quantity_before(const Tree& tree, TokenIndex actor, const std::vector<Quantity>& quantities,
                                Quantity::Unit unit) {
  TokenIndex begin = actor;
  if (const recognise::Mention* m = tree.mention(actor); m != nullptr) begin = m->begin;
  const TokenIndex name = begin;
  while (begin > 0) {
    const TokenIndex b = static_cast<TokenIndex>(begin - 1);
    const language::WordClass w = tree.word_class(b);
    if (w != language::WordClass::preposition && w != language::WordClass::determiner && tree.text(b) != "provenance")
      break;
    --begin;
  }
  for (const Quantity& q : quantities) {
    if (q.unit == unit && !q.change && q.end == begin && begin < name) return &q;
  }
  return nullptr;
}

const Quantity* quantity_of_member(const Tree& tree, TokenIndex actor, const std::vector<Quantity>& quantities,
                                   Quantity::Unit unit) {
  if (const Quantity* q = quantity_behind(tree, actor, quantities, unit); q != nullptr) return q;
  TokenIndex end = static_cast<TokenIndex>(actor + 1);
  if (const recognise::Mention* m = tree.mention(actor); m != nullptr) end = m->end;
  for (const Quantity& q : quantities) {
    if (q.unit != unit || q.change || q.begin < end) continue;
    for (TokenIndex t = end; t < q.begin; ++t) {
      if (tree.mention(t) != nullptr || tree.text(t) == ";") return nullptr;
    }
    return &q;
  }
  return nullptr;
}

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

const Quantity* quantity_in_order(const Tree& tree, std::size_t place, std::size_t actors,
                                  const std::vector<Quantity>& quantities, Quantity::Unit unit) {
  const TokenIndex word = respectively_in(tree);
  if (actors < 2 || word == no_token) return nullptr;
  std::vector<const Quantity*> list;
  for (const Quantity& q : quantities) {
    if (q.unit == unit && !q.change && !bracketed(tree, q)) list.push_back(&q);
  }
  if (list.size() > actors) {
    std::erase_if(list, [&](const Quantity* q) { return q->begin < word; });
    if (list.size() > actors) list.resize(actors);
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
  // "Avec une part de 84,6 %, le blé est le principal produit importé de Russie."
  const auto shares = std::count_if(quantities.begin(), quantities.end(),
                                    [&](const Quantity& q) { return q.unit == unit && !q.change; });
  if (unit == Quantity::Unit::percent && shares == 1 && utf8::fold(tree.text(0)) == "avec") {
    constexpr TokenIndex latest = 6;
    const auto fronted = std::find_if(quantities.begin(), quantities.end(),
                                      [&](const Quantity& q) { return q.unit == unit && !q.change; });
    if (fronted->begin < latest && fronted->end < predication.predicate) return &*fronted;
  }
  // "…, une aide et d'autres crédits d'une valeur de 32 milliards de dollars": the only sum of the sentence says whose
  // it is.
  const Quantity* only = nullptr;
  for (const Quantity& q : quantities) {
    if (q.unit != unit || q.change) continue;
    if (only != nullptr || unit != Quantity::Unit::money) {
      only = nullptr;
      break;
    }
    only = &q;
  }
  if (only != nullptr && only->begin > predication.predicate && only->begin > 2) {
    const std::string word = utf8::fold(tree.text(static_cast<TokenIndex>(only->begin - 2)));
    if (word == "valeur" || word == "montant" || word == "hauteur" || word == "total") return only;
  }
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

/// "avec une valeur de 98 millions de FCFA, soit une proportion de 80 % des exportations", "Evaluées à 98 millions de
/// FCFA, les importations …": the same again in another measure, where the words before the figure say so.
void Matcher::add_further_figures(const Tree& tree, const Predication& p, const mapping::Rule& rule,
                                  const SentenceFacts& facts, std::vector<Claim>& claims) const {
  if (claims.size() != 1 || !claims[0].figure) return;
  for (const mapping::FigureSpec& spec : rule.figures) {
    if (spec.measure == claims[0].figure->measure || unit_of(spec) == claims[0].figure->quantity.unit) continue;
    for (const Quantity& q : facts.quantities()) {
      if (q.unit != unit_of(spec) || q.change || q.begin < 2) continue;
      bool introduced = false;
      if (q.begin < p.predicate) {  // fronted: the participle opens the sentence
        const std::string first = utf8::fold(tree.text(0));
        if (q.begin > 4 ||
            (!first.starts_with("evalue") && !first.starts_with("estime") && !first.starts_with("chiffre")))
          continue;
        introduced = true;
      }
      for (TokenIndex t = q.begin; t-- > 0 && t + 5 > q.begin;) {
        const std::string_view word = tree.text(t);
        introduced =
            introduced || word == "soit" || word == "proportion" || word == "part" || word == "valeur" || reaches(word);
        if (word == ",") break;
      }
      if (!introduced) continue;
      Claim claim = claims[0];
      claim.figure = Figure{spec.measure, q};
      claims.push_back(std::move(claim));
      break;
    }
  }
}

}  // namespace depeche::extract
