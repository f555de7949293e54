"""What holds for every public function: junk is refused in our words, arguments stay."""

import contextlib
import copy
import datetime
import decimal
import inspect
import pickle
from typing import Any

import attrs
import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import Phase, given, settings

import abcd
from abcd.caveats import Caveat
from abcd.errors import AbcdError
from abcd.fields import Checked
from abcd.results import Result

from .calls import CALLS, COMMUNITY, Call
from .discovery import public_functions, value_classes
from .strategies import values

# Plain data that a form, a file or a neighbor's program may hand over.
JUNK: list[Any] = [
    None,
    True,
    0,
    -1,
    10**400,
    0.5,
    float("nan"),
    float("inf"),
    "",
    " ",
    "x",
    "@outside",
    "<script>",
    "\ud800",
    "x" * 100_000,
    b"x",
    [],
    [None],
    [[]],
    ["x", 1],
    [float("nan"), 1.0],
    (1, "2", None),
    {},
    {"p1": "x"},
    {1: 2},
    {None: {}},
    {"type": "FeatureCollection", "features": {}},
    {"type": "FeatureCollection", "features": [None, {}, {"geometry": 3}]},
    decimal.Decimal("NaN"),
    datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC),
    np.float64("nan"),
    np.array([]),
    np.array([["x"]]),
    np.array([1, 2]),
    pd.NA,
    object(),
    int,
    COMMUNITY,
]


def deep() -> list[Any]:
    """Nest lists beyond what Python can print."""
    nested: list[Any] = []
    for _ in range(10_000):
        nested = [nested]
    return nested


def same(left: Any, right: Any) -> bool:
    """Compare values; graphs of networkx compare by identity, and arrays by item."""
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, nx.Graph):
        return nx.utils.graphs_equal(left, right)
    if isinstance(left, np.ndarray):
        return np.array_equal(left, right, equal_nan=True)
    return bool(left == right)


def pairs() -> list[Any]:
    """Give each argument of each call, for junk to take its place."""
    return [
        pytest.param(call, argument, id=f"{call.name.removeprefix('abcd.')}-{argument}")
        for call in CALLS
        for argument in call.arguments
        # A converter is the caller's own; the words of errors are asked for by our own rooms.
        if call.name != "abcd.configure" and not call.name.startswith("abcd.errors.")
    ]


def test_every_public_function_is_called() -> None:
    """A new function can not be forgotten here."""
    assert {call.name for call in CALLS} == {name for name, _ in public_functions()}


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_every_argument_is_known(call: Call) -> None:
    """The calls fit the signatures."""
    inspect.signature(call.function).bind(**call.arguments)


def caveats_in(value: Any) -> list[Caveat]:
    """Collect the caveats of a result and of the results inside it."""
    if isinstance(value, Caveat):
        return [value]
    if isinstance(value, tuple | list):
        return [found for item in value for found in caveats_in(item)]
    if not isinstance(value, Result):
        return []
    cls: Any = type(value)
    parts = [getattr(value, field.name) for field in attrs.fields(cls)]
    return [found for part in parts for found in caveats_in(part)]


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_no_caveat_of_a_call_has_a_hole(call: Call) -> None:
    """Every caveat is given all that its message speaks of, in both languages."""
    messages = [
        caveat.message(language) for caveat in caveats_in(call()) for language in ("en", "id")
    ]
    assert [message for message in messages if "{" in message] == []


@pytest.mark.parametrize(("call", "argument"), pairs())
def test_junk_is_answered_or_refused_in_our_words(call: Call, argument: str) -> None:
    """Whatever takes the place of an argument, only errors of ours come out."""
    refused: list[AbcdError] = []
    for junk in [*JUNK, deep()]:
        try:
            call(**{argument: junk})
        except AbcdError as error:
            refused.append(error)
    assert all(str(error) for error in refused)
    assert [pickle.loads(pickle.dumps(error)).args for error in refused] == [
        error.args for error in refused
    ]


CLASSES = [cls for cls in value_classes() if issubclass(cls, Checked)]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_junk_in_a_field_is_refused_in_our_words(cls: type) -> None:
    """Whatever stands in the place of a value, only errors of ours come out."""
    sound: list[Any] = []

    # The simplest object of the class that hypothesis knows.
    @settings(max_examples=1, phases=[Phase.generate], database=None, derandomize=True)
    @given(values(cls))
    def keep(value: Any) -> None:
        sound.append(value)

    keep()
    fields = {field.alias: getattr(sound[0], field.name) for field in attrs.fields(cls)}
    for name in fields:
        for junk in [*JUNK, deep()]:
            with contextlib.suppress(AbcdError):
                cls(**{**fields, name: junk})


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_arguments_are_not_changed(call: Call) -> None:
    """A function leaves what it was given as it was, and gives the same answer twice."""
    if call.name == "abcd.configure":
        pytest.skip("a converter is given to be changed")
    before = copy.deepcopy(dict(call.arguments))
    first = call()
    assert same(dict(call.arguments), before)
    second = call()
    assert same(first, second)
    if isinstance(first, Result):
        assert abcd.from_dict(abcd.to_dict(first), type(first)) == first
