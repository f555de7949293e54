"""Eigenvector and PageRank on plain matrices, against networkx."""

from typing import Any

import networkx as nx
import numpy as np
import pytest
from scipy import sparse
from scipy.sparse.linalg import ArpackNoConvergence

from abcd.network import _spectral
from abcd.network._spectral import Principal, pagerank, principal


def matrix(graph: Any) -> Any:
    """Give the strengths of a graph as sparse rows."""
    return nx.to_scipy_sparse_array(graph, dtype=np.dtype(float), format="csr")


def solve(graph: Any) -> Principal:
    """Find the principal eigenvector of a graph."""
    return principal(matrix(graph), directed=graph.is_directed())


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("nodes", [12, 60])
def test_small_and_large_parts_equal_networkx(nodes: int, directed: bool) -> None:
    """Solved whole up to 32 nodes, by Lanczos and Arnoldi above; networkx by its power method."""
    graph = nx.gnp_random_graph(nodes, 6 / nodes, seed=2, directed=directed)
    for place, edge in enumerate(graph.edges):
        graph.edges[edge]["weight"] = 1 + place % 3
    other = nx.eigenvector_centrality(graph, weight="weight", max_iter=10_000, tol=1e-14)
    values = np.array(list(other.values()))
    np.testing.assert_allclose(solve(graph).values, values / values.max(), atol=1e-9)


@pytest.mark.parametrize("degree", [3, 4])
def test_regular_graphs(degree: int) -> None:
    """Everybody alike: 1 for each, also where the search starts next to the answer."""
    found = solve(nx.random_regular_graph(degree, 100, seed=1))
    np.testing.assert_allclose(found.values, 1, rtol=1e-9)


def test_what_hangs_on_the_dominant_part_gets_its_share() -> None:
    """a <-> b -> c -> d: x_c = x_b / lambda, x_d = x_c / lambda with lambda = 1; e is outside."""
    graph: Any = nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c"), ("c", "d"), ("e", "a")])
    found = solve(graph)
    assert found.values == pytest.approx([1, 1, 1, 1, 0])
    assert (found.inside, found.problem) == (4, None)


def test_only_parts_that_may_dominate_are_solved(monkeypatch: pytest.MonkeyPatch) -> None:
    """A star of 30 needs no look at a thousand pairs: no row of theirs adds up to its 5.4."""
    graph = nx.star_graph(29)
    graph.add_edges_from((100 + 2 * pair, 101 + 2 * pair) for pair in range(1_000))
    solved = []
    leading = _spectral._leading

    def counted(part: Any, *, directed: bool) -> Any:
        solved.append(part.shape[0])
        return leading(part, directed=directed)

    monkeypatch.setattr(_spectral, "_leading", counted)
    assert solve(graph).inside == 30
    assert solved == [30, 30]


def test_a_later_part_may_dominate() -> None:
    """The star has the larger bound, 7; the clique of six the larger eigenvalue, 5."""
    graph = nx.disjoint_union(nx.star_graph(7), nx.complete_graph(6))
    found = solve(graph)
    assert found.values == pytest.approx([0] * 8 + [1] * 6)


def test_a_later_part_may_have_less() -> None:
    """The bound of the smaller star, 5, is above the larger one's 8 ** 0.5; its 5 ** 0.5 is not."""
    graph = nx.disjoint_union(nx.star_graph(8), nx.star_graph(5))
    found = solve(graph)
    assert found.inside == 9
    assert found.values == pytest.approx([1] + [8**-0.5] * 8 + [0] * 6)


def test_no_ties_and_no_circle() -> None:
    """Nothing leads back: no eigenvalue above 0."""
    for graph in (nx.empty_graph(3), nx.DiGraph([(0, 1), (1, 2)])):
        found = solve(graph)
        assert found.problem == "eigenvector-no-circle"
        assert np.isnan(found.values).all()


def test_a_search_that_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """What ARPACK raises becomes a problem by name."""

    def never(*arguments: Any, **options: Any) -> Any:
        raise ArpackNoConvergence("no convergence", np.zeros(0), np.zeros((0, 0)))

    monkeypatch.setattr(_spectral, "eigsh", never)
    assert solve(nx.path_graph(40)).problem == "eigenvector-unsettled"
    assert solve(nx.random_regular_graph(6, 100, seed=1)).problem == "eigenvector-unsettled"


def test_long_ways_settle_or_say_that_they_do_not() -> None:
    """A chain, a ladder and a circle: by solving equations; with directions they do not settle."""
    ladder = nx.convert_node_labels_to_integers(nx.ladder_graph(1_000))
    side = np.sin(np.pi * np.arange(1, 1_001) / 1_001)
    np.testing.assert_allclose(solve(ladder).values, np.tile(side / side.max(), 2), atol=1e-6)
    np.testing.assert_allclose(solve(nx.cycle_graph(2_001)).values, 1, rtol=1e-9)
    circle = nx.cycle_graph(2_001, create_using=nx.DiGraph)
    assert solve(circle).problem == "eigenvector-unsettled"


def test_a_second_search_that_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The part was found, its vector was not."""
    answers = [(1.0, np.ones(2)), None]
    monkeypatch.setattr(_spectral, "_leading", lambda part, directed: answers.pop(0))
    assert solve(nx.path_graph(2)).problem == "eigenvector-unsettled"


@pytest.mark.parametrize("damping", [0.5, 0.85, 0.99])
def test_pagerank_equals_networkx(damping: float) -> None:
    """Weighted, directed, with nodes that lead nowhere."""
    graph = nx.gnp_random_graph(50, 0.03, seed=3, directed=True)
    for place, edge in enumerate(graph.edges):
        graph.edges[edge]["weight"] = 1 + place % 3
    other = nx.pagerank(graph, alpha=damping, tol=1e-15, max_iter=10_000)
    np.testing.assert_allclose(pagerank(matrix(graph), damping), list(other.values()), atol=1e-12)


def test_pagerank_stops_where_a_float_can_not_tell() -> None:
    """A damping next to 0 settles in one or two steps, and of nobody there is nothing."""
    assert pagerank(matrix(nx.cycle_graph(3)), 1e-9) == pytest.approx([1 / 3] * 3)
    assert pagerank(sparse.csr_array((0, 0)), 0.85).tolist() == []


def test_pagerank_takes_all_steps_where_it_needs_them() -> None:
    """On a pair the walk from one end swings: the bound on the number of steps is what ends it."""
    graph: Any = nx.DiGraph([(0, 1), (1, 0), (2, 0)])
    found = pagerank(matrix(graph), 0.85)
    assert found.sum() == pytest.approx(1, rel=1e-12)
    other = nx.pagerank(graph, tol=1e-15, max_iter=10_000)
    np.testing.assert_allclose(found, list(other.values()), atol=1e-12)
    star = nx.star_graph(50)
    # (2 - 2 / 51) 2^-50 is left after the last of 50 steps.
    np.testing.assert_allclose(
        pagerank(matrix(star), 0.5), list(nx.pagerank(star, 0.5, tol=1e-15).values()), atol=1e-12
    )
