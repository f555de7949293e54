"""Measures by name, and users' own, of a snapshot: an array over nodes, or one number."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np

from .._arguments import is_number
from ..errors import Fault, InvalidValueError, hidden
from ..results.arrays import FloatArray
from ._contacts import contacts_of
from ._kernels import holes, oriented
from ._paths import shortest_paths
from .snapshots import Snapshot

__all__ = ["BY_NAME", "Measured", "mean_ranks", "measured"]


class Measured(NamedTuple):
    """A measure: `values` has one value a node, or a single one for the whole.

    `ranks` are those of the values of nodes, 1 for the highest, equal ones in the middle.
    """

    values: FloatArray
    of_nodes: bool

    @property
    def ranks(self) -> FloatArray:
        """Rank the values of the nodes."""
        return mean_ranks(self.values)


def measured(metric: "str | Callable[[Snapshot], Any]", arrays: Snapshot) -> Measured:
    """Take a measure.

    Raises
    ------
    InvalidValueError
        If a function of the user gives neither a number nor a value for each node.
    """
    found = BY_NAME[metric](arrays) if isinstance(metric, str) else metric(arrays)
    if found is None:
        return Measured(np.array([np.nan]), of_nodes=False)
    if is_number(found):
        return Measured(np.array([float(found)]), of_nodes=False)
    try:
        values = np.asarray(found, np.float64)
    except (TypeError, ValueError):
        values = np.zeros(())
    if values.shape != (arrays.node_count,):
        accepted = f"a number, or a value for each of {arrays.node_count} nodes"
        raise InvalidValueError(Fault("metric(...)", hidden(found), accepted, "value")) from None
    return Measured(np.where(np.isfinite(values), values, np.nan), of_nodes=True)


def mean_ranks(values: FloatArray) -> FloatArray:
    """Rank by falling value; equal values, up to rounding, share the middle of their ranks.

    nan has no rank.
    """
    ranks = np.full(len(values), np.nan)
    known = np.flatnonzero(np.isfinite(values))
    if not len(known):
        return ranks
    order = known[np.argsort(-values[known], kind="stable")]
    falling = values[order]
    starts = np.ones(len(order), bool)
    # Values nearer to each other than a billionth of themselves differ by rounding only.
    starts[1:] = falling[:-1] - falling[1:] > 1e-9 * np.abs(falling[:-1])
    first = np.flatnonzero(starts)
    size = np.diff(np.append(first, len(order)))
    ranks[order] = np.repeat(first + (size + 1) / 2, size)
    return ranks


def _degree(arrays: Snapshot) -> FloatArray:
    return contacts_of(arrays).degrees.astype(np.float64)


def _lengths(arrays: Snapshot) -> FloatArray | None:
    return None if arrays.weights is None else 1 / arrays.weights


def _betweenness(arrays: Snapshot) -> FloatArray:
    n = arrays.node_count
    if n < 3:
        return np.full(n, np.nan)
    sums = shortest_paths(arrays.indptr, arrays.indices, _lengths(arrays))
    return sums.between / ((n - 1) * (n - 2))


def _harmonic(arrays: Snapshot) -> FloatArray:
    n = arrays.node_count
    if n < 2:
        return np.full(n, np.nan)
    return shortest_paths(arrays.indptr, arrays.indices, _lengths(arrays)).near / (n - 1)


def _constraint(arrays: Snapshot) -> FloatArray:
    return holes(oriented(*contacts_of(arrays))).constraint


def _effective_size(arrays: Snapshot) -> FloatArray:
    return holes(oriented(*contacts_of(arrays))).effective_size


def _clustering(arrays: Snapshot) -> FloatArray:
    return holes(oriented(*contacts_of(arrays))).clustering


def _density(arrays: Snapshot) -> float | None:
    n = arrays.node_count
    return len(arrays.indices) / (n * (n - 1)) if n > 1 else None


def _mean_degree(arrays: Snapshot) -> float | None:
    return float(_degree(arrays).mean()) if arrays.node_count else None


def _transitivity(arrays: Snapshot) -> float | None:
    degree = _degree(arrays)
    pairs = degree * (degree - 1)
    closed = np.nan_to_num(_clustering(arrays)) * pairs
    return float(closed.sum() / pairs.sum()) if pairs.sum() else None


def _efficiency(arrays: Snapshot) -> float | None:
    return float(_harmonic(arrays).mean()) if arrays.node_count > 1 else None


BY_NAME: Mapping[str, Callable[[Snapshot], Any]] = {
    "degree": _degree,
    "betweenness": _betweenness,
    "harmonic": _harmonic,
    "constraint": _constraint,
    "effective_size": _effective_size,
    "clustering": _clustering,
    "density": _density,
    "mean_degree": _mean_degree,
    "transitivity": _transitivity,
    "efficiency": _efficiency,
}
