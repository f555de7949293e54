"""More than two waves against scipy, tables of the literature, and all orders written out."""

from itertools import permutations, product
from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.impact import Waves, adjust, paired_change, waves
from abcd.impact._friedman import double_ranks, tail_by_orders, tail_by_random_orders

from .published import unexplained

COURSE = {
    "before": [4, 5, 6, 3, 7, 5],
    "after": [6, 8, 6, 7, 8, 9],
    "later": [6, 7, 7, 6, 8, 7],
}
NOT_DRAWN = {"seed"}


def codes(result: Waves) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


@pytest.mark.parametrize("seed", range(6))
def test_statistic_agrees_with_scipy(seed: int) -> None:
    """scipy 1.17, friedmanchisquare, which corrects for ties; W is that over n (k - 1)."""
    generator = np.random.default_rng(seed)
    table = generator.integers(0, 6, (int(generator.integers(3, 6)), 9))
    result = waves(table.tolist(), samples=99, rng=1)
    expected = stats.friedmanchisquare(*table).statistic
    assert result.friedman == pytest.approx(expected, rel=1e-12)
    assert result.kendall_w == pytest.approx(expected / (9 * (len(table) - 1)), rel=1e-12)
    ranks = np.apply_along_axis(stats.rankdata, 0, table).mean(axis=1)
    assert result.mean_ranks == pytest.approx(ranks, rel=1e-12)


@pytest.mark.parametrize(
    ("orders", "p"),
    [
        # Siegel (1956), table N, k = 3, N = 3: chi-squared 6.000 has p .028, 4.667 has .194.
        pytest.param([(1, 2, 3)] * 3, 0.028, id="6.000"),
        pytest.param([(1, 2, 3), (1, 2, 3), (1, 3, 2)], 0.194, id="4.667"),
        # The same table, N = 4: 8.0 has p .0046, 6.5 has .042.
        pytest.param([(1, 2, 3)] * 4, 0.0046, id="8.0"),
        pytest.param([(1, 2, 3)] * 3 + [(1, 3, 2)], 0.042, id="6.5"),
    ],
)
def test_exact_p_of_the_table(orders: list[tuple[int, ...]], p: float) -> None:
    """Small tables of Friedman's statistic."""
    result = waves(np.array(orders).T.tolist())
    assert result.friedman_method == "exact"
    assert result.friedman_p == pytest.approx(p, abs=5e-4)


@pytest.mark.parametrize("seed", range(6))
def test_exact_p_by_definition(seed: int) -> None:
    """The share of all 6^4 orders, ties included, that agree at least as much."""
    scores = np.random.default_rng(seed).integers(0, 4, (4, 3))
    ranks = double_ranks(scores)
    observed = int(np.square(ranks.sum(axis=0)).sum())
    totals = [
        int(np.square(np.sum(rows, axis=0)).sum())
        for rows in product(*[list(permutations(row)) for row in ranks.tolist()])
    ]
    expected = sum(total >= observed for total in totals) / len(totals)
    assert tail_by_orders(ranks) == pytest.approx(expected, rel=1e-12)


def test_sampled_p_is_near_the_exact_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Random orders estimate it within five standard errors, whatever is held at a time."""
    ranks = double_ranks(np.random.default_rng(3).integers(0, 9, (9, 3)))
    exact = tail_by_orders(ranks)
    assert exact is not None
    sampled = tail_by_random_orders(ranks, samples=4_000, generator=np.random.default_rng(1))
    assert sampled == pytest.approx(exact, abs=5 * np.sqrt(exact * (1 - exact) / 4_000))
    monkeypatch.setattr("abcd.impact._friedman._CELLS", 100)
    again = tail_by_random_orders(ranks, samples=4_000, generator=np.random.default_rng(1))
    assert again == sampled


def test_many_waves_or_people_are_sampled() -> None:
    """Six waves, or thirty people over five: the p is sampled, and the seed repeats it."""
    generator = np.random.default_rng(2)
    six = waves(generator.integers(0, 9, (6, 4)).tolist(), samples=99, rng=4)
    many = waves(generator.integers(0, 9, (5, 30)).tolist(), samples=99, rng=4)
    for result in (six, many):
        assert (result.friedman_method, result.seed) == ("monte-carlo", 4)
        assert "waves-sampled" in codes(result)
    assert waves(COURSE).seed is None


@pytest.mark.parametrize(
    ("contrasts", "compared"),
    [
        ("successive", [("before", "after"), ("after", "later")]),
        ("first", [("before", "after"), ("before", "later")]),
        ("all", [("before", "after"), ("before", "later"), ("after", "later")]),
    ],
)
def test_contrasts_are_paired_changes(contrasts: Any, compared: list[tuple[str, str]]) -> None:
    """Each row is what `paired_change` gives for the two waves; p adjusted by Holm."""
    result = waves(COURSE, contrasts=contrasts)
    assert list(zip(result.earlier, result.later, strict=True)) == compared
    for row, (a, b) in zip(result, compared, strict=True):
        change = paired_change(COURSE[a], COURSE[b])
        assert row["mean_change"] == change.mean_change
        assert row["interval_low"] == pytest.approx(change.interval_low, rel=1e-12)
        assert row["interval_high"] == pytest.approx(change.interval_high, rel=1e-12)
        assert row["p"] == change.sign_flip_p
    assert result.adjusted_p.tolist() == adjust(result.p.tolist(), "holm").adjusted.tolist()


def test_growth_by_person() -> None:
    """Slopes of numpy's polyfit, one a person; scipy's t test of them."""
    times = [0, 1, 6]
    result = waves(COURSE, times=times)
    table = np.array(list(COURSE.values()), dtype=float)
    slopes = np.polyfit(times, table, 1)[0]
    test = stats.ttest_1samp(slopes, 0)
    low, high = test.confidence_interval(0.95)
    assert result.slope_mean == pytest.approx(slopes.mean(), rel=1e-9)
    assert (result.slope_low, result.slope_high) == pytest.approx((low, high), rel=1e-9)
    assert result.slope_p == pytest.approx(test.pvalue, rel=1e-9)
    assert result.slope_sd == pytest.approx(slopes.std(ddof=1), rel=1e-9)
    assert (result.rising, result.falling) == (6, 0)
    assert "waves-equal-times" not in codes(result)
    assert result.means.tolist() == pytest.approx(table.mean(axis=1).tolist())


def test_people_are_matched_by_id() -> None:
    """Who lacks a wave is listed; order of people does not matter."""
    result = waves(
        [{"a": 1, "b": 2, "c": 3, "d": 9}, {"b": 4, "a": 2, "c": None}, {"c": 1, "a": 5, "b": 5}],
        missing="omit",
    )
    assert (result.n, result.incomplete) == (2, ("c", "d"))
    assert "waves-incomplete" in codes(result)
    turned = waves([{"b": 2, "a": 1}, {"a": 2, "b": 4}, {"b": 5, "a": 5}])
    assert turned.friedman_p == result.friedman_p
    assert turned.slope_mean == result.slope_mean


def test_ordinal_answers() -> None:
    """Medians, Friedman and sign tests; nothing that takes distances."""
    result = waves(COURSE, scale="ordinal")
    assert result.slope_mean is None
    assert np.isnan(result.means).all()
    assert result.medians.tolist() == [5.0, 7.5, 7.0]
    assert result.friedman_p == waves(COURSE).friedman_p
    # before to after: 5 rise, 1 stays: 2 of 2^5
    assert result.p[0] == 0.0625
    assert "ordinal-no-mean" in codes(result)
    assert unexplained(result, NOT_DRAWN) == set()


@pytest.mark.parametrize(
    ("scores", "code"),
    [
        ([[], [], []], "waves-nobody"),
        ([{"a": 1}, {"b": 1}, {"a": 2}], "waves-nobody"),
        ([[1], [2], [4]], "waves-no-spread"),
        ([[1, 2], [1, 2], [1, 2]], "waves-alike"),
        ([[1, 2], [2, 3], [3, 4]], "waves-no-spread"),
    ],
)
@pytest.mark.parametrize("scale", ["interval", "ordinal"])
def test_thin_data(scores: Any, code: str, scale: Any) -> None:
    """Each field that is None, and each column with nan, has its reason."""
    result = waves(scores, scale=scale)
    named = {name for caveat in result.caveats for name in caveat.data.get("fields", ())}
    if scale == "interval" or code != "waves-no-spread":
        assert code in codes(result)
    for name in ("friedman", "kendall_w", "friedman_p", "slope_mean", "slope_low", "slope_sd"):
        assert getattr(result, name) is not None or name in named, name
    for name in ("mean_change", "interval_low", "p", "means"):
        assert not np.isnan(getattr(result, name)).any() or name in named, name


@pytest.mark.parametrize(
    ("scores", "path"),
    [
        ([[1, 2], [2, 3]], "scores"),
        ({"a": [1], None: [2], "c": [3]}, "scores"),
        ("abc", "scores"),
        (7, "scores"),
        ([[1, 2], [2, 3], [3]], "scores['wave 3']"),
        ([[1, 2], [2, 3], {"a": 1}], "scores['wave 3']"),
        ([[1, 2], [2, "x"], [3, 4]], "scores['wave 2'][1]"),
    ],
)
def test_what_are_no_waves(scores: Any, path: str) -> None:
    """Refused with the wave and the place."""
    with pytest.raises(InvalidValueError) as caught:
        waves(scores)
    assert caught.value.path == path


@pytest.mark.parametrize(
    ("argument", "value", "path"),
    [
        ("times", [0, 1], "times"),
        ("times", [0, 1, 1], "times"),
        ("times", 3, "times"),
        ("times", [0, "x", 2], "times[1]"),
        ("contrasts", "last", "contrasts"),
        ("adjustment", "x", "method"),
        ("scale", "x", "scale"),
        ("confidence", 0, "confidence"),
    ],
)
def test_arguments_out_of_range(argument: str, value: Any, path: str) -> None:
    """The error names the argument."""
    arguments: dict[str, Any] = {argument: value}
    with pytest.raises(InvalidValueError) as caught:
        waves(COURSE, **arguments)
    assert caught.value.path == path


def test_size_of_friedmans_test() -> None:
    """300 groups of 8 without any change, ties included: at most 5 % plus 3 errors are found."""
    generator = np.random.default_rng(8)
    found = 0
    for _ in range(300):
        p = tail_by_orders(double_ranks(generator.integers(0, 5, (8, 3))))
        assert p is not None
        found += p <= 0.05
    # standard error of 300 draws at .05: 0.0126
    assert found / 300 <= 0.05 + 3 * 0.0126
