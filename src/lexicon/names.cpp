#include "lexicon/names.hpp"

#include <fmt/format.h>

#include <atomic>
#include <filesystem>

#include "base/mapped_file.hpp"
#include "base/utf8.hpp"
#include "base/word_cache.hpp"
#include "lexicon/archive.hpp"
#include "lexicon/builder.hpp"
#include "lexicon/contents.hpp"

namespace depeche::lexicon {

namespace {

/// What the tables say of a single word.
struct WordFacts {
  bool begins_name = false;
  const OfficeNoun* office = nullptr;
  std::span<const NameMatch> demonyms;
};

std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

/// Covers most words of a text and leaves room to others in the second cache.
constexpr std::size_t words_kept = 4096;

}  // namespace

struct NameLexicon::Impl {
  Contents contents;
  Folder folder;
  std::uint64_t number = next_number();

  const WordFacts& facts(std::string_view word) const {
    thread_local WordCache<WordFacts> memo(words_kept);
    memo.serve(number);
    return memo.get(word, [&](std::string_view form) {
      WordFacts facts;
      facts.begins_name = contents.names.may_begin(form);
      const std::uint32_t index = contents.office_forms.find(form);
      if (index != Phrases::none) facts.office = &contents.offices[index];
      std::array<char, 64> buffer;
      std::string spill;
      const auto found = contents.demonyms.find(folder.fold(form, buffer, spill));
      if (found != contents.demonyms.end()) facts.demonyms = found->second;
      return facts;
    });
  }
};

NameLexicon::NameLexicon(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
NameLexicon::NameLexicon(NameLexicon&&) noexcept = default;
NameLexicon& NameLexicon::operator=(NameLexicon&&) noexcept = default;
NameLexicon::~NameLexicon() = default;

Result<NameLexicon> NameLexicon::load(const std::string& folder, const std::vector<std::string>& user_files,
                                      Diagnostics& diagnostics) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) return fail(fmt::format("{}: no such folder of names", folder));
  Builder builder(diagnostics);
  for (const TableFormat& format : table_formats()) {
    const std::string path = (std::filesystem::path(folder) / format.file_name).string();
    if (!std::filesystem::exists(path, ignored)) {
      Diagnostic missing;
      missing.severity = Severity::warning;
      missing.code = "names-missing-table";
      missing.file = path;
      missing.message = "the folder has no such table; nothing of its kind will be recognised";
      diagnostics.push_back(std::move(missing));
      continue;
    }
    auto text = depeche::read_file(path);
    if (!text) return tl::unexpected(text.error());
    builder.read_own(path, *std::move(text), format.kind);
  }
  for (const std::string& path : user_files) {
    auto text = depeche::read_file(path);
    if (!text) return tl::unexpected(text.error());
    builder.read_user(path, *std::move(text));
  }
  auto impl = std::make_unique<Impl>();
  impl->contents = builder.finish();
  return NameLexicon(std::move(impl));
}

std::string NameLexicon::pack() const {
  return depeche::pack(impl_->contents);
}

std::optional<NameLexicon> NameLexicon::unpack(std::string_view bytes) {
  auto impl = std::make_unique<Impl>();
  if (!depeche::unpack(bytes, impl->contents)) return std::nullopt;
  return NameLexicon(std::move(impl));
}

std::span<const KnownName> NameLexicon::rows() const {
  return impl_->contents.rows;
}

std::size_t NameLexicon::longest_match(std::span<const std::string_view> words, std::vector<NameMatch>& out) const {
  out.clear();
  if (words.empty() || !impl_->facts(words.front()).begins_name) return 0;
  return impl_->contents.names.longest_match(words, out);
}

std::span<const NameMatch> NameLexicon::find_demonym(std::string_view word) const {
  return impl_->facts(word).demonyms;
}

const OfficeNoun* NameLexicon::find_office(std::string_view lemma) const {
  return impl_->facts(lemma).office;
}

std::size_t NameLexicon::longest_office(std::span<const std::string_view> words, const OfficeNoun*& office) const {
  std::uint32_t index = 0;
  const std::size_t taken = impl_->contents.office_forms.longest_match(words, index);
  office = taken == 0 ? nullptr : &impl_->contents.offices[index];
  return taken;
}

language::Gender NameLexicon::given_name_gender(std::string_view word, bool& known) const {
  known = false;
  if (!starts_upper(word)) return language::Gender::none;
  const auto& given_names = impl_->contents.given_names;
  std::array<char, 64> buffer;
  std::string spill;
  if (const auto whole = given_names.find(impl_->folder.fold(word, buffer, spill)); whole != given_names.end()) {
    known = true;
    return whole->second;
  }
  // "Jean-Marc": every part is a given name, the first tells the gender.
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos) return language::Gender::none;
  const auto first = given_names.find(impl_->folder.fold(word.substr(0, hyphen), buffer, spill));
  if (first == given_names.end()) return language::Gender::none;
  given_name_gender(word.substr(hyphen + 1), known);
  return known ? first->second : language::Gender::none;
}

std::string_view NameLexicon::find_commodity(std::string_view lemma_phrase) const {
  const std::uint32_t index = impl_->contents.commodity_phrases.find(lemma_phrase);
  return index == Phrases::none ? std::string_view() : impl_->contents.commodities[index].id;
}

std::size_t NameLexicon::longest_commodity(std::span<const std::string_view> lemmas,
                                           const Commodity*& commodity) const {
  std::uint32_t index = 0;
  const std::size_t taken = impl_->contents.commodity_phrases.longest_match(lemmas, index);
  commodity = taken == 0 ? nullptr : &impl_->contents.commodities[index];
  return taken;
}

std::span<const Commodity> NameLexicon::commodities() const {
  return impl_->contents.commodities;
}

std::int32_t NameLexicon::country_row(std::string_view iso) const {
  const auto found = impl_->contents.country_by_iso.find(iso);
  return found == impl_->contents.country_by_iso.end() ? -1 : static_cast<std::int32_t>(found->second);
}

}  // namespace depeche::lexicon
