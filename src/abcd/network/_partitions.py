"""Divisions of nodes into groups: numbered, scored by modularity, and compared with each other."""

from collections.abc import Iterable

import numpy as np

from ..results.arrays import FloatArray, IntArray
from .snapshots import Snapshot

__all__ = ["adjusted_rand", "modularity_of", "numbered", "overlap"]


def numbered(groups: Iterable[Iterable[int]], n: int) -> IntArray:
    """Give numbers from 0: the largest group first, of equal ones that whose node comes first."""
    ordered = sorted([sorted(group) for group in groups], key=lambda group: (-len(group), group[0]))
    codes = np.empty(n, np.int64)
    for number, group in enumerate(ordered):
        codes[group] = number
    return codes


def modularity_of(arrays: Snapshot, codes: IntArray, resolution: float) -> float | None:
    """Compare the ties inside groups with those that random ties of the same strengths would have.

    Nodes with code -1 are in no group. None where there is no tie.
    """
    if not len(arrays.indices):
        return None
    weights = np.ones(len(arrays.indices)) if arrays.weights is None else arrays.weights
    # Shares of all strength, so that no unit matters; an undirected tie counts from both its ends.
    shares = weights / weights.sum()
    start, end = codes[arrays.sources], codes[arrays.indices]
    inside = float(shares[(start == end) & (start >= 0)].sum())
    count = int(codes.max(initial=-1)) + 1
    leaving = np.bincount(start + 1, shares, count + 1)[1:]
    arriving = np.bincount(end + 1, shares, count + 1)[1:]
    return inside - resolution * float(leaving @ arriving)


def adjusted_rand(one: IntArray, other: IntArray) -> float:
    """Give the adjusted Rand index (Hubert and Arabie 1985): 1 for the same groups, 0 by chance."""
    together = _pairs(np.unique(_crossed(one, other), return_counts=True)[1])
    first, second = _pairs(np.bincount(one)), _pairs(np.bincount(other))
    expected = first * second / max(_pairs(np.array([len(one)])), 1)
    most = (first + second) / 2
    # All apart twice, or all together twice: the same groups, and 0 / 0 in the formula.
    return 1.0 if most == expected else (together - expected) / (most - expected)


def overlap(one: IntArray, other: IntArray) -> FloatArray:
    """Give for each node the Jaccard index of its groups in two divisions, itself among them."""
    _, place, shared = np.unique(_crossed(one, other), return_inverse=True, return_counts=True)
    common = shared[place]
    union = np.bincount(one)[one] + np.bincount(other)[other] - common
    return np.asarray(common / union, np.float64)


def _crossed(one: IntArray, other: IntArray) -> IntArray:
    return one * (int(other.max(initial=0)) + 1) + other


def _pairs(sizes: IntArray) -> float:
    return float((sizes * (sizes - 1) // 2).sum())
