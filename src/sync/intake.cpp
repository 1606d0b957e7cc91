#include "sync/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/digest.hpp"
#include "graph/identity.hpp"
#include "pipeline/in_order.hpp"
#include "sync/shard_merge.hpp"

namespace depeche::sync {
namespace {

std::string format_date(const article::PartialDate& date) {
  if (date.year == 0) return {};
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

/// Of everything that the source gives. Each field with its length, so that none can pose as two.
std::string content_hash(const article::Article& a, const std::string& text_sha256) {
  Sha256 hash;
  for (const std::string& field : {a.id, a.url, a.title, a.author, a.publisher, a.language, format_date(a.published),
                                   format_date(a.modified), text_sha256}) {
    hash.add(fmt::format("{}:", field.size()));
    hash.add(field);
  }
  for (const article::Block& b : a.blocks) {
    hash.add(fmt::format("{},{},{};", b.begin, b.end, static_cast<int>(b.kind)));
  }
  return hash.hex();
}

void make_unique(std::vector<std::string>& lines) {
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
}

void add_shared(Section section, const std::vector<std::string>& lines, std::string_view key, unsigned shards,
                Sorter& statements) {
  for (const std::string& line : lines) {
    statements.add(fmt::format("{}{}{}\t{}", shard_prefix(shard_of(subject_of(line), shards)),
                               static_cast<char>(section), line, key));
  }
}

}  // namespace

struct Intake::Job {
  enum class Fate : std::uint8_t { filtered, unchanged, added, changed };
  Fate fate = Fate::filtered;       ///< of an article
  std::optional<Diagnostic> fault;  ///< instead of an article
  std::optional<article::Article> article;
  Row row;
  Contribution contribution;
  std::exception_ptr failure;  ///< of reading: thrown where jobs are in order
};

void add_ontology(const std::vector<std::string>& lines, unsigned shards, Sorter& statements) {
  add_shared(Section::ontology, lines, ontology_key, shards, statements);
}

Intake::Intake(const State& state, const RunOptions& options, unsigned shards, Sorter& rows, Sorter& statements,
               DurableFile& quarantine)
    : state_(state),
      options_(options),
      shards_(shards),
      rows_(rows),
      statements_(statements),
      quarantine_(quarantine) {}

void Intake::run(Work& work, StopSign& stop) {
  pipeline::Stages<Job> stages;
  stages.read = [&] { return next(work); };
  stages.size = [](const Job& job) { return job.article ? job.article->text.size() : 0; };
  stages.work = [&](Job& job) { read(job, work); };
  stages.write = [&](Job& job) { take(job, work); };
  stages.go_on = [&] { return work.go_on(); };
  pipeline::run_in_order(options_.threads, stages);
  stop.check();
}

std::unique_ptr<Intake::Job> Intake::next(Work& work) {
  article::ReadResult next = work.next();
  if (std::holds_alternative<article::EndOfInput>(next)) return nullptr;
  auto job = std::make_unique<Job>();
  if (auto* const diagnostic = std::get_if<Diagnostic>(&next)) {
    job->fault = std::move(*diagnostic);
  } else {
    compare(*job, std::get<article::Article>(std::move(next)));
  }
  return job;
}

void Intake::reject(const Diagnostic& d) {
  ++counts_.read;
  ++counts_.rejected;
  const nlohmann::ordered_json line = {
      {"file", d.file}, {"line", d.line}, {"column", d.column}, {"code", d.code}, {"message", d.message}};
  quarantine_.line(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

/// False for an article that this run has read already. Another text of the same URL or id gets a key of its own, as
/// in an export.
bool Intake::is_first(std::string& key, const std::string& text_sha256) {
  const std::string text = text_sha256.substr(0, 16);
  const auto [at, first] = seen_.try_emplace(key, text);
  if (first) return true;
  if (at->second == text) return false;
  key = h16(key + "|" + text_sha256);
  return seen_.try_emplace(key, text).second;
}

void Intake::compare(Job& job, article::Article article) {
  Row& row = job.row;
  row.key = graph::article_digest(article);
  row.text = sha256_hex(article.text);
  if (state_.blocked.is_retracted(article.id, row.key) || state_.blocked.is_erased(article.id, row.key, row.text) ||
      !is_first(row.key, row.text)) {
    if (state_.blocked.is_erased(article.id, row.key, row.text)) row.id = article.id;
    job.fate = Job::Fate::filtered;
    return;
  }
  row.id = article.id;
  row.content = content_hash(article, row.text);
  row.place = article.place;
  std::optional<Row> old;
  if (state_.old) old = state_.old->find(row.key);
  const bool stood = old && old->status == RowStatus::current;
  if (stood && old->content == row.content && old->knowledge == options_.knowledge) {
    job.fate = Job::Fate::unchanged;
    return;
  }
  job.fate = stood ? Job::Fate::changed : Job::Fate::added;
  row.knowledge = options_.knowledge;
  row.published = format_date(article.published);
  row.last = state_.last_sequence + 1;
  row.first = old ? old->first : row.last;
  job.article = std::move(article);
}

/// The costly part; on any thread.
void Intake::read(Job& job, Work& work) {
  if (!job.article) return;
  try {
    job.contribution = work.read(*std::exchange(job.article, std::nullopt), job.row.key);
    Sha256 hash;
    for (std::vector<std::string>* lines :
         {&job.contribution.facts, &job.contribution.entities, &job.contribution.evidence}) {
      make_unique(*lines);
      job.row.statements += lines->size();
      for (const std::string& line : *lines) {
        hash.add(line);
        hash.add("\n");
      }
    }
    job.row.output = hash.hex();
  } catch (...) {
    job.failure = std::current_exception();
  }
}

void Intake::take(Job& job, Work& work) {
  if (job.failure) std::rethrow_exception(job.failure);
  if (job.fault) {
    hide_erased(*job.fault);
    work.tell(*job.fault);
    if (job.fault->severity == Severity::error) reject(*job.fault);
    work.progress(counts_);
    return;
  }
  ++counts_.read;
  switch (job.fate) {
    case Job::Fate::filtered:
      ++counts_.filtered;
      if (!job.row.id.empty()) erased_.push_back(std::move(job.row.id));
      break;
    case Job::Fate::unchanged: {
      ++counts_.unchanged;
      std::string place = job.row.place;
      std::replace(place.begin(), place.end(), '\n', ' ');
      rows_.add(job.row.key + "\t" + place);
      break;
    }
    case Job::Fate::added:
    case Job::Fate::changed:
      ++counts_.exported;
      ++(job.fate == Job::Fate::changed ? counts_.changed : counts_.added);
      add_contribution(job);
      rows_.add(job.row.key + "\t" + format_row(job.row));
      break;
  }
  work.progress(counts_);
}

/// "another article has the id …": that of an erased one is not to be kept in the quarantine.
void Intake::hide_erased(Diagnostic& diagnostic) const {
  for (const std::string& id : erased_) {
    if (diagnostic.message.find(id) != std::string::npos) diagnostic.message = "something about an erased article";
  }
}

void Intake::add_contribution(const Job& job) {
  const std::string& key = job.row.key;
  add_shared(Section::facts, job.contribution.facts, key, shards_, statements_);
  add_shared(Section::entities, job.contribution.entities, key, shards_, statements_);
  const std::string prefix =
      fmt::format("{}{}{}\t", shard_prefix(shard_of(key, shards_)), static_cast<char>(Section::evidence), key);
  for (const std::string& line : job.contribution.evidence) statements_.add(prefix + line);
}

}  // namespace depeche::sync
