"""All tests that need a running store, in one process, so that each store is started once. Names of tests may follow:
load_test.LoadTest.test_fuseki"""

import sys

import harness

if __name__ == "__main__":
    harness.main(None, argv=[sys.argv[0], *(sys.argv[1:] or ["dataset_test", "load_test", "patches_test", "queries_test",
                                                        "sync_test"])])
