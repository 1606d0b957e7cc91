#include "extract/predication.hpp"

#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/knowledge.hpp"
#include "extract/support.hpp"

namespace depeche::extract {

using language::Dependency;
using language::PronounType;
using language::VerbForm;
using language::WordClass;
using mapping::FunctionId;
using mapping::TriggerClass;


namespace {

class Builder {
 public:
  Builder(const Tree& tree, TokenIndex predicate, TriggerClass word_class, const Knowledge& knowledge)
      : tree_(tree), knowledge_(knowledge), core_(knowledge.core) {
    p_.predicate = predicate;
    p_.clause = predicate;
    p_.word_class = word_class;
  }

  Predication verb() {
    const TokenIndex v = p_.predicate;
    p_.pronominal = has_reflexive(tree_, v);
    p_.passive = !p_.pronominal && is_passive(tree_, v, knowledge_);
    TokenIndex own_subject = no_token, surface_object = no_token, agent = no_token;
    for (TokenIndex c : Children(tree_, v)) {
      switch (tree_.dependency(c)) {
        case Dependency::nsubj:
        case Dependency::nsubj_pass:
          // Infinitives and participles in -ant have no subject behind them: "soutenant le président".
          if (c > v && !is_finite_group(v) && tree_.token(v).morphology.verb_form != VerbForm::past_participle) {
            surface_object = c;
          } else if (may_be_subject(tree_, c)) {
            own_subject = antecedent(tree_, c);
          }
          break;
        case Dependency::expl_subj:
          if (surface_object == no_token && !p_.passive) surface_object = hidden_object(v);
    if (own_subject == no_token) own_subject = c;
          break;
        case Dependency::obj:
          if (is_reflexive(tree_, c)) break;
          surface_object = antecedent(tree_, c);
          break;
        case Dependency::obl_agent: agent = antecedent(tree_, c); break;
        case Dependency::iobj: add_clitic(c, surface_object); break;
        case Dependency::xcomp:
        case Dependency::ccomp:
          add(core_.content, c);
          if (!is_verbal(tree_, c)) add(core_.attribute, c);
          break;
        case Dependency::advcl:
          if (tree_.token(c).morphology.verb_form == VerbForm::infinitive) add(core_.content, c, true);
          break;
        default: add_prepositional(c, false); break;
      }
    }
    if (surface_object == no_token && !p_.passive) surface_object = hidden_object(v);
    if (own_subject == no_token) own_subject = surface_subject(tree_, v, knowledge_);
    if (own_subject == surface_object) surface_object = no_token;  // inverted
    if (own_subject == no_token && p_.passive) own_subject = subject_after_fronted_participle(v);
    if (p_.passive) {
      if (agent == no_token) agent = agent_of_passive();
      add(core_.object, own_subject);
      add(core_.subject, agent);
    } else {
      add(core_.subject, own_subject);
      add(core_.object, surface_object);
    }
    add_misattached();
    return std::move(p_);
  }

  Predication noun() {
    const TokenIndex n = p_.predicate;
    add_noun_complements(n, false);
    find_support(n);
    if (const TokenIndex copula_subject = tree_.child(n, Dependency::nsubj); copula_subject != no_token) {
      add(core_.subject, antecedent(tree_, copula_subject));
    } else if (tree_.has_child(n, Dependency::cop)) {
      add(core_.subject, surface_subject(tree_, n, knowledge_));  // "continue d'être membre"
    }
    if (tree_.dependency(n) == Dependency::appos) {
      add(core_.subject, tree_.head(n));
    }
    add_predicative_subject(n);
    add_complements_of_neighbours(n);
    add_other_side_of_copula(n);
    if (const auto* office = knowledge_.names.find_office(tree_.text(n)); office != nullptr && !office->person_title) {
      add_words_of_title(n);
    }
    add_neighbouring_name(n);
    if (p_.fillers(core_.subject).empty()) {
      for (const TokenIndex possessor : p_.fillers(core_.possessive)) add(core_.subject, possessor);
    }
    return std::move(p_);
  }

  Predication adjective() {
    const TokenIndex a = p_.predicate;
    for (TokenIndex c : Children(tree_, a)) {
      if (tree_.dependency(c) == Dependency::nsubj) {
        add(core_.modified, antecedent(tree_, c));
        add(core_.subject, antecedent(tree_, c));
      } else if (tree_.dependency(c) == Dependency::xcomp || tree_.dependency(c) == Dependency::ccomp) {
        add(core_.content, c);
      } else {
        add_prepositional(c, false);
      }
    }
    const Dependency d = tree_.dependency(a);
    if ((d == Dependency::amod || d == Dependency::acl || d == Dependency::appos) && tree_.head(a) != no_token) {
      add(core_.modified, tree_.head(a));
      add(core_.subject, tree_.head(a));
    }
    if ((d == Dependency::xcomp || d == Dependency::conj) && p_.fillers(core_.modified).empty() &&
        tree_.head(a) != no_token && is_verbal(tree_, tree_.head(a))) {
      const TokenIndex s = deep_subject(tree_, tree_.head(a), knowledge_);
      add(core_.modified, s);
      add(core_.subject, s);
    }
    return std::move(p_);
  }

 private:
  void add(FunctionId function, TokenIndex token, bool weak = false) {
    if (token == no_token || function == 0xFFFF) return;
    for (const Argument& a : p_.arguments) {
      if (a.function == function && a.token == token) return;
    }
    p_.arguments.push_back({function, token, weak});
  }

  void add_clitic(TokenIndex c, TokenIndex& object) {
    const std::string_view form = tree_.text(c);
    if (is_reflexive(tree_, c)) return;
    if (is_relative(tree_, c)) {
      add(tree_.lemma(c) == "où" ? core_.place : core_.a, antecedent(tree_, c));
    } else if (is_object_clitic(form)) {
      object = c;
    } else if (form == "y" || form == "Y") {
      add(core_.place, c);
      add(core_.a, c);
    } else if (form == "en" || form == "En") {
      add(core_.de, c);
    } else {
      add(core_.a, c);
    }
  }

  /// A group with a preposition, or a relative adverb, as complement of the predicate.
  void add_prepositional(TokenIndex c, bool weak) {
    const Dependency d = tree_.dependency(c);
    if (d == Dependency::punct || d == Dependency::det || d == Dependency::case_ || d == Dependency::mark ||
        d == Dependency::cc || d == Dependency::conj || d == Dependency::aux_pass || d == Dependency::aux_tense) {
      return;
    }
    if (is_relative(tree_, c)) {
      const TokenIndex a = antecedent(tree_, c);
      if (tree_.lemma(c) == "dont") return add(core_.de, a, weak);
      if (tree_.lemma(c) == "où") return add(core_.place, a, weak);
    }
    std::string_view preposition = preposition_of(tree_, c);
    if (preposition.empty()) return;
    TokenIndex filler = c;
    std::string complex;
    if (const TokenIndex inner = complex_preposition(c, preposition, complex); inner != no_token) {
      add(knowledge_.mappings.functions().find(complex), antecedent(tree_, inner), weak);
      return;
    }
    filler = antecedent(tree_, c);
    add(knowledge_.mappings.functions().find(preposition), filler, weak);
    if (preposition == "à" || preposition == "en" || preposition == "dans" || preposition == "sur") {
      add(core_.place, filler, weak);
    }
    if (p_.word_class == TriggerClass::noun && preposition == "de") add(core_.genitive, filler, weak);
  }

  /// "à l'encontre de X" hangs as à + encontre + (de X): gives X and the whole preposition if some mapping names it.
  TokenIndex complex_preposition(TokenIndex c, std::string_view preposition, std::string& name) const {
    if (tree_.word_class(c) != WordClass::noun && tree_.word_class(c) != WordClass::adverb) return no_token;
    for (TokenIndex x : Children(tree_, c)) {
      const Dependency d = tree_.dependency(x);
      if (d != Dependency::nmod && d != Dependency::obl_arg && d != Dependency::obl_mod) continue;
      const std::string_view second = preposition_of(tree_, x);
      if (second != "de" && second != "à" && second != "avec") continue;
      name.clear();
      for (TokenIndex t = tree_.begin_of(c); t <= c; ++t) {
        if (tree_.dependency(t) == Dependency::punct) continue;
        if (!name.empty() && name.back() != '\'') name += ' ';
        const std::string_view word = t == c ? tree_.text(t) : (t == tree_.begin_of(c) ? preposition : tree_.text(t));
        if (word == "l’") {
          name += "l'";
        } else {
          name += word;
        }
      }
      name += ' ';
      name += second;
      if (knowledge_.mappings.functions().find(name) != 0xFFFF) return x;
    }
    return no_token;
  }

  /// "Accueilli par le prince Charles, M. Macron …": the subject of the clause that follows.
  TokenIndex subject_after_fronted_participle(TokenIndex v) const {
    if (v > 2) return no_token;
    for (TokenIndex t = static_cast<TokenIndex>(v + 1); t < tree_.size(); ++t) {
      if (tree_.dependency(t) == Dependency::nsubj && tree_.head(t) != v && tree_.text(static_cast<TokenIndex>(tree_.begin_of(t) - 1)) == ",") {
        return antecedent(tree_, t);
      }
    }
    return no_token;
  }

  /// Objects that the parser gives another name: "que" of a relative clause; a partitive or negated object ("fournit du
  /// matériel", "n'importe plus de sucre"); one behind a fixed complement ("a pris pour cible l'aéroport").
  TokenIndex hidden_object(TokenIndex v) const {
    for (TokenIndex c : Children(tree_, v)) {
      if (c < v && tree_.lemma(c) == "que" && tree_.dependency(v) == Dependency::acl_relcl && tree_.head(v) != no_token) {
        return tree_.head(v);
      }
    }
    const language::VerbTraits traits = knowledge_.forms.verb_traits(tree_.token(v).lemma);
    if (!traits.transitive || p_.pronominal) return no_token;
    for (TokenIndex c : Children(tree_, v)) {
      if (c < v) continue;
      if (tree_.word_class(c) == WordClass::adverb) {  // "davantage de gaz"
        for (TokenIndex g : Children(tree_, c)) {
          if (preposition_of(tree_, g) == "de" && tree_.word_class(g) == WordClass::noun) return g;
        }
        continue;
      }
      const TokenIndex begin = tree_.begin_of(c);
      if (preposition_of(tree_, c) == "de" && tree_.word_class(c) == WordClass::noun && begin <= v + 3 &&
          tree_.mention(c) == nullptr) {
        return c;
      }
      if (preposition_of(tree_, c) != "pour" && preposition_of(tree_, c) != "comme") continue;
      for (TokenIndex g : Children(tree_, c)) {
        const Dependency d = tree_.dependency(g);
        if (g > c && preposition_of(tree_, g).empty() &&
            (d == Dependency::nmod || d == Dependency::obj || d == Dependency::appos || d == Dependency::dep)) {
          return g;
        }
      }
    }
    return name_right_behind(v);
  }

  /// The first name behind a transitive verb that no preposition, verb or stop keeps from being its object.
  TokenIndex name_right_behind(TokenIndex v) const {
    for (TokenIndex t = static_cast<TokenIndex>(v + 1); t < tree_.size() && t < v + 8; ++t) {
      const WordClass w = tree_.word_class(t);
      if (w == WordClass::verb || w == WordClass::auxiliary || w == WordClass::subordinator || w == WordClass::pronoun) break;
      if (w == WordClass::punctuation && tree_.text(t) != "\"" && tree_.text(t) != "«" && tree_.text(t) != "»") break;
      if (tree_.text(t) == "%" || w == WordClass::symbol) return t;  // "représente en effet environ 80 % de"
      const recognise::Mention* m = tree_.mention(t);
      if (m == nullptr || m->form == recognise::MentionForm::demonym_adjective) continue;
      TokenIndex before = static_cast<TokenIndex>(m->begin - 1);
      if (tree_.word_class(before) == WordClass::determiner && before > 0) --before;
      const bool free = before == v || (tree_.word_class(before) != WordClass::preposition &&
                                        tree_.word_class(before) != WordClass::coordinator &&
                                        tree_.mention(before) == nullptr && tree_.lemma(before) != "de");
      const bool fits = before == v || (tree_.word_class(before) == WordClass::noun && free) ||
                        tree_.word_class(before) == WordClass::adverb;
      return free && fits ? tree_.head_of(*m) : no_token;
    }
    return no_token;
  }

  bool is_finite_group(TokenIndex v) const {
    if (tree_.token(v).morphology.verb_form == VerbForm::finite) return true;
    for (TokenIndex c : Children(tree_, v)) {
      const Dependency d = tree_.dependency(c);
      if ((d == Dependency::aux_tense || d == Dependency::aux_pass || d == Dependency::cop) &&
          tree_.token(c).morphology.verb_form == VerbForm::finite) {
        return true;
      }
    }
    return false;
  }

  TokenIndex agent_of_passive() const {
    const bool with_de = knowledge_.reference.agent_with_de.contains(tree_.token(p_.predicate).lemma);
    for (const Argument& a : p_.arguments) {
      if (a.function == core_.par || (with_de && a.function == core_.de)) return a.token;
    }
    return no_token;
  }

  /// Prepositional groups that hang from the object or from another complement may belong to the verb.
  void add_misattached() {
    const std::size_t n = p_.arguments.size();
    for (std::size_t i = 0; i < n; ++i) {
      const Argument a = p_.arguments[i];
      if (a.function == core_.subject && !p_.passive) continue;
      if (a.function == core_.content) continue;
      if (!tree_.dominates(p_.predicate, a.token)) continue;
      add_weak_below(a.token, 0);
    }
  }

  void add_weak_below(TokenIndex t, int depth) {
    if (depth > 3) return;
    for (TokenIndex c : Children(tree_, t)) {
      if (tree_.dependency(c) == Dependency::conj) add_weak_below(c, depth + 1);
      if (tree_.dependency(c) != Dependency::nmod) continue;
      const std::string_view preposition = preposition_of(tree_, c);
      if (preposition.empty()) continue;
      add_prepositional(c, true);
      add_weak_below(c, depth + 1);
    }
  }

  void add_noun_complements(TokenIndex n, bool weak) {
    for (TokenIndex c : Children(tree_, n)) {
      switch (tree_.dependency(c)) {
        case Dependency::det:
          // "son homologue turc" holds no office of its possessor.
          if (knowledge_.reference.counterpart.contains(tree_.token(n).lemma)) break;
          if (tree_.lemma(c) == "son" || tree_.lemma(c) == "leur") {
            add(core_.possessive, c, weak);
            add(core_.genitive, c, weak);
          } else if (tree_.lemma(c) == "mon" || tree_.lemma(c) == "notre") {
            add(core_.possessive, c, weak);
            add(core_.genitive, c, weak);
          }
          break;
        case Dependency::amod:
        case Dependency::acl:
        case Dependency::nmod:
        case Dependency::obl_arg:
        case Dependency::obl_mod:
        case Dependency::obl_agent:
        case Dependency::dep:
        case Dependency::parataxis:
          add_noun_complement(c, weak);
          break;
        case Dependency::appos:
        case Dependency::flat_name:
        case Dependency::flat_foreign:
          if (tree_.mention(c) != nullptr && tree_.mention(c) != tree_.mention(n)) add_apposition(n, c, weak);
          break;
        case Dependency::xcomp:
        case Dependency::ccomp: add(core_.content, c, weak); break;
        default: break;
      }
    }
  }

  /// A name beside the noun. Right behind it the name of a thing is the thing's own ("le pacte Aukus"), that of a holder
  /// the holder's ("le président Demir"); behind a comma or bracket somebody is said to be it.
  void add_apposition(TokenIndex n, TokenIndex name, bool weak) {
    add(core_.apposition, name, weak);
    const TokenIndex begin = tree_.mention(name)->begin;
    const std::string_view before = begin == 0 ? std::string_view{} : tree_.text(static_cast<TokenIndex>(begin - 1));
    if (before == "," || before == "(" || before == ":" || knowledge_.names.find_office(tree_.text(n)) != nullptr) {
      add(core_.subject, name, weak);
    }
  }

  void add_noun_complement(TokenIndex c, bool weak) {
    const recognise::Mention* m = tree_.mention(c);
    if (m != nullptr && m->form == recognise::MentionForm::demonym_adjective && preposition_of(tree_, c).empty()) {
      add(core_.adjective, c, weak);
      add(core_.genitive, c, weak);
      return;
    }
    if (preposition_of(tree_, c).empty()) {
      if (is_relative(tree_, c)) {
        add(core_.de, antecedent(tree_, c), weak);
        return add(core_.genitive, antecedent(tree_, c), weak);
      }
      if (m != nullptr && c > p_.predicate) {
        add_apposition(p_.predicate, c, weak);
      } else if (is_verbal(tree_, c) && tree_.token(c).morphology.verb_form == VerbForm::infinitive) {
        add(core_.content, c, weak);
      }
      return;
    }
    if (tree_.token(c).morphology.verb_form == VerbForm::infinitive && is_verbal(tree_, c)) {
      return add(core_.content, c, weak);
    }
    add_prepositional(c, weak);
    // A complement of a complement may be the predicate's own: "la visite du président turc en Grèce".
    // Bare goods and matters ("mandat d'arrêt", "requête d'adhésion") leave all their complements to it.
    const bool bare = tree_.mention(c) == nullptr && !tree_.has_child(c, Dependency::det) && preposition_of(tree_, c) == "de";
    for (TokenIndex g : Children(tree_, c)) {
      const Dependency d = tree_.dependency(g);
      const recognise::Mention* gm = tree_.mention(g);
      if (bare && d == Dependency::amod && gm != nullptr && gm->form == recognise::MentionForm::demonym_adjective) {
        add(core_.adjective, g, true);
        add(core_.genitive, g, true);
      } else if (d == Dependency::nmod && (bare || preposition_of(tree_, g) != "de")) {
        add_prepositional(g, true);
      }
    }
  }

  /// A noun that is the object of a support verb takes the verb's subject and complements, and its tense and negation.
  void find_support(TokenIndex n) {
    const SupportUse use = find_support_use(tree_, n, knowledge_);
    if (use.verb == no_token) return;
    p_.support = use.verb;
    p_.clause = use.verb;
    Builder verb(tree_, use.verb, TriggerClass::verb, knowledge_);
    const Predication v = verb.verb();
    p_.support_ends = use.ends;
    p_.support_status = use.status;
    for (const Argument& a : v.arguments) {
      if (a.token == n || tree_.dominates(n, a.token)) continue;
      if (a.function == core_.object || a.function == core_.content) continue;
      if (a.function == core_.subject) {
        add(use.subject_is_object ? core_.object : core_.subject, a.token);
      } else {
        add(a.function, a.token, a.weak);
      }
    }
  }

  bool is_copula(TokenIndex t) const {
    return (tree_.word_class(t) == WordClass::verb || tree_.word_class(t) == WordClass::auxiliary) &&
           (tree_.lemma(t) == "avoir" || knowledge_.reference.copulas.contains(tree_.token(t).lemma));
  }

  /// "Les principaux fournisseurs du Ghana ont été : le Brésil (91,9 %) et …", "Avec des parts de …, le Brésil et l'Inde ont
  /// été les deux premiers fournisseurs": read off the words, because figures in a list lead the parser astray.
  void add_other_side_of_copula(TokenIndex n) {
    TokenIndex t = static_cast<TokenIndex>(n + 1);
    while (t < tree_.size() && t < n + 24 && !is_copula(t)) {
      const WordClass w = tree_.word_class(t);
      if (w == WordClass::verb || w == WordClass::auxiliary || w == WordClass::pronoun || tree_.text(t) == ";") break;
      ++t;
    }
    if (t < tree_.size() && is_copula(t)) {
      while (t < tree_.size() && (is_copula(t) || tree_.word_class(t) == WordClass::adverb || tree_.word_class(t) == WordClass::determiner ||
                                  tree_.text(t) == ":")) {
        ++t;
      }
      if (t < tree_.size() && is_country_name(t) && tree_.mention(t)->begin == t) {
        add(core_.subject, tree_.head_of(*tree_.mention(t)), true);
      }
    }
    t = n;
    while (t > 0 && n - t < 10) {
      const WordClass w = tree_.word_class(static_cast<TokenIndex>(t - 1));
      const bool part = w == WordClass::determiner || w == WordClass::adjective || w == WordClass::numeral ||
                        tree_.text(static_cast<TokenIndex>(t - 1)) == "(" || tree_.text(static_cast<TokenIndex>(t - 1)) == ")";
      if (!part) break;
      --t;
    }
    if (t == 0 || t == n || !is_copula(static_cast<TokenIndex>(t - 1))) return;
    while (t > 0 && is_copula(static_cast<TokenIndex>(t - 1))) --t;
    // Backwards over the list that ends right before the copula.
    for (int members = 0; t > 0 && members < 12; ++members) {
      TokenIndex last = static_cast<TokenIndex>(t - 1);
      if (tree_.text(last) == ",") last = last > 0 ? static_cast<TokenIndex>(last - 1) : last;
      while (last > 0 && (tree_.text(last) == "%" || tree_.word_class(last) == WordClass::numeral || tree_.text(last) == "avec" ||
                          tree_.text(last) == "," || tree_.text(last) == "(" || tree_.text(last) == ")")) {
        --last;
      }
      if (!is_country_name(last)) return;
      add(core_.subject, tree_.head_of(*tree_.mention(last)), true);
      TokenIndex begin = tree_.mention(last)->begin;
      if (begin > 0 && tree_.word_class(static_cast<TokenIndex>(begin - 1)) == WordClass::determiner) --begin;
      if (begin == 0) return;
      const std::string_view joint = tree_.text(static_cast<TokenIndex>(begin - 1));
      if (joint != "et" && joint != ",") return;
      t = static_cast<TokenIndex>(begin - 1);
    }
  }

  bool is_country_name(TokenIndex t) const {
    const recognise::Mention* m = tree_.mention(t);
    return m != nullptr && m->form != recognise::MentionForm::demonym_adjective;
  }

  /// Of a predicative noun: "élu *président*" is said of the object, "devenu *président*" of the subject; and in "les
  /// principaux *fournisseurs* sont le Brésil et l'Inde" the other side of the copula is meant.
  void add_predicative_subject(TokenIndex n) {
    const TokenIndex h = tree_.head(n);
    if (h == no_token) return;
    const Dependency d = tree_.dependency(n);
    if (d == Dependency::nsubj && tree_.has_child(h, Dependency::cop)) return add(core_.subject, h);
    if (is_verbal(tree_, h) && knowledge_.reference.copulas.contains(tree_.token(h).lemma) && n > h &&
        (d == Dependency::obj || d == Dependency::xcomp || d == Dependency::obl_mod || d == Dependency::obl_arg ||
         d == Dependency::nmod || d == Dependency::dep) &&
        preposition_of(tree_, n).empty()) {
      return add(core_.subject, surface_subject(tree_, h, knowledge_));
    }
    if (d != Dependency::xcomp || !is_verbal(tree_, h)) return;
    if (is_passive(tree_, h, knowledge_)) return add(core_.subject, surface_subject(tree_, h, knowledge_));
    const TokenIndex object = tree_.child(h, Dependency::obj);
    add(core_.subject, object != no_token && !is_reflexive(tree_, object) ? antecedent(tree_, object)
                                                                         : surface_subject(tree_, h, knowledge_));
  }

  /// What belongs to a title stands right behind it, whatever the parser made of it: "ministre turc des Affaires
  /// étrangères", "ambassadeur chinois auprès des Nations unies, Zhang Jun,".
  void add_words_of_title(TokenIndex n) {
    bool comma = false;
    const bool plural = tree_.token(n).morphology.number == language::Number::plural;
    for (TokenIndex t = static_cast<TokenIndex>(n + 1); t < tree_.size() && t < n + 16; ++t) {
      const std::string_view word = tree_.text(t);
      const recognise::Mention* m = tree_.mention(t);
      if (m == nullptr) {
        const bool honorific = knowledge_.names.find_office(word) != nullptr && knowledge_.names.find_office(word)->person_title;
        const TokenIndex next = static_cast<TokenIndex>(t + 1);
        const bool more = plural && next < tree_.size() && tree_.mention(next) != nullptr &&
                          tree_.mention(next)->form == recognise::MentionForm::demonym_adjective;
        if (more && (word == "," || word == "et")) continue;  // "les présidents turc, grec et bulgare, X, Y et Z"
        if (word == "," && !comma) {
          comma = true;
        } else if (comma && !honorific && tree_.word_class(t) != WordClass::determiner) {
          return;
        }
        if (tree_.word_class(t) == WordClass::verb || tree_.word_class(t) == WordClass::auxiliary || word == ";" ||
            word == ":" || word == "." || word == "(" || (word == "et" && !comma)) {
          return;
        }
        continue;
      }
      const std::string_view before = t == 0 ? std::string_view{} : tree_.lemma(static_cast<TokenIndex>(m->begin - 1));
      const WordClass class_before = tree_.word_class(static_cast<TokenIndex>(m->begin - 1));
      if (m->form == recognise::MentionForm::demonym_adjective) {
        if (!comma) add_belonging(core_.adjective, t);
      } else if (class_before == WordClass::preposition || class_before == WordClass::determiner) {
        const bool de = before == "de" || (class_before == WordClass::determiner && m->begin >= 2 &&
                                           tree_.lemma(static_cast<TokenIndex>(m->begin - 2)) == "de");
        if (de && !comma) add_belonging(core_.de, tree_.head_of(*m));
      } else if (is_name(tree_, t)) {
        if (!comma || ends_apposition(m->end)) {
          add(core_.apposition, tree_.head_of(*m), true);
          add(core_.subject, tree_.head_of(*m), true);
        }
        return;
      }
      t = static_cast<TokenIndex>(m->end - 1);
    }
  }

  void add_belonging(FunctionId function, TokenIndex t) {
    add(function, t, true);
    add(core_.genitive, t, true);
  }

  bool ends_apposition(TokenIndex t) const {
    if (t >= tree_.size()) return true;
    const std::string_view word = tree_.text(t);
    return word == "," || word == "." || word == ")" || word == ":" || word == ";" || word == "»" || word == "\"" ||
           tree_.word_class(t) == WordClass::verb || tree_.word_class(t) == WordClass::auxiliary;
  }

  /// Groups that the parser hung from the verb or noun above may belong to the noun: "dénonce l'arrestation de X par
  /// les autorités", "l'aide américaine à l'Ukraine est suspendue".
  void add_complements_of_neighbours(TokenIndex n) {
    add_groups_to_the_right(n);
    add_complements_of_participles(n);
    const TokenIndex h = tree_.head(n);
    if (h == no_token) return;
    const Dependency d = tree_.dependency(n);
    const bool subject = d == Dependency::nsubj || d == Dependency::nsubj_pass;
    for (TokenIndex c : Children(tree_, h)) {
      if (c <= n || c == n || (subject && c > h && is_verbal(tree_, h))) continue;
      const Dependency cd = tree_.dependency(c);
      if (cd != Dependency::obl_arg && cd != Dependency::obl_mod && cd != Dependency::nmod && cd != Dependency::obl_agent) continue;
      if (preposition_of(tree_, c) != "de" || tree_.mention(c) != nullptr) add_prepositional(c, true);
    }
  }

  /// "une interview accordée à la BBC", "les sanctions imposées par Rome": what a participle brings belongs to the noun.
  void add_complements_of_participles(TokenIndex n) {
    for (TokenIndex c : Children(tree_, n)) {
      const Dependency d = tree_.dependency(c);
      if (c > n && knowledge_.reference.aimed_at.contains(tree_.token(c).lemma) && (d == Dependency::acl || d == Dependency::acl_relcl)) {
        add(knowledge_.mappings.functions().find("contre"), tree_.child(c, Dependency::obj), true);
      }
      if ((d != Dependency::acl && d != Dependency::amod) || c < n ||
          tree_.token(c).morphology.verb_form != VerbForm::past_participle || tree_.has_child(c, Dependency::aux_pass)) {
        continue;
      }
      for (TokenIndex g : Children(tree_, c)) {
        if (tree_.dependency(g) == Dependency::obl_agent) add(core_.par, g, true);
        add_prepositional(g, true);
      }
    }
  }

  /// Prepositional groups up to the next verb or stop, wherever they hang: the last resort for a noun's complements.
  void add_groups_to_the_right(TokenIndex n) {
    for (TokenIndex t = static_cast<TokenIndex>(n + 1); t < tree_.size() && t < n + 14; ++t) {
      const WordClass w = tree_.word_class(t);
      if (w == WordClass::verb || w == WordClass::auxiliary || w == WordClass::subordinator) return;
      if (w == WordClass::punctuation && tree_.text(t) != "-" && tree_.text(t) != "\"") return;
      if (w == WordClass::pronoun && is_relative(tree_, t)) return;
      if (w != WordClass::preposition || tree_.lemma(t) == "de") continue;
      const TokenIndex group = tree_.head(t);
      if (group != no_token && group > t && tree_.dependency(t) == Dependency::case_) add_prepositional(group, true);
    }
  }

  /// Names beside a noun: "le président russe, Vladimir Poutine," and "Vladimir Poutine, président de la Russie,".
  void add_neighbouring_name(TokenIndex n) {
    if (!p_.fillers(core_.apposition).empty()) return;
    if (const TokenIndex name = name_behind(tree_, n); name != no_token) {
      add_apposition(n, name, false);
    } else if (const TokenIndex before = name_before(n);
               before != no_token && p_.support == no_token && tree_.child(n, Dependency::cop) == no_token) {
      add(core_.subject, before);
    }
  }

  /// "X, (le|ancien|…) président …": the name right before the comma that precedes the group.
  TokenIndex name_before(TokenIndex n) const {
    TokenIndex t = n;
    for (int steps = 0; t > 0 && steps < 4; ++steps) {
      --t;
      const WordClass w = tree_.word_class(t);
      if (tree_.text(t) == "," || tree_.text(t) == "(") break;
      if (w != WordClass::determiner && w != WordClass::adjective && w != WordClass::adverb) return no_token;
    }
    if (t == 0 || (tree_.text(t) != "," && tree_.text(t) != "(")) return no_token;
    --t;
    if (!is_name(tree_, t) || tree_.mention(t)->end != t + 1) return no_token;
    return tree_.head_of(*tree_.mention(t));
  }


  const Tree& tree_;
  const Knowledge& knowledge_;
  const CoreFunctions& core_;
  Predication p_;
};

}  // namespace

std::vector<TokenIndex> Predication::fillers(FunctionId function) const {
  std::vector<TokenIndex> out;
  for (const bool weak : {false, true}) {
    for (const Argument& a : arguments) {
      if (a.function == function && a.weak == weak && std::find(out.begin(), out.end(), a.token) == out.end()) {
        out.push_back(a.token);
      }
    }
  }
  return out;
}

bool Predication::holds_directly(FunctionId function, TokenIndex token) const {
  return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& a) {
    return a.function == function && a.token == token && !a.weak;
  });
}

bool Predication::holds_weakly(FunctionId function, TokenIndex token) const {
  return !holds_directly(function, token) && std::any_of(arguments.begin(), arguments.end(), [&](const Argument& a) {
    return a.function == function && a.token == token;
  });
}

Predication make_predication(const Tree& tree, TokenIndex token, TriggerClass word_class, const Knowledge& knowledge) {
  Builder builder(tree, token, word_class, knowledge);
  switch (word_class) {
    case TriggerClass::verb: return builder.verb();
    case TriggerClass::noun: return builder.noun();
    case TriggerClass::adjective: return builder.adjective();
  }
  return {};
}

}  // namespace depeche::extract
