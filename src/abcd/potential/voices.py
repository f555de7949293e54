"""What many orders say together: Borda, Copeland, and who would win each pair."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias, final

import attrs
import numpy as np

from ..caveats import Caveat
from ..cycle import Decision
from ..fields import one_of
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats
from ._caveats import of_ties
from ._deciding import as_decision
from ._kernels import competition_ranks
from ._marks import Heard, hear
from ._orders import Id
from ._voting import (
    Counts,
    borda,
    copeland,
    count_pairs,
    last_where_unranked,
    majority_cycle,
    smith_set,
)
from .ballots import Ballots

__all__ = ["Aggregation", "Given", "Rankings", "aggregate", "of_set_aside"]

Given: TypeAlias = (
    Sequence[Id | Sequence[Id]]
    | Mapping[str, float | None]
    | Mapping[int, float | None]
    | RowResult
    | None
)
"""An order: ids, the best first, a list where some are tied; or places; or a result with ranks.

None abstains.
"""

Rankings: TypeAlias = (
    Mapping[str, Given] | Mapping[int, Given] | Mapping[Id, Given] | Sequence[Given] | Ballots
)

_VARIANTS = {
    ("borda", "last"): "a point for each option below, half for each tied one",
    ("borda", "no_opinion"): "share of comparisons won, half for each tie",
    ("copeland", "last"): "a point for each majority won, half for each even one",
    ("copeland", "no_opinion"): "a point for each majority won, half for each even one",
}
_METHODS = ("borda", "copeland")
_UNRANKED = ("last", "no_opinion")
# Beyond, a table of all pairs is larger than all that people said.
_PAIRS_UP_TO = 50


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Aggregation(RowResult):
    """What `aggregate` answers: one row an option, in the order of the options.

    Attributes
    ----------
    options : tuple of str or int
        Their ids.
    scores : array of float, shape (n_options,)
        By the method; nan where nobody compared the option.
    ranks : array of float, shape (n_options,)
        1 is first; equal options share the better rank.
    ranked_by : tuple of int
        How many voters placed the option themselves.
    first_choices : tuple of int
        How many voters have the option on their first place, alone or tied.
    above : tuple of tuple of int
        For each option how many voters put it above each option, in the order of the options;
        empty with more than 50 options.
    condorcet_winner : str or int, optional
        The option that wins against each other one by majority, where there is one.
    smith_set : tuple of str or int
        The smallest group each of which wins against each option outside.
    cycle : tuple of str or int
        Options that beat each other in a circle, each the next and the last the first; empty where
        there is none at the top.
    method, variant : str
        The rule, and which form of it.
    unranked : str
        What an option that a voter left out counts as.
    abstained : int
        How many gave no order.
    n : int
        How many gave one.
    caveats : tuple of Caveat
        Ties, circles, and what was left out.
    """

    options: tuple[str | int, ...] = attrs.field(metadata=ROW)
    scores: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    ranks: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    ranked_by: tuple[int, ...] = attrs.field(metadata=ROW)
    first_choices: tuple[int, ...] = attrs.field(metadata=ROW)
    above: tuple[tuple[int, ...], ...] = attrs.field(metadata=ROW)
    condorcet_winner: str | int | None
    smith_set: tuple[str | int, ...]
    cycle: tuple[str | int, ...]
    method: str
    variant: str
    unranked: str
    abstained: int
    n: int
    caveats: tuple[Caveat, ...] = ()

    @property
    def first(self) -> tuple[str | int, ...]:
        """The options on the first rank: several where they are tied, none without voices."""
        return tuple([self.options[place] for place in np.flatnonzero(self.ranks == 1)])

    def decision(
        self,
        question: str,
        *,
        chosen: Sequence[str | int] | None = None,
        decided_by: Sequence[str] = (),
        rule: str | None = None,
        on: datetime.date | str | None = None,
        reasons: Sequence[str] = (),
        dissent: Sequence[str] = (),
    ) -> Decision:
        """Record what was decided with these voices at hand, for a `Cycle`.

        Parameters, Returns and Raises as for `Ranking.decision`.

        Examples
        --------
        >>> voices = aggregate([["oven", "path"], ["oven", "path"], ["path", "oven"]])
        >>> voices.decision("What first?", dissent=["The path is for all."]).chosen
        ('oven',)
        """
        return as_decision(
            question,
            options=self.options,
            first=self.first,
            method=self.method,
            chosen=chosen,
            decided_by=decided_by,
            rule=rule,
            on=on,
            reasons=reasons,
            dissent=dissent,
        )


def aggregate(
    rankings: Rankings,
    method: Literal["borda", "copeland"] = "borda",
    *,
    options: Sequence[Id] | None = None,
    unranked: Literal["last", "no_opinion"] = "last",
) -> Aggregation:
    """Bring many orders together, and keep apart what one number would hide.

    Each voice counts the same. Beside the order by one rule it reports the majority of each pair:
    whether one option beats all others, or majorities go round in a circle.

    Parameters
    ----------
    rankings : mapping of voter to order, list of orders, or Ballots of the kind "ranking"
        An order is a list of ids, the best first, with a list inside where some are tied; or a
        mapping from id to place (1 the best); or a result with ranks, such as a `Ranking` by one
        rater's scores. None abstains, and so does a blank ballot; a spoiled one is set aside.
    method : {"borda", "copeland"}
        Borda counts how high an option stands on the whole; Copeland counts the majorities that it
        wins.
    options : list of ids, optional
        What could be ordered. The default is what anybody named.
    unranked : {"last", "no_opinion"}
        What an option that a voter left out counts as: tied with the others left out, below all
        that were named; or not compared with anything.

    Returns
    -------
    Aggregation
        One row an option.

    Raises
    ------
    InvalidValueError
        With every fault: an option twice in one order, one that is not among the options, what is
        no order.

    See Also
    --------
    concordance : how far the voices agree.
    dissent : whom the outcome overrules.
    tally : dots, approval, veto, ratings.

    Notes
    -----
    With V(a, b) the number of voters who put a above b, and T(a, b) who find them equal:

    - *Borda*: the sum over b of V(a, b) + T(a, b) / 2. Without ties this is n - 1 for a first
      place down to 0. Under ``unranked="no_opinion"`` it is divided by the number of comparisons,
      since who is compared more often would win by that alone.
    - *Copeland*: 1 for each b with V(a, b) > V(b, a), 1/2 where these are equal.

    The Condorcet winner has V(a, b) > V(b, a) for each other b. The Smith set is the smallest group
    that beats all outside in this way; with a Condorcet winner it is that one. An even pair makes
    it larger too; `cycle` names a shortest circle of majorities in it, if there is one.

    An even pair is one that as many put this way round as the other, also where nobody compared the
    two. An option that nobody named beside another has no score and no rank under
    ``"no_opinion"``, however many named it alone.

    Edge cases: one voter gives that voter's order, with a caveat; nobody, or only abstentions, no
    scores; one option alone is first and Condorcet winner, without a score of meaning (0).

    References
    ----------
    Emerson, P. (2013). The original Borda count and partial voting. Social Choice and Welfare 40:
    353-358.

    Fishburn, P. C. (1977). Condorcet social choice functions. SIAM Journal on Applied Mathematics
    33: 469-489 (Copeland, Smith).

    Examples
    --------
    Five (invented) neighbors; two leave out the pond:

    >>> said = {
    ...     "ayu": ["oven", "path", "pond"],
    ...     "budi": ["oven", "pond", "path"],
    ...     "citra": ["oven", "path"],
    ...     "dewi": ["path", "oven"],
    ...     "eko": [["path", "pond"], "oven"],
    ... }
    >>> found = aggregate(said)
    >>> found.first, found.scores.tolist(), found.condorcet_winner
    (('oven',), [7.0, 5.5, 2.5], 'oven')
    >>> print(found.caveats[0])
    Rankings that leave options out: 2 of 5. What is left out shares the last place there.

    Without voices there is no outcome, and it says so:

    >>> aggregate({"ayu": None}, options=["oven", "path"]).scores.tolist()
    [nan, nan]
    """
    one_of("method", method, _METHODS)
    one_of("unranked", unranked, _UNRANKED)
    said = hear(rankings, options)
    voices = said.voices
    given = voices.places()
    places = last_where_unranked(given) if unranked == "last" else given
    counts = count_pairs(places)
    heard = len(places) > 0 and len(voices.options) > 0
    scores = _scores(counts, method, unranked) if heard else np.full(len(voices.options), np.nan)
    ranks = _ranks(scores)
    top = smith_set(counts) if heard else []
    circle = majority_cycle(counts, top)
    winner = voices.options[top[0]] if len(top) == 1 else None
    found = Aggregation(
        options=voices.options,
        scores=scores,
        ranks=ranks,
        ranked_by=tuple(np.count_nonzero(~np.isnan(given), axis=0).tolist()),
        first_choices=tuple(np.count_nonzero(given == 1, axis=0).tolist()),
        above=_above(counts),
        condorcet_winner=winner,
        smith_set=tuple([voices.options[place] for place in top]),
        cycle=tuple([voices.options[place] for place in circle]),
        method=method,
        variant=_VARIANTS[method, unranked],
        unranked=unranked,
        abstained=len(voices.orders) - len(places),
        n=len(places),
    )
    return attrs.evolve(found, caveats=tuple(_caveats(found, said, given)))


def _scores(counts: Counts, method: str, unranked: str) -> FloatArray:
    if len(counts.above) == 1:
        # Nothing to be compared with, and nothing that could come before it.
        return np.zeros(1)
    if method == "borda":
        return borda(counts, per_comparison=unranked == "no_opinion")
    compared = (counts.above + counts.above.T + counts.equal).sum(axis=1)
    return np.where(compared > 0, copeland(counts), np.nan)


def _above(counts: Counts) -> tuple[tuple[int, ...], ...]:
    if len(counts.above) > _PAIRS_UP_TO:
        return ((),) * len(counts.above)
    return tuple(map(tuple, counts.above.tolist()))


def _ranks(scores: FloatArray) -> FloatArray:
    ranks = np.full(len(scores), np.nan)
    known = ~np.isnan(scores)
    if known.any():
        ranks[known] = competition_ranks(scores[known], max(float(scores[known].max()), 1.0))
    return ranks


def _caveats(found: Aggregation, said: Heard, given: FloatArray) -> Iterator[Caveat]:
    yield from of_set_aside(said)
    if np.isnan(found.scores).all():
        fields = ("scores", "ranks", "condorcet_winner")
        if found.n:
            yield Caveat("nothing-compared", {"voices": found.n, "fields": fields})
        else:
            yield Caveat("no-voices", {"fields": fields})
        return
    total = len(said.voices.orders)
    if found.n == 1:
        yield Caveat("voice-single")
    if found.abstained:
        yield Caveat("abstentions", {"count": found.abstained, "total": total})
    partial = int(np.count_nonzero(np.isnan(given).any(axis=1)))
    if partial:
        code = "unranked-last" if found.unranked == "last" else "unranked-no-opinion"
        yield Caveat(code, {"count": partial, "total": found.n})
    yield from _of_unknown(found)
    if len(found.options) > _PAIRS_UP_TO:
        yield Caveat("pairs-not-listed", {"limit": _PAIRS_UP_TO, "options": len(found.options)})
    if found.condorcet_winner is None:
        data = {"options": found.smith_set, "fields": ("condorcet_winner",)}
        yield Caveat("no-condorcet-winner", data)
        if found.cycle:
            yield Caveat("majority-cycle", {"options": found.cycle})
    elif found.condorcet_winner not in found.first:
        named = {"option": found.condorcet_winner, "method": found.method}
        yield Caveat("condorcet-winner-not-first", named)
    yield from of_ties(found.ranks, found.options)


def of_set_aside(said: Heard) -> Iterator[Caveat]:
    """Yield how many ballots could not be read as an order."""
    if said.set_aside:
        yield Caveat("ballots-set-aside", {"count": said.set_aside, "total": said.cast})


def _of_unknown(found: Aggregation) -> Iterator[Caveat]:
    """Tell options that nobody named from those named alone: neither has a score."""
    unknown = np.flatnonzero(np.isnan(found.scores))
    alone = [found.options[place] for place in unknown if found.ranked_by[place]]
    fields = ("scores", "ranks")
    if len(unknown) > len(alone):
        data = {"count": len(unknown) - len(alone), "total": len(found.options)}
        yield Caveat("options-not-compared", {**data, "fields": fields})
    if alone:
        yield Caveat("options-named-alone", {"options": tuple(alone), "fields": fields})
