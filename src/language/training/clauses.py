"""Clauses from the verb frames of frames.txt, in all the shapes that a frame can take."""
import re

from grammar import ADVERBS, R, alternatives, combine, parse, word
from lexicon import ETRE


def choose(*weighted):
    """A value from (weight, value) pairs."""
    return R.choices([v for _, v in weighted], [w for w, _ in weighted])[0]


class Clauses:
    def __init__(self, grammar, frames):
        self.grammar, self.frames, self.depth = grammar, [], 0
        for line in frames.splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            verbs, complements = line.split(" : ", 1)
            verbs = [v.strip() for v in verbs.split(",")]
            self.frames.append((verbs, [c.strip() for c in complements.split(" ; ")]))
        self.weights = [len(v) ** 0.6 for v, _ in self.frames]
        self.plain = [i for i, (_, c) in enumerate(self.frames) if not any("comp=$" in x for x in c)]
        self.with_object = [i for i, (_, c) in enumerate(self.frames) if any(x.startswith("obj") for x in c)]
        for verbs, _ in self.frames:
            for verb in verbs:
                if not grammar.lexicon.past_participle(verb.split(".")[-1]):
                    raise ValueError(f"unknown verb {verb}")
        grammar.makers.update({
            "De": lambda **_: self.infinitive("de"), "A": lambda **_: self.infinitive("à"),
            "Bare": lambda **_: self.infinitive(""), "Pour": lambda **_: self.infinitive("pour"),
            "PourAvoir": lambda **_: self.infinitive("pour", perfect=True), "Que": lambda **_: self.subordinate("que"),
            "Relative": self.relative, "Participle": self.participle, "Clause": lambda **_: self.clause(),
            "PresentVP": self.present, "MannerAdverb": lambda **_: word(R.choice(ADVERBS), "ADV")})

    def build(self, template, env=None):
        return self.grammar.group(parse(template), env or {})

    def frame(self, wanted=None):
        """A verb and its complements, as templates."""
        indices = wanted if wanted is not None else range(len(self.frames))
        if self.depth > 2:
            indices = [i for i in indices if i in self.plain] or self.plain
        verbs, complements = self.frames[R.choices(indices, [self.weights[i] for i in indices])[0]]
        out = []
        for complement in complements:
            complement = alternatives(complement)
            if complement.startswith("?"):
                if R.random() < 0.5:
                    continue
                complement = complement[1:]
            complement = re.sub(r" \?(\w+(?::\w+)?=\S+)", lambda m: f" {m.group(1)}" if R.random() < 0.5 else "", complement)
            out.append(complement)
        if self.depth > 2:
            out = [c for c in out if not c.startswith("advcl")]
        return R.choice(verbs), out

    def adverbials(self, complements, most=1.0):
        """Sprinkles times and places between the complements, where nothing else could take them."""
        out = list(complements)
        if self.depth > 1 or R.random() > most:
            return out
        if R.random() < 0.16:
            out.insert(0, choose((6, "obl:mod=$When"), (1, "obl:mod=$Place"), (1, "obl:mod=lors_de+$Meeting"), (2, "advmod=$MannerAdverb"), (2, "obl:mod=$Circumstance"), (1, "obl:mod=$When obl:mod=$Place"),
                                 (1, "punct=, obl:mod=selon+$Agent punct=,")))
        last = out[-1] if out else ""
        if R.random() < 0.2 and not re.search(r"comp=\$|advcl|conj", last):
            out.append(choose((5, "obl:mod=$When"), (2, "obl:mod=$Place"), (1, "obl:mod=lors_de+$Meeting"),
                              (1, "advcl=$Pour"), (1, "advcl=$Gerund"), (1, "advcl=$After"), (1, "punct=, advcl=$Present"),
                              (1, "punct=, advcl=$While"), (1, "punct=, obl:mod=selon+$Agent"), (1, "obl:mod=en_raison_de+$Act"),
                              (1, "obl:mod=face_à+$Act"), (1, "obl:mod=dans+$Frame")))
        return out

    def nested(self, template, env=None):
        self.depth += 1
        try:
            return self.build(alternatives(template), env)
        finally:
            self.depth -= 1

    # --- shapes of a frame ------------------------------------------------------------------------------------------

    def clause(self):
        self.depth += 1
        try:
            return choose((42, self.active), (14, self.passive), (8, self.coordinated), (4, self.with_clitic), (3, self.shared_auxiliary),
                          (5, self.copular), (7, self.fronted), (3, self.neither), (4, self.on_event), (3, self.impersonal))()
        finally:
            self.depth -= 1

    def active(self, subject="$Subject", flags=""):
        verb, complements = self.frame()
        complements = self.adverbials(complements)
        return self.build(f"nsubj={subject} %{flags}{verb} {' '.join(complements)}")

    def on_event(self):
        """L'attaque de X contre Y a fait dix morts."""
        event = self.grammar.make("Event")
        verb = choose((1, "%inquiéter"), (1, "%P.confirmer"), (1, "%P.annoncer"), (1, "%P.suspendre"), (1, "%échouer"), (1, "%commencer"),
                      (1, "%P.dénoncer obl:agent=par+$One"), (1, "%P.prévoir obl:mod=$When"), (1, "%durer obl:mod=$When"), (1, "%susciter obj[ LE *colère/N nmod=de+$One ]"),
                      (1, "%inquiéter obj=$One"), (1, "%avoir obj[ *lieu/N ] obl:mod=$Place"), (1, "%se.poursuivre"), (1, "%P.bloquer"), (1, "%marquer obj[ UN *tournant/N ]"))
        tree = self.grammar.build(verb, {"gender": event.gender, "number": event.number})
        return combine([("nsubj:pass" if "P." in verb else "nsubj", event), ("H", tree)])

    def impersonal(self):
        return self.nested(R.choice(["expl:subj=il/P cop=est/X *{possible|nécessaire|temps|urgent|important|prêt}/A1 xcomp=$De".replace("/A1", "/L"),
                                     "expl:subj=il/P *faut/V xcomp=$Bare", "expl:subj=il/P aux:tense=a/X aux:pass=été/XP *{décider|prévoir|convenir|interdire}/PPm xcomp=$De",
                                     "nsubj=$One *{va|doit|peut|veut}/V expl:subj={-t-il|-t-elle}/P xcomp=$Bare", "expl:subj=il/P expl:comp=se/P *agit/V obl:arg=de+$Partners",
                                     "expl:subj=il/P expl:comp=y/P *a/V obj[ {$INT|des/D} *{soldats|morts|accords|blessés|observateurs}/Np ] obl:mod=$Place"]))

    def passive(self):
        verb, complements = self.frame(self.with_object)
        subject = next(c for c in complements if c.startswith("obj"))
        rest = [c for c in complements if c is not subject]
        agent = choose((5, ["obl:agent=par+$One"]), (4, []))
        rest = rest[:1] + agent + rest[1:] if R.random() < 0.6 else agent + rest
        rest = self.adverbials(rest)
        return self.build(f"{'nsubj:pass' + subject[3:]} %P.{verb} {' '.join(rest)}")

    def coordinated(self):
        first, one = self.frame()
        second, two = self.frame()
        third = ""
        if R.random() < 0.25:
            verb, complements = self.frame(self.plain)
            third = f"conj[ , %-{verb} {' '.join(complements)} ]"
        link = choose((6, "et"), (2, ", et"), (2, "mais"), (1, ", mais"))
        two = self.adverbials(two, 0.5)
        return self.build(f"nsubj=$Subject %-{first} {' '.join(one)} {third} conj[ {link} %-{second} {' '.join(two)} ]")

    def shared_auxiliary(self):
        if R.random() < 0.5:
            first, one = self.frame(self.with_object)
            second, two = self.frame(self.with_object)
            return self.build(f"nsubj=$Subject %!{first} {' '.join(one)} conj[ et *{second}/PPm {' '.join(two)} ]")
        first, second = (self.frame(self.with_object)[0] for _ in range(2))
        return self.nested(f"nsubj:pass=$Subject %{'!' if R.random() < 0.5 else '='}P.{first} conj[ et *{second}/PP {{|obl:agent=par+$One|obl:agent=par+$One}} ]")

    def with_clitic(self):
        verb, complements = self.frame(self.with_object)
        rest = [c for c in complements if not c.startswith("obj")]
        if any(c.startswith("obl:arg=à+$Actor") for c in complements) and R.random() < 0.6:
            rest = [c for c in complements if not c.startswith("obl:arg=à+$Actor")]
            return self.build(f"nsubj=$Subject %{R.choice(['lui', 'leur'])}.{verb} {' '.join(rest)}")
        return self.build(f"nsubj=$Subject %{R.choice(['le', 'la', 'les', 'le'])}.{verb} {' '.join(self.adverbials(rest))}")

    def fronted(self):
        """Reçu par le roi, X a …; Arrivé jeudi au Kenya, X y restera; Avant de partir, …; Selon Y, …; Mardi, …"""
        kind = R.random()
        if kind < 0.3:
            first = "advcl[ *$Participle , ]"
        elif kind < 0.4:
            verb = R.choice(["arriver", "partir", "rentrer", "revenir", "entrer", "venir", "rester"])
            first = f"advcl[ *{verb}/PP {{|obl:mod=$When}} obl:arg=$Place , ]"
        elif kind < 0.55:
            first = "advcl[ *{$Pour|$Before|$After|$Gerund|$Without} , ]"
        elif kind < 0.68:
            first = "obl:mod[ *{selon+$Agent|selon+$Agent|pour+$Agent|face_à+$Act|après+$Event|avant+$Event|malgré+$Act|$FrontState} , ]"
            if R.random() < 0.12:
                first = "advmod[ *lors_de+$Meeting , ]"
        elif kind < 0.9:
            first = "obl:mod[ *{$When|$When|$Place} , ]"
        else:
            first = "advcl[ {si|quand|lorsque} *$Clause , ]"
        verb, complements = self.frame(self.plain if R.random() < 0.5 else None)
        y = "y." if kind > 0.3 and kind < 0.4 and R.random() < 0.5 else ""
        if y:
            return self.nested(f"{first} nsubj=$Subject %y.{R.choice(['rester', 'rencontrer', 'signer'])} obl:mod[ $INT *{{jours|semaines}}/W2 ]")
        return self.nested(f"{first} nsubj=$Subject %{verb} {' '.join(self.adverbials(complements, 0.6))}")

    def neither(self):
        verb, complements = self.frame(self.plain)
        kind = R.random()
        if kind < 0.4:
            return self.nested(f"nsubj[ ni *$One conj[ ni *$One ] ] ne {{aux:tense=a/X|aux:tense=ont/X}} *{verb.split('.')[-1]}/PPm {' '.join(complements)}")
        if kind < 0.7:
            return self.nested("nsubj:pass[ AUCUN *{accord|compromis|texte|plan|traité}/N {|nmod=entre+$Pair} ] ne aux:tense=a/X aux:pass=été/XP *{signer|conclure|trouver|annoncer}/PP {|obl:mod=$When} {|obl:agent=par+$One}")
        if kind < 0.8:
            return self.build(f"nsubj=$Subject ne aux:tense=a/X *{verb.split('.')[-1]}/PPm advmod=que/B {' '.join(complements)}")
        if kind < 0.9:
            return self.nested("nsubj=$Subject ne *{compte|veut|peut|doit|souhaite}/V pas xcomp=$Bare")
        return self.nested("nsubj=$Subject ne *{exclut|envisage|accepte|promet|prévoit}/V pas xcomp=$De")

    def copular(self):
        return self.grammar.make("Copular")

    def infinitive(self, mark, perfect=False):
        self.depth += 1
        try:
            pre = f"mark={mark}/E " if mark else ""
            verb, complements = self.frame()
            reflexive = "expl:comp=se/P " if verb.startswith("se") else ""
            en = "iobj=en/P " if verb.startswith("se_en") else ""
            lemma = verb.split(".")[-1]
            objects = [c for c in complements if c.startswith("obj")]
            if R.random() < 0.05:
                pre += "advmod=ne/B advmod=pas/B "
            if R.random() < 0.06:
                return self.build(alternatives(pre + "cop=être/XI *{membre/N nmod=de+$Organisation|responsable/A obl:arg=de+$Act|président/N nmod=de+$State|prêt/A xcomp=$A|favorable/A obl:arg=à+$Act}"))
            if objects and R.random() < 0.08:
                rest = [c for c in complements if not c.startswith("obj")]
                if R.random() < 0.5:
                    return self.build(f"{pre}aux:pass=être/XI *{lemma}/PP {' '.join(rest)} {R.choice(['', 'obl:agent=par+$One'])}")
                return self.build(f"{pre}obj={R.choice(['le', 'la', 'les'])}/P *{lemma}/I {' '.join(rest)}")
            if perfect or R.random() < 0.14:
                aux = "être" if reflexive or lemma in ETRE else "avoir"
                return self.build(f"{pre}{reflexive}{en}aux:tense={aux}/XI *{lemma}/PPm {' '.join(complements)}")
            return self.build(f"{pre}{reflexive}{en}*{lemma}/I {' '.join(self.adverbials(complements, 0.5))}")
        finally:
            self.depth -= 1

    def present(self, **_):
        """accusant Rome de …, s'en prenant à …"""
        self.depth += 1
        try:
            verb, complements = self.frame()
            *clitics, lemma = verb.split(".")
            before = {"se": "expl:comp=se/P ", "se_en": "expl:comp=se/P expl:comp=en/P "}[clitics[0]] if clitics else ""
            return self.build(f"{before}*{lemma}/G {' '.join(self.adverbials(complements, 0.4))}")
        finally:
            self.depth -= 1

    def subordinate(self, conjunction):
        if self.depth > 2:
            tree = self.build("nsubj={} %-{} {}".format("$One", "négocier", "obl:arg=avec+$State"))
        else:
            tree = self.clause()
        return combine([("mark", word(conjunction, "SCONJ")), ("H", tree)])

    def relative(self, **env):
        self.depth += 2
        try:
            kind = R.random()
            if kind < 0.6:
                verb, complements = self.frame()
                if R.random() < 0.2:
                    verb, complements = self.frame(self.with_object)
                    rest = [c for c in complements if not c.startswith("obj")]
                    return self.build(f"nsubj:pass=qui/R %-P.{verb} {' '.join(rest)} {R.choice(['', 'obl:agent=par+$One'])}", env)
                return self.build(f"nsubj=qui/R %-{verb} {' '.join(complements)}", env)
            if kind < 0.8:
                verb, complements = self.frame(self.with_object)
                rest = [c for c in complements if not c.startswith("obj")]
                if R.random() < 0.25:
                    return self.build(f"obj=que/R %-{verb} nsubj=$One", env)
                return self.build(f"obj=que/R nsubj=$One %-{verb} {' '.join(rest)}", env)
            if kind < 0.88:
                return self.grammar.build("nmod=dont/R nsubj[ LE *{échanges|importations|exportations|président|dirigeants|armée|capitale|relations}/Nx {|nmod=avec+$State} ] %-{dépasser|inquiéter|soutenir|atteindre|quitter} {obj=$MONEY|obj=$One}", env)
            if kind < 0.94:
                verb, complements = self.frame(self.plain)
                return self.build(f"obl:mod=où/R nsubj=$One %-{verb} {' '.join(complements)}", env)
            return self.grammar.build("obl:arg[ case={avec|contre|pour|à}/E *$Lequel ] nsubj=$One %-{négocier|discuter|se.battre|lutter|coopérer} {|obl:mod=$When}", env)
        finally:
            self.depth -= 2

    def participle(self, **env):
        self.depth += 2
        try:
            verb, complements = self.frame(self.with_object)
            rest = [c for c in complements if not c.startswith("obj")]
            agent = choose((5, ["obl:agent=par+$One"]), (3, []))
            when = choose((1, ["obl:mod=$When"]), (4, []))
            return self.build(f"*{verb}/PP {' '.join(when + rest[:1] + agent + rest[1:])}", env)
        finally:
            self.depth -= 2
