"""Permutation of group membership: all ways in which so many units could have been in a group.

Nothing here knows people, results or caveats, and nothing is checked twice.
"""

import math
from collections.abc import Callable, Iterator
from itertools import chain, combinations, islice
from typing import TypeAlias

import attrs
import numpy as np
import numpy.typing as npt

from .._arguments import drawn_seed
from ..results.arrays import FloatArray, IntArray

__all__ = ["STATISTICS", "Arrangements", "Masks", "Tail", "tail"]

Masks: TypeAlias = npt.NDArray[np.bool_]
_Statistic: TypeAlias = Callable[[FloatArray, Masks], FloatArray]

# So many arrangements are written out: all ways to take 10 of 20.
_WRITTEN_OUT = 200_000
# Cells of one block of arrangements: 16 MB as floats.
_BLOCK = 2_000_000
# Sums of the same numbers in another order differ by so much of their size.
_ROUNDING = 1e-12
_LOOSE = 1e-9


@attrs.frozen(eq=False)
class Arrangements:
    """Values, the unit (a person, a cluster) of each, and which units are in the first group."""

    values: FloatArray
    units: IntArray
    first: Masks

    @property
    def ways(self) -> int:
        """How many arrangements there are."""
        return math.comb(len(self.first), int(self.first.sum()))

    @property
    def smallest(self) -> float:
        """The smallest two-sided p there can be.

        Where both groups have as many units, exchanging them gives the same difference with the
        other sign: two arrangements are always equally extreme.
        """
        even = 2 * int(self.first.sum()) == len(self.first)
        return min(1.0, (2 if even else 1) / self.ways)


@attrs.frozen
class Tail:
    """The statistic, its two-sided p, and how the p was got."""

    statistic: float
    p: float
    method: str
    examined: int
    seed: int | None


def tail(
    data: Arrangements,
    statistic: str,
    *,
    samples: int,
    rng: np.random.Generator | int | None,
) -> Tail:
    """Return the share of arrangements with a statistic at least as far from 0 as the observed.

    All of them where they are few enough, else random ones, the observed one counted in.
    """
    function = STATISTICS[statistic]
    data = _ordered(data)
    centered = data.values - np.mean(data.values)
    size = float(np.max(np.abs(centered), initial=0.0))
    # Differences without a size have no order; a common scale changes no comparison.
    values: FloatArray = centered / size if size > 0 else centered
    observed = float(function(values, data.first[data.units][None, :])[0])
    tolerance = _ROUNDING if statistic != "welch" else _LOOSE * abs(observed)
    limit = abs(observed) - tolerance if math.isfinite(observed) else math.inf
    exact = data.ways <= _WRITTEN_OUT
    seed = None if exact else drawn_seed(rng)
    masks = _all(data) if seed is None else _random(data, samples, np.random.default_rng(seed))
    extreme = sum(
        int(np.count_nonzero(np.abs(function(values, block[:, data.units])) >= limit))
        for block in masks
    )
    back = observed * (1 if statistic == "welch" else size)
    if exact:
        return Tail(back, extreme / data.ways, "exact", data.ways, None)
    return Tail(back, (1 + extreme) / (1 + samples), "monte-carlo", samples, seed)


def _ordered(data: Arrangements) -> Arrangements:
    """Put units in the order of their group and values, so that the order of rows is forgotten.

    Random arrangements are drawn by place: the same seed gives the same p for shuffled rows.
    """
    values: list[list[float]] = [[] for _ in data.first]
    for unit, value in zip(data.units.tolist(), data.values.tolist(), strict=True):
        values[unit].append(value)
    keys = [(not first, sorted(own)) for first, own in zip(data.first, values, strict=True)]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    counts = [len(keys[unit][1]) for unit in order]
    return Arrangements(
        np.array([value for unit in order for value in keys[unit][1]], dtype=np.float64),
        np.repeat(np.arange(len(order)), counts),
        data.first[order],
    )


def _rows(data: Arrangements) -> int:
    return 1 + _BLOCK // (1 + len(data.values))


def _all(data: Arrangements) -> Iterator[Masks]:
    units, taken = len(data.first), int(data.first.sum())
    ways = combinations(range(units), taken)
    while chosen := list(islice(ways, _rows(data))):
        block = np.zeros((len(chosen), units), dtype=bool)
        places = np.fromiter(chain.from_iterable(chosen), np.int64, len(chosen) * taken)
        block[np.repeat(np.arange(len(chosen)), taken), places] = True
        yield block


def _random(data: Arrangements, samples: int, generator: np.random.Generator) -> Iterator[Masks]:
    for start in range(0, samples, _rows(data)):
        count = min(_rows(data), samples - start)
        yield generator.permuted(np.tile(data.first, (count, 1)), axis=1)


# --- statistics of centered values, a number for each row of masks -------------------------------


def _mean(values: FloatArray, masks: Masks) -> FloatArray:
    first, second, sums = _sums(values, masks)
    difference: FloatArray = sums / first - (values.sum() - sums) / second
    return difference


def _welch(values: FloatArray, masks: Masks) -> FloatArray:
    first, second, sums = _sums(values, masks)
    _, _, squares = _sums(np.square(values), masks)
    others, other_squares = values.sum() - sums, np.square(values).sum() - squares
    difference = sums / first - others / second
    spread = _variance(squares, sums, first) / first + _variance(other_squares, others, second) / (
        second
    )
    # Without any spread a difference is infinitely many standard errors, and none is none.
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = difference / np.sqrt(spread)
    zero = np.abs(difference) <= _ROUNDING
    return np.where(zero, 0.0, np.where(spread > 0, ratio, np.copysign(np.inf, difference)))


def _variance(squares: FloatArray, sums: FloatArray, count: FloatArray) -> FloatArray:
    left = squares - np.square(sums) / count
    # Equal values leave a rounding error of the squares, which are at most 1 each.
    clean = np.where(left > _ROUNDING * count, left, 0.0)
    variance: FloatArray = clean / np.maximum(count - 1, 1)
    return variance


def _median(values: FloatArray, masks: Masks) -> FloatArray:
    return _middle(values, masks) - _middle(values, ~masks)


def _middle(values: FloatArray, masks: Masks) -> FloatArray:
    ordered = np.sort(np.where(masks, values, np.inf), axis=1)
    count = masks.sum(axis=1)[:, None]
    low = np.take_along_axis(ordered, (count - 1) // 2, axis=1)
    high = np.take_along_axis(ordered, count // 2, axis=1)
    middle: FloatArray = (low + high)[:, 0] / 2
    return middle


def _sums(values: FloatArray, masks: Masks) -> tuple[FloatArray, FloatArray, FloatArray]:
    first = masks.sum(axis=1).astype(np.float64)
    return first, len(values) - first, masks.astype(np.float64) @ values


STATISTICS: dict[str, _Statistic] = {"mean": _mean, "welch": _welch, "median": _median}
