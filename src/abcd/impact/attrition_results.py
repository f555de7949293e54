"""What `attrition` answers."""

from typing import final

import attrs

from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats

__all__ = ["Attrition", "LostAndStayed"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class LostAndStayed(RowResult):
    """How those who were lost differed before from those who stayed: a row for each variable.

    Attributes
    ----------
    variables : tuple of str
        The names.
    means_lost, means_stayed, differences : FloatArray
        Both means, and lost minus stayed over the pooled SD; nan where not estimable.
    n_lost, n_stayed : tuple of int
        How many of each have a value.
    caveats : tuple of Caveat
        What this can not show.
    """

    variables: tuple[str, ...] = attrs.field(metadata=ROW)
    means_lost: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    means_stayed: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    differences: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    n_lost: tuple[int, ...] = attrs.field(metadata=ROW)
    n_stayed: tuple[int, ...] = attrs.field(metadata=ROW)
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Attrition(RowResult):
    """What `attrition` answers: a row for each group, in the order that was given.

    Attributes
    ----------
    groups : tuple of str or int
        The labels.
    started, completed, lost : tuple of int
        Numbers of people.
    rates : FloatArray
        Lost over started; nan where nobody started.
    overall, differential : float
        Lost over started of all; the largest difference between the rates of two groups.
    cautious_limit, optimistic_limit : float
        The highest differential attrition that is low, by overall attrition.
    low_if_cautious, low_if_optimistic : bool
        Whether it is low where the program may have made people leave, and where it could not.
    lost_ids : tuple of str or int
        Who was lost, where ids were given.
    reasons, reason_counts, unexplained : tuple of str, tuple of int, int
        Why, the most frequent first; how many were lost without a known reason.
    differences : LostAndStayed
        How they differed before; None where nothing about them was given.
    n : int
        How many started.
    caveats : tuple of Caveat
        What this can not show.
    """

    groups: tuple[str | int, ...] = attrs.field(metadata=ROW)
    started: tuple[int, ...] = attrs.field(metadata=ROW)
    completed: tuple[int, ...] = attrs.field(metadata=ROW)
    lost: tuple[int, ...] = attrs.field(metadata=ROW)
    rates: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    overall: float | None
    differential: float | None
    cautious_limit: float | None
    optimistic_limit: float | None
    low_if_cautious: bool | None
    low_if_optimistic: bool | None
    lost_ids: tuple[str | int, ...] = ()
    reasons: tuple[str, ...] = ()
    reason_counts: tuple[int, ...] = ()
    unexplained: int
    differences: LostAndStayed | None = None
    n: int
    caveats: tuple[Caveat, ...] = ()
