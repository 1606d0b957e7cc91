// From a tag to one reading of the lexicon: agreement with the words around decides between several.
#include "language/guess.hpp"
#include "language/scanner_characters.hpp"
#include "language/tagger.hpp"

namespace depeche::language {
namespace {

/// The person that a subject pronoun just before or after a verb asks for; 3 where none says otherwise.
std::uint8_t expected_person(std::span<const TagNode> nodes, std::size_t at) {
  const auto person_of = [](std::string_view word) -> std::uint8_t {
    if (word.starts_with("-t-")) word.remove_prefix(3);
    if (word.starts_with("-")) word.remove_prefix(1);
    if (word == "je" || word == "Je" || word == "j'" || word == "J'" || word == "j’" || word == "J’") return 1;
    if (word == "nous" || word == "Nous") return 1;
    if (word == "tu" || word == "Tu" || word == "vous" || word == "Vous") return 2;
    return 0;
  };
  if (at + 1 < nodes.size() && nodes[at + 1].text.starts_with("-")) {
    if (const std::uint8_t person = person_of(nodes[at + 1].text)) return person;
  }
  for (std::size_t back = 1; back <= at && back <= 4; ++back) {
    const TagNode& node = nodes[at - back];
    if (node.tag != Tag::pronoun && node.tag != Tag::adverb) break;
    if (const std::uint8_t person = person_of(node.text)) return person;
  }
  return 3;
}

bool is_nominal(Tag tag) {
  return tag == Tag::noun || tag == Tag::adjective || tag == Tag::past_participle || tag == Tag::determiner ||
         tag == Tag::pronoun || tag == Tag::numeral || tag == Tag::aux_past_participle;
}

int agreement(const Morphology& a, const Morphology& b) {
  int points = 0;
  if (a.number != Number::none && b.number != Number::none) points += a.number == b.number ? 2 : -2;
  if (a.gender != Gender::none && b.gender != Gender::none) points += a.gender == b.gender ? 1 : -1;
  return points;
}

int points_of(const Reading& reading, Tag tag, std::uint8_t person, const Sentence& sentence,
              std::span<const TagNode> nodes, std::size_t at) {
  const Morphology& morphology = reading.morphology;
  int points = 0;
  if (tag == Tag::verb_finite || tag == Tag::aux_finite) {
    if (morphology.person != 0) points += morphology.person == person ? 8 : 0;
    if (morphology.mood == Mood::indicative || morphology.mood == Mood::conditional) points += 4;
    if (morphology.mood == Mood::subjunctive) points += 2;
    if (morphology.tense == Tense::present) points += 1;
    return points;
  }
  if (!is_nominal(tag)) return points;
  for (std::size_t back = 1; back <= at && back <= 3; ++back) {  // to the left: decided tokens of the same group
    const Tag other = nodes[at - back].tag;
    if (!is_nominal(other)) break;
    points += agreement(morphology, sentence.tokens[at - back].morphology);
    if (other == Tag::determiner) break;
  }
  return points;
}

/// The best of the readings with the tag; nullptr if there is none.
const Reading* best_reading(const Sentence& sentence, std::span<const TagNode> nodes, std::size_t at, Tag tag) {
  const Reading* best = nullptr;
  int best_points = 0;
  const bool finite = tag == Tag::verb_finite || tag == Tag::aux_finite;
  const std::uint8_t person = finite ? expected_person(nodes, at) : std::uint8_t{0};
  for (const Reading& reading : nodes[at].readings) {
    if (tag_of(reading.word_class, reading.morphology) != tag) continue;
    const int points = points_of(reading, tag, person, sentence, nodes, at);
    if (best == nullptr || points > best_points) {
      best = &reading;
      best_points = points;
    }
  }
  return best;
}

/// A name that the lexicon lists among the nouns ("France", "ONU"): its lemma is spelt with a capital.
const Reading* name_reading(const FormLexicon& lexicon, const TagNode& node) {
  for (const Reading& reading : node.readings) {
    if (reading.word_class != WordClass::noun && reading.word_class != WordClass::proper_noun) continue;
    const std::string_view lemma = lexicon.lemma(reading.lemma);
    if (scanner::character_at(lemma, 0).kind == scanner::Kind::upper) return &reading;
  }
  return nullptr;
}

/// Lemma and inflection of a new word as its ending suggests them.
void guess_reading(const FormLexicon& lexicon, const WordEndings& endings, const TagNode& node, Token& token) {
  for (const Guess& guess : guess_word(lexicon, endings, node.text)) {
    if (tag_of(guess.reading.word_class, guess.reading.morphology) != node.tag) continue;
    token.lemma = guess.reading.lemma;
    token.morphology = guess.reading.morphology;
    return;
  }
}

}  // namespace

void choose_readings(const FormLexicon& lexicon, const WordEndings& endings, std::span<const TagNode> nodes,
                     Sentence& sentence) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Token& token = sentence.tokens[i];
    const Tag tag = nodes[i].tag;
    token.word_class = word_class_of(tag);
    token.lemma = no_lemma;
    token.morphology = {};
    const Reading* reading = best_reading(sentence, nodes, i, tag);
    if (reading == nullptr && tag == Tag::proper_noun) reading = name_reading(lexicon, nodes[i]);
    if (reading != nullptr) {
      token.lemma = reading->lemma;
      token.morphology = reading->morphology;
    } else if (!nodes[i].known && contains(open_tags, tag)) {
      guess_reading(lexicon, endings, nodes[i], token);
    }
    token.morphology.verb_form = verb_form_of(tag);
    if (tag == Tag::relative) token.morphology.pronoun = PronounType::relative;
  }
}

}  // namespace depeche::language
