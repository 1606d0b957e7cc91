#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "language/analyser.hpp"
#include "recognise/recogniser.hpp"

namespace depeche::recognise {

inline const language::FormLexicon& french_forms() {
  static const language::FormLexicon forms =
      language::FormLexicon::open(DEPECHE_BUILD_DIR "/share/depeche/fr.forms").value();
  return forms;
}

inline const lexicon::NameLexicon& shipped_names() {
  static Diagnostics diagnostics;
  static const lexicon::NameLexicon names =
      lexicon::NameLexicon::load(DEPECHE_SOURCE_DIR "/mappings/names", {}, diagnostics).value();
  return names;
}

inline const NameWords& shipped_words() {
  static Diagnostics diagnostics;
  static const NameWords words = NameWords::load(DEPECHE_SOURCE_DIR "/mappings/fr", diagnostics).value();
  return words;
}

/// An article with its mentions. Lines are paragraphs; the first is the title if `titled`. No tagger is asked.
class Recognised {
 public:
  explicit Recognised(std::string_view text, bool titled = false, const NameWords& words = shipped_words()) {
    article_.text = text;
    std::uint32_t paragraph = 0;
    for (std::size_t begin = 0; begin <= text.size(); ++paragraph) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::size_t first = sentences_.size();
      language::scan(article_.text, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), sentences_);
      for (std::size_t i = first; i < sentences_.size(); ++i) {
        sentences_[i].paragraph = paragraph;
        sentences_[i].headline = titled && paragraph == 0;
      }
      begin = end + 1;
    }
    mentions_ = Recogniser(french_forms(), shipped_names(), words).recognise(article_, sentences_);
  }

  /// Labels (codes for states) of the entities of a kind, in order of first mention.
  std::vector<std::string> all(ActorKind kind) const {
    std::vector<std::string> labels;
    for (const Entity& entity : mentions_.entities) {
      if (entity.kind == kind) labels.push_back(kind == ActorKind::country ? entity.iso : entity.label);
    }
    return labels;
  }
  std::vector<std::string> persons() const { return all(ActorKind::person); }
  std::vector<std::string> countries() const { return all(ActorKind::country); }
  std::vector<std::string> organisations() const { return all(ActorKind::organisation); }
  std::vector<std::string> places() const { return all(ActorKind::place); }

  const Entity& entity(std::string_view label) const {
    for (const Entity& entity : mentions_.entities) {
      if (entity.label == label || (entity.kind == ActorKind::country && entity.iso == label)) return entity;
    }
    throw std::runtime_error("no entity " + std::string(label));
  }

  /// The words of each mention of an entity, in order of the text.
  std::vector<std::string> mentions(std::string_view label) const {
    std::vector<std::string> words;
    for_each_mention(label, [&](const language::Sentence& sentence, const Mention& mention) {
      const std::uint32_t begin = sentence.tokens[mention.begin].begin;
      words.push_back(article_.text.substr(begin, sentence.tokens[mention.end - 1U].end - begin));
    });
    return words;
  }

  std::vector<MentionForm> forms(std::string_view label) const {
    std::vector<MentionForm> forms;
    for_each_mention(label, [&](const language::Sentence&, const Mention& mention) { forms.push_back(mention.form); });
    return forms;
  }

  const Mentions& result() const { return mentions_; }

 private:
  template <class Visit>
  void for_each_mention(std::string_view label, const Visit& visit) const {
    const Entity* const wanted = &entity(label);
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      for (const Mention& mention : mentions_.by_sentence[i]) {
        if (&mentions_.entities[mention.entity] == wanted) visit(sentences_[i], mention);
      }
    }
  }

  article::Article article_;
  std::vector<language::Sentence> sentences_;
  Mentions mentions_;
};

using Texts = std::vector<std::string>;

}  // namespace depeche::recognise
