"""`depeche load DIR`: a store follows what `depeche sync` publishes, run by run, to what a fresh load would give."""

import json
import os
import shutil
import tempfile

import servers
from harness import ARTICLES, FACTS, GRAPHS, StoreTest, depeche, graph_sizes, graphs_of, main, store_sizes

POSITION = GRAPHS + "position"


class SyncTest(StoreTest):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="depeche-sync-")
        self.addCleanup(temporary.cleanup)
        self.feed = os.path.join(temporary.name, "feed")
        self.out = os.path.join(temporary.name, "kg")
        os.mkdir(self.feed)
        self.texts = sorted(n for n in os.listdir(ARTICLES) if n.endswith(".txt"))
        for name in self.texts[1:]:
            shutil.copy(os.path.join(ARTICLES, name), self.feed)

    def sync(self, *options):
        depeche("sync", self.feed, "--out", self.out, "--everything", "--max-shrink", "100", *options, check=0)

    def come(self):
        shutil.copy(os.path.join(ARTICLES, self.texts[0]), self.feed)

    def change(self, text):
        with open(os.path.join(self.feed, self.texts[1]), "a", encoding="utf-8") as f:
            f.write(f"\n{text}\n")

    def go(self):
        os.remove(os.path.join(self.feed, self.texts[2]))

    def load(self, store, *options, check=0):
        return depeche("load", self.out, *store.load_arguments(), *options, environment=store.environment, check=check)

    def sequence(self):
        with open(os.path.join(self.out, "latest.json"), encoding="utf-8") as f:
            return json.load(f)["sequence"]

    def rows(self, store, graphs):
        """All statements of some graphs, "" for the default graph."""
        out = set()
        for graph in graphs:
            pattern = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
            rows = store.select(f"SELECT ?s ?p ?o (LANG(?o) AS ?l) WHERE {{ {pattern} }}")
            out |= {(graph, *sorted(row.items())) for row in rows}
        return out

    def expect_export(self, store, default_graph):
        """The store holds the export and, in a graph of its own, its number; no more and no less."""
        path = os.path.join(self.out, "kg.nq")
        wanted = graph_sizes(path, default_graph)
        found = store_sizes(store, sorted({*wanted, *graphs_of(store)}))
        self.assertEqual({name: n for name, n in found.items() if n > 0 and name != POSITION}, wanted)
        number = store.select(f"SELECT ?n WHERE {{ GRAPH <{POSITION}> {{ ?p <https://schema.org/version> ?n }} }}")
        self.assertEqual([int(row["n"]) for row in number], [self.sequence()])
        return self.rows(store, wanted)

    def follow(self, kind):
        store = self.empty_store(kind)
        default_graph = FACTS if kind is servers.Virtuoso else ""
        self.sync()
        self.assertIn("the store does not say which run it has", self.load(store).stderr)
        self.expect_export(store, default_graph)
        self.assertIn("the store has run 1, the latest", self.load(store).stderr)

        self.come()
        self.sync()
        dry = self.load(store, "--dry-run").stderr
        self.assertIn("would be done: runs 2 to 2: ", dry)
        one = self.load(store).stderr
        self.assertEqual(dry, "would be done: " + one.splitlines()[0] + "\n")
        self.expect_export(store, default_graph)

        self.change("Le ministre turc Mevlut Demir s'est rendu lundi à Rome.")
        self.sync()
        self.go()
        self.sync()
        before = store.select(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{POSITION}> {{ ?s ?p ?o }} }}")
        self.assertIn("runs 3 to 4: ", self.load(store).stderr)
        # A load that was killed after its work, and before it could write where it stands, is simply done again.
        terms = [" ".join(f"<{v}>" if ":" in v else v for v in row.values()) for row in before]
        store.update(f"DROP SILENT GRAPH <{POSITION}> ; "
                     f"INSERT DATA {{ GRAPH <{POSITION}> {{ {' . '.join(terms)} }} }}")
        self.assertIn("runs 3 to 4: ", self.load(store).stderr)
        followed = self.expect_export(store, default_graph)
        self.load(store, "--whole")
        self.assertEqual(self.expect_export(store, default_graph), followed)
        self.empty_store(kind)
        self.load(store)
        self.assertEqual(self.expect_export(store, default_graph), followed, "a fresh load gives the same")
        return store, default_graph

    def test_oxigraph(self):
        self.follow(servers.Oxigraph)

    def test_virtuoso(self):
        self.follow(servers.Virtuoso)

    def test_fuseki(self):
        store, default_graph = self.follow(servers.Fuseki)

        # Loaded by other means, it is no longer known what the store has.
        depeche("load", os.path.join(self.out, "kg.nq"), *store.load_arguments(), "--whole", check=0)
        self.assertIn("the store has run 4", self.load(store).stderr, "nothing was written")
        store.update(f"DROP GRAPH <{GRAPHS}entities>")
        depeche("load", os.path.join(self.out, "kg.nq"), *store.load_arguments(), check=0)
        self.assertIn("does not say which run", self.load(store).stderr)
        self.expect_export(store, default_graph)

        # A gap: the deltas in between were joined, or were those of another folder.
        for text in ("La Hongrie importe du gaz de Russie.", "La Hongrie a rompu avec la Russie."):
            self.change(text)
            self.sync()
        self.load(store)
        store.update(f"""WITH <{POSITION}> DELETE {{ ?p <https://schema.org/version> ?n }}
            INSERT {{ ?p <https://schema.org/version> 5 }} WHERE {{ ?p <https://schema.org/version> ?n }}""")
        self.assertIn("no deltas lead from run 5", self.load(store).stderr, "another state of that number")
        self.expect_export(store, default_graph)
        store.update("DROP DEFAULT")
        self.assertIn("the latest", self.load(store).stderr)
        self.load(store, "--whole")
        self.expect_export(store, default_graph)

        # Deltas that are gone lead nowhere.
        self.change("La Turquie a livré des drones au Mali.")
        self.sync()
        self.change("Le Mali accuse la Turquie.")
        self.sync("--keep-deltas", "1")
        self.assertIn("no deltas lead from run 6", self.load(store).stderr)
        self.expect_export(store, default_graph)

    def test_damage(self):
        store = self.empty_store(servers.Oxigraph)
        self.sync()
        self.load(store)
        self.come()
        self.sync()
        added = os.path.join(self.out, "deltas", "00000002.added.nq")
        with open(added, "a", encoding="utf-8") as f:
            f.write("<http://x/s> <http://x/p> <http://x/o> .\n")
        self.assertIn("is not what latest.json says", self.load(store, check=13).stderr)
        self.assertIn("has no latest.json", depeche("load", self.feed, *store.load_arguments(), check=2).stderr)
        depeche("load", self.out, self.out, *store.load_arguments(), check=2)


if __name__ == "__main__":
    main()
