"""The steps of an instrument: scores and differences as whole numbers, so that ties are ties.

In floats 15.2 - 14.6 and 0.6 differ by 7e-16. Ranks, counts of who rose and all sign changes
would depend on that.
"""

import decimal
import math
from fractions import Fraction

import attrs
import numpy as np

from .._arguments import exact, number
from ..errors import Fault, InvalidValueError, shown
from ..results.arrays import FloatArray, IntArray
from .pairs import Pairs

__all__ = ["DIGITS", "Steps", "exact_mean", "measured", "scored"]

# Scores are told apart to so many digits of the largest one. Finer differences are noise of the
# arithmetic that made them: 43 / 3 is 14.333333333333334.
DIGITS = 12
# Sums of a hundred thousand such differences still fit in 64 bits.
_MOST_STEPS = 10**13


@attrs.frozen(eq=False)
class Steps:
    """Scores in units of their own decimals, differences in steps of the resolution."""

    before: IntArray
    after: IntArray
    unit: Fraction
    differences: IntArray
    resolution: Fraction
    moved: int

    def score(self, steps: float) -> float:
        """Return differences in steps as differences in scores."""
        return scored(steps, self.resolution)


def scored(value: float, unit: Fraction) -> float:
    """Return a number of units as score; dividing by 10 is exact where times 0.1 is not."""
    return value * unit.numerator / unit.denominator


def exact_mean(values: IntArray, unit: Fraction) -> Fraction | None:
    """Return the mean of whole units as an exact score; None for no values."""
    return Fraction(int(values.sum()), len(values)) * unit if len(values) else None


def measured(pairs: Pairs, resolution: float | None) -> Steps:
    """Return scores as whole units, and their differences rounded to the resolution.

    Without a resolution it is the unit: one step of the last decimal that any score carries.

    Raises
    ------
    InvalidValueError
        If the resolution is not above 0, or so fine that the differences can not be counted in it.
    """
    unit = _unit(pairs.before + pairs.after)
    before, after = _whole(pairs.before, unit), _whole(pairs.after, unit)
    differences = after - before
    if resolution is None:
        return Steps(before, after, unit, differences, unit, 0)
    step = _step(resolution)
    if any(abs(int(size)) * unit > _MOST_STEPS * step for size in differences):
        raise InvalidValueError(
            Fault("resolution", shown(resolution), "a coarser one for such scores", "value")
        )
    rounded, moved = _rounded(differences, unit / step)
    return Steps(before, after, unit, rounded, step, moved)


def _step(resolution: float) -> Fraction:
    step = number("resolution", resolution)
    if step <= 0:
        raise InvalidValueError(
            Fault("resolution", shown(step), "a number above 0, or None", "value")
        )
    return exact(step)


def _unit(scores: tuple[float, ...]) -> Fraction:
    largest = max(map(abs, scores), default=0.0)
    if largest == 0:
        return Fraction(1)
    places = max(map(_decimals, scores))
    places = min(places, DIGITS - 1 - math.floor(math.log10(largest)))
    return Fraction(10) ** -places


def _decimals(score: float) -> int:
    exponent = decimal.Decimal(repr(score)).normalize().as_tuple().exponent
    return max(0, -int(exponent))


def _whole(scores: tuple[float, ...], unit: Fraction) -> IntArray:
    values: FloatArray = np.array(scores, dtype=np.float64)
    # Below 1e12 the error of the product is far less than a half.
    return np.rint(values * float(unit.denominator) / float(unit.numerator)).astype(np.int64)


def _rounded(differences: IntArray, ratio: Fraction) -> tuple[IntArray, int]:
    # Halves go away from 0, so that before and after can be exchanged.
    steps = [abs(int(size)) * ratio for size in differences]
    whole = [math.floor(step + Fraction(1, 2)) for step in steps]
    moved = sum(step != count for step, count in zip(steps, whole, strict=True))
    return np.array(whole, dtype=np.int64) * np.sign(differences), moved
