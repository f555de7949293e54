"""Challenges: barriers in the words of those who met them."""

import pytest

from abcd.errors import InvalidValueError
from abcd.model import Challenge
from abcd.vocabulary import Cause


def test_a_challenge_is_open_until_it_is_answered() -> None:
    """Cause, debtor, date and answer may be unknown."""
    challenge = Challenge("Registration is hard")
    unknown = [challenge.cause, challenge.owed_by, challenge.raised_on, challenge.answer]
    assert unknown == [None] * 4
    assert repr(challenge) == "Challenge(text='Registration is hard')"
    full = Challenge("x", cause="structural", owed_by="rki", raised_on="2024-01-31", answer="Help")
    assert full.cause is Cause.STRUCTURAL
    assert full.raised_on is not None
    assert full.raised_on.isoformat() == "2024-01-31"


def test_all_faults_come_at_once() -> None:
    """The words themselves are never in a message."""
    with pytest.raises(InvalidValueError) as caught:
        Challenge(" ", cause="people", owed_by="@", answer="")
    assert str(caught.value) == (
        "4 faults\n"
        "  text: found text of 1 character; accepted: text that is not blank\n"
        "  cause: found 'people'; accepted: one of 'internal', 'structural', or None\n"
        "  owed_by: found '@'; accepted: "
        "text that is not blank and does not start with '@', or None\n"
        "  answer: found text of 0 characters; accepted: text that is not blank, or None"
    )
