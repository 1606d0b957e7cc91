#include "sync/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "graph/identity.hpp"
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

std::pair<std::uint64_t, std::string> add_contribution(Contribution c, std::string_view key, unsigned shards,
                                                       Sorter& statements) {
  Sha256 hash;
  std::uint64_t count = 0;
  for (std::vector<std::string>* lines : {&c.facts, &c.entities, &c.evidence}) {
    make_unique(*lines);
    count += lines->size();
    for (const std::string& line : *lines) {
      hash.add(line);
      hash.add("\n");
    }
  }
  add_shared(Section::facts, c.facts, key, shards, statements);
  add_shared(Section::entities, c.entities, key, shards, statements);
  const std::string prefix = fmt::format("{}{}{}\t", shard_prefix(shard_of(key, shards)),
                                         static_cast<char>(Section::evidence), key);
  for (const std::string& line : c.evidence) statements.add(prefix + line);
  return {count, hash.hex()};
}

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
  while (true) {
    stop.check();
    article::ReadResult next = work.next();
    if (std::holds_alternative<article::EndOfInput>(next)) return;
    if (const auto* const diagnostic = std::get_if<Diagnostic>(&next)) {
      work.tell(*diagnostic);
      if (diagnostic->severity == Severity::error) reject(*diagnostic);
    } else {
      accept(std::get<article::Article>(std::move(next)), work);
    }
    work.progress(counts_);
  }
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

void Intake::accept(article::Article article, Work& work) {
  ++counts_.read;
  Row row;
  row.key = graph::article_digest(article);
  row.text = sha256_hex(article.text);
  if (state_.blocked.is_retracted(article.id, row.key) || state_.blocked.is_erased(article.id, row.key, row.text) ||
      !is_first(row.key, row.text)) {
    ++counts_.filtered;
    return;
  }
  row.id = article.id;
  row.content = content_hash(article, row.text);
  row.place = article.place;
  std::optional<Row> old;
  if (state_.old) old = state_.old->find(row.key);
  const bool stood = old && old->status == RowStatus::current;
  if (stood && old->content == row.content && old->knowledge == options_.knowledge) {
    ++counts_.unchanged;
    std::string place = row.place;
    std::replace(place.begin(), place.end(), '\n', ' ');
    rows_.add(row.key + "\t" + place);
    return;
  }
  row.knowledge = options_.knowledge;
  row.published = format_date(article.published);
  row.last = state_.last_sequence + 1;
  row.first = old ? old->first : row.last;
  std::tie(row.statements, row.output) =
      add_contribution(work.read(std::move(article), row.key), row.key, shards_, statements_);
  ++counts_.exported;
  ++(stood ? counts_.changed : counts_.added);
  rows_.add(row.key + "\t" + format_row(row));
}

}  // namespace depeche::sync
