"""The report for a village meeting: one page, five questions."""

from .blocks import Block, Heading
from .doing import challenges, decisions, diary, next_steps, phases
from .having import about, assets_by_kind, who_we_are
from .knowing import changes, grouped_claims, to_measure
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
        *_measured(source),
        Heading(2, source.say("what-unknown")),
        *grouped_claims(source),
        Heading(2, source.say("next-steps")),
        *to_measure(source),
        *next_steps(source),
    ]


def _measured(source: Source) -> list[Block]:
    if not source.changes:
        return []
    return [Heading(2, source.say("what-changed")), *changes(source)]
