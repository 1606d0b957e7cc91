#!/usr/bin/env python3
"""spaCy on the same articles: how fast it analyses them, and how well a small set of rules over its parse does.

    spacy_rules.py NEWS.jsonl MODEL RELATIONS.tsv

Writes a row (article, relation type, subject, object) for each relation, and prints words and seconds as JSON. The
clock runs for the analysis alone (`nlp.pipe` on one thread), neither for loading nor for the rules.

The rules are what one writes in a day: some forty verbs with a subject and an object, or a complement with a given
preposition; a dozen nouns with "entre", "de", "avec", "à"; "X, président de Y" and "le président russe X" for offices.
An actor is a named entity, or a noun with an adjective of nationality ("le gouvernement turc"), by depeche's own table of
states. Verbs that are negated, in the future or in the conditional do not count. No pronouns, nothing across
sentences."""
import json
import os
import sys
import time

import spacy

# Relation type by verb: with an object, and with a complement behind one of these prepositions.
WITH_OBJECT = {
    "rencontrer": "Meeting", "recevoir": "Meeting", "visiter": "Visit", "accuser": "Accusation", "attaquer": "Attack",
    "bombarder": "Attack", "frapper": "Attack", "envahir": "Attack", "condamner": "Criticism", "critiquer": "Criticism",
    "dénoncer": "Criticism", "soutenir": "Support", "appuyer": "Support", "sanctionner": "Sanction",
    "menacer": "Threat", "appeler": "Demand", "exhorter": "Demand", "sommer": "Demand", "occuper": "Occupation",
    "aider": "Aid", "financer": "Aid", "rejoindre": "Membership", "quitter": "Membership", "arrêter": "Arrest",
    "expulser": "Expulsion", "nommer": "Appointment", "féliciter": "Support", "rejeter": "Rejection", "réclamer": "Demand",
    "demander": "Demand", "armer": "ArmsTransfer", "importer": "Import",
}
WITH_COMPLEMENT = {
    ("rendre", "à"): "Visit", ("rendre", "en"): "Visit", ("rendre", "au"): "Visit", ("arriver", "à"): "Visit",
    ("arriver", "en"): "Visit", ("entretenir", "avec"): "Meeting", ("réunir", "avec"): "Meeting",
    ("importer", "de"): "Import", ("acheter", "à"): "Import", ("signer", "avec"): "Agreement",
    ("conclure", "avec"): "Agreement", ("négocier", "avec"): "Negotiation", ("dialoguer", "avec"): "Negotiation",
    ("livrer", "à"): "ArmsTransfer", ("vendre", "à"): "ArmsTransfer", ("fournir", "à"): "ArmsTransfer",
    ("rompre", "avec"): "DiplomaticBreak", ("verser", "à"): "Aid", ("accorder", "à"): "Aid",
}
# By noun: the relation, and how the second actor is attached beside the one with "de" (or both behind "entre").
NOUNS = {
    "rencontre": ("Meeting", "avec"), "entretien": ("Meeting", "avec"), "accord": ("Agreement", "avec"),
    "traité": ("Agreement", "avec"), "négociation": ("Negotiation", "avec"), "pourparler": ("Negotiation", "avec"),
    "visite": ("Visit", "à en au aux"), "déplacement": ("Visit", "à en au aux"), "soutien": ("Support", "à au aux"),
    "aide": ("Aid", "à au aux"), "attaque": ("Attack", "contre sur"), "frappe": ("Attack", "contre sur"),
    "sanction": ("Sanction", "contre"), "menace": ("Threat", "contre"), "livraison": ("ArmsTransfer", "à au aux"),
}
STATES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../mappings/names/countries.tsv")
OFFICES = {"président", "présidente", "ministre", "chef", "chancelier", "chancelière", "ambassadeur", "ambassadrice",
           "secrétaire", "directeur", "directrice", "porte-parole", "roi", "gouverneur", "dirigeant", "leader"}
SUBJECTS, OBJECTS = {"nsubj"}, {"obj", "dobj"}


def states_by_adjective():
    out = {}
    with open(STATES, encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if not line.startswith("#") and len(cells) > 7:
                out.update({adjective: cells[2] for adjective in cells[7].split("|")})
    return out


ADJECTIVES = states_by_adjective()


def state_of(token):
    """The state of "le gouvernement turc"."""
    return next((ADJECTIVES[child.lower_] for child in token.children if child.lower_ in ADJECTIVES), None)


def entity_of(token, by_token):
    """The name of a word, of the person that stands with it ("le président Moussa Diallo"), or the state of its adjective."""
    if token.i in by_token:
        return by_token[token.i].text
    for child in token.children:
        if child.dep_ in {"appos", "flat:name", "flat", "nmod"} and child.i in by_token and by_token[child.i].label_ == "PER":
            return by_token[child.i].text
    return state_of(token)


def with_conjuncts(token):
    return [token, *token.conjuncts]


def case_of(token):
    return next((child.lemma_.lower() for child in token.children if child.dep_ == "case"), "")


def is_fact(verb):
    mood = verb.morph.get("Mood") + [m for child in verb.children if child.dep_.startswith(("aux", "cop")) for m in child.morph.get("Mood")]
    tense = verb.morph.get("Tense") + [t for child in verb.children if child.dep_.startswith("aux") for t in child.morph.get("Tense")]
    negated = any(child.dep_ == "advmod" and child.lower_ in {"ne", "n'", "n’", "pas", "jamais"} for child in verb.children)
    return not negated and "Cnd" not in mood and "Fut" not in tense


def relations_of(doc):
    by_token = {token.i: entity for entity in doc.ents for token in entity}
    for token in doc:
        if token.pos_ == "VERB" and is_fact(token):
            subjects = [s for child in token.children if child.dep_ in SUBJECTS for s in with_conjuncts(child)]
            kinds = [(WITH_OBJECT.get(token.lemma_), child) for child in token.children if child.dep_ in OBJECTS]
            kinds += [(WITH_COMPLEMENT.get((token.lemma_, case_of(child))), child) for child in token.children
                      if child.dep_.startswith("obl")]
            for kind, child in kinds:
                for subject in subjects if kind else []:
                    for target in with_conjuncts(child):
                        yield kind, entity_of(subject, by_token), entity_of(target, by_token)
        elif token.lower_ in OFFICES:
            near = [token.head, *token.children, *(t for child in token.children for t in child.children)]
            holder = next((by_token[t.i].text for t in near if t.i in by_token and by_token[t.i].label_ == "PER"), None)
            place = next((by_token[t.i].text for t in token.subtree if t.dep_ == "nmod" and t.i in by_token and by_token[t.i].label_ != "PER"), None)
            yield "Office", holder, place or state_of(token)
        if token.lemma_.lower() in NOUNS and token.pos_ == "NOUN":
            kind, prepositions = NOUNS[token.lemma_.lower()]
            behind = {case_of(child): child for child in token.children if child.dep_.startswith(("nmod", "obl"))}
            if "entre" in behind:
                first, *others = with_conjuncts(behind["entre"])
                for other in others:
                    yield kind, entity_of(first, by_token), entity_of(other, by_token)
            else:
                second = next((behind[p] for p in prepositions.split() if p in behind), None)
                first = next((behind[p] for p in ("de", "du", "d'") if p in behind), None)
                yield kind, entity_of(first, by_token) if first else state_of(token), entity_of(second, by_token) if second else None


def main():
    news, model, output = sys.argv[1:]
    with open(news, encoding="utf-8") as file:
        articles = [json.loads(line) for line in file if line.strip()]
    nlp = spacy.load(model)
    texts = [a["text"] for a in articles]
    list(nlp.pipe(texts[:2]))
    begin = time.process_time()
    docs = list(nlp.pipe(texts, n_process=1))
    seconds = time.process_time() - begin
    with open(output, "w", encoding="utf-8") as file:
        for article, doc in zip(articles, docs):
            found = {(kind, a, b) for kind, a, b in relations_of(doc) if a and b and a != b}
            file.writelines("\t".join([article["id"], *(part.replace("\n", " ").replace("\t", " ") for part in row)]) + "\n" for row in sorted(found))
    print(json.dumps({"words": sum(len(text.split()) for text in texts), "seconds": seconds,
                      "version": f"{nlp.meta['name']} {nlp.meta['version']}, spaCy {spacy.__version__}"}))


main()
