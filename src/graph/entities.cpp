#include "graph/entities.hpp"

#include <algorithm>
#include <numeric>

#include "base/digest.hpp"
#include "base/utf8.hpp"

namespace depeche::graph {
namespace {

bool is_wikidata_id(std::string_view text) {
  return text.size() >= 2 && text[0] == 'Q' && text[1] >= '1' && text[1] <= '9' &&
         text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::string entity_id(const recognise::Entity& entity) {
  if (is_wikidata_id(entity.qid)) return entity.qid;
  std::string slug = utf8::slug(entity.local_id.empty() ? entity.label : entity.local_id);
  // A name without a Latin letter has no slug.
  if (slug.empty()) slug = "x-" + h8(entity.label);
  return utf8::lower(class_name(entity.kind)) + "." + slug;
}

}  // namespace

std::string_view class_name(recognise::ActorKind kind) {
  switch (kind) {
    case recognise::ActorKind::person:
      return "Person";
    case recognise::ActorKind::country:
      return "Country";
    case recognise::ActorKind::organisation:
      return "Organization";
    case recognise::ActorKind::place:
      break;
  }
  return "Place";
}

EntityTerms::EntityTerms(const std::vector<recognise::Entity>& entities, const Namespaces& names) {
  ids_.reserve(entities.size());
  iris_.reserve(entities.size());
  for (const recognise::Entity& entity : entities) {
    ids_.push_back(entity_id(entity));
    iris_.push_back(ids_.back().front() == 'Q' ? names.wd(ids_.back()) : names.entity(ids_.back()));
  }
  std::vector<recognise::EntityId> all(entities.size());
  std::iota(all.begin(), all.end(), 0U);
  sorted_ = all;
  std::stable_sort(sorted_.begin(), sorted_.end(), [this](auto a, auto b) { return iris_[a] < iris_[b]; });
  const auto same = [this](auto a, auto b) { return iris_[a] == iris_[b]; };
  sorted_.erase(std::unique(sorted_.begin(), sorted_.end(), same), sorted_.end());
}

std::vector<recognise::EntityId> EntityTerms::distinct(const std::vector<recognise::EntityId>& entities) const {
  std::vector<recognise::EntityId> out = entities;
  std::stable_sort(out.begin(), out.end(), [this](auto a, auto b) { return id(a) < id(b); });
  out.erase(std::unique(out.begin(), out.end(), [this](auto a, auto b) { return id(a) == id(b); }), out.end());
  return out;
}

}  // namespace depeche::graph
