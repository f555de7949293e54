"""Two-mode centrality against published values, networkx, and the definitions."""

import concurrent.futures
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from networkx.algorithms import bipartite

from abcd.errors import InvalidValueError
from abcd.network import snapshot, two_mode_centrality

from .definitions import Graph
from .two_modes import bipartite_graphs, davis, expected_of_davis, of_mode

# How our fields are called in the reference data.
PUBLISHED = [
    ("degree_centrality", "degree_pub"),
    ("closeness", "closeness_pub"),
    ("betweenness", "betweenness_pub"),
]


@pytest.mark.parametrize(("measure", "id"), PUBLISHED)
def test_davis_as_published(reference_data: Path, measure: str, id: str) -> None:
    """Borgatti & Halgin (2011), two digits, as quoted in the tests of networkx 3.6.1 (0.0101)."""
    found = two_mode_centrality(davis(reference_data))
    published = expected_of_davis(reference_data, id)
    assert len(published) == 32
    for node, value in published.items():
        assert found[node][measure] == pytest.approx(value, abs=0.0101), node


def test_davis_to_four_digits(reference_data: Path) -> None:
    """The domain reference, section 5, from networkx 3.6.1; degrees counted."""
    found = two_mode_centrality(davis(reference_data))
    assert found["Nora Fayette"]["closeness"] == pytest.approx(0.80, abs=5e-5)
    assert found["E8"]["closeness"] == pytest.approx(0.8462, abs=5e-5)
    assert found["E9"]["closeness"] == pytest.approx(0.7857, abs=5e-5)
    between = {
        "E8": 0.2438,
        "E9": 0.2255,
        "Nora Fayette": 0.1135,
        "Evelyn Jefferson": 0.0966,
        "Theresa Anderson": 0.0876,
    }
    for node, value in between.items():
        assert found[node]["betweenness"] == pytest.approx(value, abs=5e-5)
    degrees = dict(zip(found.nodes, found.degree.tolist(), strict=True))
    assert degrees == expected_of_davis(reference_data, "bipartite_degrees")
    assert (found.n, found.n_first, found.n_second, found.caveats) == (32, 18, 14, ())


@given(graph=bipartite_graphs())
def test_networkx_agrees_where_its_definition_is_ours(graph: Graph) -> None:
    """Degree and betweenness always, closeness in one part; networkx 3.6.1, 1e-9."""
    found = two_mode_centrality(graph)
    simple: Graph = nx.Graph(graph)
    first = of_mode(graph, 0)
    if not 0 < len(first) < len(graph):
        assert np.isnan(found.degree_centrality).all()
        return
    degree = bipartite.degree_centrality(simple, first)
    np.testing.assert_allclose(found.degree_centrality, [degree[node] for node in found.nodes])
    defined = ~np.isnan(found.betweenness)
    raw = nx.betweenness_centrality(simple, normalized=False)
    assert all(
        raw[node] == 0 for node, is_in in zip(found.nodes, defined, strict=True) if not is_in
    )
    if defined.all():
        between = bipartite.betweenness_centrality(simple, first)
        expected = [between[node] for node in found.nodes]
        np.testing.assert_allclose(found.betweenness, expected, rtol=1e-9, atol=1e-12)
    if nx.is_connected(simple):
        close = bipartite.closeness_centrality(simple, first)
        np.testing.assert_allclose(found.closeness, [close[node] for node in found.nodes])


@given(graph=bipartite_graphs())
def test_closeness_in_parts(graph: Graph) -> None:
    """By the definition: in its own part, times the share that is reached; never above 1."""
    found = two_mode_centrality(graph)
    simple: Graph = nx.Graph(graph)
    modes = dict(graph.nodes(data="bipartite"))
    for node, value in zip(found.nodes, found.closeness.tolist(), strict=True):
        distances = nx.single_source_shortest_path_length(simple, node)
        if len(distances) == 1:
            assert np.isnan(value)
            continue
        own = sum(modes[other] == modes[node] for other in distances)
        least = len(distances) - own + 2 * (own - 1)
        share = (len(distances) - 1) / (len(graph) - 1)
        assert value == pytest.approx(least / sum(distances.values()) * share, rel=1e-9)
        assert 0 < value <= 1 + 1e-12


def test_networkx_exceeds_one_in_parts() -> None:
    """Two pairs: the nearest anybody can be is 1 step to one of three others."""
    graph: Graph = nx.Graph([("p1", "a"), ("p2", "b")])
    people = ["p1", "p2"]
    ours = two_mode_centrality(graph, first=people)
    assert ours.closeness.tolist() == pytest.approx([1 / 3] * 4)
    theirs = bipartite.closeness_centrality(graph, people)
    assert theirs["p1"] == pytest.approx(4 / 3)


def test_what_is_not_defined() -> None:
    """Isolates, one mode only, modes in which nobody can be between; each with its reason."""
    found = two_mode_centrality(nx.Graph())
    assert [caveat.code for caveat in found.caveats] == ["no-nodes"]
    alone: Graph = nx.Graph()
    alone.add_nodes_from(["p1", "p2"], bipartite=0)
    found = two_mode_centrality(alone)
    assert np.isnan([*found.degree_centrality, *found.closeness, *found.betweenness]).all()
    codes = ["no-distance", "one-mode-empty", "never-between"]
    assert [caveat.code for caveat in found.caveats] == codes
    pair: Graph = nx.Graph([("p1", "a"), ("p2", "a")])
    found = two_mode_centrality(pair, first=["p1", "p2"])
    assert found["a"]["betweenness"] == 1
    assert np.isnan(found["p1"]["betweenness"])
    assert found.caveats[0].data == {"count": 2, "total": 3, "fields": ("betweenness",)}
    pair.add_edge("p3", "b")
    pair.add_node("p4")
    found = two_mode_centrality(pair, first=["p1", "p2", "p3", "p4"])
    assert found["p4"]["degree_centrality"] == found["p4"]["betweenness"] == 0


def test_an_executor_and_a_snapshot_change_nothing(reference_data: Path) -> None:
    """The same digits, from a graph or its arrays, with threads or without."""
    graph = davis(reference_data)
    women = of_mode(graph, 0)
    calls: list[Any] = []

    def progress(items: Any, total: int | None) -> Any:
        calls.append(total)
        return items

    with concurrent.futures.ThreadPoolExecutor(2) as threads:
        found = two_mode_centrality(
            snapshot(graph), first=women, executor=threads, progress=progress
        )
    assert found == two_mode_centrality(graph)
    assert calls
    with pytest.raises(InvalidValueError, match="executor: found"):
        two_mode_centrality(graph, executor=3)  # type: ignore[arg-type]  # the mistake under test
    with pytest.raises(InvalidValueError, match="first: found 'men'"):
        two_mode_centrality(graph, first="men")
