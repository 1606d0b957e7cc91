#include "store/follow.hpp"

#include <algorithm>

namespace depeche::store {
namespace {

std::size_t size_of(const GraphChange& change) {
  std::size_t n = 0;
  for (const GraphLines* lines : {&change.removed, &change.added}) {
    for (const std::string& line : *lines) n += line.size() + 1;
  }
  return n;
}

std::size_t statements_of(const GraphChange& change) {
  return change.removed.size() + change.added.size();
}

/// True if all changes fit into one request.
bool fit(const Store& store, const std::vector<GraphChange>& changes) {
  std::size_t statements = 0, bytes = 0;
  for (const GraphChange& change : changes) {
    statements += statements_of(change);
    bytes += size_of(change) + 2 * (change.graph.size() + 16);
  }
  return store.fits_update(statements, bytes);
}

/// A graph that a store does not take in one request: the same in several.
StoreResult<void> change_by_parts(Store& store, const GraphChange& change) {
  GraphChange part{change.graph, {}, {}};
  const auto flush = [&]() -> StoreResult<void> {
    if (statements_of(part) == 0) return {};
    auto sent = store.change({part});
    part.removed.clear();
    part.added.clear();
    return sent;
  };
  for (const bool removes : {true, false}) {
    for (const std::string& line : removes ? change.removed : change.added) {
      GraphLines& lines = removes ? part.removed : part.added;
      lines.push_back(line);
      if (fit(store, {part})) continue;
      lines.pop_back();
      if (auto sent = flush(); !sent) return sent;
      lines.push_back(line);
    }
  }
  return flush();
}

/// What is wrong with a graph after a change; empty if nothing.
std::string fault_of(const GraphChange& change, const GraphLines& theirs) {
  const auto has = [&](const std::string& line) { return std::binary_search(theirs.begin(), theirs.end(), line); };
  for (const std::string& line : change.added) {
    if (!has(line)) return "missing: " + line;
  }
  for (const std::string& line : change.removed) {
    if (has(line)) return "still there: " + line;
  }
  return {};
}

class Follower {
 public:
  Follower(const FollowPlan& plan, Store& store, const LoadEvents& events)
      : plan_(plan), store_(store), events_(events), changes_(*plan.changes) {
    for (GraphChange& change : changes_) {
      if (change.graph.empty()) change.graph = plan.target.facts_graph;
    }
    // Evidence before facts, so that a reader meanwhile finds no fact without its evidence.
    std::stable_partition(changes_.begin(), changes_.end(),
                          [&](const GraphChange& c) { return c.graph != plan.target.facts_graph; });
    position_ = {position_graph(plan.space), {}, format_position(plan.target, plan.space)};
    if (plan.found) position_.removed = format_position(*plan.found, plan.space);
  }

  LoadOutcome run() {
    try {
      write();
      verify();
    } catch (const StoreError& error) {
      outcome_.error = error;
    } catch (const Interrupted&) {
      outcome_.interrupted = true;
    }
    return std::move(outcome_);
  }

 private:
  struct Interrupted {};

  template <class T>
  T need(StoreResult<T> result) const {
    if (!result) throw StoreError(std::move(result.error()));
    if constexpr (!std::is_void_v<T>) return *std::move(result);
  }

  void step(std::string_view stage, std::size_t done) const {
    if (events_.progress) events_.progress(stage, done, changes_.size());
    if (events_.go_on && !events_.go_on()) throw Interrupted{};
  }

  void write() {
    std::vector<GraphChange> all = changes_;
    all.push_back(position_);
    if (fit(store_, all)) {
      step("applying", 0);
      return need(store_.change(all));
    }
    for (std::size_t i = 0; i < changes_.size(); ++i) {
      step("applying", i);
      need(fit(store_, {changes_[i]}) ? store_.change({changes_[i]}) : change_by_parts(store_, changes_[i]));
    }
    need(store_.change({position_}));
  }

  void verify() {
    for (std::size_t i = 0; i < changes_.size(); ++i) {
      step("verifying", i);
      const GraphChange& change = changes_[i];
      GraphReport report;
      report.graph = change.graph;
      report.action = GraphReport::Action::changed;
      report.statements = statements_of(change);
      report.message = fault_of(change, need(store_.read(change.graph)));
      report.verified = report.message.empty();
      LoadSummary& s = outcome_.summary;
      ++s.graphs;
      ++s.changed;
      s.statements += report.statements;
      if (!report.verified) ++s.unverified;
      outcome_.graphs.push_back(std::move(report));
    }
    if (outcome_.summary.unverified > 0) need(store_.drop(position_.graph));
    std::sort(outcome_.graphs.begin(), outcome_.graphs.end(),
              [](const GraphReport& a, const GraphReport& b) { return a.graph < b.graph; });
    outcome_.summary.requests_repeated = store_.repeated();
  }

  const FollowPlan& plan_;
  Store& store_;
  const LoadEvents& events_;
  std::vector<GraphChange> changes_;
  GraphChange position_;
  LoadOutcome outcome_;
};

}  // namespace

Result<FollowPlan> plan_to_follow(const Published& published, Store& store, const std::string& facts_graph,
                                  std::optional<StoreError>& store_error) {
  FollowPlan plan;
  auto space = space_of(published);
  if (!space) return tl::unexpected<Error>(space.error());
  if (space->empty()) return fail("'" + published.folder + "' holds no export with named graphs");
  plan.space = *std::move(space);
  plan.target = {published.sequence, published.state, facts_graph};
  if (plan.target.facts_graph.empty() && !store.profile().default_graph) plan.target.facts_graph = plan.space + "facts";
  const auto lines = store.read(position_graph(plan.space));
  if (!lines) {
    store_error = lines.error();
    return fail(lines.error().message);
  }
  plan.found = parse_position(*lines);
  if (!plan.found || plan.found->facts_graph != plan.target.facts_graph || !store.profile().sparql) return plan;
  auto changes = read_changes(published, plan.found->sequence, plan.found->state);
  if (!changes) return tl::unexpected<Error>(changes.error());
  plan.changes = *std::move(changes);
  return plan;
}

LoadOutcome apply_changes(const FollowPlan& plan, Store& store, const LoadEvents& events) {
  return Follower(plan, store, events).run();
}

}  // namespace depeche::store
