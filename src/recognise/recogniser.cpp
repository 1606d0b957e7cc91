#include "recognise/recogniser.hpp"

#include <atomic>

#include "recognise/entities.hpp"
#include "recognise/spotter.hpp"

namespace depeche::recognise {

namespace {

std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

}  // namespace

Recogniser::Recogniser(const language::FormLexicon& forms, const lexicon::NameLexicon& names,
                       const NameWords& vocabulary)
    : forms_(forms),
      names_(names),
      vocabulary_(vocabulary),
      persons_(std::make_shared<const PersonIndex>(names, vocabulary)),
      number_(next_number()) {}

Mentions Recogniser::recognise(const article::Article& article,
                               const std::vector<language::Sentence>& sentences) const {
  const std::string_view text = article.text;
  std::vector<Spot> found;
  Spotter spotter(forms_, names_, vocabulary_, WordMemo::of_thread(number_));
  for (std::uint32_t i = 0; i < sentences.size(); ++i) spotter.spot(text, sentences[i], i, found);
  std::vector<SpeltSpot> spots;
  spots.reserve(found.size());
  for (const Spot& spot : found) {
    spots.push_back({spot, span_text(text, sentences[spot.sentence], spot.begin, spot.end)});
  }
  Persons persons(names_, vocabulary_, *persons_);
  const std::vector<std::int32_t> person_of = persons.resolve(spots);
  return EntityBuilder(names_, vocabulary_, text, sentences).build(spots, persons, person_of);
}

}  // namespace depeche::recognise
