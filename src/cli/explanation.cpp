#include "cli/explanation.hpp"

namespace depeche::cli {

std::string_view Explanation::text_of(const language::Sentence& sentence) const {
  return std::string_view(extraction.article.text).substr(sentence.begin, sentence.end - sentence.begin);
}

std::string_view Explanation::text_of(const language::Token& token) const {
  return language::text_of(extraction.article.text, token);
}

std::string_view Explanation::lemma_of(const language::Token& token) const {
  return token.lemma == language::no_lemma ? std::string_view("?") : knowledge.forms.lemma(token.lemma);
}

}  // namespace depeche::cli
