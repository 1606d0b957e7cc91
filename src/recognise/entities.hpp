#pragma once
#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/names.hpp"
#include "recognise/persons.hpp"
#include "recognise/recogniser.hpp"

namespace depeche::recognise {

/// Makes the article's entities of its spots, and the mentions that point to them.
class EntityBuilder {
 public:
  EntityBuilder(const lexicon::NameLexicon& names, const NameWords& vocabulary, std::string_view text,
                const std::vector<language::Sentence>& sentences)
      : names_(names), vocabulary_(vocabulary), text_(text), sentences_(sentences) {}

  Mentions build(const std::vector<SpeltSpot>& spots, const Persons& persons,
                 const std::vector<std::int32_t>& person_of);

 private:
  /// The row that a spot of the lexicon means in this article, -1 if that stays open.
  std::int32_t decide(const Spot& spot) const;
  void count_rows(const std::vector<SpeltSpot>& spots);
  bool is_only_a_word(const Spot& spot) const;

  EntityId entity_of_row(std::int32_t row);
  EntityId entity_of_person(std::int32_t number, const Persons& persons, std::string_view spelt);
  EntityId entity_of_organisation(const SpeltSpot& spot);
  EntityId entity_of_name(std::string_view spelt) const;
  /// "le Conseil", "le Parti communiste": the organisation last mentioned whose longer name begins so.
  EntityId entity_of_beginning(std::string_view spelt) const;
  std::int32_t row_of_acronym(const SpeltSpot& spelt) const;
  void define_acronyms(const std::vector<SpeltSpot>& spots);
  void mention(const SpeltSpot& spot, EntityId entity);
  EntityId add(Entity entity);
  std::string_view whole_name(const Spot& spot) const;
  void finish();

  const lexicon::NameLexicon& names_;
  const NameWords& vocabulary_;
  std::string_view text_;
  const std::vector<language::Sentence>& sentences_;
  Mentions result_;
  absl::flat_hash_map<std::int32_t, std::uint32_t> sure_;  ///< row to how often it is meant for certain
  absl::flat_hash_map<std::int32_t, EntityId> by_row_;
  absl::flat_hash_map<std::int32_t, EntityId> by_person_;
  absl::flat_hash_map<std::string, EntityId> by_name_;  ///< organisations that the lexicon does not know, folded
  absl::flat_hash_map<std::string, std::pair<EntityId, std::string>>
      by_head_;                                                 ///< first word: last organisation, its name; folded
  absl::flat_hash_map<std::string, const SpeltSpot*> defined_;  ///< acronyms that the article introduces, folded
};

}  // namespace depeche::recognise
