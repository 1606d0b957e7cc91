#include "extract/skeleton.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "recognise/time.hpp"

namespace depeche::extract {

using language::Dependency;
using language::no_head;
using language::Sentence;
using language::WordClass;

namespace {

/// A stretch of tokens that the parser does not see.
struct Gap {
  std::size_t begin = 0, end = 0;  ///< tokens
  std::size_t head = 0;            ///< the token that stands for it
  Dependency label = Dependency::advmod;
  bool parsed = false;  ///< a whole group between commas, which is parsed by itself
};

/// Longer groups between commas are hardly ever one.
constexpr std::size_t max_incise = 26;

bool is_verbal(const language::Token& t) {
  return t.word_class == WordClass::verb || t.word_class == WordClass::auxiliary;
}

bool is_quotation_mark(std::string_view form) {
  return form == "\"" || form == "«" || form == "»" || form == "“" || form == "”";
}

class Skeleton {
 public:
  Skeleton(std::string_view text, Sentence& sentence, const Knowledge& knowledge)
      : text_(text),
        sentence_(sentence),
        tokens_(sentence.tokens),
        asides_(knowledge.cues.asides),
        forms_(knowledge.forms),
        times_(knowledge.times) {}

  void find_gaps(const article::PartialDate& published) {
    std::vector<recognise::TimeSpan> times;
    const bool after_verb = std::any_of(tokens_.begin(), tokens_.end(), is_verbal);
    // Where no date is known any will do: only the places of the times matter here.
    const article::PartialDate any{.year = 2000, .month = 1, .day = 3};
    if (after_verb) times = times_.find(text_, sentence_, published.year != 0 ? published : any);
    std::size_t next_time = 0;
    for (std::size_t t = 0; t < tokens_.size();) {
      while (next_time < times.size() && times[next_time].begin < t) ++next_time;
      if (is_quotation_mark(form(t))) {
        gaps_.push_back({t, t + 1, t, Dependency::punct});
      } else if (repeats_number(t)) {
        gaps_.push_back({t, t + 3, t, Dependency::punct});
      } else if (const std::size_t end = aside_at(t); end > t) {
        gaps_.push_back({t, end, end - 1, Dependency::advmod});
      } else if (const std::size_t stop = time_at(t, times, next_time); stop > t) {
        gaps_.push_back({t, stop, stop - 1, Dependency::obl_mod});
      } else if (const std::size_t close = incise_at(t); close > t) {
        gaps_.push_back({t, close, close - 1, Dependency::obl_mod, true});
      } else {
        ++t;
        continue;
      }
      t = gaps_.back().end;
    }
  }

  /// What the parser is to see.
  Sentence* seen() {
    if (gaps_.empty()) return &sentence_;
    kept_ = without_gaps();
    if (kept_.tokens.empty()) gaps_.clear();
    return gaps_.empty() ? &sentence_ : &kept_;
  }

  /// Once that is parsed: brings it into the whole sentence.
  void finish(const language::Analyser& analyser) {
    if (gaps_.empty()) return;
    for (std::size_t k = 0; k < kept_.tokens.size(); ++k) {
      const language::Token& t = kept_.tokens[k];
      tokens_[place_[k]].head = t.head == no_head ? no_head : static_cast<std::uint16_t>(place_[t.head]);
      tokens_[place_[k]].dependency = t.dependency;
    }
    for (const Gap& gap : gaps_) {
      hang(gap);
      if (gap.parsed) parse_group(gap, analyser);
    }
  }

 private:
  std::string_view form(std::size_t t) const { return language::text_of(text_, tokens_[t]); }

  /// "deux (02) pays": a figure in brackets that says a number again.
  bool repeats_number(std::size_t t) const {
    if (t == 0 || t + 3 >= tokens_.size() || form(t) != "(" || form(t + 2) != ")") return false;
    const WordClass before = tokens_[t - 1].word_class;
    return tokens_[t + 1].word_class == WordClass::numeral && tokens_[t + 3].word_class != WordClass::punctuation &&
           (before == WordClass::numeral || before == WordClass::determiner);
  }

  /// "avoir" and "être", however they are tagged.
  bool is_auxiliary(const language::Token& t) const {
    if (!is_verbal(t) || t.lemma == language::no_lemma) return false;
    return forms_.lemma(t.lemma) == "avoir" || forms_.lemma(t.lemma) == "être";
  }

  /// One past the longest aside that begins here; t if none does.
  std::size_t aside_at(std::size_t t) const {
    if (t == 0 && tokens_[t].word_class == WordClass::pronoun) return t;  // "Lui aussi a protesté": he himself
    const auto* asides = asides_.find(form(t));
    if (asides == nullptr) return t;
    std::size_t best = t;
    for (const mapping::Asides::Phrase& words : *asides) {
      if (t + words.size() > tokens_.size()) continue;
      std::size_t i = 1;
      while (i < words.size() && utf8::folds_to(form(t + i), words[i])) ++i;
      if (i == words.size()) best = std::max(best, t + i);
    }
    return best;
  }

  /// One past the time that begins here right behind a verb, its preposition included, or between a name and the
  /// infinitive of the verb: "a accusé Rome le 3 mars d'avoir"; t if none does.
  std::size_t time_at(std::size_t t, const std::vector<recognise::TimeSpan>& times, std::size_t next) const {
    const std::size_t before = before_gaps(t);
    if (before == tokens_.size()) return t;
    const bool behind_name =
        tokens_[before].word_class == WordClass::proper_noun && tokens_[t].word_class != WordClass::preposition;
    if (!is_of_group(before) && !behind_name) return t;
    for (std::size_t i = next; i < times.size() && times[i].begin <= t + 2; ++i) {
      const bool led_in =
          std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(t), tokens_.begin() + times[i].begin,
                      [](const language::Token& x) {
                        return x.word_class == WordClass::preposition || x.word_class == WordClass::determiner;
                      });
      if (!led_in || times[i].end >= tokens_.size()) continue;
      if (behind_name && !leads_to_infinitive(times[i].end)) continue;
      return times[i].end;
    }
    return t;
  }

  /// "de", "d'" or "à" and, clitics and adverbs aside, an infinitive.
  bool leads_to_infinitive(std::size_t t) const {
    if (form(t) != "de" && form(t) != "d'" && form(t) != "d’" && form(t) != "à") return false;
    for (++t; t < tokens_.size(); ++t) {
      if (is_verbal(tokens_[t])) return tokens_[t].morphology.verb_form == language::VerbForm::infinitive;
      if (tokens_[t].word_class != WordClass::pronoun && tokens_[t].word_class != WordClass::adverb) return false;
    }
    return false;
  }

  /// One past the comma that closes a group set between an auxiliary and its participle ("ont, comme le Chili, appelé")
  /// or between a verb and its object ("a dénoncé lundi, dans un communiqué, la politique"); t if none begins here.
  /// There is no verb in it.
  std::size_t incise_at(std::size_t t) const {
    if (form(t) != "," || t == 0) return t;
    const std::size_t before = before_gaps(t);
    const bool behind_auxiliary = is_auxiliary(tokens_[t - 1]);
    const bool behind_verb = before != tokens_.size() && before > 0 && is_of_group(before) && t + 1 < tokens_.size() &&
                             (tokens_[t + 1].word_class == WordClass::preposition || form(t + 1) == "lors");
    if (!behind_auxiliary && !behind_verb) return t;
    std::size_t close = t + 1;
    while (close < tokens_.size() && close < t + max_incise && form(close) != ",") {
      if (is_verbal(tokens_[close]) && tokens_[close].morphology.verb_form != language::VerbForm::past_participle)
        return t;
      ++close;
    }
    if (close < t + 3 || close >= tokens_.size() || form(close) != ",") return t;
    std::size_t next = close + 1;
    if (!behind_auxiliary) {
      const bool object = next < tokens_.size() && (tokens_[next].word_class == WordClass::determiner ||
                                                    tokens_[next].word_class == WordClass::proper_noun);
      return object ? close + 1 : t;
    }
    while (next < tokens_.size() && tokens_[next].word_class == WordClass::adverb) ++next;
    const bool participle =
        next < tokens_.size() && tokens_[next].morphology.verb_form == language::VerbForm::past_participle;
    return participle ? close + 1 : t;
  }

  /// Part of a verb group with a conjugated verb or an infinitive, not a mere participle ("prévue mardi entre").
  bool is_of_group(std::size_t t) const {
    if (!is_verbal(tokens_[t])) return false;
    if (tokens_[t].morphology.verb_form != language::VerbForm::past_participle) return true;
    for (std::size_t b = t; b-- > 0 && t - b < 4;) {
      if (tokens_[b].word_class == WordClass::auxiliary) return true;
      if (tokens_[b].word_class != WordClass::adverb && !in_gap(b)) return false;
    }
    return false;
  }

  bool in_gap(std::size_t t) const {
    return std::any_of(gaps_.begin(), gaps_.end(), [&](const Gap& g) { return t >= g.begin && t < g.end; });
  }

  /// The last token before t that the parser sees; tokens_.size() if there is none.
  std::size_t before_gaps(std::size_t t) const {
    for (std::size_t g = gaps_.size(); g-- > 0 && gaps_[g].end == t;) t = gaps_[g].begin;
    return t == 0 ? tokens_.size() : t - 1;
  }

  Sentence without_gaps() {
    Sentence kept = sentence_;
    kept.tokens.clear();
    place_.clear();
    std::size_t gap = 0;
    for (std::size_t t = 0; t < tokens_.size(); ++t) {
      while (gap < gaps_.size() && gaps_[gap].end <= t) ++gap;
      if (gap < gaps_.size() && t >= gaps_[gap].begin) continue;
      kept.tokens.push_back(tokens_[t]);
      place_.push_back(t);
    }
    // "a une nouvelle fois condamné": only without the aside does the tagger see an auxiliary.
    for (std::size_t k = 0; k + 1 < kept.tokens.size(); ++k) {
      language::Token& t = kept.tokens[k];
      if (t.word_class != WordClass::verb ||
          kept.tokens[k + 1].morphology.verb_form != language::VerbForm::past_participle)
        continue;
      if (!is_auxiliary(t)) continue;
      t.word_class = tokens_[place_[k]].word_class = WordClass::auxiliary;
    }
    return kept;
  }

  /// Hangs a gap from the verb beside it, else from what governs the word behind it.
  void hang(const Gap& gap) {
    const auto seen_before = std::lower_bound(place_.begin(), place_.end(), gap.begin);
    const auto seen_behind = std::lower_bound(place_.begin(), place_.end(), gap.end);
    std::size_t anchor = seen_behind != place_.end() ? *seen_behind : place_.back();
    if (seen_before != place_.begin() && (is_verbal(tokens_[*std::prev(seen_before)]) || seen_behind == place_.end())) {
      anchor = *std::prev(seen_before);
    }
    const bool mark = gap.label == Dependency::punct;
    while (!mark && tokens_[anchor].head != no_head && tokens_[anchor].word_class != WordClass::verb) {
      anchor = tokens_[anchor].head;
    }
    for (std::size_t t = gap.begin; t < gap.end; ++t) {
      tokens_[t].head = static_cast<std::uint16_t>(t == gap.head ? anchor : gap.head);
      tokens_[t].dependency = t == gap.head                                     ? gap.label
                              : gap.label == Dependency::advmod                 ? Dependency::fixed
                              : tokens_[t].word_class == WordClass::preposition ? Dependency::case_
                              : tokens_[t].word_class == WordClass::determiner  ? Dependency::det
                                                                                : Dependency::dep;
    }
  }

  /// The words between the commas of a gap get a tree of their own, which hangs where the gap hangs.
  void parse_group(const Gap& gap, const language::Analyser& analyser) {
    Sentence group = sentence_;
    group.tokens.assign(tokens_.begin() + static_cast<std::ptrdiff_t>(gap.begin) + 1,
                        tokens_.begin() + static_cast<std::ptrdiff_t>(gap.end) - 1);
    analyser.parse(text_, group);
    const std::uint16_t anchor = tokens_[gap.head].head;
    for (std::size_t k = 0; k < group.tokens.size(); ++k) {
      const language::Token& t = group.tokens[k];
      language::Token& own = tokens_[gap.begin + 1 + k];
      own.head = t.head == no_head ? anchor : static_cast<std::uint16_t>(gap.begin + 1 + t.head);
      own.dependency = t.head == no_head ? gap.label : t.dependency;
    }
    for (const std::size_t comma : {gap.begin, gap.end - 1}) {
      tokens_[comma].head = anchor;
      tokens_[comma].dependency = Dependency::punct;
    }
  }

  std::string_view text_;
  Sentence& sentence_;
  std::vector<language::Token>& tokens_;
  const mapping::Asides& asides_;
  const language::FormLexicon& forms_;
  const recognise::TimeFinder& times_;
  std::vector<Gap> gaps_;
  Sentence kept_;                   ///< without the gaps
  std::vector<std::size_t> place_;  ///< of every token that is kept
};

}  // namespace

void parse_skeletons(std::string_view text, std::span<Sentence* const> sentences, const Knowledge& knowledge,
                     const article::PartialDate& published, const language::Analyser& analyser) {
  std::vector<Skeleton> skeletons;
  skeletons.reserve(sentences.size());  // the parser is given places inside them
  std::vector<Sentence*> seen;
  seen.reserve(sentences.size());
  for (Sentence* sentence : sentences) {
    Skeleton& skeleton = skeletons.emplace_back(text, *sentence, knowledge);
    skeleton.find_gaps(published);
    seen.push_back(skeleton.seen());
  }
  analyser.parse(text, seen);
  for (Skeleton& skeleton : skeletons) skeleton.finish(analyser);
}

}  // namespace depeche::extract
