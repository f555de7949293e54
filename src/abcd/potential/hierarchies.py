"""Criteria in groups: what a criterion counts in its group, times what the group counts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ._points import points_of, shares_of
from .weighting import CriterionWeights, PairwiseWeights

__all__ = ["hierarchy"]

Level: TypeAlias = Mapping[str, Any]
"""A local weight, or a pair of the weight of a group and what is in it, by id."""

# What stands below a criterion at the bottom.
_LEAF = object()
# Deeper trees of criteria are a mistake, or hostile.
_DEPTH_LIMIT = 20


def hierarchy(levels: Level) -> CriterionWeights:
    """Multiply the weights of groups with the weights inside them.

    Use it where criteria come in groups: people first say how much each group counts, then what
    counts inside it. A group does not gain from having many criteria.

    Parameters
    ----------
    levels : mapping
        By id: a local weight, or a pair ``(weight of the group, what is in it)``, where the second
        is such a mapping again or a result of `abcd.potential.weights`. Only ratios within one
        level matter.

    Returns
    -------
    CriterionWeights
        One row a criterion at the bottom; `groups` names the groups above it. The caveats of
        results inside are carried along; `n` is the fewest voices that any level stands on, 0 with
        a level that nobody was asked about.

    Raises
    ------
    InvalidValueError
        With every fault: a level without a weight above 0, a number below 0, an id that stands
        twice, more than 20 levels.

    Notes
    -----
    Each level is scaled to add to 1; the weight of a criterion is the product along its path, so
    that all of them add to 1.

    References
    ----------
    Saaty, T. L. (1980). The Analytic Hierarchy Process. McGraw-Hill, chapter 1.

    Examples
    --------
    >>> found = hierarchy({"people": (3, {"reach": 2, "youth": 1}), "cost": 1})
    >>> found.criteria, found.weights.round(3).tolist(), found["youth"]["groups"]
    (('reach', 'youth', 'cost'), [0.5, 0.25, 0.25], ('people',))
    """
    faults: list[Fault] = []
    caveats: list[Caveat] = []
    voices: list[int] = []
    leaves = list(_leaves(levels, (), faults, caveats, voices))
    ids = [id for id, _, _ in leaves]
    faults += [
        Fault("levels", f"the criterion {shown(id)} again", "each id once", "duplicate-id")
        for id in dict.fromkeys(ids)
        if ids.count(id) > 1
    ]
    if faults:
        raise InvalidValueError(*faults)
    return CriterionWeights(
        criteria=tuple(ids),
        weights=np.array([weight for _, weight, _ in leaves]),
        groups=tuple([path for _, _, path in leaves]),
        method="hierarchy",
        n=min(voices),
        caveats=tuple(dict.fromkeys(caveats)),
    )


def _leaves(
    level: Any,
    path: tuple[str, ...],
    faults: list[Fault],
    caveats: list[Caveat],
    voices: list[int],
) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    """Yield id, weight and groups of the criteria at the bottom, as shares of this level."""
    where = "".join(["levels", *[f"[{shown(id)}][1]" for id in path]])
    if isinstance(level, CriterionWeights | PairwiseWeights):
        caveats += level.caveats
        voices.append(level.n)
        level = dict(zip(level.criteria, level.weights.tolist(), strict=True))
    else:
        voices.append(1)
    if not isinstance(level, Mapping):
        accepted = "a mapping {criterion: number}, or a result of abcd.potential.weights"
        faults.append(Fault(where, shown(level), accepted, "value"))
        return
    if len(path) > _DEPTH_LIMIT:
        accepted = f"at most {_DEPTH_LIMIT} levels"
        faults.append(Fault("levels", "deeper nesting", accepted, "depth"))
        return
    inside = {key: _inside(value) for key, value in level.items()}
    try:
        ids, values = points_of({key: pair[0] for key, pair in inside.items()}, where)
    except InvalidValueError as error:
        faults += error.faults
        return
    below = [pair[1] for pair in inside.values()]
    for id, share, part in zip(ids, shares_of(values).tolist(), below, strict=True):
        if part is _LEAF:
            yield id, share, path
            continue
        for leaf, weight, groups in _leaves(part, (*path, id), faults, caveats, voices):
            yield leaf, share * weight, groups


def _inside(value: Any) -> Sequence[Any]:
    """Split what stands at an id into its weight, and what is in it where it is a group."""
    if isinstance(value, tuple | list) and len(value) == 2:
        return value
    return value, _LEAF
