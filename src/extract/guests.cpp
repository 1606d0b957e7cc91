// Guests: of those who meet in a state, who is known to belong to another one visits it.
#include "extract/guests.hpp"

#include <algorithm>
#include <string_view>

namespace depeche::extract {

using recognise::ActorKind;
using recognise::EntityId;
using recognise::no_entity;

namespace {

bool ends_in(const mapping::Path& path, const mapping::Functions& functions, std::string_view name) {
  return path.steps.size() > 1 && functions.name(path.steps.back()) == name;
}

/// ISO code of the state for which the person holds office; empty if unknown.
std::string_view home_of(const Discourse& discourse, EntityId person) {
  const EntityId state = discourse.state_of(person);
  return discourse.entity(state == no_entity ? person : state).iso;
}

}  // namespace

bool ends_in_state(const mapping::Path& path, const mapping::Functions& functions) {
  return ends_in(path, functions, "state");
}

bool ends_abroad(const mapping::Path& path, const mapping::Functions& functions) {
  return ends_in(path, functions, "abroad");
}

bool takes_guests(const mapping::Filler& filler, const mapping::Functions& functions) {
  return std::any_of(filler.paths.begin(), filler.paths.end(),
                     [&](const mapping::Path& path) { return ends_abroad(path, functions); });
}

mapping::Path without_end(const mapping::Path& path) {
  return {{path.steps.begin(), path.steps.end() - 1}};
}

Actors states_of(const Discourse& discourse, const Actors& persons) {
  Actors out;
  for (const Actor& person : persons) {
    if (discourse.entity(person.entity).kind != ActorKind::person) continue;
    const EntityId state = discourse.state_of(person.entity);
    const auto same = [&](const Actor& a) { return a.entity == state; };
    if (state != no_entity && std::none_of(out.begin(), out.end(), same)) out.push_back({state, no_token, false});
  }
  return out;
}

void keep_foreign(const Discourse& discourse, const Actors& hosts, Actors& visitors) {
  const auto is_host = [&](std::string_view iso) {
    return std::any_of(hosts.begin(), hosts.end(),
                       [&](const Actor& host) { return discourse.entity(host.entity).iso == iso; });
  };
  std::string_view abroad;
  bool local = false, third = is_host({});  // a place of which nobody knows the state
  for (const Actor& a : visitors) {
    const std::string_view home = home_of(discourse, a.entity);
    if (home.empty()) continue;
    if (is_host(home)) {
      local = true;
    } else {
      third = third || (!abroad.empty() && abroad != home);
      abroad = home;
    }
  }
  std::erase_if(visitors, [&](const Actor& a) {
    const std::string_view home = home_of(discourse, a.entity);
    return (third && !local) || discourse.entity(a.entity).kind != ActorKind::person || home.empty() || is_host(home);
  });
}

}  // namespace depeche::extract
