"""Laws of paired changes, one community or many, and of what stands beside the mean."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd.impact import (
    binary_change,
    change_interval,
    important_change,
    paired_change,
    paired_changes,
    pool,
    robust_change,
    waves,
)

from ..impact.published import unexplained

# Scores of one decimal between 0 and 10, as tenths.
TENTHS = st.integers(0, 100)
PAIRS = st.lists(st.tuples(TENTHS, TENTHS), max_size=12)
COMMUNITIES = st.lists(PAIRS, max_size=6)


def scores(tenths: list[tuple[int, int]]) -> tuple[list[float], list[float]]:
    """Return both waves in scores."""
    return [old / 10 for old, _ in tenths], [new / 10 for _, new in tenths]


@given(COMMUNITIES, st.sampled_from(["bca", "percentile"]))
def test_many_are_one_at_a_time(communities: Any, method: Any) -> None:
    """Each row is the answer of one community alone, to 1e-12; as lists, and as a table."""
    waves_of_all = [scores(tenths) for tenths in communities]
    before, after = [old for old, _ in waves_of_all], [new for _, new in waves_of_all]
    changes = paired_changes(before, after, bootstrap=method, samples=99, rng=3)
    width = max([len(wave) for wave in before], default=0)
    table = np.full((2, len(before), width), np.nan)
    for row, both in enumerate(waves_of_all):
        table[:, row, : len(both[0])] = both
    assert paired_changes(*table, bootstrap=method, samples=99, rng=3) == changes
    for row, both in enumerate(waves_of_all):
        alone = paired_change(*both)
        interval = change_interval(*both, method=method, samples=99, rng=3)
        expected = {
            "mean_change": alone.mean_change,
            "interval_low": alone.interval_low,
            "t_p": alone.t_p,
            "sign_flip_p": alone.sign_flip_p,
            "g_z": alone.g_z,
            "bootstrap_low": interval.low,
            "bootstrap_high": interval.high,
        }
        for name, one in expected.items():
            many = float(getattr(changes, name)[row])
            assert np.isnan(many) if one is None else abs(many - one) <= 1e-12 * max(1, abs(one))


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(tenths: Any, random: Any) -> None:
    """Intervals, medians and verdicts are the same, also where they are sampled."""
    mixed = list(tenths)
    random.shuffle(mixed)
    one, other = scores(tenths), scores(mixed)
    for method in ("sign-flip", "bca"):
        options: Any = {"method": method, "samples": 99, "rng": 1}
        assert change_interval(*one, **options) == change_interval(*other, **options)
    assert robust_change(*one) == robust_change(*other)
    first, second = (important_change(*both, important=1) for both in (one, other))
    assert (first.verdict, first.improved) == (second.verdict, second.improved)
    # Sums of squares differ by rounding.
    for name in ("interval_low", "equivalence_p", "equivalence_high"):
        one_end, other_end = getattr(first, name), getattr(second, name)
        assert one_end is other_end is None or one_end == pytest.approx(other_end, abs=1e-9)


@given(PAIRS)
def test_before_and_after_exchanged(tenths: Any) -> None:
    """Intervals turn their ends; p of the sign test stays."""
    before, after = scores(tenths)
    there, back = robust_change(before, after), robust_change(after, before)
    assert there.sign_p == back.sign_p
    for low, high in (
        ("trimmed_low", "trimmed_high"),
        ("hodges_lehmann_low", "hodges_lehmann_high"),
        ("median_low", "median_high"),
    ):
        first, second = getattr(there, low), getattr(back, high)
        assert first is second is None or first == pytest.approx(-second, abs=1e-9)
    flipped = change_interval(before, after), change_interval(after, before)
    if flipped[0].low is not None and flipped[1].high is not None:
        assert flipped[0].low == pytest.approx(-flipped[1].high, abs=1e-9)


@given(PAIRS)
def test_the_sign_flip_interval_agrees_with_its_test(tenths: Any) -> None:
    """It leaves 0 out exactly where the exact p is at most 5 %."""
    before, after = scores(tenths)
    interval, change = change_interval(before, after), paired_change(before, after)
    if interval.low is not None and interval.high is not None:
        assert change.sign_flip_p is not None
        left_out = interval.low > 1e-9 or interval.high < -1e-9
        assert not left_out or change.sign_flip_p <= 0.05
        # Where 0 is itself an end of the interval the test stands at its level.
        inside = interval.low < -1e-9 and interval.high > 1e-9
        assert not inside or change.sign_flip_p > 0.05


@given(PAIRS)
def test_what_is_none_is_explained(tenths: Any) -> None:
    """In every answer about pairs."""
    before, after = scores(tenths)
    assert unexplained(robust_change(before, after)) == set()
    assert unexplained(important_change(before, after, important=0.5)) == set()
    drawn = {"samples", "seed"}
    assert unexplained(change_interval(before, after, samples=99, rng=1), drawn) == set()
    ordinal = paired_change(before, after, scale="ordinal", maximum=10)
    named = {name for caveat in ordinal.caveats for name in caveat.data.get("fields", ())}
    assert ordinal.mean_change is None
    assert "mean_change" in named


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=15))
def test_counts_of_yes_and_no(answers: Any) -> None:
    """They add up, the interval holds the difference, and turning all answers turns it."""
    before, after = [old for old, _ in answers], [new for _, new in answers]
    change = binary_change(before, after)
    assert change.learned + change.lost + change.kept + change.never == change.n == len(answers)
    if change.n and change.interval_low is not None and change.interval_high is not None:
        assert change.share_change is not None
        assert -1 - 1e-12 <= change.interval_low <= change.share_change + 1e-12
        assert change.share_change - 1e-12 <= change.interval_high <= 1 + 1e-12
        turned = binary_change([not old for old in before], [not new for new in after])
        assert turned.interval_low == pytest.approx(-change.interval_high, abs=1e-12)
        assert turned.p == change.p


@given(
    st.lists(st.tuples(TENTHS, TENTHS, TENTHS), max_size=7),
    st.randoms(use_true_random=False),
    st.sampled_from(["interval", "ordinal"]),
)
def test_waves_in_any_order_of_people(people: Any, random: Any, scale: Any) -> None:
    """The same numbers; p lies in (0, 1] and W in [0, 1]."""
    mixed = list(people)
    random.shuffle(mixed)
    tables = [[[row[wave] / 10 for row in rows] for wave in range(3)] for rows in (people, mixed)]
    one, other = (waves(table, scale=scale, samples=99, rng=1) for table in tables)
    assert one.friedman_p == other.friedman_p
    assert one.p.tolist() == pytest.approx(other.p.tolist(), nan_ok=True)
    assert one.friedman_p is None or 0 < one.friedman_p <= 1
    assert one.kendall_w is None or 0 <= one.kendall_w <= 1 + 1e-12
    if one.slope_mean is not None:
        assert one.slope_mean == pytest.approx(other.slope_mean, abs=1e-12)


@given(
    st.lists(
        st.tuples(st.floats(-100, 100).map(lambda x: round(x, 3)), st.floats(0.01, 10)), max_size=8
    ),
    st.sampled_from(["dersimonian-laird", "fixed"]),
    st.sampled_from(["hartung-knapp", "hartung-knapp-floored", "normal"]),
)
def test_pooling(studies: Any, method: Any, interval_method: Any) -> None:
    """The mean lies among the effects, weights add up, and what is None is explained."""
    effects, variances = [effect for effect, _ in studies], [variance for _, variance in studies]
    pooled = pool(effects, variances, method=method, interval_method=interval_method)
    named = {name for caveat in pooled.caveats for name in caveat.data.get("fields", ())}
    for name in ("estimate", "estimate_low", "p", "q", "i_squared_high", "prediction_low"):
        assert getattr(pooled, name) is not None or name in named, name
    if pooled.estimate is not None:
        assert min(effects) - 1e-9 <= pooled.estimate <= max(effects) + 1e-9
        assert pooled.weights.sum() == pytest.approx(1.0)
    assert pooled.i_squared is None or 0 <= pooled.i_squared < 1
