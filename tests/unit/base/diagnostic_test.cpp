#include "base/diagnostic.hpp"

#include <gtest/gtest.h>

namespace depeche {
namespace {

TEST(FormatDiagnostic, ShowsPlaceLineCaretAndHint) {
  const Diagnostic fault{Severity::error,        "mapping-unknown-role", "fr/visite.toml",      12, 9,
                         "unknown role 'lieux'", "été\tlieux = 1",       "did you mean 'lieu'?"};
  EXPECT_EQ(format_diagnostic(fault),
            "fr/visite.toml:12:9: error: unknown role 'lieux' [mapping-unknown-role]\n"
            "  été\tlieux = 1\n"
            "     \t    ^\n"
            "  hint: did you mean 'lieu'?\n");
}

TEST(FormatDiagnostic, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(format_diagnostic({Severity::warning, "", "a.toml", 0, 5, "empty", "", ""}), "a.toml: warning: empty\n");
  EXPECT_EQ(format_diagnostic({Severity::note, "", "", 0, 0, "nothing fired", "", ""}), "note: nothing fired\n");
  EXPECT_EQ(format_diagnostic({Severity::error, "x", "a", 3, 0, "bad", "abc", ""}), "a:3: error: bad [x]\n  abc\n");
}

TEST(FormatDiagnostic, DoesNotPassBrokenBytesOn) {
  EXPECT_EQ(format_diagnostic({Severity::error, "x", "a", 3, 1, "bad", "\xFF\xFE", ""}), "a:3:1: error: bad [x]\n");
}

TEST(FormatDiagnostic, CaretBehindTheLineStaysAtItsEnd) {
  EXPECT_EQ(format_diagnostic({Severity::error, "", "a", 1, 99, "cut", "ab", ""}), "a:1:99: error: cut\n  ab\n    ^\n");
}

TEST(FormatDiagnostic, ColoursOnRequest) {
  const std::string text = format_diagnostic({Severity::error, "", "a", 1, 1, "bad", "ab", ""}, true);
  EXPECT_NE(text.find("\x1b[1;31merror:\x1b[0m bad\n"), std::string::npos) << text;
}

TEST(FormatDiagnostic, WritesOutWhatATerminalWouldObey) {
  const Diagnostic d{Severity::error, "bad", "a\nb.txt", 1, 3, "x\x1b[31m\xe9\u202e é", "\ta\x1b|", "a\nb"};
  EXPECT_EQ(format_diagnostic(d),
            "a\\x0Ab.txt:1:3: error: x\\x1B[31m\\xE9\\u202E é [bad]\n  \ta\uFFFD|\n  \t ^\n  hint: a\\x0Ab\n");
}

TEST(HasErrors, IgnoresNotesAndWarnings) {
  Diagnostics list{{Severity::note, "", "", 0, 0, "", "", ""}, {Severity::warning, "", "", 0, 0, "", "", ""}};
  EXPECT_FALSE(has_errors(list));
  list.push_back({});
  EXPECT_TRUE(has_errors(list));
}

TEST(LineOf, CountsFromOne) {
  EXPECT_EQ(line_of("a\nb\r\nc", 1), "a");
  EXPECT_EQ(line_of("a\nb\r\nc", 2), "b");
  EXPECT_EQ(line_of("a\nb\r\nc", 3), "c");
  EXPECT_EQ(line_of("a\nb\r\nc", 4), "");
  EXPECT_EQ(line_of("a\n", 0), "");
}

TEST(NearestWord, FindsTyposOnly) {
  const std::vector<std::string_view> words = {"object", "subject", "lieu", "élève", "as"};
  EXPECT_EQ(nearest_word("sujbect", words), "subject");
  EXPECT_EQ(nearest_word("lieux", words), "lieu");
  EXPECT_EQ(nearest_word("eleve", words), "élève") << "distance 2 in code points";
  EXPECT_EQ(nearest_word("verb", words), "");
  EXPECT_EQ(nearest_word("a", words), "") << "half the word is no typo";
  EXPECT_EQ(nearest_word("", words), "");
}

}  // namespace
}  // namespace depeche
