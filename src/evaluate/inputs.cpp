#include "evaluate/inputs.hpp"

#include <stdexcept>
#include <utility>

#include "article/source.hpp"
#include "base/mapped_file.hpp"
#include "graph/builder.hpp"

namespace depeche::evaluate {

bool is_graph(const std::string& path) {
  return path.ends_with(".nq") || path.ends_with(".nquads") || path.ends_with(".nt");
}

Result<void> read_graph(const std::string& path, GivenReader& given, Diagnostics& diagnostics) {
  const auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  for (const rdf::ReadTriple& triple : rdf::read_nquads(*text, path, diagnostics)) given.add(triple);
  return {};
}

std::size_t read_articles(const pipeline::Resources& resources, const std::vector<std::string>& inputs,
                          GivenReader& given, Diagnostics& diagnostics) {
  auto builder = graph::GraphBuilder::make(resources.knowledge().ontology.relations(), {});
  if (!builder) throw std::logic_error(builder.error().message);  // the default options make a graph
  article::ArticleSource source(inputs, resources.chrome());
  std::size_t read = 0;
  for (;;) {
    article::ReadResult next = source.next();
    if (std::holds_alternative<article::EndOfInput>(next)) return read;
    if (auto* diagnostic = std::get_if<Diagnostic>(&next)) {
      diagnostics.push_back(std::move(*diagnostic));
      continue;
    }
    builder->add(resources.extractor().extract(std::get<article::Article>(std::move(next))), given);
    ++read;
  }
}

}  // namespace depeche::evaluate
