#include "graph/evidence.hpp"

#include <algorithm>

#include "graph/claim_writer.hpp"
#include "graph/positions.hpp"

namespace depeche::graph {
namespace {

/// xsd:date, gYearMonth or gYear, by what is known; nothing if the date is missing or impossible.
std::optional<rdf::Literal> date_literal(const article::PartialDate& date) {
  const auto made = date.month == 0 ? rdf::make_year(date.year)
                    : date.day == 0 ? rdf::make_year_month(date.year, date.month)
                                    : rdf::make_date(date.year, date.month, date.day);
  return made ? std::optional(*made) : std::nullopt;
}

class EvidenceWriter {
 public:
  EvidenceWriter(const ArticleTerms& article, const Plan& plan, rdf::StatementSink& sink)
      : article_(article),
        names_(article.vocabulary.names),
        v_(article.vocabulary),
        plan_(plan),
        iri_(names_.article(article.digest)),
        graph_(names_.graph(article.digest)),
        sink_(sink) {}

  void write_article(std::string_view text_sha256) {
    const article::Article& meta = article_.extraction.article;
    put(v_.type, v_.news_article);
    put_text(v_.identifier, meta.id, "");
    if (const auto url = rdf::make_iri(meta.url)) {
      put(v_.url, *url);
    } else {
      put_text(v_.url, meta.url, "");
    }
    put_text(v_.headline, meta.title, article_.language);
    if (const auto date = date_literal(meta.published)) put(v_.published, *date);
    if (const auto date = date_literal(meta.modified)) put(v_.modified, *date);
    put_text(v_.publisher, meta.publisher, "");
    put_text(v_.author, meta.author, "");
    put_text(v_.in_language, article_.language, "");
    for (const recognise::EntityId entity : article_.entities.sorted()) put(v_.mentions, article_.entities.iri(entity));
    put_text(v_.text_sha256, text_sha256, "");
  }

  /// The sentence of planned claim `at` and all claims on it; returns the first claim of the next sentence.
  std::size_t write_sentence(std::size_t at, Quotes quotes) {
    const PlannedClaim& first = plan_.claims[at];
    const rdf::Iri sentence =
        names_.sentence(std::string(article_.digest) + "-" + std::to_string(first.sentence_begin) + "-" +
                        std::to_string(first.sentence_end));
    const auto put_here = [&](const rdf::Iri& property, rdf::Term value) {
      sink_.write(sentence, property, value, &graph_);
    };
    put_here(v_.type, v_.sentence_class);
    put_here(v_.context, iri_);
    put_here(v_.begin_index, rdf::make_integer(first.sentence_begin));
    put_here(v_.end_index, rdf::make_integer(first.sentence_end));
    if (quotes != Quotes::none) {
      const std::string_view text = sentence_text(first);
      const std::string quote = quotes == Quotes::full ? std::string(text) : snippet(text);
      put_here(v_.anchor_of, rdf::text_literal(quote, article_.language));
    }
    for (; at < plan_.claims.size(); ++at) {
      const PlannedClaim& claim = plan_.claims[at];
      if (claim.sentence_begin != first.sentence_begin || claim.sentence_end != first.sentence_end) break;
      write_claim(claim, sentence, article_, plan_, graph_, sink_);
    }
    return at;
  }

 private:
  void put(const rdf::Iri& property, const rdf::Term& value) { sink_.write(iri_, property, value, &graph_); }

  void put_text(const rdf::Iri& property, std::string_view text, std::string_view language) {
    if (!text.empty()) put(property, rdf::text_literal(text, language));
  }

  std::string_view sentence_text(const PlannedClaim& claim) const {
    const extract::Extraction& extraction = article_.extraction;
    const language::Sentence& sentence = extraction.sentences[extraction.claims[claim.source].sentence];
    const std::string_view text = extraction.article.text;
    return text.substr(std::min<std::size_t>(sentence.begin, text.size()), sentence.end - sentence.begin);
  }

  const ArticleTerms& article_;
  const Namespaces& names_;
  const Vocabulary& v_;
  const Plan& plan_;
  rdf::Iri iri_, graph_;
  rdf::StatementSink& sink_;
};

}  // namespace

void write_evidence(const ArticleTerms& article, const Plan& plan, std::string_view text_sha256, Quotes quotes,
                    rdf::StatementSink& sink) {
  EvidenceWriter writer(article, plan, sink);
  writer.write_article(text_sha256);
  for (std::size_t at = 0; at < plan.claims.size();) at = writer.write_sentence(at, quotes);
}

}  // namespace depeche::graph
