#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/forms.hpp"
#include "language/token.hpp"
#include "recognise/mention.hpp"

namespace depeche::extract {

using TokenIndex = std::uint16_t;
inline constexpr TokenIndex no_token = 0xFFFF;

/// One parsed sentence with its mentions, as a tree that can be walked down. Names are made single nodes: every token
/// of a mention hangs from the mention's head, and prepositional groups that the parser hung from a name of a person or
/// state move up to what governs the name, because such names take no complements.
class Tree {
 public:
  /// References are kept: text, sentence, mentions and lexicon must outlive the tree.
  Tree(std::string_view text, const language::Sentence& sentence, const std::vector<recognise::Mention>& mentions,
       const language::FormLexicon& forms);

  TokenIndex size() const { return static_cast<TokenIndex>(sentence_.tokens.size()); }
  const language::Sentence& sentence() const { return sentence_; }
  const language::Token& token(TokenIndex i) const { return sentence_.tokens[i]; }
  std::string_view text(TokenIndex i) const { return language::text_of(text_, sentence_.tokens[i]); }
  std::string_view article_text() const { return text_; }
  std::string_view lemma(TokenIndex i) const;  ///< the form itself where the lexicon does not know it
  language::WordClass word_class(TokenIndex i) const { return sentence_.tokens[i].word_class; }

  TokenIndex head(TokenIndex i) const { return head_[i]; }
  language::Dependency dependency(TokenIndex i) const { return dependency_[i]; }

  TokenIndex first_child(TokenIndex i) const { return first_child_[i]; }
  TokenIndex next_sibling(TokenIndex i) const { return next_sibling_[i]; }
  /// First child with the label, or no_token.
  TokenIndex child(TokenIndex i, language::Dependency dependency) const;
  bool has_child(TokenIndex i, language::Dependency dependency) const { return child(i, dependency) != no_token; }
  /// First child whose lemma is `lemma`, or no_token.
  TokenIndex child_with_lemma(TokenIndex i, std::string_view lemma) const;
  /// True if `ancestor` is `i` or above it.
  bool dominates(TokenIndex ancestor, TokenIndex i) const;

  /// Leftmost and one past rightmost token of the subtree.
  TokenIndex begin_of(TokenIndex i) const { return begin_[i]; }
  TokenIndex end_of(TokenIndex i) const { return end_[i]; }

  /// The mention that token `i` belongs to, or nullptr. A compound demonym has a second one.
  const recognise::Mention* mention(TokenIndex i) const;
  const recognise::Mention* second_mention(TokenIndex i) const;
  /// The token that stands for a mention in the tree.
  TokenIndex head_of(const recognise::Mention& mention) const;
  const std::vector<recognise::Mention>& mentions() const { return mentions_; }

  const language::FormLexicon& forms() const { return forms_; }

 private:
  void gather_names();
  void raise_copulas();
  void free_adverbs();
  void share_titles();
  void give_ages_to_names();
  TokenIndex name_at(TokenIndex i) const;
  void turn_over_adjectives();
  void mend_agreement();
  void join_infinitives();
  void join_participles();
  void part_names_from_labels();
  void part_speech_from_acts();
  void put_fronted_participles_below();
  void find_lost_subjects();
  void mend_relative_pronouns();
  void turn_inverted_subject(TokenIndex pronoun);
  void give_to_object(TokenIndex pronoun);
  void free_brackets_of_subjects();
  void free_stressed_pronouns();
  void free_subjects_of_appositions();
  void claim_names_before_verbs();
  void claim_subjects_behind_joints();
  void claim_speakers_behind_quotes();
  void make_incise(TokenIndex v);
  void part_groups_from_verbs();
  void lift_complements_of_names();
  void lift_objects_behind_names();
  bool is_date(TokenIndex t) const;
  void mend_pronoun_en();
  TokenIndex restricted_verb(TokenIndex que) const;
  void mend_restrictions();
  void free_resuming_pronouns();
  void mend_vis_a_vis();
  void close_insertions();
  void join_coordinated();
  bool is_subject_behind_comma(TokenIndex before) const;
  void join_present_participles();
  bool join_end_of_list(TokenIndex last);
  void free_names_of_participles();
  void join_to_like_group(TokenIndex group);
  void gather_lists();
  TokenIndex group_before(TokenIndex coordinator) const;
  void break_circles();
  void link_children();

  std::string_view text_;
  const language::Sentence& sentence_;
  const std::vector<recognise::Mention>& mentions_;
  const language::FormLexicon& forms_;
  std::vector<TokenIndex> head_, first_child_, next_sibling_, begin_, end_;
  std::vector<TokenIndex> without_circles_, linked_;  ///< the heads when circles were broken, children linked last
  std::vector<language::Dependency> dependency_;
  std::vector<std::int16_t> mention_of_, second_mention_of_;
};

/// Ranges over the children of a token: for (TokenIndex c : Children(tree, i)).
class Children {
 public:
  Children(const Tree& tree, TokenIndex parent) : tree_(tree), first_(tree.first_child(parent)) {}
  struct Iterator {
    const Tree* tree;
    TokenIndex at;
    TokenIndex operator*() const { return at; }
    Iterator& operator++() {
      at = tree->next_sibling(at);
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at != other.at; }
  };
  Iterator begin() const { return {&tree_, first_}; }
  Iterator end() const { return {&tree_, no_token}; }

 private:
  const Tree& tree_;
  TokenIndex first_;
};

}  // namespace depeche::extract
