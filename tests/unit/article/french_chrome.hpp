#pragma once
#include <gtest/gtest.h>

#include "article/chrome.hpp"

namespace depeche::article {

/// The vocabulary that the project ships.
inline const Chrome& french_chrome() {
  static const Chrome chrome = [] {
    Diagnostics diagnostics;
    Result<Chrome> loaded = Chrome::load(DEPECHE_SOURCE_DIR "/mappings/fr/chrome.toml", diagnostics);
    for (const Diagnostic& d : diagnostics) ADD_FAILURE() << format_diagnostic(d);
    EXPECT_TRUE(loaded.has_value());
    return loaded.value_or(Chrome());
  }();
  return chrome;
}

}  // namespace depeche::article
