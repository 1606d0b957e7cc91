"""`export --dataset`: the description tells what the export holds, differs between runs in times only, and loads."""

import hashlib
import os
import re
import subprocess
import tempfile
import time

import servers
from harness import ARTICLES, GRAPHS, StoreTest, depeche, main

VOID = "http://rdfs.org/ns/void#"


class DatasetTest(StoreTest):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="depeche-dataset-")
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def describe(self, name, *options):
        depeche("export", ARTICLES, "-o", self.path("kg.nq"), "--dataset", self.path(name), *options, check=0)
        done = subprocess.run(["rapper", "-q", "-i", "turtle", "-o", "ntriples", self.path(name)], capture_output=True,
                              text=True, check=True)
        return sorted(done.stdout.splitlines())

    def test_counts_are_those_of_the_file(self):
        lines = self.describe("dataset.ttl", "--license", "https://creativecommons.org/licenses/by/4.0/")
        with open(self.path("kg.nq"), "rb") as f:
            content = f.read()
        text = "\n".join(lines)
        total = content.count(b"\n")
        self.assertEqual(int(re.search(r'dataset> <http://rdfs.org/ns/void#triples> "(\d+)"', text).group(1)), total)
        parts = re.findall(r'dataset/property-[^>]*> <http://rdfs.org/ns/void#triples> "(\d+)"', text)
        self.assertEqual(sum(map(int, parts)), total)
        claims = content.count(b"<https://w3id.org/depeche/ontology#Claim> <")
        node = re.search(r"(<[^>]*dataset/class-[^>]*>) <http://rdfs.org/ns/void#class> "
                         r"<https://w3id.org/depeche/ontology#Claim>", text).group(1)
        self.assertIn(f'{node} <{VOID}entities> "{claims}"', text)
        self.assertIn(hashlib.sha256(content).hexdigest(), text)
        self.assertIn("by/4.0", text)
        self.assertNotIn("_:", text)

    def test_only_times_differ_between_runs(self):
        first = self.describe("one.ttl")
        time.sleep(1.1)
        second = self.describe("two.ttl")
        differ = set(first) ^ set(second)
        self.assertTrue(differ)
        self.assertEqual([x for x in differ if "#startedAtTime>" not in x and "#endedAtTime>" not in x], [])

    def test_it_loads_as_the_graph_meta(self):
        store = self.empty_store(servers.Oxigraph)
        lines = self.describe("dataset.ttl")
        depeche("load", self.path("kg.nq"), *store.load_arguments(), "--meta", self.path("dataset.ttl"), check=0)
        rows = store.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{GRAPHS}meta> {{ ?s ?p ?o }} }}")
        self.assertEqual(int(rows[0]["n"]), len(lines))

    def test_what_cannot_be_described(self):
        for arguments, code in ((["-o", "-", "--dataset", "x.ttl"], 2), (["-o", self.path("a.nq"), "--license", "x:y"], 2),
                                (["-o", self.path("a.nq"), "--dataset", self.path("no/x.ttl")], 6)):
            depeche("export", ARTICLES, *arguments, check=code)


if __name__ == "__main__":
    main()
