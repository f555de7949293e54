"""Who is in contact with whom, in either direction, and how strongly."""

from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

from ..results.arrays import FloatArray, IntArray
from .snapshots import Snapshot

__all__ = ["Contacts", "contacts_of"]


class Contacts(NamedTuple):
    """Symmetric rows: a contact of each end stands in the row of the other, with equal weight."""

    indptr: IntArray
    indices: IntArray
    weights: FloatArray | None

    @property
    def degrees(self) -> IntArray:
        """How many contacts each node has."""
        return np.diff(self.indptr)


def contacts_of(arrays: Snapshot) -> Contacts:
    """Add up both directions, z_ij = a_ij + a_ji.

    Of an undirected network one direction is given: every measure on z is one of shares, so that
    the factor 2 would fall out. Where no weights are looked at, each direction counts 1.
    """
    if not arrays.directed:
        return Contacts(arrays.indptr, arrays.indices, arrays.weights)
    n = arrays.node_count
    weights = np.ones(len(arrays.indices)) if arrays.weights is None else arrays.weights
    forward = sparse.csr_array((weights, arrays.indices, arrays.indptr), shape=(n, n))
    both: sparse.csr_array[Any] = forward + forward.T.tocsr()
    both.sort_indices()
    summed = np.asarray(both.data, np.float64)
    return Contacts(both.indptr.astype(np.int64), both.indices.astype(np.int64), summed)
