"""Open two-paths by the groups of their three nodes: arrays in, arrays out, never n x n.

All two-paths over a node follow from how many contacts of each group it has; those that a third
tie closes come from the list of triangles, and are taken off.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from ..results.arrays import FloatArray, IntArray
from ._kernels import Edges, oriented, triangles

__all__ = ["ROLES", "Arcs", "arcs_of", "expected_shares", "role_counts"]

# The groups of a - b - c; the broker is b.
ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
# Which role it is where a, b are of one group (4), b, c (2), a, c (1); two of three can not be.
_ROLE = np.array([4, 1, 2, -1, 3, -1, -1, 0])
# The six ways to put the corners of a triangle in a row.
_ORDERS = ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0))


class Arcs(NamedTuple):
    """A network as arcs, an undirected tie as two, with what does not depend on groups.

    Attributes
    ----------
    nodes : int
        How many there are.
    sources, targets : shape (m,)
    returned : shape (m,)
        Whether the arc back is there too.
    edges : Edges
        Pairs in contact, for the list of triangles.
    keys : shape (m,)
        ``source * nodes + target``, rising.
    """

    nodes: int
    sources: IntArray
    targets: IntArray
    returned: npt.NDArray[np.bool_]
    edges: Edges
    keys: IntArray


def arcs_of(count: int, sources: IntArray, targets: IntArray, *, directed: bool) -> Arcs:
    """Prepare ties, each given once."""
    if not directed:
        sources, targets = np.append(sources, targets), np.append(targets, sources)
    n = max(count, 1)
    keys = np.sort(sources * n + targets)
    sources, targets = keys // n, keys % n
    back = targets * n + sources
    pairs = np.union1d(keys, back)
    indptr = np.concatenate([[0], np.cumsum(np.bincount(pairs // n, minlength=count))])
    edges = oriented(indptr.astype(np.int64), (pairs % n).astype(np.int64), None)
    return Arcs(count, sources, targets, _among(back, keys), edges, keys)


def _among(sought: IntArray, keys: IntArray) -> npt.NDArray[np.bool_]:
    """Tell which of the sought numbers stand among rising ones."""
    if not len(keys):
        return np.zeros(len(sought), bool)
    place = np.minimum(np.searchsorted(keys, sought), len(keys) - 1)
    return np.asarray(keys[place] == sought)


def role_counts(arcs: Arcs, codes: npt.NDArray[np.int32]) -> IntArray:
    """Count the open two-paths over each node by role, for several ways to hand out the groups.

    Parameters
    ----------
    arcs : Arcs
    codes : shape (draws, n)
        The group of each node, in each draw.

    Returns
    -------
    array of int, shape (draws, n, 5)
    """
    counts = np.stack([_all_paths(arcs, row) for row in codes])
    for a, b, c in _closed(arcs):
        for draw, row in enumerate(codes):
            first, middle, last = row[a], row[b], row[c]
            same = 4 * (first == middle) + 2 * (middle == last) + (first == last)
            closed = np.bincount(b * 5 + _ROLE[same], minlength=5 * arcs.nodes)
            counts[draw] -= closed.reshape(arcs.nodes, 5)
    return counts


def _all_paths(arcs: Arcs, codes: npt.NDArray[np.int32]) -> IntArray:
    """Count all a -> b -> c, a and c two nodes, by b and role, whether or not a -> c."""
    n = arcs.nodes
    own = codes[arcs.sources] == codes[arcs.targets]
    out, into = np.bincount(arcs.sources, minlength=n), np.bincount(arcs.targets, minlength=n)
    out_own = np.bincount(arcs.sources[own], minlength=n)
    into_own = np.bincount(arcs.targets[own], minlength=n)
    # a and c are one node where the arc is returned: no path.
    back = np.bincount(arcs.sources[arcs.returned], minlength=n)
    back_own = np.bincount(arcs.sources[arcs.returned & own], minlength=n)
    coordinator = into_own * out_own - back_own
    itinerant = _same_group(arcs, codes) - back - coordinator
    gatekeeper = (into - into_own) * out_own
    representative = into_own * (out - out_own)
    liaison = into * out - back - coordinator - itinerant - gatekeeper - representative
    return np.column_stack([coordinator, itinerant, gatekeeper, representative, liaison])


def _same_group(arcs: Arcs, codes: npt.NDArray[np.int32]) -> IntArray:
    """Sum for each node, over the groups, contacts to it times contacts from it."""
    n, groups = arcs.nodes, int(codes.max(initial=0)) + 1
    into, out = codes[arcs.sources], codes[arcs.targets]
    if n * groups <= 8 * (n + len(arcs.keys)):
        shape = (n, groups)
        first = np.bincount(arcs.targets * groups + into, minlength=n * groups).reshape(shape)
        second = np.bincount(arcs.sources * groups + out, minlength=n * groups).reshape(shape)
        products: IntArray = (first * second).sum(axis=1)
        return products
    # Many groups: only the pairs of node and group that meet.
    ones = np.ones(len(arcs.keys), np.int64)
    rows = sparse.csr_array((ones, (arcs.targets, into)), shape=(n, groups))
    others = sparse.csr_array((ones, (arcs.sources, out)), shape=(n, groups))
    met: IntArray = np.asarray(rows.multiply(others).sum(axis=1), np.int64)
    return met


def _closed(arcs: Arcs) -> Iterator[tuple[IntArray, IntArray, IntArray]]:
    """List the two-paths a -> b -> c with a -> c, block by block."""
    edges, n = arcs.edges, arcs.nodes
    for uv, uw, _ in triangles(edges):
        u, v, w = edges.low[uv], edges.high[uv], edges.high[uw]
        corners = [edges.order[corner] for corner in (u, v, w)]
        for first, middle, last in _ORDERS:
            a, b, c = corners[first], corners[middle], corners[last]
            there = _among(a * n + b, arcs.keys)
            there &= _among(b * n + c, arcs.keys)
            there &= _among(a * n + c, arcs.keys)
            yield a[there], b[there], c[there]


def expected_shares(sizes: IntArray) -> FloatArray:
    """Give the chance that a two-path has a broker of each group, in each role.

    Three different nodes are given groups at random, the sizes of the groups fixed.

    Returns
    -------
    array of float, shape (n_groups + 1, 5)
        All chances add up to 1; nan with fewer than three nodes. The last row is that of all groups
        together.
    """
    members = [int(size) for size in sizes]
    n = sum(members)
    triples = n * (n - 1) * (n - 2)
    if not triples:
        return np.full((len(members) + 1, 5), np.nan)
    squares = sum(size * size for size in members)
    rows = []
    for size in members:
        others = n - size
        # Ordered pairs of nodes in one other group, and in two other groups.
        alike = squares - size * size - others
        apart = others * others - (squares - size * size)
        at_edge = size * (size - 1) * others
        own = size * (size - 1) * (size - 2)
        rows.append([own, size * alike, at_edge, at_edge, size * apart])
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    return np.array([[count / triples for count in row] for row in rows])
