"""Steps of an instrument: decimals found, scores as whole numbers, differences rounded."""

from fractions import Fraction

import pytest

from abcd.errors import InvalidValueError
from abcd.impact._resolution import exact_mean, measured, scored
from abcd.impact.pairs import Pairs


def of(*scores: float) -> Pairs:
    """Return pairs with these scores before and 0 after."""
    return Pairs(tuple(range(len(scores))), scores, (0.0,) * len(scores))


@pytest.mark.parametrize(
    ("scores", "unit"),
    [
        ((), Fraction(1)),
        ((0.0,), Fraction(1)),
        ((5.0, 100.0), Fraction(1)),
        ((12.5,), Fraction(1, 10)),
        ((12.5, 0.25), Fraction(1, 100)),
        ((1e-7,), Fraction(1, 10**7)),
        ((1e22,), Fraction(10**11)),  # twelve digits of the largest score
        ((1e22, 0.5), Fraction(10**11)),
        ((1 / 3,), Fraction(1, 10**12)),
        ((10 / 3,), Fraction(1, 10**11)),
        ((99999999999.5,), Fraction(1, 10)),
        ((999999999999.5,), Fraction(1)),
        ((-12.5,), Fraction(1, 10)),
    ],
)
def test_unit(scores: tuple[float, ...], unit: Fraction) -> None:
    """The last decimal that any score carries, up to twelve digits of the largest."""
    steps = measured(of(*scores), None)
    assert (steps.unit, steps.resolution, steps.moved) == (unit, unit, 0)


def test_scores_and_differences_are_whole() -> None:
    """Units for scores, steps for differences, after less before."""
    pairs = Pairs((0, 1), (14.6, 2.0), (15.2, 1.0))
    steps = measured(pairs, None)
    assert steps.before.tolist() == [146, 20]
    assert steps.after.tolist() == [152, 10]
    assert steps.differences.tolist() == [6, -10]
    assert steps.score(6) == 0.6


@pytest.mark.parametrize(
    ("resolution", "differences", "moved"),
    [
        (0.1, [6, -10, 25], 0),
        (0.05, [12, -20, 50], 0),
        (0.5, [1, -2, 5], 1),
        (1.0, [1, -1, 3], 2),
        (5.0, [0, 0, 1], 3),  # 2.5 is half a step: away from 0
        (0.4, [2, -3, 6], 3),  # 1.5, 2.5 and 6.25 steps
    ],
)
def test_given_resolution(resolution: float, differences: list[int], moved: int) -> None:
    """To the nearest step, halves away from 0; how many were moved is counted."""
    pairs = Pairs((0, 1, 2), (14.6, 2.0, 0.0), (15.2, 1.0, 2.5))
    steps = measured(pairs, resolution)
    assert (steps.differences.tolist(), steps.moved) == (differences, moved)
    assert steps.resolution == Fraction(str(resolution))


def test_resolution_that_can_not_be_counted() -> None:
    """Ten million million steps are the most that a difference may have."""
    assert measured(of(1e13), 1.0).differences.tolist() == [-(10**13)]
    with pytest.raises(
        InvalidValueError, match=r"resolution: found 0\.99; accepted: a coarser one"
    ):
        measured(of(1e13), 0.99)


@pytest.mark.parametrize("resolution", [0.0, -1.0])
def test_resolution_is_above_0(resolution: float) -> None:
    """A step of no length is refused for what it is."""
    with pytest.raises(InvalidValueError) as caught:
        measured(of(1.0), resolution)
    assert str(caught.value) == (
        f"resolution: found {resolution}; accepted: a number above 0, or None"
    )
    assert caught.value.faults[0].code == "value"


def test_scored() -> None:
    """Dividing by ten is exact where times a tenth is not."""
    assert scored(6, Fraction(1, 10)) == 0.6
    assert 6 * 0.1 != 0.6
    assert scored(2.5, Fraction(5, 2)) == 6.25


def test_exact_mean() -> None:
    """A mean of whole units has no rounding; no values have no mean."""
    steps = measured(of(0.1, 0.2), None)
    assert exact_mean(steps.before, steps.unit) == Fraction(3, 20)
    assert exact_mean(steps.before[:0], steps.unit) is None
