"""The frozen mapping: plain data that can not change, and can be a key, copied and stored."""

import copy
import datetime
import decimal
import json
import pickle
from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.fields import (
    EMPTY,
    INTEGER_LIMIT,
    FrozenMapping,
    faults_of_plain_data,
    freeze,
    thaw,
    to_mapping,
    to_mapping_or_none,
)
from abcd.vocabulary import Gift

PLAIN: dict[str, Any] = {
    "name": "Balai",
    "floors": 2,
    "area": 2.5,
    "open": True,
    "owner": None,
    "days": ["Mon", ["Fri"]],
    "at": {"rt": 3},
}
ACCEPTED = "text, a finite number, True, False, None, a list or a mapping"


def nested(levels: int, *, lists: bool = False) -> Any:
    """Nest mappings, or lists in a mapping, so many levels deep; in all there are so many."""
    inside: Any = [] if lists else {}
    for _ in range(levels - 2):
        inside = [inside] if lists else {"a": inside}
    return {"a": inside}


def test_it_is_a_mapping() -> None:
    """It answers like a dict, in the order given."""
    mapping = FrozenMapping(PLAIN)
    assert list(mapping) == list(PLAIN)
    assert len(mapping) == 7
    assert mapping["floors"] == 2
    assert mapping.get("x") is None
    assert "area" in mapping
    assert not mapping.__contains__(3)
    with pytest.raises(KeyError):
        mapping["x"]
    assert repr(FrozenMapping({"a": [1]})) == "FrozenMapping({'a': (1,)})"


def test_all_of_it_is_frozen() -> None:
    """Lists are tuples, mappings are frozen mappings, and nothing can be set or deleted."""
    mapping = FrozenMapping(PLAIN)
    assert mapping["days"] == ("Mon", ("Fri",))
    assert type(mapping["at"]) is FrozenMapping
    with pytest.raises(AttributeError, match="can not be changed"):
        mapping._data = {}
    with pytest.raises(AttributeError, match="can not be changed"):
        del mapping._data
    with pytest.raises(TypeError):
        mapping["floors"] = 3  # type: ignore[index]  # junk on purpose


def test_it_does_not_follow_its_source() -> None:
    """Later changes of the data given do not reach it."""
    data = {"days": ["Mon"]}
    mapping = FrozenMapping(data)
    data["days"].append("Fri")
    data["more"] = []
    assert mapping == {"days": ("Mon",)}


def test_equal_mappings_are_one_key() -> None:
    """It equals a dict with the same items and hashes by value, whatever the order."""
    one = FrozenMapping({"a": 1, "b": [1, 2]})
    other = FrozenMapping({"b": (1, 2), "a": 1})
    assert one == other == {"a": 1, "b": (1, 2)}
    assert one != {"a": 1, "b": [1, 2]}
    assert len({one, other, FrozenMapping({"a": 1})}) == 2
    assert hash(one) == hash(one)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_it_pickles_and_copies(protocol: int) -> None:
    """A pickled one is equal and still frozen; a copy is the same object."""
    mapping = FrozenMapping(PLAIN)
    again = pickle.loads(pickle.dumps(mapping, protocol))
    assert again == mapping
    assert type(again["at"]) is FrozenMapping
    assert hash(again) == hash(mapping)
    assert copy.copy(mapping) is copy.deepcopy(mapping) is mapping


def test_the_deepest_that_is_accepted_still_works() -> None:
    """A hundred levels can be printed, hashed, compared, copied, pickled and written as JSON."""
    for data in (nested(100), nested(100, lists=True)):
        mapping = FrozenMapping(data)
        again = pickle.loads(pickle.dumps(mapping))
        assert again == mapping
        assert hash(again) == hash(mapping)
        assert repr(again) == repr(mapping)
        assert json.loads(json.dumps(thaw(mapping))) == data


def test_nothing_is_empty() -> None:
    """No data and an empty mapping are the empty mapping; other empty things are no mappings."""
    assert FrozenMapping() == FrozenMapping(None) == FrozenMapping({}) == EMPTY == {}
    empty: list[Any] = [0, "", [], False]
    for junk in empty:
        with pytest.raises(InvalidValueError, match="accepted: a mapping of plain data"):
            FrozenMapping(junk)


def test_numpy_values_become_plain() -> None:
    """Text and numbers of numpy, and members of vocabularies, are stored as plain ones."""
    mapping = FrozenMapping(
        {np.str_("n"): np.int64(3), "x": np.float64(2.5), "t": [np.str_("a")], "g": Gift.HEAD}
    )
    assert mapping == {"n": 3, "x": 2.5, "t": ("a",), "g": "head"}
    kinds = [type(key) for key in mapping] + [type(value) for value in mapping.values()]
    assert kinds == [str] * 4 + [int, float, tuple, str]
    assert type(mapping["t"][0]) is str


def test_every_fault_is_listed_in_reading_order() -> None:
    """Keys, values and depth are named by where they stand; no value is shown."""
    data = {
        "name": object(),
        3: "x",
        "rooms": [1, {2}, {"height": float("nan"), "born": datetime.date(2024, 1, 31)}],
        "huge": INTEGER_LIMIT,
        "paid": decimal.Decimal("1.5"),
        "photo": b"123",
    }
    with pytest.raises(InvalidValueError) as caught:
        FrozenMapping(data)  # type: ignore[arg-type]  # junk on purpose
    assert [str(fault) for fault in caught.value.faults] == [
        "found a key of type int; accepted: text keys",
        f"['name']: found object; accepted: {ACCEPTED}",
        f"['rooms'][1]: found a set of 1; accepted: {ACCEPTED}",
        f"['rooms'][2]['height']: found nan; accepted: {ACCEPTED}",
        f"['rooms'][2]['born']: found date; accepted: {ACCEPTED}",
        f"['huge']: found an integer of 997 bits; accepted: {ACCEPTED}",
        f"['paid']: found Decimal; accepted: {ACCEPTED}",
        f"['photo']: found 3 bytes; accepted: {ACCEPTED}",
    ]
    assert {fault.code for fault in caught.value.faults} == {"key", "value"}


@pytest.mark.parametrize("levels", [101, 10_000])
@pytest.mark.parametrize("lists", [False, True], ids=["mappings", "lists"])
def test_hostile_depth_is_one_fault(levels: int, lists: bool) -> None:  # a parameter of the test
    """Too deep data are refused once, without a crash and with a short path."""
    with pytest.raises(InvalidValueError) as caught:
        FrozenMapping(nested(levels, lists=lists))
    (fault,) = caught.value.faults
    assert (fault.found, fault.accepted, fault.code) == (
        "deeper nesting",
        "at most 100 levels",
        "depth",
    )
    assert len(fault.path) <= 200


def test_data_that_contain_themselves_are_refused() -> None:
    """A list or mapping inside itself has no end, and is found out."""
    loop: list[Any] = []
    loop += [loop, loop, loop]
    ring: dict[str, Any] = {}
    ring["ring"] = ring
    for data in ({"loop": loop}, ring):
        with pytest.raises(InvalidValueError, match="accepted: at most 100 levels"):
            FrozenMapping(data)


def test_a_frozen_mapping_inside_counts_its_levels() -> None:
    """Depth can not be smuggled in piece by piece."""
    mapping = FrozenMapping({})
    for _ in range(99):
        mapping = FrozenMapping({"a": mapping})
    with pytest.raises(InvalidValueError, match="deeper nesting"):
        FrozenMapping({"a": mapping})


def test_faults_start_at_the_place_given() -> None:
    """The path of the field stands in front."""
    (fault,) = faults_of_plain_data("extra", {"a": [object()]})
    assert fault.path == "extra['a'][0]"
    (fault,) = faults_of_plain_data("extra", [1])
    assert str(fault) == "extra: found a list of 1; accepted: a mapping of plain data"
    assert list(faults_of_plain_data("extra", PLAIN)) == []


def test_freeze_and_thaw_are_inverses() -> None:
    """Frozen data come back as dicts and lists; what is no plain data can not be frozen."""
    assert thaw(freeze(PLAIN)) == PLAIN
    assert type(thaw(freeze(PLAIN))["at"]) is dict
    assert freeze([1, [2]]) == (1, (2,))
    with pytest.raises(InvalidValueError):
        freeze({1, 2})


def test_converters_hand_back_what_they_can_not_freeze() -> None:
    """They never raise; a frozen mapping is stored as it is, an empty one shared."""
    frozen = FrozenMapping(PLAIN)
    wrong = {"a": object()}
    junk: Any = [1]
    assert to_mapping(frozen) is frozen
    assert to_mapping({}) is EMPTY
    assert to_mapping(PLAIN) == frozen
    assert to_mapping(wrong) is wrong
    assert to_mapping(junk) is junk
    assert to_mapping_or_none(None) is None
    assert to_mapping_or_none(PLAIN) == frozen
