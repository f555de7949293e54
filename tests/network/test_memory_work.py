"""No n x n array: 200,000 nodes under a cap of memory, for introductions, stability, projection."""

import subprocess
import sys

import pytest

CAP = 450 * 2**20
JOB = f"""
import resource
import numpy as np
import networkx as nx
from abcd.network import _candidates
from abcd.network import Snapshot, introductions, project, stability, two_mode_cohesion
n, m = 200_000, 600_000
rng = np.random.default_rng(1)
# A hub that everybody in the first half knows, and ties at random; a third has no ties at all.
pairs = np.concatenate([
    np.column_stack([np.zeros(n // 2, int), np.arange(1, n // 2 + 1)]),
    rng.integers(0, 2 * n // 3, (m - n, 2)),
])
pairs = np.unique(np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1), axis=0)
arrays = Snapshot.from_ties(range(n), pairs[:, 0].tolist(), pairs[:, 1].tolist())
groups = rng.integers(0, 50_000, n).tolist()
shared = nx.Graph()
shared.add_nodes_from(range(n), bipartite=0)
shared.add_nodes_from(range(n, n + 60_000), bipartite=1)
events = rng.integers(n, n + 60_000, n).tolist()
shared.add_edges_from(zip(range(n), events))
size = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (size + {CAP}, size + {CAP}))
try:
    np.zeros((n, n))
except MemoryError:
    print("capped")
# Of each part fewer are compared for the best placed one: that takes time, and no memory.
_candidates._COMPARED = 10
few = dict(candidates=3, exact_up_to=0, sources=2, rng=1)
print(len(introductions(arrays, 20, **few)))
print(len(introductions(arrays, 20, aim="bridge", group=groups, **few)))
found = stability(arrays, "degree", shares=[0.9], samples=6, rng=1)
print(len(found), bool(found.rank_low[0] <= found.rank[0]))
print(project(shared, 0).n > 0)
print(two_mode_cohesion(shared).density > 0)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="RLIMIT_AS is Linux's")
def test_200_000_nodes_need_no_square() -> None:
    """Candidates, ranks of samples and shared ties grow with ties, not with pairs."""
    done = subprocess.run([sys.executable, "-c", JOB], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    assert done.stdout.splitlines() == ["capped", "20", "20", "200000 True", "True", "True"]


SMALL = """
import tracemalloc
import networkx as nx
from abcd.network import introductions, snapshot
arrays = snapshot(nx.empty_graph(2_500))
introductions(arrays, 2)
tracemalloc.start()
print(len(introductions(arrays, 2_500)), tracemalloc.get_traced_memory()[1] < 20 * 2**20)
"""


def test_many_parts_are_not_all_paired() -> None:
    """2,500 people without a tie are three million pairs of parts; n are looked at, in 20 MB."""
    done = subprocess.run(
        [sys.executable, "-c", SMALL], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    assert done.stdout.split() == ["2500", "True"]
