"""Cohesion: values of the domain reference, conventions, and what is not defined."""

from typing import Any

import attrs
import networkx as nx
import numpy as np
import pytest

import abcd
from abcd.errors import InvalidValueError
from abcd.network import Cohesion, cohesion, snapshot

FLORENTINE: Any = nx.florentine_families_graph()
KARATE: Any = nx.karate_club_graph()


def not_defined(found: Cohesion) -> set[str]:
    """Give the fields that the caveats name."""
    return {field for caveat in found.caveats for field in caveat.data.get("fields", ())}


def none_fields(found: Cohesion) -> set[str]:
    """Give the fields that are None although a measure of this kind of graph stands there."""
    kinds = {"strong_components"} | (set() if found.directed else {"reciprocity"})
    names = [field.name for field in attrs.fields(Cohesion)]
    return {name for name in names if getattr(found, name) is None} - kinds


# Domain reference 5 [C], networkx 3.6.1; Freeman's denominators.
@pytest.mark.parametrize(
    ("graph", "values"),
    [
        (
            FLORENTINE,
            {
                "density": 0.190476,
                "mean_clustering": 0.16,
                "transitivity": 0.191489,
                "diameter": 5,
                "mean_distance": 2.485714,
                "degree_centralization": 0.274725,
                "betweenness_centralization": 0.436813,
            },
        ),
        (
            KARATE,
            {
                "density": 0.139037,
                "mean_clustering": 0.570638,
                "transitivity": 0.255682,
                "degree_assortativity": -0.475613,
                "degree_centralization": 0.399621,
                "betweenness_centralization": 0.405557,
            },
        ),
    ],
    ids=["Florentine families", "karate club"],
)
def test_values_of_the_domain_reference(graph: Any, values: dict[str, float]) -> None:
    """To the six digits printed."""
    found = cohesion(graph)
    for field, value in values.items():
        assert getattr(found, field) == pytest.approx(value, abs=5e-7), field
    # Second route for closeness, from the definition: no value is printed.
    near = list(nx.closeness_centrality(graph).values())
    n = len(graph)
    star = (n - 1) * (n - 2) / (2 * n - 3)
    assert found.closeness_centralization == pytest.approx(
        sum(max(near) - at for at in near) / star
    )


def test_cores_of_the_karate_club() -> None:
    """Domain reference 5: the largest core number is 4, of 10 nodes."""
    cores = cohesion(KARATE).core_number
    assert cores.max() == 4
    assert np.count_nonzero(cores == 4) == 10


@pytest.mark.parametrize("n", [3, 4, 10])
def test_a_star_is_most_centralized_and_a_ring_least(n: int) -> None:
    """1 and 0 by all three measures (Freeman 1979)."""
    names = ("degree_centralization", "betweenness_centralization", "closeness_centralization")
    star, ring = cohesion(nx.star_graph(n - 1)), cohesion(nx.cycle_graph(n))
    assert [getattr(star, name) for name in names] == pytest.approx([1.0] * 3)
    assert [getattr(ring, name) for name in names] == pytest.approx([0.0] * 3)


def test_both_conventions_of_clustering() -> None:
    """A triangle with a tail: 1, 1, 1/3, and one who has one contact only."""
    found = cohesion(nx.Graph([(0, 1), (0, 2), (1, 2), (2, 3)]))
    assert found.mean_clustering == pytest.approx((1 + 1 + 1 / 3) / 4)
    assert found.mean_clustering_defined == pytest.approx((1 + 1 + 1 / 3) / 3)
    assert found.transitivity == pytest.approx(3 / 5)


def test_directions() -> None:
    """Density, distances and returned arcs follow directions; parts in two ways."""
    found = cohesion(nx.DiGraph([(0, 1), (1, 0), (1, 2), (3, 2)]))
    assert (found.density, found.reciprocity) == (4 / 12, 0.5)
    assert (found.pairs, found.reachable_pairs, found.reachable_share) == (12, 5, 5 / 12)
    assert (found.mean_distance, found.diameter) == (6 / 5, 2)
    assert (found.components, found.component_sizes) == (1, (4,))
    assert (found.strong_components, found.strong_component_sizes) == (3, (2, 1, 1))
    # A chain of four in either direction.
    chain = cohesion(nx.path_graph(4))
    for name in ("degree_centralization", "betweenness_centralization", "closeness_centralization"):
        assert getattr(found, name) == pytest.approx(getattr(chain, name))
    codes = [caveat.code for caveat in found.caveats]
    assert codes == ["pairs-without-path"]
    assert found.caveats[0].data["count"] == 7


def test_parts_are_numbered_by_size() -> None:
    """The largest is 1; of equal ones, the one that comes first."""
    graph = nx.Graph([("c", "d"), ("a", "b"), ("e", "f"), ("f", "g")])
    graph.add_node("h")
    found = cohesion(graph)
    parts = dict(zip(found.nodes, found.component.tolist(), strict=True))
    assert parts == {"c": 2, "d": 2, "a": 3, "b": 3, "e": 1, "f": 1, "g": 1, "h": 4}
    assert found.component_sizes == (3, 2, 2, 1)
    assert found.closeness_centralization is None
    assert found.betweenness_centralization is not None


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph])
@pytest.mark.parametrize(
    "edges",
    [
        [],
        [("a", "a")],
        [("a", "b")],
        [("a", "b"), ("c", "d")],
        [("a", "b"), ("b", "c"), ("a", "c")],
    ],
    ids=["no ties", "a self-loop", "a pair", "two pairs", "a triangle"],
)
@pytest.mark.parametrize("alone", [0, 1, 2])
def test_what_is_none_has_a_caveat(kind: Any, edges: Any, alone: int) -> None:
    """Every None is named by a caveat, and nothing else is."""
    graph = kind(edges)
    graph.add_nodes_from(range(alone))
    found = cohesion(graph)
    assert none_fields(found) == not_defined(found)
    assert all(caveat.message("id") for caveat in found.caveats)


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph])
def test_large_networks_are_not_searched_unless_asked_for(kind: Any) -> None:
    """What needs all shortest paths is None, and the caveat says how to get it."""
    graph = nx.path_graph(5, create_using=kind)
    found = cohesion(graph, distances_up_to=4)
    assert found.mean_distance is None
    assert found.diameter is None
    assert found.transitivity == 0
    assert none_fields(found) == not_defined(found)
    caveat = next(caveat for caveat in found.caveats if caveat.code == "too-large")
    fields = caveat.data["fields"]
    # Long lists are shortened in words; four names are no long list.
    shown = ", ".join(fields) if len(fields) == 4 else f"{', '.join(fields[:3])} and 3 more"
    assert caveat.message() == (
        f"Nodes: 5. The shortest paths between all pairs were not searched ({shown}); "
        "a limit above 4 in 'distances_up_to' asks for them."
    )
    assert (found.reachable_pairs is None) == found.directed
    assert cohesion(graph, distances_up_to=5).mean_distance == 2


def test_self_loops_are_left_out() -> None:
    """And counted in a caveat."""
    graph = nx.Graph([(0, 1), (1, 1)])
    found = cohesion(graph)
    assert (found.ties, found.density, found.caveats[0].code) == (1, 1.0, "self-loops")


def test_the_result_is_a_value() -> None:
    """A row a node, a document, one answer for a graph and its snapshot."""
    found = cohesion(FLORENTINE)
    assert found["Medici"] == {"nodes": "Medici", "component": 1, "core_number": 2}
    assert abcd.from_dict(abcd.to_dict(found), Cohesion) == found
    assert cohesion(snapshot(FLORENTINE)) == found


@pytest.mark.parametrize("limit", [-1, 1.5, "5", None, True])
def test_a_limit_is_a_whole_number(limit: Any) -> None:
    """Anything else is refused."""
    with pytest.raises(InvalidValueError, match="distances_up_to: found"):
        cohesion(nx.Graph(), distances_up_to=limit)
