"""Structural holes against published values, other programs, and the definitions."""

import json
import math
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

import abcd
from abcd.errors import InvalidValueError
from abcd.network import StructuralHoles, snapshot, structural_holes

from . import definitions
from .graphs_for_tests import BORGATTI, DIRECTED, KITE, random_graphs, read

MEASURES = ("constraint", "effective_size", "efficiency", "hierarchy", "clustering")


# UCINET and igraph values, checked by hand by the authors of networkx (PR #2378), as in
# networkx 3.6.1 networkx/algorithms/tests/test_structuralholes.py; example of Borgatti (1997).
@pytest.mark.parametrize(
    ("graph", "weight", "measure", "values", "tolerance"),
    [
        (BORGATTI, None, "constraint", {"G": 0.400, "A": 0.595, "C": 1.0}, 1e-3),
        (BORGATTI, "weight", "constraint", {"G": 0.299, "A": 0.795, "C": 1.0}, 1e-3),
        (BORGATTI, None, "effective_size", {"G": 4.67, "A": 2.50, "C": 1.0}, 1e-2),
        (BORGATTI, "weight", "effective_size", {"G": 5.47, "A": 2.47, "C": 1.0}, 1e-2),
        (DIRECTED, None, "constraint", {0: 1.003, 1: 1.003, 2: 1.389}, 1e-3),
        (DIRECTED, "weight", "constraint", {0: 0.840, 1: 1.143, 2: 1.378}, 1e-3),
        (DIRECTED, None, "effective_size", {0: 1.167, 1: 1.167, 2: 1}, 1e-3),
        (DIRECTED, "weight", "effective_size", {0: 1.567, 1: 1.083, 2: 1}, 1e-3),
        # domain reference 5, computed from the formula only: no other program has it.
        (
            BORGATTI,
            None,
            "hierarchy",
            {
                "A": 0.167751,
                "B": 0.073738,
                "F": 0.003425,
                "G": 0.094749,
                "E": 0.003425,
                "D": 0.012748,
                "C": 1.0,
            },
            5e-7,
        ),
    ],
)
def test_published_values(
    graph: Any, weight: str | None, measure: str, values: dict[Any, float], tolerance: float
) -> None:
    """The values that are printed, to the digits printed."""
    found = structural_holes(graph, weight=weight)
    for node, value in values.items():
        assert found[node][measure] == pytest.approx(value, abs=tolerance), node


def test_florentine_families() -> None:
    """Padgett & Ansell (1993) as in networkx 3.6.1; domain reference 5 [C]."""
    found = structural_holes(nx.florentine_families_graph())
    assert found["Medici"]["constraint"] == pytest.approx(0.2099, abs=5e-5)
    assert found["Guadagni"]["constraint"] == pytest.approx(0.25, abs=1e-12)
    assert found["Albizzi"]["constraint"] == pytest.approx(1 / 3, abs=1e-12)
    assert found["Medici"]["effective_size"] == pytest.approx(6 - 2 / 6, abs=1e-12)
    assert np.nan_to_num(found.clustering).mean() == pytest.approx(0.16, abs=1e-12)


def test_karate_club_weighted_and_not() -> None:
    """Zachary (1977) as in networkx 3.6.1, whose edges carry weights; domain reference 5 [C]."""
    found = structural_holes(nx.karate_club_graph())
    expected = {0: 0.1554, 33: 0.1564, 2: 0.1852, 31: 0.2446, 32: 0.2492}
    for node, constraint in expected.items():
        assert found[node]["constraint"] == pytest.approx(constraint, abs=5e-5)
    sizes = {33: 15.2353, 0: 13.75, 32: 9.8333}
    for node, size in sizes.items():
        assert found[node]["effective_size"] == pytest.approx(size, abs=5e-5)
    assert np.nan_to_num(found.clustering).mean() == pytest.approx(0.570638, abs=5e-7)
    weighted = structural_holes(nx.karate_club_graph(), weight="weight")
    assert not np.allclose(weighted.constraint, found.constraint)


@pytest.mark.parametrize("name", ["karate", "florentine", "lesmis", "sampson"])
def test_reference_networks(reference_data: Path, name: str) -> None:
    """Every node of data/network-*/expected.json: networkx 3.6.1, igraph 1.0.0, R."""
    graph = read(reference_data, name)
    text = (reference_data / f"network-{name}" / "expected.json").read_text("utf-8")
    expected = {item["id"]: item["value"] for item in json.loads(text)["expected"]}
    found = structural_holes(graph)
    undirected = structural_holes(graph.to_undirected())
    for node in graph:
        assert found[node]["constraint"] == pytest.approx(expected["constraint"][node], abs=1e-8)
        for measure in ("effective_size", "efficiency"):
            value = pytest.approx(expected[measure][node], rel=1e-8)
            assert undirected[node][measure] == value
    mean = np.nan_to_num(found.clustering).mean()
    assert mean == pytest.approx(expected["average_clustering"], abs=1e-8)


def test_structural_holes_reference_data(reference_data: Path) -> None:
    """All nodes of the two examples, to nine digits."""
    text = (reference_data / "network-structural-holes" / "expected.json").read_text("utf-8")
    expected = {item["id"]: item["value"] for item in json.loads(text)["expected"]}
    plain, weighted = structural_holes(BORGATTI), structural_holes(BORGATTI, weight="weight")
    for node in BORGATTI:
        assert plain[node]["constraint"] == pytest.approx(
            expected["constraint_all"][node], abs=1e-9
        )
        assert plain[node]["effective_size"] == pytest.approx(
            expected["effsize_all"][node], abs=1e-8
        )
        size = pytest.approx(expected["effsize_weighted_all"][node], abs=1e-8)
        assert weighted[node]["effective_size"] == size


@given(graph=random_graphs())
@pytest.mark.parametrize("weight", [None, "weight"])
def test_every_measure_equals_its_definition(graph: Any, weight: str | None) -> None:
    """Graphs of any kind, to 1e-12."""
    found = structural_holes(graph, weight=weight)
    expected = definitions.holes(graph, weight)
    for measure in MEASURES:
        np.testing.assert_allclose(
            getattr(found, measure),
            [expected[node][measure] for node in graph],
            rtol=1e-12,
            atol=1e-12,
            err_msg=measure,
        )
    assert found.nodes == tuple(graph)
    contacts = [len(set(nx.all_neighbors(graph, node)) - {node}) for node in graph]
    assert found.degree.tolist() == contacts


@given(graph=random_graphs())
@pytest.mark.parametrize("weight", [None, "weight"])
def test_constraint_and_size_equal_networkx_where_it_is_right(
    graph: Any, weight: str | None
) -> None:
    """`effective_size` needs `nodes=` there, and nodes with outgoing arcs; loops are ours alone."""
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    if graph.number_of_nodes() == 0:
        return
    found = structural_holes(graph, weight=weight)
    constraint = nx.constraint(graph, weight=weight)
    np.testing.assert_allclose(found.constraint, list(constraint.values()), rtol=1e-9)
    speaking = [node for node in graph if len(graph[node])]
    sizes = nx.effective_size(graph, nodes=speaking, weight=weight)
    for node, size in sizes.items():
        assert found[node]["effective_size"] == pytest.approx(size, rel=1e-9)


def test_the_trap_of_networkx() -> None:
    """Its default `effective_size` gives 5.515 and 2.792 here (3.6.1, scipy 1.17)."""
    found = structural_holes(BORGATTI, weight="weight")
    right = nx.effective_size(BORGATTI, nodes=list(BORGATTI), weight="weight")
    for node, size in right.items():
        assert found[node]["effective_size"] == pytest.approx(size, rel=1e-12)


@given(graph=random_graphs(labels="integers"))
@pytest.mark.parametrize("weight", [None, "weight"])
def test_constraint_and_clustering_equal_igraph(graph: Any, weight: str | None) -> None:
    """igraph agrees on every kind of graph without loops, where it is installed."""
    igraph = pytest.importorskip("igraph", reason="igraph is a second opinion, not needed")
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    places = {node: place for place, node in enumerate(graph)}
    other = igraph.Graph(
        n=len(graph),
        edges=[(places[a], places[b]) for a, b in graph.edges],
        directed=graph.is_directed(),
        edge_attrs={"weight": [value for _, _, value in graph.edges(data="weight")]},
    )
    found = structural_holes(graph, weight=weight)
    if len(graph):
        np.testing.assert_allclose(found.constraint, other.constraint(weights=weight), rtol=1e-9)
    other.to_undirected()
    local = other.transitivity_local_undirected(mode="nan")
    np.testing.assert_allclose(found.clustering, local, rtol=1e-9)


def test_a_large_network_with_hubs_equals_networkx() -> None:
    """Three thousand nodes with hubs of some hundred contacts; size is n - 2 t / n."""
    graph = nx.powerlaw_cluster_graph(3_000, 8, 0.5, seed=2)
    found = structural_holes(graph)
    np.testing.assert_allclose(found.constraint, list(nx.constraint(graph).values()), rtol=1e-10)
    degrees: Any = dict(graph.degree)
    tied: Any = nx.triangles(graph)
    clustering: Any = nx.clustering(graph)
    sizes = [degrees[node] - 2 * tied[node] / degrees[node] for node in graph]
    np.testing.assert_allclose(found.effective_size, sizes, rtol=1e-10)
    np.testing.assert_allclose(found.clustering, list(clustering.values()), rtol=1e-10)


def test_isolates_have_no_measures() -> None:
    """nan, never 0, and one caveat that counts them and names the fields."""
    graph: Any = nx.Graph([("a", "b"), ("b", "c"), ("a", "c")])
    graph.add_nodes_from(["x", "y"])
    found = structural_holes(graph)
    for measure in MEASURES:
        assert math.isnan(found["x"][measure])
        assert not math.isnan(found["a"][measure])
    assert found["x"]["degree"] == 0
    assert (found.n, found.n_defined) == (5, 3)
    (caveat,) = found.caveats
    assert caveat.code == "isolates"
    assert dict(caveat.data) == {"count": 2, "total": 5, "fields": MEASURES}


def test_one_contact_is_all_the_constraint() -> None:
    """Constraint, size and efficiency 1, hierarchy 1 by convention, no pair to be tied."""
    found = structural_holes(nx.star_graph(3))
    leaf = found[1]
    assert [leaf[name] for name in MEASURES[:4]] == [1.0, 1.0, 1.0, 1.0]
    assert math.isnan(leaf["clustering"])
    (caveat,) = found.caveats
    assert (caveat.code, caveat.data["count"]) == ("one-contact", 3)
    assert caveat.data["fields"] == ("clustering",)
    assert found[0]["hierarchy"] == 0.0
    assert found[0]["clustering"] == 0.0


def test_self_loops_do_not_count() -> None:
    """The measures are those of the graph without them; a caveat counts them."""
    graph = BORGATTI.copy()
    graph.add_edge("A", "A", weight=50)
    graph.add_edge("X", "X", weight=50)
    with_loops = structural_holes(graph, weight="weight")
    without = structural_holes(BORGATTI, weight="weight")
    for measure in MEASURES:
        np.testing.assert_array_equal(getattr(with_loops, measure)[:7], getattr(without, measure))
    assert [caveat.code for caveat in with_loops.caveats] == [
        "self-loops",
        "isolates",
        "one-contact",
    ]


def test_arcs_that_only_come_in_are_contacts() -> None:
    """Where networkx with `nodes=` gives nan."""
    graph = nx.DiGraph([("a", "b"), ("c", "b"), ("a", "c")])
    found = structural_holes(graph)
    assert found.directed
    assert found["b"]["degree"] == 2
    np.testing.assert_allclose(found.constraint, structural_holes(nx.Graph(graph)).constraint)


def test_a_returned_tie_counts_twice() -> None:
    """z_ij = a_ij + a_ji, by hand: z = 2 and 1, so C = (2/3)^2 + (1/3)^2."""
    found = structural_holes(nx.DiGraph([("a", "b"), ("b", "a"), ("c", "a")]))
    assert found["a"]["constraint"] == pytest.approx(5 / 9, rel=1e-15)


@pytest.mark.parametrize("made", [nx.Graph, nx.DiGraph])
def test_nothing_and_one_node(made: Any) -> None:
    """No rows with a caveat, and one row of nan."""
    nothing = structural_holes(made())
    assert (len(nothing), nothing.n) == (0, 0)
    assert [caveat.code for caveat in nothing.caveats] == ["no-nodes"]
    assert nothing.columns()["constraint"] == []
    one = made()
    one.add_node("a")
    assert math.isnan(structural_holes(one)["a"]["constraint"])


def test_parts_do_not_see_each_other() -> None:
    """The measures of a disjoint union are those of its parts."""
    union = nx.disjoint_union(KITE, nx.karate_club_graph())
    found = structural_holes(union)
    parts = [structural_holes(KITE), structural_holes(nx.karate_club_graph())]
    for measure in MEASURES:
        joined = np.concatenate([getattr(part, measure) for part in parts])
        np.testing.assert_allclose(getattr(found, measure), joined, rtol=1e-12)


def test_a_snapshot_gives_the_same_answer() -> None:
    """Read once, used with its own weight, which the result names."""
    arrays = snapshot(BORGATTI, weight="weight")
    found = structural_holes(arrays)
    assert found == structural_holes(BORGATTI, weight="weight")
    assert (found.weight, found.method) == ("weight", "Burt 1992")
    assert structural_holes(snapshot(BORGATTI)).weight is None


def test_the_result_is_a_value() -> None:
    """Read-only arrays, a document, rows by label."""
    graph = BORGATTI.copy()
    graph.add_node("X")
    found = structural_holes(graph)
    again = abcd.from_dict(abcd.to_dict(found), StructuralHoles)
    assert again == found
    assert not again.constraint.flags.writeable
    with pytest.raises(abcd.errors.UnknownIdError, match="nodes: found 'Z'"):
        found["Z"]


def test_multigraphs_with_parallel_edges_are_refused() -> None:
    """Their weights are not ignored."""
    with pytest.raises(InvalidValueError, match="found 2 edges between 1 and 2"):
        structural_holes(nx.MultiGraph([(1, 2), (1, 2)]))


def test_contacts_that_were_not_asked_are_said() -> None:
    """In a survey of egos, ties among their contacts are not known."""
    survey: Any = nx.star_graph(3)
    nx.set_node_attributes(survey, {0: "answered", 1: "named only", 2: "named only"}, "status")
    caveat = structural_holes(survey).caveats[-1]
    assert caveat.code == "alters-unasked"
    assert (caveat.data["count"], caveat.data["total"]) == (2, 3)
    survey.nodes[2]["status"] = "answered"
    last = structural_holes(survey).caveats[-1]
    assert (last.code, dict(last.data)) == ("ties-from-others", {"missing": 1, "total": 3})
    survey.nodes[1]["status"] = "answered"
    assert structural_holes(survey).caveats[-1].code == "one-contact"
