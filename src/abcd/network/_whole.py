"""A network as a whole: its parts, and a network without some of its people or answers."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csgraph

from ..results.arrays import FloatArray, IntArray
from ._pooling import Pooled
from .snapshots import Snapshot, pooled_snapshot

__all__ = ["Parts", "from_entries", "kept_entries", "parts_of", "subnetwork"]


class Parts(NamedTuple):
    """The parts of a network: for each node the number of its part, and the size of each part."""

    labels: IntArray
    sizes: IntArray


def parts_of(arrays: Snapshot) -> Parts:
    """Find the parts, whatever the direction of ties; numbered by the first of their nodes."""
    n = arrays.node_count
    if not n:
        return Parts(np.zeros(0, np.int64), np.zeros(0, np.int64))
    cells = np.ones(len(arrays.indices), np.int8)
    matrix: sparse.csr_array[Any] = sparse.csr_array(
        (cells, arrays.indices, arrays.indptr), shape=(n, n)
    )
    _, found = csgraph.connected_components(matrix, directed=False)
    _, first, labels = np.unique(found, return_index=True, return_inverse=True)
    place = np.argsort(np.argsort(first))
    labels = place[labels].astype(np.int64)
    return Parts(labels, np.bincount(labels))


def subnetwork(arrays: Snapshot, kept: npt.NDArray[np.bool_]) -> Snapshot:
    """Give the network among some of the nodes."""
    inside = kept[arrays.sources] & kept[arrays.indices]
    place = np.cumsum(kept) - 1
    ids = tuple([id for id, stays in zip(arrays.ids, kept.tolist(), strict=True) if stays])
    sources, targets = place[arrays.sources[inside]], place[arrays.indices[inside]]
    weights = None if arrays.weights is None else arrays.weights[inside]
    return _made(arrays, ids, sources, targets, weights)


def kept_entries(arrays: Snapshot, kept: npt.NDArray[np.bool_]) -> Snapshot:
    """Give the network of the same nodes with some of the entries of `indices`."""
    weights = None if arrays.weights is None else arrays.weights[kept]
    return _made(arrays, arrays.ids, arrays.sources[kept], arrays.indices[kept], weights)


def from_entries(
    arrays: Snapshot,
    ids: tuple[str | int, ...],
    sources: IntArray,
    targets: IntArray,
    weights: FloatArray | None,
) -> Snapshot:
    """Give a network of other nodes and entries, in any order but none twice."""
    order = np.lexsort((targets, sources))
    sorted_weights = None if weights is None else weights[order]
    return _made(arrays, ids, sources[order], targets[order], sorted_weights)


def _made(
    like: Snapshot,
    ids: tuple[str | int, ...],
    sources: IntArray,
    targets: IntArray,
    weights: FloatArray | None,
) -> Snapshot:
    counts = np.bincount(sources, minlength=len(ids))
    indptr = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    rows = Pooled(indptr, targets.astype(np.int64), weights, 0)
    return pooled_snapshot(ids, rows, weight=like.weight, directed=like.directed)
