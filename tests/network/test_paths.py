"""Betweenness and cuts, on plain arrays, against definitions."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from abcd.network import _paths, snapshot
from abcd.network._contacts import contacts_of
from abcd.network._cuts import Cuts, cuts
from abcd.network._paths import betweenness, shortest_paths

from . import definitions
from .graphs_for_tests import KITE, random_graphs


def between(graph: Any, weight: str | None = None) -> dict[Any, float]:
    """Compute betweenness, a strong tie being short."""
    arrays = snapshot(graph, weight=weight)
    distances = None if arrays.weights is None else 1 / arrays.weights
    sums = betweenness(arrays.indptr, arrays.indices, distances, directed=arrays.directed)
    return dict(zip(arrays.ids, sums.tolist(), strict=True))


def cuts_of(graph: Any) -> Cuts:
    """Find what hangs on each node."""
    contacts = contacts_of(snapshot(graph))
    return cuts(contacts.indptr, contacts.indices)


@given(graph=random_graphs(max_nodes=6))
@settings(max_examples=40)
@pytest.mark.parametrize("weight", [None, "weight"])
def test_betweenness_equals_its_definition(graph: Any, weight: str | None) -> None:
    """All simple paths listed, lengths as exact fractions."""
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    for data in graph.edges.values():
        # Of the strengths drawn only 1 / 3 is no float: take the float next to it as it is.
        data["weight"] = data["weight"] if data["weight"] != 1 / 3 else 0.25
    assert between(graph, weight) == pytest.approx(definitions.betweenness(graph, weight))


@given(graph=random_graphs(max_nodes=12))
def test_unweighted_betweenness_equals_networkx(graph: Any) -> None:
    """networkx counts the same paths, one source after the other."""
    assert between(graph) == pytest.approx(nx.betweenness_centrality(graph, normalized=False))


def test_rounding_does_not_decide_which_path_is_shortest() -> None:
    """Two ways of strengths 3, 5, 7 and 7, 5, 3 are equally long: each carries half.

    In floats the two sums differ in the last digit, and networkx 3.6.1 takes one only.
    """
    graph: Any = nx.Graph()
    graph.add_weighted_edges_from([("a", 1, 3), (1, 2, 5), (2, "z", 7)])
    graph.add_weighted_edges_from([("a", 3, 7), (3, 4, 5), (4, "z", 3)])
    assert between(graph, "weight") == pytest.approx(definitions.betweenness(graph, "weight"))


# rep-net-01 of the public reports: networkx#3369, networkx#501, USEPA/WNTR#146.
STRENGTHS = [
    ("ani", "budi", 5),
    ("budi", "dewi", 5),
    ("ani", "citra", 1),
    ("citra", "dewi", 1),
    ("dewi", "eko", 3),
]


def test_a_strong_tie_is_a_short_way() -> None:
    """rep-net-01: the strongly tied budi stands between, not the weakly tied citra."""
    graph: Any = nx.Graph()
    graph.add_weighted_edges_from(STRENGTHS)
    assert between(graph) == pytest.approx(
        {"ani": 0.5, "budi": 1.0, "citra": 1.0, "dewi": 3.5, "eko": 0.0}, abs=1e-9
    )
    assert between(graph, "weight") == pytest.approx(
        {"ani": 0.5, "budi": 2.0, "citra": 0.0, "dewi": 3.5, "eko": 0.0}, abs=1e-9
    )


def sums_of(graph: Any, weight: str | None = None, **options: Any) -> _paths.Sums:
    """Follow all shortest paths, a strong tie being short."""
    arrays = snapshot(graph, weight=weight)
    distances = None if arrays.weights is None else 1 / arrays.weights
    return shortest_paths(arrays.indptr, arrays.indices, distances, **options)


def test_batches_do_not_change_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    """One source at a time, three, or all; whole blocks, or chosen rows of them."""
    graph = nx.karate_club_graph()
    whole = between(graph)
    monkeypatch.setattr(_paths, "_LEAST_SOURCES", 1)
    for cells in (1, 3 * 34, 1 << 20):
        for few in (0.0, 0.25, 2.0):
            monkeypatch.setattr(_paths, "_CELLS", cells)
            monkeypatch.setattr(_paths, "_FEW", few)
            assert between(graph) == pytest.approx(whole, rel=1e-12)


@pytest.mark.parametrize("weight", [None, "weight"])
def test_every_executor_gives_the_same_digits(
    weight: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Serial, two threads and two processes, in batches of 16 sources."""
    monkeypatch.setattr(_paths, "_CELLS", 1)
    graph = nx.gnm_random_graph(60, 120, seed=1)
    nx.set_edge_attributes(
        graph, {edge: 1 + at % 3 for at, edge in enumerate(graph.edges)}, "weight"
    )
    serial = sums_of(graph, weight)
    with ThreadPoolExecutor(2) as threads, ProcessPoolExecutor(2) as processes:
        for executor in (threads, processes):
            found = sums_of(graph, weight, executor=executor)
            for one, other in zip(serial, found, strict=True):
                assert np.array_equal(one, other)


def test_progress_sees_each_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of 16: three for 40 nodes."""
    monkeypatch.setattr(_paths, "_CELLS", 1)
    seen: list[int | None] = []

    def progress(items: Iterable[Any], *, total: int | None) -> Iterator[Any]:
        for item in items:
            seen.append(total)
            yield item

    sums_of(nx.path_graph(40), progress=progress)
    assert seen == [3, 3, 3]


@pytest.mark.parametrize("weight", [None, "weight"])
@given(graph=random_graphs(max_nodes=12))
def test_sums_of_distances_equal_networkx(weight: str | None, graph: Any) -> None:
    """Whom each source reaches, how far, and how near: Dijkstra's algorithm in networkx."""
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    for data in graph.edges.values():
        data["distance"] = 1 / data["weight"]
    found = sums_of(graph, weight)
    for row, source in enumerate(graph):
        length = None if weight is None else "distance"
        lengths = nx.single_source_dijkstra_path_length(
            graph, source, weight=length or (lambda *_: 1)
        )
        others = [value for node, value in lengths.items() if node != source]
        assert found.reached[row] == len(others)
        assert found.far[row] == pytest.approx(sum(others), rel=1e-12)
        assert found.near[row] == pytest.approx(sum(1 / value for value in others), rel=1e-12)
        assert found.farthest[row] == pytest.approx(max(others, default=0), rel=1e-12)


@given(graph=random_graphs(max_nodes=12))
def test_squares_are_those_of_each_source(graph: Any) -> None:
    """One source after the other: shares add up, and so do their squares."""
    for weight in (None, "weight"):
        whole = sums_of(graph, weight)
        single = [
            sums_of(graph, weight, sources=np.array([row])).between for row in range(len(graph))
        ]
        shares = np.array(single).reshape(len(graph), len(graph))
        np.testing.assert_allclose(whole.between, shares.sum(axis=0), atol=1e-12)
        np.testing.assert_allclose(whole.squares, (shares**2).sum(axis=0), atol=1e-12)


def test_no_nodes_give_empty_sums() -> None:
    """There is no batch at all."""
    found = sums_of(nx.Graph())
    assert [len(values) for values in found] == [0] * 6
    assert found.reached.dtype == np.int64


def diamonds(count: int) -> Any:
    """Chain diamonds: 2^count shortest paths from end to end."""
    graph: Any = nx.DiGraph()
    for step in range(count):
        for side in ("left", "right"):
            graph.add_edge(f"m{step}", f"{side}{step}", weight=1)
            graph.add_edge(f"{side}{step}", f"m{step + 1}", weight=1)
    return graph


@pytest.mark.parametrize("weight", [None, "weight"])
def test_more_paths_than_a_float_can_count(weight: str | None) -> None:
    """A chain of 1,100 diamonds has 2^1100 shortest paths; every middle carries half of them."""
    graph = diamonds(1_100)
    place = {node: at for at, node in enumerate(graph)}
    shares = sums_of(graph, weight, sources=np.array([place["m0"]])).between
    # From m0, left1099 carries half of the paths to m1100, and the end of its own.
    assert shares[place["left1099"]] == pytest.approx(0.5)
    assert shares[place["m1"]] == pytest.approx(3 * 1_099)


@pytest.mark.parametrize("count", [10, 30, 55])
def test_counts_of_paths_leave_32_and_64_bits(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """2^10, 2^30 and 2^55 paths: the first in 32 bits, the others in 64, all by steps."""
    monkeypatch.setattr(_paths, "_by_ties", None)
    graph = diamonds(count)
    assert between(graph)[f"left{count - 1}"] == pytest.approx((3 * count - 2) / 2)


def test_too_many_paths_in_few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where 64 bits do not hold the counts, whole numbers of any size do."""
    whole = between(diamonds(30))
    monkeypatch.setattr(_paths, "_PATHS", 2.0**25)
    assert between(diamonds(30)) == pytest.approx(whole, rel=1e-12)
    assert between(diamonds(30), "weight") == pytest.approx(whole, rel=1e-12)


@given(graph=random_graphs(max_nodes=12))
def test_all_ways_of_counting_agree(graph: Any) -> None:
    """By steps, by ties round by round, and node after node."""
    arrays = snapshot(graph)
    whole = betweenness(arrays.indptr, arrays.indices, None, directed=True)
    ones = np.ones(len(arrays.indices))
    by_ties = betweenness(arrays.indptr, arrays.indices, ones, directed=True)
    np.testing.assert_allclose(by_ties, whole, atol=1e-12)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_paths, "_LEVELS", 0)
        one_by_one = betweenness(arrays.indptr, arrays.indices, None, directed=True)
    np.testing.assert_allclose(one_by_one, whole, atol=1e-12)


def test_steps_are_counted_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """The slow way is not taken where it is not needed."""
    monkeypatch.setattr(_paths, "_by_ties", None)
    assert between(KITE)[7] == pytest.approx(0.38889 * 36, abs=1e-3)


def test_long_chains_are_followed_to_their_end() -> None:
    """400 in a row, more than the levels of a block: k others on one side, 399 - k on the other."""
    found = sums_of(nx.path_graph(400))
    assert found.between.tolist() == [2 * k * (399 - k) for k in range(400)]
    assert found.farthest[:2].tolist() == [399, 398]


def test_lengths_of_very_different_size_stop() -> None:
    """A tie so strong that its length vanishes beside another gives finite numbers."""
    graph: Any = nx.Graph()
    graph.add_weighted_edges_from([(0, 1, 1e-80), (0, 2, 1e-80), (1, 2, 1e80), (2, 3, 1e80)])
    assert all(np.isfinite(list(between(graph, "weight").values())))


@given(graph=random_graphs(max_nodes=12))
def test_cuts_equal_their_definition(graph: Any) -> None:
    """Each node taken out, its part counted again; directions do not matter."""
    found = cuts_of(graph)
    expected = definitions.cut_off(graph)
    assert found.cut_off.tolist() == [expected[node] for node in graph]
    parts = nx.number_connected_components(graph.to_undirected())
    assert found.parts == parts


def test_nodes_that_cut_are_the_articulation_points() -> None:
    """Krackhardt's kite: without 7, the two nodes of its tail are apart; without 8, the last."""
    found = cuts_of(KITE)
    assert np.flatnonzero(found.cut_off).tolist() == sorted(nx.articulation_points(KITE))
    assert found.cut_off[[7, 8]].tolist() == [2, 1]


def test_the_middle_of_a_long_path_cuts_half() -> None:
    """Ten thousand nodes in a row: no recursion, and half of the others are cut off."""
    found = cuts_of(nx.path_graph(10_001))
    assert found.cut_off[5_000] == 5_000
    assert found.cut_off[[0, 1, 10_000]].tolist() == [0, 1, 0]
    assert found.parts == 1
