#pragma once
#include <cstddef>

#include "lexicon/names.hpp"
#include "recognise/words.hpp"

namespace depeche::recognise {

/// What stands beside a name and tells that it is a person's.
struct Introduction {
  enum class By : std::uint8_t {
    nothing,
    title,      ///< M., Mme, docteur, cheikh directly before
    office,     ///< an office before, with its complements between: "le ministre turc de la Défense X"
    apposition  ///< an office, an age or a verb of speech behind or before: "X, analyste à", "a déclaré X"
  };
  By by = By::nothing;
  language::Gender gender = language::Gender::none;
  bool plural = false;  ///< "les présidents X et Y": the next name is introduced too
};

/// Looks before the name that begins with word `at`.
Introduction find_introduction(const Words& words, std::size_t at);

/// Looks around the name of at least two words [begin, end): apposition, age, speech.
Introduction find_apposition(const Words& words, std::size_t begin, std::size_t end);

/// The gender that the form of an office tells: feminine for "ministre"/"ministre" none, "présidente" feminine.
language::Gender gender_of_office(const lexicon::OfficeNoun& office, std::string_view form);

}  // namespace depeche::recognise
