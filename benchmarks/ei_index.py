"""The E-I index from a networkx graph, against igraph's edge list and numpy.

Run by hand: ``python benchmarks/ei_index.py``. igraph is needed for it, and for nothing else. Each
round does, in one process on the same graph of 100,000 nodes and some 400,000 edges with ten
groups:

- ours: the index of the network, of every group and of every node, with its expectation, from the
  networkx graph; and the same from a snapshot;
- igraph and numpy: conversion from networkx, edge list, and the index of the network alone.
"""

import importlib
from collections.abc import Iterator
from functools import partial
from typing import Any

import networkx as nx
import numpy as np
from rounds import medians

from abcd.network import ei_index, snapshot

NODES = 100_000
ROUNDS = 5
OVER_IGRAPH = 10.0


def graphs() -> Iterator[tuple[str, Any]]:
    """Make networks with hubs and without, with numbers and with text as labels."""
    hubs = nx.barabasi_albert_graph(NODES, 4, seed=1)
    yield "hubs (Barabasi-Albert)", hubs
    yield "hubs, text as labels", nx.relabel_nodes(hubs, {node: f"p{node}" for node in hubs})
    yield "ties at random (G(n, m))", nx.gnm_random_graph(NODES, 4 * NODES, seed=1)


def igraph_index(graph: Any) -> float:
    """Convert, take the edge list and compare the groups at its ends."""
    igraph = importlib.import_module("igraph")
    converted = igraph.Graph.from_networkx(graph)
    edges = np.array(converted.get_edgelist())
    groups = np.array(converted.vs["group"])
    external = np.count_nonzero(groups[edges[:, 0]] != groups[edges[:, 1]])
    return float((2 * external - len(edges)) / len(edges))


def main() -> None:
    """Print the ratios for each kind of network."""
    rng = np.random.default_rng(1)
    for name, graph in graphs():
        groups = [f"RT {number}" for number in rng.integers(1, 11, NODES).tolist()]
        nx.set_node_attributes(graph, dict(zip(graph, groups, strict=True)), "group")
        arrays = snapshot(graph)
        assert ei_index(graph, "group").overall == igraph_index(graph)
        times = medians(
            {
                "ours": partial(ei_index, graph, "group"),
                "snapshot": partial(ei_index, arrays, groups),
                "igraph": partial(igraph_index, graph),
            },
            rounds=ROUNDS,
        )
        print(
            f"{name:<26} {times['ours'] * 1000:4.0f} ms, from a snapshot "
            f"{times['snapshot'] * 1000:3.0f} ms; igraph and numpy "
            f"{times['igraph'] / times['ours']:5.1f} x (target {OVER_IGRAPH:.0f})",
            flush=True,
        )


if __name__ == "__main__":
    main()
