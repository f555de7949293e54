"""Yes and no before and after, against published intervals, scipy and statsmodels."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.impact import BinaryChange, binary_change

from .published import unexplained


def codes(result: BinaryChange) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


def answers(kept: int, lost: int, learned: int, never: int) -> tuple[list[int], list[int]]:
    """Return two waves with these counts."""
    before = [1] * (kept + lost) + [0] * (learned + never)
    after = [1] * kept + [0] * lost + [1] * learned + [0] * never
    return before, after


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        # Newcombe (1998), table II, method 10; his difference is first less second, so turned.
        pytest.param((36, 12, 2, 0), -0.3404, -0.0569, id="36-12-2-0"),
    ],
)
def test_interval_of_newcombe(counts: tuple[int, int, int, int], low: float, high: float) -> None:
    """Published intervals of the difference of paired shares, to four decimals."""
    change = binary_change(*answers(*counts))
    assert change.interval_low == pytest.approx(low, abs=5e-5)
    assert change.interval_high == pytest.approx(high, abs=5e-5)


@pytest.mark.parametrize("counts", [(2, 1, 6, 1), (0, 3, 3, 4), (5, 0, 9, 2), (1, 4, 0, 0)])
def test_p_agrees_with_statsmodels(counts: tuple[int, int, int, int]) -> None:
    """statsmodels 0.15, mcnemar(exact=True); and twice the smaller binomial tail."""
    tables = pytest.importorskip(
        "statsmodels.stats.contingency_tables",
        reason="statsmodels, the second opinion, is not installed",
    )
    kept, lost, learned, never = counts
    change = binary_change(*answers(*counts))
    found = tables.mcnemar([[kept, lost], [learned, never]], exact=True)
    assert change.p == pytest.approx(found.pvalue, rel=1e-12)
    tail = stats.binom.cdf(min(lost, learned), lost + learned, 0.5)
    assert change.p == pytest.approx(min(1.0, 2 * tail), rel=1e-12)
    assert (change.kept, change.lost, change.learned, change.never) == counts
    assert change.odds_ratio == (learned / lost if lost else None)


def test_intervals_by_their_formulas() -> None:
    """Wald, and Agresti and Min (2005) with half a person more in each count."""
    before, after = answers(20, 5, 15, 10)
    z = stats.norm.isf(0.025)
    wald = binary_change(before, after, interval_method="wald")
    half = z * np.sqrt(20 - 100 / 50) / 50
    assert (wald.interval_low, wald.interval_high) == pytest.approx((0.2 - half, 0.2 + half))
    added = binary_change(before, after, interval_method="agresti-min")
    half = z * np.sqrt(21 - 100 / 52) / 52
    middle = 10 / 52
    assert (added.interval_low, added.interval_high) == pytest.approx(
        (middle - half, middle + half)
    )


def test_shares_have_wilsons_intervals() -> None:
    """scipy 1.17, binomtest.proportion_ci("wilson") of each share."""
    change = binary_change(*answers(2, 1, 6, 1))
    for count, n, name in [(3, 10, "share_before"), (8, 10, "share_after"), (6, 7, "learned")]:
        interval = stats.binomtest(count, n).proportion_ci(method="wilson")
        low = getattr(change, f"{name}_low")
        assert low == pytest.approx(interval.low, rel=1e-9)
        assert getattr(change, f"{name}_high") == pytest.approx(interval.high, rel=1e-9)
    assert change.learned_share == 6 / 7
    assert "binary-lost" in codes(change)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([True, False, False], [True, True, False]),
        ([1, 0, 0], [1.0, 1.0, 0.0]),
        ({"a": True, "b": False, "c": False}, {"c": False, "a": True, "b": True}),
        ([("a", True), ("b", 0), ("c", False)], [("a", 1), ("b", True), ("c", False)]),
        (np.array([True, False, False]), np.array([True, True, False])),
        (np.array([1, 0, 0]), pd.Series([1.0, 1.0, 0.0])),
        (pd.Series([True, False, False]), pd.Series([True, True, False])),
        ([np.True_, np.False_, np.False_], [1, 1, 0]),
    ],
)
def test_forms_are_equal(before: Any, after: Any) -> None:
    """Truth values, 1 and 0, with and without ids."""
    change = binary_change(before, after)
    assert (change.kept, change.lost, change.learned, change.never) == (1, 0, 1, 1)


def test_thin_data() -> None:
    """Nobody; nobody changed; everybody could before: reasons for all that is None."""
    nobody = binary_change([], [])
    assert "no-pairs" in codes(nobody)
    alike = binary_change([True, False], [True, False], interval_method="wald")
    assert (alike.p, alike.interval_low) == (1.0, None)
    assert "binary-unchanged" in codes(alike)
    full = binary_change([True, True], [True, False])
    assert {"binary-nothing-to-learn", "smallest-p"} <= set(codes(full))
    none_lost = binary_change([False] * 8, [True] * 8)
    assert "binary-none-lost" in codes(none_lost)
    assert "smallest-p" not in codes(none_lost)
    for result in (nobody, alike, full, none_lost):
        assert unexplained(result) == set()
    few = binary_change(*answers(1, 1, 6, 1), interval_method="wald")
    assert "binary-wald-few" in codes(few)


@pytest.mark.parametrize(
    ("before", "path"),
    [
        ([2, 0], "before[0]"),
        ([0.5, 1], "before[0]"),
        (["yes", 1], "before[0]"),
        ([(1,), 1], "before"),
    ],
)
def test_what_is_neither_yes_nor_no(before: Any, path: str) -> None:
    """Refused with its place."""
    with pytest.raises(InvalidValueError) as caught:
        binary_change(before, [1, 0])
    assert caught.value.path.startswith(path)


@pytest.mark.parametrize("n", [10, 30])
def test_coverage(n: int) -> None:
    """All tables of a truth (learn .5, lose .1, kept .2), 500 draws: Newcombe holds 95 %."""
    generator = np.random.default_rng(n)
    held = 0
    for counts in generator.multinomial(n, [0.2, 0.1, 0.5, 0.2], size=500).tolist():
        change = binary_change(*answers(*counts))
        assert change.interval_low is not None
        assert change.interval_high is not None
        held += change.interval_low <= 0.4 <= change.interval_high
    # standard error of 500 draws at .95: 0.0097
    assert held / 500 >= 0.95 - 3 * 0.0097


@pytest.mark.parametrize(("before", "after"), [(0, 1), (1, 0)])
def test_wald_without_width_is_no_interval(before: int, after: int) -> None:
    """All changed in one direction: Wald's error is 0, which is no certainty."""
    result = binary_change([before] * 5, [after] * 5, interval_method="wald")
    assert (result.interval_low, result.interval_high) == (None, None)
    assert "binary-all-changed" in codes(result)
    known = binary_change([before] * 5, [after] * 5)
    assert known.interval_low is not None
