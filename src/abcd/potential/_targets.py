"""Criteria with a target: the distance to it is a cost like others."""

import math

import attrs
import numpy as np

from ..results.arrays import FloatArray
from .criteria import SIZE_LIMIT, Criterion, Direction

__all__ = ["aimed", "as_cost", "distances"]

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
