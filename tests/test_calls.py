"""What holds for every public function: junk is refused in our words, arguments stay."""

import copy
import datetime
import decimal
import inspect
import pickle
from typing import Any

import networkx as nx
import numpy as np
import pytest

import abcd
from abcd.errors import AbcdError
from abcd.results import Result

from .calls import CALLS, COMMUNITY, Call
from .discovery import public_functions

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
