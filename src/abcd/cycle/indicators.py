"""What would show a change, what was measured, and what is claimed."""

import datetime
import enum
from typing import Literal, final

import attrs

from ..fields import (
    COUNT_OR_NONE,
    DATE_OR_NONE,
    ID_OR_NONE,
    NAME,
    TEXT,
    TEXT_OR_NONE,
    Checked,
    Rule,
    gather_rules,
    to_codes,
    to_date,
    to_member,
    to_number,
)
from ..model import Evidence
from ..model.evidence import EVIDENCE, to_evidence
from ..model.tagging import TAGS, to_tags
from ..vocabulary import Tag
from .definitions import WORD

__all__ = ["Claim", "Direction", "Indicator", "Level", "Measurement"]


class Direction(enum.StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"


class Level(enum.StrEnum):
    """The four levels of Kirkpatrick: what a measure can speak of."""

    REACTION = "reaction"
    LEARNING = "learning"
    BEHAVIOR = "behavior"
    RESULTS = "results"


_DIRECTIONS = {member.value: member for member in Direction}
_LEVELS = {member.value: member for member in Level}
_DIRECTION = Rule(lambda value: isinstance(value, Direction), "one of 'up', 'down'")
_LEVEL_OR_NONE = Rule(
    lambda value: isinstance(value, Level),
    "one of 'reaction', 'learning', 'behavior', 'results'",
).or_none()
_NUMBER = Rule(
    lambda value: (
        type(value) is int or (type(value) is float and value - value == 0.0)
    ),  # inf - inf and nan are not 0
    "a finite number",
    convert=to_number,
)
_NUMBER_OR_NONE = _NUMBER.or_none()
_FACETS = TEXT.shown().each()
_CODE_OR_NONE = TEXT_OR_NONE.shown()
_WORD_OR_NONE = WORD.or_none()


def _to_direction(value: Direction | Literal["up", "down"]) -> Direction:
    return to_member(value, _DIRECTIONS)  # type: ignore[no-any-return]  # the rule refuses the rest


def _to_level(value: Level | str | None) -> Level | None:
    return to_member(value, _LEVELS)  # type: ignore[no-any-return]  # the rule refuses the rest


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Indicator(Checked):
    """What would show a change: measured on whom, when, with which instrument.

    Parameters
    ----------
    id : str
        Unique among the goals, plans and indicators of the cycle.
    name : str
        What is measured.
    unit : str, optional
        Such as ``"points"`` or ``"IDR a month"``.
    direction : {"up", "down"}
        Which way is better.
    level : {"reaction", "learning", "behavior", "results"}, optional
        The level of Kirkpatrick that it speaks of.
    facets : list of str, optional
        The parts of a construct, each of which needs its own items: soft skill has seven.
    instrument : str, optional
        The test, scale or source with which it is measured.
    of_whom : str, optional
        Whose state it is: ``"the ten members"``.
    when : str, optional
        At which moments: ``"before day 1, after day 3, three months later"``.
    minimum, maximum : float, optional
        The ends of the scale.
    baseline, target : float, optional
        Where it stood, and where it should come.
    tags : list of Tag, optional
        Codes such as SDG indicators.
    evidence : list of Evidence, optional
        Where this comes from.

    Examples
    --------
    >>> Indicator("knowledge", "Knowledge of affiliate sales", level="learning").direction.value
    'up'
    """

    id: str = attrs.field(validator=WORD)
    name: str = attrs.field(validator=NAME)
    unit: str | None = attrs.field(default=None, validator=_CODE_OR_NONE, kw_only=True)
    direction: Direction = attrs.field(
        default=Direction.UP, converter=_to_direction, validator=_DIRECTION, kw_only=True
    )
    level: Level | None = attrs.field(
        default=None, converter=_to_level, validator=_LEVEL_OR_NONE, kw_only=True
    )
    facets: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=_FACETS, kw_only=True
    )
    instrument: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    of_whom: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    when: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    minimum: float | None = attrs.field(default=None, validator=_NUMBER_OR_NONE, kw_only=True)
    maximum: float | None = attrs.field(default=None, validator=_NUMBER_OR_NONE, kw_only=True)
    baseline: float | None = attrs.field(default=None, validator=_NUMBER_OR_NONE, kw_only=True)
    target: float | None = attrs.field(default=None, validator=_NUMBER_OR_NONE, kw_only=True)
    tags: tuple[Tag, ...] = attrs.field(default=(), converter=to_tags, validator=TAGS, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Measurement(Checked):
    """One value of an indicator: of one person, or of a group.

    Parameters
    ----------
    indicator : str
        The indicator's id.
    value : float
        In the indicator's unit.
    wave : str, optional
        ``"before"`` and ``"after"`` for a comparison of the two; others as needed.
    on : date or ISO text, optional
        When it was measured.
    person : str, optional
        Id of the person measured.
    group, n : optional
        For a mean or a total: of which group, of how many people.
    facet : str, optional
        Which part of a construct.
    evidence : list of Evidence, optional
        How it was measured.

    Examples
    --------
    >>> Measurement("knowledge", 7, wave="before", person="p1").value
    7
    """

    indicator: str = attrs.field(validator=WORD)
    value: float = attrs.field(validator=_NUMBER)
    wave: str | None = attrs.field(default=None, validator=_CODE_OR_NONE, kw_only=True)
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    person: str | None = attrs.field(default=None, validator=ID_OR_NONE, kw_only=True)
    group: str | None = attrs.field(default=None, validator=_CODE_OR_NONE, kw_only=True)
    n: int | None = attrs.field(default=None, validator=COUNT_OR_NONE, kw_only=True)
    facet: str | None = attrs.field(default=None, validator=_CODE_OR_NONE, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Claim(Checked):
    """A statement that something changed, to be judged by what was measured.

    Parameters
    ----------
    text : str
        The statement, in the words of those who make it.
    indicator : str, optional
        Id of the indicator that would show it.
    by : str, optional
        Who says so.
    on : date or ISO text, optional
        When it was said.
    level : {"reaction", "learning", "behavior", "results"}, optional
        The level of Kirkpatrick that the statement reaches for.
    evidence : list of Evidence, optional
        Where the statement stands.

    Examples
    --------
    >>> Claim("Members earn more", indicator="income", level="results").level.value
    'results'
    """

    text: str = attrs.field(validator=TEXT)
    indicator: str | None = attrs.field(default=None, validator=_WORD_OR_NONE, kw_only=True)
    by: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    level: Level | None = attrs.field(
        default=None, converter=_to_level, validator=_LEVEL_OR_NONE, kw_only=True
    )
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )
