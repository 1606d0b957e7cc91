#include "extract/gaps.hpp"

#include <algorithm>
#include <set>

#include "extract/grammar.hpp"
#include "extract/predication.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;
using mapping::FunctionId;
using mapping::TriggerClass;
using recognise::EntityId;

namespace {

/// An actor and the way that leads to it from the predicate, as a mapping file writes it: "object.genitive".
struct Party {
  std::string path;
  EntityId entity;
};

class GapFinder {
 public:
  GapFinder(std::uint32_t sentence, const Tree& tree, const Knowledge& knowledge, Discourse& discourse,
            const std::vector<Claim>& claims)
      : sentence_(sentence), tree_(tree), knowledge_(knowledge), core_(knowledge.core), discourse_(discourse) {
    for (const Claim& c : claims) {
      for (const EntityId s : c.subjects) {
        for (const EntityId o : c.objects) told_.insert(std::minmax(s, o));
      }
    }
  }

  void look_at(TokenIndex token, TriggerClass word_class, bool tried, std::vector<Gap>& out) {
    const Predication p = make_predication(tree_, token, word_class, knowledge_);
    const std::vector<Party> parties = parties_of(p);
    for (std::size_t i = 0; i < parties.size(); ++i) {
      for (std::size_t j = i + 1; j < parties.size(); ++j) {
        const Party &a = parties[i], &b = parties[j];
        if (a.entity == b.entity || told_.count(std::minmax(a.entity, b.entity)) != 0) continue;
        if (word_class == TriggerClass::verb && a.path != "subject") continue;
        if (a.path == "subject" && b.path == "subject" && !p.pronominal)
          continue;  // "X et Y veulent": nothing between them
        out.push_back({sentence_, token, word_class, p.pronominal, tried, a.path, b.path, a.entity, b.entity});
        return;  // one gap a predicate: the others are its plurals
      }
    }
  }

 private:
  bool is_inner(FunctionId f) const { return f == core_.genitive || f == core_.adjective || f == core_.possessive; }

  bool names_no_actor(FunctionId f) const {
    return f == core_.self || f == core_.clause || f == core_.theme || f == core_.implied || f == core_.modified ||
           f == core_.content || f == core_.place || f == core_.attribute || f == core_.apposition;
  }

  void add(const std::string& path, TokenIndex token, std::vector<Party>& out) {
    for (const Actor& actor : discourse_.resolve(tree_, token)) {
      const auto known = [&](const Party& p) { return p.entity == actor.entity; };
      if (discourse_.entity(actor.entity).kind == recognise::ActorKind::place) continue;
      if (std::none_of(out.begin(), out.end(), known)) out.push_back({path, actor.entity});
    }
  }

  /// The actors in the functions of the predicate; of an object that is nobody, those in its own group.
  std::vector<Party> parties_of(const Predication& p) {
    std::vector<Party> out;
    const auto& names = knowledge_.mappings.functions();
    for (const bool subjects : {true, false}) {
      for (const Argument& a : p.arguments) {
        if (a.weak || names_no_actor(a.function) || (a.function == core_.subject) != subjects) continue;
        // "de" of a noun comes a second time as genitive
        if (a.function == core_.de && p.word_class == TriggerClass::noun) continue;
        const std::size_t before = out.size();
        const std::string path(names.name(a.function));
        add(path, a.token, out);
        if (out.size() != before || subjects || p.word_class != TriggerClass::verb) continue;
        if (tree_.word_class(a.token) != WordClass::noun || tree_.mention(a.token) != nullptr) continue;
        for (const Argument& inner : make_predication(tree_, a.token, TriggerClass::noun, knowledge_).arguments) {
          if (!inner.weak && is_inner(inner.function)) {
            add(path + "." + std::string(names.name(inner.function)), inner.token, out);
          }
        }
      }
    }
    return out;
  }

  std::uint32_t sentence_;
  const Tree& tree_;
  const Knowledge& knowledge_;
  const CoreFunctions& core_;
  Discourse& discourse_;
  std::set<std::pair<EntityId, EntityId>> told_;
};

bool is_function_verb(const Tree& tree, TokenIndex t) {
  const Dependency d = tree.dependency(t);
  return d == Dependency::aux_tense || d == Dependency::aux_pass || d == Dependency::cop;
}

}  // namespace

std::vector<Gap> find_gaps(std::uint32_t sentence, const Tree& tree, const Knowledge& knowledge, Discourse& discourse,
                           const std::vector<TokenIndex>& candidates, const std::vector<Claim>& claims) {
  std::vector<Gap> out;
  GapFinder finder(sentence, tree, knowledge, discourse, claims);
  for (TokenIndex t = 0; t < tree.size(); ++t) {
    const bool tried = std::find(candidates.begin(), candidates.end(), t) != candidates.end();
    const WordClass w = tree.word_class(t);
    if ((w == WordClass::verb || w == WordClass::auxiliary) && !is_function_verb(tree, t)) {
      finder.look_at(t, TriggerClass::verb, tried, out);
    } else if (w == WordClass::noun && tree.mention(t) == nullptr &&
               knowledge.names.find_office(tree.text(t)) == nullptr) {
      finder.look_at(t, TriggerClass::noun, tried, out);
    }
  }
  return out;
}

}  // namespace depeche::extract
