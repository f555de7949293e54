"""Scores made comparable: each formula by its definition, and where it does not hold."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.potential import normalizations
from abcd.potential.normalizations import linear, max_, minmax, none, scale, sum_, vector

# x = (1, 2, 5): min 1, max 5, sum 8, length sqrt(30), sum of 1/x 1.7; worked by hand.
LENGTH = math.sqrt(30)
BY_HAND: list[tuple[Callable[..., Any], str, list[float]]] = [
    (minmax, "max", [0, 1 / 4, 1]),
    (minmax, "min", [1, 3 / 4, 0]),
    (max_, "max", [1 / 5, 2 / 5, 1]),
    (max_, "min", [4 / 5, 3 / 5, 0]),
    (sum_, "max", [1 / 8, 2 / 8, 5 / 8]),
    (sum_, "min", [1 / 1.7, 0.5 / 1.7, 0.2 / 1.7]),
    (vector, "max", [1 / LENGTH, 2 / LENGTH, 5 / LENGTH]),
    (vector, "min", [1 - 1 / LENGTH, 1 - 2 / LENGTH, 1 - 5 / LENGTH]),
    (linear, "max", [1 / 5, 2 / 5, 1]),
    (linear, "min", [1, 1 / 2, 1 / 5]),
    (none, "max", [1, 2, 5]),
    (none, "min", [-1, -2, -5]),
]
ALL = [minmax, max_, sum_, vector, linear, none]
RELATIVE = [minmax, max_, sum_, vector, linear]


@pytest.mark.parametrize(("function", "direction", "expected"), BY_HAND)
def test_values_worked_by_hand(
    function: Callable[..., Any], direction: str, expected: list[float]
) -> None:
    """Three scores under each formula, for a benefit and for a cost; gaps stay gaps."""
    np.testing.assert_allclose(function([1, 2, 5], direction), expected, rtol=1e-14)
    with_gap = function([1, None, 2, 5], direction)
    assert math.isnan(with_gap[1])
    np.testing.assert_allclose(np.delete(with_gap, 1), expected, rtol=1e-14)


def test_a_scale_measures_by_its_own_ends() -> None:
    """A 4 on a scale from 1 to 5 is 0.75, whoever else is there."""
    assert scale([4], minimum=1, maximum=5).tolist() == [0.75]
    assert scale([4, 1], "min", minimum=1, maximum=5).tolist() == [0.25, 1]


@pytest.mark.parametrize("function", RELATIVE)
@pytest.mark.parametrize("direction", ["max", "min"])
def test_all_zero_is_not_estimable(function: Callable[..., Any], direction: str) -> None:
    """0/0 is no number under any formula that measures an option by the others."""
    assert np.isnan(function([0, 0, 0], direction)).all()


@pytest.mark.parametrize("constant", [3.0, -3.0, 1e299, 1e-299])
def test_equal_scores_have_no_range(constant: float) -> None:
    """Min-max divides by 0 where all scores are equal, up to rounding."""
    assert np.isnan(minmax([constant] * 3)).all()
    assert np.isnan(minmax([constant, constant * (1 + 1e-15)])).all()
    assert not np.isnan(minmax([constant, constant * (1 + 1e-9)])).any()


@pytest.mark.parametrize(
    ("function", "scores", "direction"),
    [
        (max_, [-1, 2], "max"),
        (max_, [-1, 2], "min"),
        (sum_, [-1, 2], "max"),
        (sum_, [-1, 2], "min"),
        (sum_, [0, 2], "min"),
        (linear, [-1, 2], "max"),
        (linear, [-1, 2], "min"),
        (linear, [0, 2], "min"),
    ],
)
def test_formulas_for_scores_from_zero_do_not_hold_below(
    function: Callable[..., Any], scores: list[float], direction: str
) -> None:
    """A share of a largest, of a sum, or of a smallest needs a true zero."""
    assert np.isnan(function(scores, direction)).all()


@pytest.mark.parametrize(
    ("function", "scores", "direction", "expected"),
    [
        (max_, [0, 2], "max", [0, 1]),
        (max_, [0, 2], "min", [1, 0]),
        (sum_, [0, 2], "max", [0, 1]),
        (linear, [0, 2], "max", [0, 1]),
        (vector, [-3, 4], "max", [-0.6, 0.8]),
        (minmax, [-3, 4], "min", [1, 0]),
    ],
)
def test_zero_and_negative_scores_where_the_formula_holds(
    function: Callable[..., Any], scores: list[float], direction: str, expected: list[float]
) -> None:
    """The least share is 0, and a length takes any sign."""
    found = function(scores, direction)
    np.testing.assert_allclose(found, expected, rtol=1e-14)
    assert not np.signbit(found[np.asarray(expected) == 0]).any()


@pytest.mark.parametrize("unit", [1e-290, 1e-150, 1e150, 1e290])
@pytest.mark.parametrize(("function", "direction", "expected"), BY_HAND[:10])
def test_units_do_not_matter_however_large(
    function: Callable[..., Any], direction: str, expected: list[float], unit: float
) -> None:
    """Squares and inverses of such scores are beyond all floats; the shares are not."""
    found = function(np.array([1, 2, 5]) * unit, direction)
    np.testing.assert_allclose(found, expected, rtol=1e-12)


@pytest.mark.parametrize("function", ALL)
def test_only_gaps_stay_gaps(function: Callable[..., Any]) -> None:
    """Nothing known gives nothing."""
    assert np.isnan(function([None, math.nan])).all()


@pytest.mark.parametrize("function", ALL)
@pytest.mark.parametrize(
    "scores",
    [[1, "2"], [1, math.inf], [True, 2], [[1, 2]], [(1, 2)], "12", 3, None, [], [1, [2]], {"a": 1}],
    ids=repr,
)
def test_what_is_no_list_of_numbers_is_refused(function: Callable[..., Any], scores: Any) -> None:
    """Text, infinities, tables and single numbers are no scores of one criterion."""
    with pytest.raises(InvalidValueError, match="scores"):
        function(scores)


def test_other_arguments_are_checked() -> None:
    """The direction is one of two, and a scale has two ends in order that hold all scores."""
    with pytest.raises(InvalidValueError, match="direction: found 'up'; accepted: one of 'max'"):
        minmax([1, 2], "up")  # type: ignore[arg-type]  # refused on purpose
    with pytest.raises(InvalidValueError, match="maximum: found 1; accepted: a number above"):
        scale([1], minimum=1, maximum=1)
    with pytest.raises(InvalidValueError, match="maximum: found None; accepted: a finite number"):
        scale([1], minimum=1, maximum=None)  # type: ignore[arg-type]  # refused on purpose
    with pytest.raises(InvalidValueError, match=r"scores\[1\]: found 6.0; .*from 1 up to 5"):
        scale([1, 6], minimum=1, maximum=5)


def test_names_and_functions_belong_together() -> None:
    """Each name that `rank` takes has its function."""
    functions = {name.rstrip("_") for name in normalizations.__all__ if name != "Normalization"}
    assert set(normalizations.LINES) == functions
