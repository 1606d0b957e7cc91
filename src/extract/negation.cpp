#include "extract/negation.hpp"

#include "extract/grammar.hpp"

namespace depeche::extract {
namespace {

using language::Dependency;
using language::VerbForm;
using language::WordClass;

class NegatorSearch {
 public:
  NegatorSearch(const Tree& tree, const Knowledge& knowledge) : tree_(tree), words_(knowledge.cues.negation) {}

  TokenIndex find(TokenIndex clause, int depth = 0) const {
    const TokenIndex particle = particle_of(clause);
    if (const TokenIndex n = among_children(clause, particle != no_token); n != no_token) return n;
    if (particle == no_token) return shares_group(clause) && depth < 8 ? find_shared(clause, depth) : no_token;
    if (is_limited(clause)) return no_token;
    if (const TokenIndex n = among_grandchildren(clause); n != no_token) return n;
    if (const TokenIndex n = before(particle); n != no_token) return n;
    if (const TokenIndex n = behind(particle, clause); n != no_token) return n;
    return words_.bare.contains(lemma(clause)) && !is_exceptive(clause) ? particle : no_token;
  }

 private:
  language::LemmaId lemma(TokenIndex t) const { return tree_.token(t).lemma; }

  TokenIndex particle_of(TokenIndex clause) const {
    for (TokenIndex c : Children(tree_, clause)) {
      if (words_.particles.contains(lemma(c))) return c;
    }
    return no_token;
  }

  /// "pas seulement"
  bool limits(TokenIndex negator) const {
    return negator + 1U < tree_.size() && words_.limits.contains(lemma(static_cast<TokenIndex>(negator + 1)));
  }
  bool is_limited(TokenIndex clause) const {
    for (TokenIndex c : Children(tree_, clause)) {
      if (words_.alone.contains(lemma(c)) && limits(c)) return true;
    }
    return false;
  }

  TokenIndex among_children(TokenIndex clause, bool particle) const {
    for (TokenIndex c : Children(tree_, clause)) {
      const bool negates = words_.alone.contains(lemma(c)) || (particle && words_.beside.contains(lemma(c)));
      if (negates && !limits(c)) return c;
    }
    return no_token;
  }

  /// "ne soutient aucun camp", "n'accuse ni Rome ni Paris"
  TokenIndex among_grandchildren(TokenIndex clause) const {
    for (TokenIndex c : Children(tree_, clause)) {
      for (TokenIndex g : Children(tree_, c)) {
        if (words_.fronted.contains(lemma(g)) && !words_.alone.contains(lemma(g)) &&
            tree_.word_class(g) != WordClass::adverb) {
          return g;
        }
      }
    }
    return no_token;
  }

  /// "n'a pas armé ni soutenu": a participle without an auxiliary of its own is negated with the one before, unless
  /// "mais" parts them.
  bool shares_group(TokenIndex clause) const {
    if (tree_.dependency(clause) != Dependency::conj || tree_.word_class(clause) != WordClass::verb) return false;
    return tree_.token(clause).morphology.verb_form == VerbForm::past_participle && !is_finite_group(tree_, clause) &&
           !tree_.has_child(clause, Dependency::nsubj);
  }
  TokenIndex find_shared(TokenIndex clause, int depth) const {
    for (TokenIndex c : Children(tree_, clause)) {
      if (tree_.dependency(c) == Dependency::cc && words_.contrasting.contains(lemma(c))) return no_token;
    }
    const TokenIndex head = tree_.head(clause);
    return head == no_token || !is_finite_group(tree_, head) ? no_token : find(head, depth + 1);
  }

  bool ends_clause(TokenIndex t) const {
    const WordClass c = tree_.word_class(t);
    const std::string_view text = tree_.text(t);
    return c == WordClass::subordinator || is_relative(tree_, t) ||
           (c == WordClass::punctuation && text != "," && text != "-" && text != "–") ||
           ((c == WordClass::verb || c == WordClass::auxiliary) &&
            tree_.token(t).morphology.verb_form == VerbForm::finite);
  }

  /// "À aucun moment Rome n'a …", "Pas une fois …", "Pas plus que Paris, Rome n'a …"
  TokenIndex before(TokenIndex particle) const {
    for (TokenIndex t = particle; t-- > 0;) {
      const bool compared = t > 1 && tree_.lemma(t) == "que" && tree_.lemma(static_cast<TokenIndex>(t - 1)) == "plus";
      if (!compared && ends_clause(t)) return no_token;
      if (words_.fronted.contains(lemma(t)) && !limits(t)) return t;
    }
    return no_token;
  }

  /// "n'a à aucun moment attaqué", "n'a, selon Rome, pas attaqué"
  TokenIndex behind(TokenIndex particle, TokenIndex clause) const {
    for (auto t = static_cast<TokenIndex>(particle + 1); t < tree_.size(); ++t) {
      if (t > clause && (ends_clause(t) || tree_.text(t) == ",")) return no_token;
      if (t == clause) continue;
      const bool here = t < clause ? words_.alone.contains(lemma(t)) || words_.beside.contains(lemma(t))
                                   : words_.fronted.contains(lemma(t)) && !words_.alone.contains(lemma(t));
      if (here && !limits(t)) return t;
    }
    return no_token;
  }

  /// "ne peut que", "ne pourra échapper à ses voisins qu'en partant"
  bool is_exceptive(TokenIndex clause) const {
    for (auto t = static_cast<TokenIndex>(clause + 1); t < tree_.size(); ++t) {
      if (tree_.lemma(t) == "que") return true;
    }
    return false;
  }

  const Tree& tree_;
  const mapping::Negation& words_;
};

}  // namespace

TokenIndex find_negator(const Tree& tree, TokenIndex clause, const Knowledge& knowledge) {
  return NegatorSearch(tree, knowledge).find(clause);
}

TokenIndex find_negator_of_cleft(const Tree& tree, TokenIndex noun, const Knowledge& knowledge) {
  if (!tree.has_child(noun, Dependency::cop)) return no_token;
  for (TokenIndex c : Children(tree, noun)) {
    const Dependency d = tree.dependency(c);
    if ((d == Dependency::nsubj || d == Dependency::expl_subj) && tree.lemma(c) == "ce") {
      return find_negator(tree, noun, knowledge);
    }
  }
  return no_token;
}

}  // namespace depeche::extract
