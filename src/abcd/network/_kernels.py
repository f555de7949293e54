"""Triangles, each listed once, and Burt's measures from that one list: arrays in, arrays out.

Everything here grows with the number of ties and of triangles; nothing is n x n. Candidate
triangles are looked at in blocks, so that a network with many of them needs no more memory.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from ..results.arrays import FloatArray, IntArray

__all__ = ["Dyads", "Edges", "Holes", "dyads", "holes", "oriented", "triangles"]

# Ranks of nodes and positions of edges: half the memory of int64, and so half the time.
Small = npt.NDArray[np.int32]

# Candidates looked at together: some 20 MB of working memory.
_BLOCK = 1 << 19
# Fibonacci hashing: 2^64 over the golden ratio scatters keys that lie close together.
_SCATTER = np.uint64(0x9E3779B97F4A7C15)


class Edges(NamedTuple):
    """Edges from the end of lower rank to that of higher rank; ranks rise with the degree.

    Attributes
    ----------
    order : shape (n,)
        The position of the node with each rank.
    start : shape (n + 1,)
        The edges whose lower end has rank r stand at ``start[r]`` up to ``start[r + 1]``.
    low, high : shape (m,)
        Ranks of the ends, sorted by `low`, then `high`.
    weights : shape (m,)
    """

    order: IntArray
    start: IntArray
    low: Small
    high: Small
    weights: FloatArray


class Dyads(NamedTuple):
    """What each edge holds for its two ends.

    Attributes
    ----------
    up, down : shape (m,)
        Burt's c of the lower end about the higher, and of the higher end about the lower.
    redundancy : shape (n,)
        Of each rank, the sum over contacts j and q of p_iq m_jq.
    triangles : shape (n,)
        Of each rank, in how many triangles it is.
    """

    up: FloatArray
    down: FloatArray
    redundancy: FloatArray
    triangles: IntArray


class Holes(NamedTuple):
    """Burt's measures of each node, nan where they are not defined."""

    constraint: FloatArray
    effective_size: FloatArray
    efficiency: FloatArray
    hierarchy: FloatArray
    clustering: FloatArray


def oriented(indptr: IntArray, indices: IntArray, weights: FloatArray | None) -> Edges:
    """Take each edge of symmetric rows once, from the end of lower degree to the other.

    No node then has more than about sqrt(2 m) edges upward, so that a hub costs no more than
    anybody else. Without weights, each edge has weight 1.
    """
    n = len(indptr) - 1
    degrees = np.diff(indptr)
    order = np.argsort(degrees, kind="stable")
    rank = np.empty(n, np.int32)
    rank[order] = np.arange(n, dtype=np.int32)
    sources, targets = np.repeat(rank, degrees), rank[indices]
    upward = np.flatnonzero(sources < targets)
    carried = np.ones(len(upward)) if weights is None else weights[upward]
    # Counting into rows, then sorting each row, is several times faster than sorting all edges.
    rows = sparse.csr_array((carried, (sources[upward], targets[upward])), shape=(n, n))
    rows.sort_indices()
    low = np.repeat(np.arange(n, dtype=np.int32), np.diff(rows.indptr))
    start, high = rows.indptr.astype(np.int64), rows.indices.astype(np.int32)
    return Edges(order, start, low, high, np.asarray(rows.data, np.float64))


def triangles(edges: Edges, block: int = _BLOCK) -> Iterator[tuple[Small, Small, IntArray]]:
    """List each triangle u < v < w once, as its edges (u, v), (u, w) and (v, w), block by block.

    Two edges that leave u upward meet in a triangle where their far ends are tied. Whether they
    are is asked of a table of bits first, which says no to most candidates at once.
    """
    n, m = len(edges.order), len(edges.low)
    keys = edges.low * np.int64(n) + edges.high
    # Eight places an edge: one wrong yes in eight candidates; the search after it is exact.
    shift = np.uint64(64 - max(3 + int(m).bit_length(), 4))
    table = np.zeros(1 << (64 - int(shift)), np.bool_)
    table[_places(keys, shift)] = True
    # The partners of an edge are those after it that leave the same node.
    partners = edges.start[1:][edges.low] - np.arange(1, m + 1)
    ends = np.cumsum(partners)
    begin = 0
    while begin < m:
        before = int(ends[begin - 1]) if begin else 0
        end = max(int(np.searchsorted(ends, before + block, side="right")), begin + 1)
        first, second = _candidates(partners[begin:end], begin)
        sought = edges.high[first] * np.int64(n) + edges.high[second]
        likely = np.flatnonzero(table[_places(sought, shift)])
        first, second, sought = first[likely], second[likely], sought[likely]
        third = np.searchsorted(keys, sought)
        # A key above all others has no place; any other place will do, since it is not equal.
        third[third == m] = 0
        tied = np.flatnonzero(keys[third] == sought)
        yield first[tied], second[tied], third[tied]
        begin = end


def _places(keys: IntArray, shift: np.uint64) -> npt.NDArray[np.uint64]:
    return (keys.view(np.uint64) * _SCATTER) >> shift


def _candidates(partners: IntArray, begin: int) -> tuple[Small, Small]:
    """Pair each of a run of edges, the first at `begin`, with each of its partners."""
    positions = np.arange(begin, begin + len(partners), dtype=np.int32)
    first = np.repeat(positions, partners)
    offset = np.cumsum(partners) - partners
    step = np.arange(len(first)) - np.repeat(offset, partners)
    return first, (first + 1 + step).astype(np.int32)


def dyads(edges: Edges, block: int = _BLOCK) -> Dyads:
    """Sum over all triangles what the third node adds to the tie between the other two.

    With s_i = sum_k z_ik, p_ij = z_ij / s_i and m_jq = z_jq / max_k z_jk:
    c_ij = (p_ij + sum_q p_iq p_qj)^2, and the sum over q of p_iq p_qj is that of
    z_iq z_qj / s_q, the same for both ends, over s_i.
    """
    n, m = len(edges.order), len(edges.low)
    low, high, z = edges.low, edges.high, edges.weights
    sums = np.bincount(low, z, minlength=n) + np.bincount(high, z, minlength=n)
    largest = np.zeros(n)
    np.maximum.at(largest, low, z)
    np.maximum.at(largest, high, z)
    indirect, redundancy = np.zeros(m), np.zeros(n)
    counts = np.zeros(n, np.int64)
    for uv, uw, vw in triangles(edges, block):
        u, v, w = low[uv], high[uv], high[uw]
        z_uv, z_uw, z_vw = z[uv], z[uw], z[vw]
        indirect += np.bincount(uv, z_uw * z_vw / sums[w], minlength=m)
        indirect += np.bincount(uw, z_uv * z_vw / sums[v], minlength=m)
        indirect += np.bincount(vw, z_uv * z_uw / sums[u], minlength=m)
        over_u, over_v, over_w = 1 / largest[u], 1 / largest[v], 1 / largest[w]
        redundancy += np.bincount(u, z_vw * (z_uw * over_v + z_uv * over_w), minlength=n)
        redundancy += np.bincount(v, z_uw * (z_vw * over_u + z_uv * over_w), minlength=n)
        redundancy += np.bincount(w, z_uv * (z_vw * over_u + z_uw * over_v), minlength=n)
        for corner in (u, v, w):
            counts += np.bincount(corner, minlength=n)
    direct = z + indirect
    up, down = (direct / sums[low]) ** 2, (direct / sums[high]) ** 2
    redundancy = np.divide(redundancy, sums, out=np.zeros(n), where=sums > 0)
    return Dyads(up, down, redundancy, counts)


def holes(edges: Edges, block: int = _BLOCK) -> Holes:
    """Add up the dyads of each node, and put the nodes back in their order."""
    n = len(edges.order)
    low, high = edges.low, edges.high
    pairs = dyads(edges, block)
    degree = np.bincount(low, minlength=n) + np.bincount(high, minlength=n)
    tied = degree > 0
    total = np.bincount(low, pairs.up, minlength=n).astype(np.float64)
    total += np.bincount(high, pairs.down, minlength=n)
    constraint = np.where(tied, total, np.nan)
    size: FloatArray = np.where(tied, degree - pairs.redundancy, np.nan)
    measures = Holes(
        constraint,
        size,
        _ratio(size, degree, degree > 0),
        _hierarchy(edges, pairs, total, degree),
        _ratio(np.asarray(2 * pairs.triangles, np.float64), degree * (degree - 1), degree > 1),
    )
    return Holes(*[_in_order(values, edges.order) for values in measures])


def _hierarchy(edges: Edges, pairs: Dyads, total: FloatArray, degree: IntArray) -> FloatArray:
    """H = sum_j x_j ln x_j / (N ln N), x_j = c_ij / (C_i / N)."""
    n = len(total)
    summed = np.zeros(n)
    for ends, c in ((edges.low, pairs.up), (edges.high, pairs.down)):
        x = c * degree[ends] / total[ends]
        # x ln x goes to 0 with x; a c below the smallest float is one.
        log = np.log(x, out=np.zeros(len(x)), where=x > 0)
        summed += np.bincount(ends, x * log, minlength=n)
    several = degree > 1
    largest = degree * np.log(degree, out=np.zeros(n), where=several)
    # One contact is 0 / 0: all the constraint there is comes from one person, so 1. Rounding can
    # carry equal c a hair below 0.
    hierarchy = np.clip(_ratio(summed, largest, several), 0, 1)
    return np.where(degree == 1, 1.0, hierarchy)


def _ratio(
    above: FloatArray, below: FloatArray | IntArray, defined: npt.NDArray[np.bool_]
) -> FloatArray:
    quotient = np.full(len(above), np.nan)
    np.divide(above, below, out=quotient, where=defined)
    return quotient


def _in_order(values: FloatArray, order: IntArray) -> FloatArray:
    placed = np.empty(len(values))
    placed[order] = values
    return placed
