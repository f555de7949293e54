"""What was done, planned or cancelled: the diary of a cycle."""

import datetime
import enum
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, final

import attrs

from ..errors import Fault, shown
from ..fields import (
    CODE,
    CODES,
    COUNT,
    COUNT_OR_NONE,
    DATE_OR_NONE,
    EMPTY,
    ID_OR_NONE,
    IDS,
    TEXT,
    TEXT_OR_NONE,
    Checked,
    FrozenMapping,
    MappingRule,
    Rule,
    choice,
    gather_rules,
    to_codes,
    to_date,
    to_mapping,
    to_member,
    to_number,
)
from ..model import Evidence
from ..model.evidence import EVIDENCE, to_evidence
from ..model.spans import faults_of_span

__all__ = ["Participation", "Record", "RecordStatus", "Stage"]


class RecordStatus(enum.StrEnum):
    """Whether something is to be done, was done, or was called off."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


class Stage(enum.StrEnum):
    """In which stage of a programme people took part."""

    PLANNING = "planning"
    CARRYING_OUT = "carrying out"
    EVALUATING = "evaluating"


class Participation(enum.StrEnum):
    """Who does it: done to residents, for them, with them, or by them (Russell).

    Against the eight rungs of Arnstein (1969), roughly: to 1 and 2, for 3 to 5, with 6 and 7, by 8.
    """

    TO = "to"
    FOR = "for"
    WITH = "with"
    BY = "by"


_STATUS = choice(RecordStatus)
_STAGE_OR_NONE = choice(Stage).or_none()
_PARTICIPATION_OR_NONE = choice(Participation).or_none()
_STATUSES = {member.value: member for member in RecordStatus}
_STAGES = {member.value: member for member in Stage}
_LEVELS = {member.value: member for member in Participation}
_WHAT = CODES.filled()
_TEXTS = TEXT.each()
_ROUND_OR_NONE = Rule(
    lambda value: COUNT.test(value) and value >= 1, "a whole number from 1", convert=to_number
).or_none()


class _GroupsRule(MappingRule):
    """A rule for an attendance sheet, which names each group whose number is none."""

    __slots__ = ()

    def faults(self, path: str, value: object) -> Iterator[Fault]:
        if not isinstance(value, FrozenMapping):
            yield from super().faults(path, value)
            return
        for group, number in value.items():
            if not CODE.test(group):
                yield Fault(path, shown(group), "the name of a group, not blank", "key")
            yield from COUNT.faults(f"{path}[{shown(group)}]", number)


def _is_sheet(value: object) -> bool:
    return isinstance(value, FrozenMapping) and all(
        CODE.test(group) and COUNT.test(number) for group, number in value.items()
    )


_GROUPS = _GroupsRule(
    _is_sheet, "a mapping from groups to whole numbers from 0", convert=to_mapping
)


def _to_status(value: RecordStatus | str) -> RecordStatus:
    return to_member(value, _STATUSES)  # type: ignore[no-any-return]  # the rule refuses the rest


def _to_stage(value: Stage | str | None) -> Stage | None:
    return to_member(value, _STAGES)  # type: ignore[no-any-return]  # the rule refuses the rest


def _to_participation(value: Participation | str | None) -> Participation | None:
    return to_member(value, _LEVELS)  # type: ignore[no-any-return]  # the rule refuses the rest


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Record(Checked):
    """One entry of the diary: what, when, who took part, and how one knows.

    Parameters
    ----------
    what : list of str
        Full ids: activities (``"dream.build-vision"``), research steps
        (``"research.deliver-training"``), steps of a plan (``"plan-id.step-id"``). One event may
        serve several.
    on, until : date or ISO text, optional
        The first and the last day; one of the two alone is a single day.
    round : int, optional
        Which time around, from 1. Entries of one phase with the same round are one visit, however
        much time lies between them.
    status : {"done", "planned", "cancelled"}
        Whether it happened.
    stage : {"planning", "carrying out", "evaluating"}, optional
        In which stage of the programme people took part.
    participants : list of str, optional
        Ids of the people who took part.
    facilitators : list of str, optional
        Ids of the people and organizations that guided it; they are not counted as taking part.
    headcount : int, optional
        How many took part in all, those named among them.
    groups : mapping of str to int, optional
        How many took part by group, as on an attendance sheet; groups that do not overlap.
    participation : {"to", "for", "with", "by"}, optional
        Who did it: whether things were done to residents, for, with, or by them.
    place : str, optional
        Id of the place.
    outputs : list of str, optional
        What came out of it.
    note : str, optional
        Anything else.
    evidence : list of Evidence, optional
        How one knows. An entry without evidence is a statement.

    Raises
    ------
    InvalidValueError
        If fields can not take their values, the last day is before the first, `headcount` is not
        the sum of `groups`, or more people are named than took part; all of them are listed.

    Examples
    --------
    >>> Record(["research.deliver-training"], groups={"women": 4, "men": 6}).attended
    10
    """

    what: tuple[str, ...] = attrs.field(converter=to_codes, validator=_WHAT)
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    until: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    round: int | None = attrs.field(default=None, validator=_ROUND_OR_NONE, kw_only=True)
    status: RecordStatus = attrs.field(
        default=RecordStatus.DONE, converter=_to_status, validator=_STATUS, kw_only=True
    )
    stage: Stage | None = attrs.field(
        default=None, converter=_to_stage, validator=_STAGE_OR_NONE, kw_only=True
    )
    participants: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=IDS, kw_only=True
    )
    facilitators: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=IDS, kw_only=True
    )
    headcount: int | None = attrs.field(default=None, validator=COUNT_OR_NONE, kw_only=True)
    groups: FrozenMapping = attrs.field(
        default=EMPTY, converter=to_mapping, validator=_GROUPS, kw_only=True
    )
    participation: Participation | None = attrs.field(
        default=None, converter=_to_participation, validator=_PARTICIPATION_OR_NONE, kw_only=True
    )
    place: str | None = attrs.field(default=None, validator=ID_OR_NONE, kw_only=True)
    outputs: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=_TEXTS, kw_only=True
    )
    note: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )

    _joined = ("on", "until", "headcount", "groups", "participants")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        yield from faults_of_span(values, first="on")
        groups = values.get("groups") or EMPTY
        headcount = values.get("headcount")
        if groups and headcount is not None and headcount != sum(groups.values()):
            accepted = f"the sum of the groups, {sum(groups.values())}"
            yield Fault("headcount", shown(headcount), accepted, "headcount")
        elif groups:
            yield from faults_of_attendance(values, "groups", sum(groups.values()))
        else:
            yield from faults_of_attendance(values, "headcount", headcount)

    @property
    def attended(self) -> int | None:
        """How many took part: counted, summed over groups, or named; None where nobody said."""
        if self.headcount is not None:
            return self.headcount
        if self.groups:
            total: int = sum(self.groups.values())
            return total
        return len(set(self.participants)) or None


def faults_of_attendance(
    values: Mapping[str, Any], field: str, attended: int | None
) -> Iterator[Fault]:
    """Report that fewer people attended than are named as participants."""
    named = len(set(values.get("participants", ())))
    if attended is not None and attended < named:
        accepted = f"at least the number of participants named, {named}"
        yield Fault(field, shown(attended), accepted, "headcount")
