#include "extract/support.hpp"

#include "extract/grammar.hpp"
#include "extract/knowledge.hpp"

namespace depeche::extract {

using language::Dependency;
using language::VerbForm;
using language::WordClass;
using mapping::TriggerClass;

namespace {

SupportUse match(const Tree& tree, TokenIndex verb, TokenIndex noun, std::string_view preposition,
                 const Knowledge& knowledge) {
  SupportUse use;
  const bool reflexive = has_reflexive(tree, verb);
  for (const mapping::SupportVerb& s : knowledge.support_verbs.find(tree.token(verb).lemma)) {
    if (s.preposition != preposition || (s.pronominal && !reflexive)) continue;
    if (!s.nouns.empty() && !s.nouns.contains(tree.token(noun).lemma)) continue;
    use.verb = verb;
    use.subject_is_object = s.subject_is_object;
    use.ends = s.ends;
    use.status = s.status;
    return use;
  }
  return use;
}

/// "fait l'objet d'un mandat", "est la cible d'une attaque": one noun lies between verb and predicate.
SupportUse match_through(const Tree& tree, TokenIndex top, TokenIndex noun, const Knowledge& knowledge) {
  SupportUse use;
  TokenIndex between = tree.head(top);
  if (between == no_token || preposition_of(tree, top) != "de") return use;
  if (is_verbal(tree, between)) between = tree.child(between, Dependency::obj);  // "fait l'objet" taken for one verb
  if (between == no_token || between > top) return use;
  for (const mapping::SupportVerb& s : knowledge.support_verbs.find_through(tree.token(between).lemma)) {
    if (!s.nouns.empty() && !s.nouns.contains(tree.token(noun).lemma)) continue;
    const TokenIndex above = tree.head(between);
    if (tree.has_child(between, Dependency::cop)) {
      use.verb = between;
    } else if (above != no_token && is_verbal(tree, above)) {
      use.verb = above;
    } else {
      continue;
    }
    use.subject_is_object = s.subject_is_object;
    use.ends = s.ends;
    use.status = s.status;
    return use;
  }
  return use;
}

/// The verb of which a noun group is a complement, through the coordination it may stand in.
TokenIndex first_conjunct(const Tree& tree, TokenIndex noun) {
  for (int steps = 0; steps < 6 && tree.dependency(noun) == Dependency::conj && tree.head(noun) != no_token; ++steps) {
    const TokenIndex h = tree.head(noun);
    if (is_verbal(tree, h)) break;
    noun = h;
  }
  return noun;
}

/// "une série de frappes": the amount, which stands where the noun would; the noun itself if there is none.
TokenIndex amount_above(const Tree& tree, TokenIndex noun, const Knowledge& knowledge) {
  const TokenIndex above = tree.head(noun);
  const bool amount = above != no_token && tree.dependency(noun) == Dependency::nmod &&
                      preposition_of(tree, noun) == "de" &&
                      knowledge.reference.quantities.contains(tree.token(above).lemma);
  return amount ? first_conjunct(tree, above) : noun;
}

}  // namespace

SupportUse find_support_use(const Tree& tree, TokenIndex noun, const Knowledge& knowledge) {
  const TokenIndex top = amount_above(tree, first_conjunct(tree, noun), knowledge);
  const TokenIndex head = tree.head(top);
  if (head != no_token && is_verbal(tree, head)) {
    const Dependency d = tree.dependency(top);
    std::string_view preposition = preposition_of(tree, top);
    const bool passive_subject =
        d == Dependency::nsubj_pass || (d == Dependency::nsubj && is_passive(tree, head, knowledge));
    const bool object = (d == Dependency::obj || d == Dependency::obl_mod || d == Dependency::obl_arg ||
                         d == Dependency::iobj || d == Dependency::xcomp);
    if (passive_subject || object || d == Dependency::nsubj) {
      // "ne mène pas de négociations", "entretiennent d'étroites relations"
      const bool bare_plural = tree.token(top).morphology.number == language::Number::plural &&
                               !tree.has_child(top, Dependency::det) && tree.child_with_lemma(top, "de") != no_token &&
                               tree.text(tree.child_with_lemma(top, "de")).starts_with("d") &&
                               tree.text(tree.child_with_lemma(top, "de")) != "des";
      if (preposition == "de" && (d == Dependency::obj || (d != Dependency::nsubj && bare_plural))) preposition = {};
      if (passive_subject || d != Dependency::nsubj) {
        if (SupportUse use = match(tree, head, noun, preposition, knowledge); use.verb != no_token) return use;
      }
    }
  }
  if (SupportUse use = match_through(tree, top, noun, knowledge); use.verb != no_token) return use;
  for (TokenIndex c : Children(tree, top)) {
    if (!is_verbal(tree, c) && tree.token(c).morphology.verb_form != VerbForm::past_participle) continue;
    const Dependency d = tree.dependency(c);
    const bool participle = (d == Dependency::acl || d == Dependency::amod) &&
                            tree.token(c).morphology.verb_form == VerbForm::past_participle;
    bool relative_object = false;
    if (d == Dependency::acl_relcl) {
      for (TokenIndex r : Children(tree, c)) {
        const Dependency rd = tree.dependency(r);
        if ((rd == Dependency::obj && tree.lemma(r) == "que") ||
            ((rd == Dependency::nsubj || rd == Dependency::nsubj_pass) && tree.lemma(r) == "qui" &&
             is_passive(tree, c, knowledge))) {
          relative_object = true;
        }
      }
    }
    if (!participle && !relative_object) continue;
    if (SupportUse use = match(tree, c, noun, {}, knowledge); use.verb != no_token) return use;
  }
  return {};
}

const mapping::Governor* find_purpose_governor(const Tree& tree, TokenIndex verb, const Knowledge& knowledge) {
  for (const mapping::Governor& g : knowledge.governors.find(tree.token(verb).lemma, TriggerClass::verb)) {
    if ((g.forms & mapping::complement_purpose) == 0) continue;
    const TokenIndex object = tree.child(verb, Dependency::obj);
    if (g.object.empty() || (object != no_token && g.object.contains(tree.token(object).lemma))) return &g;
  }
  return nullptr;
}

const mapping::Governor* find_governor(const Tree& tree, TokenIndex head, TokenIndex complement,
                                       const Knowledge& knowledge) {
  const WordClass w = tree.word_class(head);
  const TriggerClass word_class = is_verbal(tree, head)       ? TriggerClass::verb
                                  : w == WordClass::adjective ? TriggerClass::adjective
                                                              : TriggerClass::noun;
  std::uint8_t form = mapping::complement_noun;
  if (is_verbal(tree, complement) || tree.has_child(complement, Dependency::cop)) {
    bool infinitive = tree.token(complement).morphology.verb_form == VerbForm::infinitive;
    for (TokenIndex c : Children(tree, complement)) {
      const Dependency d = tree.dependency(c);
      if ((d == Dependency::aux_tense || d == Dependency::aux_pass || d == Dependency::cop) && c < complement) {
        // The first auxiliary carries the form of the whole group.
        infinitive = tree.token(c).morphology.verb_form == VerbForm::infinitive;
        break;
      }
    }
    form = infinitive ? mapping::complement_infinitive : mapping::complement_clause;
  }
  const bool reflexive = has_reflexive(tree, head);
  const mapping::Governor* best = nullptr;
  for (const mapping::Governor& g : knowledge.governors.find(tree.token(head).lemma, word_class)) {
    if ((g.forms & form) == 0) continue;
    if (form == mapping::complement_noun && g.except.contains(tree.token(complement).lemma)) continue;
    if (g.pronominal && !reflexive) continue;
    if (g.passive && !is_passive(tree, head, knowledge)) continue;
    if (best == nullptr || (g.pronominal && !best->pronominal) || (g.passive && !best->passive)) best = &g;
  }
  return best;
}

namespace {

/// "le premier dirigeant", "le seul pays", "le deuxième Etat".
bool is_one_of_rank(const Tree& tree, TokenIndex noun) {
  for (TokenIndex c : Children(tree, noun)) {
    if (c > noun || tree.mention(c) != nullptr) continue;
    const std::string_view word = tree.lemma(c);
    if (word == "premier" || word == "seul" || word == "dernier" || word == "second" || word.ends_with("ième"))
      return true;
  }
  return false;
}

}  // namespace

TokenIndex controller(const Tree& tree, TokenIndex infinitive, TokenIndex governor, const Knowledge& knowledge,
                      int depth) {
  if (depth > 6) return no_token;
  if (!is_verbal(tree, governor)) {
    // "son intention de …", "accusé d'avoir …", "prêt à …": the possessor, the noun modified, or the subject.
    const WordClass w = tree.word_class(governor);
    if (w == WordClass::adjective) {
      if (const TokenIndex s = tree.child(governor, Dependency::nsubj); s != no_token) return antecedent(tree, s);
      const Dependency d = tree.dependency(governor);
      if (d == Dependency::amod || d == Dependency::acl || d == Dependency::appos) return tree.head(governor);
      if (tree.head(governor) != no_token && is_verbal(tree, tree.head(governor))) {
        return surface_subject(tree, tree.head(governor), knowledge, depth + 1);
      }
      return no_token;
    }
    // "A est le premier dirigeant turc à visiter …": who is it visits, and where nothing says who, that leader does.
    const bool marked_by_a = infinitive > 0 && tree.text(static_cast<TokenIndex>(infinitive - 1)) == "à";
    if (marked_by_a && is_one_of_rank(tree, governor)) {
      const TokenIndex subject =
          tree.has_child(governor, Dependency::cop) ? surface_subject(tree, governor, knowledge, depth + 1) : no_token;
      return subject != no_token ? subject : governor;
    }
    for (TokenIndex c : Children(tree, governor)) {
      if (tree.dependency(c) == Dependency::det && (tree.lemma(c) == "son" || tree.lemma(c) == "leur")) return c;
    }
    // "a été le premier pays d'Afrique à quitter la Cour": of whom the noun is said
    const TokenIndex mark = tree.child(infinitive, Dependency::mark);
    const bool said_of = mark != no_token && tree.lemma(mark) == "à" && tree.has_child(governor, Dependency::cop) &&
                         knowledge.governors.find(tree.token(governor).lemma, TriggerClass::noun).empty();
    if (const TokenIndex s = tree.child(governor, Dependency::nsubj); said_of && s != no_token)
      return antecedent(tree, s);
    for (TokenIndex c : Children(tree, governor)) {
      const recognise::Mention* m = tree.mention(c);
      if (tree.dependency(c) == Dependency::nmod && preposition_of(tree, c) == "de" && c < infinitive) return c;
      if (m != nullptr && m->form == recognise::MentionForm::demonym_adjective) return c;
    }
    const SupportUse use = find_support_use(tree, governor, knowledge);
    if (use.verb != no_token) return surface_subject(tree, use.verb, knowledge, depth + 1);
    const TokenIndex h = tree.head(governor);
    if (h != no_token && is_verbal(tree, h) && tree.dependency(governor) != Dependency::nsubj) {
      return surface_subject(tree, h, knowledge, depth + 1);
    }
    return no_token;
  }
  const mapping::Governor* g = find_governor(tree, governor, infinitive, knowledge);
  const mapping::Control control = g == nullptr ? mapping::Control::subject : g->control;
  if (control == mapping::Control::subject) return surface_subject(tree, governor, knowledge, depth + 1);
  if (control == mapping::Control::object) {
    if (is_passive(tree, governor, knowledge)) return surface_subject(tree, governor, knowledge, depth + 1);
    const TokenIndex object = tree.child(governor, Dependency::obj);
    if (object != no_token) return antecedent(tree, object);
    for (TokenIndex c : Children(tree, governor)) {  // a clitic object under another label
      if (tree.dependency(c) == Dependency::iobj && tree.lemma(c) == "le") return c;
    }
    for (TokenIndex t = infinitive; t-- > governor + 1;) {  // the name right before "de" + infinitive
      const recognise::Mention* m = tree.mention(t);
      if (m == nullptr || m->form == recognise::MentionForm::demonym_adjective) continue;
      const TokenIndex before = m->begin > 0 ? static_cast<TokenIndex>(m->begin - 1) : no_token;
      const bool article = before != no_token && tree.word_class(before) == WordClass::determiner;
      const TokenIndex earlier = article && before > 0 ? static_cast<TokenIndex>(before - 1) : before;
      const bool joins = t + 2 >= infinitive && tree.lemma(static_cast<TokenIndex>(t + 1)) == "de";
      if (earlier == governor || (joins && earlier != no_token && tree.word_class(earlier) != WordClass::preposition)) {
        return tree.head_of(*m);
      }
    }
  }
  for (TokenIndex c : Children(tree, governor)) {
    const Dependency d = tree.dependency(c);
    if (d == Dependency::iobj && tree.lemma(c) != "se" && tree.lemma(c) != "en" && tree.lemma(c) != "y")
      return antecedent(tree, c);
    if ((d == Dependency::obl_arg || d == Dependency::obl_mod) && preposition_of(tree, c) == "à")
      return antecedent(tree, c);
  }
  return no_token;
}

}  // namespace depeche::extract
