"""`depeche load` against the three stores: first load, nothing to do, one article replaced and one deleted, kills, and
what must not happen on faults."""

import http.server
import json
import os
import random
import signal
import subprocess
import tempfile
import threading
import time
import unittest

import servers
from harness import (ARTICLES, FACTS, GRAPHS, HOSTILE, PROGRAM, StoreTest, depeche, export, graph_sizes, main, samples,
                     store_sizes)


def read_records():
    with open(os.path.join(ARTICLES, "articles.jsonl"), encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def write_records(path, records):
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return path


class LoadTest(StoreTest):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="depeche-load-")
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def load(self, store, path, *options, check=0):
        return depeche("load", path, *store.load_arguments(), *options, environment=store.environment, check=check)

    def story(self, kind):
        store = self.empty_store(kind)
        default_graph = FACTS if kind is servers.Virtuoso else ""
        first = samples()
        records = read_records()
        records[0]["text"] += "\n\nLe ministre turc Mevlut Demir s'est rendu lundi à Rome."
        del records[1]
        second = export([write_records(self.path("second.jsonl"), records)], self.path("second.nq"))
        dry = self.load(store, first, "--dry-run")
        self.assertIn("would be done", dry.stderr)
        self.assertEqual(store_sizes(store, list(n for n in graph_sizes(first) if n)), {}, "a dry run wrote")

        report = self.path("report.jsonl")
        self.load(store, first, "--report", report)
        self.expect_same(store, first, default_graph)
        with open(report, encoding="utf-8") as f:
            lines = [json.loads(line) for line in f]
        self.assertEqual({(l["action"], l["verified"]) for l in lines}, {("added", True)})

        again = self.load(store, first)
        self.assertIn(f"{len(lines)} unchanged", again.stderr)

        whole = self.load(store, second, "--whole")
        self.assertIn("not verified", whole.stderr)
        self.expect_same(store, second, default_graph)
        self.load(store, first)  # without --whole nothing of what is there is lost
        self.assertLessEqual(set(graph_sizes(first, default_graph)),
                             set(store_sizes(store, list(graph_sizes(first, default_graph)))))

        self.kill_and_resume(store, first, default_graph)
        self.readers_never_see_half(store)

        hostile = export([HOSTILE], self.path("hostile.nq"))
        self.load(store, hostile, "--whole")  # which reads back and compares every statement
        self.expect_same(store, hostile, default_graph)
        # It can be taken away again, statement by statement.
        self.load(store, export([write_records(self.path("tame.jsonl"), self.tamed())], self.path("tame.nq")), "--whole")

    def tamed(self):
        """The hostile articles with other text, so that their graphs are changed."""
        with open(HOSTILE, encoding="utf-8") as f:
            records = [json.loads(line) for line in f]
        for record in records:
            record["text"] += " La Turquie a rompu avec la Lettonie."
        return records

    def kill_and_resume(self, store, path, default_graph):
        chance = random.Random(7)
        for name in graph_sizes(path, default_graph):
            store.update(f"DROP SILENT GRAPH <{name}>" if name else "DROP DEFAULT")
        for _ in range(5):
            process = subprocess.Popen([PROGRAM, "load", path, "--whole", *store.load_arguments()],
                                       env={**os.environ, **store.environment}, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.02, 0.4))
            process.send_signal(signal.SIGKILL)
            process.wait()
            # Whatever is there is whole: every article graph has all of its statements or none.
            wanted = graph_sizes(path, default_graph)
            for name, size in store_sizes(store, [n for n in wanted if n and n != default_graph]).items():
                self.assertEqual(size, wanted[name], name)
        self.load(store, path, "--whole")
        self.expect_same(store, path, default_graph)

    def readers_never_see_half(self, store):
        """Replaces an article there and back while somebody reads: the reader sees the one or the other."""
        records = read_records()[:1]
        one = export([write_records(self.path("a.jsonl"), records)], self.path("a.nq"))
        records[0]["text"] = "Le ministre turc Mevlut Demir s'est rendu lundi à Rome."
        other = export([write_records(self.path("a.jsonl"), records)], self.path("b.nq"))
        article = [n for n in graph_sizes(one) if n not in ("", GRAPHS + "ontology", GRAPHS + "entities")]
        self.assertEqual(len(article), 1)
        self.load(store, one)
        allowed = {graph_sizes(one)[article[0]], graph_sizes(other)[article[0]]}
        self.assertEqual(len(allowed), 2)
        seen, done = set(), threading.Event()

        def watch():
            while not done.is_set():
                size = store_sizes(store, article).get(article[0], 0)
                if size not in allowed and store.profile == "virtuoso":
                    # Its readers see each row as committed, so that one answer may mix old and new; the next is right.
                    size = store_sizes(store, article).get(article[0], 0)
                seen.add(size)

        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            for path in (other, one, other, one):
                self.load(store, path)
        finally:
            done.set()
            watcher.join()
        self.assertLessEqual(seen, allowed)

    def test_oxigraph(self):
        self.story(servers.Oxigraph)

    def test_fuseki(self):
        self.story(servers.Fuseki)

    def test_virtuoso(self):
        self.story(servers.Virtuoso)

    def test_plain_protocols(self):
        store = self.empty_store(servers.Oxigraph)
        path, base = samples(), store.url()
        depeche("load", path, "--store", base + "/store", "--profile", "gsp", check=0)
        self.expect_same(store, path)
        store.update("DROP ALL")
        depeche("load", path, "--store", base + "/update", "--query-url", base + "/query", "--profile",
                "sparql-update", "--whole", check=0)
        self.expect_same(store, path)

    def test_large_graphs_are_filled_beside_and_moved(self):
        """Beyond 1,000 statements Virtuoso takes no update; beyond 10,000 it cuts every answer."""
        path = self.path("big.nq")
        head = samples()
        with open(head, encoding="utf-8") as f, open(path, "w", encoding="utf-8") as out:
            out.write(f.read())
            for i in range(12000):
                out.write(f'<https://data.example.org/entity/e{i}> <http://www.w3.org/2000/01/rdf-schema#label> "é{i}"@fr '
                          f"<{GRAPHS}entities> .\n")
        store = self.empty_store(servers.Virtuoso)
        self.load(store, path, "--whole")
        self.expect_same(store, path, FACTS)

    def answers_of(self, *answers, tries="3"):
        """Loads into a server that gives these answers (status and headers) to requests that write; tells what it got,
        and how the load ended."""
        got, rest = [], list(answers)

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                self.answer(404, {})

            def do_PUT(self):
                length = self.headers.get("Content-Length")
                body = self.rfile.read(int(length)) if length else b""
                got.append((self.path, dict(self.headers), body, time.monotonic()))
                self.answer(*(rest.pop(0) if rest else (201, {})))

            def answer(self, status, headers):
                self.send_response(status)
                for name, value in {"Content-Length": "0", **headers}.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *_):
                pass

        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            thread = threading.Thread(target=server.serve_forever)
            thread.start()
            try:
                done = depeche("load", samples(), "--store", f"http://127.0.0.1:{server.server_port}/rdf", "--profile",
                               "gsp", "--tries", tries, environment={"DEPECHE_STORE_TOKEN": "hunter3"})
            finally:
                server.shutdown()
                thread.join()
        return got, done

    def test_what_is_sent_and_what_is_repeated(self):
        for status in (429, 503):
            got, done = self.answers_of((status, {}))
            self.assertEqual(got[0][2], got[1][2], f"{status}: the same request again")
            self.assertNotEqual(got[1][2], got[2][2], f"{status}: once")
            self.assertEqual(done.returncode, 10, "nothing was kept, and that was noticed")
            self.assertIn("1 requests repeated", done.stderr)
        for _, headers, body, _ in got:
            self.assertEqual(headers["Content-Length"], str(len(body)))
            self.assertNotIn("Expect", headers)
            self.assertNotIn("Transfer-Encoding", headers)
            self.assertEqual(headers["Authorization"], "Bearer hunter3")
        for status in (400, 401, 413):
            got, done = self.answers_of(*[(status, {})] * 400)
            self.assertEqual(done.returncode, 8, status)
            self.assertEqual(len(got), len({path for path, *_ in got}), f"{status}: nothing is sent twice")
            self.assertEqual(len(got) == 1, status == 401, f"{status}: whether going on makes sense")
            self.assertNotIn("hunter3", done.stderr + done.stdout)

    def test_a_store_is_given_the_time_it_asks_for(self):
        got, _ = self.answers_of((503, {"Retry-After": "2"}))
        self.assertGreaterEqual(got[1][3] - got[0][3], 2)
        got, done = self.answers_of(*[(503, {})] * 400)
        self.assertEqual((done.returncode, len(got)), (9, 3))
        self.assertGreater(got[2][3] - got[1][3], got[1][3] - got[0][3], "each wait is longer")
        self.assertIn("tried 3 times", done.stderr)

    def test_a_store_that_is_not_there(self):
        path = samples()
        port = servers.free_port()
        done = depeche("load", path, "--store", f"http://127.0.0.1:{port}", "--profile", "oxigraph", "--tries", "2",
                       check=9)
        self.assertIn("tried 2 times", done.stderr)

    def test_a_wrong_password(self):
        store = self.empty_store(servers.Virtuoso)
        wrong = dict(store.environment, DEPECHE_STORE_PASSWORD="hunter2-wrong")
        done = depeche("load", samples(), *store.load_arguments(), environment=wrong, check=8)
        self.assertIn("401", done.stderr)
        self.assertNotIn("hunter2", done.stderr + done.stdout)

    def test_wrong_uses(self):
        path = samples()
        server = ["--store", "http://127.0.0.1:1", "--profile", "oxigraph"]
        for arguments, part in [
                ([path, "--store", "http://u:p@127.0.0.1:1", "--profile", "oxigraph"], "must not carry a password"),
                ([path, "--store", "127.0.0.1:1", "--profile", "oxigraph"], "begins with http"),
                ([path, "--store", "http://127.0.0.1:1"], "no --profile"),
                ([path, "--profile", "oxigraph"], "no --store"),
                ([path, "--store", "http://127.0.0.1:1", "--profile", "neo4j"], "expected one of oxigraph"),
                ([path, "--store", "http://127.0.0.1:1", "--profile", "sparql-update"], "--query-url"),
                ([self.path("kg.ttl"), *server], "expected N-Quads"),
                ([self.path("none.nq"), *server], "none.nq"),
        ]:
            done = depeche("load", *arguments, check=2)
            self.assertIn(part, done.stderr)

    def test_faulty_files(self):
        server = ["--store", "http://127.0.0.1:1", "--profile", "oxigraph"]
        for content, part in [
                ("<http://a/s> <http://a/p> _:b <http://a/g> .\n", ":1: error: a blank node"),
                ("<http://a/s> <http://a/p> <bad> <http://a/g> .\n", ":1: error:"),
                ('<http://a/s> <http://a/p> "x" <http://a/g> .\nrubbish\n', ":2:"),
                ('<http://a/s> <http://a/p> "x"^^<http://www.w3.org/2001/XMLSchema#date> <http://a/g> .\n', ":1: error:"),
                ('<http://a/s> <http://a/p> "x" <http://a/g> .\n', "no graph …/graph/ontology"),
        ]:
            with open(self.path("x.nq"), "w", encoding="utf-8") as f:
                f.write(content)
            self.assertIn(part, depeche("load", self.path("x.nq"), *server, check=2).stderr)

    def test_credentials_file(self):
        path = samples()
        secret = self.path("secret")
        with open(secret, "w", encoding="utf-8") as f:
            f.write("user=dba\npassword=dba\n")
        os.chmod(secret, 0o644)
        server = ["--store", "http://127.0.0.1:1", "--profile", "oxigraph", "--credentials", secret]
        self.assertIn("read by everybody", depeche("load", path, *server, check=2).stderr)
        os.chmod(secret, 0o600)
        store = self.empty_store(servers.Virtuoso)
        depeche("load", path, *store.load_arguments(), "--credentials", secret, check=0)
        self.expect_same(store, path, FACTS)


if __name__ == "__main__":
    main()
