"""Achievements: how far every indicator of a cycle has come on its way to the target."""

import datetime
from collections.abc import Iterator
from typing import final

import attrs

from .._arguments import exact, fits
from ..caveats import Caveat
from ..cycle import Cycle, Indicator
from ..errors import Fault, InvalidValueError, hidden
from ..fields import CODE, DATE_OR_NONE, to_date, to_text
from ..results import ROW, RowResult
from ._standing import Standing, exact_mean_of, standing_of
from .achievement import Achievement, judged

__all__ = ["Achievements", "achievements", "way_of"]

_BEFORE = "before"


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Achievements(RowResult):
    """What `achievements` answers: a row for each indicator, in the order of the cycle.

    Attributes
    ----------
    indicators, names : tuple of str
        Ids, and what is measured.
    achieved, reached, left, naive, time_share, ahead : tuple
        As in `Achievement`; None where it is not estimable.
    actual, baseline, target : tuple of float
        Where it stands, stood and should come, in its unit.
    n : tuple of int
        On how many people the actual value stands; None where it is not known.
    actual_from : tuple of str
        ``"people"`` (their mean), ``"group"`` (one value of a whole group), or None.
    baseline_from : tuple of str
        ``"stated"`` in the indicator, ``"measured"`` (the mean of the same people before), or None.
    direction, unit : tuple of str
        Which way is better; of the values.
    reasons : tuple of tuple of str
        Codes of `abcd.caveats` that hold for the row.
    wave : str
        Of which wave the actual values are.
    on : date
        The day of the judgment.
    count_reached : int
        How many indicators stand at their target or beyond.
    caveats : tuple of Caveat
        What holds for all of it.
    """

    indicators: tuple[str, ...] = attrs.field(metadata=ROW)
    names: tuple[str, ...] = attrs.field(metadata=ROW)
    achieved: tuple[float | None, ...] = attrs.field(metadata=ROW)
    reached: tuple[bool | None, ...] = attrs.field(metadata=ROW)
    left: tuple[float | None, ...] = attrs.field(metadata=ROW)
    naive: tuple[float | None, ...] = attrs.field(metadata=ROW)
    time_share: tuple[float | None, ...] = attrs.field(metadata=ROW)
    ahead: tuple[float | None, ...] = attrs.field(metadata=ROW)
    actual: tuple[float | None, ...] = attrs.field(metadata=ROW)
    baseline: tuple[float | None, ...] = attrs.field(metadata=ROW)
    target: tuple[float | None, ...] = attrs.field(metadata=ROW)
    n: tuple[int | None, ...] = attrs.field(metadata=ROW)
    actual_from: tuple[str | None, ...] = attrs.field(metadata=ROW)
    baseline_from: tuple[str | None, ...] = attrs.field(metadata=ROW)
    direction: tuple[str, ...] = attrs.field(metadata=ROW)
    unit: tuple[str | None, ...] = attrs.field(metadata=ROW)
    reasons: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    wave: str
    on: datetime.date | None
    count_reached: int
    caveats: tuple[Caveat, ...] = ()


def achievements(
    cycle: Cycle, *, wave: str = "after", on: datetime.date | str | None = None
) -> Achievements:
    """Tell how far every indicator of a cycle has come on its way to the target.

    Parameters
    ----------
    cycle : Cycle
        With its indicators (baseline, target, their dates) and measurements.
    wave : str
        Of which wave the actual values are taken.
    on : date or ISO text, optional
        The day of the judgment, for progress against time; there is no clock here.

    Returns
    -------
    Achievements
        One row an indicator, in the order of the cycle.

    Raises
    ------
    InvalidValueError
        If `cycle` is none, the wave is blank, or `on` is no date.

    See Also
    --------
    achievement : One indicator by its numbers, with the formula.
    evaluate : Whether the change is more than chance.

    Notes
    -----
    *Actual.* The mean of the people who have a value in the wave: of the whole, or of every facet
    (the mean of them). Where no person has one, the one value of a group without facet; of several
    nobody said which is the whole. So a target is read as a target for the mean of people, or for
    the group's value.

    *Baseline.* The one that was stated; where none was, the mean of the wave ``"before"`` of the
    same people, and the actual value then stands on those who have both. A baseline that was stated
    and differs from the mean that was measured (by more than a hundredth of the way) is named.

    Edge cases. Two values of one person in the wave, facets that are missing, no value, no target:
    None, with the reason in the row.

    Examples
    --------
    Invented indicators of an invented village:

    >>> from abcd.cycle import FIVE_D, Measurement
    >>> cycle = Cycle(
    ...     FIVE_D,
    ...     community="rt3",
    ...     indicators=[
    ...         Indicator("skill", "Skill in editing", baseline=8, target=14, unit="points"),
    ...         Indicator("waste", "Bags burnt a week", baseline=50, target=10, direction="down"),
    ...         Indicator("trust", "Trust"),
    ...     ],
    ...     measurements=[
    ...         Measurement("skill", 10, wave="after", person="p1"),
    ...         Measurement("skill", 12, wave="after", person="p2"),
    ...         Measurement("waste", 20, wave="after", group="rt3"),
    ...     ],
    ... )
    >>> found = achievements(cycle)
    >>> found.achieved, found.n
    ((0.5, 0.75, None), (2, None, None))
    >>> found["trust"]["reasons"]
    ('actual-not-known', 'baseline-not-stated', 'target-not-stated')
    """
    day = _checked(cycle, wave, on)
    name = to_text(wave)
    rows = [_row(indicator, cycle, name, day) for indicator in cycle.indicators]
    ways = [row.way for row in rows]
    found = Achievements(
        indicators=tuple([row.indicator.id for row in rows]),
        names=tuple([row.indicator.name for row in rows]),
        achieved=tuple([way.achieved for way in ways]),
        reached=tuple([way.reached for way in ways]),
        left=tuple([way.left for way in ways]),
        naive=tuple([way.naive for way in ways]),
        time_share=tuple([way.time_share for way in ways]),
        ahead=tuple([way.ahead for way in ways]),
        actual=tuple([way.actual for way in ways]),
        baseline=tuple([way.baseline for way in ways]),
        target=tuple([way.target for way in ways]),
        n=tuple([row.n for row in rows]),
        actual_from=tuple([row.actual_from for row in rows]),
        baseline_from=tuple([row.baseline_from for row in rows]),
        direction=tuple([row.indicator.direction.value for row in rows]),
        unit=tuple([row.indicator.unit for row in rows]),
        reasons=tuple([row.reasons for row in rows]),
        wave=name,
        on=day,
        count_reached=sum(way.reached is True for way in ways),
    )
    return attrs.evolve(found, caveats=tuple(_caveats(found, rows)))


@attrs.frozen(kw_only=True)
class _Row:
    """One indicator on its way, and what was not as it should be."""

    indicator: Indicator
    way: Achievement
    n: int | None
    actual_from: str | None
    baseline_from: str | None
    differs: bool
    reasons: tuple[str, ...]


def _checked(cycle: object, wave: object, on: object) -> datetime.date | None:
    day = to_date(on)  # type: ignore[arg-type]  # the rule refuses the rest
    faults = [*CODE.faults("wave", CODE.settled(wave)), *DATE_OR_NONE.faults("on", day)]
    if not isinstance(cycle, Cycle):
        faults.append(Fault("cycle", hidden(cycle), "a Cycle", "value"))
    if faults:
        raise InvalidValueError(*faults)
    return day


def way_of(indicator: Indicator, cycle: Cycle) -> Achievement:
    """Judge one indicator in the wave after, without a date."""
    return _row(indicator, cycle, "after", None).way


def _row(indicator: Indicator, cycle: Cycle, wave: str, on: datetime.date | None) -> _Row:
    now = standing_of(indicator, cycle.measurements, wave)
    before = standing_of(indicator, cycle.measurements, _BEFORE)
    both = now.people.keys() & before.people.keys()
    start = indicator.baseline
    baseline_from = None if start is None else "stated"
    if start is None and both:
        start = exact_mean_of([before.people[id] for id in both])
        now = attrs.evolve(now, value=exact_mean_of([now.people[id] for id in both]), n=len(both))
        baseline_from = "measured"
    way = judged(
        actual=_sensible(now.value),
        baseline=_sensible(start),
        target=_sensible(indicator.target),
        direction=indicator.direction.value,
        baseline_on=indicator.baseline_on,
        target_on=indicator.target_on,
        on=on,
    )
    codes = [caveat.code for caveat in way.caveats if caveat.code != "achievement-is-no-effect"]
    return _Row(
        indicator=indicator,
        way=way,
        n=now.n,
        actual_from=now.source,
        baseline_from=baseline_from,
        differs=_differs(indicator, before),
        reasons=(*([] if now.reason is None else [now.reason]), *codes),
    )


def _sensible(value: float | None) -> float | None:
    # A model holds numbers of any size; what is computed with them must stay a number.
    return value if fits(value) else None


def _differs(indicator: Indicator, before: Standing) -> bool:
    stated, measured, target = indicator.baseline, before.value, indicator.target
    if stated is None or measured is None:
        return False
    # A stated baseline is often rounded: a hundredth of the way is no contradiction.
    way = abs(exact(stated if target is None else target) - exact(stated))
    return abs(exact(measured) - exact(stated)) * 100 > way


def _caveats(found: Achievements, rows: list[_Row]) -> Iterator[Caveat]:
    total = len(rows)
    none = found.achieved.count(None)
    if none:
        fields = [name for name in ("achieved", "reached", "left") if None in getattr(found, name)]
        yield Caveat(
            "achievements-not-estimable", {"count": none, "total": total, "fields": fields}
        )
    timeless = found.time_share.count(None)
    if timeless:
        data = {"count": timeless, "total": total, "fields": ["time_share", "ahead"]}
        yield Caveat("achievements-time-not-known", data)
    naive = [row.indicator.id for row in rows if "naive-credits-baseline" in row.reasons]
    if naive:
        yield Caveat("achievements-naive", {"indicators": naive})
    differing = [row.indicator.id for row in rows if row.differs]
    if differing:
        yield Caveat("baseline-differs", {"indicators": differing})
    if none < total:
        yield Caveat("achievement-is-no-effect")
