"""Laws of groups and of cohesion: definitions, other programs, new names, unions, chance."""

import itertools
import math
import random
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from abcd.errors import AbcdError
from abcd.network import (
    assortativity,
    bonding_bridging,
    brokerage,
    cohesion,
    ei_index,
    heterogeneity,
    snapshot,
)

from ..network import group_definitions as naive
from ..network.graphs_for_tests import random_graphs

ROLES = naive.ROLES
THOROUGH = settings(max_examples=200)
GROUPED = naive.grouped_graphs()


def close(found: Any, expected: Any) -> None:
    """Compare numbers to 1e-9; nan and None are equal."""
    left = np.array([math.nan if value is None else value for value in found], np.float64)
    right = np.array([math.nan if value is None else value for value in expected], np.float64)
    np.testing.assert_allclose(left, right, rtol=1e-9, atol=1e-12)


# --- definitions ---------------------------------------------------------------------------------


@THOROUGH
@given(drawn=GROUPED)
def test_ei_is_its_definition(drawn: Any) -> None:
    """Overall, by group and by node, on graphs of any kind."""
    graph, values = drawn
    groups = naive.known(graph, values)
    pairs = [(a, b) for a, b in naive.ties(graph) if a in groups and b in groups]
    outside = [(a, b) for a, b in pairs if groups[a] != groups[b]]
    found = ei_index(graph, values)
    assert (found.external, found.internal) == (len(outside), len(pairs) - len(outside))
    assert found.ties_left_out == len(naive.ties(graph)) - len(pairs)
    assert found.n == len(groups)
    close([found.overall], [naive.ei(found.external, found.internal)])
    assert set(found.groups) == set(groups.values())
    for row in found:
        out = sum(row["groups"] in (groups[a], groups[b]) for a, b in outside)
        inside = sum(groups[a] == groups[b] == row["groups"] for a, b in pairs)
        assert (row["external_by_group"], row["internal_by_group"]) == (out, inside)
        assert row["members"] == naive.members(groups)[row["groups"]]
        close([row["by_group"]], [naive.ei(out, inside)])
    for node, index in zip(found.nodes, found.by_node.tolist(), strict=True):
        mine = [(a, b) for a, b in pairs if node in (a, b)]
        out = sum(groups[a] != groups[b] for a, b in mine)
        close([index], [naive.ei(out, len(mine) - out)])


@THOROUGH
@given(drawn=GROUPED)
def test_expected_ei_is_that_of_all_pairs(drawn: Any) -> None:
    """The index of the network in which everybody is tied to everybody."""
    graph, values = drawn
    groups = naive.known(graph, values)
    whole = nx.complete_graph(list(groups))
    close([ei_index(graph, values).expected], [ei_index(whole, groups).overall])


@THOROUGH
@given(drawn=GROUPED)
def test_bonding_and_bridging_are_their_definitions(drawn: Any) -> None:
    """Contacts in either direction, each once."""
    graph, values = drawn
    groups = naive.known(graph, values)
    found = bonding_bridging(graph, values)
    for node, contacts in naive.linked(graph).items():
        row = found[node]
        assert row["groups"] == groups.get(node)
        if node not in groups:
            assert math.isnan(row["bonding"] + row["bridging"] + row["unknown"])
            assert math.isnan(row["bonding_share"] + row["groups_reached"])
            continue
        inside = sum(groups.get(contact) == groups[node] for contact in contacts)
        others = [groups[at] for at in contacts if at in groups and groups[at] != groups[node]]
        counts = (inside, len(others), len(set(others)), len(contacts) - inside - len(others))
        names = ("bonding", "bridging", "groups_reached", "unknown")
        assert tuple([row[name] for name in names]) == counts
        share = naive.mean([1.0] * inside + [0.0] * len(others))
        close([row["bonding_share"], row["bridging_share"]], [share, 1 - share])
    assert found.bonding_pairs * 2 == np.nansum(found.bonding)
    assert found.bridging_pairs * 2 == np.nansum(found.bridging)


@THOROUGH
@given(drawn=GROUPED, more=st.integers(0, 3))
def test_heterogeneity_is_its_definition(drawn: Any, more: int) -> None:
    """Blau by all pairs of draws, the variant by pairs of different contacts, IQV by the limit."""
    graph, values = drawn
    groups = naive.known(graph, values)
    possible = max(len(set(groups.values())) + more, 1)
    found = heterogeneity(graph, values, categories=possible)
    largest = 1 - 1 / possible if possible > 1 else math.nan
    for node, contacts in naive.linked(graph).items():
        around = [groups[contact] for contact in contacts if contact in groups]
        apart = [
            float(a != b)
            for place, a in enumerate(around)
            for other, b in enumerate(around)
            if place != other
        ]
        row = found[node]
        assert (row["contacts"], row["observed"]) == (len(around), len(set(around)))
        index = naive.blau(around)
        close(
            [row["blau"], row["blau_unbiased"], row["iqv"]],
            [index, naive.mean(apart), index / largest],
        )
    close([found.overall_blau], [naive.blau(list(groups.values()))])
    defined = found.blau[~np.isnan(found.blau)].tolist()
    close([found.mean_blau], [naive.mean(defined)])


@THOROUGH
@given(drawn=GROUPED)
def test_roles_are_their_definitions(drawn: Any) -> None:
    """All ordered triples, on graphs of any kind."""
    graph, values = drawn
    groups = naive.known(graph, values)
    expected = naive.roles(graph, groups)
    found = brokerage(graph, values)
    for node in graph:
        row = found[node]
        if node not in groups:
            assert all(math.isnan(row[role]) for role in (*ROLES, "total"))
            continue
        assert {role: row[role] for role in ROLES} == expected[node]
        assert row["total"] == sum(expected[node].values())
    for group in found.by_group:
        mine = [expected[node] for node in groups if groups[node] == group["groups"]]
        assert [group[role] for role in ROLES] == [sum(one[role] for one in mine) for role in ROLES]
        assert group["total"] == sum(group[role] for role in ROLES)
    totals = [sum(one[role] for one in expected.values()) for role in ROLES]
    assert found.by_role.observed.tolist() == totals
    assert found.open_paths == sum(totals)


@settings(max_examples=60)
@given(drawn=naive.grouped_graphs(max_nodes=5, values=("a", "b", "c")))
def test_expected_roles_are_means_over_all_permutations(drawn: Any) -> None:
    """Every way to hand out the groups, one by one."""
    graph, values = drawn
    nodes = list(values)
    found = brokerage(graph, values)
    if len(nodes) < 3:
        assert np.isnan(found.by_role.expected).all()
        return
    sums: dict[tuple[Any, str], int] = {}
    by_group: dict[tuple[Any, str], int] = {}
    ways = list(itertools.permutations(values.values()))
    for way in ways:
        groups = dict(zip(nodes, way, strict=True))
        for node, counts in naive.roles(graph, groups).items():
            for role, count in counts.items():
                sums[node, role] = sums.get((node, role), 0) + count
                key = groups[node], role
                by_group[key] = by_group.get(key, 0) + count
    for node in nodes:
        close(
            [found[node][f"expected_{role}"] for role in ROLES],
            [sums[node, role] / len(ways) for role in ROLES],
        )
    for row in found.by_group:
        close(
            [row[f"expected_{role}"] for role in ROLES],
            [by_group[row["groups"], role] / len(ways) for role in ROLES],
        )


@THOROUGH
@given(drawn=GROUPED)
def test_assortativity_is_its_definition(drawn: Any) -> None:
    """Categories, numbers and degrees; an undirected tie goes both ways."""
    graph, values = drawn
    groups = naive.known(graph, values)

    def ends(of: Any) -> list[tuple[Any, Any]]:
        pairs = [(of[a], of[b]) for a, b in naive.ties(graph) if a in of and b in of]
        return pairs if graph.is_directed() else pairs + [(b, a) for a, b in pairs]

    found = assortativity(graph, values)
    close([found.coefficient], [naive.assortativity(ends(groups))])
    numbers = {node: len(str(value)) + 0.5 for node, value in groups.items()}
    found = assortativity(graph, numbers, scale="numbers")
    close([found.coefficient], [naive.pearson(ends(numbers))])


@THOROUGH
@given(graph=random_graphs())
def test_cohesion_is_its_definitions(graph: Any) -> None:
    """Every measure, pair by pair, on graphs of any kind."""
    found = cohesion(graph)
    contacts, pairs = naive.linked(graph), naive.ties(graph)
    n = len(graph)
    possible = n * (n - 1) / (1 if graph.is_directed() else 2)
    close([found.density], [len(pairs) / possible if possible else math.nan])
    reached = [
        count
        for node in graph
        for other, count in naive.steps(graph, node).items()
        if other != node
    ]
    close([found.mean_distance], [naive.mean([float(count) for count in reached])])
    assert found.diameter == max(reached, default=None)
    assert found.pairs == possible
    assert found.reachable_pairs == len(reached) / (1 if graph.is_directed() else 2)
    close([found.reachable_share], [found.reachable_pairs / possible if possible else math.nan])
    local = naive.local_clustering(graph)
    defined = [value for value in local.values() if not math.isnan(value)]
    close([found.mean_clustering_defined], [naive.mean(defined)])
    close([found.mean_clustering], [math.fsum(defined) / n if n else math.nan])
    triplets = [len(contacts[node]) * (len(contacts[node]) - 1) / 2 for node in graph]
    closed = math.fsum(
        local[node] * count for node, count in zip(graph, triplets, strict=True) if count
    )
    close([found.transitivity], [closed / sum(triplets) if sum(triplets) else math.nan])
    if graph.is_directed():
        close([found.reciprocity], [naive.mean([float(graph.has_edge(b, a)) for a, b in pairs])])
    else:
        assert found.reciprocity is None
    degrees = [(len(contacts[a]), len(contacts[b])) for a in graph for b in contacts[a]]
    close([found.degree_assortativity], [naive.pearson([(float(a), float(b)) for a, b in degrees])])


# --- other programs ------------------------------------------------------------------------------


def symmetric(graph: Any) -> Any:
    """Give the ties in either direction, without loops."""
    plain: nx.Graph[Any] = nx.Graph(graph.to_undirected())
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    return plain


@THOROUGH
@given(graph=random_graphs())
def test_cohesion_equals_networkx(graph: Any) -> None:
    """Where networkx 3.6.1 has the measure, and our definition is its own."""
    found, plain = cohesion(graph), symmetric(graph)
    n = len(graph)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    if n > 1:
        close([found.density], [nx.density(graph)])
    assert dict(zip(found.nodes, found.core_number.tolist(), strict=True)) == nx.core_number(plain)
    assert set(found.articulation_points) == set(nx.articulation_points(plain))
    assert set(map(frozenset, found.bridges)) == set(map(frozenset, nx.bridges(plain)))
    parts = sorted(nx.connected_components(plain), key=len, reverse=True)
    assert found.component_sizes == tuple(map(len, parts))
    for part in parts:
        (place,) = {found[node]["component"] for node in part}
        assert found.component_sizes[place - 1] == len(part)
    assert len(set(found.component.tolist())) == found.components == len(parts)
    if graph.is_directed():
        strong = sorted(map(len, nx.strongly_connected_components(graph)), reverse=True)
        assert found.strong_component_sizes == tuple(strong)
        assert found.strong_components == len(strong)
    if n > 2:
        degrees = [count for _, count in plain.degree()]
        star = (n - 1) * (n - 2)
        close([found.degree_centralization], [sum(max(degrees) - at for at in degrees) / star])
        between = list(nx.betweenness_centrality(plain).values())
        total = sum(max(between) - at for at in between)
        close([found.betweenness_centralization], [total / (n - 1)])
        if len(parts) == 1:
            near = list(nx.closeness_centrality(plain).values())
            total = sum(max(near) - at for at in near)
            close([found.closeness_centralization], [total / (star / (2 * n - 3))])
        else:
            assert found.closeness_centralization is None


@THOROUGH
@given(graph=random_graphs(labels="integers"))
def test_cohesion_equals_igraph(graph: Any) -> None:
    """Where igraph 1.0.0 has the measure, and our definition is its own."""
    igraph = pytest.importorskip("igraph", reason="igraph is a second opinion, not needed")
    assume(len(graph) > 0)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    places = {node: place for place, node in enumerate(graph)}
    edges = [(places[a], places[b]) for a, b in graph.edges]
    other = igraph.Graph(n=len(graph), edges=edges, directed=graph.is_directed())
    found = cohesion(graph)
    if edges:
        close([found.mean_distance], [other.average_path_length(unconn=True)])
        assert found.diameter == other.diameter(unconn=True)
        if graph.is_directed():
            close([found.reciprocity], [other.reciprocity()])
    other.to_undirected()
    close([found.transitivity], [other.transitivity_undirected(mode="nan")])
    close([found.mean_clustering], [other.transitivity_avglocal_undirected(mode="zero")])
    close([found.mean_clustering_defined], [other.transitivity_avglocal_undirected(mode="nan")])
    close([found.degree_assortativity], [other.assortativity_degree(directed=False)])
    assert found.core_number.tolist() == other.coreness()
    assert set(found.articulation_points) == {
        found.nodes[place] for place in other.articulation_points()
    }
    assert len(found.bridges) == len(other.bridges())


@THOROUGH
@given(drawn=naive.grouped_graphs(values=("a", "b", "c")))
def test_assortativity_equals_networkx_and_igraph(drawn: Any) -> None:
    """Categories and numbers, where all nodes are known; nan there is None here."""
    graph, values = drawn
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    assume(graph.number_of_edges() > 0)
    numbers = {node: float(ord(value) - 97) for node, value in values.items()}
    nx.set_node_attributes(graph, values, "group")
    nx.set_node_attributes(graph, numbers, "number")
    found = assortativity(graph, "group").coefficient
    of_numbers = assortativity(graph, "number", scale="numbers").coefficient
    of_degrees = assortativity(graph).coefficient
    igraph = pytest.importorskip("igraph", reason="igraph is a second opinion, not needed")
    places = {node: place for place, node in enumerate(graph)}
    other = igraph.Graph(
        n=len(graph),
        edges=[(places[a], places[b]) for a, b in graph.edges],
        directed=graph.is_directed(),
    )
    types = [ord(values[node]) - 97 for node in graph]
    close([of_numbers], [other.assortativity(types, directed=graph.is_directed())])
    close([of_degrees], [other.assortativity_degree(directed=graph.is_directed())])
    if found is not None:
        close([found], [nx.attribute_assortativity_coefficient(graph, "group")])
        close([found], [other.assortativity_nominal(types, directed=graph.is_directed())])
    if of_numbers is not None:
        close([of_numbers], [nx.numeric_assortativity_coefficient(graph, "number")])


# --- laws ----------------------------------------------------------------------------------------


def answers(graph: Any, values: Any) -> tuple[dict[Any, list[float]], list[Any]]:
    """Give what each node gets, and what the network gets."""
    index, mixed = ei_index(graph, values), heterogeneity(graph, values)
    brokers, bonds, knit = (
        brokerage(graph, values),
        bonding_bridging(graph, values),
        cohesion(graph),
    )
    columns = [
        index.by_node,
        mixed.blau,
        bonds.bonding,
        bonds.bridging_share,
        *[getattr(brokers, role) for role in ROLES],
        brokers.expected_liaison,
        knit.core_number,
    ]
    nodes = dict(zip(index.nodes, np.column_stack(columns).tolist(), strict=True))
    scalars = [
        index.overall,
        index.expected,
        mixed.overall_iqv,
        mixed.mean_blau,
        assortativity(graph, values).coefficient,
        *brokers.by_role.observed.tolist(),
        *[
            getattr(knit, name)
            for name in (
                "density",
                "mean_distance",
                "diameter",
                "transitivity",
                "mean_clustering",
                "degree_assortativity",
                "degree_centralization",
                "betweenness_centralization",
                "closeness_centralization",
            )
        ],
        len(knit.bridges),
        len(knit.articulation_points),
    ]
    return nodes, scalars


@given(drawn=GROUPED, seed=st.integers(0, 2**32))
def test_labels_and_order_do_not_matter(drawn: Any, seed: int) -> None:
    """New names, and nodes and edges added in another order, change nothing but the order."""
    graph, values = drawn
    nodes = list(graph)
    random.Random(seed).shuffle(nodes)
    names = {node: f"n{place}" for place, node in enumerate(nodes)}
    turned = type(graph)()
    turned.add_nodes_from(names.values())
    edges = [(names[a], names[b]) for a, b in graph.edges]
    random.Random(seed).shuffle(edges)
    turned.add_edges_from(edges)
    of_nodes, scalars = answers(graph, values)
    others, turned_scalars = answers(turned, {names[node]: at for node, at in values.items()})
    close(scalars, turned_scalars)
    for node, row in of_nodes.items():
        close(row, others[names[node]])


@given(drawn=GROUPED)
def test_names_of_groups_do_not_matter(drawn: Any) -> None:
    """Other names for the same groups give the same answers."""
    graph, values = drawn
    groups = naive.known(graph, values)
    renamed = {node: f"group {value!r}" for node, value in groups.items()}
    of_nodes, scalars = answers(graph, values)
    others, other_scalars = answers(graph, renamed)
    close(scalars, other_scalars)
    for node, row in of_nodes.items():
        close(row, others[node])


@given(
    left=naive.grouped_graphs(max_nodes=5, values=("a", "b", "c")),
    right=naive.grouped_graphs(max_nodes=5, values=("b", "c", "d")),
)
def test_a_disjoint_union_adds_up(left: Any, right: Any) -> None:
    """Counts of ties, paths, triangles and cuts are those of the parts together."""
    (one, ones), (other, others) = left, right
    if one.is_directed() != other.is_directed():
        one, other = one.to_directed(), other.to_directed()
    first = nx.relabel_nodes(one, {node: f"l{place}" for place, node in enumerate(one)})
    second = nx.relabel_nodes(other, {node: f"r{place}" for place, node in enumerate(other)})
    groups = dict(zip(first, ones.values(), strict=True))
    groups_of_second = dict(zip(second, others.values(), strict=True))
    union = nx.union(first, second)
    values = groups | groups_of_second
    parts = [(first, groups), (second, groups_of_second), (union, values)]
    indices = [ei_index(*part) for part in parts]
    brokers = [brokerage(*part) for part in parts]
    knit = [cohesion(part) for part, _ in parts]
    assert indices[0].external + indices[1].external == indices[2].external
    assert indices[0].internal + indices[1].internal == indices[2].internal
    close(indices[2].by_node, [*indices[0].by_node, *indices[1].by_node])
    observed = [answer.by_role.observed for answer in brokers]
    assert (observed[0] + observed[1]).tolist() == observed[2].tolist()
    assert knit[0].components + knit[1].components == knit[2].components
    assert knit[0].bridges + knit[1].bridges == knit[2].bridges
    assert knit[0].articulation_points + knit[1].articulation_points == knit[2].articulation_points
    together = [*knit[0].core_number, *knit[1].core_number]
    assert knit[2].core_number.tolist() == together
    assert (knit[0].reachable_pairs or 0) + (knit[1].reachable_pairs or 0) == (
        knit[2].reachable_pairs
    )


@given(drawn=GROUPED)
def test_an_undirected_tie_is_two_arcs(drawn: Any) -> None:
    """Brokerage, assortativity and mixing of an undirected graph are those of its arcs."""
    graph, values = drawn
    plain: nx.Graph[Any] = nx.Graph(graph.to_undirected())
    arcs = plain.to_directed()
    one, two = brokerage(plain, values), brokerage(arcs, values)
    for role in ROLES:
        close(getattr(one, role), getattr(two, role))
    close(one.gatekeeper, one.representative)
    close(
        [assortativity(plain, values).coefficient, assortativity(plain).coefficient],
        [assortativity(arcs, values).coefficient, assortativity(arcs).coefficient],
    )
    index, of_arcs = ei_index(plain, values), ei_index(arcs, values)
    assert (2 * index.external, 2 * index.internal) == (of_arcs.external, of_arcs.internal)
    close(index.by_node, of_arcs.by_node)
    close([cohesion(plain).mean_distance], [cohesion(arcs).mean_distance])


@given(drawn=GROUPED)
def test_bounds(drawn: Any) -> None:
    """Indices from -1 to 1, shares from 0 to 1, chances that add up."""
    graph, values = drawn
    index, mixed, knit = ei_index(graph, values), heterogeneity(graph, values), cohesion(graph)
    for column in (index.by_group, index.by_node):
        assert np.all(np.abs(column[~np.isnan(column)]) <= 1)
    for column in (mixed.blau, mixed.blau_unbiased, mixed.iqv):
        found = column[~np.isnan(column)]
        assert np.all((found >= 0) & (found <= 1))
    shares = [
        knit.density,
        knit.reachable_share,
        knit.transitivity,
        knit.mean_clustering,
        knit.reciprocity,
        knit.degree_centralization,
        knit.betweenness_centralization,
        knit.closeness_centralization,
    ]
    assert all(-1e-12 <= share <= 1 + 1e-12 for share in shares if share is not None)
    brokers = brokerage(graph, values)
    if brokers.n >= 3:
        close([brokers.by_role.expected.sum()], [brokers.open_paths])


@given(drawn=GROUPED)
def test_a_snapshot_answers_like_its_graph(drawn: Any) -> None:
    """Values by id, in the order of the nodes, and as an attribute; graph and snapshot."""
    graph, values = drawn
    arrays = snapshot(graph)
    in_order = [values.get(node) for node in graph]
    for measure in (ei_index, bonding_bridging, brokerage, heterogeneity, assortativity):
        answer: Any = measure(graph, values)
        assert measure(arrays, values) == answer
        assert measure(arrays, in_order) == answer
        assert measure(graph, in_order) == answer
    assert cohesion(arrays) == cohesion(graph)
    nx.set_node_attributes(graph, values, "group")
    if any("group" in data for _, data in graph.nodes(data=True)):
        named = ei_index(graph, "group")
        assert named.group == "group"
        assert named.overall == ei_index(graph, values).overall


@settings(max_examples=15)
@given(drawn=naive.grouped_graphs(values=("a", "b", "c")), seed=st.integers(0, 2**20))
def test_permutations_have_the_expected_mean(drawn: Any, seed: int) -> None:
    """The mean of 2,000 draws lies within 5 standard errors of the exact expectation."""
    graph, values = drawn
    found = ei_index(graph, values, permutations=2_000, rng=seed)
    if found.overall is None:
        assert found.p_value is None
        return
    assert found.expected is not None
    assert found.permuted_mean is not None
    # No index differs by more than 2 from another, so its standard deviation is at most 1.
    assert abs(found.permuted_mean - found.expected) <= 5 / math.sqrt(2_000)
    assert found == ei_index(graph, values, permutations=2_000, rng=seed)
    assert found.permuted_minimum is not None
    assert found.permuted_maximum is not None
    assert found.permuted_minimum <= found.permuted_mean <= found.permuted_maximum


JUNK = st.one_of(
    st.none(),
    st.integers(),
    st.floats(),
    st.text(max_size=3),
    st.booleans(),
    st.lists(st.one_of(st.none(), st.integers(), st.text(max_size=2)), max_size=4),
    st.dictionaries(st.one_of(st.integers(0, 3), st.text(max_size=2)), st.integers(), max_size=3),
)


@THOROUGH
@given(graph=random_graphs(max_nodes=4, labels="places"), junk=JUNK)
def test_junk_is_answered_or_refused_in_our_words(graph: Any, junk: Any) -> None:
    """Whatever stands in an attribute or in the place of an argument, only errors of ours."""
    for node in list(graph)[:2]:
        graph.nodes[node]["group"] = junk
    errors: list[AbcdError] = []
    calls: list[Any] = [
        lambda: ei_index(graph, junk),
        lambda: ei_index(graph, "group", permutations=3, rng=1),
        lambda: ei_index(graph, "group", permutations=junk if type(junk) is not int else 2),
        lambda: ei_index(graph, "group", rng=junk),
        lambda: assortativity(graph, "group", scale="numbers"),
        lambda: assortativity(graph, junk, scale=junk),
        lambda: brokerage(graph, junk, permutations=3, rng=1),
        lambda: bonding_bridging(graph, "group"),
        lambda: heterogeneity(graph, "group", categories=junk),
        lambda: cohesion(graph, distances_up_to=junk),
        lambda: cohesion(junk),
    ]
    for call in calls:
        try:
            call()
        except AbcdError as error:
            errors.append(error)
    assert all(str(error) for error in errors)
