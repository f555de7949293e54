"""What those involved learned, and what they celebrated."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, final

import attrs

from ..errors import Fault
from ..fields import (
    COUNT_OR_NONE,
    DATE_OR_NONE,
    ID_OR_NONE,
    IDS,
    TEXT,
    Checked,
    gather_rules,
    to_codes,
    to_date,
)
from ..model import Evidence
from ..model.evidence import EVIDENCE, to_evidence
from .definitions import WORD
from .records import faults_of_attendance

__all__ = ["Celebration", "Reflection"]

_PHASE_OR_NONE = WORD.or_none()


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Reflection(Checked):
    """What those involved learned.

    Parameters
    ----------
    text : str
        In their own words.
    by : list of str, optional
        Ids of those whose reflection it is.
    on : date or ISO text, optional
        When.
    phase : str, optional
        Id of the phase that it is about.
    evidence : list of Evidence, optional
        Where this comes from.

    Examples
    --------
    >>> Reflection("Registration needs a day of its own", phase="destiny").phase
    'destiny'
    """

    text: str = attrs.field(validator=TEXT)
    by: tuple[str, ...] = attrs.field(default=(), converter=to_codes, validator=IDS, kw_only=True)
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    phase: str | None = attrs.field(default=None, validator=_PHASE_OR_NONE, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Celebration(Checked):
    """What was celebrated, where, and with how many.

    Parameters
    ----------
    text : str
        What was celebrated.
    on : date or ISO text, optional
        When.
    place : str, optional
        Id of the place.
    participants : list of str, optional
        Ids of people.
    headcount : int, optional
        How many came in all, those named among them.
    evidence : list of Evidence, optional
        Where this comes from.

    Raises
    ------
    InvalidValueError
        If fields can not take their values, or more people are named than came.

    Examples
    --------
    >>> Celebration("First hundred sales", on="2024-06-01", headcount=40).headcount
    40
    """

    text: str = attrs.field(validator=TEXT)
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    place: str | None = attrs.field(default=None, validator=ID_OR_NONE, kw_only=True)
    participants: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=IDS, kw_only=True
    )
    headcount: int | None = attrs.field(default=None, validator=COUNT_OR_NONE, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )

    _joined = ("participants", "headcount")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        return faults_of_attendance(values, "headcount", values.get("headcount"))
