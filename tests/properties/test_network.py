"""Laws of networks: labels, order and units do not matter, parts add up, bounds hold."""

import random
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd import Community
from abcd.errors import AbcdError
from abcd.network import Response, connectors, graph, snapshot, structural_holes

from ..network.graphs_for_tests import random_graphs
from ..strategies import communities

MEASURES = ("constraint", "effective_size", "efficiency", "hierarchy", "clustering")
WEIGHTS = pytest.mark.parametrize("weight", [None, "weight"])


def measures(network: Any, weight: str | None) -> dict[Any, list[float]]:
    """Give the measures of each node."""
    found = structural_holes(network, weight=weight)
    columns = [getattr(found, name).tolist() for name in MEASURES]
    return dict(zip(found.nodes, map(list, zip(*columns, strict=True)), strict=True))


def assert_close(left: dict[Any, list[float]], right: dict[Any, list[float]]) -> None:
    """Compare the measures of equal nodes, nan with nan."""
    assert set(left) == set(right)
    for node, values in left.items():
        np.testing.assert_allclose(values, right[node], rtol=1e-9, atol=1e-12)


@WEIGHTS
@given(network=random_graphs(), seed=st.integers(0, 2**32))
def test_labels_and_order_do_not_matter(network: Any, weight: str | None, seed: int) -> None:
    """New names, and nodes and edges added in another order, leave every measure as it was."""
    nodes = list(network)
    random.Random(seed).shuffle(nodes)
    names = {node: f"n{place}" for place, node in enumerate(nodes)}
    turned = type(network)()
    turned.add_nodes_from(names.values())
    edges = [(names[a], names[b], data) for a, b, data in network.edges(data=True)]
    random.Random(seed).shuffle(edges)
    turned.add_edges_from(edges)
    renamed = {names[node]: values for node, values in measures(network, weight).items()}
    assert_close(measures(turned, weight), renamed)
    one, other = connectors(network, weight=weight), connectors(turned, weight=weight)
    positions = {
        names[node]: (rank, cut)
        for node, rank, cut in zip(one.nodes, one.rank, one.cut_off, strict=True)
    }
    turned_positions = zip(other.rank, other.cut_off, strict=True)
    assert positions == dict(zip(other.nodes, turned_positions, strict=True))


@given(network=random_graphs(), factor=st.sampled_from([0.1, 3, 1e-6, 1e9]))
def test_units_of_strength_do_not_matter(network: Any, factor: float) -> None:
    """All strengths times the same number: every measure is one of shares."""
    scaled = network.copy()
    for data in scaled.edges.values():
        data["weight"] *= factor
    assert_close(measures(scaled, "weight"), measures(network, "weight"))
    one, other = connectors(network, weight="weight"), connectors(scaled, weight="weight")
    assert one.nodes == other.nodes
    np.testing.assert_allclose(one.betweenness, other.betweenness, rtol=1e-9)


@WEIGHTS
@given(left=random_graphs(max_nodes=6), right=random_graphs(max_nodes=6))
def test_a_disjoint_union_has_the_measures_of_its_parts(
    left: Any, right: Any, weight: str | None
) -> None:
    """What is measured on one part does not depend on another."""
    if left.is_directed() != right.is_directed():
        right = right.to_directed() if left.is_directed() else type(left)(right)
    union = nx.union(left, right, rename=("left", "right"))
    parts = {f"left{node}": values for node, values in measures(left, weight).items()}
    parts |= {f"right{node}": values for node, values in measures(right, weight).items()}
    if len(parts) == len(union):
        assert_close(measures(union, weight), parts)


@WEIGHTS
@given(network=random_graphs())
def test_bounds(network: Any, weight: str | None) -> None:
    """Shares lie between 0 and 1, sizes between 1 and the degree, constraint above 0."""
    found = structural_holes(network, weight=weight)
    tied = found.degree > 0
    assert np.all(found.constraint[tied] > 0)
    # Each p_ij + sum_q p_iq p_qj is at most 1, and over all j they add up to at most 2.
    assert np.all(found.constraint[tied] <= 2 + 1e-12)
    assert np.all(found.effective_size[tied] <= found.degree[tied] + 1e-12)
    assert np.all(found.efficiency[tied] > 0)
    for name in ("hierarchy", "clustering"):
        values = getattr(found, name)[~np.isnan(getattr(found, name))]
        assert np.all((values >= 0) & (values <= 1))
    for name in MEASURES[:4]:
        assert np.array_equal(np.isnan(getattr(found, name)), ~tied)
    assert np.array_equal(np.isnan(found.clustering), found.degree < 2)
    between = connectors(network, weight=weight).betweenness
    between = between[~np.isnan(between)]
    assert np.all((between >= 0) & (between <= 1 + 1e-12))


@given(network=random_graphs(), weight=st.sampled_from([None, "weight"]))
def test_a_snapshot_answers_like_its_graph(network: Any, weight: str | None) -> None:
    """The one-at-a-time path and the one that reads once agree exactly."""
    arrays = snapshot(network, weight=weight)
    assert structural_holes(arrays) == structural_holes(network, weight=weight)
    assert connectors(arrays) == connectors(network, weight=weight)


@given(
    community=communities(),
    directed=st.booleans(),
    nodes=st.sampled_from(["people", "organizations", "assets", "places", "all"]),
)
def test_any_community_has_a_graph(community: Community, directed: bool, nodes: str) -> None:
    """Nothing is lost: each tie is in the graph or counted outside; who answered is said."""
    made = graph(community, kinds="all", waves="all", combine="max", nodes=nodes, directed=directed)
    assert made.graph["ties"] + made.graph["ties_outside"] == len(community.ties)
    counted = sum(data["ties"] for data in made.edges.values())
    arcs = [1 if tie.directed or not directed else 2 for tie in community.ties]
    assert counted == sum(
        arc
        for arc, tie in zip(arcs, community.ties, strict=True)
        if tie.source in made and tie.target in made
    )
    people = {person.id for person in community.people} & set(made)
    status = {node: data.get("status") for node, data in made.nodes(data=True) if node in people}
    recorded = any(tie.reported_by for tie in community.ties) or any(
        person.asked_on or person.interviewed_on for person in community.people
    )
    if not recorded:
        assert set(status.values()) <= {None}
        return
    assert set(status.values()) <= {code.value for code in Response}
    # Who spoke of an own contact: the reporter at one end, or the source of an arc without any.
    speakers = [
        tie.reported_by or (tie.source if tie.directed else None)
        for tie in community.ties
        if tie.reported_by in (None, tie.source, tie.target)
    ]
    answered = {person.id for person in community.people if person.interviewed_on}
    answered |= {speaker for speaker in speakers if speaker}
    for node, code in status.items():
        assert (code in ("answered", "named nobody")) == (node in answered)


JUNK = st.one_of(st.none(), st.integers(), st.floats(), st.text(max_size=3), st.booleans())


@given(network=random_graphs(max_nodes=4), junk=JUNK)
def test_junk_on_edges_and_nodes_is_refused_or_read(network: Any, junk: Any) -> None:
    """Whatever stands in an attribute or in the place of an argument, only errors of ours."""
    for a, b in list(network.edges)[:1]:
        network.edges[a, b]["weight"] = junk
    for node in list(network)[:1]:
        network.nodes[node].update(status=junk, offices=junk, organizations=junk, named=junk)
    errors: list[AbcdError] = []
    for arguments in ({"weight": "weight"}, {"weight": junk}, {"group": junk}, {"limit": junk}):
        try:
            connectors(network, **arguments)
        except AbcdError as error:
            errors.append(error)
    assert all(str(error) for error in errors)
