#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace depeche::evaluate {

/// A name as names are compared: words of lower-case ASCII letters and digits with one space between them, without
/// titles ("M.", "Mme", "général" …). May be empty.
std::string bare_name(std::string_view name);

/// An actor of the gold standard.
struct GoldActor {
  char kind = 'o';                 ///< p person, c state, o organisation, l place
  std::string name;                ///< canonical; of a state the ISO code
  std::vector<std::string> names;  ///< bare, without the empty one

  std::string text() const { return std::string(1, kind) + ":" + name; }
};

/// An actor of a graph.
struct GivenActor {
  char kind = 0;  ///< as above, 0 if the graph does not say
  std::string iri;
  std::vector<std::string> names;  ///< of a state its ISO code; bare otherwise
};

/// True if both are the same: states by code, others by one common name; persons also by surname and the initial of
/// the given name. A place may be given as anything but a state.
bool is_same(const GoldActor& gold, const GivenActor& given);

}  // namespace depeche::evaluate
