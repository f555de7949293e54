"""No n x n array: 200,000 nodes under a cap of memory."""

import subprocess
import sys

import pytest

CAP = 300 * 2**20
JOB = f"""
import resource
import networkx as nx
import numpy as np
from abcd.network import Snapshot, snapshot, structural_holes
from abcd.network._contacts import contacts_of
from abcd.network._cuts import cuts
n, m = 200_000, 600_000
rng = np.random.default_rng(1)
# A hub that everybody knows, and ties at random: 600,000 in all.
pairs = np.concatenate([
    np.column_stack([np.zeros(n - 1, int), np.arange(1, n)]), rng.integers(0, n, (m - n, 2))
])
graph = nx.Graph()
graph.add_nodes_from(range(n))
graph.add_edges_from(pairs[pairs[:, 0] != pairs[:, 1]].tolist())
size = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (size + {CAP}, size + {CAP}))
try:
    np.zeros((n, n))
except MemoryError:
    print("capped")
found = structural_holes(graph)
contacts = contacts_of(snapshot(graph))
torn = cuts(contacts.indptr, contacts.indices)
print(len(found), round(float(found.constraint[0]), 6), int(torn.cut_off[0] > 0))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="RLIMIT_AS is Linux's")
def test_200_000_nodes_need_no_square() -> None:
    """Measures and cuts of a network with a hub of 199,999 contacts, in 300 MB beyond the graph."""
    done = subprocess.run([sys.executable, "-c", JOB], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    first, second = done.stdout.splitlines()
    assert first == "capped"
    nodes, constraint, cut = second.split()
    assert (nodes, cut) == ("200000", "1")
    assert 0 < float(constraint) < 0.001
