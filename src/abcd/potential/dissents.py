"""Whom an outcome overrules: how far each voter's order is from it."""

from collections.abc import Iterator, Sequence
from typing import final

import attrs
import numpy as np

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats
from ._orders import Id, Order, read_order, read_voices
from .voices import Given, Rankings

__all__ = ["Dissent", "dissent"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Dissent(RowResult):
    """What `dissent` answers: one row a voter, in the order given, not by distance.

    Attributes
    ----------
    voters : tuple of str or int
        Their ids.
    distances : array of float, shape (n_voters,)
        The share of pairs that the outcome puts the other way round than the voter, 0 to 1; a pair
        that only one of both ties counts half. nan for an abstention.
    overruled : tuple of int
        How many pairs the outcome puts the other way round.
    compared : tuple of int
        On how many pairs the voter and the outcome both speak.
    first_choices : tuple of tuple of str or int
        What the voter put first; several where tied, none for an abstention.
    first_met : tuple of bool, optional
        Whether one of these is among those chosen; None for an abstention.
    chosen : tuple of str or int
        What is first in the outcome.
    method : str
        The definition.
    n : int
        How many voters gave an order.
    caveats : tuple of Caveat
        For how many no first choice is met.
    """

    voters: tuple[str | int, ...] = attrs.field(metadata=ROW)
    distances: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    overruled: tuple[int, ...] = attrs.field(metadata=ROW)
    compared: tuple[int, ...] = attrs.field(metadata=ROW)
    first_choices: tuple[tuple[str | int, ...], ...] = attrs.field(metadata=ROW)
    first_met: tuple[bool | None, ...] = attrs.field(metadata=ROW)
    chosen: tuple[str | int, ...]
    method: str
    n: int
    caveats: tuple[Caveat, ...] = ()


def dissent(
    rankings: Rankings,
    outcome: Given,
    *,
    chosen: Sequence[Id] | None = None,
) -> Dissent:
    """Tell whom an outcome would overrule, so that they can be heard before it stands.

    Use it before a decision is final. It orders nobody: rows stay as given. Show it to people only
    if they agreed that their ballots are open.

    Parameters
    ----------
    rankings : mapping of voter to order, or list of orders
        As for `aggregate`. What a voter left out is not compared.
    outcome : Aggregation, Ranking, Tally, or an order
        What was, or would be, decided.
    chosen : list of ids, optional
        What is carried out. The default is what the outcome has on its first place.

    Returns
    -------
    Dissent
        One row a voter.

    Raises
    ------
    InvalidValueError
        If an order or the outcome can not be read.

    See Also
    --------
    aggregate : the outcome.

    Notes
    -----
    The distance is Kendall's with penalty 1/2 (Fagin et al. 2004): pairs in opposite order count
    1, pairs tied in exactly one of both 1/2, divided by the pairs on which both speak. 0 is the
    same order, 1 the reverse. Without a pair in common it is nan.

    References
    ----------
    Fagin, R., Kumar, R., Mahdian, M., Sivakumar, D. and Vee, E. (2004). Comparing and aggregating
    rankings with ties. Proceedings of PODS 2004: 47-58.

    Examples
    --------
    Three (invented) neighbors, one of whom stays away:

    >>> said = {"ayu": ["oven", "path", "pond"], "budi": ["pond", "path", "oven"], "citra": None}
    >>> found = dissent(said, ["oven", "path", "pond"])
    >>> found.distances.tolist(), found.first_met
    ([0.0, 1.0, nan], (True, False, None))
    >>> print(found.caveats[2])
    People none of whose first choices is in the outcome: 1 of 2.
    """
    voices = read_voices(rankings, None)
    faults: list[Fault] = []
    order: Order = read_order(outcome, "outcome", faults)
    picked: Order = () if chosen is None else read_order(chosen, "chosen", faults)
    if faults:
        raise InvalidValueError(*faults)
    carried = tuple([id for group in picked for id in group])
    if chosen is None:
        carried = order[0] if order else ()
    rows = [_beside(_places(one), _places(order)) for one in voices.orders]
    firsts = [one[0] if one else () for one in voices.orders]
    met = tuple([bool(set(first) & set(carried)) if first else None for first in firsts])
    return Dissent(
        voters=voices.voters,
        distances=np.array([distance for distance, _, _ in rows]),
        overruled=tuple([opposite for _, opposite, _ in rows]),
        compared=tuple([pairs for _, _, pairs in rows]),
        first_choices=tuple(firsts),
        first_met=met,
        chosen=carried,
        method="Kendall's distance, ties in one order count half",
        n=sum(1 for one in voices.orders if one),
        caveats=tuple(_caveats(met, [distance for distance, _, _ in rows])),
    )


def _places(order: Order) -> dict[Id, int]:
    return {id: place for place, group in enumerate(order) for id in group}


def _beside(own: dict[Id, int], outcome: dict[Id, int]) -> tuple[float, int, int]:
    """Return the distance, the pairs in opposite order, and the pairs on which both speak."""
    shared = [id for id in own if id in outcome]
    left = np.array([own[id] for id in shared], dtype=np.int64)
    right = np.array([outcome[id] for id in shared], dtype=np.int64)
    opposite = one_tied = 0
    for place in range(len(shared)):
        mine = np.sign(left[place + 1 :] - left[place])
        theirs = np.sign(right[place + 1 :] - right[place])
        opposite += int(np.count_nonzero(mine * theirs < 0))
        one_tied += int(np.count_nonzero((mine == 0) != (theirs == 0)))
    pairs = len(shared) * (len(shared) - 1) // 2
    return (opposite + one_tied / 2) / pairs if pairs else float("nan"), opposite, pairs


def _caveats(met: Sequence[bool | None], distances: Sequence[float]) -> Iterator[Caveat]:
    total = len(met)
    silent = met.count(None)
    if silent:
        yield Caveat("abstentions", {"count": silent, "total": total})
    unknown = sum(1 for distance in distances if np.isnan(distance))
    if unknown:
        data = {"count": unknown, "total": total, "fields": ("distances",)}
        yield Caveat("distances-unknown", data)
    if met.count(False):
        yield Caveat("first-choice-not-met", {"count": met.count(False), "total": total - silent})
