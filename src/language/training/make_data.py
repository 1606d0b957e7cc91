#!/usr/bin/env python3
"""Makes training data for the analyser; see README.md in this folder.

  make_data.py annotate < tokens.txt > data.tsv     teacher analyses of our own tokens (depeche-tokens output)
  make_data.py convert treebank.conllu > data.tsv   gold trees of a CoNLL-U treebank

Output: one token per line "form TAB class TAB detail TAB head TAB label", head 0-based, -1 for the root; an empty line
ends a sentence. `detail` is Fin, Inf, PastPart, PresPart or Rel where it applies, else "_". Trees are made projective.
"""
import re
import sys

DAYS = set("lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain".split())
# Forms of verbs of speech that stand inverted behind what is said.
SPEECH = set("""dit déclaré affirmé annoncé ajouté expliqué estimé assuré indiqué précisé souligné poursuivi confié lancé
reconnu rappelé insisté répondu commenté regretté conclu martelé prévenu résumé écrit noté observé jugé averti confirmé
raconté témoigné rapporté relevé plaidé promis déploré salué tweeté déclare affirme annonce ajoute explique estime
assure indique précise souligne poursuit confie lance reconnaît rappelle insiste répond commente regrette conclut
martèle prévient résume écrit note observe juge avertit confirme raconte témoigne rapporte relève plaide promet déplore
disent déclarent affirment annoncent ajoutent expliquent estiment assurent indiquent précisent soulignent rappellent
disait expliquait estimait déclarait affirmait assurait indiquait ajoutait soulignait déclara affirma ajouta expliqua
répondit reprit demanda""".split())
# Nouns with a clause of their own ("le fait que"), and nouns that "par" does not make agents.
CLAUSE_NOUNS = set("""fait idée sentiment espoir certitude preuve condition annonce crainte impression conviction
hypothèse possibilité moment sens point principe avis façon manière sorte fois thèse souhait signe risque""".split())
NO_AGENTS = set("""exemple ailleurs mois an jour semaine année heure téléphone voie terre mer air lettre courriel rapport
suite conséquence contre fois moyen biais le la habitant personne email endroit place centaines milliers écrit""".split())
CLITIC = re.compile(r"^-(t-)?(je|tu|il|elle|on|nous|vous|ils|elles|ce|le|la|les|lui|leur|moi|toi|y|en)$", re.I)
HYPHENATED = re.compile(r"^-(là|ci)$", re.I)


def detail_of(upos, feats):
    form = feats.get("VerbForm", "")
    if upos in ("VERB", "AUX"):
        if form == "Part":
            return "PresPart" if feats.get("Tense") == "Pres" else "PastPart"
        return "Inf" if form == "Inf" else "Fin"
    if upos == "PRON" and feats.get("PronType") == "Rel":
        return "Rel"
    return "_"


def is_projective_arc(heads, child):
    """An arc is projective if its head governs everything between its ends."""
    head = heads[child]
    for between in range(min(head, child) + 1, max(head, child)):
        up = between
        while up not in (-1, head):
            up = heads[up]
        if up == -1:
            return False
    return True


def projectivise(heads):
    """Lifts each crossing arc to the grandparent until the tree is projective."""
    while True:
        crossing = [c for c in range(len(heads)) if heads[c] >= 0 and not is_projective_arc(heads, c)]
        if not crossing:
            return
        worst = min(crossing, key=lambda c: abs(heads[c] - c))
        heads[worst] = heads[heads[worst]]


def is_tree(heads):
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        node, steps = start, 0
        while node != -1:
            node, steps = heads[node], steps + 1
            if steps > len(heads):
                return False
    return True


def write(rows):
    """rows: [form, class, detail, head, label]"""
    heads = [row[3] for row in rows]
    if not is_tree(heads):
        return
    projectivise(heads)
    for row, head in zip(rows, heads):
        row[3] = head
    print("\n".join("\t".join(map(str, row)) for row in rows) + "\n")


def correct(rows):
    """Puts right what the teacher gets wrong systematically: inverted verbs of speech, relative "que", bare days."""
    children = [[c for c in range(len(rows)) if rows[c][3] == i] for i in range(len(rows))]
    for i, row in enumerate(rows):
        if row[1] == "VERB" and row[0].lower() in SPEECH and row[2] in ("Fin", "PastPart"):
            clitics = [c for c in children[i] if CLITIC.match(rows[c][0])]
            if any(rows[c][4].startswith("nsubj") for c in children[i] if c not in clitics):
                continue
            first = min([i] + [c for c in children[i] if rows[c][4].startswith(("aux", "expl")) and c < i])
            if first == 0 or rows[first - 1][0] not in (",", "»", '"', "”", "–", "-", "—", "!", "?"):
                continue
            if any(rows[c][4] == "mark" for c in children[i]):
                continue
            subject = clitics[0] if clitics else None
            for c in children[i]:
                bare = not any(rows[k][4] == "case" for k in children[c])
                if (subject is None and c > i and bare and rows[c][4] in ("obj", "obl:mod", "obl:arg")
                        and rows[c][1] in ("NOUN", "PROPN", "PRON") and rows[c][0].lower() not in DAYS):
                    subject = c
            if subject is not None:
                rows[subject][4] = "nsubj"
                if row[4] in ("advcl", "conj", "acl", "acl:relcl", "ccomp", "dep", "xcomp"):
                    row[4] = "parataxis"
    for i, row in enumerate(rows):
        labels = {rows[c][4] for c in children[i]}
        if row[4] in ("acl", "acl:relcl") and row[1] == "VERB" and row[2] in ("Fin", "PastPart"):
            if not labels & {"obj", "ccomp", "xcomp", "cop", "aux:pass"} and rows[row[3]][0].lower() not in CLAUSE_NOUNS:
                for c in children[i]:
                    if rows[c][0].lower() in ("que", "qu'", "qu’") and rows[c][4] == "mark" and rows[c - 1][1] in ("NOUN", "PROPN", "ADJ"):
                        rows[c][1], rows[c][2], rows[c][4], row[4] = "PRON", "Rel", "obj", "acl:relcl"
        if row[1] == "VERB" and row[2] == "PastPart" and "aux:pass" in labels and "obl:agent" not in labels:
            for c in children[i]:
                if c > i and rows[c][4] in ("obl:mod", "obl:arg") and rows[c][0].lower() not in NO_AGENTS:
                    if any(rows[k][4] == "case" and rows[k][0].lower() == "par" for k in children[c]) and rows[c][1] != "NUM":
                        rows[c][4] = "obl:agent"
    for i, row in enumerate(rows):
        above = rows[row[3]] if row[3] >= 0 else None
        if row[0].lower() in ("que", "qu'", "qu’") and row[4] == "mark" and above and above[4] == "acl:relcl":
            if not any(rows[c][4] == "obj" for c in children[row[3]]):
                row[1], row[2], row[4] = "PRON", "Rel", "obj"
        if row[0].lower() in DAYS and row[4] in ("obj", "iobj", "nsubj", "nsubj:pass", "appos", "dep") and above and above[1] == "VERB":
            if not any(rows[c][4] in ("det", "case") for c in children[i]):
                row[4] = "obl:mod"


def annotate():
    import spacy
    from spacy.tokens import Doc

    teacher = spacy.load("fr_core_news_md", exclude=["ner"])

    def documents():
        for line in sys.stdin:
            words = line.rstrip("\n").split("\t")
            if not 3 <= len(words) <= 90:
                continue
            fed = [w.replace("’", "'") for w in words]
            fed = [re.sub(r"^-(t-)?", "", w) if CLITIC.match(w) or HYPHENATED.match(w) else w for w in fed]
            document = Doc(teacher.vocab, words=fed)
            for token in document:
                token.is_sent_start = token.i == 0
            yield document, words

    def batches(size=64):
        batch = []
        for item in documents():
            batch.append(item)
            if len(batch) == size:
                yield batch
                batch = []
        yield batch

    for batch in batches():
        docs = [d for d, _ in batch]
        for _, pipe in teacher.pipeline:
            docs = list(pipe.pipe(docs)) if hasattr(pipe, "pipe") else [pipe(d) for d in docs]
        for document, (_, words) in zip(docs, batch):
            rows = []
            for token, word in zip(document, words):
                upos = "PRON" if CLITIC.match(word) else token.pos_
                feats = token.morph.to_dict()
                head = -1 if token.head.i == token.i else token.head.i
                rows.append([word, upos, detail_of(upos, feats), head, "root" if head < 0 else token.dep_])
            if sum(r[3] == -1 for r in rows) != 1:
                continue
            correct(rows)
            write(rows)


def convert(path):
    """CoNLL-U with contractions put together again: "du" is one token, headed as its preposition."""
    def flush(tokens, spans):
        if not tokens:
            return
        merged = {}
        for first, last, form in spans:
            for number in range(first, last + 1):
                merged[number] = first
        forms = {first: form for first, _, form in spans}
        order = [t for t in tokens if merged.get(t[0], t[0]) == t[0]]
        index = {t[0]: k for k, t in enumerate(order)}
        rows = []
        for number, form, upos, feats, head, label in order:
            features = dict(f.split("=", 1) for f in feats.split("|")) if feats != "_" else {}
            target = -1 if head == 0 else index[merged.get(head, head)]
            rows.append([forms.get(number, form).replace(" ", "\u00a0"), upos, detail_of(upos, features), target, label])
        if len(rows) > 1:
            write(rows)

    tokens, spans = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            flush(tokens, spans)
            tokens, spans = [], []
        elif not line.startswith("#"):
            field = line.split("\t")
            if "-" in field[0]:
                first, last = map(int, field[0].split("-"))
                spans.append((first, last, field[1]))
            elif "." not in field[0]:
                tokens.append((int(field[0]), field[1], field[3], field[5], int(field[6]), field[7]))
    flush(tokens, spans)


if __name__ == "__main__":
    if sys.argv[1:2] == ["annotate"]:
        annotate()
    elif sys.argv[1:2] == ["convert"] and len(sys.argv) == 3:
        convert(sys.argv[2])
    else:
        sys.exit(__doc__)
