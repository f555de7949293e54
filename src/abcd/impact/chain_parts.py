"""The parts of a chain of results: steps, links, assumptions, and what nobody expected."""

import datetime
import enum
from collections.abc import Iterable, Mapping
from typing import Any, Literal, final

import attrs

from ..cycle.definitions import WORD
from ..errors import Fault
from ..fields import (
    CODES,
    DATE_OR_NONE,
    TEXT,
    TEXT_OR_NONE,
    Checked,
    as_tuple,
    choice,
    gather_rules,
    instances,
    to_codes,
    to_date,
    to_member,
)
from ..model import Evidence
from ..model.evidence import EVIDENCE, to_evidence

__all__ = [
    "ASSUMPTIONS",
    "Assumption",
    "ChainLink",
    "ChainStep",
    "Effect",
    "Holding",
    "UnexpectedResult",
    "to_assumptions",
]


class Holding(enum.StrEnum):
    """What was found when somebody looked at an assumption."""

    HOLDS = "holds"
    FAILED = "failed"
    UNCLEAR = "unclear"


class Effect(enum.StrEnum):
    """Whether something unexpected is good or bad for those who live with it."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNCLEAR = "unclear"


_HOLDINGS = {member.value: member for member in Holding}
_EFFECTS = {member.value: member for member in Effect}
_HOLDING_OR_NONE = choice(Holding).or_none()
_EFFECT = choice(Effect)
_WORD_OR_NONE = WORD.or_none()


def _to_holding(value: Holding | Literal["holds", "failed", "unclear"] | None) -> Holding | None:
    return to_member(value, _HOLDINGS)  # type: ignore[no-any-return]  # the rule refuses the rest


def _to_effect(value: Effect | Literal["positive", "negative", "unclear"]) -> Effect:
    return to_member(value, _EFFECTS)  # type: ignore[no-any-return]  # the rule refuses the rest


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Assumption(Checked):
    """What must hold so that one step leads to the next.

    Parameters
    ----------
    text : str
        In plain words: "buyers trust a link of a neighbor".
    found : {"holds", "failed", "unclear"}, optional
        What somebody found who looked. None: nobody looked.
    on : date or ISO text, optional
        When somebody looked.
    evidence : list of Evidence, optional
        Where that comes from.

    Examples
    --------
    >>> Assumption("Members own a phone that can film").found is None
    True
    """

    text: str = attrs.field(validator=TEXT)
    found: Holding | None = attrs.field(
        default=None, converter=_to_holding, validator=_HOLDING_OR_NONE, kw_only=True
    )
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )


ASSUMPTIONS = instances(Assumption).each()


def to_assumptions(value: Iterable[Assumption]) -> tuple[Assumption, ...]:
    """Store a list of assumptions as a tuple."""
    return as_tuple(value)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class ChainStep(Checked):
    """One step of a chain; the field of the chain in which it stands says of which stage.

    Parameters
    ----------
    id : str
        Unique in the chain.
    text : str
        What it is: "members make videos that are watched to the end".
    indicators : list of str, optional
        Ids of the indicators of the cycle that would show it.
    unmeasured : str, optional
        Why it has none: what nobody can or wants to measure is said, not left out.
    evidence : list of Evidence, optional
        Where this comes from.

    Raises
    ------
    InvalidValueError
        If fields can not take their values, or it has indicators and a reason for having none.

    Examples
    --------
    >>> ChainStep("skill", "Members can edit videos", indicators=["skill"]).indicators
    ('skill',)
    """

    id: str = attrs.field(validator=WORD)
    text: str = attrs.field(validator=TEXT)
    indicators: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=CODES, kw_only=True
    )
    unmeasured: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )

    _joined = ("indicators", "unmeasured")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        if values.get("indicators") and values.get("unmeasured") is not None:
            accepted = "None beside indicators: either it is measured, or it is said why not"
            yield Fault("unmeasured", "text", accepted, "both")


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class ChainLink(Checked):
    """That one step leads to another, and what must hold for it.

    Parameters
    ----------
    source, target : str
        Ids of steps; the target in the same stage or a later one.
    assumptions : list of Assumption, optional
        What must hold.
    evidence : list of Evidence, optional
        Why one believes that it does: a study, what others saw.

    Examples
    --------
    >>> ChainLink("skill", "income", assumptions=[Assumption("buyers come")]).target
    'income'
    """

    source: str = attrs.field(validator=WORD)
    target: str = attrs.field(validator=WORD)
    assumptions: tuple[Assumption, ...] = attrs.field(
        default=(), converter=to_assumptions, validator=ASSUMPTIONS, kw_only=True
    )
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class UnexpectedResult(Checked):
    """What happened and stands in nobody's plan.

    Parameters
    ----------
    text : str
        What happened.
    effect : {"positive", "negative", "unclear"}, optional
        For those who live with it.
    after : str, optional
        Id of the step of the chain that it is believed to follow from.
    on : date or ISO text, optional
        When it was seen.
    by : str, optional
        Who saw it.
    evidence : list of Evidence, optional
        Where this comes from.

    Examples
    --------
    >>> UnexpectedResult("Members buy more from outside brands", "negative").effect.value
    'negative'
    """

    text: str = attrs.field(validator=TEXT)
    effect: Effect = attrs.field(default=Effect.UNCLEAR, converter=_to_effect, validator=_EFFECT)
    after: str | None = attrs.field(default=None, validator=_WORD_OR_NONE, kw_only=True)
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    by: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )
