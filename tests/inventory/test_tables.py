"""The single tables of a summary."""

import pytest

from abcd import Asset, Capacity, Community, Organization, Person, Place
from abcd.errors import InvalidValueError
from abcd.inventory import tables
from abcd.vocabulary import AL_KAUTSARI_SEVEN, SEED_FOUR, OrganizationKind, crosswalk

from .village import VILLAGE


def test_the_primary_kind_is_the_first_one() -> None:
    """What an asset names after it counts only in the table of every kind."""
    table = tables.by_primary_kind(VILLAGE, AL_KAUTSARI_SEVEN, None)
    assert table["social"]["count"] == 0
    assert tables.by_kind(VILLAGE, AL_KAUTSARI_SEVEN, None)["social"]["count"] == 2


def test_a_lost_primary_kind_is_not_replaced_by_the_second() -> None:
    """The channel is digital first; that it is social too is no primary kind."""
    walk = crosswalk("al-kautsari-seven", "seed-four")
    table = tables.by_primary_kind(VILLAGE, SEED_FOUR, walk)
    assert table["social"]["count"] == 0
    assert table.without_row == 4


def test_a_kind_that_is_lost_beside_one_that_is_not_is_still_named() -> None:
    """The asset has a row, so the count of those without is 0."""
    community = Community("c", "C", assets=[Asset("a", "A", kinds=["social", "digital"])])
    table = tables.by_kind(community, SEED_FOUR, crosswalk("al-kautsari-seven", "seed-four"))
    assert table["social"]["count"] == 1
    assert [dict(caveat.data) for caveat in table.caveats] == [
        {"scheme": "seed-four", "kinds": ("digital",), "count": 0}
    ]


def test_nothing_lost_needs_no_caveat() -> None:
    """Through a crosswalk, where every kind has a place."""
    community = Community("c", "C", assets=[Asset("a", "A", kinds=["social"])])
    walk = crosswalk("al-kautsari-seven", "seed-four")
    assert tables.by_kind(community, SEED_FOUR, walk).caveats == ()


@pytest.mark.parametrize("kind", [None, *OrganizationKind])
def test_every_kind_of_organization_has_a_row_as_holder(kind: OrganizationKind | None) -> None:
    """Also one of which nobody said what it is; that is not a holder nobody stated."""
    community = Community(
        "c",
        "C",
        organizations=[Organization("o", "O", kind=kind)],
        assets=[Asset("a", "A", holder="o")],
    )
    table = tables.by_holder(community)
    row = table["organization" if kind is None else kind.value]
    assert (row["count"], row["share"], table.not_stated) == (1, 1.0, 0)
    assert row["label"] != row["values"]


def test_an_asset_counts_at_the_nearest_place_of_the_level() -> None:
    """Places of one level inside each other: the lower one counts."""
    community = Community(
        "c",
        "C",
        places=[
            Place("a", "A", level="area"),
            Place("b", "B", level="area", parent="a"),
            Place("c1", "C", parent="b"),
        ],
        assets=[Asset("x", "X", place="c1"), Asset("y", "Y", place="a")],
    )
    table = tables.by_place(community, "area")
    assert (table.values, table.count) == (("a", "b"), (1, 1))
    assert table.caveats == ()


def test_places_of_no_level_have_none_to_count_at() -> None:
    """A level that no place has is refused, also the empty one."""
    community = Community("c", "C", places=[Place("a", "A")])
    for level in ("RT", ""):
        with pytest.raises(InvalidValueError, match=r"^level: "):
            tables.by_place(community, level)


def test_gifts_are_what_people_have_or_teach() -> None:
    """A wish is none; a no to having it does not undo that the person teaches it."""
    capacities = [
        Capacity("a", gift="head", has=True, teaches=True),
        Capacity("b", gift="head", has=False, teaches=True),
        Capacity("c", gift="heart", learns=True),
        Capacity("d", gift="hand", has=False, teaches=False),
        Capacity("e", gift="hand"),
        Capacity("f", has=True),
    ]
    table = tables.gifts(Community("c", "C", people=[Person("p", "P", capacities=capacities)]))
    assert dict(zip(table.values, table.count, strict=True)) == {"head": 2, "heart": 0, "hand": 0}
    assert (table.total, table.not_stated) == (3, 1)
