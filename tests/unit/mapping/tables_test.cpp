#include <gtest/gtest.h>

#include "fake_vocabulary.hpp"
#include "mapping/cues.hpp"
#include "mapping/governors.hpp"
#include "mapping/support_verbs.hpp"

namespace depeche::mapping {
namespace {

const FakeVocabulary words;

std::string governor_faults(const std::string& text) {
  Diagnostics diagnostics;
  Governors::parse(text, "governors.toml", words, diagnostics);
  return text_of(diagnostics);
}

std::string support_faults(const std::string& text) {
  Diagnostics diagnostics;
  SupportVerbs::parse(text, "support.toml", words, Functions(), diagnostics);
  return text_of(diagnostics);
}

std::string cue_faults(const std::string& text) {
  Diagnostics diagnostics;
  Cues::parse(text, "cues.toml", words, diagnostics);
  return text_of(diagnostics);
}

TEST(Governors, OneWordMayHaveSeveralUses) {
  Diagnostics diagnostics;
  const Governors governors = Governors::parse(
      "[[governor]]\nclass = \"negates\"\nverb = \"refuser\"\n"
      "[[governor]]\nclass = \"negates\"\nverb = \"refuser\"\nforms = \"noun\"\nexcept = \"accusation\"\n"
      "[[governor]]\nclass = \"planned\"\nverb = \"s'engager\"\n"
      "[[governor]]\nclass = \"required\"\nverb = \"engager\"\ncontrol = \"object\"\nwhen_negated = \"possible\"\n"
      "forms = [\"infinitive\"]\npassive = true\n",
      "governors.toml", words, diagnostics);
  EXPECT_EQ(text_of(diagnostics), "");
  const auto refuse = governors.find(words.find_lemma("refuser"), TriggerClass::verb);
  ASSERT_EQ(refuse.size(), 2U);
  EXPECT_EQ(refuse[0].forms, complement_infinitive | complement_clause);
  EXPECT_FALSE(refuse[0].has_when_negated);
  EXPECT_EQ(refuse[1].forms, complement_noun);
  EXPECT_TRUE(refuse[1].except.contains(words.find_lemma("accusation")));
  const auto engage = governors.find(words.find_lemma("engager"), TriggerClass::verb);
  ASSERT_EQ(engage.size(), 2U);
  EXPECT_TRUE(engage[0].pronominal);
  EXPECT_EQ(engage[0].implication, Implication::planned);
  EXPECT_FALSE(engage[1].pronominal);
  EXPECT_TRUE(engage[1].passive);
  EXPECT_EQ(engage[1].control, Control::object);
  EXPECT_EQ(engage[1].when_negated, Implication::possible);
  EXPECT_TRUE(governors.find(words.find_lemma("refuser"), TriggerClass::noun).empty());
}

TEST(Governors, FaultsArePlaced) {
  EXPECT_EQ(governor_faults("[[governor]]\nclass = \"negate\"\nverb = \"refuser\"\n"),
            "governors.toml:2:9: error: unknown class 'negate' [governors-unknown-class]\n"
            "  class = \"negate\"\n"
            "          ^\n"
            "  hint: expected 'implies', 'negates', 'denies', 'ended', 'begun', 'planned', 'possible', 'required', "
            "'accused', 'said' or 'doubted'\n");
  EXPECT_EQ(governor_faults("[[governor]]\nclass = \"negates\"\nverb = [\"refuser\", \"refuser\"]\n"),
            "governors.toml:3:20: error: 'refuser' has an entry for this use already [governors-duplicate]\n"
            "  verb = [\"refuser\", \"refuser\"]\n"
            "                     ^\n");
  const auto has = [](const std::string& line, const std::string& code) {
    const std::string text = governor_faults("[[governor]]\n" + line + "\n");
    EXPECT_NE(text.find("[governors-" + code + "]"), std::string::npos) << text;
  };
  has("verb = \"refuser\"", "missing-key");
  has("class = \"said\"", "missing-key");
  has("class = \"said\"\nverb = \"refusser\"", "unknown-lemma");
  has("class = \"said\"\nnoun = \"refuser\"", "wrong-class");
  has("class = \"said\"\nverb = \"refuser\"\nforms = \"gerund\"", "unknown-form");
  has("class = \"said\"\nverb = \"refuser\"\ncontrol = \"nobody\"", "unknown-control");
  has("class = \"said\"\nverb = \"refuser\"\nform = \"noun\"", "unknown-key");
}

TEST(SupportVerbs, AreFoundByVerbOrByTheNounBetween) {
  Diagnostics diagnostics;
  const SupportVerbs support = SupportVerbs::parse(
      "[[support]]\nverb = [\"rendre\", \"se rendre\"]\nnoun = \"visite\"\n"
      "[[support]]\nverb = \"rendre\"\nthrough = \"objet\"\nsubject_is = \"object\"\nends = true\nstatus = "
      "\"planned\"\n",
      "support.toml", words, Functions(), diagnostics);
  EXPECT_EQ(text_of(diagnostics), "");
  const auto found = support.find(words.find_lemma("rendre"));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_FALSE(found[0].pronominal);
  EXPECT_TRUE(found[1].pronominal);
  EXPECT_TRUE(found[0].nouns.contains(words.find_lemma("visite")));
  EXPECT_FALSE(found[0].subject_is_object);
  const auto through = support.find_through(words.find_lemma("objet"));
  ASSERT_EQ(through.size(), 1U);
  EXPECT_EQ(through[0].verb, words.find_lemma("rendre"));
  EXPECT_TRUE(through[0].subject_is_object);
  EXPECT_TRUE(through[0].ends);
  EXPECT_EQ(through[0].status, Status::planned);
}

TEST(SupportVerbs, FaultsArePlaced) {
  EXPECT_EQ(support_faults("[[support]]\nverb = \"rendre\"\nsubject_is = \"objet\"\n"),
            "support.toml:3:14: error: 'subject_is' cannot be 'objet' [support-unknown-function]\n"
            "  subject_is = \"objet\"\n"
            "               ^\n"
            "  hint: expected 'subject' or 'object'\n");
  const auto has = [](const std::string& line, const std::string& code) {
    const std::string text = support_faults("[[support]]\n" + line + "\n");
    EXPECT_NE(text.find("[support-" + code + "]"), std::string::npos) << text;
  };
  has("noun = \"visite\"", "missing-key");
  has("verb = \"rendre\"\npreposition = \"ver\"", "unknown-preposition");
  has("verb = \"rendre\"\nstatus = \"maybe\"", "unknown-status");
  has("verb = \"rendre\"\nnoun = \"rendre\"", "wrong-class");
  has("verb = \"rendre\"\nnouns = \"visite\"", "unknown-key");
}

TEST(Cues, WordsSetStatuses) {
  Diagnostics diagnostics;
  const Cues cues = Cues::parse(
      "attribution = [\"selon\"]\nended_adjectives = [\"ancien\"]\n"
      "[negation]\nbeside = [\"sans\"]\n[adjectives]\npossible = [\"possible\"]\n[noun_heads]\nplanned = [\"visite\"]\n"
      "[conjunctions]\nconditional = [\"si\"]\n[figures]\nintroducing = [\"sans\"]\n",
      "cues.toml", words, diagnostics);
  EXPECT_EQ(text_of(diagnostics), "");
  EXPECT_EQ(cues.attribution, std::vector<std::string>{"selon"});
  EXPECT_TRUE(cues.ended_adjectives.contains(words.find_lemma("ancien")));
  EXPECT_TRUE(cues.negation.beside.contains(words.find_lemma("sans")));
  EXPECT_EQ(cues.adjectives.at(words.find_lemma("possible")), Status::possible);
  EXPECT_EQ(cues.noun_heads.at(words.find_lemma("visite")), Status::planned);
  EXPECT_EQ(cues.conjunctions.at(words.find_lemma("si")), Status::conditional);
  EXPECT_TRUE(cues.figures.introducing.contains(words.find_lemma("sans")));
}

TEST(Cues, FaultsArePlaced) {
  EXPECT_EQ(cue_faults("[adjectives]\npossible = [\"possibles\"]\n"),
            "cues.toml:2:13: error: the lexicon has no lemma 'possibles' [cues-unknown-lemma]\n"
            "  possible = [\"possibles\"]\n"
            "              ^\n"
            "  hint: it is a form of 'possible'\n");
  EXPECT_NE(cue_faults("[adverbs]\nmaybe = [\"si\"]\n").find("[cues-unknown-status]"), std::string::npos);
  EXPECT_NE(cue_faults("[adjectives]\npossible = [\"visite\"]\n").find("[cues-wrong-class]"), std::string::npos);
  EXPECT_NE(cue_faults("[adjectives]\npossible = [\"possible\"]\nplanned = [\"possible\"]\n").find("[cues-duplicate]"),
            std::string::npos);
  EXPECT_NE(cue_faults("[negation]\nbesides = [\"sans\"]\n").find("hint: did you mean 'beside'?"), std::string::npos);
  EXPECT_NE(cue_faults("[figures]\nrankings = [\"sans\"]\n").find("hint: did you mean 'ranking'?"), std::string::npos);
  EXPECT_NE(cue_faults("figures = [\"sans\"]\n").find("'figures' has to be a table of lists"), std::string::npos);
}

}  // namespace
}  // namespace depeche::mapping
