#pragma once
#include <optional>
#include <vector>

#include "article/article.hpp"
#include "extract/knowledge.hpp"
#include "extract/predication.hpp"
#include "recognise/quantity.hpp"
#include "recognise/time.hpp"

namespace depeche::extract {

/// The unit that a rule asks for.
recognise::Quantity::Unit unit_of(const mapping::FigureSpec& spec);

/// Figures and times of one sentence, looked for only when a claim wants them: most sentences make none. Whose a figure
/// is, the words around it say; what has no figure of the wanted unit gets nullptr. Changes ("en hausse de 3 %") are
/// nobody's.
class SentenceFacts {
 public:
  using Unit = recognise::Quantity::Unit;

  SentenceFacts(std::uint32_t sentence, const Tree& tree, const Knowledge& knowledge,
                const article::PartialDate& published)
      : index(sentence), tree_(tree), knowledge_(knowledge), published_(published) {}

  const std::vector<recognise::Quantity>& quantities() const;
  const std::vector<recognise::TimeSpan>& times() const;

  /// The quantity said right behind an actor: "le Chili (31 %)", "Cuba avec 2 %", "du Pérou (12 %)".
  const recognise::Quantity* quantity_behind(TokenIndex actor, Unit unit) const;

  /// The quantity right before an actor's preposition: "… de la Russie et 5 % de l'Ukraine".
  const recognise::Quantity* quantity_before(TokenIndex actor, Unit unit) const;

  /// Like quantity_behind, else the first one between the actor and the next actor: "le Chili, qui occupe le premier
  /// rang avec 31 %".
  const recognise::Quantity* quantity_of_member(TokenIndex actor, Unit unit) const;

  /// For "avec des parts respectives de 31 %, 12 % et 2 %, A, B et C": the quantity at the place in its list that
  /// the actor has in its own; nullptr unless both lists are of one length and "respectif/respectivement" is said;
  /// other figures may stand before that word ("absorbent 95 %, avec respectivement 54 % et 41 %").
  const recognise::Quantity* quantity_in_order(std::size_t place, std::size_t actors, Unit unit) const;

  /// True if the sentence deals out its figures in the order of its names ("respectivement", "des parts respectives").
  bool says_respectively() const { return word_of_order() != no_token; }

  /// The quantity nearest to the predicate among those of its clause (or inside `group` if given) that no actor's
  /// bracket has taken.
  const recognise::Quantity* quantity_of_clause(const Predication& predication, TokenIndex group, Unit unit) const;

  /// True if the words before the quantity say that it is the last claim's figure in another measure.
  bool is_restated(const recognise::Quantity& quantity, const Predication& predication) const;

  const std::uint32_t index;

 private:
  bool is_one_of(TokenIndex token, const mapping::FigureCues::Lemmas& words) const;
  bool introduced(TokenIndex from, TokenIndex to) const;
  TokenIndex word_of_order() const;
  const recognise::Quantity* fronted_share(const Predication& predication) const;
  const recognise::Quantity* only_sum(const Predication& predication) const;
  const recognise::Quantity* first_behind(const Predication& predication, Unit unit) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const article::PartialDate& published_;
  mutable std::optional<std::vector<recognise::Quantity>> quantities_;
  mutable std::optional<std::vector<recognise::TimeSpan>> times_;
};

}  // namespace depeche::extract
