"""Tables that say once what is the same in every row."""

from collections.abc import Sequence

from .blocks import Block, Paragraph, Table

__all__ = ["compact"]


def compact(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[Block]:
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
