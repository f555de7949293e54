"""The vocabularies of the model, and their labels."""

import enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd import vocabulary
from abcd.errors import InvalidValueError
from abcd.vocabulary import AssetKind, Cause, Control, Gift, OrganizationKind, Status, label

VOCABULARIES = [AssetKind, Cause, Control, Gift, OrganizationKind, Status]
MEMBERS = [member for members in VOCABULARIES for member in members]


@pytest.mark.parametrize(
    ("members", "codes"),
    [
        # Al-Kautsari (2019), Empower 4(2), 259: seven kinds, tradition and culture as one.
        (AssetKind, "human social physical economic natural cultural spiritual"),
        # Kretzmann & McKnight (1990): located in and controlled by, seen from the community.
        (Control, "primary secondary potential"),
        (Status, "identified verified mobilized created"),
        (OrganizationKind, "association institution enterprise household"),
        (Gift, "head heart hand"),
        (Cause, "internal structural"),
    ],
)
def test_the_codes(members: type[enum.StrEnum], codes: str) -> None:
    """Codes are stable: documents and other programs hold them."""
    assert [member.value for member in members] == codes.split()
    assert all(member == member.value for member in members)


def test_every_vocabulary_of_the_room_is_tested() -> None:
    """A new one can not be forgotten here."""
    found = [getattr(vocabulary, name) for name in vocabulary.__all__]
    enums = [thing for thing in found if isinstance(thing, type) and issubclass(thing, enum.Enum)]
    assert set(enums) == set(VOCABULARIES)


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.value)
def test_every_code_is_worded_in_both_languages(member: enum.StrEnum) -> None:
    """A label is a phrase of its own, not the code; a member and its text have the same one."""
    for language in ("en", "id"):
        worded = label(member.value, language)
        assert worded != member.value
        assert worded[0].isupper()
        assert label(member, language) == worded


def test_codes_of_all_vocabularies_differ() -> None:
    """One code has one label, whichever vocabulary it is from."""
    codes = [member.value for member in MEMBERS]
    assert len(codes) == len(set(codes))


def test_a_code_of_ones_own_comes_back() -> None:
    """The vocabulary of kinds is open; a kind without a translation is shown as it is."""
    assert label("ternak") == label("ternak", "id") == "ternak"
    assert label("natural", "id") == "Alam"


@pytest.mark.parametrize(
    ("code", "language", "line"),
    [
        ("human", "nl", "language: found 'nl'; accepted: one of 'en' or 'id'"),
        ("ternak", None, "language: found None; accepted: one of 'en' or 'id'"),
        (["human"], "en", "code: found a list of 1; accepted: text"),
        (None, "en", "code: found None; accepted: text"),
    ],
)
def test_junk_is_refused(code: Any, language: Any, line: str) -> None:
    """What is no text, and a language that is not there, are named."""
    with pytest.raises(InvalidValueError) as caught:
        label(code, language)
    assert str(caught.value) == line


@given(st.text())
def test_any_text_has_a_label(code: str) -> None:
    """Whatever a community calls its kinds, there is a word to show."""
    assert type(label(code, "id")) is str
