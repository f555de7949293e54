"""Shortest paths and parts of a network: who stands between others, and who holds parts together.

Arrays in, arrays out. Memory is bounded: sources are taken in batches.
"""

import heapq
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

from ..results.arrays import FloatArray, IntArray

__all__ = ["Cuts", "betweenness", "cuts"]

# Cells of a dense block (nodes x sources) that are worked on at once: 8 MB for each of them.
_CELLS = 1 << 20
_SOURCES = 256
# Two ways of the same length add up to sums that differ in the last digits.
_TOLERANCE = 1e-12

Rows = Sequence[Sequence[tuple[int, float]]]


class Cuts(NamedTuple):
    """What holds a network together.

    Attributes
    ----------
    cut_off : array of int, shape (n,)
        How many other nodes of its part lose the largest rest of the part if the node leaves.
    parts : int
        Into how many parts without a tie between them the network falls.
    """

    cut_off: IntArray
    parts: int


def betweenness(
    indptr: IntArray, indices: IntArray, distances: FloatArray | None, *, directed: bool
) -> FloatArray:
    """Sum, over all pairs of other nodes, the share of their shortest paths that run over a node.

    Without distances each tie is one step. A pair counts once where ties have no direction, and
    in each direction where they have.
    """
    n = len(indptr) - 1
    total = None if distances is not None else _in_batches(indptr, indices)
    if total is None:
        lengths = np.ones(len(indices)) if distances is None else distances
        total = np.zeros(n)
        rows = _as_lists(indptr, indices, lengths)
        for source in range(n):
            for node, share in _shares(rows, source):
                total[node] += share
    return total if directed else total / 2


# --- steps: many sources at once (Brandes 2001, level by level) ----------------------------------


def _in_batches(indptr: IntArray, indices: IntArray) -> FloatArray | None:
    """Give the sums, or None where there are more shortest paths than a float can count."""
    n = len(indptr) - 1
    onward = sparse.csr_array((np.ones(len(indices)), indices, indptr), shape=(n, n))
    inward = onward.T.tocsr()
    total = np.zeros(n)
    size = min(_SOURCES, max(1, _CELLS // max(n, 1)))
    for begin in range(0, n, size):
        sources = np.arange(begin, min(begin + size, n))
        paths, level, last = _spread(inward, sources)
        if not np.isfinite(paths).all():
            return None
        share = np.zeros_like(paths)
        for here in range(last, 1, -1):
            passed = np.divide(1 + share, paths, out=np.zeros_like(paths), where=level == here)
            share += np.where(level == here - 1, paths * (onward @ passed), 0)
        total += share.sum(axis=1)
    return total


def _spread(inward: "sparse.csr_array[Any]", sources: IntArray) -> tuple[FloatArray, IntArray, int]:
    """Count the shortest paths from each source to each node, and its steps (-1: none)."""
    level = np.full((len(inward.indptr) - 1, len(sources)), -1)
    level[sources, np.arange(len(sources))] = 0
    paths = (level == 0).astype(np.float64)
    reached, last = paths, 0
    while True:
        reached = np.where(level < 0, inward @ reached, 0)
        if not reached.any():
            return paths, level, last
        last += 1
        level[reached > 0] = last
        paths += reached


# --- distances: one source after the other (Dijkstra), with ties up to rounding ------------------


def _as_lists(indptr: IntArray, indices: IntArray, lengths: FloatArray) -> Rows:
    pairs = list(zip(indices.tolist(), lengths.tolist(), strict=True))
    bounds = indptr.tolist()
    return [pairs[begin:end] for begin, end in pairwise(bounds)]


def _shares(rows: Rows, source: int) -> Iterator[tuple[int, float]]:
    """Yield each node reached with what it carries of the paths from the source to others."""
    order, before, paths = _search(rows, source)
    share = dict.fromkeys(order, 0.0)
    for node in reversed(order):
        for previous in before[node]:
            # Whole numbers of any size: their ratio is exact up to its own rounding.
            share[previous] += paths[previous] / paths[node] * (1 + share[node])
        if node != source:
            yield node, share[node]


def _search(rows: Rows, source: int) -> tuple[list[int], dict[int, list[int]], dict[int, int]]:
    """Settle nodes by distance; give the order, who comes before whom, and counts of paths."""
    far, paths, before = {source: 0.0}, {source: 1}, {source: list[int]()}
    settled: dict[int, None] = {}
    waiting = [(0.0, source)]
    while waiting:
        _, node = heapq.heappop(waiting)
        if node in settled:
            continue
        settled[node] = None
        for contact, length in rows[node]:
            reach = far[node] + length
            known = far.get(contact, np.inf)
            if contact in settled or reach > known * (1 + _TOLERANCE):
                continue
            if reach < known * (1 - _TOLERANCE):
                far[contact], paths[contact], before[contact] = reach, 0, []
                heapq.heappush(waiting, (reach, contact))
            paths[contact] += paths[node]
            before[contact].append(node)
    return list(settled), before, paths


# --- parts ---------------------------------------------------------------------------------------


def cuts(indptr: IntArray, indices: IntArray) -> Cuts:
    """Find what falls apart without each node of symmetric rows (Hopcroft and Tarjan 1973).

    A depth-first walk gives each node a number, and each subtree the lowest number that it is tied
    to. A subtree that is tied to nothing above the node hangs on that node alone.
    """
    n = len(indptr) - 1
    bounds, contacts = indptr.tolist(), indices.tolist()
    number, lowest, size = [-1] * n, [0] * n, [1] * n
    # Of the subtrees that hang on a node alone: how many nodes, and the most in one.
    hanging, largest = [0] * n, [0] * n
    cut_off, parts, count = [0] * n, 0, 0
    cursor = bounds[:-1]
    for root in range(n):
        if number[root] >= 0:
            continue
        parts += 1
        first = count
        number[root] = lowest[root] = count
        count += 1
        walked, path = [root], [root]
        while path:
            node = path[-1]
            if cursor[node] < bounds[node + 1]:
                contact = contacts[cursor[node]]
                cursor[node] += 1
                if number[contact] < 0:
                    number[contact] = lowest[contact] = count
                    count += 1
                    walked.append(contact)
                    path.append(contact)
                else:
                    lowest[node] = min(lowest[node], number[contact])
                continue
            path.pop()
            if path:
                above = path[-1]
                size[above] += size[node]
                # The tie back to `above` itself may lower a number to that of `above`, no further.
                lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] >= number[above]:
                    hanging[above] += size[node]
                    largest[above] = max(largest[above], size[node])
        others = count - first - 1
        for node in walked:
            cut_off[node] = others - max(largest[node], others - hanging[node])
    return Cuts(np.array(cut_off, np.int64), parts)
