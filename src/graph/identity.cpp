#include "graph/identity.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.hpp"
#include "base/utf8.hpp"

namespace depeche::graph {
namespace {

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string canonical_url(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const std::size_t authority = url.find("://");
  if (authority == std::string_view::npos) return std::string(url);
  const std::size_t path = std::min(url.find_first_of("/?", authority + 3), url.size());
  return lower_ascii(url.substr(0, path)) + std::string(url.substr(path));
}

std::string joined_ids(const std::vector<recognise::EntityId>& list, const EntityTerms& entities) {
  std::string out;
  for (const recognise::EntityId entity : list) {
    if (!out.empty()) out += ',';
    out += entities.id(entity);
  }
  return out;
}

std::string roles_key(const RelationOf& relation, const EntityTerms& entities) {
  const mapping::RelationType& row = relation.terms.row;
  if (!row.symmetric) {
    return fmt::format("|{}={}|{}={}", row.subject_role, joined_ids(relation.subjects, entities), row.object_role,
                       joined_ids(relation.objects, entities));
  }
  std::vector<recognise::EntityId> all = relation.subjects;
  all.insert(all.end(), relation.objects.begin(), relation.objects.end());
  return fmt::format("|{}={}", row.subject_role, joined_ids(entities.distinct(all), entities));
}

std::string key_qualifier_key(const RelationOf& relation, const EntityTerms& entities) {
  const std::string& property = relation.terms.row.key_qualifier;
  std::vector<std::string> values;
  for (const auto& [name, value] : relation.claim.qualifiers) {
    if (property.empty() || name != property) continue;
    if (std::string text = qualifier_key(value, entities); !text.empty()) values.push_back(std::move(text));
  }
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return fmt::format("|{}={}", property, fmt::join(values, ","));
}

std::string day_text(const recognise::Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}
std::string month_text(const recognise::Date& date) {
  return fmt::format("{:04}-{:02}", date.year, date.month);
}

/// The time as written in a key where it does not fall into one bucket.
std::string coarse_time(const recognise::TimeSpan& time) {
  std::string out = day_text(*time.from);
  if (time.to) out += ".." + day_text(*time.to);
  return out;
}

std::string time_key(const RelationOf& relation, std::string_view article) {
  const mapping::KeyBucket bucket = relation.terms.row.bucket;
  if (bucket == mapping::KeyBucket::none) return {};
  const auto& time = relation.claim.time;
  if (!time || !time->from) return fmt::format("|nodate:{}", article);
  const recognise::Date from = *time->from, to = time->to.value_or(from);
  if (bucket == mapping::KeyBucket::day && time->precision == recognise::TimePrecision::day && from == to) {
    return "|day=" + day_text(from);
  }
  if (bucket == mapping::KeyBucket::month && time->precision <= recognise::TimePrecision::month &&
      from.year == to.year && from.month == to.month) {
    return "|month=" + month_text(from);
  }
  return fmt::format("|time={}|article={}", coarse_time(*time), article);
}

}  // namespace

std::string article_digest(const article::Article& article) {
  if (!article.url.empty()) return h16(canonical_url(article.url));
  return h16(article.id.empty() ? article.text : article.id);
}

std::string qualifier_key(const extract::QualifierValue& value, const EntityTerms& entities) {
  switch (value.type) {
    case extract::QualifierValue::Type::entity:
      return entities.id(value.index);
    case extract::QualifierValue::Type::concept_:
      return rdf::is_safe_local_name(value.text) ? value.text : utf8::slug(value.text);
    case extract::QualifierValue::Type::phrase: {
      std::string slug = utf8::slug(value.text);
      return slug.empty() && !value.text.empty() ? "x-" + h8(value.text) : slug;
    }
    case extract::QualifierValue::Type::claim:
      break;
  }
  return {};  // a claim is no part of what another relation is
}

std::string relation_key(const RelationOf& relation, const EntityTerms& entities, std::string_view article) {
  return relation.terms.slug + roles_key(relation, entities) + key_qualifier_key(relation, entities) +
         time_key(relation, article);
}

std::string relation_name(const RelationTerms& terms, std::string_view key) {
  return terms.slug + "-" + h16(key);
}

std::string claim_digest(const extract::Claim& claim, std::string_view relation_key, const EntityTerms& entities) {
  std::string measure = "-", number = "-";
  if (claim.figure) {
    const recognise::Quantity& quantity = claim.figure->quantity;
    measure = claim.figure->measure;
    number = quantity.value.empty() ? quantity.min + ".." + quantity.max : quantity.value;
  }
  const std::string_view source =
      claim.attributed_to == recognise::no_entity ? "-" : std::string_view(entities.id(claim.attributed_to));
  return h8(fmt::format("{}|status={}|source={}|measure={}|value={}", relation_key, status_name(claim.status), source,
                        measure, number));
}

std::string_view status_name(mapping::Status status) {
  switch (status) {
    case mapping::Status::negated:
      return "negated";
    case mapping::Status::questioned:
      return "questioned";
    case mapping::Status::conditional:
      return "conditional";
    case mapping::Status::planned:
      return "planned";
    case mapping::Status::possible:
      return "possible";
    case mapping::Status::alleged:
      return "alleged";
    case mapping::Status::attributed:
      return "attributed";
    case mapping::Status::asserted:
      break;
  }
  return "asserted";
}

}  // namespace depeche::graph
