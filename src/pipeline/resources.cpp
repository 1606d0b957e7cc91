#include "pipeline/resources.hpp"

#include <unistd.h>

#include <algorithm>
#include <future>
#include <optional>
#include <utility>

#include "language/model.hpp"
#include "pipeline/knowledge_file.hpp"
#include "pipeline/language_knowledge.hpp"
#include "pipeline/sources.hpp"

namespace depeche::pipeline {

/// In the order in which they depend on each other.
struct Resources::Parts {
  std::string language_folder;
  std::unique_ptr<language::FormLexicon> forms;  // where it lies must not change: the analyser refers to it
  lexicon::NameLexicon names;
  LanguageKnowledge language;
  language::Analyser analyser;
  recognise::Recogniser recogniser{*forms, names, language.name_words};
  extract::Knowledge knowledge{*forms,
                               names,
                               language.ontology,
                               language.mappings,
                               language.reference,
                               language.governors,
                               language.support_verbs,
                               language.cues,
                               language.quantities,
                               language.times};
  extract::Extractor extractor{knowledge, analyser, recogniser};
};

ResourcePaths ResourcePaths::beside_program() {
  std::string buffer(4096, '\0');
  const ssize_t n = ::readlink("/proc/self/exe", buffer.data(), buffer.size());
  buffer.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
  buffer.resize(std::min(buffer.size(), buffer.rfind('/')));  // its folder
  buffer.resize(std::min(buffer.size(), buffer.rfind('/')));
  const std::string share = buffer + "/share/depeche";
  return {share, share + "/mappings", share + "/ontology", "fr", {}, share + "/fr.knowledge"};
}

namespace {

std::string language_folder_of(const ResourcePaths& paths) {
  return paths.mappings + "/" + paths.language;
}

Result<std::unique_ptr<language::FormLexicon>> open_forms(const ResourcePaths& paths) {
  auto forms = language::FormLexicon::open(paths.share + "/" + paths.language + ".forms");
  if (!forms) return tl::unexpected(forms.error());
  return std::make_unique<language::FormLexicon>(std::move(*forms));
}

/// Nothing where no file of compiled knowledge is asked for or none can be used.
std::optional<KnowledgeFile> open_compiled(const ResourcePaths& paths) {
  if (paths.compiled.empty()) return std::nullopt;
  auto file = KnowledgeFile::open(paths.compiled);
  return file ? std::optional(std::move(*file)) : std::nullopt;
}

Result<lexicon::NameLexicon> load_names(const ResourcePaths& paths, const std::optional<KnowledgeFile>& compiled,
                                        Diagnostics& diagnostics) {
  const std::string folder = paths.mappings + "/names";
  if (compiled && paths.lexicons.empty()) {
    const auto sources = hash_names(folder);
    if (auto names = sources ? compiled->names(*sources) : std::nullopt) return std::move(*names);
  }
  return lexicon::NameLexicon::load(folder, paths.lexicons, diagnostics);
}

/// Into all but ontology and mappings.
Result<void> load_small_parts(const std::string& own, const language::FormLexicon& forms, LanguageKnowledge& out,
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
  out.reference = std::move(*reference);
  out.governors = std::move(*governors);
  out.support_verbs = std::move(*support);
  out.cues = std::move(*cues);
  out.chrome = std::move(*chrome);
  out.quantities = std::move(*quantities);
  out.times = std::move(*times);
  out.name_words = std::move(*name_words);
  out.endings = std::move(*endings);
  return {};
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

void take_over(const Diagnostics& found, Diagnostics& diagnostics) {
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
}

Result<LanguageKnowledge> read_language(const ResourcePaths& paths, const language::FormLexicon& forms,
                                        Diagnostics& diagnostics, std::size_t threads) {
  const std::string own = language_folder_of(paths);
  LanguageKnowledge out;
  auto loading_parts = load_aside(
      threads, [&own, &forms, &out](Diagnostics& found) { return load_small_parts(own, forms, out, found); });
  Diagnostics of_ontology, of_mappings;
  auto ontology = mapping::Ontology::load(paths.ontology, of_ontology);
  if (!ontology) return tl::unexpected(ontology.error());
  auto mappings = mapping::Mappings::load(own, *ontology, forms, of_mappings);
  take_over(of_ontology, diagnostics);
  if (!has_errors(of_ontology)) take_over(of_mappings, diagnostics);
  if (!mappings) return tl::unexpected(mappings.error());
  const auto [loaded, of_parts] = loading_parts.get();
  take_over(of_parts, diagnostics);
  if (!loaded) return tl::unexpected(loaded.error());
  out.ontology = std::move(*ontology);
  out.mappings = std::move(*mappings);
  return out;
}

Result<LanguageKnowledge> load_language(const ResourcePaths& paths, const language::FormLexicon& forms,
                                        const std::optional<KnowledgeFile>& compiled, Diagnostics& diagnostics,
                                        std::size_t threads) {
  if (compiled) {
    const std::string own = language_folder_of(paths);
    const auto sources = hash_language(own, paths.ontology, forms.content());
    if (auto language = sources ? compiled->language(*sources, own) : std::nullopt) return std::move(*language);
  }
  return read_language(paths, forms, diagnostics, threads);
}

}  // namespace

Result<std::unique_ptr<Resources>> Resources::load(const ResourcePaths& paths, Diagnostics& diagnostics,
                                                   std::size_t threads) {
  auto forms = open_forms(paths);
  if (!forms) return tl::unexpected(forms.error());
  const auto compiled = open_compiled(paths);
  // A short run is over sooner if names, rules and model are read at the same time. What is said of faults keeps its
  // order.
  auto loading_names = load_aside(threads, [&](Diagnostics& found) { return load_names(paths, compiled, found); });
  auto loading_model = load_aside(
      threads, [&](Diagnostics&) { return language::Model::open(language_folder_of(paths) + "/analyser.model"); });
  Diagnostics of_language;
  auto language = load_language(paths, **forms, compiled, of_language, threads);
  auto [names, of_names] = loading_names.get();
  take_over(of_names, diagnostics);
  if (!names) return tl::unexpected(names.error());
  take_over(of_language, diagnostics);
  if (!language) return tl::unexpected(language.error());
  auto model = loading_model.get().first;
  if (!model) return tl::unexpected(model.error());
  language::Analyser analyser(**forms, std::move(*model), std::move(language->endings));
  return std::unique_ptr<Resources>(new Resources(std::unique_ptr<Parts>(new Parts{
      language_folder_of(paths), std::move(*forms), std::move(*names), std::move(*language), std::move(analyser)})));
}

Result<std::string> Resources::compile(const ResourcePaths& paths, Diagnostics& diagnostics) {
  const std::string own = language_folder_of(paths), names_folder = paths.mappings + "/names";
  const auto forms = open_forms(paths);
  if (!forms) return tl::unexpected(forms.error());
  // Before they are read: what is changed meanwhile makes the hash one of other sources.
  const auto names_sources = hash_names(names_folder);
  const auto language_sources = hash_language(own, paths.ontology, (*forms)->content());
  const auto names = lexicon::NameLexicon::load(names_folder, {}, diagnostics);
  if (!names) return tl::unexpected(names.error());
  auto language = read_language(paths, **forms, diagnostics, 1);
  if (!language) return tl::unexpected(language.error());
  if (!names_sources || !language_sources) return fail("the sources of the knowledge changed while they were read");
  return pack_knowledge({*names, *names_sources, std::move(*language), *language_sources, own});
}

Resources::Resources(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Resources::~Resources() = default;

const std::string& Resources::language_folder() const {
  return parts_->language_folder;
}
const article::Chrome& Resources::chrome() const {
  return parts_->language.chrome;
}
const extract::Knowledge& Resources::knowledge() const {
  return parts_->knowledge;
}
const extract::Extractor& Resources::extractor() const {
  return parts_->extractor;
}
const language::Analyser& Resources::analyser() const {
  return parts_->analyser;
}
const recognise::Recogniser& Resources::recogniser() const {
  return parts_->recogniser;
}

}  // namespace depeche::pipeline
