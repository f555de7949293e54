"""Shortest paths of a network: who stands between others, and who is near.

Arrays in, arrays out. Sources are taken in batches, so that memory is bounded; a batch lets go of
the interpreter's lock in its products of matrices, so that threads help. Where a tie is one step,
a batch counts paths level by level. Where ties have lengths, and where chains are very long or
paths too many for a float, it works on the ties that lie on shortest paths.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csgraph

from .._work import Executor, Progress, in_order
from ..results.arrays import FloatArray, IntArray

__all__ = ["Sums", "betweenness", "shortest_paths"]

# Cells of a dense block (nodes x sources) that are worked on at once: a block of 5 MB was fastest,
# on three networks of 10,000 nodes. Batches never depend on the executor: sums stay the same.
_CELLS = 640_000
_LEAST_SOURCES, _MOST_SOURCES = 16, 256
# Chains of more steps than this are rare among people, and a level of a block is dear.
_LEVELS = 120
# With as many paths as this, an inverse is near the least that a float can hold.
_PATHS = 1e280
# Two ways of the same length add up to sums that differ in the last digits.
_TOLERANCE = 1e-12

# Whole numbers up to this one are exact in 32 bits, which take half the time.
_EXACT = 2.0**24
# From this share of the nodes on, all are worked on together.
_FEW = 0.5

_Matrix: TypeAlias = "sparse.csr_array[Any]"


class Sums(NamedTuple):
    """What the shortest paths from some sources add up to.

    Attributes
    ----------
    between : array of float, shape (n,)
        Over sources and targets: the share of the shortest paths that run over a node.
    squares : array of float, shape (n,)
        The same shares, added up for each source, squared, and then added up.
    reached : array of int, shape (n_sources,)
        How many other nodes a source reaches.
    far : array of float, shape (n_sources,)
        The sum of its distances to them.
    near : array of float, shape (n_sources,)
        The sum of the inverses of these distances.
    farthest : array of float, shape (n_sources,)
        The largest of these distances; 0 where nobody is reached.
    """

    between: FloatArray
    squares: FloatArray
    reached: IntArray
    far: FloatArray
    near: FloatArray
    farthest: FloatArray


class _Work(NamedTuple):
    """The network of a run; `lengths` is None where each tie is one step."""

    onward: _Matrix
    inward: _Matrix
    lengths: "_Matrix | None"


def betweenness(
    indptr: IntArray, indices: IntArray, distances: FloatArray | None, *, directed: bool
) -> FloatArray:
    """Sum, over all pairs of other nodes, the share of their shortest paths that run over a node.

    Without distances each tie is one step. A pair counts once where ties have no direction, and
    in each direction where they have.
    """
    total = shortest_paths(indptr, indices, distances).between
    return total if directed else total / 2


def shortest_paths(
    indptr: IntArray,
    indices: IntArray,
    distances: FloatArray | None,
    *,
    sources: IntArray | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Sums:
    """Follow the shortest paths from each source (all nodes by default) along the rows.

    Without distances each tie is one step. The batches, and with them every digit, depend on the
    network alone.
    """
    n = len(indptr) - 1
    onward = sparse.csr_array((np.ones(len(indices)), indices, indptr), shape=(n, n))
    lengths = None
    if distances is not None:
        lengths = sparse.csr_array((distances, indices, indptr), shape=(n, n))
    work = _Work(onward, onward.T.tocsr(), lengths)
    chosen = np.arange(n) if sources is None else sources
    size = min(_MOST_SOURCES, max(_LEAST_SOURCES, _CELLS // max(n, 1)))
    batches = [chosen[begin : begin + size] for begin in range(0, len(chosen), size)]
    answers = in_order(
        partial(_batch, work), batches, executor=executor, progress=progress, total=len(batches)
    )
    return _added_up(n, answers)


def _added_up(n: int, answers: Iterator[Sums]) -> Sums:
    between, squares = np.zeros(n), np.zeros(n)
    of_sources: list[tuple[npt.NDArray[Any], ...]] = []
    for answer in answers:
        between += answer.between
        squares += answer.squares
        of_sources.append(answer[2:])
    if not of_sources:
        return Sums(between, squares, np.zeros(0, np.int64), *[np.zeros(0) for _ in range(3)])
    return Sums(between, squares, *map(np.concatenate, zip(*of_sources, strict=True)))


def _batch(work: _Work, sources: IntArray) -> Sums:
    found = _by_steps(work, sources) if work.lengths is None else None
    return _by_ties(work, sources) if found is None else found


# --- steps: many sources at once (Brandes 2001, level by level) ----------------------------------


# All rows of a block as a slice: whole blocks are added several times as fast as chosen rows.
_Rows: TypeAlias = IntArray | slice
_ALL = slice(None)


class _Spread(NamedTuple):
    """How paths spread from sources over nodes, a column each.

    `level` is 1 for the source, 2 for those one step away, and 0 for nobody; `rows` are the nodes
    that may have a level for some source, from level 2 on.
    """

    paths: npt.NDArray[Any]
    level: npt.NDArray[np.int8]
    rows: list[_Rows]


def _by_steps(work: _Work, sources: IntArray) -> Sums | None:
    """Give the sums, or None where chains are too long, or paths too many."""
    spread = _spread(work.inward.astype(np.float32), sources, _EXACT)
    if spread is None:
        spread = _spread(work.inward, sources, _PATHS)
    if spread is None or len(spread.rows) > _LEVELS:
        return None
    paths, level, rows = spread
    # Of a node on paths onward, sum the inverse number of paths to each node after it.
    inverse = 1 / np.maximum(paths, 1, dtype=np.float64)
    carried = np.zeros_like(inverse)
    for here in range(len(rows), 1, -1):
        after = rows[here - 1]
        before = _next_to(work.onward, after, rows[here - 2])
        passed = inverse[after] + carried[after]
        passed *= level[after] == here + 1
        arriving = _rows_of(work.onward, before) @ _whole(passed, after, len(paths))
        arriving *= level[before] == here
        carried[before] += arriving
    carried *= paths
    squares = np.einsum("ij,ij->i", carried, carried)
    return Sums(carried.sum(axis=1), squares, *_steps(level))


def _spread(inward: _Matrix, sources: IntArray, most: float) -> _Spread | None:
    """Count the shortest paths from each source to each node, level by level.

    None where more than `most` paths lead to a node.
    """
    shape, columns = (inward.shape[0], len(sources)), np.arange(len(sources))
    paths: npt.NDArray[Any] = np.zeros(shape, inward.dtype)
    level = np.zeros(shape, np.int8)
    paths[sources, columns] = level[sources, columns] = 1
    found, reached = _Spread(paths, level, []), paths
    last: _Rows = sources
    while len(found.rows) <= _LEVELS:
        rows = _next_to(inward, last, _with(level == 0, _ALL))
        arrived = _rows_of(inward, rows) @ reached
        arrived *= level[rows] == 0
        largest = float(arrived.max(initial=0))
        if largest > most:
            return None
        if not largest:
            break
        fresh = arrived > 0
        found.rows.append(_with(fresh, rows))
        # Small integers as truth values: ten times as fast as a choice cell by cell.
        level[rows] += fresh.view(np.int8) * np.int8(len(found.rows) + 1)
        paths[rows] += arrived
        reached, last = _whole(arrived, rows, len(paths)), rows
    return found


def _next_to(matrix: _Matrix, last: _Rows, among: _Rows) -> _Rows:
    """Find which rows are next to some of the last."""
    if isinstance(last, slice):
        return among
    found = np.zeros(matrix.shape[0], matrix.dtype)
    found[last] = 1
    near = matrix @ found > 0
    if not isinstance(among, slice):
        return among[near[among]]
    rows = np.flatnonzero(near)
    return rows if len(rows) < _FEW * len(near) else _ALL


def _with(cells: npt.NDArray[np.bool_], rows: _Rows) -> _Rows:
    """Find in which rows some cell holds, where so few do that it pays to look."""
    if np.count_nonzero(cells) >= len(cells):
        return rows
    hit = np.zeros(len(cells), bool)
    hit[np.flatnonzero(cells.ravel()) // cells.shape[1]] = True
    found = np.flatnonzero(hit)
    if len(found) >= _FEW * len(cells):
        return rows
    return found if isinstance(rows, slice) else rows[found]


def _rows_of(matrix: _Matrix, rows: _Rows) -> _Matrix:
    return matrix if isinstance(rows, slice) else matrix[rows]


def _whole(block: FloatArray, rows: _Rows, n: int) -> FloatArray:
    """Put chosen rows back in their places, with 0 elsewhere."""
    if isinstance(rows, slice):
        return block
    whole = np.zeros((n, block.shape[1]), block.dtype)
    whole[rows] = block
    return whole


def _steps(level: npt.NDArray[np.int8]) -> tuple[Any, ...]:
    steps = np.arange(-1, _LEVELS + 2)
    near = np.divide(1, steps, out=np.zeros(len(steps)), where=steps > 0)
    farthest = np.maximum(level.max(axis=0), 1) - 1.0
    return (
        np.count_nonzero(level > 1, axis=0),
        np.maximum(steps, 0)[level].sum(axis=0).astype(np.float64),
        near[level].sum(axis=0),
        farthest,
    )


# --- distances: the ties that lie on shortest paths ----------------------------------------------


class _Ties(NamedTuple):
    """Ties on the shortest paths from one source; they lead in no circle."""

    tails: IntArray
    heads: IntArray


def _by_ties(work: _Work, sources: IntArray) -> Sums:
    stepwise = work.lengths is None
    matrix = work.onward if work.lengths is None else work.lengths
    far, before = csgraph.dijkstra(
        matrix, indices=sources, return_predecessors=True, unweighted=stepwise
    )
    tails = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    heads = matrix.indices.astype(np.int64)
    lengths = np.ones(len(heads)) if stepwise else matrix.data
    between, squares = np.zeros(matrix.shape[0]), np.zeros(matrix.shape[0])
    found_by = before.astype(np.int64)
    for source, distances, previous in zip(sources.tolist(), far, found_by, strict=True):
        ties = _on_paths(tails, heads, lengths, distances, previous)
        carried = _carried(source, ties, len(between))
        between += carried
        squares += carried**2
    return Sums(between, squares, *_distances(far))


def _distances(far: FloatArray) -> tuple[Any, ...]:
    others = np.isfinite(far) & (far > 0)
    known = np.where(others, far, 0)
    near = np.divide(1, far, out=np.zeros_like(far), where=others).sum(axis=1)
    return others.sum(axis=1), known.sum(axis=1), near, known.max(axis=1)


def _on_paths(
    tails: IntArray, heads: IntArray, lengths: FloatArray, far: FloatArray, before: IntArray
) -> _Ties:
    """Keep the ties that are the last step of a shortest path, up to rounding."""
    start, end = far[tails], far[heads]
    kept = (start < end) & (start + lengths <= end * (1 + _TOLERANCE))
    # A tie may be so short that it adds nothing to a long way: then whoever found it is known.
    also = np.flatnonzero(before >= 0)
    also = also[far[before[also]] == far[also]]
    return _Ties(np.append(tails[kept], before[also]), np.append(heads[kept], also))


def _carried(source: int, ties: _Ties, n: int) -> FloatArray:
    """Give what each node carries of the paths from the source to others."""
    arriving: npt.NDArray[Any] = np.zeros(n)
    arriving[source] = 1
    paths, rounds = arriving.copy(), 0
    while arriving.any():
        # Paths of one more tie; they end, as no tie leads back.
        arriving = np.bincount(ties.heads, arriving[ties.tails], n)
        paths += arriving
        rounds += 1
        if rounds > _LEVELS or paths.max() > _PATHS:
            return _one_by_one(source, ties, n)
    returning = (1 / np.maximum(paths, 1))[ties.heads]
    carried = np.zeros(n)
    for _ in range(rounds):
        passed: npt.NDArray[Any] = np.bincount(ties.tails, returning, n)
        carried += passed
        returning = passed[ties.heads]
    carried *= paths
    carried[source] = 0
    return carried


def _one_by_one(source: int, ties: _Ties, n: int) -> FloatArray:
    """Do the same with whole numbers of any size, node after node."""
    after: list[list[int]] = [[] for _ in range(n)]
    missing = np.bincount(ties.heads, minlength=n).tolist()
    for tail, head in zip(ties.tails.tolist(), ties.heads.tolist(), strict=True):
        after[tail].append(head)
    paths, carried = [0] * n, [0.0] * n
    paths[source] = 1
    order = [source]
    # The list grows while it is walked: a node follows once all ties to it have been counted.
    for node in order:
        for head in after[node]:
            paths[head] += paths[node]
            missing[head] -= 1
            if not missing[head]:
                order.append(head)
    for node in reversed(order):
        # The ratio of two whole numbers is exact up to its own rounding.
        carried[node] = sum(
            [paths[node] / paths[head] * (1 + carried[head]) for head in after[node]]
        )
    carried[source] = 0
    return np.array(carried)
