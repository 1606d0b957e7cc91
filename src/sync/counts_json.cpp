#include "sync/counts_json.hpp"

namespace depeche::sync {

using Json = nlohmann::ordered_json;

Json json_of(const Counts& c) {
  return {{"read", c.read},
          {"exported", c.exported},
          {"unchanged", c.unchanged},
          {"rejected", c.rejected},
          {"filtered", c.filtered},
          {"added", c.added},
          {"changed", c.changed},
          {"gone", c.gone},
          {"retracted", c.retracted},
          {"erased", c.erased},
          {"statementsAdded", c.statements_added},
          {"statementsRemoved", c.statements_removed}};
}

Counts counts_of(const Json& j) {
  Counts c;
  c.read = j.at("read"), c.exported = j.at("exported"), c.unchanged = j.at("unchanged"), c.rejected = j.at("rejected");
  c.filtered = j.at("filtered"), c.added = j.at("added"), c.changed = j.at("changed"), c.gone = j.at("gone");
  c.retracted = j.at("retracted"), c.erased = j.at("erased");
  c.statements_added = j.at("statementsAdded"), c.statements_removed = j.at("statementsRemoved");
  return c;
}

}  // namespace depeche::sync
