"""Normalizations: scores of different units made comparable, one named function each.

Each takes the scores of one criterion and gives numbers of which more is better, also for a cost.
`rank` takes their names: ``"minmax"``, ``"max"``, ``"sum"``, ``"vector"``, ``"linear"``,
``"scale"`` and ``"none"``.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

import attrs
import numpy as np
import numpy.typing as npt

from ..errors import Fault, InvalidValueError, shown
from ..fields import one_of
from ..results.arrays import FloatArray
from ._cells import Axis, read_scores, to_scores
from ._kernels import TOLERANCE, Lines
from .criteria import SIZE_LIMIT, Criterion

__all__ = [
    "Normalization",
    "linear",
    "max_",
    "minmax",
    "none",
    "scale",
    "sum_",
    "vector",
]

Normalization: TypeAlias = Literal["minmax", "max", "sum", "vector", "linear", "scale", "none"]
Numbers: TypeAlias = npt.ArrayLike | Sequence[float | None]

_NORMAL_SQUARES = 1e-100, 1e100


class Column(NamedTuple):
    """The scores of one criterion, all known, and the ends of its scale."""

    scores: FloatArray
    low: float
    high: float
    is_cost: bool
    minimum: float = math.nan
    maximum: float = math.nan

    @property
    def is_constant(self) -> bool:
        """Whether the scores differ by no more than rounding."""
        return self.high - self.low <= TOLERANCE * max(abs(self.low), abs(self.high))


class Line(NamedTuple):
    """How one criterion is normalized: ``(x - shift) / span``, or ``numerator / x``."""

    shift: float
    span: float
    numerator: float = math.nan


# Scores of which nothing can be told: 0/0. They count for nothing.
EMPTY = Line(0.0, math.inf)


def minmax(scores: Numbers, direction: Literal["max", "min"] = "max") -> FloatArray:
    """Measure from the worst score (0) to the best (1).

    Parameters
    ----------
    scores : list or array, shape (n_options,)
        The scores of one criterion; None or nan for a gap, which stays nan.
    direction : {"max", "min"}
        Whether a higher or a lower score is better.

    Returns
    -------
    array, shape (n_options,)
        (x - min) / (max - min), for a cost (max - x) / (max - min). All nan where all scores are
        equal.

    Raises
    ------
    InvalidValueError
        If a score is no finite number, or the direction is none of the two.

    Examples
    --------
    >>> minmax([1, 2, 5], "min").tolist()
    [1.0, 0.75, 0.0]
    """
    return _normalized("minmax", scores, direction)


def max_(scores: Numbers, direction: Literal["max", "min"] = "max") -> FloatArray:
    """Measure as a share of the highest score.

    Parameters and Raises as for `minmax`.

    Returns
    -------
    array, shape (n_options,)
        x / max, for a cost 1 - x / max. All nan where a score is negative or all are 0.

    Examples
    --------
    >>> max_([1, 2, 5], "min").tolist()
    [0.8, 0.6, 0.0]
    """
    return _normalized("max", scores, direction)


def sum_(scores: Numbers, direction: Literal["max", "min"] = "max") -> FloatArray:
    """Measure as a share of the sum of all scores.

    Parameters and Raises as for `minmax`.

    Returns
    -------
    array, shape (n_options,)
        x / sum(x), for a cost (1 / x) / sum(1 / x). All nan where a score is negative, where a
        cost is 0, or where all are 0.

    Examples
    --------
    >>> sum_([1, 2, 5]).tolist()
    [0.125, 0.25, 0.625]
    """
    return _normalized("sum", scores, direction)


def vector(scores: Numbers, direction: Literal["max", "min"] = "max") -> FloatArray:
    """Measure as a share of the Euclidean length of all scores; TOPSIS was published with this.

    Parameters and Raises as for `minmax`.

    Returns
    -------
    array, shape (n_options,)
        x / sqrt(sum(x^2)), for a cost 1 - x / sqrt(sum(x^2)). All nan where all scores are 0.

    Examples
    --------
    >>> vector([3, 4]).tolist()
    [0.6, 0.8]
    """
    return _normalized("vector", scores, direction)


def linear(scores: Numbers, direction: Literal["max", "min"] = "max") -> FloatArray:
    """Measure as a share of the best score, so that twice the cost is half as good.

    Parameters and Raises as for `minmax`.

    Returns
    -------
    array, shape (n_options,)
        x / max, for a cost min / x. All nan where a score is negative, where a cost is 0, or
        where all are 0.

    Examples
    --------
    >>> linear([1, 2, 5], "min").tolist()
    [1.0, 0.5, 0.2]
    """
    return _normalized("linear", scores, direction)


def scale(
    scores: Numbers,
    direction: Literal["max", "min"] = "max",
    *,
    minimum: float,
    maximum: float,
) -> FloatArray:
    """Measure from the worst (0) to the best (1) end of a scale, whatever options there are.

    Parameters and Raises as for `minmax`.

    Other Parameters
    ----------------
    minimum, maximum : float
        The ends of the scale, such as 1 and 5; a score outside is refused.

    Returns
    -------
    array, shape (n_options,)
        (x - minimum) / (maximum - minimum), for a cost (maximum - x) / (maximum - minimum).

    Examples
    --------
    >>> scale([1, 4], minimum=1, maximum=5).tolist()
    [0.0, 0.75]
    """
    ends = Criterion("scale", minimum=minimum, maximum=maximum)
    faults = [
        Fault(name, "None", "a finite number", "value")
        for name, value in (("minimum", minimum), ("maximum", maximum))
        if value is None
    ]
    if faults:
        raise InvalidValueError(*faults)
    return _normalized("scale", scores, direction, ends)


def none(scores: Numbers, direction: Literal["max", "min"] = "max") -> FloatArray:
    """Take scores as they are, a cost with a minus sign: for scores that share one unit.

    Parameters and Raises as for `minmax`.

    Returns
    -------
    array, shape (n_options,)
        x, for a cost -x.

    Examples
    --------
    >>> none([1, 2, 5], "min").tolist()
    [-1.0, -2.0, -5.0]
    """
    return _normalized("none", scores, direction)


# --- one criterion -------------------------------------------------------------------------------


def _minmax(column: Column) -> Line | None:
    if column.is_constant:
        return EMPTY
    width = column.high - column.low
    return Line(column.high, -width) if column.is_cost else Line(column.low, width)


def _max(column: Column) -> Line | None:
    if column.low < 0:
        return None
    if column.high == 0:
        return EMPTY
    return Line(column.high, -column.high) if column.is_cost else Line(0.0, column.high)


def _sum(column: Column) -> Line | None:
    if column.is_cost:
        # In parts of the smallest score: 1/x itself may be beyond all floats.
        return _inverse(column, lambda: float(np.sum(column.low / column.scores)))
    if column.low < 0:
        return None
    return EMPTY if column.high == 0 else Line(0.0, float(np.sum(column.scores)))


def _vector(column: Column) -> Line | None:
    largest = max(abs(column.low), abs(column.high))
    if largest == 0:
        return EMPTY
    unit = 1.0 if _NORMAL_SQUARES[0] < largest < _NORMAL_SQUARES[1] else largest
    parts = column.scores if unit == 1 else column.scores / unit
    # Not `np.dot`, whose threads would take part in sums that they do not make faster.
    length = unit * math.sqrt(float(np.einsum("i,i->", parts, parts)))
    return Line(length, -length) if column.is_cost else Line(0.0, length)


def _linear(column: Column) -> Line | None:
    return _inverse(column, lambda: 1.0) if column.is_cost else _max(column)


def _inverse(column: Column, total: Callable[[], float]) -> Line | None:
    if column.low == column.high == 0:
        return EMPTY
    return None if column.low <= 0 else Line(0.0, math.inf, column.low / total())


def _scale(column: Column) -> Line | None:
    width = column.maximum - column.minimum
    return Line(column.maximum, -width) if column.is_cost else Line(column.minimum, width)


def _none(column: Column) -> Line | None:
    return Line(0.0, -1.0 if column.is_cost else 1.0)


LINES: dict[str, Callable[[Column], Line | None]] = {
    "minmax": _minmax,
    "max": _max,
    "sum": _sum,
    "vector": _vector,
    "linear": _linear,
    "scale": _scale,
    "none": _none,
}
"""From a criterion to its line; None where the formula does not hold for its scores."""

ABSOLUTE = frozenset({"scale", "none"})
"""The normalizations that do not measure an option by the others."""


def as_end(end: float | None) -> float:
    """Return an end of a scale as a float, nan where there is none."""
    return math.nan if end is None else float(end)


def as_lines(lines: Sequence[Line]) -> Lines:
    """Put the lines of all criteria into arrays."""
    table = np.array(lines, dtype=np.float64).reshape(len(lines), 3)
    return Lines(table[:, 0], table[:, 1], table[:, 2])


def _normalized(
    name: str, scores: Any, direction: str, ends: Criterion | None = None
) -> FloatArray:
    one_of("direction", direction, ("max", "min"))
    array = _one_column(scores, ends)
    known = array[~np.isnan(array)]
    if not known.size:
        return array
    low, high = float(known.min()), float(known.max())
    limits = () if ends is None else (as_end(ends.minimum), as_end(ends.maximum))
    line = LINES[name](Column(known, low, high, direction == "min", *limits))
    if line is None or line is EMPTY:
        return np.full(array.shape, np.nan)
    normalized: FloatArray = as_lines([line]).of(array[np.newaxis])[0]
    return normalized


def _one_column(scores: Any, ends: Criterion | None) -> FloatArray:
    limits = ((), ()) if ends is None else ([ends.minimum], [ends.maximum])
    column = to_scores(scores)
    table = column[:, np.newaxis] if isinstance(column, np.ndarray) and column.ndim == 1 else None
    if table is None:
        accepted = f"one list of finite numbers below {SIZE_LIMIT:g} in size, None for a gap"
        raise InvalidValueError(Fault("scores", shown(scores), accepted, "value"))
    array, faults = read_scores(table, (Axis("option", None), Axis("criterion", None, *limits)))
    if faults:
        # The column was made here; in the caller's list there is one index.
        raise InvalidValueError(
            *[attrs.evolve(fault, path=fault.path.removesuffix("[0]")) for fault in faults]
        )
    return array[:, 0]
