"""When a phase was visited, left and entered again."""

import datetime
import itertools
from collections.abc import Iterable, Sequence

import attrs

__all__ = ["Visit", "re_entries", "visits"]


@attrs.frozen(order=True)
class Visit:
    """A stretch of days spent on one phase."""

    start: datetime.date
    end: datetime.date


def visits(spans: Iterable[tuple[int | None, datetime.date, datetime.date]]) -> list[Visit]:
    """Merge dated entries of one phase into visits.

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


def re_entries(own: Sequence[Visit], others: Iterable[Visit]) -> int:
    """Count how often a phase was entered again after it had been left for another one.

    Left means that a visit of another phase lies whole between two visits of this one. Work on
    several phases side by side, in visits that overlap, is no re-entry.
    """
    rest = list(others)
    return sum(
        any(before.end < other.start and other.end < after.start for other in rest)
        for before, after in itertools.pairwise(own)
    )
