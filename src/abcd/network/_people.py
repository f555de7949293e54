"""Whose word stands behind the ties, for functions on any graph or snapshot."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from ..caveats import Caveat
from ..errors import UnknownIdError, nearest, shown
from ._answers import response_of
from ._attributes import NodeKind, Response
from ._rows import Node, position_of
from .snapshots import Snapshot

__all__ = [
    "ANSWERED",
    "alters_unasked",
    "answering",
    "attributes_of",
    "checked_position",
    "of_answers",
    "statuses_of",
    "unrecorded",
]

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


def answering(g: "nx.Graph[Any] | Snapshot", fields: tuple[str, ...]) -> Iterator[Caveat]:
    """Say whose word is missing behind the ties of a graph, where the graph knows of people.

    `fields` are those that depend on ties among people who were only named. A snapshot says
    nothing, and neither does a graph that was not made of a community.
    """
    if isinstance(g, Snapshot):
        return
    # Without a look at each value one by one: a glance, beside what measures cost.
    found = [data.get("status") for _, data in g.nodes(data=True)]
    try:
        counts = Counter(found)
    except TypeError:  # a list or mapping that somebody else put there
        counts = Counter(map(response_of, found))
    known = {code: counts[code] for code in Response if counts[code]}
    if known:
        yield from of_answers(known, fields)
    else:
        yield from unrecorded(g, ())


def of_answers(counts: Mapping[Any, int], fields: tuple[str, ...]) -> Iterator[Caveat]:
    """Say how many have not answered, from how many have each status, each of them once."""
    total = sum(counts.values())
    missing = total - sum(counts.get(code, 0) for code in ANSWERED)
    unasked = counts.get(Response.NAMED_ONLY.value, 0)
    egos = 2 * unasked > total
    if missing > (unasked if egos else 0):
        yield Caveat("ties-from-others", {"missing": missing, "total": total})
    if egos:
        yield Caveat("alters-unasked", {"count": unasked, "total": total, "fields": fields})


def unrecorded(g: "nx.Graph[Any] | Snapshot", status: Sequence[str | None]) -> Iterator[Caveat]:
    """Say that a community does not record who answered, where no status of its people is known."""
    if isinstance(g, Snapshot) or "community" not in g.graph or not set(status) <= {None}:
        return
    # Where memberships or events are the ties, nobody is said to have named anybody.
    people = (data for _, data in g.nodes(data=True) if data.get("kind") == NodeKind.PERSON)
    if any("named" in data for data in people):
        yield Caveat("answers-not-recorded")


def alters_unasked(status: Sequence[str | None], fields: tuple[str, ...]) -> Iterator[Caveat]:
    """Say that this looks like a survey of egos whose contacts were not interviewed.

    So it is where more than half of the people with a known status were only named by others:
    a tie between two of them could not have been reported.
    """
    counts = Counter([code for code in status if code is not None])
    yield from [caveat for caveat in of_answers(counts, fields) if caveat.code == "alters-unasked"]


def checked_position(ids: tuple[Node, ...], argument: str, id: object) -> int:
    """Give the position of a node; the nearest ids are named where there is no such node."""
    position = position_of(ids, id)
    if position is None:
        texts = [node for node in ids if isinstance(node, str)]
        accepted = nearest(id, texts) if texts else f"one of {len(ids):,} whole numbers"
        raise UnknownIdError(argument, shown(id), accepted)
    return position
