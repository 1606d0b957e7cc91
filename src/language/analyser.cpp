#include "language/analyser.hpp"

#include <atomic>

#include "language/model.hpp"
#include "language/parser_state.hpp"
#include "language/parser_voice.hpp"
#include "language/tagger.hpp"

namespace depeche::language {

namespace {

std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

/// Covers about nine of ten words of a text and leaves the second cache to others.
constexpr std::size_t forms_kept = 4096;

}  // namespace

struct Analyser::Impl {
  const FormLexicon* lexicon;
  Model model;
  WordEndings endings;
  std::uint64_t number = next_number();
};

Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

Analyser::Analyser(const FormLexicon& lexicon, Model model, WordEndings endings)
    : impl_(std::make_unique<Impl>(Impl{&lexicon, std::move(model), std::move(endings)})) {}

Result<Analyser> Analyser::open(const FormLexicon& lexicon, const std::string& model_path, WordEndings endings) {
  auto model = Model::open(model_path);
  if (!model) return tl::unexpected<Error>(model.error());
  return Analyser(lexicon, std::move(*model), std::move(endings));
}

void Analyser::tag(std::string_view text, Sentence& sentence) const {
  thread_local std::vector<TagNode> nodes;
  thread_local FormMemo memo(forms_kept);
  memo.serve(impl_->number);
  prepare_tags(*impl_->lexicon, memo, text, sentence, nodes);
  decide_tags(impl_->model.tagger(), nodes);
  choose_readings(*impl_->lexicon, impl_->endings, nodes, sentence);
}

namespace {

/// A sentence on its way through the parser.
class Parsing {
 public:
  void start(const FormLexicon& lexicon, const Model& model, std::string_view text, Sentence& sentence) {
    sentence_ = &sentence;
    state_.start(lexicon, text, sentence);
    look(model);
  }

  bool finished() const { return state_.finished(); }

  /// Takes the step whose rows were looked up by now, and looks up those of the next.
  void step(const Model& model) {
    ParserTable::Scores scores;
    ParserTable::sum(found_, scores);
    state_.apply(model.transitions()[best_transition(model, state_, scores)]);
    look(model);
  }

  void finish(const FormLexicon& lexicon) const {
    for (std::size_t i = 0; i < sentence_->tokens.size(); ++i) {
      const ParseNode& node = state_.node(i);
      sentence_->tokens[i].head = node.head == state_.size() ? no_head : node.head;
      sentence_->tokens[i].dependency = node.label;
    }
    settle_voice(lexicon, *sentence_);
  }

 private:
  void look(const Model& model) {
    while (!state_.finished() && !state_.can_left() && !state_.can_right()) {  // nothing to choose
      state_.apply(model.transitions()[state_.can_shift() ? 0 : model.first_right() - 1]);
    }
    if (state_.finished()) return;
    std::array<std::uint32_t, max_parse_features> keys;
    const std::size_t count = parse_features(state_, keys.data());
    model.parser().find(keys.data(), count, found_);
  }

  Sentence* sentence_ = nullptr;
  ParseState state_;
  FoundRows found_;
};

/// While the weights of one sentence are fetched from memory, others are reckoned.
constexpr std::size_t parsed_by_turns = 4;

}  // namespace

void Analyser::parse(std::string_view text, Sentence& sentence) const {
  Sentence* const one = &sentence;
  parse(text, std::span(&one, 1));
}

void Analyser::parse(std::string_view text, std::span<Sentence* const> sentences) const {
  thread_local std::array<Parsing, parsed_by_turns> all;
  std::array<Parsing*, parsed_by_turns> active;
  std::size_t count = 0, next = 0;
  const auto begin_next = [&](Parsing& parsing) {
    while (next < sentences.size()) {
      Sentence& sentence = *sentences[next++];
      if (sentence.tokens.empty()) continue;
      parsing.start(*impl_->lexicon, impl_->model, text, sentence);
      if (!parsing.finished()) return true;
      parsing.finish(*impl_->lexicon);
    }
    return false;
  };
  while (count < all.size() && begin_next(all[count])) {
    active[count] = &all[count];
    ++count;
  }
  while (count > 0) {
    for (std::size_t i = 0; i < count;) {
      Parsing& parsing = *active[i];
      parsing.step(impl_->model);
      if (parsing.finished()) {
        parsing.finish(*impl_->lexicon);
        if (!begin_next(parsing)) {
          active[i] = active[--count];
          continue;
        }
      }
      ++i;
    }
  }
}

}  // namespace depeche::language
