#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "language/compile/word_list.hpp"

namespace depeche::language::compile {
namespace {

struct ClassTag {
  std::string_view tag;
  WordClass word_class;
  PronounType pronoun = PronounType::none;
};
constexpr auto class_tags = std::to_array<ClassTag>({
    {"nom", WordClass::noun},
    {"adj", WordClass::adjective},
    {"adv", WordClass::adverb},
    {"negadv", WordClass::adverb},
    {"advint", WordClass::adverb, PronounType::interrogative},
    {"npr", WordClass::proper_noun},
    {"prn", WordClass::proper_noun},
    {"patr", WordClass::proper_noun},
    {"titr", WordClass::noun},
    {"interj", WordClass::interjection},
    {"nb", WordClass::numeral},
    {"nbro", WordClass::numeral},
    {"prep", WordClass::preposition},
    {"cjco", WordClass::coordinator},
    {"cjsub", WordClass::subordinator},
    {"cj", WordClass::subordinator},
    {"det", WordClass::determiner},
    {"detpos", WordClass::determiner, PronounType::possessive},
    {"detdem", WordClass::determiner, PronounType::demonstrative},
    {"detind", WordClass::determiner, PronounType::indefinite},
    {"detneg", WordClass::determiner, PronounType::indefinite},
    {"detex", WordClass::determiner, PronounType::interrogative},
    {"propersuj", WordClass::pronoun, PronounType::personal},
    {"properobj", WordClass::pronoun, PronounType::personal},
    {"prodem", WordClass::pronoun, PronounType::demonstrative},
    {"proind", WordClass::pronoun, PronounType::indefinite},
    {"proneg", WordClass::pronoun, PronounType::indefinite},
    {"prorel", WordClass::pronoun, PronounType::relative},
    {"proint", WordClass::pronoun, PronounType::interrogative},
    {"loc.adv", WordClass::adverb},
    {"loc.adj", WordClass::adjective},
    {"loc.nom", WordClass::noun},
    {"loc.prep", WordClass::preposition},
    {"loc.patr", WordClass::proper_noun},
    {"loc.interj", WordClass::interjection},
    {"ponc", WordClass::punctuation},
    {"sign", WordClass::symbol},
});

struct MoodTag {
  std::string_view tag;
  Mood mood;
  Tense tense;
};
constexpr auto mood_tags = std::to_array<MoodTag>({{"ipre", Mood::indicative, Tense::present},
                                                   {"iimp", Mood::indicative, Tense::imperfect},
                                                   {"ipsi", Mood::indicative, Tense::past},
                                                   {"ifut", Mood::indicative, Tense::future},
                                                   {"cond", Mood::conditional, Tense::present},
                                                   {"spre", Mood::subjunctive, Tense::present},
                                                   {"simp", Mood::subjunctive, Tense::imperfect},
                                                   {"impe", Mood::imperative, Tense::present}});

/// The tags of one form, without "po:" and "is:".
class Tags {
 public:
  explicit Tags(const Expansion& expansion) : lemma_(expansion.stem) {
    for (const std::string_view field : expansion.fields) {
      if (field.starts_with("st:")) lemma_ = field.substr(3);
      if (!field.starts_with("po:") && !field.starts_with("is:")) continue;
      const std::string_view tag = field.substr(3);
      if (field.starts_with("po:v") && tag.size() > 2 && tag[1] >= '0' && tag[1] <= '3') {
        verb_code_ = tag;
      } else {
        tags_.push_back(tag.ends_with('!') ? tag.substr(0, tag.size() - 1) : tag);
      }
    }
  }

  bool has(std::string_view tag) const { return std::find(tags_.begin(), tags_.end(), tag) != tags_.end(); }
  std::string_view lemma() const { return lemma_; }
  std::string_view verb_code() const { return verb_code_; }

  Morphology inflection() const {
    Morphology morphology;
    if (has("mas")) morphology.gender = Gender::masculine;
    if (has("fem")) morphology.gender = Gender::feminine;
    if (has("sg")) morphology.number = Number::singular;
    if (has("pl")) morphology.number = Number::plural;
    if (has("1pe")) morphology.person = 1;
    if (has("2pe")) morphology.person = 2;
    if (has("3pe")) morphology.person = 3;
    return morphology;
  }

 private:
  std::string_view lemma_;
  std::string_view verb_code_;
  std::vector<std::string_view> tags_;
};

/// "v1_itnq__a": group, then by place: intransitive, transitive, indirect (x: as well), pronominal (p and r: only),
/// impersonal, être, avoir. "zz" leaves the auxiliary open; it is avoir then, as for nearly every verb.
VerbTraits traits_of(std::string_view code) {
  const auto at = [code](std::size_t place) { return place < code.size() ? code[place] : '_'; };
  VerbTraits traits;
  traits.intransitive = at(3) == 'i';
  traits.transitive = at(4) == 't';
  traits.indirect = at(5) == 'n' || at(5) == 'x';
  traits.pronominal = at(6) != '_';
  const bool only_pronominal = at(6) == 'p' || at(6) == 'r';
  traits.auxiliary_etre = at(8) == 'e' || (only_pronominal && at(9) != 'a');
  traits.auxiliary_avoir = at(9) == 'a' || !traits.auxiliary_etre;
  return traits;
}

/// Two verbs of one spelling (ressortir) share their traits.
VerbTraits unite(const VerbTraits& a, const VerbTraits& b) {
  return {.transitive = a.transitive || b.transitive,
          .intransitive = a.intransitive || b.intransitive,
          .indirect = a.indirect || b.indirect,
          .pronominal = a.pronominal || b.pronominal,
          .auxiliary_etre = a.auxiliary_etre || b.auxiliary_etre,
          .auxiliary_avoir = a.auxiliary_avoir || b.auxiliary_avoir};
}

void add_finite(std::string_view form, const Tags& tags, const NamedReading& verb, WordList& words) {
  for (const MoodTag& mood : mood_tags) {
    if (!tags.has(mood.tag)) continue;
    for (std::uint8_t person = 1; person <= 3; ++person) {
      for (const Number number : {Number::singular, Number::plural}) {
        const std::array<char, 3> tag = {static_cast<char>('0' + person), number == Number::singular ? 's' : 'p',
                                         number == Number::singular ? 'g' : 'l'};
        if (!tags.has(std::string_view(tag.data(), tag.size()))) continue;
        NamedReading reading = verb;
        reading.morphology = {
            .number = number, .person = person, .verb_form = VerbForm::finite, .mood = mood.mood, .tense = mood.tense};
        words.add(form, std::move(reading));
      }
    }
  }
}

void add_verb_form(std::string_view form, const Tags& tags, WordClass word_class, WordList& words) {
  NamedReading reading{std::string(tags.lemma()), word_class, {}};
  add_finite(form, tags, reading, words);
  const auto add = [&](VerbForm verb_form) {
    reading.morphology.verb_form = verb_form;
    words.add(form, reading);
  };
  if (tags.has("infi")) add(VerbForm::infinitive);
  if (tags.has("ppre")) add(VerbForm::present_participle);
  if (tags.has("ppas")) {
    reading.morphology = tags.inflection();
    add(VerbForm::past_participle);
  }
}

/// The dictionary calls Russie and ONU nouns. Acronyms may be either (PIB, OTAN).
void add_noun(std::string_view form, NamedReading reading, WordList& words) {
  std::size_t at = 0;
  if (!utf8::is_upper(utf8::next(reading.lemma, at))) return words.add(form, std::move(reading));
  const bool acronym = at < reading.lemma.size() && utf8::is_upper(utf8::next(reading.lemma, at));
  NamedReading name = reading;
  name.word_class = WordClass::proper_noun;
  words.add(form, std::move(name));
  if (acronym) words.add(form, std::move(reading));
}

}  // namespace

void WordList::add(std::string_view form, NamedReading reading) {
  auto& readings = forms[std::string(form)];
  if (std::find(readings.begin(), readings.end(), reading) == readings.end()) readings.push_back(std::move(reading));
}

void add_dictionary_form(const Expansion& expansion, std::string& participle, WordList& words) {
  const Tags tags(expansion);
  if (tags.has("err")) return;
  if (tags.has("ppas") && (participle.empty() || (tags.has("mas") && !tags.has("pl")))) participle = expansion.form;
  const bool verb = !tags.verb_code().empty();
  if (verb) {
    VerbTraits& traits = words.verbs[std::string(tags.lemma())];
    traits = unite(traits, traits_of(tags.verb_code()));
    if (tags.verb_code().starts_with("v0")) add_verb_form(expansion.form, tags, WordClass::auxiliary, words);
    add_verb_form(expansion.form, tags, WordClass::verb, words);
  }
  for (const ClassTag& tag : class_tags) {
    if (!tags.has(tag.tag)) continue;
    NamedReading reading{std::string(tags.lemma()), tag.word_class, tags.inflection()};
    reading.morphology.pronoun = tag.pronoun;
    // The adjective made of a participle is another word than the verb: its lemma is the masculine singular.
    if (verb) reading.lemma = participle;
    if (tag.word_class == WordClass::noun) {
      add_noun(expansion.form, std::move(reading), words);
    } else {
      words.add(expansion.form, std::move(reading));
    }
  }
}

void add_dictionary(const Affixes& affixes, std::string_view text, WordList& words) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with('#')) continue;
    std::string participle;
    affixes.expand(line, [&](const Expansion& expansion) { add_dictionary_form(expansion, participle, words); });
  }
}

}  // namespace depeche::language::compile
