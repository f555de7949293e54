"""Barriers that a community meets."""

import datetime
from typing import final

import attrs

from ..fields import (
    DATE_OR_NONE,
    ID_OR_NONE,
    TEXT,
    TEXT_OR_NONE,
    Checked,
    choice,
    gather_rules,
    to_date,
    to_member,
)
from ..vocabulary import Cause
from .evidence import EVIDENCE, Evidence, to_evidence

__all__ = ["Challenge"]

_CAUSE_OR_NONE = choice(Cause).or_none()
_CAUSES = {member.value: member for member in Cause}


def _to_cause(value: Cause | str | None) -> Cause | None:
    return to_member(value, _CAUSES)  # type: ignore[no-any-return]  # the rule refuses the rest


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Challenge(Checked):
    """A barrier met on the way, and who owes an answer to it.

    Parameters
    ----------
    text : str
        The barrier, in the words of those who met it.
    cause : {"internal", "structural"}, optional
        Whether it comes from within or from structures around the community.
    owed_by : str, optional
        Id of the person or organization that owes an answer.
    raised_on : date or ISO text, optional
        When it was raised.
    answer : str, optional
        What was answered or done; None while it is open.
    evidence : list of Evidence, optional
        Where this comes from.

    Examples
    --------
    >>> Challenge("Registration is hard for some members", cause="structural").answer is None
    True
    """

    text: str = attrs.field(validator=TEXT)
    cause: Cause | None = attrs.field(
        default=None, converter=_to_cause, validator=_CAUSE_OR_NONE, kw_only=True
    )
    owed_by: str | None = attrs.field(default=None, validator=ID_OR_NONE, kw_only=True)
    raised_on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    answer: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )
