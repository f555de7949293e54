"""Whose word stands behind the ties, for functions on any graph or snapshot."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from ..caveats import Caveat
from ..errors import UnknownIdError, nearest, shown
from ._answers import response_of
from ._attributes import Response
from ._rows import Node, position_of
from .snapshots import Snapshot

__all__ = ["ANSWERED", "alters_unasked", "attributes_of", "checked_position", "statuses_of"]

# Those whose own word is there.
ANSWERED = frozenset({Response.ANSWERED.value, Response.NAMED_NOBODY.value})

Statuses = tuple[str | None, ...]


def attributes_of(g: "nx.Graph[Any] | Snapshot", arrays: Snapshot) -> list[Mapping[Any, Any]]:
    """Give the attributes of each node; a snapshot has none."""
    if isinstance(g, Snapshot):
        return [{}] * arrays.node_count
    return [data for _, data in g.nodes(data=True)]


def statuses_of(g: "nx.Graph[Any] | Snapshot", arrays: Snapshot) -> Statuses:
    """Give the status of each node as `graph` writes it, None where it is not known."""
    if isinstance(g, Snapshot):
        return (None,) * arrays.node_count
    return tuple([response_of(status) for _, status in g.nodes(data="status")])


def alters_unasked(status: Sequence[str | None], fields: tuple[str, ...]) -> Iterator[Caveat]:
    """Say that this looks like a survey of egos whose contacts were not interviewed.

    So it is where more than half of the people with a known status were only named by others:
    a tie between two of them could not have been reported.
    """
    total = sum(code is not None for code in status)
    count = sum(code == Response.NAMED_ONLY for code in status)
    if 2 * count > total:
        yield Caveat("alters-unasked", {"count": count, "total": total, "fields": fields})


def checked_position(ids: tuple[Node, ...], argument: str, id: object) -> int:
    """Give the position of a node; the nearest ids are named where there is no such node."""
    position = position_of(ids, id)
    if position is None:
        texts = [node for node in ids if isinstance(node, str)]
        accepted = nearest(id, texts) if texts else f"one of {len(ids):,} whole numbers"
        raise UnknownIdError(argument, shown(id), accepted)
    return position
