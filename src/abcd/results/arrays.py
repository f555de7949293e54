"""Array fields of results: read-only, contiguous, equal when their values are."""

from typing import Any, TypeAlias

import attrs
import numpy as np
import numpy.typing as npt

__all__ = ["EQUAL_ARRAYS", "FloatArray", "IntArray", "to_floats", "to_integers"]

FloatArray: TypeAlias = npt.NDArray[np.float64]
IntArray: TypeAlias = npt.NDArray[np.int64]


def to_floats(value: npt.ArrayLike) -> FloatArray:
    """Store numbers as a read-only float array; None becomes nan."""
    return _frozen(np.array(value, dtype=np.float64, order="C"))


def to_integers(value: npt.ArrayLike) -> IntArray:
    """Store whole numbers as a read-only integer array."""
    return _frozen(np.array(value, dtype=np.int64, order="C"))


def _frozen(array: Any) -> Any:
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
