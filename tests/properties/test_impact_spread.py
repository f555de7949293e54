"""Laws of spread, reliability and plans: what must not matter does not, what must add up does."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from abcd.impact import _inequality as kernels
from abcd.impact import (
    cronbach_alpha,
    decomposition,
    detectable_effect,
    likert_index,
    lorenz,
    money_change,
    power,
    sample_size,
    shares,
)
from abcd.impact._proportions import newcombe_paired, wilson

AMOUNTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(lambda x: sum(x) > 0)
POSITIVE = st.lists(st.integers(1, 10**6), min_size=1, max_size=12)
KERNELS: dict[str, Any] = {
    "gini": kernels.gini,
    "theil": kernels.theil,
    "mean-log-deviation": kernels.mean_log_deviation,
    "atkinson-half": lambda x: kernels.atkinson(x, 0.5),
    "atkinson-one": lambda x: kernels.atkinson(x, 1.0),
    "atkinson-three": lambda x: kernels.atkinson(x, 3.0),
}


def of(measure: str, values: Any) -> float:
    """Compute a measure of values in any order."""
    return float(KERNELS[measure](np.sort(np.array(values, dtype=np.float64))))


@pytest.mark.parametrize("measure", KERNELS)
@given(values=POSITIVE, factor=st.floats(1e-6, 1e6))
def test_the_unit_does_not_matter(measure: str, values: list[int], factor: float) -> None:
    """Rupiah or thousands of rupiah: the same number."""
    scaled = [value * factor for value in values]
    assert of(measure, scaled) == pytest.approx(of(measure, values), rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("measure", KERNELS)
@given(values=POSITIVE, times=st.integers(2, 4))
def test_the_number_of_villages_does_not_matter(
    measure: str, values: list[int], times: int
) -> None:
    """Several copies of a village are as unequal as one (replication invariance)."""
    assert of(measure, values * times) == pytest.approx(of(measure, values), rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("measure", KERNELS)
@given(values=st.lists(st.integers(1, 10**6), min_size=2, max_size=12), data=st.data())
def test_a_gift_to_the_poorer_lowers_inequality(
    measure: str, values: list[int], data: st.DataObject
) -> None:
    """Pigou and Dalton: a transfer from richer to poorer that does not turn them around."""
    values = sorted(values)
    poor, rich = sorted(data.draw(st.sets(st.integers(0, len(values) - 1), min_size=2, max_size=2)))
    assume(values[rich] > values[poor])
    gift = (values[rich] - values[poor]) / 4
    moved = [float(value) for value in values]
    moved[poor] += gift
    moved[rich] -= gift
    before, after = of(measure, values), of(measure, moved)
    assert after <= before + 1e-12
    # Atkinson's index with a high epsilon comes near 1, where floats lie apart.
    if before < 0.99 and gift > 1e-3 * max(values):
        assert after < before


@pytest.mark.parametrize("measure", KERNELS)
@given(values=POSITIVE)
def test_bounds(measure: str, values: list[int]) -> None:
    """From 0, exactly 0 for equal values, and not above what one person holding all gives."""
    value, n = of(measure, values), len(values)
    assert value >= 0
    assert of(measure, [values[0] / 7] * n) == 0
    if measure == "gini":
        assert value <= 1 - 1 / n + 1e-12
    elif measure == "theil":
        assert value <= math.log(n) + 1e-12
    elif measure.startswith("atkinson"):
        assert value <= 1


@given(values=AMOUNTS)
def test_the_curve_lies_below_the_diagonal(values: list[int]) -> None:
    """It rises, from 0 to 1, and bends upwards; a share of it is a point of it."""
    curve = lorenz(values)
    assert (curve.value_share <= curve.population_share + 1e-12).all()
    assert (np.diff(curve.value_share, 2) >= -1e-12).all()
    n = len(values)
    if n > 1:
        held = shares(values, bottom=[1 / n], top=[1 / n], samples=100, rng=1)
        assert held.shares[0] == pytest.approx(curve.value_share[1], abs=1e-9)
        assert held.shares[1] == pytest.approx(held.largest_share, abs=1e-9)


@given(
    rows=st.lists(st.tuples(st.integers(1, 10**4), st.integers(0, 3)), min_size=1, max_size=12),
    measure=st.sampled_from(["theil", "mean-log-deviation", "gini"]),
)
def test_parts_add_up(rows: list[tuple[int, int]], measure: Any) -> None:
    """Between, within and overlap are the whole, for any groups."""
    values, groups = zip(*rows, strict=True)
    parts = decomposition(values, groups, measure=measure, samples=100, rng=1)
    assert parts.between is not None
    assert parts.within is not None
    assert parts.overlap is not None
    assert parts.total == pytest.approx(of(measure, values), rel=1e-9, abs=1e-12)
    assert parts.between + parts.within + parts.overlap == pytest.approx(parts.total, abs=1e-9)
    assert min(parts.between, parts.within, parts.overlap) >= 0
    assert parts.value_share.sum() == pytest.approx(1)


TABLES = st.integers(2, 5).flatmap(
    lambda k: st.lists(st.lists(st.integers(1, 5), min_size=k, max_size=k), min_size=2, max_size=9)
)


@given(table=TABLES, shift=st.integers(-3, 3), factor=st.sampled_from([0.5, 2.0, 10.0]))
def test_alpha_is_free_of_units_and_order(
    table: list[list[int]], shift: int, factor: float
) -> None:
    """Neither the zero of a scale nor its unit nor the order of people changes alpha."""
    items = {item: list(answers) for item, answers in enumerate(zip(*table, strict=True))}
    alpha = cronbach_alpha(items).alpha
    moved = {
        item: [factor * (answer + shift) for answer in answers[::-1]]
        for item, answers in items.items()
    }
    other = cronbach_alpha(moved).alpha
    if alpha is None:
        assert other is None
    else:
        assert alpha <= 1 + 1e-12
        assert other == pytest.approx(alpha, rel=1e-9, abs=1e-9)


@given(table=TABLES)
def test_turning_all_items_changes_no_alpha(table: list[list[int]]) -> None:
    """Items that all run the other way go together as well; twice turned is as before."""
    items = {f"q{item}": list(answers) for item, answers in enumerate(zip(*table, strict=True))}
    alpha = cronbach_alpha(items).alpha
    turned = cronbach_alpha(items, reversed=list(items), minimum=1, maximum=5)
    if alpha is not None:
        assert turned.alpha == pytest.approx(alpha, rel=1e-9, abs=1e-9)
    found = cronbach_alpha(items).looks_reversed
    assert 2 * sum(found) <= len(found)


@given(table=TABLES)
def test_the_index_lies_on_its_scale(table: list[list[int]]) -> None:
    """Both percentages, and counts that are all answers."""
    items = {item: list(answers) for item, answers in enumerate(zip(*table, strict=True))}
    result = likert_index(items, maximum=5)
    assert result.index is not None
    assert result.index_from_minimum is not None
    assert 20 <= result.index <= 100
    assert 0 <= result.index_from_minimum <= result.index
    assert sum(result.total_counts) == result.n_answers == len(table) * len(items)
    thirds = (result.below_middle, result.neutral, result.above_middle)
    assert sum(third for third in thirds if third is not None) == pytest.approx(1)


@given(
    effect=st.floats(0.01, 3),
    n=st.integers(2, 400),
    tails=st.sampled_from(["two-sided", "one-sided"]),
)
def test_power_rises(effect: float, n: int, tails: Any) -> None:
    """With the effect, with the number of people; and falls with the level."""
    chance = power(effect, n, alternative=tails).power
    assert chance is not None
    for more in (
        power(effect * 1.1, n, alternative=tails).power,
        power(effect, n + 1, alternative=tails).power,
        power(effect, n, alpha=0.06, alternative=tails).power,
    ):
        assert more is not None
        assert more >= chance - 1e-9


@given(effect=st.floats(0.1, 2), power_asked=st.floats(0.3, 0.99))
def test_size_and_effect_fit(effect: float, power_asked: float) -> None:
    """With the number of people that it asks for, the effect can be detected."""
    size = sample_size(effect, power=power_asked)
    assert size.n is not None
    found = detectable_effect(size.n, power=power_asked).d_z
    assert found is not None
    assert found <= effect * (1 + 1e-9)


@given(counts=st.tuples(*[st.integers(0, 8)] * 4).filter(lambda table: sum(table) > 0))
def test_intervals_of_shares(counts: tuple[int, int, int, int]) -> None:
    """They hold the estimate, stay on their scale, and turn when before and after change places."""
    both, stopped, started, never = counts
    n = sum(counts)
    low, high = newcombe_paired(both, stopped, started, never, 0.95)
    change = (started - stopped) / n
    assert -1 - 1e-12 <= low <= change + 1e-12
    assert change - 1e-12 <= high <= 1 + 1e-12
    turned = newcombe_paired(both, started, stopped, never, 0.95)
    assert [-turned[1], -turned[0]] == pytest.approx([low, high])
    assert wilson(both, n, 0.9)[0] <= both / n <= wilson(both, n, 0.9)[1]


@given(
    pairs=st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 1000)), max_size=10),
    factor=st.sampled_from([0.5, 2.0, 1000.0]),
)
def test_money_is_free_of_its_unit(pairs: list[tuple[int, int]], factor: float) -> None:
    """Counts and shares stay; sums and medians take the factor."""
    before, after = [old for old, _ in pairs], [new for _, new in pairs]
    plain = money_change(before, after, currency="IDR")
    scaled = money_change(
        [factor * old for old in before], [factor * new for new in after], currency="IDR"
    )
    for name in ("share_change_low", "gini_after", "largest_share_before", "started", "share_p"):
        first, second = getattr(plain, name), getattr(scaled, name)
        assert second == (None if first is None else pytest.approx(first, rel=1e-12))
    assert scaled.total_change == pytest.approx(factor * plain.total_change)
    assert plain.started + plain.stopped + plain.earning_both + plain.earning_never == plain.n
