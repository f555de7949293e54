"""Needs, visions, goals, plans and their steps: owners, days, and what waits for what."""

from decimal import Decimal
from typing import Any

import pytest

import abcd
from abcd.cycle import ALL, Goal, Need, Plan, PlanStep, Vision
from abcd.errors import DocumentError, InvalidValueError
from abcd.model import Evidence

SAID = [Evidence("the report", method="document")]


def lines(make: Any, *arguments: Any, **fields: Any) -> list[str]:
    """Return the faults of something that must be refused, a line each."""
    with pytest.raises(InvalidValueError) as caught:
        make(*arguments, **fields)
    return [str(fault) for fault in caught.value.faults]


def waiting(**depends_on: list[str]) -> Any:
    """Build a plan of steps that wait for others."""
    steps = [PlanStep(id, "x", depends_on=others) for id, others in depends_on.items()]
    return Plan("training", "Training", steps=steps)


VALUES: list[Any] = [
    Need(
        "a room for ten",
        skill="hosting",
        met_by=["hall"],
        quantity=2.5,
        unit="hours",
        cost="150000.50",
        currency="IDR",
    ),
    Vision("Creators", horizon="five years", owner=ALL, phase="dream", evidence=SAID),
    Goal("g", "Second platform", owner="rki", phase="define", indicators=["i"], evidence=SAID),
    PlanStep(
        "day-2",
        "Make videos",
        on="2024-02-01",
        until="2024-02-01",
        place="hall",
        delivery="offline",
        topics=["editing"],
        leaders=["kkn"],
        partners=["village"],
        support=["a forum"],
        needs=[Need("phones")],
        depends_on=["day-1"],
    ),
    Plan(
        "training",
        "Affiliate training",
        steps=[PlanStep("day-1", "Register"), PlanStep("day-2", "Film", depends_on=["day-1"])],
        goals=["g"],
        horizon="three days",
        owner="kkn",
        phase="design",
        evidence=SAID,
    ),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_they_are_documents_and_keys(value: Any) -> None:
    """Each comes back from plain data as it was, and hashes by value."""
    assert abcd.from_dict(abcd.to_dict(value), type(value)) == value
    assert len({value, abcd.from_dict(abcd.to_dict(value), type(value))}) == 1


def test_money_is_exact() -> None:
    """A cost is a decimal, in documents its text; a float is no exact amount."""
    assert VALUES[0].cost == Decimal("150000.50")
    assert abcd.to_dict(VALUES[0])["cost"] == "150000.50"
    assert Need("x", cost=5).cost == Decimal(5)
    assert lines(Need, "x", cost=0.1, quantity=-1, met_by="hall") == [
        (
            "met_by: found 'hall'; accepted: a list or tuple, each item text that is not blank and "
            "does not start with '@'"
        ),
        "quantity: found -1; accepted: a finite number from 0, or None",
        (
            "cost: found 0.1; accepted: a Decimal, an int or decimal text such as '1250.50', from "
            "0, or None"
        ),
    ]


def test_an_owner_is_somebody_or_everybody() -> None:
    """A vision, a goal and a plan know whose they are."""
    assert Vision("x", owner=ALL).owner == "@all"
    assert Goal("g", "x", owner="p1").owner == "p1"
    accepted = "accepted: an id, or '@all' for everybody, or None"
    for make, arguments in ((Vision, ("x",)), (Goal, ("g", "x")), (Plan, ("p", "x"))):
        assert lines(make, *arguments, owner="@outside") == [f"owner: found '@outside'; {accepted}"]


def test_all_faults_come_at_once() -> None:
    """Free text is not repeated, ids are."""
    assert lines(Goal, "a.b", "", horizon=3, phase="a b", indicators=[1]) == [
        "id: found 'a.b'; accepted: text without blanks, '.' and '@'",
        "text: found text of 0 characters; accepted: text that is not blank",
        "horizon: found int; accepted: text that is not blank, or None",
        "phase: found 'a b'; accepted: text without blanks, '.' and '@', or None",
        "indicators[0]: found 1; accepted: text that is not blank",
    ]
    assert lines(PlanStep, "day-1", "x", on="2024-02-02", until="2024-02-01", place="") == [
        "place: found ''; accepted: text that is not blank and does not start with '@', or None",
        "until: found 2024-02-01; accepted: a date from 2024-02-02, the day of 'on'",
    ]


def test_steps_have_full_ids() -> None:
    """They are recorded by plan and step."""
    assert VALUES[4].full_ids == ("training.day-1", "training.day-2")
    assert Plan("empty", "Nothing yet").full_ids == ()


def test_a_step_id_is_used_once() -> None:
    """Two steps with one id can not be recorded apart."""
    steps = [PlanStep("a", "x"), PlanStep("b", "x"), PlanStep("a", "y")]
    assert lines(Plan, "p", "x", steps=steps) == [
        "steps[2].id: found 'a'; accepted: an id that is used once"
    ]


def test_a_step_waits_for_another_step_of_its_plan() -> None:
    """A step that is missing, and the step itself, are named with the nearest ones."""
    assert lines(waiting, a=["c", "a"], b=["a"]) == [
        "steps[0].depends_on[0]: found 'c'; accepted: the id of another step of the plan: 'b'",
        "steps[0].depends_on[1]: found 'a'; accepted: the id of another step of the plan: 'b'",
    ]
    assert lines(waiting, a=["b"]) == [
        (
            "steps[0].depends_on[0]: found 'b'; accepted: the id of another step of the plan, of "
            "which there is none"
        )
    ]


def test_steps_do_not_wait_in_a_circle() -> None:
    """The line reads in the direction of waiting: a comes after c, c after b, b after a."""
    assert lines(waiting, a=["c"], b=["a"], c=["b"], d=["a"]) == [
        (
            "steps: found 'a' after 'c' after 'b' after 'a'; accepted: steps that do not wait for "
            "each other"
        )
    ]


def test_every_circle_is_found_beside_other_faults() -> None:
    """A step that waits for itself hides no circle, and no circle hides another."""
    found = lines(waiting, a=["a", "b"], b=["a"], c=["d"], d=["c"], e=["c", "f"], f=["e"])
    assert [line.partition(";")[0] for line in found] == [
        "steps[0].depends_on[0]: found 'a'",
        "steps: found 'a' after 'b' after 'a'",
        "steps: found 'c' after 'd' after 'c'",
        "steps: found 'e' after 'f' after 'e'",
    ]


def test_circles_that_share_a_step_are_both_found() -> None:
    """Taking one link away leaves the other circle."""
    found = lines(waiting, a=["b", "c"], b=["a"], c=["a"])
    assert len(found) == 2
    assert all("'a'" in line for line in found)


def test_long_circles_are_cut_and_many_are_not_all_searched() -> None:
    """A hostile plan gets a short answer."""
    ring = {f"s{n}": [f"s{(n + 1) % 50}"] for n in range(50)}
    (line,) = lines(waiting, **ring)
    assert " after 43 more after 's" in line
    knots = {f"s{n}": [f"s{m}" for m in range(12) if m != n] for n in range(12)}
    assert len(lines(waiting, **knots)) == 20


def test_a_document_lists_all_faults_of_a_plan() -> None:
    """A step that is lost is named, and the others still wait for what they wait for."""
    document = {
        "id": "p",
        "name": "",
        "steps": [
            {"id": "a", "depends_on": ["b"]},
            3,
            {"id": "b", "text": "x", "on": "soon", "depends_on": ["a", "z"]},
        ],
    }
    with pytest.raises(DocumentError) as caught:
        abcd.from_dict(document, Plan)
    assert sorted(fault.path for fault in caught.value.faults) == [
        "name",
        "steps",
        "steps[0].text",
        "steps[1]",
        "steps[2].depends_on[1]",
        "steps[2].on",
    ]
