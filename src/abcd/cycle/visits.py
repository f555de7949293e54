"""When a phase was visited, left and entered again."""

import datetime
from collections.abc import Iterable, Sequence

import attrs

__all__ = ["Visit", "stays", "visits"]


@attrs.frozen(order=True)
class Visit:
    """A stretch of days spent on one phase."""

    start: datetime.date
    end: datetime.date


def visits(spans: Iterable[tuple[int | None, datetime.date, datetime.date]]) -> list[Visit]:
    """Merge dated entries of one phase into visits, by their first day.

    Parameters
    ----------
    spans : iterable of (round, first day, last day)
        Entries with the same round are one visit, whatever lies between them. Others are one visit
        where they overlap.
    """
    by_round: dict[int, Visit] = {}
    single = []
    for number, start, end in spans:
        if number is None:
            single.append(Visit(start, end))
        else:
            known = by_round.get(number, Visit(start, end))
            by_round[number] = Visit(min(known.start, start), max(known.end, end))
    merged: list[Visit] = []
    for visit in sorted([*single, *by_round.values()]):
        if merged and visit.start <= merged[-1].end:
            merged[-1] = Visit(merged[-1].start, max(merged[-1].end, visit.end))
        else:
            merged.append(visit)
    return merged


def stays(own: Sequence[Visit], others: Iterable[Visit]) -> list[Visit]:
    """Join the visits of a phase between which it was not left for another one.

    Left means that a visit of another phase lies whole between two visits of this one. Work on
    several phases side by side, in visits that overlap, is no leaving, and neither is a pause. So
    each stay but the first is a re-entry.

    Parameters
    ----------
    own : sequence of Visit
        Of one phase, from `visits`.
    others : iterable of Visit
        Of all other phases.
    """
    rest = list(others)
    joined = list(own[:1])
    for visit in own[1:]:
        before = joined[-1]
        if any(before.end < other.start and other.end < visit.start for other in rest):
            joined.append(visit)
        else:
            joined[-1] = Visit(before.start, visit.end)
    return joined
