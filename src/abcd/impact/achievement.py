"""Achievement: how much of the way from the baseline to the target is done."""

import datetime
from collections.abc import Iterator
from typing import Literal, final

import attrs

from .._arguments import exact, number
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError
from ..fields import DATE_OR_NONE, one_of, to_date
from ..results import Result

__all__ = ["Achievement", "achievement"]

_DIRECTIONS = ("up", "down")


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Achievement(Result):
    """What `achievement` answers.

    Attributes
    ----------
    achieved : float
        The share of the way that is done: 0 at the baseline, 1 at the target, above 1 beyond it,
        below 0 where it went the other way. Not clipped.
    reached : bool
        Whether it stands at the target or beyond.
    left : float
        Target minus actual, in the unit of the values.
    naive : float
        actual / target, which most reports print.
    time_share : float
        The share of the time that is gone, from 0 to 1.
    ahead : float
        `achieved` minus `time_share`: above 0 where more of the way is done than of the time gone.
    actual, baseline, target : float
        As they were given.
    direction : str
        ``"up"`` or ``"down"``: which way leads to the target, or as it was given.
    baseline_on, target_on, on : date
        As they were given.
    method : str
        How the share is computed.
    caveats : tuple of Caveat
        What this can not show.
    """

    achieved: float | None
    reached: bool | None
    left: float | None
    naive: float | None
    time_share: float | None
    ahead: float | None
    actual: float | None
    baseline: float | None
    target: float | None
    direction: str | None
    baseline_on: datetime.date | None
    target_on: datetime.date | None
    on: datetime.date | None
    method: str = "(actual - baseline) / (target - baseline)"
    caveats: tuple[Caveat, ...] = ()


def achievement(
    actual: float | None,
    *,
    baseline: float | None,
    target: float | None,
    direction: Literal["up", "down"] | None = None,
    baseline_on: datetime.date | str | None = None,
    target_on: datetime.date | str | None = None,
    on: datetime.date | str | None = None,
) -> Achievement:
    """Tell how much of the way from the baseline to the target is done.

    Most reports print actual / target. That gives credit for where things stood before anybody did
    anything, and is upside down where a value should fall. Use it to follow a plan, never to judge
    an effect: a target may be reached without the program.

    Parameters
    ----------
    actual, baseline, target : float or None
        Where it stands, where it stood, where it should come; in one unit. None: not known.
    direction : {"up", "down"}, optional
        Which way is better. By default the way from the baseline to the target. Where it is given
        and the target lies the other way, a caveat says so.
    baseline_on, target_on : date or ISO text, optional
        When it stood there, and by when it should come there.
    on : date or ISO text, optional
        The day of the judgment; there is no clock here.

    Returns
    -------
    Achievement
        One row.

    Raises
    ------
    InvalidValueError
        If a value is no finite number, a date is none, or the target is due before the baseline.

    See Also
    --------
    achievements : The same for every indicator of a cycle.

    Notes
    -----
    achieved = (actual - baseline) / (target - baseline). It is right for falling values, because
    both differences change their sign. It is not clipped: 1.2 is a fifth beyond the target, -0.5 a
    step back. time_share = days from the baseline to `on`, over days to the target. Comparing the
    two supposes a straight way; trainings seldom go straight.

    Edge cases. Target at the baseline: no share, None; `reached` then needs `direction`. Target 0:
    no naive value. A value that is None: nothing that needs it. `on` before the baseline: no share
    of the time; `on` after the target: 1, with a caveat. Numbers count as the decimals that they
    are written as, so that 0.1 + 0.2 reaches 0.3.

    References
    ----------
    OECD (2002). Glossary of Key Terms in Evaluation and Results Based Management: baseline,
    indicator, target.

    Examples
    --------
    An invented village had 40 families without a latrine, wants none by December, and has 30 left:

    >>> found = achievement(
    ...     30, baseline=40, target=0,
    ...     baseline_on="2024-01-01", target_on="2024-12-31", on="2024-07-01",
    ... )
    >>> found.achieved, round(found.time_share, 2), round(found.ahead, 2)
    (0.25, 0.5, -0.25)

    A quarter of the way is done, in half of the time. Members who can edit a video rose from 60 to
    62 of 100, and 80 were wanted; what most reports print hides how little that is:

    >>> found = achievement(62, baseline=60, target=80)
    >>> found.achieved, found.naive
    (0.1, 0.775)
    >>> print(found.caveats[0])
    Actual / target, which most reports print, gives 0.775; it would give 0.75 if nothing had \
changed at all. That is credit for the baseline.

    Where nobody stated a baseline, nothing can be told:

    >>> achievement(62, baseline=None, target=80).achieved is None
    True
    """
    if direction is not None:
        one_of("direction", direction, _DIRECTIONS)
    days = [to_date(day) for day in (baseline_on, target_on, on)]
    _check_dates(*days)
    return judged(
        actual=None if actual is None else number("actual", actual),
        baseline=None if baseline is None else number("baseline", baseline),
        target=None if target is None else number("target", target),
        direction=direction,
        baseline_on=days[0],
        target_on=days[1],
        on=days[2],
    )


def judged(
    *,
    actual: float | None,
    baseline: float | None,
    target: float | None,
    direction: str | None,
    baseline_on: datetime.date | None,
    target_on: datetime.date | None,
    on: datetime.date | None,
) -> Achievement:
    """Judge sound values: the part of `achievement` after its arguments were read."""
    achieved = _share(actual, baseline, target)
    gone = _gone(baseline_on, target_on, on)
    found = Achievement(
        achieved=achieved,
        reached=_reached(actual, baseline, target, direction),
        left=None if actual is None or target is None else float(exact(target) - exact(actual)),
        naive=None if actual is None or not target else float(exact(actual) / exact(target)),
        time_share=gone,
        ahead=None if achieved is None or gone is None else achieved - gone,
        actual=actual,
        baseline=baseline,
        target=target,
        direction=direction or _way(baseline, target),
        baseline_on=baseline_on,
        target_on=target_on,
        on=on,
    )
    return attrs.evolve(found, caveats=tuple(_caveats(found)))


def _check_dates(
    first: datetime.date | None, last: datetime.date | None, on: datetime.date | None
) -> None:
    given = {"baseline_on": first, "target_on": last, "on": on}
    faults = [fault for name, day in given.items() for fault in DATE_OR_NONE.faults(name, day)]
    if faults:
        raise InvalidValueError(*faults)
    if first is not None and last is not None and not first < last:
        accepted = f"a date after that of the baseline, {first.isoformat()}"
        raise InvalidValueError(Fault("target_on", last.isoformat(), accepted, "order"))


def _share(actual: float | None, baseline: float | None, target: float | None) -> float | None:
    if actual is None or baseline is None or target is None or target == baseline:
        return None
    start = exact(baseline)
    return float((exact(actual) - start) / (exact(target) - start))


def _way(baseline: float | None, target: float | None) -> str | None:
    if baseline is None or target is None or target == baseline:
        return None
    return "up" if target > baseline else "down"


def _reached(
    actual: float | None, baseline: float | None, target: float | None, direction: str | None
) -> bool | None:
    # The way that the target lies: one that lies on the worse side is reached there.
    way = _way(baseline, target) or direction
    if actual is None or target is None or way is None:
        return None
    return actual >= target if way == "up" else actual <= target


def _gone(
    first: datetime.date | None, last: datetime.date | None, on: datetime.date | None
) -> float | None:
    if first is None or last is None or on is None or on < first:
        return None
    return min((on - first).days / (last - first).days, 1.0)


def _caveats(found: Achievement) -> Iterator[Caveat]:
    yield from _of_naive(found)
    for name, code in (
        ("actual", "actual-not-known"),
        ("baseline", "baseline-not-stated"),
        ("target", "target-not-stated"),
    ):
        if getattr(found, name) is None:
            yield Caveat(code, {"fields": _empty(found, "achieved", "reached", "left", "ahead")})
    if found.target is not None and found.target == found.baseline:
        fields = _empty(found, "achieved", "reached", "ahead")
        yield Caveat("target-is-baseline", {"target": found.target, "fields": fields})
    elif found.direction is not None and found.direction != (
        _way(found.baseline, found.target) or found.direction
    ):
        data = {"target": found.target, "baseline": found.baseline}
        yield Caveat("target-against-direction", data)
    if found.achieved is not None and found.achieved < 0:
        yield Caveat("went-backward")
    yield from _of_time(found)
    yield Caveat("achievement-is-no-effect")


def _of_naive(found: Achievement) -> Iterator[Caveat]:
    if found.target == 0:
        yield Caveat("naive-undefined", {"fields": ["naive"]})
    elif found.naive is not None and found.baseline and found.target:
        credit = float(exact(found.baseline) / exact(found.target))
        yield Caveat("naive-credits-baseline", {"naive": found.naive, "credit": credit})
    if found.naive is not None and found.direction == "down":
        yield Caveat("naive-wrong-way")


def _of_time(found: Achievement) -> Iterator[Caveat]:
    first, last, on = found.baseline_on, found.target_on, found.on
    fields = _empty(found, "time_share", "ahead")
    if first is None or last is None or on is None:
        # Nobody asked about time where no date is given.
        if first is not None or last is not None or on is not None:
            yield Caveat("time-not-known", {"fields": fields})
    elif on < first:
        data = {"on": on.isoformat(), "baseline_on": first.isoformat(), "fields": fields}
        yield Caveat("not-begun", data)
    elif on > last:
        yield Caveat("past-due", {"target_on": last.isoformat()})


def _empty(found: Achievement, *names: str) -> list[str]:
    return [name for name in names if getattr(found, name) is None]
