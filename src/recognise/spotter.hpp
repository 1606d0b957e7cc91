#pragma once
#include <string_view>
#include <vector>

#include "lexicon/names.hpp"
#include "recognise/introductions.hpp"
#include "recognise/spot.hpp"
#include "recognise/words.hpp"

namespace depeche::recognise {

/// Reads one sentence after the other and notes what may be a mention.
///
/// The order of the evidence: names of the lexicon that take the whole run of capitals, titles and given names
/// (persons), heads and shapes of organisations, and what is left is noted as unknown capitals.
class Spotter {
 public:
  Spotter(const language::FormLexicon& forms, const lexicon::NameLexicon& names, const NameWords& vocabulary,
          WordMemo& memo)
      : words_(forms, names, vocabulary, memo), names_(names), vocabulary_(vocabulary) {}

  /// Appends the spots of a sentence in order of position; two may share a token (compound nationalities).
  void spot(std::string_view text, const language::Sentence& sentence, std::uint32_t index, std::vector<Spot>& out);

 private:
  std::size_t spot_lower(std::size_t at);
  std::size_t spot_capital(std::size_t at);
  /// The steps of spot_capital: each returns where to go on, or `at` if it has nothing to say.
  std::size_t spot_known(std::size_t at, std::size_t run_end);
  std::size_t spot_nationality(std::size_t at, std::size_t run_end);
  std::size_t spot_organisation(std::size_t at, std::size_t run_end);
  std::size_t spot_held_organisation(std::size_t at, std::size_t run_end);
  std::size_t spot_person(std::size_t at, std::size_t run_end);
  std::size_t spot_capitals(std::size_t at, std::size_t run_end);
  void pair_acronyms(std::size_t first);
  void pair_acronym(std::size_t bracket, std::size_t first);

  bool overrules(std::size_t at, std::size_t run_end, std::size_t length);
  std::size_t holding_end(std::size_t at, std::size_t run_end);
  bool is_word_before_name(std::size_t at, std::size_t run_end);
  bool looks_like_person(std::size_t at, std::size_t end) const;
  std::size_t find_seated_head(std::size_t at) const;
  std::size_t spot_public_body(std::size_t at);
  bool is_thing(std::size_t begin, std::size_t end) const;
  std::size_t person_end(std::size_t at, std::size_t run_end);
  std::size_t match(std::size_t at);
  Spot& add(Spot::Kind kind, MentionForm form, std::size_t begin, std::size_t end);
  void add_known(std::size_t begin, std::size_t end);

  Words words_;
  const lexicon::NameLexicon& names_;
  const NameWords& vocabulary_;
  std::vector<lexicon::NameMatch> matches_;
  std::vector<Spot>* spots_ = nullptr;
  std::uint32_t sentence_ = 0;
  bool plural_title_ = false;  ///< "MM. X et Y": the next name is introduced by the plural before the last one
};

}  // namespace depeche::recognise
