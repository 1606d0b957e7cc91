"""What the tests of stores share: the program, its exports, and a comparison of a store with an export that does not
trust the program."""

import functools
import os
import re
import subprocess
import sys
import tempfile
import unittest

import servers

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAM = os.environ.get("DEPECHE_PROGRAM", "depeche")
ARTICLES = os.path.join(ROOT, "tests/cases/articles")
HOSTILE = os.path.join(ROOT, "tests/cases/hostile/articles.jsonl")
GRAPHS = "https://data.example.org/graph/"
FACTS = GRAPHS + "facts"


def depeche(*arguments, environment=None, check=None):
    """Runs the program; `check` is the exit code that must come out."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("DEPECHE_STORE_")}
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=3600, check=False,
                          env={**clean, **(environment or {})})
    if check is not None and done.returncode != check:
        raise AssertionError(f"depeche {' '.join(arguments)}: exit {done.returncode}\n{done.stderr}{done.stdout}")
    return done


def export(inputs, path, *options):
    depeche("export", *inputs, "-o", path, *options, check=0)
    return path


_folder = tempfile.TemporaryDirectory(prefix="depeche-stores-")


@functools.cache
def samples(name="samples.nq", *options):
    """An export of the sample articles, made once for all tests."""
    return export([ARTICLES], os.path.join(_folder.name, name), *options)


def graph_sizes(path, default_graph=""):
    """Statements of each graph of an export in N-Quads, each counted once."""
    graphs = {}
    with open(path, encoding="utf-8") as f:
        for line in set(f):
            graph = re.search(r" <([^<>\"]*)> \.\n$", line)
            # A graph name stands behind an object; an object that is an IRI stands behind a property.
            terms = re.match(r'<[^>]*> <[^>]*> (<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?) (<([^>]*)> )?\.\n$', line)
            assert terms, line
            name = terms.group(3) if terms.group(2) else default_graph
            assert graph is None or name is not None
            graphs[name] = graphs.get(name, 0) + 1
    return graphs


def store_sizes(store, names):
    """The same, asked of a store without the program. The default graph is the empty name."""
    out = {}
    todo = [n for n in names if n]
    for at in range(0, len(todo), 100):
        values = " ".join(f"<{n}>" for n in todo[at:at + 100])
        for row in store.select(
                f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ VALUES ?g {{ {values} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"):
            out[row["g"]] = int(row["n"])
    if "" in names:
        out[""] = int(store.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")[0]["n"])
    return out


def graphs_of(store):
    """Names of all graphs of an export that a store holds."""
    names = []
    while True:
        after = names[-1] if names else ""
        rows = store.select(f'SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{GRAPHS}")'
                            f' && STR(?g) > "{after}") }} ORDER BY STR(?g) LIMIT 2000')
        names += [row["g"] for row in rows]
        if len(rows) < 2000:
            return sorted(set(names))


class StoreTest(unittest.TestCase):
    """Skips visibly where a store is not installed; fails instead if DEPECHE_NO_SKIP is set, as in CI."""

    maxDiff = 2000

    def empty_store(self, kind):
        """The store of that kind that all tests share, emptied."""
        self.need(kind)
        store = servers.shared(kind)
        for name in graphs_of(store):
            store.update(f"DROP SILENT GRAPH <{name}>")
        if store.profile != "virtuoso":
            store.update("DROP ALL")
        return store

    def need(self, kind):
        if kind.is_installed():
            return
        if os.environ.get("DEPECHE_NO_SKIP"):
            self.fail(f"{kind.profile} is not installed: {kind.why_missing}")
        self.skipTest(f"{kind.profile} is not installed: {kind.why_missing}")

    def expect_same(self, store, path, default_graph=""):
        """The store holds the graphs of the export, with as many statements, and no others."""
        wanted = graph_sizes(path, default_graph)
        self.assertEqual(graphs_of(store), sorted(n for n in wanted if n))
        self.assertEqual(store_sizes(store, list(wanted)), wanted)


def main(module="__main__", argv=None):
    result = unittest.main(module, argv=argv, exit=False, verbosity=2).result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(77 if result.skipped and len(result.skipped) == result.testsRun else 0)
