"""The deltas of `depeche sync` applied by hand, as anybody may who follows an export without `depeche load`: as RDF
Patch to Fuseki, as sets of N-Quads to Oxigraph. Run by run both come to what a fresh load of the export gives."""

import json
import os
import re
import shutil
import tempfile
import urllib.request

import servers
from harness import ARTICLES, StoreTest, depeche, main

STATEMENT = re.compile(r'(<[^>]*> <[^>]*> (?:<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?))(?: (<[^>]*>))? \.')


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def send(url, text, kind):
    request = urllib.request.Request(url, text.encode(), {"Content-Type": kind}, method="POST")
    with urllib.request.urlopen(request, timeout=120) as answer:
        return answer.read()


def data_url(store):
    return store.url() + ("/store" if store.profile == "oxigraph" else "/data")


def dump(store):
    """All statements of a store as sorted lines."""
    request = urllib.request.Request(data_url(store), headers={"Accept": "application/n-quads"})
    with urllib.request.urlopen(request, timeout=120) as answer:
        return sorted(set(answer.read().decode().splitlines()))


def as_data(path):
    """Lines of N-Quads as the body of INSERT DATA or DELETE DATA."""
    out = []
    for line in read(path).splitlines():
        terms, graph = STATEMENT.fullmatch(line).groups()
        out.append(f"GRAPH {graph} {{ {terms} }}" if graph else terms + " .")
    return "\n".join(out)


def apply_sets(store, removed, added, _):
    store.update(f"DELETE DATA {{ {as_data(removed)} }} ;\nINSERT DATA {{ {as_data(added)} }}")


def apply_patch(store, _, __, patch):
    send(store.url() + "/patch", read(patch), "application/rdf-patch")


class PatchesTest(StoreTest):
    def follow(self, kind, apply):
        """An article comes, one changes, one goes, and a withdrawn one comes back."""
        store = self.empty_store(kind)
        temporary = tempfile.TemporaryDirectory(prefix="depeche-patches-")
        self.addCleanup(temporary.cleanup)
        feed = shutil.copytree(ARTICLES, os.path.join(temporary.name, "feed"))
        out, late = os.path.join(temporary.name, "kg"), os.path.join(temporary.name, "late.txt")
        names = sorted(n for n in os.listdir(feed) if n.endswith(".txt"))
        first, second, third = (os.path.join(feed, n) for n in names[:3])

        def sync():
            depeche("sync", feed, "--out", out, "--everything", "--max-shrink", "100", check=0)
            return json.loads(read(os.path.join(out, "latest.json")))

        def change():
            with open(second, "a", encoding="utf-8") as f:
                f.write("\nLa Turquie a livré des drones au Mali.\n")

        shutil.move(first, late)
        previous = sync()
        send(data_url(store), read(os.path.join(out, "kg.nq")), "application/n-quads")
        for step in (lambda: shutil.move(late, first), change, lambda: shutil.move(third, late),
                     lambda: shutil.move(late, third)):
            step()
            latest = sync()
            delta = latest["deltas"][-1]
            self.assertEqual((delta["from"], delta["to"]), (previous["sequence"] + 1, latest["sequence"]))
            self.assertGreater(delta["removed"]["statements"] + delta["added"]["statements"], 0)
            files = [os.path.join(out, delta[part]["name"]) for part in ("removed", "added", "patch")]
            self.assertTrue(read(files[2]).startswith(f"H id <{latest['state']}> .\nH prev <{previous['state']}> .\n"))
            apply(store, *files)
            previous = latest
        followed = dump(store)
        self.empty_store(kind)
        send(data_url(store), read(os.path.join(out, "kg.nq")), "application/n-quads")
        fresh = dump(store)
        self.assertGreater(len(fresh), 1000)
        self.assertEqual(followed, fresh)

    def test_oxigraph_follows_removed_and_added(self):
        self.follow(servers.Oxigraph, apply_sets)

    def test_fuseki_follows_the_patches(self):
        self.follow(servers.Fuseki, apply_patch)


if __name__ == "__main__":
    main()
