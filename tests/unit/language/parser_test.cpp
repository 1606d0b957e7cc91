#include "analysed.hpp"

namespace depeche::language {
namespace {

using enum Dependency;

TEST(Parser, FindsSubjectAndObjectOfAnActiveVerb) {
  const Analysed s("Le ministre turc a reçu son homologue grec à Ankara.");
  EXPECT_TRUE(s.has("ministre", nsubj, "reçu"));
  EXPECT_TRUE(s.has("homologue", obj, "reçu"));
  EXPECT_TRUE(s.has("turc", amod, "ministre"));
  EXPECT_TRUE(s.has("a", aux_tense, "reçu"));
  EXPECT_EQ(s.head("Ankara"), "reçu");
  EXPECT_EQ(s.label("reçu"), root);
}

TEST(Parser, FindsSubjectAndAgentOfAPassive) {
  const Analysed s("Le ministre grec a été reçu mardi par le roi.");
  EXPECT_TRUE(s.has("ministre", nsubj_pass, "reçu"));
  EXPECT_TRUE(s.has("été", aux_pass, "reçu"));
  EXPECT_TRUE(s.has("roi", obl_agent, "reçu"));
  EXPECT_TRUE(s.has("mardi", obl_mod, "reçu"));
  EXPECT_TRUE(Analysed("Deux villages ont été bombardés par des avions.").has("avions", obl_agent, "bombardés"));
}

TEST(Parser, KnowsVerbsWithoutPassive) {
  const Analysed become("L'Arménie est devenue le premier importateur d'armes.");
  EXPECT_TRUE(become.has("Arménie", nsubj, "devenue"));
  EXPECT_TRUE(become.has("est", aux_tense, "devenue"));
  EXPECT_TRUE(become.has("importateur", xcomp, "devenue"));
  const Analysed arrive("Le ministre est arrivé jeudi à Hanoï.");
  EXPECT_TRUE(arrive.has("ministre", nsubj, "arrivé"));
  EXPECT_TRUE(arrive.has("est", aux_tense, "arrivé"));
  EXPECT_TRUE(Analysed("La base est visée par des drones.").has("base", nsubj_pass, "visée"));
}

TEST(Parser, ReadsParticiplesBeforeTheSubject) {
  const Analysed s("Reçu par son homologue turc, le ministre grec a quitté Ankara.");
  EXPECT_TRUE(s.has("Reçu", advcl, "quitté"));
  EXPECT_TRUE(s.has("homologue", obl_agent, "Reçu"));
  EXPECT_TRUE(s.has("ministre", nsubj, "quitté"));
}

TEST(Parser, HangsParticiplesOnTheirNoun) {
  const Analysed backed("Le groupe armé, soutenu par Kigali, a pris la ville.");
  EXPECT_TRUE(backed.has("soutenu", acl, "groupe"));
  EXPECT_TRUE(backed.has("Kigali", obl_agent, "soutenu"));
  EXPECT_TRUE(backed.has("groupe", nsubj, "pris"));
  const Analysed accused("La junte, accusée de livrer des armes à Pyongyang, a protesté.");
  EXPECT_TRUE(accused.has("accusée", acl, "junte"));
  EXPECT_TRUE(accused.has("livrer", xcomp, "accusée"));
  EXPECT_TRUE(accused.has("armes", obj, "livrer"));
  EXPECT_TRUE(accused.has("Pyongyang", obl_arg, "livrer"));
  const Analysed aimed("Rome a adopté des sanctions visant la Syrie.");
  EXPECT_TRUE(aimed.has("visant", acl, "sanctions"));
  EXPECT_TRUE(aimed.has("Syrie", obj, "visant"));
}

TEST(Parser, ReadsRelativeClauses) {
  const Analysed who("Le ministre turc, qui recevait jeudi son homologue grec, a quitté la salle.");
  EXPECT_TRUE(who.has("qui", nsubj, "recevait"));
  EXPECT_TRUE(who.has("recevait", acl_relcl, "ministre"));
  EXPECT_TRUE(who.has("homologue", obj, "recevait"));
  EXPECT_TRUE(who.has("ministre", nsubj, "quitté"));
  const Analysed which("L'accord que les deux pays ont conclu prévoit des livraisons.");
  EXPECT_TRUE(which.has("que", obj, "conclu"));
  EXPECT_TRUE(which.has("conclu", acl_relcl, "accord"));
  EXPECT_TRUE(which.has("pays", nsubj, "conclu"));
  EXPECT_TRUE(which.has("accord", nsubj, "prévoit"));
  const Analysed whose("Le pays dont il est le président importe du blé.");
  EXPECT_TRUE(whose.has("président", acl_relcl, "pays"));
  EXPECT_TRUE(whose.has("pays", nsubj, "importe"));
  const Analysed where("La ville dans laquelle se trouvait le ministre a été bombardée.");
  EXPECT_TRUE(where.has("trouvait", acl_relcl, "ville"));
  EXPECT_TRUE(where.has("ministre", nsubj, "trouvait"));
  EXPECT_TRUE(where.has("ville", nsubj_pass, "bombardée"));
}

TEST(Parser, HangsInfinitivesOnTheGoverningVerb) {
  const Analysed accuse("Berlin accuse Moscou d'avoir livré des missiles à Téhéran.");
  EXPECT_TRUE(accuse.has("Moscou", obj, "accuse"));
  EXPECT_TRUE(accuse.has("livré", xcomp, "accuse"));
  EXPECT_TRUE(accuse.has("missiles", obj, "livré"));
  EXPECT_TRUE(accuse.has("Téhéran", obl_arg, "livré"));
  const Analysed promise("Le président promet de soutenir Kiev.");
  EXPECT_TRUE(promise.has("soutenir", xcomp, "promet"));
  EXPECT_TRUE(promise.has("Kiev", obj, "soutenir"));
  const Analysed call("La Chine appelle Washington à lever les sanctions.");
  EXPECT_TRUE(call.has("Washington", obj, "appelle"));
  EXPECT_TRUE(call.has("lever", xcomp, "appelle"));
  EXPECT_TRUE(Analysed("Varsovie va livrer des chars.").has("livrer", xcomp, "va"));
}

TEST(Parser, ReadsCoordination) {
  const Analysed subjects("Paris et Berlin ont signé un accord.");
  EXPECT_TRUE(subjects.has("Paris", nsubj, "signé"));
  EXPECT_TRUE(subjects.has("Berlin", conj, "Paris"));
  const Analysed three("La France, l'Allemagne et l'Italie demandent une trêve.");
  EXPECT_TRUE(three.has("Allemagne", conj, "France"));
  EXPECT_TRUE(three.has("Italie", conj, "France"));
  EXPECT_TRUE(three.has("France", nsubj, "demandent"));
  const Analysed verbs("Le Parlement a voté une loi et adopté le budget.");
  EXPECT_TRUE(verbs.has("adopté", conj, "voté"));
  EXPECT_TRUE(verbs.has("budget", obj, "adopté"));
}

TEST(Parser, ReadsAppositionsAndTitles) {
  const Analysed title("Le président russe Vladimir Petrov a rencontré le roi.");
  EXPECT_TRUE(title.has("Vladimir", appos, "président"));
  EXPECT_TRUE(title.has("Petrov", flat_name, "Vladimir"));
  EXPECT_TRUE(title.has("président", nsubj, "rencontré"));
  const Analysed role("Emma Ruiz, présidente de la Commission, a rencontré le roi.");
  EXPECT_TRUE(role.has("présidente", appos, "Emma"));
  EXPECT_TRUE(role.has("Emma", nsubj, "rencontré"));
  const Analysed rank("L'Arabie saoudite, premier exportateur mondial de pétrole, a réduit sa production.");
  EXPECT_TRUE(rank.has("exportateur", appos, "Arabie"));
  EXPECT_TRUE(rank.has("Arabie", nsubj, "réduit"));
  EXPECT_TRUE(rank.has("production", obj, "réduit"));
}

TEST(Parser, FindsTheSpeakerBehindInvertedVerbs) {
  const Analysed short_name("« Nous ne céderons pas », a déclaré M. Durand.");
  EXPECT_TRUE(short_name.has("M.", nsubj, "déclaré"));
  EXPECT_TRUE(short_name.has("déclaré", parataxis, "céderons"));
  const Analysed long_name(
      "Le texte est prêt, a affirmé lundi le ministre russe des Affaires étrangères, Igor Petrov.");
  EXPECT_TRUE(long_name.has("ministre", nsubj, "affirmé"));
  EXPECT_TRUE(long_name.has("lundi", obl_mod, "affirmé"));
  EXPECT_TRUE(long_name.has("Igor", appos, "ministre"));
  const Analysed estimate("Le texte est prêt, estime Anna Keller, directrice de l'institut.");
  EXPECT_TRUE(estimate.has("Anna", nsubj, "estime"));
  EXPECT_TRUE(estimate.has("directrice", appos, "Anna"));
}

TEST(Parser, ReadsHeadlines) {
  const Analysed visit("Berlin reçoit Pékin pour des pourparlers");
  EXPECT_TRUE(visit.has("Berlin", nsubj, "reçoit"));
  EXPECT_TRUE(visit.has("Pékin", obj, "reçoit"));
  const Analysed tension("Tensions entre Alger et Paris après une arrestation");
  EXPECT_TRUE(tension.has("Alger", nmod, "Tensions"));
  EXPECT_TRUE(tension.has("Paris", conj, "Alger"));
  EXPECT_EQ(tension.label("Tensions"), root);
}

TEST(Parser, AttachesPrepositionalGroupsByTheirGovernor) {
  const Analysed with("Le roi s'est entretenu avec le président.");
  EXPECT_TRUE(with.has("président", obl_arg, "entretenu"));
  EXPECT_TRUE(with.has("s'", expl_comp, "entretenu"));
  const Analysed pair("Les pourparlers entre la Serbie et le Kosovo ont repris à Bruxelles.");
  EXPECT_TRUE(pair.has("Serbie", nmod, "pourparlers"));
  EXPECT_TRUE(pair.has("Kosovo", conj, "Serbie"));
  EXPECT_EQ(pair.head("Bruxelles"), "repris");
  const Analysed exports("Les exportations de blé vers l'Égypte ont augmenté de 12 %.");
  EXPECT_TRUE(exports.has("blé", nmod, "exportations"));
  EXPECT_TRUE(exports.has("Égypte", nmod, "exportations"));
  EXPECT_EQ(exports.head("%"), "augmenté");
  const Analysed delivery("La Pologne a livré 14 chars à l'Ukraine.");
  EXPECT_TRUE(delivery.has("chars", obj, "livré"));
  EXPECT_TRUE(delivery.has("Ukraine", obl_arg, "livré"));
  const Analysed share("La Turquie importe de Russie 40 % de son gaz.");
  EXPECT_EQ(share.head("Russie"), "importe");
  EXPECT_TRUE(share.has("%", obj, "importe"));
  EXPECT_TRUE(share.has("gaz", nmod, "%"));
}

/// Every token reaches the single root, and no arcs cross.
void expect_projective_tree(const Sentence& sentence) {
  const auto& tokens = sentence.tokens;
  std::size_t roots = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head == no_head) {
      ++roots;
      EXPECT_EQ(tokens[i].dependency, root);
      continue;
    }
    ASSERT_LT(tokens[i].head, tokens.size());
    std::size_t steps = 0;
    for (std::size_t up = i; tokens[up].head != no_head; up = tokens[up].head) ASSERT_LE(++steps, tokens.size());
  }
  EXPECT_EQ(roots, 1U);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head == no_head) continue;
    const std::size_t low = std::min<std::size_t>(i, tokens[i].head), high = std::max<std::size_t>(i, tokens[i].head);
    for (std::size_t k = low + 1; k < high; ++k) {
      ASSERT_TRUE(tokens[k].head >= low && tokens[k].head <= high) << "arc at " << k << " crosses that of " << i;
    }
  }
}

TEST(Parser, GivesATreeForAnySentence) {
  for (const auto text : {"!", "Oui", "Paris, Rome, Madrid, Bonn, Riga", "(((", "de de de de", "12 % ; 14 % : 15 $"}) {
    expect_projective_tree(Analysed(text).sentence());
  }
}

TEST(Parser, SurvivesEndlessSentences) {
  std::string text = "Le pays";
  for (int i = 0; i < 3000; ++i) text += i % 7 == 0 ? ", dont le roi" : " importe du blé et";
  std::vector<Sentence> sentences;
  scan(text, 0, static_cast<std::uint32_t>(text.size()), sentences);
  for (Sentence& sentence : sentences) {
    french_analyser().tag(text, sentence);
    french_analyser().parse(text, sentence);
    expect_projective_tree(sentence);
  }
}

TEST(Parser, GivesTheSameTreesByTurns) {
  std::string text;
  const char* const kinds[] = {"Le roi dort.", "Non.", "Le ministre que Rome a reçu lundi dit que le blé manque.", "(",
                               "Riga et Bonn, hier."};
  for (int i = 0; i < 23; ++i) text.append(kinds[i * i % 5]).append(" ");
  std::vector<Sentence> one_by_one;
  scan(text, 0, static_cast<std::uint32_t>(text.size()), one_by_one);
  one_by_one.insert(one_by_one.begin() + 3, Sentence{});
  for (Sentence& sentence : one_by_one) french_analyser().tag(text, sentence);
  std::vector<Sentence> by_turns = one_by_one;
  std::vector<Sentence*> all;
  for (Sentence& sentence : by_turns) all.push_back(&sentence);
  french_analyser().parse(text, all);
  for (std::size_t s = 0; s < one_by_one.size(); ++s) {
    french_analyser().parse(text, one_by_one[s]);
    for (std::size_t t = 0; t < one_by_one[s].tokens.size(); ++t) {
      EXPECT_EQ(by_turns[s].tokens[t].head, one_by_one[s].tokens[t].head) << s << ' ' << t;
      EXPECT_EQ(by_turns[s].tokens[t].dependency, one_by_one[s].tokens[t].dependency) << s << ' ' << t;
    }
  }
  french_analyser().parse(text, std::vector<Sentence*>{});
}

TEST(Parser, LeavesAnEmptySentenceAlone) {
  Sentence empty;
  french_analyser().tag("", empty);
  french_analyser().parse("", empty);
  EXPECT_TRUE(empty.tokens.empty());
}

}  // namespace
}  // namespace depeche::language
