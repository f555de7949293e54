"""Centrality against published values, other programs, and the definitions."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.network import Centrality, centrality, snapshot
from abcd.network._spectral import principal

from .graphs_for_tests import KITE, read

MEASURES = (
    "closeness",
    "harmonic",
    "betweenness",
    "betweenness_error",
    "betweenness_bound",
    "eigenvector",
    "pagerank",
)


def codes(found: Centrality) -> list[str]:
    """Give the codes of the caveats."""
    return [caveat.code for caveat in found.caveats]


# --- values of others ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["karate", "florentine", "lesmis", "sampson"])
def test_reference_networks(reference_data: Path, name: str) -> None:
    """Every published and reference value of these measures in data/network-*/expected.json."""
    graph = read(reference_data, name)
    text = (reference_data / f"network-{name}" / "expected.json").read_text("utf-8")
    expected = {item["id"]: item for item in json.loads(text)["expected"]}
    plain, raw = centrality(graph), centrality(graph, normalized=False)
    undirected = centrality(graph.to_undirected(), normalized=False)
    columns = {
        "betweenness_norm_pub": plain.betweenness,
        "closeness_pub": plain.closeness,
        "betweenness_raw": raw.betweenness,
        "harmonic": undirected.harmonic,
        "eigenvector_max1": undirected.eigenvector,
    }
    for id in columns.keys() & expected.keys():
        tolerance = float(expected[id].get("tol") or 1e-7)
        for node, value in zip(graph, columns[id].tolist(), strict=True):
            near = pytest.approx(expected[id]["value"][node], rel=tolerance, abs=tolerance)
            assert value == near, (id, node)
    if name == "karate":
        assert raw["0"]["betweenness"] == pytest.approx(231.0714, abs=1e-3)
    if name == "florentine":
        assert plain.nodes[int(np.argmax(plain.betweenness))] == "Medici"


def test_krackhardt_kite() -> None:
    """Krackhardt (1990), p. 351: degree, closeness and betweenness lead to different people.

    Values as in the tests of networkx 3.6.1 (algorithms/centrality/tests).
    """
    found = centrality(KITE)
    assert found.degree.tolist() == [4, 4, 3, 6, 3, 5, 5, 3, 2, 1]
    between = [0.023, 0.023, 0.0, 0.102, 0.0, 0.231, 0.231, 0.389, 0.222, 0.0]
    assert found.betweenness == pytest.approx(between, abs=1e-3)
    close = [0.529, 0.529, 0.500, 0.600, 0.500, 0.643, 0.643, 0.600, 0.429, 0.310]
    assert found.closeness == pytest.approx(close, abs=1e-3)


def test_pagerank_of_the_example_of_networkx() -> None:
    """Six pages of Langville and Meyer (2005), as in test_pagerank of networkx 3.6.1."""
    edges = [(1, 2), (1, 3), (3, 1), (3, 2), (3, 5), (4, 5), (4, 6), (5, 4), (5, 6), (6, 4)]
    found = centrality(nx.DiGraph(edges), damping=0.9)
    expected = {1: 0.03721, 2: 0.05396, 3: 0.04151, 4: 0.3751, 5: 0.206, 6: 0.2862}
    for node, value in expected.items():
        assert found[node]["pagerank"] == pytest.approx(value, abs=1e-4)


# --- directions, weights, scales -----------------------------------------------------------------


def test_directions() -> None:
    """a -> b -> c: nobody reaches a; c is reached by a in two steps and by b in one."""
    graph: Any = nx.DiGraph()
    graph.add_edge("a", "b", weight=2)
    graph.add_edge("b", "c", weight=4)
    found = centrality(graph, weight="weight", normalized=False)
    assert (found.in_degree.tolist(), found.out_degree.tolist()) == ([0, 1, 1], [1, 1, 0])
    assert found.degree.tolist() == [1, 2, 1]
    assert found.in_strength.tolist() == [0, 2, 4]
    assert found.out_strength.tolist() == [2, 4, 0]
    assert found.strength.tolist() == [2, 6, 4]
    assert found.harmonic.tolist() == [0, 2, 4 + 1 / 0.75]
    assert found.closeness[1:].tolist() == [2, 1 / (0.25 + 0.75)]
    assert found.betweenness.tolist() == [0, 1, 0]
    assert np.isnan(found.eigenvector).all()
    assert (found.distance, found.pairs, found.parts) == ("1 / weight", 2, 1)
    assert codes(found) == ["reached-by-nobody", "eigenvector-no-circle"]
    assert centrality(graph).betweenness.tolist() == [0, 0.5, 0]


def test_parts_weigh_closeness_by_their_share() -> None:
    """Wasserman and Faust: a pair among five nodes reaches 1 of 4, at distance 1."""
    found = centrality(nx.Graph([(0, 1), (2, 3), (3, 4)]))
    assert found.closeness.tolist() == [0.25, 0.25, 1 / 3, 0.5, 1 / 3]
    assert found.harmonic.tolist() == [0.25, 0.25, 0.375, 0.5, 0.375]
    # sqrt(2) is the largest eigenvalue, that of the three in a row.
    assert found.eigenvector == pytest.approx([0, 0, 0.5**0.5, 1, 0.5**0.5])
    assert codes(found) == ["several-parts", "eigenvector-part"]
    assert found.caveats[1].data == {"count": 2, "total": 5}


# --- what is not defined -------------------------------------------------------------------------


def test_no_nodes() -> None:
    """An empty table, and the caveat."""
    found = centrality(nx.Graph())
    assert (len(found), found.n, found.pairs, found.sources) == (0, 0, 0, 0)
    assert codes(found) == ["no-nodes"]


def test_one_node() -> None:
    """Only PageRank is defined; the sum of nothing is 0 where it is not divided."""
    found = centrality(nx.empty_graph(1))
    for name in MEASURES[:5]:
        assert np.isnan(getattr(found, name)).all(), name
    assert found.pagerank.tolist() == [1.0]
    expected = ["reached-by-nobody", "too-few-nodes", "fewer-than-two-nodes"]
    assert codes(found) == [*expected, "eigenvector-no-circle"]
    plain = centrality(nx.empty_graph(1), normalized=False)
    assert plain.harmonic.tolist() == [0.0]
    assert codes(plain) == ["reached-by-nobody", "too-few-nodes", "eigenvector-no-circle"]


def test_two_nodes() -> None:
    """Nobody is between; both are as near as can be."""
    found = centrality(nx.path_graph(2))
    assert np.isnan(found.betweenness).all()
    assert found.closeness.tolist() == found.harmonic.tolist() == [1, 1]
    assert found.eigenvector == pytest.approx([1, 1])
    assert codes(found) == ["too-few-nodes"]


def test_isolates_have_no_closeness() -> None:
    """networkx gives 0 here; nobody is near or far, so that it is not defined."""
    graph = nx.path_graph(3)
    graph.add_node(9)
    found = centrality(graph)
    assert np.isnan(found[9]["closeness"])
    assert (found[9]["harmonic"], found[9]["betweenness"], found[9]["eigenvector"]) == (0, 0, 0)
    assert "Reached by nobody: 1 of 4 nodes" in str(found.caveats[1])


def test_parts_that_dominate_alike() -> None:
    """Two triangles: any mix of their vectors solves the equation, so that none is given."""
    found = centrality(nx.Graph([(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (6, 7)]))
    assert np.isnan(found.eigenvector).all()
    assert codes(found) == ["several-parts", "eigenvector-shared"]


def test_a_search_that_does_not_settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said, and the other measures stand."""
    monkeypatch.setattr("abcd.network._spectral._RESIDUE", -1.0)
    found = centrality(nx.path_graph(3))
    assert np.isnan(found.eigenvector).all()
    assert codes(found) == ["eigenvector-unsettled"]
    assert found.betweenness.tolist() == [0, 1, 0]


def test_self_loops_are_left_out() -> None:
    """They are counted, and change nothing else."""
    graph = nx.path_graph(3)
    graph.add_edge(0, 0)
    found = centrality(graph)
    assert codes(found) == ["self-loops"]
    assert found.degree.tolist() == [1, 2, 1]


# --- samples -------------------------------------------------------------------------------------


def test_a_sample_estimates_with_its_error() -> None:
    """Mean and standard error over many samples are what they say: 400 seeds, 12 of 34 sources."""
    graph = snapshot(nx.karate_club_graph())
    exact = centrality(graph).betweenness
    found = [centrality(graph, sample=12, rng=seed) for seed in range(400)]
    estimates = np.array([one.betweenness for one in found])
    # Where no two sources differ nothing is known of the error: as the estimate, it is then 0.
    errors = np.nan_to_num([one.betweenness_error for one in found])
    spread = estimates.std(axis=0)
    # Without bias: the mean of 400 lies within four of its own standard errors.
    assert np.all(np.abs(estimates.mean(axis=0) - exact) <= 4 * spread / 20 + 1e-12)
    # The mean of the squared errors is the variance of the estimates.
    np.testing.assert_allclose((errors**2).mean(axis=0), spread**2, rtol=0.3, atol=1e-12)
    one = found[5]
    assert (one.sources, one.seed, one.n) == (12, 5, 34)
    assert np.isnan(one.closeness).all()
    assert np.isnan(one.harmonic).all()
    assert codes(one) == ["sampled-sources", "no-source-differs"]


def test_the_error_of_a_sample_by_its_formula() -> None:
    """n sqrt((1 - k / n) s^2 / k) of what each source adds, over the pairs."""
    graph = nx.karate_club_graph()
    found = centrality(graph, sample=10, rng=3)
    generator = np.random.default_rng(np.random.SeedSequence(3, spawn_key=(0,)))
    chosen = np.sort(generator.choice(34, 10, replace=False)).tolist()
    added = np.array([list(_of_source(graph, source).values()) for source in chosen])
    expected = 34 * np.sqrt((1 - 10 / 34) * added.var(axis=0, ddof=1) / 10) / 2 / (33 * 32 / 2)
    # Nodes to which no source adds, and that others could pass, have no error; node 11 has one
    # contact, and nobody passes.
    expected[(expected < 1e-12) & (np.arange(34) != 11)] = np.nan
    np.testing.assert_allclose(found.betweenness_error, expected, rtol=1e-9, atol=1e-15)
    mean = 34 * added.mean(axis=0) / 2 / (33 * 32 / 2)
    np.testing.assert_allclose(found.betweenness, mean, rtol=1e-9, atol=1e-15)


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("sample", [3, 40])
def test_the_bound_holds_where_the_error_is_too_small(sample: int, directed: bool) -> None:
    """Serfling's inequality: the truth lies inside in 95 of 100 draws at least, of every node."""
    graph = nx.gnm_random_graph(80, 160, seed=1, directed=directed)
    exact = centrality(graph)
    assert not exact.betweenness_bound.any()
    found = [centrality(graph, sample=sample, rng=seed) for seed in range(100)]
    inside = [np.abs(one.betweenness - exact.betweenness) <= one.betweenness_bound for one in found]
    assert np.mean(inside, axis=0).min() >= 0.95


def test_the_bound_of_a_sample_by_its_formula() -> None:
    """A tie, a chain of four, and their parts: R is the size of the part less the two ends."""
    graph = nx.Graph([("a", "b"), ("c", "d"), ("d", "e"), ("e", "f")])
    found = centrality(graph, sample=2, rng=1, normalized=False)
    half = 0.5 * 6 * 2 * np.sqrt((1 - 1 / 6) * np.log(40) / 4)
    expected = dict.fromkeys("abcdef", 0.0) | {"d": half, "e": half}
    assert dict(zip(found.nodes, found.betweenness_bound.tolist(), strict=True)) == pytest.approx(
        expected
    )


def test_an_estimate_of_nothing_is_no_certainty() -> None:
    """A bridge that no drawn source passes: no error is known, and the bound is wide."""
    graph = nx.disjoint_union(nx.path_graph(3), nx.complete_graph(40))
    found = centrality(graph, sample=2, rng=4)
    assert found.betweenness[1] == 0
    assert np.isnan(found.betweenness_error[1])
    assert found.betweenness_error[0] == found.betweenness_bound[0] == 0
    assert found.betweenness_bound[1] > 0
    said = next(one for one in found.caveats if one.code == "no-source-differs")
    assert said.data == {"count": 41, "total": 43, "fields": ("betweenness_error",)}


def test_long_chains_settle() -> None:
    """The eigenvector of a chain of n is sin(pi i / (n + 1)), however long."""
    for count in (350, 2_000):
        found = principal_of(nx.path_graph(count))
        sines = np.sin(np.pi * np.arange(1, count + 1) / (count + 1))
        np.testing.assert_allclose(found, sines / sines.max(), atol=1e-6)


def principal_of(graph: Any) -> Any:
    """Find the principal eigenvector alone: the shortest paths of a long chain take longer."""
    rows = nx.to_scipy_sparse_array(graph, dtype=np.dtype(float), format="csr")
    return principal(rows, directed=False).values


def _of_source(graph: Any, source: Any) -> dict[Any, float]:
    """Give what one source adds to each node, by networkx."""
    subset = nx.betweenness_centrality_subset(graph, [source], list(graph))
    # networkx halves the sum where ties have no direction.
    return {node: 2 * value for node, value in subset.items()}


def test_a_sample_of_all_is_exact() -> None:
    """As many sources as there are nodes, or more: no seed is needed, and the error is 0."""
    graph = nx.path_graph(5)
    assert centrality(graph, sample=5, rng=1) == centrality(graph)
    assert centrality(graph).betweenness_error.tolist() == [0] * 5
    assert centrality(graph).seed is None


def test_a_drawn_seed_repeats_the_result() -> None:
    """Without `rng` the seed stands in the result."""
    graph = nx.karate_club_graph()
    found = centrality(graph, sample=5)
    assert centrality(graph, sample=5, rng=found.seed) == found
    with ThreadPoolExecutor(2) as executor:
        assert centrality(graph, sample=5, rng=found.seed, executor=executor) == found


# --- arguments -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"normalized": "yes"}, "normalized: found 'yes'; accepted: True or False"),
        ({"normalized": 1}, "normalized: found 1; accepted: True or False"),
        ({"damping": 1}, "damping: found 1; accepted: a number above 0 and below 1"),
        ({"damping": 0.9999}, "damping: found 0.9999; accepted: a number above 0, up to 0.999"),
        ({"sample": 1}, "sample: found 1; accepted: a whole number from 2"),
        ({"sample": 2.5}, "sample: found 2.5; accepted: a whole number from 2"),
        ({"rng": -1}, "rng: found -1"),
        ({"executor": 3}, "executor: found"),
        ({"weight": "strength"}, "'strength'"),
    ],
)
def test_arguments_out_of_range(arguments: dict[str, Any], message: str) -> None:
    """Each is named, with what is accepted."""
    with pytest.raises(InvalidValueError, match=message):
        centrality(nx.path_graph(3), **arguments)
