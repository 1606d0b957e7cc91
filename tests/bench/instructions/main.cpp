// What is counted: `depeche export` from reading the knowledge to the last byte of N-Quads, without command line and
// disk. Usage: depeche-counted INPUT…
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "pipeline/export.hpp"

namespace {

using namespace depeche;

/// Counts bytes and throws them away.
class Drain final : public ByteSink {
 public:
  void write(std::string_view bytes) override { bytes_ += bytes.size(); }
  std::uint64_t bytes() const { return bytes_; }

 private:
  std::uint64_t bytes_ = 0;
};

void print(const Diagnostic& diagnostic) {
  std::fputs(format_diagnostic(diagnostic).c_str(), stderr);
}

}  // namespace

int main(int argc, char** argv) {
  Diagnostics faults;
  const auto resources = pipeline::Resources::load(pipeline::ResourcePaths::beside_program(), faults);
  if (!resources || has_errors(faults)) {
    for (const Diagnostic& fault : faults) print(fault);
    return 1;
  }
  pipeline::ExportOptions options;
  options.inputs.assign(argv + 1, argv + argc);
  options.syntax = rdf::Syntax::nquads;
  Drain drain;
  const pipeline::ExportEvents events{print, [](const auto&, auto, auto) {}, [] { return true; }};
  const auto summary = pipeline::run_export(**resources, options, drain, events);
  if (!summary || summary->exported == 0 || summary->rejected > 0) return 1;
  std::printf("compiler %s%s\n", __VERSION__, __builtin_cpu_supports("avx2") != 0 ? ", AVX2" : "");
  std::printf("articles %llu\nclaims %llu\nquads %llu\nbytes %llu\n",
              static_cast<unsigned long long>(summary->exported), static_cast<unsigned long long>(summary->claims),
              static_cast<unsigned long long>(summary->statements), static_cast<unsigned long long>(drain.bytes()));
  return 0;
}
