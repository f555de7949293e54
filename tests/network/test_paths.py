"""Betweenness and cuts, on plain arrays, against definitions."""

from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from abcd.network import _paths, snapshot
from abcd.network._contacts import contacts_of
from abcd.network._paths import Cuts, betweenness, cuts

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


def test_batches_do_not_change_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    """One source at a time, three, or all."""
    graph = nx.karate_club_graph()
    whole = between(graph)
    for cells in (1, 3 * 34, 1 << 20):
        monkeypatch.setattr(_paths, "_CELLS", cells)
        assert between(graph) == pytest.approx(whole, rel=1e-12)


def test_more_paths_than_a_float_can_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chain of 1,100 diamonds has 2^1100 shortest paths; every middle carries half of them."""
    monkeypatch.setattr(_paths, "_SOURCES", 1)
    graph: Any = nx.DiGraph()
    for step in range(1_100):
        for side in ("left", "right"):
            graph.add_edge(f"m{step}", f"{side}{step}")
            graph.add_edge(f"{side}{step}", f"m{step + 1}")
    arrays = snapshot(graph)
    sources = np.array([0])
    onward = (arrays.indptr, arrays.indices)
    assert _paths._in_batches(*onward) is None
    rows = _paths._as_lists(*onward, np.ones(len(arrays.indices)))
    shares = dict(_paths._shares(rows, int(sources[0])))
    place = {node: at for at, node in enumerate(arrays.ids)}
    # From m0, left1099 carries half of the paths to m1100, and the end of its own.
    assert shares[place["left1099"]] == pytest.approx(0.5)
    assert shares[place["m1"]] == pytest.approx(3 * 1_099)


def test_all_sources_fall_back_where_paths_can_not_be_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The slow way gives the same sums."""
    whole = between(KITE)
    monkeypatch.setattr(_paths, "_in_batches", lambda *arrays: None)
    assert between(KITE) == pytest.approx(whole, rel=1e-12)


def test_steps_are_counted_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """The slow way is not taken where it is not needed."""
    monkeypatch.setattr(_paths, "_as_lists", None)
    assert between(KITE)[7] == pytest.approx(0.38889 * 36, abs=1e-3)


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
