"""How much each criterion counts: ways of asking people, from an order to judgments in pairs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..fields import ID, to_number
from ..results.arrays import FloatArray
from ._orders import Order, read_order
from ._points import is_points, points_of, shares_of
from .hierarchies import hierarchy
from .pairwise import ahp, ahp_group
from .weighting import CriterionWeights, PairwiseWeights

__all__ = [
    "CriterionWeights",
    "PairwiseWeights",
    "ahp",
    "ahp_group",
    "direct",
    "equal",
    "hierarchy",
    "rank_order_centroid",
    "rank_reciprocal",
    "rank_sum",
    "swing",
]

Importance: TypeAlias = Sequence[str | Sequence[str]] | Mapping[str, float]
"""Ids of criteria, the most important first, a list of ids where some are tied."""


def direct(points: Mapping[str, float]) -> CriterionWeights:
    """Take the points that people gave each criterion, as parts of their sum.

    Use it where people share out 100 points, or rate each criterion on one scale.

    Parameters
    ----------
    points : mapping of criterion id to number
        From 0, at least one above 0; only their ratios matter.

    Returns
    -------
    CriterionWeights
        In the order given.

    Raises
    ------
    InvalidValueError
        With every fault: no criterion, a number below 0, only zeros.

    See Also
    --------
    swing : asks about the step from the worst to the best, not about importance as such.

    Examples
    --------
    >>> found = direct({"people": 60, "cost": 30, "time": 10})
    >>> found.weights.tolist()
    [0.6, 0.3, 0.1]
    """
    ids, values = points_of(points, "points")
    return _weights(ids, shares_of(values), "direct")


def equal(criteria: Iterable[str]) -> CriterionWeights:
    """Let all criteria count the same, and say that nobody was asked.

    Parameters
    ----------
    criteria : list of str
        Their ids, at least one.

    Returns
    -------
    CriterionWeights
        With `n` 0 and the caveat ``"weights-equal"``.

    Raises
    ------
    InvalidValueError
        If there is none, one stands twice, or one is no id.

    Examples
    --------
    >>> equal(["people", "cost"]).weights.tolist()
    [0.5, 0.5]
    """
    (ids,) = zip(*_order(criteria, "criteria", ties=False), strict=True)
    shares = np.full(len(ids), 1 / len(ids))
    return _weights(ids, shares, "equal", n=0, caveats=(Caveat("weights-equal"),))


# --- from an order of importance -----------------------------------------------------------------


def rank_sum(ranking: Importance) -> CriterionWeights:
    """Turn an order of importance into weights that fall in equal steps.

    Parameters
    ----------
    ranking : list of ids, or mapping of id to place
        The most important first; a list inside it holds criteria that are tied.

    Returns
    -------
    CriterionWeights
        In the order of importance, tied ones as given.

    Raises
    ------
    InvalidValueError
        If it names no criterion, or one twice.

    See Also
    --------
    rank_order_centroid : the mean of all weights that fit the order.

    Notes
    -----
    The weight of place i of n is ``2 (n + 1 - i) / (n (n + 1))``. Tied criteria share the mean of
    the weights of their places, so that the sum stays 1.

    References
    ----------
    Stillwell, W. G., Seaver, D. A. and Edwards, W. (1981). A comparison of weight approximation
    techniques in multiattribute utility decision making. Organizational Behavior and Human
    Performance 28: 62-77.

    Examples
    --------
    >>> rank_sum(["people", "cost", "time"]).weights.round(3).tolist()
    [0.5, 0.333, 0.167]
    """
    return _of_places(ranking, "rank_sum", lambda n: np.arange(n, 0.0, -1))


def rank_reciprocal(ranking: Importance) -> CriterionWeights:
    """Turn an order of importance into weights in proportion to 1, 1/2, 1/3, ...

    Parameters
    ----------
    ranking : list of ids, or mapping of id to place
        The most important first; a list inside it holds criteria that are tied.

    Returns
    -------
    CriterionWeights
        In the order of importance, tied ones as given.

    Raises
    ------
    InvalidValueError
        If it names no criterion, or one twice.

    Notes
    -----
    The weight of place i is ``(1 / i) / (1 + 1/2 + ... + 1/n)``. Tied criteria share the mean of
    the weights of their places.

    References
    ----------
    Stillwell, W. G., Seaver, D. A. and Edwards, W. (1981). A comparison of weight approximation
    techniques in multiattribute utility decision making. Organizational Behavior and Human
    Performance 28: 62-77.

    Examples
    --------
    >>> rank_reciprocal(["people", "cost", "time"]).weights.round(3).tolist()
    [0.545, 0.273, 0.182]
    """
    return _of_places(ranking, "rank_reciprocal", lambda n: 1 / np.arange(1.0, n + 1))


def rank_order_centroid(ranking: Importance) -> CriterionWeights:
    """Turn an order of importance into the mean of all weights that fit it.

    Use it where people can say what matters more, and not by how much.

    Parameters
    ----------
    ranking : list of ids, or mapping of id to place
        The most important first; a list inside it holds criteria that are tied.

    Returns
    -------
    CriterionWeights
        In the order of importance, tied ones as given.

    Raises
    ------
    InvalidValueError
        If it names no criterion, or one twice.

    See Also
    --------
    rank_sum, rank_reciprocal : flatter, and steeper at the top than `rank_sum`.

    Notes
    -----
    The weight of place i of n is ``(1/i + 1/(i+1) + ... + 1/n) / n``: the center of the weights
    that add to 1 and fall from place to place. Tied criteria share the mean of the weights of
    their places.

    References
    ----------
    Barron, F. H. and Barrett, B. E. (1996). Decision quality using ranked attribute weights.
    Management Science 42(11): 1515-1523.

    Examples
    --------
    An (invented) youth group finds reach most important, cost and time alike after it:

    >>> found = rank_order_centroid(["reach", ["cost", "time"]])
    >>> found.weights.round(3).tolist()
    [0.611, 0.194, 0.194]
    >>> print(found.caveats[0])
    Only the order of importance was asked. Many weights fit it; these are one convention \
(rank_order_centroid).
    """
    return _of_places(
        ranking,
        "rank_order_centroid",
        lambda n: np.cumsum(1 / np.arange(n, 0.0, -1))[::-1],
    )


def swing(points: Mapping[str, float], *, highest: float = 100) -> CriterionWeights:
    """Take the points that people gave the step from the worst to the best of each criterion.

    Ask: imagine an option that is worst on everything. Which one criterion would you lift to its
    best first? It gets 100 points; each other lift is measured beside it. The question keeps the
    range of the scores in view, which importance as such does not.

    Parameters
    ----------
    points : mapping of criterion id to number
        From 0 to `highest`, and at least one at `highest`.
    highest : float
        The points of the lift that is wanted most.

    Returns
    -------
    CriterionWeights
        In the order given.

    Raises
    ------
    InvalidValueError
        If points are outside this range or none has the highest.

    References
    ----------
    von Winterfeldt, D. and Edwards, W. (1986). Decision Analysis and Behavioral Research.
    Cambridge University Press, chapter 8.

    Examples
    --------
    >>> swing({"people": 100, "cost": 60, "time": 40}).weights.tolist()
    [0.5, 0.3, 0.2]
    """
    ids, values = points_of(points, "points")
    most = to_number(highest)
    if not (is_points(most) and most > 0):
        raise InvalidValueError(Fault("highest", shown(most), "a finite number above 0", "value"))
    faults = [
        Fault(f"points[{shown(id)}]", shown(value), f"a number up to {most:g}", "value")
        for id, value in zip(ids, values, strict=True)
        if value > most
    ]
    if not faults and most not in values:
        accepted = f"{most:g} for the lift that is wanted most"
        faults.append(Fault("points", f"at most {shown(max(values))}", accepted, "value"))
    if faults:
        raise InvalidValueError(*faults)
    return _weights(ids, shares_of(values), "swing")


# --- reading and scaling -------------------------------------------------------------------------


def _order(value: object, path: str, *, ties: bool) -> Order:
    """Read an order of criteria, at least one; their ids are text."""
    faults: list[Fault] = []
    order = read_order(value, path, faults)
    numbers = [id for group in order for id in group if type(id) is int]
    faults += [Fault(path, shown(id), ID.accepted, "value") for id in numbers]
    if not ties:
        tied = next((group for group in order if len(group) > 1), None)
        if tied is not None:
            accepted = "ids one by one"
            faults.append(Fault(path, f"a group of {len(tied)}", accepted, "value"))
    if not faults and not order:
        faults.append(Fault(path, "no criterion", "at least one", "value"))
    if faults:
        raise InvalidValueError(*faults)
    return order


def _of_places(
    ranking: object, method: str, of_place: Callable[[int], FloatArray]
) -> CriterionWeights:
    order = _order(ranking, "ranking", ties=True)
    ids = tuple([str(id) for group in order for id in group])
    places = of_place(len(ids))
    shares = places / places.sum()
    start = 0
    for group in order:
        tied = slice(start, start + len(group))
        shares[tied] = shares[tied].mean()
        start += len(group)
    return _weights(
        ids, shares, method, caveats=(Caveat("weights-from-order", {"method": method}),)
    )


def _weights(
    ids: Sequence[Any],
    shares: FloatArray,
    method: str,
    *,
    n: int = 1,
    caveats: tuple[Caveat, ...] = (),
) -> CriterionWeights:
    return CriterionWeights(
        criteria=tuple(ids),
        weights=shares,
        groups=((),) * len(ids),
        method=method,
        n=n,
        caveats=caveats,
    )
