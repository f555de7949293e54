"""What takes part in a ranking: criteria that count, options that have no gap there."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..results.arrays import FloatArray
from ._methods import FIELDS
from ._weights import Weighting
from .criteria import Criterion, Direction
from .tables import DecisionTable

__all__ = ["Counting", "Selected", "check_scales", "select"]

Counting: TypeAlias = npt.NDArray[np.bool_]


class Selected(NamedTuple):
    """The scores that count, a row a criterion, without options that have a gap there."""

    rows: FloatArray
    weights: FloatArray
    counting: Counting
    ranked: Counting | None
    caveats: tuple[Caveat, ...]


def select(
    criteria: tuple[Criterion, ...], points: FloatArray, weighting: Weighting, missing: str
) -> Selected:
    """Choose criteria with a weight, and options that have a score on each of these."""
    rows = np.ascontiguousarray(points.T)
    weights = weighting.weights
    if weights is None:
        # There was no option without gaps to compute them from.
        nobody = np.zeros(len(points), dtype=np.bool_)
        return Selected(
            rows[:, nobody],
            np.ones(len(rows)),
            np.ones(len(rows), dtype=np.bool_),
            nobody,
            (_with_gaps(len(points), len(points)),),
        )
    counting = weights > 0
    if not counting.all():
        rows, weights = rows[counting], weights[counting]
    if not np.isnan(rows.min(axis=1)).any():
        return Selected(rows, weights, counting, None, ())
    caveats: list[Caveat] = []
    if missing == "worst":
        kinds = [criteria[place].direction for place in np.flatnonzero(counting)]
        caveats.append(Caveat("gaps-as-worst", {"gaps": int(np.count_nonzero(np.isnan(rows)))}))
        rows = _filled(rows, kinds)
    ranked: Counting = ~np.isnan(rows.sum(axis=0))
    if not ranked.all():
        caveats.append(_with_gaps(int(np.count_nonzero(~ranked)), len(points)))
    return Selected(rows[:, ranked], weights, counting, ranked, tuple(caveats))


def _with_gaps(count: int, total: int) -> Caveat:
    return Caveat("options-with-gaps", {"count": count, "total": total, "fields": FIELDS})


def _filled(rows: FloatArray, directions: Sequence[Direction]) -> FloatArray:
    """Put the worst score of each criterion into its gaps; nan stays where nobody has a score."""
    costs = np.array([direction is Direction.MIN for direction in directions])
    highest: FloatArray = np.fmax.reduce(rows, axis=1)
    lowest: FloatArray = np.fmin.reduce(rows, axis=1)
    worst = np.where(costs, highest, lowest)
    return np.where(np.isnan(rows), worst[:, np.newaxis], rows)


def check_scales(table: DecisionTable, counting: Counting) -> None:
    """Refuse to measure by the scale of a criterion that has none."""
    faults = [
        Fault(
            f"criteria[{place}].{end}",
            f"None (criterion {shown(criterion.id)})",
            "a finite number, as the normalization 'scale' measures by it",
            "missing",
        )
        for place, criterion in enumerate(table.criteria)
        for end in ("minimum", "maximum")
        if counting[place] and getattr(criterion, end) is None
    ]
    if faults:
        raise InvalidValueError(*faults)
