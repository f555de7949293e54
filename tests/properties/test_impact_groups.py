"""Laws of comparison groups: order and units do not matter, nothing is infinite, None is told."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd.impact import (
    adjust,
    ancova,
    attrition,
    baseline_balance,
    compare_groups,
    difference_in_differences,
    gain_scores,
    loss_bounds,
    missing_items,
    permutation_test,
)

from ..impact.published import unexplained
from .test_impact import ANY_SCORE, close, finite

NOT_ASKED = {
    "assignment",
    "seed",
    "clusters",
    "clusters_a",
    "clusters_b",
    "clusters_treated",
    "clusters_control",
    "minimum",
    "maximum",
    "completers",
    "carried_forward",
    "n_completers",
    "differences",
}
GROUP = st.lists(ANY_SCORE, max_size=5)
PAIRS = st.lists(st.tuples(ANY_SCORE, ANY_SCORE), max_size=5)
TENTHS = st.lists(st.integers(0, 60), min_size=1, max_size=5)
ARRAYS = ("effects", "effect_errors", "effects_low", "effects_high", "effects_p", "adjusted_means")


@given(GROUP, GROUP, st.sampled_from(["mean", "welch", "median"]))
def test_any_two_groups(a: Any, b: Any, statistic: Any) -> None:
    """Values of any size that is accepted: nothing overflows, every None is explained."""
    pair = compare_groups(a, b)
    test = permutation_test(a, b, statistic=statistic)
    bounds = loss_bounds(treated_after=[*a, None], control_after=b)
    for result in (pair, test, bounds):
        assert finite(result)
        assert unexplained(result, NOT_ASKED) == set()
    assert test.p is None or 0 < test.p <= 1
    assert pair.welch_p is None or 0 < pair.welch_p <= 1
    balance = baseline_balance({"x": a}, {"x": b})
    assert not np.isinf(balance.differences).any()
    assert unexplained(balance, NOT_ASKED) == set()


@given(PAIRS, PAIRS, st.sampled_from(["classical", "HC1", "HC2", "HC3"]))
def test_any_panel(treated: Any, control: Any, errors: Any) -> None:
    """The same for changes of two groups."""
    cells: dict[str, Any] = {
        f"{name}_{wave}": [pair[place] for pair in group]
        for name, group in (("treated", treated), ("control", control))
        for place, wave in enumerate(("before", "after"))
    }
    gains = gain_scores(**cells)
    assert finite(gains)
    assert unexplained(gains, NOT_ASKED) == set()
    for design in ("panel", "cross-section"):
        did = difference_in_differences(**cells, design=design, errors=errors)
        assert finite(did)
        assert unexplained(did, NOT_ASKED) == set()
        assert did.p is None or 0 < did.p <= 1


@given(
    st.lists(st.tuples(ANY_SCORE, ANY_SCORE, st.sampled_from("abc")), min_size=1, max_size=9),
    st.sampled_from(["classical", "HC1", "HC3"]),
)
def test_any_ancova(people: Any, errors: Any) -> None:
    """Scores of any size, groups of any size: no infinity, and what is empty is explained."""
    before, after, group = zip(*people, strict=True)
    result = ancova(before, after, group, reference=group[0], errors=errors)
    assert unexplained(result, NOT_ASKED) == set()
    named = {name for caveat in result.caveats for name in caveat.data.get("fields", ())}
    for name in ARRAYS:
        column = getattr(result, name)
        assert not np.isinf(column).any()
        # The reference has no effect of its own.
        rest = column if name == "adjusted_means" else column[1:]
        assert name in named or not np.isnan(rest).any()


@given(TENTHS, TENTHS, st.integers(-50, 50), st.sampled_from([1, 2, 10, 100]))
def test_shift_and_scale(a: Any, b: Any, shift: int, scale: int) -> None:
    """Other points of the same scale change points only."""
    moved = [[scale * (score + 10 * shift) / 10 for score in group] for group in (a, b)]
    plain = [[score / 10 for score in group] for group in (a, b)]
    one, two = compare_groups(*plain), compare_groups(*moved)
    assert close(one.difference, two.difference, scale)
    assert close(one.cohen_d, two.cohen_d)
    assert close(one.welch_p, two.welch_p)
    first, second = permutation_test(*plain), permutation_test(*moved)
    assert close(first.p, second.p)


@given(TENTHS, TENTHS, st.randoms(use_true_random=False))
def test_order_and_ids_do_not_matter(a: Any, b: Any, random: Any) -> None:
    """Shuffled people, and people by id, give the same p."""
    plain = permutation_test(a, b)
    turned = random.sample(a, len(a)), random.sample(b, len(b))
    by_id = {f"p{place}": value for place, value in enumerate(a)}
    assert permutation_test(*turned).p == pytest.approx(plain.p)
    assert permutation_test(by_id, {f"q{place}": value for place, value in enumerate(b)}) == plain


@given(
    st.lists(st.one_of(st.none(), st.floats(0, 1)), max_size=9),
    st.sampled_from(
        ["bonferroni", "holm", "hochberg", "benjamini-hochberg", "benjamini-yekutieli"]
    ),
)
def test_adjusted_p_keeps_the_order(p_values: Any, method: Any) -> None:
    """Never smaller than the p itself, never above 1, and in the same order."""
    result = adjust(p_values, method)
    known = ~np.isnan(result.p_values)
    p, adjusted = result.p_values[known], result.adjusted[known]
    assert np.all(adjusted >= p * (1 - 1e-12))
    assert np.all(adjusted <= 1)
    order = np.argsort(p, kind="stable")
    assert np.all(np.diff(adjusted[order]) >= 0)


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=3),
)
def test_any_attrition(groups: Any) -> None:
    """Rates from 0 to 1, and every None is explained."""
    started = {f"g{place}": max(pair) for place, pair in enumerate(groups)}
    completed = {f"g{place}": min(pair) for place, pair in enumerate(groups)}
    loss = attrition(started, completed)
    assert unexplained(loss, NOT_ASKED) == set()
    assert loss.overall is None or 0 <= loss.overall <= 1
    assert loss.unexplained == sum(loss.lost)


@given(
    st.integers(0, 4).flatmap(
        lambda n: st.dictionaries(
            st.sampled_from(["q1", "q2", "q3"]),
            st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=n, max_size=n),
        )
    )
)
def test_any_answers(answers: Any) -> None:
    """Every person is complete, partial or empty, once there is an item."""
    gaps = missing_items(answers)
    assert gaps.complete + gaps.partial + gaps.empty == gaps.n
    assert unexplained(gaps, NOT_ASKED) == set()
