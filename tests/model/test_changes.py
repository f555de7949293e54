"""Changes: new communities, the old one untouched, nothing lost on the way."""

import copy
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from abcd.errors import IntegrityError, InvalidValueError, UnknownIdError
from abcd.model import (
    OUTSIDE,
    Asset,
    Challenge,
    Community,
    Flow,
    Membership,
    Organization,
    Person,
    Place,
    Story,
    Tie,
)

ANY_PART = "one of Person, Organization, Place, Asset, Membership, Tie, Flow, Challenge, Story"


@pytest.fixture
def community() -> Community:
    """Give an invented community with a part of every class."""
    return Community(
        "rt3",
        "RT 3",
        people=[Person("p1", "Siti", home="rt3"), Person("p2", "Budi"), Person("p3", "Rini")],
        organizations=[Organization("rki", "Rumah Kreator", place="rt3")],
        places=[Place("desa", "Desa"), Place("rt3", "RT 3", parent="desa")],
        assets=[Asset("hall", "Hall", holder="p1", place="rt3", named_by=["p1", "p2"])],
        memberships=[Membership("p1", "rki"), Membership("p2", "rki")],
        ties=[Tie("p1", "p2"), Tie("p2", "p3", reported_by="p1"), Tie("p2", "p3")],
        flows=[Flow(OUTSIDE, "p1", 5), Flow("rki", "p2", 3)],
        challenges=[Challenge("x", owed_by="p1")],
        stories=[Story("y", teller="p1"), Story("z")],
        population=40,
        households=11,
        extra={"source": "walk"},
    )


CHANGES: list[Callable[[Community], Community]] = [
    lambda community: community.add(Person("p4", "Umi")),
    lambda community: community.replace(Person("p1", "Sari")),
    lambda community: community.remove("p1", cascade=True),
    lambda community: community.subset(["p1", "p2"]),
]


@pytest.mark.parametrize("change", CHANGES, ids=["add", "replace", "remove", "subset"])
def test_the_old_community_stays_as_it_is(
    community: Community, change: Callable[[Community], Community]
) -> None:
    """A change gives another community with an index of its own."""
    before = copy.deepcopy(community)
    changed = change(community)
    assert changed != community
    assert community == before
    assert "p4" not in community
    assert community["p1"].name == "Siti"


def test_parts_are_added_where_their_class_belongs(community: Community) -> None:
    """All at once, in the order given, so that they may refer to each other."""
    more = community.add(
        Tie("p4", "p1"), Person("p4", "Umi"), Asset("song", "Song", holder="p4"), Tie("p4", "p3")
    )
    assert [person.id for person in more.people] == ["p1", "p2", "p3", "p4"]
    assert more.ties[-2:] == (Tie("p4", "p1"), Tie("p4", "p3"))
    assert more["song"].name == "Song"
    assert more.stories is community.stories
    assert more.population == 40
    assert community.add() == community


def test_only_parts_can_be_added(community: Community) -> None:
    """Every object that is none is named by its position."""
    with pytest.raises(InvalidValueError) as caught:
        community.add({"id": "p4"}, Person("p4", "Umi"), "p5", community)  # type: ignore[arg-type]  # junk on purpose
    assert [str(fault) for fault in caught.value.faults] == [
        f"many[0]: found a dict of 1; accepted: {ANY_PART}",
        f"many[2]: found text of 2 characters; accepted: {ANY_PART}",
        f"many[3]: found Community; accepted: {ANY_PART}",
    ]


def test_what_does_not_fit_can_not_be_added(community: Community) -> None:
    """The same faults as at construction."""
    with pytest.raises(IntegrityError) as caught:
        community.add(Person("p1", "Other"), Tie("p1", "p9"))
    assert [fault.path for fault in caught.value.faults] == ["people[3].id", "ties[3].target"]


def test_an_entity_takes_the_place_of_its_namesake(community: Community) -> None:
    """Order and everything else stay."""
    changed = community.replace(Person("p2", "Budiman"), Place("desa", "Kampung"))
    assert [person.name for person in changed.people] == ["Siti", "Budiman", "Rini"]
    assert changed["desa"].name == "Kampung"
    assert changed.ties == community.ties
    assert community.replace() == community


@pytest.mark.parametrize(
    ("many", "line"),
    [
        (
            [Tie("p1", "p2")],
            (
                "many[0]: found Tie; accepted: "
                "a Person, Organization, Place or Asset; other parts have no id"
            ),
        ),
        ([3], f"many[0]: found int; accepted: {ANY_PART}"),
        (
            [Person("p2", "B"), Asset("p1", "A")],
            "many[1]: found 'p1' as an Asset; accepted: a Person, as before",
        ),
        ([Person("p1", "A"), Person("p1", "B")], "many[1]: found 'p1'; accepted: each id once"),
    ],
)
def test_only_an_entity_of_the_same_class_replaces(
    community: Community, many: list[Any], line: str
) -> None:
    """A namesake of another class, two for one, and parts without id are refused."""
    with pytest.raises(InvalidValueError) as caught:
        community.replace(*many)
    assert str(caught.value) == line


def test_nobody_can_not_be_replaced(community: Community) -> None:
    """An unknown id is an error of its own."""
    with pytest.raises(UnknownIdError, match=r"^id: found 'p9'; accepted: an id of <Community"):
        community.replace(Person("p9", "Nobody"))


def test_a_replacement_must_fit(community: Community) -> None:
    """A new parent that is a part of the place gives a circle."""
    with pytest.raises(IntegrityError, match=r"places\[0\].parent"):
        community.replace(Place("desa", "Desa", parent="rt3"))


def test_removing_names_what_still_refers(community: Community) -> None:
    """Without `cascade` nothing is cut; every reference that would dangle is listed."""
    with pytest.raises(IntegrityError) as caught:
        community.remove("p1")
    assert [fault.path for fault in caught.value.faults] == [
        "assets[0].holder",
        "assets[0].named_by[0]",
        "memberships[0].person",
        "ties[0].source",
        "ties[1].reported_by",
        "flows[0].payee",
        "challenges[0].owed_by",
        "stories[0].teller",
    ]
    assert {fault.found for fault in caught.value.faults} == {"'p1'"}
    assert len(community.remove("p3", Tie("p2", "p3"), community.ties[1]).people) == 2


def test_cascade_cuts_what_refers(community: Community) -> None:
    """What is nothing without it goes; what still is something loses the reference."""
    left = community.remove("p1", cascade=True)
    assert "p1" not in left
    assert left.assets == (Asset("hall", "Hall", place="rt3", named_by=["p2"]),)
    assert left.memberships == (Membership("p2", "rki"),)
    assert left.ties == (Tie("p2", "p3"), Tie("p2", "p3"))
    assert left.flows == (Flow("rki", "p2", 3),)
    assert left.challenges == (Challenge("x"),)
    assert left.stories == (Story("y"), Story("z"))
    assert left.population == 40
    assert community.remove("desa", cascade=True)["rt3"] == Place("rt3", "RT 3")
    assert community.remove("rt3", cascade=True)["p1"] == Person("p1", "Siti")


def test_parts_are_removed_by_id_or_by_value(community: Community) -> None:
    """An object stands for itself; all equal ties go with the one given."""
    left = community.remove(community.stories[1], Tie("p2", "p3", reported_by="p1"))
    assert left.stories == (Story("y", teller="p1"),)
    assert left.ties == (Tie("p1", "p2"), Tie("p2", "p3"))
    twice = community.add(Tie("p1", "p2"))
    assert len(twice.ties) == 4
    assert len(twice.remove(Tie("p1", "p2")).ties) == 2
    by_object = community.remove(community["hall"])
    assert by_object == community.remove("hall")
    assert community.remove() == community


@pytest.mark.parametrize(
    ("which", "line"),
    [
        ([Tie("p3", "p2")], "which[0]: found Tie; accepted: one of its ties"),
        (["p3", Person("p2", "Other")], "which[1]: found Person; accepted: one of its people"),
        ([3], f"which[0]: found int; accepted: an id, {ANY_PART}"),
    ],
)
def test_only_its_own_parts_can_be_removed(
    community: Community, which: list[Any], line: str
) -> None:
    """An entity with the right id but other content is not the one that is here."""
    with pytest.raises(InvalidValueError) as caught:
        community.remove(*which, cascade=True)
    assert str(caught.value) == line
    with pytest.raises(UnknownIdError):
        community.remove("p1", "p9", cascade=True)


def test_a_subset_keeps_what_connects(community: Community) -> None:
    """Ties, memberships and flows stay where both ends do; other references are cut."""
    part = community.subset(["rki", "p2", "p1"])
    assert [entity.id for entity in part] == ["p1", "p2", "rki"]
    assert part["p1"] == Person("p1", "Siti")
    assert part["rki"] == Organization("rki", "Rumah Kreator")
    assert part.memberships == community.memberships
    assert part.ties == (Tie("p1", "p2"),)
    assert part.flows == community.flows
    assert part.challenges == community.challenges
    assert part.stories == community.stories
    assert part.extra == community.extra
    assert community.subset({"p3"}).stories == (Story("y"), Story("z"))


def test_a_subset_has_no_population(community: Community) -> None:
    """The numbers of the whole are no denominators of a part."""
    part = community.subset(["p1"])
    assert part.population is part.households is None
    assert part.population_evidence is part.households_evidence is None
    everybody = community.subset(entity.id for entity in community)
    assert everybody == attrs.evolve(community, population=None, households=None)


def test_a_subset_is_asked_for_by_a_list_of_ids(community: Community) -> None:
    """One text would be read letter by letter, and is refused; so is an unknown id."""
    with pytest.raises(InvalidValueError, match=r"^ids: found 'p1'; accepted: a list of ids$"):
        community.subset("p1")
    with pytest.raises(UnknownIdError, match=r"^id: found 'p9'; "):
        community.subset(["p1", "p9"])
    with pytest.raises(UnknownIdError, match=r"^id: found a list of 1; "):
        community.subset([["p1"]])  # type: ignore[list-item]  # junk on purpose
    assert list(community.subset([])) == []
