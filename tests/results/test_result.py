"""Results: frozen answers that make tables, copy themselves and refuse crooked rows."""

import copy
import pickle
from typing import Any

import attrs
import numpy as np
import pandas as pd
import pytest

from abcd.caveats import Caveat
from abcd.errors import InvalidValueError, UnknownIdError
from abcd.results import ROW, Result, RowResult
from abcd.results.arrays import EQUAL_ARRAYS, FloatArray, to_floats

SMALL = Caveat("small-n", {"n": 3})


@attrs.frozen(repr=False, hash=False, kw_only=True)
class Interval(Result):
    """A part of a result that is a result itself."""

    low: float
    high: float
    caveats: tuple[Caveat, ...] = ()


@attrs.frozen(repr=False, hash=False, kw_only=True)
class Change(Result):
    """One answer."""

    mean: float | None
    interval: Interval
    method: str
    caveats: tuple[Caveat, ...] = ()


@attrs.frozen(repr=False, hash=False, kw_only=True)
class Scores(RowResult):
    """One row for each id."""

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    score: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    band: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    method: str = "mean"
    caveats: tuple[Caveat, ...] = ()


def change(**other: Any) -> Change:
    """Make a result with one answer."""
    values: dict[str, Any] = {
        "mean": 1.5,
        "interval": Interval(low=1.0, high=2.0),
        "method": "t",
        "caveats": (SMALL,),
    }
    return Change(**{**values, **other})


def scores(**other: Any) -> Scores:
    """Make a result with three rows, one of them not estimable."""
    values: dict[str, Any] = {
        "nodes": ("p1", "p2", 3),
        "score": [0.5, float("nan"), 2.0],
        "band": [[0, 1], [0, 0], [1, 3]],
    }
    return Scores(**{**values, **other})


def test_one_answer_is_one_row() -> None:
    """Columns are lists; a result inside gives its own columns, caveats their codes."""
    expected: dict[str, list[Any]] = {
        "mean": [1.5],
        "interval_low": [1.0],
        "interval_high": [2.0],
        "interval_caveats": [()],
        "method": ["t"],
        "caveats": [("small-n",)],
    }
    assert change().columns() == expected
    assert change().records() == [{name: value for name, (value,) in expected.items()}]


def test_rows_are_equally_long_columns() -> None:
    """One column for each field with a value an id; arrays come out as plain numbers."""
    columns = scores().columns()
    assert list(columns) == ["nodes", "score", "band"]
    assert columns["nodes"] == ["p1", "p2", 3]
    assert columns["score"][::2] == [0.5, 2.0]
    assert type(columns["score"][0]) is float
    assert columns["band"] == [[0, 1], [0, 0], [1, 3]]
    assert scores().records()[2] == {"nodes": 3, "score": 2.0, "band": [1, 3]}


def test_tables_feed_pandas() -> None:
    """`columns` and `records` give the same data frame."""
    frame = pd.DataFrame(scores().columns())
    assert frame.shape == (3, 3)
    pd.testing.assert_frame_equal(frame, pd.DataFrame(scores().records()))


@pytest.mark.parametrize(
    ("id", "position"), [("p1", 0), (3, 2), (np.str_("p1"), 0), (np.int64(3), 2)]
)
def test_a_row_is_found_by_its_id(id: Any, position: int) -> None:
    """Text or whole number, numpy's too; the row has plain values."""
    row = scores()[id]
    assert row == scores().records()[position]
    assert type(row["score"]) is float
    assert type(row["band"]) is list


@pytest.mark.parametrize("id", ["p9", True, 1, 3.0, None, ["p1"], ("p1",), np.array(["p1"])])
def test_an_unknown_id_is_refused(id: Any) -> None:
    """True is no 1 and 3.0 is no 3; the known ids are named."""
    with pytest.raises(UnknownIdError, match=r"^nodes: found .*; accepted: 'p1' or 'p2'$"):
        scores()[id]


def test_unknown_whole_numbers_are_refused() -> None:
    """Where ids are numbers there are no near spellings."""
    numbered = scores(nodes=(1, 2, 3))
    with pytest.raises(UnknownIdError) as caught:
        numbered[9]
    assert str(caught.value) == "nodes: found 9; accepted: one of 3 whole numbers"


def test_a_loop_walks_over_rows() -> None:
    """Iterating gives the records, not `result[0]`, `result[1]`."""
    assert len(scores()) == 3
    assert [row["nodes"] for row in scores()] == ["p1", "p2", 3]


def test_rows_are_not_aligned_by_luck() -> None:
    """Columns of other lengths than the ids are refused, all of them named."""
    with pytest.raises(InvalidValueError) as caught:
        scores(score=[1.0], band=[])
    assert str(caught.value) == (
        "2 faults\n"
        "  score: found length 1; accepted: length 3, that of 'nodes'\n"
        "  band: found length 0; accepted: length 3, that of 'nodes'"
    )


def test_results_compare_by_value() -> None:
    """Equal answers are equal, nan included; a result is no key."""
    assert change() == change()
    assert change() != change(method="z")
    assert scores() == scores()
    assert scores() != scores(score=[0.5, 1.0, 2.0])
    for result in (change(), scores()):
        with pytest.raises(TypeError, match="unhashable"):
            hash(result)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_copies_are_equal_and_still_read_only(protocol: int) -> None:
    """Pickle, copy and `evolve` go through the constructor, so that arrays stay frozen."""
    result = scores(caveats=(SMALL,))
    for again in (
        pickle.loads(pickle.dumps(result, protocol)),
        copy.copy(result),
        copy.deepcopy(result),
        attrs.evolve(result),
    ):
        assert again == result
        with pytest.raises(ValueError, match="read-only"):
            again.score[0] = 9.0
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        result.method = "x"  # type: ignore[misc]  # junk on purpose
