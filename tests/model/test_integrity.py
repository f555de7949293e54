"""Integrity: every misfit is found, named by its place, and none hides another."""

import pickle
from typing import Any

import attrs
import pytest

from abcd.errors import IntegrityError
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
from abcd.model.integrity import faults_between_parts, index_of
from abcd.model.parts import COLLECTIONS
from abcd.model.references import REFERENCES

PEOPLE = [Person("p1", "Siti"), Person("p2", "Budi")]
RINI = Person("p3", "Rini")
RKI = Organization("rki", "Rumah Kreator")
RT3 = Place("rt3", "RT 3")
HALL = Asset("hall", "Hall")
SOUND: dict[str, Any] = {
    "people": [*PEOPLE, RINI],
    "organizations": [RKI],
    "places": [RT3],
    "assets": [HALL],
}
# A part of each class that is sound among these, to hang a wrong id on.
PARTS: dict[str, Any] = {
    "people": Person("x", "X"),
    "organizations": Organization("x", "X"),
    "places": Place("x", "X"),
    "assets": Asset("x", "X"),
    "memberships": Membership("p1", "rki"),
    "ties": Tie("p1", "p3"),
    "flows": Flow("p1", OUTSIDE, 1),
    "challenges": Challenge("x"),
    "stories": Story("x"),
}
FIELDS = [
    pytest.param(name, reference, id=f"{name}.{reference.field}")
    for name in COLLECTIONS
    for reference in REFERENCES[name]
]


def faults_of(**parts: Any) -> list[str]:
    """Build a community and return its faults as lines."""
    with pytest.raises(IntegrityError) as caught:
        Community("c", "C", **parts)
    return [str(fault) for fault in caught.value.faults]


def with_id(name: str, field: str, id: str, *, many: bool) -> dict[str, Any]:
    """Return sound parts and one more, whose field names an id."""
    part = attrs.evolve(PARTS[name], **{field: [id] if many else id})
    return {**SOUND, name: [*SOUND.get(name, []), part]}


@pytest.mark.parametrize(("name", "reference"), FIELDS)
def test_a_reference_that_leads_nowhere(name: str, reference: Any) -> None:
    """In every field of every class, with its place and what is accepted."""
    parts = with_id(name, reference.field, "nobody", many=reference.many)
    (line,) = faults_of(**parts)
    where = f"{name}[{len(parts[name]) - 1}].{reference.field}{'[0]' if reference.many else ''}"
    assert line.startswith(f"{where}: found 'nobody'; accepted: ")
    assert " of this community" in line


@pytest.mark.parametrize(("name", "reference"), FIELDS)
def test_a_reference_to_the_wrong_class(name: str, reference: Any) -> None:
    """An id that exists is not enough; every class that fits is accepted."""
    entities = {"p2": Person, "rki": Organization, "rt3": Place, "hall": Asset}
    for id, cls in entities.items():
        parts = with_id(name, reference.field, id, many=reference.many)
        if cls in reference.targets:
            Community("c", "C", **parts)
        else:
            (line,) = faults_of(**parts)
            article = "an" if cls in (Organization, Asset) else "a"
            assert f": found {id!r}, which is {article} {cls.__name__}; accepted: the id of" in line


def test_every_kind_of_fault_at_once() -> None:
    """One error lists all of them, each on its line."""
    assert faults_of(
        people=[*PEOPLE, Person("p1", "Siti again")],
        organizations=[Organization("p2", "Budi's shop")],
        places=[Place("a", "A", parent="b"), Place("b", "B", parent="a"), RT3],
        assets=[Asset("hall", "Hall", holder="rt3", place="rt4", named_by=["p1", "p3"])],
        memberships=[Membership("p1", "hall")],
        ties=[Tie("p1", "p1"), Tie("p1", "p2"), Tie("p9", "p9")],
        flows=[Flow(OUTSIDE, OUTSIDE, 1)],
        challenges=[Challenge("x", owed_by="hall")],
        stories=[Story("x", teller="rt3")],
    ) == [
        "people[2].id: found 'p1'; accepted: an id that is used once; Person 'p1' came first",
        (
            "organizations[0].id: found 'p2'; accepted: "
            "an id that is used once; Person 'p2' came first"
        ),
        (
            "assets[0].holder: found 'rt3', which is a Place; accepted: "
            "the id of a Person or an Organization"
        ),
        (
            "assets[0].place: found 'rt4'; accepted: "
            "the id of a Place of this community: 'a', 'b' or 'rt3'"
        ),
        (
            "assets[0].named_by[1]: found 'p3'; accepted: "
            "the id of a Person or an Organization of this community: 'p1' or 'p2'"
        ),
        (
            "memberships[0].organization: found 'hall', which is an Asset; accepted: "
            "the id of an Organization"
        ),
        (
            "ties[2].source: found 'p9'; accepted: "
            "an id of this community: 'p1', 'p2', 'a', 'b', 'rt3' or 'hall'"
        ),
        (
            "ties[2].target: found 'p9'; accepted: "
            "an id of this community: 'p1', 'p2', 'a', 'b', 'rt3' or 'hall'"
        ),
        (
            "challenges[0].owed_by: found 'hall', which is an Asset; accepted: "
            "the id of a Person or an Organization"
        ),
        "stories[0].teller: found 'rt3', which is a Place; accepted: the id of a Person",
        "ties[0].target: found 'p1'; accepted: two different ends",
        "ties[2].target: found 'p9'; accepted: two different ends",
        "flows[0].payee: found '@outside'; accepted: two different ends",
        "places[0].parent: found 'b'; accepted: a place that is not a part of this one",
        "places[1].parent: found 'a'; accepted: a place that is not a part of this one",
    ]


def test_one_object_twice_is_a_duplicate() -> None:
    """Also where it is the very same object, or equal to it."""
    siti = PEOPLE[0]
    for twice in ([siti, siti], [siti, Person("p1", "Siti")]):
        (line,) = faults_of(people=twice)
        assert line.startswith("people[1].id: found 'p1'; accepted: an id that is used once")


def test_an_id_is_unique_over_all_classes() -> None:
    """A place may not have the id of a person."""
    (line,) = faults_of(people=PEOPLE, places=[Place("p2", "P2")])
    assert line == (
        "places[0].id: found 'p2'; accepted: an id that is used once; Person 'p2' came first"
    )


@pytest.mark.parametrize(
    ("parents", "circular"),
    [
        ({"a": "a"}, [0]),
        ({"a": "b", "b": "c", "c": "a"}, [0, 1, 2]),
        ({"tail": "a", "a": "b", "b": "a", "x": "tail"}, [1, 2]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, [0, 1, 2, 3]),
    ],
)
def test_places_in_a_circle(parents: dict[str, str], circular: list[int]) -> None:
    """Each place of a circle is named; places that only lead into it are not."""
    places = [Place(id, id, parent=parent) for id, parent in parents.items()]
    expected = [f"places[{position}].parent" for position in circular]
    assert [line.partition(":")[0] for line in faults_of(places=places)] == expected


def test_a_circle_can_not_hide_behind_a_second_place() -> None:
    """Of several places with an id the first counts, for circles too."""
    places = [Place("a", "A", parent="b"), Place("b", "B", parent="a"), Place("a", "A")]
    lines = faults_of(places=places)
    assert [line.partition(":")[0] for line in lines] == [
        "places[2].id",
        "places[0].parent",
        "places[1].parent",
    ]


def test_long_chains_are_walked_once() -> None:
    """Depth is no matter: ten thousand places in a row, and a circle at the end of such a row."""
    chain = [Place(f"a{n}", "A", parent=f"a{n + 1}") for n in range(10_000)]
    end = Place("a10000", "A")
    assert len(Community("c", "C", places=[*chain, end]).places) == 10_001
    lines = faults_of(places=[*chain, Place("a10000", "A", parent="a9999")])
    assert len(lines) == 2


def test_many_faults_are_all_listed() -> None:
    """A thousand dangling ties give a thousand faults; near ids are sought for the first only."""
    ties = [Tie("p1", f"q{number}") for number in range(1_000)]
    lines = faults_of(people=PEOPLE, ties=ties)
    assert len(lines) == 1_000
    assert lines[19].endswith("an id of this community: 'p1' or 'p2'")
    assert lines[20].endswith("an id of this community")


def test_nothing_to_refer_to() -> None:
    """Where no entity of the class exists there is no hint."""
    (line,) = faults_of(assets=[Asset("a", "A", place="rt3")])
    assert line == "assets[0].place: found 'rt3'; accepted: the id of a Place of this community"


def test_an_integrity_error_crosses_a_process() -> None:
    """It pickles with all of its faults."""
    with pytest.raises(IntegrityError) as caught:
        Community("c", "C", ties=[Tie("p1", "p1")])
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.faults == caught.value.faults
    assert [fault.code for fault in again.faults] == ["unknown-id", "unknown-id", "self-tie"]


def test_positions_hold_where_a_document_lost_parts() -> None:
    """None stands for a part that could not be read; the others keep their places."""
    lists: dict[str, Any] = {
        "people": [None, PEOPLE[0], None, PEOPLE[0]],
        "organizations": [],
        "places": [],
        "assets": [Asset("hall", "Hall", named_by=["p1", "p9"])],
        "ties": [None, Tie("p1", "p9")],
    }
    assert [fault.path for fault in faults_between_parts(lists)] == [
        "people[3].id",
        "assets[0].named_by[1]",
        "ties[1].target",
    ]
    assert list(faults_between_parts({})) == []


def test_what_is_not_known_is_not_judged() -> None:
    """Where a document lost a whole collection, references to it may be right."""
    ties = [Tie("p1", "p1"), Tie("p1", "rt3")]
    lists: dict[str, Any] = {"people": PEOPLE, "ties": ties, "stories": [Story("x", teller="p9")]}
    assert [fault.path for fault in faults_between_parts(lists)] == [
        "stories[0].teller",
        "ties[0].target",
    ]


def test_a_lost_id_is_no_suggestion() -> None:
    """A document puts a text that nobody may have in place of an id that it could not read."""
    lost = Person.__new__(Person)
    object.__setattr__(lost, "id", "@people[0].id")
    object.__setattr__(lost, "home", None)
    lists: dict[str, Any] = {"people": [lost, PEOPLE[0]], "stories": [Story("x", teller="p9")]}
    (fault,) = faults_between_parts(lists)
    assert fault.accepted == "the id of a Person of this community: 'p1'"


def test_the_first_of_an_id_is_in_the_index() -> None:
    """Second ones do not take its place."""
    parts: dict[str, Any] = dict.fromkeys(COLLECTIONS, ())
    parts["people"], parts["places"] = PEOPLE, [Place("p1", "P1"), RT3]
    assert index_of(parts) == {"p1": PEOPLE[0], "p2": PEOPLE[1], "rt3": RT3}
