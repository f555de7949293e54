"""Documents: exact plain data, read and written."""

import copy
import json
import math
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest

import abcd
from abcd import (
    Assembly,
    Asset,
    Capacity,
    Caveat,
    Community,
    Evidence,
    Flow,
    Place,
    Tag,
    Tie,
    from_dict,
    inventory,
    to_dict,
)
from abcd.documents import SCHEMA
from abcd.errors import AbcdError, DocumentError, Fault, InvalidValueError
from abcd.fields import FrozenMapping
from abcd.impact import PairedChange, paired_change
from abcd.inventory import Skills, Summary
from abcd.vocabulary import AL_KAUTSARI_SEVEN, Crosswalk, Scheme, Status

from .golden import ASSEMBLY, COMMUNITY
from .invented import Invented, invented

GOLDEN = Path(__file__).parent / "data" / "documents"


def golden(name: str) -> Any:
    """Read a document that an earlier version wrote."""
    return json.loads((GOLDEN / f"abcd-1-{name}.json").read_text("utf-8"))


def faults(data: Any, cls: type) -> tuple[Fault, ...]:
    """Give the faults that a document is refused with."""
    with pytest.raises(DocumentError) as caught:
        from_dict(data, cls)
    return caught.value.faults


def paths(data: Any, cls: type) -> list[str]:
    """Give the paths of the faults that a document is refused with."""
    return [fault.path for fault in faults(data, cls)]


# --- documents that others wrote ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "written"),
    [("community", COMMUNITY), ("assembly", ASSEMBLY)],
    ids=["community", "assembly"],
)
def test_golden_documents_read_and_write_equally(name: str, written: object) -> None:
    """A document of schema abcd/1 means what it meant when it was written."""
    document = golden(name)
    read = from_dict(document, type(written))
    assert read == written
    assert to_dict(read) == document
    assert json.dumps(to_dict(read)) == json.dumps(document), "the order of keys is part of it"


def test_the_golden_result_reads_and_writes_equally() -> None:
    """A result is stored with its tables and caveats, whatever later versions would compute."""
    document = golden("summary")
    read = from_dict(document, Summary)
    assert to_dict(read) == document
    assert read.by_primary_kind["physical"]["count"] == 1
    assert [caveat.code for caveat in read.by_kind.caveats] == [
        "not-stated",
        "several-rows",
        "kinds-lost",
    ]


def test_the_golden_community_uses_every_field() -> None:
    """No field of a class of the model can change its form in documents without notice."""
    used: set[tuple[type, str]] = set()
    waiting: list[Any] = [COMMUNITY]
    while waiting:
        found = waiting.pop()
        if isinstance(found, tuple):
            waiting += found
        elif attrs.has(type(found)):
            for field in attrs.fields(type(found)):
                value = getattr(found, field.name)
                waiting.append(value)
                if value != field.default:
                    used.add((type(found), field.name))
    parts = [getattr(abcd.model, name) for name in abcd.model.__all__ if name != "OUTSIDE"]
    expected = {
        (cls, field.name)
        for cls in [*parts, Tag]
        if cls is not Assembly
        for field in attrs.fields(cls)
    }
    assert used == expected


# --- exact plain data -----------------------------------------------------------------------------


def test_the_schema_version_stands_at_the_root_only() -> None:
    """One version a document."""
    document = to_dict(COMMUNITY)
    assert SCHEMA == "abcd/1"
    assert next(iter(document)) == "schema"
    assert json.dumps(document).count('"schema"') == 1


def test_the_schema_version_is_optional_on_input() -> None:
    """A document made by hand needs none; the data given are not changed."""
    document = to_dict(COMMUNITY)
    given = copy.deepcopy(document)
    del given["schema"]
    assert from_dict(given, Community) == from_dict(document, Community) == COMMUNITY
    assert "schema" in document


@pytest.mark.parametrize("version", ["abcd/2", "abcd/10", "", 1, None, ["abcd/1"]], ids=repr)
def test_another_schema_is_refused_with_what_to_do(version: object) -> None:
    """Nothing else can be judged in a document of an unknown version."""
    (fault,) = faults({"schema": version, "id": 7}, Asset)
    assert (fault.path, fault.code) == ("schema", "schema")
    assert "a newer abcd" in fault.accepted


def test_a_nested_schema_version_is_an_unknown_key() -> None:
    """A part of a document is no document."""
    data = {"id": "c", "name": "C", "assets": [{"schema": "abcd/1", "id": "a", "name": "A"}]}
    assert paths(data, Community) == ["assets[0].schema"]


def test_empty_defaults_are_left_out_and_others_are_written() -> None:
    """What nobody said is absent; a default that says something stands in the document."""
    assert to_dict(Tie("a", "b")) == {
        "schema": "abcd/1",
        "source": "a",
        "target": "b",
        "strength": 1.0,
        "directed": False,
    }


@pytest.mark.parametrize(
    "value",
    [
        Place("p", "P", latitude=0, longitude=0.0, area=1e-300),
        Capacity("x", has=False, teaches=True),
        Flow("a", "b", Decimal("1E+3")),
        Flow("a", "b", Decimal("0.10")),
        Asset("a", "A", quantity=10**299, extra={"n": -0.0, "t": [[], {}, None]}),
        Asset("a", "\u0000 \U0001f600 e\u0301", kinds=["own kind"]),
        Crosswalk(AL_KAUTSARI_SEVEN, Scheme("none", []), {}),
        Fault("", "", "", ""),
        Caveat("small-n", {"n": 3, "fields": ["t"]}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_come_back_with_their_types(value: Any) -> None:
    """Zero is not absent, an int stays an int, an amount keeps its digits."""
    again = from_dict(json.loads(json.dumps(to_dict(value), allow_nan=False)), type(value))
    assert again == value
    assert repr(again) == repr(value)


def test_only_objects_of_the_library_have_documents() -> None:
    """Neither plain data nor a class itself nor somebody's own class."""

    @attrs.frozen
    class Own:
        name: str

    for thing in ({"id": "a"}, Asset, Own("x"), Status.CREATED, None, FrozenMapping()):
        with pytest.raises(InvalidValueError, match="an object of a class of abcd"):
            to_dict(thing)
    for cls in (dict, Own, Status, "Asset", None, list[Asset], Asset("a", "A"), AbcdError):
        wrong: Any = cls
        with pytest.raises(InvalidValueError, match=r"^cls: found .*; accepted: a class of abcd$"):
            from_dict({}, wrong)


def test_evidence_beside_a_number_reads() -> None:
    """One nested object, and None for it."""
    data = {"id": "c", "name": "C", "population": 3, "population_evidence": {"source": "census"}}
    assert from_dict(data, Community).population_evidence == Evidence("census")
    assert from_dict({**data, "population_evidence": None}, Community).population_evidence is None


# --- results --------------------------------------------------------------------------------------


def test_results_of_the_rooms_come_back_equal() -> None:
    """Scalars, tables, nested results, caveats and what is not estimable."""
    results: list[Any] = [
        inventory.summary(COMMUNITY, level="RT"),
        inventory.summary(Community("c", "C")),
        inventory.skills(COMMUNITY),
        paired_change([60, 55, 70, 65], [72, 60, 78, 65], maximum=100),
        paired_change([60], [72], maximum=100),
        paired_change({"p1": 1, "p3": 3}, {"p1": 2, "p4": 2}),
    ]
    for result in results:
        again = from_dict(json.loads(json.dumps(to_dict(result), allow_nan=False)), type(result))
        assert again == result
        assert type(again) is type(result)


def test_arrays_write_nan_as_null_and_come_back_read_only() -> None:
    """JSON has no nan; the positions stay."""
    result = invented()
    document = to_dict(result)
    assert document["scores"] == [1.5, None]
    assert document["counts"] == [2**62, -1]
    assert document["shares"] == [[0.25, None, 1.0], [0.0, 2.0, 3.0]]
    again = from_dict(json.loads(json.dumps(document, allow_nan=False)), Invented)
    assert again == result
    assert not again.scores.flags.writeable


def test_null_stands_for_what_may_be_none() -> None:
    """A nested object, an array, a number: left out or null is the same."""
    document = to_dict(invented())
    nothing = {"best": None, "weights": None, "mean": None, "seed": None}
    read = from_dict(document | nothing, Invented)
    assert (read.best, read.weights, read.mean, read.seed) == (None, None, None, None)
    for name in ("best", "weights", "seed"):
        del document[name]
    assert from_dict(document | {"mean": None}, Invented) == read


@pytest.mark.parametrize("infinity", [math.inf, -math.inf])
def test_what_json_can_not_hold_is_refused_with_its_field(infinity: float) -> None:
    """No document is written that could not be read."""
    with pytest.raises(InvalidValueError, match=r"^scores: found -?inf; accepted: a finite number"):
        to_dict(attrs.evolve(invented(), scores=np.array([1.0, infinity])))
    with pytest.raises(InvalidValueError, match=r"^mean: found inf"):
        to_dict(attrs.evolve(invented(), mean=math.inf))
    with pytest.raises(InvalidValueError, match=r"^interval: found nan"):
        to_dict(attrs.evolve(invented(), interval=(math.nan, 1.0)))


def test_objects_of_several_classes_say_theirs() -> None:
    """What was set aside keeps its class, also an open mapping."""
    document = to_dict(ASSEMBLY)
    assert [part["class"] for part in document["set_aside"]] == ["Person", "Asset", "Tie"]
    mixed = to_dict(invented())["parts"]
    assert mixed == [
        {"class": "Person", "id": "p1", "name": "Siti"},
        {"class": "FrozenMapping", "data": {"class": "mine", "list": [1]}},
    ]


def test_faults_in_objects_of_several_classes_are_found() -> None:
    """A missing or unknown class, a field at fault, a key beside the data of a mapping."""
    data = to_dict(invented()) | {
        "parts": [
            {"class": "Persn", "id": "p1"},
            {"id": "p1", "name": "Siti"},
            "Siti",
            {"class": "Person", "id": "p1"},
            {"class": "FrozenMapping", "data": [1], "more": 1},
            {"class": "FrozenMapping", "data": {"a": math.nan}},
            {"class": ["Person"]},
        ]
    }
    found = faults(data, Invented)
    assert [fault.path for fault in found] == [
        "parts[0].class",
        "parts[1].class",
        "parts[2]",
        "parts[3].name",
        "parts[4].more",
        "parts[4].data",
        "parts[5].data['a']",
        "parts[6].class",
    ]
    assert str(found[0]) == (
        "parts[0].class: found 'Persn'; accepted: one of 'Person' or 'FrozenMapping'"
    )


def test_a_wrong_result_lists_all_its_faults() -> None:
    """Results have no rules of their own; their types are the rules."""
    document = to_dict(inventory.skills(COMMUNITY)) | {
        "skills": ["sewing", 3],
        "spellings": "1",
        "named": [1, True],
        "people": 1.0,
        "caveats": [{"code": "smal-n"}],
    }
    assert paths(document, Skills) == [
        "skills[1]",
        "spellings",
        "named[1]",
        "people",
        "caveats[0].code",
    ]
    change = to_dict(paired_change([1, 2, 3], [2, 3, 5]))
    change |= {"t": "3", "n": None, "mean_change": math.inf, "resolution_derived": 1}
    assert sorted(paths(change, PairedChange)) == ["mean_change", "n", "resolution_derived", "t"]


def test_what_a_result_refuses_as_a_whole_is_reported() -> None:
    """Columns of different lengths are found by the class itself."""
    document = to_dict(inventory.skills(COMMUNITY))
    document["named"] = [1]
    assert paths(document, Skills) == ["named"]
    table = {"by_kind": {**to_dict(inventory.summary(COMMUNITY).by_kind), "count": [1]}}
    del table["by_kind"]["schema"]
    assert paths(to_dict(inventory.summary(COMMUNITY)) | table, Summary) == ["by_kind.count"]


def test_a_class_that_fails_in_its_own_way_is_reported_without_its_words() -> None:
    """The exception of a constructor could carry values."""
    assert [str(fault) for fault in faults(to_dict(invented()) | {"mean": -1.0}, Invented)] == [
        "found others; accepted: values that fit together in one Invented"
    ]


# --- weight ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("module", ["abcd.documents", "abcd.inventory"])
def test_importing_stays_light(module: str) -> None:
    """Neither numpy nor scipy nor networkx is loaded, nor cattrs, which only `configure` meets."""
    heavy = {"cattrs", "networkx", "numpy", "scipy"}
    code = f"import {module}, sys; print(*{heavy!r} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_reading_a_result_without_arrays_stays_light() -> None:
    """Documents know arrays by their types, and load nothing for them."""
    code = (
        "import abcd, sys; from abcd.inventory import summary; "
        "s = summary(abcd.Community('c', 'C')); "
        "assert abcd.from_dict(abcd.to_dict(s), type(s)) == s; print('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
