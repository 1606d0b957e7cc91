#pragma once
#include <span>
#include <vector>

#include "article/article.hpp"
#include "extract/knowledge.hpp"
#include "language/analyser.hpp"
#include "recognise/mention.hpp"

namespace depeche::extract {

/// Parses tagged sentences without the words that stand between a verb and what belongs to it: asides ("de son
/// côté", "en outre"), times right behind a verb ("a accusé lundi 3 mars"), figures that say a number again ("deux
/// (02)") and quotation marks. A parser that sees "a accusé X" reads more surely than one that sees "a de son côté
/// accusé lundi « X »". What was left out is hung into the trees afterwards: every token has its head and label as
/// after a plain parse.
void parse_skeletons(std::string_view text, std::span<language::Sentence* const> sentences, const Knowledge& knowledge,
                     const article::PartialDate& published, const language::Analyser& analyser);

}  // namespace depeche::extract
