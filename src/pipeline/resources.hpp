#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "article/chrome.hpp"
#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "extract/extractor.hpp"

namespace depeche::pipeline {

/// Where the program's knowledge lies.
struct ResourcePaths {
  std::string share;     ///< folder with the compiled word forms (fr.forms)
  std::string mappings;  ///< folder with one folder per language, and names/
  std::string ontology;  ///< folder with the Turtle files
  std::string language = "fr";
  std::vector<std::string> lexicons;  ///< the user's own tables of names
  std::string compiled{};             ///< file of compiled knowledge; empty: everything is read from its sources

  /// The folders beside the running program: <program>/../share/depeche, in the build tree and after installation.
  static ResourcePaths beside_program();
};

/// Everything that is loaded once and shared by all articles and threads.
class Resources {
 public:
  /// Loads and checks everything. Fails if a file is missing or unreadable; faults inside the files go to
  /// `diagnostics`, and the result is fit for use only if none of them is an error. Faults of the ontology silence
  /// those of the rules, which are checked against it. With more than one thread names, rules and the rest are loaded
  /// at the same time; result and diagnostics are the same.
  /// Parts of the compiled knowledge stand for their sources if they were made of the very same ones, without errors,
  /// by this program. Then their warnings are not told again, and rules have no examples; all else is the same. A
  /// compiled file that is missing, damaged or not fit for that is passed over.
  static Result<std::unique_ptr<Resources>> load(const ResourcePaths& paths, Diagnostics& diagnostics,
                                                 std::size_t threads = 1);
  Resources(const Resources&) = delete;
  Resources& operator=(const Resources&) = delete;
  ~Resources();

  /// Compiled knowledge of what the paths name, the user's tables aside: the bytes of a file for `paths.compiled`. Of
  /// knowledge without errors only; faults go to `diagnostics`. Fails as `load` does.
  static Result<std::string> compile(const ResourcePaths& paths, Diagnostics& diagnostics);

  /// The folder with the mappings of the language.
  const std::string& language_folder() const;
  const article::Chrome& chrome() const;
  const extract::Knowledge& knowledge() const;
  const extract::Extractor& extractor() const;
  const language::Analyser& analyser() const;
  const recognise::Recogniser& recogniser() const;

 private:
  struct Parts;
  explicit Resources(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace depeche::pipeline
