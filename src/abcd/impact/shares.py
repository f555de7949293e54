"""Shares: what part of the whole the poorest and the richest hold."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Literal, final

import attrs
import numpy as np

from .._arguments import plain
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden, shown
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats
from . import _inequality as kernels
from ._amounts import (
    Amounts,
    Resampling,
    of_amounts,
    of_interval,
    read_amounts,
    read_resampling,
    resampled,
    unusable,
)
from ._resamples import Bootstrap, Interval
from .pairs import Scores, is_sequence

__all__ = ["Shares", "shares"]

_MOST_PARTS = 100


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Shares(RowResult):
    """What `shares` answers: a row for each part of the people.

    Attributes
    ----------
    parts : tuple of str
        Which part: ``"bottom 40 %"``, ``"top 10 %"``.
    sizes : array of shape (parts,)
        How large the part is, as a share of the people.
    shares, interval_low, interval_high : arrays of shape (parts,)
        Which share of the sum it holds, with its bootstrap interval; nan if not estimable.
    largest_share : float
        The share of the one largest value.
    confidence, interval_method, samples, seed
        Of the intervals; the seed repeats them.
    n : int
        How many people have a value.
    omitted : tuple of str or int
        Ids, or row numbers from 0, of people without a value.
    caveats : tuple of Caveat
        What these data can not show.
    """

    parts: tuple[str, ...] = attrs.field(metadata=ROW)
    sizes: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    shares: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    interval_low: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    interval_high: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    largest_share: float | None
    confidence: float
    interval_method: str
    n: int
    samples: int
    seed: int
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def shares(
    values: Scores,
    *,
    bottom: Sequence[float] = (0.2, 0.4),
    top: Sequence[float] = (0.2, 0.1),
    confidence: float = 0.95,
    interval_method: Bootstrap = "bca",
    samples: int = 9_999,
    missing: Literal["raise", "omit"] = "raise",
    rng: np.random.Generator | int | None = None,
) -> Shares:
    """Tell which share of the whole the poorest and the richest parts of the people hold.

    "The poorest 40 % hold 12 % of the income" is read more easily than a coefficient.

    Parameters
    ----------
    values : sequence of number, mapping of id to number, or sequence of (id, number)
        One amount for each person, from 0, in one unit.
    bottom, top : sequence of float
        Parts of the people, each above 0 and below 1: 0.4 is 40 %.
    confidence, interval_method, samples, rng
        Of the intervals, as in `gini`.
    missing : {"raise", "omit"}
        Refuse missing values (None, nan) and name them, or leave them out and list them.

    Returns
    -------
    Shares
        One row a part, those of `bottom` first, in the order given.

    Raises
    ------
    InvalidValueError
        If values or parts can not be read, a part stands twice, or another argument is out of its
        range.

    See Also
    --------
    lorenz : the whole curve.

    Notes
    -----
    Where a part ends inside a person (40 % of six people), it takes so much of that person's value:
    the Lorenz curve between two people is a line. Undefined and without an interval in the cases of
    `gini`.

    References
    ----------
    Cowell, F. A. (2011). Measuring Inequality, 3rd ed., chapter 2. Oxford University Press.

    Examples
    --------
    Harvests of five invented families, in sacks:

    >>> harvest = shares([1, 2, 3, 4, 10], bottom=[0.4], top=[0.2], rng=1)
    >>> harvest["bottom 40 %"]["shares"], harvest["top 20 %"]["shares"]
    (0.15, 0.5)
    >>> print(shares([], rng=1).caveats[0])
    There is no value: nothing can be said about how it is spread.
    """
    parts = {**_parts("bottom", bottom), **_parts("top", top)}
    asked = read_resampling(method=interval_method, confidence=confidence, samples=samples, rng=rng)
    amounts = read_amounts(values, missing=missing)
    code = unusable(amounts.values)
    found = [
        _held(amounts, name, size, asked) if code is None else (np.nan, Interval(None, None))
        for name, size in parts.items()
    ]
    row, n = amounts.values, amounts.n
    return Shares(
        parts=tuple(parts),
        sizes=list(parts.values()),
        shares=[value for value, _ in found],
        interval_low=[_end(interval.low) for _, interval in found],
        interval_high=[_end(interval.high) for _, interval in found],
        largest_share=float(kernels.relative(row)[-1] / n) if code is None else None,
        confidence=asked.confidence,
        interval_method=asked.method,
        n=n,
        samples=asked.samples,
        seed=asked.seed,
        omitted=amounts.omitted,
        caveats=tuple(_caveats(code, amounts, [interval for _, interval in found], asked)),
    )


def _end(value: float | None) -> float:
    return np.nan if value is None else value


def _parts(side: str, given: object) -> dict[str, float]:
    if not is_sequence(given):
        accepted = "a list or tuple of numbers above 0 and below 1"
        raise InvalidValueError(Fault(side, hidden(given), accepted, "form"))
    parts: dict[str, float] = {}
    faults: list[Fault] = []
    for place, found in enumerate(given):
        size = plain(found)
        name = f"{side} {100 * size:.12g} %" if isinstance(size, float) else ""
        if isinstance(size, float) and 0 < size < 1 and name not in parts:
            parts[name] = size
        else:
            accepted = f"a number above 0 and below 1, once; at most {_MOST_PARTS} of them"
            faults.append(Fault(f"{side}[{place}]", shown(found), accepted, "value"))
    if faults or len(parts) > _MOST_PARTS:
        accepted = f"at most {_MOST_PARTS} parts"
        raise InvalidValueError(
            *(faults or [Fault(side, f"{len(parts)} parts", accepted, "length")])
        )
    return parts


def _held(amounts: Amounts, name: str, size: float, asked: Resampling) -> tuple[float, Interval]:
    statistic = partial(_share_of, size=size, top=name.startswith("top"))
    value = float(statistic(amounts.values[np.newaxis])[0])
    return value, resampled(amounts.values, statistic, asked)


def _share_of(rows: FloatArray, size: float, *, top: bool) -> FloatArray:
    if top:
        return 1 - kernels.lorenz_share(rows, [1 - size])[..., 0]
    return kernels.lorenz_share(rows, [size])[..., 0]


def _caveats(
    code: str | None, amounts: Amounts, found: list[Interval], asked: Resampling
) -> Iterator[Caveat]:
    fields = ("shares", "interval_low", "interval_high", "largest_share")
    yield from of_amounts(code, fields, amounts)
    if code is None:
        said = [
            caveat
            for interval in found
            for caveat in of_interval(interval, asked, amounts.n, "interval_low", "interval_high")
        ]
        yield from dict.fromkeys(said)
