"""Array fields of results: read-only, contiguous, equal when their values are.

A field is ``attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)``, with ``metadata=ROW`` where it
has a value for each id.
"""

from typing import Any, Literal, TypeAlias, TypeVar

import attrs
import numpy as np
import numpy.typing as npt

__all__ = ["EQUAL_ARRAYS", "FloatArray", "IntArray", "to_floats", "to_integers"]

FloatArray: TypeAlias = npt.NDArray[np.float64]
IntArray: TypeAlias = npt.NDArray[np.int64]

_T = TypeVar("_T", bound=np.generic)


def to_floats(value: npt.ArrayLike) -> FloatArray:
    """Store numbers as a read-only float array; None becomes nan.

    Raises
    ------
    TypeError
        If they are no numbers: nothing is read from text.
    """
    array: npt.NDArray[Any] = np.asarray(value)
    if array.dtype.kind == "O" and all(_is_number_or_none(item) for item in array.flat):
        array = array.astype(np.float64)
    stored: FloatArray = array.astype(np.float64, order="C", casting=_casting(array))
    return _frozen(stored)


def to_integers(value: npt.ArrayLike) -> IntArray:
    """Store whole numbers as a read-only integer array.

    Raises
    ------
    TypeError
        If they are no whole numbers: nothing is cut off.
    """
    array: npt.NDArray[Any] = np.asarray(value)
    stored: IntArray = array.astype(np.int64, order="C", casting=_casting(array))
    return _frozen(stored)


def _is_number_or_none(value: object) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def _casting(array: npt.NDArray[Any]) -> Literal["no", "safe", "unsafe"]:
    # An empty list has numpy's default kind, and nothing to lose; truth values are no numbers.
    if array.size == 0:
        return "unsafe"
    return "no" if array.dtype.kind == "b" else "safe"


def _frozen(array: npt.NDArray[_T]) -> npt.NDArray[_T]:
    array.setflags(write=False)
    return array


def _same(left: Any, right: Any) -> bool:
    return bool(
        left.dtype == right.dtype
        and left.shape == right.shape
        and np.array_equal(left, right, equal_nan=left.dtype.kind == "f")
    )


# For `attrs.field(eq=EQUAL_ARRAYS)`: attrs' own comparison of arrays gives an array, or an error.
EQUAL_ARRAYS = attrs.cmp_using(eq=_same, require_same_type=False, class_name="EqualArrays")
