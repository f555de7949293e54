"""Reflections and celebrations."""

from typing import Any

import pytest

import abcd
from abcd.cycle import Celebration, Reflection
from abcd.errors import InvalidValueError
from abcd.model import Evidence

SAID = [Evidence("a made-up meeting", method="invented")]
VALUES = [
    Reflection(
        "Registration needs a day of its own",
        by=["p1", "kkn"],
        on="2024-02-02",
        phase="destiny",
        evidence=SAID,
    ),
    Celebration(
        "First hundred sales",
        on="2024-06-01",
        place="hall",
        participants=["p1", "p2"],
        headcount=40,
        evidence=SAID,
    ),
]


def lines(make: Any, *arguments: Any, **fields: Any) -> list[str]:
    """Return the faults of something that must be refused, a line each."""
    with pytest.raises(InvalidValueError) as caught:
        make(*arguments, **fields)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_they_are_documents_and_keys(value: Any) -> None:
    """Each comes back from plain data as it was, and hashes by value."""
    assert abcd.from_dict(abcd.to_dict(value), type(value)) == value
    assert len({value, abcd.from_dict(abcd.to_dict(value), type(value))}) == 1


def test_all_faults_come_at_once() -> None:
    """Each field at fault has its line."""
    assert lines(Reflection, "", by="p1", on="soon", phase="a.b") == [
        "text: found text of 0 characters; accepted: text that is not blank",
        (
            "by: found 'p1'; accepted: a list or tuple, each item text that is not blank and does "
            "not start with '@'"
        ),
        "on: found 'soon'; accepted: a date without time, text such as '2024-01-31', or None",
        "phase: found 'a.b'; accepted: text without blanks, '.' and '@', or None",
    ]
    assert lines(Celebration, "x", place=" ", participants=["p1", "p2"], headcount=1) == [
        "place: found ' '; accepted: text that is not blank and does not start with '@', or None",
        "headcount: found 1; accepted: at least the number of participants named, 2",
    ]


def test_a_celebration_without_a_number_is_no_celebration_without_people() -> None:
    """Not counted is None."""
    assert Celebration("First sale", participants=["p1"]).headcount is None
