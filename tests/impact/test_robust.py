"""Robust twins against scipy, published intervals, and their definitions."""

from itertools import combinations_with_replacement, product
from statistics import median
from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.impact import RobustChange, change_interval, paired_change, robust_change

from .published import pairs, unexplained


def codes(result: RobustChange) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


@pytest.mark.parametrize("trim", [0.1, 0.2, 0.3])
@pytest.mark.parametrize("name", ["sleep", "ict-training", "waste-knowledge"])
def test_trimmed_mean_agrees_with_scipy(name: str, trim: float) -> None:
    """scipy 1.17: trim_mean, and Yuen's ttest_ind(trim=) against a group without any spread."""
    before, after = pairs(name)
    differences = np.round(np.array(after) - np.array(before), 3)
    change = robust_change(before, after, trim=trim)
    assert change.trimmed_mean == pytest.approx(stats.trim_mean(differences, trim), rel=1e-12)
    yuen = stats.ttest_ind(differences, np.zeros(10), trim=trim, equal_var=False)
    assert change.trimmed_p == pytest.approx(yuen.pvalue, rel=1e-9)
    low, high = yuen.confidence_interval()
    assert change.trimmed_low is not None
    assert (change.trimmed_low, change.trimmed_high) == pytest.approx((low, high), rel=1e-9)


def test_without_trimming_it_is_student() -> None:
    """With trim 0: mean, interval and p of the paired t test."""
    robust, change = robust_change(*pairs("sleep"), trim=0), paired_change(*pairs("sleep"))
    assert robust.trimmed_mean == pytest.approx(change.mean_change, rel=1e-12)
    assert robust.trimmed_low == pytest.approx(change.interval_low, rel=1e-12)
    assert robust.trimmed_p == pytest.approx(change.t_p, rel=1e-9)


def test_interval_of_hollander_and_wolfe() -> None:
    """Depression data, Hollander and Wolfe (1999), section 3.3: (-.786, -.010) at 96.1 %."""
    change = robust_change(*pairs("depression"))
    assert change.hodges_lehmann_low == pytest.approx(-0.786, abs=5e-4)
    assert change.hodges_lehmann_high == pytest.approx(-0.010, abs=5e-4)
    assert change.hodges_lehmann_level == pytest.approx(0.961, abs=5e-4)
    assert change.hodges_lehmann == paired_change(*pairs("depression")).hodges_lehmann


@pytest.mark.parametrize("seed", range(5))
def test_hodges_lehmann_interval_by_definition(seed: int) -> None:
    """Places in the sorted means of pairs, from all 2^n signs of the ranks."""
    generator = np.random.default_rng(seed)
    after = generator.integers(-10, 30, 8).tolist()
    sums = sorted(sum(signs) for signs in product(*[(0, rank) for rank in range(1, 9)]))
    place = 0
    while sum(total <= place for total in sums) / 256 <= 0.025:
        place += 1
    means = sorted((x + y) / 2 for x, y in combinations_with_replacement(after, 2))
    change = robust_change([0] * 8, after)
    assert change.hodges_lehmann_low == means[place - 1]
    assert change.hodges_lehmann_high == means[-place]
    assert change.hodges_lehmann_level == pytest.approx(
        1 - 2 * sum(total <= place - 1 for total in sums) / 256, rel=1e-12
    )


@pytest.mark.parametrize("n", [6, 10, 15, 31])
def test_median_interval_by_definition(n: int) -> None:
    """From the k-th to the k-th last difference, by the binomial distribution."""
    after = np.random.default_rng(n).permutation(np.arange(n) * 3).tolist()
    place = max(k for k in range(n) if stats.binom.cdf(k - 1, n, 0.5) <= 0.025)
    change = robust_change([0] * n, after)
    assert change.median_change == median(after)
    assert change.median_low == sorted(after)[place - 1]
    assert change.median_high == sorted(after)[-place]
    assert change.median_level == pytest.approx(1 - 2 * stats.binom.cdf(place - 1, n, 0.5))


@pytest.mark.parametrize("name", ["sleep", "ict-training", "waste-knowledge"])
def test_sign_test_agrees_with_scipy(name: str) -> None:
    """scipy 1.17, binomtest of the rises among those who changed; `paired_change` has it too."""
    change = robust_change(*pairs(name))
    changed = change.increased + change.decreased
    assert change.sign_p == stats.binomtest(change.increased, changed).pvalue
    assert paired_change(*pairs(name)).sign_p == change.sign_p
    assert change.n == changed + change.unchanged


def test_many_people_get_the_normal_place() -> None:
    """Beyond 200 people the place is from the normal distribution, near that of the exact one."""
    generator = np.random.default_rng(1)
    after = np.rint(generator.normal(20, 50, 201)).tolist()
    many, fewer = robust_change([0] * 201, after), robust_change([0] * 200, after[:200])
    assert (many.hodges_lehmann_method, fewer.hodges_lehmann_method) == ("asymptotic", "exact")
    assert many.hodges_lehmann_level == pytest.approx(0.95, abs=1e-12)
    assert many.hodges_lehmann_low == pytest.approx(fewer.hodges_lehmann_low, abs=1.5)


def test_one_far_off_turns_nothing() -> None:
    """The trimmed mean, the medians and the sign test stay when the largest change grows."""
    before, after = [0] * 9, [1, 2, 2, 3, 3, 4, 4, 5, 6]
    near, far = robust_change(before, after), robust_change(before, [*after[:-1], 600])
    for name in ("trimmed_mean", "trimmed_low", "median_change", "median_high", "sign_p"):
        assert getattr(near, name) == getattr(far, name)
    assert near.hodges_lehmann == far.hodges_lehmann


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ([], [], "no-pairs"),
        ([1], [2], "trimmed-no-spread"),
        ([1, 1, 1, 1, 1], [2, 2, 2, 2, 2], "trimmed-no-spread"),
        ([1, 1, 1, 1, 1], [2, 2, 2, 2, 9], "ranks-too-few"),
    ],
)
def test_thin_data(before: list[float], after: list[float], code: str) -> None:
    """What is None has its reason."""
    change = robust_change(before, after)
    assert code in codes(change)
    assert unexplained(change) == set()


def test_unchanged_people() -> None:
    """They are counted, and the sign test leaves them out; nobody changed gives 1."""
    change = robust_change([1, 2, 3, 4], [1, 2, 3, 4])
    assert (change.sign_p, change.unchanged) == (1.0, 4)
    assert "sign-test-unchanged" in codes(change)


@pytest.mark.parametrize(
    ("argument", "value"), [("trim", 0.5), ("trim", -0.1), ("trim", "x"), ("confidence", 0)]
)
def test_arguments_out_of_range(argument: str, value: Any) -> None:
    """The error names the argument."""
    with pytest.raises(InvalidValueError) as caught:
        robust_change([1, 2, 3], [2, 3, 5], **{argument: value})
    assert caught.value.path == argument


# --- simulation ----------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [10, 30])
def test_coverage(n: int) -> None:
    """400 groups with heavy tails and ties: each interval holds 2 at least 95 % less 3 errors."""
    generator = np.random.default_rng(n)
    held = np.zeros(3)
    for _ in range(400):
        change = robust_change([0] * n, np.rint(2 + 2 * generator.standard_t(3, n)).tolist())
        ends = [
            (change.trimmed_low, change.trimmed_high),
            (change.hodges_lehmann_low, change.hodges_lehmann_high),
            (change.median_low, change.median_high),
        ]
        held += [low is not None and high is not None and low <= 2 <= high for low, high in ends]
    # standard error of 400 draws at .95: 0.0109
    assert (held / 400 >= 0.95 - 3 * 0.0109).all()
    assert change_interval([0, 0], [1, 2], method="t").low is not None
