"""Reading what is known about weights: nothing, an order, limits, or numbers with a tolerance."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from .._arguments import is_number, plain
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, nearest, shown
from ..results.arrays import FloatArray
from ._simplex import Space, narrowed
from ._weights import Weights, read_weights
from .criteria import Criterion

__all__ = ["Possible", "read_possible", "read_tolerance"]


class Possible(NamedTuple):
    """The space of weights, what it stands on, and where numbers for it come from."""

    space: Space
    known: str
    source: str
    caveats: tuple[Caveat, ...] = ()


def read_possible(
    criteria: Sequence[Criterion],
    points: FloatArray,
    weights: Weights | None,
    tolerance: float | None,
    order: object,
    bounds: object,
) -> Possible:
    """Return the possible weights.

    Raises
    ------
    InvalidValueError
        If arguments do not go together or do not fit the criteria, or no weights are left.
    """
    given = weights is not None or tolerance is not None
    if given and (order is not None or bounds is not None):
        name = "order" if order is not None else "bounds"
        accepted = "None, as weights or a tolerance are given: they say it already"
        raise InvalidValueError(Fault(name, "a value", accepted, "conflict"))
    if given:
        return _around(criteria, points, weights, tolerance)
    ids = [criterion.id for criterion in criteria]
    lower, upper = _limits(bounds, ids)
    space = narrowed(Space(lower, upper, _groups(order, ids)))
    if space is None:
        accepted = "limits and an order that some weights adding to 1 keep"
        found = "limits that contradict each other"
        raise InvalidValueError(Fault("bounds", found, accepted, "conflict"))
    known = "bounded" if bounds is not None else "ordered" if order is not None else "unknown"
    return Possible(space, known, known)


def _around(
    criteria: Sequence[Criterion],
    points: FloatArray,
    weights: Weights | None,
    tolerance: float | None,
) -> Possible:
    part = 0.0 if tolerance is None else read_tolerance(tolerance)
    weighting = read_weights(weights, criteria, points)
    if weighting.weights is None:
        # Nothing to compute them from: nobody is ranked either.
        middle = np.full(len(criteria), 1 / len(criteria))
    else:
        middle = weighting.weights
    space = Space(middle * (1 - part), np.minimum(middle * (1 + part), 1.0))
    # The weights themselves are among them.
    return Possible(
        narrowed(space) or space,
        "given" if part == 0 else "near",
        weighting.source,
        weighting.caveats,
    )


def read_tolerance(value: object) -> float:
    """Return a part from 0 to below 1."""
    found = plain(value)
    if not is_number(found) or not 0 <= found < 1:
        accepted = "a part from 0 to below 1, such as 0.2 for 20 %"
        raise InvalidValueError(Fault("tolerance", shown(found), accepted, "value"))
    return float(found)


def _limits(bounds: object, ids: Sequence[str]) -> tuple[FloatArray, FloatArray]:
    lower, upper = np.zeros(len(ids)), np.ones(len(ids))
    if bounds is None:
        return lower, upper
    if not isinstance(bounds, Mapping):
        accepted = "a mapping of ids of criteria to pairs (low, high)"
        raise InvalidValueError(Fault("bounds", shown(bounds), accepted, "value"))
    faults = []
    for id, pair in bounds.items():
        ends = _pair(pair)
        if not (isinstance(id, str) and id in ids):
            accepted = f"a criterion of the table: {nearest(id, ids)}"
            faults.append(Fault("bounds", f"the key {shown(id)}", accepted, "unknown-criterion"))
        elif ends is None:
            accepted = "a pair (low, high) of shares from 0 to 1, the lower one first"
            faults.append(Fault(f"bounds[{shown(id)}]", shown(pair), accepted, "value"))
        else:
            lower[ids.index(id)], upper[ids.index(id)] = ends
    if faults:
        raise InvalidValueError(*faults)
    return lower, upper


def _pair(value: Any) -> tuple[float, float] | None:
    items = value.tolist() if isinstance(value, np.ndarray) else value
    if not isinstance(items, list | tuple) or len(items) != 2:
        return None
    low, high = (plain(item) for item in items)
    if not is_number(low) or not is_number(high) or not 0 <= low <= high <= 1:
        return None
    return float(low), float(high)


def _groups(order: object, ids: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    if order is None:
        return ()
    items = order if isinstance(order, list | tuple) else None
    groups = None if items is None else [_members(item) for item in items]
    if not groups or not all(groups):
        accepted = "ids of criteria, the one that counts most first; several in a list of their own"
        raise InvalidValueError(Fault("order", shown(order), accepted, "value"))
    faults: list[Fault] = []
    seen: set[Any] = set()
    for place, group in enumerate(groups):
        for id in group:
            path = f"order[{place}]"
            if not (isinstance(id, str) and id in ids):
                accepted = f"a criterion of the table: {nearest(id, ids)}"
                faults.append(Fault(path, shown(id), accepted, "unknown-criterion"))
            elif id in seen:
                faults.append(Fault(path, f"{shown(id)} again", "each id once", "duplicate-id"))
            else:
                seen.add(id)
    if faults:
        raise InvalidValueError(*faults)
    return tuple([tuple([ids.index(id) for id in group]) for group in groups])


def _members(item: Any) -> list[Any]:
    return list(item) if isinstance(item, list | tuple) else [item]
