#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

#include "cli/command.hpp"
#include "cli/streams.hpp"
#include "sync/status.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

std::string format_time(std::int64_t seconds) {
  return fmt::format("{:%Y-%m-%d %H:%M:%S} UTC", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

/// "3 hours ago".
std::string age_of(std::int64_t seconds) {
  const std::int64_t age = std::time(nullptr) - seconds;
  if (age < 0) return "in the future";
  if (age < 120) return fmt::format("{} seconds ago", age);
  if (age < 2 * 3600) return fmt::format("{} minutes ago", age / 60);
  if (age < 2 * 86400) return fmt::format("{} hours ago", age / 3600);
  return fmt::format("{} days ago", age / 86400);
}

std::string describe(const sync::Status& s) {
  std::string out;
  const auto line = [&](std::string_view name, const std::string& value) {
    out += fmt::format("{:<14} {}\n", name, value);
  };
  if (s.state) {
    const sync::Manifest& m = *s.state;
    line("sequence", fmt::format("{}", m.sequence));
    line("articles", fmt::format("{} current, {} gone, {} retracted", m.current, m.gone, m.retracted));
    if (m.outdated > 0) line("outdated", fmt::format("{} articles were read with older mappings", m.outdated));
    line("statements", fmt::format("{}", m.statements));
    line("newest", m.newest.empty() ? "no article has a date" : m.newest);
    line("deltas", m.deltas.empty() ? "none" : fmt::format("since run {}", m.deltas.front().from));
  } else {
    line("state", s.damage.empty() ? "nothing was exported yet" : s.damage);
  }
  const auto time = [&](std::string_view name, const std::optional<std::int64_t>& at) {
    line(name, at ? fmt::format("{}, {}", format_time(*at), age_of(*at)) : "never");
  };
  time("last commit", s.last_commit);
  time("last success", s.last_success);
  if (s.last_run) {
    line("last run", fmt::format("{}, exit status {}: {}", format_time(s.last_run->finished), s.last_run->exit_code,
                                 s.last_run->outcome));
    const sync::Counts& c = s.last_run->counts;
    line("", fmt::format("{} read = {} exported + {} unchanged + {} rejected + {} filtered", c.read, c.exported,
                         c.unchanged, c.rejected, c.filtered));
  }
  if (s.last_error) {
    line("last error", fmt::format("{}, exit status {}: {}", format_time(s.last_error->finished),
                                   s.last_error->exit_code, s.last_error->message));
  }
  return out;
}

}  // namespace

ExitCode run_status(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()("json", "one JSON object; times in seconds since 1970");
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "folder", values)) return ExitCode::ok;
  if (values.count("folder") == 0 || values["folder"].as<std::vector<std::string>>().size() != 1) {
    throw UsageError("expected the folder of one export");
  }
  const auto status = sync::read_status(values["folder"].as<std::vector<std::string>>().front());
  if (!status) {
    print_error(status.error().message);
    return ExitCode::usage;
  }
  write_out(values.count("json") != 0 ? sync::format_status_json(*status) : describe(*status));
  return status->damage.empty() ? ExitCode::ok : ExitCode::damaged;
}

}  // namespace depeche::cli
