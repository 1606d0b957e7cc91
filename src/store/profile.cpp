#include "store/profile.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "store/http.hpp"

namespace depeche::store {
namespace {

constexpr std::size_t mebi = 1024 * 1024;
constexpr std::size_t at_once = send_buffer - 32 * std::size_t{1024};  // less what is written around the statements

std::vector<Profile> make_profiles() {
  Profile oxigraph{"oxigraph", "the server: http://localhost:7878"};
  oxigraph.bulk = Profile::Bulk::quads;
  oxigraph.posts_to_staging = true;
  oxigraph.update_statements = 100'000;
  oxigraph.update_bytes = 64 * mebi;  // it takes 128 MiB
  oxigraph.bulk_bytes = 4 * mebi;

  // A body that ends too early, because the loader was killed, can damage a TDB2 database for good (seen with 4.10). So
  // bodies are as small as what the kernel takes at once and sends on even then.
  Profile fuseki{"fuseki", "the dataset: http://localhost:3030/ds"};
  fuseki.bulk = Profile::Bulk::quads;
  fuseki.update_statements = 100'000;
  fuseki.update_bytes = at_once;
  fuseki.bulk_bytes = at_once;

  // PUT destroys the old graph if the body is faulty, and the parser of updates ends at 5,000 lines; N-Quads are taken
  // from the server's disk only. Answers are cut at 10,000 rows or statements, without a word.
  Profile virtuoso{"virtuoso", "the server: http://localhost:8890"};
  virtuoso.bulk = Profile::Bulk::update;
  virtuoso.default_graph = false;
  virtuoso.graph_store = false;
  virtuoso.read_statements = 9000;
  virtuoso.posts_to_staging = true;
  virtuoso.update_statements = 1000;
  virtuoso.update_bytes = mebi;

  Profile gsp{"gsp", "the address of the Graph Store Protocol"};
  gsp.replace = Profile::Replace::put;
  gsp.sparql = false;

  Profile update{"sparql-update", "the address of SPARQL Update; --query-url names that of queries"};
  update.bulk = Profile::Bulk::update;
  update.graph_store = false;
  update.update_statements = 5000;
  update.update_bytes = 2 * mebi;
  return {oxigraph, fuseki, virtuoso, gsp, update};
}

}  // namespace

const std::vector<Profile>& profiles() {
  static const std::vector<Profile> all = make_profiles();
  return all;
}

const Profile* find_profile(std::string_view name) {
  const auto& all = profiles();
  const auto it = std::find_if(all.begin(), all.end(), [&](const Profile& p) { return p.name == name; });
  return it == all.end() ? nullptr : &*it;
}

Result<Endpoints> endpoints_of(const Profile& profile, std::string url, const std::string& query_url, bool named) {
  for (const std::string& text : {url, query_url}) {
    if (text.empty()) continue;
    const bool http = text.starts_with("http://") || text.starts_with("https://");
    const std::string host = http ? text.substr(text.find("//") + 2) : "";
    const std::string authority = host.substr(0, host.find_first_of("/?#"));
    if (authority.find('@') != std::string::npos) {
      return fail("an address must not carry a password: every user of this machine can see it");
    }
    if (authority.empty())
      return fail(fmt::format("'{}' is not an address that begins with http:// or https://", text));
  }
  while (url.ends_with('/')) url.pop_back();
  if (profile.name == "oxigraph") return Endpoints{url + "/query", url + "/update", url + "/store", url + "/store"};
  if (profile.name == "fuseki") return Endpoints{url + "/query", url + "/update", url + "/data", url + "/data"};
  if (profile.name == "virtuoso") {
    if (url.ends_with("/sparql")) url.resize(url.size() - std::string_view("/sparql").size());
    const std::string sparql = url + (named ? "/sparql-auth" : "/sparql");
    return Endpoints{sparql, sparql, url + (named ? "/sparql-graph-crud-auth" : "/sparql-graph-crud"), ""};
  }
  if (profile.name == "gsp") return Endpoints{query_url, "", url, ""};
  if (query_url.empty()) return fail("the profile sparql-update needs --query-url, the address of queries");
  return Endpoints{query_url, url, "", ""};
}

}  // namespace depeche::store
