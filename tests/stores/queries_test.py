"""The ready queries give the same rows in every store and in every layout: facts in the default graph, the default
graph as the union of all graphs, and facts in a graph of their own. The rows are kept in tests/cases/queries."""

import glob
import json
import os
import sys

import servers
from harness import FACTS, ROOT, StoreTest, depeche, export, main

QUERIES = sorted(glob.glob(os.path.join(ROOT, "ontology/queries/*.rq")))
KEPT = os.path.join(ROOT, "tests/cases/queries")
CORPUS = os.path.join(KEPT, "corpus.trig")  # kept, so that the rows do not move with every rule


def name_of(query):
    return os.path.basename(query)[:-3]


def plain(value):
    """A number as every store writes it: Virtuoso drops ".0"."""
    try:
        number = float(value)
    except ValueError:
        return value
    return f"{number:.6f}".rstrip("0").rstrip(".")


def rows_of(store, query):
    with open(query, encoding="utf-8") as f:
        rows = store.select(f.read())
    return sorted(json.dumps({k: plain(v) for k, v in row.items()}, ensure_ascii=False, sort_keys=True) for row in rows)


def read_kept(query):
    with open(os.path.join(KEPT, name_of(query) + ".jsonl"), encoding="utf-8") as f:
        return f.read().splitlines()


def statements(store, graph):
    """The facts as a store has them."""
    pattern = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
    return sorted((r["s"], r["p"], plain(r["o"])) for r in store.select(f"SELECT ?s ?p ?o WHERE {{ {pattern} }}"))


def update_of(name, graph):
    with open(os.path.join(ROOT, "ontology/queries", name), encoding="utf-8") as f:
        text = f.read()
    return text.replace("<https://data.example.org/graph/facts>", f"<{graph}>") if graph else "\n".join(
        line for line in text.splitlines() if not line.startswith("WITH "))


class QueriesTest(StoreTest):
    def story(self, kind, facts_graph):
        store = self.empty_store(kind)
        options = ["--facts-graph", facts_graph] if facts_graph else []
        depeche("load", CORPUS, *store.load_arguments(), "--whole", *options, environment=store.environment, check=0)
        for query in QUERIES:
            with self.subTest(query=name_of(query)):
                self.assertEqual(rows_of(store, query), read_kept(query))
        self.facts_are_a_view(store, facts_graph or (FACTS if kind is servers.Virtuoso else ""))

    def facts_are_a_view(self, store, graph):
        """facts-view.ru makes the facts anew, none lost and none too many; facts-refresh.ru takes away what no article
        says any more, and nothing else."""
        if store.union_default_graph and not graph:
            return  # what stands in the default graph alone cannot be asked for
        if store.union_default_graph and store.profile == "oxigraph":
            return  # it takes no update with WITH then, and says so
        written = statements(store, graph)
        self.assertGreater(len(written), 40)
        store.update(f"CLEAR GRAPH <{graph}>" if graph else "CLEAR DEFAULT")
        self.assertEqual(statements(store, graph), [])
        store.update(update_of("facts-view.ru", graph))
        self.assertEqual(statements(store, graph), written)
        rows = store.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?c a <https://w3id.org/depeche/ontology#Claim> } }")
        for row in sorted(rows, key=lambda r: r["g"])[:3]:
            store.update(f"DROP SILENT GRAPH <{row['g']}>")  # Virtuoso knows only of graphs that were created
        store.update(update_of("facts-refresh.ru", graph))
        refreshed = statements(store, graph)
        self.assertLess(len(refreshed), len(written))
        store.update(f"CLEAR GRAPH <{graph}>" if graph else "CLEAR DEFAULT")
        store.update(update_of("facts-view.ru", graph))
        self.assertEqual(statements(store, graph), refreshed)

    def test_kept_rows_are_of_use(self):
        """Every competency query has rows to be compared, every safety query has none."""
        for query in QUERIES:
            kept = read_kept(query)
            self.assertEqual(kept == [], name_of(query).startswith("safe-"), name_of(query))

    def test_oxigraph_default_graph(self):
        self.story(servers.Oxigraph, "")

    def test_oxigraph_union(self):
        self.story(servers.UnionOxigraph, FACTS)

    def test_oxigraph_facts_graph(self):
        self.story(servers.Oxigraph, FACTS)

    def test_fuseki_default_graph(self):
        self.story(servers.Fuseki, "")

    def test_fuseki_union(self):
        self.story(servers.UnionFuseki, FACTS)

    def test_fuseki_facts_graph(self):
        self.story(servers.Fuseki, FACTS)

    def test_virtuoso(self):
        self.story(servers.Virtuoso, "")

    def test_virtuoso_facts_graph(self):
        self.story(servers.Virtuoso, "https://data.example.org/graph/my-facts")


def keep():
    """Keeps an export of the corpus and the rows as Oxigraph gives them now: queries_test.py --keep. Look at what
    changed."""
    export([os.path.join(KEPT, "articles.jsonl")], CORPUS)
    with servers.Oxigraph() as store:
        depeche("load", CORPUS, *store.load_arguments(), check=0)
        for query in QUERIES:
            with open(os.path.join(KEPT, name_of(query) + ".jsonl"), "w", encoding="utf-8") as f:
                f.writelines(row + "\n" for row in rows_of(store, query))


if __name__ == "__main__":
    if sys.argv[1:] == ["--keep"]:
        keep()
    else:
        main()
