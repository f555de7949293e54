"""Arithmetic of paired changes over arrays.

Changes come as whole steps of the instrument's resolution, so that ties are ties and sums are
exact. Nothing here knows people, results or caveats, and nothing is checked twice.
"""

import math

import numpy as np

from ..results.arrays import FloatArray, IntArray

__all__ = [
    "correlation",
    "hodges_lehmann",
    "individual_gains",
    "normal_score",
    "normalized_changes",
    "pair_sum",
    "proper_p",
    "signed_double_ranks",
    "small_sample_factor",
    "spread",
]

_SMALLEST_P = float(np.finfo(np.float64).tiny)


def proper_p(p: float) -> float:
    """Keep a p value in (0, 1]: none is 0, one too small for a float is the smallest float."""
    return min(1.0, max(p, _SMALLEST_P))


# --- moments -------------------------------------------------------------------------------------


def spread(values: FloatArray | IntArray) -> float | None:
    """Return the sample standard deviation (n - 1), exactly 0 where all values are equal."""
    if len(values) < 2:
        return None
    # Rounding in the mean would give equal values a spread of about 1e-17.
    return float(np.std(values, ddof=1)) if np.ptp(values) > 0 else 0.0


def correlation(first: FloatArray | IntArray, second: FloatArray | IntArray) -> float | None:
    """Return Pearson's r, or None where one of the two does not vary."""
    if len(first) < 2 or np.ptp(first) == 0 or np.ptp(second) == 0:
        return None
    x = first - np.mean(first)
    y = second - np.mean(second)
    r = float(x @ y) / (math.sqrt(float(x @ x)) * math.sqrt(float(y @ y)))
    return min(1.0, max(-1.0, r))


def small_sample_factor(df: int) -> float | None:
    """Return the exact J of Hedges; it is 0, and so of no use, at one degree of freedom."""
    if df < 2:
        return None
    half = df / 2
    return math.exp(math.lgamma(half) - math.lgamma(half - 0.5)) / math.sqrt(half)


# --- ranks ---------------------------------------------------------------------------------------


def signed_double_ranks(steps: IntArray, zero_method: str) -> tuple[IntArray, IntArray]:
    """Return twice the midranks of the sizes with their signs, and twice those of split zeros.

    Twice, so that midranks are whole numbers. Zeros are dropped before ranking (`wilcox`), or
    ranked and then dropped (`pratt`), or ranked and given half to either side (`zsplit`).
    """
    if zero_method == "wilcox":
        steps = steps[steps != 0]
    sizes = np.abs(steps)
    ordered = np.sort(sizes)
    # A tie on the places i + 1 to j has the midrank (i + 1 + j) / 2.
    double = np.searchsorted(ordered, sizes, "left") + np.searchsorted(ordered, sizes, "right") + 1
    split = steps == 0 if zero_method == "zsplit" else np.zeros(len(steps), dtype=bool)
    return (double * np.sign(steps))[steps != 0], double[split]


def normal_score(ranks: IntArray, zero_ranks: IntArray, *, continuity: bool) -> float:
    """Return the size of the normal score of doubled signed ranks, corrected for ties.

    Under random signs the variance of the sum of signed ranks is the sum of their squares, which
    contains the tie correction. Zeros that are split count as if they had signs.
    """
    difference = abs(int(ranks.sum()))
    squares = np.square(np.concatenate((ranks, zero_ranks)).astype(np.float64))
    # W+ moves by a half; W+ - W- is twice W+ less its mean, and the ranks are doubled: 2.
    shift = 2 if continuity else 0
    return max(0, difference - shift) / math.sqrt(float(squares.sum()))


def hodges_lehmann(steps: IntArray) -> float | None:
    """Return the median of (d_i + d_j) / 2 over i <= j, without writing out the n^2 / 2 means."""
    n = len(steps)
    if n == 0:
        return None
    ordered = np.sort(steps)
    pairs = n * (n + 1) // 2
    lower = pair_sum(ordered, (pairs + 1) // 2)
    upper = pair_sum(ordered, pairs // 2 + 1)
    return (lower + upper) / 4


def pair_sum(ordered: IntArray, place: int) -> int:
    """Return the sum d_i + d_j (i <= j) that stands on this place, counted from 1."""
    low, high = 2 * int(ordered[0]), 2 * int(ordered[-1])
    while low < high:
        middle = (low + high) // 2
        if _pairs_up_to(ordered, middle) >= place:
            high = middle
        else:
            low = middle + 1
    return low


def _pairs_up_to(ordered: IntArray, limit: int) -> int:
    both_orders = int(np.searchsorted(ordered, limit - ordered, "right").sum())
    with_itself = int(np.count_nonzero(2 * ordered <= limit))
    return (both_orders + with_itself) // 2


# --- gains ---------------------------------------------------------------------------------------


def individual_gains(before: FloatArray, after: FloatArray, maximum: float) -> FloatArray:
    """Return (after - before) / (maximum - before) of all who had room to rise."""
    room = before < maximum
    gains: FloatArray = (after[room] - before[room]) / (maximum - before[room])
    return gains


def normalized_changes(
    before: FloatArray, after: FloatArray, minimum: float, maximum: float
) -> FloatArray:
    """Return Marx and Cummings' c: a rise over the room above, a fall over the room below.

    Who stays at either end of the scale is left out.
    """
    stuck = (before == after) & ((before == maximum) | (before == minimum))
    old, new = before[~stuck], after[~stuck]
    # Who did not rise and is not left out has room below: no division by 0.
    room = np.where(new > old, maximum - old, old - minimum)
    changes: FloatArray = (new - old) / room
    return changes
