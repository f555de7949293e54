"""Reading how far scores may be off: one number a cell, one a criterion, or from the raters."""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from ..errors import Fault, InvalidValueError, nearest, shown
from ..fields import NON_NEGATIVE_OR_NONE, to_number
from ..results.arrays import FloatArray
from .criteria import SIZE_LIMIT
from .tables import DecisionTable

__all__ = ["Deviations", "read_deviations"]

Deviations: TypeAlias = Literal["raters"] | npt.NDArray[Any] | Mapping[str, float]

_ACCEPTED = "a finite number from 0, the standard deviation in the criterion's unit"


def read_deviations(table: DecisionTable, deviations: object) -> FloatArray | None:
    """Return the SD of each cell, a row an option; 0 where a cell is a point.

    Raises
    ------
    InvalidValueError
        If there are no raters to take them from, or a number does not fit.
    """
    if deviations is None:
        return None
    shape = (len(table.options), len(table.criteria))
    if isinstance(deviations, str) and deviations == "raters":
        if not table.raters:
            accepted = "'raters' for a table with raters, an array, or a mapping by criterion"
            raise InvalidValueError(Fault("deviations", "'raters'", accepted, "conflict"))
        return np.nan_to_num(table.spread())
    if isinstance(deviations, Mapping):
        return np.tile(_by_criterion(deviations, table), (shape[0], 1))
    if not isinstance(deviations, np.ndarray) or deviations.dtype.kind not in "fiu":
        accepted = "'raters', an array of numbers, or a mapping by ids of criteria"
        raise InvalidValueError(Fault("deviations", shown(deviations), accepted, "value"))
    if deviations.shape != shape:
        found = f"an array of shape {deviations.shape}"
        raise InvalidValueError(Fault("deviations", found, f"shape {shape}", "length"))
    array = np.nan_to_num(deviations.astype(np.float64), nan=0.0)
    wrong = np.argwhere(~((array >= 0) & (array < SIZE_LIMIT)))
    if len(wrong):
        row, column = wrong[0].tolist()
        path = f"deviations[{row}][{column}]"
        raise InvalidValueError(Fault(path, shown(float(array[row, column])), _ACCEPTED, "value"))
    return array


def _by_criterion(deviations: Mapping[Any, Any], table: DecisionTable) -> FloatArray:
    ids = [criterion.id for criterion in table.criteria]
    row = np.zeros(len(ids))
    faults = []
    for id, value in deviations.items():
        number = to_number(value)
        if not (isinstance(id, str) and id in ids):
            accepted = f"a criterion of the table: {nearest(id, ids)}"
            faults.append(
                Fault("deviations", f"the key {shown(id)}", accepted, "unknown-criterion")
            )
        elif number is None or not NON_NEGATIVE_OR_NONE.test(number) or number >= SIZE_LIMIT:
            faults.append(Fault(f"deviations[{shown(id)}]", shown(number), _ACCEPTED, "value"))
        else:
            row[ids.index(id)] = number
    if faults:
        raise InvalidValueError(*faults)
    return row
