"""Wrong documents: every fault at once, with its path, and nobody's name."""

import contextlib
import copy
import enum
import math
import pickle
import traceback
from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from types import MappingProxyType
from typing import Any

import attrs
import numpy as np
import pytest

from abcd import (
    Assembly,
    Asset,
    Capacity,
    Caveat,
    Community,
    Flow,
    Membership,
    Person,
    Place,
    Tag,
    from_dict,
    to_dict,
)
from abcd.documents import SCHEMA
from abcd.errors import DocumentError, Fault, IntegrityError
from abcd.fields import FrozenMapping
from abcd.inventory import Summary
from abcd.vocabulary import Scheme

from .golden import COMMUNITY
from .invented import Invented, invented


def faults(data: Any, cls: type) -> tuple[Fault, ...]:
    """Give the faults that a document is refused with."""
    with pytest.raises(DocumentError) as caught:
        from_dict(data, cls)
    return caught.value.faults


def paths(data: Any, cls: type) -> list[str]:
    """Give the paths of the faults that a document is refused with."""
    return [fault.path for fault in faults(data, cls)]


# --- wrong documents ------------------------------------------------------------------------------


def thousand() -> dict[str, Any]:
    """Make a sound document of 1,000 assets."""
    return {
        "id": "city",
        "name": "City",
        "places": [{"id": f"rt{number}", "name": f"RT {number}"} for number in range(10)],
        "assets": [
            {"id": f"a{number}", "name": f"Asset {number}", "place": f"rt{number % 10}"}
            for number in range(1_000)
        ],
    }


def test_seven_faults_in_a_thousand_assets_are_these_seven() -> None:
    """Two of them in one object, and faults between objects beside those of fields."""
    data = thousand()
    assets = data["assets"]
    assets[3]["quantity"] = "3"
    assets[3]["kinds"] = "physical"
    assets[200]["colour"] = "red"
    del assets[455]["name"]
    assets[500]["place"] = "rt99"
    assets[777]["id"] = "a776"
    assets[999]["tags"] = [{"scheme": "SDG"}]
    found = faults(data, Community)
    assert sorted(fault.path for fault in found) == [
        "assets[200].colour",
        "assets[3].kinds",
        "assets[3].quantity",
        "assets[455].name",
        "assets[500].place",
        "assets[777].id",
        "assets[999].tags[0].code",
    ]


def test_a_fault_of_a_field_does_not_hide_one_between_objects_in_the_same_object() -> None:
    """Whatever an object lost, its id and its references are still judged."""
    data = {
        "id": "c",
        "name": "C",
        "people": [
            {"id": 7, "name": "Siti", "home": "nowhere"},
            {"id": "p1", "home": "nowhere", "asked_on": "soon"},
            {"id": "p1", "name": ""},
        ],
        "places": [{"id": "rt", "name": "RT", "latitude": 5, "parent": "nowhere"}],
        "assets": [{"id": "hall", "name": "Hall", "place": "rt", "holder": "p9", "unit": 3}],
        "memberships": [{"person": "p9"}],
        "ties": [
            {"source": "p9", "target": None},
            {"source": "p1", "target": "p1", "strength": 0},
            {"source": "p1", "target": "rt", "since": "2024-02-01", "until": "2024-01-01"},
            {"source": 1, "target": 1},
        ],
        "flows": [{"payer": "@outside", "payee": "@outside", "amount": -1}],
    }
    assert sorted(paths(data, Community)) == [
        "assets[0].holder",
        "assets[0].unit",
        "flows[0].amount",
        "flows[0].payee",
        "memberships[0].organization",
        "memberships[0].person",
        "people[0].home",
        "people[0].id",
        "people[1].asked_on",
        "people[1].home",
        "people[1].name",
        "people[2].id",
        "people[2].name",
        "places[0].longitude",
        "places[0].parent",
        "ties[0].source",
        "ties[0].target",
        "ties[1].strength",
        "ties[1].target",
        "ties[2].until",
        "ties[3].source",
        "ties[3].target",
    ]


def test_no_fault_follows_from_another_one() -> None:
    """A faulty object still answers for its id; a list that is none is judged once."""
    data = thousand()
    data["places"][0]["name"] = 3
    data["places"][1] |= {"latitude": 1, "longitude": 1000}
    data["places"][2]["latitude"] = 3
    assert paths(data, Community) == [
        "places[0].name",
        "places[1].longitude",
        "places[2].longitude",
    ]
    assert paths(thousand() | {"places": {"rt0": {}}}, Community) == ["places"]
    assert paths({"id": "s", "categories": [{"code": 1}, {"code": 1}]}, Scheme) == [
        "categories[0].code",
        "categories[0].labels",
        "categories[1].code",
        "categories[1].labels",
    ]


def test_lost_ids_are_no_hint() -> None:
    """What stands for an id that was lost is never shown."""
    data = {
        "id": "c",
        "name": "C",
        "people": [{"id": 7, "name": "Siti"}, {"id": "p1", "name": "Budi"}],
        "ties": [{"source": "p1", "target": "p2"}],
    }
    assert [str(fault) for fault in faults(data, Community)][1] == (
        "ties[0].target: found 'p2'; accepted: an id of this community: 'p1'"
    )


def test_faults_come_in_reading_order_and_say_what_is_accepted() -> None:
    """The whole message, one line a fault."""
    data = {
        "id": "c",
        "people": [{"id": "p1", "name": "Siti", "capacities": [{"skill": "x", "level": "all"}]}],
        "assets": ["hall"],
        "ties": {},
        "population": "12",
        "populaton": 12,
    }
    known = ", ".join([repr(field.name) for field in attrs.fields(Community)[:-1]])
    with pytest.raises(DocumentError) as caught:
        from_dict(data, Community)
    assert str(caught.value).splitlines() == [
        "6 faults",
        f"  populaton: found an unknown key; accepted: a field of Community: {known} or 'extra'",
        "  name: found nothing; accepted: text that is not blank",
        "  people[0].capacities[0].level: found 'all'; accepted: an integer from 1 to 5, or None",
        "  assets[0]: found text of 4 characters; accepted: a mapping with the fields of Asset",
        "  ties: found a dict of 0; accepted: a list, each item a mapping with the fields of Tie",
        "  population: found '12'; accepted: a whole number from 0, or None",
    ]


@pytest.mark.parametrize(
    ("cls", "field", "value"),
    [
        (Asset, "quantity", "3"),
        (Asset, "quantity", True),
        (Asset, "quantity", [3]),
        (Asset, "unit", 3),
        (Asset, "id", 3),
        (Asset, "name", None),
        (Asset, "name", b"Hall"),
        (Asset, "kinds", "physical"),
        (Asset, "kinds", {"physical": 1}),
        (Asset, "kinds", [1]),
        (Asset, "kinds", None),
        (Asset, "control", "Primary"),
        (Asset, "control", 1),
        (Asset, "status", None),
        (Asset, "reviewed_on", "2024-1-3"),
        (Asset, "reviewed_on", "20240131"),
        (Asset, "reviewed_on", "2024-02-30"),
        (Asset, "reviewed_on", 20240131),
        (Asset, "extra", [["a", 1]]),
        (Asset, "extra", None),
        (Asset, "tags", None),
        (Capacity, "has", "false"),
        (Capacity, "has", 0),
        (Capacity, "has", "True"),
        (Capacity, "level", 1.9),
        (Capacity, "level", 3.0),
        (Capacity, "level", True),
        (Community, "population", 1.0),
        (Community, "population", -1),
        (Community, "population_evidence", "survey"),
        (Flow, "amount", 12.5),
        (Flow, "amount", "12,5"),
        (Flow, "amount", True),
        (Flow, "amount", []),
    ],
    ids=str,
)
def test_nothing_is_coerced(cls: type, field: str, value: object) -> None:
    """A near miss is a fault at its field, never another value."""
    sound = {
        Asset: {"id": "a", "name": "A"},
        Capacity: {"skill": "x"},
        Community: {"id": "c", "name": "C"},
        Flow: {"payer": "a", "payee": "b", "amount": "1"},
    }[cls]
    from_dict(sound, cls)
    assert [path.partition("[")[0] for path in paths({**sound, field: value}, cls)] == [field]


@pytest.mark.parametrize(
    "key",
    [1, None, ("a",), "", "two words", "x" * 1000, "self", "schema ", "ID", b"id", 2**5000],
    ids=lambda key: str(type(key).__name__),
)
def test_unknown_keys_are_refused_with_the_known_ones(key: object) -> None:
    """Whatever a key is: it is named, and nothing is dropped in silence."""
    (fault,) = faults({"scheme": "SDG", "code": "8", key: 1}, Tag)
    assert fault.code == "unknown-key"
    assert fault.accepted == "a field of Tag: 'scheme', 'code', 'uri' or 'version'"
    assert len(fault.path) < 100


# --- hostile documents ----------------------------------------------------------------------------


def deep(levels: int, wrap: Callable[[Any], Any]) -> Any:
    """Nest something beyond what Python can print."""
    nested: Any = None
    for _ in range(levels):
        nested = wrap(nested)
    return nested


WRAPS: list[Callable[[Any], Any]] = [lambda inner: [inner], lambda inner: {"id": inner}]


@pytest.mark.parametrize("wrap", WRAPS, ids=["lists", "dicts"])
@pytest.mark.parametrize("cls", [Community, Asset, Person, Assembly, Scheme, Summary, Invented])
def test_hostile_depth_is_a_fault_at_every_field(cls: Any, wrap: Callable[[Any], Any]) -> None:
    """Neither a crash nor an error that can not be printed or pickled."""
    nested = deep(10_000, wrap)
    data = {field.name: nested for field in attrs.fields(cls)}
    found = faults(data, cls)
    assert {fault.path.partition("[")[0].partition(".")[0] for fault in found} == set(data)
    assert all(len(str(fault)) < 1_000 for fault in found)
    error = DocumentError(*found)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_an_open_mapping_may_be_a_hundred_levels_deep() -> None:
    """As the documentation says; the next one is refused."""
    for levels, sound in ((100, True), (101, False)):
        data = {"id": "a", "name": "A", "extra": deep(levels, lambda inner: {"x": inner})}
        if sound:
            assert to_dict(from_dict(data, Asset))["extra"] == data["extra"]
        else:
            assert faults(data, Asset)[0].code == "depth"


def test_data_that_contain_themselves_are_refused() -> None:
    """A circle has no end."""
    circle: dict[str, Any] = {"id": "a", "name": "A"}
    circle["extra"] = circle
    assert faults(circle, Asset)[0].code == "depth"
    ring: list[Any] = []
    ring.append(ring)
    assert paths({"id": "c", "name": "C", "assets": ring}, Community) == ["assets[0]"]


@pytest.mark.parametrize(
    "value",
    [math.nan, math.inf, -math.inf, 10**400, -(10**400), 2**70_000],
    ids=["nan", "inf", "-inf", "huge", "-huge", "huger"],
)
def test_numbers_out_of_range_are_faults_everywhere(value: float) -> None:
    """In fields, in open mappings, in arrays and tables."""
    asset = {"id": "a", "name": "A", "quantity": value, "extra": {"n": [value]}}
    assert paths(asset, Asset) == ["quantity", "extra['n'][0]"]
    data = to_dict(invented())
    data |= {"mean": value, "scores": [value, 1], "counts": [1, value], "interval": [0, value]}
    data["ids"] = ["a", value]
    assert paths(data, Invented) == ["ids[1]", "scores[0]", "counts[1]", "interval[1]", "mean"]


class Stubborn(enum.Enum):
    """Somebody's own enumeration."""

    ONE = 1


@pytest.mark.parametrize(
    "junk",
    [[], (), "text", 3, 2.5, True, b"x", {1}, object(), Stubborn.ONE, date(2024, 1, 1), Asset],
    ids=lambda junk: type(junk).__name__,
)
def test_something_else_where_an_object_is_expected(junk: Any) -> None:
    """At the root, in a list and alone."""
    assert paths(junk, Community) == [""]
    data = {"id": "c", "name": "C", "people": [junk], "population_evidence": junk}
    assert paths(data, Community) == ["people[0]", "population_evidence"]


def test_other_mappings_and_tuples_stand_for_dicts_and_lists() -> None:
    """As readers of other formats give them; the object is the same."""
    sound = from_dict({"id": "c", "name": "C", "people": [{"id": "p", "name": "P"}]}, Community)
    for data in (
        OrderedDict(id="c", name="C", people=({"id": "p", "name": "P"},)),
        MappingProxyType(
            {"schema": SCHEMA, "id": "c", "name": "C", "people": [{"id": "p", "name": "P"}]}
        ),
        FrozenMapping({"id": "c", "name": "C", "people": [{"id": "p", "name": "P"}]}),
        {np.str_("id"): np.str_("c"), "name": "C", "people": [OrderedDict(id="p", name="P")]},
    ):
        assert from_dict(data, Community) == sound


def test_input_is_not_changed() -> None:
    """Neither a sound document nor a wrong one."""
    for data in (to_dict(COMMUNITY), {"id": 3, "people": [{"id": "p1", "tags": [{}]}]}):
        before = copy.deepcopy(data)
        with contextlib.suppress(DocumentError):
            from_dict(data, Community)
        assert data == before


# --- errors and people ----------------------------------------------------------------------------


def test_faults_in_people_carry_no_names() -> None:
    """Neither the error nor its traceback repeats a name or free text."""
    name = "Zubaidah binti Karim"
    data = {
        "id": "c",
        "name": name,
        "people": [
            name,
            {"id": "p1", "name": name, "demographics": name, "capacities": name, "extra": [name]},
            {
                "id": "p2",
                "name": [name],
                "home": "nowhere",
                "consents": [{"purposes": ["x"], "guardian": [name]}],
                "capacities": [{"skill": name, "level": 9}, name],
                "evidence": [{"source": name, "quote": {"a": name}, "recorded_by": [name]}],
                "demographics": {"mother": {name}},
            },
        ],
        "ties": name,
        "stories": [{"text": name, "teller": name, "selections": [name]}],
        "population_evidence": name,
    }
    with pytest.raises(DocumentError) as caught:
        from_dict(data, Community)
    error = caught.value
    assert len(error.faults) == 16
    # An id that leads nowhere is shown, for it is an id: here it was a name.
    shown = [fault.path for fault in error.faults if "Zubaidah" in str(fault)]
    assert shown == ["stories[0].teller"]
    del data["stories"]
    with pytest.raises(DocumentError) as caught:
        from_dict(data, Community)
    assert "Zubaidah" not in "".join(traceback.format_exception(caught.value)).replace(
        'name = "Zubaidah binti Karim"', ""
    )


@pytest.mark.parametrize(
    ("data", "cls"),
    [
        ({"id": "a", "name": "A", "quantity": "3"}, Asset),
        ({"id": "c", "name": "C", "ties": [{"source": "a", "target": "b"}]}, Community),
        ({"id": "p", "name": "P", "latitude": 3}, Place),
        ([], Asset),
        ({"schema": "abcd/9"}, Asset),
        ({"code": "small"}, Caveat),
        ({}, Summary),
    ],
    ids=["field", "whole", "joined", "type", "schema", "caveat", "result"],
)
def test_errors_are_chained_to_nothing(data: Any, cls: type) -> None:
    """The traceback of an error below would carry values into logs."""
    with pytest.raises(DocumentError) as caught:
        from_dict(data, cls)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert caught.value.__context__ is None


def test_one_error_class_covers_fields_and_integrity() -> None:
    """Reading raises `DocumentError`, also where constructing would raise `IntegrityError`."""
    with pytest.raises(IntegrityError):
        Community("c", "C", memberships=[Membership("a", "b")])
    data = {"id": "c", "name": "C", "memberships": [{"person": "a", "organization": "b"}]}
    found = faults(data, Community)
    assert [fault.code for fault in found] == ["unknown-id", "unknown-id"]
