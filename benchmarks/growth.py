"""How time and memory grow with the ties: 10,000, 100,000 and 1,000,000.

Run by hand: ``python benchmarks/growth.py``. Each size runs in a process of its own, so that its
peak is its own; the peak that is printed is above that of the process with the graph in it.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import networkx as nx

from abcd.network import snapshot, structural_holes

EDGES = (10_000, 100_000, 1_000_000)
JOBS: dict[str, Callable[[Any], object]] = {
    "snapshot": snapshot,
    "structural_holes": structural_holes,
}


def peak() -> float:
    """Give the largest memory that this process has had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(job: str, edges: int) -> None:
    """Run one job, and print its seconds and megabytes."""
    graph = nx.gnm_random_graph(edges // 4, edges, seed=1)
    JOBS[job](nx.path_graph(3))
    before, start = peak(), time.perf_counter()
    JOBS[job](graph)
    print(f"{time.perf_counter() - start:.3f} {peak() - before:.1f}")


def main() -> None:
    """Print a line for each job and size."""
    if len(sys.argv) == 3:
        measure(sys.argv[1], int(sys.argv[2]))
        return
    for job in JOBS:
        for edges in EDGES:
            command = [sys.executable, __file__, job, str(edges)]
            printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
            seconds, megabytes = map(float, printed.split())
            per_tie = megabytes * 2**20 / edges
            print(
                f"{job:<17} {edges:>9,} ties: {seconds:6.3f} s, {megabytes:6.1f} MB above the "
                f"graph, {per_tie:4.0f} bytes a tie",
                flush=True,
            )


if __name__ == "__main__":
    main()
