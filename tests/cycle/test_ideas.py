"""Ideas: what joins what, and what it needs."""

import pytest

import abcd
from abcd.cycle import Idea, Need
from abcd.errors import InvalidValueError
from abcd.model import Evidence


def test_an_idea_is_a_document() -> None:
    """Everything that it joins, needs and invites comes back from plain data."""
    idea = Idea(
        "shop",
        "The creators film what the weavers make",
        joins=["rki", "weavers"],
        needs=[Need("a camera", met_by=["p1"])],
        invite=["p2"],
        proposed_by=["p1"],
        evidence=[Evidence("a made-up meeting", method="invented")],
    )
    assert abcd.from_dict(abcd.to_dict(idea), Idea) == idea
    assert len({idea, abcd.from_dict(abcd.to_dict(idea), Idea)}) == 1


def test_all_faults_come_at_once() -> None:
    """Each field at fault has its line."""
    with pytest.raises(InvalidValueError) as caught:
        Idea("a b", " ", joins=["@x"], needs=["a camera"], invite="p1")  # type: ignore[list-item]  # refused at run time
    assert [str(fault) for fault in caught.value.faults] == [
        "id: found 'a b'; accepted: text without blanks, '.' and '@'",
        "text: found text of 1 character; accepted: text that is not blank",
        "joins[0]: found '@x'; accepted: text that is not blank and does not start with '@'",
        "needs[0]: found text of 8 characters; accepted: a Need",
        (
            "invite: found 'p1'; accepted: a list or tuple, each item text that is not blank and "
            "does not start with '@'"
        ),
    ]
