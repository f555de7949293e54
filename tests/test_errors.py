"""Errors: one sentence everywhere, no personal value in it, and nothing foreign is ever called."""

import copy
import datetime
import decimal
import pickle
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd.errors import (
    AbcdError,
    DocumentError,
    Fault,
    IntegrityError,
    InvalidValueError,
    MissingExtraError,
    UnknownIdError,
    hidden,
    nearest,
    shown,
)
from abcd.vocabulary import AssetKind

FAULT = Fault("people[3].capacities[0].level", "'expert'", "an integer from 1 to 5", "value")
LETTERS = list("abcdefghijklmnopqrstuvwxyz")
FAULTY = [InvalidValueError, IntegrityError, DocumentError]


class Hostile:
    """A foreign object that fails, and would leak, whenever it is asked to show itself."""

    def _refuse(self, *_: object) -> Any:
        raise RuntimeError("a foreign method was called")

    __repr__ = __str__ = __len__ = __format__ = __bool__ = __eq__ = __hash__ = _refuse


class LoudText(str):
    """Text whose own methods fail."""

    __slots__ = ()

    def _refuse(self, *_: object) -> Any:
        raise RuntimeError("a foreign method was called")

    __repr__ = __str__ = __getitem__ = _refuse


class LoudDecimal(decimal.Decimal):
    """A Decimal whose own methods fail."""

    def __str__(self) -> str:
        """Fail."""
        raise RuntimeError("a foreign method was called")


class Nowhere(datetime.tzinfo):
    """A time zone that does not know."""

    def utcoffset(self, when: datetime.datetime | None) -> datetime.timedelta:
        """Fail."""
        raise RuntimeError("a foreign method was called")

    dst = utcoffset

    def tzname(self, when: datetime.datetime | None) -> str:
        """Fail."""
        raise RuntimeError("a foreign method was called")


class Afternoon(datetime.datetime):
    """A foreign class of date and time, as pandas has one."""


def test_a_fault_is_one_sentence() -> None:
    """Where, what was found, what is accepted; without a place it starts with what was found."""
    assert str(FAULT) == (
        "people[3].capacities[0].level: found 'expert'; accepted: an integer from 1 to 5"
    )
    assert str(attrs.evolve(FAULT, path="")) == "found 'expert'; accepted: an integer from 1 to 5"


@pytest.mark.parametrize(
    ("path", "prefix", "expected"),
    [
        ("level", "capacities[0]", "capacities[0].level"),
        ("[2]", "kinds", "kinds[2]"),
        ("['a'][0]", "extra", "extra['a'][0]"),
        ("", "people[1]", "people[1]"),
        ("level", "", "level"),
        ("", "", ""),
    ],
)
def test_a_fault_gets_its_place_from_each_level(path: str, prefix: str, expected: str) -> None:
    """A level further out puts its name in front, with a dot only before names."""
    moved = Fault(path, "9", "less", "value").within(prefix)
    assert moved == Fault(expected, "9", "less", "value")


def test_a_fault_holds_text_only() -> None:
    """A fault of something else is refused like any other wrong value."""
    with pytest.raises(InvalidValueError) as caught:
        Fault("id", 3, "text", "value")  # type: ignore[arg-type]  # junk on purpose
    assert str(caught.value) == "found: found int; accepted: text"


def test_faults_are_values() -> None:
    """They compare, hash, pickle and copy by what they say."""
    again = pickle.loads(pickle.dumps(FAULT))
    assert again == copy.deepcopy(FAULT) == FAULT
    assert len({again, FAULT, FAULT.within("x")}) == 2


@pytest.mark.parametrize("cls", FAULTY)
def test_the_first_fault_speaks_for_the_error(cls: type[InvalidValueError]) -> None:
    """`path`, `found` and `accepted` are those of the first; one fault is one line."""
    error = cls(FAULT, Fault("x", "1", "2", "value"))
    assert (error.path, error.found, error.accepted) == (FAULT.path, FAULT.found, FAULT.accepted)
    assert str(cls(FAULT)) == str(FAULT)


def test_many_faults_are_listed_once_each() -> None:
    """Several faults are counted and listed, one line each."""
    error = InvalidValueError(Fault("a", "1", "2", "value"), Fault("", "3", "4", "value"))
    assert str(error) == "2 faults\n  a: found 1; accepted: 2\n  found 3; accepted: 4"


def test_a_flood_of_faults_is_cut_in_text_only() -> None:
    """After twenty lines the rest is counted; `faults` holds all of them."""
    error = IntegrityError(*[Fault(f"x[{n}]", "1", "2", "value") for n in range(23)])
    lines = str(error).splitlines()
    assert lines[0] == "23 faults"
    assert lines[-2:] == ["  x[19]: found 1; accepted: 2", "  and 3 more, all in .faults"]
    assert len(error.faults) == 23


def test_an_error_stands_on_a_fault() -> None:
    """There is no error without a fault, so that `path` always answers."""
    with pytest.raises(TypeError):
        InvalidValueError()  # type: ignore[call-arg]  # junk on purpose


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (InvalidValueError(FAULT), ValueError),
        (IntegrityError(FAULT), ValueError),
        (DocumentError(FAULT), ValueError),
        (UnknownIdError("id", "'x'", "'y'"), KeyError),
        (MissingExtraError("matplotlib", "plot"), ImportError),
    ],
    ids=lambda value: type(value).__name__,
)
def test_errors_are_ours_and_built_in(error: AbcdError, builtin: type[Exception]) -> None:
    """Each can be caught as `AbcdError` and as what Python calls it; it pickles and copies."""
    assert isinstance(error, builtin)
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error), copy.copy(error)):
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert vars(again) == vars(error)


def test_an_unknown_id_reads_as_a_sentence() -> None:
    """Not as the repr of an argument, as a plain `KeyError` does."""
    error = UnknownIdError("id", "'p9'", "'p1' or 'p2'")
    assert str(error) == "id: found 'p9'; accepted: 'p1' or 'p2'"
    assert (error.path, error.found, error.accepted) == ("id", "'p9'", "'p1' or 'p2'")
    assert error.faults == (Fault("id", "'p9'", "'p1' or 'p2'", "unknown-id"),)


def test_a_missing_extra_says_how_to_get_it() -> None:
    """The message names the package, the extra and the command."""
    error = MissingExtraError("matplotlib", "plot")
    assert str(error) == (
        "found no package 'matplotlib'; accepted: an installation with the extra 'plot' "
        "(pip install 'abcd-community[plot]')"
    )
    assert (error.package, error.extra) == ("matplotlib", "plot")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("expert", "'expert'"),
        ("it's", '"it\'s"'),
        ("<b>\n", "'<b>\\n'"),
        ("x" * 200, "'" + "x" * 76 + "..."),
        (np.str_("expert"), "'expert'"),
        (LoudText("expert"), "'expert'"),
        (AssetKind.HUMAN, "AssetKind"),
        (3, "3"),
        (-(10**50), "-1" + "0" * 50),
        (10**5000, "an integer of 16610 bits"),
        (True, "True"),
        (None, "None"),
        (float("nan"), "nan"),
        (float("-inf"), "-inf"),
        (np.float64(1.5), "1.5"),
        (np.int64(3), "int64"),
        (decimal.Decimal("1E+999999"), "Decimal 1E+999999"),
        (LoudDecimal("1.5"), "Decimal 1.5"),
        (datetime.date(2024, 1, 31), "2024-01-31"),
        (datetime.datetime(2024, 1, 31, 10), "the date and time 2024-01-31T10:00:00"),  # noqa: DTZ001  # without a zone on purpose
        (
            datetime.datetime(2024, 1, 31, 10, tzinfo=Nowhere()),
            "the date and time 2024-01-31T10:00:00",
        ),
        (Afternoon(2024, 1, 31), "Afternoon"),
        ([1, 2], "a list of 2"),
        ((), "a tuple of 0"),
        ({"a": 1}, "a dict of 1"),
        ({1}, "a set of 1"),
        (frozenset(), "a frozenset of 0"),
        (b"abc", "3 bytes"),
        (Hostile(), "Hostile"),
        ([Hostile()], "a list of 1"),
        (iter(()), "tuple_iterator"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_shown_renders_plain_values_only(value: object, expected: str) -> None:
    """Text, numbers and dates as they are, cut; of anything else only the type and length."""
    assert shown(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Siti", "text of 4 characters"),
        (np.str_("Siti"), "text of 4 characters"),
        (AssetKind.HUMAN, "AssetKind"),
        (3, "int"),
        (1.5, "float"),
        (None, "None"),
        (["Siti"], "a list of 1"),
        (bytearray(b"Siti"), "4 bytes"),
        (Hostile(), "Hostile"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_hidden_tells_type_and_length_only(value: object, expected: str) -> None:
    """Names and free text never stand in a message."""
    assert hidden(value) == expected


@given(st.one_of(st.text(), st.integers(), st.floats(), st.decimals(), st.dates(), st.binary()))
def test_what_is_shown_is_short(value: object) -> None:
    """No value makes a message long."""
    assert len(shown(value)) <= 80


@given(st.text(min_size=1))
def test_hidden_text_can_not_be_read_back(text: str) -> None:
    """Two texts of one length look the same."""
    assert hidden(text) == hidden("x" * len(text))
    assert hidden([text]) == hidden(["x"])


@pytest.mark.parametrize(
    ("value", "known", "expected"),
    [
        ("x", [], "0 known names"),
        ("x", ["a"], "'a'"),
        ("x", ["a", "b"], "'a' or 'b'"),
        (3, ["a", "b", "c"], "'a', 'b' or 'c'"),
        ("zzz", LETTERS[:24], ", ".join(map(repr, LETTERS[:23])) + " or 'x'"),
        ("zzz", LETTERS, "26 known names"),
        (3, LETTERS, "26 known names"),
        ("hal1", ["hall", *LETTERS], "'hall'"),
        ("hall", ["hall1", "hall2", "hall3", "hall4", *LETTERS], "'hall4', 'hall3' or 'hall2'"),
        ("a" * 81, ["a" * 80, *LETTERS], "27 known names"),
        ("p1", [f"p{n}" for n in range(2_001)], "2,001 known names"),
        ("x", ["y" * 100], "'" + "y" * 76 + "..."),
    ],
)
def test_the_nearest_names(value: object, known: list[str], expected: str) -> None:
    """Few names are all listed, of many the close ones, and else only their number."""
    assert nearest(value, known) == expected
