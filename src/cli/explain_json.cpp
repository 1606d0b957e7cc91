#include <nlohmann/json.hpp>

#include "cli/explanation.hpp"
#include "language/names_of_tags.hpp"
#include "pipeline/notation.hpp"

namespace depeche::cli {
namespace {

using Json = nlohmann::ordered_json;

Json tokens_of(const Explanation& e, const language::Sentence& sentence) {
  Json out = Json::array();
  for (const language::Token& t : sentence.tokens) {
    Json token{{"text", e.text_of(t)}, {"lemma", e.lemma_of(t)}, {"class", language::name_of(t.word_class)}};
    if (t.dependency != language::Dependency::none) {
      token["dependency"] = language::name_of(t.dependency);
      if (t.head != language::no_head) token["head"] = t.head;
    }
    out.push_back(std::move(token));
  }
  return out;
}

Json mentions_of(const Explanation& e, std::uint32_t sentence) {
  Json out = Json::array();
  if (sentence >= e.trace.mentions.size()) return out;
  for (const recognise::Mention& m : e.trace.mentions[sentence]) {
    Json mention{{"begin", m.begin}, {"end", m.end}};
    if (m.entity != recognise::no_entity) mention["entity"] = e.extraction.entities[m.entity].label;
    out.push_back(std::move(mention));
  }
  return out;
}

Json clauses_of(const Explanation& e, std::uint32_t sentence) {
  Json out = Json::array();
  for (const extract::ClauseNote& c : e.trace.clauses) {
    if (c.sentence == sentence) out.push_back({{"predicate", c.predicate}, {"text", c.text}});
  }
  return out;
}

Json rules_of(const Explanation& e, std::uint32_t sentence) {
  Json out = Json::array();
  for (const extract::Trial& t : e.trace.trials) {
    if (t.sentence != sentence) continue;
    Json trial{{"rule", t.rule}, {"predicate", t.predicate}, {"fired", t.fired}};
    if (!t.fired) trial["reason"] = t.reason;
    out.push_back(std::move(trial));
  }
  return out;
}

Json claims_of(const Explanation& e, std::uint32_t sentence) {
  Json out = Json::array();
  for (const extract::Claim& c : e.extraction.claims) {
    if (c.sentence != sentence) continue;
    for (const std::string& text : pipeline::describe_claims(c, e.extraction, e.knowledge.ontology)) {
      out.push_back({{"claim", text}, {"rule", c.rule}, {"cue", c.cue}});
    }
  }
  return out;
}

}  // namespace

std::string explain_as_json(const Explanation& e, std::uint32_t sentence) {
  const language::Sentence& s = e.extraction.sentences[sentence];
  const Json line{{"article", e.extraction.article.id},
                  {"sentence", sentence + 1},
                  {"text", e.text_of(s)},
                  {"tokens", tokens_of(e, s)},
                  {"mentions", mentions_of(e, sentence)},
                  {"clauses", clauses_of(e, sentence)},
                  {"rules", rules_of(e, sentence)},
                  {"claims", claims_of(e, sentence)}};
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace depeche::cli
