"""How often random signs would put a sum so far from 0: counted where that is affordable.

Changes come as whole steps of the instrument's resolution, so that ties are ties and sums are
exact.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from ..results.arrays import FloatArray, IntArray
from ._kernels import proper_p

__all__ = [
    "cheap_to_convolve",
    "exact_tail",
    "reduced_rows",
    "shared_tails",
    "tail_by_convolution",
    "tail_by_sampling",
]

# Additions that an exact distribution may cost: a fraction of a second.
_CONVOLUTION_WORK = 200_000_000
# Sums that a distribution may have: 40 MB of them.
_CONVOLUTION_SUMS = 5_000_000
# The sums of all sign changes of so many differences are counted in a fraction of a millisecond.
_ENUMERATED = 22
# Counts of subsets of so many differences fit in a field of 64 bits, and their sum too.
_BITS_OF_FIELD = 62
# From here shifting long integers is slower than adding arrays.
_ROOM_OF_INTEGERS = 2_000
# Signs that are drawn at a time: 1 MB of bits, and the sums of a block stay in the cache.
_DRAWN_AT_ONCE = 8_000_000
# Rows that share signs, and sums of them, that are held at a time: 8 MB.
_ROWS_AT_ONCE = 1_000
_SHARED_AT_ONCE = 1_000_000
# Whole numbers up to here, and twice them, are exact in a float.
_EXACT_SUM = 2**52
# A binomial draw costs about as much as so many signs.
_TIES_THAT_PAY = 100
_BITS_OF_BYTES = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1).astype(np.int64)

# Sums of the differences that keep a plus sign, a number for each random sign change.
_Sums: TypeAlias = Callable[[np.random.Generator, int], IntArray]


def exact_tail(sizes: IntArray, observed: int) -> float | None:
    """Return the share of sign changes of these sizes whose sum is at least as far from 0.

    The sizes are sorted, without zeros and common divisors, as `reduced_rows` gives them. None
    where counting would cost too much.
    """
    if observed == 0:
        return 1.0
    total = int(sizes.sum())
    # A sum s of those with plus leaves total - s with minus: s - (total - s) <= -observed.
    room = (total - observed) // 2
    if len(sizes) <= _BITS_OF_FIELD and room <= _ROOM_OF_INTEGERS:
        return proper_p(2 * _subsets_in_integers(sizes.tolist(), room) / 2 ** len(sizes))
    if len(sizes) <= _ENUMERATED:
        return _tail_by_halves(sizes, room)
    if _convolvable(len(sizes), total):
        return _convolved(sizes, observed, total)
    return None


def tail_by_convolution(steps: IntArray) -> float:
    """Return the share of sign changes whose sum is at least as far from 0 as that of `steps`.

    The sum of the differences that keep a plus sign moves from 0 to the total; its distribution
    is built one difference at a time.
    """
    sizes, observed = _reduced(steps)
    return 1.0 if observed == 0 else _convolved(sizes, observed, int(sizes.sum()))


def _convolved(sizes: IntArray, observed: int, total: int) -> float:
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


def _tail_by_halves(sizes: IntArray, room: int) -> float:
    """Write out the sums of either half, and count the pairs of them that have room."""
    first = np.sort(_subset_sums(sizes[::2]))
    second = _subset_sums(sizes[1::2])
    count = int(np.searchsorted(first, room - second, "right").sum())
    return proper_p(2 * count / 2 ** len(sizes))


def _subset_sums(sizes: IntArray) -> IntArray:
    sums = np.zeros(1, dtype=np.int64)
    for size in sizes.tolist():
        sums = np.concatenate((sums, sums + size))
    return sums


def _subsets_in_integers(sizes: list[int], room: int) -> int:
    """Count the subsets with a sum up to `room`, all counts side by side in one long integer.

    Field s of 64 bits counts the subsets with sum s: taking up a size shifts a copy by so many
    fields. For few small numbers this beats arrays, whose calls cost more than their additions.
    """
    fields, reach, mask = 1, 0, (1 << 64 * (room + 1)) - 1
    for size in sizes:
        # They are sorted: from here no size fits in.
        if size > room:
            break
        fields += fields << 64 * size
        reach += size
        if reach > room:
            fields &= mask
    counts = fields.to_bytes(8 * (min(reach, room) + 1), "little")
    return int(np.frombuffer(counts, dtype="<u8").sum())


def tail_by_sampling(steps: IntArray, *, samples: int, generator: np.random.Generator) -> float:
    """Estimate the same share from random sign changes, the observed one counted in."""
    sizes, observed = _reduced(steps)
    return _sampled(sizes, observed, samples, generator)


def _sampled(sizes: IntArray, observed: int, samples: int, generator: np.random.Generator) -> float:
    sums = _tied_sums(sizes) if _tied(sizes) else _free_sums(sizes)
    total = int(sizes.sum())
    rows = 1 + _DRAWN_AT_ONCE // (1 + len(sizes))
    extreme = 1
    for start in range(0, samples, rows):
        plus = sums(generator, min(rows, samples - start))
        extreme += int(np.count_nonzero(np.abs(2 * plus - total) >= observed))
    return extreme / (samples + 1)


def _tied(sizes: IntArray) -> bool:
    return len(np.unique(sizes)) * _TIES_THAT_PAY <= len(sizes)


def shared_tails(sizes: IntArray, observed: IntArray, *, samples: int, seed: int) -> FloatArray:
    """Estimate the share of each row of sorted sizes above 0 from the same random sign changes.

    The signs are those that `tail_by_sampling` draws with a generator of this seed, so a row alone
    has the same answer.
    """
    p = np.empty(len(sizes))
    alone = np.array([_tied(row) or int(row.sum()) > _EXACT_SUM for row in sizes])
    for row in np.flatnonzero(alone):
        p[row] = _sampled(sizes[row], int(observed[row]), samples, np.random.default_rng(seed))
    shared = np.flatnonzero(~alone)
    for start in range(0, len(shared), _ROWS_AT_ONCE):
        rows = shared[start : start + _ROWS_AT_ONCE]
        p[rows] = _shared_block(sizes[rows], observed[rows], samples, seed)
    return p


def _shared_block(sizes: IntArray, observed: IntArray, samples: int, seed: int) -> FloatArray:
    generator = np.random.default_rng(seed)
    count = sizes.shape[1]
    words = -(-count // 64)
    values, totals = sizes.astype(np.float64), sizes.sum(axis=1)[:, np.newaxis]
    extreme = np.ones(len(sizes))
    window = 1 + _SHARED_AT_ONCE // (1 + max(count, len(sizes)))
    for start in range(0, samples, window):
        shape = min(window, samples - start), words
        drawn = generator.integers(2**64, size=shape, dtype=np.uint64)
        signs = np.unpackbits(drawn.view(np.uint8), axis=1, count=count).astype(np.float64)
        plus = values @ signs.T
        extreme += np.count_nonzero(np.abs(2 * plus - totals) >= observed[:, np.newaxis], axis=1)
    p: FloatArray = extreme / (samples + 1)
    return p


def _tied_sums(sizes: IntArray) -> _Sums:
    """Draw differences of one size together: how many of them keep a plus sign is binomial."""
    values, counts = np.unique(sizes, return_counts=True)

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
    return _convolvable(len(sizes), int(sizes.sum()))


def _convolvable(count: int, total: int) -> bool:
    return total <= _CONVOLUTION_SUMS and count * total <= _CONVOLUTION_WORK


def _reduced(steps: IntArray) -> tuple[IntArray, int]:
    sizes, observed = reduced_rows(steps[np.newaxis])
    return sizes[0][sizes[0] > 0], int(observed[0])


def reduced_rows(steps: IntArray) -> tuple[IntArray, IntArray]:
    """Return the sorted sizes of each row, and how far its sum lies from 0, in common divisors.

    Zero differences change no sum, and a common divisor changes no comparison.
    """
    sizes = np.sort(np.abs(steps), axis=1)
    divisors = np.maximum(np.gcd.reduce(sizes, axis=1), 1)
    return sizes // divisors[:, np.newaxis], np.abs(steps.sum(axis=1)) // divisors
