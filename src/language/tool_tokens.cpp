// Developer program: reads lines of text, writes one sentence per line with tabs between the tokens.
#include <iostream>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "language/analyser.hpp"

int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  std::string buffer;
  std::vector<depeche::language::Sentence> sentences;
  while (std::getline(std::cin, line)) {
    if (depeche::utf8::find_invalid(line) != std::string::npos) continue;
    sentences.clear();
    depeche::language::scan(line, 0, static_cast<std::uint32_t>(line.size()), sentences);
    for (const auto& sentence : sentences) {
      buffer.clear();
      for (const auto& token : sentence.tokens) {
        if (!buffer.empty()) buffer += '\t';
        buffer += depeche::language::text_of(line, token);
      }
      buffer += '\n';
      std::cout << buffer;
    }
  }
}
