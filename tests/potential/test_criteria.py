"""What options are judged by: fields, their limits, and all faults at once."""

import math
import pickle
from typing import Any

import numpy as np
import pytest

import abcd
from abcd.errors import InvalidValueError
from abcd.potential import Criterion, Direction


def test_a_criterion_wants_more_unless_it_says_otherwise() -> None:
    """The direction is max by default, and a member of a closed vocabulary."""
    assert Criterion("people").direction is Direction.MAX
    assert Criterion("cost", "min").direction is Direction.MIN
    assert Criterion("cost", Direction.MIN) == Criterion("cost", "min")


def test_a_weight_may_be_left_out_or_be_zero() -> None:
    """Not weighted and weighted with 0 are two things."""
    assert Criterion("people").weight is None
    assert Criterion("people", weight=0).weight == 0


def test_numbers_of_numpy_are_stored_as_plain_ones() -> None:
    """A weight out of an array is an ordinary number."""
    number: Any = np.int64(3)
    weight = Criterion("people", "max", number).weight
    assert weight == 3
    assert type(weight) is int


def test_all_faults_come_at_once() -> None:
    """Blank id, unknown direction, negative weight and a scale upside down: four faults."""
    with pytest.raises(InvalidValueError, match="4 faults") as caught:
        Criterion(" ", "up", -1, minimum=5, maximum=1)
    assert [fault.path for fault in caught.value.faults] == [
        "id",
        "direction",
        "weight",
        "maximum",
    ]
    assert str(caught.value.faults[1]) == (
        "direction: found 'up'; accepted: one of 'max', 'min', 'target'"
    )
    assert str(caught.value.faults[3]) == (
        "maximum: found 1; accepted: a number above the minimum 5"
    )


@pytest.mark.parametrize(
    "weight",
    [math.nan, math.inf, -0.5, "1", True, [1]],
    ids=["nan", "inf", "<0", "text", "bool", "list"],
)
def test_a_weight_is_a_finite_number_from_zero(weight: object) -> None:
    """Nothing is coerced, and nan does not pass unseen."""
    with pytest.raises(
        InvalidValueError, match=r"weight: found .*; accepted: a finite number from 0"
    ):
        Criterion("people", "max", weight)  # type: ignore[arg-type]  # refused on purpose


@pytest.mark.parametrize("end", [math.nan, math.inf, 1e300, -1e300, 10**400, "1", True])
def test_an_end_of_a_scale_is_a_finite_number(end: object) -> None:
    """The scale must leave room for differences inside the range of a float."""
    with pytest.raises(InvalidValueError, match=r"minimum: found .*; accepted: a finite number"):
        Criterion("people", minimum=end)  # type: ignore[arg-type]  # refused on purpose


def test_a_scale_with_one_end_is_enough_to_refuse_scores() -> None:
    """Either end may be left out."""
    assert Criterion("cost", "min", minimum=0).maximum is None


def test_a_criterion_is_a_value() -> None:
    """It hashes, pickles, and has a document."""
    criterion = Criterion("cost", "min", 2, label="Cost", unit="rupiah", minimum=0, maximum=10)
    assert len({criterion, pickle.loads(pickle.dumps(criterion))}) == 1
    document = abcd.to_dict(criterion)
    assert document["direction"] == "min"
    assert abcd.from_dict(document, Criterion) == criterion
