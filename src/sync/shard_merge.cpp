#include "sync/shard_merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <stdexcept>

namespace depeche::sync {
namespace {

using Lines = std::vector<std::string>;

/// Both sides sorted and without repetition.
void note_changes(const Lines& before, const Lines& after, Changes& changes) {
  Lines removed, added;
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(removed));
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(added));
  for (std::string& line : removed) changes.remove(std::move(line));
  for (std::string& line : added) changes.add(std::move(line));
}

constexpr std::size_t prefix_size = 3;

/// The incoming lines of one shard, without their prefix.
class Incoming {
 public:
  Incoming(Sorter& sorter, unsigned shard) : sorter_(sorter), prefix_(shard_prefix(shard)) {}

  std::optional<std::string_view> peek(bool evidence) const {
    const std::string* const line = sorter_.peek();
    if (line == nullptr || !line->starts_with(prefix_)) return std::nullopt;
    const std::string_view rest = std::string_view(*line).substr(prefix_size);
    if ((rest.front() == static_cast<char>(Section::evidence)) != evidence) return std::nullopt;
    return rest;
  }
  void pop() { sorter_.pop(); }

 private:
  Sorter& sorter_;
  std::string prefix_;
};

/// "…/graph/0123456789abcdef> ." gives the key.
std::string_view key_of_evidence(std::string_view line) {
  constexpr std::string_view end = "> .";
  constexpr std::size_t key = 16;
  if (line.size() < key + end.size() || !line.ends_with(end)) {
    throw Failure(Cause::damaged, "a statement of an article stands without its graph");
  }
  return line.substr(line.size() - key - end.size(), key);
}

}  // namespace

std::uint64_t Touched::number(std::string_view key) {
  std::uint64_t out = 0;
  const auto [end, fault] = std::from_chars(key.data(), key.data() + key.size(), out, 16);
  return fault == std::errc() && end == key.data() + key.size() ? out : 0;  // 0: the ontology
}

std::string shard_prefix(unsigned shard) {
  return fmt::format("{:03}", shard);
}

unsigned shard_of(std::string_view name, unsigned shards) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x00000100000001B3U;
  return static_cast<unsigned>((hash ^ (hash >> 32U)) % shards);
}

/// Facts, entities and the relation table: what several articles may support.
class ShardMerge::Shared {
 public:
  Shared(ShardMerge& merge, Incoming& incoming, DurableFile& graph, DurableFile& support)
      : merge_(merge), incoming_(incoming), graph_(graph), support_(support) {}

  /// Gives the number of lines that went to the graph.
  std::uint64_t run(LineFile* old) {
    std::string_view old_pair;
    bool have_old = old != nullptr && old->next(old_pair);
    while (true) {
      merge_.stop_.check_often();
      const auto next = incoming_.peek(false);
      if (!have_old && !next) break;
      if (have_old && (!next || old_pair <= *next)) {
        take(old_pair, true);
        have_old = old->next(old_pair);
      } else {
        take(*next, false);
        incoming_.pop();
      }
    }
    publish();
    return written_;
  }

 private:
  struct Statement {
    std::string line;
    std::uint64_t before = 0, after = 0;  ///< articles that support it
  };

  void take(std::string_view pair, bool old) {
    const std::size_t tab = pair.rfind('\t');
    if (tab == std::string_view::npos || tab < 2) throw Failure(Cause::damaged, "a line of support names no article");
    const std::string_view line = pair.substr(1, tab - 1), key = pair.substr(tab + 1);
    if (pair.front() != section_ || subject_of(line) != subject_) {
      publish();
      section_ = pair.front();
      subject_ = subject_of(line);
    }
    if (statements_.empty() || statements_.back().line != line) statements_.push_back({std::string(line)});
    Statement& statement = statements_.back();
    if (old) ++statement.before;
    if (old && merge_.touched_.contains(key)) return;
    ++statement.after;
    support_.line(pair);
  }

  void publish() {
    std::vector<Supported> before, after;
    for (const Statement& s : statements_) {
      before.push_back({s.line, s.before});
      after.push_back({s.line, s.after});
    }
    const auto section = static_cast<Section>(section_);
    const Lines lines = publish_subject(section, after);
    note_changes(publish_subject(section, before), lines, merge_.changes_);
    for (const std::string& line : lines) {
      graph_.line(line);
      if (section != Section::facts) continue;
      if (const std::string_view type = relation_type_of(line); !type.empty()) ++merge_.relations_[std::string(type)];
    }
    written_ += lines.size();
    statements_.clear();
  }

  ShardMerge& merge_;
  Incoming& incoming_;
  DurableFile &graph_, &support_;
  char section_ = '0';
  std::string subject_;
  std::vector<Statement> statements_;  ///< of the subject, in order
  std::uint64_t written_ = 0;
};

/// The graphs of the articles, in the order of their keys.
class ShardMerge::Evidence {
 public:
  Evidence(ShardMerge& merge, Incoming& incoming, DurableFile& graph)
      : merge_(merge), incoming_(incoming), graph_(graph) {}

  void run(LineFile* old) {
    std::string_view line;
    bool have_old = old != nullptr && old->next(line);
    while (true) {
      const auto next = incoming_.peek(true);
      if (!have_old && !next) return;
      const std::string old_key(have_old ? key_of_evidence(line) : std::string_view());
      const std::string new_key(next ? next->substr(1, key_size) : std::string_view());
      const bool with_old = have_old && (!next || old_key <= new_key);
      const std::string& key = with_old ? old_key : new_key;
      const bool touched = merge_.touched_.contains(key);
      Lines before, after;
      for (; with_old && have_old && key_of_evidence(line) == key; have_old = old->next(line)) {
        merge_.stop_.check_often();
        if (touched) {
          before.emplace_back(line);
        } else {
          graph_.line(line);
        }
      }
      for (auto in = next; in && in->substr(1, key_size) == key; in = incoming_.peek(true)) {
        if (!touched) throw std::logic_error("a statement came of an article that was not read");
        after.emplace_back(in->substr(key_size + 2));
        incoming_.pop();
      }
      for (const std::string& l : after) graph_.line(l);
      note_changes(before, after, merge_.changes_);
    }
  }

 private:
  static constexpr std::size_t key_size = 16;
  ShardMerge& merge_;
  Incoming& incoming_;
  DurableFile& graph_;
};

Shard ShardMerge::merge(unsigned shard, const Shard* old, const std::string& graph_name,
                        const std::string& support_name) {
  DurableFile graph(data_, graph_name), support(data_, support_name);
  Incoming incoming(incoming_, shard);
  std::optional<LineFile> old_support, old_graph;
  if (old != nullptr) {
    old_support.emplace(data_, old->support.name);
    old_graph.emplace(data_, old->graph.name);
  }
  Shard out;
  const std::uint64_t removed = changes_.removed_count, added = changes_.added_count;
  out.shared_lines = Shared(*this, incoming, graph, support).run(old_support ? &*old_support : nullptr);
  std::string_view skipped;
  for (std::uint64_t i = 0; old_graph && i < old->shared_lines; ++i) old_graph->next(skipped);
  Evidence(*this, incoming, graph).run(old_graph ? &*old_graph : nullptr);
  if (old_support) old_support->expect(old->support);
  if (old_graph) old_graph->expect(old->graph);

  const bool same = old != nullptr && graph.hash() == old->graph.sha256 && support.hash() == old->support.sha256;
  if (same) return *old;
  out.graph = graph.finish();
  out.support = support.finish();
  const std::uint64_t before = old != nullptr ? old->graph.lines : 0;
  if (before + (changes_.added_count - added) != out.graph.lines + (changes_.removed_count - removed)) {
    throw std::logic_error(
        fmt::format("shard {}: {} statements and the changes do not make {}", shard, before, out.graph.lines));
  }
  return out;
}

}  // namespace depeche::sync
