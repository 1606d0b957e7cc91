"""Precision and recall of relations (article, type, subject, object) against gold, the same way for whoever found
them: a name is the gold actor of its article that is called so, or by another name that depeche's tables give it.
`depeche score` compares names more closely, so its figures may differ by a point or two."""
import csv
import glob
import os
import unicodedata
from collections import defaultdict

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SYMMETRIC = {"Trade", "Meeting", "PhoneCall", "Negotiation", "Agreement", "DiplomaticRelations", "Ceasefire"}


def fold(name):
    plain = unicodedata.normalize("NFD", name.replace("’", "'").replace("-", " ").lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).strip()
    for article in ("le ", "la ", "les ", "l'"):
        plain = plain.removeprefix(article)
    return plain


def known_names():
    """By name, all names of the same state, organisation or person in depeche's tables."""
    out = defaultdict(set)
    for table, columns in (("countries", (2, 5, 9)), ("organisations", (1, 6, 7)), ("persons", (1, 4))):
        with open(os.path.join(ROOT, f"mappings/names/{table}.tsv"), encoding="utf-8") as file:
            for line in file:
                cells = line.rstrip("\n").split("\t")
                if line.startswith("#") or len(cells) <= columns[-1]:
                    continue
                names = {fold(name) for column in columns for name in cells[column].split("|") if name != "-"}
                if table == "countries":
                    names.add(f"c:{cells[0]}")
                for name in names:
                    out[name] |= names
    return out


def read_gold(folder):
    """Relations by article, and by article what each name means."""
    relations, names = defaultdict(set), defaultdict(dict)
    for path in sorted(glob.glob(os.path.join(folder, "*.entities.tsv"))):
        with open(path, encoding="utf-8") as file:
            for line in file:
                article, actor, forms = line.rstrip("\n").split("\t")[:3]
                for form in [actor[2:], *forms.split("|")]:
                    names[article].setdefault(fold(form), actor)
    for path in sorted(glob.glob(os.path.join(folder, "*.relations.tsv"))):
        with open(path, encoding="utf-8") as file:
            for line in file:
                article, kind, subject, target, status = line.rstrip("\n").split("\t")[:5]
                relations[article].add((kind, subject, target, status))
                names[article].setdefault(fold(subject[2:]), subject)
                names[article].setdefault(fold(target[2:]), target)
    return relations, names


def score(found, folder, articles):
    """`found`: rows (article, type, subject, object) by name. Returns precision, recall and the number found."""
    gold, names = read_gold(folder)
    known = known_names()

    def actor(article, name):
        plain = fold(name)
        if plain in names[article]:
            return names[article][plain]
        others = known.get(plain, {plain})
        for other in sorted(others):
            if other in names[article]:
                return names[article][other]
        return next((other for other in sorted(others) if other.startswith("c:")), plain)

    def pair(kind, a, b):
        return (kind, *sorted((a, b))) if kind in SYMMETRIC else (kind, a, b)

    wanted = {(article, *pair(kind, a, b)) for article, rows in gold.items() if article in articles for kind, a, b, _ in rows}
    given = {(article, *pair(kind, actor(article, a), actor(article, b))) for article, kind, a, b in found if article in articles}
    right = len(wanted & given)
    return right / max(len(given), 1), right / max(len(wanted), 1), len(given)


def relations_of_table(path):
    """Rows of a table of claims (depeche export -o claims.csv)."""
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for subject in row["subject"].split("; "):
                for target in row["object"].split("; "):
                    if subject != target and subject and target:
                        yield row["article_id"], row["type"], subject.lstrip("'"), target.lstrip("'")


def relations_of_rows(path):
    with open(path, encoding="utf-8") as file:
        return [tuple(line.rstrip("\n").split("\t")) for line in file]
