// "plusieurs pays (Grèce, Turquie, Chypre)", "trois Etats - la Grèce, la Turquie et Chypre -": those listed.
#include "extract/discourse.hpp"

namespace depeche::extract {

using language::WordClass;
using recognise::Mention;
using recognise::MentionForm;
using recognise::no_entity;

void Discourse::add_enclosed(const Tree& tree, TokenIndex token, Actors& out) const {
  const auto& words = knowledge_.reference;
  const language::LemmaId lemma = tree.token(token).lemma;
  if (tree.word_class(token) != WordClass::noun || tree.mention(token) != nullptr ||
      (!words.pair_of_states.contains(lemma) && !words.pair_of_persons.contains(lemma) &&
       !words.organisation_words.contains(lemma))) {
    return;
  }
  const auto is = [&](TokenIndex t, std::string_view word) { return t < tree.size() && tree.text(t) == word; };
  TokenIndex t = static_cast<TokenIndex>(token + 1);
  while (t < tree.size() && t < token + 4 && tree.word_class(t) == WordClass::adjective) ++t;
  const bool bracket = is(t, "(");
  if (!bracket && !is(t, "-") && !is(t, "–") && !is(t, "—") && !is(t, "--")) return;
  const std::string_view close = bracket ? std::string_view(")") : tree.text(t);
  Actors list;
  for (++t; t < tree.size();) {
    if (tree.word_class(t) == WordClass::determiner && tree.mention(t) == nullptr) ++t;
    const Mention* m = t < tree.size() ? tree.mention(t) : nullptr;
    if (m == nullptr || m->begin != t || m->entity == no_entity || m->form == MentionForm::demonym_adjective ||
        (!list.empty() && entity(m->entity).kind != entity(list[0].entity).kind)) {
      return;
    }
    list.push_back({m->entity, tree.head_of(*m), false});
    t = m->end;
    if (is(t, close)) {
      if (list.size() > 1) out = std::move(list);
      return;
    }
    if (!is(t, ",") && !is(t, "et") && !is(t, "ou")) return;
    ++t;
  }
}

}  // namespace depeche::extract
