#include "recognise/runs.hpp"

#include <algorithm>
#include <span>

#include "base/utf8.hpp"

namespace depeche::recognise {

using language::Gender;

namespace {

constexpr std::size_t longest_run = 8;

/// Someone or something of its own begins here: a state, a place, an organisation.
bool begins_other_name(const Words& words, std::size_t i, const lexicon::NameLexicon& names) {
  std::vector<lexicon::NameMatch> matches;
  const std::span<const std::string_view> rest(words.texts().data() + i, words.size() - i);
  if (names.longest_match(rest, matches) == 0) return false;
  return std::any_of(matches.begin(), matches.end(), [&](const lexicon::NameMatch& match) {
    return names.rows()[match.row].kind != lexicon::NameKind::person;
  });
}

}  // namespace

bool has_arabic_article(std::string_view word, const NameWords& vocabulary) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == word.npos || hyphen < 2 || hyphen > 3 || hyphen + 1 >= word.size()) return false;
  std::size_t at = hyphen + 1;
  return vocabulary.joined_articles.contains(word.substr(0, hyphen)) && utf8::is_upper(utf8::next(word, at));
}

bool is_name_word(const Words& words, std::size_t i) {
  return i < words.size() && words.is_word(i) &&
         (words.token(i).capitalised || has_arabic_article(words[i], words.vocabulary()));
}

bool is_given_name(const Words& words, std::size_t i, const lexicon::NameLexicon& names, Gender& gender) {
  gender = Gender::none;
  const std::string_view word = words[i];
  if (word.size() <= 3 && word.size() >= 2 && word.back() == '.') return true;  // an initial: "J."
  bool known = false;
  if (!words.token(i).capitalised) return false;
  gender = names.given_name_gender(word, known);
  return known;
}

std::size_t find_run_end(const Words& words, std::size_t begin, const lexicon::NameLexicon& names) {
  std::size_t end = begin + 1;
  while (end < words.size() && end - begin < longest_run) {
    if (is_name_word(words, end)) {
      ++end;
      continue;
    }
    if (!words.is_word(end)) break;
    const std::uint32_t uses = words.uses(end);
    if ((uses & NameWords::generation) != 0 && end - begin >= 2) return end + 1;
    std::size_t next = end;
    if ((uses & NameWords::particle) != 0) {
      while (next < words.size() && words.has_use(next, NameWords::particle) && !words.capitalised(next) &&
             next - end < 3)
        ++next;
    } else if ((uses & NameWords::given_particle) != 0 && end <= begin + 2) {
      // "Nicolas de Rivière", "Joana Reis de Macedo", but not "Sylvie de Lyon" and not "Conseil de Paris".
      Gender gender;
      if (!is_given_name(words, begin, names, gender) || words.has_use(begin, NameWords::organisation_head)) break;
      next = end + 1;
      if (words.has_use(next, NameWords::given_particle) && !words.capitalised(next)) ++next;
      if (next >= words.size() || !is_name_word(words, next) || begins_other_name(words, next, names)) break;
      if ((uses & NameWords::first_particle) == 0) break;
      if (end == begin + 2 && is_given_name(words, next, names, gender)) break;
    }
    if (next == end || next >= words.size() || !is_name_word(words, next)) break;
    end = next + 1;
  }
  return end;
}

bool has_syllable_shape(const Words& words, std::size_t begin, std::size_t end) {
  if (end - begin < 2 || end - begin > 5) return false;
  std::vector<std::string> parts;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string folded = utf8::fold(words[i]);
    std::size_t from = 0;
    for (std::size_t hyphen; (hyphen = folded.find('-', from)) != folded.npos; from = hyphen + 1) {
      parts.push_back(folded.substr(from, hyphen - from));
    }
    parts.push_back(folded.substr(from));
  }
  return words.vocabulary().syllables.make_a_name(parts);
}

std::vector<lexicon::NameMatch> compound_demonym(std::string_view word, const lexicon::NameLexicon& names,
                                                 const NameWords& vocabulary) {
  std::vector<lexicon::NameMatch> found;
  std::size_t from = 0;
  for (std::size_t hyphen; (hyphen = word.find('-', from)) != word.npos; from = hyphen + 1) {
    const std::string_view part = word.substr(from, hyphen - from);
    const auto matches = names.find_demonym(part);
    const auto prefix = std::find_if(matches.begin(), matches.end(), [](const lexicon::NameMatch& match) {
      return match.form == lexicon::NameForm::demonym_prefix;
    });
    if (prefix != matches.end()) {
      found.push_back(*prefix);
      continue;
    }
    if (!vocabulary.stances.contains(utf8::fold(part))) return {};
  }
  const auto last = names.find_demonym(word.substr(from));
  if (last.empty()) return {};
  found.push_back(last.front());
  return found;
}

std::vector<lexicon::NameMatch> joined_countries(std::string_view word, const lexicon::NameLexicon& names) {
  std::vector<lexicon::NameMatch> found, matches;
  for (std::size_t from = 0; from <= word.size();) {
    const std::size_t to = std::min(word.find('-', from), word.size());
    const std::string_view part = word.substr(from, to - from);
    if (part.empty() || names.longest_match(std::span<const std::string_view>(&part, 1), matches) == 0) return {};
    const auto country = std::find_if(matches.begin(), matches.end(), [&](const lexicon::NameMatch& match) {
      return names.rows()[match.row].kind == lexicon::NameKind::country && match.form == lexicon::NameForm::name;
    });
    if (country == matches.end()) return {};
    found.push_back(*country);
    from = to + 1;
  }
  return found;
}

}  // namespace depeche::recognise
