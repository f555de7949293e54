"""The report for a campus: chapters, with the whole diary and every caveat."""

from collections.abc import Iterable

from ..cycle import Goal, Plan, Vision
from ..vocabulary import label
from .blocks import Block, Bullets, Heading, Paragraph, Table
from .doing import challenges, decisions, diary, next_steps, owner, phases
from .having import about, assets_by_kind, gifts, who_we_are
from .knowing import changes, claims
from .measuring import to_measure
from .notes import caveats
from .numbers import days, percent
from .source import Source

__all__ = ["approach", "campus"]

_REASONS = 50


def campus(source: Source) -> list[Block]:
    """Put the chapters together."""
    chapters = (
        ("chapter-community", who_we_are(source)),
        ("chapter-assets", [*assets_by_kind(source), *_shares(source), *gifts(source)]),
        ("chapter-approach", approach(source)),
        ("chapter-plans", _intentions(source)),
        ("chapter-choice", decisions(source, _REASONS)),
        ("chapter-activities", [*phases(source), *challenges(source)]),
        ("chapter-participation", _participation(source)),
        ("chapter-results", [*changes(source), *claims(source)]),
        ("chapter-limits", [*_limits(source), *to_measure(source)]),
        ("next-steps", next_steps(source)),
        ("chapter-diary", diary(source, done_only=False)),
    )
    blocks: list[Block] = [
        Heading(1, source.say("title", community=source.community.name)),
        *about(source),
    ]
    number = 0
    for key, chapter in chapters:
        # A chapter about which nothing is recorded does not stand empty.
        if chapter:
            number += 1
            blocks += [Heading(2, f"{number} {source.say(key)}"), *chapter]
    return blocks


def _shares(source: Source) -> list[Block]:
    language = source.language
    blocks: list[Block] = []
    for title, column, table in (
        ("by-control", "control", source.summary.by_control),
        ("by-status", "status", source.summary.by_status),
    ):
        if table.total == 0:
            continue
        rows = [
            (
                label(value, source.language),
                str(count),
                percent(count / table.total, source.language),
            )
            for value, count in zip(table.values, table.count, strict=True)
        ]
        if table.not_stated:
            share = percent(table.not_stated / table.total, language)
            rows.append((source.say("not-stated"), str(table.not_stated), share))
        head = (
            source.say(column),
            source.say("number"),
            source.say("share", total=table.total),
        )
        blocks += [Heading(3, source.say(title)), Table(head, tuple(rows))]
    return blocks


def approach(source: Source) -> list[Block]:
    """Say in which order the phases are defined, and in which they really began."""
    definition, found = source.cycle.definition, source.progress
    names = {phase.id: phase.labels.text(source.language) for phase in definition.phases}
    lines = [source.say("order-defined", order=", ".join(names.values()))]
    if definition.source is not None:
        lines.append(source.say("source", source=definition.source))
    if found.in_order is not None:
        order = ", ".join([names[id] for id in found.order])
        lines.append(source.say("order-really", order=order))
    again = [
        source.say("times", phase=names[id], count=count)
        for id, count in zip(found.phases, found.re_entries, strict=True)
        if count
    ]
    if again:
        lines.append(source.say("re-entries", phases=", ".join(again)))
    return [Bullets(tuple(lines))]


def _intentions(source: Source) -> list[Block]:
    cycle = source.cycle
    lines = [
        *[_intention(source, "vision", vision, vision.text) for vision in cycle.visions],
        *[_intention(source, "goal", goal, goal.text) for goal in cycle.goals],
    ]
    blocks: list[Block] = []
    if cycle.values:
        blocks.append(Paragraph(source.say("values", values=", ".join(cycle.values))))
    if lines:
        blocks.append(Bullets(tuple(lines)))
    for plan in cycle.plans:
        blocks.append(Paragraph(_intention(source, "plan", plan, plan.name)))
        blocks += _steps(source, plan)
    return blocks


def _intention(source: Source, key: str, entry: Vision | Goal | Plan, text: str) -> str:
    horizon = "" if entry.horizon is None else source.say("horizon", horizon=entry.horizon)
    words = source.say(key, horizon=horizon, text=source.marked(text, entry))
    whose = owner(source, entry.owner)
    return f"{words.rstrip('.')}.{whose}" if whose else words


def _steps(source: Source, plan: Plan) -> list[Block]:
    lines = [
        source.say(
            "step",
            when=source.say("no-day")
            if step.on is None
            else days(step.on, step.until, source.language),
            # A topic that only repeats the step says nothing more.
            text="; ".join(
                [
                    step.text,
                    *[topic for topic in step.topics if topic.casefold() != step.text.casefold()],
                ]
            ),
        )
        for step in plan.steps
    ]
    return [Bullets(tuple(lines))] if lines else []


def _participation(source: Source) -> list[Block]:
    part = source.progress.taking_part
    lines = [source.say("known", count=part.known)]
    if part.headcount is not None:
        lines.append(source.say("headcount", count=part.headcount))
    lines += [
        source.say("group", group=group, count=count)
        for group, count in zip(part.groups, part.group_headcounts, strict=True)
    ]
    stages = part.by_stage
    rows = [
        (
            source.say(f"stage-{stage}"),
            str(entries),
            str(known),
            source.say("not-stated") if headcount is None else str(headcount),
        )
        for stage, entries, known, headcount in zip(
            stages.stages, stages.entries, stages.people, stages.headcount, strict=True
        )
    ]
    head = (
        source.say("stage"),
        source.say("entries"),
        source.say("people-by-id"),
        source.say("headcount", count="").rstrip(": "),
    )
    return [Bullets(tuple(lines)), Table(head, tuple(rows)), *caveats(source, part.caveats)]


def _limits(source: Source) -> Iterable[Block]:
    found = source.summary
    return caveats(source, (*found.caveats, *found.asking.caveats))
