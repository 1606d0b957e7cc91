#!/usr/bin/env python3
"""Writes news-like French sentences with their trees, by construction: make_news.py FORMS_LIST COUNT [SEED [held]] > news.tsv

FORMS_LIST is the list of the form lexicon that depeche-compile-forms writes. All names are invented or from the tables
of mappings/names. With "held" names are drawn that the training sentences never use.
"""
import pathlib
import re
import sys

from clauses import Clauses, choose
from grammar import R, Grammar, alternatives, combine, parse, word
from lexicon import Lexicon, vowel
from names import Names

HERE = pathlib.Path(__file__).parent
SPEECH = "dire déclarer affirmer estimer indiquer ajouter assurer expliquer préciser souligner prévenir annoncer rappeler regretter insister poursuivre lancer marteler conclure répondre répliquer confier commenter confirmer noter observer juger avertir promettre reconnaître plaider déplorer saluer résumer raconter".split()
ELIDED = {"le", "la", "de", "que", "se", "ne", "je", "jusque", "lorsque", "puisque", "me", "te", "ce"}


class News:
    def __init__(self, forms, held):
        self.grammar = Grammar(Lexicon(forms))
        for name in ("phrases.txt", "nouns.txt", "clauses.txt"):
            self.grammar.read((HERE / name).read_text(encoding="utf-8"))
        Names(str(HERE.parents[2] / "mappings/names"), held).register(self.grammar)
        self.clauses = Clauses(self.grammar, (HERE / "frames.txt").read_text(encoding="utf-8"))

    def build(self, template):
        return self.clauses.nested(template)

    # --- speech -----------------------------------------------------------------------------------------------------

    def incise(self):
        """a déclaré à la presse le ministre …, lors d'une visite à …"""
        verb = R.choice(SPEECH)
        before = choose((6, ""), (2, "obl:mod=$When"), (1, "obl:arg[ à {LE *presse/N|des/D0} ]".replace("|des/D0", "")), (1, "obl:arg[ à {LE|des/D} *{journalistes|députés|agences|reporters}/Np ]"),
                        (1, "obl:mod=devant+$Audience"), (1, "obl:mod[ à *$Agency ]"), (1, "obl:mod=lors_de+$Meeting"), (1, "obl:mod[ sur *$NETWORK ]"), (1, "obl:mod[ dans UN *{communiqué|entretien|message|discours}/N ]"))
        after = choose((8, ""), (2, "obl:mod=lors_de+$Meeting"), (1, "obl:mod=$When"), (1, "obl:mod=$Place"), (1, ", obl:mod=lors_de+$Meeting"), (1, "advcl=$Gerund"), (1, ", advcl=$Present"),
                       (1, "obl:mod[ dans UN *{communiqué|entretien|message|discours}/N {|nmod=à+$Audience} ]"), (1, "obl:mod[ à LE *issue/N nmod=de+$Meeting ]"))
        if R.random() < 0.2:
            pronoun = R.choice(["-il", "-elle"])
            if R.random() < 0.6:
                return self.build(f"aux:tense=a/X nsubj=-t{pronoun}/P *{verb}/PPm {before} {after}")
            return self.build(f"%={verb} nsubj={pronoun}/P {before} {after}")
        speaker = choose((3, "$Person"), (4, "$Office"), (1, "$Body"), (1, "$WithClause"), (1, "$Organisation"))
        past = f"aux:tense=a/X *{verb}/PPm" if R.random() < 0.65 else f"*{verb}@present/V"
        return self.build(f"{past} {before} nsubj={speaker} {after}")

    def quoted(self):
        said = self.clauses.clause()
        incise = combine([("punct", word(",", "PUNCT")), ("H", self.incise())])
        if R.random() < 0.6:
            opening, closing = R.choice([("«", "»"), ('"', '"'), ("“", "”")])
            return combine([("punct", word(opening, "PUNCT")), ("H", said), ("punct", word(closing, "PUNCT")), ("parataxis", incise)])
        return combine([("H", said), ("parataxis", incise)])

    def introduced(self):
        """X a déclaré : « … »; X a affirmé que …"""
        verb = R.choice(SPEECH)
        if R.random() < 0.5:
            said = self.clauses.clause()
            head = self.build(f"nsubj=$Subject %-{verb} {{|obl:mod=$When|obl:mod=$Place}}")
            opening, closing = R.choice([("«", "»"), ('"', '"')])
            quote = combine([("punct", word(":", "PUNCT")), ("punct", word(opening, "PUNCT")), ("H", said), ("punct", word(closing, "PUNCT"))])
            return combine([("H", head), ("ccomp" if R.random() < 0.5 else "parataxis", quote)])
        return self.build(f"nsubj=$Subject %-{R.choice(['affirmer', 'déclarer', 'estimer', 'indiquer', 'annoncer', 'assurer', 'rappeler', 'souligner'])} {{|obl:mod=$When|obl:arg[ à LE *presse/N ]}} ccomp=$Que")

    # --- headlines --------------------------------------------------------------------------------------------------

    def bare(self, tree):
        """Without the determiner that the phrase begins with."""
        if tree.rows[0][1] == "DET" and tree.rows[0][3] == tree.root:
            rows = [[f, u, d, up - 1 if up > 0 else up, l] for f, u, d, up, l in tree.rows[1:]]
            tree.rows, tree.root = rows, tree.root - 1
        return tree

    def headline(self):
        short = "{$STATEBARE|$Capital|$NAME|$NAME|$State|$ORGANISATIONBARE}"
        kind = R.random()
        if kind < 0.3:
            verb, complements = self.clauses.frame()
            tree = self.build(f"nsubj={short} %={verb} {' '.join(complements)}")
        elif kind < 0.4:
            verb, complements = self.clauses.frame(self.clauses.with_object)
            tree = self.build(f"nsubj={short} %={verb} {' '.join('obj=' + R.choice(['$STATEBARE', '$Capital', '$NAME']) if c.startswith('obj=$Actor') else c for c in complements)}")
        elif kind < 0.6:
            tree = self.bare(self.grammar.make("Event"))
            if R.random() < 0.3:
                tree = combine([("H", tree), ("nmod", self.grammar.build(R.choice(["case=après/E *$Event", "case=avant/E *$Event", "case=en/E *$MONTH"])))])
        elif kind < 0.72:
            noun = self.build(R.choice(["nummod=$INT *{soldats|diplomates|civils|ambassadeurs|espions}/Np {|$Dem}", "UN *{ministre|navire|avion|diplomate|opposant}/N $Dem", "*$NAME", "*$STATEBARE"]))
            tree = combine([("H", noun), ("acl", self.clauses.participle(gender=noun.gender, number=noun.number))])
        else:
            tree = self.bare(self.grammar.make("Event")) if R.random() < 0.3 else self.clauses.clause()
        if R.random() < 0.35:
            topic = self.build(R.choice(["*$STATEBARE", "*$Capital", "*{Commerce|Diplomatie|Sanctions|Nucléaire|Climat|Défense|Gaz|Blé|Crise|Guerre}/W", "*$STATEBARE conj[ , *$STATEBARE ]", "*$NAME"]))
            tree = combine([("dep", combine([("H", topic), ("punct", word(":", "PUNCT"))])), ("H", tree)])
        return tree

    # --- sentences --------------------------------------------------------------------------------------------------

    def sentence(self):
        self.clauses.depth = 0
        kind = R.random()
        stop = True
        if kind < 0.13:
            tree, stop = self.headline(), False
        elif kind < 0.24:
            tree = self.quoted()
        elif kind < 0.30:
            tree = self.introduced()
        elif kind < 0.42:
            tree = self.grammar.make("Trade")
            if R.random() < 0.2:
                tree = combine([("obl:mod", combine([("H", self.grammar.make("When")), ("punct", word(",", "PUNCT"))])), ("H", tree)])
        elif kind < 0.46:
            tree = combine([("H", self.clauses.clause()), ("punct", word(R.choice([",", ";"]), "PUNCT")), ("conj", combine([("cc", word(R.choice(["et", "mais"]), "CCONJ")), ("H", self.clauses.clause())]))])
        else:
            tree = self.clauses.clause()
        if R.random() < 0.06:
            quote(tree)
        return finish(tree, stop)


def quote(tree):
    """Puts one group of the sentence between quotation marks."""
    rows = tree.rows
    if any(row[0] in ('"', "«", "“", "(") for row in rows):
        return
    nodes = [i for i, row in enumerate(rows) if row[4] in ("obj", "xcomp", "ccomp", "amod", "obl:arg") and row[1] != "PRON"]
    if not nodes:
        return
    node = R.choice(nodes)

    def below(i):
        while i >= 0 and i != node:
            i = rows[i][3]
        return i == node

    inside = [i for i in range(len(rows)) if below(i)]
    first, last = inside[0], inside[-1]
    while first < node and rows[first][4] in ("case", "mark", "det") and R.random() < 0.7:
        first += 1
    opening, closing = R.choice([("«", "»"), ('"', '"'), ("“", "”")])
    for place, form in ((last + 1, closing), (first, opening)):
        for row in rows:
            if row[3] >= place:
                row[3] += 1
        if node >= place:
            node += 1
        rows.insert(place, [form, "PUNCT", "_", node, "punct"])
        if tree.root >= place:
            tree.root += 1


def finish(tree, stop):
    rows = [row[:] for row in tree.rows]
    if stop:
        rows.append([".", "PUNCT", "_", tree.root, "punct"])
    rows = [row for row in rows]
    i = len(rows) - 2
    while i >= 0:  # a comma that closes a group gives way to other punctuation and to what cannot follow one
        if rows[i][0] == "," and (rows[i + 1][0] in (",", ".", "»", ")", "”", '"', ":", ";") and rows[i + 1][1] == "PUNCT"):
            drop(rows, i)
        i -= 1
    if rows[-1][0] == ",":
        drop(rows, len(rows) - 1)
    if rows[0][0] == ",":
        drop(rows, 0)
    i = 0
    while i + 1 < len(rows):
        row, following = rows[i], rows[i + 1]
        form = row[0].lower()
        if form in ELIDED and vowel(following[0]) and following[1] not in ("NUM", "PUNCT") and not (form == "ce" and following[0][0] not in "eé"):
            row[0] = row[0][:-1] + "'"
        elif form == "si" and following[0] in ("il", "ils"):
            row[0] = row[0][:-1] + "'"
        elif form in ("son", "ce", "sa", "ma", "cette") and row[1] == "DET":
            if form == "sa" and vowel(following[0]):
                row[0] = row[0][0] + "on"
            elif form == "ce" and vowel(following[0]):
                row[0] += "t"
        i += 1
    i = 0
    while i + 1 < len(rows):
        row, following = rows[i], rows[i + 1]
        if row[1] == "ADP" and row[0].lower() in ("de", "à") and following[1] == "DET":
            joined = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}.get((row[0].lower(), following[0]))
            if joined:
                row[0] = joined
                drop(rows, i + 1)
            elif row[0].lower() == "de" and following[0] in ("des", "du") or following[0] == "de" and row[0] == "de":
                if following[0] == "de" and i + 2 < len(rows) and rows[i + 2][4] == "fixed":
                    drop(rows, i + 2)
                drop(rows, i + 1)
                if vowel(rows[i + 1][0]) and rows[i + 1][1] != "NUM" and row[0] == "de":
                    row[0] = "d'"
        i += 1
    begin = 1 if rows[0][0] in ("«", '"', "“") else 0
    rows[begin][0] = rows[begin][0][0].upper() + rows[begin][0][1:]
    return rows


def drop(rows, i):
    if any(row[3] == i for row in rows):
        return
    del rows[i]
    for row in rows:
        if row[3] > i:
            row[3] -= 1


def main():
    R.seed(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    news = News(sys.argv[1], sys.argv[4:5] == ["held"])
    made = 0
    while made < int(sys.argv[2]):
        rows = news.sentence()
        if len(rows) > 70 or len(rows) < 3:
            continue
        print("\n".join("\t".join(map(str, row)) for row in rows) + "\n")
        made += 1


if __name__ == "__main__":
    main()
