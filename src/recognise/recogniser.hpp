#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "article/article.hpp"
#include "language/forms.hpp"
#include "language/token.hpp"
#include "lexicon/names.hpp"
#include "recognise/mention.hpp"
#include "recognise/name_words.hpp"

namespace depeche::recognise {

class PersonIndex;

/// The mentions of one article: per sentence in order of position, tied to the article's entities.
struct Mentions {
  std::vector<std::vector<Mention>> by_sentence;
  std::vector<Entity> entities;
};

/// Finds who is named. Needs tokens; word classes are used where the tagger has set them, a parse is not. Persons are
/// known by the lexicon, by title or office + name, by given name + name, and later by surname; unknown capitalised
/// runs that nothing introduces stay unlinked. One entity per person and article, whatever the spelling ("Putin",
/// "Poutine").
class Recogniser {
 public:
  /// All three must outlive the recogniser. Costs about a millisecond: the persons of the lexicon are indexed by
  /// sound.
  Recogniser(const language::FormLexicon& forms, const lexicon::NameLexicon& names, const NameWords& vocabulary);
  Mentions recognise(const article::Article& article, const std::vector<language::Sentence>& sentences) const;

 private:
  const language::FormLexicon& forms_;
  const lexicon::NameLexicon& names_;
  const NameWords& vocabulary_;
  std::shared_ptr<const PersonIndex> persons_;
  std::uint64_t number_;  ///< tells the scratch memory of this recogniser from that of others
};

}  // namespace depeche::recognise
