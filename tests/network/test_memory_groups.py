"""No n x n array, and no table of nodes by groups: 200,000 nodes under a cap of memory."""

import subprocess
import sys

import pytest

CAP = 400 * 2**20
JOB = f"""
import resource
import numpy as np
from abcd.network import bonding_bridging, brokerage, cohesion, ei_index, heterogeneity, snapshot
import networkx as nx
n, m = 200_000, 600_000
rng = np.random.default_rng(1)
# A hub that everybody knows, and ties at random: 600,000 in all.
pairs = np.concatenate([
    np.column_stack([np.zeros(n - 1, int), np.arange(1, n)]), rng.integers(0, n, (m - n, 2))
])
graph = nx.Graph()
graph.add_nodes_from(range(n))
graph.add_edges_from(pairs[pairs[:, 0] != pairs[:, 1]].tolist())
arrays = snapshot(graph)
few, many = rng.integers(0, 5, n).tolist(), rng.integers(0, n // 2, n).tolist()
size = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (size + {CAP}, size + {CAP}))
try:
    np.zeros((n, n))
except MemoryError:
    print("capped")
for groups in (few, many):
    print(ei_index(arrays, groups, permutations=2, rng=1).external > 0)
    print(brokerage(arrays, groups).open_paths > 0)
    print(bonding_bridging(arrays, groups).bridging_pairs > 0)
    print(heterogeneity(arrays, groups).mean_blau > 0)
print(cohesion(arrays).transitivity > 0)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="RLIMIT_AS is Linux's")
def test_200_000_nodes_need_no_square() -> None:
    """Measures of groups and of cohesion, with five groups and with 80,000."""
    done = subprocess.run([sys.executable, "-c", JOB], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    assert done.stdout.splitlines() == ["capped", *["True"] * 9]
