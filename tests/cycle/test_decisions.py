"""Decisions: what was chosen is one of the options."""

from typing import Any

import pytest

import abcd
from abcd.cycle import Decision
from abcd.errors import DocumentError, InvalidValueError
from abcd.model import Evidence


def lines(*arguments: Any, **fields: Any) -> list[str]:
    """Return the faults of a decision that must be refused, a line each."""
    with pytest.raises(InvalidValueError) as caught:
        Decision(*arguments, **fields)
    return [str(fault) for fault in caught.value.faults]


def test_a_decision_is_a_document() -> None:
    """Who decided, by which rule, why, and who disagreed come back from plain data."""
    decision = Decision(
        "Which asset first?",
        ["rki", "road"],
        chosen=["rki"],
        decided_by=["kkn"],
        rule="not stated",
        on="2024-01-20",
        reasons=["steady output"],
        dissent=["the road brings visitors"],
        evidence=[Evidence("the report")],
    )
    assert abcd.from_dict(abcd.to_dict(decision), Decision) == decision
    assert len({decision, abcd.from_dict(abcd.to_dict(decision), Decision)}) == 1


def test_nothing_may_be_chosen() -> None:
    """To choose none of the options is a decision, and there must be an option."""
    assert Decision("What first?", ["garden"]).chosen == ()
    assert lines("What first?", []) == [
        (
            "options: found a tuple of 0; accepted: a list or tuple, each item text that is not "
            "blank, at least one"
        )
    ]


def test_what_was_chosen_is_an_option() -> None:
    """The nearest options are named."""
    assert lines("What first?", ["garden", "road"], chosen=["road", "gardn"]) == [
        "chosen[1]: found 'gardn'; accepted: one of the options: 'garden' or 'road'"
    ]


def test_all_faults_come_at_once() -> None:
    """Without sound options nothing is held against what was chosen."""
    assert lines("", "garden", chosen=["road"], rule=1, on=2024, dissent=[None]) == [
        "question: found text of 0 characters; accepted: text that is not blank",
        (
            "options: found 'garden'; accepted: a list or tuple, each item text that is not blank, "
            "at least one"
        ),
        "rule: found 1; accepted: text that is not blank, or None",
        "on: found 2024; accepted: a date without time, text such as '2024-01-31', or None",
        "dissent[0]: found None; accepted: text that is not blank",
    ]
    with pytest.raises(DocumentError, match="options: found nothing"):
        abcd.from_dict({"question": "What?", "chosen": ["road"]}, Decision)
