"""SPARQL stores for tests: each is started on loopback, on a free port, with a data folder of its own, and stopped by
the id of its process. Only the standard library is used."""

import atexit
import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

TOOLS = os.environ.get("DEPECHE_TOOLS") or os.path.expanduser("~/.cache/depeche/tools")
OXIGRAPH = os.path.join(TOOLS, "python/bin/oxigraph")
FUSEKI = os.path.join(TOOLS, "jena/jena-fuseki-server-4.10.0.jar")
PYTHON = os.path.join(TOOLS, "python/bin/python")
START_TIMEOUT_S = 120
PR_SET_PDEATHSIG = 1


def end_with_parent():
    """In a new process: the kernel ends it when the test ends, however that happens."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Store:
    """A running store. Use with `with`."""

    profile = ""
    why_missing = ""  # what to install, where it is not installed
    union_default_graph = False
    served_by = None  # the kind whose server has this one as a second dataset

    def __init__(self, server=None):
        self.folder = server.folder if server else tempfile.mkdtemp(prefix="depeche-store-")
        self.port = server.port if server else free_port()
        self.process = None
        self.environment = {}  # credentials for depeche

    @classmethod
    def is_installed(cls):
        raise NotImplementedError

    def command(self):
        raise NotImplementedError

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self):
        self.log = open(os.path.join(self.folder, "log.txt"), "ab")
        self.process = subprocess.Popen(self.command(), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=subprocess.STDOUT, preexec_fn=end_with_parent)
        end = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.profile} ended at once: " + self.read_log())
            try:
                self.select("ASK { ?s ?p ?o }")
                return
            except (OSError, ValueError):
                time.sleep(0.05)
        raise RuntimeError(f"{self.profile} does not answer: " + self.read_log())

    def stop(self, how=signal.SIGTERM):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.process:
            self.log.close()
        self.process = None

    def __exit__(self, *_):
        self.stop(signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)

    def read_log(self):
        with open(os.path.join(self.folder, "log.txt"), encoding="utf-8", errors="replace") as f:
            return f.read()[-2000:]

    def opener(self):
        return urllib.request.build_opener()

    def send(self, url, form, accept="*/*"):
        request = urllib.request.Request(url, urllib.parse.urlencode(form).encode(), {"Accept": accept})
        with self.opener().open(request, timeout=120) as answer:
            return answer.read().decode()

    def select(self, query):
        """Rows as dictionaries of plain texts, or the answer to ASK."""
        answer = json.loads(self.send(self.query_url(), {"query": query}, "application/sparql-results+json"))
        if "boolean" in answer:
            return answer["boolean"]
        return [{name: term["value"] for name, term in row.items()} for row in answer["results"]["bindings"]]

    def update(self, text):
        self.send(self.update_url(), {"update": text})

    def load_arguments(self):
        return ["--store", self.url(), "--profile", self.profile]


class Oxigraph(Store):
    profile = "oxigraph"
    why_missing = "tests/tools/install brings oxigraph"

    @classmethod
    def is_installed(cls):
        return os.access(OXIGRAPH, os.X_OK)

    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def query_url(self):
        return self.url() + "/query"

    def update_url(self):
        return self.url() + "/update"

    def command(self):
        union = ["--union-default-graph"] if self.union_default_graph else []
        return [OXIGRAPH, "serve", "--location", "data", "--bind", f"127.0.0.1:{self.port}"] + union


class UnionOxigraph(Oxigraph):
    union_default_graph = True


class Fuseki(Store):
    """One server with two datasets; that of UnionFuseki shows the union of all graphs as its default graph."""

    profile = "fuseki"
    why_missing = "tests/tools/install brings Apache Jena Fuseki; it needs java"
    dataset = "ds"

    SERVICE = """PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX tdb2: <http://jena.apache.org/2016/tdb#>
<#{name}> a fuseki:Service ;
  fuseki:name "{name}" ;
  fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "query" ],
    [ fuseki:operation fuseki:update ; fuseki:name "update" ], [ fuseki:operation fuseki:gsp-rw ; fuseki:name "data" ],
    [ fuseki:operation fuseki:patch ; fuseki:name "patch" ] ;
  fuseki:dataset <#{name}-data> .
<#{name}-data> a tdb2:DatasetTDB2 ; tdb2:location "{name}" ; tdb2:unionDefaultGraph {union} .
"""

    @classmethod
    def is_installed(cls):
        return os.path.exists(FUSEKI) and shutil.which("java") is not None

    def url(self):
        return f"http://127.0.0.1:{self.port}/{self.dataset}"

    def query_url(self):
        return self.url() + "/query"

    def update_url(self):
        return self.url() + "/update"

    def command(self):
        with open(os.path.join(self.folder, "config.ttl"), "w", encoding="utf-8") as f:
            for name, union in (("ds", "false"), ("union", "true")):
                f.write(self.SERVICE.format(name=name, union=union))
        return ["java", "-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-jar", FUSEKI,
                "--localhost", f"--port={self.port}", "--config=config.ttl"]


class UnionFuseki(Fuseki):
    dataset = "union"
    union_default_graph = True
    served_by = Fuseki


class Virtuoso(Store):
    profile = "virtuoso"
    why_missing = "apt-get install virtuoso-opensource-7"
    union_default_graph = True  # it knows nothing else

    SETTINGS = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
Striping = 0
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
MaxCheckpointRemap = 2000
Striping = 0
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DisableUnixSocket = 1
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
MaxMemPoolSize = 200000000
CheckpointInterval = 60
DirsAllowed = .
ServerThreads = 20
AsyncQueueMaxThreads = 4
ThreadsPerQuery = 2
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = .
ServerThreads = 10
MaxClientConnections = 10
[SPARQL]
ResultSetMaxRows = 10000
MaxQueryCostEstimationTime = 0
MaxQueryExecutionTime = 120
"""

    @classmethod
    def is_installed(cls):
        return shutil.which("virtuoso-t") is not None

    def __init__(self):
        super().__init__()
        self.environment = {"DEPECHE_STORE_USER": "dba", "DEPECHE_STORE_PASSWORD": "dba"}  # as it is born

    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def query_url(self):
        return self.url() + "/sparql"

    def update_url(self):
        return self.url() + "/sparql-auth"

    def opener(self):
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, self.url(), "dba", self.environment["DEPECHE_STORE_PASSWORD"])
        return urllib.request.build_opener(urllib.request.HTTPDigestAuthHandler(passwords))

    def command(self):
        with open(os.path.join(self.folder, "own.ini"), "w", encoding="utf-8") as f:
            f.write(self.SETTINGS.format(port=self.port, sql_port=free_port()))
        return ["virtuoso-t", "-f", "-c", "own.ini"]


_running = {}


def shared(kind):
    """A store of that kind that serves all tests of this process; what earlier ones left in it is theirs to expect."""
    if kind not in _running:
        if kind.served_by:
            _running[kind] = kind(shared(kind.served_by))
        else:
            _running[kind] = kind().__enter__()
            atexit.register(_running[kind].__exit__)
    return _running[kind]


ALL = [Oxigraph, Fuseki, Virtuoso]
