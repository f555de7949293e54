"""A network with people and ties added and removed."""

from collections.abc import Iterable
from typing import Any

import attrs
import numpy as np

from ..errors import Fault, InvalidValueError, hidden, shown
from ..results.arrays import IntArray
from ._people import checked_position
from ._rows import Node, plain_label
from ._whole import from_entries, subnetwork
from .snapshots import Snapshot

__all__ = ["Altered", "altered"]

_Pair = tuple[Node, Node]


@attrs.frozen(kw_only=True)
class Altered:
    """The network as it would be, and what that took.

    `touched` are the ends of ties added and removed, and the people added and removed.
    """

    after: Snapshot
    added_people: tuple[Node, ...]
    removed_people: tuple[Node, ...]
    ties_added: int
    ties_removed: int
    already_there: tuple[_Pair, ...]
    not_there: tuple[_Pair, ...]
    touched: tuple[Node, ...]


def altered(
    arrays: Snapshot,
    add_people: object,
    remove_people: object,
    add_ties: object,
    remove_ties: object,
) -> Altered:
    """Add people, add ties, remove ties, remove people, in this order."""
    added = _new_people(arrays.ids, add_people)
    ids = (*arrays.ids, *added)
    leaving = [
        checked_position(ids, "remove_people", id) for id in _listed("remove_people", remove_people)
    ]
    both = [row for row in leaving if row >= arrays.node_count]
    if both:
        found, accepted = shown(ids[both[0]]), "ids that are not in add_people"
        raise InvalidValueError(Fault("remove_people", found, accepted, "node"))
    directed = arrays.directed
    new = _pairs(ids, "add_ties", add_ties, directed=directed)
    old = _pairs(ids, "remove_ties", remove_ties, directed=directed)
    there = set(zip(arrays.sources.tolist(), arrays.indices.tolist(), strict=True))
    fresh = [pair for pair in new if pair not in there]
    gone = [pair for pair in old if pair in there or pair in fresh]
    entries = _entries((there | _both(fresh, directed)) - _both(gone, directed))
    whole = from_entries(Snapshot(ids=(), indptr=[0], indices=[], directed=directed), ids, *entries)
    stays = np.ones(len(ids), bool)
    stays[leaving] = False
    after = subnetwork(whole, stays)
    named = [ids[row] for pair in (*fresh, *gone) for row in pair]
    removed = tuple(dict.fromkeys([ids[row] for row in leaving]))
    return Altered(
        after=after,
        added_people=added,
        removed_people=removed,
        ties_added=len(fresh),
        ties_removed=arrays.tie_count + len(fresh) - after.tie_count,
        already_there=tuple([(ids[a], ids[b]) for a, b in new if (a, b) in there]),
        not_there=tuple([(ids[a], ids[b]) for a, b in old if (a, b) not in gone]),
        touched=tuple(dict.fromkeys([*added, *removed, *named])),
    )


def _listed(argument: str, values: object) -> list[Any]:
    if isinstance(values, str | bytes | dict) or not isinstance(values, Iterable):
        accepted = "a list"
        raise InvalidValueError(Fault(argument, hidden(values), accepted, "value"))
    return list(values)


def _new_people(ids: tuple[Node, ...], people: object) -> tuple[Node, ...]:
    known = set(ids)
    added: dict[Node, None] = {}
    for place, person in enumerate(_listed("add_people", people)):
        label = plain_label(person)
        if label is None or label in known:
            accepted = "an id, text or integer, that is not in the network"
            fault = Fault(f"add_people[{place}]", shown(person), accepted, "node")
            raise InvalidValueError(fault)
        added[label] = None
    return tuple(added)


def _pairs(
    ids: tuple[Node, ...], argument: str, ties: object, *, directed: bool
) -> list[tuple[int, int]]:
    """Read pairs of positions, each once; without directions the lower position stands first."""
    found: dict[tuple[int, int], None] = {}
    for place, tie in enumerate(_listed(argument, ties)):
        where = f"{argument}[{place}]"
        if not isinstance(tie, tuple | list) or len(tie) != 2:
            raise InvalidValueError(Fault(where, hidden(tie), "a pair of ids", "value"))
        ends = [checked_position(ids, f"{where}[{end}]", id) for end, id in enumerate(tie)]
        if ends[0] == ends[1]:
            accepted = "a pair of two different ids"
            raise InvalidValueError(Fault(where, f"{shown(tie[0])} twice", accepted, "self-tie"))
        pair = (ends[0], ends[1]) if directed else (min(ends), max(ends))
        found[pair] = None
    return list(found)


def _both(
    pairs: list[tuple[int, int]], directed: bool
) -> set[tuple[int, int]]:  # as of the network
    return set(pairs) if directed else set(pairs) | {(b, a) for a, b in pairs}


def _entries(pairs: set[tuple[int, int]]) -> tuple[IntArray, IntArray, None]:
    ends = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    return ends[:, 0], ends[:, 1], None
