"""Modularity of given groups, and divisions compared, against other programs and definitions."""

from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd.errors import InvalidValueError
from abcd.network import modularity
from abcd.network._partitions import adjusted_rand, numbered, overlap

from .graphs_for_tests import random_graphs
from .test_network_references import network


def test_karate_club() -> None:
    """data/network-karate, domain reference 5: 0.358234714, with weights 0.391438."""
    graph = nx.karate_club_graph()
    found = modularity(graph, "club")
    assert found.modularity == pytest.approx(0.358234714, abs=1e-9)
    assert (found.groups, found.n, found.group, found.caveats) == (2, 34, "club", ())
    weighted = modularity(graph, "club", weight="weight")
    assert weighted.modularity == pytest.approx(0.391438, abs=5e-7)


def test_karate_club_as_usually_quoted() -> None:
    """With node 8 on the officer's side 0.371466, with weights 0.403628: domain reference 5."""
    graph = nx.karate_club_graph()
    clubs = {**dict(graph.nodes(data="club")), 8: "Officer"}
    assert modularity(graph, clubs).modularity == pytest.approx(0.371466, abs=5e-7)
    weighted = modularity(graph, clubs, weight="weight")
    assert weighted.modularity == pytest.approx(0.403628, abs=5e-7)


def test_doctors(reference_data: Path) -> None:
    """data/network-doctors: by city, undirected, 0.614861111."""
    graph = network(reference_data, "doctors").to_undirected()
    cities = [node.split("-")[0] for node in graph]
    assert modularity(graph, cities).modularity == pytest.approx(0.614861111, abs=1e-9)


@pytest.mark.parametrize("resolution", [1, 0.5, 2])
@pytest.mark.parametrize("weight", [None, "weight"])
@given(graph=random_graphs(), data=st.data())
def test_equals_networkx_and_igraph(
    resolution: float, weight: str | None, graph: Any, data: Any
) -> None:
    """networkx and igraph 1.0.0 on graphs of any kind, without self-loops."""
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    drawn = st.lists(st.integers(0, 3), min_size=len(graph), max_size=len(graph))
    groups = data.draw(drawn)
    found = modularity(graph, groups, weight=weight, resolution=resolution)
    if not graph.number_of_edges():
        assert found.modularity is None
        assert "no-ties" in [caveat.code for caveat in found.caveats]
        return
    sets = [
        {node for node, code in zip(graph, groups, strict=True) if code == one} for one in range(4)
    ]
    other = nx.community.modularity(graph, sets, weight=weight, resolution=resolution)
    assert found.modularity == pytest.approx(other, abs=1e-9)
    place = {node: at for at, node in enumerate(graph)}
    edges = [(place[a], place[b]) for a, b in graph.edges]
    same = igraph.Graph(len(graph), edges, directed=graph.is_directed())
    weights = None if weight is None else [value for *_, value in graph.edges(data=weight)]
    third = same.modularity(groups, weights=weights, resolution=resolution, directed=True)
    assert found.modularity == pytest.approx(third, abs=1e-9)


def test_nodes_without_a_group_are_in_none() -> None:
    """a-b inside, b-c to nobody known: 1/2 - ((3/4)^2) by the definition, with m = 2."""
    graph = nx.path_graph(["a", "b", "c"])
    found = modularity(graph, {"a": 1, "b": 1})
    assert found.modularity == pytest.approx(1 / 2 - (3 / 4) ** 2)
    assert (found.n, found.groups, found.group) == (2, 1, None)
    assert found.caveats[0].code == "group-unknown-ties"
    assert found.caveats[0].data == {"count": 1, "total": 3, "ties": 1}


def test_no_nodes() -> None:
    """Nothing to score."""
    found = modularity(nx.Graph(), [])
    assert [caveat.code for caveat in found.caveats] == ["no-nodes", "no-ties"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"group": "hamlet"}, "group: found 'hamlet'"),
        ({"group": [1]}, "group: found 1 values; accepted: a value for each of 3"),
        ({"group": [1, 1, 1], "resolution": -1}, "resolution: found -1; accepted: a number above"),
    ],
)
def test_refused(arguments: dict[str, Any], message: str) -> None:
    """Each argument is named."""
    with pytest.raises(InvalidValueError, match=message):
        modularity(nx.path_graph(3), **arguments)


# --- divisions -----------------------------------------------------------------------------------


def test_groups_are_numbered_by_size_and_first_node() -> None:
    """Sets in any order give the same numbers."""
    assert numbered([{4}, {3, 1}, {0, 2}], 5).tolist() == [0, 1, 0, 1, 2]
    assert numbered([{0, 2}, {4}, {1, 3}], 5).tolist() == [0, 1, 0, 1, 2]


def test_adjusted_rand_index_of_an_example() -> None:
    """From the definition: 2 pairs together in both, 4 and 3 in one, 15 in all.

    (2 - 4 * 3 / 15) / (3.5 - 4 * 3 / 15) = 1.2 / 2.7; igraph 1.0.0 compare_communities gives
    the same.
    """
    one, other = np.array([0, 0, 0, 1, 1, 2]), np.array([0, 0, 1, 2, 2, 1])
    assert adjusted_rand(one, other) == pytest.approx(1.2 / 2.7)
    same = igraph.compare_communities(one.tolist(), other.tolist(), method="adjusted_rand")
    assert adjusted_rand(one, other) == pytest.approx(same)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=12))
def test_overlap_and_rand_index_by_their_definitions(rows: list[tuple[int, int]]) -> None:
    """Sets of nodes, one node after the other."""
    one = np.array([row[0] for row in rows], np.int64)
    other = np.array([row[1] for row in rows], np.int64)
    nodes = range(len(rows))
    for node, value in zip(nodes, overlap(one, other).tolist(), strict=True):
        first = {at for at in nodes if one[at] == one[node]}
        second = {at for at in nodes if other[at] == other[node]}
        assert value == pytest.approx(len(first & second) / len(first | second))
    assert adjusted_rand(one, one) == 1
    assert adjusted_rand(one, other) == pytest.approx(adjusted_rand(other, one))
    assert adjusted_rand(one, other) <= 1
