#pragma once
#include <boost/program_options.hpp>
#include <optional>

#include "base/output_file.hpp"
#include "base/result.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupts.hpp"
#include "store/loader.hpp"

namespace depeche::cli {

/// Where --report goes: opened before anything is done, so that a bad path is told at once.
Result<std::optional<OutputFile>> open_report(const boost::program_options::variables_map& values);

/// Writes the report, tells what happened and what did not come out right; the exit code of it all.
ExitCode finish_load(const store::LoadOutcome& outcome, bool dry_run, std::optional<OutputFile> report,
                     const Interrupts& interrupts);

}  // namespace depeche::cli
