#include "pipeline/dataset.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/mapped_file.hpp"
#include "graph/vocabulary.hpp"
#include "rdf/quad_reader.hpp"

namespace depeche::pipeline {
namespace {

namespace fs = std::filesystem;

/// What an export holds, counted.
struct Statistics {
  std::uint64_t statements = 0;
  std::map<std::string, std::uint64_t> properties, classes;  ///< statements of each, instances of each
  std::set<std::string> languages;
  std::string first_day, last_day;  ///< of publication; whole days only

  void add(const rdf::Statement& statement, const graph::Vocabulary& v) {
    ++statements;
    ++properties[statement.predicate.text()];
    if (const auto* const iri = std::get_if<rdf::Iri>(&statement.object)) {
      if (statement.predicate == v.type) ++classes[iri->text()];
      return;
    }
    const auto& literal = std::get<rdf::Literal>(statement.object);
    if (statement.predicate == v.in_language) languages.insert(literal.text());
    if (statement.predicate == v.published && literal.datatype() == rdf::Datatype::date) {
      if (first_day.empty() || literal.text() < first_day) first_day = literal.text();
      last_day = std::max(last_day, literal.text());
    }
  }
};

std::string_view media_type(rdf::Syntax syntax) {
  switch (syntax) {
    case rdf::Syntax::turtle:
      return "text/turtle";
    case rdf::Syntax::trig:
      return "application/trig";
    case rdf::Syntax::ntriples:
      return "application/n-triples";
    case rdf::Syntax::nquads:
      break;
  }
  return "application/n-quads";
}

class Description {
 public:
  Description(const DatasetRun& run, const rdf::Namespace& base)
      : run_(run),
        base_(base),
        names_(base),
        dataset_(base("dataset")),
        writer_(rdf::Syntax::turtle, prefixes(), sink_) {}

  void write(const Statistics& s, std::string_view bytes) {
    const std::string digest = sha256_hex(bytes);
    const rdf::Iri file = base_.below("dataset/")("file"), run = base_.below("run/")(digest.substr(0, 16));
    put(dataset_, names_.rdf("type"), void_("Dataset"));
    put(dataset_, names_.rdf("type"), dcat_("Dataset"));
    put(dataset_, dct_("title"), text("Relations read from French news articles", "en"));
    put(dataset_, dct_("title"), text("Relations lues dans des articles de presse", "fr"));
    for (const std::string& language : s.languages) put(dataset_, dct_("language"), text(language, ""));
    if (const auto license = rdf::make_iri(run_.license)) put(dataset_, dct_("license"), *license);
    put(dataset_, void_("triples"), count(s.statements));
    put(dataset_, void_("uriSpace"), text(base_.text(), ""));
    for (const rdf::Namespace* used : {&names_.dp, &names_.schema, &names_.nif, &names_.skos}) {
      put(dataset_, void_("vocabulary"), *rdf::make_iri(used->text()));
    }
    write_period(s);
    put(dataset_, dcat_("distribution"), file);
    put(dataset_, prov_("wasGeneratedBy"), run);
    write_partitions(s);
    put(file, names_.rdf("type"), dcat_("Distribution"));
    put(file, dct_("title"), text(fs::path(run_.output).filename().native(), ""));
    put(file, dcat_("mediaType"), text(media_type(run_.syntax), ""));
    put(file, dcat_("byteSize"), count(bytes.size()));
    put(file, names_.dp("fileSha256"), text(digest, ""));
  }

  Result<void> write_run(std::string_view bytes) {
    const rdf::Iri run = base_.below("run/")(h16(bytes));
    const rdf::Iri software = base_.below("software/")("depeche-" + run_.version);
    put(software, names_.rdf("type"), prov_("SoftwareAgent"));
    put(software, names_.rdfs("label"), text("depeche " + run_.version, ""));
    std::vector<rdf::Iri> used;
    for (const auto& [name, path] : run_.knowledge) {
      const auto digest = digest_of_files(path);
      if (!digest) return tl::unexpected<Error>(digest.error());
      used.push_back(base_.below("knowledge/")(name + "-" + digest->substr(0, 16)));
      put(used.back(), names_.rdf("type"), prov_("Entity"));
      put(used.back(), names_.rdfs("label"), text(name, ""));
      put(used.back(), names_.dp("fileSha256"), text(*digest, ""));
    }
    put(run, names_.rdf("type"), prov_("Activity"));
    put(run, prov_("wasAssociatedWith"), software);
    for (const rdf::Iri& knowledge : used) put(run, prov_("used"), knowledge);
    for (const std::string& input : run_.inputs) put(run, dct_("source"), text(input, ""));
    put(run, prov_("startedAtTime"), time(run_.started));
    put(run, prov_("endedAtTime"), time(run_.ended));
    return {};
  }

  std::string finish() {
    writer_.finish();
    return sink_.text();
  }

 private:
  rdf::Prefixes prefixes() const {
    rdf::Prefixes out;
    out.add("void", void_);
    out.add("dcat", dcat_);
    out.add("dct", dct_);
    out.add("prov", prov_);
    out.add("dp", names_.dp);
    out.add("rdfs", names_.rdfs);
    out.add("xsd", names_.xsd);
    return out;
  }

  static rdf::Term text(std::string_view value, std::string_view language) {
    return rdf::text_literal(value, language);
  }
  static rdf::Term count(std::uint64_t n) { return rdf::make_integer(static_cast<std::int64_t>(n)); }
  rdf::Term time(const std::string& value) const { return *rdf::make_typed(value, names_.xsd("dateTime")); }

  void put(const rdf::Iri& subject, const rdf::Iri& property, const rdf::Term& object) {
    writer_.write(subject, property, object, nullptr);
  }

  void write_period(const Statistics& s) {
    if (s.first_day.empty()) return;
    const rdf::Iri period = base_.below("dataset/")("period");
    put(dataset_, dct_("temporal"), period);
    late_.push_back({period, dcat_("startDate"), *rdf::make_typed(s.first_day, names_.xsd("date")), std::nullopt});
    late_.push_back({period, dcat_("endDate"), *rdf::make_typed(s.last_day, names_.xsd("date")), std::nullopt});
  }

  /// One node per class and per property; its name is made of theirs.
  void write_partitions(const Statistics& s) {
    const rdf::Namespace space = base_.below("dataset/");
    const auto part = [&](std::string_view kind, const std::string& iri) {
      return space(fmt::format("{}-{}", kind, h8(iri)));
    };
    for (const auto& [iri, n] : s.classes) put(dataset_, void_("classPartition"), part("class", iri));
    for (const auto& [iri, n] : s.properties) put(dataset_, void_("propertyPartition"), part("property", iri));
    for (const rdf::Statement& statement : late_) put(statement.subject, statement.predicate, statement.object);
    for (const auto& [iri, n] : s.classes) {
      put(part("class", iri), void_("class"), *rdf::make_iri(iri));
      put(part("class", iri), void_("entities"), count(n));
    }
    for (const auto& [iri, n] : s.properties) {
      put(part("property", iri), void_("property"), *rdf::make_iri(iri));
      put(part("property", iri), void_("triples"), count(n));
    }
  }

  const DatasetRun& run_;
  rdf::Namespace base_;
  graph::Namespaces names_;
  rdf::Namespace void_{"http://rdfs.org/ns/void#"}, dcat_{"http://www.w3.org/ns/dcat#"},
      dct_{"http://purl.org/dc/terms/"}, prov_{"http://www.w3.org/ns/prov#"};
  rdf::Iri dataset_;
  std::vector<rdf::Statement> late_;
  StringSink sink_;
  rdf::Writer writer_;
};

}  // namespace

Result<std::string> digest_of_files(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    const auto file = MappedFile::open(path);
    if (!file) return tl::unexpected<Error>(file.error());
    return sha256_hex(file->bytes());
  }
  std::map<std::string, std::string> digests;
  auto entry = fs::recursive_directory_iterator(path, fs::directory_options::follow_directory_symlink, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (!entry->is_regular_file()) continue;
    const auto digest = digest_of_files(entry->path().native());
    if (!digest) return digest;
    digests[fs::relative(entry->path(), path, error).generic_string()] = *digest;
  }
  if (error) return fail(fmt::format("cannot read '{}': {}", path, error.message()));
  std::string all;
  for (const auto& [name, digest] : digests) all += name + " " + digest + "\n";
  return sha256_hex(all);
}

Result<std::string> describe_dataset(const DatasetRun& run) {
  const auto base = rdf::Namespace::make(run.base);
  if (!base) return tl::unexpected<Error>(base.error());
  const auto file = MappedFile::open(run.output);
  if (!file) return tl::unexpected<Error>(file.error());
  const graph::Vocabulary vocabulary(*base);
  Statistics statistics;
  Diagnostics faults;
  rdf::read_statements(
      file->bytes(), run.syntax, run.output, [&](const rdf::Statement& s) { statistics.add(s, vocabulary); }, faults);
  if (!faults.empty()) {
    return fail(fmt::format("'{}' cannot be read back: line {}: {}", run.output, faults[0].line, faults[0].message));
  }
  Description description(run, *base);
  description.write(statistics, file->bytes());
  if (const auto written = description.write_run(file->bytes()); !written) {
    return tl::unexpected<Error>(written.error());
  }
  return description.finish();
}

}  // namespace depeche::pipeline
