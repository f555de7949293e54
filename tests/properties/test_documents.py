"""Laws of documents: exact inverses, both passes alike, and nothing but our errors comes out."""

import copy
import json
import math
import traceback
from collections.abc import Iterator
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd import Assembly, Asset, Community, Person, Tie, documents, from_dict, inventory, to_dict
from abcd.documents import _built, _examined
from abcd.errors import DocumentError, Fault
from abcd.inventory import Summary
from abcd.shapes import fields_of
from abcd.vocabulary import Crosswalk, Scheme

from ..golden import ASSEMBLY, COMMUNITY
from ..invented import Invented, invented
from ..strategies import communities, values

NAME = "Zubaidah"


JUNK: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    1.9,
    math.nan,
    math.inf,
    10**400,
    "",
    " ",
    "@x",
    "3",
    "false",
    "2024-02-30",
    "p1",
    [],
    [None],
    ["p1", "p1"],
    [{}],
    {},
    {"id": "p1"},
    {"class": "Person"},
    {"schema": "abcd/1"},
    {1: 2},
    (),
    b"x",
    {1},
    object(),
    int,
]
_SUMMARY = inventory.summary(COMMUNITY, level="RT")
DOCUMENTS = {
    Community: to_dict(COMMUNITY),
    Assembly: to_dict(ASSEMBLY),
    Summary: to_dict(_SUMMARY),
    Invented: to_dict(invented()),
    Crosswalk: to_dict(Crosswalk(Scheme("a", []), Scheme("b", []), {})),
}


def containers(data: Any) -> Iterator[Any]:
    """Walk over every list and dict that is not empty."""
    if data and isinstance(data, dict | list):
        yield data
        for item in data.values() if isinstance(data, dict) else data:
            yield from containers(item)


def damage(data: st.DataObject, document: Any) -> Any:
    """Change a document at a random place: another value, a key more or less, an item twice."""
    damaged = copy.deepcopy(document)
    for _ in range(data.draw(st.integers(1, 3))):
        places = list(containers(damaged))
        if not places:
            return damaged
        place = data.draw(st.sampled_from(places))
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        match data.draw(st.sampled_from(["junk", "other", "less", "more"])):
            case "junk":
                place[key] = copy.copy(data.draw(st.sampled_from(JUNK)))
            case "other":
                place[key] = copy.deepcopy(data.draw(st.sampled_from(places)))
            case "less":
                del place[key]
            case _ if isinstance(place, dict):
                place[data.draw(st.sampled_from(["id", "name", "x", "", 3]))] = place[key]
            case _:
                place.append(place[key])
    return damaged


def outcome(cls: type, data: Any) -> object:
    """Give the object that a document describes, or its faults."""
    try:
        return from_dict(data, cls)
    except DocumentError as error:
        return _sound(error)


def _sound(error: DocumentError) -> tuple[Fault, ...]:
    assert str(error)
    assert all(type(fault) is Fault for fault in error.faults)
    assert (error.__cause__, error.__context__) == (None, None)
    return error.faults


@given(community=communities())
def test_documents_of_communities_are_exact(community: Community) -> None:
    """Through strict JSON text and back, the same community and the same document."""
    document = to_dict(community)
    again = from_dict(json.loads(json.dumps(document, allow_nan=False)), Community)
    assert again == community
    assert to_dict(again) == document


@pytest.mark.parametrize("cls", DOCUMENTS, ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_only_document_errors_come_out(cls: type, data: st.DataObject) -> None:
    """Whatever stands where in a document: it is refused with faults, or means one object."""
    damaged = damage(data, DOCUMENTS[cls])
    read = outcome(cls, damaged)
    if not isinstance(read, tuple):
        assert from_dict(to_dict(read), cls) == read


@pytest.mark.parametrize("cls", DOCUMENTS, ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_both_passes_accept_the_same(cls: Any, data: st.DataObject) -> None:
    """The first pass is only faster: without it the same objects and the same faults come out."""
    damaged = damage(data, DOCUMENTS[cls]) if data.draw(st.booleans()) else DOCUMENTS[cls]
    quick = outcome(cls, damaged)
    with mock.patch.object(documents, "_builder", return_value=None):
        thorough = outcome(cls, damaged)
    assert thorough == quick


@pytest.mark.parametrize("cls", [Asset, Person, Tie], ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_both_passes_agree_on_one_object(cls: Any, data: st.DataObject) -> None:
    """Also on values that only the shortcut of a class might let through."""
    row = to_dict(data.draw(values(cls)))
    del row["schema"]
    field = data.draw(st.sampled_from([field.name for field in fields_of(cls)]))
    row[field] = data.draw(st.sampled_from([*JUNK, 10**299, 10**300, -0.0, "a", "\u00a0", ["a"]]))
    quick: list[Fault] = []
    thorough: list[Fault] = []
    built = _built(cls, row, "", quick)
    examined = _examined(cls, row, "", thorough)
    assert quick == thorough
    if not quick:
        assert repr(built) == repr(examined)


@given(data=st.data())
def test_faults_of_people_carry_no_names(data: st.DataObject) -> None:
    """Wherever in a person's fields a document is damaged, no text of it comes out."""
    person = to_dict(COMMUNITY.people[0])
    marked = json.loads(json.dumps(person).replace('"Siti"', f'"{NAME}"'))
    marked |= {"capacities": [{"skill": NAME}], "demographics": {"mother": NAME}, "name": NAME}
    marked["evidence"][0] |= {"source": NAME, "quote": NAME, "recorded_by": NAME}
    field = data.draw(
        st.sampled_from(["name", "capacities", "demographics", "consents", "evidence", "extra"])
    )
    marked[field] = data.draw(
        st.sampled_from([NAME, [NAME], [[NAME]], {"a": {NAME}}, [{"skill": [NAME]}], (NAME, 1)])
    )
    with pytest.raises(DocumentError) as caught:
        from_dict({"id": "c", "name": "C", "people": [marked, NAME]}, Community)
    assert NAME not in str(caught.value)
    lines = traceback.format_exception(caught.value)
    assert NAME not in "".join(line for line in lines if "DocumentError" in line)


@given(
    wrong=st.dictionaries(
        st.integers(0, 49),
        st.sampled_from(["quantity", "control", "reviewed_on", "name"]),
        min_size=1,
        max_size=10,
    )
)
def test_every_fault_is_found_and_no_other(wrong: dict[int, str]) -> None:
    """As many faults as were made, each where it was made."""
    rows: list[dict[str, Any]] = [{"id": f"a{place}", "name": "A"} for place in range(50)]
    for place, field in wrong.items():
        rows[place][field] = [place]
    with pytest.raises(DocumentError) as caught:
        from_dict({"id": "c", "name": "C", "assets": rows}, Community)
    expected = {f"assets[{place}].{field}" for place, field in wrong.items()}
    assert {fault.path for fault in caught.value.faults} == expected
    assert len(caught.value.faults) == len(expected)
