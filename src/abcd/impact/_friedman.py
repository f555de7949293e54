"""Ranks of the same people over several waves: Friedman's statistic, and its p over all orders."""

from collections import Counter
from fractions import Fraction
from itertools import permutations

import attrs
import numpy as np

from ..results.arrays import FloatArray, IntArray
from ._kernels import proper_p

__all__ = ["Agreement", "agreement", "double_ranks", "tail_by_orders", "tail_by_random_orders"]

# Sums that counting all orders may make: a fraction of a second.
_WORK = 300_000
# More waves have more than 120 orders a person.
_MOST_WAVES = 5
_CELLS = 2_000_000


@attrs.frozen
class Agreement:
    """Friedman's statistic with its correction for ties, and Kendall's W; None without spread."""

    statistic: float | None
    w: float | None


def double_ranks(scores: IntArray | FloatArray) -> IntArray:
    """Return twice the midranks inside each row, so that they are whole numbers."""
    below = (scores[:, np.newaxis, :] < scores[:, :, np.newaxis]).sum(axis=2)
    up_to = (scores[:, np.newaxis, :] <= scores[:, :, np.newaxis]).sum(axis=2)
    ranks: IntArray = (below + up_to + 1).astype(np.int64)
    return ranks


def agreement(ranks: IntArray) -> Agreement:
    """Return Friedman's statistic of doubled ranks, (k - 1) times the part between waves."""
    n, k = ranks.shape
    middle = k + 1
    inside = int(np.square(ranks - middle).sum())
    if inside == 0:
        return Agreement(None, None)
    between = int(np.square(ranks.sum(axis=0) - n * middle).sum())
    statistic = (k - 1) * between / inside
    return Agreement(statistic, statistic / (n * (k - 1)))


def tail_by_orders(ranks: IntArray) -> float | None:
    """Return the share of all orders inside people that agree at least as much; None if costly.

    Orders are the same for every wave, so sums are kept sorted: which wave has which sum is of no
    importance for what comes.
    """
    k = ranks.shape[1]
    if k > _MOST_WAVES:
        return None
    sums: dict[tuple[int, ...], int] = {(0,) * k: 1}
    work = 0
    for row in sorted(map(sorted, ranks.tolist())):
        orders = Counter(permutations(row))
        work += len(sums) * len(orders)
        if work > _WORK:
            return None
        sums = _one_more(sums, orders)
    observed = sum(total * total for total in ranks.sum(axis=0).tolist())
    ways = sum(sums.values())
    extreme = sum(
        count for state, count in sums.items() if sum(total * total for total in state) >= observed
    )
    return proper_p(float(Fraction(extreme, ways)))


def _one_more(
    sums: dict[tuple[int, ...], int], orders: Counter[tuple[int, ...]]
) -> dict[tuple[int, ...], int]:
    found: Counter[tuple[int, ...]] = Counter()
    for state, count in sums.items():
        for order, times in orders.items():
            joined = tuple(sorted([old + new for old, new in zip(state, order, strict=True)]))
            found[joined] += count * times
    return dict(found)


def tail_by_random_orders(
    ranks: IntArray, *, samples: int, generator: np.random.Generator
) -> float:
    """Estimate the same share from random orders, the observed one counted in."""
    n, k = ranks.shape
    rows = np.array(sorted(map(sorted, ranks.tolist())), dtype=np.int64)
    observed = int(np.square(ranks.sum(axis=0)).sum())
    window = 1 + _CELLS // (n * k)
    extreme = 1
    for start in range(0, samples, window):
        block = np.repeat(rows[np.newaxis], min(window, samples - start), axis=0)
        totals = generator.permuted(block, axis=2).sum(axis=1)
        extreme += int(np.count_nonzero(np.square(totals).sum(axis=1) >= observed))
    return extreme / (samples + 1)
