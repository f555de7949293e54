"""Where the first rank turns when one weight or one score moves."""

import functools
import math

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray
from ._envelope import highest_between, way_to
from ._kernels import TOLERANCE
from ._search import Ranker, moved_weights, turn
from .criteria import Direction

__all__ = ["by_lines", "by_search", "score_changes", "values_of"]

# --- one weight moves ----------------------------------------------------------------------------


def values_of(ranker: Ranker) -> FloatArray:
    """Return normalized scores, a row a criterion."""
    return ranker.outcome().contributions / ranker.problem.weights[:, np.newaxis]


def by_lines(
    ranker: Ranker, values: FloatArray, order: npt.NDArray[np.intp]
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the changes for each rival, and the stretch of each weight for the first option."""
    weights = ranker.problem.weights
    changes = np.full((len(order) - 1, len(weights)), np.nan)
    low, high = np.full(len(weights), np.nan), np.full(len(weights), np.nan)
    for place, weight in enumerate(weights.tolist()):
        if weight > 1 - TOLERANCE:
            continue
        others = moved_weights(weights, place, 0.0) @ values
        start, end = highest_between(others, values[place], order)
        changes[:, place] = way_to(weight, start[1:], end[1:])
        # Tied with others it may be first at this very weight only.
        low[place] = min(weight, np.nan_to_num(start[0], nan=weight))
        high[place] = max(weight, np.nan_to_num(end[0], nan=weight))
    return changes, low, high


def by_search(
    ranker: Ranker, order: npt.NDArray[np.intp]
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Do the same for any method, step by step."""
    weights = ranker.problem.weights
    first, rivals = int(order[0]), order[1:].tolist()
    changes = np.full((len(rivals), len(weights)), np.nan)
    low, high = np.full(len(weights), np.nan), np.full(len(weights), np.nan)
    for place, weight in enumerate(weights.tolist() if rivals else ()):
        if weight > 1 - TOLERANCE:
            continue
        leads = functools.cache(functools.partial(_leads_at, ranker, place))
        ends = [turn(weight, end, lambda to: ranker.has_lost(first, leads(to))) for end in (0, 1)]  # noqa: B023  # used at once
        low[place], high[place] = np.nan_to_num(ends[0], nan=0.0), np.nan_to_num(ends[1], nan=1.0)
        for row, rival in enumerate(rivals):
            found = [
                turn(weight, end, lambda to: ranker.is_first(rival, leads(to))) - weight  # noqa: B023  # used at once
                for end in (0, 1)
            ]
            changes[row, place] = _smaller(*found)
    return changes, low, high


def _leads_at(ranker: Ranker, place: int, to: float) -> FloatArray:
    return ranker.leads(weights=moved_weights(ranker.problem.weights, place, to))


def _smaller(one: float, other: float) -> float:
    if math.isnan(one) or math.isnan(other):
        return other if math.isnan(one) else one
    return min(one, other, key=abs)


# --- one score moves -----------------------------------------------------------------------------


def score_changes(ranker: Ranker, option: int, *, better: bool) -> list[float]:
    """Return the smallest change of each score of an option that makes it first, or no longer."""
    changes = []
    for place, criterion in enumerate(ranker.problem.criteria):
        row = ranker.problem.rows[place]
        low = float(row.min()) if criterion.minimum is None else float(criterion.minimum)
        high = float(row.max()) if criterion.maximum is None else float(criterion.maximum)
        upward = (criterion.direction is not Direction.MIN) == better
        now = float(row[option])

        def turned(score: float, place: int = place) -> bool:
            rows = ranker.problem.rows.copy()
            rows[place, option] = score
            leads = ranker.leads(rows=rows)
            return ranker.is_first(option, leads) if better else ranker.has_lost(option, leads)

        changes.append(turn(now, high if upward else low, turned) - now)
    return changes
