"""A result class that has every kind of field that a result may have; all in it is invented."""

import datetime
from decimal import Decimal
from typing import Literal

import attrs
import numpy as np

from abcd.caveats import Caveat
from abcd.fields import EMPTY, FrozenMapping
from abcd.model import Asset, Person
from abcd.results import ROW, RowResult
from abcd.results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from abcd.vocabulary import Status

__all__ = ["Invented", "invented"]


def _to_floats_or_none(value: FloatArray | None) -> FloatArray | None:
    return None if value is None else to_floats(value)


def _equal_or_none(left: FloatArray | None, right: FloatArray | None) -> bool:
    return (
        left is right
        if left is None or right is None
        else np.array_equal(left, right, equal_nan=True)
    )


@attrs.frozen(repr=False, hash=False, kw_only=True)
class Invented(RowResult):
    """As later rooms write them: arrays, tuples, nested objects, choices, what is None."""

    # Documents know the classes of the library by their module.
    __module__ = "abcd.invented"

    ids: tuple[str | int, ...] = attrs.field(metadata=ROW)
    scores: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    counts: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS)
    shares: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    weights: FloatArray | None = attrs.field(
        default=None, converter=_to_floats_or_none, eq=attrs.cmp_using(eq=_equal_or_none)
    )
    interval: tuple[float, float] | None
    labels: tuple[tuple[str, ...], ...] = ()
    method: Literal["exact", "normal"]
    status: Status | None
    on: datetime.date | None
    amount: Decimal | None
    exact: bool
    mean: float | None = attrs.field()
    seed: int | None = None
    inputs: FrozenMapping = EMPTY
    parts: tuple[Person | FrozenMapping, ...] = ()
    best: Asset | None = None
    caveats: tuple[Caveat, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse in a way of its own what fields can not tell."""
        RowResult.__attrs_post_init__(self)
        if self.mean is not None and self.mean < 0:
            raise ZeroDivisionError(f"mean {self.mean}")


def invented() -> Invented:
    """Make one with something in every field."""
    return Invented(
        ids=("p1", 2),
        scores=np.array([1.5, np.nan]),
        counts=np.array([2**62, -1]),
        shares=np.array([[0.25, np.nan, 1.0], [0.0, 2.0, 3.0]]),
        weights=np.array([1.0]),
        interval=(0.5, 1.5),
        labels=(("a",), ()),
        method="exact",
        status=Status.VERIFIED,
        on=datetime.date(2024, 1, 31),
        amount=Decimal("-1250.50"),
        exact=True,
        mean=1.5,
        seed=2**63,
        inputs=FrozenMapping({"maximum": 100}),
        parts=(Person("p1", "Siti"), FrozenMapping({"class": "mine", "list": [1]})),
        best=Asset("hall", "Hall"),
        caveats=(Caveat("small-n", {"n": 2}),),
    )
