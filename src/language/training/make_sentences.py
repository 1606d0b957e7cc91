#!/usr/bin/env python3
"""Writes news-like French sentences with their trees, by construction: make_sentences.py COUNT [SEED] > own.tsv

The teacher is weak on what news is full of: inverted verbs of speech, headlines, participles after commas, object
control, apposition, lists of partners with figures. Here the right trees are known. All names are invented or common.
"""
import sys

from news_words import *
from noun_phrases import *
from trees import b, comma, w


def singular():
    tree = pick(office, office, state, state, capital, name, institution, title_name, person_with_role)()
    if R.random() < 0.12:
        tree = b(("H", tree), ("acl", b(comma(), ("H", participle()), comma())))
    elif R.random() < 0.10:
        tree = b(("H", tree), ("acl:relcl", b(comma(), ("H", who_clause()), comma())))
    return tree


def objects(frame, relative=False):
    """Complements of a verb by its frame, in order."""
    parts = []
    if frame == "who" and not relative:
        parts.append(("obj", pick(office, state, name, capital, plural, homologue)()))
    elif frame == "any" and not relative:
        parts.append(("obj", pick(office, state, thing, plural, region)()))
    elif frame == "thing" and not relative:
        parts.append(("obj", thing()))
    elif frame == "deal":
        if not relative:
            parts.append(("obj", thing()))
        parts += maybe(0.5, ("obl:arg", pp("avec", pick(state, capital, office, institution)())))
    elif frame == "give":
        if not relative:
            parts.append(("obj", arms()))
        parts += maybe(0.7, ("obl:arg", pick(to_state, lambda: pp("à", capital()))()))
    elif frame == "import":
        if not relative:
            parts.append(("obj", pick(share, lambda: b(("det", w("du", "DET")), ("H", w(pick(*GOODS), "NOUN"))))()))
        parts += maybe(0.5, ("obl:mod", of_state() if R.random() < 0.3 else pp("de", state(False))))
    parts += maybe(0.25, ("obl:mod", in_place())) + maybe(0.2, ("obl:mod", when()))
    return parts


def infinitive(preposition):
    inf, _, _, pp_, frame = pick(*VERBS)
    mark = [("mark", w(preposition, "ADP"))] if preposition else []
    if preposition and R.random() < 0.25:
        return b(*mark, ("aux:tense", w("avoir", "AUX", "Inf")), ("H", w(pp_, "VERB", "PastPart")), *objects(frame))
    return b(*mark, ("H", w(inf, "VERB", "Inf")), *objects(frame))


def participle():
    """accusé de livrer des armes à Pyongyang; soutenu par Kigali"""
    if R.random() < 0.45:
        *_, past, preposition = pick(*CONTROL)
        end = pick("", "e")
        return b(("H", w(past + end, "VERB", "PastPart")), *maybe(0.4, ("obl:agent", pp("par", pick(state, capital, office)()))),
                 ("xcomp", infinitive(preposition)))
    *_, past, frame = pick(*[v for v in VERBS if v[4] in ("who", "any")])
    if R.random() < 0.25:
        return b(("H", w(pick("visant", "soutenant", "menaçant", "dirigeant"), "VERB", "PresPart")), ("obj", pick(state, thing, office)()))
    return b(("H", w(past + pick("", "e", "s"), "VERB", "PastPart")), *maybe(0.3, ("obl:mod", when())),
             ("obl:agent", pp("par", pick(state, capital, office, institution, homologue)())))


def verb_group(verb, many=False):
    """Finite forms: present, passé composé, future by aller."""
    inf, one, several, past, _ = verb
    if R.random() < 0.45:
        return [("aux:tense", w("ont" if many else "a", "AUX", "Fin")), ("H", w(past, "VERB", "PastPart"))]
    return [("H", w(several if many else one, "VERB", "Fin"))]


def who_clause():
    """qui recevait jeudi son homologue"""
    verb = pick(*VERBS)
    return b(("nsubj", w("qui", "PRON", "Rel")), *verb_group(verb), *objects(verb[4]))


def active():
    many = R.random() < 0.35
    verb = pick(*VERBS)
    early = maybe(0.2, ("obl:mod", when()))
    group = verb_group(verb, many)
    return b(("nsubj", plural() if many else singular()), *group, *early, *objects(verb[4]))


def passive():
    many = R.random() < 0.3
    *_, past, frame = pick(*[v for v in VERBS if v[4] != "import"])
    ending = "s" if many and not past.endswith("s") else ""
    aux = ([("aux:tense", w("ont" if many else "a", "AUX", "Fin")), ("aux:pass", w("été", "AUX", "PastPart"))] if R.random() < 0.6
           else [("aux:pass", w(pick("sont", "seront") if many else pick("est", "sera"), "AUX", "Fin"))])
    subject = plural() if many else pick(singular, thing)()
    return b(("nsubj:pass", subject), *aux, ("H", w(past + ending, "VERB", "PastPart")), *maybe(0.35, ("obl:mod", when())),
             *maybe(0.25, ("obl:mod", in_place())), *maybe(0.6, ("obl:agent", pp("par", pick(state, capital, office, institution, name, homologue, plural)()))))


def control():
    _, one, several, past, preposition = pick(*CONTROL)
    many = R.random() < 0.25
    verb = (None, one, several, past, None)
    return b(("nsubj", plural() if many else singular()), *verb_group(verb, many), *maybe(0.15, ("obl:mod", when())),
             ("obj", pick(state, capital, office, name)()), ("xcomp", infinitive(preposition)))


def promise():
    _, one, several, past, preposition = pick(*PROMISE)
    many = R.random() < 0.25
    verb = (None, one, several, past, None)
    group = verb_group(verb, many) if preposition else [("H", w(several if many else one, "VERB", "Fin"))]
    return b(("nsubj", plural() if many else singular()), *group, ("xcomp", infinitive(preposition)))


def appointed():
    """Il a été nommé ambassadeur au Japon; elle est élue présidente"""
    post = b(("H", w(pick("ambassadeur", "président", "directeur", "chef", "émissaire", "ministre", "présidente"), "NOUN")),
             *maybe(0.8, ("nmod", pick(of_state, to_state, in_place)())))
    if R.random() < 0.3:
        post = b(("amod", w("Premier", "ADJ")), ("H", w("ministre", "NOUN")))
    verb = w(pick("nommé", "élu", "réélu", "désigné", "nommée", "élue"), "VERB", "PastPart")
    if R.random() < 0.35:
        verb.rows[0][0] = verb.rows[0][0].capitalize()
        second = pick(*VERBS)
        first = b(("H", verb), *maybe(0.7, ("xcomp", post)), *maybe(0.5, ("obl:mod", when())), comma())
        return b(("advcl", first), ("nsubj", w(pick("il", "elle"), "PRON")), *verb_group(second), *objects(second[4]))
    aux = pick([("aux:tense", w("a", "AUX", "Fin")), ("aux:pass", w("été", "AUX", "PastPart"))], [("aux:pass", w("est", "AUX", "Fin"))])
    return b(("nsubj:pass", pick(lambda: w(pick("il", "elle"), "PRON"), name, office)()), *aux, ("H", verb), ("xcomp", post),
             *maybe(0.4, ("obl:agent", pp("par", pick(office, institution)()))), *maybe(0.3, ("obl:mod", when())))


def targeting():
    """prolonger les sanctions visant la Russie"""
    noun = b(("det", w(pick("les", "des", "ces"), "DET")), ("H", w(pick("sanctions", "accords", "mesures", "attaques", "armes"), "NOUN")),
             ("acl", b(("H", w(pick("visant", "concernant", "touchant", "liant"), "VERB", "PresPart")), ("obj", pick(state, office, institution)()))))
    verb = pick(*[v for v in VERBS if v[4] in ("thing", "deal")])
    if R.random() < 0.5:
        return b(("nsubj", singular()), *verb_group(verb), ("obj", noun))
    return b(("nsubj", singular()), ("aux:tense", w("a", "AUX", "Fin")), ("H", w("décidé", "VERB", "PastPart")),
             ("xcomp", b(("mark", w("de", "ADP")), ("H", w(verb[0], "VERB", "Inf")), ("obj", noun))))


def reflexive():
    subject = singular()
    kind = pick(("rendu", "rend"), ("entretenu", "entretient"), ("opposé", "oppose"))
    aux = [("expl:comp", w("s'", "PRON")), ("aux:tense", w("est", "AUX", "Fin")), ("H", w(kind[0], "VERB", "PastPart"))]
    if R.random() < 0.4:
        aux = [("expl:comp", w("s'" if kind[1][0] in "eo" else "se", "PRON")), ("H", w(kind[1], "VERB", "Fin"))]
    day = maybe(0.3, ("obl:mod", when()))
    if kind[0] == "rendu":
        rest = [("obl:arg", in_place())] + maybe(0.5, ("advcl", b(("mark", w("pour", "ADP")), ("H", infinitive("")))))
    elif kind[0] == "entretenu":
        rest = [("obl:arg", pp("avec", pick(office, name, title_name, homologue)()))] + maybe(0.3, ("obl:mod", in_place()))
    else:
        rest = [("obl:arg", pick(to_state, lambda: pp("à", thing()))())]
    return b(("nsubj", subject), *aux, *day, *rest)


def statement():
    return pick(active, active, active, passive, passive, control, promise, reflexive, which_clause, which_clause, cleft, between, appointed, targeting)()


def which_clause():
    """L'accord que les deux pays ont conclu prévoit…; le pays dont il est le président…"""
    verb = pick(*VERBS)
    noun = b(("det", w(pick("le", "ce"), "DET")), ("H", w(pick("texte", "pays", "ministre", "groupe", "contrat", "projet", "traité"), "NOUN")))
    if R.random() < 0.4:
        noun = b(("det", w(pick("l'", "cet"), "DET")), ("H", w(pick("accord", "homme", "embargo", "échange"), "NOUN")))
    kind = R.random()
    if kind < 0.2:
        place = pick(lambda: b(("det", w("la", "DET")), ("H", w(pick("ville", "capitale", "région", "base"), "NOUN"))), capital, state)()
        first = pick([("obl:mod", w("où", "PRON", "Rel"))],
                     [("obl:mod", b(("case", w(pick("dans", "contre", "vers"), "ADP")), ("H", w(pick("laquelle", "lequel"), "PRON", "Rel"))))])
        closing = [comma()] if R.random() < 0.6 else []
        if R.random() < 0.5:
            inverted = pick([("expl:comp", w("se", "PRON")), ("H", w(pick("trouve", "trouvait", "rend"), "VERB", "Fin"))],
                            [("H", w(pick("vit", "siège", "réside", "vivait"), "VERB", "Fin"))])
            clause = b(*(closing and [comma()]), *first, *inverted, ("nsubj", pick(office, institution, name)()), *closing)
        else:
            inner = pick(*VERBS)
            inside = infinitive("") if R.random() < 0.5 else None
            group = [("H", w(pick("doit", "devait", "va", "veut"), "VERB", "Fin")), ("xcomp", inside)] if inside else verb_group(inner) + objects(inner[4])
            clause = b(*(closing and [comma()]), *first, ("nsubj", pick(lambda: w(pick("il", "elle"), "PRON"), office, state)()), *group, *closing)
        if R.random() < 0.5:
            return b(("nsubj:pass", b(("H", place), ("acl:relcl", clause))), ("aux:tense", w("a", "AUX", "Fin")), ("aux:pass", w("été", "AUX", "PastPart")),
                     ("H", w(pick("bombardée", "attaquée", "prise", "visée"), "VERB", "PastPart")), *maybe(0.5, ("obl:agent", pp("par", pick(office, state)()))))
        return b(("nsubj", pick(office, name)()), ("aux:tense", w("est", "AUX", "Fin")), ("H", w("arrivé", "VERB", "PastPart")), *maybe(0.5, ("obl:mod", when())),
                 ("obl:arg", b(("case", w("à", "ADP")), ("H", place), ("acl:relcl", clause))))
    if kind < 0.6:
        inner = pick(*[v for v in VERBS if v[4] in ("who", "any", "deal", "give")])
        many = R.random() < 0.5
        clause = b(("obj", w(pick("que", "que", "qu'"), "PRON", "Rel")), ("nsubj", plural() if many else pick(state, office, capital)()),
                   *verb_group(inner, many), *objects(inner[4], relative=True))
    elif kind < 0.8:
        clause = b(("nmod", w("dont", "PRON", "Rel")), ("nsubj", w("il", "PRON")), ("cop", w("est", "AUX", "Fin")),
                   ("H", b(("det", w("le", "DET")), ("H", w(pick("président", "chef", "directeur"), "NOUN")))))
    else:
        preposition = pick("dans", "avec", "contre", "pour")
        inner = pick(*VERBS)
        clause = b(comma(), ("obl:mod", b(("case", w(preposition, "ADP")), ("H", w("lequel", "PRON", "Rel")))),
                   ("nsubj", pick(state, office)()), *verb_group(inner), *objects(inner[4]), comma())
    return b(("nsubj", b(("H", noun), ("acl:relcl", clause))), *verb_group(verb), *objects(verb[4]))


def cleft():
    verb = pick(*VERBS)
    return b(("expl:subj", w("c'", "PRON")), ("cop", w("est", "AUX", "Fin")), ("H", pick(state, office, name)()),
             ("acl:relcl", b(("nsubj", w("qui", "PRON", "Rel")), *verb_group(verb), *objects(verb[4]))))


def between():
    pair = b(("case", w("entre", "ADP")), ("H", pick(state, capital, office)()), ("conj", b(("cc", w("et", "CCONJ")), ("H", pick(state, capital)()))))
    noun = pick("rencontre", "réunion", "négociation", "guerre", "coopération")
    subject = b(("det", w("la", "DET")), ("H", w(noun, "NOUN")), ("nmod", pair))
    if R.random() < 0.5:
        return b(("nsubj:pass", subject), ("aux:pass", w("est", "AUX", "Fin")), ("H", w(pick("prévue", "attendue", "annoncée"), "VERB", "PastPart")),
                 *maybe(0.6, ("obl:mod", when())), *maybe(0.4, ("obl:mod", in_place())))
    return b(("nsubj", subject), ("aux:tense", w("a", "AUX", "Fin")), ("H", w(pick("repris", "commencé", "échoué"), "VERB", "PastPart")),
             *maybe(0.6, ("obl:mod", when())), *maybe(0.4, ("obl:mod", in_place())))


def speaker():
    return pick(office, title_name, name, lambda: b(("H", name()), ("appos", b(comma(), ("H", role())))),
                lambda: b(("det", w("le", "DET")), ("H", w("ministre", "NOUN")), ("amod", w(pick(*ADJ), "ADJ")),
                          ("nmod", b(("case", w(pick("des", "de", "du"), "ADP")), ("H", w(pick("Affaires", "Défense", "Commerce"), "NOUN")))),
                          ("appos", b(comma(), ("H", name())))))()


def quoted():
    """« … », a déclaré M. Durand."""
    now, past = pick(*SPEECH)
    said = statement()
    aux = [("aux:tense", w("a", "AUX", "Fin")), ("H", w(past, "VERB", "PastPart"))] if R.random() < 0.6 else [("H", w(now, "VERB", "Fin"))]
    day = maybe(0.3, ("obl:mod", when()))
    kind = R.random()
    if kind < 0.25:
        pronoun = pick("-il", "-elle", "-t-il", "-t-elle")
        if len(aux) == 2:
            inverted = b(aux[0], ("nsubj", w(pick("-t-il", "-t-elle"), "PRON")), aux[1], *day)
        else:
            inverted = b(aux[0], ("nsubj", w(pronoun, "PRON")), *day)
    else:
        inverted = b(*aux, *day, ("nsubj", speaker()))
    style = R.random()
    if style < 0.45:
        opening, closing = pick(("«", "»"), ("\"", "\""), ("“", "”"))
        return b(("punct", w(opening, "PUNCT")), ("H", said), ("punct", w(closing, "PUNCT")), ("parataxis", b(comma(), ("H", inverted))))
    return b(("H", said), ("parataxis", b(comma(), ("H", inverted))))


def indirect():
    now, past = pick(*SPEECH[:8])
    said = statement()
    group = [("aux:tense", w("a", "AUX", "Fin")), ("H", w(past, "VERB", "PastPart"))] if R.random() < 0.6 else [("H", w(now, "VERB", "Fin"))]
    return b(("nsubj", singular()), *group, *maybe(0.2, ("obl:mod", when())), ("ccomp", b(("mark", w("que", "SCONJ")), ("H", said))))


def opening():
    """Reçu par son homologue, le ministre …; Selon X, …; Jeudi, …"""
    kind = R.random()
    said = pick(active, passive, promise)()
    if kind < 0.4:
        first = participle()
        label = "advcl"
    elif kind < 0.7:
        first = pp("selon", pick(office, institution, name)())
        label = "obl:mod"
    else:
        first = when()
        label = "obl:mod"
    first.rows[0][0] = first.rows[0][0][0].upper() + first.rows[0][0][1:]
    return b((label, b(("H", first), comma())), ("H", said))


def two_verbs():
    one, two = pick(*VERBS), pick(*VERBS)
    many = R.random() < 0.3
    second = b(("cc", w(pick("et", "mais"), "CCONJ")), ("H", b(*verb_group(two, many), *objects(two[4]))))
    return b(("nsubj", plural() if many else singular()), *verb_group(one, many), *objects(one[4]), ("conj", second))


def partners():
    """Les principaux fournisseurs sont la Chine (22 %), l'Inde (9 %) et le Japon (6 %)."""
    def partner():
        figure = b(("punct", w("(", "PUNCT")), ("nummod", w(str(R.randint(2, 60)), "NUM")), ("H", w("%", "NOUN")), ("punct", w(")", "PUNCT")))
        return b(("H", state()), ("appos", figure))
    people = b(("H", partner()), ("conj", b(comma(), ("H", partner()))), ("conj", b(("cc", w("et", "CCONJ")), ("H", partner()))))
    if R.random() < 0.5:
        noun = pick("fournisseurs", "clients", "partenaires")
        return b(("nsubj", b(("det", w("les", "DET")), ("amod", w("principaux", "ADJ")), ("H", w(noun, "NOUN")), *maybe(0.5, ("nmod", of_state())))),
                 ("cop", w("sont", "AUX", "Fin")), ("H", people))
    goods = pick(*GOODS)
    return b(("nsubj", b(("det", w("les", "DET")), ("H", w(pick("exportations", "importations", "ventes"), "NOUN")), ("nmod", pp("de", w(goods, "NOUN"))),
                         *maybe(0.5, ("nmod", pp("vers", state()))))),
             ("aux:tense", w("ont", "AUX", "Fin")), ("H", w(pick("augmenté", "reculé", "progressé", "baissé"), "VERB", "PastPart")),
             ("obl:mod", pp("de", b(("nummod", w(str(R.randint(2, 60)), "NUM")), ("H", w("%", "NOUN"))))), *maybe(0.5, ("obl:mod", when())))


def first_supplier():
    """La Russie, premier fournisseur de gaz de la Turquie, …"""
    noun = b(("amod", w(pick("premier", "principal"), "ADJ")), ("H", w(pick("fournisseur", "exportateur", "client", "partenaire"), "NOUN")),
             *maybe(0.4, ("amod", w(pick("mondial", "commercial"), "ADJ"))), *maybe(0.7, ("nmod", pp("de", w(pick(*GOODS), "NOUN")))), *maybe(0.6, ("nmod", of_state())))
    verb = pick(*VERBS)
    return b(("nsubj", b(("H", state()), ("appos", b(comma(), ("H", noun), comma())))), *verb_group(verb), *objects(verb[4]))


def headline():
    kind = R.random()
    short = pick(capital, lambda: state(False), name)
    if kind < 0.35:
        verb = pick(*VERBS)
        extra = [("obj", pick(lambda: w(pick(*CAPITALS), "PROPN"), thing, name, arms)())] if verb[4] != "give" else objects("give")
        return b(("nsubj", short()), ("H", w(verb[1], "VERB", "Fin")), *extra, *maybe(0.3, ("obl:mod", in_place())))
    if kind < 0.5:
        _, one, _, _, preposition = pick(*CONTROL)
        return b(("nsubj", short()), ("H", w(one, "VERB", "Fin")), ("obj", short()), ("xcomp", infinitive(preposition)))
    if kind < 0.75:
        noun = pick("Tensions", "Rencontre", "Accord", "Négociations", "Guerre", "Sommet", "Visite")
        pair = b(("case", w("entre", "ADP")), ("H", short()), ("conj", b(("cc", w("et", "CCONJ")), ("H", short()))))
        return b(("H", w(noun, "NOUN")), ("nmod", pair), *maybe(0.5, ("nmod", pp("après", thing()))))
    topic = b(("H", short()), ("punct", w(":", "PUNCT")))
    rest = pick(headline_plain, headline_plain, passive_headline)()
    return b(("dep", topic), ("H", rest))


def headline_plain():
    verb = pick(*VERBS)
    return b(("nsubj", pick(capital, office, plural)()), ("H", w(verb[1], "VERB", "Fin")), *objects(verb[4]))


def passive_headline():
    *_, past, frame = pick(*[v for v in VERBS if v[4] in ("who", "any")])
    return b(("H", b(("nummod", w(pick("deux", "trois", "12"), "NUM")), ("H", w(pick("soldats", "diplomates", "civils"), "NOUN")))),
             ("acl", b(("H", w(past + "s", "VERB", "PastPart")), *maybe(0.5, ("obl:agent", pp("par", institution()))), *maybe(0.5, ("obl:mod", in_place())))))


def sentence():
    kind = R.random()
    if kind < 0.16:
        tree = headline()
        stop = False
    else:
        tree = pick(statement, statement, statement, quoted, quoted, indirect, opening, two_verbs, partners, first_supplier)()
        stop = True
    rows = tree.rows
    rows[0][0] = rows[0][0][0].upper() + rows[0][0][1:]
    if stop:
        rows.append([".", "PUNCT", "_", tree.root, "punct"])
    # A comma that closes a group gives way to other punctuation.
    for i in range(len(rows) - 2, -1, -1):
        if rows[i][0] == "," and rows[i + 1][0] in (",", ".", "»", ")", "”"):
            if not any(row[3] == i for row in rows):
                del rows[i]
                for row in rows:
                    if row[3] > i:
                        row[3] -= 1
    if rows[-1][0] == ",":
        rows.pop()
    for row, following in zip(rows, rows[1:]):
        if following[0][0].lower() in "aeiouéè" and row[0].lower() in ("de", "que", "le", "la", "se"):
            row[0] = row[0][:-1] + "'"
    return rows


def main():
    R.seed(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    for _ in range(int(sys.argv[1])):
        print("\n".join("\t".join(map(str, row)) for row in sentence()) + "\n")


main()
