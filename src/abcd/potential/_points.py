"""Points by criterion, and the shares that they are."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ..errors import Fault, InvalidValueError, shown
from ..fields import ID, NON_NEGATIVE_OR_NONE, to_number, to_text
from ..results.arrays import FloatArray

__all__ = ["is_points", "points_of", "shares_of"]

_POINTS = "a finite number from 0"


def is_points(value: Any) -> bool:
    return value is not None and NON_NEGATIVE_OR_NONE.test(value)


def points_of(points: object, path: str) -> tuple[tuple[str, ...], list[float]]:
    """Read numbers by id, at least one above 0."""
    if not isinstance(points, Mapping) or not points:
        accepted = "a mapping {criterion: number}, at least one"
        raise InvalidValueError(Fault(path, shown(points), accepted, "value"))
    faults: list[Fault] = []
    ids = [to_text(key) for key in points]
    values: list[Any] = [to_number(value) for value in points.values()]
    for id, value in zip(ids, values, strict=True):
        if not ID.test(id):
            faults.append(Fault(path, f"the key {shown(id)}", ID.accepted, "value"))
        elif not is_points(value):
            faults.append(Fault(f"{path}[{shown(id)}]", shown(value), _POINTS, "value"))
    if not faults and not any(values):
        faults.append(Fault(path, "only zeros", "at least one number above 0", "value"))
    if faults:
        raise InvalidValueError(*faults)
    return tuple(ids), values


def shares_of(values: Sequence[float]) -> FloatArray:
    # By a power of two, which loses no digit: the sum of huge numbers may be beyond all floats.
    exponent = math.frexp(max(values))[1]
    parts = np.ldexp(np.array(values, dtype=np.float64), -exponent)
    return np.asarray(parts / parts.sum())
