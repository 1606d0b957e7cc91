#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "language/token.hpp"

namespace depeche::language {

/// One way to read a form: "mande" is a verb (mander) in several persons and a noun (mande).
struct Reading {
  LemmaId lemma = no_lemma;
  WordClass word_class = WordClass::unknown;
  Morphology morphology;
};

/// What a verb's dictionary entry says beyond its forms.
struct VerbTraits {
  bool transitive = false;  ///< takes a direct object: être + participle may be a passive
  bool intransitive = false;
  bool indirect = false;  ///< takes a complement with à or de
  bool pronominal = false;
  bool auxiliary_etre = false;  ///< compound tenses with être: être + participle is a past tense
  bool auxiliary_avoir = false;
};

/// The French full-form lexicon: form to lemma, word class and inflection. Compiled at build time into one file that
/// is mapped and never parsed, so opening costs microseconds. Thread-safe, immutable.
class FormLexicon {
 public:
  /// Fails if the file is missing, truncated, of another version or damaged (checked by header, size and digest of the
  /// header).
  static Result<FormLexicon> open(const std::string& path);
  FormLexicon(FormLexicon&&) noexcept;
  FormLexicon& operator=(FormLexicon&&) noexcept;
  ~FormLexicon();

  /// All readings of a form exactly as spelt (typographic apostrophes count as '). Capitalised words and words in
  /// capitals are tried as given and then in lower case; capitals without accents ("ETAT", "Etat", "Elysée") also find
  /// the accented form. Empty if unknown. The readings live as long as the lexicon.
  std::span<const Reading> find(std::string_view form) const;

  /// Text of a lemma; empty for no_lemma.
  std::string_view lemma(LemmaId id) const;
  /// The id of a lemma text; no_lemma if the lexicon has no such lemma. One id per text, whatever its word classes.
  LemmaId find_lemma(std::string_view text) const;
  /// True if some form of this lemma has the word class.
  bool has_class(LemmaId id, WordClass word_class) const;
  VerbTraits verb_traits(LemmaId id) const;
  /// Tells lexicons of different content apart; ids of lemmas are those of one content.
  std::uint64_t content() const;

 private:
  struct Impl;
  explicit FormLexicon(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace depeche::language
