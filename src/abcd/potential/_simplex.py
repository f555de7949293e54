"""Weights that are possible: a part of the simplex, and uniform draws from it without a chain."""

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray

__all__ = ["Space", "draw", "narrowed"]

_SLACK = 1e-12
# A bound is passed on through sum and order so many times; few are needed.
_PASSES = 20
# So many proposals for one draw, then the space counts as too thin to be drawn from.
_TRIES = 1_000
_BATCH = 4_096


class Space(NamedTuple):
    """Weights that add to 1, between limits, and in an order.

    Parameters
    ----------
    lower, upper : array, shape (n_criteria,)
        The limits.
    order : groups of places
        Each weight of a group is at least as large as each of the next group. Places that stand in
        no group are free.
    """

    lower: FloatArray
    upper: FloatArray
    order: tuple[tuple[int, ...], ...] = ()


def narrowed(space: Space) -> Space | None:
    """Pass limits on through the sum and the order; None where no weights are left."""
    lower, upper = space.lower.copy(), space.upper.copy()
    for _ in range(_PASSES):
        _through_order(lower, upper, space.order)
        # What the others leave at least, and at most.
        lower, upper = (
            np.maximum(lower, 1 - (upper.sum() - upper)),
            np.minimum(upper, 1 - (lower.sum() - lower)),
        )
        if (lower > upper + _SLACK).any():
            return None
    lower = np.clip(lower, 0.0, 1.0)
    return space._replace(lower=lower, upper=np.clip(upper, lower, 1.0))


def _through_order(lower: FloatArray, upper: FloatArray, order: Sequence[tuple[int, ...]]) -> None:
    for better, worse in itertools.pairwise(order):
        upper[list(worse)] = np.minimum(upper[list(worse)], upper[list(better)].min())
    for better, worse in reversed(list(itertools.pairwise(order))):
        lower[list(better)] = np.maximum(lower[list(better)], lower[list(worse)].max())


def draw(space: Space, rng: np.random.Generator, count: int) -> FloatArray | None:
    """Draw weights uniformly, a row a draw, or None where almost no proposal fits.

    Proposals come from the smallest of a few larger bodies from which one can draw at once; those
    outside the space are refused, so that what is left is uniform and independent.
    """
    free = np.flatnonzero(space.upper - space.lower > _SLACK)
    if len(free) < 2:
        # The limits leave one point; it adds to 1 but for the slack of its limits.
        point = (space.lower + space.upper) / 2
        return np.tile(point / point.sum(), (count, 1))
    found, missing = [], count
    for proposals in _batches(space, free, rng, count):
        fits = proposals[_fits(space, proposals)][:missing]
        found.append(fits)
        missing -= len(fits)
        if not missing:
            return np.concatenate(found)
    return None


def _batches(
    space: Space, free: npt.NDArray[np.intp], rng: np.random.Generator, count: int
) -> Iterator[FloatArray]:
    size = min(_BATCH, 4 * count)
    body = _smallest_body(space, free)
    fixed = np.setdiff1d(np.arange(len(space.lower)), free)
    left = 1 - space.lower[fixed].sum()
    for _ in range(max(1, _TRIES * count // size)):
        weights = np.tile(space.lower, (size, 1))
        weights[:, free] = _PROPOSALS[body](space, free, left, rng.random((size, len(free))))
        if body == "ordered":
            _put_in_order(weights, space.order, rng)
        yield weights


def _smallest_body(space: Space, free: npt.NDArray[np.intp]) -> str:
    """Choose where to propose from: logarithms of volumes, up to what all share."""
    lower, upper = space.lower[free], space.upper[free]
    left = 1 - (space.lower.sum() - lower.sum())
    sides = len(free) - 1
    simplex = -math.lgamma(sides + 1)
    widths = np.sort(upper - lower)[:-1]
    sizes = {
        "above": simplex + sides * math.log(max(left - lower.sum(), _SLACK)),
        "below": simplex + sides * math.log(max(upper.sum() - left, _SLACK)),
        "box": float(np.log(widths).sum()),
    }
    named = [place for group in space.order for place in group]
    if named and set(named) <= set(free.tolist()):
        orders = math.lgamma(len(named) + 1) - sum(math.lgamma(len(g) + 1) for g in space.order)
        sizes["ordered"] = simplex + sides * math.log(left) - orders
    return min(sizes, key=lambda name: sizes[name])


def _fits(space: Space, weights: FloatArray) -> npt.NDArray[np.bool_]:
    inside = (weights >= space.lower - _SLACK) & (weights <= space.upper + _SLACK)
    fits: npt.NDArray[np.bool_] = np.all(inside, axis=1)
    for better, worse in itertools.pairwise(space.order):
        least = weights[:, list(better)].min(axis=1)
        fits &= least >= weights[:, list(worse)].max(axis=1) - _SLACK
    return fits


# --- bodies to propose from ----------------------------------------------------------------------


def _parts(uniform: FloatArray) -> FloatArray:
    """Turn uniform numbers into uniform points of the simplex: shares of exponential ones."""
    waits = -np.log1p(-uniform)
    shares: FloatArray = waits / waits.sum(axis=1, keepdims=True)
    return shares


def _above(
    space: Space, free: npt.NDArray[np.intp], left: float, uniform: FloatArray
) -> FloatArray:
    """Share what is left above all lower limits."""
    lower = space.lower[free]
    weights: FloatArray = lower + (left - lower.sum()) * _parts(uniform)
    return weights


def _below(
    space: Space, free: npt.NDArray[np.intp], left: float, uniform: FloatArray
) -> FloatArray:
    """Share what is to be taken away from all upper limits."""
    upper = space.upper[free]
    weights: FloatArray = upper - (upper.sum() - left) * _parts(uniform)
    return weights


def _box(space: Space, free: npt.NDArray[np.intp], left: float, uniform: FloatArray) -> FloatArray:
    """Draw all between their limits but the widest, which takes what is left."""
    lower, width = space.lower[free], space.upper[free] - space.lower[free]
    weights = lower + uniform * width
    widest = int(width.argmax())
    weights[:, widest] = 0
    weights[:, widest] = left - weights.sum(axis=1)
    return weights


def _ordered(
    space: Space, free: npt.NDArray[np.intp], left: float, uniform: FloatArray
) -> FloatArray:
    """Share everything; the order is made afterwards."""
    del space, free
    return left * _parts(uniform)


_PROPOSALS = {"above": _above, "below": _below, "box": _box, "ordered": _ordered}


def _put_in_order(
    weights: FloatArray, order: Sequence[tuple[int, ...]], rng: np.random.Generator
) -> None:
    """Give the largest weights of those that are ordered to the first group, and so on.

    All orders of a uniform point of the simplex are equally likely, so that what comes out is
    uniform among the points in this order. Inside a group chance decides.
    """
    named = [place for group in order for place in group]
    values = np.sort(weights[:, named], axis=1)[:, ::-1]
    start = 0
    for group in order:
        end = start + len(group)
        weights[:, list(group)] = rng.permuted(values[:, start:end], axis=1)
        start = end
