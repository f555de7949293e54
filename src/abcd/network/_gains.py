"""What one new tie would change: gains by the distances from its two ends."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csgraph

from .._work import Executor, Progress, in_order
from ..results.arrays import FloatArray, IntArray
from ._contacts import Contacts

__all__ = ["Gains", "across", "distances", "levels", "within"]

# Sources whose distances to all nodes are held at once, and cells (sources x nodes) of these: in a
# large network fewer at a time. Neither depends on the executor.
_BATCH = 64
_CELLS = 2_000_000
# Cells (ends x nodes) of the distances from the ends of new ties that are held at once.
_ENDS = 16_000_000


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
    found = np.full((len(sources), n), np.inf)
    for row, (order, starts) in enumerate(_walks(contacts, sources)):
        found[row, order] = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    return found


def levels(contacts: Contacts, sources: IntArray) -> list[IntArray]:
    """Count, for each source, how many nodes stand at each distance from it, from 0 on."""
    return [np.diff(starts) for _, starts in _walks(contacts, sources)]


def _walks(contacts: Contacts, sources: IntArray) -> Iterator[tuple[IntArray, IntArray]]:
    """Give, for each source, whom it reaches by rising distance, and where each distance starts."""
    n = len(contacts.degrees)
    matrix: sparse.csr_array[Any] = sparse.csr_array(
        (np.ones(len(contacts.indices)), contacts.indices, contacts.indptr), shape=(n, n)
    )
    place = np.zeros(n, np.int64)
    for source in sources.tolist():
        order, before = csgraph.breadth_first_order(matrix, source)
        place[order] = np.arange(len(order))
        found_by = place[before[order[1:]]]
        # Whoever was found by those of one distance is one step farther; found_by never falls.
        starts = [0, 1]
        while starts[-1] < len(order):
            starts.append(1 + int(np.searchsorted(found_by, starts[-1])))
        yield order.astype(np.int64), np.array(starts, np.int64)


def across(left: IntArray, right: IntArray) -> tuple[int, float]:
    """Count the pairs that a tie between two parts joins, and the sum of 1 / distance over them.

    Each pair is new: its distance is what leads to one end, the tie, and what leads on from the
    other. Only how many nodes stand at each distance from an end matters.
    """
    pairs = np.convolve(left, right)
    return int(pairs.sum()), float((pairs / np.arange(1, len(pairs) + 1)).sum())


def within(
    contacts: Contacts,
    ends: Sequence[tuple[int, int]],
    sources: IntArray,
    total: int,
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Gains:
    """Measure ties inside parts from all nodes, or from a sample of `sources` of `total` nodes.

    With d the steps now, a new tie u v makes them min(d(s, t), d(s, u) + 1 + d(v, t),
    d(s, v) + 1 + d(u, t)). From a source that is as near to u as to v, give or take one step,
    nothing gets shorter.
    """
    count = len(ends)
    sums = np.zeros((3, count))
    squares = np.zeros(count)
    size = max(1, min(_BATCH, _CELLS // max(total, 1)))
    batches = [sources[begin : begin + size] for begin in range(0, len(sources), size)]
    most = max(1, _ENDS // max(total, 1) // 2)
    runs = [ends[begin : begin + most] for begin in range(0, count, most)]

    def answers() -> Iterator[FloatArray]:
        for run in runs:
            yield from in_order(
                partial(_of_batch, _run_of(contacts, run)), batches, executor=executor
            )

    units = len(runs) * len(batches)
    coming = in_order(_same, answers(), progress=progress, total=units)
    for unit, found in enumerate(coming):
        begin = unit // len(batches) * most
        sums[:, begin : begin + most] += found[:3]
        squares[begin : begin + most] += found[3]
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


class _Run(NamedTuple):
    """Ties that are measured together, and the distances from their ends."""

    contacts: Contacts
    ends: Sequence[tuple[int, int]]
    place: dict[int, int]
    steps: _Steps


def _run_of(contacts: Contacts, ends: Sequence[tuple[int, int]]) -> _Run:
    nodes = sorted({node for pair in ends for node in pair})
    place = {node: row for row, node in enumerate(nodes)}
    return _Run(contacts, ends, place, _compact(contacts, np.array(nodes, np.int64)))


def _same(found: FloatArray) -> FloatArray:
    return found


def _of_batch(run: _Run, batch: IntArray) -> FloatArray:
    """Sum over some sources, a column for each tie: the three gains, and the last one squared."""
    now = _compact(run.contacts, batch)
    sums = np.zeros((4, len(run.ends)))
    for column, (u, v) in enumerate(run.ends):
        added = _from_batch(now, run.steps[run.place[u]], run.steps[run.place[v]], batch)
        sums[:3, column] = added.sum(axis=1)
        sums[3, column] = float((added[2] ** 2).sum())
    return sums


def _compact(contacts: Contacts, sources: IntArray) -> _Steps:
    """Give the distances in half the memory; n x n is never held."""
    found = np.full((len(sources), len(contacts.degrees)), _FAR, np.int32)
    for row, (order, starts) in enumerate(_walks(contacts, sources)):
        found[row, order] = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
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
