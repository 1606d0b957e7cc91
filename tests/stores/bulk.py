"""The large test, run by hand: a whole corpus into each store, verified graph by graph; again after one article was
replaced and one deleted; and after the loader was killed ten times while it was writing, at random moments.

    DEPECHE_PROGRAM=build/release/bin/depeche nice python3 tests/stores/bulk.py ARTICLES.jsonl.gz [oxigraph fuseki virtuoso]
"""

import gzip
import json
import os
import pty
import random
import re
import signal
import sys
import tempfile
import time

import servers
from harness import FACTS, PROGRAM, depeche, export, graph_sizes, graphs_of, store_sizes

KILLS = 10


def say(store, what, began):
    print(f"{store.profile}: {what} ({time.monotonic() - began:.0f} s)", flush=True)


class Bulk:
    def __init__(self, store, path):
        self.store, self.path = store, path
        self.wanted = graph_sizes(path, FACTS if store.profile == "virtuoso" else "")

    def load(self):
        done = depeche("load", self.path, *self.store.load_arguments(), "--whole", environment=self.store.environment,
                       check=0)
        print("  " + done.stderr.strip().replace("\n", "\n  "), flush=True)

    def verify(self, what, began):
        """Asks the store without the program: each graph is there with as many statements, and no other graph."""
        found = store_sizes(self.store, list(self.wanted))
        assert graphs_of(self.store) == sorted(n for n in self.wanted if n), "other graphs than in the export"
        wrong = [(n, self.wanted[n], found.get(n)) for n in self.wanted if found.get(n) != self.wanted[n]]
        assert not wrong, wrong[:5]
        say(self.store, f"{what}: {len(found)} graphs, {sum(found.values())} statements, none lost or doubled", began)

    def there(self):
        """Number of the graphs that are there, each of them whole."""
        found = store_sizes(self.store, [n for n in self.wanted if n])
        half = [(n, size, self.wanted[n]) for n, size in found.items() if size not in (0, self.wanted[n])]
        assert not half, half[:5]
        return sum(1 for size in found.values() if size > 0)

    def load_and_kill(self, moment, pause):
        """Kills a load once it tells that it has added so many graphs, and a moment later. False if it ended before."""
        process, terminal = pty.fork()
        if process == 0:
            os.execve(PROGRAM, [PROGRAM, "load", self.path, *self.store.load_arguments(), "--whole"],
                      {**os.environ, **self.store.environment})
        try:
            seen = ""
            while True:
                seen = seen[-200:] + os.read(terminal, 4096).decode("utf-8", "replace")
                told = re.findall(r"adding (\d+) of", seen)
                if told and int(told[-1]) >= moment:
                    time.sleep(pause)
                    break
        except OSError:
            pass  # the terminal's other end was closed
        os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        os.close(terminal)
        return os.WIFSIGNALED(status)

    def empty(self):
        names = [n for n in self.wanted if n]
        for at in range(0, len(names), 100):
            self.store.update(" ;\n".join(f"DROP SILENT GRAPH <{name}>" for name in names[at:at + 100]))
        if "" in self.wanted:
            self.store.update("DROP SILENT DEFAULT")

    def kill_ten_times(self):
        chance = random.Random(4579)
        began, kills, before = time.monotonic(), 0, 0
        while kills < KILLS:
            if before > 0.9 * len(self.wanted):
                self.empty()
                before = 0
            moment = chance.randint(before + 1, len(self.wanted) - 1)
            hit = self.load_and_kill(moment, chance.uniform(0, 0.5))
            after = self.there()
            kills += hit
            say(self.store, f"kill {kills} when {moment} of {len(self.wanted)} graphs were due: {before} graphs before, "
                f"{after} after, each whole" if hit else "the load ended before the kill, which does not count", began)
            before = after
        self.load()
        self.verify(f"after {kills} kills", began)


def test(kind, first, second):
    if not kind.is_installed():
        print(f"{kind.profile}: skipped: {kind.why_missing}")
        return
    with kind() as store:
        for path, what in ((first, "first load"), (second, "one article replaced, one deleted")):
            bulk, began = Bulk(store, path), time.monotonic()
            bulk.load()
            bulk.verify(what, began)
    with kind() as store:
        Bulk(store, first).kill_ten_times()


def main():
    articles, names = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory(prefix="depeche-bulk-") as folder:
        with (gzip.open if articles.endswith(".gz") else open)(articles, "rt", encoding="utf-8") as f:
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
