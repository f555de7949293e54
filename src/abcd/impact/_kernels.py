"""Arithmetic of paired changes over arrays.

Changes come as whole steps of the instrument's resolution, so that ties are ties and sums are
exact. Nothing here knows people, results or caveats, and nothing is checked twice.
"""

import math
from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from ..results.arrays import FloatArray, IntArray

__all__ = [
    "cheap_to_convolve",
    "cheap_to_enumerate",
    "correlation",
    "hodges_lehmann",
    "individual_gains",
    "normal_score",
    "normalized_changes",
    "proper_p",
    "signed_double_ranks",
    "small_sample_factor",
    "spread",
    "tail_by_convolution",
    "tail_by_enumeration",
    "tail_by_sampling",
]

_SMALLEST_P = float(np.finfo(np.float64).tiny)
# Additions that an exact distribution may cost: a fraction of a second.
_CONVOLUTION_WORK = 200_000_000
# Sums that a distribution may have: 40 MB of them.
_CONVOLUTION_SUMS = 5_000_000
# Sums of all sign changes of so many differences fit in 16 MB.
_ENUMERATED = 22
# Signs that are drawn at a time: 1 MB of bits, and the sums of a block stay in the cache.
_DRAWN_AT_ONCE = 8_000_000
# A binomial draw costs about as much as so many signs.
_TIES_THAT_PAY = 100
_BITS_OF_BYTES = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1).astype(np.int64)

# Sums of the differences that keep a plus sign, a number for each random sign change.
_Sums: TypeAlias = Callable[[np.random.Generator, int], IntArray]


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


# --- all sign changes ----------------------------------------------------------------------------


def tail_by_convolution(steps: IntArray) -> float:
    """Return the share of sign changes whose sum is at least as far from 0 as that of `steps`.

    The sum of the differences that keep a plus sign moves from 0 to the total; its distribution
    is built one difference at a time.
    """
    sizes, observed = _reduced(steps)
    if observed == 0:
        return 1.0
    total = int(sizes.sum())
    chances = np.zeros(total + 1)
    chances[0] = 1.0
    reach = 0
    for size in sizes.tolist():
        kept = chances[: reach + 1] / 2
        chances[: reach + 1] = kept
        chances[size : size + reach + 1] += kept
        reach += size
    # A sum s of those with plus leaves total - s with minus: s - (total - s) >= observed.
    return proper_p(2 * float(chances[(total + observed) // 2 :].sum()))


def tail_by_enumeration(steps: IntArray) -> float:
    """Return the same share by writing out every sign change: for few differences of any size."""
    sizes, observed = _reduced(steps)
    # The first sign stays plus: turning all signs gives the other half.
    sums = sizes[:1]
    for size in sizes[1:]:
        sums = np.concatenate((sums + size, sums - size))
    return float(np.mean(np.abs(sums) >= observed)) if len(sums) else 1.0


def tail_by_sampling(steps: IntArray, *, samples: int, generator: np.random.Generator) -> float:
    """Estimate the same share from random sign changes, the observed one counted in."""
    sizes, observed = _reduced(steps)
    values, counts = np.unique(sizes, return_counts=True)
    tied = len(values) * _TIES_THAT_PAY <= len(sizes)
    sums = _tied_sums(values, counts) if tied else _free_sums(sizes)
    total = int(sizes.sum())
    rows = 1 + _DRAWN_AT_ONCE // (1 + len(sizes))
    extreme = 1
    for start in range(0, samples, rows):
        plus = sums(generator, min(rows, samples - start))
        extreme += int(np.count_nonzero(np.abs(2 * plus - total) >= observed))
    return extreme / (samples + 1)


def _tied_sums(values: IntArray, counts: IntArray) -> _Sums:
    """Draw differences of one size together: how many of them keep a plus sign is binomial."""

    def sums(generator: np.random.Generator, rows: int) -> IntArray:
        kept = generator.binomial(counts, 0.5, size=(rows, len(values)))
        plus: IntArray = kept @ values
        return plus

    return sums


def _free_sums(sizes: IntArray) -> _Sums:
    """Draw one bit a difference, and look up what eight of them add, exact in whole numbers."""
    words = -(-len(sizes) // 64)
    padded = np.zeros((8 * words, 8), dtype=np.int64)
    padded.ravel()[: len(sizes)] = sizes
    tables = padded @ _BITS_OF_BYTES.T

    def sums(generator: np.random.Generator, rows: int) -> IntArray:
        # Whole words: a block of draws ends where the next one begins, whatever its size.
        drawn = generator.integers(2**64, size=(rows, words), dtype=np.uint64)
        plus = np.zeros(rows, dtype=np.int64)
        for table, chosen in zip(tables, np.ascontiguousarray(drawn.view(np.uint8).T), strict=True):
            plus += table[chosen]
        return plus

    return sums


def cheap_to_convolve(steps: IntArray) -> bool:
    """Tell whether `tail_by_convolution` stays within its work and memory."""
    sizes, _ = _reduced(steps)
    total = int(sizes.sum())
    return total <= _CONVOLUTION_SUMS and len(sizes) * total <= _CONVOLUTION_WORK


def cheap_to_enumerate(steps: IntArray) -> bool:
    """Tell whether `tail_by_enumeration` stays within its memory."""
    return int(np.count_nonzero(steps)) <= _ENUMERATED


def _reduced(steps: IntArray) -> tuple[IntArray, int]:
    # Zero differences change no sum, and a common divisor changes no comparison.
    sizes = np.sort(np.abs(steps[steps != 0]))
    divisor = int(np.gcd.reduce(sizes)) if len(sizes) else 1
    return sizes // divisor, abs(int(steps.sum())) // divisor


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
    lower = _pair_sum(ordered, (pairs + 1) // 2)
    upper = _pair_sum(ordered, pairs // 2 + 1)
    return (lower + upper) / 4


def _pair_sum(ordered: IntArray, place: int) -> int:
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
