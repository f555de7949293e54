"""Indicators, measurements and claims: scales that run upward, numbers that are numbers."""

import datetime
from typing import Any

import numpy as np
import pytest

import abcd
from abcd.cycle import Claim, Direction, Indicator, Level, Measurement
from abcd.errors import InvalidValueError
from abcd.model import Evidence
from abcd.vocabulary import Tag

SAID = [Evidence("the report", method="document")]
VALUES = [
    Indicator(
        "soft-skill",
        "Soft skill",
        unit="points",
        direction="up",
        level="behavior",
        facets=["communication", "courtesy"],
        instrument="a scale of seven facets",
        of_whom="the ten members",
        when="before day 1, three months later",
        minimum=0,
        maximum=4.5,
        baseline=1,
        target=4.5,
        tags=[Tag("sdg", "4.4.1")],
        evidence=SAID,
    ),
    Measurement(
        "soft-skill",
        2.5,
        wave="before",
        on="2024-01-31",
        person="p1",
        facet="courtesy",
        evidence=SAID,
    ),
    Measurement("soft-skill", -3, wave="after", group="members", n=10),
    Claim(
        "Members earn more",
        indicator="income",
        by="the authors",
        on="2024-03-01",
        level="results",
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


def test_texts_and_members_are_alike() -> None:
    """A direction has a default, a level has none."""
    indicator = Indicator("debt", "Debt", direction="down", level=Level.RESULTS)
    assert (indicator.direction, indicator.level) == (Direction.DOWN, Level.RESULTS)
    assert Indicator("i", "x").direction is Direction.UP
    assert Claim("x").level is None
    text: Any = np.str_("learning")
    assert Claim("x", level=text).level is Level.LEARNING


def test_numbers_of_numpy_are_numbers() -> None:
    """A value from an array is stored as a plain one."""
    assert type(Measurement("i", np.float64(2.5)).value) is float
    whole: Any = np.int64(2)
    assert type(Measurement("i", whole).value) is int


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), "3", True, None, 10**400], ids=lambda v: str(v)[:5]
)
def test_a_value_is_a_finite_number(value: Any) -> None:
    """An answer that is missing is no measurement."""
    (line,) = lines(Measurement, "i", value)
    assert line.startswith("value: found ")
    assert line.endswith("accepted: a finite number")


def test_all_faults_come_at_once() -> None:
    """Each field at fault has its line; the ends of the scale are compared where they are sound."""
    assert lines(
        Indicator, "a b", "", direction="sideways", level="impact", minimum="0", maximum=5, target=6
    ) == [
        "id: found 'a b'; accepted: text without blanks, '.' and '@'",
        "name: found text of 0 characters; accepted: text that is not blank",
        "direction: found 'sideways'; accepted: one of 'up', 'down'",
        (
            "level: found 'impact'; accepted: one of 'reaction', 'learning', 'behavior', "
            "'results', or None"
        ),
        "minimum: found '0'; accepted: a finite number, or None",
        "target: found 6; accepted: a number of at most 5",
    ]
    assert lines(Measurement, "a b", 1, on="now", n=-1, person="@x") == [
        "indicator: found 'a b'; accepted: text without blanks, '.' and '@'",
        "on: found 'now'; accepted: a date without time, text such as '2024-01-31', or None",
        "person: found '@x'; accepted: text that is not blank and does not start with '@', or None",
        "n: found -1; accepted: a whole number from 0, or None",
    ]


@pytest.mark.parametrize("ends", [(5, 0), (5, 5)])
def test_a_scale_runs_upward(ends: tuple[float, float]) -> None:
    """What is better is said by the direction, not by turning the scale round."""
    low, high = ends
    assert lines(Indicator, "i", "x", minimum=low, maximum=high, baseline=9) == [
        f"maximum: found {high}; accepted: a number above the minimum, {low}"
    ]


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ({"minimum": 0}, "from 0"),
        ({"maximum": -2}, "of at most -2"),
        ({"minimum": 0, "maximum": 4}, "from 0 to 4"),
    ],
    ids=["minimum", "maximum", "both"],
)
def test_baseline_and_target_are_on_the_scale(ends: dict[str, float], words: str) -> None:
    """Both are named."""
    fields: dict[str, Any] = {**ends, "baseline": -1, "target": -1.5}
    assert lines(Indicator, "i", "x", **fields) == [
        f"baseline: found -1; accepted: a number {words}",
        f"target: found -1.5; accepted: a number {words}",
    ]


def test_a_falling_indicator_has_its_target_below() -> None:
    """The ends of the scale are on it."""
    debt = Indicator("debt", "Debt", direction="down", minimum=0, maximum=9, baseline=9, target=0)
    assert (debt.baseline, debt.target) == (9, 0)


def test_a_target_is_due_after_its_baseline() -> None:
    """Dates or ISO text; on one day nothing could be done between."""
    indicator = Indicator("i", "I", baseline_on="2024-01-01", target_on="2024-12-31")
    assert indicator.target_on == datetime.date(2024, 12, 31)
    assert Indicator("i", "I", target_on="2024-12-31").baseline_on is None
    with pytest.raises(InvalidValueError, match="target_on: found 2024-01-01; accepted: a date af"):
        Indicator("i", "I", baseline_on="2024-01-01", target_on="2024-01-01")
