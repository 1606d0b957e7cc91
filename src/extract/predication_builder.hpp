#pragma once
#include <string>
#include <string_view>

#include "extract/grammar.hpp"
#include "extract/knowledge.hpp"
#include "extract/predication.hpp"
#include "extract/support.hpp"

namespace depeche::extract {

/// Builds one predication. The verb's, noun's and adjective's ways are in files of their own.
class Builder {
 public:
  Builder(const Tree& tree, TokenIndex predicate, mapping::TriggerClass word_class, const Knowledge& knowledge)
      : tree_(tree), knowledge_(knowledge), core_(knowledge.core) {
    p_.predicate = predicate;
    p_.clause = predicate;
    p_.word_class = word_class;
  }

  Predication verb();

  Predication noun();

  Predication adjective();

 private:
  void add(mapping::FunctionId function, TokenIndex token, bool weak = false);

  void add_clitic(TokenIndex c, TokenIndex& object);

  /// A group with a preposition, or a relative adverb, as complement of the predicate.
  void add_prepositional(TokenIndex c, bool weak);

  /// "à l'encontre de X" hangs as à + encontre + (de X): gives X and the whole preposition if some mapping names it.
  TokenIndex possessive_preposition(TokenIndex c, std::string_view preposition, std::string& name) const;
  TokenIndex complex_preposition(TokenIndex c, std::string_view preposition, std::string& name) const;

  /// "Reçue par le roi, Anna Pappas …", "Avant de partir pour Rome, …": the subject of the clause that follows.
  TokenIndex subject_after_fronted(TokenIndex v) const;

  /// Objects that the parser gives another name: "que" of a relative clause; a partitive or negated object ("fournit du
  /// matériel", "n'importe plus de sucre"); one behind a fixed complement ("a pris pour cible l'aéroport").
  TokenIndex hidden_object(TokenIndex v) const;

  /// The first name behind a transitive verb that no preposition, verb or stop keeps from being its object.
  TokenIndex name_right_behind(TokenIndex v) const;

  bool is_scene(TokenIndex c) const;
  TokenIndex agent_of_passive() const;
  TokenIndex agent_farther_right() const;

  /// Prepositional groups that hang from the object or from another complement may belong to the verb.
  void add_misattached();

  void add_weak_below(TokenIndex t, int depth);

  void add_participants_of_clause(TokenIndex n);
  void add_patient_behind_agent(TokenIndex n);
  void add_noun_complements(TokenIndex n, bool weak);

  /// A name beside the noun. Right behind it the name of a thing is the thing's own ("le pacte Borée"), that of a
  /// holder the holder's ("le président Demir"); behind a comma or bracket somebody is said to be it.
  void add_apposition(TokenIndex n, TokenIndex name, bool weak);

  void add_noun_complement(TokenIndex c, bool weak);

  /// A noun that is the object of a support verb takes the verb's subject and complements, and its tense and negation.
  void find_support(TokenIndex n);

  bool is_copula(TokenIndex t) const;

  /// "Les principaux fournisseurs du Ghana ont été : le Chili (31 %) et …", "Avec des parts de …, le Brésil et l'Inde
  /// ont été les deux premiers fournisseurs": read off the words, because figures in a list lead the parser astray.
  void add_other_side_of_copula(TokenIndex n);

  bool is_country_name(TokenIndex t) const;

  /// Of a predicative noun: "élu *président*" is said of the object, "devenu *président*" of the subject; and in "les
  /// principaux *fournisseurs* sont le Brésil et l'Inde" the other side of the copula is meant.
  void add_predicative_subject(TokenIndex n);

  /// What belongs to a title stands right behind it, whatever the parser made of it: "ministre turc des Affaires
  /// étrangères", "ambassadeur grec auprès de l'Otan, Nikos Pappas,".
  void add_words_of_title(TokenIndex n);

  void add_belonging(mapping::FunctionId function, TokenIndex t);

  bool is_named_by_noun_of(TokenIndex n, TokenIndex begin) const;
  bool is_acronym_in_brackets(TokenIndex open) const;

  bool ends_apposition(TokenIndex t) const;

  /// Groups that the parser hung from the verb or noun above may belong to the noun: "dénonce l'arrestation de X par
  /// les autorités", "l'aide américaine à l'Ukraine est suspendue".
  void add_complements_of_neighbours(TokenIndex n);

  /// "une interview accordée à la BBC", "les sanctions imposées par Rome": what a participle brings belongs to the
  /// noun.
  void add_complements_of_participles(TokenIndex n);

  /// Prepositional groups up to the next verb or stop, wherever they hang: the last resort for a noun's complements.
  void add_groups_to_the_right(TokenIndex n);

  /// Names beside a noun: "le président turc, Mevlut Demir," and "Mevlut Demir, président de la Turquie,".
  void add_neighbouring_name(TokenIndex n);

  /// "X, (le|ancien|…) président …": the name right before the comma that precedes the group.
  TokenIndex name_before(TokenIndex n) const;

  /// What is said of a person beside his name; see profiles.cpp.
  Predication affiliation();
  std::vector<TokenIndex> members_in_brackets(TokenIndex t) const;
  bool begins_member(TokenIndex n) const;
  bool is_position(TokenIndex t) const;
  TokenIndex bracket_of_profile(TokenIndex n) const;
  TokenIndex end_of_member(TokenIndex n) const;
  void add_complements_of_member(TokenIndex n, TokenIndex end, bool weak);
  void read_profile(TokenIndex open);
  void add_holders_of_list(TokenIndex n);
  void drop_complements_behind_holder();

  TokenIndex speaker_before(TokenIndex relative) const;
  bool is_incise(TokenIndex v, TokenIndex object) const;
  bool speaks(TokenIndex v) const;
  TokenIndex who_sees_it_done(TokenIndex v) const;
  bool has_verbal_content() const;
  bool is_partitive(TokenIndex group) const;
  void add_attributes(TokenIndex object);
  void add_clauses_of_names();
  void add_speech(TokenIndex v);
  bool only_introduces(TokenIndex clause) const;
  bool points_back(TokenIndex determiner, TokenIndex n) const;
  void add_companions();

  const Tree& tree_;
  const Knowledge& knowledge_;
  const CoreFunctions& core_;
  Predication p_;
};

}  // namespace depeche::extract
