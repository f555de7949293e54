"""Stability: resampled people and answers, the bootstrap of people, and what is not defined."""

import math
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes
from hypothesis.extra.numpy import arrays as arrays_of
from scipy import stats

from abcd import Community, Person, Tie
from abcd._arguments import generator
from abcd.errors import InvalidValueError
from abcd.network import Snapshot, Stability, graph, snapshot, stability
from abcd.network._extremes import Extremes
from abcd.network._measures import BY_NAME, mean_ranks, measured
from abcd.network._resampling import _anew

KARATE = nx.karate_club_graph()


def codes(found: Stability) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in found.caveats]


def nothing(found: Stability) -> set[str]:
    """List the fields that are not known."""
    return {
        name
        for caveat in found.caveats
        if caveat.code == "stability-nothing"
        for name in caveat.data["fields"]
    }


def test_samples_are_subnetworks() -> None:
    """Each sample redone with networkx from the same generator: correlation, error, overlap."""
    found = stability(KARATE, "degree", shares=[0.8, 0.5], samples=30, top=5, rng=7)
    full = dict(KARATE.degree)
    for place, size in enumerate((27, 17)):
        rows = []
        for sample in range(30):
            drawn = generator(7, place * 30 + sample).choice(34, size, replace=False)
            part = KARATE.subgraph(drawn.tolist())
            before = np.array([full[node] for node in part])
            after = np.array([part.degree[node] for node in part])
            tops = [values >= np.sort(values)[-5] for values in (before, after)]
            rows.append(
                (
                    stats.spearmanr(before, after).statistic,
                    np.abs(before - after).mean(),
                    (tops[0] & tops[1]).sum() / (tops[0] | tops[1]).sum(),
                )
            )
        means = np.mean(rows, axis=0)
        got = found.correlation[place], found.error[place], found.overlap[place]
        assert got == pytest.approx(tuple(means))
        low, high = np.quantile([row[1] for row in rows], [0.025, 0.975])
        assert (found.error_low[place], found.error_high[place]) == pytest.approx((low, high))
    assert found.values.tolist() == [full[node] for node in KARATE]
    assert found.rank.tolist() == pytest.approx(stats.rankdata([-full[node] for node in KARATE]))
    assert (found.rank_low <= found.rank_high).all()
    assert found.defined.tolist() == [30, 30]
    assert found.value is None
    assert nothing(found) == set()


def test_answers_vanish_and_what_others_say_stays() -> None:
    """Directed: the arcs of the missing; undirected: ties between two who are missing."""
    arcs = nx.gnp_random_graph(12, 0.4, seed=2, directed=True)
    found = stability(arcs, "mean_degree", shares=[0.5], missing="answers", samples=20, rng=3)
    off, full = [], found.value
    assert full is not None
    for sample in range(20):
        stays = set(generator(3, sample).choice(12, 6, replace=False).tolist())
        kept = nx.DiGraph([(a, b) for a, b in arcs.edges if a in stays])
        contacts: nx.Graph[Any] = nx.Graph(kept.edges)
        off.append(abs(2 * contacts.number_of_edges() / 12 - full))
    assert found.error[0] == pytest.approx(np.mean(off))
    ties = nx.gnp_random_graph(12, 0.4, seed=2)
    found = stability(ties, "density", shares=[0.5], missing="answers", samples=20, rng=3)
    off = []
    for sample in range(20):
        stays = set(generator(3, sample).choice(12, 6, replace=False).tolist())
        count = sum(a in stays or b in stays for a, b in ties.edges)
        off.append(nx.density(ties) - count / 66)
    assert found.error[0] == pytest.approx(np.mean(off))


def test_only_those_who_answered_can_be_missing() -> None:
    """Where the graph says who answered, answers are taken from these."""
    people = [
        *[Person(id, id, interviewed_on="2024-01-02") for id in ("a", "b", "c")],
        Person("d", "D", asked_on="2024-01-01"),
    ]
    ties = [Tie("a", "b"), Tie("b", "c"), Tie("c", "d")]
    network = graph(Community("rt", "RT", people=people, ties=ties))
    found = stability(network, "density", shares=[0.5], missing="answers", samples=5, rng=1)
    assert (found.respondents, found.n) == (3, 4)
    assert "stability-missing-already" in codes(found)
    everybody = stability(network, "density", shares=[0.5], samples=5, rng=1)
    assert everybody.respondents == 4
    silent = [Person("a", "A", asked_on="2024-01-01"), Person("b", "B", asked_on="2024-01-01")]
    nobody = graph(Community("rt", "RT", people=silent, ties=[Tie("a", "b")]))
    none = stability(nobody, "density", shares=[0.5], missing="answers", samples=5, rng=1)
    assert none.respondents == 0


def test_surveys_of_egos_are_named() -> None:
    """What depends on ties among those who were only named can not be estimated."""
    people = [Person("ego", "Ego", interviewed_on="2024-01-02"), Person("a", "A"), Person("b", "B")]
    ties = [Tie("ego", other, directed=True, reported_by="ego") for other in ("a", "b")]
    star = graph(Community("rt", "RT", people=people, ties=ties))
    assert "alters-unasked" in codes(stability(star, "density", samples=3, rng=1))


def test_jackknife_follows_its_formula() -> None:
    """Snijders and Borgatti (1999): (n - 2) / (2 n) times the sum of squared deviations."""
    found = stability(KARATE, "density", shares=[0.9], samples=5, rng=1)
    without = []
    for node in KARATE:
        part = KARATE.copy()
        part.remove_node(node)
        without.append(nx.density(part))
    squares = ((np.array(without) - np.mean(without)) ** 2).sum()
    assert found.jackknife_error == pytest.approx(math.sqrt(32 / 68 * squares))
    assert found.value == pytest.approx(nx.density(KARATE))


def test_bootstrap_and_jackknife_agree() -> None:
    """Two ways to one standard error; the interval is that of the values drawn."""
    found = stability(KARATE, "density", shares=[0.9], samples=400, rng=1)
    value, error = found.value, found.bootstrap_error
    assert value is not None
    assert error is not None
    assert found.jackknife_error is not None
    assert 0.6 < error / found.jackknife_error < 1.7
    arrays = snapshot(KARATE)
    # The generators after those of the 400 samples of the one share.
    drawn = [_anew(arrays, generator(1, 400 + place)).tie_count / 561 for place in range(400)]
    low, high = np.quantile(drawn, [0.025, 0.975])
    assert (found.low, found.high) == pytest.approx((low, high))
    assert found.interval == "percentile"
    assert len(found) == 0
    assert nothing(found) == set()


@pytest.mark.parametrize("metric", ["density", "transitivity", "efficiency"])
@pytest.mark.parametrize("ties", [4, 40, 425])
def test_intervals_stay_in_the_range_of_the_measure(metric: str, ties: int) -> None:
    """Sparse and nearly complete networks: never below 0 or above 1."""
    network = nx.gnm_random_graph(30, ties, seed=1)
    found = stability(network, metric, shares=[0.9], samples=60, rng=1)
    for end in (found.low, found.high):
        assert end is None or 0 <= end <= 1


def test_no_spread_is_no_certainty() -> None:
    """All are tied, or nobody is: each network drawn anew is like the other."""
    for network in (nx.complete_graph(5), nx.empty_graph(5)):
        found = stability(network, "density", samples=20, rng=1)
        errors = found.bootstrap_error, found.low, found.high, found.jackknife_error
        assert errors == (None, None, None, None)
        said = [one for one in found.caveats if one.code == "stability-no-spread"]
        assert said[0].data["fields"] == ("bootstrap_error", "low", "high", "jackknife_error")
    # Without any one person a circle is the same chain; networks drawn anew differ.
    circle = stability(nx.cycle_graph(6), "density", samples=20, rng=1)
    assert circle.jackknife_error is None
    assert circle.bootstrap_error is not None


@given(
    rows=arrays_of(
        np.float64,
        array_shapes(min_dims=2, max_dims=2, max_side=12),
        elements=st.one_of(st.just(np.nan), st.integers(1, 9).map(float)),
    ),
    tail=st.sampled_from([0.005, 0.025, 0.1, 0.25, 0.49]),
)
def test_outermost_ranks_give_the_quantiles_of_all(rows: Any, tail: float) -> None:
    """numpy's quantiles of everything, from what was kept of pieces of it."""
    outer = Extremes(rows.shape[1], len(rows), tail)
    for begin in range(0, len(rows), 2):
        outer.add(rows[begin : begin + 2])
    low, high = outer.ends()
    for node, column in enumerate(rows.T):
        met = column[np.isfinite(column)]
        if not len(met):
            assert np.isnan([low[node], high[node]]).all()
            continue
        ends = np.quantile(met, [tail, 1 - tail])
        np.testing.assert_allclose([low[node], high[node]], ends, rtol=1e-12)


@pytest.mark.parametrize("directed", [True, False])
def test_people_drawn_anew_keep_their_ties(directed: bool) -> None:  # parametrized
    """Between copies of two people stands what stood between the two, with its weight."""
    network: Any = nx.gnp_random_graph(9, 0.4, seed=1, directed=directed)
    for place, (a, b) in enumerate(network.edges):
        network[a][b]["weight"] = place + 1
    arrays = snapshot(network, weight="weight")
    for seed in range(10):
        drawn = _anew(arrays, np.random.default_rng(seed))
        copies = np.sort(np.random.default_rng(seed).integers(9, size=9)).tolist()
        # Refuses what is no network.
        Snapshot(
            ids=drawn.ids,
            indptr=drawn.indptr,
            indices=drawn.indices,
            weights=drawn.weights,
            weight="weight",
            directed=directed,
        )
        assert drawn.weights is not None
        weights = dict(
            zip(
                zip(drawn.sources.tolist(), drawn.indices.tolist(), strict=True),
                drawn.weights.tolist(),
                strict=True,
            )
        )
        for one, a in enumerate(copies):
            for other, b in enumerate(copies):
                if a != b:
                    expected = network[a][b]["weight"] if network.has_edge(a, b) else None
                    assert weights.get((one, other)) == expected
    empty = _anew(snapshot(nx.empty_graph(5)), np.random.default_rng(1))
    assert empty.tie_count == 0


def test_measures_are_those_of_networkx() -> None:
    """By name, on a network without and with directions."""
    arrays = snapshot(KARATE)
    oracles: dict[str, Any] = {
        "degree": dict(KARATE.degree),
        "betweenness": nx.betweenness_centrality(KARATE),
        "constraint": nx.constraint(KARATE),
        "effective_size": nx.effective_size(KARATE, nodes=list(KARATE)),
        "clustering": nx.clustering(KARATE),
    }
    for name, oracle in oracles.items():
        got = measured(name, arrays).values
        want = [oracle[node] for node in KARATE]
        # networkx writes 0 for the clustering of one contact.
        np.testing.assert_allclose(np.nan_to_num(got), want, rtol=1e-9, atol=1e-12)
    harmonic = measured("harmonic", arrays).values * 33
    oracle = nx.harmonic_centrality(KARATE)
    assert harmonic.tolist() == pytest.approx([oracle[node] for node in KARATE])
    assert measured("transitivity", arrays).values[0] == pytest.approx(nx.transitivity(KARATE))
    assert measured("efficiency", arrays).values[0] == pytest.approx(nx.global_efficiency(KARATE))
    assert measured("mean_degree", arrays).values[0] == pytest.approx(156 / 34)
    # Powers of two, so that sums of lengths are exact in networkx too, which has no tolerance.
    heavy: nx.Graph[Any] = nx.Graph()
    for place, (a, b) in enumerate(KARATE.edges):
        heavy.add_edge(a, b, weight=2.0 ** (place % 3), far=2.0 ** -(place % 3))
    weighted = stability(heavy, "betweenness", shares=[0.9], samples=2, weight="weight", rng=1)
    between = nx.betweenness_centrality(heavy, weight="far")
    assert weighted.values.tolist() == pytest.approx([between[node] for node in heavy])
    assert weighted.weight == "weight"


def test_own_functions() -> None:
    """A number or an array of the user's; anything else is refused."""
    of_nodes = stability(KARATE, lambda part: np.diff(part.indptr), samples=3, rng=1)
    by_name = stability(KARATE, "degree", samples=3, rng=1)
    assert (of_nodes.metric, of_nodes.correlation.tolist()) == (
        "own function",
        by_name.correlation.tolist(),
    )
    number = stability(KARATE, lambda part: part.tie_count, samples=3, rng=1)
    assert number.value == 78
    never = stability(KARATE, lambda _: None, samples=3, rng=1)
    assert (never.value, never.defined.tolist()) == (None, [0, 0, 0, 0])
    assert nothing(never) >= {"value", "low", "error"}
    assert "stability-undefined" in codes(never)
    for wrong in ("text", [1, 2], {"a": 1}, ["x"] * 34):
        with pytest.raises(InvalidValueError, match=r"metric\(\.\.\.\): found .*; accepted: a num"):
            stability(KARATE, lambda _, wrong=wrong: wrong, samples=1, rng=1)  # type: ignore[misc]  # bound


def test_functions_that_change_their_kind_give_nothing() -> None:
    """A number for everybody and an array for a sample can not be compared, nor the reverse."""
    first = stability(KARATE, _number_for_all, samples=2, rng=1)
    assert (first.value, first.bootstrap_error, first.jackknife_error) == (1.0, None, None)
    assert first.defined.sum() == 0
    second = stability(KARATE, _array_for_all, samples=2, rng=1)
    assert second.defined.sum() == 0
    assert np.isnan(second.rank_low).all()


def _number_for_all(part: Snapshot) -> Any:
    return (
        1.0
        if part.node_count == 34 and part.ids[0] == 0 and part.tie_count == 78
        else part.indptr[1:]
    )


def _array_for_all(part: Snapshot) -> Any:
    return part.indptr[1:] if part.node_count == 34 else 1.0


def test_thin_data() -> None:
    """No nodes, one, two, and nodes without ties: nothing is made up."""
    for count in (0, 1, 2):
        for name in BY_NAME:
            found = stability(nx.empty_graph(count), name, samples=3, rng=1)
            assert found.bootstrap_error is None
            assert found.jackknife_error is None
    assert "no-nodes" in codes(stability(nx.Graph(), "degree", samples=1, rng=1))
    constant = stability(nx.empty_graph(6), "degree", samples=3, rng=1)
    assert np.isnan(constant.correlation).all()
    assert constant.error.tolist() == [0, 0, 0, 0]
    assert nothing(constant) == {"correlation", "correlation_low", "correlation_high"}
    one = stability(KARATE, "density", samples=1, rng=1)
    assert one.bootstrap_error is None
    assert one.jackknife_error is not None


def test_ranks_of_equal_values() -> None:
    """Values apart by rounding share the middle of their ranks; nan has none."""
    got = mean_ranks(np.array([0.1 + 0.2, 5, np.nan, 0.3, -1]))
    np.testing.assert_array_equal(got, [2.5, 1, np.nan, 2.5, 4])
    assert mean_ranks(np.array([np.nan])).tolist() != [1]


def test_wrong_arguments_are_refused() -> None:
    """Measures, shares and the rest, with what is accepted."""
    for metric, match in (
        ("betweeness", "metric: found 'betweeness'; accepted: a function, or 'degree', 'betw"),
        (int, "metric: found type; accepted: the name"),
        (3, "metric: found int; accepted: the name of a measure"),
    ):
        with pytest.raises(InvalidValueError, match=match):
            stability(KARATE, metric)  # type: ignore[arg-type]  # no measure
    for arguments, match in (
        ({"shares": []}, "shares: found none; accepted: numbers above 0"),
        ({"shares": "0.9"}, "shares: found text of 3 characters"),
        ({"shares": [0.9, 1.0]}, r"shares\[1\]: found 1.0"),
        ({"missing": "ties"}, "missing: found 'ties'; accepted: one of 'people' or 'answers'"),
        ({"samples": 0}, "samples: found 0"),
        ({"top": 0}, "top: found 0"),
        ({"confidence": 1}, "confidence: found 1"),
    ):
        with pytest.raises(InvalidValueError, match=match):
            stability(KARATE, "degree", **arguments)
