"""Names, offices, states, things and times of the own sentences, as phrases."""
import random

from news_words import *
from trees import b, comma, w

R = random.Random()


def pick(*items):
    return R.choice(items)


def maybe(chance, *parts):
    return list(parts) if R.random() < chance else []


def name():
    if R.random() < 0.75:
        last = pick(*LAST)
        return b(("H", w(pick(*FIRST), "PROPN")), ("flat:name", w(last, "PROPN")))
    return w(pick(*LAST), "PROPN")


def title_name():
    return b(("H", w(pick("M.", "Mme"), "NOUN")), ("flat:name", w(pick(*LAST), "PROPN")))


def state(article=True):
    n, art = pick(*STATES)
    if not article:
        return w(n, "PROPN")
    return b(("det", w(art, "DET")), ("H", w(n, "PROPN")))


def capital():
    return w(pick(*CAPITALS), "PROPN")


def of_state():
    n, art = pick(*STATES)
    if art == "le":
        return b(("case", w("du", "ADP")), ("H", w(n, "PROPN")))
    if art == "les":
        return b(("case", w("des", "ADP")), ("H", w(n, "PROPN")))
    if art == "la":
        return b(("case", w("de", "ADP")), *maybe(0.5, ("det", w("la", "DET"))), ("H", w(n, "PROPN")))
    return b(("case", w(pick("de", "d'"), "ADP")), *maybe(0.5, ("det", w("l'", "DET"))), ("H", w(n, "PROPN")))


def to_state():
    n, art = pick(*STATES)
    if art == "le":
        return b(("case", w("au", "ADP")), ("H", w(n, "PROPN")))
    if art == "les":
        return b(("case", w("aux", "ADP")), ("H", w(n, "PROPN")))
    return b(("case", w("à", "ADP")), ("det", w(art, "DET")), ("H", w(n, "PROPN")))


def in_place():
    if R.random() < 0.6:
        return b(("case", w("à", "ADP")), ("H", capital()))
    n, art = pick(*[s for s in STATES if s[1] != "les"])
    return b(("case", w("au" if art == "le" else "en", "ADP")), ("H", w(n, "PROPN")))


def pp(preposition, tree):
    return b(("case", w(preposition, "ADP")), ("H", tree))


def homologue():
    """son homologue turc (, Igor Petrov)"""
    return b(("det", w(pick("son", "son", "ses", "leur"), "DET")), ("H", w("homologue", "NOUN")), ("amod", w(pick(*ADJ), "ADJ")),
             *maybe(0.4, ("appos", pick(name(), b(comma(), ("H", name()), comma())))))


def region():
    """l'est du pays"""
    return b(("det", w("l'", "DET")), ("H", w(pick("est", "ouest"), "NOUN")),
             ("nmod", pick(of_state(), b(("case", w("du", "ADP")), ("H", w("pays", "NOUN"))), b(("case", w("de", "ADP")), ("det", w("la", "DET")), ("H", w("ville", "NOUN"))))))


def office(feminine=False):
    """le président turc (Igor Petrov); le chef de la diplomatie turque, Igor Petrov,"""
    if R.random() < 0.12:
        of = b(("case", w("de", "ADP")), ("det", w("la", "DET")), ("H", w(pick("diplomatie", "junte", "délégation", "mission"), "NOUN")),
               ("amod", w(ADJ_F[pick(*ADJ)], "ADJ")))
        return b(("det", w("le", "DET")), ("H", w("chef", "NOUN")), ("nmod", of), *maybe(0.6, ("appos", b(comma(), ("H", name()), comma()))))
    noun = pick(*(OFFICES_F if feminine else OFFICES))
    adjective = pick(*ADJ)
    vowel = noun[0] in "aeiou"
    parts = [("det", w("l'" if vowel else "la" if feminine else "le", "DET")), ("H", w(noun, "NOUN"))]
    kind = R.random()
    if kind < 0.45:
        parts.append(("amod", w(ADJ_F[adjective] if feminine else adjective, "ADJ")))
    elif kind < 0.75:
        parts.append(("nmod", of_state()))
    else:
        parts.append(("amod", w(ADJ_F[adjective] if feminine else adjective, "ADJ")))
        parts.append(("nmod", b(("case", w("des", "ADP")), ("H", w("Affaires", "NOUN")), ("amod", w("étrangères", "ADJ")))))
    if R.random() < 0.4:
        parts.append(("appos", name()))
    elif R.random() < 0.3:
        parts += [("appos", b(("punct", w(",", "PUNCT")), ("H", name()), ("punct", w(",", "PUNCT"))))]
    return b(*parts)


def role():
    noun = pick("président", "directeur", "chef", "porte-parole", "secrétaire", "présidente", "directrice")
    of = pick(of_state(),
              b(("case", w("de", "ADP")), ("det", w("la", "DET")), ("H", w(pick("Commission", "diplomatie", "banque", "mission"), "NOUN"))),
              b(("case", w("de", "ADP")), ("det", w("l'", "DET")), ("H", w(pick("institut", "agence", "armée", "opposition"), "NOUN"))),
              b(("case", w("du", "ADP")), ("H", w(pick("groupe", "ministère", "parti", "gouvernement"), "NOUN"))))
    return b(("H", w(noun, "NOUN")), ("nmod", of))


def institution():
    kind = R.random()
    if kind < 0.35:
        return b(("det", w("l'", "DET")), ("H", w(pick("Otan", "ONU", "UE", "Opep", "Elysée"), "PROPN")))
    if kind < 0.6:
        return b(("det", w("le", "DET")), ("H", w(pick("gouvernement", "ministère", "Parlement", "groupe", "tribunal"), "NOUN")), ("amod", w(pick(*ADJ), "ADJ")))
    return b(("det", w("la", "DET")), ("H", w(pick("Commission", "Cour", "junte", "coalition", "banque"), "NOUN")),
             ("amod", w(pick("européenne", "centrale", "militaire", "malienne", "internationale"), "ADJ")))


def person_with_role():
    """Anna Keller, directrice de l'institut,"""
    return b(("H", name()), ("appos", b(comma(), ("H", role()), comma())))


def plural():
    kind = R.random()
    if kind < 0.5:
        maker = pick(state, capital, office)
        return b(("H", maker()), ("conj", b(("cc", w("et", "CCONJ")), ("H", maker()))))
    if kind < 0.65:
        return b(("H", state()), ("conj", b(comma(), ("H", state()))), ("conj", b(("cc", w("et", "CCONJ")), ("H", state()))))
    noun = pick("pays", "ministres", "dirigeants", "armées", "rebelles", "soldats", "diplomates", "autorités", "alliés")
    return b(("det", w(pick("les", "des", "ces"), "DET")), *maybe(0.4, ("nummod", w(pick("deux", "trois"), "NUM"))),
             ("H", w(noun, "NOUN")), *maybe(0.3, ("nmod", of_state())))


def when():
    kind = R.random()
    if kind < 0.08:
        return b(("det", w("le", "DET")), ("H", w(str(R.randint(2, 31)), "NUM")), ("nmod", w(pick(*MONTHS), "NOUN")))
    if kind < 0.5:
        return w(pick(*DAYS), "NOUN")
    if kind < 0.75:
        return pp("en", w(pick(*MONTHS + ["2019", "2022", "2014"]), "NOUN"))
    return b(("case", w("depuis", "ADP")), ("H", w(pick("lundi", "mars", "janvier"), "NOUN")))


def thing():
    return pick(
        lambda: b(("det", w("un", "DET")), ("H", w(pick("accord", "contrat", "traité", "plan", "projet"), "NOUN")), *maybe(0.5, ("amod", w(pick("commercial", "militaire", "historique"), "ADJ")))),
        lambda: b(("det", w("des", "DET")), ("H", w(pick("sanctions", "négociations", "mesures", "élections"), "NOUN"))),
        lambda: b(("det", w("la", "DET")), ("H", w(pick("ville", "base", "frontière", "décision", "résolution"), "NOUN")), *maybe(0.4, ("nmod", pp("de", capital())))),
        lambda: b(("det", w("les", "DET")), ("H", w(pick("sanctions", "troupes", "exportations", "réformes"), "NOUN"))))()


def arms():
    return b(*pick([("det", w("des", "DET"))], [("nummod", w(str(R.randint(4, 900)), "NUM"))]), ("H", w(pick(*ARMS), "NOUN")))


def share():
    of = b(("case", w("de", "ADP")), ("det", w(pick("son", "ses"), "DET")), ("H", w(pick(*GOODS + ["importations", "exportations"]), "NOUN")))
    return b(("nummod", w(pick("40", "12", "3,5", "60", "80"), "NUM")), ("H", w("%", "NOUN")), ("nmod", of))
