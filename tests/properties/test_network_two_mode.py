"""Laws of two-mode networks, layers and arrays: labels do not matter, parts add up, ways agree."""

import random
from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from abcd import Community, Cycle, Person
from abcd.errors import AbcdError
from abcd.network import (
    graph,
    layers,
    project,
    snapshot,
    snapshot_of,
    two_mode,
    two_mode_centrality,
    two_mode_cohesion,
)

from ..network.definitions import Graph
from ..network.two_modes import bipartite_graphs, of_mode
from ..strategies import communities, values

ROWS = ("degree_centrality", "closeness", "betweenness")


def pairs(network: Graph) -> dict[frozenset[Any], tuple[Any, ...]]:
    """Give what ties each pair of the first mode."""
    made = project(network, 0)
    return {
        frozenset((row["source"], row["target"])): (
            row["count"],
            round(row["newman"], 9),
            round(row["jaccard"], 9),
            frozenset(row["shared"]),
        )
        for row in made
    }


def measures(network: Graph) -> dict[Any, list[float]]:
    """Give the measures of each node."""
    central, cohesive = two_mode_centrality(network), two_mode_cohesion(network)
    columns = [getattr(central, name).tolist() for name in ROWS]
    rows = zip(*columns, cohesive.redundancy.tolist(), strict=True)
    return dict(zip(central.nodes, map(list, rows), strict=True))


@given(network=bipartite_graphs(), seed=st.integers(0, 2**32))
def test_labels_and_order_do_not_matter(network: Graph, seed: int) -> None:
    """New names, and another order, leave every tie and every measure as it was."""
    nodes = list(network)
    random.Random(seed).shuffle(nodes)
    names = {node: f"n{place}" for place, node in enumerate(nodes)}
    turned: Graph = nx.Graph()
    turned.add_nodes_from((names[node], network.nodes[node]) for node in nodes)
    edges = [(names[b], names[a]) for a, b in network.edges()]
    random.Random(seed).shuffle(edges)
    turned.add_edges_from(edges)
    renamed = {
        frozenset(names[node] for node in pair): (*rest, frozenset(names[node] for node in shared))
        for pair, (*rest, shared) in pairs(network).items()
    }
    assert pairs(turned) == renamed
    found = measures(turned)
    for node, expected in measures(network).items():
        np.testing.assert_allclose(found[names[node]], expected, rtol=1e-9, atol=1e-12)
    one, other = two_mode_cohesion(network), two_mode_cohesion(turned)
    assert (one.density, one.clustering) == (other.density, other.clustering)


@given(left=bipartite_graphs(most=4), right=bipartite_graphs(most=4))
def test_a_disjoint_union_has_the_ties_of_its_parts(left: Graph, right: Graph) -> None:
    """What is tied in one part does not depend on another; redundancy neither."""
    parts: list[Graph] = [nx.Graph(left), nx.Graph(right)]
    union: Graph = nx.union(parts[0], parts[1], rename=("left", "right"))
    if len(union) < len(left) + len(right):
        return
    expected = {
        frozenset(f"{side}{node}" for node in pair): rest[:3]
        for side, part in zip(("left", "right"), parts, strict=True)
        for pair, rest in pairs(part).items()
    }
    assert {pair: rest[:3] for pair, rest in pairs(union).items()} == expected
    whole = two_mode_cohesion(union)
    found = dict(zip(whole.nodes, whole.redundancy.tolist(), strict=True))
    for side, part in zip(("left", "right"), parts, strict=True):
        own = two_mode_cohesion(part)
        for node, value in zip(own.nodes, own.redundancy.tolist(), strict=True):
            np.testing.assert_equal(found[f"{side}{node}"], value)


@given(network=bipartite_graphs())
def test_newman_divides_a_time_of_one_among_the_others(network: Graph) -> None:
    """A node's weights add up to the number of things that it shares with anybody."""
    made = project(network, 0)
    sizes = {event: len(set(nx.all_neighbors(network, event))) for event in made.through}
    for node in made.nodes:
        row = made[node]
        shared = sum(sizes[event] > 1 for event in row["belongs_to"])
        np.testing.assert_allclose(sum(row["newman"]), shared, rtol=1e-9)
    assert made.n_alone == sum(not made[node]["partners"] for node in made.nodes)


@given(network=bipartite_graphs())
def test_bounds(network: Graph) -> None:
    """All shares lie between 0 and 1."""
    made, whole = project(network, 0), two_mode_cohesion(network)
    assert np.all((made.jaccard > 0) & (made.jaccard <= 1))
    assert np.all((made.newman > 0) & (made.newman <= made.count))
    for share in (made.density, whole.density, whole.clustering):
        assert share is None or 0 <= share <= 1
    for row in measures(network).values():
        known = [value for value in row if not np.isnan(value)]
        assert all(0 <= value <= 1 + 1e-12 for value in known)


@given(network=bipartite_graphs())
def test_the_modes_may_change_places(network: Graph) -> None:
    """Which mode is the first changes no measure."""
    second = of_mode(network, 1)
    one, other = two_mode_centrality(network), two_mode_centrality(network, first=second)
    for name in ROWS:
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    np.testing.assert_array_equal(one.mode, 1 - other.mode)
    whole, turned = two_mode_cohesion(network), two_mode_cohesion(network, first=second)
    assert (whole.clustering, whole.density) == (turned.clustering, turned.density)


DAYS = st.none() | st.dates()


@given(
    community=communities(),
    directed=st.booleans(),
    nodes=st.sampled_from(["people", "organizations", "assets", "places", "all"]),
    combine=st.sampled_from(["sum", "max", "min", "mean", "count"]),
    weight=st.sampled_from([None, "weight"]),
    on=DAYS,
)
def test_arrays_of_a_community_are_those_of_its_graph(
    community: Community, directed: bool, nodes: str, combine: Any, weight: Any, on: Any
) -> None:
    """With or without a graph between: the same snapshot, or the same kind of error."""
    options: dict[str, Any] = {"kinds": "all", "waves": "all", "combine": combine}
    options |= {"nodes": nodes, "directed": directed, "on": on}
    answers: list[Any] = []
    ways: list[Callable[[], Any]] = [
        lambda: snapshot_of(community, **options, weight=weight),
        lambda: snapshot(graph(community, **options), weight=weight),
    ]
    for read in ways:
        try:
            answers.append(read())
        except AbcdError as error:
            answers.append(error.faults[0].code)  # type: ignore[attr-defined]  # all faulty ones
    assert answers[0] == answers[1]


@given(community=communities(), by=st.sampled_from(["kinds", "waves"]), on=DAYS)
def test_layers_are_a_partition_of_the_ties(community: Community, by: Any, on: Any) -> None:
    """Each tie is in one layer, and all layers have the nodes of the whole."""
    options: dict[str, Any] = {"combine": "max", "nodes": "all", "on": on}
    options["waves" if by == "kinds" else "kinds"] = "all"
    found = layers(community, by=by, **options)
    whole = graph(community, **{"kinds": "all", "waves": "all", **options})
    assert sum(layer.graph["ties"] for layer in found.values()) == whole.graph["ties"]
    assert all(list(layer) == list(whole) for layer in found.values())
    pooled = {frozenset(edge) for layer in found.values() for edge in layer.edges}
    assert pooled == {frozenset(edge) for edge in whole.edges}


@given(community=communities(), by=st.sampled_from(["organizations", "assets"]), on=DAYS)
def test_any_community_has_two_modes(community: Community, by: Any, on: Any) -> None:
    """Every link is in the graph or counted outside; every measure takes it."""
    made = two_mode(community, by=by, roles="all", on=on)
    counted = sum(data["links"] for data in made.edges.values())
    assert counted == made.graph["links"]
    parts = ("links", "links_outside", "links_not_held")
    total = sum(made.graph[name] for name in parts)
    if by == "organizations":
        assert total == len(community.memberships)
    assert project(made, 0).n == len(community.people)
    assert two_mode_centrality(made).n == two_mode_cohesion(made).n_first + len(
        getattr(community, by)
    )


@given(cycle=values(Cycle))
def test_any_cycle_has_events(cycle: Cycle) -> None:
    """Those that are done, of people who are known."""
    people = dict.fromkeys(who for record in cycle.records for who in record.participants)
    try:
        community = Community(
            cycle.community, "Desa", people=[Person(who, "Invented") for who in people]
        )
        made = two_mode(community, by="events", cycle=cycle, roles="all")
    except AbcdError:
        return
    done = len(cycle.records) - made.graph["records_not_done"]
    assert len(made) == len(people) + done


JUNK = st.one_of(
    st.none(), st.integers(), st.floats(), st.text(max_size=3), st.booleans(), st.lists(st.none())
)


@given(network=bipartite_graphs(most=3), junk=JUNK)
def test_junk_is_refused_or_read(network: Graph, junk: Any) -> None:
    """Whatever stands in an attribute or in the place of an argument, only errors of ours."""
    for node in list(network)[:1]:
        network.nodes[node].update(bipartite=junk, mode=junk)
    errors: list[AbcdError] = []
    calls: list[Any] = [
        lambda: project(network, junk),
        lambda: project(network, 0),
        lambda: two_mode_centrality(network, first=junk),
        lambda: two_mode_cohesion(network, first="a"),
    ]
    for call in calls:
        try:
            call()
        except AbcdError as error:
            errors.append(error)
    assert all(str(error) for error in errors)
