"""What a report consists of, before it is Markdown or HTML: plain text in blocks."""

from typing import TypeAlias

import attrs

__all__ = ["Block", "Bullets", "Heading", "Paragraph", "Table"]


@attrs.frozen
class Heading:
    """A heading; level 1 is the title of the report."""

    level: int
    text: str


@attrs.frozen
class Paragraph:
    """One paragraph; `aside` is for what is said about the report and not in it."""

    text: str
    aside: bool = False


@attrs.frozen
class Bullets:
    """A list of short texts; `aside` is for what is said about the data and not by them."""

    items: tuple[str, ...]
    aside: bool = False


@attrs.frozen
class Table:
    """A table; its rows are as wide as its head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Heading | Paragraph | Bullets | Table
