"""Which of many straight lines is the highest where: the weight of one criterion moves from 0 to 1.

The value of an option is a straight line in that weight while the others keep their proportions.
"""

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray

__all__ = ["highest_between", "way_to"]

# A stretch narrower than this is a point where lines cross.
_WIDTH = 1e-12


def highest_between(at_zero: FloatArray, at_one: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return from where to where each line is the highest; nan for one that never is.

    Parameters
    ----------
    at_zero, at_one : array, shape (n_options,)
        The values of the lines at the weights 0 and 1.

    Notes
    -----
    Sorted by slope, lines that another one exceeds at both ends drop out; of the others a stack
    keeps those that are above all. O(m log m); equal lines share their stretch.
    """
    lines, line_of = np.unique(np.stack([at_zero, at_one], axis=1), axis=0, return_inverse=True)
    zero, one = lines[:, 0], lines[:, 1]
    low, high = np.full(len(lines), np.nan), np.full(len(lines), np.nan)
    kept: list[tuple[int, float]] = []
    for line in _candidates(zero, one):
        start = 0.0
        while kept:
            top, top_start = kept[-1]
            start = _crossing(zero[top] - zero[line], one[line] - one[top])
            if start > top_start + _WIDTH:
                break
            kept.pop()
            start = 0.0
        kept.append((line, start))
    ends = [start for _, start in kept[1:]] + [1.0]
    for (line, start), end in zip(kept, ends, strict=True):
        low[line], high[line] = start, end
    places = line_of.reshape(-1)
    return low[places], high[places]


def _candidates(zero: FloatArray, one: FloatArray) -> list[int]:
    """Order lines by falling start, and keep those that rise above all before at the end."""
    order = np.lexsort((-one, -zero))
    ends = one[order]
    before = np.maximum.accumulate(np.concatenate(([-np.inf], ends)))[:-1]
    return [int(line) for line in order[ends > before]]


def _crossing(lead_at_zero: float, lead_at_one: float) -> float:
    """Return where two lines cross: the first leads at 0, the second at 1."""
    return float(lead_at_zero / (lead_at_zero + lead_at_one))


def way_to(weight: float, low: FloatArray, high: FloatArray) -> npt.NDArray[np.float64]:
    """Return the smallest change that takes a weight into each stretch, 0 from inside it."""
    return np.where(weight < low, low - weight, np.where(weight > high, high - weight, 0 * low))
