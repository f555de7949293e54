"""What is wanted and intended: visions, goals, plans and their steps, each with its owner."""

import datetime
import graphlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, final

import attrs

from ..errors import Fault, shown
from ..fields import (
    AMOUNT,
    CODES,
    DATE_OR_NONE,
    ID,
    ID_OR_NONE,
    IDS,
    NAME,
    NON_NEGATIVE_OR_NONE,
    TEXT,
    TEXT_OR_NONE,
    Checked,
    Rule,
    as_tuple,
    gather_rules,
    instances,
    to_amount,
    to_code,
    to_codes,
    to_date,
)
from ..model import Evidence
from ..model.evidence import EVIDENCE, to_evidence
from ..model.spans import faults_of_span
from .definitions import WORD, repeated, unknown_ids

__all__ = ["ALL", "Goal", "Need", "Plan", "PlanStep", "Vision"]

ALL: Final = "@all"
"""Everybody in the community, as the owner of a vision, goal or plan."""

_OWNER_OR_NONE = Rule(
    lambda value: ID.test(value) or (isinstance(value, str) and value == ALL),
    f"an id, or {ALL!r} for everybody",
    convert=to_code,
).or_none()
_TEXTS = TEXT.each()
_PHASE_OR_NONE = WORD.or_none()
_COST_OR_NONE = AMOUNT.or_none()
_CODE_OR_NONE = TEXT_OR_NONE.shown()


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Need(Checked):
    """What a step or an idea needs, and who or what in the community can give it.

    Parameters
    ----------
    text : str
        What is needed.
    skill : str, optional
        The skill that is needed, where it is one.
    met_by : list of str, optional
        Ids of the people, organizations and assets of the community that can give it; empty
        where nobody is known who can.
    quantity, unit : optional
        How much.
    cost, currency : optional
        What it costs, exact, and in which currency.

    Examples
    --------
    >>> Need("a room for ten", met_by=["hall"]).met_by
    ('hall',)
    """

    text: str = attrs.field(validator=TEXT)
    skill: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    met_by: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=IDS, kw_only=True
    )
    quantity: float | None = attrs.field(default=None, validator=NON_NEGATIVE_OR_NONE, kw_only=True)
    unit: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    cost: Decimal | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(to_amount),
        validator=_COST_OR_NONE,
        kw_only=True,
    )
    currency: str | None = attrs.field(default=None, validator=_CODE_OR_NONE, kw_only=True)


NEEDS = instances(Need).each()


def to_needs(value: Iterable[Need]) -> tuple[Need, ...]:
    """Store a list of needs as a tuple."""
    return as_tuple(value)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Vision(Checked):
    """The future that somebody wants.

    Parameters
    ----------
    text : str
        In their own words.
    horizon : str, optional
        Until when: ``"five years"`` (open).
    owner : str, optional
        Id of a person or organization, or `ALL`.
    phase : str, optional
        Id of the phase in which it was stated.
    evidence : list of Evidence, optional
        Where this comes from.

    Examples
    --------
    >>> Vision("A village of creators", horizon="five years", owner=ALL, phase="dream").owner
    '@all'
    """

    text: str = attrs.field(validator=TEXT)
    horizon: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    owner: str | None = attrs.field(default=None, validator=_OWNER_OR_NONE, kw_only=True)
    phase: str | None = attrs.field(default=None, validator=_PHASE_OR_NONE, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Goal(Checked):
    """What is to be reached, by when, and whose goal it is.

    Parameters
    ----------
    id : str
        Unique among the goals, plans and indicators of the cycle.
    text : str
        The goal.
    horizon, owner, phase, evidence : optional
        As for `Vision`.
    indicators : list of str, optional
        Ids of the indicators that would show it.

    Examples
    --------
    >>> Goal("second-platform", "Content on a second platform", owner="rki").owner
    'rki'
    """

    id: str = attrs.field(validator=WORD)
    text: str = attrs.field(validator=TEXT)
    horizon: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    owner: str | None = attrs.field(default=None, validator=_OWNER_OR_NONE, kw_only=True)
    phase: str | None = attrs.field(default=None, validator=_PHASE_OR_NONE, kw_only=True)
    indicators: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=CODES, kw_only=True
    )
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class PlanStep(Checked):
    """One step of a plan.

    Parameters
    ----------
    id : str
        Unique in its plan; recorded as ``"plan-id.step-id"``.
    text : str
        What is to be done.
    on, until : date or ISO text, optional
        The first and the last day.
    place : str, optional
        Id of the place.
    delivery : str, optional
        How: ``"offline"``, ``"online"``, ``"both"`` (open).
    topics, support : list of str, optional
        What it is about, and what support goes with it.
    leaders, partners : list of str, optional
        Ids of the people and organizations that lead it, and that help.
    needs : list of Need, optional
        What it needs.
    depends_on : list of str, optional
        Ids of steps of the same plan that come before.

    Raises
    ------
    InvalidValueError
        If fields can not take their values, or the last day is before the first.

    Examples
    --------
    >>> PlanStep("day-2", "Make videos", on="2024-02-01", depends_on=["day-1"]).depends_on
    ('day-1',)
    """

    id: str = attrs.field(validator=WORD)
    text: str = attrs.field(validator=TEXT)
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    until: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    place: str | None = attrs.field(default=None, validator=ID_OR_NONE, kw_only=True)
    delivery: str | None = attrs.field(default=None, validator=_CODE_OR_NONE, kw_only=True)
    topics: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=_TEXTS, kw_only=True
    )
    leaders: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=IDS, kw_only=True
    )
    partners: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=IDS, kw_only=True
    )
    support: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=_TEXTS, kw_only=True
    )
    needs: tuple[Need, ...] = attrs.field(
        default=(), converter=to_needs, validator=NEEDS, kw_only=True
    )
    depends_on: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=CODES, kw_only=True
    )

    _joined = ("on", "until")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        return faults_of_span(values, first="on")


_STEPS = instances(PlanStep).each()


def _to_steps(value: Iterable[PlanStep]) -> tuple[PlanStep, ...]:
    return as_tuple(value)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Plan(Checked):
    """Steps toward a goal, with their owner.

    Parameters
    ----------
    id : str
        Unique among the goals, plans and indicators of the cycle; not the id of a phase, and not
        ``"research"``, which the cycle checks.
    name : str
        What people call it.
    steps : list of PlanStep, optional
        Their ids are unique in the plan; what a step depends on is a step of the plan.
    goals : list of str, optional
        Ids of the goals that it serves.
    horizon, owner, phase, evidence : optional
        As for `Vision`.

    Raises
    ------
    InvalidValueError
        If two steps have one id, a step depends on one that the plan lacks or on itself, or steps
        wait for each other in a circle. All of them are listed, of circles the first twenty.

    Examples
    --------
    >>> plan = Plan("training", "Affiliate training", steps=[PlanStep("day-1", "Introduction")])
    >>> plan.full_ids
    ('training.day-1',)
    """

    id: str = attrs.field(validator=WORD)
    name: str = attrs.field(validator=NAME)
    steps: tuple[PlanStep, ...] = attrs.field(
        default=(), converter=_to_steps, validator=_STEPS, kw_only=True
    )
    goals: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=CODES, kw_only=True
    )
    horizon: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    owner: str | None = attrs.field(default=None, validator=_OWNER_OR_NONE, kw_only=True)
    phase: str | None = attrs.field(default=None, validator=_PHASE_OR_NONE, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )

    _joined = ("steps",)

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        # What a document lost to other faults stands as None.
        steps = [(at, step) for at, step in enumerate(values.get("steps", ())) if step is not None]
        yield from repeated("steps", values.get("steps", ()))
        yield from _faults_of_waiting(steps)
        yield from _circles([step for _, step in steps])

    @property
    def full_ids(self) -> tuple[str, ...]:
        """The full ids of its steps, ``plan.step``."""
        return tuple([f"{self.id}.{step.id}" for step in self.steps])


def _faults_of_waiting(steps: Sequence[tuple[int, PlanStep]]) -> Iterator[Fault]:
    known = dict.fromkeys([step.id for _, step in steps])
    misfits = (
        (f"steps[{at}].depends_on[{place}]", other, step.id)
        for at, step in steps
        for place, other in enumerate(step.depends_on)
        if other == step.id or other not in known
    )
    return unknown_ids(misfits, known, "the id of another step of the plan")


# Steps can wait in more circles than anybody could read, and each search walks over all of them.
_CIRCLES_LISTED = 20
_STEPS_LISTED = 8


def _circles(steps: Sequence[PlanStep]) -> Iterator[Fault]:
    waits: dict[str, list[str]] = {step.id: [] for step in steps}
    for step in steps:
        waits[step.id] += [
            other for other in step.depends_on if other in waits and other != step.id
        ]
    for _ in range(_CIRCLES_LISTED):
        try:
            graphlib.TopologicalSorter(waits).prepare()
        except graphlib.CycleError as error:
            # It lists each step before the one that waits for it; read backward, each waits for
            # the next, and the first stands again at the end.
            circle: list[str] = error.args[1][::-1]
        else:
            return
        yield Fault("steps", _in_words(circle), "steps that do not wait for each other", "circle")
        # Without this link, the next search finds another circle.
        waits[circle[0]] = [other for other in waits[circle[0]] if other != circle[1]]


def _in_words(circle: Sequence[str]) -> str:
    names = [shown(id) for id in circle]
    if len(names) > _STEPS_LISTED:
        left_out = len(names) - _STEPS_LISTED
        names = [*names[: _STEPS_LISTED - 1], f"{left_out} more", names[-1]]
    return " after ".join(names)
