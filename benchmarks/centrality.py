"""Exact betweenness of 10,000 nodes, against igraph, rustworkx and, on a small one, networkx.

Run by hand: ``python benchmarks/centrality.py [rounds]``. igraph is needed for it, rustworkx is
used where it is installed, and neither is needed for anything else. Each round does, in one process
on the same graph:

- ours: all shortest paths (betweenness with the sums for closeness and harmonic) of a snapshot;
- ours with an executor of two threads, which gives the same digits;
- igraph: betweenness alone, of a graph that is its own already.
"""

import importlib
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import networkx as nx
import numpy as np
from rounds import medians

from abcd.network import Snapshot, snapshot
from abcd.network._paths import Sums, shortest_paths

NODES, SMALL = 10_000, 600
ONE_THREAD, TWO_THREADS = 1.0, 1.8


def graphs() -> Iterator[tuple[str, Any]]:
    """Make a network with hubs, two without, and a small world."""
    yield "hubs (Barabasi-Albert, m=4)", nx.barabasi_albert_graph(NODES, 4, seed=1)
    yield "at random, 40,000 ties", nx.gnm_random_graph(NODES, 4 * NODES, seed=1)
    yield "at random, 20,000 ties", nx.gnm_random_graph(NODES, 2 * NODES, seed=1)
    yield "small world (Watts-Strogatz)", nx.watts_strogatz_graph(NODES, 8, 0.1, seed=1)


def ours(arrays: Snapshot, executor: Any = None) -> Sums:
    """Follow all shortest paths."""
    return shortest_paths(arrays.indptr, arrays.indices, None, executor=executor)


def of_igraph(graph: Any) -> Any:
    """Make a graph of igraph's own."""
    igraph = importlib.import_module("igraph")
    return igraph.Graph(graph.number_of_nodes(), list(graph.edges))


def of_rustworkx(graph: Any) -> Any:
    """Give a function that measures with rustworkx, or None where it is not installed."""
    try:
        rustworkx = importlib.import_module("rustworkx")
    except ImportError:
        return None
    made = rustworkx.PyGraph()
    made.add_nodes_from(list(graph))
    made.extend_from_edge_list(list(graph.edges))
    # Above every size: one thread, as for the others.
    measure = rustworkx.betweenness_centrality
    return partial(measure, made, normalized=False, parallel_threshold=10**9)


def compare(name: str, graph: Any, executor: Any, rounds: int) -> None:
    """Assert that all give the same numbers, and print the ratios."""
    arrays, other, third = snapshot(graph), of_igraph(graph), of_rustworkx(graph)
    found, threads = ours(arrays), ours(arrays, executor)
    assert all(map(np.array_equal, found, threads))
    np.testing.assert_allclose(found.between / 2, other.betweenness(), rtol=1e-9, atol=1e-6)
    jobs = {
        "ours": partial(ours, arrays),
        "threads": partial(ours, arrays, executor),
        "igraph": other.betweenness,
    }
    if third is not None:
        values = dict(third())
        np.testing.assert_allclose(
            found.between / 2, [values[node] for node in range(len(graph))], rtol=1e-9, atol=1e-6
        )
        jobs["rustworkx"] = third
    times = medians(jobs, rounds=rounds)
    line = (
        f"{name:<29} {times['ours']:5.1f} s; igraph {times['igraph'] / times['ours']:4.2f} x "
        f"(target {ONE_THREAD}), two threads {times['igraph'] / times['threads']:4.2f} x "
        f"(target {TWO_THREADS})"
    )
    if third is not None:
        line += f"; rustworkx {times['rustworkx'] / times['ours']:4.2f} x"
    print(line, flush=True)


def small(rounds: int) -> None:
    """Compare with networkx, with and without weights, where it takes no minutes."""
    graph = nx.barabasi_albert_graph(SMALL, 4, seed=1)
    for place, edge in enumerate(graph.edges):
        graph.edges[edge].update(weight=2.0 ** (place % 3), length=0.5 ** (place % 3))
    for weight, length in ((None, None), ("weight", "length")):
        arrays = snapshot(graph, weight=weight)
        lengths = None if arrays.weights is None else 1 / arrays.weights
        job = partial(shortest_paths, arrays.indptr, arrays.indices, lengths)
        plain = partial(nx.betweenness_centrality, graph, normalized=False, weight=length)
        np.testing.assert_allclose(job().between / 2, list(plain().values()), rtol=1e-9, atol=1e-6)
        times = medians({"ours": job, "networkx": plain}, rounds=rounds)
        ratio = times["networkx"] / times["ours"]
        kind = "steps" if weight is None else "weights"
        print(
            f"{SMALL} nodes, {kind:<19} {times['ours']:5.2f} s; networkx {ratio:.0f} x", flush=True
        )


def main() -> None:
    """Print the ratios for each kind of network."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    small(rounds)
    if of_rustworkx(nx.empty_graph(0)) is None:
        print("rustworkx: not installed")
    with ThreadPoolExecutor(2) as executor:
        for name, graph in graphs():
            compare(name, graph, executor, rounds)


if __name__ == "__main__":
    main()
