#include "pipeline/resources.hpp"

#include <unistd.h>

#include <algorithm>
#include <future>
#include <optional>
#include <utility>

namespace depeche::pipeline {

namespace {

/// What is loaded beside names and rules, all of it small but the model of the analyser.
struct SmallParts {
  mapping::ReferenceWords reference;
  mapping::Governors governors;
  mapping::SupportVerbs support_verbs;
  mapping::Cues cues;
  article::Chrome chrome;
  recognise::QuantityFinder quantities;
  recognise::TimeFinder times;
  recognise::NameWords name_words;
  language::Analyser analyser;
};

}  // namespace

/// In the order in which they depend on each other.
struct Resources::Parts {
  std::string language_folder;
  std::unique_ptr<language::FormLexicon> forms;  // where it lies must not change: the analyser refers to it
  lexicon::NameLexicon names;
  mapping::Ontology ontology;
  mapping::Mappings mappings;
  SmallParts small;
  recognise::Recogniser recogniser{*forms, names, small.name_words};
  extract::Knowledge knowledge{*forms,
                               names,
                               ontology,
                               mappings,
                               small.reference,
                               small.governors,
                               small.support_verbs,
                               small.cues,
                               small.quantities,
                               small.times};
  extract::Extractor extractor{knowledge, small.analyser, recogniser};
};

ResourcePaths ResourcePaths::beside_program() {
  std::string buffer(4096, '\0');
  const ssize_t n = ::readlink("/proc/self/exe", buffer.data(), buffer.size());
  buffer.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
  buffer.resize(std::min(buffer.size(), buffer.rfind('/')));  // its folder
  buffer.resize(std::min(buffer.size(), buffer.rfind('/')));
  const std::string share = buffer + "/share/depeche";
  return {share, share + "/mappings", share + "/ontology", "fr", {}};
}

namespace {

Result<SmallParts> load_small_parts(const std::string& own, const language::FormLexicon& forms,
                                    Diagnostics& diagnostics) {
  auto reference = mapping::ReferenceWords::load(own + "/reference.toml", forms, diagnostics);
  if (!reference) return tl::unexpected(reference.error());
  auto governors = mapping::Governors::load(own + "/governors.toml", forms, diagnostics);
  if (!governors) return tl::unexpected(governors.error());
  auto support = mapping::SupportVerbs::load(own + "/support.toml", forms, diagnostics);
  if (!support) return tl::unexpected(support.error());
  auto cues = mapping::Cues::load(own + "/cues.toml", forms, diagnostics);
  if (!cues) return tl::unexpected(cues.error());
  auto chrome = article::Chrome::load(own + "/chrome.toml", diagnostics);
  if (!chrome) return tl::unexpected(chrome.error());
  auto quantities = recognise::QuantityFinder::load(own + "/units.toml", diagnostics);
  if (!quantities) return tl::unexpected(quantities.error());
  auto times = recognise::TimeFinder::load(own + "/time.toml", quantities->number_words(), diagnostics);
  if (!times) return tl::unexpected(times.error());
  auto name_words = recognise::NameWords::load(own, diagnostics);
  if (!name_words) return tl::unexpected(name_words.error());
  auto endings = language::WordEndings::load(own + "/endings.toml", diagnostics);
  if (!endings) return tl::unexpected(endings.error());
  auto analyser = language::Analyser::open(forms, own + "/analyser.model", std::move(*endings));
  if (!analyser) return tl::unexpected(analyser.error());
  return SmallParts{std::move(*reference), std::move(*governors),  std::move(*support),
                    std::move(*cues),      std::move(*chrome),     std::move(*quantities),
                    std::move(*times),     std::move(*name_words), std::move(*analyser)};
}

/// Runs `load` with diagnostics of its own: on a thread of its own, or when the result is asked for.
template <class Load>
auto load_aside(std::size_t threads, const Load& load) {
  const auto policy = threads > 1 ? std::launch::async | std::launch::deferred : std::launch::deferred;
  return std::async(policy, [load] {
    Diagnostics diagnostics;
    auto loaded = load(diagnostics);
    return std::pair(std::move(loaded), std::move(diagnostics));
  });
}

}  // namespace

Result<std::unique_ptr<Resources>> Resources::load(const ResourcePaths& paths, Diagnostics& diagnostics,
                                                   std::size_t threads) {
  const std::string own = paths.mappings + "/" + paths.language;
  auto opened = language::FormLexicon::open(paths.share + "/" + paths.language + ".forms");
  if (!opened) return tl::unexpected(opened.error());
  auto forms = std::make_unique<language::FormLexicon>(std::move(*opened));
  // Names take as long as rules: a short run is over sooner if they are read at the same time. What is said of faults
  // keeps its order.
  auto loading_names = load_aside(threads, [&paths](Diagnostics& found) {
    return lexicon::NameLexicon::load(paths.mappings + "/names", paths.lexicons, found);
  });
  auto loading_parts =
      load_aside(threads, [&own, &forms](Diagnostics& found) { return load_small_parts(own, *forms, found); });
  const auto take_over = [&diagnostics](const Diagnostics& found) {
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  };
  Diagnostics of_ontology, of_mappings;
  auto ontology = mapping::Ontology::load(paths.ontology, of_ontology);
  std::optional<Result<mapping::Mappings>> mappings;
  if (ontology) mappings.emplace(mapping::Mappings::load(own, *ontology, *forms, of_mappings));
  auto [names, of_names] = loading_names.get();
  take_over(of_names);
  if (!names) return tl::unexpected(names.error());
  if (!ontology) return tl::unexpected(ontology.error());
  take_over(of_ontology);
  if (!has_errors(of_ontology)) take_over(of_mappings);
  if (!*mappings) return tl::unexpected(mappings->error());
  auto [parts, of_parts] = loading_parts.get();
  take_over(of_parts);
  if (!parts) return tl::unexpected(parts.error());
  return std::unique_ptr<Resources>(new Resources(std::unique_ptr<Parts>(new Parts{
      own, std::move(forms), std::move(*names), std::move(*ontology), std::move(**mappings), std::move(*parts)})));
}

Resources::Resources(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Resources::~Resources() = default;

const std::string& Resources::language_folder() const {
  return parts_->language_folder;
}
const article::Chrome& Resources::chrome() const {
  return parts_->small.chrome;
}
const extract::Knowledge& Resources::knowledge() const {
  return parts_->knowledge;
}
const extract::Extractor& Resources::extractor() const {
  return parts_->extractor;
}
const language::Analyser& Resources::analyser() const {
  return parts_->small.analyser;
}
const recognise::Recogniser& Resources::recogniser() const {
  return parts_->recogniser;
}

}  // namespace depeche::pipeline
