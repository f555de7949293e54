"""Terms of the library inside caveats are Indonesian in Indonesian; the user's words stay."""

import re

import pytest

from abcd import Asset, Caveat, Community, Place
from abcd.caveats.terms import in_indonesian
from abcd.inventory import summary


@pytest.mark.parametrize(
    ("term", "indonesian"),
    [
        ("assets", "aset"),
        ("assets by place of level RT", "aset menurut tempat pada tingkat RT"),
        ("goats", "goats"),
        ("goats of level RT", "goats of level RT"),
    ],
)
def test_terms(term: str, indonesian: str) -> None:
    """Known terms are worded, levels stay, other text comes back as it is."""
    assert in_indonesian(term) == indonesian


def test_only_the_words_of_the_library_are_translated() -> None:
    """What stands in two fields is worded; the rest is as it was given."""
    caveat = Caveat(
        "not-stated", {"question": "assets", "denominator": "people", "count": 1, "total": 2}
    )
    assert caveat.message("en").startswith("Nobody said: 1 of 2 people")
    assert "1 dari 2 orang" in caveat.message("id")
    assert "tabel 'aset'" in caveat.message("id")


def test_no_english_term_is_left_in_a_summary() -> None:
    """Every table of an inventory words its caveats in Indonesian."""
    for community in (
        Community("rt3", "RT 3"),
        Community(
            "rt3",
            "RT 3",
            places=[Place("x", "X", level="RT")],
            assets=[Asset("a", "A"), Asset("b", "B", kinds=["social", "human"])],
        ),
    ):
        level = "RT" if community.places else None
        found = summary(community, level=level)
        tables = [found.by_kind, found.by_place, found.by_holder, found.gifts, found.never_asked]
        text = " ".join(
            caveat.message("id") for table in [found, *tables] for caveat in table.caveats
        )
        assert not re.search(r"\b(assets|people|gifts|capacities|by)\b", text), text
