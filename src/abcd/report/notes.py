"""Caveats in a report: those that its readers can use, in words, each once."""

from collections.abc import Iterable

from ..caveats import Caveat
from .audiences import FOR_ANALYSTS
from .blocks import Block, Bullets, Paragraph
from .source import Source

__all__ = ["caveats", "left_out", "notes", "told", "worded"]


def caveats(source: Source, found: Iterable[Caveat]) -> list[Block]:
    """Word those of the caveats that the readers can use, as a list."""
    return notes([worded(source, caveat) for caveat in found if told(source, caveat.code)])


def told(source: Source, code: str) -> bool:
    """Whether a caveat is of use to the readers; a village is not told about tests."""
    return source.audience != "village" or code not in FOR_ANALYSTS


def worded(source: Source, caveat: Caveat) -> str:
    """Word a caveat without the names of fields, which are for programs."""
    text = caveat.message(source.language)
    fields = ", ".join(caveat.data.get("fields", ()))
    return text.replace(f" ({fields})", "")


def notes(lines: Iterable[str]) -> list[Block]:
    """Lay out what is said about the data and not by them, each line once."""
    items = tuple(dict.fromkeys(lines))
    return [Bullets(items, aside=True)] if items else []


def left_out(source: Source) -> list[Block]:
    """Say how many caveats about measured changes the readers are not told, and who is."""
    codes = [caveat.code for entry in source.changes for caveat in entry.change.caveats]
    count = len([code for code in codes if not told(source, code)])
    return [Paragraph(source.say("left-out", count=count), aside=True)] if count else []
