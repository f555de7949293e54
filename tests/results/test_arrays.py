"""Array fields: numbers only, read-only copies, equal when their values are."""

from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from abcd.results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers


@attrs.frozen(eq=True)
class Row:
    """A class with an array of each kind."""

    score: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    count: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([1, 2.5], [1.0, 2.5]),
        ((1, None), [1.0, np.nan]),
        ([None], [np.nan]),
        ([], []),
        ([[1, 2], [3, 4]], [[1.0, 2.0], [3.0, 4.0]]),
        (np.array([1, 2], dtype=np.int8), [1.0, 2.0]),
        (np.array([1.5], dtype=np.float32), [1.5]),
        (3, 3.0),
    ],
)
def test_floats(value: Any, expected: Any) -> None:
    """Numbers of any kind, and None as nan."""
    array = to_floats(value)
    assert array.dtype == np.float64
    np.testing.assert_array_equal(array, expected)


@pytest.mark.parametrize(
    "value", [["1"], [1, "2"], [None, "2"], [True], [None, True], [1j], [object()], "3"]
)
def test_nothing_is_read_from_text(value: Any) -> None:
    """Text, truth values and objects are no numbers."""
    with pytest.raises(TypeError):
        to_floats(value)


@pytest.mark.parametrize("value", [[1.5], [1.0], [None], ["1"], [True], [2**64], [np.nan]])
def test_whole_numbers_are_not_cut(value: Any) -> None:
    """What is no whole number of 64 bits is refused, not truncated."""
    with pytest.raises(TypeError):
        to_integers(value)


def test_rows_of_unequal_length_are_no_array() -> None:
    """numpy's own error stands: it is a wrong call."""
    with pytest.raises(ValueError, match="inhomogeneous"):
        to_floats([[1], [2, 3]])


def test_integers() -> None:
    """Whole numbers of any kind, and an empty list."""
    values: list[Any] = [[1, -2], np.array([1, -2], dtype=np.int16), (np.int64(1), -2)]
    for value in values:
        array = to_integers(value)
        assert array.dtype == np.int64
        assert array.tolist() == [1, -2]
    assert to_integers([]).dtype == np.int64


def test_arrays_are_read_only_copies() -> None:
    """The array given stays writable and its later changes are not seen."""
    given_array = np.array([1.0, 2.0])
    row = Row(given_array, np.array([[1, 2], [3, 4]]).T)
    given_array[0] = 9.0
    assert row.score.tolist() == [1.0, 2.0]
    assert row.count.flags["C_CONTIGUOUS"]
    for array in (row.score, row.count):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_comparison_is_one_answer() -> None:
    """Kind, shape and values decide; nan equals nan, and no array comes back."""
    row = Row([1.0, np.nan], [1, 2])
    assert (row == Row([1.0, float("nan")], [1, 2])) is True
    for other in (
        Row([1.0, 2.0], [1, 2]),
        Row([[1.0, np.nan]], [1, 2]),
        Row([1.0, np.nan], [1, 3]),
        Row([1.0], [1, 2]),
    ):
        assert (row == other) is False
        assert (row != other) is True
    assert row != object()


@given(hnp.arrays(np.float64, hnp.array_shapes(max_dims=2, max_side=4), elements=st.floats()))
def test_every_float_array_is_stored_exactly(values: Any) -> None:
    """Bit by bit the same numbers, from an array and from lists."""
    for value in (values, values.tolist()):
        np.testing.assert_array_equal(to_floats(value), values)
