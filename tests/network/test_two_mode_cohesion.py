"""Two-mode cohesion against published values, networkx, and the definitions."""

from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from networkx.algorithms import bipartite

from abcd.errors import InvalidValueError
from abcd.network import _incidence, snapshot, two_mode_cohesion

from .definitions import Graph
from .two_modes import bipartite_graphs, davis, expected_of_davis, redundancy_of


def test_davis(reference_data: Path) -> None:
    """Robins & Alexander (2004) print 0.468; 89 of 252 ties; redundancy from networkx 3.6.1."""
    found = two_mode_cohesion(davis(reference_data))
    sizes = [found.n_first, found.n_second, found.n_ties]
    assert sizes == expected_of_davis(reference_data, "shape_pub") == [18, 14, 89]
    assert found.density == pytest.approx(89 / 252, rel=1e-12)
    published = expected_of_davis(reference_data, "robins_alexander_pub")
    assert found.clustering == pytest.approx(published, abs=5e-4)
    redundancy = expected_of_davis(reference_data, "redundancy")
    assert len(redundancy) == 32
    for node, value in redundancy.items():
        assert found[node]["redundancy"] == pytest.approx(value, abs=1e-9), node
    assert found.caveats == ()


@given(graph=bipartite_graphs())
def test_the_definitions(graph: Graph) -> None:
    """Redundancy pair by pair; clustering as networkx 3.6.1 counts it; density from sizes."""
    found = two_mode_cohesion(graph)
    simple: Graph = nx.Graph(graph)
    for node, value in zip(found.nodes, found.redundancy.tolist(), strict=True):
        expected = redundancy_of(graph, node)
        assert value == pytest.approx(
            float("nan") if expected is None else float(expected), nan_ok=True
        )
    clustering = bipartite.robins_alexander_clustering(simple)
    assert (found.clustering or 0) == pytest.approx(clustering, rel=1e-12)
    possible = found.n_first * found.n_second
    assert found.density == (simple.number_of_edges() / possible if possible else None)


@given(graph=bipartite_graphs())
def test_blocks_change_nothing(graph: Graph) -> None:
    """One row at a time, or all at once: the same counts."""
    whole = two_mode_cohesion(graph)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_incidence, "_PRODUCTS", 1)
        assert two_mode_cohesion(graph) == whole


def test_large_numbers_of_rows_are_addressed() -> None:
    """Beyond 32 bits positions are kept in 64."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_incidence, "_SMALL", 1)
        assert two_mode_cohesion(nx.Graph([(1, 9), (2, 9)]), first=[1, 2]).n_ties == 2


def test_what_is_not_defined() -> None:
    """No nodes, one mode only, no path of three ties, contacts too few for a pair."""
    found = two_mode_cohesion(nx.Graph())
    assert (found.density, found.clustering, len(found)) == (None, None, 0)
    codes = ["no-nodes", "one-mode-empty", "no-path-of-three"]
    assert [caveat.code for caveat in found.caveats] == codes
    star: Graph = nx.Graph([("p1", "a"), ("p2", "a")])
    found = two_mode_cohesion(star, first=["p1", "p2"])
    assert (found.density, found.clustering) == (1, None)
    assert found["a"]["redundancy"] == 0
    assert np.isnan(found["p1"]["redundancy"])
    assert [caveat.code for caveat in found.caveats] == ["no-path-of-three", "no-pair-tied"]
    assert found.caveats[1].data == {"count": 2, "total": 3, "fields": ("redundancy",)}


def test_a_path_that_nothing_closes() -> None:
    """Estimable, and 0: that differs from not defined."""
    path: Graph = nx.Graph([("p1", "a"), ("a", "p2"), ("p2", "b")])
    assert two_mode_cohesion(path, first=["p1", "p2"]).clustering == 0


def test_arguments() -> None:
    """A snapshot gives the same as its graph; what is no graph is refused."""
    star: Graph = nx.Graph([("p1", "a"), ("p2", "a")])
    people = ["p1", "p2"]
    assert two_mode_cohesion(snapshot(star), first=people) == two_mode_cohesion(star, first=people)
    junk: Any = {"p1": "a"}
    with pytest.raises(InvalidValueError, match="graph: found a dict of 1"):
        two_mode_cohesion(junk)
