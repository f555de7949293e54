"""Organizations, and memberships in them."""

import pytest

from abcd.errors import InvalidValueError
from abcd.model import Membership, Organization
from abcd.vocabulary import OrganizationKind


def test_an_organization_may_be_of_unknown_kind() -> None:
    """Kind, offers and place are optional."""
    assert repr(Organization("rki", "Rumah Kreator")) == (
        "Organization(id='rki', name='Rumah Kreator')"
    )
    full = Organization("rki", "Rumah Kreator", "association", offers={"space": ["hall"]})
    assert full.kind is OrganizationKind.ASSOCIATION
    assert full.offers["space"] == ("hall",)


def test_an_organization_is_refused_with_all_faults() -> None:
    """The kinds are listed, the name is not repeated."""
    with pytest.raises(InvalidValueError) as caught:
        Organization("rki", ["Siti"], kind="club", place="@")  # type: ignore[arg-type]  # junk on purpose
    assert str(caught.value) == (
        "3 faults\n"
        "  name: found a list of 1; accepted: text that is not blank\n"
        "  kind: found 'club'; accepted: "
        "one of 'association', 'institution', 'enterprise', 'household', or None\n"
        "  place: found '@'; accepted: text that is not blank and does not start with '@', or None"
    )


def test_a_membership_lasts_from_day_to_day() -> None:
    """One day is a span; a backward one is refused, beside other faults."""
    Membership("p1", "rki", "chair", since="2024-01-31", until="2024-01-31")
    Membership("p1", "rki", since="2024-01-31")
    Membership("p1", "rki", until="2024-01-31")
    with pytest.raises(InvalidValueError) as caught:
        Membership("@", "rki", since="2024-01-31", until="2024-01-30")
    assert str(caught.value) == (
        "2 faults\n"
        "  person: found '@'; accepted: text that is not blank and does not start with '@'\n"
        "  until: found 2024-01-30; accepted: a date from 2024-01-31, the day of 'since'"
    )


def test_a_broken_date_is_not_compared() -> None:
    """Where one end is no date there is no span to be backward."""
    with pytest.raises(InvalidValueError) as caught:
        Membership("p1", "rki", since="2024-01-31", until="soon")
    assert [fault.path for fault in caught.value.faults] == ["until"]
