"""The second route: every measure straight from its definition, slow and without arrays."""

import math
from fractions import Fraction
from itertools import pairwise, permutations
from typing import Any, TypeAlias

import networkx as nx

__all__ = ["Graph", "betweenness", "cut_off", "holes"]

Graph: TypeAlias = "nx.Graph[Any]"


def strengths(graph: Graph, weight: str | None) -> dict[tuple[Any, Any], float]:
    """Return z_ij = a_ij + a_ji for every pair in contact, without self-loops."""
    z: dict[tuple[Any, Any], float] = {}
    for source, target, data in graph.edges(data=True):
        if source != target:
            value = 1.0 if weight is None else data[weight]
            for pair in ((source, target), (target, source)):
                z[pair] = z.get(pair, 0) + value
    return z


def holes(graph: Graph, weight: str | None = None) -> dict[Any, dict[str, float]]:
    """Compute Burt's measures of each node by the formulas of Burt (1992), domain reference 5."""
    z = strengths(graph, weight)
    contacts = {i: [j for j in graph if (i, j) in z] for i in graph}
    total = {i: sum(z[i, k] for k in contacts[i]) for i in graph}
    largest = {i: max((z[i, k] for k in contacts[i]), default=0.0) for i in graph}

    def p(i: Any, j: Any) -> float:
        return z.get((i, j), 0) / total[i]

    def m(j: Any, q: Any) -> float:
        return z.get((j, q), 0) / largest[j]

    return {i: _of_node(i, contacts, p, m, z) for i in graph}


def _of_node(i: Any, contacts: dict[Any, list[Any]], p: Any, m: Any, z: Any) -> dict[str, float]:
    mine = contacts[i]
    n = len(mine)
    if n == 0:
        return dict.fromkeys(
            ("constraint", "effective_size", "efficiency", "hierarchy", "clustering"), math.nan
        )
    c = {j: (p(i, j) + sum(p(i, q) * p(q, j) for q in mine if q != j)) ** 2 for j in mine}
    constraint = sum(c.values())
    size = sum(1 - sum(p(i, q) * m(j, q) for q in mine if q != j) for j in mine)
    x = [c[j] / (constraint / n) for j in mine]
    summed = sum(part * math.log(part) for part in x)
    tied = sum((j, q) in z for j, q in permutations(mine, 2))
    return {
        "constraint": constraint,
        "effective_size": size,
        "efficiency": size / n,
        "hierarchy": summed / (n * math.log(n)) if n > 1 else 1.0,
        "clustering": tied / (n * (n - 1)) if n > 1 else math.nan,
    }


def betweenness(graph: Graph, weight: str | None = None) -> dict[Any, float]:
    """List all simple paths of each pair, keep the shortest, and count who stands on them.

    Lengths are exact fractions, so that equal lengths are equal. For a handful of nodes.
    """
    shares = {node: Fraction(0) for node in graph}
    for source, target in permutations(graph, 2):
        paths = list(nx.all_simple_paths(graph, source, target))
        lengths = [_length(graph, path, weight) for path in paths]
        shortest = [
            path for path, length in zip(paths, lengths, strict=True) if length == min(lengths)
        ]
        for path in shortest:
            for node in path[1:-1]:
                shares[node] += Fraction(1, len(shortest))
    half = 1 if graph.is_directed() else 2
    return {node: float(share / half) for node, share in shares.items()}


def _length(graph: Graph, path: list[Any], weight: str | None) -> Fraction:
    if weight is None:
        return Fraction(len(path))
    return sum((1 / Fraction(graph[a][b][weight]) for a, b in pairwise(path)), Fraction(0))


def cut_off(graph: Graph) -> dict[Any, int]:
    """Take each node out, and count those who are then outside the largest rest of its part."""
    whole: Graph = nx.Graph(graph.to_undirected())
    answer = {}
    for node in whole:
        rest = whole.subgraph(nx.node_connected_component(whole, node) - {node})
        sizes = [len(part) for part in nx.connected_components(rest)]
        answer[node] = len(rest) - max(sizes, default=0)
    return answer
