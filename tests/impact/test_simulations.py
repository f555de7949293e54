"""Do the tests reject, and the intervals cover, as often as they say? Seeded, in small runs.

A share over so many runs has a Monte Carlo error; four of them are allowed.
"""

import math
from typing import Any

import numpy as np
import pytest

from abcd.impact import (
    adjust,
    ancova,
    compare_groups,
    difference_in_differences,
    gain_scores,
    loss_bounds,
    permutation_test,
    regression_to_mean,
)
from abcd.impact._arrangements import Arrangements, tail
from abcd.impact._regression import estimated, fitted


def margin(share: float, runs: int) -> float:
    """Return four standard errors of a share over so many runs."""
    return 4 * math.sqrt(share * (1 - share) / runs)


@pytest.mark.parametrize(("n", "runs"), [(10, 300), (30, 100)])
@pytest.mark.parametrize("ties", [False, True], ids=["no ties", "ties"])
def test_size_of_the_permutation_test(n: int, runs: int, ties: bool) -> None:
    """Two groups of five or fifteen from one population: p <= .1 in at most a tenth."""
    rng = np.random.default_rng(11)
    rejected = 0
    for _ in range(runs):
        values = rng.integers(0, 4, n) if ties else rng.normal(size=n)
        test = permutation_test(values[: n // 2], values[n // 2 :], samples=199, rng=rng)
        rejected += test.p is not None and test.p <= 0.1
    assert rejected / runs <= 0.1 + margin(0.1, runs)
    if not ties:
        assert rejected / runs >= 0.1 - margin(0.1, runs) - 0.02


def test_size_with_few_clusters() -> None:
    """Four villages against four: by cluster the size holds, by person it does not."""
    rng = np.random.default_rng(12)
    units = np.repeat(np.arange(8), 5)
    first = np.arange(8) < 4
    runs, rejected, ignoring = 200, 0, 0
    for _ in range(runs):
        values = rng.normal(size=8)[units] + rng.normal(size=40)
        found = tail(Arrangements(values, units, first), "mean", samples=1, rng=1)
        rejected += found.p <= 0.1
        pair = compare_groups(values[:20], values[20:])
        ignoring += pair.welch_p is not None and pair.welch_p <= 0.1
    assert rejected / runs <= 0.1 + margin(0.1, runs)
    assert ignoring / runs > 0.2


@pytest.mark.parametrize(("n", "runs"), [(10, 400), (30, 300)])
@pytest.mark.parametrize("ties", [False, True], ids=["no ties", "ties"])
def test_coverage_of_welch_with_unequal_spreads(n: int, runs: int, ties: bool) -> None:
    """Nine in ten intervals hold the true difference of 2, also on a scale of whole points."""
    rng = np.random.default_rng(13)
    covered = 0
    for _ in range(runs):
        a, b = rng.normal(2, 3, n // 2), rng.normal(0, 1, n - n // 2)
        if ties:
            # Rounding to whole points adds spread, and keeps the means.
            a, b = np.rint(a), np.rint(b)
        pair = compare_groups(a, b, confidence=0.9)
        assert pair.interval_low is not None
        assert pair.interval_high is not None
        covered += pair.interval_low <= 2 <= pair.interval_high
    assert covered / runs == pytest.approx(0.9, abs=margin(0.9, runs) + 0.01)


@pytest.mark.parametrize(("n", "runs"), [(10, 200), (30, 200)])
@pytest.mark.parametrize("design", ["panel", "cross-section"])
def test_coverage_of_a_difference_in_differences(n: int, runs: int, design: Any) -> None:
    """HC3 with unequal spreads: at least nine in ten, and not all."""
    rng = np.random.default_rng(14)
    covered = 0
    for _ in range(runs):
        did = difference_in_differences(
            treated_before=rng.normal(0, 1, n // 2),
            treated_after=rng.normal(5, 2, n // 2),
            control_before=rng.normal(1, 1, n // 2),
            control_after=rng.normal(3, 1, n // 2),
            design=design,
            confidence=0.9,
            samples=1,
            rng=1,
        )
        assert did.interval_low is not None
        assert did.interval_high is not None
        covered += did.interval_low <= 3 <= did.interval_high
    assert covered / runs >= 0.9 - margin(0.9, runs)


def test_coverage_of_cr2_with_eight_villages() -> None:
    """Bell and McCaffrey hold with four villages a group, where CR1 is too narrow."""
    rng = np.random.default_rng(15)
    clusters = np.repeat(np.arange(8), 5)
    treated = (clusters < 4).astype(np.float64)
    design = np.column_stack([np.ones(40), treated])
    runs, covered = 400, {"CR2": 0, "CR1": 0}
    for _ in range(runs):
        outcome = 2 * treated + rng.normal(size=8)[clusters] + rng.normal(size=40)
        fit = fitted(design, outcome)
        assert fit is not None
        for errors in covered:
            low, high = estimated(fit, np.array([0.0, 1.0]), errors, clusters).interval(0.9)
            assert low is not None
            assert high is not None
            covered[errors] += low <= 2 <= high
    assert covered["CR2"] / runs == pytest.approx(0.9, abs=margin(0.9, runs))
    assert covered["CR1"] <= covered["CR2"]


def test_power_of_gain_scores_under_a_real_effect() -> None:
    """An effect of 2 SDs is found by ten people a group nearly always."""
    rng = np.random.default_rng(16)
    found = 0
    for _ in range(50):
        before = rng.normal(size=20)
        after = before + rng.normal(size=20) + np.repeat([2.0, 0.0], 10)
        gains = gain_scores(
            treated_before=before[:10],
            treated_after=after[:10],
            control_before=before[10:],
            control_after=after[10:],
        )
        found += gains.welch_p is not None and gains.welch_p <= 0.05
    assert found >= 45


@pytest.mark.parametrize("method", ["holm", "hochberg", "bonferroni"])
def test_familywise_error(method: Any) -> None:
    """Ten true null hypotheses: any rejection in at most a tenth of the families."""
    rng = np.random.default_rng(17)
    runs = 400
    wrong = sum(any(adjust(rng.random(10), method, alpha=0.1).rejected) for _ in range(runs))
    assert wrong / runs <= 0.1 + margin(0.1, runs)


@pytest.mark.parametrize("method", ["benjamini-hochberg", "benjamini-yekutieli"])
def test_false_discovery_rate(method: Any) -> None:
    """Five of ten hypotheses are true: at most a tenth of the findings is false on average."""
    rng = np.random.default_rng(18)
    runs, shares = 300, []
    for _ in range(runs):
        p = np.concatenate((rng.random(5), rng.random(5) ** 6))
        rejected = np.array(adjust(p, method, alpha=0.1).rejected)
        shares.append(rejected[:5].sum() / max(1, rejected.sum()))
    assert np.mean(shares) <= 0.1 + 4 * np.std(shares) / math.sqrt(runs)


def test_lee_bounds_hold_the_effect_where_loss_goes_one_way() -> None:
    """The program keeps weak people who would have left: completers mislead, the bounds do not."""
    rng = np.random.default_rng(19)
    size = 2_000
    outcome = rng.normal(size=2 * size)
    treated, control = outcome[:size] + 1, outcome[size:]
    gone = control < -0.5
    bounds = loss_bounds(
        treated_after=treated,
        control_after=[None if lost else value for lost, value in zip(gone, control, strict=True)],
        assignment="random",
    )
    assert bounds.difference is not None
    assert bounds.lee_low is not None
    assert bounds.lee_high is not None
    assert bounds.difference < 0.7
    # Here the weakest left, so the truth is the upper bound itself, sampling error aside.
    assert bounds.lee_low <= 1 <= bounds.lee_high + 0.1


def test_size_of_ancova_with_clusters() -> None:
    """Six villages against six: CR2 keeps the size, HC3 takes villages for chance."""
    rng = np.random.default_rng(31)
    villages = np.repeat(np.arange(12), 4)
    group = ["school" if village < 6 else "none" for village in villages]
    runs, rejected, ignoring = 80, 0, 0
    for _ in range(runs):
        before = rng.normal(size=48)
        after = 0.5 * before + rng.normal(size=12)[villages] + rng.normal(size=48)
        given: dict[str, Any] = {"reference": "none", "clusters": villages.tolist()}
        found = ancova(before, after, group, **given)
        rejected += bool(found.effects_p[1] <= 0.1)
        naive = ancova(before, after, group, **given, errors="HC3")
        ignoring += bool(naive.effects_p[1] <= 0.1)
    assert abs(rejected / runs - 0.1) <= margin(0.1, runs)
    assert ignoring / runs > 0.2


@pytest.mark.parametrize("r", [0.3, 0.8])
def test_coverage_of_what_remains_after_regression_to_the_mean(r: float) -> None:
    """Nine in ten intervals hold the true effect of 2 in people picked for a low score."""
    rng = np.random.default_rng(32)
    runs, covered = 300, 0
    for _ in range(runs):
        first = rng.normal(60, 10, 60)
        second = 60 + r * (first - 60) + rng.normal(0, 10 * math.sqrt(1 - r * r), 60)
        low = first <= 55
        found = regression_to_mean(
            first[low],
            second[low] + 2,
            selected_below=55,
            everyone_mean=60,
            retest_correlation=r,
            confidence=0.9,
        )
        assert found.remaining_low is not None
        assert found.remaining_high is not None
        covered += found.remaining_low <= 2 <= found.remaining_high
    assert abs(covered / runs - 0.9) <= margin(0.9, runs)
