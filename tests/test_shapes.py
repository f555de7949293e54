"""What documents know of the fields of a class."""

import datetime
import enum
import math
from decimal import Decimal
from typing import Any

import attrs
import pytest

from abcd.errors import Fault
from abcd.fields import EMPTY, FrozenMapping
from abcd.model import Assembly, Asset, Community, Evidence, Person, Place
from abcd.results import Result
from abcd.shapes import BROKEN, Field, fields_of, is_ours
from abcd.vocabulary import Status, Tag

from .discovery import value_classes
from .invented import Invented, invented

FIELDS = {field.name: field for field in fields_of(Invented)}


def by_name(cls: Any) -> dict[str, Field]:
    """Give the fields of a class by their names."""
    return {field.name: field for field in fields_of(cls)}


def read(name: str, value: object) -> tuple[Any, list[Fault]]:
    """Read a value as one of the invented fields."""
    faults: list[Fault] = []
    plain = FIELDS[name].plain
    assert plain is not None
    return plain(value, name, faults), faults


def test_ours_are_the_classes_with_fields_in_this_package() -> None:
    """Neither enumerations nor errors nor classes of others, wherever they come from."""

    @attrs.frozen
    class Own:
        name: str

    @attrs.frozen
    class Neighbor:
        __module__ = "abcd_extra.model"
        name: str

    assert is_ours(Asset)
    assert is_ours(Fault)
    assert is_ours(Invented)
    for other in (Own, Neighbor, Status, dict, Asset("a", "A"), list[Asset], None, Asset | None):
        assert not is_ours(other)


def test_fields_of_a_model_class_follow_its_rules() -> None:
    """The class refuses what does not fit, so the first pass may rely on it."""
    fields = by_name(Asset)
    assert list(fields) == [field.name for field in attrs.fields(Asset)]
    assert [name for name, field in fields.items() if field.required] == ["id", "name"]
    assert all(field.checked_by_class for field in fields.values())
    assert (fields["tags"].nested, fields["tags"].many) == (Tag, True)
    assert fields["tags"].accepted == "a list, each item a mapping with the fields of Tag"
    assert fields["tags"].plain is None
    assert fields["extra"].default is EMPTY


def test_a_nested_object_that_may_be_none_is_known() -> None:
    """One object, not a list of them."""
    field = by_name(Community)["population_evidence"]
    assert (field.nested, field.many, field.optional) == (Evidence, False, True)
    assert field.accepted == "a mapping with the fields of Evidence, or None"


def test_several_classes_are_known_by_name() -> None:
    """A document must say which; no rule of the class can check plain data."""
    field = by_name(Assembly)["set_aside"]
    assert field.tagged is not None
    assert {"Person", "Tie", "Story"} < set(field.tagged)
    assert field.tagged["Person"] is Person
    assert field.nested is None
    assert not field.checked_by_class
    assert field.accepted == "a list, each item a mapping with the fields of its class"


def test_a_class_without_rules_is_checked_by_its_types() -> None:
    """The constructors of results trust their callers."""
    assert not any(field.checked_by_class for field in fields_of(Invented) if not field.nested)
    assert not FIELDS["best"].checked_by_class
    assert FIELDS["ids"].required
    assert not FIELDS["seed"].required


@pytest.mark.parametrize(
    ("name", "value", "left_out"),
    [
        ("seed", None, True),
        ("seed", 0, False),
        ("mean", None, False),
        ("labels", (), True),
        ("labels", ((),), False),
        ("inputs", EMPTY, True),
        ("inputs", FrozenMapping({"a": None}), False),
        ("weights", None, True),
        ("weights", invented().weights, False),
        ("ids", (), False),
    ],
)
def test_only_empty_defaults_are_left_out(name: str, value: object, left_out: bool) -> None:
    """None and empty by default need not be said; the rest must, an array without comparison."""
    assert FIELDS[name].left_out(value) is left_out


@pytest.mark.parametrize(
    ("name", "value", "result"),
    [
        ("ids", ["a", 1], ("a", 1)),
        ("ids", ("a",), ("a",)),
        ("scores", [1, None, 2.5], [1, None, 2.5]),
        ("shares", [[1.0], [None]], [[1.0], [None]]),
        ("shares", [[], []], [[], []]),
        ("counts", [], []),
        ("counts", [2**63 - 1, -(2**63)], [2**63 - 1, -(2**63)]),
        ("weights", None, None),
        ("interval", [0, 1.5], (0, 1.5)),
        ("interval", None, None),
        ("labels", [["a"], []], (("a",), ())),
        ("method", "exact", "exact"),
        ("status", "created", Status.CREATED),
        ("status", None, None),
        ("on", "2024-01-31", datetime.date(2024, 1, 31)),
        ("amount", "-0.50", Decimal("-0.50")),
        ("amount", "1E+3", Decimal("1E+3")),
        ("exact", False, False),
        ("mean", 3, 3),
        ("seed", 10**299, 10**299),
        ("inputs", {"a": [1]}, FrozenMapping({"a": (1,)})),
    ],
)
def test_plain_values_are_read_as_their_types_say(name: str, value: object, result: object) -> None:
    """Exactly, and an int stays one."""
    found, faults = read(name, value)
    assert faults == []
    assert repr(found) == repr(result)


@pytest.mark.parametrize(
    ("name", "value", "sentences"),
    [
        ("ids", "ab", ["ids: found text of 2 characters; accepted: a list, each item text or"]),
        ("ids", ["a", True, 2.0], ["ids[1]: found bool; ", "ids[2]: found float; "]),
        ("ids", None, ["ids: found None; "]),
        ("scores", 1.0, ["scores: found float; accepted: a list, each item a number, None for"]),
        ("scores", ["1", 2, True], ["scores[0]: found '1'; ", "scores[2]: found True; "]),
        ("scores", [math.nan], ["scores[0]: found nan; accepted: a number, None for nan"]),
        ("scores", [10**400], ["scores[0]: found an integer of 1329 bits; "]),
        ("scores", {"a": 1}, ["scores: found a dict of 1; "]),
        ("counts", [1, 2.0, None], ["counts[1]: found 2.0; ", "counts[2]: found None; "]),
        ("counts", [2**63], ["counts[0]: found 9223372036854775808; "]),
        ("shares", [[1.0], [1.0, 2.0]], ["shares: found items of different shapes; "]),
        ("shares", [[1.0], 2.0], ["shares: found items of different shapes; "]),
        ("shares", [[1.0, "x"], [None, 2.0]], ["shares[0][1]: found 'x'; "]),
        ("shares", [[[[["x"]]]]], ["shares[0][0][0]: found deeper nesting; accepted: at most 4"]),
        ("interval", [1.0], ["interval: found a list of 1; accepted: a list of 2"]),
        ("interval", ["0", None], ["interval[0]: found '0'; ", "interval[1]: found None; "]),
        ("labels", [["a", 1], "b"], ["labels[0][1]: found int; ", "labels[1]: found text of 1"]),
        ("method", "exakt", ["method: found 'exakt'; accepted: one of 'exact', 'normal'"]),
        ("method", None, ["method: found None; "]),
        ("status", "Created", ["status: found 'Created'; accepted: one of 'identified', "]),
        ("on", "31/01/2024", ["on: found '31/01/2024'; accepted: text such as '2024-01-31'"]),
        ("amount", "1_0", ["amount: found '1_0'; accepted: decimal text such as '-1250.50'"]),
        ("amount", "NaN", ["amount: found 'NaN'; "]),
        ("amount", "1E+1000", ["amount: found '1E+1000'; "]),
        ("amount", 3, ["amount: found 3; "]),
        ("exact", 1, ["exact: found 1; accepted: True or False"]),
        ("mean", "3", ["mean: found '3'; accepted: a finite number"]),
        ("mean", True, ["mean: found True; "]),
        ("seed", 1.0, ["seed: found 1.0; accepted: a whole number"]),
        ("seed", 10**300, ["seed: found an integer of 997 bits; "]),
        ("inputs", {1: 2}, ["inputs: found a key of type int; accepted: text keys"]),
        ("inputs", None, ["inputs: found None; accepted: a mapping of plain data"]),
    ],
)
def test_what_does_not_fit_is_broken_and_named(
    name: str, value: object, sentences: list[str]
) -> None:
    """Every fault inside a value, with its index; nothing is coerced."""
    found, faults = read(name, value)
    assert found is BROKEN
    assert len(faults) == len(sentences)
    for fault, sentence in zip(faults, sentences, strict=True):
        assert str(fault).startswith(sentence)


def test_unions_and_choices_of_results_accept_no_subclass() -> None:
    """A member of an enumeration is no plain text."""

    class Method(enum.StrEnum):
        EXACT = "exact"

    assert read("method", Method.EXACT)[0] is BROKEN


@pytest.mark.parametrize("cls", value_classes(), ids=lambda cls: cls.__name__)
def test_every_public_class_has_a_form_in_documents(cls: type) -> None:
    """The names of its fields are its keys, and none is one that documents need themselves."""
    fields = fields_of(cls)
    assert [field.name for field in fields] == [field.alias for field in attrs.fields(cls)]
    assert all(field.init for field in attrs.fields(cls))
    assert not {"schema", "class"} & {field.name for field in fields}
    if not issubclass(cls, Result):
        assert all(field.checked_by_class or field.tagged for field in fields) or cls is Fault


def test_a_rule_that_names_a_place_inside_is_kept() -> None:
    """The rule of the class reads its documents too."""
    faults: list[Fault] = []
    geometry = by_name(Place)["geometry"].plain
    assert geometry is not None
    assert geometry({"type": "Point", "coordinates": [math.inf]}, "geometry", faults) is BROKEN
    assert [fault.path for fault in faults] == ["geometry['coordinates'][0]"]
