"""Which of many straight lines is the highest where: the weight of one criterion moves from 0 to 1.

The value of an option is a straight line in that weight while the others keep their proportions.
"""

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray
from ._kernels import TOLERANCE

__all__ = ["highest_between", "way_to"]

# A stretch narrower than this is a point where lines cross.
_WIDTH = 1e-12


def highest_between(
    at_zero: FloatArray, at_one: FloatArray, wanted: npt.NDArray[np.intp]
) -> tuple[FloatArray, FloatArray]:
    """Return from where to where the wanted lines are the highest; nan for one that never is.

    Parameters
    ----------
    at_zero, at_one : array, shape (n_options,)
        The values of the lines at the weights 0 and 1.
    wanted : array of int
        The places of the lines that are asked for.

    Notes
    -----
    Sorted by slope, lines that another one exceeds at both ends drop out; of the others a stack
    keeps those that are above all. O(m log m). A line is the highest where no other one is above
    it by more than rounding: equal lines share their stretch, and where lines only meet the
    stretch is a point.
    """
    unit = max(float(np.abs(at_zero).max()), float(np.abs(at_one).max()))
    near = TOLERANCE * unit
    kept: list[tuple[int, float]] = []
    for line in _candidates(at_zero, at_one, near):
        start = 0.0
        while kept:
            top, top_start = kept[-1]
            start = _crossing(at_zero[top] - at_zero[line], at_one[line] - at_one[top])
            if start > top_start + _WIDTH:
                break
            kept.pop()
            start = 0.0
        kept.append((line, start))
    corners = np.array([start for _, start in kept] + [1.0])
    lines = np.array([line for line, _ in kept] + [kept[-1][0]])
    highest = _at(corners, at_zero[lines], at_one[lines])
    low, high = np.full(len(wanted), np.nan), np.full(len(wanted), np.nan)
    for place, line in enumerate(wanted.tolist()):
        # Below the highest by a convex amount: it is least at corners, and between touching ones.
        touched = corners[highest - _at(corners, at_zero[line], at_one[line]) <= near]
        if len(touched):
            low[place], high[place] = touched[0], touched[-1]
    return low, high


def _at(
    weight: FloatArray, at_zero: FloatArray | float, at_one: FloatArray | float
) -> npt.NDArray[np.float64]:
    """Return the values of lines at a weight each."""
    return np.asarray((1 - weight) * at_zero + weight * at_one, dtype=np.float64)


def _candidates(zero: FloatArray, one: FloatArray, near: float) -> list[int]:
    """Order lines by falling start, and keep those that rise above all before at the end."""
    order = np.lexsort((-one, -zero))
    ends = one[order]
    before = np.maximum.accumulate(np.concatenate(([-np.inf], ends)))[:-1]
    return [int(line) for line in order[ends > before + near]]


def _crossing(lead_at_zero: float, lead_at_one: float) -> float:
    """Return where two lines cross: the first leads at 0, the second at 1."""
    return float(lead_at_zero / (lead_at_zero + lead_at_one))


def way_to(weight: float, low: FloatArray, high: FloatArray) -> npt.NDArray[np.float64]:
    """Return the smallest change that takes a weight into each stretch, 0 from inside it."""
    return np.where(weight < low, low - weight, np.where(weight > high, high - weight, 0 * low))
