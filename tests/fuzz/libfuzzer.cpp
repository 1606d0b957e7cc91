// The entry of libFuzzer. DEPECHE_FUZZ_TARGET names the target.
#include <cstdio>
#include <cstdlib>

#include "targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const depeche::fuzz::Target* const target = [] {
    const char* const name = std::getenv("DEPECHE_FUZZ_TARGET");
    const auto* found = depeche::fuzz::find_target(name == nullptr ? "" : name);
    if (found == nullptr) {
      std::fputs("DEPECHE_FUZZ_TARGET has to name a target\n", stderr);
      std::exit(2);
    }
    return found;
  }();
  target->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
