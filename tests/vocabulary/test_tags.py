"""Tags: codes of outside schemes, checked for shape only."""

import pickle

import attrs
import pytest

from abcd.errors import InvalidValueError
from abcd.vocabulary import AssetKind, Tag


def test_a_tag_shows_what_is_set() -> None:
    """Address and version are optional."""
    assert repr(Tag("SDG", "8.5.2")) == "Tag(scheme='SDG', code='8.5.2')"
    full = Tag("SDG", "8.5.2", uri="https://metadata.un.org/sdg/8.5.2", version="2024")
    assert (full.uri, full.version) == ("https://metadata.un.org/sdg/8.5.2", "2024")


def test_tags_are_values() -> None:
    """They compare, hash, pickle and evolve."""
    tag = Tag("SDG", "8.5.2", version="2024")
    assert pickle.loads(pickle.dumps(tag)) == attrs.evolve(tag) == tag
    assert len({tag, attrs.evolve(tag), Tag("SDG", "8.5.2")}) == 2


def test_a_member_of_a_vocabulary_is_a_code() -> None:
    """It is stored as its text."""
    tag = Tag("kind", AssetKind.HUMAN)
    assert type(tag.code) is str
    assert tag == Tag("kind", "human")


def test_all_faults_come_at_once() -> None:
    """A number is no code: 8.10 and 8.1 would be the same one."""
    with pytest.raises(InvalidValueError) as caught:
        Tag("", 8.1, uri=" ", version=2024)  # type: ignore[arg-type]  # junk on purpose
    assert str(caught.value) == (
        "4 faults\n"
        "  scheme: found ''; accepted: text that is not blank\n"
        "  code: found 8.1; accepted: text that is not blank\n"
        "  uri: found ' '; accepted: text that is not blank, or None\n"
        "  version: found 2024; accepted: text that is not blank, or None"
    )


@pytest.mark.parametrize("code", ["1", "17", "4.4", "4.b", "17.19", "4.4.1", "1.a.1", "16.10.1"])
@pytest.mark.parametrize("scheme", ["SDG", "sdg"])
def test_codes_of_the_goals_have_a_shape(scheme: str, code: str) -> None:
    """A goal, a target by number or letter, an indicator (resolution 71/313, annex)."""
    assert Tag(scheme, code).code == code


@pytest.mark.parametrize(
    "code", ["0", "18", "4.", "4.0", "4.e", "4.4.0", "4.4.1.1", "04", "4,4", "SDG 4", "4.B"]
)
def test_other_shapes_are_refused(code: str) -> None:
    """With what is accepted; other schemes may have any code."""
    with pytest.raises(InvalidValueError, match=r"code: found .*; accepted: an SDG code: a goal f"):
        Tag("SDG", code)
    assert Tag("own", code).code == code
