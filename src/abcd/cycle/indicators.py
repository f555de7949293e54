"""What would show a change, what was measured, and what is claimed."""

import datetime
import enum
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, final

import attrs

from ..errors import Fault, shown
from ..fields import (
    CODES,
    COUNT_OR_NONE,
    DATE_OR_NONE,
    ID_OR_NONE,
    INTEGER_LIMIT,
    NAME,
    TEXT,
    TEXT_OR_NONE,
    Checked,
    Rule,
    choice,
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

    def is_above(self, other: "Level") -> bool:
        """Whether it reaches further than another; `>` would compare the words.

        >>> Level.RESULTS.is_above(Level.REACTION)
        True
        """
        order = list(Level)
        return order.index(self) > order.index(other)


_DIRECTIONS = {member.value: member for member in Direction}
_LEVELS = {member.value: member for member in Level}
_DIRECTION = choice(Direction)
_LEVEL_OR_NONE = choice(Level).or_none()


def _is_number(value: Any) -> bool:
    if type(value) is float:
        return math.isfinite(value)
    return type(value) is int and -INTEGER_LIMIT < value < INTEGER_LIMIT


_NUMBER = Rule(_is_number, "a finite number", convert=to_number)
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
        Where it stood, and where it should come. A target on the worse side of the baseline is
        accepted; `abcd.impact.achievements` says so.
    baseline_on, target_on : date or ISO text, optional
        When it stood there, and by when it should come there: progress is held against the time
        between the two.
    leads_to : list of str, optional
        Ids of the indicators that are expected to follow when this one changes: the short form of
        what the program believes in. `abcd.impact.ResultsChain` is the whole of it, with inputs,
        activities and assumptions; `abcd.impact.review_chain` names what stands here and not there.
    tags : list of Tag, optional
        Codes such as SDG indicators: ``Tag("SDG", "4.4.1")``.
    evidence : list of Evidence, optional
        Where this comes from.

    Raises
    ------
    InvalidValueError
        If fields can not take their values, the scale does not run upward, the baseline or the
        target is not on it, or the target is due before the baseline; all of them are listed.

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
    baseline_on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    target_on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    leads_to: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=CODES, kw_only=True
    )
    tags: tuple[Tag, ...] = attrs.field(default=(), converter=to_tags, validator=TAGS, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )

    _joined = ("minimum", "maximum", "baseline", "target", "baseline_on", "target_on")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        yield from _faults_of_scale(values)
        first, last = values.get("baseline_on"), values.get("target_on")
        if first is not None and last is not None and not first < last:
            accepted = f"a date after that of the baseline, {shown(first)}"
            yield Fault("target_on", shown(last), accepted, "order")


def _faults_of_scale(values: Mapping[str, Any]) -> Iterator[Fault]:
    low, high = values.get("minimum"), values.get("maximum")
    if low is not None and high is not None and not low < high:
        yield Fault("maximum", shown(high), f"a number above the minimum, {shown(low)}", "scale")
        return
    for name in ("baseline", "target"):
        value = values.get(name)
        if value is not None and not on_scale(value, low, high):
            yield Fault(name, shown(value), f"a number {words_of_scale(low, high)}", "scale")


def on_scale(value: float, low: float | None, high: float | None) -> bool:
    """Whether a number is within the ends of a scale, as far as they are stated."""
    return (low is None or low <= value) and (high is None or value <= high)


def words_of_scale(low: float | None, high: float | None) -> str:
    """Name the ends of a scale of which at least one is stated."""
    if low is None:
        return f"of at most {shown(high)}"
    return f"from {shown(low)}" if high is None else f"from {shown(low)} to {shown(high)}"


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
    group : str, optional
        The group measured, or the group that the person belongs to.
    n : int, optional
        For a mean or a total: of how many people.
    facet : str, optional
        Which part of a construct, by its name in the indicator's `facets`.
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
