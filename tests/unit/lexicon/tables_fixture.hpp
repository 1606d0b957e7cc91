#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "lexicon/names.hpp"

namespace depeche::lexicon {

/// A folder of small tables, gone after the test.
class TablesFixture : public ::testing::Test {
 protected:
  TablesFixture() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(::testing::TempDir()) / (std::string("depeche-names-") + test->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    write("countries.tsv",
          "iso\tqid\tlabel\tgender\tnumber\tnames\tdemonym_nouns\tdemonym_adjectives\tprefixes\tcapital\tseats\n"
          "RU\tQ159\tRussie\tf\ts\tFédération de Russie\tRusse|Russes\trusse|russes\trusso\tMoscou\tKremlin\n"
          "CI\tQ1008\tCôte d'Ivoire\tf\ts\t-\tIvoirien\tivoirien\t-\t-\t-\n");
    write(
        "organisations.tsv",
        "qid\tlabel\ttype\tiso\tgender\tnumber\tnames\tacronyms\n-\tUnion des ports\tinternational\t-\tf\ts\t-\tUDP\n");
    write("places.tsv", "label\tnames\tiso\ttype\tqid\tlift\nOdessine\t-\tRU\tcity\t-\tno\n");
    write("persons.tsv",
          "qid\tlabel\tgender\tiso\tnames\toffices\n-\tPaul Le Brun\tm\tRU\tLe Brun|Xu\tprésident@RU@2012..\n");
    write("offices.tsv",
          "canonical\tfeminine\tplurals\ttitle\tstate\torganisation\tafter\ttype\n"
          "président\tprésidente\tprésidents|présidentes\tno\tyes\tyes\t-\thead\n"
          "Premier ministre\tPremière ministre\tPremiers ministres\tno\tyes\tno\t-\thead\n");
    write("given-names.tsv", "name\tgender\nJean\tm\nMarie\tf\nClaude\tu\n");
    write("commodities.tsv", "id\tlabel\tlabel_en\tlemmas\tparent\narms\tarmes\tarms\tarme|matériel militaire\t-\n");
  }
  ~TablesFixture() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::string& name, std::string_view text) {
    const auto path = folder_ / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

  Result<NameLexicon> load(const std::vector<std::string>& user_files = {}) {
    diagnostics_.clear();
    return NameLexicon::load(folder_.string(), user_files, diagnostics_);
  }

  /// "line:column code" of every fault, in order.
  std::vector<std::string> faults() const {
    std::vector<std::string> found;
    for (const Diagnostic& d : diagnostics_) {
      found.push_back(std::to_string(d.line) + ":" + std::to_string(d.column) + " " + d.code);
    }
    return found;
  }

  std::filesystem::path folder_;
  Diagnostics diagnostics_;
};

}  // namespace depeche::lexicon
