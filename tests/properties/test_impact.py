"""Laws of change: what must not matter does not, what must turn turns, nothing is infinite."""

import math
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd.errors import AbcdError
from abcd.impact import (
    PairedChange,
    detectable_effect,
    increase,
    normalized_gain,
    paired_change,
)
from abcd.results import Result

from ..impact.published import unexplained

# Scores of one decimal between 0 and 10, as tenths, so that a test can compute exactly.
TENTHS = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=14)
ZERO_METHODS = st.sampled_from(["wilcox", "pratt", "zsplit"])
WILCOXON_METHODS = st.sampled_from(["exact", "asymptotic", "asymptotic-continuity"])
# Numbers of any size that is accepted, and the awkward ones.
ANY_SCORE = st.one_of(
    st.integers(-(10**20), 10**20),
    st.floats(-1e90, 1e90).filter(lambda x: x == 0 or abs(x) >= 1e-90),
    st.sampled_from([0.0, -0.0, 1e90, -1e90, 1e-90, 0.1, 1 / 3]),
)
JUNK = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=4),
        st.binary(max_size=4),
        st.complex_numbers(),
        st.decimals(),
        st.fractions(),
        st.dates(),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.one_of(st.text(max_size=3), st.integers()), inner, max_size=3),
    ),
    max_leaves=8,
)

# Means and spreads that shift or scale with the scores; everything else is free of units.
IN_SCORES = (
    "mean_change",
    "interval_low",
    "interval_high",
    "hodges_lehmann",
    "hodges_lehmann_nonzero",
    "sd_before",
    "sd_after",
    "sd_change",
)
FREE = (
    "t",
    "t_p",
    "sign_flip_p",
    "wilcoxon_p",
    "w_plus",
    "w_minus",
    "rank_biserial",
    "d_z",
    "g_z",
    "d_av",
    "d_av_lakens",
    "d_rm",
    "glass_delta",
    "correlation",
    "shapiro_w",
    "shapiro_p",
    "increased",
    "unchanged",
    "decreased",
    "n",
)


def waves(tenths: list[tuple[int, int]], shift: int = 0, scale: int = 1) -> tuple[Any, Any]:
    """Return both waves in scores, moved by whole points and scaled by a whole number."""
    moved = [[scale * (score + 10 * shift) / 10 for score in pair] for pair in tenths]
    return [old for old, _ in moved], [new for _, new in moved]


def close(first: float | None, second: float | None, scale: float = 1) -> bool:
    """Tell whether two numbers are equal but for rounding, or both None."""
    if first is None or second is None:
        return first is second
    return math.isclose(first * scale, second, rel_tol=1e-6, abs_tol=1e-9)


def finite(result: Result) -> bool:
    """Tell whether no cell of the table is nan or infinite."""
    cells = [cell for column in result.columns().values() for cell in column]
    return all(math.isfinite(cell) for cell in cells if isinstance(cell, float))


@given(TENTHS, ZERO_METHODS, WILCOXON_METHODS)
def test_what_is_none_is_explained(tenths: Any, zero_method: Any, wilcoxon_method: Any) -> None:
    """No nan, no infinity; every None is named in a caveat of its own result; p in (0, 1]."""
    change = paired_change(
        *waves(tenths), maximum=10, zero_method=zero_method, wilcoxon_method=wilcoxon_method
    )
    assert finite(change)
    assert unexplained(change) == set()
    assert change.gain is not None
    assert unexplained(change.gain) == set()
    for p in (change.t_p, change.sign_flip_p, change.wilcoxon_p):
        assert p is None or 0 < p <= 1
    assert change.increased + change.unchanged + change.decreased == change.n


@given(st.lists(st.tuples(ANY_SCORE, ANY_SCORE), max_size=8))
def test_any_scores_give_finite_results(scores: Any) -> None:
    """Scores of any size that is accepted: nothing overflows, nothing warns."""
    before, after = [old for old, _ in scores], [new for _, new in scores]
    for result in (paired_change(before, after), increase(before, after)):
        assert finite(result)
        assert unexplained(result) == set()
    low, high = min([*before, *after], default=0), max([*before, *after], default=1)
    if 1e-90 < high - low <= 1e90 and abs(high) >= 1e-90:
        gain = normalized_gain(before, after, minimum=low, maximum=high)
        assert finite(gain)
        assert unexplained(gain) == set()


@given(TENTHS, st.integers(-50, 50), st.sampled_from([1, 2, 5, 10, 100]))
def test_shift_and_scale(tenths: Any, shift: int, scale: int) -> None:
    """Other points of the same scale change points only."""
    one, other = paired_change(*waves(tenths)), paired_change(*waves(tenths, shift, scale))
    for field in FREE:
        assert close(getattr(one, field), getattr(other, field)), field
    for field in IN_SCORES:
        assert close(getattr(one, field), getattr(other, field), scale), field
    assert [caveat.code for caveat in one.caveats] == [caveat.code for caveat in other.caveats]


@given(TENTHS, st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(tenths: Any, random: Any) -> None:
    """People in another order give the same numbers."""
    mixed = list(tenths)
    random.shuffle(mixed)
    one, other = paired_change(*waves(tenths)), paired_change(*waves(mixed))
    for field in (*FREE, *IN_SCORES):
        assert close(getattr(one, field), getattr(other, field)), field


TURNING = ("mean_change", "t", "rank_biserial", "d_z", "g_z", "d_av", "d_av_lakens", "d_rm")
STAYING = ("t_p", "sign_flip_p", "wilcoxon_p", "sd_change", "correlation", "unchanged", "n")


@given(TENTHS, ZERO_METHODS)
def test_before_and_after_exchanged(tenths: Any, zero_method: Any) -> None:
    """Every sign turns, no p changes, rises become falls."""
    before, after = waves(tenths)
    one = paired_change(before, after, zero_method=zero_method)
    other = paired_change(after, before, zero_method=zero_method)
    for field in (*TURNING, "hodges_lehmann", "hodges_lehmann_nonzero"):
        assert close(getattr(one, field), getattr(other, field), -1), field
    for field in STAYING:
        assert close(getattr(one, field), getattr(other, field)), field
    assert (one.increased, one.w_plus, one.sd_before) == (
        other.decreased,
        other.w_minus,
        other.sd_after,
    )
    assert close(one.interval_low, other.interval_high, -1)


@given(TENTHS)
def test_forms_of_input(tenths: Any) -> None:
    """Sequences, mappings and rows of the same people are the same question."""
    before, after = waves(tenths)
    ids = [f"p{index}" for index in range(len(tenths))]
    by_id = [dict(zip(ids, wave, strict=True)) for wave in (before, after)]
    rows = [list(wave.items()) for wave in by_id]
    plain = paired_change(before, after, maximum=10)
    assert paired_change(by_id[0], by_id[1], maximum=10) == plain
    assert paired_change(rows[0], rows[1][::-1], maximum=10) == plain
    assert normalized_gain(rows[0], rows[1], maximum=10) == normalized_gain(
        before, after, maximum=10
    )
    assert increase(by_id[0], by_id[1]) == increase(before, after)


@given(TENTHS)
def test_the_interval_agrees_with_the_test(tenths: Any) -> None:
    """The 1 - p interval of t ends at 0; the interval holds the mean in its middle."""
    change = paired_change(*waves(tenths))
    if change.t_p is None or change.mean_change is None:
        assert change.interval(0.5) is None
        return
    assert change.interval_low is not None
    assert change.interval_high is not None
    middle = (change.interval_low + change.interval_high) / 2
    assert math.isclose(middle, change.mean_change, rel_tol=1e-9, abs_tol=1e-9)
    if 1e-6 < change.t_p < 1 - 1e-6:
        ends = change.interval(1 - change.t_p)
        assert ends is not None
        nearest = min(ends, key=abs)
        assert math.isclose(nearest, 0, abs_tol=1e-6 * (abs(ends[0]) + abs(ends[1])))


@given(TENTHS)
def test_bounds_of_gain(tenths: Any) -> None:
    """c lies between -1 and 1, no gain is above 1, and counts add up."""
    gain = normalized_gain(*waves(tenths), maximum=10)
    assert gain.mean_normalized_change is None or -1 <= gain.mean_normalized_change <= 1
    for value in (gain.class_gain, gain.mean_individual_gain):
        assert value is None or value <= 1
    assert gain.n == len(tenths)
    assert gain.at_maximum_before is not None
    assert gain.n_individual == gain.n - gain.at_maximum_before


@given(TENTHS)
def test_results_pickle(tenths: Any) -> None:
    """A result crosses a process unchanged, and so does `evolve`."""
    before, after = waves(tenths)
    for result in (
        paired_change(before, after, maximum=10),
        increase(before, after),
        normalized_gain(before, after, maximum=10),
    ):
        assert pickle.loads(pickle.dumps(result)) == result
        assert attrs.evolve(result) == result


@given(st.integers(0, 200), st.floats(0.001, 0.3), st.floats(0.35, 0.99))
def test_more_people_detect_less(n: int, alpha: float, power: float) -> None:
    """One pair more detects a smaller effect; one side needs less than two."""
    one = detectable_effect(n, alpha=alpha, power=power)
    assert finite(one)
    if one.d_z is None:
        assert n < 2
        return
    more = detectable_effect(n + 1, alpha=alpha, power=power).d_z
    single = detectable_effect(n, alpha=alpha, power=power, alternative="one-sided").d_z
    assert more is not None
    assert single is not None
    assert more < one.d_z
    assert single < one.d_z


@pytest.mark.parametrize(
    "function",
    [paired_change, increase, lambda b, a: normalized_gain(b, a, maximum=10)],
    ids=["paired_change", "increase", "normalized_gain"],
)
@given(before=JUNK, after=JUNK)
def test_junk_is_refused(function: Any, before: Any, after: Any) -> None:
    """Whatever comes in, a result or an error of ours comes out."""
    try:
        result = function(before, after)
    except AbcdError:
        return
    assert finite(result)


@given(junk=JUNK, name=st.sampled_from(sorted(paired_change.__kwdefaults__ or {})))
def test_junk_arguments_are_refused(junk: Any, name: str) -> None:
    """The same for every keyword of `paired_change`."""
    call: Any = paired_change
    try:
        change = call([1, 2, 3], [2, 3, 5], **{name: junk})
    except AbcdError:
        return
    assert isinstance(change, PairedChange)


@given(junk=JUNK, name=st.sampled_from(["n", *sorted(detectable_effect.__kwdefaults__ or {})]))
def test_junk_arguments_of_detectable_effect_are_refused(junk: Any, name: str) -> None:
    """The same for every argument of `detectable_effect`."""
    call: Any = detectable_effect
    try:
        effect = call(**{"n": 10, name: junk})
    except AbcdError:
        return
    assert finite(effect)
