"""What `disaggregate` answers."""

from typing import final

import attrs

from ..caveats import Caveat
from ..results import ROW, RowResult

__all__ = ["Disaggregation"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Disaggregation(RowResult):
    """What `disaggregate` answers: a row for each group; numbers first, then names, in order.

    What is hidden is None in every number of its row.

    Attributes
    ----------
    groups : tuple of str or int
        The groups.
    counts, counts_before : tuple of int
        How many people have a value in each wave; without a wave before, None there.
    sums, shares : tuple of float
        What the values add up to, and what part of the sum of all that is.
    means, means_before, changes : tuple of float
        The mean, the mean before, and the difference of the two.
    hidden : tuple of bool
        Whether a row is hidden.
    n, n_before, total, mean, mean_before, change : int, int, float, float, float, float
        The whole: everybody once, with a known group or without.
    unknown, unknown_total : int, float
        People with a value whose group is not known, and what their values add up to.
    overlap, overlap_total : int, float
        By how much the parts exceed the whole, because people stand in several groups.
    stated_total, difference : float
        The total that was given, and by how much it exceeds that of the values.
    reconciles : bool
        Whether parts + unknown - overlap give the total that was stated; without one they give that
        of the values by construction.
    reversed_change : bool
        Whether every part changed in one direction and the whole did not (Simpson).
    reversed_pairs : tuple of tuple of str
        Pairs of groups whose comparison is the other way round in every stratum (Simpson).
    by, strata : str
        Names of what people were grouped by, where names were given.
    threshold, hidden_cells : int
        Which cells are small, and how many are hidden, the unknown and the overlap among them.
    missing, without_value : int
        Missing values, and people with a group and no value at all.
    caveats : tuple of Caveat
        What this can not show.
    """

    groups: tuple[str | int, ...] = attrs.field(metadata=ROW)
    counts: tuple[int | None, ...] = attrs.field(metadata=ROW)
    counts_before: tuple[int | None, ...] = attrs.field(metadata=ROW)
    sums: tuple[float | None, ...] = attrs.field(metadata=ROW)
    shares: tuple[float | None, ...] = attrs.field(metadata=ROW)
    means: tuple[float | None, ...] = attrs.field(metadata=ROW)
    means_before: tuple[float | None, ...] = attrs.field(metadata=ROW)
    changes: tuple[float | None, ...] = attrs.field(metadata=ROW)
    hidden: tuple[bool, ...] = attrs.field(metadata=ROW)
    n: int | None
    n_before: int | None
    total: float | None
    mean: float | None
    mean_before: float | None
    change: float | None
    unknown: int | None
    unknown_total: float | None
    overlap: int | None
    overlap_total: float | None
    stated_total: float | None
    difference: float | None
    reconciles: bool | None
    reversed_change: bool | None
    reversed_pairs: tuple[tuple[str | int, str | int], ...]
    by: str | None
    strata: str | None
    threshold: int
    hidden_cells: int
    missing: int
    without_value: int
    caveats: tuple[Caveat, ...] = ()
