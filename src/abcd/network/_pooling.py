"""How several ties between the same two become one: rules by name, and never without one."""

import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

import numpy as np

from ..errors import Fault, InvalidValueError, nearest, shown
from ..fields import one_of
from ..results.arrays import FloatArray, IntArray

__all__ = ["Combine", "Pooled", "checked_rule", "combined", "parallel_ties", "pooled"]

Combine: TypeAlias = Literal["sum", "max", "min", "mean", "count"]

# `fsum` and means of it do not depend on the order of the ties.
_RULES: Mapping[str, Callable[[Sequence[float]], float]] = {
    "sum": math.fsum,
    "max": max,
    "min": min,
    "mean": statistics.fmean,
    "count": lambda strengths: float(len(strengths)),
}


class Pooled(NamedTuple):
    """Rows of a network: one entry for each contact, in rising order."""

    indptr: IntArray
    indices: IntArray
    weights: FloatArray | None
    self_loops: int


def checked_rule(combine: object) -> None:
    """Refuse what is no rule."""
    if combine is not None:
        one_of("combine", combine, _RULES)


def parallel_ties(count: int, source: object, target: object) -> InvalidValueError:
    """Say that ties are parallel and that no rule was named."""
    found = (
        f"None, and {count:,} pairs with several ties, such as {shown(source)} and {shown(target)}"
    )
    accepted = f"one of {nearest('', _RULES)}"
    return InvalidValueError(Fault("combine", found, accepted, "parallel-ties"))


def combined(
    source: object, target: object, strengths: Sequence[float], combine: str | None
) -> float:
    """Make one strength of several; one alone is what it is, unless they are counted."""
    try:
        return float(_RULES[combine or "sum"](strengths))
    except OverflowError:
        where = f"strengths of the ties between {shown(source)} and {shown(target)}"
        fault = Fault(where, "a sum beyond all numbers", "strengths whose sum is finite", "value")
        raise InvalidValueError(fault) from None


def pooled(
    ids: Sequence[str | int],
    ends: tuple[IntArray, IntArray],
    strengths: FloatArray,
    *,
    directed: bool,
    combine: str | None,
) -> Pooled:
    """Sort ties, given by the positions of their ends, into rows; self-ties are counted only.

    Of an undirected network a tie and its opposite are parallel, and each stands in two rows.
    """
    sources, targets = ends
    n = len(ids)
    loops = sources == targets
    sources, targets, strengths = sources[~loops], targets[~loops], strengths[~loops]
    if not directed:
        sources, targets = np.minimum(sources, targets), np.maximum(sources, targets)
    keys = sources * n + targets
    order = np.argsort(keys, kind="stable")
    keys, strengths = keys[order], strengths[order]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    pairs = keys[starts]
    sizes = np.diff(starts, append=len(keys))
    parallel = np.flatnonzero(sizes > 1)
    if len(parallel) and combine is None:
        source, target = divmod(int(pairs[parallel[0]]), n)
        raise parallel_ties(len(parallel), ids[source], ids[target])
    weights = np.ones(len(pairs)) if combine == "count" else strengths[starts]
    for at in parallel.tolist():
        source, target = divmod(int(pairs[at]), n)
        several = strengths[starts[at] : starts[at] + sizes[at]].tolist()
        weights[at] = combined(ids[source], ids[target], several, combine)
    return Pooled(*_rows(n, pairs, weights, directed=directed), int(np.count_nonzero(loops)))


def _rows(
    n: int, pairs: IntArray, weights: FloatArray, *, directed: bool
) -> tuple[IntArray, IntArray, FloatArray]:
    sources, targets = np.divmod(pairs, max(n, 1))
    if not directed:
        pairs = np.concatenate([pairs, targets * n + sources])
        order = np.argsort(pairs, kind="stable")
        sources, targets = np.divmod(pairs[order], max(n, 1))
        weights = np.concatenate([weights, weights])[order]
    indptr = np.zeros(n + 1, np.int64)
    np.cumsum(np.bincount(sources, minlength=n), out=indptr[1:])
    return indptr, targets, weights
