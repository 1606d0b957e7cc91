#include "recognise/organisations.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "recognise/runs.hpp"

namespace depeche::recognise {

using language::WordClass;

namespace {

constexpr std::size_t longest_name = 14;

bool is_small(const Words& words, std::size_t i) {
  return words.has_use(i, NameWords::article | NameWords::preposition) || words[i] == "et";
}

bool is_content(const Words& words, std::size_t i) {
  if (i >= words.size() || !words.is_word(i)) return false;
  if (words.capitalised(i)) return true;
  if (words.is_verb(i) || words.is_function_word(i)) return false;
  // A word that no lexicon knows is what the tagger takes it for.
  return words.may_be(i, WordClass::noun) || words.may_be(i, WordClass::adjective) ||
         (!words.is_common(i) && words.token(i).word_class == WordClass::noun);
}

bool is_adjective(const Words& words, std::size_t i) {
  if (i >= words.size() || !words.is_word(i) || words.is_verb(i) || words.is_function_word(i)) return false;
  if (words.has_use(i, NameWords::name_participle)) return true;
  if (words.may_be_participle(i)) return false;  // "le Conseil réuni lundi"
  const WordClass tagged = words.token(i).word_class;
  if (tagged != WordClass::unknown) return tagged == WordClass::adjective;
  return words.may_be(i, WordClass::adjective);
}

/// Matches the rest of an acronym against the words from `i` on: a content word gives one to four of its first letters
/// (at most one word none), small words one or none.
bool initials_match(const std::vector<std::string>& words, const std::vector<bool>& small, std::size_t i,
                    std::string_view acronym, std::size_t skipped) {
  if (i == words.size()) return acronym.empty();
  const std::size_t most = std::min({small[i] ? std::size_t{1} : std::size_t{4}, words[i].size(), acronym.size()});
  for (std::size_t letters = 1; letters <= most && words[i][letters - 1] == acronym[letters - 1]; ++letters) {
    if (initials_match(words, small, i + 1, acronym.substr(letters), skipped)) return true;
  }
  if (small[i]) return initials_match(words, small, i + 1, acronym, skipped);
  return skipped == 0 && i > 0 && initials_match(words, small, i + 1, acronym, 1);
}

std::string letters_of(std::string_view word) {
  std::string folded = utf8::fold(word);
  folded.erase(
      std::remove_if(folded.begin(), folded.end(), [](char c) { return (c < 'a' || c > 'z') && (c < '0' || c > '9'); }),
      folded.end());
  return folded;
}

}  // namespace

std::size_t find_name_adjectives_end(const Words& words, std::size_t begin, std::size_t end) {
  if (end != begin + 1 || !words.is_common(begin) || !words.may_be(begin, WordClass::noun)) return end;
  const std::size_t stop = std::min(words.size(), end + 2);
  while (end < stop && !words.capitalised(end) && words.is_word(end) && is_adjective(words, end)) ++end;
  return end;
}

std::size_t find_english_end(const Words& words, std::size_t end, const lexicon::NameLexicon& names) {
  for (;;) {
    std::size_t next = end;
    while (next < words.size() && next < end + 2 && words.vocabulary().foreign_joints.contains(words[next])) ++next;
    if (next == end || !words.capitalised(next)) return end;
    end = find_run_end(words, next, names);
  }
}

std::size_t find_organisation_end(const Words& words, std::size_t head, const lexicon::NameLexicon& names) {
  const NameWords& vocabulary = words.vocabulary();
  std::size_t end = head + 1;
  const std::size_t stop = std::min(words.size(), head + longest_name);
  language::Gender gender;
  while (end < stop && (words.is_word(end) || words[end] == ",")) {
    if (words.capitalised(end) && !words.has_use(end, NameWords::article)) {
      // Behind an adjective no capital goes on with the name: "l'Autorité judiciaire Ali Karimi".
      const bool person = end > head + 1 && is_given_name(words, end, names, gender) && words.capitalised(end + 1);
      if (person || (end > head + 1 && !words.capitalised(end - 1) && !is_small(words, end - 1))) break;
      ++end;
      continue;
    }
    if (end + 1 < words.size() && vocabulary.outside.contains(words[end + 1])) break;  // "… pour leur confiance"
    const bool of = vocabulary.of.contains(words[end]), small = vocabulary.small_links.contains(words[end]);
    if (of || small || vocabulary.name_links.contains(words[end])) {
      std::size_t next = end + 1;
      if (words.has_use(next, NameWords::article)) ++next;
      if (!is_content(words, next)) break;
      if (next > end + 1 || vocabulary.contracted.contains(words[end])) {
        if (!words.capitalised(next) && words.has_use(next, NameWords::general_noun)) break;  // "… public du royaume"
      }
      if (small && words.capitalised(next)) break;  // "… à l'Institut …", "… à Lyon"
      end = next + 1;
      continue;
    }
    if (words[end] == "et") {
      // Not "le Conseil des ports et d'un armateur".
      const bool complement = end + 2 < words.size() && vocabulary.of.contains(words[end + 1]) &&
                              !vocabulary.outside.contains(words[end + 2]);
      const bool adjectives = is_adjective(words, end - 1) && is_adjective(words, end + 1);
      if (complement || adjectives) {
        std::size_t next = end + 1;
        while (next < words.size() && is_small(words, next)) ++next;
        if (!is_content(words, next)) break;
        end = next + 1;
        continue;
      }
      break;
    }
    // "Conseil économique, social et environnemental"
    if (words[end] == "," && end + 3 < stop && is_adjective(words, end - 1) && is_adjective(words, end + 1) &&
        words[end + 2] == "et" && is_adjective(words, end + 3)) {
      end += 4;
      continue;
    }
    const bool after_adjective =
        end == head + 1 && words.may_be(head, WordClass::adjective) && is_content(words, end);  // Haut conseil
    if (!after_adjective && !is_adjective(words, end)) break;
    ++end;
  }
  return end;
}

bool has_inner_capital(std::string_view word) {
  bool lower_seen = false;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = utf8::next(word, at);
    if (!utf8::is_letter(c)) {
      lower_seen = false;  // "Ben-Gurion", "O'Neill"
      letters = 0;
      continue;
    }
    ++letters;
    if (lower_seen && letters > 3 && utf8::is_upper(c)) return true;  // not "McCain", "DeSantis"
    lower_seen = lower_seen || utf8::is_lower(c);
  }
  return false;
}

bool has_acronym_shape(const Words& words, std::size_t i) {
  const std::string_view word = words[i];
  if (!words.shouts(i) || word.size() < 3 || word.size() > 12) return false;
  if (words.has_use(i, NameWords::no_organisation) || (word.size() > 4 && words.is_common(i))) return false;
  if (word.find_first_of(".0123456789") != word.npos) return false;
  // Roman numerals are centuries and kings.
  if (word.find_first_not_of("IVXLCM") == word.npos) return false;
  return !(i > 0 && words.token(i - 1).all_capitals && words.is_word(i - 1)) &&
         !(i + 1 < words.size() && words.token(i + 1).all_capitals && words.is_word(i + 1));
}

bool are_initials(const Words& words, std::size_t begin, std::size_t end, std::string_view acronym) {
  std::vector<std::string> parts;
  std::vector<bool> small;
  for (std::size_t i = begin; i < end; ++i) {
    if (!words.is_word(i)) return false;
    parts.push_back(letters_of(words[i]));
    small.push_back(is_small(words, i));
  }
  return initials_match(parts, small, 0, letters_of(acronym), 0);
}

std::size_t find_long_form(const Words& words, std::size_t bracket, std::string_view acronym) {
  const std::size_t letters = utf8::length(acronym);
  const std::size_t furthest = 2 * letters + 4;
  const std::size_t stop = bracket > furthest ? bracket - furthest : 0;
  for (std::size_t i = bracket; i-- > stop;) {
    if (!words.is_word(i)) return bracket;
    if (is_small(words, i) || bracket - i < 2) continue;
    const bool head = words.capitalised(i) || words.has_use(i, NameWords::organisation_head | NameWords::naming_head);
    if (head && are_initials(words, i, bracket, acronym)) return i;
  }
  return bracket;
}

}  // namespace depeche::recognise
