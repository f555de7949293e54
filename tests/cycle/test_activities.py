"""Activities: done, planned, called off or described, by which evidence, through what."""

import datetime
from typing import Any

import pytest

from abcd.cycle import FIVE_D, RESEARCH_STEPS, Cycle, Record
from abcd.cycle.activities import activities
from abcd.cycle.entries import entries
from abcd.model import Evidence

from .worlds import CYCLE

EMPTY = Cycle(FIVE_D, "rt3")


def row(cycle: Cycle, full_id: str = "dream.inspire") -> dict[str, Any]:
    """Return what is known of one activity."""
    return activities(cycle, entries(cycle))[full_id]


def status(*records: dict[str, Any]) -> str:
    """Return the status of an activity after some entries, the same in any order."""
    made = [Record(["dream.inspire"], **fields) for fields in records]
    found = {
        row(Cycle(FIVE_D, "rt3", records=order))["status"] for order in (made, list(reversed(made)))
    }
    (only,) = found
    return str(only)


def test_rows_are_activities_then_research_steps_then_plan_steps() -> None:
    """Labels are in English, those of plan steps in their own words."""
    table = activities(CYCLE, entries(CYCLE))
    assert table.activities == (
        *FIVE_D.full_ids,
        *RESEARCH_STEPS.full_ids,
        "training.day-1",
    )
    assert table["dream.build-vision"]["label"] == "Build a shared vision"
    assert table["training.day-1"]["label"] == "Register accounts"


def test_a_row_is_counted_by_hand() -> None:
    """Mapping was done in January by name, in July through a research step."""
    assert row(CYCLE, "discovery.map-potential") == {
        "activities": "discovery.map-potential",
        "label": "Map members' potential",
        "status": "done",
        "entries": 2,
        "evidenced": 2,
        "methods": ("document",),
        "met_by": ("research.map-assets",),
        "first_on": datetime.date(2024, 1, 8),
        "last_on": datetime.date(2024, 7, 20),
    }
    assert row(CYCLE, "design.develop-curriculum")["methods"] == ("document", "invented")
    assert row(CYCLE, "dream.build-vision")["evidenced"] == 0
    assert row(CYCLE, "destiny.celebrate")["first_on"] is None


def test_evidence_without_a_method_says_so() -> None:
    """It counts as evidence, since nobody says that it is invented."""
    cycle = EMPTY.record("dream.inspire", evidence=[Evidence("a letter")])
    assert row(cycle)["methods"] == ("not stated",)
    assert row(cycle)["evidenced"] == 1


def test_only_what_was_done_meets_an_activity() -> None:
    """A planned research step plans the activity and meets nothing."""
    cycle = EMPTY.record("research.consult", on="2024-01-01", status="planned")
    found = row(cycle, "discovery.consult")
    assert (found["status"], found["met_by"], found["entries"]) == ("planned", (), 0)
    assert found["first_on"] is None


def test_both_steps_that_meet_an_activity_are_named() -> None:
    """In the order of the steps, whatever the order of the entries."""
    cycle = EMPTY.record("research.measure-impact").record("research.evaluate")
    found = row(cycle, "destiny.measure-and-evaluate")
    assert found["met_by"] == ("research.evaluate", "research.measure-impact")


PLANNED, DONE, CANCELLED = ({"status": status} for status in ("planned", "done", "cancelled"))


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], "described"),
        ([PLANNED], "planned"),
        ([CANCELLED], "cancelled"),
        ([DONE, PLANNED, CANCELLED], "done"),
        ([PLANNED, CANCELLED], "cancelled"),
        ([{**PLANNED, "on": "2024-01-01"}, CANCELLED], "cancelled"),
        ([{**PLANNED, "on": "2024-01-01"}, {**CANCELLED, "on": "2024-01-01"}], "cancelled"),
        ([{**PLANNED, "on": "2024-03-01"}, {**CANCELLED, "on": "2024-01-01"}], "planned"),
        ([{**PLANNED, "round": 2}, {**CANCELLED, "round": 1}], "planned"),
        ([{**PLANNED, "round": 1}, {**CANCELLED, "round": 2}], "cancelled"),
        (
            [
                {**PLANNED, "round": 1, "on": "2024-03-01"},
                {**CANCELLED, "round": 1, "on": "2024-01-01"},
            ],
            "planned",
        ),
        (
            [
                {**PLANNED, "on": "2024-03-01"},
                {**CANCELLED, "on": "2024-01-01"},
                {**CANCELLED, "on": "2024-03-01"},
            ],
            "cancelled",
        ),
    ],
    ids=[
        "nothing",
        "planned",
        "cancelled",
        "done-beats-all",
        "called-off",
        "called-off-undated",
        "called-off-that-day",
        "planned-anew",
        "planned-for-another-round",
        "later-round-called-off",
        "same-round-later-day",
        "planned-anew-and-called-off",
    ],
)
def test_status(records: list[dict[str, Any]], expected: str) -> None:
    """Done counts always; what was called off is planned only for a later round or day."""
    assert status(*records) == expected if records else row(EMPTY)["status"] == expected
