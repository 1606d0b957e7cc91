#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "rdf/writer.hpp"

namespace depeche::pipeline {

/// A run of `export`, as its description tells it.
struct DatasetRun {
  std::string output;  ///< the file that was written
  rdf::Syntax syntax = rdf::Syntax::turtle;
  std::string base;  ///< IRI below which instances are named
  std::string version;
  std::vector<std::string> inputs;
  std::vector<std::pair<std::string, std::string>> knowledge;  ///< "mappings", "ontology" … and the file or folder
  std::string license;                                         ///< IRI; empty = not stated
  std::string started, ended;                                  ///< xsd:dateTime, UTC
};

/// The description of an export in Turtle, by VoID, DCAT and PROV: what it holds by class and by property, languages,
/// the period of publication, the file, and the run with the digests of its knowledge. It is made by reading the file
/// back, so that it tells what is there. No blank nodes. All that differs between two runs over the same input stands
/// at the node of the run, at the end. Fails if a file cannot be read.
Result<std::string> describe_dataset(const DatasetRun& run);

/// SHA-256 of a file, or of a folder: of the names and contents of all files below it, in the order of their names.
Result<std::string> digest_of_files(const std::string& path);

}  // namespace depeche::pipeline
