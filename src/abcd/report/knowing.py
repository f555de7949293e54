"""What can be said and what can not: changes, claims, what to measure, caveats."""

from collections.abc import Iterable

from ..caveats import Caveat
from ..impact import PairedChange
from .blocks import Block, Bullets, Paragraph, Table
from .numbers import number, percent
from .source import Source, is_invented

__all__ = ["caveats", "changes", "claims", "grouped_claims", "to_measure"]


def changes(source: Source) -> list[Block]:
    """Say in numbers what was measured, and below each what it can not show."""
    blocks: list[Block] = []
    for change in source.changes:
        blocks.append(Paragraph(_change(source, change)))
        blocks += caveats(source, change.caveats)
    return blocks


def _change(source: Source, change: PairedChange) -> str:
    if change.mean_change is None:
        return source.say("change-none")
    counts = {"up": change.increased, "same": change.unchanged, "down": change.decreased}
    mean = number(change.mean_change, source.language)
    if change.interval_low is None or change.interval_high is None:
        return source.say("change-no-interval", n=change.n, mean=mean, **counts)
    return source.say(
        "change",
        n=change.n,
        mean=mean,
        level=percent(change.confidence, source.language),
        low=number(change.interval_low, source.language),
        high=number(change.interval_high, source.language),
        **counts,
    )


def claims(source: Source) -> list[Block]:
    """Judge each claim in a table: the verdict, and the decisive reasons."""
    found = source.evaluation
    if not found.statements:
        return [Paragraph(source.say("no-claims"))]
    rows = [
        (statement, source.say(f"verdict-{verdict}"), _why(source, reasons))
        for statement, verdict, reasons in zip(
            found.statements, found.verdict, found.reasons, strict=True
        )
    ]
    head = (source.say("claim"), source.say("verdict"), source.say("why"))
    return [Table(head, tuple(rows)), *caveats(source, found.caveats)]


def grouped_claims(source: Source) -> list[Block]:
    """Judge the claims in a few lines: those with one verdict for one reason stand together."""
    found = source.evaluation
    if not found.statements:
        return [Paragraph(source.say("no-claims"))]
    groups: dict[tuple[str, str], list[str]] = {}
    for statement, verdict, reasons in zip(
        found.statements, found.verdict, found.reasons, strict=True
    ):
        groups.setdefault((verdict, _why(source, reasons)), []).append(statement)
    blocks: list[Block] = []
    for (verdict, why), statements in groups.items():
        words = source.say("judged", verdict=source.say(f"verdict-{verdict}"), why=why).strip()
        blocks += [Paragraph(words), Bullets(tuple(statements))]
    return blocks + caveats(source, found.caveats)


def _why(source: Source, reasons: Iterable[str]) -> str:
    # Reasons of a measured change carry numbers, and stand below that change in full.
    plain = [code for code in reasons if code in _PLAIN_REASONS]
    return " ".join([Caveat(code).message(source.language) for code in plain])


_PLAIN_REASONS = frozenset(
    {
        "above-level",
        "facets-missing",
        "group-values-only",
        "measured-twice",
        "no-baseline",
        "no-comparison-group",
        "no-follow-up",
        "no-indicator",
        "no-instrument",
        "no-moments",
        "no-wave",
        "no-one-named",
        "nobody-measured-twice",
        "off-scale",
        "unknown-people",
    }
)


def to_measure(source: Source) -> list[Block]:
    """Say what would have to be measured, on whom, when, with what, and what that can show."""
    found = source.evaluation
    invented = {entry.id for entry in source.cycle.indicators if is_invented(entry)}
    rows: dict[str, tuple[str, ...]] = {}
    for index, indicator in enumerate(found.indicator):
        if indicator is None or found.verdict[index] != "not estimable":
            continue
        name, facets = found.measured[index] or indicator, found.facets[index]
        whom = found.of_whom[index]
        words = source.say("facets", name=name, facets=", ".join(facets)) if facets else name
        rows[indicator] = (
            words + source.say("invented") if indicator in invented else words,
            source.say("not-stated") if whom is None else source.name(whom),
            found.when[index] or source.say("not-stated"),
            found.instrument[index] or source.say("not-stated"),
        )
    if not rows:
        return []
    head = tuple([source.say(key) for key in ("to-measure", "of-whom", "when", "instrument")])
    return [*_compact(head, list(rows.values())), *_smallest_effects(source)]


def _compact(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[Block]:
    """Lay out a table; what is the same in every row is said once, above it."""
    same = [index for index in range(1, len(head)) if len({row[index] for row in rows}) == 1]
    if len(rows) == 1 or not same:
        return [Table(head, tuple(rows))]
    kept = [index for index in range(len(head)) if index not in same]
    said = [f"{head[index]}: {rows[0][index]}." for index in same]
    return [
        Paragraph(" ".join(said)),
        Table(
            tuple([head[index] for index in kept]),
            tuple([tuple([row[index] for index in kept]) for row in rows]),
        ),
    ]


def _smallest_effects(source: Source) -> list[Block]:
    found = source.evaluation
    effects = {
        people: effect
        for people, effect, verdict in zip(
            found.people, found.smallest_effect, found.verdict, strict=True
        )
        if people is not None and effect is not None and verdict == "not estimable"
    }
    return [
        Paragraph(
            source.say(
                "smallest", people=people, effect=number(effect, source.language, decimals=2)
            )
        )
        for people, effect in effects.items()
    ]


def caveats(source: Source, found: Iterable[Caveat]) -> list[Block]:
    """Word caveats as a list, without the names of fields, which are for programs."""
    lines = tuple([_in_words(source, caveat) for caveat in found])
    return [Bullets(lines, aside=True)] if lines else []


def _in_words(source: Source, caveat: Caveat) -> str:
    text = caveat.message(source.language)
    fields = ", ".join(caveat.data.get("fields", ()))
    return text.replace(f" ({fields})", "")
