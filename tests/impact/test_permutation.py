"""The permutation test of two groups: exact where it can be, by people or by cluster."""

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from statistics import median
from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.impact import permutation_test
from abcd.impact._arrangements import Arrangements, _random, tail

from .published import pairs, unexplained

NOT_ASKED = {"seed", "clusters_a", "clusters_b", "assignment"}


def share(a: list[Fraction], b: list[Fraction], units: Sequence[int]) -> Fraction:
    """Return the two-sided p of the difference of means over all arrangements, by definition."""
    values, kinds = a + b, list(dict.fromkeys(units))
    first = {units[place] for place in range(len(a))}

    def difference(chosen: set[int]) -> Fraction:
        ins = [v for v, unit in zip(values, units, strict=True) if unit in chosen]
        outs = [v for v, unit in zip(values, units, strict=True) if unit not in chosen]
        return abs(sum(ins, Fraction()) / len(ins) - sum(outs, Fraction()) / len(outs))

    observed = difference(first)
    found = [difference(set(chosen)) >= observed for chosen in combinations(kinds, len(first))]
    return Fraction(sum(found), len(found))


@pytest.mark.parametrize("seed", range(12))
def test_exact_p_equals_that_of_fractions(seed: int) -> None:
    """Scores of one decimal have ties that floats break: a relative tolerance keeps them."""
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 6, 2)
    tenths = [[int(x) for x in rng.integers(0, 40, size)] for size in sizes]
    a, b = ([Fraction(x, 10) for x in group] for group in tenths)
    test = permutation_test([x / 10 for x in tenths[0]], [x / 10 for x in tenths[1]])
    assert test.p == pytest.approx(float(share(a, b, range(len(a) + len(b)))), abs=1e-12)
    assert test.method == "exact"
    assert test.arrangements == math.comb(len(a) + len(b), len(a))


@pytest.mark.parametrize("seed", range(6))
def test_exact_p_by_cluster_equals_that_of_fractions(seed: int) -> None:
    """Whole clusters of unequal size change places."""
    rng = np.random.default_rng(seed)
    labels = [0, 0, 1, 2, 2, 2, 3, 4, 4, 5]
    tenths = [int(x) for x in rng.integers(0, 40, 10)]
    a, b = ([Fraction(x, 10) for x in part] for part in (tenths[:6], tenths[6:]))
    values = [x / 10 for x in tenths]
    test = permutation_test(values[:6], values[6:], clusters=labels)
    assert test.p == pytest.approx(float(share(a, b, labels)), abs=1e-12)
    assert (test.clusters_a, test.clusters_b) == (3, 3)
    assert test.smallest_p == pytest.approx(2 / 20)
    assert "groups-smallest-p" in [caveat.code for caveat in test.caveats]


def test_agrees_with_scipy() -> None:
    """scipy 1.17 permutation_test on Student's sleep data taken as two groups, exact."""
    a, b = pairs("sleep")
    # More than the number of arrangements: scipy then takes each of them once.
    peer = stats.permutation_test(
        (a, b), lambda x, y: float(np.mean(x) - np.mean(y)), n_resamples=10**6
    )
    test = permutation_test(a, b, assignment="random")
    assert test.p == pytest.approx(float(peer.pvalue), abs=1e-12)
    assert test.difference == pytest.approx(-1.58)
    assert test.arrangements == 184_756


@pytest.mark.parametrize("statistic", ["mean", "welch", "median"])
def test_statistics_are_what_their_names_say(statistic: Any) -> None:
    """The observed statistic, against its own formula."""
    a, b = [3.1, 4.5, 2.2, 9.0], [1.0, 2.5, 2.0]
    expected = {
        "mean": np.mean(a) - np.mean(b),
        "welch": stats.ttest_ind(a, b, equal_var=False).statistic,
        "median": median(a) - median(b),
    }
    test = permutation_test(a, b, statistic=statistic)
    assert test.statistic == pytest.approx(expected[statistic])
    assert test.statistic_name == statistic


@pytest.mark.parametrize("statistic", ["welch", "median"])
def test_other_statistics_over_all_arrangements(statistic: Any) -> None:
    """The p by writing out all 35 arrangements with the plain functions."""
    values = [3, 4, 2, 9, 1, 2, 5]
    functions: dict[str, Any] = {
        "welch": lambda x, y: stats.ttest_ind(x, y, equal_var=False).statistic,
        "median": lambda x, y: median(x) - median(y),
    }
    function = functions[statistic]
    null = [
        abs(function([values[i] for i in s], [values[i] for i in range(7) if i not in s]))
        for s in combinations(range(7), 4)
    ]
    observed = null[0]
    test = permutation_test(values[:4], values[4:], statistic=statistic)
    assert test.p == pytest.approx(np.mean(np.array(null) >= observed - 1e-9))


def test_many_people_are_sampled_and_the_seed_repeats() -> None:
    """Monte Carlo counts the observed arrangement in; the same seed gives the same p."""
    rng = np.random.default_rng(3)
    a, b = rng.normal(1, 1, 30), rng.normal(0, 1, 30)
    test = permutation_test(a, b, samples=499, rng=5)
    assert (test.method, test.seed, test.arrangements) == ("monte-carlo", 5, 499)
    assert test == permutation_test(a, b, samples=499, rng=5)
    assert test.smallest_p == pytest.approx(1 / 500)
    drawn = permutation_test(a, b, samples=99)
    assert drawn.seed is not None
    assert drawn == permutation_test(a, b, samples=99, rng=drawn.seed)
    assert "arrangements-sampled" in [caveat.code for caveat in test.caveats]


def test_sampled_p_is_near_the_exact_one() -> None:
    """4,000 random arrangements of the sleep data: within 4 standard errors of the exact p."""
    a, b = (np.array(wave) for wave in pairs("sleep"))
    values = np.concatenate((a, b))
    data = Arrangements(values, np.arange(20), np.arange(20) < 10)
    exact = tail(data, "mean", samples=1, rng=1)
    blocks = list(_random(data, 4_000, np.random.default_rng(1)))
    masks = np.concatenate(blocks)
    assert masks.sum(axis=1).tolist() == [10] * 4_000
    null = np.abs(np.where(masks, values, 0).sum(axis=1) / 5 - values.sum() / 10)
    share = float(np.mean(null >= abs(exact.statistic) - 1e-9))
    assert share == pytest.approx(exact.p, abs=4 * math.sqrt(exact.p * (1 - exact.p) / 4_000))


def test_order_of_rows_does_not_matter() -> None:
    """Shuffled people, same answer."""
    a, b = [3.1, 4.5, 2.2, 9.0], [1.0, 2.5, 2.0]
    assert permutation_test(a, b).p == permutation_test(a[::-1], [b[2], b[0], b[1]]).p
    assert permutation_test(a, b).p == permutation_test(b, a).p


@pytest.mark.parametrize("clustered", [False, True])
def test_order_of_rows_does_not_matter_where_arrangements_are_drawn(clustered: bool) -> None:
    """The same seed gives the same p for shuffled people, and for shuffled clusters."""
    rng = np.random.default_rng(4)
    values, labels = rng.integers(0, 9, 80).tolist(), [place // 2 for place in range(80)]
    order = [*rng.permutation(40).tolist(), *(40 + rng.permutation(40)).tolist()]
    found = set()
    for places in (range(80), order):
        column = [values[place] for place in places]
        clusters = [labels[place] for place in places] if clustered else None
        test = permutation_test(column[:40], column[40:], clusters=clusters, samples=99, rng=1)
        assert test.method == "monte-carlo"
        found.add(test.p)
    assert len(found) == 1


def test_ids_tell_people_apart_and_clusters_come_by_id() -> None:
    """A mapping of everybody to a cluster serves both groups; missing values are listed."""
    a, b = {"p1": 3, "p2": None, "p3": 5}, {"p4": 1, "p5": 2}
    places = {"p1": "n", "p3": "n", "p4": "s", "p5": "s"}
    test = permutation_test(a, b, clusters=places, missing="omit")
    assert (test.omitted_a, test.n_a, test.clusters_a) == (("p2",), 2, 1)
    assert [caveat.code for caveat in test.caveats][:3] == [
        "groups-assignment-unknown",
        "small-groups",
        "rows-omitted",
    ]


def test_equal_values_have_p_1() -> None:
    """Nobody differs: every arrangement is as extreme as any."""
    test = permutation_test([2, 2, 2], [2, 2])
    assert (test.p, test.difference, test.statistic) == (1.0, 0.0, 0.0)
    assert permutation_test([2, 2, 2], [2, 2], statistic="welch").statistic == 0.0


def test_a_sampled_p_counts_the_observed_arrangement() -> None:
    """None of 99 random arrangements separates the groups so well: p is 1 of 100, never 0."""
    test = permutation_test(list(range(20)), list(range(100, 120)), samples=99, rng=1)
    assert test.p == pytest.approx(0.01)


def test_groups_without_spread_have_no_finite_ratio() -> None:
    """Welch's statistic is infinite; the p over arrangements holds, and a caveat says why."""
    test = permutation_test([2, 2, 2], [1, 1, 1], statistic="welch")
    assert test.statistic is None
    assert test.p == pytest.approx(2 / 20)
    assert unexplained(test, NOT_ASKED) == set()


@pytest.mark.parametrize(("a", "b"), [([], [1, 2]), ([1], []), ([], [])])
def test_an_empty_group_is_explained(a: Any, b: Any) -> None:
    """Nothing is estimable, and every None is named."""
    test = permutation_test(a, b)
    assert test.p is None
    assert unexplained(test, NOT_ASKED) == set()


@pytest.mark.parametrize(
    ("arguments", "match"),
    [
        ({"a": {"p1": 1}, "b": {"p1": 2}}, r"b\['p1'\]: found the id 'p1', which stands in a too"),
        ({"statistic": "mode"}, "statistic: found 'mode'"),
        ({"assignment": "lot"}, "assignment: found 'lot'"),
        ({"samples": 0}, "samples: found 0"),
        ({"rng": "x"}, "rng: found 'x'"),
        ({"missing": "drop"}, "missing: found 'drop'"),
        ({"clusters": ["n", "s"]}, "clusters: found 2 labels; accepted: 4 labels"),
        ({"clusters": ["n", "s", "n", "s"]}, "clusters: found 'n', 's' in a and in b"),
        ({"clusters": {0: "n"}}, "clusters: found labels by id; accepted: a label for each value"),
        (
            {"a": {"p1": 1}, "b": {"p2": 2}, "clusters": ["n", "s"]},
            "clusters: found labels by position; accepted: a mapping from id to label, because a",
        ),
        (
            {"a": {"p1": 1}, "b": {"p2": 2}, "clusters": {"p1": "n"}},
            "clusters: found no cluster of 'p2'; accepted: the cluster of everybody",
        ),
        ({"clusters": 3}, "clusters: found int"),
        ({"clusters": ["n", None, "s", "s"]}, r"clusters\[1\]: found the missing value None"),
        ({"clusters": ["n", 1.5, "s", "s"]}, r"clusters\[1\]: found 1.5"),
        ({"clusters": {"p1": "n", " ": "s"}}, r"clusters\[' '\]: found the id ' '"),
    ],
)
def test_what_can_not_be_compared_is_refused(arguments: Any, match: str) -> None:
    """The argument and what it accepts are named."""
    with pytest.raises(InvalidValueError, match=match):
        permutation_test(**{"a": [1, 2], "b": [3, 4], **arguments})


def test_a_cluster_of_nobody_is_refused() -> None:
    """A slip in an id would drop somebody in silence; who has no value may have a cluster."""
    a, b = {"p": 1, "q": None}, {"r": 2}
    hamlets = {"p": "x", "q": "x", "r": "y"}
    assert permutation_test(a, b, clusters=hamlets, missing="omit").clusters_a == 1
    with pytest.raises(InvalidValueError, match="typo"):
        permutation_test(a, b, clusters={**hamlets, "typo": "x"}, missing="omit")
