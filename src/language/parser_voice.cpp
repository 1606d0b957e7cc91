#include "language/parser_voice.hpp"

namespace depeche::language {
namespace {

template <class Change>
void for_children(Sentence& sentence, std::uint16_t head, Change change) {
  for (Token& token : sentence.tokens) {
    if (token.head == head) change(token);
  }
}

bool has_child(const Sentence& sentence, std::uint16_t head, Dependency label) {
  for (const Token& token : sentence.tokens) {
    if (token.head == head && token.dependency == label) return true;
  }
  return false;
}

void make_active(Sentence& sentence, std::uint16_t verb) {
  for_children(sentence, verb, [](Token& child) {
    switch (child.dependency) {
      case Dependency::aux_pass:
        child.dependency = Dependency::aux_tense;
        break;
      case Dependency::nsubj_pass:
        child.dependency = Dependency::nsubj;
        break;
      case Dependency::obl_agent:
        child.dependency = Dependency::obl_mod;
        break;
      case Dependency::obj:  // what one becomes or stays
        if (child.word_class == WordClass::noun) child.dependency = Dependency::xcomp;
        break;
      default:
        break;
    }
  });
}

void make_passive(Sentence& sentence, std::uint16_t verb, Token& auxiliary) {
  auxiliary.dependency = Dependency::aux_pass;
  for_children(sentence, verb, [](Token& child) {
    if (child.dependency == Dependency::nsubj) child.dependency = Dependency::nsubj_pass;
  });
}

}  // namespace

void settle_voice(const FormLexicon& lexicon, Sentence& sentence) {
  for (Token& token : sentence.tokens) {
    if (token.word_class != WordClass::auxiliary || token.head == no_head) continue;
    const bool passive = token.dependency == Dependency::aux_pass;
    if (!passive && token.dependency != Dependency::aux_tense) continue;
    const VerbTraits traits = lexicon.verb_traits(sentence.tokens[token.head].lemma);
    const bool only_etre = traits.auxiliary_etre && !traits.auxiliary_avoir;
    if (passive && only_etre) {
      make_active(sentence, token.head);
    } else if (!passive && !only_etre && traits.transitive && lexicon.lemma(token.lemma) == "être" &&
               has_child(sentence, token.head, Dependency::obl_agent) &&
               !has_child(sentence, token.head, Dependency::expl_comp)) {
      make_passive(sentence, token.head, token);
    }
  }
}

}  // namespace depeche::language
