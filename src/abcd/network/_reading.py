"""Leave networkx: the adjacency of a graph as arrays, which is most of the cost of any measure."""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from operator import itemgetter
from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse

from ..errors import Fault, InvalidValueError, shown
from ..fields import to_number
from ..results.arrays import FloatArray, IntArray
from ._pooling import Pooled
from ._rows import WEIGHTS, Node, is_strength, plain_label

__all__ = ["read_graph"]


def read_graph(graph: "nx.Graph[Any]", weight: str | None) -> tuple[tuple[Node, ...], Pooled]:
    """Give the labels and the sorted rows of a graph; self-loops are left out and counted."""
    rows = list(map(itemgetter(1), _simple(graph).adjacency()))
    ids = _ids(graph)
    n = len(ids)
    indptr = np.zeros(n + 1, np.int64)
    np.cumsum(np.fromiter(map(len, rows), np.int64, n), out=indptr[1:])
    indices = _positions(ids, rows, int(indptr[-1]))
    weights = None if weight is None else _weights(ids, rows, weight)
    sources = np.repeat(np.arange(n), np.diff(indptr))
    loops = sources == indices
    self_loops = int(np.count_nonzero(loops))
    if self_loops:
        indptr -= np.concatenate([[0], np.cumsum(np.bincount(sources[loops], minlength=n))])
        indices = indices[~loops]
        weights = weights if weights is None else weights[~loops]
    return ids, Pooled(indptr, *_sorted_rows(indptr, indices, weights), self_loops)


def _simple(graph: "nx.Graph[Any]") -> "nx.Graph[Any]":
    """Turn a multigraph into a graph, or refuse it where that would lose an edge."""
    if not graph.is_multigraph():
        return graph
    for source, row in graph.adjacency():
        for target, keyed in row.items():
            if len(keyed) > 1:
                found = f"{len(keyed)} edges between {shown(source)} and {shown(target)}"
                accepted = "one edge a pair: combine them first, by a rule that you name"
                raise InvalidValueError(Fault("graph", found, accepted, "parallel-ties"))
    return nx.DiGraph(graph) if graph.is_directed() else nx.Graph(graph)


def _ids(nodes: Iterable[Any]) -> tuple[Node, ...]:
    ids = tuple(nodes)
    if set(map(type, ids)) <= {str, int}:
        return ids
    return tuple([_plain(node) for node in ids])


def _plain(node: object) -> Node:
    label = plain_label(node)
    if label is None:
        found = f"the node {shown(node)}"
        raise InvalidValueError(Fault("graph", found, "text or integers", "node"))
    return label


def _positions(ids: tuple[Node, ...], rows: Iterable[Collection[Any]], count: int) -> IntArray:
    """Find the position of each contact, row after row."""
    contacts = chain.from_iterable(rows)
    known = _as_integers(ids)
    if known is None:
        place = dict(zip(ids, range(len(ids)), strict=True))
        return np.fromiter(map(place.__getitem__, contacts), np.int64, count)
    # Integers need no look-up one by one, which is most of the cost of leaving networkx.
    found = np.fromiter(contacts, np.int64, count)
    if np.array_equal(known, np.arange(len(ids))):
        return found
    order = np.argsort(known)
    return order[np.searchsorted(known[order], found)]


def _as_integers(ids: tuple[Node, ...]) -> IntArray | None:
    if set(map(type, ids)) != {int}:
        return None
    try:
        return np.fromiter(ids, np.int64, len(ids))
    except OverflowError:
        return None


def _weights(ids: tuple[Node, ...], rows: Iterable[Mapping[Any, Any]], weight: str) -> FloatArray:
    values = [data.get(weight) for row in rows for data in row.values()]
    if not set(map(type, values)) <= {int, float}:
        values = [to_number(value) for value in values]
    if set(map(type, values)) <= {int, float} and all(map(is_strength, values)):
        return np.array(values, np.float64)
    position = next(at for at, value in enumerate(values) if not is_strength(value))
    edges = [(source, target) for source, row in zip(ids, rows, strict=True) for target in row]
    source, target = edges[position]
    where = f"weight {shown(weight)} of the edge from {shown(source)} to {shown(target)}"
    raise InvalidValueError(Fault(where, shown(values[position]), WEIGHTS, "weight"))


def _sorted_rows(
    indptr: IntArray, indices: IntArray, weights: FloatArray | None
) -> tuple[IntArray, FloatArray | None]:
    n = len(indptr) - 1
    # Sorted by positions, not by weights: the numbers carried along are places, or the weights.
    data = np.empty(len(indices), np.int8) if weights is None else weights
    matrix = sparse.csr_array((data, indices, indptr), shape=(n, n))
    matrix.sort_indices()
    carried = None if weights is None else np.asarray(matrix.data, np.float64)
    return matrix.indices.astype(np.int64), carried
