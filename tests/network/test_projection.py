"""Projections against published values, networkx, igraph, and the definitions."""

import copy
import pickle
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from networkx.algorithms import bipartite

import abcd
from abcd.errors import AbcdError, InvalidValueError, UnknownIdError
from abcd.network import Projection, project, snapshot, structural_holes

from .definitions import Graph
from .two_modes import bipartite_graphs, davis, expected_of_davis, of_mode, pairs_of

# Invented: three pray together, two of them save together, one does neither.
VILLAGE: Graph = nx.Graph()
VILLAGE.add_nodes_from(["Ani", "Budi", "Citra", "Dewi"], bipartite=0, mode="people")
VILLAGE.add_nodes_from(["mosque", "savings", "choir"], bipartite=1, mode="groups")
VILLAGE.add_edges_from([("Ani", "mosque"), ("Budi", "mosque"), ("Citra", "mosque")])
VILLAGE.add_edges_from([("Ani", "savings"), ("Budi", "savings"), ("Citra", "choir")])


def test_davis(reference_data: Path) -> None:
    """139 of 153 pairs of women are tied, 322 shared events; 66 pairs of events, 214 women."""
    graph = davis(reference_data)
    women = project(graph, "women")
    found = [women.n_pairs, int(women.count.sum()), int(women.count.max())]
    assert found == expected_of_davis(reference_data, "projection_women") == [139, 322, 7]
    assert women.density == pytest.approx(139 / 153, rel=1e-12)
    partners = women["Evelyn Jefferson"]
    shared = dict(zip(partners["partners"], partners["shared"], strict=True))
    # Counted in attendance.csv.
    together = ("E1", "E2", "E3", "E4", "E5", "E6", "E8", "E9")
    assert len(shared["Theresa Anderson"]) == 7
    assert set(shared["Theresa Anderson"]) < set(together)
    events = project(graph, 1)
    assert [events.n_pairs, int(events.count.sum())] == expected_of_davis(
        reference_data, "projection_events"
    )
    assert (women.onto, events.onto) == ("women", "events")
    assert [caveat.code for caveat in women.caveats] == ["projection-saturated"]
    assert women.caveats[0].data == {"tied": 139, "pairs": 153}


def test_a_small_village() -> None:
    """By hand: Ani and Budi share 2 of 2; the mosque's members divide a time of 1 by 2."""
    made = project(VILLAGE, 0)
    assert made.columns() == {
        "source": ["Ani", "Ani", "Budi"],
        "target": ["Budi", "Citra", "Citra"],
        "count": [2, 1, 1],
        "newman": [1.5, 0.5, 0.5],
        "jaccard": [1.0, pytest.approx(1 / 3), pytest.approx(1 / 3)],
        "shared": [("mosque", "savings"), ("mosque",), ("mosque",)],
    }
    assert made.shared == (("mosque", "savings"), ("mosque",), ("mosque",))
    assert made["Citra"] == {
        "node": "Citra",
        "belongs_to": ("mosque", "choir"),
        "partners": ("Ani", "Budi"),
        "count": (1, 1),
        "newman": (0.5, 0.5),
        "jaccard": (pytest.approx(1 / 3), pytest.approx(1 / 3)),
        "shared": (("mosque",), ("mosque",)),
    }
    assert made["Dewi"]["partners"] == ()
    assert list(made) == made.records()
    assert (len(made), made.n, made.n_pairs, made.n_alone, made.density) == (3, 4, 3, 1, 0.5)
    assert [caveat.code for caveat in made.caveats] == ["projection-saturated", "no-partner"]


def test_what_has_one_member_ties_nobody() -> None:
    """The choir has one member: no division by zero, no tie, no weight."""
    made = project(VILLAGE, "groups")
    assert made.columns()["source"] == ["mosque", "mosque"]
    assert made.columns()["shared"] == [("Ani", "Budi"), ("Citra",)]
    assert made["savings"]["count"] == (2,)


def test_the_graph_is_an_ordinary_one() -> None:
    """Weights and reasons are attributes, and all nodes are there."""
    made = project(VILLAGE, "people").graph()
    assert list(made) == ["Ani", "Budi", "Citra", "Dewi"]
    assert made.graph == {"onto": "people"}
    assert made["Ani"]["Budi"] == {
        "count": 2,
        "newman": 1.5,
        "jaccard": 1.0,
        "shared": "mosque; savings",
    }
    assert project(VILLAGE, ["Ani", "Budi", "Citra", "Dewi"]).graph().graph == {"onto": ""}


@pytest.mark.parametrize("weight", [None, "count", "newman", "jaccard"])
def test_the_arrays_are_those_of_the_graph(weight: Any) -> None:
    """No graph is needed between a projection and a measure."""
    made = project(VILLAGE, 0)
    assert made.snapshot(weight=weight) == snapshot(made.graph(), weight=weight)
    assert structural_holes(made.snapshot(weight=weight)).n == 4
    with pytest.raises(InvalidValueError, match="weight: found 'strength'; accepted: 'count', "):
        made.snapshot(weight="strength")  # type: ignore[arg-type]  # the mistake under test


def test_networkx_and_igraph_agree(reference_data: Path) -> None:
    """networkx 3.6.1 and igraph 1.0: counts, Newman's weights, Jaccard's index."""
    graph = davis(reference_data)
    women = of_mode(graph, 0)
    made = project(graph, 0)
    counts = bipartite.weighted_projected_graph(graph, women)
    newman = bipartite.collaboration_weighted_projected_graph(graph, women)
    jaccard = bipartite.overlap_weighted_projected_graph(graph, women)
    for row in made:
        ends = row["source"], row["target"]
        assert row["count"] == counts.edges[ends]["weight"]
        assert row["newman"] == pytest.approx(newman.edges[ends]["weight"], rel=1e-12)
        assert row["jaccard"] == pytest.approx(jaccard.edges[ends]["weight"], rel=1e-12)
    assert counts.number_of_edges() == len(made)
    other = igraph.Graph.from_networkx(graph)
    other.vs["type"] = [mode == 1 for mode in other.vs["bipartite"]]
    projected = other.bipartite_projection(which=0)
    assert sorted(projected.es["weight"]) == sorted(made.count.tolist())


@given(graph=bipartite_graphs())
def test_the_definitions(graph: Graph) -> None:
    """Every tied pair, no other, with exact weights and reasons."""
    for mode in (0, 1):
        nodes = of_mode(graph, mode)
        made = project(graph, mode)
        expected = pairs_of(graph, nodes)
        assert made.nodes == tuple(nodes)
        assert {frozenset((row["source"], row["target"])) for row in made} == set(expected)
        for row in made:
            shared, newman, jaccard = expected[frozenset((row["source"], row["target"]))]
            assert set(row["shared"]) == shared
            assert row["count"] == len(row["shared"]) == len(shared)
            assert row["newman"] == pytest.approx(float(newman), rel=1e-12)
            assert row["jaccard"] == pytest.approx(float(jaccard), rel=1e-12)


def test_a_snapshot_and_a_graph_give_the_same() -> None:
    """A snapshot has no attributes: the nodes of the mode are named."""
    people = ["Ani", "Budi", "Citra", "Dewi"]
    assert project(snapshot(VILLAGE), people) == project(VILLAGE, people)
    assert project(VILLAGE.to_directed(), people) == project(VILLAGE, people)
    for onto in (0, "people"):
        with pytest.raises(InvalidValueError, match="a snapshot does not say which node is of wh"):
            project(snapshot(VILLAGE), onto)


@pytest.mark.parametrize(
    ("onto", "message"),
    [
        (2, r"onto: found int; accepted: 0 or 1, the name of a mode, or the nodes of a mode"),
        (True, "onto: found bool"),
        (None, "onto: found None"),
        (b"ab", "onto: found 2 bytes"),
        ("women", "onto: found 'women'; .* attribute 'mode' of the nodes: 'groups' or 'people'"),
        (["Ani", "Eko"], r"onto\[1\]: found 'Eko'; accepted: a node of the graph: 'Ani', "),
        ([None], r"onto\[0\]: found None; accepted: a node of the graph"),
        ([["Ani"]], r"onto\[0\]: found a list of 1"),
        (["Ani"], "g: found an edge between 'Budi' and 'mosque', which are of one mode; accepted"),
    ],
)
def test_modes_that_can_not_be_told(onto: Any, message: str) -> None:
    """The argument, the node or the edge is named."""
    with pytest.raises(InvalidValueError, match=message):
        project(VILLAGE, onto)


def test_an_edge_inside_a_mode_is_named() -> None:
    """Such a graph is no two-mode network."""
    graph = VILLAGE.copy()
    graph.add_edge("Ani", "Budi")
    with pytest.raises(InvalidValueError, match="an edge between 'Ani' and 'Budi'") as caught:
        project(graph, 0)
    assert caught.value.faults[0].code == "one-mode-edge"


@pytest.mark.parametrize("value", [None, 2, True, 1.0, "0"])
def test_a_node_of_no_mode_is_named(value: Any) -> None:
    """Nothing is guessed from the ties."""
    graph = VILLAGE.copy()
    graph.nodes["Dewi"]["bipartite"] = value
    message = "attribute 'bipartite' of the node 'Dewi': found .*; accepted: 0 or 1 for each node"
    with pytest.raises(InvalidValueError, match=message):
        project(graph, 0)


def test_edge_cases() -> None:
    """Empty graphs, one node, self-loops, integers as labels, names that differ in a mode."""
    empty = project(nx.Graph(), 0)
    assert (empty.n, empty.density, len(empty)) == (0, None, 0)
    assert [caveat.code for caveat in empty.caveats] == ["no-pair-in-mode"]
    one: Graph = nx.Graph()
    one.add_node(1, bipartite=0)
    assert project(one, 0).density is None
    assert project(one, 1).nodes == ()
    loops: Graph = nx.Graph([(1, 9), (2, 9), (1, 1)])
    made = project(loops, [1, 2])
    assert made.columns()["count"] == [1]
    assert [caveat.code for caveat in made.caveats] == ["self-loops"]
    mixed = VILLAGE.copy()
    mixed.nodes["Ani"]["mode"] = "women"
    mixed.nodes["mosque"]["mode"] = mixed.nodes["choir"]["mode"] = 3
    mixed.nodes["savings"]["mode"] = 3
    assert (project(mixed, 0).onto, project(mixed, 1).onto) == (None, None)


def test_unknown_ids() -> None:
    """The nearest ones are named; True is no 1."""
    with pytest.raises(UnknownIdError, match="nodes: found 'Any'; accepted: 'Ani', "):
        project(VILLAGE, 0)["Any"]
    numbered = project(nx.Graph([(1, 9), (2, 9)]), [1, 2])
    assert numbered[np.int64(1)]["partners"] == (2,)  # type: ignore[index]  # read like 1
    with pytest.raises(UnknownIdError, match="found True; accepted: one of 2 whole numbers"):
        numbered[True]


def test_it_is_a_value() -> None:
    """It compares, copies, pickles and goes through a document; its arrays are read-only."""
    made = project(VILLAGE, 0)
    other = project(VILLAGE, 1)
    assert made != other
    for twin in (
        copy.deepcopy(made),
        pickle.loads(pickle.dumps(made)),
        abcd.from_dict(abcd.to_dict(made), Projection),
    ):
        assert twin == made
        assert twin.newman.tolist() == [1.5, 0.5, 0.5]
    for name in ("sources", "targets", "count", "newman", "jaccard", "indptr", "indices"):
        assert not getattr(made, name).flags.writeable
        assert not getattr(pickle.loads(pickle.dumps(made)), name).flags.writeable
    assert "Ani" in str(made)
    assert "<td>Ani</td>" in made._repr_html_()
    assert "Ani" not in repr(made)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"nodes": ("a", "a")}, "nodes: found 2 values; accepted: text or integers, each once"),
        ({"through": (1.5,)}, "through: found 1 values"),
        ({"indptr": [0, 1]}, "indptr: found 2 and 3 positions; accepted: 3 rising ones, and "),
        ({"indptr": [[0, 1, 3]]}, "indptr: found 3 and 3 positions"),
        ({"indptr": [0, 1, 2]}, "indptr: "),
        ({"indptr": [1, 1, 3]}, "indptr: "),
        ({"indptr": [0, 4, 3]}, "indptr: "),
        ({"indices": [[0, 0, 1]]}, "indptr: "),
        ({"indices": [0, 0, 2]}, "indptr: "),
        ({"indices": [-1, 0, 1]}, "indptr: "),
        ({"indices": [0, 1, 0]}, "indptr: "),
        ({"sources": [1]}, "sources: found 1 others; accepted: what the memberships give, 1 val"),
        ({"targets": [[1]]}, "targets: found 1 others"),
        ({"count": [2]}, "count: found 1 others"),
        ({"count": []}, "count: found 0 others"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(changes: dict[str, Any], message: str) -> None:
    """Two people, three memberships, one pair."""
    fields: dict[str, Any] = {
        "sources": [0],
        "targets": [1],
        "count": [1],
        "nodes": ("a", "b"),
        "through": ("x", "y"),
        "indptr": [0, 1, 3],
        "indices": [0, 0, 1],
        "onto": None,
        "density": 1.0,
        "method": "count",
        "n": 2,
        "n_pairs": 1,
        "n_alone": 0,
    }
    assert Projection(**fields)["a"]["shared"] == (("x",),)
    with pytest.raises(AbcdError, match=message):
        Projection(**{**fields, **changes})
