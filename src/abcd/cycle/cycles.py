"""The aggregate of one walk through the phases."""

import datetime
import html
from collections.abc import Iterable, Mapping
from typing import Any, final

import attrs

from ..errors import Fault, IntegrityError, InvalidValueError, hidden
from ..fields import (
    ID,
    TEXT,
    Checked,
    as_tuple,
    gather_rules,
    instances,
    settle,
    to_codes,
)
from ..model import Evidence
from .decisions import Decision
from .definitions import CycleDefinition
from .ideas import IDEAS, Idea, to_ideas
from .indicators import Claim, Indicator, Measurement
from .integrity import faults_between_entries
from .plans import Goal, Plan, Vision
from .records import Participation, Record, RecordStatus, Stage
from .reflections import Celebration, Reflection

__all__ = ["Cycle"]

Entry = (
    Record
    | Vision
    | Goal
    | Plan
    | Idea
    | Decision
    | Indicator
    | Measurement
    | Claim
    | Reflection
    | Celebration
)

_COLLECTIONS: dict[str, type] = {
    "records": Record,
    "visions": Vision,
    "goals": Goal,
    "plans": Plan,
    "ideas": Idea,
    "decisions": Decision,
    "indicators": Indicator,
    "measurements": Measurement,
    "claims": Claim,
    "reflections": Reflection,
    "celebrations": Celebration,
}
_RULES = {name: instances(cls).each() for name, cls in _COLLECTIONS.items()}
_DEFINITION = instances(CycleDefinition)
_VALUES = TEXT.each()


def _to_records(value: Iterable[Record]) -> tuple[Record, ...]:
    return as_tuple(value)


def _to_visions(value: Iterable[Vision]) -> tuple[Vision, ...]:
    return as_tuple(value)


def _to_goals(value: Iterable[Goal]) -> tuple[Goal, ...]:
    return as_tuple(value)


def _to_plans(value: Iterable[Plan]) -> tuple[Plan, ...]:
    return as_tuple(value)


def _to_decisions(value: Iterable[Decision]) -> tuple[Decision, ...]:
    return as_tuple(value)


def _to_indicators(value: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return as_tuple(value)


def _to_measurements(value: Iterable[Measurement]) -> tuple[Measurement, ...]:
    return as_tuple(value)


def _to_claims(value: Iterable[Claim]) -> tuple[Claim, ...]:
    return as_tuple(value)


def _to_reflections(value: Iterable[Reflection]) -> tuple[Reflection, ...]:
    return as_tuple(value)


def _to_celebrations(value: Iterable[Celebration]) -> tuple[Celebration, ...]:
    return as_tuple(value)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Cycle(Checked):
    """One walk through the phases: what was intended, decided, done, measured and claimed.

    A `Cycle` refers to a community by its id; `abcd.cycle.progress` and `consistency` look at
    both together. Phases can be re-entered and taken in any order. Changes give a new cycle.

    Parameters
    ----------
    definition : CycleDefinition
        The phases, such as `abcd.FIVE_D`.
    community : str
        The community's id.
    records : list of Record, optional
        The diary; `record` adds to it.
    values : list of str, optional
        What was agreed to hold dear.
    visions, goals, plans, ideas, decisions, indicators, measurements, claims, reflections, \
celebrations : list, optional
        See their classes.

    Raises
    ------
    InvalidValueError
        If a field can not take its value.
    IntegrityError
        If the entries do not fit together: an activity, phase, goal or indicator that does not
        exist, an id that is used twice; every fault is listed.

    Examples
    --------
    >>> from abcd.cycle import FIVE_D
    >>> cycle = Cycle(FIVE_D, community="prupuk-selatan")
    >>> cycle = cycle.record(
    ...     "research.deliver-training", on="2024-01-31", until="2024-02-02", headcount=10
    ... )
    >>> cycle
    <Cycle 'five-d' of 'prupuk-selatan': 1 record>
    """

    definition: CycleDefinition = attrs.field(validator=_DEFINITION)
    community: str = attrs.field(validator=ID)
    records: tuple[Record, ...] = attrs.field(
        default=(), converter=_to_records, validator=_RULES["records"], kw_only=True
    )
    values: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=_VALUES, kw_only=True
    )
    visions: tuple[Vision, ...] = attrs.field(
        default=(), converter=_to_visions, validator=_RULES["visions"], kw_only=True
    )
    goals: tuple[Goal, ...] = attrs.field(
        default=(), converter=_to_goals, validator=_RULES["goals"], kw_only=True
    )
    plans: tuple[Plan, ...] = attrs.field(
        default=(), converter=_to_plans, validator=_RULES["plans"], kw_only=True
    )
    ideas: tuple[Idea, ...] = attrs.field(
        default=(), converter=to_ideas, validator=IDEAS, kw_only=True
    )
    decisions: tuple[Decision, ...] = attrs.field(
        default=(), converter=_to_decisions, validator=_RULES["decisions"], kw_only=True
    )
    indicators: tuple[Indicator, ...] = attrs.field(
        default=(), converter=_to_indicators, validator=_RULES["indicators"], kw_only=True
    )
    measurements: tuple[Measurement, ...] = attrs.field(
        default=(), converter=_to_measurements, validator=_RULES["measurements"], kw_only=True
    )
    claims: tuple[Claim, ...] = attrs.field(
        default=(), converter=_to_claims, validator=_RULES["claims"], kw_only=True
    )
    reflections: tuple[Reflection, ...] = attrs.field(
        default=(), converter=_to_reflections, validator=_RULES["reflections"], kw_only=True
    )
    celebrations: tuple[Celebration, ...] = attrs.field(
        default=(), converter=_to_celebrations, validator=_RULES["celebrations"], kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        settle(self)
        names = ("definition", *_COLLECTIONS)
        faults = list(self._faults_between({name: getattr(self, name) for name in names}))
        if faults:
            raise IntegrityError(*faults) from None

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        return faults_between_entries(values)

    def record(
        self,
        *what: str,
        on: datetime.date | str | None = None,
        until: datetime.date | str | None = None,
        round: int | None = None,
        status: RecordStatus | str = RecordStatus.DONE,
        stage: Stage | str | None = None,
        participants: Iterable[str] = (),
        facilitators: Iterable[str] = (),
        headcount: int | Mapping[str, int] | None = None,
        participation: Participation | str | None = None,
        place: str | None = None,
        outputs: Iterable[str] = (),
        note: str | None = None,
        evidence: Iterable[Evidence] = (),
    ) -> "Cycle":
        """Return a cycle with one more entry in its diary.

        Parameters
        ----------
        *what : str
            Full ids: activities, research steps, steps of a plan. At least one.
        headcount : int or mapping of str to int, optional
            How many took part; a mapping is the attendance sheet by groups that do not overlap.
        on, until, round, status, stage, participants, facilitators, participation, place, \
outputs, note, evidence : optional
            As for `Record`.

        Raises
        ------
        InvalidValueError
            If a field can not take its value.
        IntegrityError
            If there is no such activity or step; the nearest ones are named.

        Examples
        --------
        >>> from abcd.cycle import FIVE_D
        >>> cycle = Cycle(FIVE_D, community="rt3")
        >>> cycle.record("dream.build-visions")
        Traceback (most recent call last):
        ...
        abcd.errors.IntegrityError: records[0].what[0]: found 'dream.build-visions'; accepted: \
an activity, research step or plan step: 'dream.build-vision'
        """
        groups: Mapping[str, int] = headcount if isinstance(headcount, Mapping) else {}
        entry = Record(
            what,
            on=on,
            until=until,
            round=round,
            status=status,
            stage=stage,
            participants=participants,
            facilitators=facilitators,
            headcount=None if isinstance(headcount, Mapping) else headcount,
            groups=groups,
            participation=participation,
            place=place,
            outputs=outputs,
            note=note,
            evidence=evidence,
        )
        return self.add(entry)

    def add(self, *many: Entry) -> "Cycle":
        """Return a cycle with more entries, each put where its class belongs. O(n).

        Raises
        ------
        InvalidValueError
            If objects are no entries of a cycle; all of them are listed.
        IntegrityError
            If the entries do not fit; every fault is listed.
        """
        changes: dict[str, list[Any]] = {}
        faults = []
        for position, entry in enumerate(many):
            name = next((key for key, cls in _COLLECTIONS.items() if type(entry) is cls), None)
            if name is None:
                accepted = "one of " + ", ".join(cls.__name__ for cls in _COLLECTIONS.values())
                faults.append(Fault(f"many[{position}]", hidden(entry), accepted, "value"))
            else:
                changes.setdefault(name, list(getattr(self, name))).append(entry)
        if faults:
            raise InvalidValueError(*faults)
        return self._with(**changes)

    def _with(self, **fields: Any) -> "Cycle":
        return attrs.evolve(self, **fields) if fields else self

    def __repr__(self) -> str:
        counts = [
            f"{len(held):,} {name if len(held) != 1 else name[:-1]}"
            for name in _COLLECTIONS
            if (held := getattr(self, name))
        ]
        inside = ", ".join(counts) or "empty"
        return f"<Cycle {self.definition.id!r} of {self.community!r}: {inside}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th style='text-align:left'>{name}</th><td>{len(getattr(self, name)):,}</td></tr>"
            for name in _COLLECTIONS
        )
        # Ids of definitions and communities may hold anything that is no blank.
        title = html.escape(f"{self.definition.id} of {self.community}")
        return f"<div><strong>{title}</strong><table>{rows}</table></div>"
