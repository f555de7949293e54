"""What can be said and what can not: changes and the claims that they judge."""

from collections.abc import Sequence

from ..caveats import Caveat, message_template
from ..impact import PairedChange
from .blocks import Block, Bullets, Heading, Paragraph, Table
from .measured import Measured
from .notes import caveats, notes, told, worded
from .numbers import decimals_for, level, number
from .source import Source, is_invented

__all__ = ["amounts", "changes", "claims", "limits", "named", "short_name", "verdicts", "why"]

_SAYABLE = frozenset({"supported", "contradicted", "better", "worse"})


def changes(source: Source) -> list[Block]:
    """Say in numbers what was measured, and below that what it can not show."""
    lines = tuple([_change(source, entry) for entry in source.changes])
    return [Bullets(lines), *notes(limits(source))] if lines else []


def _change(source: Source, entry: Measured) -> str:
    change, what = entry.change, named(source, entry)
    if change.mean_change is None:
        return source.say("change-none", what=what)
    counts = {"up": change.increased, "same": change.unchanged, "down": change.decreased}
    values = amounts(source, change, "mean_change", "mean_before", "mean_after")
    mean, before, after = values
    said = {"what": what, "n": change.n, "mean": mean, "before": before, "after": after, **counts}
    if change.interval_low is None or change.interval_high is None:
        return source.say("change-no-interval", **said)
    low, high = amounts(source, change, "interval_low", "interval_high")
    sure = level(change.confidence, source.language)
    return source.say("change", level=sure, low=low, high=high, **said)


def amounts(source: Source, change: PairedChange, *names: str) -> list[str]:
    """Write fields of a change with as many decimals as its scores have room for."""
    places = decimals_for(change.sd_change or change.mean_change, change.resolution)
    # Who computes further with a mean needs one digit more than who reads it.
    if places and source.audience == "journal":
        places += 1
    values = [getattr(change, name) for name in names]
    return [
        source.say("not-estimable")
        if value is None
        else number(value, source.language, decimals=places)
        for value in values
    ]


def named(source: Source, entry: Measured) -> str:
    """Name what was measured, in which unit, and which way is better."""
    indicator = entry.indicator
    if indicator is None:
        return short_name(source, entry)
    better = source.say(f"better-{indicator.direction.value}")
    said = {"name": indicator.name, "better": better}
    key = "measure" if indicator.unit is None else "measure-in"
    text = source.marked(source.say(key, unit=indicator.unit, **said), indicator)
    values = [item for item in source.cycle.measurements if item.indicator == indicator.id]
    made_up = sum(map(is_invented, values))
    # A change that was given has values of its own, about which the cycle says nothing.
    if entry.name is None and made_up:
        text += source.say("invented-values", count=made_up, total=len(values))
    return text


def short_name(source: Source, entry: Measured) -> str:
    """Name what was measured, and nothing else."""
    if entry.indicator is not None:
        return entry.indicator.name
    return entry.name or source.say("nameless")


def limits(source: Source) -> list[str]:
    """Word what the changes can not show: what holds for all once, the rest with its name."""
    holders: dict[str, list[str]] = {}
    for entry in source.changes:
        name = short_name(source, entry)
        found = [caveat for caveat in _of(source, entry.change) if told(source, caveat.code)]
        for line in dict.fromkeys([worded(source, caveat) for caveat in found]):
            holders.setdefault(line, []).append(name)
    total = len(source.changes)
    return [
        line
        if len(names) == total
        else source.say("about", what=", ".join(dict.fromkeys(names)), text=line)
        for line, names in holders.items()
    ]


def _of(source: Source, change: PairedChange) -> Sequence[Caveat]:
    """Return the caveats of a change, and those of its gain where that is printed."""
    if source.audience != "journal" or change.gain is None:
        return change.caveats
    return (*change.caveats, *change.gain.caveats)


def verdicts(source: Source, *, can_be_said: bool) -> list[tuple[str, str, str]]:
    """Return statement, verdict and reasons of what can be said, or of what can not yet."""
    found = source.evaluation
    return [
        (found.statements[index], source.say(f"verdict-{verdict}"), why(source, index))
        for index, verdict in enumerate(found.verdict)
        if (verdict in _SAYABLE) == can_be_said
    ]


def claims(source: Source) -> list[Block]:
    """Judge each claim in a table: the verdict, and the decisive reasons."""
    if not source.evaluation.statements:
        return [Paragraph(source.say("no-claims"))]
    head = (source.say("claim"), source.say("verdict"), source.say("why"))
    blocks: list[Block] = []
    for title, can_be_said in (("can-be-said", True), ("can-not-be-said", False)):
        rows = verdicts(source, can_be_said=can_be_said)
        if rows:
            blocks += [Heading(3, source.say(title)), Table(head, tuple(rows))]
    return blocks + caveats(source, source.evaluation.caveats)


def why(source: Source, index: int) -> str:
    """Word the reasons of a verdict; those of a change with numbers stand below that change."""
    found = source.evaluation
    measured = dict(zip(found.change_of, found.changes, strict=True)).get(
        found.indicator[index] or ""
    )
    below = set() if measured is None else {caveat.code for caveat in measured.caveats}
    # That there is no comparison group limits every verdict, and is said beside it.
    below.discard("no-comparison-group")
    return " ".join(
        [
            Caveat(code).message(source.language)
            for code in found.reasons[index]
            if code not in below and "{" not in message_template(code)
        ]
    )
