"""The report for a paper: what its readers need to judge a study of one community."""

from collections.abc import Iterator

from .blocks import Block, Bullets, Heading, Paragraph
from .campus import approach
from .doing import challenges, decisions, diary, phases
from .having import about, assets_by_kind, who_we_are
from .journal_results import analysis, results
from .knowing import claims, limits, short_name
from .measures import attrition, measures
from .measuring import smallest_effects
from .notes import caveats
from .source import Source

__all__ = ["journal"]

_REASONS = 50


def journal(source: Source) -> list[Block]:
    """Put the chapters together; every note about the data stands under the limitations."""
    chapters = (
        ("journal-setting", [*who_we_are(source), *assets_by_kind(source)]),
        ("journal-design", [*_design(source), *approach(source)]),
        ("journal-program", _program(source)),
        ("journal-participants", _participants(source)),
        ("journal-measures", measures(source)),
        ("journal-analysis", [*analysis(source), *smallest_effects(source)]),
        ("journal-results", [*results(source), *claims(source)]),
    )
    blocks: list[Block] = [
        Heading(1, source.say("journal-title", community=source.community.name)),
        *about(source),
    ]
    limitations: list[str] = []
    for key, chapter in chapters:
        blocks.append(Heading(2, source.say(key)))
        for block in chapter:
            if isinstance(block, Bullets) and block.aside:
                limitations += block.items
            else:
                blocks.append(block)
    return [
        *blocks,
        Heading(2, source.say("journal-limits")),
        Bullets(tuple(dict.fromkeys([*limits(source), *limitations]))),
        Heading(2, source.say("journal-consent")),
        Bullets(tuple(_consent(source))),
    ]


def _design(source: Source) -> list[Block]:
    """Say what was compared with what; where the measures differ in that, which is which."""
    designs: dict[str, list[str]] = {}
    for entry in source.changes:
        text = source.say(f"design-{entry.change.design}")
        designs.setdefault(text, []).append(short_name(source, entry))
    if not designs:
        return [Paragraph(source.say("design-none"))]
    if len(designs) == 1:
        return [Paragraph(text) for text in designs]
    lines = [
        source.say("about", what=", ".join(names), text=text) for text, names in designs.items()
    ]
    return [Bullets(tuple(lines))]


def _program(source: Source) -> list[Block]:
    return [
        *decisions(source, _REASONS),
        *diary(source, done_only=True),
        *phases(source),
        *challenges(source),
    ]


def _participants(source: Source) -> list[Block]:
    part, asking = source.progress.taking_part, source.summary.asking
    headcount = source.say("not-stated") if part.headcount is None else part.headcount
    lines = (
        source.say("took-part-known", count=part.known),
        source.say("took-part-headcount", count=headcount),
        *[
            source.say("group", group=group, count=count)
            for group, count in zip(part.groups, part.group_headcounts, strict=True)
        ],
    )
    found = (*part.caveats, *source.summary.caveats, *asking.caveats)
    return [Bullets(lines), *attrition(source), *caveats(source, found)]


def _consent(source: Source) -> Iterator[str]:
    total = len(source.community.people)
    if source.purpose is None:
        yield source.say("judged-for-none")
    else:
        yield source.say("judged-for", purpose=source.purpose)
    yield source.say("may-be-named", count=total - source.withheld, total=total)
    yield source.say("consent-to-measure")
    if source.invented_people:
        yield source.say("invented-people", count=source.invented_people, total=total)
    yield source.say("availability")
