#pragma once
#include "article/chrome.hpp"
#include "base/archive.hpp"

/// What the types of articles consist of, for the compiled knowledge; see mapping/archive.hpp.
namespace depeche::article {

static_assert(sizeof(Chrome) == 2 * sizeof(PatternList) + 2 * sizeof(std::vector<std::string>) +
                                    sizeof(Chrome::Related) + sizeof(Chrome::Byline) + 2 * sizeof(WordSet) +
                                    sizeof(std::size_t) + sizeof(std::map<std::string, std::uint8_t, std::less<>>));

template <class Archive>
void serialize(Archive& archive, PatternList& list) {
  auto& [exact, prefix, suffix, contains] = list;
  archive(exact, prefix, suffix, contains);
}

template <class Archive>
void serialize(Archive& archive, Chrome::Byline& byline) {
  auto& [author, published, modified, particles] = byline;
  archive(author, published, modified, particles);
}

template <class Archive>
void serialize(Archive& archive, Chrome::Related& related) {
  auto& [teaser, list, end] = related;
  archive(teaser, list, end);
}

}  // namespace depeche::article
