"""Intervals of the mean change against their definitions, scipy, and their own promises."""

import importlib
from itertools import product
from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.impact import ChangeInterval, change_interval, paired_change

from .published import pairs, unexplained

NOT_DRAWN = {"samples", "seed"}


def codes(result: ChangeInterval) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


@pytest.mark.parametrize("seed", range(8))
def test_sign_flip_interval_is_the_test_turned_round(seed: int) -> None:
    """It holds exactly the values that the two-sided sign-flip test does not refuse at 5 %."""
    generator = np.random.default_rng(seed)
    after = generator.integers(-4, 9, 7).tolist()
    interval = change_interval([0] * 7, after)
    if interval.low is None or interval.high is None:
        assert len(set(after)) == 1
        return
    signs = np.array(list(product((1, -1), repeat=7)))

    def p(shift: float) -> float:
        left = np.array(after) - shift
        return float(np.mean(np.abs(signs @ left) >= abs(left.sum()) - 1e-9))

    for inside in (interval.low + 1e-6, interval.high - 1e-6):
        assert p(inside) > 0.05
    for outside in (interval.low - 1e-6, interval.high + 1e-6):
        assert p(outside) <= 0.05
    # floor(0.05 * 128 / 2) = 3
    assert interval.level == 1 - 6 / 128
    assert (interval.method, interval.asked, interval.exact) == ("sign-flip", "auto", True)


def test_means_of_subsets_by_hand() -> None:
    """Hartigan's typical values of six differences: the lowest and the highest of 63 means."""
    interval = change_interval([0] * 6, [1, 2, 3, 4, 5, 9])
    assert (interval.low, interval.high, interval.level) == (1, 9, 1 - 2 / 64)
    wide = change_interval([0] * 6, [1, 2, 3, 4, 5, 9], confidence=0.9)
    # floor(0.1 * 64 / 2) = 3: the means 1, 1.5, 2 and (1 + 2 + 3) / 3 = 2, 2 at the low end.
    assert (wide.low, wide.level) == (2, 1 - 6 / 64)


def test_a_level_that_falls_on_a_place() -> None:
    """At the level 15 / 16 of five people the interval exists: rounding takes nothing away."""
    interval = change_interval([0] * 5, [1, 2, 3, 4, 6], confidence=1 - 2 / 32)
    assert (interval.low, interval.high, interval.level) == (1, 6, 1 - 2 / 32)


@pytest.mark.parametrize("method", ["bca", "percentile"])
def test_bootstrap_by_definition(method: Any) -> None:
    """With the same draws, resampled one by one: quantiles of numpy, BCa as in Efron (1987)."""
    before, after = pairs("ict-training")
    interval = change_interval(before, after, method=method, samples=499, rng=3)
    steps = np.sort(np.rint(10 * (np.array(after) - np.array(before))))
    places = np.random.default_rng(3).integers(10, size=(499, 10))
    means = np.array([steps[row].mean() for row in places]) / 10
    tails = np.array([0.025, 0.975])
    if method == "bca":
        mean = steps.mean() / 10
        same = np.isclose(means, mean, rtol=0, atol=1e-12)
        bias = stats.norm.ppf(((means < mean) & ~same).mean() + same.mean() / 2)
        left = np.array([np.delete(steps, row).mean() for row in range(10)])
        off = left.mean() - left
        pull = np.sum(off**3) / (6 * np.sum(off**2) ** 1.5)
        turned = bias + stats.norm.ppf(tails)
        tails = stats.norm.cdf(bias + turned / (1 - pull * turned))
    expected = np.quantile(means, tails)
    assert (interval.low, interval.high) == pytest.approx(tuple(expected), rel=1e-12)
    assert (interval.samples, interval.seed, interval.exact) == (499, 3, False)


@pytest.mark.parametrize("method", ["BCa", "percentile"])
def test_bootstrap_agrees_with_scipy(method: Any) -> None:
    """scipy 1.17, bootstrap, 9,999 samples: within the chance error of both (5 % of the width)."""
    before, after = pairs("sleep")
    differences = np.round(np.array(after) - np.array(before), 1)
    found = stats.bootstrap((differences,), np.mean, method=method, n_resamples=9_999, rng=1)
    low, high = found.confidence_interval
    ours = change_interval(before, after, method=method.lower(), rng=2)
    tolerance = 0.05 * (high - low)
    assert ours.low == pytest.approx(low, abs=tolerance)
    assert ours.high == pytest.approx(high, abs=tolerance)


def test_student_is_that_of_paired_change() -> None:
    """By name the interval of t is there too."""
    change = paired_change(*pairs("sleep"))
    interval = change_interval(*pairs("sleep"), method="t")
    assert (interval.low, interval.high) == (change.interval_low, change.interval_high)
    assert (interval.level, interval.seed) == (0.95, None)


def test_the_rule_of_auto() -> None:
    """Up to 20 people sign flip, counted; from 21 BCa."""
    generator = np.random.default_rng(1)
    scores = generator.integers(0, 20, (2, 21)).tolist()
    assert change_interval(*[wave[:20] for wave in scores]).method == "sign-flip"
    assert change_interval(*scores, rng=1).method == "bca"


def test_sampled_subsets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond 20 people random subsets give nearly the interval of t for even differences."""
    generator = np.random.default_rng(4)
    after = np.rint(generator.normal(3, 5, 40)).tolist()
    interval = change_interval([0] * 40, after, method="sign-flip", rng=8)
    t = change_interval([0] * 40, after, method="t")
    assert interval.low == pytest.approx(t.low, abs=0.25)
    assert interval.high == pytest.approx(t.high, abs=0.25)
    assert (interval.exact, interval.seed, interval.level) == (False, 8, 0.95)
    # The numbers do not depend on how many are held at a time.
    module = importlib.import_module(ChangeInterval.__module__)
    monkeypatch.setattr(module, "_DRAWN_AT_ONCE", 300)
    assert change_interval([0] * 40, after, method="sign-flip", rng=8) == interval


def test_the_empty_subset_stands_for_everybody() -> None:
    """Two people are left out together in a quarter of all draws; nothing is divided by 0."""
    module = importlib.import_module(ChangeInterval.__module__)
    means = module._drawn_means(np.array([2, 4]), 400, np.random.default_rng(1))
    assert set(means.tolist()) == {2.0, 3.0, 4.0}


def test_thin_data() -> None:
    """Nobody, one pair, equal changes, too few: a reason for each field that is None."""
    for before, after, code in [
        ([], [], "no-pairs"),
        ([1], [3], "interval-one-pair"),
        ([1, 2, 3], [2, 3, 4], "interval-no-spread"),
        ([1, 2, 3], [2, 4, 6], "interval-too-few-signs"),
    ]:
        interval = change_interval(before, after)
        assert interval.low is None
        assert code in codes(interval)
        assert unexplained(interval, NOT_DRAWN) == set()
    two = change_interval([0, 0], [1, 2], method="bca", rng=1)
    assert "interval-bootstrap-few" in codes(two)
    assert change_interval([1, 1], [2, 2], method="percentile", rng=1).low is None


def test_samples_on_one_side_have_no_bca(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every sample lies above the mean there is no bias correction."""
    from abcd.impact import _mean_resamples

    def shifted(steps: Any, samples: int, drawn: Any) -> Any:
        return np.full((len(steps), samples), 1_000.0)

    monkeypatch.setattr(_mean_resamples, "_sums", shifted)
    interval = change_interval([0] * 3, [1, 2, 4], method="bca", rng=1)
    assert interval.low is None
    assert "interval-bias" in codes(interval)
    assert unexplained(interval, NOT_DRAWN) == set()


def test_wide_sums_are_parted_not_counted() -> None:
    """Fine scores have as many sums as samples: the quantiles are those of coarse ones, moved."""
    generator = np.random.default_rng(2)
    coarse = generator.integers(0, 50, 12).tolist()
    fine = [value * 1_000 + jump for value, jump in zip(coarse, (0, 1) * 6, strict=True)]
    one = change_interval([0] * 12, coarse, method="percentile", rng=5)
    other = change_interval([0] * 12, fine, method="percentile", rng=5)
    assert one.low is not None
    assert other.low == pytest.approx(1_000 * one.low, abs=1.0)


@pytest.mark.parametrize(
    ("argument", "value"),
    [("method", "student"), ("confidence", 1), ("samples", 50), ("rng", "x"), ("missing", "no")],
)
def test_arguments_out_of_range(argument: str, value: Any) -> None:
    """The error names the argument."""
    with pytest.raises(InvalidValueError) as caught:
        change_interval([1, 2, 3], [2, 3, 5], **{argument: value})
    assert caught.value.path == argument


# --- simulation ----------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [10, 14])
def test_coverage_of_the_sign_flip_interval(n: int) -> None:
    """300 groups of rounded symmetric differences, ties included: at least 95 % less 3 errors."""
    generator = np.random.default_rng(10 + n)
    held = 0
    for _ in range(300):
        after = np.rint(generator.logistic(2, 2, n)).tolist()
        interval = change_interval([0] * n, after)
        assert interval.low is not None
        assert interval.high is not None
        held += interval.low <= 2 <= interval.high
    # standard error of 300 draws at .95: 0.0126
    assert held / 300 >= 0.95 - 3 * 0.0126
