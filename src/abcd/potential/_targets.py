"""Criteria with a target: the distance to it is a cost like others."""

import math

import attrs
import numpy as np

from ..results.arrays import FloatArray
from ._arrays import condensed
from .criteria import SIZE_LIMIT, Criterion, Direction
from .tables import DecisionTable

__all__ = ["aimed", "as_cost", "centers", "distances", "distances_between"]

_LARGEST = math.nextafter(SIZE_LIMIT, 0)


def aimed(
    criteria: tuple[Criterion, ...], points: FloatArray
) -> tuple[tuple[Criterion, ...], FloatArray]:
    """Return criteria and scores in which each target has become a cost: the distance to it.

    A table without targets, a million options perhaps, is handed back as it is.
    """
    places = [place for place, one in enumerate(criteria) if one.direction is Direction.TARGET]
    if not places:
        return criteria, points
    changed = np.array(points, order="F")
    for place in places:
        changed[:, place] = distances(criteria[place], changed[:, place])
    return tuple([as_cost(criterion) for criterion in criteria]), changed


def as_cost(criterion: Criterion) -> Criterion:
    """Return the criterion as methods see it, which know more is better and less is better."""
    if criterion.target is None:
        return criterion
    # A scale with both ends tells how far from the target a score can be.
    farthest = None
    if criterion.minimum is not None and criterion.maximum is not None:
        ends = criterion.minimum - criterion.target, criterion.maximum - criterion.target
        farthest = min(max(map(abs, ends)), _LARGEST)
    return attrs.evolve(
        criterion,
        direction=Direction.MIN,
        minimum=0.0,
        maximum=farthest,
        target=None,
    )


def distances(criterion: Criterion, scores: FloatArray) -> FloatArray:
    """Measure scores from the target; those of other criteria are handed back as they are."""
    return scores if criterion.target is None else np.abs(scores - criterion.target)


def distances_between(target: float, low: FloatArray, high: FloatArray) -> FloatArray:
    """Return the expected distance from the target of scores that are even between two ends."""
    below, above = target - low, high - target
    inside = (below > 0) & (above > 0)
    width = np.where(inside, high - low, 1.0)
    # In parts of the width: the square of a huge one is beyond all floats.
    around = below * (below / width) / 2 + above * (above / width) / 2
    expected: FloatArray = np.where(inside, around, np.abs(above / 2 - below / 2))
    return expected


def centers(table: DecisionTable) -> FloatArray:
    """Return one score a cell, like `points`; with a target one as far off as the cell on average.

    Two raters on either side of a target, or an interval around it, are not on target: distances
    are taken a rater each, those of an interval as expected, before anything is averaged.
    """
    points = table.points()
    aims = [
        (place, one.target) for place, one in enumerate(table.criteria) if one.target is not None
    ]
    if not aims or not (table.raters or table.has_intervals):
        return points
    changed = np.array(points, order="F")
    for place, target in aims:
        away = distances_between(target, table.low[..., place], table.high[..., place])
        changed[:, place] = target + condensed(away, raters=bool(table.raters))
    return changed
