"""What one new tie would change: gains by the distances from its two ends."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csgraph

from ..results.arrays import FloatArray, IntArray
from ._contacts import Contacts

__all__ = ["Gains", "across", "distances", "within"]

# Sources whose distances to all nodes are held at once.
_BATCH = 64


class Gains(NamedTuple):
    """What new ties would change, a value each; over pairs without order.

    Attributes
    ----------
    reached : array of int
        Pairs that get a path at all.
    shorter, steps : array of float
        Pairs whose path gets shorter, and by how many steps in total.
    near : array of float
        The gain in the sum of 1 / distance over all pairs.
    error : array of float
        The standard error of `near` where sources were sampled, 0 elsewhere.
    """

    reached: IntArray
    shorter: FloatArray
    steps: FloatArray
    near: FloatArray
    error: FloatArray

    def followed_by(self, other: "Gains") -> "Gains":
        """Put the gains of other ties behind these."""
        return Gains(
            np.concatenate([self.reached, other.reached]),
            np.concatenate([self.shorter, other.shorter]),
            np.concatenate([self.steps, other.steps]),
            np.concatenate([self.near, other.near]),
            np.concatenate([self.error, other.error]),
        )


def distances(contacts: Contacts, sources: IntArray) -> FloatArray:
    """Give the steps from each source to each node; infinite where there is no path."""
    n = len(contacts.degrees)
    matrix: sparse.csr_array[Any] = sparse.csr_array(
        (np.ones(len(contacts.indices)), contacts.indices, contacts.indptr), shape=(n, n)
    )
    if not len(sources):
        return np.zeros((0, n))
    found: FloatArray = csgraph.dijkstra(matrix, unweighted=True, indices=sources)
    return found


def across(first: FloatArray, second: FloatArray) -> tuple[int, float]:
    """Count the pairs that a tie between two parts joins, and the sum of 1 / distance over them.

    Each pair is new: its distance is what leads to one end, the tie, and what leads on from the
    other. Only how many nodes stand at each distance from an end matters.
    """
    left = np.bincount(first[np.isfinite(first)].astype(np.int64))
    right = np.bincount(second[np.isfinite(second)].astype(np.int64))
    pairs = np.convolve(left, right)
    return int(pairs.sum()), float((pairs / np.arange(1, len(pairs) + 1)).sum())


def within(
    contacts: Contacts, ends: Sequence[tuple[int, int]], sources: IntArray, total: int
) -> Gains:
    """Measure ties inside parts from all nodes, or from a sample of `sources` of `total` nodes.

    With d the steps now, a new tie u v makes them min(d(s, t), d(s, u) + 1 + d(v, t),
    d(s, v) + 1 + d(u, t)). From a source that is as near to u as to v, give or take one step,
    nothing gets shorter.
    """
    count = len(ends)
    sums = np.zeros((3, count))
    squares = np.zeros(count)
    nodes = sorted({node for pair in ends for node in pair})
    place = {node: row for row, node in enumerate(nodes)}
    from_ends = _compact(contacts, np.array(nodes, np.int64))
    for begin in range(0, len(sources), _BATCH):
        batch = sources[begin : begin + _BATCH]
        now = _compact(contacts, batch)
        for column, (u, v) in enumerate(ends):
            added = _from_batch(now, from_ends[place[u]], from_ends[place[v]], batch)
            sums[:, column] += added.sum(axis=1)
            squares[column] += float((added[2] ** 2).sum())
    k = len(sources)
    scale = total / max(k, 1)
    mean = sums[2] / max(k, 1)
    variance = np.maximum(squares - k * mean**2, 0) / max(k - 1, 1)
    error = total * np.sqrt(max(1 - k / max(total, 1), 0) * variance / max(k, 1))
    # Each pair is met from both its ends.
    halves = sums * scale / 2
    return Gains(np.zeros(count, np.int64), halves[0], halves[1], halves[2], error / 2)


_FAR = 2**29
_Steps = npt.NDArray[np.int32]


def _compact(contacts: Contacts, sources: IntArray) -> _Steps:
    """Give the distances in half the memory; n x n is never held."""
    found = np.zeros((len(sources), len(contacts.degrees)), np.int32)
    for begin in range(0, len(sources), _BATCH):
        steps = distances(contacts, sources[begin : begin + _BATCH])
        found[begin : begin + _BATCH] = np.where(np.isfinite(steps), steps, _FAR)
    return found


def _from_batch(now: _Steps, from_u: _Steps, from_v: _Steps, batch: IntArray) -> FloatArray:
    """For each source of a batch: pairs that get shorter, steps saved, and gain of 1 / steps."""
    gains = np.zeros((3, len(batch)))
    to_u, to_v = from_u[batch], from_v[batch]
    moved = np.flatnonzero((np.abs(to_u - to_v) >= 2) & (to_u < _FAR) & (to_v < _FAR))
    if not len(moved):
        return gains
    # The nearer end comes first on a way over the new tie.
    nearer_u = (to_u < to_v)[moved]
    start = np.minimum(to_u, to_v)[moved]
    onward = np.where(nearer_u[:, None], from_v, from_u)
    before = now[moved]
    after = np.minimum(before, start[:, None] + 1 + onward)
    row, target = np.nonzero(after < before)
    old, new = before[row, target], after[row, target]
    size = len(moved)
    gains[0, moved] = np.bincount(row, minlength=size)
    gains[1, moved] = np.bincount(row, old - new, size)
    gains[2, moved] = np.bincount(row, 1 / new - 1 / old, size)
    return gains
