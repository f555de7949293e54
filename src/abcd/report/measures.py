"""What was measured with which scale, and of how many people: for a paper."""

import attrs

from ..cycle import Indicator
from .blocks import Block, Paragraph, Table
from .knowing import short_name
from .numbers import number, percent
from .source import Source, is_invented
from .tables import compact

__all__ = ["attrition", "measures"]


def attrition(source: Source) -> list[Block]:
    """Count for each measure who was measured before, after and both times, and who was lost."""
    rows = [_of_change(source, index) for index in range(len(source.changes))]
    judged = {entry.indicator.id for entry in source.changes if entry.indicator is not None}
    rows += [
        _of_indicator(source, indicator)
        for indicator in source.cycle.indicators
        if indicator.id not in judged
    ]
    if not rows:
        return []
    keys = ("measure-head", "n-before", "n-after", "n-both", "n-lost", "n-omitted")
    return [Table(tuple([source.say(key) for key in keys]), tuple(rows))]


def _of_change(source: Source, index: int) -> tuple[str, ...]:
    entry = source.changes[index]
    change = entry.change
    counts = _Counts(
        both=change.n,
        before=len(change.unmatched_before),
        after=len(change.unmatched_after),
        omitted=len(change.omitted),
    )
    return (short_name(source, entry), *_cells(source, counts))


def _of_indicator(source: Source, indicator: Indicator) -> tuple[str, ...]:
    waves: dict[str | None, set[str]] = {"before": set(), "after": set()}
    for entry in source.cycle.measurements:
        if entry.indicator == indicator.id and entry.person in source.community:
            waves.setdefault(entry.wave, set()).add(str(entry.person))
    before, after = waves["before"], waves["after"]
    counts = _Counts(
        # None of them could be analyzed, or there would be a change of this indicator.
        both=0,
        before=len(before - after),
        after=len(after - before),
        omitted=len(before & after),
    )
    return (indicator.name, *_cells(source, counts))


@attrs.frozen(kw_only=True)
class _Counts:
    """Of one measure: people with both scores, with one of them, and left out."""

    both: int
    before: int
    after: int
    omitted: int


def _cells(source: Source, counts: _Counts) -> tuple[str, ...]:
    started = counts.both + counts.omitted + counts.before
    lost = str(counts.before)
    if started:
        share = percent(counts.before / started, source.language)
        lost = source.say("lost", count=counts.before, total=started, share=share)
    ended = counts.both + counts.omitted + counts.after
    return str(started), str(ended), str(counts.both), lost, str(counts.omitted)


def measures(source: Source) -> list[Block]:
    """Lay out each indicator: its unit, scale, instrument, moments and level."""
    if not source.cycle.indicators:
        return [Paragraph(source.say("no-measures"))]
    keys = ("measure-head", "unit", "scale", "direction", "instrument", "of-whom", "when", "level")
    rows = [_measure(source, indicator) for indicator in source.cycle.indicators]
    return compact(tuple([source.say(key) for key in keys]), rows)


def _measure(source: Source, entry: Indicator) -> tuple[str, ...]:
    unknown = source.say("not-stated")
    name = entry.name
    if entry.facets:
        name = source.say("facets", name=name, facets=", ".join(entry.facets))
    return (
        name + source.say("invented") if is_invented(entry) else name,
        entry.unit or unknown,
        _scale(source, entry),
        source.say(f"direction-{entry.direction.value}"),
        entry.instrument or unknown,
        unknown if entry.of_whom is None else source.name(entry.of_whom),
        entry.when or unknown,
        unknown if entry.level is None else source.say(f"level-{entry.level.value}"),
    )


def _scale(source: Source, entry: Indicator) -> str:
    low, high = [
        None if end is None else number(end, source.language)
        for end in (entry.minimum, entry.maximum)
    ]
    if low is None and high is None:
        return source.say("not-stated")
    if low is None:
        return source.say("scale-high", high=high)
    return source.say("scale-low" if high is None else "scale-both", low=low, high=high)
