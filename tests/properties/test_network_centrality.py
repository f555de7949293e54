"""Laws of centrality and communities, and agreement with networkx and igraph on any graph."""

import random
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd.errors import AbcdError
from abcd.network import centrality, communities, modularity, snapshot

from ..network.graphs_for_tests import random_graphs

MEASURES = (
    "degree",
    "in_degree",
    "out_degree",
    "strength",
    "closeness",
    "harmonic",
    "betweenness",
    "eigenvector",
    "pagerank",
)
WEIGHTS = pytest.mark.parametrize("weight", [None, "weight"])
NORMALIZED = pytest.mark.parametrize("normalized", [True, False])


def prepared(graph: Any) -> Any:
    """Leave out self-loops, and give each tie a length that floats add up exactly."""
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    for data in graph.edges.values():
        # Other programs take two ways of one length for different where their last digits differ.
        data["weight"] = 4.0 if data["weight"] in (3, 7, 1 / 3) else float(data["weight"])
        data["distance"] = 1 / data["weight"]
    return graph


def close(left: Any, right: Any) -> None:
    """Compare to 1e-9, nan with nan."""
    np.testing.assert_allclose(left, right, rtol=1e-9, atol=1e-9)


@WEIGHTS
@NORMALIZED
@given(graph=random_graphs(max_nodes=12))
def test_agreement_with_networkx(weight: str | None, normalized: bool, graph: Any) -> None:
    """networkx 3.6.1, where closeness of who is reached by nobody is 0 instead of nan."""
    graph = prepared(graph)
    found = centrality(graph, weight=weight, normalized=normalized)
    distance = None if weight is None else "distance"
    n = len(graph)
    harmonic = nx.harmonic_centrality(graph, distance=distance)
    if n > 1:
        values = np.array([harmonic[node] for node in graph])
        close(found.harmonic, values / (n - 1 if normalized else 1))
    if n > 2:
        between = nx.betweenness_centrality(graph, weight=distance, normalized=normalized)
        close(found.betweenness, list(between.values()))
    if normalized:
        near = nx.closeness_centrality(graph, distance=distance)
        close(np.nan_to_num(found.closeness), list(near.values()))
    close(found.strength, [value for _, value in graph.degree(weight=weight)])
    if n:
        rank = nx.pagerank(graph, weight=weight, tol=1e-15, max_iter=10_000)
        close(found.pagerank, list(rank.values()))


@WEIGHTS
@given(graph=random_graphs(max_nodes=12))
def test_agreement_with_igraph(weight: str | None, graph: Any) -> None:
    """igraph 1.0.0: betweenness, closeness over those reached, harmonic, PageRank."""
    graph = prepared(graph)
    if len(graph) < 3:
        return
    place = {node: at for at, node in enumerate(graph)}
    edges = [(place[a], place[b]) for a, b in graph.edges]
    other = igraph.Graph(len(graph), edges, directed=graph.is_directed())
    strengths = None if weight is None else [data["weight"] for data in graph.edges.values()]
    lengths = None if weight is None else [data["distance"] for data in graph.edges.values()]
    found = centrality(graph, weight=weight, normalized=False)
    close(found.betweenness, other.betweenness(weights=lengths))
    close(found.closeness, other.closeness(mode="in", weights=lengths, normalized=False))
    if edges:
        close(
            found.harmonic,
            np.array(other.harmonic_centrality(mode="in", weights=lengths, normalized=False)),
        )
    close(found.pagerank, other.pagerank(weights=strengths))
    values = found.eigenvector
    # In several parts igraph warns, and leaves open which of them gets values.
    if graph.is_directed() or found.parts > 1:
        return
    close(values, other.eigenvector_centrality(weights=strengths))


@WEIGHTS
@given(graph=random_graphs())
def test_the_eigenvector_solves_its_equation(weight: str | None, graph: Any) -> None:
    """Where it is given: x A = lambda x for the largest lambda of all, scaled from 0 to 1."""
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    values = centrality(graph, weight=weight).eigenvector
    if np.isnan(values).any() or not len(values):
        return
    matrix = nx.to_numpy_array(graph)
    if weight is None:
        matrix = (matrix > 0).astype(np.float64)
    largest = np.abs(np.linalg.eigvals(matrix)).max()
    np.testing.assert_allclose(values @ matrix, largest * values, atol=1e-6 * max(largest, 1))
    assert values.max() == 1
    assert values.min() >= 0


@WEIGHTS
@given(graph=random_graphs(), seed=st.integers(0, 2**32))
def test_labels_and_order_do_not_matter(weight: str | None, graph: Any, seed: int) -> None:
    """New names, and nodes and edges added in another order, leave every measure as it was."""
    nodes = list(graph)
    random.Random(seed).shuffle(nodes)
    names = {node: f"n{place}" for place, node in enumerate(nodes)}
    turned = type(graph)()
    turned.add_nodes_from(names.values())
    edges = [(names[a], names[b], data) for a, b, data in graph.edges(data=True)]
    random.Random(seed).shuffle(edges)
    turned.add_edges_from(edges)
    one, other = centrality(graph, weight=weight), centrality(turned, weight=weight)
    rows = [other.nodes.index(names[node]) for node in one.nodes]
    for name in MEASURES:
        np.testing.assert_allclose(
            getattr(one, name), getattr(other, name)[rows], rtol=1e-7, atol=1e-9
        )


@WEIGHTS
@given(graph=random_graphs())
def test_bounds(weight: str | None, graph: Any) -> None:
    """Shares lie between 0 and 1 without weights; PageRank adds up to 1."""
    found = centrality(graph, weight=weight)
    for name in ("closeness", "harmonic", "betweenness", "eigenvector", "pagerank"):
        values = getattr(found, name)[~np.isnan(getattr(found, name))]
        assert np.all(values >= 0)
        if weight is None or name in ("betweenness", "eigenvector", "pagerank"):
            assert np.all(values <= 1 + 1e-12)
    if found.n:
        assert found.pagerank.sum() == pytest.approx(1)
    assert found.strength.sum() == pytest.approx(found.out_strength.sum() * (1 + found.directed))


@given(graph=random_graphs(), weight=st.sampled_from([None, "weight"]), seed=st.integers(0, 99))
def test_snapshots_and_threads_change_no_digit(graph: Any, weight: str | None, seed: int) -> None:
    """The graph, its snapshot, and two threads give equal results, samples too."""
    arrays = snapshot(graph, weight=weight)
    with ThreadPoolExecutor(2) as executor:
        for options in ({}, {"sample": 2, "rng": seed}):
            found = centrality(graph, weight=weight, **options)  # type: ignore[arg-type]  # mixed values
            assert centrality(arrays, weight=weight, executor=executor, **options) == found  # type: ignore[arg-type]  # as above


@given(
    graph=random_graphs(),
    method=st.sampled_from(["louvain", "greedy", "label_propagation"]),
    weight=st.sampled_from([None, "weight"]),
    seed=st.integers(0, 99),
)
def test_any_graph_falls_into_groups(
    graph: Any, method: Any, weight: str | None, seed: int
) -> None:
    """Every node is in one group, groups are numbered by size, and nothing escapes."""
    if graph.is_directed() and method == "label_propagation":
        graph = graph.to_undirected()
    found = communities(graph, method=method, weight=weight, runs=3, rng=seed)
    assert sum(found.sizes) == len(graph)
    assert list(found.sizes) == sorted(found.sizes, reverse=True)
    assert np.bincount(found.community, minlength=found.groups).tolist() == list(found.sizes)
    again = modularity(graph, found.community.tolist(), weight=weight)
    assert again.modularity == pytest.approx(found.modularity, abs=1e-12)
    assert communities(graph, method=method, weight=weight, runs=3, rng=seed) == found


JUNK = st.one_of(st.none(), st.integers(), st.floats(), st.text(max_size=3), st.booleans())


@given(graph=random_graphs(max_nodes=4), junk=JUNK)
def test_junk_is_refused_or_read(graph: Any, junk: Any) -> None:
    """Whatever stands on an edge or in the place of an argument, only errors of ours."""
    for a, b in list(graph.edges)[:1]:
        graph.edges[a, b]["weight"] = junk
    arguments = [
        {"weight": "weight"},
        {"weight": junk},
        {"damping": junk},
        {"sample": junk},
        {"rng": junk, "sample": 2},
        {"normalized": junk},
    ]
    errors: list[AbcdError] = []
    for given_ in arguments:
        try:
            centrality(graph, **given_)
        except AbcdError as error:
            errors.append(error)
    for given_ in ({"weight": "weight"}, {"method": junk}, {"resolution": junk}, {"runs": junk}):
        try:
            communities(graph, **{"runs": 2, **given_})
        except AbcdError as error:
            errors.append(error)
    assert all(str(error) for error in errors)
