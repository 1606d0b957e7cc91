// Which figure of its sentence a claim gets.
#include "extract/figures.hpp"
#include "extract/matcher.hpp"

namespace depeche::extract {

std::optional<Figure> Matcher::figure_for(const Tree& tree, const Predication& p, const mapping::Rule& rule,
                                          const SentenceFacts& facts, const Actor& subject, const Actors& subjects,
                                          const Actor& object, const Actors& objects) {
  const auto place_of = [](const Actors& list, const Actor& a) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].entity == a.entity) return i;
    }
    return list.size();
  };
  for (const mapping::FigureSpec& spec : rule.figures) {
    const auto unit = unit_of(spec);
    const recognise::Quantity* q = nullptr;
    for (const Actor* a : {&object, &subject}) {
      if (q == nullptr && a->token != no_token) q = facts.quantity_behind(a->token, unit);
    }
    for (const Actor* a : {&object, &subject}) {
      if (q == nullptr && a->token != no_token) q = facts.quantity_before(a->token, unit);
    }
    // "A (22 %), B et C avec des parts respectives de 13 % et 12 %": those without a figure of their own share the
    // list.
    for (const auto& [list, actor] : {std::pair{&subjects, &subject}, std::pair{&objects, &object}}) {
      if (q != nullptr) break;
      Actors open;
      for (const Actor& a : *list) {
        if (a.token == no_token || facts.quantity_behind(a.token, unit) == nullptr) open.push_back(a);
      }
      q = facts.quantity_in_order(place_of(open, *actor), open.size(), unit);
      if (q == nullptr && open.size() > 1 && facts.says_respectively()) return std::nullopt;
    }
    if (q == nullptr && !spec.paths.empty()) {
      for (const mapping::Path& path : spec.paths) {
        for (const TokenIndex t : walk(tree, p, rule, path)) {
          if (q == nullptr) q = facts.quantity_of_clause(p, t, unit);
        }
      }
    } else if (q == nullptr) {
      q = facts.quantity_of_clause(p, no_token, unit);
    }
    if (q != nullptr) return Figure{spec.measure, *q};
  }
  return std::nullopt;
}

/// "avec une valeur de 98 millions de FCFA, soit une proportion de 80 % des exportations", "Evaluées à 98 millions de
/// FCFA, les importations …": the same again in another measure, where the words before the figure say so.
void Matcher::add_further_figures(const Predication& p, const mapping::Rule& rule, const SentenceFacts& facts,
                                  std::vector<Claim>& claims) {
  if (claims.size() != 1 || !claims[0].figure) return;
  for (const mapping::FigureSpec& spec : rule.figures) {
    if (spec.measure == claims[0].figure->measure || unit_of(spec) == claims[0].figure->quantity.unit) continue;
    for (const recognise::Quantity& q : facts.quantities()) {
      if (q.unit != unit_of(spec) || q.change || q.begin < 2 || !facts.is_restated(q, p)) continue;
      Claim claim = claims[0];
      claim.figure = Figure{spec.measure, q};
      claims.push_back(std::move(claim));
      break;
    }
  }
}

}  // namespace depeche::extract
