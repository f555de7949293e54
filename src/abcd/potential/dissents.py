"""Whom an outcome overrules: how far each voter's order is from it."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, final

import attrs
import numpy as np

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, UnknownIdError, nearest, shown
from ..fields import one_of
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats
from ._marks import hear
from ._orders import Id, Order, read_order
from .ballots import BallotKind, Ballots
from .voices import Aggregation, Given, Rankings, of_set_aside

__all__ = ["Dissent", "dissent"]

_UNRANKED = ("last", "no_opinion")


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
    left_open : tuple of int
        How many pairs the voter orders and the outcome leaves tied: there nobody is overruled yet.
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
    unranked : str
        What an option that a voter left out counts as.
    n : int
        How many voters gave an order.
    caveats : tuple of Caveat
        For how many no first choice is met, and what the outcome leaves open.
    """

    voters: tuple[str | int, ...] = attrs.field(metadata=ROW)
    distances: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    overruled: tuple[int, ...] = attrs.field(metadata=ROW)
    left_open: tuple[int, ...] = attrs.field(metadata=ROW)
    compared: tuple[int, ...] = attrs.field(metadata=ROW)
    first_choices: tuple[tuple[str | int, ...], ...] = attrs.field(metadata=ROW)
    first_met: tuple[bool | None, ...] = attrs.field(metadata=ROW)
    chosen: tuple[str | int, ...]
    method: str
    unranked: str
    n: int
    caveats: tuple[Caveat, ...] = ()


def dissent(
    rankings: Rankings,
    outcome: Given,
    *,
    chosen: Sequence[Id] | None = None,
    unranked: Literal["last", "no_opinion"] | None = None,
) -> Dissent:
    """Tell whom an outcome would overrule, so that they can be heard before it stands.

    Use it before a decision is final. It orders nobody: rows stay as given. Show it to people only
    if they agreed that their ballots are open.

    Parameters
    ----------
    rankings : mapping of voter to order, list of orders, or Ballots
        As for `aggregate`. Ballots of each kind are read as orders: dots and ratings by their
        numbers, what is approved above the rest, what is vetoed below it.
    outcome : Aggregation, Ranking, Tally, or an order
        What was, or would be, decided.
    chosen : list of ids, optional
        What is carried out. The default is what the outcome has on its first place.
    unranked : {"last", "no_opinion"}, optional
        What an option that a voter or the outcome left out counts as, see `aggregate`. The default
        is the rule of the outcome where that is an `Aggregation`, no opinion for ratings, as in
        their mean, and else the last place.

    Returns
    -------
    Dissent
        One row a voter.

    Raises
    ------
    InvalidValueError
        If an order or the outcome can not be read.
    UnknownIdError
        If something is chosen that neither a voter nor the outcome names.

    See Also
    --------
    aggregate : the outcome.

    Notes
    -----
    The distance is Kendall's with penalty 1/2 (Fagin et al. 2004): pairs in opposite order count
    1, pairs tied in exactly one of both 1/2, divided by the pairs on which both speak. 0 is the
    same order, 1 the reverse. Without a pair in common it is nan.

    Overruled is who has the other order. Where the outcome ties two options nobody is: the pair is
    left open, and a caveat says so, until people choose between the two.

    Of a dot ballot and of approval every pair is compared, those without a mark tied. The first
    choices of a veto ballot are all that it does not object to. Spoiled ballots are left out.

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
    >>> print(found.caveats[-1])
    People none of whose first choices is in the outcome: 1 of 2.
    """
    if unranked is not None:
        one_of("unranked", unranked, _UNRANKED)
    said = hear(rankings, marks=True)
    faults: list[Fault] = []
    order: Order = read_order(outcome, "outcome", faults)
    picked: Order = () if chosen is None else read_order(chosen, "chosen", faults)
    if faults:
        raise InvalidValueError(*faults)
    options = _options(said.voices.options, outcome, order)
    carried = tuple([id for group in picked for id in group])
    _refuse_strangers(carried, options)
    if chosen is None:
        carried = order[0] if order else ()
    rule = _rule(rankings, outcome) if unranked is None else unranked
    orders = said.voices.orders
    theirs = _places(order, options, rule)
    rows = [_beside(_places(one, options, rule), theirs) for one in orders]
    firsts = [one[0] if one else () for one in orders]
    met = tuple([bool(set(first) & set(carried)) if first else None for first in firsts])
    return Dissent(
        voters=said.voices.voters,
        distances=np.array([row.distance for row in rows]),
        overruled=tuple([row.opposite for row in rows]),
        left_open=tuple([row.left_open for row in rows]),
        compared=tuple([row.pairs for row in rows]),
        first_choices=tuple(firsts),
        first_met=met,
        chosen=carried,
        method="Kendall's distance, ties in one order count half",
        unranked=rule,
        n=sum(1 for one in orders if one),
        caveats=(*of_set_aside(said), *_caveats(met, rows)),
    )


def _options(heard: Sequence[Id], outcome: object, order: Order) -> tuple[Id, ...]:
    """List what anybody named, and what stands in the outcome, with or without a place."""
    listed = outcome.options if isinstance(outcome, Aggregation) else ()
    return tuple(dict.fromkeys((*heard, *listed, *[id for group in order for id in group])))


def _refuse_strangers(chosen: Sequence[Id], options: Sequence[Id]) -> None:
    known = set(options)
    for place, id in enumerate(chosen):
        if id not in known:
            names = [name for name in options if isinstance(name, str)]
            accepted = f"one of the options: {nearest(id, names)}"
            raise UnknownIdError(f"chosen[{place}]", shown(id), accepted)


def _rule(rankings: object, outcome: object) -> str:
    """Take what was left out as it was taken when the outcome was found."""
    if isinstance(outcome, Aggregation):
        return outcome.unranked
    rated = type(rankings) is Ballots and rankings.kind is BallotKind.RATING
    return "no_opinion" if rated else "last"


def _places(order: Order, options: Sequence[Id], rule: str) -> FloatArray:
    """Return the place of each option, nan where there is none; nothing at all for no order."""
    missing = float(len(order)) if rule == "last" and order else np.nan
    known = {id: float(place) for place, group in enumerate(order) for id in group}
    return np.array([known.get(id, missing) for id in options], dtype=np.float64)


class _Row(NamedTuple):
    """How one voter stands beside the outcome."""

    distance: float
    opposite: int
    left_open: int
    pairs: int


def _beside(own: FloatArray, outcome: FloatArray) -> _Row:
    shared = ~np.isnan(own) & ~np.isnan(outcome)
    left, right = own[shared], outcome[shared]
    opposite = one_tied = left_open = 0
    for place in range(len(left)):
        mine = np.sign(left[place + 1 :] - left[place])
        theirs = np.sign(right[place + 1 :] - right[place])
        opposite += int(np.count_nonzero(mine * theirs < 0))
        one_tied += int(np.count_nonzero((mine == 0) != (theirs == 0)))
        left_open += int(np.count_nonzero((mine != 0) & (theirs == 0)))
    pairs = len(left) * (len(left) - 1) // 2
    distance = (opposite + one_tied / 2) / pairs if pairs else float("nan")
    return _Row(distance, opposite, left_open, pairs)


def _caveats(met: Sequence[bool | None], rows: Sequence[_Row]) -> Iterator[Caveat]:
    total = len(met)
    silent = met.count(None)
    if silent:
        yield Caveat("abstentions", {"count": silent, "total": total})
    unknown = sum(1 for row in rows if not row.pairs)
    if unknown:
        data = {"count": unknown, "total": total, "fields": ("distances",)}
        yield Caveat("distances-unknown", data)
    waiting = sum(1 for row in rows if row.left_open)
    if waiting:
        yield Caveat("outcome-tied", {"count": waiting, "total": total - silent})
    if met.count(False):
        yield Caveat("first-choice-not-met", {"count": met.count(False), "total": total - silent})
