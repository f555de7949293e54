"""Entries of a diary: what they accept, what they count, and every refusal with its place."""

import datetime
from typing import Any

import numpy as np
import pytest

import abcd
from abcd.cycle import Participation, Record, RecordStatus, Stage
from abcd.errors import InvalidValueError
from abcd.model import Evidence


def lines(*arguments: Any, **fields: Any) -> list[str]:
    """Return the faults of a record that must be refused, a line each."""
    with pytest.raises(InvalidValueError) as caught:
        Record(*arguments, **fields)
    return [str(fault) for fault in caught.value.faults]


def full() -> Record:
    """Fill every field that can stand beside the others."""
    return Record(
        ["dream.inspire", "training.day-1"],
        on="2024-01-31",
        until=datetime.date(2024, 2, 2),
        round=2,
        status="done",
        stage="carrying out",
        participants=["p1", "p2"],
        facilitators=["kkn"],
        headcount=10,
        groups={"women": 4, "men": 6},
        participation="with",
        place="hall",
        outputs=["ten accounts"],
        note="It rained",
        evidence=[Evidence("the report", method="document")],
    )


def test_texts_and_members_are_alike() -> None:
    """People write the text of a vocabulary, programs its member."""
    record = full()
    assert record.status is RecordStatus.DONE
    assert record.stage is Stage.CARRYING_OUT
    assert record.participation is Participation.WITH
    assert (record.on, record.until) == (datetime.date(2024, 1, 31), datetime.date(2024, 2, 2))
    again = Record(
        ("x.y",), status=RecordStatus.PLANNED, stage=Stage.PLANNING, participation=Participation.BY
    )
    assert again == Record(["x.y"], status="planned", stage="planning", participation="by")


def test_a_record_is_a_document_and_a_key() -> None:
    """It comes back from plain data, groups included, and hashes by value."""
    assert abcd.from_dict(abcd.to_dict(full()), Record) == full()
    assert abcd.to_dict(full())["groups"] == {"women": 4, "men": 6}
    assert len({full(), full()}) == 1


def test_numbers_of_numpy_are_numbers() -> None:
    """Counts from a table of another library are stored as plain ones."""
    second: Any = np.int64(2)
    record = Record(["a.b"], round=second, groups={"women": np.int8(4)})
    assert (type(record.round), type(record.groups["women"])) == (int, int)


@pytest.mark.parametrize(
    ("fields", "attended"),
    [
        ({}, None),
        ({"headcount": 0}, 0),
        ({"headcount": 12}, 12),
        ({"headcount": 12, "participants": ["p1"]}, 12),
        ({"groups": {"women": 4, "men": 6}}, 10),
        ({"groups": {"women": 4, "men": 6}, "headcount": 10}, 10),
        ({"participants": ["p1", "p2", "p1"]}, 2),
        ({"facilitators": ["p1"]}, None),
    ],
    ids=["nothing", "nobody", "number", "number-and-names", "groups", "both", "names", "guides"],
)
def test_how_many_attended(fields: Any, attended: int | None) -> None:
    """A number, else the sheet, else who is named; nothing said is no 0."""
    assert Record(["a.b"], **fields).attended == attended


def test_all_faults_come_at_once() -> None:
    """Each field at fault has its line, and the sound ones are compared all the same."""
    found = lines(
        [],
        on="31-01-2024",
        round=0,
        status="finished",
        stage="doing",
        headcount=-1,
        groups={"women": "4", " ": 1, "men": True},
        participation="at",
        participants=["p1", "@all"],
        outputs="much",
        note=" ",
        evidence=["the report"],
    )
    assert found == [
        (
            "what: found a tuple of 0; accepted: a list or tuple, each item text that is not "
            "blank, at least one"
        ),
        "on: found '31-01-2024'; accepted: a date without time, text such as '2024-01-31', or None",
        "round: found 0; accepted: a whole number from 1, or None",
        "status: found 'finished'; accepted: one of 'planned', 'done', 'cancelled'",
        "stage: found 'doing'; accepted: one of 'planning', 'carrying out', 'evaluating', or None",
        (
            "participants[1]: found '@all'; accepted: text that is not blank and does not start "
            "with '@'"
        ),
        "headcount: found -1; accepted: a whole number from 0, or None",
        "groups['women']: found '4'; accepted: a whole number from 0",
        "groups: found ' '; accepted: the name of a group, not blank",
        "groups['men']: found True; accepted: a whole number from 0",
        "participation: found 'at'; accepted: one of 'to', 'for', 'with', 'by', or None",
        (
            "outputs: found text of 4 characters; accepted: a list or tuple, each item text that "
            "is not blank"
        ),
        "note: found text of 1 character; accepted: text that is not blank, or None",
        "evidence[0]: found text of 10 characters; accepted: an Evidence",
    ]


@pytest.mark.parametrize("groups", [7, "women", {"women": float("nan")}, {1: 2}, {"a": object()}])
def test_a_sheet_is_a_mapping_of_plain_numbers(groups: Any) -> None:
    """Whatever else it is, the line starts with the field."""
    assert lines(["a.b"], groups=groups)[0].startswith("groups")


def test_days_do_not_run_backward() -> None:
    """The line names the fields of a record."""
    assert lines(["a.b"], on="2024-02-02", until="2024-01-31") == [
        "until: found 2024-01-31; accepted: a date from 2024-02-02, the day of 'on'"
    ]


def test_the_number_is_the_sum_of_the_groups() -> None:
    """Two numbers for one event would both be reported."""
    assert lines(["a.b"], headcount=11, groups={"women": 4, "men": 6}) == [
        "headcount: found 11; accepted: the sum of the groups, 10"
    ]


def test_no_fewer_attend_than_are_named() -> None:
    """A person named twice counts once."""
    named = ["p1", "p2", "p3", "p3"]
    accepted = "accepted: at least the number of participants named, 3"
    assert lines(["a.b"], headcount=2, participants=named) == [f"headcount: found 2; {accepted}"]
    assert lines(["a.b"], groups={"men": 2}, participants=named) == [f"groups: found 2; {accepted}"]
    assert Record(["a.b"], headcount=3, participants=named).attended == 3


@pytest.mark.parametrize(
    "fields",
    [
        {"on": datetime.datetime(2024, 1, 31, tzinfo=datetime.UTC)},
        {"until": "2024-W05-3"},
        {"round": True},
        {"round": 1.0},
        {"round": 10**400},
        {"headcount": "10"},
        {"status": None},
        {"place": "@outside"},
    ],
    ids=lambda fields: str(fields)[:30],
)
def test_near_misses_are_refused(fields: Any) -> None:
    """Nothing is coerced: a moment is no day, True is no 1, text is no number."""
    assert len(lines(["a.b"], **fields)) == 1
