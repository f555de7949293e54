"""Triangles and the measures made from them, on plain arrays."""

import itertools
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd.network import _kernels, snapshot
from abcd.network._contacts import contacts_of
from abcd.network._kernels import Edges, dyads, holes, oriented, triangles

from .graphs_for_tests import BORGATTI, random_graphs


def edges_of(graph: Any, weight: str | None = None) -> Edges:
    """Orient the edges of a graph."""
    return oriented(*contacts_of(snapshot(graph, weight=weight)))


def listed(edges: Edges, block: int = 1 << 19) -> list[frozenset[int]]:
    """List the triangles as sets of positions of nodes."""
    found = []
    for uv, uw, vw in triangles(edges, block):
        for first, second, third in zip(uv.tolist(), uw.tolist(), vw.tolist(), strict=True):
            u, v, w = edges.low[first], edges.high[first], edges.high[second]
            assert edges.low[second] == u
            assert (edges.low[third], edges.high[third]) == (v, w)
            found.append(frozenset(edges.order[[u, v, w]].tolist()))
    return found


def test_edges_run_from_low_to_high_degree() -> None:
    """Each edge stands once, sorted, its lower end first, and no end has a lower degree below."""
    edges = edges_of(BORGATTI, "weight")
    degrees = np.array([BORGATTI.degree(node) for node in BORGATTI])[edges.order]
    assert np.all(np.diff(degrees) >= 0)
    assert np.all(edges.low < edges.high)
    pairs = list(zip(edges.low.tolist(), edges.high.tolist(), strict=True))
    assert pairs == sorted(set(pairs))
    assert len(pairs) == BORGATTI.number_of_edges()
    assert edges.start.tolist() == [0, *np.cumsum(np.bincount(edges.low, minlength=7)).tolist()]


def test_edges_carry_their_weights() -> None:
    """The weight of each edge follows it through the sorting; without weights it is 1."""
    edges = edges_of(BORGATTI, "weight")
    nodes = list(BORGATTI)
    for low, high, weight in zip(edges.low, edges.high, edges.weights, strict=True):
        ends = nodes[edges.order[low]], nodes[edges.order[high]]
        assert BORGATTI.edges[ends]["weight"] == weight
    plain = edges_of(BORGATTI)
    assert plain.weights.tolist() == [1.0] * 10
    assert plain.low.tolist() == edges.low.tolist()
    assert plain.high.tolist() == edges.high.tolist()


@given(graph=random_graphs(), block=st.integers(1, 8))
def test_each_triangle_is_listed_once_in_any_blocks(graph: Any, block: int) -> None:
    """The list is that of all triples that are tied, whatever the size of a block."""
    nodes = list(graph)
    tied: Any = nx.Graph(graph.to_undirected())
    expected = {
        frozenset(places)
        for places in itertools.combinations(range(len(nodes)), 3)
        if all(tied.has_edge(nodes[a], nodes[b]) for a, b in itertools.combinations(places, 2))
    }
    found = listed(edges_of(graph), block)
    assert len(found) == len(set(found))
    assert set(found) == expected


def test_a_complete_graph_has_all_triangles() -> None:
    """C(30, 3) of them, over several blocks."""
    assert len(listed(edges_of(nx.complete_graph(30)), 50)) == 4060


def test_blocks_are_bounded() -> None:
    """No block looks at more candidates than it may, unless one edge has more partners."""
    edges = edges_of(nx.complete_graph(40))
    sizes = [len(first) for first, _, _ in triangles(edges, 100)]
    assert max(sizes) <= 100
    assert sum(sizes) == 9880
    # No edge has more than 38 partners, so that no block but the last is nearly empty.
    assert min(sizes[:-1]) > 100 - 38
    assert len(list(triangles(edges, 1))) >= 780 - 39 - 38


def test_the_size_of_a_block_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """It bounds the memory of the measures, too."""
    asked = []

    def recorded(edges: Edges, block: int) -> Any:
        asked.append(block)
        return triangles(edges, block)

    monkeypatch.setattr(_kernels, "triangles", recorded)
    holes(edges_of(BORGATTI), 7)
    assert asked == [7]


def test_small_numbers_stay_small() -> None:
    """Ranks and positions of edges take 32 bits; weights are floats, counts are whole."""
    edges = edges_of(BORGATTI, "weight")
    arrays = (edges.low, edges.high, edges.start, edges.weights)
    assert [array.dtype.name for array in arrays] == ["int32", "int32", "int64", "float64"]
    assert dyads(edges).triangles.dtype == np.int64
    assert all(part.dtype == np.int32 for part in next(triangles(edges))[:2])
    assert all(values.dtype == np.float64 for values in holes(edges))


def test_weak_ties_are_redundant_too() -> None:
    """Three who are tied alike, however weakly: p = 1/2, m = 1, so each contact is half."""
    graph: Any = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 0.01), ("a", "c", 0.01), ("b", "c", 0.01)])
    measures = holes(edges_of(graph, "weight"))
    assert measures.effective_size.tolist() == pytest.approx([1.0, 1.0, 1.0])


def test_rounding_gives_no_hierarchy_below_0() -> None:
    """Eight who all know each other: equal c, whose x ln x add up to -6e-17."""
    assert holes(edges_of(nx.complete_graph(8))).hierarchy.min() >= 0


def test_triangles_of_a_large_random_graph() -> None:
    """The hashed table and the search agree with networkx where there are many edges."""
    graph = nx.powerlaw_cluster_graph(2_000, 6, 0.6, seed=5)
    triangles_of: Any = nx.triangles(graph)
    assert len(listed(edges_of(graph))) == sum(triangles_of.values()) // 3


@given(graph=random_graphs(), block=st.integers(1, 8))
def test_blocks_do_not_change_the_measures(graph: Any, block: int) -> None:
    """The sums over blocks are the same up to rounding."""
    edges = edges_of(graph, "weight")
    for whole, parted in zip(holes(edges), holes(edges, block), strict=True):
        np.testing.assert_allclose(parted, whole, rtol=1e-12, atol=1e-12)


def test_dyads_of_a_triangle_with_weights() -> None:
    """By hand: a-b 1, a-c 2, b-c 3, so s = 3, 4, 5 and largest 2, 3, 3.

    c_ab = (1/3 + 2/3 * 3/5)^2, c_ba = (1/4 + 3/4 * 2/5)^2, redundancy of a
    = p_ac m_bc + p_ab m_cb = 2/3 * 3/3 + 1/3 * 3/3 = 1.
    """
    graph: Any = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 1), ("a", "c", 2), ("b", "c", 3)])
    edges = edges_of(graph, "weight")
    pairs = dyads(edges)
    nodes = list(graph)
    c = {}
    for at in range(3):
        low, high = nodes[edges.order[edges.low[at]]], nodes[edges.order[edges.high[at]]]
        c[low, high], c[high, low] = pairs.up[at], pairs.down[at]
    assert c["a", "b"] == pytest.approx((1 / 3 + 2 / 3 * 3 / 5) ** 2, rel=1e-15)
    assert c["b", "a"] == pytest.approx((1 / 4 + 3 / 4 * 2 / 5) ** 2, rel=1e-15)
    assert c["c", "a"] == pytest.approx((2 / 5 + 3 / 5 * 1 / 4) ** 2, rel=1e-15)
    redundancy = dict(zip([nodes[at] for at in edges.order], pairs.redundancy, strict=True))
    assert redundancy["a"] == pytest.approx(1, rel=1e-15)
    # b: p_bc m_ac + p_ba m_ca = 3/4 * 2/2 + 1/4 * 2/3
    assert redundancy["b"] == pytest.approx(3 / 4 + 1 / 6, rel=1e-15)
    assert pairs.triangles.tolist() == [1, 1, 1]


def test_no_edges_have_no_triangles() -> None:
    """Isolates alone, and nothing at all."""
    for n in (0, 1, 3):
        edges = edges_of(nx.empty_graph(n))
        assert listed(edges) == []
        assert all(len(values) == n and np.isnan(values).all() for values in holes(edges))


def test_a_weight_that_vanishes_beside_another_leaves_numbers() -> None:
    """A c below the smallest float adds nothing to the hierarchy, and no nan."""
    graph: Any = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 1e90), ("a", "c", 1e-90)])
    measures = holes(edges_of(graph, "weight"))
    assert measures.constraint.tolist() == [1.0, 1.0, 1.0]
    assert measures.hierarchy.tolist() == [1.0, 1.0, 1.0]
