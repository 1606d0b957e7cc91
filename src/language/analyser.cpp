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
  std::uint64_t number = next_number();
};

Analyser::Analyser(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

Result<Analyser> Analyser::open(const FormLexicon& lexicon, const std::string& model_path) {
  auto model = Model::open(model_path);
  if (!model) return tl::unexpected<Error>(model.error());
  return Analyser(std::make_unique<Impl>(Impl{&lexicon, std::move(*model)}));
}

void Analyser::tag(std::string_view text, Sentence& sentence) const {
  thread_local std::vector<TagNode> nodes;
  thread_local FormMemo memo(forms_kept);
  memo.serve(impl_->number);
  prepare_tags(*impl_->lexicon, memo, text, sentence, nodes);
  decide_tags(impl_->model.tagger(), nodes);
  choose_readings(*impl_->lexicon, nodes, sentence);
}

void Analyser::parse(std::string_view text, Sentence& sentence) const {
  if (sentence.tokens.empty()) return;
  thread_local ParseState state;
  std::array<std::uint32_t, max_parse_features> keys;
  ParserTable::Scores scores;
  const Model& model = impl_->model;
  state.start(*impl_->lexicon, text, sentence);
  while (!state.finished()) {
    if (!state.can_left() && !state.can_right()) {  // nothing to choose
      state.apply(model.transitions()[state.can_shift() ? 0 : model.first_right() - 1]);
      continue;
    }
    const std::size_t count = parse_features(state, keys.data());
    model.parser().score(keys.data(), count, scores);
    state.apply(model.transitions()[best_transition(model, state, scores)]);
  }
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const ParseNode& node = state.node(i);
    sentence.tokens[i].head = node.head == state.size() ? no_head : node.head;
    sentence.tokens[i].dependency = node.label;
  }
  settle_voice(*impl_->lexicon, sentence);
}

}  // namespace depeche::language
