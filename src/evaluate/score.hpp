#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "evaluate/given.hpp"
#include "evaluate/gold.hpp"

namespace depeche::evaluate {

/// How much of what is given is in the gold, and how much of the gold is given.
struct Agreement {
  std::size_t found = 0, given = 0, gold = 0;

  double precision() const;  ///< 0 if nothing is given
  double recall() const;     ///< 0 if the gold is empty
  double f1() const;
};

struct Share {
  std::size_t right = 0, all = 0;

  double value() const;  ///< 0 if there is nothing
};

/// How often a rule's relations are in the gold.
struct RuleRecord {
  std::string type;  ///< relation type
  std::size_t right = 0, wrong = 0;
};

/// The figures of a graph against a gold standard, over the articles of the gold.
struct Score {
  std::size_t articles = 0;
  Agreement relations;                          ///< article, type, subject and object, whatever the status
  Agreement facts;                              ///< the same among what is asserted, on both sides
  Agreement persons, countries, organisations;  ///< mentioned in the article
  Share status;                                 ///< of the relations found, those with a status of the gold
  Share figures;  ///< of the gold's figures, those given with the same number (within 0.5 %)
  std::map<std::string, Agreement> types;
  std::map<std::string, RuleRecord> rules;
  std::vector<GoldRelation> misses;
  std::vector<GivenRelation> extras;
};

/// Matches one to one, in the order of the gold. The gold has Import between states only: with other partners it is
/// neither right nor wrong and left out.
Score measure(const Gold& gold, const Given& given);

}  // namespace depeche::evaluate
