"""Structural holes tie by tie: sums, networkx, and the definition."""

from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from abcd.network import DyadicConstraint, dyadic_constraint, snapshot, structural_holes
from abcd.network._contacts import contacts_of
from abcd.network._kernels import oriented
from abcd.network._redundancy import pairs_of

from .graphs_for_tests import random_graphs


def strengths(graph: Any, weight: str | None) -> dict[Any, dict[Any, float]]:
    """Give z_ij = a_ij + a_ji of all who are in contact; without directions a_ij is given twice."""
    z: dict[Any, dict[Any, float]] = {node: {} for node in graph}
    for a, b, data in graph.edges(data=True):
        if a != b:
            for one, other in ((a, b), (b, a)):
                added = data[weight] if weight else 1.0
                z[one][other] = z[one].get(other, 0.0) + added
    return z


@given(graph=random_graphs())
@pytest.mark.parametrize("weight", [None, "weight"])
def test_rows_equal_the_definition(graph: Any, weight: str | None) -> None:
    """p, c and redundancy as nested sums, for every pair in contact, from both ends."""
    z = strengths(graph, weight)
    found = dyadic_constraint(graph, weight=weight)
    expected = []
    for i in graph:
        for j in sorted(z[i], key=list(graph).index):
            p = {q: z[i][q] / sum(z[i].values()) for q in z[i]}
            both = [q for q in z[i] if q in z[j]]
            c = (p[j] + sum(p[q] * z[q][j] / sum(z[q].values()) for q in both)) ** 2
            redundancy = sum(p[q] * z[j][q] / max(z[j].values()) for q in both)
            expected.append((i, j, p[j], c, redundancy))
    assert list(zip(found.source, found.target, strict=True)) == [row[:2] for row in expected]
    for place, column in enumerate((found.proportion, found.constraint, found.redundancy)):
        assert column.tolist() == pytest.approx([row[2 + place] for row in expected])


@given(graph=random_graphs())
@pytest.mark.parametrize("weight", [None, "weight"])
def test_sums_are_those_of_the_nodes(graph: Any, weight: str | None) -> None:
    """Over the contacts: proportions 1, c the constraint, contacts less redundancy the size."""
    found, nodes = dyadic_constraint(graph, weight=weight), structural_holes(graph, weight=weight)
    place = {node: row for row, node in enumerate(nodes.nodes)}
    rows = np.array([place[node] for node in found.source], np.int64)
    n = len(nodes.nodes)
    tied = nodes.degree > 0
    sums = [
        np.bincount(rows, column, n)[tied]
        for column in (found.proportion, found.constraint, 1 - found.redundancy)
    ]
    np.testing.assert_allclose(sums[0], 1)
    np.testing.assert_allclose(sums[1], nodes.constraint[tied])
    np.testing.assert_allclose(sums[2], nodes.effective_size[tied], atol=1e-12)


@pytest.mark.parametrize("weight", [None, "weight"])
@pytest.mark.parametrize("directed", [False, True])
def test_constraint_equals_networkx(weight: str | None, directed: bool) -> None:
    """networkx's local_constraint(G, u, v, weight), of neighbors in either direction."""
    graph: Any = nx.gnp_random_graph(14, 0.3, seed=5, directed=directed)
    for place, edge in enumerate(graph.edges):
        graph.edges[edge]["weight"] = 1 + place % 4
    for row in dyadic_constraint(graph, weight=weight):
        other = nx.local_constraint(graph, row["source"], row["target"], weight=weight)
        assert row["constraint"] == pytest.approx(other)


def test_blocks_of_triangles_change_nothing() -> None:
    """One candidate at a time, or all at once."""
    contacts = contacts_of(snapshot(nx.karate_club_graph(), weight="weight"))
    edges = oriented(*contacts)
    for one, other in zip(pairs_of(edges, 1), pairs_of(edges), strict=True):
        np.testing.assert_allclose(one, other)


def test_thin_networks() -> None:
    """No nodes, nobody tied, and one contact each."""

    def codes(found: DyadicConstraint) -> list[str]:
        return [caveat.code for caveat in found.caveats]

    nothing = dyadic_constraint(nx.Graph())
    assert (len(nothing), nothing.n, codes(nothing)) == (0, 0, ["no-nodes"])
    alone = dyadic_constraint(nx.empty_graph(3))
    assert (len(alone), codes(alone)) == (0, ["no-row-without-tie"])
    pair = dyadic_constraint(nx.path_graph(2))
    assert pair.records() == [
        {"source": 0, "target": 1, "proportion": 1.0, "constraint": 1.0, "redundancy": 0.0},
        {"source": 1, "target": 0, "proportion": 1.0, "constraint": 1.0, "redundancy": 0.0},
    ]
    assert pair[1]["target"] == 0
