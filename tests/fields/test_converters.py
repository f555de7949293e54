"""Converters: they turn what people have into what is stored, and hand everything else back."""

import datetime
import decimal
import enum
import fractions
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd.fields import (
    INTEGER_LIMIT,
    as_tuple,
    to_amount,
    to_code,
    to_codes,
    to_date,
    to_flag,
    to_member,
    to_number,
    to_text,
)
from abcd.vocabulary import AssetKind, Control

CONVERTERS: list[Callable[[Any], Any]] = [
    as_tuple,
    to_amount,
    to_code,
    to_codes,
    to_date,
    to_flag,
    to_number,
    to_text,
]


class Pair(NamedTuple):
    """A subclass of tuple."""

    first: str
    second: str


class Level(enum.IntEnum):
    """A subclass of int."""

    HIGH = 3


def same(value: object, expected: object) -> bool:
    """Whether two values are equal and of one class: 1, 1.0 and True are not the same."""
    return type(value) is type(expected) and value == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(["a"], ("a",)), ((), ()), ([], ()), (Pair("a", "b"), ("a", "b"))],
)
def test_lists_and_tuples_become_tuples(value: Any, expected: tuple[str, ...]) -> None:
    """A list, a tuple and a named tuple are stored as a plain tuple."""
    assert same(as_tuple(value), expected)


def test_a_tuple_is_stored_as_it_is() -> None:
    """No copy is made of what can not change."""
    value = ("a", "b")
    assert as_tuple(value) is value
    assert to_codes(value) is value


@pytest.mark.parametrize(
    "value", ["ab", {"a"}, {"a": 1}, iter("ab"), 3, None], ids=lambda value: type(value).__name__
)
def test_what_has_no_order_or_one_use_is_no_list(value: Any) -> None:
    """Text, sets, dicts and generators are handed back, for the rule to refuse."""
    assert as_tuple(value) is value
    assert to_codes(value) is value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("human", "human"),
        (np.str_("human"), "human"),
        (AssetKind.HUMAN, "human"),
        (3, 3),
        (None, None),
    ],
)
def test_codes_become_plain_text(value: Any, expected: object) -> None:
    """A member of a vocabulary and numpy's text lose their class; the rest stays."""
    assert same(to_code(value), expected)
    assert same(to_codes(["x", value]), ("x", expected))


def test_text_is_no_member_of_a_vocabulary() -> None:
    """A name may be numpy's text; a member of an enum is no name."""
    assert same(to_text(np.str_("Siti")), "Siti")
    assert to_text(AssetKind.HUMAN) is AssetKind.HUMAN


def test_members_are_found_by_their_text() -> None:
    """Only exact text leads to a member."""
    members = {member.value: member for member in Control}
    assert to_member("primary", members) is Control.PRIMARY
    assert to_member(Control.PRIMARY, members) is Control.PRIMARY
    assert to_member("Primary", members) == "Primary"
    assert to_member(3, members) == 3


@pytest.mark.parametrize("value", ["2024-01-31", np.str_("2024-01-31")])
def test_iso_dates_are_read(value: str) -> None:
    """One form has one reading."""
    assert same(to_date(value), datetime.date(2024, 1, 31))


@pytest.mark.parametrize(
    "value",
    [
        "20240131",
        "2024-W05-3",
        "2024-1-31",
        "2024-02-30",
        "2024-00-01",
        "2024-01-31T00:00",
        "2024-01-31\n",
        " 2024-01-31",
        "31.01.2024",
        "\u0662\u0660\u0662\u0664-01-31",
        "",
        20240131,
        None,
        datetime.datetime(2024, 1, 31),  # noqa: DTZ001  # without a zone on purpose
    ],
    ids=repr,
)
def test_other_forms_of_dates_are_not_guessed(value: Any) -> None:
    """What `date.fromisoformat` or a person might read otherwise is handed back."""
    assert to_date(value) is value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3, 3),
        (2.5, 2.5),
        (np.int64(3), 3),
        (np.uint8(3), 3),
        (np.float64(2.5), 2.5),
        (np.float32(2.5), 2.5),
        (Level.HIGH, 3),
        (fractions.Fraction(5, 2), 2.5),
    ],
    ids=repr,
)
def test_numbers_become_plain(value: Any, expected: float) -> None:
    """Numbers of other libraries are stored as int or float."""
    assert same(to_number(value), expected)


@pytest.mark.parametrize(
    "value",
    [True, "3", None, 1j, decimal.Decimal("2.5"), fractions.Fraction(10**400), np.bool_(1)],
    ids=repr,
)
def test_other_things_are_no_numbers(value: Any) -> None:
    """Text, truth values, amounts of money and what is beyond all floats are handed back."""
    assert to_number(value) is value


def test_numpy_truth_is_plain_truth() -> None:
    """numpy's True and False are stored as Python's; 1 is not True."""
    convert: Callable[[Any], Any] = to_flag
    assert convert(np.True_) is True
    assert convert(np.False_) is False
    assert same(convert(1), 1)
    assert same(convert("true"), "true")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1250.50", "1250.50"),
        (np.str_("0"), "0"),
        ("1e5", "1E+5"),
        (1250, "1250"),
        (np.int64(1250), "1250"),
        (Level.HIGH, "3"),
    ],
    ids=repr,
)
def test_money_is_read_exactly(value: Any, expected: str) -> None:
    """Every digit is kept, those after the point too."""
    amount = to_amount(value)
    assert type(amount) is decimal.Decimal
    assert str(amount) == expected


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        True,
        "1,5",
        "1_000",
        " 1",
        "+1",
        "-1",
        ".5",
        "NaN",
        "\u0661",
        "1e9999",
        None,
        INTEGER_LIMIT,
        10**100_000,
    ],
    ids=lambda value: type(value).__name__,
)
def test_inexact_money_is_handed_back(value: Any) -> None:
    """A float is no exact amount, and other ways to write numbers are not guessed."""
    assert to_amount(value) is value


@pytest.mark.parametrize("converter", CONVERTERS, ids=lambda converter: converter.__name__)
@given(
    st.one_of(
        st.none(),
        st.text(),
        st.integers(),
        st.floats(),
        st.decimals(),
        st.fractions(),
        st.dates(),
        st.datetimes(),
        st.binary(),
        st.lists(st.text()),
        st.sets(st.integers()),
        st.builds(object),
    )
)
def test_converters_never_raise_and_settle(converter: Callable[[Any], Any], value: Any) -> None:
    """Any value gives a value; what was converted once stays as it is."""
    once = converter(value)
    assert converter(once) is once
