#pragma once
#include <array>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "language/tagset.hpp"
#include "language/token.hpp"

namespace depeche::language::training {

/// A sentence with the analysis to learn.
struct Example {
  std::string text;
  Sentence sentence;
  std::vector<Tag> tags;             ///< none: nothing to learn for this token
  std::vector<std::uint16_t> heads;  ///< the root's head is the number of tokens
  std::vector<Dependency> labels;
};

inline Tag tag_named(std::string_view word_class, std::string_view detail) {
  static constexpr std::array<std::pair<std::string_view, Tag>, 17> names = {{{"NOUN", Tag::noun},
                                                                              {"PROPN", Tag::proper_noun},
                                                                              {"ADJ", Tag::adjective},
                                                                              {"VERB", Tag::verb_finite},
                                                                              {"AUX", Tag::aux_finite},
                                                                              {"DET", Tag::determiner},
                                                                              {"PRON", Tag::pronoun},
                                                                              {"ADP", Tag::preposition},
                                                                              {"CCONJ", Tag::coordinator},
                                                                              {"SCONJ", Tag::subordinator},
                                                                              {"ADV", Tag::adverb},
                                                                              {"PART", Tag::adverb},
                                                                              {"NUM", Tag::numeral},
                                                                              {"INTJ", Tag::interjection},
                                                                              {"PUNCT", Tag::punctuation},
                                                                              {"SYM", Tag::symbol},
                                                                              {"X", Tag::none}}};
  Tag tag = Tag::none;
  for (const auto& [name, value] : names) {
    if (name == word_class) tag = value;
  }
  if (detail == "Rel" && tag == Tag::pronoun) return Tag::relative;
  if (tag != Tag::verb_finite && tag != Tag::aux_finite) return tag;
  const bool auxiliary = tag == Tag::aux_finite;
  if (detail == "Inf") tag = Tag::verb_infinitive;
  if (detail == "PastPart") tag = Tag::past_participle;
  if (detail == "PresPart") tag = Tag::present_participle;
  return auxiliary ? auxiliary_of(tag) : tag;
}

/// The label of a treebank; rarer ones become their nearest kin.
inline Dependency label_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Dependency>, 57> names = {
      {{"root", Dependency::root},
       {"nsubj", Dependency::nsubj},
       {"nsubj:pass", Dependency::nsubj_pass},
       {"obj", Dependency::obj},
       {"iobj", Dependency::iobj},
       {"obl:agent", Dependency::obl_agent},
       {"obl:arg", Dependency::obl_arg},
       {"obl:mod", Dependency::obl_mod},
       {"nmod", Dependency::nmod},
       {"amod", Dependency::amod},
       {"appos", Dependency::appos},
       {"acl", Dependency::acl},
       {"acl:relcl", Dependency::acl_relcl},
       {"advcl", Dependency::advcl},
       {"ccomp", Dependency::ccomp},
       {"xcomp", Dependency::xcomp},
       {"conj", Dependency::conj},
       {"cc", Dependency::cc},
       {"case", Dependency::case_},
       {"mark", Dependency::mark},
       {"det", Dependency::det},
       {"nummod", Dependency::nummod},
       {"advmod", Dependency::advmod},
       {"aux:tense", Dependency::aux_tense},
       {"aux:pass", Dependency::aux_pass},
       {"cop", Dependency::cop},
       {"expl:subj", Dependency::expl_subj},
       {"expl:comp", Dependency::expl_comp},
       {"expl:pass", Dependency::expl_pass},
       {"fixed", Dependency::fixed},
       {"flat:name", Dependency::flat_name},
       {"flat:foreign", Dependency::flat_foreign},
       {"parataxis", Dependency::parataxis},
       {"vocative", Dependency::vocative},
       {"punct", Dependency::punct},
       {"dep", Dependency::dep},
       {"ROOT", Dependency::root},
       {"expl:pv", Dependency::expl_comp},
       {"expl", Dependency::expl_subj},
       {"parataxis:insert", Dependency::parataxis},
       {"parataxis:obj", Dependency::parataxis},
       {"obj:lvc", Dependency::obj},
       {"obj:agent", Dependency::obj},
       {"aux:caus", Dependency::aux_tense},
       {"aux", Dependency::aux_tense},
       {"nsubj:caus", Dependency::nsubj},
       {"nsubj:outer", Dependency::nsubj},
       {"iobj:agent", Dependency::iobj},
       {"advcl:cleft", Dependency::advcl},
       {"csubj", Dependency::nsubj},
       {"csubj:pass", Dependency::nsubj_pass},
       {"obl", Dependency::obl_mod},
       {"flat", Dependency::flat_name},
       {"compound", Dependency::flat_name},
       {"dislocated", Dependency::dep},
       {"appos:nmod", Dependency::appos},
       {"goeswith", Dependency::flat_foreign}}};
  for (const auto& [text, value] : names) {
    if (text == name) return value;
  }
  return Dependency::dep;
}

inline void add_token(Example& example, std::string_view form) {
  if (!example.text.empty()) example.text += ' ';
  Token& token = example.sentence.tokens.emplace_back();
  token.begin = static_cast<std::uint32_t>(example.text.size());
  example.text += form;
  token.end = static_cast<std::uint32_t>(example.text.size());
  token.space_before = token.begin != 0;
  std::size_t letters = 0, capitals = 0;
  for (std::size_t at = 0; at < form.size();) {
    const bool first = at == 0;
    const char32_t c = utf8::next(form, at);
    if (utf8::is_letter(c)) ++letters;
    if (utf8::is_upper(c)) ++capitals;
    if (first) token.capitalised = utf8::is_upper(c);
  }
  token.all_capitals = letters > 1 && capitals == letters;
}

/// Reads the output of make_data.py.
inline std::vector<Example> read_treebank(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<Example> examples;
  Example example;
  const auto finish = [&] {
    if (example.heads.empty()) return;
    for (auto& head : example.heads) {
      if (head == no_head) head = static_cast<std::uint16_t>(example.heads.size());
    }
    examples.push_back(std::exchange(example, {}));
  };
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) {
      finish();
      continue;
    }
    std::array<std::string_view, 5> fields;
    std::string_view rest = line;
    for (auto& field : fields) {
      const auto tab = rest.find('\t');
      field = rest.substr(0, tab);
      rest = tab == std::string_view::npos ? std::string_view() : rest.substr(tab + 1);
    }
    add_token(example, fields[0]);
    example.tags.push_back(tag_named(fields[1], fields[2]));
    const int head = std::stoi(std::string(fields[3]));
    example.heads.push_back(head < 0 ? no_head : static_cast<std::uint16_t>(head));
    example.labels.push_back(head < 0 ? Dependency::root : label_named(fields[4]));
  }
  finish();
  return examples;
}

}  // namespace depeche::language::training
