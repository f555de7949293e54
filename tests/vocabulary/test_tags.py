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
