#include "store/store.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "rdf/ntriples.hpp"
#include "rdf/quad_reader.hpp"

namespace depeche::store {
namespace {

constexpr std::size_t graphs_asked_at_once = 200;
constexpr std::size_t names_asked_at_once = 5000;  // Virtuoso cuts answers at 10,000 rows, without a word

tl::unexpected<StoreError> refused(std::string message) {
  return tl::unexpected(StoreError{StoreError::Kind::refused, std::move(message)});
}

/// "GRAPH <g> {\n…}\n", or the lines alone for the default graph.
void append_block(std::string& out, const std::string& graph, const GraphLines& lines) {
  if (!graph.empty()) out.append("GRAPH <").append(graph).append("> {\n");
  for (const std::string& line : lines) out.append(line).append("\n");
  if (!graph.empty()) out += "}\n";
}

std::string graph_name(const std::string& graph) {
  return graph.empty() ? "DEFAULT" : "GRAPH <" + graph + ">";
}

std::size_t size_of(const GraphLines& lines) {
  std::size_t n = 0;
  for (const std::string& line : lines) n += line.size() + 1;
  return n;
}

}  // namespace

Store::Store(const Profile& profile, Endpoints endpoints, HttpClient client)
    : profile_(&profile), endpoints_(std::move(endpoints)), client_(std::move(client)) {}

bool Store::fits_update(std::size_t statements, std::size_t bytes) const {
  return profile_->sparql && statements <= profile_->update_statements && bytes <= profile_->update_bytes;
}

bool Store::fits_bulk(std::size_t statements, std::size_t bytes) const {
  if (profile_->bulk == Profile::Bulk::quads) return bytes <= profile_->bulk_bytes;
  return profile_->bulk == Profile::Bulk::update && fits_update(statements, bytes);
}

StoreResult<std::string> Store::ask(const std::string& query, const std::string& accept) {
  const std::string body = form_body({{"query", query}});
  auto response = client_.send({"POST", endpoints_.query, "application/x-www-form-urlencoded", body, accept});
  if (!response) return tl::unexpected(std::move(response.error()));
  if (response->status == 404) return refused(endpoints_.query + ": HTTP 404: there is nothing to ask at this address");
  return std::move(response->body);
}

StoreResult<std::vector<std::map<std::string, std::string>>> Store::select(const std::string& query) {
  const auto text = ask(query, "application/sparql-results+json");
  if (!text) return tl::unexpected(text.error());
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  const auto misfit = [&] { return refused(endpoints_.query + ": the answer is not SPARQL results in JSON"); };
  if (!json.is_object() || !json.contains("results")) return misfit();
  std::vector<std::map<std::string, std::string>> rows;
  try {
    for (const auto& binding : json.at("results").at("bindings")) {
      auto& row = rows.emplace_back();
      for (const auto& [name, value] : binding.items()) row[name] = value.at("value").get<std::string>();
    }
  } catch (const nlohmann::json::exception&) {
    return misfit();
  }
  return rows;
}

StoreResult<void> Store::update(const std::string& text) {
  auto response = client_.send({"POST", endpoints_.update, "application/sparql-update", text, ""});
  if (!response) return tl::unexpected(std::move(response.error()));
  if (response->status == 404) return refused(endpoints_.update + ": HTTP 404: updates are not taken at this address");
  return {};
}

std::string Store::graph_url(const std::string& graph) const {
  const char* const joint = endpoints_.graphs.find('?') == std::string::npos ? "?" : "&";
  if (graph.empty()) return endpoints_.graphs + joint + "default";
  const bool virtuoso = profile_->name == "virtuoso";
  return endpoints_.graphs + joint + (virtuoso ? "graph-uri=" : "graph=") + percent_encode(graph);
}

StoreResult<std::map<std::string, std::uint64_t>> Store::count(const std::vector<std::string>& graphs) {
  std::map<std::string, std::uint64_t> out;
  for (std::size_t at = 0; at < graphs.size(); at += graphs_asked_at_once) {
    const std::size_t end = std::min(at + graphs_asked_at_once, graphs.size());
    std::string values;
    for (std::size_t i = at; i < end; ++i) {
      out[graphs[i]] = 0;
      values += "<" + graphs[i] + ">\n";
    }
    if (endpoints_.query.empty()) {  // nothing to ask but the graphs themselves
      for (std::size_t i = at; i < end; ++i) {
        const auto lines = read(graphs[i]);
        if (!lines) return tl::unexpected(lines.error());
        out[graphs[i]] = lines->size();
      }
      continue;
    }
    const auto rows =
        select("SELECT ?g (COUNT(*) AS ?n) WHERE { VALUES ?g {\n" + values + "} GRAPH ?g { ?s ?p ?o } } GROUP BY ?g");
    if (!rows) return tl::unexpected(rows.error());
    for (const auto& row : *rows) {
      const auto name = row.find("g"), number = row.find("n");
      if (name == row.end() || number == row.end()) continue;
      const std::string& digits = number->second;
      std::from_chars(digits.data(), digits.data() + digits.size(), out[name->second]);
    }
  }
  return out;
}

/// The answer as lines of N-Triples, or why it cannot be read.
StoreResult<void> Store::append_answer(const StoreResult<std::string>& answer, const std::string& graph,
                                       GraphLines& lines) const {
  if (!answer) return tl::unexpected(answer.error());
  Diagnostics faults;
  rdf::read_statements(
      *answer, rdf::Syntax::ntriples, "answer", [&](const rdf::Statement& s) { lines.push_back(rdf::to_ntriples(s)); },
      faults);
  if (faults.empty()) return {};
  return refused(fmt::format("graph <{}> as the store gives it cannot be read: line {}: {}", graph, faults[0].line,
                             faults[0].message));
}

StoreResult<std::string> Store::get_graph(const std::string& graph) {
  auto response = client_.send({"GET", graph_url(graph), "", "", "application/n-triples"});
  if (!response) return tl::unexpected(std::move(response.error()));
  return response->status == 404 ? std::string() : std::move(response->body);
}

StoreResult<void> Store::read_by_query(const std::string& graph, GraphLines& lines) {
  const std::string pattern = graph.empty() ? "?s ?p ?o" : "GRAPH <" + graph + "> { ?s ?p ?o }";
  const std::string query = "CONSTRUCT { ?s ?p ?o } WHERE { " + pattern + " }";
  const std::size_t page = profile_->read_statements;
  if (page == 0) return append_answer(ask(query, "application/n-triples"), graph, lines);
  auto first = append_answer(ask(fmt::format("{} LIMIT {}", query, page), "application/n-triples"), graph, lines);
  if (!first || lines.size() < page) return first;
  // Only in an order do pages fit together; without one Virtuoso gives some statements twice and others never.
  lines.clear();
  const std::string ordered =
      "CONSTRUCT { ?s ?p ?o } WHERE { { SELECT ?s ?p ?o WHERE { " + pattern + " } ORDER BY ?s ?p ?o } }";
  for (std::size_t offset = 0;; offset += page) {
    auto part = append_answer(ask(fmt::format("{} LIMIT {} OFFSET {}", ordered, page, offset), "application/n-triples"),
                              graph, lines);
    if (!part || lines.size() < offset + page) return part;
  }
}

StoreResult<GraphLines> Store::read(const std::string& graph) {
  GraphLines lines;
  auto result = profile_->graph_store ? append_answer(get_graph(graph), graph, lines) : read_by_query(graph, lines);
  if (!result) return tl::unexpected(std::move(result.error()));
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

StoreResult<std::vector<std::string>> Store::list(const std::string& beginning) {
  std::vector<std::string> out;
  if (endpoints_.query.empty()) return refused("graphs cannot be listed without an address for queries");
  for (std::string last;;) {
    const auto rows =
        select(fmt::format("SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), \"{}\") && "
                           "STR(?g) > \"{}\") }} ORDER BY STR(?g) LIMIT {}",
                           beginning, last, names_asked_at_once));
    if (!rows) return tl::unexpected(rows.error());
    for (const auto& row : *rows) {
      if (const auto name = row.find("g"); name != row.end()) out.push_back(name->second);
    }
    if (rows->size() < names_asked_at_once) break;
    last = out.back();
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

StoreResult<void> Store::send_graph(const std::string& method, const GraphContent& graph) {
  std::string body;
  append_block(body, "", graph.lines);
  const auto response = client_.send({method, graph_url(graph.graph), "application/n-triples", body, ""});
  if (!response) return tl::unexpected(response.error());
  if (response->status == 404) return refused(endpoints_.graphs + ": HTTP 404: graphs are not taken at this address");
  return {};
}

StoreResult<void> Store::add(const std::vector<GraphContent>& graphs) {
  std::string body;
  if (profile_->bulk != Profile::Bulk::quads) {
    body = "INSERT DATA {\n";
    for (const GraphContent& graph : graphs) append_block(body, graph.graph, graph.lines);
    return update(body + "}");
  }
  for (const GraphContent& graph : graphs) {
    for (const std::string& line : graph.lines) {
      if (graph.graph.empty()) {
        body.append(line).append("\n");
      } else {
        body.append(line, 0, line.size() - 1).append("<").append(graph.graph).append("> .\n");
      }
    }
  }
  const auto response = client_.send({"POST", endpoints_.quads, "application/n-quads", body, ""});
  if (!response) return tl::unexpected(response.error());
  if (response->status == 404) return refused(endpoints_.quads + ": HTTP 404: N-Quads are not taken at this address");
  return {};
}

StoreResult<void> Store::change(const std::vector<GraphChange>& changes) {
  std::string text;
  const auto append = [&](const char* operation, const std::string& graph, const GraphLines& lines) {
    if (lines.empty()) return;
    text.append(text.empty() ? "" : " ;\n").append(operation);
    append_block(text, graph, lines);
    text += "}";
  };
  // A graph at a time: Virtuoso ignores a DELETE DATA of several, without a word.
  for (const GraphChange& change : changes) append("DELETE DATA {\n", change.graph, change.removed);
  for (const GraphChange& change : changes) append("INSERT DATA {\n", change.graph, change.added);
  return update(text);
}

StoreResult<void> Store::fill(const GraphContent& graph) {
  if (profile_->posts_to_staging) return send_graph("POST", graph);
  GraphContent part{graph.graph, {}};
  std::size_t bytes = 0;
  const auto flush = [&]() -> StoreResult<void> {
    if (part.lines.empty()) return {};
    auto sent = add({part});
    part.lines.clear();
    bytes = 0;
    return sent;
  };
  for (const std::string& line : graph.lines) {
    if (!fits_update(part.lines.size() + 1, bytes + line.size())) {
      if (auto sent = flush(); !sent) return sent;
    }
    part.lines.push_back(line);
    bytes += line.size() + 1;
  }
  return flush();
}

StoreResult<void> Store::replace(const GraphContent& graph) {
  if (profile_->replace == Profile::Replace::put) return send_graph("PUT", graph);
  const std::string name = graph_name(graph.graph);
  if (fits_update(graph.lines.size(), size_of(graph.lines))) {
    std::string text = "DROP SILENT " + name + " ;\nINSERT DATA {\n";
    append_block(text, graph.graph, graph.lines);
    return update(text + "}");
  }
  const std::string staging = (graph.graph.empty() ? "urn:depeche" : graph.graph) + std::string(staging_suffix);
  if (auto dropped = update("DROP SILENT " + graph_name(staging)); !dropped) return dropped;
  if (auto filled = fill({staging, graph.lines}); !filled) return filled;
  // Moving the wrong thing would destroy what is there: the staging graph must be what it should be.
  auto there = count({staging});
  if (!there) return tl::unexpected(std::move(there.error()));
  if ((*there)[staging] != graph.lines.size())
    return refused("graph <" + staging + "> did not come out as it was sent");
  return update("MOVE SILENT " + graph_name(staging) + " TO " + name);
}

StoreResult<void> Store::drop(const std::string& graph) {
  if (profile_->sparql) return update("DROP SILENT " + graph_name(graph));
  const auto response = client_.send({"DELETE", graph_url(graph), "", "", ""});
  if (!response) return tl::unexpected(response.error());
  return {};
}

}  // namespace depeche::store
