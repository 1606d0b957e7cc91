#include "sync/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "graph/identity.hpp"
#include "sync/run.hpp"
#include "sync/state.hpp"
#include "sync/status_file.hpp"

namespace depeche::sync {

class Session::Impl {
 public:
  Impl(Setup given, SystemCalls& calls) : setup(std::move(given)), state(calls, setup.folder, setup.rebuild) {
    if (state.old) {
      check_settings(state.old->manifest());
    } else {
      if (setup.settings.empty()) {
        throw Failure(Cause::settings, fmt::format("nothing was exported to '{}' yet", setup.folder));
      }
      shape.settings = setup.settings;
      shape.shards.resize(std::clamp(setup.shards, 1U, 256U));
    }
  }

  /// Settings and number of shards of the next state.
  const Manifest& next_shape() const { return state.old ? state.old->manifest() : shape; }

  void check_settings(const Manifest& m) const {
    for (const auto& [name, value] : setup.settings) {
      const auto at = m.settings.find(name);
      const std::string old = at != m.settings.end() ? at->second : "";
      if (old == value) continue;
      throw Failure(Cause::settings, fmt::format("'{}' was made with --{} '{}'; use that, another folder, or --rebuild",
                                                 setup.folder, name, old));
    }
    if (setup.settings.empty() || setup.shards == 0 || setup.shards == m.shards.size()) return;
    throw Failure(Cause::settings, fmt::format("'{}' was made with --shards {}; use that, another folder, or --rebuild",
                                               setup.folder, m.shards.size()));
  }

  std::vector<std::string> block(Block how, const std::vector<std::string>& names);

  /// After a failure. What cannot be removed now, the next session removes.
  void clear_softly() const {
    try {
      state.clear();
    } catch (const Failure&) {  // NOLINT(bugprone-empty-catch): the failure that counts is told already
    }
  }

  Setup setup;
  State state;
  Manifest shape;
};

Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

tl::expected<Session, Failure> Session::open(Setup setup, SystemCalls& calls) {
  try {
    return Session(std::make_unique<Impl>(std::move(setup), calls));
  } catch (const Failure& failure) {
    return tl::unexpected(failure);
  }
}

const Manifest* Session::manifest() const {
  return impl_->state.old ? &impl_->state.old->manifest() : nullptr;
}

std::string Session::blocked_digest() const {
  return impl_->state.blocked.digest();
}

Outcome Session::run(Work* work, const RunOptions& options) {
  Outcome out;
  Run run(impl_->state, impl_->next_shape(), work, options);
  try {
    run.go();
  } catch (const Failure& failure) {
    out.failed = failure.cause;
    out.message = failure.what();
    out.system_errno = failure.system_errno;
    if (!run.committed()) impl_->clear_softly();
  }
  out.committed = run.committed();
  out.counts = run.counts();
  out.held_back = run.held_back();
  out.rejected_anew = run.rejected_anew();
  return out;
}

std::vector<std::string> Session::Impl::block(Block how, const std::vector<std::string>& names) {
  Blocked& blocked = state.blocked;
  std::set<std::string> unknown(names.begin(), names.end());
  const auto key_of = [](const std::string& name) {
    article::Article named;
    named.url = name;
    return graph::article_digest(named);
  };
  if (how == Block::allow) {
    std::erase_if(unknown, [&](const std::string& name) { return blocked.allow(name) || blocked.allow(key_of(name)); });
  } else {
    std::map<std::string, std::string> by_key;
    for (const std::string& name : names) by_key.emplace(key_of(name), name);
    ManifestReader::Rows rows(state.root);
    for (Row row; rows.next(row);) {
      const auto by_url = by_key.find(row.key);
      const bool named = std::find(names.begin(), names.end(), row.id) != names.end() ||
                         std::find(names.begin(), names.end(), row.key) != names.end();
      if (!named && by_url == by_key.end()) continue;
      unknown.erase(row.id);
      unknown.erase(row.key);
      if (by_url != by_key.end()) unknown.erase(by_url->second);
      if (how == Block::retract) {
        blocked.retract(row.id, row.key);
      } else {
        blocked.erase(row.id, row.key, row.text);
      }
    }
    // An erasure that is asked for again was done, or is under way.
    std::erase_if(unknown, [&](const std::string& name) {
      return how == Block::erase &&
             (blocked.is_erased(name, name, name) || blocked.is_erased(name, key_of(name), name));
    });
  }
  if (unknown.empty()) blocked.save();
  return {unknown.begin(), unknown.end()};
}

tl::expected<std::vector<std::string>, Failure> Session::block(Block how, const std::vector<std::string>& names) {
  try {
    return impl_->block(how, names);
  } catch (const Failure& failure) {
    return tl::unexpected(failure);
  }
}

std::optional<Counts> Session::seen_before(const std::string& input) const {
  if (!impl_->state.old) return std::nullopt;
  try {
    return read_seen_input(impl_->state.root, input, impl_->state.old->manifest().sha256);
  } catch (const Failure&) {
    return std::nullopt;  // then the long way
  }
}

Result<void> Session::note(const Outcome& outcome, const RunNote& run) {
  try {
    write_status(impl_->state.root, outcome, run, manifest());
    return {};
  } catch (const Failure& failure) {
    return fail(failure.what(), failure.system_errno);
  }
}

}  // namespace depeche::sync
