"""Reading the cells of a table: numbers, gaps, intervals; faults name option and criterion."""

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from ..errors import Fault, shown
from ..fields import to_number
from ..results.arrays import FloatArray
from ._arrays import kept
from .criteria import SIZE_LIMIT

__all__ = ["CELL", "Axis", "Scores", "read_scores", "to_scores"]

Scores: TypeAlias = npt.NDArray[Any] | Sequence[Sequence[Any]]
"""A row an option, a cell a criterion; below a list of raters where there are several."""

CELL = "a finite number, None for a gap, or a pair (low, high)"
_GAP = (math.nan, math.nan)
# A rater, an option, a criterion, and the two ends of an interval.
_DEEPEST = 4


class Axis(NamedTuple):
    """One level of the nested scores: what an item of it belongs to, and the ids where known."""

    word: str
    ids: Sequence[str | int] | None
    minimum: Sequence[float | None] = ()
    maximum: Sequence[float | None] = ()


def to_scores(value: Scores) -> FloatArray:
    """Store scores as an array where all cells are alike; what is mixed is handed back as it is."""
    if isinstance(value, np.ndarray):
        usable = value.dtype.kind in "fiu" and 1 <= value.ndim <= _DEEPEST
        return kept(value) if usable else value
    if _is_uniform(value):
        try:
            return kept(np.array(value, dtype=np.float64))
        except OverflowError:  # a whole number beyond all floats; its cell is named later
            pass
    return value  # type: ignore[return-value]  # read cell by cell, where the names are known


def _is_uniform(value: object) -> bool:
    """Tell whether nested lists have equal lengths and plain numbers or None at one depth."""
    level: list[Any] = [value]
    for depth in range(_DEEPEST + 1):
        kinds = set(map(type, level))
        if not kinds <= {list, tuple}:
            return depth > 0 and kinds <= {float, int, type(None)}
        if len(set(map(len, level))) != 1 or not level[0]:
            return False
        level = list(itertools.chain.from_iterable(level))
    return False


def read_scores(scores: Any, axes: Sequence[Axis]) -> tuple[FloatArray, list[Fault]]:
    """Return scores as an array with one dimension an axis, and one more for intervals.

    The array is sound only where there is no fault.
    """
    faults: list[Fault] = []
    if isinstance(scores, np.ndarray) and scores.dtype == np.float64:
        array: FloatArray = scores
        faults += _faults_of_shape(scores.shape, axes)
        fits = not faults
    else:
        cells = list(_cells(scores, axes, (), faults))
        array = _as_array(cells, _shape(scores, axes))
        fits = _has_lengths(array, axes)
    if fits and array.size:
        faults += _faults_of_values(array, axes)
    return array, faults


# --- cell by cell --------------------------------------------------------------------------------


def _cells(
    value: Any, axes: Sequence[Axis], index: tuple[int, ...], faults: list[Fault]
) -> Iterator[tuple[float, float] | None]:
    """Yield the two ends of each cell, None for one that is at fault."""
    if len(index) == len(axes):
        ends = _ends(value)
        if ends is None:
            faults.append(_fault(index, axes, shown(value), CELL, "value"))
        yield ends
        return
    axis = axes[len(index)]
    items = _listed(value)
    if items is None:
        accepted = f"a list, one item for each {axis.word}"
        faults.append(_fault(index, axes, shown(value), accepted, "value"))
        return
    if axis.ids is not None and len(items) != len(axis.ids):
        faults.append(_fault(index, axes, *_lengths(len(items), axis), "length"))
    for place, item in enumerate(items):
        yield from _cells(item, axes, (*index, place), faults)


def _listed(value: object) -> Sequence[Any] | None:
    if isinstance(value, np.ndarray) and value.ndim > 0:
        return value.tolist()  # type: ignore[no-any-return]  # a list, as there is a dimension
    return value if isinstance(value, list | tuple) else None


def _ends(value: Any) -> tuple[float, float] | None:
    pair = _listed(value)
    if pair is None:
        number = _number(value)
        return None if number is None else (number, number)
    if len(pair) != 2:
        return None
    low, high = _number(pair[0]), _number(pair[1])
    return None if low is None or high is None else (low, high)


def _number(value: Any) -> float | None:
    """Return nan for a gap, a float for a number, None for anything else."""
    if value is None:
        return math.nan
    number = to_number(value)
    if type(number) is float:
        return number
    # Compared before it is turned into a float, which a huge whole number has none of.
    return float(number) if type(number) is int and abs(number) < SIZE_LIMIT else None


def _shape(value: Any, axes: Sequence[Axis]) -> list[int]:
    """Return the lengths of the first items; of even scores these are the lengths of all."""
    shape = []
    for _ in axes:
        items = _listed(value) or ()
        shape.append(len(items))
        value = items[0] if items else None
    return shape


def _as_array(cells: Sequence[tuple[float, float] | None], shape: list[int]) -> FloatArray:
    """Return the cells as an array, those at fault as gaps; an empty one of uneven scores."""
    if len(cells) != math.prod(shape):
        return np.empty(0)
    ends = np.array([_GAP if cell is None else cell for cell in cells]).reshape([*shape, 2])
    low, high = ends[..., 0], ends[..., 1]
    return kept(low if np.array_equal(low, high, equal_nan=True) else ends)


def _has_lengths(array: FloatArray, axes: Sequence[Axis]) -> bool:
    known = [None if axis.ids is None else len(axis.ids) for axis in axes]
    return array.ndim >= len(axes) and all(
        length in (None, found) for length, found in zip(known, array.shape, strict=False)
    )


# --- whole arrays --------------------------------------------------------------------------------


def _faults_of_shape(shape: tuple[int, ...], axes: Sequence[Axis]) -> Iterator[Fault]:
    levels = len(axes)
    intervals = len(shape) == levels + 1 and shape[-1] == 2
    if len(shape) != levels and not intervals:
        order = " x ".join(axis.word for axis in axes)
        accepted = f"{levels} ({order}), and one more of length 2 for intervals"
        yield Fault("scores", f"{len(shape)} dimensions", accepted, "length")
        return
    for length, axis in zip(shape, axes, strict=False):
        if axis.ids is not None and length != len(axis.ids):
            yield Fault("scores", *_lengths(length, axis), "length")


def _faults_of_values(array: FloatArray, axes: Sequence[Axis]) -> Iterator[Fault]:
    largest = np.fmax(np.fmax.reduce(array, axis=None), -np.fmin.reduce(array, axis=None))
    intervals = array.ndim > len(axes)
    low, high = (array[..., 0], array[..., 1]) if intervals else (array, array)
    if largest >= SIZE_LIMIT:
        yield from _faults_of_size(low, high, axes)
    if intervals:
        yield from _faults_of_pairs(low, high, axes)
    for criterion, (least, most) in enumerate(zip(axes[-1].minimum, axes[-1].maximum, strict=True)):
        yield from _faults_of_scale((low, high), (least, most), criterion, axes)


def _faults_of_size(low: FloatArray, high: FloatArray, axes: Sequence[Axis]) -> Iterator[Fault]:
    too_low, too_high = np.abs(low) >= SIZE_LIMIT, np.abs(high) >= SIZE_LIMIT
    for place in np.argwhere(too_low | too_high).tolist():
        index = tuple(place)
        found = shown(float(low[index] if too_low[index] else high[index]))
        yield _fault(index, axes, found, f"{CELL}, below {SIZE_LIMIT:g} in size", "value")


def _faults_of_pairs(low: FloatArray, high: FloatArray, axes: Sequence[Axis]) -> Iterator[Fault]:
    half_open = np.isnan(low) != np.isnan(high)
    for place in np.argwhere(half_open | (low > high)).tolist():
        index = tuple(place)
        found = f"the pair ({shown(float(low[index]))}, {shown(float(high[index]))})"
        accepted = "a pair (low, high), both known and low not above high"
        yield _fault(index, axes, found, accepted, "order")


def _faults_of_scale(
    pair: tuple[FloatArray, FloatArray],
    ends: tuple[float | None, float | None],
    criterion: int,
    axes: Sequence[Axis],
) -> Iterator[Fault]:
    least, most = ends
    low, high = pair[0][..., criterion], pair[1][..., criterion]
    below = low < (-math.inf if least is None else least)
    above = high > (math.inf if most is None else most)
    for place in np.argwhere(below | above).tolist():
        index = tuple(place)
        found = shown(float(low[index] if below[index] else high[index]))
        yield _fault((*index, criterion), axes, found, _scale(least, most), "scale")


def _scale(least: float | None, most: float | None) -> str:
    parts = [f"from {shown(least)}"] if least is not None else []
    parts += [f"up to {shown(most)}"] if most is not None else []
    return f"a score {' '.join(parts)}, the scale of this criterion"


# --- words ---------------------------------------------------------------------------------------


def _lengths(found: int, axis: Axis) -> tuple[str, str]:
    expected = 0 if axis.ids is None else len(axis.ids)
    return f"a length of {found}", f"{expected}, one for each {axis.word}"


def _fault(
    index: tuple[int, ...], axes: Sequence[Axis], found: str, accepted: str, code: str
) -> Fault:
    path = "scores" + "".join(f"[{place}]" for place in index)
    names = [
        f"{axis.word} {shown(axis.ids[place])}"
        for axis, place in zip(axes, index, strict=False)
        if axis.ids is not None and place < len(axis.ids)
    ]
    return Fault(path, f"{found} ({', '.join(names)})" if names else found, accepted, code)
