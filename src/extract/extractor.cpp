#include "extract/extractor.hpp"

#include <algorithm>

#include "extract/discourse.hpp"
#include "extract/gaps.hpp"
#include "extract/gate.hpp"
#include "extract/matcher.hpp"
#include "extract/skeleton.hpp"
#include "extract/tree.hpp"

namespace depeche::extract {

using language::Sentence;
using language::Token;
using language::WordClass;
using mapping::TriggerClass;

namespace {

/// A predicate of a sentence and the rules it triggers.
struct Candidate {
  TokenIndex token;
  TriggerClass word_class;
  std::vector<std::uint32_t> rules;
};

void add_rules(std::vector<Candidate>& out, TokenIndex token, TriggerClass word_class,
               std::span<const std::uint32_t> rules) {
  if (rules.empty()) return;
  for (Candidate& c : out) {
    if (c.token == token && c.word_class == word_class) {
      c.rules.insert(c.rules.end(), rules.begin(), rules.end());
      return;
    }
  }
  out.push_back({token, word_class, {rules.begin(), rules.end()}});
}

/// The rules of the noun that "celui", "celle", "ceux", "celles" stand for: the last noun before that agrees and is a
/// predicate of some rule.
std::span<const std::uint32_t> rules_of_demonstrative(std::string_view text, const Sentence& sentence,
                                                      TokenIndex pronoun, const mapping::Mappings& mappings) {
  const std::string_view form = language::text_of(text, sentence.tokens[pronoun]);
  const bool feminine = form == "celle" || form == "celles";
  if (!feminine && form != "celui" && form != "ceux") return {};
  for (TokenIndex t = pronoun; t-- > 0;) {
    const Token& token = sentence.tokens[t];
    if (token.word_class != WordClass::noun) continue;
    const language::Gender gender = token.morphology.gender;
    if (gender != language::Gender::none && (gender == language::Gender::feminine) != feminine) continue;
    const auto rules = mappings.triggered_by(token.lemma, TriggerClass::noun);
    if (!rules.empty()) return rules;
  }
  return {};
}

/// "X, *de* l'association B," and "X *(* B)": a preposition or bracket that may say to whom X belongs.
bool may_affiliate(std::string_view text, const Sentence& sentence, std::size_t i) {
  if (i < 2 || i + 2 >= sentence.tokens.size()) return false;
  const std::string_view form = language::text_of(text, sentence.tokens[i]);
  if (form == "(") return sentence.tokens[i - 1].capitalised && sentence.tokens[i + 1].capitalised;
  if (sentence.tokens[i].word_class != WordClass::preposition || form.front() != 'd' ||
      !sentence.tokens[i - 2].capitalised)
    return false;
  return language::text_of(text, sentence.tokens[i - 1]) == ",";
}

/// The predicates of a tagged sentence that some rule waits for.
std::vector<Candidate> find_candidates(std::string_view text, Sentence& sentence, const Knowledge& knowledge) {
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    Token& token = sentence.tokens[i];
    const auto t = static_cast<TokenIndex>(i);
    const auto& mappings = knowledge.mappings;
    switch (token.word_class) {
      case WordClass::verb:
      case WordClass::auxiliary:
        add_rules(out, t, TriggerClass::verb, mappings.triggered_by(token.lemma, TriggerClass::verb));
        break;
      case WordClass::adjective:
        add_rules(out, t, TriggerClass::adjective, mappings.triggered_by(token.lemma, TriggerClass::adjective));
        [[fallthrough]];
      case WordClass::noun:
      case WordClass::proper_noun: {
        add_rules(out, t, TriggerClass::noun, mappings.triggered_by(token.lemma, TriggerClass::noun));
        const auto* office = knowledge.names.find_office(language::text_of(text, token));
        if (office == nullptr || office->person_title) break;
        // "secrétaire général": the second word is no office of its own here
        const bool tail =
            i > 0 && knowledge.names.find_office(language::text_of(text, sentence.tokens[i - 1])) != nullptr;
        if (!tail) add_rules(out, t, TriggerClass::noun, mappings.triggered_by_list("office"));
        break;
      }
      case WordClass::preposition:
      case WordClass::punctuation:
        if (may_affiliate(text, sentence, i))
          add_rules(out, t, TriggerClass::noun, mappings.triggered_by_list("affiliation"));
        break;
      case WordClass::pronoun:
        // "la visite à Rome et celle à Paris": the pronoun is the noun again.
        add_rules(out, t, TriggerClass::noun, rules_of_demonstrative(text, sentence, t, mappings));
        break;
      default:
        break;
    }
  }
  return out;
}

/// Drops the rules that cannot fire; true if one is left that needs no claim before.
bool keep_likely(std::vector<Candidate>& candidates, Gate& gate, const Sentence& sentence, const GateTable& gates) {
  bool own = false;
  for (Candidate& c : candidates) {
    const Token& predicate = sentence.tokens[c.token];
    const auto unlikely = [&](std::uint32_t r) { return !gate.may_fire(r, predicate); };
    c.rules.erase(std::remove_if(c.rules.begin(), c.rules.end(), unlikely), c.rules.end());
    for (const std::uint32_t r : c.rules) own = own || !gates.needs(r).after_claim;
  }
  const auto without_rules = [](const Candidate& c) { return c.rules.empty(); };
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(), without_rules), candidates.end());
  return own;
}

bool same_claim(const Claim& a, const Claim& b) {
  if (a.relation != b.relation || a.sentence != b.sentence || a.subjects != b.subjects || a.objects != b.objects)
    return false;
  if (a.figure.has_value() != b.figure.has_value()) return false;
  return !a.figure || (a.figure->measure == b.figure->measure && a.figure->quantity.begin == b.figure->quantity.begin);
}

/// One claim per relation and sentence: the first rule that says it stays; one without a figure yields to one with it.
void remove_repetitions(std::vector<Claim>& claims) {
  std::vector<Claim> kept;
  for (Claim& c : claims) {
    bool repeated = false;
    for (Claim& k : kept) {
      if (same_claim(k, c)) {
        repeated = true;
        if (c.status < k.status && c.status != mapping::Status::attributed) continue;
      } else if (k.relation == c.relation && k.sentence == c.sentence && k.subjects == c.subjects &&
                 k.objects == c.objects && k.figure.has_value() != c.figure.has_value()) {
        if (c.figure) k = c;
        repeated = true;
      }
    }
    if (!repeated) kept.push_back(std::move(c));
  }
  claims = std::move(kept);
}

}  // namespace

Extraction Extractor::extract(article::Article article, Trace* trace) const {
  Extraction out;
  out.article = std::move(article);
  const std::string_view text = out.article.text;
  for (std::size_t b = 0; b < out.article.blocks.size(); ++b) {
    const article::Block& block = out.article.blocks[b];
    const std::size_t first = out.sentences.size();
    language::scan(text, block.begin, block.end, out.sentences);
    for (std::size_t s = first; s < out.sentences.size(); ++s) {
      out.sentences[s].paragraph = static_cast<std::uint32_t>(b);
      out.sentences[s].headline = block.kind == article::BlockKind::title || block.kind == article::BlockKind::subhead;
    }
  }
  for (Sentence& s : out.sentences) analyser_.tag(text, s);
  recognise::Mentions mentions = recogniser_.recognise(out.article, out.sentences);
  // Parsed together: sentences are parsed faster by turns than one after the other.
  std::vector<std::vector<Candidate>> predicates;
  std::vector<Sentence*> worth_parsing;
  predicates.reserve(out.sentences.size());
  for (Sentence& s : out.sentences) {
    predicates.push_back(find_candidates(text, s, knowledge_));
    if (!predicates.back().empty()) worth_parsing.push_back(&s);
  }
  parse_skeletons(text, worth_parsing, knowledge_, out.article.published, analyser_);
  Discourse discourse(knowledge_, out.article, out.sentences, mentions);
  Matcher matcher(knowledge_, discourse, mentions, trace);
  for (std::uint32_t s = 0; s < out.sentences.size(); ++s) {
    Sentence& sentence = out.sentences[s];
    const bool opens = s > 0 && out.sentences[s - 1].paragraph != sentence.paragraph;
    if (opens && !discourse.is_fragment(s)) matcher.start_paragraph();
    std::vector<Candidate>& candidates = predicates[s];
    if (candidates.empty()) {
      discourse.enter_unparsed(s);
      if (trace != nullptr) analyser_.parse(text, sentence);  // to be shown; what was read stays the same
      if (trace != nullptr && trace->wants_gaps) {
        const Tree tree(text, sentence, mentions.by_sentence[s], knowledge_.forms);
        const std::vector<Gap> gaps = find_gaps(s, tree, knowledge_, discourse, {}, {});
        trace->gaps.insert(trace->gaps.end(), gaps.begin(), gaps.end());
      }
      continue;
    }
    const Tree tree(text, sentence, mentions.by_sentence[s], knowledge_.forms);
    discourse.enter(s, tree);
    if (trace == nullptr) {
      Gate gate(text, sentence, mentions.by_sentence[s], mentions.entities, discourse.has_theme(),
                discourse.may_call_somebody(s), knowledge_, gates_);
      if (!keep_likely(candidates, gate, sentence, gates_) && !matcher.may_continue()) continue;
    }
    const SentenceFacts facts(s, tree, knowledge_, out.article.published);
    std::vector<Claim> claims;
    for (const Candidate& c : candidates) matcher.match(tree, c.token, c.word_class, c.rules, facts, claims);
    matcher.extend_lists(tree, facts, claims);
    remove_repetitions(claims);
    if (trace != nullptr && trace->wants_gaps) {
      std::vector<TokenIndex> tried;
      for (const Candidate& c : candidates) tried.push_back(c.token);
      const std::vector<Gap> gaps = find_gaps(s, tree, knowledge_, discourse, tried, claims);
      trace->gaps.insert(trace->gaps.end(), gaps.begin(), gaps.end());
    }
    out.claims.insert(out.claims.end(), std::make_move_iterator(claims.begin()), std::make_move_iterator(claims.end()));
  }
  if (trace != nullptr) trace->mentions = std::move(mentions.by_sentence);
  out.entities = std::move(mentions.entities);
  return out;
}

}  // namespace depeche::extract
