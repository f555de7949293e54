"""Schemes: ways to sort assets into kinds, as data."""

import pickle
from typing import Any

import attrs
import pytest

from abcd.errors import InvalidValueError
from abcd.vocabulary import (
    AL_KAUTSARI_SEVEN,
    KRETZMANN_MCKNIGHT_SIX,
    SEED_FOUR,
    AssetKind,
    Category,
    Labels,
    Scheme,
    label,
    scheme,
    schemes,
)

RIVER = Category("river", Labels("River", id="Sungai"))
SEA = Category("sea", Labels("Sea", id="Laut"))
OWN = Scheme("ours", [RIVER, SEA])


@pytest.mark.parametrize(
    ("shipped", "codes"),
    [
        # The seed's step a: human, social, physical, economic.
        (SEED_FOUR, "human social physical economic"),
        # Al-Kautsari (2019), Empower 4(2), 259.
        (AL_KAUTSARI_SEVEN, "human social physical economic natural cultural spiritual"),
        # ABCD Institute, after Kretzmann & McKnight (1993).
        (KRETZMANN_MCKNIGHT_SIX, "individuals associations institutions place exchange stories"),
    ],
    ids=lambda value: value.id if isinstance(value, Scheme) else "",
)
def test_shipped_schemes(shipped: Scheme, codes: str) -> None:
    """Each has its codes, both languages and a source, and is found by its id."""
    assert shipped.codes == tuple(codes.split())
    assert scheme(shipped.id) is shipped
    assert shipped.id in schemes()
    assert shipped.source
    assert len({category.labels.id for category in shipped.categories}) == len(shipped.codes)


def test_the_seven_are_the_asset_kinds() -> None:
    """Scheme and vocabulary have the same codes with the same words; the four are part of it."""
    assert AL_KAUTSARI_SEVEN.codes == tuple(AssetKind)
    for language in ("en", "id"):
        for code in AL_KAUTSARI_SEVEN.codes:
            assert AL_KAUTSARI_SEVEN.label(code, language) == label(code, language)
    assert SEED_FOUR.categories == AL_KAUTSARI_SEVEN.categories[:4]


def test_a_scheme_of_ones_own_is_a_few_lines() -> None:
    """Categories may be a list; codes keep their order."""
    assert OWN.codes == ("river", "sea")
    assert "river" in OWN
    assert "lake" not in OWN
    assert ["river"] not in OWN
    assert OWN.label("river") == "River"
    assert OWN.label("sea", "id") == "Laut"
    assert OWN.label("lake", "id") == "lake"
    assert repr(RIVER) == "Category(code='river', labels=Labels(en='River', id='Sungai'))"


def test_schemes_are_values() -> None:
    """They compare, hash, pickle and evolve."""
    assert pickle.loads(pickle.dumps(OWN)) == attrs.evolve(OWN) == OWN
    assert len({OWN, Scheme("ours", (RIVER, SEA)), SEED_FOUR}) == 2


@pytest.mark.parametrize("code", ["river", "lake"])
def test_an_unknown_language_is_refused(code: str) -> None:
    """Also for a code that has no label."""
    with pytest.raises(InvalidValueError, match=r"^language: found 'nl'; accepted: one of 'en'"):
        OWN.label(code, "nl")


def test_codes_are_unique() -> None:
    """Every repeated code is named, beside the other faults."""
    with pytest.raises(InvalidValueError) as caught:
        Scheme("", [RIVER, SEA, RIVER, SEA], source=3)  # type: ignore[arg-type]  # junk on purpose
    assert str(caught.value) == (
        "4 faults\n"
        "  id: found ''; accepted: text that is not blank\n"
        "  source: found 3; accepted: text that is not blank, or None\n"
        "  categories[2].code: found 'river'; accepted: a code that the scheme does not have yet\n"
        "  categories[3].code: found 'sea'; accepted: a code that the scheme does not have yet"
    )


def test_categories_are_categories() -> None:
    """A code alone is none; the positions are named."""
    with pytest.raises(InvalidValueError) as caught:
        Scheme("ours", [RIVER, "sea"])  # type: ignore[list-item]  # junk on purpose
    assert str(caught.value) == "categories[1]: found text of 3 characters; accepted: a Category"
    # A document may have lost a category to another fault; the others still answer.
    assert next(iter(Scheme._faults_between({"categories": [RIVER, None, RIVER]}))).path == (
        "categories[2].code"
    )
    assert list(Scheme._faults_between({})) == []


@pytest.mark.parametrize("id", ["seed-five", "", None, 4, ["seed-four"]])
def test_an_unknown_scheme_is_refused(id: Any) -> None:
    """The ids that there are stand in the message."""
    with pytest.raises(InvalidValueError) as caught:
        scheme(id)
    assert str(caught.value).endswith(
        "; accepted: one of 'al-kautsari-seven', 'seed-four' or 'kretzmann-mcknight-six'"
    )
    assert caught.value.path == "scheme"
