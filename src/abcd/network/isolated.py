"""Who has no tie, or hardly any, and whether anybody asked."""

from collections.abc import Iterator
from typing import Any, final

import attrs
import networkx as nx
import numpy as np

from .._arguments import whole
from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, IntArray, to_integers
from ._attributes import Response
from ._contacts import contacts_of
from ._people import ANSWERED, alters_unasked, statuses_of
from ._whole import parts_of
from .snapshots import Snapshot, snapshot

__all__ = ["Isolated", "isolated"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Isolated(RowResult):
    """What `isolated` answers: one row for each node with few ties, in the order of the graph.

    Attributes
    ----------
    nodes : tuple of str or int
        Their labels.
    position : tuple of str
        ``"no tie"``; ``"small part"`` (tied, in a part of at most `small`); ``"one tie"`` (one
        contact, in a larger part).
    degree : array of int
        How many contacts, in either direction.
    part_size : array of int
        How many nodes the part of the network has, the node itself included.
    status : tuple of str or None
        How far the node's own word stands behind this, see `graph`; None where it is not known.
    no_tie, in_small_part, one_tie : int
        How many nodes have each position.
    no_tie_named_nobody, no_tie_no_answer, no_tie_not_asked, no_tie_unknown : int
        Those without a tie: who answered and named nobody here; was asked and gave no answer; was
        not asked; of whom this is not known.
    small : int
        Up to how many nodes a part is called small.
    parts : int
        How many parts the network has.
    n : int
        How many nodes the network has.
    caveats : tuple of Caveat
        What this can not show.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    position: tuple[str, ...] = attrs.field(metadata=ROW)
    degree: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    part_size: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    status: tuple[str | None, ...] = attrs.field(metadata=ROW)
    no_tie: int
    in_small_part: int
    one_tie: int
    no_tie_named_nobody: int
    no_tie_no_answer: int
    no_tie_not_asked: int
    no_tie_unknown: int
    small: int
    parts: int
    n: int
    caveats: tuple[Caveat, ...] = ()


def isolated(g: "nx.Graph[Any] | Snapshot", *, small: int = 2) -> Isolated:
    """Tell who has no tie, or hardly any, and whether these people were asked at all.

    Somebody without a tie in the data may have named nobody, may not have answered, or may never
    have been asked. Only the first is an isolate, and only in the kind of tie that was asked for.
    The list says where to go and listen; it is in the order of the graph, and ranks nobody.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph; from `graph` it also knows who was asked. It is not changed.
    small : int
        Parts with at most so many nodes are called small.

    Returns
    -------
    Isolated
        One row for each such node, in the order of the graph. Ids only, never names.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), or `small` is no whole number from 1.

    See Also
    --------
    introductions : which new ties would join most.

    Notes
    -----
    Contacts and parts look at ties in either direction. A node whose only tie leads to itself has
    no tie. With ``small=1`` only nodes without a tie, and those with one contact, are listed. A
    small part is one by its size alone, also where the whole network is no larger.

    Examples
    --------
    Invented: Ani and Budi are neighbors; Citra answered and named nobody; Dewi was never asked.

    >>> from abcd import Community, Person, Tie
    >>> from abcd.network import graph
    >>> street = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[
    ...         Person("ani", "Ani", interviewed_on="2024-01-10"),
    ...         Person("budi", "Budi", interviewed_on="2024-01-10"),
    ...         Person("citra", "Citra", interviewed_on="2024-01-11"),
    ...         Person("dewi", "Dewi"),
    ...     ],
    ...     ties=[Tie("ani", "budi")],
    ... )
    >>> found = isolated(graph(street), small=1)
    >>> found.no_tie, found.no_tie_named_nobody, found.no_tie_not_asked
    (2, 1, 1)
    >>> found["dewi"]["status"]
    'not asked'

    Citra said so herself. Of Dewi it is not known:

    >>> print(found.caveats[1])
    Not answered: 1 of 2 nodes without a tie. Their ties may only be missing.
    """
    small = whole("small", small, least=1)
    arrays = snapshot(g)
    status = statuses_of(g, arrays)
    degree = contacts_of(arrays).degrees
    parts = parts_of(arrays)
    size = parts.sizes[parts.labels]
    positions = np.select(
        [degree == 0, size <= small, degree == 1], ["no tie", "small part", "one tie"], ""
    )
    rows = np.flatnonzero(positions != "").tolist()
    chosen = [str(positions[row]) for row in rows]
    alone = [status[row] for row in np.flatnonzero(degree == 0).tolist()]
    unasked = (Response.NOT_ASKED, Response.NAMED_ONLY)
    return Isolated(
        nodes=tuple([arrays.ids[row] for row in rows]),
        position=tuple(chosen),
        degree=degree[rows],
        part_size=size[rows],
        status=tuple([status[row] for row in rows]),
        no_tie=chosen.count("no tie"),
        in_small_part=chosen.count("small part"),
        one_tie=chosen.count("one tie"),
        no_tie_named_nobody=sum(code in ANSWERED for code in alone),
        no_tie_no_answer=alone.count(Response.NO_ANSWER),
        no_tie_not_asked=sum(code in unasked for code in alone),
        no_tie_unknown=alone.count(None),
        small=small,
        parts=len(parts.sizes),
        n=arrays.node_count,
        caveats=(Caveat("positions-only"), *arrays.caveats, *_caveats(status, alone)),
    )


def _caveats(status: tuple[str | None, ...], alone: list[str | None]) -> Iterator[Caveat]:
    if not status:
        yield Caveat("no-nodes")
    unknown = alone.count(None)
    missing = sum(code not in ANSWERED for code in alone) - unknown
    if missing:
        yield Caveat("isolates-unanswered", {"count": missing, "total": len(alone)})
    if unknown:
        yield Caveat("isolates-unknown", {"count": unknown, "total": len(alone)})
    yield from alters_unasked(status, ("position", "degree", "part_size"))
