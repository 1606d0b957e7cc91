#include "extract/stance.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "extract/grammar.hpp"
#include "extract/negation.hpp"
#include "extract/stance_words.hpp"
#include "extract/support.hpp"

namespace depeche::extract {

using language::Dependency;
using language::Mood;
using language::Tense;
using language::VerbForm;
using language::WordClass;
using mapping::Implication;
using mapping::Status;
using recognise::no_entity;

void Stance::weaken(Status other, std::string_view because) {
  if (other >= status) return;
  status = other;
  cue = std::string(because);
}

namespace {

class Reader {
 public:
  Reader(const Tree& tree, const Predication& p, const Knowledge& knowledge, Discourse& discourse)
      : tree_(tree), predication_(p), knowledge_(knowledge), discourse_(discourse) {}

  Stance read() {
    if (predication_.word_class == mapping::TriggerClass::noun) read_noun();
    if (predication_.support_status) stance_.weaken(*predication_.support_status, tree_.text(predication_.clause));
    if (predication_.support_ends) stance_.ended = true;
    const TokenIndex start = predication_.clause;
    if (is_presupposed()) {
      read_presupposed();
      return std::move(stance_);
    }
    const bool clausal = is_verbal(tree_, start) || tree_.has_child(start, Dependency::cop);
    if (clausal) read_group(start, true, true);
    climb(start, clausal);
    read_sentence();
    return std::move(stance_);
  }

 private:
  /// Determiner, adjectives and governing noun of a noun predicate.
  void read_noun() {
    const TokenIndex n = predication_.predicate;
    if (is_ex(tree_.text(n))) stance_.ended = true;
    for (TokenIndex c : Children(tree_, n)) {
      const language::LemmaId l = tree_.token(c).lemma;
      const Dependency d = tree_.dependency(c);
      // "contre toute visite": any that may come, unlike "toutes les visites"
      if (d == Dependency::det && tree_.lemma(c) == "tout" && c + 1 < tree_.size() &&
          tree_.word_class(static_cast<TokenIndex>(c + 1)) != WordClass::determiner &&
          tree_.token(n).morphology.number == language::Number::singular) {
        stance_.weaken(Status::possible, tree_.text(c));
      }
      if (d == Dependency::det && tree_.lemma(c) == "aucun") stance_.weaken(Status::negated, tree_.text(c));
      if (d == Dependency::case_ && tree_.lemma(c) == "sans") stance_.weaken(Status::negated, tree_.text(c));
      // "avant une rencontre": still to come; "avant sa visite" may be long past.
      if (d == Dependency::case_ && tree_.lemma(c) == "avant" && is_indefinite(tree_, n))
        stance_.weaken(Status::planned, tree_.text(c));
      if (d == Dependency::amod || d == Dependency::acl || d == Dependency::det || d == Dependency::advmod) {
        if (const auto it = knowledge_.cues.adjectives.find(l); it != knowledge_.cues.adjectives.end()) {
          stance_.weaken(it->second, tree_.text(c));
        }
        if (knowledge_.cues.ended_adjectives.contains(l)) stance_.ended = true;
      }
    }
    if (n > 0 && knowledge_.cues.ended_adjectives.contains(tree_.token(static_cast<TokenIndex>(n - 1)).lemma)) {
      stance_.ended = true;
    }
    const TokenIndex h = tree_.head(n);
    if (h == no_token || tree_.dependency(n) != Dependency::nmod) return;
    if (const auto it = knowledge_.cues.noun_heads.find(tree_.token(h).lemma);
        it != knowledge_.cues.noun_heads.end() && preposition_of(tree_, n) == "de") {
      stance_.weaken(it->second, tree_.text(h));
    }
  }

  /// A noun predicate that the sentence takes for granted: definite ("la visite de X"), possessive, or in apposition.
  bool is_presupposed() const {
    const TokenIndex n = predication_.predicate;
    if (predication_.word_class != mapping::TriggerClass::noun || predication_.support != no_token) return false;
    if (tree_.has_child(n, Dependency::cop)) return false;
    if (predication_.alone != no_token || !predication_.fillers(knowledge_.core.apposition).empty()) return true;
    if (const TokenIndex up = carrier(tree_, n, knowledge_); up != no_token && is_occasion(tree_, up, n, knowledge_))
      return true;
    const Dependency d = tree_.dependency(n);
    if (d == Dependency::appos) return true;
    if (d == Dependency::root || tree_.sentence().headline) return false;
    const TokenIndex det = tree_.child(n, Dependency::det);
    if (det != no_token) {
      const std::string_view l = tree_.lemma(det);
      return l == "le" || l == "ce" || l == "son" || l == "leur" || l == "notre" || l == "mon";
    }
    for (TokenIndex c : Children(tree_, n)) {  // "au", "du", "des" hold their article
      if (tree_.dependency(c) != Dependency::case_) continue;
      const std::string_view form = tree_.text(c);
      return form == "au" || form == "du" || form == "aux" || form == "des";
    }
    return false;
  }

  /// What is taken for granted holds whatever becomes of the clause around it, except what directly acts on it
  /// ("annuler la visite", "un projet de visite") or is still to come with it ("lors de sa visite, il rencontrera").
  void read_presupposed() {
    TokenIndex n = predication_.predicate;
    const bool title = predication_.alone != no_token || !predication_.fillers(knowledge_.core.apposition).empty() ||
                       tree_.dependency(n) == Dependency::appos;
    if (title) return;
    for (TokenIndex up = carrier(tree_, n, knowledge_); up != no_token; up = carrier(tree_, n, knowledge_)) {
      if (is_occasion(tree_, up, n, knowledge_)) return read_occasion(up);
      n = up;  // "appelle à la reprise des négociations" is as "appelle à des négociations"
    }
    const TokenIndex h = tree_.head(n);
    const Dependency d = tree_.dependency(n);
    if (h == no_token) return;
    if (d == Dependency::obj || d == Dependency::obl_arg || d == Dependency::nsubj_pass || d == Dependency::nmod) {
      if (const mapping::Governor* g = find_governor(tree_, h, n, knowledge_); g != nullptr) return apply(*g, h);
    }
    if (is_verbal(tree_, h) && (d == Dependency::obl_mod || d == Dependency::obl_arg)) read_future(h);
    if (tree_.token(n).quoted) read_sentence();
  }

  /// "a appelé à la retenue lors d'un entretien avec X": the talk took place, unless its clause is still to come.
  void read_occasion(TokenIndex occasion) {
    TokenIndex v = tree_.head(occasion);
    for (TokenIndex c = occasion; v != no_token && !is_verbal(tree_, v); c = v, v = tree_.head(v)) {
      if (tree_.dependency(c) == Dependency::nsubj || tree_.dependency(c) == Dependency::nsubj_pass) return;
    }
    for (int steps = 0; v != no_token && steps < 4; ++steps, v = tree_.head(v)) {
      const language::Morphology& m = tree_.token(conjugated(tree_, v)).morphology;
      if (m.verb_form == VerbForm::finite) {
        if (m.mood == Mood::conditional && is_indefinite(tree_, predication_.predicate))
          stance_.weaken(Status::alleged, tree_.text(conjugated(tree_, v)));
        read_future(v);
        climb_sources(v);
        break;
      }
      const TokenIndex h = tree_.head(v);
      if (h == no_token || !is_verbal(tree_, h)) break;
      if (occasion < h) continue;  // at the head of the sentence it goes with the main verb
      const mapping::Governor* g = find_governor(tree_, h, v, knowledge_);
      if (g == nullptr || (g->implication != Implication::planned && g->implication != Implication::possible)) break;
      apply(*g, h);
      break;
    }
    if (tree_.token(predication_.predicate).quoted) read_sentence();
  }

  TokenIndex negator(TokenIndex clause) const { return find_negator(tree_, clause, knowledge_); }

  /// Tense, mood and negation of one verb group.
  void read_group(TokenIndex clause, bool mood, bool negation) {
    if (negation) {
      if (const TokenIndex n = negator(clause); n != no_token) stance_.weaken(Status::negated, tree_.text(n));
    }
    for (TokenIndex c : Children(tree_, clause)) {
      if (tree_.dependency(c) != Dependency::advmod) continue;
      const auto it = knowledge_.cues.adverbs.find(tree_.token(c).lemma);
      if (it != knowledge_.cues.adverbs.end()) stance_.weaken(it->second, tree_.text(c));
    }
    if (!mood) return;
    const TokenIndex v = conjugated(tree_, clause);
    const language::Morphology& m = tree_.token(v).morphology;
    if (m.verb_form != VerbForm::finite && v == clause) return;
    if (m.tense == Tense::future && m.mood != Mood::conditional) stance_.weaken(Status::planned, tree_.text(v));
    if (m.mood == Mood::conditional) {
      if (has_condition(tree_, clause, knowledge_)) {
        stance_.weaken(Status::conditional, tree_.text(v));
      } else if (under_said(clause) && (v == clause || tree_.dependency(v) == Dependency::aux_pass)) {
        stance_.weaken(Status::planned, tree_.text(v));  // future in the past
      } else {
        stance_.weaken(Status::alleged, tree_.text(v));
      }
    }
  }

  bool under_said(TokenIndex clause) const {
    const TokenIndex h = tree_.head(clause);
    if (h == no_token || tree_.dependency(clause) != Dependency::ccomp) return false;
    const mapping::Governor* g = find_governor(tree_, h, clause, knowledge_);
    return g != nullptr && (g->implication == Implication::said || g->implication == Implication::planned);
  }

  void attribute(TokenIndex source) {
    if (source == no_token) return;
    const Actors actors = discourse_.resolve(tree_, source);
    if (!actors.empty()) stance_.attributed_to = actors[0].entity;
  }

  /// "a pu", "avait tenu": a compound past.
  bool is_done(TokenIndex verb) const {
    const language::Morphology& m = tree_.token(conjugated(tree_, verb)).morphology;
    return conjugated(tree_, verb) != verb && m.verb_form == VerbForm::finite && m.mood == Mood::indicative &&
           m.tense != Tense::future;
  }

  static Implication negated(const mapping::Governor& g) {
    if (g.has_when_negated) return g.when_negated;
    switch (g.implication) {
      case Implication::negates:
        return Implication::possible;
      case Implication::denies:
        return Implication::said;
      case Implication::accused:
        return Implication::accused;
      case Implication::said:
      case Implication::doubted:
        return Implication::doubted;
      case Implication::ended:
        return Implication::implies;
      default:
        return Implication::negates;
    }
  }

  void apply(const mapping::Governor& g, TokenIndex h) {
    const bool under_negation = negator(h) != no_token;
    const Implication effect = under_negation                  ? negated(g)
                               : g.has_when_done && is_done(h) ? g.when_done
                                                               : g.implication;
    const std::string_view because = tree_.text(h);
    // "ne peut rien signer avant d'avoir quitté l'Union": whether it will be left is not said.
    if (adverbial_ && effect == Implication::negates) return stance_.weaken(Status::possible, because);
    bool own_mood = true;
    switch (effect) {
      case Implication::implies:
      case Implication::begun:
        break;
      case Implication::negates:
        stance_.weaken(Status::negated, because);
        break;
      case Implication::denies:
        if (Status::negated < stance_.status) attribute(surface_subject(tree_, h, knowledge_));
        stance_.weaken(Status::negated, because);
        own_mood = false;
        break;
      case Implication::ended:
        stance_.ended = true;
        break;
      case Implication::planned: {
        // "aurait dû": it did not happen. "devait": it was to happen.
        const bool compound = conjugated(tree_, h) != h;
        const bool unreal = compound && tree_.token(conjugated(tree_, h)).morphology.mood == Mood::conditional;
        stance_.weaken(unreal ? Status::conditional : Status::planned, because);
        own_mood = false;
        break;
      }
      case Implication::required:
        stance_.weaken(Status::planned, because);
        own_mood = false;
        break;
      case Implication::possible:
        stance_.weaken(Status::possible, because);
        own_mood = false;
        break;
      case Implication::accused:
        if (Status::alleged < stance_.status) attribute(deep_subject(tree_, h, knowledge_));
        stance_.weaken(Status::alleged, because);
        own_mood = false;
        break;
      case Implication::said:
        if (Status::attributed < stance_.status || stance_.attributed_to == no_entity) {
          attribute(deep_subject(tree_, h, knowledge_));
        }
        stance_.weaken(Status::attributed, because);
        own_mood = false;
        break;
      case Implication::doubted:
        stance_.weaken(Status::questioned, because);
        own_mood = false;
        break;
    }
    if (own_mood && is_verbal(tree_, h)) read_group(h, true, false);
  }

  void climb(TokenIndex c, bool clausal) {
    for (int steps = 0; steps < 24; ++steps) {
      const TokenIndex h = tree_.head(c);
      const Dependency d = tree_.dependency(c);
      read_source(c);
      if (h == no_token) return;
      if (is_given_participle(tree_, c, h)) {
        climb_sources(h);
        return;
      }
      switch (d) {
        case Dependency::conj:
          break;
        case Dependency::acl_relcl:
          if (const TokenIndex n = find_negator_of_cleft(tree_, h, knowledge_); n != no_token) {
            stance_.weaken(Status::negated, tree_.text(n));
          }
          climb_sources(h);
          return;
        case Dependency::advcl: {
          if (is_condition(tree_, c, knowledge_)) stance_.weaken(Status::conditional, "si");
          if (goes_with_incise(c, h)) return;
          const std::string_view p = preposition_of(tree_, c);
          const bool infinitive =
              conjugated(tree_, c) == c && tree_.token(c).morphology.verb_form == VerbForm::infinitive;
          const bool finite = tree_.token(conjugated(tree_, c)).morphology.verb_form == VerbForm::finite;
          const bool purpose = p == "pour" || p == "afin de" || p == "afin";
          const bool served = purpose && infinitive && find_purpose_governor(tree_, h, knowledge_) != nullptr;
          if ((infinitive || finite) && purpose && !served) stance_.weaken(Status::planned, p);
          if (p == "sans") stance_.weaken(Status::negated, p);
          if (finite || p == "après") {
            climb_sources(h);
            return;
          }
          if (is_verbal(tree_, h)) read_group(h, true, false);
          adverbial_ = adverbial_ || !purpose;  // what could not be done, did not serve its purpose either
          break;
        }
        case Dependency::parataxis:
          if (is_said(c)) return;
          break;
        default: {
          if (d == Dependency::ccomp && is_condition(tree_, c, knowledge_)) {
            // "on ignore si Rome a livré …", but "Rome est prête à livrer … si Berlin l'attaque"
            const mapping::Governor* asked = find_governor(tree_, h, c, knowledge_);
            const bool question = asked != nullptr && asked->implication != Implication::possible &&
                                  asked->implication != Implication::planned && !is_condition_behind_que(tree_, c);
            stance_.weaken(question ? Status::questioned : Status::conditional, "si");
          }
          if (const TokenIndex v = governor_of_object(c); v != no_token) {
            // "accuse les pays de l'Union de promouvoir …": the parser hung the infinitive from the object.
            apply(*find_governor(tree_, v, c, knowledge_), v);
            clausal = true;
            c = v;
            continue;
          }
          const mapping::Governor* g = is_circumstance(c) ? nullptr : find_governor(tree_, h, c, knowledge_);
          // "une décision condamnée par Rome" is taken, unlike "la décision de condamner Rome".
          const bool participle =
              conjugated(tree_, c) == c && tree_.token(c).morphology.verb_form == VerbForm::past_participle;
          const bool complement = d == Dependency::xcomp || d == Dependency::ccomp || d == Dependency::obj ||
                                  (d == Dependency::acl && !participle) || d == Dependency::nmod ||
                                  d == Dependency::obl_arg || d == Dependency::advcl || d == Dependency::obl_mod ||
                                  (d == Dependency::nsubj_pass) ||
                                  (d == Dependency::nsubj && is_passive(tree_, h, knowledge_));
          if (g != nullptr && complement) {
            apply(*g, h);
          } else if (d == Dependency::acl && !participle && tree_.has_child(h, Dependency::cop)) {
            read_group(h, true, false);  // "serait la première ville à tomber"
          } else if (is_verbal(tree_, h) && !clausal && inherits(c, d)) {
            read_group(h, true, true);
          } else if (is_verbal(tree_, h) && !clausal && d == Dependency::nsubj && is_indefinite(tree_, c)) {
            // "Un accord violerait les résolutions": there is none.
            if (tree_.token(conjugated(tree_, h)).morphology.mood == Mood::conditional) {
              stance_.weaken(Status::conditional, tree_.text(conjugated(tree_, h)));
            }
          } else if (is_verbal(tree_, h) && !clausal && d != Dependency::nsubj) {
            read_future(h);
          }
          break;
        }
      }
      clausal = clausal || is_verbal(tree_, h);
      c = h;
    }
  }

  /// "« Nous gagnerons », a-t-elle dit en arrivant à Rome", where the parser hung her arrival from what she said.
  bool goes_with_incise(TokenIndex c, TokenIndex h) const {
    if (!tree_.token(h).quoted || tree_.token(c).quoted) return false;
    for (TokenIndex s : Children(tree_, h)) {
      if (s < c && s > h && tree_.dependency(s) == Dependency::parataxis && !tree_.token(s).quoted && is_said(s))
        return true;
    }
    return false;
  }

  /// "Dans une interview à CNN, X a démenti": when and where something is said is not what is said.
  bool is_circumstance(TokenIndex c) const {
    const TokenIndex h = tree_.head(c);
    if (tree_.dependency(c) != Dependency::obl_mod || is_verbal(tree_, c)) return false;
    const std::string_view p = preposition_of(tree_, c);
    const bool fronted = !p.empty() && tree_.begin_of(c) == 0 && c < h;
    return fronted || p == "pendant" || p == "durant" || p == "après" || (p == "dans" && !has_reflexive(tree_, h));
  }

  /// The verb whose object the infinitive `c` hangs from, if that verb governs infinitives; no_token otherwise.
  TokenIndex governor_of_object(TokenIndex c) const {
    const TokenIndex object = tree_.head(c);
    if (tree_.dependency(c) != Dependency::acl || tree_.token(c).morphology.verb_form != VerbForm::infinitive)
      return no_token;
    if (find_governor(tree_, object, c, knowledge_) != nullptr) return no_token;  // "le projet de livrer"
    const Dependency d = tree_.dependency(object);
    const TokenIndex v = tree_.head(object);
    if (v == no_token || !is_verbal(tree_, v)) return no_token;
    const bool is_object =
        d == Dependency::obj || d == Dependency::obl_arg || d == Dependency::iobj || d == Dependency::nsubj_pass;
    const mapping::Governor* g = is_object ? find_governor(tree_, v, c, knowledge_) : nullptr;
    return g != nullptr && g->control != mapping::Control::subject ? v : no_token;
  }

  /// A noun predicate without support verb takes its verb's mood only if it is indefinite: "signera un accord" does
  /// not exist yet, "commentera la visite" does.
  bool inherits(TokenIndex noun, Dependency d) const {
    return (d == Dependency::obj || d == Dependency::nsubj_pass) && is_indefinite(tree_, noun);
  }

  /// "lors de sa visite, il rencontrera": the visit too is still to come.
  void read_future(TokenIndex verb) {
    const language::Morphology& m = tree_.token(conjugated(tree_, verb)).morphology;
    if (m.tense == Tense::future && m.mood != Mood::conditional) {
      stance_.weaken(Status::planned, tree_.text(conjugated(tree_, verb)));
    }
  }

  /// A verb of saying; behind what somebody goes on to report ("…, rappelle-t-il") also one that vouches for it.
  bool is_said(TokenIndex verb) const {
    const TokenIndex next = static_cast<TokenIndex>(verb + 1);
    const bool resumed = next < tree_.size() && tree_.dependency(verb) == Dependency::parataxis &&
                         tree_.word_class(next) == WordClass::pronoun && tree_.text(next).starts_with('-');
    for (const mapping::Governor& g : knowledge_.governors.find(tree_.token(verb).lemma, mapping::TriggerClass::verb)) {
      const bool reports = g.implication == Implication::said || (resumed && g.implication == Implication::implies);
      if (reports && (g.forms & mapping::complement_clause) != 0) return true;
    }
    return false;
  }

  /// "selon Rome, …" and "…, a déclaré X" beside one of the clauses above.
  void read_source(TokenIndex clause) {
    for (TokenIndex c : Children(tree_, clause)) {
      const Dependency d = tree_.dependency(c);
      if (tree_.dominates(c, predication_.predicate))
        continue;  // "selon les termes d'un accord": who says so is no news
      // "« Nous gagnerons », a-t-elle dit en arrivant à Rome": her arrival is not what she said.
      const bool outside = tree_.token(clause).quoted && !tree_.token(predication_.predicate).quoted;
      if (d == Dependency::parataxis && is_verbal(tree_, c) && is_said(c) && !outside) {
        said_by(surface_subject(tree_, c, knowledge_), tree_.text(c));
      }
      if (d == Dependency::obl_mod || d == Dependency::obl_arg || d == Dependency::nmod || d == Dependency::advmod ||
          d == Dependency::dep || d == Dependency::parataxis) {
        const std::string_view p = preposition_of(tree_, c);
        const auto& sources = knowledge_.cues.attribution;
        if (!p.empty() && std::find(sources.begin(), sources.end(), p) != sources.end()) said_by(c, p);
      }
    }
  }

  void climb_sources(TokenIndex c) {
    for (int steps = 0; c != no_token && steps < 24; ++steps, c = tree_.head(c)) {
      read_source(c);
      if (tree_.dependency(c) == Dependency::parataxis && is_verbal(tree_, c) && is_said(c)) return;
      const TokenIndex h = tree_.head(c);
      if (h == no_token || tree_.dependency(c) != Dependency::ccomp) continue;
      const mapping::Governor* g = find_governor(tree_, h, c, knowledge_);
      if (g != nullptr && g->implication == Implication::said)
        said_by(deep_subject(tree_, h, knowledge_), tree_.text(h));
    }
  }

  void said_by(TokenIndex source, std::string_view because) {
    if (stance_.attributed_to == no_entity) attribute(source);
    stance_.weaken(Status::attributed, because);
  }

  void read_sentence() {
    const auto& tokens = tree_.sentence().tokens;
    if (tokens.empty()) return;
    for (std::size_t i = tokens.size(); i-- > 0 && i + 3 > tokens.size();) {
      if (tree_.text(static_cast<TokenIndex>(i)) == "?") stance_.weaken(Status::questioned, "?");
    }
    if (tree_.token(predication_.predicate).quoted && stance_.status > Status::attributed &&
        !quotes_a_few_words(tree_, predication_.clause)) {
      stance_.attributed_to = discourse_.speaker(tree_, predication_.predicate);
      stance_.weaken(Status::attributed, "« »");
    }
  }

  const Tree& tree_;
  const Predication& predication_;
  const Knowledge& knowledge_;
  Discourse& discourse_;
  bool adverbial_ = false;  ///< the way up has passed a circumstance
  Stance stance_;
};

}  // namespace

Stance read_stance(const Tree& tree, const Predication& predication, const Knowledge& knowledge, Discourse& discourse) {
  return Reader(tree, predication, knowledge, discourse).read();
}

}  // namespace depeche::extract
