#pragma once
#include <optional>
#include <string>
#include <vector>

#include "article/article.hpp"
#include "extract/knowledge.hpp"
#include "extract/tree.hpp"
#include "recognise/recogniser.hpp"

namespace depeche::extract {

/// Somebody or something that a group of words denotes, and the token that says so.
struct Actor {
  recognise::EntityId entity = recognise::no_entity;
  TokenIndex token = no_token;
  bool weak = false;  ///< people or things of a state ("des soldats russes") rather than the state as an actor
};

using Actors = std::vector<Actor>;

/// The place of a kind in the kind sets of mappings.
constexpr mapping::KindSet bit(recognise::ActorKind kind) {
  return static_cast<mapping::KindSet>(1u << static_cast<unsigned>(kind));
}

/// What an article has said so far: who was named, in which role and office. Resolves groups of words to the
/// article's entities: names, descriptions, pronouns, possessives, nouns that stand for a state. Sentences are
/// entered in order. What two candidates could be equally well stays open.
class Discourse {
 public:
  Discourse(const Knowledge& knowledge, const article::Article& article,
            const std::vector<language::Sentence>& sentences, const recognise::Mentions& mentions);

  /// Makes this the current sentence: its names become salient, its subject pronouns are resolved.
  void enter(std::uint32_t sentence, const Tree& tree);
  /// The same for a sentence that is not worth parsing.
  void enter_unparsed(std::uint32_t sentence);

  /// Everybody the group with this head token denotes, its coordination included; empty if nobody can be told.
  Actors resolve(const Tree& tree, TokenIndex token);
  /// The same without the coordination.
  Actors resolve_alone(const Tree& tree, TokenIndex token);

  /// Those that the group names as its examples: "des pays tels que A et B"; empty if it names none.
  Actors examples(const Tree& tree, TokenIndex token) const;

  /// The state or organisation that the article is about: the first state of its title, else the state it names most;
  /// no_entity if neither is clear.
  recognise::EntityId theme() const { return theme_; }
  bool has_theme() const { return theme_ != recognise::no_entity; }
  /// True if a word of the sentence is one that the article has called somebody: "le rappeur".
  bool may_call_somebody(std::uint32_t sentence) const;

  /// True for a few words in small letters without a verb: the rest of a sentence that a scraper cut off.
  bool is_fragment(std::uint32_t sentence) const;
  const recognise::Entity& entity(recognise::EntityId id) const { return mentions_.entities[id]; }
  /// How the group names the office, folded, without what says where: "ministre des affaires etrangeres".
  std::string office_phrase(const Tree& tree, TokenIndex token) const;

  /// "la directrice artistique turque", "le président turc du club": a state's adjective that tells where the holder of
  /// an office is from, and not where it is held.
  bool is_nationality(const Tree& tree, TokenIndex adjective) const;
  /// True if the phrase, as above, may name the known office of the lexicon, folded.
  bool names_office(std::string_view phrase, std::string_view known) const;
  /// The state in which the lexicon or the article lets this person hold the office; no_entity if unknown.
  recognise::EntityId jurisdiction_of(recognise::EntityId person, std::string_view office) const;
  /// The state for which a person holds any office, by the article or the lexicon, or itself a state; no_entity if
  /// unknown.
  recognise::EntityId state_of(recognise::EntityId person) const;
  /// The state of an office whose group names none: as above, else for offices of state the one that the article names
  /// far more than others; no_entity if there is none.
  recognise::EntityId implied_jurisdiction(const Tree& tree, TokenIndex office, recognise::EntityId person) const;
  /// The office whose name begins here, of one word or several ("garde des Sceaux"); nullptr if none does.
  const lexicon::OfficeNoun* office_at(const Tree& tree, TokenIndex token) const;
  /// The town whose mayor "le maire" is: the only one said in the sentence before the office, or shortly before it.
  recognise::EntityId town_before(const Tree& tree, TokenIndex office) const;
  /// The ISO code of the state in which a member of parliament, a judge or a prefect serves, by the party or place in
  /// the title: "la députée PS du Rhône"; empty if the title names none.
  std::string state_of_title(const Tree& tree, TokenIndex office) const;
  /// Whose a possessive before `determiner` is if it cannot be one of `taken`: the state or organisation that the
  /// sentence names last before it, no_entity if none.
  recognise::EntityId other_possessor(TokenIndex determiner, const Actors& taken, bool states_only) const;
  /// The same where the sentence names nobody else: who the article is about, else the subject of a sentence before.
  recognise::EntityId possessor_before(TokenIndex determiner, const Actors& taken) const;
  /// The state that the article is about, where the title opens with it ("Maroc: …"), it is named far more than others
  /// or was the last to act before `token`, `apart` aside; but not where the sentence says before that it speaks of
  /// another. no_entity if there is none.
  recognise::EntityId home_state(TokenIndex token, recognise::EntityId apart = recognise::no_entity) const;
  /// The speaker of the quotation the token stands in; no_entity if unknown.
  recognise::EntityId speaker(const Tree& tree, TokenIndex token);

 private:
  struct Salient {
    recognise::EntityId entity;
    std::uint32_t sentence;
    TokenIndex token;
    bool subject;
    bool agent = false;       ///< of a passive
    bool main_agent = false;  ///< of one with its auxiliary: "a été annoncé par Demir"
    /// How pronouns agree with the words that stand for it, "l'armée turque" or "les Turcs"; else as with its name.
    language::Gender gender = language::Gender::none;
    language::Number number = language::Number::none;
  };
  struct Unnamed {  ///< who is the subject of a clause and whose name is not known: "un expert", "les rebelles"
    std::uint32_t sentence;
    TokenIndex token;
    language::Gender gender;
    bool plural = false;
    bool thing = false;  ///< "le texte": a state may be meant instead, a person is not
  };
  struct Group {  ///< "Paris, Rome et Berlin": joined names of one kind
    std::uint32_t sentence;
    TokenIndex token;
    std::vector<recognise::EntityId> members;
    bool subject;
  };
  struct Holder {  ///< an office that the article gives to a person
    recognise::EntityId person;
    std::string office;  ///< folded phrase: "ministre des affaires etrangeres"
    recognise::EntityId state;
    bool from_there = false;     ///< the state is only where the person is from
    bool former = false;         ///< introduced as "l'ancien", "l'ex-"
    bool at_home = false;        ///< held in the state that the article speaks of, wherever no other is said
    std::uint32_t sentence = 0;  ///< where the article says so first
    TokenIndex token = 0;        ///< the office
  };

  void add_holder(Holder holder);
  void note_speaker(const Tree& tree);
  void note_sayers(const Tree& tree);
  void note_sayer_unparsed();
  /// Who said something before `token`, in its sentence or shortly before; no_entity if nobody or not known for sure.
  recognise::EntityId sayer_before(const Tree& tree, TokenIndex token) const;
  /// The same for who did something.
  recognise::EntityId doer_before(const Tree& tree, TokenIndex token) const;
  recognise::EntityId sayer_resumed(const Tree& tree, TokenIndex token);
  void note_group(const Tree& tree, TokenIndex first, bool subject);
  void note_pair(const Tree& tree);
  recognise::EntityId speaker_behind() const;
  recognise::EntityId heard(recognise::EntityId person);
  bool others_act_since_heard() const;
  void register_offices();
  void register_office(std::uint32_t sentence, const recognise::Mention& mention);
  void find_theme();

  void resolve_single(const Tree& tree, TokenIndex token, Actors& out, int depth);
  const recognise::Mention* named_member(const Tree& tree, TokenIndex t) const;
  void add_enclosed(const Tree& tree, TokenIndex token, Actors& out) const;
  void add_exemplified(const Tree& tree, TokenIndex token, Actors& out) const;
  void extend_list(const Tree& tree, Actors& out) const;
  const recognise::Mention* name_beside(const Tree& tree, const recognise::Mention& m) const;
  void resolve_head(const Tree& tree, TokenIndex token, Actors& out, int depth);
  void resolve_noun(const Tree& tree, TokenIndex token, Actors& out, int depth);
  void resolve_described(const Tree& tree, TokenIndex token, Actors& out, int depth);
  void resolve_pronoun(const Tree& tree, TokenIndex token, Actors& out);
  void resolve_possessor(const Tree& tree, TokenIndex determiner, Actors& out);
  recognise::EntityId joined_owner(const Tree& tree, TokenIndex determiner) const;
  bool resolve_office(const Tree& tree, TokenIndex token, Actors& out, int depth);
  bool resolve_former(const Tree& tree, TokenIndex token, Actors& out) const;
  bool in_office(recognise::EntityId person, std::string_view office) const;
  bool says_year_of(recognise::EntityId person, std::string_view office) const;
  void keep_agreeing(const Tree& tree, TokenIndex token, std::vector<recognise::EntityId>& candidates) const;
  bool left_office(recognise::EntityId person, std::string_view office) const;
  static bool acts_for_state(const lexicon::OfficeNoun& noun);
  recognise::EntityId frame_state() const;
  /// The state that the article names most if it is the one said last before `token`, and no other beside it;
  /// no_entity otherwise.
  recognise::EntityId near_state(TokenIndex token) const;
  void settle_offices();
  void resolve_home_word(const Tree& tree, TokenIndex token, Actors& out, int depth);
  void resolve_unnamed_holder(const Tree& tree, TokenIndex token, Actors& out, int depth);
  bool resolve_officials(const Tree& tree, TokenIndex token, Actors& out);
  bool has_other_office(recognise::EntityId person, std::string_view office) const;
  bool is_named_before_verb(const Tree& tree, TokenIndex description) const;
  recognise::EntityId described_by_office(const Tree& tree, TokenIndex token, const std::string& office,
                                          recognise::EntityId state) const;
  bool resolve_rank(const Tree& tree, TokenIndex token, Actors& out) const;
  bool resolve_document(const Tree& tree, TokenIndex token, Actors& out, int depth);
  bool resolve_delegation(const Tree& tree, TokenIndex token, Actors& out);
  bool resolve_state_word(const Tree& tree, TokenIndex token, Actors& out, int depth);
  bool resolve_country_word(const Tree& tree, TokenIndex token, Actors& out, int depth);
  bool resolve_list_before(const Tree& tree, TokenIndex token, Actors& out);
  bool resolve_count(const Tree& tree, TokenIndex token, Actors& out);
  void register_callings();
  void register_organisation_calling(std::uint32_t sentence, const recognise::Mention& mention);
  bool resolve_calling(const Tree& tree, TokenIndex token, Actors& out) const;
  bool is_called(recognise::EntityId id, language::LemmaId word) const;
  bool is_unnamed_before(language::LemmaId word, TokenIndex token) const;
  bool stands_alone(const Tree& tree, TokenIndex token) const;
  bool resolve_organisation_word(const Tree& tree, TokenIndex token, Actors& out) const;

  struct Wanted {
    bool person = false, country = false, organisation = false;
    language::Gender gender = language::Gender::none;
    language::Number number = language::Number::none;
    bool subject_only = false;
    std::vector<recognise::EntityId> except;  ///< whom it cannot be: the subject of the same clause
    bool of_pronoun = false;                  ///< an unnamed person may be meant as well
  };
  recognise::EntityId acted_on_above(const Tree& tree, TokenIndex participle, const Wanted& wanted, bool accusative);
  /// The salient entity that fits best before `token` of the current sentence; no_entity if none or undecided.
  recognise::EntityId most_salient(TokenIndex token, const Wanted& wanted) const;
  bool is_behind_unnamed(recognise::EntityId candidate, TokenIndex token, const Wanted& wanted) const;
  bool is_somebody_new(const Tree& tree, TokenIndex noun) const;
  std::size_t candidates_in_sentence(TokenIndex token, const Wanted& wanted) const;
  bool fits(const recognise::Entity& entity, const Wanted& wanted) const;
  bool fits(const Salient& salient, const Wanted& wanted) const;
  /// States named inside the group of `token` (adjective, de-complement, possessive).
  void states_of_group(const Tree& tree, TokenIndex token, Actors& out, int depth);
  recognise::EntityId state_governed_by(recognise::EntityId person) const;

  const Knowledge& knowledge_;
  const article::Article& article_;
  const std::vector<language::Sentence>& sentences_;
  const recognise::Mentions& mentions_;
  std::uint32_t current_ = 0;
  std::vector<Salient> salient_;
  std::vector<Unnamed> unnamed_;
  std::vector<Holder> holders_;
  std::vector<Group> groups_;
  std::vector<std::pair<recognise::EntityId, language::LemmaId>> called_;  ///< "le groupe Wagner"
  struct Sayer {
    std::uint32_t sentence;
    TokenIndex verb;  ///< no_token in a sentence without a tree
    recognise::EntityId entity;
  };
  std::vector<Sayer> sayers_, doers_;
  recognise::EntityId last_before(const std::vector<Sayer>& known, const Tree& tree, TokenIndex token) const;
  std::vector<std::pair<TokenIndex, recognise::EntityId>> resolved_;  ///< subject pronouns of the current sentence
  int nesting_ = 0;                                                   ///< of resolve_single, to stop circles
  recognise::EntityId theme_ = recognise::no_entity;
  recognise::EntityId dominant_ = recognise::no_entity;  ///< the state that the article names far more than others
  bool headed_ = false;                              ///< the title opens with the state that it is about and a colon
  recognise::EntityId main_ = recognise::no_entity;  ///< the state that it names at least twice as often as others
  recognise::EntityId last_speaker_ = recognise::no_entity;
  std::uint32_t last_heard_ = 0;  ///< the sentence in which last_speaker_ spoke
};

}  // namespace depeche::extract
