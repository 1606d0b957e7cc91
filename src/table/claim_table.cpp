#include "table/claim_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "graph/vocabulary.hpp"

namespace depeche::table {
namespace {

using rdf::ReadTerm;
using sparql::TermId;

/// Qualifiers that say how large and when: they have columns of their own, in an order that reads well.
constexpr std::array<std::string_view, 10> figure_and_time{"measure", "value", "min", "max",           "unit",
                                                           "approx",  "from",  "to",  "timePrecision", "timeSource"};

/// What stands behind the last '/' or '#'.
std::string_view local_name(std::string_view iri) {
  return iri.substr(iri.find_last_of("/#") + 1);
}

/// "timePrecision" gives "time_precision".
std::string column_name(std::string_view property) {
  std::string out;
  for (const char c : property) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper) out += '_';
    out += upper ? static_cast<char>(c + 32) : c;
  }
  return out;
}

/// The properties of one subject after the other.
class Properties {
 public:
  Properties(const sparql::Dataset& data, const Labels& labels) : data_(data), labels_(labels) {}

  /// Each once, sorted by text: not by where it stands in the data.
  std::vector<TermId> values(TermId subject, const rdf::Iri& property) const {
    std::vector<TermId> out;
    const TermId id = data_.terms().find_iri(property.text());
    if (subject == sparql::unbound || id == sparql::unbound) return out;
    const sparql::Quad pattern{subject, id, sparql::unbound, sparql::unbound};
    const auto found = data_.find(pattern);
    for (std::size_t i = 0; i < found.quads.size(); ++i) {
      const sparql::Quad quad = found.quad(i);
      if (!sparql::Dataset::matches(quad, pattern)) continue;
      if (std::find(out.begin(), out.end(), quad[2]) == out.end()) out.push_back(quad[2]);
    }
    std::sort(out.begin(), out.end(), [&](TermId a, TermId b) { return text(a) < text(b); });
    return out;
  }

  TermId value(TermId subject, const rdf::Iri& property) const {
    const auto all = values(subject, property);
    return all.empty() ? sparql::unbound : all.front();
  }

  std::string_view text(TermId id) const {
    return id == sparql::unbound ? std::string_view() : std::string_view(data_.terms()[id].text);
  }

  /// For people: the name of an entity, the local name of a concept, a literal as it stands.
  std::string words(TermId id) const {
    const ReadTerm& term = data_.terms()[id];
    if (term.kind != ReadTerm::Kind::iri) return term.text;
    const auto label = labels_.find(term.text);
    if (label != labels_.end()) return label->second;
    return term.text.starts_with("https://w3id.org/depeche/") ? std::string(local_name(term.text)) : term.text;
  }

  std::string all_words(const std::vector<TermId>& ids) const {
    std::string out;
    for (const TermId id : ids) out += (out.empty() ? "" : "; ") + words(id);
    return out;
  }

  std::string all_texts(const std::vector<TermId>& ids) const {
    std::string out;
    for (const TermId id : ids) out += (out.empty() ? "" : " ") + std::string(text(id));
    return out;
  }

 private:
  const sparql::Dataset& data_;
  const Labels& labels_;
};

std::vector<std::string> texts(const Properties& p, const std::vector<TermId>& ids) {
  std::vector<std::string> out;
  for (const TermId id : ids) out.emplace_back(p.text(id));
  return out;
}

const graph::Vocabulary& vocabulary() {
  static const graph::Vocabulary v{rdf::Namespace(graph::default_base)};
  return v;
}

}  // namespace

void collect_labels(const sparql::Dataset& data, Labels& labels) {
  const TermId label = data.terms().find_iri(vocabulary().label.text());
  if (label == sparql::unbound) return;
  const auto found = data.find({sparql::unbound, label, sparql::unbound, sparql::unbound});
  for (std::size_t i = 0; i < found.quads.size(); ++i) {
    const sparql::Quad quad = found.quad(i);
    if (quad[1] == label) labels.try_emplace(data.terms()[quad[0]].text, data.terms()[quad[2]].text);
  }
}

ClaimTable::ClaimTable(const mapping::Ontology& ontology) {
  for (const char* name : {"type", "status"}) columns_.push_back({name, false});
  for (const char* name : {"subject", "object", "source"}) columns_.push_back({name, true});
  for (const std::string_view name : figure_and_time) columns_.push_back({column_name(name), false});
  for (const std::string& name : ontology.qualifiers()) {
    if (std::find(figure_and_time.begin(), figure_and_time.end(), name) != figure_and_time.end()) continue;
    qualifiers_.push_back(name);
    columns_.push_back({column_name(name), true});
  }
  columns_.push_back({"phase", false});
  for (const char* name : {"cue", "quote"}) columns_.push_back({name, true});
  for (const char* name : {"begin", "end", "confidence", "rule", "published", "modified"})
    columns_.push_back({name, false});
  for (const char* name : {"headline", "publisher", "author", "url", "article_id"}) columns_.push_back({name, true});
  for (const char* name :
       {"language", "subject_iri", "object_iri", "source_iri", "claim", "relation", "sentence", "article"})
    columns_.push_back({name, false});
}

std::size_t ClaimTable::column(std::string_view name) const {
  const auto at = std::find_if(columns_.begin(), columns_.end(), [&](const Column& c) { return c.name == name; });
  if (at == columns_.end()) throw std::out_of_range("no column " + std::string(name));
  return static_cast<std::size_t>(at - columns_.begin());
}

std::vector<ClaimRow> ClaimTable::rows(const sparql::Dataset& data, const Labels& labels) const {
  const graph::Vocabulary& v = vocabulary();
  const Properties p(data, labels);
  const TermId type = data.terms().find_iri(v.type.text()), claim_class = data.terms().find_iri(v.claim_class.text());
  std::vector<std::tuple<std::string, std::uint64_t, std::string, ClaimRow>> sorted;
  if (type == sparql::unbound || claim_class == sparql::unbound) return {};
  const sparql::Quad pattern{sparql::unbound, type, claim_class, sparql::unbound};
  const auto found = data.find(pattern);
  TermId last = sparql::unbound;
  for (std::size_t i = 0; i < found.quads.size(); ++i) {
    const sparql::Quad quad = found.quad(i);
    if (!sparql::Dataset::matches(quad, pattern) || quad[0] == last) continue;
    const TermId claim = last = quad[0];
    const TermId sentence = p.value(claim, v.sentence), article = p.value(sentence, v.context);
    const auto subjects = p.values(claim, v.subject), objects = p.values(claim, v.object),
               sources = p.values(claim, v.attributed_to);
    ClaimRow row{{}, texts(p, subjects), texts(p, objects)};
    const auto put = [&](std::string text) { row.cells.push_back(std::move(text)); };
    const auto put_text = [&](TermId subject, const rdf::Iri& property) {
      put(std::string(p.text(p.value(subject, property))));
    };
    const auto put_local = [&](const rdf::Iri& property) {
      put(std::string(local_name(p.text(p.value(claim, property)))));
    };
    put_local(v.relation_type);
    put_local(v.status);
    for (const auto* actors : {&subjects, &objects, &sources}) put(p.all_words(*actors));
    for (const std::string_view name : figure_and_time) put_local(v.names.dpq(name));
    for (const std::string& name : qualifiers_) put(p.all_words(p.values(claim, v.names.dpq(name))));
    put_local(v.phase);
    put_text(claim, v.cue);
    put_text(sentence, v.anchor_of);
    put_text(sentence, v.begin_index);
    put_text(sentence, v.end_index);
    put_text(claim, v.confidence);
    put_local(v.rule);
    for (const rdf::Iri* property :
         {&v.published, &v.modified, &v.headline, &v.publisher, &v.author, &v.url, &v.identifier, &v.in_language})
      put_text(article, *property);
    for (const auto* actors : {&subjects, &objects, &sources}) put(p.all_texts(*actors));
    put(std::string(p.text(claim)));
    put_text(claim, v.about);
    put(std::string(p.text(sentence)));
    put(std::string(p.text(article)));
    std::uint64_t begin = 0;
    const std::string_view digits = p.text(p.value(sentence, v.begin_index));
    std::from_chars(digits.data(), digits.data() + digits.size(), begin);
    sorted.emplace_back(p.text(article), begin, p.text(claim), std::move(row));
  }
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a)) <
           std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b));
  });
  std::vector<ClaimRow> out;
  for (auto& entry : sorted) out.push_back(std::move(std::get<3>(entry)));
  return out;
}

}  // namespace depeche::table
