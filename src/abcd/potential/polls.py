"""What ballots say together, with who was invited and what could not be counted."""

import datetime
from collections.abc import Iterator, Sequence
from typing import final

import attrs
import numpy as np

from ..caveats import Caveat
from ..cycle import Decision
from ..errors import Fault, InvalidValueError, hidden
from ..results import COUNTED, ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats
from ._caveats import of_ties
from ._counting import RULES, ranks_of, scores_of
from ._deciding import as_decision
from ._marks import sort_ballots
from .ballots import BallotKind, Ballots

__all__ = ["Tally", "tally"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Tally(RowResult):
    """What `tally` answers: one row an option, in the order of the ballots' options.

    Attributes
    ----------
    options : tuple of str
        Their ids.
    scores : array of float, shape (n_options,)
        Dots, approvals, vetoes, the mean rating or Borda points; nan where nobody rated, or nobody
        voted.
    ranks : array of float, shape (n_options,)
        1 is first; equal options share the better rank. Of vetoes the fewest come first.
    marked_by : tuple of int
        How many voters marked the option at all.
    kind : str
        The kind of ballot.
    method : str
        The rule.
    turnout : float, optional
        Ballots cast by those invited, over all invited, 0 to 1.
    invited : int, optional
        How many were invited.
    cast : int
        How many ballots were cast.
    blank : int
        How many of them are blank: abstentions.
    set_aside : tuple of str
        Whose ballots could not be counted, in the order in which they were cast. Displays only
        say how many, here and below.
    faults : tuple of Fault
        Why.
    n : int
        How many were counted.
    caveats : tuple of Caveat
        What is not known, and who was not counted.
    """

    options: tuple[str, ...] = attrs.field(metadata=ROW)
    scores: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    ranks: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    marked_by: tuple[int, ...] = attrs.field(metadata=ROW)
    kind: str
    method: str
    turnout: float | None
    invited: int | None
    cast: int
    blank: int
    set_aside: tuple[str, ...] = attrs.field(metadata=COUNTED)
    faults: tuple[Fault, ...] = attrs.field(metadata=COUNTED)
    n: int
    caveats: tuple[Caveat, ...] = ()

    @property
    def first(self) -> tuple[str, ...]:
        """The options on the first rank: several where they are tied, none without ballots."""
        return tuple([self.options[place] for place in np.flatnonzero(self.ranks == 1)])

    def decision(
        self,
        question: str,
        *,
        chosen: Sequence[str] | None = None,
        decided_by: Sequence[str] = (),
        rule: str | None = None,
        on: datetime.date | str | None = None,
        reasons: Sequence[str] = (),
        dissent: Sequence[str] = (),
    ) -> Decision:
        """Record what was decided by this vote, for a `Cycle`.

        Parameters, Returns and Raises as for `Ranking.decision`. `decided_by` is not filled from
        the ballots, since who voted is not for everybody to know.

        Examples
        --------
        >>> cast = Ballots("approval", ["oven", "path"], {"ayu": ["oven"], "budi": ["oven"]})
        >>> made = tally(cast).decision("What first?", decided_by=["rt3"])
        >>> made.chosen, made.rule
        (('oven',), 'most approvals')
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


def tally(ballots: Ballots) -> Tally:
    """Count ballots, with who was invited, who voted, and what could not be counted.

    Parameters
    ----------
    ballots : Ballots
        As they were cast.

    Returns
    -------
    Tally
        One row an option.

    Raises
    ------
    InvalidValueError
        If `ballots` is none. Spoiled ballots are no error: they are set aside with their faults.

    See Also
    --------
    tally_by_group : the same by group.
    aggregate : majorities of pairs, from orders.

    Notes
    -----
    - *dots*: the sum of dots; a ballot with more dots than allowed is spoiled as a whole.
    - *approval*: how many approve. Approving nothing is a blank ballot.
    - *veto*: how many object; the fewest objections come first. Objecting to nothing counts as a
      ballot.
    - *rating*: the mean over those who rated the option, not over all; a caveat says where means
      stand on different numbers of people.
    - *ranking*: Borda, a tie counts half, what is left out shares the last place.

    Edge cases: without a ballot to count, scores and ranks are nan; without anybody on record as
    invited the turnout is None. Ballots of people who were not invited are set aside.

    Examples
    --------
    Five were invited in this (invented) neighborhood; one put down three dots of two:

    >>> cast = Ballots(
    ...     "dots",
    ...     ["oven", "path"],
    ...     {"ayu": {"oven": 2}, "budi": {"oven": 1, "path": 1}, "citra": {"path": 3}, "dewi": {}},
    ...     headcount=5,
    ...     dots=2,
    ... )
    >>> found = tally(cast)
    >>> found.scores.tolist(), found.turnout, found.blank
    ([3.0, 1.0], 0.8, 1)
    >>> print(found.faults[0])
    votes['citra']: found 3 dots; accepted: at most 2

    Nobody wrote down who was invited to this one:

    >>> print(tally(Ballots("veto", ["oven", "path"], {"ayu": ["path"]})).caveats[0])
    It is not on record who was invited: the turnout can not be estimated.
    """
    if type(ballots) is not Ballots:
        raise InvalidValueError(Fault("ballots", hidden(ballots), "a Ballots", "value"))
    read = sort_ballots(ballots)
    scores = scores_of(read.marks, ballots.kind)
    ranks = ranks_of(scores, ballots.kind)
    invited = len(ballots.invited) or ballots.headcount
    strangers = {fault.path for fault in read.faults if fault.code == "not-invited"}
    came = len(ballots.votes) - len(strangers)
    found = Tally(
        options=ballots.options,
        scores=scores,
        ranks=ranks,
        marked_by=tuple(np.count_nonzero(~np.isnan(read.marks), axis=0).tolist()),
        kind=ballots.kind.value,
        method=RULES[ballots.kind],
        turnout=came / invited if invited else None,
        invited=invited,
        cast=len(ballots.votes),
        blank=len(read.blank),
        set_aside=read.set_aside,
        faults=read.faults,
        n=len(read.sound),
    )
    partial = int(np.count_nonzero(np.isnan(read.marks).any(axis=1)))
    return attrs.evolve(found, caveats=tuple(_caveats(found, partial)))


def _caveats(found: Tally, partial: int) -> Iterator[Caveat]:
    if found.invited == 0:
        yield Caveat("nobody-invited", {"fields": ("turnout",)})
    elif found.turnout is None:
        yield Caveat("turnout-unknown", {"fields": ("turnout",)})
    if found.set_aside:
        yield Caveat("ballots-set-aside", {"count": len(found.set_aside), "total": found.cast})
    if not found.n:
        yield Caveat("no-voices", {"fields": ("scores", "ranks")})
        return
    if found.n == 1:
        yield Caveat("voice-single")
    if found.blank:
        yield Caveat("abstentions", {"count": found.blank, "total": found.cast})
    unknown = int(np.count_nonzero(np.isnan(found.scores)))
    if unknown:
        data = {"count": unknown, "total": len(found.options), "fields": ("scores", "ranks")}
        yield Caveat("options-not-compared", data)
    if found.kind == BallotKind.RANKING and partial:
        yield Caveat("unranked-last", {"count": partial, "total": found.n})
    if found.kind == BallotKind.RATING:
        yield from _of_raters(found)
    yield from of_ties(found.ranks, found.options)


def _of_raters(found: Tally) -> Iterator[Caveat]:
    """Yield on how different numbers of people the means stand."""
    rated = [count for count in found.marked_by if count]
    if min(rated) < max(rated):
        by_option = dict(zip(found.options, found.marked_by, strict=True))
        option = min(found.first, key=by_option.__getitem__)
        first = {"first": option, "raters": by_option[option]}
        yield Caveat("rated-unevenly", {"fewest": min(rated), "most": max(rated), **first})
