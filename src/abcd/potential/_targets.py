"""Criteria with a target: the distance to it is a cost like others."""

from collections.abc import Sequence

import attrs
import numpy as np

from ..results.arrays import FloatArray
from .criteria import Criterion, Direction

__all__ = ["aimed", "as_cost", "distances"]


def aimed(
    criteria: Sequence[Criterion], points: FloatArray
) -> tuple[Sequence[Criterion], FloatArray]:
    """Return criteria and scores in which each target has become a cost: the distance to it.

    A table without targets, a million options perhaps, is handed back as it is.
    """
    places = [place for place, one in enumerate(criteria) if one.direction is Direction.TARGET]
    if not places:
        return criteria, points
    changed = np.array(points, order="F")
    for place in places:
        changed[:, place] = distances(criteria[place], changed[:, place])
    return [as_cost(criterion) for criterion in criteria], changed


def as_cost(criterion: Criterion) -> Criterion:
    """Return the criterion as methods see it, which know more is better and less is better."""
    if criterion.target is None:
        return criterion
    # A scale with both ends tells how far from the target a score can be.
    farthest = None
    if criterion.minimum is not None and criterion.maximum is not None:
        farthest = max(
            abs(criterion.minimum - criterion.target), abs(criterion.maximum - criterion.target)
        )
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
