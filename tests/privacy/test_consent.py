"""Tests of `abcd.privacy.consent`: who may be named. All people are invented."""

import datetime
from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.model import Community, Consent, Person
from abcd.privacy import permitted

PURPOSE = "village report"


def allowed(
    *consents: Consent, on: datetime.date | str | None = "2024-02-09", purpose: str | None = PURPOSE
) -> bool:
    """Ask for one person with these consents."""
    community = Community("c", "C", people=[Person("p1", "Siti", consents=consents)])
    return permitted(community, purpose, on) == {"p1"}


def consent(**dates: str) -> Consent:
    """Make a consent for the purpose, with some dates."""
    return Consent([PURPOSE], **dates)


def test_a_consent_for_the_purpose_holds() -> None:
    """What a person agreed to is allowed, with or without dates."""
    assert allowed(consent())
    assert allowed(consent(), on=None)
    assert allowed(Consent(["training", PURPOSE]))


def test_without_consent_nobody_is_named() -> None:
    """Silence is no consent, and neither is a consent for something else."""
    assert not allowed()
    assert not allowed(Consent(["training"]))


def test_without_a_purpose_nobody_is_named() -> None:
    """None stands for no purpose, whatever people agreed to."""
    assert not allowed(consent(), purpose=None)


@pytest.mark.parametrize(
    "spelling",
    ["Village Report", " village  report\t", "village\nreport", "VILLAGE REPORT"],
    ids=["case", "edges", "line", "capitals"],
)
def test_purposes_are_compared_as_people_read_them(spelling: str) -> None:
    """Case, edges and runs of white space say nothing; also in a withdrawal."""
    assert allowed(consent(), purpose=spelling)
    assert not allowed(consent(), Consent([spelling], withdrawn_on="2024-01-01"))


def test_accents_of_a_purpose_may_be_stored_in_two_ways() -> None:
    """Composed and decomposed accents are the same letter; a letter without one is another."""
    assert allowed(Consent(["expos\u00e9"]), purpose="expose\u0301")
    assert not allowed(Consent(["expos\u00e9"]), purpose="expose")


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2024-02-08", False), ("2024-02-09", True), ("2024-02-10", True), (None, True)],
    ids=["before", "same-day", "after", "unknown"],
)
def test_a_consent_holds_from_the_day_on_which_it_is_given(on: str | None, expected: bool) -> None:
    """A consent of tomorrow allows nothing today."""
    assert allowed(consent(given_on="2024-02-09"), on=on) is expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2024-02-08", True), ("2024-02-09", False), ("2024-02-10", False), (None, False)],
    ids=["before", "same-day", "after", "unknown"],
)
def test_a_consent_ends_on_the_day_on_which_it_expires(on: str | None, expected: bool) -> None:
    """On that day it no longer holds; without a day to judge by, it fails closed."""
    assert allowed(consent(expires_on="2024-02-09"), on=on) is expected


@pytest.mark.parametrize("on", ["2023-12-31", "2024-01-15", "2024-02-09", None])
def test_a_withdrawal_counts_on_every_day(on: str | None) -> None:
    """What is published now against a person's will is not allowed for an earlier day either."""
    assert not allowed(consent(given_on="2024-01-01", withdrawn_on="2024-01-15"), on=on)


@pytest.mark.parametrize(
    ("given_on", "expected"),
    [(None, False), ("2024-01-14", False), ("2024-01-15", False), ("2024-01-16", True)],
    ids=["unknown", "before", "same-day", "after"],
)
def test_a_withdrawal_cancels_what_was_given_until_then(
    given_on: str | None, expected: bool
) -> None:
    """Also when it is recorded apart; a consent of a later day holds again."""
    given = Consent([PURPOSE], given_on=given_on)
    assert allowed(given, consent(withdrawn_on="2024-01-15")) is expected
    assert allowed(consent(withdrawn_on="2024-01-15"), given) is expected


def test_the_last_of_several_withdrawals_counts() -> None:
    """A consent between two withdrawals is cancelled by the second."""
    assert not allowed(
        consent(withdrawn_on="2024-01-10"),
        consent(given_on="2024-01-12"),
        consent(withdrawn_on="2024-01-20"),
    )


def test_a_consent_that_is_withdrawn_itself_never_holds() -> None:
    """Not even before the day of its withdrawal: nobody is named on a word taken back."""
    assert not allowed(consent(withdrawn_on="2024-03-01"))
    assert not allowed(consent(given_on="2024-01-01", withdrawn_on="2024-03-01"))


def test_a_withdrawal_of_another_purpose_changes_nothing() -> None:
    """Each purpose stands for itself, also within one consent."""
    assert allowed(consent(), Consent(["training"], withdrawn_on="2024-01-15"))
    both = Consent(["training", PURPOSE], withdrawn_on="2024-01-15")
    assert not allowed(consent(), both)


def test_one_consent_that_holds_is_enough() -> None:
    """An expired consent does not cancel another one."""
    assert allowed(consent(expires_on="2024-01-01"), consent(given_on="2024-01-05"))


def test_the_answer_is_a_set_of_ids() -> None:
    """Membership is what one asks of it."""
    people = [Person(f"p{n}", "Siti", consents=[consent()] if n % 2 else []) for n in range(5)]
    answer = permitted(Community("c", "C", people=people), PURPOSE, datetime.date(2024, 2, 9))
    assert answer == frozenset({"p1", "p3"})


def test_an_empty_community_permits_nobody() -> None:
    """There is nobody to name."""
    assert permitted(Community("c", "C"), PURPOSE, None) == frozenset()


@pytest.mark.parametrize(
    "on",
    [
        "03/04/2024",
        "2024-02-30",
        "2024-4-3",
        "20240403",
        "2024",
        "",
        "2024-04-03T08:00:00Z",
        45385,
        datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC),
        True,
        float("nan"),
    ],
    ids=str,
)
def test_a_day_is_a_date_or_its_one_iso_form(on: Any) -> None:
    """rep-dom-04: nothing is guessed from other forms (`data/public-reports`)."""
    with pytest.raises(InvalidValueError, match=r"^on: found .*; accepted: a date without time"):
        permitted(Community("c", "C"), PURPOSE, on)


@pytest.mark.parametrize("purpose", ["", " ", 3, ["village report"], b"x", True], ids=repr)
def test_a_purpose_is_text(purpose: Any) -> None:
    """Blank text is no purpose, and a list is not one."""
    with pytest.raises(InvalidValueError, match=r"^purpose: found .*; accepted: text"):
        permitted(Community("c", "C"), purpose, None)


def test_a_community_is_one_of_ours() -> None:
    """Anything else is refused, together with all other arguments."""
    community: Any = {"people": []}
    with pytest.raises(InvalidValueError) as caught:
        permitted(community, "", "yesterday")
    assert [fault.path for fault in caught.value.faults] == ["community", "purpose", "on"]


def test_text_of_another_library_is_text() -> None:
    """A purpose out of a numpy array is taken as the text that it is."""
    assert allowed(consent(), purpose=np.str_(PURPOSE))
