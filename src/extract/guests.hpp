#pragma once
#include "extract/discourse.hpp"
#include "mapping/functions.hpp"

namespace depeche::extract {

/// Where a path that ends in one of these functions begins: the persons at the steps before.
///   state   stands for the states for which those persons hold office: who is received by a minister goes to his state
///   abroad  only those of them who are known to be of another state than the one in the other role
bool ends_in_state(const mapping::Path& path, const mapping::Functions& functions);
bool ends_abroad(const mapping::Path& path, const mapping::Functions& functions);
bool takes_guests(const mapping::Filler& filler, const mapping::Functions& functions);

/// The path without its last step.
mapping::Path without_end(const mapping::Path& path);

/// The states for which the persons hold office, by the article or the lexicon, each once.
Actors states_of(const Discourse& discourse, const Actors& persons);

/// Leaves those visitors who are known to be of another state than their hosts. Where two states meet in a third one,
/// the place says little: nobody is left.
void keep_foreign(const Discourse& discourse, const Actors& hosts, Actors& visitors);

}  // namespace depeche::extract
