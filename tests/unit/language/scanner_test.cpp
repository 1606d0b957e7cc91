#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "language/analyser.hpp"

namespace depeche::language {
namespace {

/// Sentences as lines, tokens joined by '|'.
std::string cut(std::string_view text) {
  std::vector<Sentence> sentences;
  scan(text, 0, static_cast<std::uint32_t>(text.size()), sentences);
  std::string out;
  for (const Sentence& sentence : sentences) {
    if (!out.empty()) out += '\n';
    std::string line;
    for (const Token& token : sentence.tokens) {
      if (!line.empty()) line += '|';
      line += text_of(text, token);
    }
    out += line;
  }
  return out;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Sentence> sentences;
  scan(text, 0, static_cast<std::uint32_t>(text.size()), sentences);
  std::vector<Token> all;
  for (const Sentence& sentence : sentences) all.insert(all.end(), sentence.tokens.begin(), sentence.tokens.end());
  return all;
}

/// The words that stand inside quotation marks.
std::string quoted(std::string_view text) {
  std::string out;
  for (const Token& token : tokens_of(text)) {
    if (!token.quoted) continue;
    if (!out.empty()) out += '|';
    out += text_of(text, token);
  }
  return out;
}

TEST(Scanner, ElisionEndsTheTokenWithItsApostrophe) {
  EXPECT_EQ(cut("S'il dit qu'elle va jusqu'à l'île d’Oléron"), "S'|il|dit|qu'|elle|va|jusqu'|à|l'|île|d’|Oléron");
  EXPECT_EQ(cut("Puisqu’on n'a rien d'autre, c’est fini."), "Puisqu’|on|n'|a|rien|d'|autre|,|c’|est|fini|.");
  EXPECT_EQ(cut("d'« aide »"), "d'|«|aide|»");
}

TEST(Scanner, WordsWithAnInnerApostropheStayWhole) {
  EXPECT_EQ(cut("aujourd'hui quelqu’un des prud'hommes, c'est-à-dire O'Hara"),
            "aujourd'hui|quelqu’un|des|prud'hommes|,|c'est-à-dire|O'Hara");
  EXPECT_EQ(cut("la main-d'œuvre de N'Djamena et du Val-d'Oise"), "la|main-d'œuvre|de|N'Djamena|et|du|Val-d'Oise");
}

TEST(Scanner, FiguresKeepTheirThousandsAndDecimals) {
  EXPECT_EQ(cut("1 250 000 habitants"), "1 250 000|habitants");
  EXPECT_EQ(cut("1\u00A0250\u202F000 habitants"), "1\u00A0250\u202F000|habitants");
  EXPECT_EQ(cut("3,5 ou 107 863,00 ou 1.000 ou -2,5"), "3,5|ou|107 863,00|ou|1.000|ou|-2,5");
  EXPECT_EQ(cut("En 2024 150 soldats"), "En|2024|150|soldats");
  EXPECT_EQ(cut("de 12 h à 16h30, le 11/09/2001, de 07H00."), "de|12|h|à|16h30|,|le|11/09/2001|,|de|07H00|.");
}

TEST(Scanner, SignsAndUnitsStandApartFromFigures) {
  EXPECT_EQ(cut("80% de 10km à 5€"), "80|%|de|10|km|à|5|€");
  EXPECT_EQ(cut("le 1er et le 2e, la 4G et le G7"), "le|1er|et|le|2e|,|la|4G|et|le|G7");
}

TEST(Scanner, HyphenatedWordsStayWhole) {
  EXPECT_EQ(cut("Jean-François, nord-coréen, cessez-le-feu, Al-Assad, rendez-vous, celui-ci, là-bas"),
            "Jean-François|,|nord-coréen|,|cessez-le-feu|,|Al-Assad|,|rendez-vous|,|celui-ci|,|là-bas");
}

TEST(Scanner, EncliticsAreTokensOfTheirOwn) {
  EXPECT_EQ(cut("Que parle-t-il, dit-elle, estiment-ils, a-t-on, est-ce ?"),
            "Que|parle|-t-il|,|dit|-elle|,|estiment|-ils|,|a|-t-on|,|est|-ce|?");
  EXPECT_EQ(cut("Donne-le-moi cette année-là."), "Donne|-le|-moi|cette|année|-là|.");
  EXPECT_EQ(cut("Peut-on partir ?"), "Peut|-on|partir|?");
}

TEST(Scanner, NamesThatEndLikeEncliticsStayWhole) {
  EXPECT_EQ(cut("Le chef Pak Jong-il est-il là ?"), "Le|chef|Pak|Jong-il|est|-il|là|?");
  EXPECT_EQ(cut("Brive-la-Gaillarde et Vitry-le-François"), "Brive-la-Gaillarde|et|Vitry-le-François");
}

TEST(Scanner, SentencesEndAtStops) {
  EXPECT_EQ(cut("Il part. Elle reste ! Qui vient ? Nous..."), "Il|part|.\nElle|reste|!\nQui|vient|?\nNous|...");
}

TEST(Scanner, AbbreviationsAndInitialsDoNotEndSentences) {
  EXPECT_EQ(cut("M. Duval et MM. Roy voient le Dr. Lenoir."), "M.|Duval|et|MM.|Roy|voient|le|Dr.|Lenoir|.");
  EXPECT_EQ(cut("Avec J.K. Morel, J. Petit et P. Goff aux U.S. hier"),
            "Avec|J.K.|Morel|,|J.|Petit|et|P.|Goff|aux|U.S.|hier");
  EXPECT_EQ(cut("Selon l'art. 5 et la p. 12, vers 50 av. J.-C. à Rome"),
            "Selon|l'|art.|5|et|la|p.|12|,|vers|50|av.|J.-C.|à|Rome");
  EXPECT_EQ(cut("Mme B. affirme, à 5 a.m. précises, etc. et plus"),
            "Mme|B.|affirme|,|à|5|a.m.|précises|,|etc.|et|plus");
  EXPECT_EQ(cut("Des pommes, etc. Il part."), "Des|pommes|,|etc.\nIl|part|.");
}

TEST(Scanner, ASingleLetterEndsASentenceBeforeACommonOpener) {
  EXPECT_EQ(cut("C'est le plan B. Il échoue."), "C'|est|le|plan|B|.\nIl|échoue|.");
  EXPECT_EQ(cut("Il vit aux U.S. Les autres non."), "Il|vit|aux|U.S.\nLes|autres|non|.");
}

TEST(Scanner, GluedSentencesAreSplit) {
  EXPECT_EQ(cut("une vague.Le chef part."), "une|vague|.\nLe|chef|part|.");
  EXPECT_EQ(cut("en 2012.L'armée de l'ONU.Un chef"), "en|2012|.\nL'|armée|de|l'|ONU|.\nUn|chef");
}

TEST(Scanner, DomainNamesAndAddressesStayWhole) {
  EXPECT_EQ(cut("Selon Meteora.com et orange.fr, bien."), "Selon|Meteora.com|et|orange.fr|,|bien|.");
  EXPECT_EQ(cut("Voir https://www.exemple.fr/a-b_c.html."), "Voir|https://www.exemple.fr/a-b_c.html|.");
  EXPECT_EQ(cut("@depeche à info@exemple.fr #paix"), "@depeche|à|info@exemple.fr|#paix");
}

TEST(Scanner, ClosingSignsBelongToTheSentenceTheyClose) {
  EXPECT_EQ(cut("« Il part. » Elle reste."), "«|Il|part|.|»\nElle|reste|.");
  EXPECT_EQ(cut("\"Il part.\" Elle reste. (Sans lui.) Bien."), "\"|Il|part|.|\"\nElle|reste|.\n(|Sans|lui|.|)\nBien|.");
  EXPECT_EQ(cut("Il part. « Elle reste. »"), "Il|part|.\n«|Elle|reste|.|»");
}

TEST(Scanner, IncisesContinueTheSentence) {
  EXPECT_EQ(cut("« Qui part ? » demande-t-il."), "«|Qui|part|?|»|demande|-t-il|.");
  EXPECT_EQ(cut("« Partez ! », dit-elle – hélas – hier."), "«|Partez|!|»|,|dit|-elle|–|hélas|–|hier|.");
}

TEST(Scanner, EllipsisEndsOnlyBeforeACapital) {
  EXPECT_EQ(cut("Il hésite... puis part. Fini… Elle rit."), "Il|hésite|...|puis|part|.\nFini|…\nElle|rit|.");
  EXPECT_EQ(cut("Il part. [...] Elle reste."), "Il|part|.\n[|...|]|Elle|reste|.");
}

TEST(Scanner, BulletsAndDatelinesKeepTheirDash) {
  EXPECT_EQ(cut("- Un point. - Un autre."), "-|Un|point|.\n-|Un|autre|.");
  EXPECT_EQ(cut("1. Premier point"), "1|.|Premier|point");
}

TEST(Scanner, QuotationSpansTheSentencesOfABlock) {
  EXPECT_EQ(quoted("Il dit : « Un. Deux. » Trois."), "Un|.|Deux|.");
  EXPECT_EQ(quoted("un \"deux trois\" quatre \"cinq\""), "deux|trois|cinq");
  EXPECT_EQ(quoted("un « deux “trois” quatre » cinq"), "deux|“|trois|”|quatre");
  EXPECT_EQ(quoted("un \" deux \" trois"), "deux");
}

TEST(Scanner, TwoApostrophesAreAStraightQuote) {
  EXPECT_EQ(quoted("Un. \"Deux trois'', dit-il. Quatre."), "Deux|trois");
  EXPECT_EQ(quoted("un ''deux'' trois"), "deux");
  EXPECT_EQ(quoted("l'arme d'Aden"), "");
}

TEST(Scanner, NoQuoteOpensBeforeAStop) {
  EXPECT_EQ(quoted("un \"deux \". Trois quatre"), "deux");
  EXPECT_EQ(quoted("un \"dit 'deux'\", trois"), "dit|'|deux|'");
  EXPECT_EQ(quoted("un \"deux \", trois"), "deux");
}

TEST(Scanner, AQuotationWithoutEndEndsWithItsSentence) {
  std::string gap;
  for (int i = 0; i < 20; ++i) gap += " Elle marche dans la rue avec lui.";
  const std::string text = "Un. \"Deux trois." + gap + " Il dit \"quatre\".";
  EXPECT_EQ(quoted(std::string_view(text)), "Deux|trois|.|quatre");
  // Each sentence of a quotation may have a quote of its own before it.
  EXPECT_EQ(quoted("Un. \"Deux trois. \"Quatre\", dit-il."), "Deux|trois|.|Quatre");
}

TEST(Scanner, AnUnbalancedQuoteDoesNotLeakIntoTheNextBlock) {
  const std::string text = "Il dit « un deux\nTrois quatre";
  std::vector<Sentence> sentences;
  scan(text, 0, 18, sentences);
  scan(text, 18, static_cast<std::uint32_t>(text.size()), sentences);
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_TRUE(sentences[0].tokens.back().quoted);
  EXPECT_FALSE(sentences[1].tokens.front().quoted);
  EXPECT_EQ(quoted("un » deux"), "");
}

TEST(Scanner, AHeadingWithoutAStopEndsBeforeTheSentence) {
  EXPECT_EQ(cut("Un pari risqué Le président a signé."), "Un|pari|risqué\nLe|président|a|signé|.");
  EXPECT_EQ(cut("LE SCÉNARIO L'avion volait."), "LE|SCÉNARIO\nL'|avion|volait|.");
  EXPECT_EQ(cut("Vu par Anna Pappas La ministre a ri."), "Vu|par|Anna|Pappas\nLa|ministre|a|ri|.");
}

TEST(Scanner, NamesAndTitlesAreNoHeadings) {
  EXPECT_EQ(cut("Le dirigeant Kim Jong Un a parlé."), "Le|dirigeant|Kim|Jong|Un|a|parlé|.");
  EXPECT_EQ(cut("Il a vu le film Les amants à Rome."), "Il|a|vu|le|film|Les|amants|à|Rome|.");
  EXPECT_EQ(cut("Elle fait la Une mardi."), "Elle|fait|la|Une|mardi|.");
  EXPECT_EQ(cut("Il habite La Haye."), "Il|habite|La|Haye|.");
}

TEST(Scanner, ATokenKnowsItsSpellingAndPlace) {
  const auto tokens = tokens_of("L'ONU aide État G7.");
  ASSERT_EQ(tokens.size(), 6U);
  EXPECT_TRUE(tokens[0].capitalised);
  EXPECT_FALSE(tokens[0].all_capitals);
  EXPECT_TRUE(tokens[1].all_capitals);
  EXPECT_FALSE(tokens[1].space_before);
  EXPECT_TRUE(tokens[2].space_before);
  EXPECT_FALSE(tokens[2].capitalised);
  EXPECT_TRUE(tokens[3].capitalised);
  EXPECT_FALSE(tokens[4].all_capitals) << "one letter is not enough";
  EXPECT_FALSE(tokens[5].space_before);
}

TEST(Scanner, OffsetsReferToTheWholeText) {
  const std::string text = "Titre\nIl part. Bien.";
  std::vector<Sentence> sentences;
  scan(text, 6, static_cast<std::uint32_t>(text.size()), sentences);
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_EQ(sentences[0].begin, 6U);
  EXPECT_EQ(sentences[0].end, 14U);
  EXPECT_EQ(text_of(text, sentences[1].tokens[0]), "Bien");
}

TEST(Scanner, AnythingValidGivesTokensThatCoverTheText) {
  const std::string text = "Текст العربية 漢字 🙂 a\u0301 … -- '' \"\" ((( . ' -";
  std::string without_spaces;
  for (const char c : text) {
    if (c != ' ') without_spaces += c;
  }
  std::string joined;
  for (const Token& token : tokens_of(text)) joined += text_of(text, token);
  EXPECT_EQ(joined, without_spaces);
  EXPECT_TRUE(tokens_of("").empty());
  EXPECT_TRUE(tokens_of(" \u00A0\u202F\t").empty());
}

TEST(Scanner, EndlessSentencesAreCut) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "mot, ";
  std::vector<Sentence> sentences;
  scan(text, 0, static_cast<std::uint32_t>(text.size()), sentences);
  EXPECT_GT(sentences.size(), 1U);
  for (const Sentence& sentence : sentences) EXPECT_LE(sentence.tokens.size(), 1010U);
}

}  // namespace
}  // namespace depeche::language
