"""Cells of a table that are no single number: what they can be, and draws of them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray
from ._arrays import condensed
from ._targets import centers, distances, distances_between
from .criteria import Criterion
from .tables import DecisionTable

__all__ = ["Cells", "Drawn", "cells_of", "drawn_of", "values_at"]

# A normal score is cut off so many SDs out: beyond there a ratio may have no meaning.
_REACH = 3.0
# Quantiles of 0 and 1 lie at infinity.
_LEAST, _MOST = 1e-300, 1 - 1e-16


class Cells(NamedTuple):
    """All cells, a row an option: the middle, the two ends, and the SD where it is normal.

    Of a point the ends are equal; of a gap on a scale they are its ends; of a gap without a scale
    all three are nan. `deviation` is 0 where a cell is not normal.
    """

    middle: FloatArray
    low: FloatArray
    high: FloatArray
    deviation: FloatArray
    gaps: npt.NDArray[np.bool_]

    def of(self, options: npt.NDArray[np.bool_]) -> "Cells":
        """Return the cells of some options."""
        return Cells(
            self.middle[options],
            self.low[options],
            self.high[options],
            self.deviation[options],
            self.gaps[options],
        )


class Drawn(NamedTuple):
    """The cells of one criterion that are drawn, by the places of their options."""

    criterion: Criterion
    places: npt.NDArray[np.intp]
    middle: FloatArray
    low: FloatArray
    high: FloatArray
    deviation: FloatArray


def cells_of(table: DecisionTable, deviations: FloatArray | None, *, fill: bool) -> Cells:
    """Read what each cell can be; gaps are filled from the scale where that is wanted."""
    several = bool(table.raters)
    middle = np.array(centers(table), order="F")
    low, high = (np.array(condensed(end, raters=several)) for end in (table.low, table.high))
    for place, criterion in enumerate(table.criteria if several else ()):
        if criterion.target is not None:
            _set_by_distance(criterion.target, table, place, (low, high))
    gaps = np.isnan(middle)
    for place, criterion in enumerate(table.criteria if fill else ()):
        if criterion.minimum is not None and criterion.maximum is not None:
            empty = gaps[:, place]
            low[empty, place], high[empty, place] = criterion.minimum, criterion.maximum
            middle[empty, place] = _center(criterion, criterion.minimum, criterion.maximum)
    deviation = np.zeros_like(middle)
    if deviations is not None:
        points = ~gaps & (low == high)
        deviation[points] = np.nan_to_num(deviations)[points]
    least, most = _ends(table.criteria)
    normal = deviation > 0
    # A normal score lies around the score itself, not around its distance from a target.
    middle = np.where(normal, table.points(), middle)
    low = np.where(normal, np.fmax(middle - _REACH * deviation, least), low)
    high = np.where(normal, np.fmin(middle + _REACH * deviation, most), high)
    return Cells(middle, low, high, deviation, gaps)


def _center(criterion: Criterion, minimum: float, maximum: float) -> float:
    """Return the middle of a scale; with a target a score as far off as the scale on average."""
    if criterion.target is None:
        return minimum / 2 + maximum / 2
    away = distances_between(
        criterion.target, np.array([minimum], float), np.array([maximum], float)
    )
    return float(criterion.target + away[0])


def _set_by_distance(
    target: float, table: DecisionTable, place: int, ends: tuple[FloatArray, FloatArray]
) -> None:
    """Let the ends of a cell be as far from the target as its raters are on average."""
    low, high = table.low[..., place], table.high[..., place]
    around = (low <= target) & (target <= high)
    away = np.abs(low - target), np.abs(high - target)
    least = np.where(around, 0.0, np.minimum(*away))
    for end, parts in zip(ends, (least, np.maximum(*away)), strict=True):
        end[:, place] = target + condensed(parts, raters=True)


def _ends(criteria: Sequence[Criterion]) -> tuple[FloatArray, FloatArray]:
    """Return the ends of the scales, nan where there is none."""
    least = [np.nan if one.minimum is None else float(one.minimum) for one in criteria]
    most = [np.nan if one.maximum is None else float(one.maximum) for one in criteria]
    return np.array(least), np.array(most)


def drawn_of(cells: Cells, criteria: Sequence[Criterion]) -> tuple[Drawn | None, ...]:
    """Collect the cells of each criterion that are drawn; None where there are none."""
    found: list[Drawn | None] = []
    for place, criterion in enumerate(criteria):
        places = np.flatnonzero(cells.low[:, place] < cells.high[:, place])
        if not len(places):
            found.append(None)
            continue
        found.append(Drawn(criterion, places, *[part[places, place] for part in cells[:4]]))
    return tuple(found)


def values_at(drawn: Drawn, uniform: FloatArray) -> FloatArray:
    """Turn uniform numbers, a row a draw, into scores, or into distances from the target."""
    normal = drawn.deviation > 0
    values = np.empty_like(uniform)
    even = ~normal
    low, high = drawn.low[even], drawn.high[even]
    values[:, even] = low + uniform[:, even] * (high - low)
    if normal.any():
        from scipy.special import ndtr, ndtri  # noqa: PLC0415  # only normal scores need it

        middle, deviation = drawn.middle[normal], drawn.deviation[normal]
        ends = [ndtr((end[normal] - middle) / deviation) for end in (drawn.low, drawn.high)]
        quantiles = ends[0] + uniform[:, normal] * (ends[1] - ends[0])
        values[:, normal] = middle + deviation * ndtri(np.clip(quantiles, _LEAST, _MOST))
    return distances(drawn.criterion, values)
