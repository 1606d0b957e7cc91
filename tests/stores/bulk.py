"""The large test, run by hand: a whole corpus into each store, verified graph by graph; again after one article was
replaced and one deleted; and after the loader was killed ten times at random moments.

    DEPECHE_PROGRAM=build/release/bin/depeche python3 tests/stores/bulk.py ARTICLES.jsonl [oxigraph fuseki virtuoso]
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

import servers
from harness import FACTS, PROGRAM, depeche, export, graph_sizes, graphs_of, store_sizes


def verify(store, path, what, began):
    default_graph = FACTS if store.profile == "virtuoso" else ""
    wanted = graph_sizes(path, default_graph)
    found = store_sizes(store, list(wanted))
    assert graphs_of(store) == sorted(n for n in wanted if n), "other graphs than in the export"
    assert found == wanted, [(n, wanted[n], found.get(n)) for n in wanted if found.get(n) != wanted[n]][:5]
    print(f"{store.profile}: {what}: {len(wanted)} graphs, {sum(wanted.values())} statements, none lost or doubled "
          f"({time.monotonic() - began:.0f} s)", flush=True)


def load(store, path, *options):
    done = depeche("load", path, *store.load_arguments(), "--whole", *options, environment=store.environment, check=0)
    print("  " + done.stderr.strip().replace("\n", "\n  "), flush=True)


def test(kind, first, second):
    if not kind.is_installed():
        print(f"{kind.profile}: skipped: {kind.why_missing}")
        return
    chance = random.Random(4579)
    with kind() as store:
        began = time.monotonic()
        load(store, first)
        verify(store, first, "first load", began)
        length = time.monotonic() - began

        began = time.monotonic()
        load(store, second)
        verify(store, second, "one article replaced, one deleted", began)

    with kind() as store:
        began = time.monotonic()
        survived = 0
        for _ in range(10):
            process = subprocess.Popen([PROGRAM, "load", first, *store.load_arguments(), "--whole"],
                                       env={**os.environ, **store.environment}, stderr=subprocess.DEVNULL)
            try:
                process.wait(chance.uniform(0.05, length / 4))
                survived += 1  # it was done before the blow
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
        load(store, first)
        verify(store, first, f"after {10 - survived} kills", began)


def main():
    articles, names = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory(prefix="depeche-bulk-") as folder:
        with open(articles, encoding="utf-8") as f:
            records = [json.loads(line) for line in f]
        first = export([articles], os.path.join(folder, "first.nq"))
        records[10]["text"] += "\n\nLe ministre turc Mevlut Demir s'est rendu lundi à Rome."
        del records[20]
        changed = os.path.join(folder, "second.jsonl")
        with open(changed, "w", encoding="utf-8") as f:
            f.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        second = export([changed], os.path.join(folder, "second.nq"))
        for kind in servers.ALL:
            if not names or kind.profile in names:
                test(kind, first, second)


if __name__ == "__main__":
    main()
