"""Structural holes from a networkx graph, against networkx and igraph.

Run by hand: ``python benchmarks/structural_holes.py``. igraph is needed for it, and for nothing
else. Each round does, in one process on the same graph of 100,000 nodes and some 400,000 edges:

- ours: constraint, effective size, efficiency, hierarchy and clustering, from the networkx graph;
- networkx: constraint alone;
- igraph: conversion from networkx, constraint and clustering.
"""

import importlib
from collections.abc import Iterator
from functools import partial
from typing import Any

import networkx as nx
import numpy as np
from rounds import medians

from abcd.network import structural_holes

NODES = 100_000
ROUNDS = 5
OVER_NETWORKX, OVER_IGRAPH = 25.0, 3.5


def graphs() -> Iterator[tuple[str, Any]]:
    """Make networks with hubs, with many triangles, without either, and a small world."""
    hubs = nx.barabasi_albert_graph(NODES, 4, seed=1)
    yield "hubs (Barabasi-Albert)", hubs
    yield "hubs, text as labels", nx.relabel_nodes(hubs, {node: f"p{node}" for node in hubs})
    yield "hubs and triangles (Holme-Kim)", nx.powerlaw_cluster_graph(NODES, 4, 0.5, seed=1)
    yield "ties at random (G(n, m))", nx.gnm_random_graph(NODES, 4 * NODES, seed=1)
    yield "small world (Watts-Strogatz)", nx.watts_strogatz_graph(NODES, 8, 0.1, seed=1)


def igraph_measures(graph: Any) -> tuple[list[float], list[float]]:
    """Convert and measure, in the order of the networkx graph."""
    igraph = importlib.import_module("igraph")
    converted = igraph.Graph.from_networkx(graph)
    return converted.constraint(), converted.transitivity_local_undirected(mode="nan")


def check(graph: Any) -> None:
    """Assert that all three give the same numbers."""
    ours = structural_holes(graph)
    constraint, clustering = igraph_measures(graph)
    np.testing.assert_allclose(ours.constraint, list(nx.constraint(graph).values()), rtol=1e-9)
    np.testing.assert_allclose(ours.constraint, constraint, rtol=1e-9)
    np.testing.assert_allclose(ours.clustering, clustering, rtol=1e-9)


def main() -> None:
    """Print the ratios for each kind of network."""
    for name, graph in graphs():
        check(graph)
        times = medians(
            {
                "ours": partial(structural_holes, graph),
                "networkx": partial(nx.constraint, graph),
                "igraph": partial(igraph_measures, graph),
            },
            rounds=ROUNDS,
        )
        print(
            f"{name:<31} {times['ours'] * 1000:4.0f} ms; networkx "
            f"{times['networkx'] / times['ours']:5.1f} x (target {OVER_NETWORKX:.0f}), igraph "
            f"{times['igraph'] / times['ours']:4.1f} x (target {OVER_IGRAPH})",
            flush=True,
        )


if __name__ == "__main__":
    main()
