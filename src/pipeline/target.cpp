#include "pipeline/target.hpp"

#include "table/csv_writer.hpp"

namespace depeche::pipeline {
namespace {

class RdfTarget final : public Target {
 public:
  RdfTarget(rdf::Syntax syntax, const rdf::Prefixes& prefixes, ByteSink& output)
      : prefixes_(prefixes), writer_(syntax, prefixes_, output) {}
  rdf::StatementSink& sink() override { return writer_; }
  void end_article() override {}
  void finish() override { writer_.finish(); }
  std::uint64_t statements() const override { return writer_.statements(); }

 private:
  rdf::Prefixes prefixes_;
  rdf::Writer writer_;
};

class TableTarget final : public Target {
 public:
  TableTarget(const mapping::Ontology& ontology, ByteSink& output) : table_(ontology), writer_(table_, output) {}
  rdf::StatementSink& sink() override { return writer_; }
  void end_article() override { writer_.end_article(); }
  void finish() override {}
  std::uint64_t statements() const override { return writer_.statements(); }

 private:
  table::ClaimTable table_;
  table::CsvWriter writer_;
};

}  // namespace

std::unique_ptr<Target> make_rdf_target(rdf::Syntax syntax, const rdf::Prefixes& prefixes, ByteSink& output) {
  return std::make_unique<RdfTarget>(syntax, prefixes, output);
}

std::unique_ptr<Target> make_table_target(const mapping::Ontology& ontology, ByteSink& output) {
  return std::make_unique<TableTarget>(ontology, output);
}

}  // namespace depeche::pipeline
