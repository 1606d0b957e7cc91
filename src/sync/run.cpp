#include "sync/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/digest.hpp"
#include "sync/delta.hpp"
#include "sync/intake.hpp"

namespace depeche::sync {
namespace {

constexpr std::size_t key_size = 16;
constexpr std::uint64_t judged_from = 10;  ///< facts of a type below which a shrinkage says nothing

std::string numbered(const char* stem, std::uint64_t sequence, const char* extension) {
  return fmt::format("{}.{:08}.{}", stem, sequence, extension);
}

/// The stem of a shard's link: "kg", "kg-007".
std::string stem_of(std::size_t shard, std::size_t shards) {
  std::string name = shard_link(shard, shards);
  name.resize(name.size() - 3);
  return name;
}

void expect(bool holds, const char* what) {
  if (!holds) throw std::logic_error(fmt::format("the run does not add up: {}", what));
}

}  // namespace

Run::Run(State& state, const Manifest& shape, Work* work, const RunOptions& options)
    : state_(state),
      work_(work),
      options_(options),
      stop_([work] { return work == nullptr || work->go_on(); }),
      before_(state.old ? &state.old->manifest() : nullptr),
      rows_(state.data, "rows", options.memory),
      statements_(state.data, "statements", options.memory),
      changes_(state.data, options.memory / 2) {
  next_.sequence = state.last_sequence + 1;
  next_.previous = before_ != nullptr ? before_->sha256 : "";
  next_.settings = shape.settings;
  next_.shards.resize(shape.shards.size());
}

void Run::go() {
  read();
  DurableFile manifest(state_.root, manifest_name);
  manifest.line(format_header(next_));
  merge_rows(manifest);
  if (!something_new()) return;
  // Reasons may quote what was erased; the next run over the input finds them again.
  if (purge_ && work_ == nullptr) {
    next_.quarantine = DurableFile(state_.data, numbered("quarantine", next_.sequence, "jsonl")).finish();
  }
  merge_shards();
  guard();
  next_.state_id = state_id(manifest.hash());
  publish_delta();
  manifest.line(format_footer(next_));
  manifest.line(format_seal(manifest.hash()));
  check();
  state_.data.sync();
  state_.deltas.sync();
  stop_.check();
  committed_ = true;  // from the renaming on, whatever the next run finds
  state_.commit(manifest);
  state_.derive();
  state_.clear();
}

void Run::read() {
  if (work_ == nullptr) {
    if (before_ == nullptr)
      throw Failure(Cause::settings, fmt::format("nothing was exported to '{}'", state_.root.path()));
    next_.ontology = before_->ontology;
    next_.quarantine = before_->quarantine;
    return;
  }
  const auto shards = static_cast<unsigned>(next_.shards.size());
  DurableFile quarantine(state_.data, numbered("quarantine", next_.sequence, "jsonl"));
  Intake intake(state_, options_, shards, rows_, statements_, quarantine);
  intake.run(*work_, stop_);
  next_.counts = intake.counts();
  const bool nothing = next_.counts.read == next_.counts.rejected;
  if (nothing && (options_.fail_on_empty || options_.everything || before_ == nullptr)) {
    throw Failure(Cause::no_input, "no article came out of the input; nothing was changed");
  }
  const std::vector<std::string> ontology = work_->ontology();
  Sha256 hash;
  for (const std::string& line : ontology) hash.add(line + "\n");
  next_.ontology = hash.hex();
  if (before_ == nullptr || before_->ontology != next_.ontology) {
    touched_.add(ontology_key);
    add_ontology(ontology, shards, statements_);
  }
  rejected_anew_ = before_ == nullptr ? next_.counts.rejected > 0 : before_->quarantine.sha256 != quarantine.hash();
  next_.quarantine = before_ == nullptr || rejected_anew_ ? quarantine.finish() : before_->quarantine;
}

void Run::merge_rows(DurableFile& manifest) {
  std::optional<ManifestReader::Rows> old;
  if (before_ != nullptr) old.emplace(state_.root);
  Row row;
  bool have_old = old && old->next(row);
  rows_.sort();
  while (have_old || rows_.peek() != nullptr) {
    stop_.check_often();
    const std::string* const in = rows_.peek();
    const std::string_view key = in != nullptr ? std::string_view(*in).substr(0, key_size) : std::string_view();
    const std::string_view news = in != nullptr ? std::string_view(*in).substr(key_size + 1) : std::string_view();
    if (have_old && (in == nullptr || row.key <= key)) {
      const bool seen = in != nullptr && row.key == key;
      if (update(row, seen ? news : std::string_view())) write(row, manifest);
      if (seen) rows_.pop();
      have_old = old->next(row);
    } else {
      touched_.add(key);
      rows_changed_ = true;
      write(parse_row(news), manifest);
      rows_.pop();
    }
  }
}

bool Run::update(Row& row, std::string_view news) {
  const bool stood = row.status == RowStatus::current;
  if (state_.blocked.is_erased(row.id, row.key, row.text)) {
    touched_.add(row.key);
    rows_changed_ = purge_ = true;
    if (stood) ++next_.counts.erased;
    return false;
  }
  if (news.starts_with('{')) {
    touched_.add(row.key);
    rows_changed_ = true;
    row = parse_row(news);
  } else if (!news.empty()) {
    row.last = next_.sequence;
    row.place = news;
  } else if (stood && state_.blocked.is_retracted(row.id, row.key)) {
    touched_.add(row.key);
    rows_changed_ = true;
    row.status = RowStatus::retracted;
    ++next_.counts.retracted;
  } else if (stood && options_.everything && work_ != nullptr) {
    // A record that could not be read may be this very article.
    if (next_.counts.rejected > 0) {
      ++held_back_;
      return true;
    }
    touched_.add(row.key);
    rows_changed_ = true;
    row.status = RowStatus::gone;
    ++next_.counts.gone;
  }
  return true;
}

void Run::write(const Row& row, DurableFile& manifest) {
  manifest.line(format_row(row));
  if (row.status == RowStatus::gone) ++next_.gone;
  if (row.status == RowStatus::retracted) ++next_.retracted;
  if (row.status != RowStatus::current) return;
  ++next_.current;
  if (work_ != nullptr && row.knowledge != options_.knowledge) ++next_.outdated;
  next_.newest = std::max(next_.newest, row.published);
}

bool Run::something_new() const {
  return before_ == nullptr || rows_changed_ || rejected_anew_ || !touched_.empty();
}

void Run::merge_shards() {
  statements_.sort();
  ShardMerge merge(state_.data, touched_, statements_, changes_, stop_);
  for (std::size_t i = 0; i < next_.shards.size(); ++i) {
    const std::string stem = stem_of(i, next_.shards.size());
    const Shard* const old = before_ != nullptr ? &before_->shards[i] : nullptr;
    next_.shards[i] = merge.merge(static_cast<unsigned>(i), old, numbered(stem.c_str(), next_.sequence, "nq"),
                                  numbered((stem + "-support").c_str(), next_.sequence, "tsv"));
    next_.statements += next_.shards[i].graph.lines;
  }
  expect(statements_.peek() == nullptr, "statements belong to no shard");
  next_.relations = merge.relations();
  next_.counts.statements_added = changes_.added_count;
  next_.counts.statements_removed = changes_.removed_count;
}

/// An export that silently loses a third of its meetings is not to be published.
void Run::guard() const {
  if (before_ == nullptr || work_ == nullptr) return;
  std::string losses;
  for (const auto& [type, count] : before_->relations) {
    const auto of_type = options_.max_shrink_of.find(type);
    const unsigned most = of_type != options_.max_shrink_of.end() ? of_type->second : options_.max_shrink;
    const auto now = next_.relations.find(type);
    const std::uint64_t left = now != next_.relations.end() ? now->second : 0;
    if (count < judged_from || left * 100 >= count * (100 - std::min(most, 100U))) continue;
    losses += fmt::format("{}{} from {} to {}", losses.empty() ? "" : ", ", type, count, left);
  }
  if (losses.empty()) return;
  throw Failure(Cause::guard, fmt::format("too many facts would disappear: {}; nothing was changed", losses));
}

void Run::publish_delta() {
  if (before_ == nullptr || purge_) return;  // a new beginning: the export itself is what there is to have
  next_.deltas = before_->deltas;
  next_.deltas.push_back(
      write_delta(state_.deltas, changes_, next_.sequence, next_.state_id, before_->state_id, stop_));
  const auto too_many = [this] { return next_.deltas.size() > std::max<std::size_t>(options_.keep_deltas, 1); };
  if (!options_.compact) {
    while (too_many()) next_.deltas.erase(next_.deltas.begin());
    return;
  }
  // The joined one comes on top of those that are kept.
  while (next_.deltas.size() > std::max<std::size_t>(options_.keep_deltas, 1) + 1) {
    next_.deltas[1] = join_deltas(state_.deltas, next_.deltas[0], next_.deltas[1], stop_);
    next_.deltas.erase(next_.deltas.begin());
  }
}

/// Before the commit: whatever does not add up is a fault of ours, and nothing of it is published.
void Run::check() const {
  const Counts& c = next_.counts;
  expect(c.balanced(), "read = exported + unchanged + rejected + filtered");
  const std::uint64_t stood = before_ != nullptr ? before_->current : 0;
  expect(next_.current + c.gone + c.retracted + c.erased == stood + c.added, "articles before and after");
  const std::uint64_t statements = before_ != nullptr ? before_->statements : 0;
  expect(next_.statements + c.statements_removed == statements + c.statements_added, "statements before and after");
}

}  // namespace depeche::sync
