"""The SHACL shapes hold exports to the ontology: the samples and, where there are some, real articles conform; every
injected fault is caught. Judged by Apache Jena, and the samples by pySHACL too."""

import os
import subprocess
import tempfile

import servers
from harness import ARTICLES, ROOT, StoreTest, depeche, export, main, samples

DP = "https://w3id.org/depeche/ontology#"
DPQ = "https://w3id.org/depeche/qualifier#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


class ShapesTest(StoreTest):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="depeche-shapes-")
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name
        self.shapes = self.path("shapes.ttl")
        depeche("shapes", "-o", self.shapes, check=0)

    def path(self, name):
        return os.path.join(self.folder, name)

    def need_jena(self):
        self.need(servers.Fuseki)

    def violations(self, path):
        """What Jena finds: pairs of focus node and shape's path or component."""
        done = subprocess.run(["java", "-Xmx2g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", servers.FUSEKI, "shacl.shacl",
                               "validate", "--text", "--shapes", self.shapes, "--data", path],
                              capture_output=True, text=True, timeout=600, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        if done.stdout.strip() == "Conforms":
            return []
        return [block for block in done.stdout.split("\n") if block.startswith("Node=")] or [done.stdout]

    def test_articles_conform(self):
        """The samples and, where there are some, real articles."""
        self.need_jena()
        real = os.path.join(ROOT, "../shared/eval/dev/articles.jsonl")
        if not os.path.exists(real):
            print("no articles beside the repository: the samples alone", flush=True)
        inputs = [ARTICLES, real] if os.path.exists(real) else [ARTICLES]
        self.assertEqual(self.violations(export(inputs, self.path("kg.nt"))), [])

    def test_samples_conform_by_pyshacl(self):
        if not os.path.exists(servers.PYTHON):
            self.need(servers.Oxigraph)
        path = samples("kg.nt")
        done = subprocess.run([os.path.join(os.path.dirname(servers.PYTHON), "pyshacl"), "-s", self.shapes, "-df", "nt",
                               path], capture_output=True, text=True, timeout=600, check=False)
        self.assertIn("Conforms: True", done.stdout, done.stdout[-3000:] + done.stderr[-3000:])

    def test_every_fault_is_caught(self):
        """Each fault is put into an export of its own node, and exactly such nodes are told."""
        self.need_jena()
        with open(samples("kg.nt"), encoding="utf-8") as f:
            lines = f.read().splitlines()
        claims = sorted({line.split(" ")[0] for line in lines if line.endswith(f"<{DP}Claim> .")})
        figures = sorted({line.split(" ")[0] for line in lines if f"<{DPQ}value>" in line})
        times = sorted({line.split(" ")[0] for line in lines if f"<{DPQ}to>" in line})
        sentences = sorted({line.split(" ")[0] for line in lines if line.endswith(f"<{DP}Sentence> .")})
        articles = sorted({line.split(" ")[0] for line in lines if line.endswith("NewsArticle> .")})
        countries = sorted({line.split(" ")[0] for line in lines if line.endswith(f"<{DP}Country> .")})
        imports = sorted({line.split(" ")[0] for line in lines if line.endswith(f" <{RDF_TYPE}> <{DP}Import> .")})
        met = sorted(line for line in lines if f"<{DP}metWith>" in line)

        plain = [c for c in claims if c not in figures and c not in times]
        used = iter(plain[10:])
        without = lambda prefix: ("without", prefix)
        with_ = lambda line: ("with", line)
        faults = {}

        def fault(name, node, *changes):
            self.assertNotIn(node, [n for n, _ in faults.values()], name)
            faults[name] = (node, changes)

        for prop in ("about", "relationType", "subject", "object", "predicate", "status", "confidence", "rule", "sentence"):
            c = next(used)
            fault(f"claim without {prop}", c, without(f"{c} <{DP}{prop}> "))
        c = next(used)
        other = "asserted" if not f"{c} <{DP}status> <{DP}asserted> ." in lines else "alleged"
        fault("two statuses", c, with_(f"{c} <{DP}status> <{DP}{other}> ."))
        c = next(used)
        fault("unknown status", c, without(f"{c} <{DP}status> "), with_(f"{c} <{DP}status> <{DP}rumoured> ."))
        c = next(used)
        fault("confidence above 1", c, without(f"{c} <{DP}confidence> "),
              with_(f'{c} <{DP}confidence> "1.5"^^<{XSD}decimal> .'))
        c = next(used)
        fault("confidence as text", c, without(f"{c} <{DP}confidence> "), with_(f'{c} <{DP}confidence> "0.5" .'))
        c = next(used)
        fault("edge of another type", c, without(f"{c} <{DP}predicate> "), with_(f"{c} <{DP}predicate> <{DP}role> ."))
        c = next(used)
        fault("claim that is a relation", c, with_(f"{c} <{RDF_TYPE}> <{DP}Import> ."))
        c = next(used)
        fault("date without precision", c, with_(f'{c} <{DPQ}from> "2024-05-01"^^<{XSD}date> .'))
        c = next(used)
        fault("number without measure", c, with_(f'{c} <{DPQ}value> "5.0"^^<{XSD}decimal> .'))
        c = next(used)
        fault("minimum above maximum", c, with_(f'{c} <{DPQ}min> "9.0"^^<{XSD}decimal> .'),
              with_(f'{c} <{DPQ}max> "5.0"^^<{XSD}decimal> .'))
        c = next(used)
        fault("actor without name", c, with_(f"{c} <{DP}subject> <http://example.org/nobody> ."))
        fault("figure without unit", figures[0], without(f"{figures[0]} <{DPQ}unit> "))
        fault("time that ends before it begins", times[0], without(f"{times[0]} <{DPQ}to> "),
              with_(f'{times[0]} <{DPQ}to> "1000-01-01"^^<{XSD}date> .'))
        source = next(used)
        fault("attributed to nobody", source, without(f"{source} <{DP}status> "),
              with_(f"{source} <{DP}status> <{DP}attributed> ."), without(f"{source} <{DP}attributedTo> "),
              without(f"{source} <{DP}cue> "))
        fault("sentence that ends before it begins", sentences[0], without(f"{sentences[0]} <{NIF}endIndex> "),
              with_(f'{sentences[0]} <{NIF}endIndex> "0"^^<{XSD}integer> .'))
        fault("sentence of no article", sentences[1], without(f"{sentences[1]} <{NIF}referenceContext> "))
        fault("article without digest", articles[0], without(f"{articles[0]} <{DP}textSha256> "))
        fault("country without name", countries[0], without(f"{countries[0]} <{RDFS_LABEL}> "))
        fault("wrong ISO code", countries[1], with_(f'{countries[1]} <{DP}isoCode> "xx" .'))
        fault("relation without a role", imports[0], without(f"{imports[0]} <{DP}importer> "))
        fault("figure on a relation", imports[1], with_(f'{imports[1]} <{DPQ}value> "5.0"^^<{XSD}decimal> .'))
        s, p, o = met[0].split(" ")[:3]
        if s not in [n for n, _ in faults.values()]:
            fault("symmetric edge in one direction", s, without(f"{o} {p} {s} ."))

        self.assertGreaterEqual(len(faults), 28)
        changed = list(lines)
        for _, changes in faults.values():
            for kind, text in changes:
                before = len(changed)
                changed = [x for x in changed if not x.startswith(text)] if kind == "without" else changed + [text]
                if kind == "with" or "<" + DP + "attributedTo>" in text or "<" + DP + "cue>" in text:
                    continue
                self.assertLess(len(changed), before, f"nothing to take away: {text}")
        path = self.path("faulty.nt")
        with open(path, "w", encoding="utf-8") as f:
            f.write("\n".join(changed) + "\n")
        told = "\n".join(self.violations(path))
        missed = [name for name, (node, _) in faults.items() if node[1:-1] not in told]
        self.assertEqual(missed, [], told[:3000])


if __name__ == "__main__":
    main()
