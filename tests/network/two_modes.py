"""Two-mode networks for tests, and their measures written from the definitions."""

import csv
import json
from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
from hypothesis import strategies as st

from .definitions import Graph

__all__ = ["bipartite_graphs", "davis", "expected_of_davis", "of_mode", "pairs_of", "redundancy_of"]


def davis(folder: Path) -> Graph:
    """Read the 18 women and 14 events of Davis, Gardner and Gardner (1941)."""
    graph: Graph = nx.Graph()
    with (folder / "network-davis" / "attendance.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["woman"], row["event"]) for row in csv.DictReader(file)]
    graph.add_nodes_from([woman for woman, _ in rows], bipartite=0, mode="women")
    graph.add_nodes_from([event for _, event in rows], bipartite=1, mode="events")
    graph.add_edges_from(rows)
    return graph


def expected_of_davis(folder: Path, id: str) -> Any:
    """Give a value of the reference data, published or computed with networkx 3.6.1."""
    text = (folder / "network-davis" / "expected.json").read_text(encoding="utf-8")
    return next(entry["value"] for entry in json.loads(text)["expected"] if entry["id"] == id)


@st.composite
def bipartite_graphs(draw: Any, most: int = 6) -> Graph:
    """Draw a two-mode graph of any kind: in parts, directed, with isolates, with an empty mode."""
    kind = draw(st.sampled_from([nx.Graph, nx.DiGraph, nx.MultiGraph]))
    graph: Graph = kind()
    labels = st.one_of(st.integers(-5, 5), st.text(max_size=2))
    nodes = draw(st.lists(labels, max_size=2 * most, unique=True))
    cut = draw(st.integers(0, len(nodes)))
    modes = {node: int(place >= cut) for place, node in enumerate(nodes)}
    for node in draw(st.permutations(nodes)):
        graph.add_node(node, bipartite=modes[node], mode="ab"[modes[node]])
    possible = [(first, second) for first in nodes[:cut] for second in nodes[cut:]]
    if possible:
        edges = st.lists(st.sampled_from(possible), max_size=3 * most, unique=True)
        graph.add_edges_from(draw(edges))
    return graph


def of_mode(graph: Graph, mode: int) -> list[Any]:
    """Give the nodes of a mode, in the order of the graph."""
    return [node for node, data in graph.nodes(data=True) if data["bipartite"] == mode]


def pairs_of(graph: Graph, nodes: Iterable[Any]) -> dict[frozenset[Any], tuple[Any, ...]]:
    """Give each tied pair: shared nodes, Newman's weight, Jaccard's index; exact fractions."""
    near = {node: set(nx.all_neighbors(graph, node)) for node in graph}
    found = {}
    for first, second in combinations(nodes, 2):
        shared = near[first] & near[second]
        if shared:
            newman = sum(Fraction(1, len(near[event]) - 1) for event in shared)
            jaccard = Fraction(len(shared), len(near[first] | near[second]))
            found[frozenset((first, second))] = (shared, newman, jaccard)
    return found


def redundancy_of(graph: Graph, node: Any) -> Fraction | None:
    """Latapy et al. (2008): pairs of contacts that have another contact in common."""
    near = {other: set(nx.all_neighbors(graph, other)) for other in graph}
    pairs = list(combinations(near[node], 2))
    closed = sum(bool((near[a] & near[b]) - {node}) for a, b in pairs)
    return Fraction(closed, len(pairs)) if pairs else None
