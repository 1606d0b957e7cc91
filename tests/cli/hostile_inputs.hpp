#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace depeche::cli_test {

/// An input that means no good, and what the program has to make of it.
struct Hostile {
  std::string what;  ///< for the message of the test
  std::string file;  ///< name of the input
  std::string bytes;
  int code = 0;
  std::string message;                 ///< a part of what is said, place and all; empty: nothing has to be said
  std::vector<std::string> options{};  ///< besides input and output
  std::vector<std::string> more{};     ///< other parts of it
};

/// A sequence that is no UTF-8 at the beginning, in the middle and at the end of a text and of a record.
std::vector<Hostile> broken_encodings();
/// Text that is UTF-8 and yet odd: marks, controls, other encodings, what turns the direction of writing.
std::vector<Hostile> odd_characters();
/// A good record cut at every other byte.
std::vector<Hostile> cut_records();
/// Lines that are no JSON, or none of an article.
std::vector<Hostile> wrong_records();
std::vector<Hostile> wrong_dates();
/// Texts that would end a literal, IRI, statement or query if they were not escaped, in every field of a record.
std::vector<Hostile> breakouts();
/// One below a limit, the limit, one above.
std::vector<Hostile> limits();
/// Packed data cut, changed, nested, and those that unpack to far more than they are.
std::vector<Hostile> packed();
/// Bases and graphs that are no IRIs.
std::vector<Hostile> wrong_iris();

std::string gzip(std::string_view text);
std::string zstd(std::string_view text);

}  // namespace depeche::cli_test
