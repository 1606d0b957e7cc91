#include "evaluate/given.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "evaluate/gold.hpp"

namespace depeche::evaluate {
namespace {

/// Behind the last # or /.
std::string local_name(const std::string& iri) {
  const std::size_t at = iri.find_last_of("#/");
  return at == std::string::npos ? iri : iri.substr(at + 1);
}

char kind_of_class(const std::string& name) {
  if (name == "Person") return 'p';
  if (name == "Country") return 'c';
  if (name == "Organization") return 'o';
  return name == "Place" ? 'l' : '\0';
}

void add_once(std::vector<std::string>& list, std::string text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

}  // namespace

GivenReader::GivenReader() {
  const std::string dp = "https://w3id.org/depeche/ontology#", dpq = "https://w3id.org/depeche/qualifier#",
                    nif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
  property_of_ = {{"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", type},
                  {"http://www.w3.org/2000/01/rdf-schema#label", label},
                  {"http://www.w3.org/2004/02/skos/core#altLabel", label},
                  {dp + "isoCode", iso},
                  {dp + "relationType", relation_type},
                  {dp + "subject", subject},
                  {dp + "object", object},
                  {dp + "status", status},
                  {dp + "rule", rule},
                  {dp + "sentence", sentence},
                  {nif + "referenceContext", context},
                  {nif + "anchorOf", quote},
                  {dpq + "value", figure},
                  {dpq + "min", figure},
                  {dpq + "max", figure}};
  for (const std::string schema : {"https://schema.org/", "http://schema.org/"}) {
    property_of_[schema + "identifier"] = identifier;
    property_of_[schema + "mentions"] = mentions;
  }
}

void GivenReader::write(const rdf::Iri& s, const rdf::Iri& p, const rdf::Term& o, const rdf::Iri*) {
  const auto* iri = std::get_if<rdf::Iri>(&o);
  add(s.text(), p.text(), iri != nullptr ? iri->text() : std::get<rdf::Literal>(o).text());
}

void GivenReader::add(const rdf::ReadTriple& triple) {
  add(triple.subject.text, triple.predicate.text, triple.object.text);
}

void GivenReader::add(const std::string& s, const std::string& p, const std::string& o) {
  const auto property = property_of_.find(p);
  if (property == property_of_.end()) return;
  const auto [at, added] = place_of_.try_emplace(s, nodes_.size());
  if (added) nodes_.push_back({s, {}});
  nodes_[at->second].values[property->second].push_back(o);
}

const std::string* GivenReader::first(const std::string& node, Property property) const {
  const auto at = place_of_.find(node);
  if (at == place_of_.end() || nodes_[at->second].values[property].empty()) return nullptr;
  return &nodes_[at->second].values[property].front();
}

GivenActor GivenReader::actor(const std::string& iri) const {
  GivenActor out;
  out.iri = iri;
  if (const auto at = place_of_.find(iri); at != place_of_.end()) {
    const Node& node = nodes_[at->second];
    for (const std::string& c : node.values[type]) {
      if (out.kind == 0) out.kind = kind_of_class(local_name(c));
    }
    out.names = node.values[iso];
    if (!out.names.empty()) {
      out.kind = 'c';
      return out;
    }
    for (const std::string& name : node.values[label]) add_once(out.names, bare_name(name));
  }
  if (out.names.empty()) {
    std::string name = local_name(iri);  // "person.to-lam"
    name.erase(0, name.find_last_of('.') + 1);
    add_once(out.names, bare_name(name));
  }
  return out;
}

Given GivenReader::finish() const {
  Given out;
  std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> places;
  const auto text = [](const std::string* value) { return value == nullptr ? std::string() : *value; };
  for (const Node& node : nodes_) {
    if (!node.values[mentions].empty() && !node.values[identifier].empty()) {
      const std::set<std::string> distinct(node.values[mentions].begin(), node.values[mentions].end());
      auto& list = out.mentions[node.values[identifier].back()];
      for (const std::string& iri : distinct) list.push_back(actor(iri));
    }
    const auto is_claim = [](const std::string& c) { return c == "https://w3id.org/depeche/ontology#Claim"; };
    if (std::none_of(node.values[type].begin(), node.values[type].end(), is_claim)) continue;
    const std::string where = text(first(node.iri, sentence));
    const std::string article = text(first(text(first(where, context)), identifier));
    const std::string relation = local_name(text(first(node.iri, relation_type)));
    for (const std::string& s : node.values[subject]) {
      for (const std::string& o : node.values[object]) {
        if (s == o) continue;
        const bool turned = is_symmetric(relation) && o < s;
        const auto [at, added] =
            places.try_emplace({article, relation, turned ? o : s, turned ? s : o}, out.relations.size());
        if (added)
          out.relations.push_back({article, relation, actor(s), actor(o), {}, {}, {}, text(first(where, quote))});
        GivenRelation& kept = out.relations[at->second];
        kept.statuses.insert(local_name(text(first(node.iri, status))));
        kept.rules.insert(local_name(text(first(node.iri, rule))));
        for (const std::string& number : node.values[figure]) {
          double value = 0;
          if (std::from_chars(number.data(), number.data() + number.size(), value).ec == std::errc()) {
            kept.figures.insert(value);
          }
        }
      }
    }
  }
  return out;
}

}  // namespace depeche::evaluate
