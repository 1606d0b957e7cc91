#pragma once
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extract/claim.hpp"
#include "extract/discourse.hpp"
#include "extract/figures.hpp"
#include "extract/predication.hpp"
#include "extract/stance.hpp"
#include "extract/trace.hpp"

namespace depeche::extract {

/// Applies mapping rules to predications of one sentence after the other.
class Matcher {
 public:
  Matcher(const Knowledge& knowledge, Discourse& discourse, recognise::Mentions& mentions, Trace* trace)
      : knowledge_(knowledge), discourse_(discourse), mentions_(mentions), trace_(trace) {}

  /// Tries the rules on the predicate; claims are appended to `out`.
  void match(const Tree& tree, TokenIndex predicate, mapping::TriggerClass word_class,
             const std::vector<std::uint32_t>& rules, const SentenceFacts& facts, std::vector<Claim>& out);

  /// To be called behind the last predicate of a sentence: what its lists of shares tell besides.
  void extend_lists(const Tree& tree, const SentenceFacts& facts, std::vector<Claim>& out);

  /// A new paragraph: continuations do not reach back over it.
  void start_paragraph() {
    recent_.clear();
    open_.clear();
  }
  /// False if the paragraph has no claim yet that a rule could continue or complete.
  bool may_continue() const { return !recent_.empty() || !open_.empty(); }

 private:
  struct Filled {
    Actors actors;
    std::string reason;  ///< why nobody fills it
  };

  bool match_rule(const Tree& tree, const Predication& p, const mapping::Rule& rule, const SentenceFacts& facts,
                  std::vector<Claim>& out, std::string& reason);
  enum class Role : std::uint8_t { none, subject, object };
  struct Recent {
    Claim claim;
    Role varying;               ///< the role that the members of a list fill one after the other
    const mapping::Rule* rule;  ///< the rule that made the first of the list
  };
  struct Open {
    Claim claim;  ///< one side still empty
    const mapping::Rule* rule;
    bool subject_missing;
  };
  void remember(const mapping::Rule& rule, const std::vector<Claim>& claims);
  void leave_open(const Tree& tree, const Predication& p, const mapping::Rule& rule, const SentenceFacts& facts,
                  bool subject_missing);
  bool complete_claim(const Tree& tree, const Predication& p, const mapping::Rule& rule, const SentenceFacts& facts,
                      std::vector<Claim>& out, std::string& reason);
  bool continue_goods(const Tree& tree, const Predication& p, const mapping::Rule& rule, const SentenceFacts& facts,
                      std::vector<Claim>& out);
  void extend_list(const Tree& tree, const SentenceFacts& facts, const Recent& r, std::vector<Claim>& out);
  static std::optional<Figure> figure_of_next(const Predication& p, const Recent& before, const SentenceFacts& facts,
                                              const Actor& actor, const Actors& with);
  bool continue_claim(const Tree& tree, const Predication& p, const mapping::Rule& rule, const SentenceFacts& facts,
                      std::vector<Claim>& out, std::string& reason);

  const Predication& predication(const Tree& tree, TokenIndex token, mapping::TriggerClass word_class);
  std::vector<TokenIndex> walk(const Tree& tree, const Predication& p, const mapping::Rule& rule,
                               const mapping::Path& path, bool weak = true);
  std::vector<TokenIndex> step(const Tree& tree, const Predication& p, mapping::FunctionId function);
  bool holds(const Tree& tree, const Predication& p, const mapping::Rule& rule, const mapping::Condition& condition);
  Actors fill(const Tree& tree, const Predication& p, const mapping::Rule& rule, const mapping::Filler& filler,
              const Actors& taken, bool lifts_places);
  Actors fill(const Tree& tree, const Predication& p, const mapping::Rule& rule, const mapping::Filler& filler,
              const Actors& taken, bool lifts_places, bool weak);
  void follow(const Tree& tree, const Predication& p, const mapping::Rule& rule, const mapping::Filler& filler,
              const mapping::Path& path, const Actors& taken, bool lifts_places, bool weak, Actors& out);
  Actors actors_at(const Tree& tree, const Predication& p, const mapping::Rule& rule, const mapping::Filler& filler,
                   TokenIndex t);
  static TokenIndex nearest_of(const Tree& tree, const Predication& p, TokenIndex t);
  Actors implied(const Tree& tree, const Predication& p, const mapping::Filler& filler, const Actors& holders);
  recognise::EntityId implied_state(const Tree& tree, const Predication& p, const Actors& holders);
  void keep_kind(Actors& actors, mapping::KindSet kinds, bool lifts_places);
  recognise::EntityId known_state(const Tree& tree, TokenIndex office, recognise::EntityId person);
  bool has_state_of_its_own(const Tree& tree, TokenIndex name) const;
  Actors at_home(const Tree& tree, const Predication& p);
  void stay_at_home(const Tree& tree, const Actors& visitors, Actors& hosts) const;
  bool denotes_holder(const Tree& tree, TokenIndex token) const;
  bool asks_for(const mapping::Rule& rule, const mapping::Path& path, std::size_t steps,
                const language::Token& token) const;
  bool is_possessive(mapping::FunctionId function) const;
  bool is_about_offices(const mapping::Rule& rule) const;
  bool fills_subject(const mapping::Filler& filler) const;
  Actors adjectives_in_order(const Tree& tree, TokenIndex noun) const;
  bool is_of_another(const Tree& tree, const Predication& p, const mapping::Rule& rule, const Actors& subjects,
                     const Actors& objects) const;
  void drop_places_of_others(Claim& claim) const;
  bool speaks_for(recognise::EntityId speaker, recognise::EntityId actor) const;
  Actors names_in_order(const Tree& tree, TokenIndex before) const;
  Actors subjects_before(std::uint16_t relation) const;
  Actors named_between(const Tree& tree, const Predication& p, const mapping::Rule& rule);
  static bool wants_pronominal(const mapping::Rule& rule, language::LemmaId lemma);
  bool is_another_verb(const Tree& tree, const Predication& p, const mapping::Rule& rule) const;
  bool may_hold(const Tree& tree, TokenIndex office, recognise::EntityId jurisdiction) const;
  recognise::EntityId country_of(recognise::EntityId place);
  recognise::EntityId country_of_row(std::int32_t row);
  recognise::EntityId municipality_of(recognise::EntityId town);
  void lift_capitals(const Tree& tree, Actors& actors);

  struct Good {  ///< a member of a list of goods: "les huiles (47 %)"
    QualifierValue name;
    recognise::Quantity figure;
  };
  std::vector<Good> goods_from(const Tree& tree, TokenIndex begin, const SentenceFacts& facts,
                               recognise::Quantity::Unit unit) const;
  void split_by_goods(const Tree& tree, const Predication& p, const mapping::Rule& rule, const SentenceFacts& facts,
                      std::vector<Claim>& claims);
  void add_qualifiers(const Tree& tree, const Predication& p, const mapping::Rule& rule, Claim& claim);
  std::optional<Figure> figure_for(const Tree& tree, const Predication& p, const mapping::Rule& rule,
                                   const SentenceFacts& facts, const Actor& subject, const Actors& subjects,
                                   const Actor& object, const Actors& objects);
  static void add_further_figures(const Predication& p, const mapping::Rule& rule, const SentenceFacts& facts,
                                  std::vector<Claim>& claims);
  std::optional<recognise::TimeSpan> time_for(const Tree& tree, const Predication& p, const SentenceFacts& facts) const;
  std::string describe(const mapping::Condition& condition) const;
  std::string describe(const mapping::Filler& filler) const;
  std::string phrase(const Tree& tree, TokenIndex head, bool office) const;
  std::string commodity(const Tree& tree, TokenIndex head) const;
  void note_clause(const Tree& tree, const Predication& p, const SentenceFacts& facts);

  const Knowledge& knowledge_;
  Discourse& discourse_;
  recognise::Mentions& mentions_;
  Trace* trace_;
  struct Known {
    TokenIndex token;
    mapping::TriggerClass word_class;
    Predication predication;
  };
  const language::Sentence* sentence_ = nullptr;  ///< whose predications are known
  std::deque<Known> predications_;                ///< those made so far: many paths lead over the same tokens
  std::map<std::uint16_t, recognise::EntityId> last_subjects_;  ///< by relation, in the article so far
  std::vector<Recent> recent_;                                  ///< claims of the paragraph, for continuations
  std::vector<Open> open_;                                      ///< claims of the paragraph that name only one side
};

}  // namespace depeche::extract
