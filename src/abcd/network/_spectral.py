"""Centrality by the ties of one's contacts: eigenvector and PageRank, on sparse matrices."""

import math
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph
from scipy.sparse.linalg import ArpackError, LinearOperator, eigs, eigsh, splu

from ..results.arrays import FloatArray, IntArray

__all__ = ["Matrix", "Principal", "pagerank", "principal"]

Matrix: TypeAlias = "sparse.csr_array[Any]"

# Up to this size a part is solved whole; larger ones by Lanczos' and Arnoldi's methods.
_DENSE = 32
# Restarts after which a search is given up: people's networks need a handful, long chains do not
# settle in thousands.
_RESTARTS = 300
# Up to so many ties a node, as in trees and chains, equations are solved without filling up.
_TREE = 1.05
# Where a search has not settled, a network of so few ties a node is one of long ways, like a ladder
# or a strip: there solving equations is cheap too. One at random would have settled.
_SPARSE = 2
# How far above the largest eigenvalue's bound the equations are solved, as a share of it.
_ABOVE = 1e-7
# Two largest eigenvalues nearer than this share of themselves are one.
_EQUAL = 1e-9
# What the equation may miss by, as a share of the largest entry.
_RESIDUE = 1e-9
# From one step to the next, the error of PageRank shrinks by the damping: no more is needed.
_SETTLED = 1e-15


class Principal(NamedTuple):
    """The eigenvector of the largest eigenvalue, scaled to a maximum of 1.

    Attributes
    ----------
    values : array of float, shape (n,)
        0 outside the part that dominates and what hangs on it; nan where it is not defined.
    inside : int
        How many nodes are in that part, or can be reached from it.
    problem : str, optional
        The code of the caveat that says why it is not defined.
    """

    values: FloatArray
    inside: int
    problem: str | None


class _Part(NamedTuple):
    eigenvalue: float
    nodes: IntArray


def principal(matrix: Matrix, *, directed: bool) -> Principal:
    """Solve x_j = sum_i x_i a_ij / lambda for the largest lambda.

    The largest eigenvalue of the network is that of one of its (strongly) connected parts. Where
    two parts share it, any mix of their vectors solves the equation.
    """
    n = matrix.shape[0]
    undefined = np.full(n, np.nan)
    if not matrix.nnz:
        return Principal(undefined, 0, "eigenvector-no-circle")
    scaled = matrix / matrix.data.max()
    best: list[_Part] = []
    for part in _parts(scaled, directed=directed):
        if np.isnan(part.eigenvalue):
            return Principal(undefined, 0, "eigenvector-unsettled")
        if not best or part.eigenvalue > best[0].eigenvalue * (1 + _EQUAL):
            best = [part]
        elif part.eigenvalue >= best[0].eigenvalue * (1 - _EQUAL):
            best.append(part)
    if not best:
        return Principal(undefined, 0, "eigenvector-no-circle")
    if len(best) > 1:
        return Principal(undefined, 0, "eigenvector-shared")
    nodes = _downstream(scaled, best[0].nodes) if directed else best[0].nodes
    found = _leading(scaled[nodes][:, nodes].T.tocsr(), directed=directed)
    if found is None:
        return Principal(undefined, 0, "eigenvector-unsettled")
    values = np.zeros(n)
    values[nodes] = found[1]
    return Principal(values, len(nodes), None)


def _parts(matrix: Matrix, *, directed: bool) -> Iterator[_Part]:
    """Yield the parts that may have the largest eigenvalue, those with the largest bound first.

    It is nan where the search does not settle.
    """
    count, labels = csgraph.connected_components(matrix, directed=directed, connection="strong")
    order = np.argsort(labels, kind="stable")
    members = np.split(order, np.cumsum(np.bincount(labels, minlength=count))[:-1])
    # No eigenvalue exceeds the largest sum of a row.
    bounds = np.zeros(count)
    np.maximum.at(bounds, labels, np.asarray(matrix.sum(axis=1)))
    known = 0.0
    for label in np.argsort(-bounds, kind="stable").tolist():
        if bounds[label] < known * (1 - _EQUAL):
            return
        nodes = members[label]
        if len(nodes) < 2:
            # Nobody is tied to herself.
            continue
        found = _leading(matrix[nodes][:, nodes], directed=directed)
        value = np.nan if found is None else found[0]
        yield _Part(value, nodes)
        known = max(known, value)


def _downstream(matrix: Matrix, nodes: IntArray) -> IntArray:
    reached = np.zeros(matrix.shape[0], bool)
    # One node reaches all the others of a strongly connected part.
    reached[csgraph.breadth_first_order(matrix, nodes[0], return_predecessors=False)] = True
    return np.flatnonzero(reached)


def _leading(matrix: Matrix, *, directed: bool) -> tuple[float, FloatArray] | None:
    """Give the largest eigenvalue and its vector, or None where the search does not settle."""
    n = matrix.shape[0]
    if n <= _DENSE:
        whole = matrix.toarray()
        values, vectors = np.linalg.eig(whole) if directed else np.linalg.eigh(whole)
    else:
        # A start that is the same for each run, and that no eigenvector of a regular graph equals.
        start = 1 + np.linspace(0, 0.1, n)
        search = _directed if directed else _symmetric
        try:
            values, vectors = search(matrix, start)
        except ArpackError:
            return None
    sizes = np.real(values)
    first = int(np.argmax(sizes))
    value, vector = float(sizes[first]), np.abs(vectors[:, first])
    vector /= vector.max()
    if np.abs(matrix @ vector - value * vector).max() > _RESIDUE * value:
        return None
    return value, vector


def _directed(matrix: Matrix, start: FloatArray) -> tuple[Any, Any]:
    return eigs(matrix, k=1, which="LR", v0=start, maxiter=_RESTARTS)


def _symmetric(matrix: Matrix, start: FloatArray) -> tuple[Any, Any]:
    ties = matrix.nnz / 2
    if ties > _TREE * len(start):
        try:
            return eigsh(matrix, k=1, which="LA", v0=start, maxiter=_RESTARTS)
        except ArpackError:
            if ties > _SPARSE * len(start):
                raise
    return _from_above(matrix, start)


def _from_above(matrix: Matrix, start: FloatArray) -> tuple[Any, Any]:
    """Search next to a bound that is just above: there even long chains settle at once.

    No eigenvalue exceeds the largest sum of a row, nor the root of the largest sum of a row of the
    square.
    """
    sums = np.asarray(matrix.sum(axis=1), np.float64)
    bound = min(float(sums.max()), math.sqrt(float((matrix @ sums).max()))) * (1 + _ABOVE)
    n = matrix.shape[0]
    shifted = (matrix - bound * sparse.eye_array(n)).tocsc()
    # An order for symmetric rows fills up least.
    solved = splu(shifted, permc_spec="MMD_AT_PLUS_A", options={"SymmetricMode": True})
    inverse = LinearOperator((n, n), solved.solve, dtype=np.float64)
    return eigsh(matrix, k=1, sigma=bound, OPinv=inverse, v0=start, maxiter=_RESTARTS)


def pagerank(matrix: Matrix, damping: float) -> FloatArray:
    """Share out 1 over the nodes by a walk along the ties that starts anew now and then."""
    n, anywhere = matrix.shape[0], 1 / max(matrix.shape[0], 1)
    sums = np.asarray(matrix.sum(axis=1), np.float64)
    stuck = sums == 0
    onward = sparse.diags_array(1 / np.where(stuck, 1, sums)) @ matrix
    inward = onward.T.tocsr()
    share = np.full(n, anywhere)
    for _ in range(math.ceil(math.log(_SETTLED) / math.log(damping))):
        # Who has no tie onward starts anew anywhere.
        moved = inward @ share + share[stuck].sum() * anywhere
        moved = damping * moved + (1 - damping) * anywhere
        change = float(np.abs(moved - share).sum())
        share = moved
        if change < _SETTLED:
            break
    return share
