#include "store/loader.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "base/digest.hpp"

namespace depeche::store {
namespace {

using Action = GraphReport::Action;

/// Where a graph stands in the order of loading.
enum class Kind : std::uint8_t { ontology, meta, entities, article, facts };

Kind kind_of(const std::string& graph, const std::string& space) {
  if (graph == space + "ontology") return Kind::ontology;
  if (graph == space + "meta") return Kind::meta;
  if (graph == space + "entities") return Kind::entities;
  const std::string_view local = graph.starts_with(space) ? std::string_view(graph).substr(space.size()) : "";
  const bool digest = local.size() == 16 && local.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  return digest ? Kind::article : Kind::facts;
}

/// Answers that say something about the request as such and not about its content: going on makes no sense.
bool is_final(const StoreError& error) {
  if (error.kind == StoreError::Kind::unavailable) return true;
  constexpr std::array<long, 5> final{0, 401, 403, 404, 405};
  return std::find(final.begin(), final.end(), error.status) != final.end();
}

std::string digest_of(const GraphLines& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(line).append("\n");
  return sha256_hex(text);
}

std::size_t size_of(const GraphLines& lines) {
  std::size_t n = 0;
  for (const std::string& line : lines) n += line.size() + 64;  // with the name of its graph
  return n;
}

GraphLines minus(const GraphLines& a, const GraphLines& b) {
  GraphLines out;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

/// Ends a load early; caught by `load` alone.
struct Stop {
  std::optional<StoreError> error;
  std::optional<Error> files;
};

class Loader {
 public:
  Loader(const ExportFiles& files, Store& store, const LoadOptions& options, const LoadEvents& events)
      : files_(files), store_(store), options_(options), events_(events), space_(files.space()) {}

  Result<LoadOutcome> run() {
    LoadOutcome outcome;
    try {
      name_graphs();
      compare();
      if (options_.whole) find_stale();
      if (!options_.dry_run) {
        drop_leftovers();
        drop_position();
        add_new();
        change_others();
        drop_stale();
        verify();
        write_position();
      }
    } catch (const Stop& stop) {
      if (stop.files) return tl::unexpected<Error>(*stop.files);
      outcome.error = stop.error;
      outcome.interrupted = !stop.error;
    }
    sum_up(outcome);
    return outcome;
  }

 private:
  struct Graph {
    std::string source;  ///< in the files
    Kind kind = Kind::facts;
    GraphReport report;
    bool differs = false;  ///< there is another content in the store
    bool written = false;
  };

  bool only_adds(const Graph& graph) const {
    return !options_.whole && (graph.kind == Kind::facts || graph.kind == Kind::entities);
  }

  template <class T>
  T need(StoreResult<T> result) const {
    if (!result) throw Stop{std::move(result.error()), std::nullopt};
    if constexpr (!std::is_void_v<T>) return *std::move(result);
  }

  GraphLines lines_of(const Graph& graph) const {
    auto lines = files_.lines(graph.source);
    if (!lines) throw Stop{std::nullopt, lines.error()};
    return *std::move(lines);
  }

  void step(std::string_view stage, std::size_t done, std::size_t all) const {
    if (events_.progress) events_.progress(stage, done, all);
    if (events_.go_on && !events_.go_on()) throw Stop{};
  }

  void name_graphs() {
    for (const std::string& source : files_.graphs()) {
      Graph graph;
      graph.source = source;
      graph.kind = kind_of(source, space_);
      graph.report.graph = source.empty() ? options_.default_graph : source;
      graphs_.push_back(std::move(graph));
    }
    std::stable_sort(graphs_.begin(), graphs_.end(), [](const Graph& a, const Graph& b) { return a.kind < b.kind; });
  }

  std::map<std::string, std::uint64_t> count_articles() {
    std::vector<std::string> names;
    for (const Graph& graph : graphs_) {
      if (graph.kind == Kind::article) names.push_back(graph.report.graph);
    }
    return need(store_.count(names));
  }

  /// Finds out what is to be done. A graph whose number of statements is right is read and compared.
  void compare() {
    const auto counts = count_articles();
    for (std::size_t i = 0; i < graphs_.size(); ++i) {
      step("comparing", i, graphs_.size());
      Graph& graph = graphs_[i];
      const GraphLines ours = lines_of(graph);
      graph.report.statements = ours.size();
      graph.report.sha256 = digest_of(ours);
      const auto count = counts.find(graph.report.graph);
      if (count != counts.end() && count->second != ours.size()) {
        graph.differs = count->second != 0;
        graph.report.action = graph.differs ? Action::replaced : Action::added;
        continue;
      }
      const GraphLines theirs = need(store_.read(graph.report.graph));
      graph.differs = !theirs.empty();
      if (theirs == ours || (only_adds(graph) && minus(ours, theirs).empty())) continue;
      graph.report.action = theirs.empty() ? Action::added : only_adds(graph) ? Action::extended : Action::replaced;
    }
  }

  void find_stale() {
    std::set<std::string_view> names;
    for (const Graph& graph : graphs_) names.insert(graph.report.graph);
    for (const std::string& name : need(store_.list(space_))) {
      // A description that is not among the files stays: other tools write it.
      if (names.contains(name) || name == space_ + "meta" || name == position_graph(space_)) continue;
      stale_.push_back({});
      stale_.back().report.graph = name;
      stale_.back().report.action = Action::dropped;
    }
  }

  void drop_leftovers() {
    std::vector<std::string> names;
    for (const Graph& graph : graphs_) {
      names.push_back((graph.report.graph.empty() ? "urn:depeche" : graph.report.graph) + std::string(staging_suffix));
    }
    if (!store_.profile().sparql) return;
    for (const auto& [name, count] : need(store_.count(names))) {
      if (count > 0) need(store_.drop(name));
    }
  }

  void drop_position() {
    const auto stays = [](const Graph& graph) { return graph.report.action == Action::unchanged; };
    const bool idle = stale_.empty() && std::all_of(graphs_.begin(), graphs_.end(), stays);
    if (!idle && !need(store_.read(position_graph(space_))).empty()) need(store_.drop(position_graph(space_)));
  }

  void write_position() {
    if (!options_.position) return;
    const auto holds = [](const Graph& graph) { return graph.report.verified; };
    if (!std::all_of(graphs_.begin(), graphs_.end(), holds) || !std::all_of(stale_.begin(), stale_.end(), holds))
      return;
    need(store_.replace({position_graph(space_), format_position(*options_.position, space_)}));
  }

  /// Notes what became of a request for some graphs; false if the store refused their content.
  bool settle(const StoreResult<void>& result, const std::vector<Graph*>& graphs) {
    if (!result && is_final(result.error())) throw Stop{result.error(), std::nullopt};
    for (Graph* graph : graphs) {
      graph->written = result.has_value();
      if (result) continue;
      graph->report.action = Action::failed;
      graph->report.message = result.error().message;
    }
    return result.has_value();
  }

  /// Sends graphs in one request; if the store refuses it, in halves, so that one bad graph does not keep out others.
  void send(const std::vector<Graph*>& graphs) {
    std::vector<GraphContent> contents;
    for (const Graph* graph : graphs) contents.push_back({graph->report.graph, lines_of(*graph)});
    const auto result = store_.add(contents);
    if (result || graphs.size() == 1 || is_final(result.error())) {
      settle(result, graphs);
      return;
    }
    const auto middle = graphs.begin() + static_cast<std::ptrdiff_t>(graphs.size() / 2);
    send({graphs.begin(), middle});
    send({middle, graphs.end()});
  }

  void add_new() {
    std::vector<Graph*> batch;
    std::size_t statements = 0, bytes = 0;
    const auto flush = [&] {
      if (!batch.empty()) send(batch);
      batch.clear();
      statements = bytes = 0;
    };
    for (std::size_t i = 0; i < graphs_.size(); ++i) {
      step("adding", i, graphs_.size());
      Graph& graph = graphs_[i];
      if (graph.report.action != Action::added) continue;
      const GraphLines lines = lines_of(graph);
      const std::size_t size = size_of(lines);
      if (!store_.fits_bulk(lines.size(), size)) {  // alone it goes as a replacement of nothing
        if (graph.kind == Kind::facts) flush();
        settle(store_.replace({graph.report.graph, lines}), {&graph});
        continue;
      }
      if (!store_.fits_bulk(statements + lines.size(), bytes + size)) flush();
      batch.push_back(&graph);
      statements += lines.size();
      bytes += size;
    }
    flush();
  }

  StoreResult<void> bring_up_to_date(const Graph& graph) {
    const GraphLines ours = lines_of(graph);
    GraphLines theirs = need(store_.read(graph.report.graph));
    const GraphLines added = minus(ours, theirs);
    const GraphLines removed = only_adds(graph) ? GraphLines() : minus(theirs, ours);
    const std::size_t changes = added.size() + removed.size();
    if (changes == 0) return {};
    if (changes < ours.size() && store_.fits_update(changes, size_of(added) + size_of(removed))) {
      return store_.change({{graph.report.graph, removed, added}});
    }
    if (!only_adds(graph)) return store_.replace({graph.report.graph, ours});
    GraphLines all;
    std::set_union(ours.begin(), ours.end(), theirs.begin(), theirs.end(), std::back_inserter(all));
    return store_.replace({graph.report.graph, all});
  }

  void change_others() {
    for (std::size_t i = 0; i < graphs_.size(); ++i) {
      step("replacing", i, graphs_.size());
      Graph& graph = graphs_[i];
      const bool due = graph.report.action == Action::replaced || graph.report.action == Action::extended;
      if (due) settle(bring_up_to_date(graph), {&graph});
    }
  }

  void drop_stale() {
    for (std::size_t i = 0; i < stale_.size(); ++i) {
      step("dropping", i, stale_.size());
      settle(store_.drop(stale_[i].report.graph), {&stale_[i]});
    }
  }

  void verify() {
    const auto counts = count_articles();
    for (std::size_t i = 0; i < graphs_.size(); ++i) {
      step("verifying", i, graphs_.size());
      Graph& graph = graphs_[i];
      if (graph.report.action == Action::failed) continue;
      const auto count = counts.find(graph.report.graph);
      if (count != counts.end() && (!graph.written || count->second != graph.report.statements)) {
        graph.report.verified = count->second == graph.report.statements;
        if (!graph.report.verified) graph.report.message = fmt::format("{} statements in the store", count->second);
        continue;
      }
      if (!graph.written) {  // compared a moment ago, and not touched since
        graph.report.verified = true;
        continue;
      }
      const GraphLines theirs = need(store_.read(graph.report.graph));
      const GraphLines ours = lines_of(graph), lost = minus(ours, theirs);
      graph.report.verified = only_adds(graph) ? lost.empty() : theirs == ours;
      if (graph.report.verified) continue;
      graph.report.message = fmt::format("{} statements in the store", theirs.size());
      if (!lost.empty()) graph.report.message += ", missing: " + lost.front();
    }
    for (Graph& graph : stale_) {
      graph.report.verified = need(store_.count({graph.report.graph}))[graph.report.graph] == 0;
    }
  }

  void sum_up(LoadOutcome& outcome) const {
    LoadSummary& s = outcome.summary;
    for (const std::vector<Graph>* list : {&graphs_, &stale_}) {
      for (const Graph& graph : *list) {
        const GraphReport& report = graph.report;
        outcome.graphs.push_back(report);
        ++s.graphs;
        s.statements += report.statements;
        if (!report.verified && report.action != Action::failed) ++s.unverified;
        ++(report.action == Action::unchanged  ? s.unchanged
           : report.action == Action::added    ? s.added
           : report.action == Action::extended ? s.extended
           : report.action == Action::replaced ? s.replaced
           : report.action == Action::changed  ? s.changed
           : report.action == Action::dropped  ? s.dropped
                                               : s.failed);
      }
    }
    std::sort(outcome.graphs.begin(), outcome.graphs.end(),
              [](const GraphReport& a, const GraphReport& b) { return a.graph < b.graph; });
    s.requests_repeated = store_.repeated();
  }

  const ExportFiles& files_;
  Store& store_;
  const LoadOptions& options_;
  const LoadEvents& events_;
  const std::string space_;
  std::vector<Graph> graphs_, stale_;
};

}  // namespace

std::string_view name_of(GraphReport::Action action) {
  switch (action) {
    case Action::unchanged:
      return "unchanged";
    case Action::added:
      return "added";
    case Action::extended:
      return "extended";
    case Action::replaced:
      return "replaced";
    case Action::changed:
      return "changed";
    case Action::dropped:
      return "dropped";
    case Action::failed:
      break;
  }
  return "failed";
}

Result<LoadOutcome> load(const ExportFiles& files, Store& store, const LoadOptions& options, const LoadEvents& events) {
  return Loader(files, store, options, events).run();
}

}  // namespace depeche::store
