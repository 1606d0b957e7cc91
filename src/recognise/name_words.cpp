#include "recognise/name_words.hpp"

#include <utility>
#include <vector>

#include "base/mapped_file.hpp"
#include "base/toml_words.hpp"

namespace depeche::recognise {
namespace {

struct UseList {
  std::string_view key;
  std::uint32_t uses;
};

struct SetList {
  std::string_view key;
  WordSet NameWords::*words;
  Spelling spelling = Spelling::exact;
};

/// One table of the file: lists of words with a use, and sets of words.
struct Section {
  std::string_view name;
  std::vector<std::string_view> keys;
  std::vector<UseList> uses;
  std::vector<SetList> sets;
};

std::vector<Section> sections() {
  using N = NameWords;
  return {
      {"persons",
       {"particles", "particles_behind_given", "particles_further", "generations", "speech_verbs", "joined_articles",
        "speech_auxiliaries", "plural_titles", "ages"},
       {{"particles", N::particle},
        {"particles_behind_given", N::given_particle | N::first_particle},
        {"particles_further", N::given_particle},
        {"generations", N::generation},
        {"speech_verbs", N::speech_verb}},
       {{"joined_articles", &N::joined_articles},
        {"speech_auxiliaries", &N::speech_auxiliaries},
        {"plural_titles", &N::plural_titles, Spelling::folded},
        {"ages", &N::ages, Spelling::folded}}},
      {"offices",
       {"barriers", "links", "personal", "clauses"},
       {},
       {{"barriers", &N::office_barriers},
        {"links", &N::office_links},
        {"personal", &N::personal_offices},
        {"clauses", &N::clause_openers}}},
      {"small",
       {"articles", "prepositions", "before_things", "outside", "foreign", "foreign_joints", "foreign_heads"},
       {{"articles", N::article}, {"prepositions", N::preposition}},
       {{"before_things", &N::before_things},
        {"outside", &N::outside},
        {"foreign", &N::foreign},
        {"foreign_joints", &N::foreign_joints},
        {"foreign_heads", &N::foreign_heads, Spelling::folded}}},
      {"organisations",
       {"heads", "nouns", "common_nouns", "seated_nouns", "public_heads", "public_adjectives", "inner_nouns",
        "town_links", "members", "holding", "general_nouns",
        "contracted", "tails", "participles", "of", "links", "small", "not_acronyms"},
       {{"heads", N::organisation_head},
        {"nouns", N::naming_head},
        {"common_nouns", N::common_head},
        {"seated_nouns", N::seated_head},
        {"public_heads", N::public_head},
        {"public_adjectives", N::public_adjective},
        {"inner_nouns", N::inner_noun},
        {"members", N::member_noun},
        {"general_nouns", N::general_noun},
        {"tails", N::organisation_tail},
        {"participles", N::name_participle},
        {"not_acronyms", N::no_organisation}},
       {{"town_links", &N::town_links},
        {"holding", &N::holding},
        {"contracted", &N::contracted},
        {"of", &N::of},
        {"links", &N::name_links},
        {"small", &N::small_links}}},
      {"things", {"heads", "tails"}, {{"heads", N::thing_head}, {"tails", N::thing_tail}}, {}},
      {"others", {"calendar", "stances"}, {{"calendar", N::calendar}}, {{"stances", &N::stances, Spelling::folded}}},
  };
}

}  // namespace

NameWords NameWords::parse(std::string toml, const std::string& name, Diagnostics& diagnostics) {
  const TomlFile file(std::move(toml), name, "names", diagnostics);
  file.check_keys(file.root(), {"persons", "offices", "small", "organisations", "things", "others"});
  NameWords words;
  for (const Section& section : sections()) {
    const toml::table& table = file.table(file.root(), section.name);
    file.check_keys(table, section.keys);
    for (const UseList& list : section.uses) {
      WordSet here;  // a word may stand in several lists, in each once
      file.each_string(table, list.key, [&](const std::string& word, const toml::source_region& where) {
        const std::string folded = table_key(word, Spelling::folded);
        if (!here.insert(folded)) return file.report_double(where, word);
        words.uses_[folded] |= list.uses;
      });
    }
    for (const SetList& list : section.sets) read_words(file, table, list.key, words.*list.words, list.spelling);
  }
  return words;
}

Result<NameWords> NameWords::load(const std::string& folder, Diagnostics& diagnostics) {
  const std::string names = folder + "/names.toml", syllables = folder + "/syllables.toml";
  Result<std::string> text = read_file(names);
  if (!text) return tl::unexpected<Error>(text.error());
  NameWords words = parse(std::move(*text), names, diagnostics);
  text = read_file(syllables);
  if (!text) return tl::unexpected<Error>(text.error());
  words.syllables = NameSyllables::parse(std::move(*text), syllables, diagnostics);
  return words;
}

}  // namespace depeche::recognise
