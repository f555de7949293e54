"""The report for a village meeting: one page, five questions."""

from .blocks import Block, Bullets, Heading, Paragraph
from .doing import challenges, decisions, diary, next_steps, phases
from .having import about, assets_by_kind, who_we_are
from .knowing import changes, verdicts
from .measuring import to_measure
from .notes import left_out
from .source import Source

__all__ = ["village"]

# How many reasons of a decision one page has room for.
_REASONS = 3


def village(source: Source) -> list[Block]:
    """Put the one page together."""
    return [
        Heading(1, source.say("title", community=source.community.name)),
        *about(source),
        Heading(2, source.say("who-we-are")),
        *who_we_are(source),
        Heading(2, source.say("what-we-have")),
        *assets_by_kind(source),
        Heading(2, source.say("what-was-done")),
        *decisions(source, _REASONS),
        *diary(source, done_only=True),
        *phases(source),
        *challenges(source),
        *_chapter(source, "what-changed", changes(source)),
        *_chapter(source, "what-known", _judged(source, can_be_said=True)),
        *_chapter(source, "what-unknown", _unknown(source)),
        Heading(2, source.say("next-steps")),
        *to_measure(source),
        *next_steps(source),
        *left_out(source),
    ]


def _chapter(source: Source, key: str, blocks: list[Block]) -> list[Block]:
    # A chapter about which nothing can be said does not stand empty.
    return [Heading(2, source.say(key)), *blocks] if blocks else []


def _unknown(source: Source) -> list[Block]:
    found = source.evaluation
    if not found.statements:
        return [Paragraph(source.say("no-claims"))]
    return _judged(source, can_be_said=False)


def _judged(source: Source, *, can_be_said: bool) -> list[Block]:
    """Judge in a few lines: what has one verdict for one reason stands together."""
    groups: dict[tuple[str, str], list[str]] = {}
    for statement, verdict, why in verdicts(source, can_be_said=can_be_said):
        groups.setdefault((verdict, why), []).append(statement)
    blocks: list[Block] = []
    for (verdict, why), statements in groups.items():
        words = source.say("judged", verdict=verdict, why=why).strip()
        blocks += [Paragraph(words), Bullets(tuple(statements))]
    return blocks
