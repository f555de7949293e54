"""Small networks with their sources, and random ones of every kind for hypothesis."""

import csv
from pathlib import Path
from typing import Any

import networkx as nx
from hypothesis import strategies as st

from .definitions import Graph

__all__ = ["BORGATTI", "DIRECTED", "KITE", "random_graphs", "read"]

# Borgatti (1997), Connections 20(1); weights as in the tests of networkx 3.6.1
# (networkx/algorithms/tests/test_structuralholes.py).
BORGATTI: Graph = nx.Graph()
BORGATTI.add_weighted_edges_from(
    [
        ("A", "B", 2),
        ("A", "F", 3),
        ("A", "G", 5),
        ("A", "E", 2),
        ("E", "G", 8),
        ("F", "G", 3),
        ("B", "G", 4),
        ("B", "D", 1),
        ("D", "G", 3),
        ("G", "C", 10),
    ]
)
# The same tests of networkx 3.6.1.
DIRECTED: Graph = nx.DiGraph()
DIRECTED.add_weighted_edges_from([(0, 1, 2), (0, 2, 2), (1, 0, 1), (2, 1, 1)])
# Krackhardt, D. (1990). Administrative Science Quarterly 35, p. 351, as networkx ships it.
KITE: Graph = nx.krackhardt_kite_graph()


def read(folder: Path, name: str) -> Graph:
    """Read one of the reference networks; of Sampson's relations the third wave of liking."""
    directed = name == "sampson"
    graph: Graph = nx.DiGraph() if directed else nx.Graph()
    home = folder / f"network-{name}"
    with (home / "nodes.csv").open(encoding="utf-8", newline="") as nodes:
        graph.add_nodes_from(row["id"] for row in csv.DictReader(nodes))
    file = home / ("arcs.csv" if directed else "edges.csv")
    with file.open(encoding="utf-8", newline="") as edges:
        for row in csv.DictReader(edges):
            if row.get("relation", "SAMPLK3") == "SAMPLK3":
                graph.add_edge(row["source"], row["target"], weight=float(row.get("weight", 1)))
    return graph


@st.composite
def random_graphs(draw: Any, max_nodes: int = 9, labels: str = "any") -> Graph:
    """Draw a graph of any kind: directed or not, weighted, in parts, with isolates and loops."""
    graph: Graph = nx.DiGraph() if draw(st.booleans()) else nx.Graph()
    kinds = {
        "text": st.text(max_size=3),
        "integers": st.integers(-(2**70), 2**70),
        "places": st.integers(0, max_nodes - 1),
    }
    label = st.one_of(*kinds.values()) if labels == "any" else kinds[labels]
    nodes = draw(st.lists(label, max_size=max_nodes, unique=True))
    graph.add_nodes_from(nodes)
    if nodes:
        ends = st.sampled_from(nodes)
        weight = st.sampled_from([1, 2, 3, 0.5, 7, 1 / 3])
        edges = draw(st.lists(st.tuples(ends, ends, weight), max_size=3 * max_nodes))
        graph.add_weighted_edges_from(edges)
    return graph
