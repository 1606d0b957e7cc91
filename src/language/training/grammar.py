"""A small language for sentences with their trees.

A template is a row of parts between blanks. {a|b|} picks one of its texts. A part is one of

  label=$Name     a phrase that the grammar or a function makes; label=à+$Name puts it behind a preposition
                  (en_provenance_de+$Name: a complex one), label[ … ] is a group of parts
  word/T          a word of tag T with its label: label=word/T; without a label the usual one of its tag
  word            a word of a closed class
  *…              the head of the group
  LE UN SON CE    determiners that agree with the head; %verb a finite verb group, %P.verb its passive, %se.verb …

Every group has exactly one head. Nouns and adjectives are given as lemmas.
"""
import functools
import random
import re

from lexicon import ETRE, vowel
from trees import Tree

R = random.Random()
TAGS = {"N": ("NOUN", "_", None), "Np": ("NOUN", "_", None), "Nx": ("NOUN", "_", None), "A": ("ADJ", "_", "amod"), "V": ("VERB", "Fin", None),
        "X": ("AUX", "Fin", None), "I": ("VERB", "Inf", None), "PP": ("VERB", "PastPart", None), "G": ("VERB", "PresPart", None),
        "D": ("DET", "_", "det"), "P": ("PRON", "_", None), "R": ("PRON", "Rel", None), "E": ("ADP", "_", "case"),
        "C": ("CCONJ", "_", "cc"), "S": ("SCONJ", "_", "mark"), "B": ("ADV", "_", "advmod"), "M": ("NUM", "_", "nummod"),
        "U": ("PUNCT", "_", "punct"), "Y": ("NOUN", "_", None), "O": ("PROPN", "_", None), "XI": ("AUX", "Inf", None),
        "XP": ("AUX", "PastPart", None), "W": ("NOUN", "_", None), "W2": ("NOUN", "_", None), "L": ("ADJ", "_", "amod"),
        "PPm": ("VERB", "PastPart", None)}
CLOSED = {}
for tag, words in {"E": "à de en par pour avec contre sur dans vers entre chez sous selon après avant depuis pendant malgré envers parmi dès sans comme jusque durant devant derrière outre",
                   "C": "et ou mais ni", "S": "que si quand lorsque puisque comme2",
                   "U": ", « » ( ) : ; \" “ ” - – ? ! . ...",
                   "B": "ne pas plus jamais déjà aussi également notamment environ encore toujours seulement vivement fermement officiellement récemment désormais ainsi mutuellement directement immédiatement rapidement surtout principalement alors ensuite pourtant enfin toutefois néanmoins presque ouvertement respectivement"}.items():
    for word in words.split():
        CLOSED[word] = tag
DETERMINERS = {"LE": ("le", "la", "les"), "UN": ("un", "une", "des"), "SON": ("son", "sa", "ses"), "CE": ("ce", "cette", "ces"),
               "LEUR": ("leur", "leur", "leurs"), "DU": ("du", "de_la", "des"), "AUCUN": ("aucun", "aucune", "aucuns"),
               "QUEL": ("quel", "quelle", "quels"), "TOUT": ("tout", "toute", "tous"), "NOTRE": ("notre", "notre", "nos")}
ADVERBIAL = {"auprès", "lors", "vis-à-vis", "hors", "près", "loin"}  # heads of their groups in the treebanks
PHRASE_LABELS = {"$Dem": "amod", "$INT": "nummod", "$MORETHAN": "advmod", "$NoPart": "nmod", "$ALMOST": "advmod", "$Place": "nmod"}
ADVERBS = """déjà également vivement récemment aussi officiellement encore fermement toujours notamment fortement régulièrement longuement
nettement largement clairement publiquement personnellement sévèrement ouvertement parfois souvent brièvement sèchement
unanimement solennellement verbalement secrètement activement pleinement rapidement progressivement partiellement définitivement
simplement immédiatement directement indirectement finalement probablement certainement vertement ainsi enfin alors même""".split()
FIXED_A = {"face", "grâce", "suite", "quant"}


class Grammar:
    def __init__(self, lexicon):
        self.lexicon, self.rules, self.makers = lexicon, {}, {}

    def read(self, text):
        for line in text.splitlines():
            line = line.split("#")[0].strip() if not line.startswith('"') else line
            if not line:
                continue
            name, body = line.split(" -> ", 1)
            name, _, weight = name.partition(" ")
            self.rules.setdefault(name, []).append((float(weight or 1), body.strip()))

    def make(self, name, **env):
        if name in self.makers:
            return self.makers[name](**env)
        rules = self.rules[name]
        body = R.choices([r[1] for r in rules], [r[0] for r in rules])[0]
        return self.build(body, env)

    def build(self, template, env=None):
        return self.group(parse(alternatives(template)), env or {})

    def group(self, parts, env):
        """Builds a group: head first, because the others agree with it; a verb's subject before the verb."""
        head = next((i for i, p in enumerate(parts) if p.head), None)
        if head is None:
            raise ValueError(f"no head in {[(p.label, p.text) for p in parts]}")
        built = [None] * len(parts)
        part = parts[head]
        features = dict(env)
        if part.text.startswith("%") or part.tag in ("PP", "V", "X"):
            for i, p in enumerate(parts):
                if p.label and p.label.startswith("nsubj"):
                    built[i] = self.single(p, env)
                    if p.text not in ("qui", "qui/R"):
                        features = {"gender": built[i].gender, "number": built[i].number}
                    break
        if part.text.startswith("%"):
            before, tree, after_parts = self.verb_group(part.text[1:], features, parts)
        else:
            before, after_parts = [], None
            tree = self.single(part, features)
        own = {"gender": tree.gender, "number": tree.number} if part.tag not in ("PP", "V", "X") and not part.text.startswith("%") else features
        out = []
        rest = parts[head + 1:]
        subject = None
        for i, p in enumerate(parts[:head]):
            if p.text == "COP":
                out += self.copula(subject.number if subject else 1)
                continue
            made = built[i] or self.single(p, own)
            if (p.label or "").startswith("nsubj"):
                subject = made
                if part.tag == "A":  # "est prête": agrees with its subject
                    own = {"gender": made.gender, "number": made.number}
                    tree = self.single(part, own)
            out.append((p.label or "dep", made))
        out += before
        out.append(("H", tree))
        right = []
        for i, p in enumerate(rest):
            right.append((p.label or "dep", built[head + 1 + i] or self.single(p, own)))
        if after_parts is not None:  # a modal verb: what follows belongs to the infinitive
            keep = [x for x in right if x[0] in ("punct", "parataxis", "conj") or x[0].startswith("nsubj")]
            inner = [x for x in right if not (x[0] in ("punct", "parataxis", "conj") or x[0].startswith("nsubj"))]
            out.append(("xcomp", combine(after_parts + inner)))
            out += keep
        else:
            out += right
        result = combine(out)
        result.gender, result.number = tree.gender, tree.number
        if any(p.label == "conj" for p in parts) and tree.rows[tree.root][1] in ("NOUN", "PROPN"):
            result.number = 2
        return result

    def single(self, part, env):
        if part.children is not None:
            return self.group(part.children, env)
        text = part.text
        if "+" in text and text[0] not in "+%":
            preposition, inner = text.split("+", 1)
            return self.behind(preposition, self.single(Part(None, inner, True), env))
        if text.startswith("$"):
            return self.make(text[1:], **env)
        if text in DETERMINERS:
            gender, number = env.get("gender", 1), env.get("number", 1)
            form = DETERMINERS[text][2 if number == 2 else 1 if gender == 2 else 0]
            if form == "de_la":
                tree = word("de", "DET")
                tree.partitive = True
                return combine([("H", tree), ("fixed", word("la", "DET"))])
            return word(form, "DET")
        return self.word(part, env)

    def word(self, part, env):
        form, tag = part.text.replace("_", " "), part.tag
        gender, number = env.get("gender", 1), env.get("number", 1)
        upos, detail, _ = TAGS[tag]
        if tag in ("N", "Np", "Nx"):
            form, gender, number = self.lexicon.noun_as_written(form)
        elif tag == "A":
            form = self.lexicon.adjective(form, gender, number)
        elif tag == "PP":
            form = self.lexicon.past_participle(form, gender, number) or form
        elif tag == "PPm":
            form = self.lexicon.past_participle(form) or form
        elif tag == "W2":
            number = 2
        elif tag == "G":
            form = self.lexicon.present_participle(form) or form
        elif tag == "V" and "@" in form:  # lemma@tense
            lemma, tense = form.split("@")
            form = self.lexicon.finite(lemma, tense, number) or lemma
        return word(form, upos, detail, gender, number)

    def copula(self, number):
        ne, pas = [("advmod", word("ne", "ADV"))], [("advmod", word(R.choice(["pas", "plus", "jamais"]), "ADV"))]
        if R.random() > 0.07:
            ne, pas = [], []
        if R.random() < 0.25:
            tense = R.choice(["present", "present", "imperfect", "conditional"])
            return ne + [("aux:tense", word(self.lexicon.finite("avoir", tense, number), "AUX", "Fin"))] + pas + [("cop", word("été", "AUX", "PastPart"))]
        tense = R.choice(["present"] * 5 + ["imperfect", "future", "conditional"])
        return ne + [("cop", word(self.lexicon.finite("être", tense, number), "AUX", "Fin"))] + pas

    def behind(self, preposition, inner):
        words = preposition.split("_")
        if len(words) == 1:
            tree = combine([("case", word(words[0], "ADP")), ("H", inner)])
            tree.gender, tree.number = inner.gender, inner.number
            return tree
        if words[0] in ADVERBIAL:
            return combine([("H", word(words[0], "ADV")), ("nmod", self.behind(words[-1], inner))])
        if words[0] in FIXED_A:
            marker = combine([("H", word(words[0], "NOUN")), ("fixed", word(words[1], "ADP"))])
            return combine([("case", marker), ("H", inner)])
        parts = [("case", word(words[0], "ADP"))]
        for article in words[1:-2]:
            parts.append(("det" if article in ("la", "l'", "le", "les") else "case", word(article, "DET" if article in ("la", "l'", "le", "les") else "ADP")))
        parts.append(("H", word(words[-2], "NOUN")))
        parts.append(("nmod", self.behind(words[-1], inner)))
        return combine(parts)

    def verb_group(self, text, env, parts):
        """Auxiliaries, clitics and negation before the head, the head, and a modal's inner head if there is one."""
        flags, name = re.match(r"([-=!]*)(.*)", text).groups()
        *clitics, lemma = name.split(".")
        clitics = clitics[0].split("_") if clitics else []
        passive = "P" in clitics
        clitics = [c for c in clitics if c != "P"]
        pronominal = "se" in clitics
        etre = pronominal or lemma in ETRE
        number, gender = env.get("number", 1), env.get("gender", 1)
        lexicon = self.lexicon
        relative = any(p.text in ("que/R", "dont/R", "où/R") or (p.children and any(c.tag == "R" for c in p.children)) for p in parts)
        inverted = any(p.label and p.label.startswith("nsubj") for p in parts[next(i for i, p in enumerate(parts) if p.head):])
        simple = "-" in flags or "=" in flags or relative or inverted
        tense = "present" if "=" in flags else R.choices(
            ["present", "perfect", "imperfect", "future", "conditional", "pluperfect", "past conditional"], [30, 42, 7, 9, 4, 4, 3])[0]
        if "!" in flags:
            tense = "perfect"
        negation = None
        if not simple and R.random() < 0.09:
            negation = R.choice(["pas", "pas", "plus", "jamais"])
        modal = None
        if not simple and R.random() < 0.11:
            modal = R.choice(["devoir", "pouvoir", "vouloir", "aller", "compter", "espérer", "souhaiter"])
        pronouns = [("expl:comp" if c == "se" else "obj" if c in ("le", "la", "les") else "iobj" if c in ("lui", "leur") else
                     "obl:mod" if c == "y" else "expl:comp" if pronominal else "iobj", word(c, "PRON")) for c in clitics]
        ne = [("advmod", word("ne", "ADV"))] if negation else []
        pas = [("advmod", word(negation, "ADV"))] if negation else []
        adverb = [("advmod", word(R.choice(ADVERBS), "ADV"))] if not simple and R.random() < 0.12 else []

        def participle():
            agree = passive or lemma in ETRE
            return word(lexicon.past_participle(lemma, gender if agree else 1, number if agree else 1) or lemma, "VERB", "PastPart")

        def nonfinite():
            """The verb as an infinitive, with what stands before it."""
            if passive:
                return pronouns + [("aux:pass", word("être", "AUX", "Inf")), ("H", participle())]
            return pronouns + [("H", word(lemma, "VERB", "Inf"))]

        if modal:
            form = lexicon.finite(modal, R.choice(["present", "present", "imperfect", "conditional", "future"]), number)
            return ne, word(form, "VERB", "Fin"), nonfinite()
        aux_lemma = "être" if etre else "avoir"
        if tense in ("perfect", "pluperfect", "past conditional"):
            when = {"perfect": "present", "pluperfect": "imperfect", "past conditional": "conditional"}[tense]
            if passive:
                before = ne + pronouns + [("aux:tense", word(lexicon.finite("avoir", when, number), "AUX", "Fin"))] + pas + adverb
                before.append(("aux:pass", word("été", "AUX", "PastPart")))
            else:
                before = ne + pronouns + [("aux:tense", word(lexicon.finite(aux_lemma, when, number), "AUX", "Fin"))] + pas + adverb
            return before, participle(), None
        if passive:
            before = ne + pronouns + [("aux:pass", word(lexicon.finite("être", tense, number), "AUX", "Fin"))] + pas + adverb
            return before, participle(), None
        form = lexicon.finite(lemma, tense, number) or lexicon.finite(lemma, "present", number) or lemma
        return ne + pronouns, word(form, "VERB", "Fin"), None


class Part:
    __slots__ = ("label", "text", "head", "children", "tag")

    def __init__(self, label, text, head, children=None, tag=None):
        self.label, self.text, self.head, self.children, self.tag = label, text, head, children, tag
        if children is None and tag is None and text and text[0] not in "$%" and "+" not in text and text not in DETERMINERS and text != "COP":
            if "/" in text and len(text) > 1:
                self.text, self.tag = text.rsplit("/", 1)
            else:
                self.tag = CLOSED.get(text)
                if self.tag is None:
                    raise ValueError(f"unknown word {text}")


def word(form, upos, detail="_", gender=1, number=1):
    tree = Tree([[form, upos, detail, -1, "root"]], 0)
    tree.gender, tree.number = gender, number
    return tree


def combine(parts):
    rows, roots, head = [], [], None
    main = None
    for label, tree in parts:
        start = len(rows)
        rows += [[form, upos, detail, up + start if up >= 0 else -1, name] for form, upos, detail, up, name in tree.rows]
        if label == "H":
            head, main = start + tree.root, tree
        else:
            roots.append((start + tree.root, label))
    for node, label in roots:
        rows[node][3], rows[node][4] = head, label
    result = Tree(rows, head)
    result.gender, result.number = getattr(main, "gender", 1), getattr(main, "number", 1)
    return result


def alternatives(text):
    """Picks one of the texts of each pair of braces, the inner ones first."""
    while "{" in text:
        text = re.sub(r"\{([^{}]*)\}", lambda m: R.choice(m.group(1).split("|")), text, count=1)
    return text


@functools.lru_cache(maxsize=200000)
def parse(text):
    """The parts of a template without braces."""
    stack = [[]]
    heads = []
    for item in text.split():
        if item == "]":
            children = stack.pop()
            label, head = heads.pop()
            stack[-1].append(Part(label, "", head, tuple(children)))
            continue
        head = item.startswith("*") and len(item) > 1
        item = item[1:] if head else item
        if item.endswith("[") and len(item) > 1 or (item == "[" and head):
            heads.append((item[:-1] or None, head))
            stack.append([])
            continue
        label = None
        match = re.match(r"([a-z]+(?::[a-z]+)?)=(.+)$", item)
        if match:
            label, item = match.groups()
        if item.startswith("%"):
            head = True
        part = Part(label, item, head)
        if label is None and not head:
            part.label = "det" if item in DETERMINERS else TAGS[part.tag][2] if part.tag else PHRASE_LABELS.get(item)
            if part.label is None and item not in ("COP",):
                raise ValueError(f"{item} needs a label in {text}")
        elif label == "obl:mod" and item.split("_")[0] in ADVERBIAL:
            part.label = "advmod"
        stack[-1].append(part)
    return tuple(stack[0])
