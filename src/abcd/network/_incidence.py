"""Who belongs to what, in arrays: shared memberships of pairs, and closed paths of four ties.

Rows are nodes of one mode, columns those of the other.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from scipy import sparse

from ..results.arrays import FloatArray, IntArray

__all__ = [
    "Closed",
    "Incidence",
    "Pairs",
    "closed_paths",
    "newman_weights",
    "tied_pairs",
    "transposed",
]

# Products of two numbers that a block of rows may need: a few MB at once.
_PRODUCTS = 1 << 17
_SMALL = 1 << 31

_Matrix: TypeAlias = "sparse.csr_array[Any]"


class Incidence(NamedTuple):
    """Row i belongs to the columns ``indices[indptr[i] : indptr[i + 1]]``, in rising order."""

    indptr: IntArray
    indices: IntArray
    columns: int

    @property
    def rows(self) -> int:
        """How many rows."""
        return len(self.indptr) - 1

    @property
    def row_sizes(self) -> IntArray:
        """How many columns each row belongs to."""
        return np.diff(self.indptr)

    @property
    def column_sizes(self) -> IntArray:
        """How many rows belong to each column."""
        return np.bincount(self.indices, minlength=self.columns)


class Pairs(NamedTuple):
    """Rows with a common column, sorted, ``sources[p] < targets[p]``, and how many in common."""

    sources: IntArray
    targets: IntArray
    common: IntArray


class Closed(NamedTuple):
    """What four-cycles there are.

    Attributes
    ----------
    overlap : array of int, shape (n_rows,)
        Of the pairs of columns of a row: how many another row has too.
    cycles : int
        How many cycles of four ties there are in all.
    """

    overlap: IntArray
    cycles: int


def transposed(of: Incidence) -> Incidence:
    """Exchange rows and columns."""
    turned = _matrix(of, np.ones(len(of.indices), np.int8)).tocsc()
    return Incidence(turned.indptr.astype(np.int64), turned.indices.astype(np.int64), of.rows)


def tied_pairs(of: Incidence) -> Pairs:
    """Find all pairs of rows with a common column."""
    ones = np.ones(len(of.indices), np.int32)
    half = _half(of, ones, ones)
    return Pairs(
        sources=np.repeat(np.arange(of.rows), np.diff(half.indptr)),
        targets=half.indices.astype(np.int64),
        common=half.data.astype(np.int64),
    )


def newman_weights(of: Incidence) -> FloatArray:
    """Add up 1 / (k - 1) over the common columns of each of the same pairs, k rows in a column."""
    # A column with one row is in no pair: any finite share would do.
    shares = 1 / np.maximum(of.column_sizes - 1, 1)
    half = _half(of, np.ones(len(of.indices)), shares[of.indices])
    return np.asarray(half.data, np.float64)


def _half(of: Incidence, left: Any, right: Any) -> "sparse.csc_array[Any]":
    """Multiply rows by rows; give each pair once, as column < row."""
    product = _matrix(of, left) @ _matrix(of, right).T.tocsr()
    rows = np.arange(of.rows, dtype=product.indices.dtype)
    below = np.flatnonzero(product.indices < np.repeat(rows, np.diff(product.indptr)))
    indptr = np.searchsorted(below, product.indptr).astype(product.indptr.dtype)
    kept = (product.data[below], product.indices[below], indptr)
    # Read by columns, the half below the diagonal comes out sorted, at the cost of one pass.
    return sparse.csr_array(kept, shape=product.shape).tocsc()


def closed_paths(of: Incidence) -> Closed:
    """Count four-cycles, and the pairs of columns of each row that another row has too.

    Columns are taken in blocks, so that memory stays bounded where a column has very many rows.
    """
    turned = transposed(of)
    by_row = _matrix(of, np.ones(len(of.indices), np.int64))
    by_column = _matrix(turned, np.ones(len(turned.indices), np.int64))
    overlap = np.zeros(of.rows, np.int64)
    cycles = 0
    for begin, end in _blocks(by_column @ of.row_sizes):
        block = by_column[begin:end]
        common = block @ by_row
        columns = np.repeat(np.arange(begin, end), np.diff(common.indptr))
        others = common.data * (columns != common.indices)
        cycles += int((others * (others - 1) // 2).sum())
        common.data = (others >= 2).astype(np.int64)
        common.eliminate_zeros()
        # For a column and a row: how many other columns of the row share a second row with it.
        overlap += (common @ by_column).multiply(block).sum(axis=0)
    # Each pair of columns was met from both.
    return Closed(overlap // 2, cycles // 2)


def _matrix(of: Incidence, values: Any) -> _Matrix:
    # Products of matrices are bound by memory: half as many bytes are half the time.
    small = max(of.rows, of.columns, len(of.indices)) < _SMALL
    kind = np.int32 if small else np.int64
    rows = (values, of.indices.astype(kind), of.indptr.astype(kind))
    return sparse.csr_array(rows, shape=(of.rows, of.columns))


def _blocks(work: IntArray) -> Iterator[tuple[int, int]]:
    """Split rows into runs with little work each; one row is the least."""
    done = np.cumsum(work)
    begin = 0
    while begin < len(work):
        before = int(done[begin - 1]) if begin else 0
        end = int(np.searchsorted(done, before + _PRODUCTS, side="right"))
        end = max(end, begin + 1)
        yield begin, end
        begin = end
