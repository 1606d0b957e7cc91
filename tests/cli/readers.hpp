#pragma once
#include <string>
#include <vector>

#include "workbench.hpp"

namespace depeche::cli_test {

/// A workbench with two readers of RDF that know nothing of depeche: serdi and rapper.
class Readers : public Workbench {
 protected:
  /// Reads a file in a syntax ("turtle", "trig", "ntriples", "nquads"); a complaint fails the test. Gives the triples
  /// as lines of N-Triples in ASCII, sorted, without their graphs. The two tools escape alike.
  std::vector<std::string> read_with_serdi(const std::string& file, const std::string& syntax) const;
  std::vector<std::string> read_with_rapper(const std::string& file, const std::string& syntax) const;

  /// Exports the inputs in all four syntaxes and reads each back with both: all must give the same triples.
  void expect_same_in_every_syntax(const std::vector<std::string>& inputs) const;
};

}  // namespace depeche::cli_test
