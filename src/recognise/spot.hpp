#pragma once
#include <cstdint>

#include "language/token.hpp"
#include "recognise/mention.hpp"

namespace depeche::recognise {

/// A stretch of a sentence that may be a mention, as the sentence alone shows it. The article decides later.
struct Spot {
  enum class Kind : std::uint8_t {
    known,         ///< a row of the names lexicon
    person,        ///< a full name by its shape: given name, office or syllables
    short_person,  ///< one word behind a title or office: "M. Azar"
    capitals,      ///< capitalised words that nothing introduces
    organisation   ///< an organisation by its shape
  };
  Kind kind = Kind::capitals;
  MentionForm form = MentionForm::full_name;
  std::uint32_t sentence = 0;
  std::uint16_t begin = 0, end = 0;  ///< tokens of the mention
  std::uint16_t name_end = 0;        ///< tokens of the name, complements with a mention of their own included
  std::int32_t row = -1;             ///< known: the lexicon's row
  std::int32_t other_row = -1;       ///< a second row of the same name ("congolais"), to be decided by the article
  std::int32_t acronym = -1;         ///< organisations: token of the acronym that follows in brackets
  language::Gender gender = language::Gender::none;  ///< from title, office or given name
  bool initial = false;                              ///< its capital may only be that of the sentence
  bool common = false;                               ///< the first word is also a common word
  bool introduced = false;                           ///< something says that it is a person
  bool held = false;  ///< capitals: an organisation, unless the article names such a person
};

}  // namespace depeche::recognise
