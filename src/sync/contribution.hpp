#pragma once
#include <string>
#include <string_view>
#include <vector>

// What one article gives to the export, whatever else stands there. The export is the union over all articles, so it
// does not depend on their order and a change of one article changes what hangs on that article alone.
//
// In the sorted files of the state every statement is a line that begins with its section:
//   1<statement>\t<key>   a fact, and an article that asserts it
//   2<statement>\t<key>   a statement about an entity, and an article that names it so
//   3<statement>\t<key>   the relation table, under a key of its own
//   4<key>\t<statement>   evidence: the graph of one article
namespace depeche::sync {

enum class Section : char { facts = '1', entities = '2', ontology = '3', evidence = '4' };

inline constexpr std::string_view ontology_key = "ontology--------";  ///< as long as the key of an article

/// Lines of N-Quads without newline; order and repetition mean nothing.
struct Contribution {
  std::vector<std::string> facts, entities, evidence;
};

/// What is counted of one statement of a subject.
struct Supported {
  std::string line;  ///< without section
  std::uint64_t articles = 0;
};

/// The statements to publish about one subject, sorted, of those that articles support: all, except that an entity has
/// one type, one label and one code, which are those that most articles give (the first in bytes among equals). Labels
/// that lose become alternative labels.
std::vector<std::string> publish_subject(Section section, const std::vector<Supported>& supported);

/// "<subject>" and "<predicate>" of a line of N-Quads.
std::string_view subject_of(std::string_view line);
std::string_view predicate_of(std::string_view line);

/// The relation type that a fact makes an instance of ("Meeting"); empty if it says something else.
std::string_view relation_type_of(std::string_view fact);

}  // namespace depeche::sync
