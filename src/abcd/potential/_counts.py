"""Ranks counted over many draws: who stands where how often, ties shared evenly."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray, IntArray
from ._kernels import TOLERANCE

__all__ = ["Order", "Counts", "ahead", "counted", "firsts", "into_order"]

# Keys for sorting have so many bits, shared by the score and the place of the option.
_BITS = 62
# Sums of shares such as 1/3 leave traces of rounding where nothing should be.
_TRACE = 1e-9


class Counts(NamedTuple):
    """Sums over draws.

    `ranks` (n_ranks, n_options) counts places; `places` (n_options,) sums ranks, a tied one as the
    mean of those it shares; `first` sums the weights under which an option came first, and
    `often` how often that was.
    """

    ranks: FloatArray | IntArray
    places: FloatArray
    first: FloatArray
    often: FloatArray

    def plus(self, other: "Counts") -> "Counts":
        """Add the sums of further draws."""
        return Counts(
            self.ranks + other.ranks,
            self.places + other.places,
            self.first + other.first,
            self.often + other.often,
        )


class Order(NamedTuple):
    """Options of each draw from the best to the worst, and which neighbors are not tied."""

    options: npt.NDArray[np.int64]
    apart: npt.NDArray[np.bool_]


def into_order(scores: FloatArray, units: FloatArray, order: Order) -> None:
    """Sort the scores of draws, and write the answer into `order`.

    Parameters
    ----------
    scores : array, shape (n_draws, n_options)
        The higher the better. They are used up.
    units : array, shape (n_draws,)
        No score is larger than its unit. Scores count as equal where neighbors in order differ by
        no more than `TOLERANCE` units.
    order : Order
        Of the shapes (n_draws, n_options) and (n_draws, n_options - 1).

    Notes
    -----
    Sorting whole numbers that hold the score in their upper bits and the option in their lower
    ones takes a third of the time of `np.argsort` and of fetching the scores. What the score loses
    is far below the tolerance: of a thousand options 52 bits are left, of a million 42.
    """
    options = scores.shape[1]
    low = max(1, (options - 1).bit_length())
    # Lines are straight and have no end, so that rounding alone may carry a score out of -1 to 1.
    np.divide(scores, np.where(units > 0, units, 1.0)[:, np.newaxis], out=scores)
    np.subtract(1.0, np.clip(scores, -1.0, 1.0, out=scores), out=scores)
    scale = 2.0 ** (_BITS - 1 - low)
    keys = (scores * scale).astype(np.int64)
    keys <<= low
    keys |= np.arange(options)
    keys.sort(axis=1)
    np.bitwise_and(keys, (1 << low) - 1, out=order.options)
    keys >>= low
    np.greater(keys[:, 1:] - keys[:, :-1], int(TOLERANCE * scale), out=order.apart)


def counted(order: Order, weights: FloatArray, ranks: int) -> Counts:
    """Count a block of draws.

    Parameters
    ----------
    order : Order
        A row a draw.
    weights : array, shape (n_draws, n_criteria)
        Those that gave the order.
    ranks : int
        How many ranks to count, from the first.
    """
    places, apart = order
    options = places.shape[1]
    clear = apart.all(axis=1)
    if clear.all():
        return _of_clear(places, weights, options, ranks)
    tied = _of_tied(places[~clear], apart[~clear], weights[~clear], options, ranks)
    return _of_clear(places[clear], weights[clear], options, ranks).plus(tied)


def _of_clear(
    order: npt.NDArray[np.int64], weights: FloatArray, options: int, ranks: int
) -> Counts:
    """Count draws without ties: whole numbers."""
    cells = order[:, :ranks] + options * np.arange(ranks)
    counts = np.bincount(cells.ravel(), minlength=ranks * options).reshape(ranks, options)
    if ranks == options:
        places = (np.arange(1, options + 1) @ counts).astype(np.float64)
    else:
        every = np.broadcast_to(np.arange(1.0, options + 1), order.shape)
        places = _sums(order.ravel(), every.ravel(), options)
    leading = order[:, 0]
    often = np.bincount(leading, minlength=options).astype(np.float64)
    return Counts(counts, places, _weights_of(leading, weights, options), often)


def _of_tied(
    order: npt.NDArray[np.int64],
    apart: npt.NDArray[np.bool_],
    weights: FloatArray,
    options: int,
    ranks: int,
) -> Counts:
    """Count draws with ties: of t options that share t ranks each has 1/t of each.

    The share of a run of ranks is put at its start and taken away behind its end; a running sum
    over ranks then gives the shares, in time and memory that do not grow with the ties.
    """
    start, end = _runs(apart)
    share = 1.0 / (end - start + 1)
    # One row more than is counted, for what begins or ends further down.
    size = (ranks + 1) * options
    begins = _sums((np.minimum(start, ranks) * options + order).ravel(), share.ravel(), size)
    ends = _sums((np.minimum(end + 1, ranks) * options + order).ravel(), share.ravel(), size)
    counts = np.cumsum((begins - ends).reshape(ranks + 1, options), axis=0)[:ranks]
    counts[np.abs(counts) < _TRACE] = 0.0
    places = _sums(order.ravel(), ((start + end) / 2 + 1).ravel(), options)
    row, column = np.nonzero(start == 0)
    leading, part = order[row, column], share[row, column]
    often = _sums(leading, part, options)
    return Counts(
        counts, places, _weights_of(leading, weights[row] * part[:, np.newaxis], options), often
    )


def _runs(apart: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return where the run of equal scores begins and ends in which each position lies."""
    draws, size = apart.shape[0], apart.shape[1] + 1
    edge = np.ones((draws, 1), dtype=np.bool_)
    places = np.arange(size)
    begins = np.where(np.concatenate([edge, apart], axis=1), places, 0)
    ends = np.where(np.concatenate([apart, edge], axis=1), places, size)
    return (
        np.maximum.accumulate(begins, axis=1),
        np.minimum.accumulate(ends[:, ::-1], axis=1)[:, ::-1],
    )


def _weights_of(leading: npt.NDArray[np.int64], weights: FloatArray, options: int) -> FloatArray:
    return np.stack([_sums(leading, column, options) for column in weights.T], axis=1)


def _sums(places: npt.NDArray[np.int64], values: FloatArray, size: int) -> FloatArray:
    """Add up the values that belong to each place."""
    # With weights `np.bincount` gives floats; its hints say whole numbers.
    return np.bincount(places, values, minlength=size).astype(np.float64, copy=False)


def firsts(scores: FloatArray, units: FloatArray, own: npt.NDArray[np.intp]) -> FloatArray:
    """Return the share of the first rank that one option has in each row of scores."""
    best = scores.max(axis=1)
    near = best[:, np.newaxis] - scores <= TOLERANCE * units[:, np.newaxis]
    mine = near[np.arange(len(scores)), own]
    return np.where(mine, 1.0 / near.sum(axis=1), 0.0)


def ahead(scores: FloatArray, units: FloatArray) -> FloatArray:
    """Count how often the option of each row is ahead of that of each column; a tie is half."""
    columns = np.ascontiguousarray(scores.T)
    leads = columns[:, np.newaxis] - columns
    slack = TOLERANCE * units
    counts = np.count_nonzero(leads > slack, axis=2) - np.count_nonzero(leads < -slack, axis=2)
    # Who is ahead a times and behind b times of n is ahead in (n + a - b) / 2, ties as halves.
    halves: FloatArray = (len(scores) + counts) / 2
    np.fill_diagonal(halves, np.nan)
    return halves
