"""Arrays of decision tables: criteria contiguous, gaps as nan, raters and intervals condensed."""

from typing import Any

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray, to_floats

__all__ = ["condensed", "kept", "midpoints", "spread_over_raters"]


def kept(value: npt.ArrayLike) -> FloatArray:
    """Return numbers as a read-only float array whose last two axes lie criterion by criterion.

    An array that is already so, and that nobody can write to, is kept without a copy: a table of
    a million options goes through several objects.
    """
    if isinstance(value, np.ndarray) and _is_settled(value):
        return value
    is_numeric = isinstance(value, np.ndarray) and value.dtype.kind in "fiu"
    array = np.asarray(value) if is_numeric else to_floats(value)
    stored = np.array(array, dtype=np.float64, order="F" if array.ndim == 2 else "C")
    stored.setflags(write=False)
    return stored


def _is_settled(array: npt.NDArray[Any]) -> bool:
    base = array.base
    owned = base is None or (isinstance(base, np.ndarray) and not base.flags.writeable)
    by_criterion = array.ndim != 2 or array.flags.f_contiguous
    return bool(array.dtype == np.float64 and not array.flags.writeable and owned and by_criterion)


def midpoints(scores: FloatArray, *, intervals: bool) -> FloatArray:
    """Return the middle of each interval, and points as they are."""
    return (scores[..., 0] + scores[..., 1]) / 2 if intervals else scores


def condensed(points: FloatArray, *, raters: bool) -> FloatArray:
    """Return one score a cell: the mean over the raters who gave one, nan where nobody did."""
    if not raters:
        return points
    known = np.count_nonzero(~np.isnan(points), axis=0)
    total = np.nansum(points, axis=0)
    return np.where(known > 0, total / np.maximum(known, 1), np.nan)


def spread_over_raters(points: FloatArray) -> FloatArray:
    """Return the sample SD of each cell over its raters, nan where fewer than two gave a score."""
    known = np.count_nonzero(~np.isnan(points), axis=0)
    away = points - condensed(points, raters=True)
    # In parts of the largest difference: the square of a huge one is beyond all floats.
    unit = np.fmax.reduce(np.abs(away), axis=0, initial=0.0)
    squares = np.nansum((away / np.where(unit > 0, unit, 1)) ** 2, axis=0)
    return np.where(known > 1, unit * np.sqrt(squares / np.maximum(known - 1, 1)), np.nan)
