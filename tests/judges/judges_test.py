#!/usr/bin/env python3
"""Readers of RDF and an evaluator of SPARQL that know nothing of depeche judge what it writes and answers: Oxigraph,
Apache Jena and rdflib. Exit code 77: not installed (tests/tools/install), nothing judged."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from collections import Counter
from decimal import Decimal

TOOLS = os.environ.get("DEPECHE_TOOLS") or os.path.expanduser("~/.cache/depeche/tools")
PYTHON = os.path.join(TOOLS, "python/bin/python")
if not os.path.exists(PYTHON):
    print(f"skipped: no {PYTHON}; run tests/tools/install")
    sys.exit(77)
if os.path.realpath(sys.prefix) != os.path.realpath(os.path.join(TOOLS, "python")):
    os.execv(PYTHON, [PYTHON, *sys.argv])

import many_queries  # noqa: E402
import pyoxigraph as ox  # noqa: E402
import rdflib  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ["DEPECHE_PROGRAM"]
ANSWERS = os.environ["DEPECHE_JUDGE_ANSWERS"]
ARTICLES = os.path.join(ROOT, "tests/cases/articles")
ONTOLOGY = os.path.join(ROOT, "ontology")
SYNTAXES = {"kg.nq": ox.RdfFormat.N_QUADS, "kg.trig": ox.RdfFormat.TRIG, "kg.nt": ox.RdfFormat.N_TRIPLES,
            "kg.ttl": ox.RdfFormat.TURTLE}

HOSTILE = os.path.join(ROOT, "tests/cases/hostile/articles.jsonl")


def cell(term):
    """A term of an answer. Numbers by value, to nine places: Oxigraph keeps 35.0 as 35."""
    if isinstance(term, ox.Literal) and term.datatype.value.endswith(("#decimal", "#double")):
        number = Decimal(term.value)
        return term.datatype.value, round(number, 9).normalize() if number.is_finite() else str(number)
    return str(term).lower() if isinstance(term, ox.Literal) and term.language else str(term)


def shape(triples):
    """A graph with its blank nodes, if any, told apart no more."""
    hide = lambda term: "_" if isinstance(term, ox.BlankNode) else cell(term)
    return Counter((hide(t.subject), str(t.predicate), hide(t.object)) for t in triples)


def text_of(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def plain(value):
    """A number as tests/stores keep it."""
    try:
        return f"{float(value):.6f}".rstrip("0").rstrip(".")
    except ValueError:
        return value


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, timeout=300, check=False, **options)
    return done.returncode, done.stdout, done.stderr.decode()


def read(path, syntax):
    """The quads of a file as Oxigraph reads them."""
    with open(path, "rb") as f:
        return Counter(str(q) for q in ox.parse(f, format=syntax))


def jena(*arguments):
    jar = next((os.path.join(TOOLS, "jena", n) for n in os.listdir(os.path.join(TOOLS, "jena")) if "fuseki" in n), None)
    return run("java", "-Xmx512m", "-cp", jar, *arguments)


class Judges(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def export(self, source, name, *options):
        code, _, err = run(PROGRAM, "export", source, "-o", self.path(name), *options)
        self.assertEqual(code, 0, err)
        return self.path(name)

    def judge(self, *sources):
        """All syntaxes to all readers: the same statements, each once."""
        all_by_oxigraph, files = Counter(), []
        for i, source in enumerate(sources):
            quads = {name: read(self.export(source, f"{i}{name}"), syntax) for name, syntax in SYNTAXES.items()}
            self.assertGreater(len(quads["kg.nq"]), 20)
            self.assertEqual(max(quads["kg.nq"].values()), 1)
            self.assertEqual(quads["kg.nq"], quads["kg.trig"])
            self.assertEqual(quads["kg.nt"], quads["kg.ttl"])
            self.assertEqual(sum(quads["kg.nq"].values()), sum(quads["kg.nt"].values()))
            for name, by_oxigraph in quads.items():
                all_by_oxigraph += by_oxigraph
                files.append(self.path(f"{i}{name}"))
        # Jena takes its time to start, so that it reads all files at once.
        code, out, err = jena("riotcmd.riot", "--quiet", "--strict", "--output=nquads", *files)
        self.assertEqual((code, err), (0, ""))
        by_jena = Counter(str(q) for q in ox.parse(out, format=ox.RdfFormat.N_QUADS))
        self.assertEqual(by_jena, all_by_oxigraph, "Jena and Oxigraph read differently")

    def test_samples_and_hostile_text(self):
        self.judge(ARTICLES, HOSTILE)

    def test_ontology(self):
        names = sorted(n for n in os.listdir(ONTOLOGY) if n.endswith(".ttl"))
        graph = rdflib.Graph()
        count = 0
        for name in names:
            path = os.path.join(ONTOLOGY, name)
            graph.parse(path)
            count += sum(read(path, ox.RdfFormat.TURTLE).values())
        code, _, err = jena("riotcmd.riot", "--strict", "--validate", *(os.path.join(ONTOLOGY, n) for n in names))
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(len(graph), count, "rdflib and Oxigraph read it alike, and nothing is said twice")
        self.assertFalse([s for s in graph.subjects() if isinstance(s, rdflib.BNode)], "no blank nodes")
        skos, rdfs = rdflib.SKOS, rdflib.RDFS
        dp = rdflib.Namespace("https://w3id.org/depeche/ontology#")
        own = sorted({s for s in graph.subjects() if str(s).startswith(("https://w3id.org/depeche/ontology#",
                                                                        "https://w3id.org/depeche/qualifier#",
                                                                        "https://w3id.org/depeche/value/"))})
        self.assertGreater(len(own), 200)
        for term in own:
            self.assertEqual({label.language for label in graph.objects(term, rdfs.label)}, {"fr", "en"}, term)
        for kind in (rdflib.OWL.Class, rdflib.OWL.ObjectProperty, rdflib.OWL.DatatypeProperty):
            for term in graph.subjects(rdflib.RDF.type, kind):
                self.assertEqual({d.language for d in graph.objects(term, skos.definition)}, {"fr", "en"}, term)
        for relation in graph.subjects(dp.edge):
            self.assertEqual({e.language for e in graph.objects(relation, skos.example)}, {"fr", "en"}, relation)
            codes = [bool(list(graph.objects(relation, p))) for p in (dp.cameo, dp.ploverEvent, dp.quad)]
            self.assertIn(sum(codes), (0, 3), f"{relation}: counted as event data, or not at all")
        for term in set(graph.objects()) - set(graph.subjects()):
            own = str(term).startswith("https://w3id.org/depeche/ontology#") and isinstance(term, rdflib.URIRef)
            self.assertFalse(own, f"{term} is not described")
        # A match never says "the same": nobody else's facts follow from ours.
        self.assertFalse(list(graph.subject_objects(skos.exactMatch)) + list(graph.subject_objects(rdflib.OWL.sameAs)))

    def test_queries(self):
        """The same rows as Oxigraph's."""
        data = self.export(ARTICLES, "kg.nq")
        store = ox.Store()
        store.load(path=data, format=ox.RdfFormat.N_QUADS)
        folder = os.path.join(ONTOLOGY, "queries")
        queries = {n: text_of(os.path.join(folder, n)) for n in sorted(os.listdir(folder)) if n.endswith(".rq")}
        head, *more = text_of(os.path.join(ROOT, "tests/judges/queries.txt")).split("\n\n")
        queries.update({q: head + "\n" + q for q in more if q.strip()})
        self.assertGreater(len(queries), 50)
        for i, query in enumerate([*many_queries.combinations(400, True), *many_queries.functions()]):
            queries[f"{i}: {query[:1000]}"] = head + "\n" + query
        self.answer_alike(data, store, queries)
        data = self.export(ARTICLES, "kg.nt")
        store = ox.Store()
        store.load(path=data, format=ox.RdfFormat.N_TRIPLES)
        self.answer_alike(data, store, {q: head + "\n" + q for q in many_queries.combinations(400, False)})

    def answer_alike(self, data, store, queries):
        code, out, err = run(ANSWERS, data, input="".join(json.dumps(q) + "\n" for q in queries.values()).encode())
        self.assertEqual((code, err), (0, ""))
        answers = out.decode().splitlines()
        self.assertEqual(len(answers), len(queries))
        for (name, text), answer in zip(queries.items(), map(json.loads, answers)):
            with self.subTest(name):
                try:
                    expected = store.query(text)
                except SyntaxError:
                    self.assertIn("query-syntax", answer.get("fault", ""))
                else:
                    self.compare(text, answer, expected)

    def compare(self, text, answer, expected):
        self.assertNotIn("fault", answer)
        if isinstance(expected, ox.QueryTriples):
            wanted = list(expected)
            given = ox.parse(answer["graph"].encode(), format=ox.RdfFormat.N_TRIPLES)
            self.assertEqual(shape(q.triple for q in given), shape(set(wanted)))
            return
        given = ox.parse_query_results(answer["rows"].encode(), format=ox.QueryResultsFormat.JSON)
        if isinstance(expected, ox.QueryBoolean):
            self.assertEqual(bool(given), bool(expected))
            return
        names = [v.value for v in expected.variables]
        if "SELECT *" in text:
            names.sort()  # the order of * is anybody's
        self.assertEqual(sorted(v.value for v in given.variables), sorted(names))
        rows, wanted = ([tuple(cell(row[n]) for n in names) for row in r] for r in (given, expected))
        self.assertEqual(Counter(rows), Counter(wanted))

    def test_describe(self):
        """What is said of something as a subject, in whatever graph."""
        data = self.export(ARTICLES, "kg.nq")
        quads = ox.Store()
        quads.load(path=data, format=ox.RdfFormat.N_QUADS)
        text = "DESCRIBE ?a <http://www.wikidata.org/entity/Q211> { GRAPH ?g { ?a a <https://schema.org/NewsArticle> } }"
        with open(self.path("q.rq"), "w", encoding="utf-8") as f:
            f.write(text)
        wanted = set()
        for node in [ox.NamedNode("http://www.wikidata.org/entity/Q211"),
                     *(q.subject for q in quads if q.object == ox.NamedNode("https://schema.org/NewsArticle"))]:
            wanted |= {q.triple for q in quads.quads_for_pattern(node, None, None)}
        self.assertGreater(len(wanted), 50)
        for form, syntax in (("turtle", ox.RdfFormat.TURTLE), ("ntriples", ox.RdfFormat.N_TRIPLES)):
            code, out, err = run(PROGRAM, "query", self.path("q.rq"), data, "--format", form)
            self.assertEqual((code, err), (0, ""))
            self.assertEqual({q.triple for q in ox.parse(out, format=syntax)}, wanted)

    def test_kept_rows(self):
        """The ready queries give here what they are known to give in stores."""
        kept = os.path.join(ROOT, "tests/cases/queries")
        for name in sorted(n[:-3] for n in os.listdir(os.path.join(ONTOLOGY, "queries")) if n.endswith(".rq")):
            code, out, err = run(PROGRAM, "query", name, os.path.join(kept, "corpus.trig"), "--format", "json")
            self.assertEqual((code, err), (0, ""), name)
            rows = sorted(json.dumps({k: plain(v["value"]) for k, v in row.items()}, ensure_ascii=False, sort_keys=True)
                          for row in json.loads(out)["results"]["bindings"])
            self.assertEqual(rows, text_of(os.path.join(kept, name + ".jsonl")).splitlines(), name)

    def test_store(self):
        """A store is asked as files are; its refusals are told."""
        data = self.export(ARTICLES, "kg.nq")
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{s.getsockname()[1]}"
        oxigraph = os.path.join(TOOLS, "python/bin/oxigraph")
        self.assertEqual(run(oxigraph, "load", "--location", self.path("db"), "--file", data)[0], 0)
        server = subprocess.Popen([oxigraph, "serve-read-only", "--location", self.path("db"), "--bind", address],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            url = f"http://{address}/query"
            for _ in range(100):
                code, by_store, err = run(PROGRAM, "query", "meetings", "--store", url)
                if code == 0:
                    break
                time.sleep(0.2)
            self.assertEqual((code, err), (0, ""))
            self.assertEqual(by_store, run(PROGRAM, "query", "meetings", data)[1])
            with open(self.path("graph.rq"), "w", encoding="utf-8") as f:
                f.write("CONSTRUCT { ?o ?p ?s } WHERE { ?s ?p ?o FILTER(ISIRI(?o)) }")
            by_store = run(PROGRAM, "query", self.path("graph.rq"), "--store", url)
            self.assertEqual(by_store, run(PROGRAM, "query", self.path("graph.rq"), data))
            self.assertGreater(len(by_store[1]), 1000)
            with open(self.path("bad.rq"), "w", encoding="utf-8") as f:
                f.write("SELECT ?s {")
            self.assertEqual(run(PROGRAM, "query", self.path("bad.rq"), "--store", url)[0], 8)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    unittest.main(verbosity=1)
