"""People and their capacities: a no, and a question that nobody asked, are not the same."""

from typing import Any

import attrs
import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.fields import EMPTY
from abcd.model import Capacity, Consent, Evidence, Person
from abcd.vocabulary import Gift


def test_not_asked_is_no_no() -> None:
    """Each of the three flags has three answers."""
    capacity = Capacity("sewing", has=True, teaches=False)
    assert capacity.has is True
    assert capacity.teaches is False
    assert capacity.learns is None
    assert repr(capacity) == "Capacity(skill='sewing', has=True, teaches=False)"
    assert Capacity("sewing", gift="hand").gift is Gift.HAND


@pytest.mark.parametrize("level", [1, 5, np.int64(3)])
def test_levels_are_whole_numbers_from_1_to_5(level: int) -> None:
    """numpy's are stored plain."""
    capacity = Capacity("sewing", level=level)
    assert type(capacity.level) is int
    assert capacity.level == level


@pytest.mark.parametrize("level", [0, 6, 3.0, True, "3", "expert", float("nan"), 10**400])
def test_other_levels_are_refused(level: Any) -> None:
    """The error says what is accepted."""
    with pytest.raises(InvalidValueError, match=r"; accepted: an integer from 1 to 5, or None$"):
        Capacity("sewing", level=level)


def test_a_person_needs_an_id_and_a_name() -> None:
    """Everything else may be unknown."""
    person = Person("p1", "Siti")
    assert attrs.asdict(person, recurse=False) == {
        **dict.fromkeys(("home", "asked_on", "interviewed_on")),
        **dict.fromkeys(("capacities", "consents", "tags", "evidence"), ()),
        **dict.fromkeys(("demographics", "extra"), EMPTY),
        "id": "p1",
        "name": "Siti",
    }
    assert repr(person) == "Person(id='p1', name='Siti')"


def test_a_person_holds_what_vouches_for_it() -> None:
    """Capacities, consents and demographics are kept in order and frozen."""
    person = Person(
        "p1",
        "Siti",
        capacities=[Capacity("sewing"), Capacity("singing")],
        demographics={"birth year": np.int64(1990), "languages": ["id", "jv"]},
        asked_on="2024-01-10",
        consents=[Consent(["village report"])],
        evidence=[Evidence("an example", method="invented")],
    )
    assert [capacity.skill for capacity in person.capacities] == ["sewing", "singing"]
    assert person.demographics == {"birth year": 1990, "languages": ("id", "jv")}
    assert hash(person) == hash(Person(**{name: getattr(person, name) for name in FIELDS}))


FIELDS = [*["id", "name", "capacities", "demographics", "asked_on", "consents", "evidence"]]


def test_no_message_tells_about_a_person() -> None:
    """Name, skills, demographics and objects show type and length only."""
    with pytest.raises(InvalidValueError) as caught:
        Person(
            "p1",
            ["Siti"],  # type: ignore[arg-type]  # junk on purpose
            capacities=["sewing"],  # type: ignore[list-item]  # as above
            demographics={"religion": {"secret"}},
            home="",
            interviewed_on="today",
            consents=Consent(["x"]),  # type: ignore[arg-type]  # as above
        )
    assert str(caught.value) == (
        "6 faults\n"
        "  name: found a list of 1; accepted: text that is not blank\n"
        "  capacities[0]: found text of 6 characters; accepted: a Capacity\n"
        "  demographics['religion']: found a set of 1; accepted: "
        "text, a finite number, True, False, None, a list or a mapping\n"
        "  home: found ''; accepted: text that is not blank and does not start with '@', or None\n"
        "  interviewed_on: found 'today'; accepted: "
        "a date without time, text such as '2024-01-31', or None\n"
        "  consents: found Consent; accepted: a list or tuple, each item a Consent"
    )
