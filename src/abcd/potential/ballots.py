"""What residents put on paper: dots, approval, veto, ratings, orders; and what a meeting agreed."""

import datetime
import enum
import html
from collections.abc import Iterable, Mapping
from typing import Any, final

import attrs

from ..cycle import Decision
from ..errors import Fault, nearest, shown
from ..fields import (
    CODES,
    COUNT_OR_NONE,
    DATE_OR_NONE,
    EMPTY,
    ID,
    IDS,
    MAPPING,
    TEXT,
    Checked,
    FrozenMapping,
    choice,
    gather_rules,
    to_codes,
    to_date,
    to_mapping,
    to_member,
)
from ..model import Evidence
from .criteria import NUMBER_OR_NONE

__all__ = ["BallotKind", "Ballots", "Consensus"]


class BallotKind(enum.StrEnum):
    """How people mark their choice."""

    DOTS = "dots"
    APPROVAL = "approval"
    VETO = "veto"
    RATING = "rating"
    RANKING = "ranking"


_KINDS: dict[str, Any] = {member.value: member for member in BallotKind}


def _to_kind(value: BallotKind | str) -> BallotKind:
    return to_member(value, _KINDS)  # type: ignore[no-any-return]  # the rule refuses the rest


_KIND = choice(BallotKind)
_OPTIONS = IDS.filled()
_TEXTS = TEXT.each()


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Ballots(Checked):
    """The ballots of one vote, as they were cast, with who was invited.

    What is on a ballot is not judged here, since real ballots are spoiled now and then: `tally`
    counts the sound ones and reports the others.

    Parameters
    ----------
    kind : {"dots", "approval", "veto", "rating", "ranking"}
        How people marked their choice.
    options : list of str
        Ids of what could be chosen, at least one.
    votes : mapping of voter to marks
        *Dots*: a mapping from option to the number of dots. *Approval* and *veto*: a list of
        options. *Rating*: a mapping from option to a number. *Ranking*: a list, the best first,
        with a list inside where some are tied, or a mapping from option to place. None, or an
        empty list or mapping, is a blank ballot.
    invited : list of str, optional
        Ids of those who could vote.
    headcount : int, optional
        How many could vote, where their ids are not on record.
    dots : int, optional
        How many dots each voter has; None does not limit them.
    minimum, maximum : float, optional
        The ends of the scale of ratings.
    on : date or ISO text, optional
        When.

    Raises
    ------
    InvalidValueError
        With every fault of the fields, or if there are more ballots than `headcount`, or limits
        that the kind does not have.

    Examples
    --------
    Two dots each, in an (invented) neighborhood of four:

    >>> cast = Ballots(
    ...     "dots", ["oven", "path"], {"ayu": {"oven": 2}, "budi": {"oven": 1, "path": 1}},
    ...     headcount=4, dots=2,
    ... )
    >>> cast
    Ballots(dots, <2 options>, <2 ballots>)
    """

    kind: BallotKind = attrs.field(converter=_to_kind, validator=_KIND)
    options: tuple[str, ...] = attrs.field(converter=to_codes, validator=_OPTIONS)
    votes: FrozenMapping = attrs.field(default=EMPTY, converter=to_mapping, validator=MAPPING)
    invited: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=IDS, kw_only=True
    )
    headcount: int | None = attrs.field(default=None, validator=COUNT_OR_NONE, kw_only=True)
    dots: int | None = attrs.field(default=None, validator=COUNT_OR_NONE, kw_only=True)
    minimum: float | None = attrs.field(default=None, validator=NUMBER_OR_NONE, kw_only=True)
    maximum: float | None = attrs.field(default=None, validator=NUMBER_OR_NONE, kw_only=True)
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )

    _joined = ("kind", "options", "votes", "invited", "headcount", "dots", "minimum", "maximum")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        for field in ("options", "invited"):
            yield from _repeated(field, values.get(field, ()))
        headcount, votes = values.get("headcount"), values.get("votes", ())
        for voter in votes:
            if not ID.test(voter):
                yield Fault("votes", f"the key {shown(voter)}", ID.accepted, "value")
        if headcount is not None and headcount < len(votes):
            accepted = f"at least {len(votes)}, as so many ballots were cast"
            yield Fault("headcount", shown(headcount), accepted, "order")
        if headcount is not None and values.get("invited"):
            accepted = "None, or no ids in invited, whose number it would say again"
            yield Fault("headcount", shown(headcount), accepted, "conflict")
        low, high = values.get("minimum"), values.get("maximum")
        if low is not None and high is not None and not low < high:
            yield Fault("maximum", shown(high), f"a number above the minimum {shown(low)}", "order")
        yield from _misplaced(values)

    def __repr__(self) -> str:
        # Who cast which ballot is nobody's business in a log.
        counts = [f"<{len(self.options)} options>", f"<{len(self.votes)} ballots>"]
        return f"Ballots({', '.join([self.kind.value, *counts])})"

    def _repr_html_(self) -> str:
        return f"<div><strong>{html.escape(repr(self))}</strong></div>"


def _repeated(field: str, ids: tuple[str, ...]) -> Iterable[Fault]:
    seen: set[str] = set()
    for place, id in enumerate(ids):
        if id not in seen:
            seen.add(id)
        else:
            found = f"the id {shown(id)} again"
            yield Fault(f"{field}[{place}]", found, "each id once", "duplicate-id")


def _misplaced(values: Mapping[str, Any]) -> Iterable[Fault]:
    """Refuse limits that would be read over in silence."""
    owners = {"dots": "dots", "minimum": "rating", "maximum": "rating"}
    for field, kind in owners.items():
        value = values.get(field)
        if value is not None and "kind" in values and values["kind"].value != kind:
            yield Fault(field, shown(value), f"None, or ballots of the kind {kind!r}", "conflict")


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Consensus(Checked):
    """What a meeting agreed on by talk, without a count: musyawarah untuk mufakat.

    Parameters
    ----------
    question : str
        What was to be decided.
    options : list of str
        Ids of what was talked about; at least one.
    agreed : list of str, optional
        Those agreed on; empty where the meeting did not come to an agreement.
    present : list of str, optional
        Ids of the people and organizations that were there.
    headcount : int, optional
        How many were there, where this is known.
    invited : int, optional
        How many were invited.
    objections : list of str, optional
        What those said who did not agree, or agreed with a reservation.
    reasons : list of str, optional
        Why.
    on : date or ISO text, optional
        When.

    Raises
    ------
    InvalidValueError
        If something was agreed on that is no option, an id stands twice, or the headcount is below
        those named.

    See Also
    --------
    Ballots : where people vote.

    Notes
    -----
    Nothing is counted: a meeting that agreed did not vote, and its outcome has no scores. Silence
    is not on record here as agreement; who was absent did not agree. A log only shows how many were
    there and how many objections there were.

    Examples
    --------
    >>> met = Consensus(
    ...     "What first?", ["oven", "path"], agreed=["oven"], present=["p1", "p2"],
    ...     objections=["The path is for all."], on="2024-02-01",
    ... )
    >>> made = met.decision()
    >>> made.rule, made.chosen, made.dissent
    ('musyawarah', ('oven',), ('The path is for all.',))
    """

    question: str = attrs.field(validator=TEXT)
    options: tuple[str, ...] = attrs.field(converter=to_codes, validator=_OPTIONS)
    agreed: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=CODES, kw_only=True
    )
    present: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=IDS, kw_only=True
    )
    headcount: int | None = attrs.field(default=None, validator=COUNT_OR_NONE, kw_only=True)
    invited: int | None = attrs.field(default=None, validator=COUNT_OR_NONE, kw_only=True)
    objections: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=_TEXTS, kw_only=True
    )
    reasons: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=_TEXTS, kw_only=True
    )
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )

    _joined = ("options", "agreed", "present", "headcount")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        options: tuple[str, ...] = values.get("options", ())
        for field in ("options", "agreed", "present"):
            yield from _repeated(field, values.get(field, ()))
        for index, id in enumerate(values.get("agreed", ()) if options else ()):
            if id not in options:
                accepted = f"one of the options: {nearest(id, options)}"
                yield Fault(f"agreed[{index}]", shown(id), accepted, "unknown-option")
        headcount, present = values.get("headcount"), values.get("present", ())
        if headcount is not None and headcount < len(present):
            accepted = f"at least {len(present)}, as so many are named"
            yield Fault("headcount", shown(headcount), accepted, "order")

    def decision(self) -> Decision:
        """Return what was agreed as a decision of the cycle, by the rule ``"musyawarah"``.

        A meeting that agreed on nothing decided nothing: the rule is ``"no agreement"``. Headcount
        and number of those invited stand in its evidence.
        """
        counts = {"headcount": self.headcount, "invited": self.invited}
        known = [f"{name} {count}" for name, count in counts.items() if count is not None]
        return Decision(
            self.question,
            self.options,
            chosen=self.agreed,
            decided_by=self.present if self.agreed else (),
            rule="musyawarah" if self.agreed else "no agreement",
            on=self.on,
            reasons=self.reasons,
            dissent=self.objections,
            evidence=[Evidence(", ".join(["meeting", *known]), on=self.on)] if known else (),
        )

    def __repr__(self) -> str:
        # Who was there and who objected is nobody's business in a log.
        counts = [
            f"<{len(self.options)} options>",
            f"agreed={self.agreed!r}",
            f"<{len(self.present)} present>",
            f"<{len(self.objections)} objections>",
        ]
        return f"Consensus({', '.join([repr(self.question), *counts])})"

    def _repr_html_(self) -> str:
        return f"<div><strong>{html.escape(repr(self))}</strong></div>"
