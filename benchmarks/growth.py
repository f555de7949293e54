"""How time and memory grow with the ties: 10,000, 100,000 and 1,000,000.

Run by hand: ``python benchmarks/growth.py [job ...]``. Each size runs in a process of its own, so
that its peak is its own; the peak that is printed is above that of the process with the graph in
it.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import networkx as nx
import numpy as np

from abcd.network import (
    cohesion,
    dyadic_constraint,
    ei_index,
    project,
    snapshot,
    structural_holes,
)

EDGES = (10_000, 100_000, 1_000_000)


def in_groups(graph: Any) -> object:
    """Take the E-I index of five groups handed in."""
    return ei_index(graph, (np.arange(len(graph)) % 5).tolist())


JOBS: dict[str, Callable[[Any], object]] = {
    "snapshot": snapshot,
    "structural_holes": structural_holes,
    "dyadic_constraint": dyadic_constraint,
    "ei_index": in_groups,
    "cohesion": partial(cohesion, distances_up_to=0),
    "project": partial(project, onto=0),
}


def peak() -> float:
    """Give the largest memory that this process has had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def made(job: str, edges: int) -> Any:
    """Make a graph of that many ties: four a node, or people at events of some twenty."""
    if job != "project":
        return nx.gnm_random_graph(edges // 4, edges, seed=1)
    people, events = edges * 2 // 7, edges // 20
    rng = np.random.default_rng(1)
    shared: nx.Graph[int] = nx.Graph()
    shared.add_nodes_from(range(people), bipartite=0)
    shared.add_nodes_from(range(people, people + events), bipartite=1)
    ends = rng.integers(people, size=edges), people + rng.integers(events, size=edges)
    shared.add_edges_from(zip(ends[0].tolist(), ends[1].tolist(), strict=True))
    return shared


def measure(job: str, edges: int) -> None:
    """Run one job, and print its seconds and megabytes."""
    graph = made(job, edges)
    JOBS[job](made(job, 40))
    before, start = peak(), time.perf_counter()
    JOBS[job](graph)
    print(f"{time.perf_counter() - start:.3f} {peak() - before:.1f}")


def main() -> None:
    """Print a line for each job and size."""
    if len(sys.argv) == 3 and sys.argv[2].isdigit():
        measure(sys.argv[1], int(sys.argv[2]))
        return
    for job in sys.argv[1:] or JOBS:
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
