// Developer program: trains the analyser's model and measures it. See training/README.md.
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <sstream>

#include "language/analyser.hpp"
#include "language/parser_state.hpp"
#include "language/tagger.hpp"
#include "language/training/averaging.hpp"
#include "language/training/oracle.hpp"
#include "language/training/perceptron.hpp"
#include "language/training/treebank.hpp"

using namespace depeche::language;
using namespace depeche::language::training;

namespace {

constexpr std::uint32_t tagger_buckets = 1U << 13U;
constexpr std::uint32_t parser_buckets = 1U << 14U;
constexpr std::string_view notice =
    "Weights of a French tagger and parser, trained on automatic analyses of openly licensed text and on the Sequoia "
    "treebank; src/language/training/README.md names the sources and their licences.\n";

using TagPerceptron = Perceptron<tagger_width>;
using ParsePerceptron = Perceptron<parser_width>;
using Counts = absl::flat_hash_map<std::uint32_t, std::uint32_t>;

void shuffle(std::vector<const Example*>& examples, std::mt19937& random) {
  for (std::size_t i = examples.size(); i > 1; --i) std::swap(examples[i - 1], examples[random() % i]);
}

// --- tagger ---------------------------------------------------------------------------------------------------------

/// One pass over the examples. `visit` gets the features of each open decision and returns the tag to go on with.
template <class Visit>
void walk_tags(const FormLexicon& lexicon, const Example& example, Visit visit) {
  static std::vector<TagNode> nodes;
  prepare_tags(lexicon, example.text, example.sentence, nodes);
  std::array<std::uint32_t, max_tag_features> keys;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (std::has_single_bit(nodes[i].candidates)) {
      nodes[i].tag = static_cast<Tag>(std::countr_zero(nodes[i].candidates));
      continue;
    }
    const std::size_t count = tag_features(nodes, i, keys.data());
    nodes[i].tag = visit(nodes[i].candidates, example.tags[i], keys.data(), count);
  }
}

void train_tags(const FormLexicon& lexicon, std::vector<const Example*> examples, TagPerceptron& perceptron,
                int epochs) {
  std::mt19937 random(7);
  std::vector<std::uint32_t> rows;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    shuffle(examples, random);
    std::size_t right = 0, all = 0;
    for (const Example* example : examples) {
      walk_tags(lexicon, *example, [&](TagSet candidates, Tag gold, const std::uint32_t* keys, std::size_t count) {
        perceptron.find(keys, count, rows);
        TagPerceptron::Scores scores;
        perceptron.score(rows, scores);
        Tag best = Tag::none;
        float best_score = -1e30F;
        for (TagSet rest = candidates; rest != 0; rest &= rest - 1) {
          const auto index = static_cast<unsigned>(std::countr_zero(rest));
          if (scores[index] > best_score) {
            best = static_cast<Tag>(index);
            best_score = scores[index];
          }
        }
        if (!contains(candidates, gold)) return best;
        perceptron.count_step();
        ++all;
        if (best == gold) {
          ++right;
        } else {
          perceptron.update(rows, static_cast<std::size_t>(gold), static_cast<std::size_t>(best));
        }
        return best;
      });
    }
    std::cerr << "tagger epoch " << epoch << ": " << 100.0 * double(right) / double(all) << " % of open decisions, "
              << perceptron.size() << " features\n";
  }
}

PackedTable<tagger_width> make_tagger(const FormLexicon& lexicon, const std::vector<const Example*>& examples) {
  Counts counts;
  for (const Example* example : examples) {
    walk_tags(lexicon, *example, [&](TagSet candidates, Tag gold, const std::uint32_t* keys, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) ++counts[keys[i]];
      return contains(candidates, gold) ? gold : static_cast<Tag>(std::countr_zero(candidates));
    });
  }
  TagPerceptron full;
  for (const auto& [key, count] : counts) {
    if (count >= 2) full.add_feature(key, float(count));
  }
  train_tags(lexicon, examples, full, 4);
  TagPerceptron pruned;
  for (const auto key : full.select(tagger_buckets)) pruned.add_feature(key, full.frequency(key));
  train_tags(lexicon, examples, pruned, 6);
  return pruned.pack(tagger_buckets);
}

// --- parser ---------------------------------------------------------------------------------------------------------

std::vector<Transition> collect_transitions(const std::vector<const Example*>& examples) {
  std::array<std::array<int, 64>, 2> counts{};
  for (const Example* example : examples) {
    for (std::size_t i = 0; i < example->heads.size(); ++i) {
      ++counts[example->heads[i] > i ? 0 : 1][static_cast<std::size_t>(example->labels[i])];
    }
  }
  struct Arc {
    int count;
    std::size_t side, label;
  };
  std::vector<Arc> arcs;
  for (const std::size_t side : {0U, 1U}) {
    for (std::size_t label = 0; label < 64; ++label) {
      if (counts[side][label] > 0 && label != static_cast<std::size_t>(Dependency::root)) {
        arcs.push_back({counts[side][label], side, label});
      }
    }
  }
  std::sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) { return a.count > b.count; });
  arcs.resize(std::min(arcs.size(), parser_width - 2));
  std::vector<Transition> transitions = {{Action::shift, Dependency::none}};
  for (const std::size_t side : {0U, 1U}) {
    for (const Arc& arc : arcs) {
      if (arc.side != side) continue;
      transitions.push_back({side == 0 ? Action::left : Action::right, static_cast<Dependency>(arc.label)});
    }
    if (side == 0) transitions.push_back({Action::left, Dependency::root});
  }
  return transitions;
}

struct Choice {
  std::array<bool, parser_width> allowed{};
  std::array<bool, parser_width> good{};
};

/// Which transitions are allowed, and which of them lose nothing that can still be had.
Choice choices(const ParseState& state, const Example& example, const std::vector<Transition>& transitions) {
  Choice choice;
  const auto costs = action_costs(state, example);
  const int least = std::min({costs[0], costs[1], costs[2]});
  const Dependency wanted = state.stack().empty() ? Dependency::none : example.labels[state.stack().back()];
  for (std::size_t i = 0; i < transitions.size(); ++i) {
    const auto [action, label] = transitions[i];
    const bool root = label == Dependency::root;
    choice.allowed[i] = action == Action::shift   ? state.can_shift()
                        : action == Action::right ? state.can_right()
                        : root                    ? state.can_root()
                                                  : state.can_left();
    if (!choice.allowed[i]) continue;
    const auto cost = costs[static_cast<std::size_t>(action)];
    choice.good[i] = cost == least && (action == Action::shift || root || label == wanted);
  }
  if (std::none_of(choice.good.begin(), choice.good.end(), [](bool g) { return g; })) {
    for (std::size_t i = 0; i < transitions.size(); ++i) {  // the wanted label is too rare to have a transition
      choice.good[i] = choice.allowed[i] && costs[static_cast<std::size_t>(transitions[i].action)] == least;
    }
  }
  return choice;
}

void train_parses(const FormLexicon& lexicon, const std::vector<Transition>& transitions,
                  std::vector<const Example*> examples, ParsePerceptron& perceptron, int epochs) {
  std::mt19937 random(11);
  std::vector<std::uint32_t> rows;
  std::array<std::uint32_t, max_parse_features> keys;
  ParseState state;
  ParsePerceptron::Scores scores;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    shuffle(examples, random);
    std::size_t right = 0, all = 0;
    for (const Example* example : examples) {
      state.start(lexicon, example->text, example->sentence);
      while (!state.finished()) {
        const Choice choice = choices(state, *example, transitions);
        perceptron.find(keys.data(), parse_features(state, keys.data()), rows);
        perceptron.score(rows, scores);
        std::size_t best = parser_width, best_good = parser_width;
        for (std::size_t i = 0; i < transitions.size(); ++i) {
          if (choice.allowed[i] && (best == parser_width || scores[i] > scores[best])) best = i;
          if (choice.good[i] && (best_good == parser_width || scores[i] > scores[best_good])) best_good = i;
        }
        perceptron.count_step();
        ++all;
        if (choice.good[best]) {
          ++right;
        } else {
          perceptron.update(rows, best_good, best);
        }
        const bool explore = epoch > 0 && random() % 10 != 0;
        state.apply(transitions[explore ? best : best_good]);
      }
    }
    std::cerr << "parser epoch " << epoch << ": " << 100.0 * double(right) / double(all) << " % of transitions, "
              << perceptron.size() << " features\n";
  }
}

PackedTable<parser_width> make_parser(const FormLexicon& lexicon, const std::vector<Transition>& transitions,
                                      const std::vector<const Example*>& examples, std::uint32_t least_count) {
  Counts counts;
  std::array<std::uint32_t, max_parse_features> keys;
  ParseState state;
  for (const Example* example : examples) {
    state.start(lexicon, example->text, example->sentence);
    while (!state.finished()) {
      const Choice choice = choices(state, *example, transitions);
      const std::size_t count = parse_features(state, keys.data());
      for (std::size_t i = 0; i < count; ++i) ++counts[keys[i]];
      const auto good = std::find(choice.good.begin(), choice.good.end(), true);
      state.apply(transitions[static_cast<std::size_t>(good - choice.good.begin())]);
    }
  }
  ParsePerceptron pruned;
  {
    ParsePerceptron full;
    for (const auto& [key, count] : counts) {
      if (count >= least_count) full.add_feature(key, float(count));
    }
    counts = {};
    train_parses(lexicon, transitions, examples, full, 4);
    for (const auto key : full.select(parser_buckets)) pruned.add_feature(key, full.frequency(key));
  }
  train_parses(lexicon, transitions, examples, pruned, 7);
  return pruned.pack(parser_buckets);
}

// --- model file -----------------------------------------------------------------------------------------------------

/// Learns new weights for the features that another model's table has.
PackedTable<parser_width> make_parser_like(const FormLexicon& lexicon, const std::vector<Transition>& transitions,
                                           const std::vector<const Example*>& examples, const ParserTable& table) {
  Counts counts;
  std::array<std::uint32_t, max_parse_features> keys;
  ParseState state;
  for (const Example* example : examples) {
    state.start(lexicon, example->text, example->sentence);
    while (!state.finished()) {
      const Choice choice = choices(state, *example, transitions);
      const std::size_t count = parse_features(state, keys.data());
      for (std::size_t i = 0; i < count; ++i) {
        const std::size_t first = (keys[i] & table.bucket_mask) * ParserTable::bucket_size;
        const auto* marks = table.marks + first;
        if (std::find(marks, marks + ParserTable::bucket_size, ParserTable::mark_of(keys[i])) !=
            marks + ParserTable::bucket_size) {
          ++counts[keys[i]];
        }
      }
      const auto good = std::find(choice.good.begin(), choice.good.end(), true);
      state.apply(transitions[static_cast<std::size_t>(good - choice.good.begin())]);
    }
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked;
  for (const auto& [key, count] : counts) ranked.emplace_back(count, key);
  std::sort(ranked.rbegin(), ranked.rend());
  absl::flat_hash_map<std::uint64_t, int> taken;
  ParsePerceptron perceptron;
  for (const auto& [count, key] : ranked) {
    const std::uint64_t place = (std::uint64_t{key & table.bucket_mask} << 16U) | ParserTable::mark_of(key);
    if (taken[place]++ == 0) perceptron.add_feature(key, float(count));
  }
  train_parses(lexicon, transitions, examples, perceptron, 7);
  return perceptron.pack(parser_buckets);
}

void write_model(const std::string& path, const std::vector<Transition>& transitions,
                 const PackedTable<tagger_width>& tagger, const PackedTable<parser_width>& parser) {
  ModelHeader header{};
  header.magic = model_magic;
  header.version = model_version;
  header.header_size = sizeof header;
  header.tagger_buckets = tagger.buckets;
  header.parser_buckets = parser.buckets;
  header.transition_count = static_cast<std::uint32_t>(transitions.size());
  std::copy(transitions.begin(), transitions.end(), header.transitions.begin());
  std::copy(notice.begin(), notice.end(), header.notice.begin());
  const ModelLayout layout = layout_of(header);
  header.file_size = layout.end;
  std::string bytes(layout.end, '\0');
  std::memcpy(bytes.data() + layout.tagger_marks, tagger.marks.data(), tagger.marks.size() * sizeof(std::uint16_t));
  std::memcpy(bytes.data() + layout.tagger_rows, tagger.rows.data(), tagger.rows.size());
  std::memcpy(bytes.data() + layout.parser_marks, parser.marks.data(), parser.marks.size() * sizeof(std::uint16_t));
  std::memcpy(bytes.data() + layout.parser_rows, parser.rows.data(), parser.rows.size());
  header.checksum = model_checksum(std::string_view(bytes).substr(sizeof header));
  std::memcpy(bytes.data(), &header, sizeof header);
  std::ofstream(path, std::ios::binary) << bytes;
}

/// The tagger of a model, to go into another.
PackedTable<tagger_width> tagger_of(const Model& model) {
  PackedTable<tagger_width> tagger;
  tagger.buckets = tagger_buckets;
  tagger.marks.assign(model.tagger().marks, model.tagger().marks + tagger_buckets * TaggerTable::bucket_size);
  tagger.rows.clear();
  for (std::size_t i = 0; i < tagger_buckets * TaggerTable::bucket_size; ++i) {
    const std::int8_t* const row = model.tagger().rows + i * TaggerTable::stride;
    tagger.rows.insert(tagger.rows.end(), row, row + tagger_width);
  }
  return tagger;
}

Model open_model(const std::string& path) {
  auto model = Model::open(path);
  if (!model) throw std::runtime_error(model.error().message);
  return std::move(*model);
}

WordEndings read_endings() {
  depeche::Diagnostics faults;
  auto endings = WordEndings::load(DEPECHE_ENDINGS, faults);
  if (!endings) throw std::runtime_error(endings.error().message);
  if (!faults.empty()) throw std::runtime_error(depeche::format_diagnostic(faults.front()));
  return std::move(*endings);
}

/// The mean of parsers, given as WEIGHT PATH ...; the tagger is that of a model of its own.
void average(const std::string& path, const std::string& tagger, const std::vector<std::string>& weighted) {
  std::vector<Model> models;
  for (std::size_t i = 1; i < weighted.size(); i += 2) models.push_back(open_model(weighted[i]));
  std::vector<Share> shares;
  for (std::size_t i = 0; i < models.size(); ++i) shares.push_back({std::stod(weighted[2 * i]), &models[i]});
  const auto& known = models.front().transitions();
  const auto count = static_cast<std::ptrdiff_t>(models.front().transition_count());
  write_model(path, {known.begin(), known.begin() + count}, tagger_of(open_model(tagger)),
              average_parsers(shares, parser_buckets));
}

// --- measuring ------------------------------------------------------------------------------------------------------

void evaluate(const FormLexicon& lexicon, const std::string& model, const std::string& path) {
  const auto analyser = Analyser::open(lexicon, model, read_endings());
  if (!analyser) throw std::runtime_error(analyser.error().message);
  auto examples = read_treebank(path);
  std::size_t tokens = 0, classes = 0, tags = 0, words = 0, heads = 0, labels = 0;
  std::clock_t tag_time = 0, parse_time = 0;  // of the processor
  for (Example& example : examples) {
    const std::clock_t start = std::clock();
    analyser->tag(example.text, example.sentence);
    const std::clock_t middle = std::clock();
    analyser->parse(example.text, example.sentence);
    tag_time += middle - start;
    parse_time += std::clock() - middle;
    for (std::size_t i = 0; i < example.tags.size(); ++i) {
      const Token& token = example.sentence.tokens[i];
      ++tokens;
      classes += token.word_class == word_class_of(example.tags[i]) ? 1U : 0U;
      tags += tag_of(token.word_class, token.morphology) == example.tags[i] ? 1U : 0U;
      if (example.labels[i] == Dependency::punct) continue;
      ++words;
      const auto head = token.head == no_head ? example.heads.size() : token.head;
      if (head != example.heads[i]) continue;
      ++heads;
      labels += token.dependency == example.labels[i] ? 1U : 0U;
    }
  }
  const auto percent = [](std::size_t part, std::size_t whole) { return 100.0 * double(part) / double(whole); };
  std::cout << path << ": " << tokens << " tokens, class " << percent(classes, tokens) << ", tag "
            << percent(tags, tokens) << ", UAS " << percent(heads, words) << ", LAS " << percent(labels, words)
            << ", tagging " << double(tokens) * CLOCKS_PER_SEC / double(tag_time) << " tokens/s, parsing "
            << double(tokens) * CLOCKS_PER_SEC / double(parse_time) << " tokens/s\n";
}

int run(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 4 ||
      std::set<std::string>{"train", "retrain", "evaluate", "average"}.count(arguments[0]) == 0) {
    std::cerr << "usage: depeche-train-analyser train FORMS MODEL DATA...\n"
                 "       depeche-train-analyser retrain FORMS MODEL BASE DATA...\n"
                 "       depeche-train-analyser evaluate FORMS MODEL DATA...\n"
                 "       depeche-train-analyser average MODEL TAGGER WEIGHT BASE [WEIGHT BASE]...\n";
    return 2;
  }
  if (arguments[0] == "average") {
    average(arguments[1], arguments[2], {arguments.begin() + 3, arguments.end()});
    return 0;
  }
  const auto lexicon = FormLexicon::open(arguments[1]);
  if (!lexicon) throw std::runtime_error(lexicon.error().message);
  const std::string& model = arguments[2];
  if (arguments[0] == "evaluate") {
    for (std::size_t i = 3; i < arguments.size(); ++i) evaluate(*lexicon, model, arguments[i]);
    return 0;
  }
  const bool again = arguments[0] == "retrain";
  std::vector<Example> examples;
  for (std::size_t i = again ? 4 : 3; i < arguments.size(); ++i) {
    for (Example& example : read_treebank(arguments[i])) examples.push_back(std::move(example));
  }
  std::vector<const Example*> all;
  for (const Example& example : examples) all.push_back(&example);
  std::cerr << all.size() << " sentences\n";
  const auto transitions = collect_transitions(all);
  if (again) {
    const std::string base_path = arguments[3];
    const auto analyser = Analyser::open(*lexicon, base_path, read_endings());
    const Model base = open_model(base_path);
    if (!analyser) throw std::runtime_error("cannot open " + base_path);
    for (Example& example : examples) analyser->tag(example.text, example.sentence);
    write_model(model, transitions, tagger_of(base), make_parser_like(*lexicon, transitions, all, base.parser()));
    return 0;
  }
  const auto tagger = make_tagger(*lexicon, all);
  write_model(model, transitions, tagger, {});
  {
    const auto analyser = Analyser::open(*lexicon, model, read_endings());
    if (!analyser) throw std::runtime_error(analyser.error().message);
    for (Example& example : examples) analyser->tag(example.text, example.sentence);
  }
  write_model(model, transitions, tagger, make_parser(*lexicon, transitions, all, examples.size() < 4000 ? 2 : 4));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
