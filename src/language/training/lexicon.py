"""Inflection for the own sentences, from the list that depeche-compile-forms writes of the form lexicon."""
import collections

NOUN, ADJECTIVE, VERB = 1, 3, 4
TENSES = {"present": (1, 1), "imperfect": (1, 2), "past": (1, 3), "future": (1, 4), "conditional": (2, 1),
          "subjunctive": (3, 1)}
# Verbs that build compound tenses with être.
ETRE = set("""aller venir revenir parvenir intervenir survenir devenir redevenir advenir arriver partir repartir entrer
rentrer sortir ressortir rester tomber retomber retourner naître mourir monter descendre échoir demeurer décéder""".split())
# Words with h that keep "le" and "de" whole.
ASPIRATED = ("hausse", "haut", "huit", "hors", "hongrois", "héros", "hollandais", "honte", "honduri", "handicap", "heurt", "harcel", "haïr", "hu")


class Lexicon:
    def __init__(self, path):
        self.verbs, self.genders = collections.defaultdict(dict), {}
        self.adjectives = collections.defaultdict(dict)
        for line in open(path, encoding="utf-8"):
            form, lemma, *values = line.rstrip("\n").split("\t")
            if form[0].isupper() and lemma[0].islower():
                continue
            word_class, gender, number, person, verb_form, mood, tense = map(int, values)
            if word_class in (VERB, 5):
                if verb_form == 1 and person == 3:
                    self.verbs[lemma].setdefault((mood, tense, number), form)
                elif verb_form == 3:
                    for g in (gender,) if gender else (1, 2):
                        for n in (number,) if number else (1, 2):
                            self.verbs[lemma].setdefault(("past", g, n), form)
                elif verb_form == 4:
                    self.verbs[lemma].setdefault("present", form)
            elif word_class == NOUN:
                if form not in self.genders or form == lemma:
                    self.genders.setdefault(form, (gender or 1, number or 1))
            elif word_class == ADJECTIVE:
                self.adjectives[lemma].setdefault((gender, number), form)

    def finite(self, lemma, tense, number):
        mood, time = TENSES[tense]
        return self.verbs[lemma].get((mood, time, number))

    def past_participle(self, lemma, gender=1, number=1):
        forms = self.verbs[lemma]
        return forms.get(("past", gender, number)) or forms.get(("past", 1, 1))

    def present_participle(self, lemma):
        return self.verbs[lemma].get("present")

    def noun_as_written(self, form):
        """(form, gender, number) of a noun in the form given: masculine singular if unknown."""
        return (form, *self.genders.get(form, (1, 1)))

    def adjective(self, lemma, gender, number):
        forms = self.adjectives.get(lemma, {})
        for key in ((gender, number), (0, number), (gender, 0), (0, 0)):
            if key in forms:
                return forms[key]
        return lemma


def vowel(word):
    first = word[:1].lower()
    if first == "h":
        return word[0] == "h" and not word.startswith(ASPIRATED)
    return first != "" and first in "aeiouyàâäéèêëîïôöùûüœæ" and not word.lower().startswith(("yémen", "onz", "oui"))
