"""Lorenz curve: which share of the whole the poorest so many hold."""

from typing import Literal, final

import attrs
import numpy as np

from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from . import _inequality as kernels
from ._amounts import of_amounts, read_amounts, unusable
from .pairs import Scores

__all__ = ["LorenzCurve", "lorenz"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class LorenzCurve(RowResult):
    """What `lorenz` answers: a row for the poorest 0, 1, ..., n people.

    Attributes
    ----------
    people : array of shape (n + 1,)
        How many of the poorest the row is about.
    population_share, value_share : arrays of shape (n + 1,)
        Their share of the people, and of the sum; the second is nan where it can not be computed.
    gini : float
        Twice the area between the curve and equality.
    n : int
        How many people have a value.
    omitted : tuple of str or int
        Ids, or row numbers from 0, of people without a value.
    caveats : tuple of Caveat
        What these data can not show.
    """

    people: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    population_share: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    value_share: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    gini: float | None
    n: int
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def lorenz(values: Scores, *, missing: Literal["raise", "omit"] = "raise") -> LorenzCurve:
    """Tell which share of the whole the poorest so many people hold.

    Draw it from the lower left: on the diagonal everybody holds the same. No row names a person,
    but with few people the steps are the values: think before showing it.

    Parameters
    ----------
    values : sequence of number, mapping of id to number, or sequence of (id, number)
        One amount for each person, from 0, in one unit.
    missing : {"raise", "omit"}
        Refuse missing values (None, nan) and name them, or leave them out and list them.

    Returns
    -------
    LorenzCurve
        n + 1 rows, from nobody to everybody, the poorest first.

    Raises
    ------
    InvalidValueError
        If values can not be read.

    See Also
    --------
    shares : the same at chosen parts of the people, with intervals.
    gini : one number for the whole curve.

    Notes
    -----
    L(k/n) = sum of the k smallest values over the sum of all. No values, a negative value, or
    nothing but zeros: no curve (`value_share` is nan).

    References
    ----------
    Lorenz, M. O. (1905). Methods of measuring the concentration of wealth. Publications of the
    American Statistical Association 9, 209-219.

    Examples
    --------
    Harvests of four invented families, in sacks:

    >>> curve = lorenz([1, 2, 3, 14])
    >>> curve.value_share.round(2).tolist()
    [0.0, 0.05, 0.15, 0.3, 1.0]

    The poorer half harvested 15 % of it all. Where nobody harvested anything:

    >>> print(lorenz([0, 0]).caveats[0])
    Nobody has anything: there is nothing to be spread.
    """
    amounts = read_amounts(values, missing=missing)
    row, n = amounts.values, amounts.n
    code = unusable(row)
    usable = code is None
    points = kernels.lorenz_points(row) if usable else np.full(n + 1, np.nan)
    caveats = tuple(of_amounts(code, ("value_share", "gini"), amounts))
    return LorenzCurve(
        people=np.arange(n + 1),
        population_share=np.arange(n + 1) / max(n, 1),
        value_share=points,
        gini=float(kernels.gini(row)) if usable else None,
        n=n,
        omitted=amounts.omitted,
        caveats=caveats,
    )
