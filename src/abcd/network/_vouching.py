"""Whose word each tie rests on, so that a tie can vanish with the last answer behind it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import networkx as nx
import numpy as np
import numpy.typing as npt

from ..results.arrays import IntArray
from ._joined import split
from .snapshots import Snapshot

__all__ = ["Vouching", "vouching_of"]

_Flags = npt.NDArray[np.bool_]


class Vouching(NamedTuple):
    """Pairs of an entry of `indices` and a person who vouches for it.

    `always` marks the entries that stay whoever answers: somebody who is no node reported them,
    or nobody who has answered is on record.
    """

    entries: IntArray
    people: IntArray
    always: _Flags

    def said(self, stays: _Flags) -> _Flags:
        """Tell which entries are still there where only some of the answers stay."""
        there = self.always.copy()
        there[self.entries[stays[self.people]]] = True
        return there


def vouching_of(g: "nx.Graph[Any] | Snapshot", arrays: Snapshot, respondents: IntArray) -> Vouching:
    """Read who vouches: the reporters of an edge; without any, its ends that have answered.

    Without a reporter the word for a directed tie is that of its source.
    """
    answers = np.zeros(arrays.node_count, bool)
    answers[respondents] = True
    entries, people = _reported(g, arrays)
    # A reporter from outside, or one who has not answered for themselves, can not fall silent.
    lasting = np.array([person < 0 or not answers[person] for person in people.tolist()], bool)
    always = np.zeros(len(arrays.indices), bool)
    always[entries[lasting]] = True
    ends = [(np.arange(len(arrays.indices)), arrays.sources)]
    if not arrays.directed:
        ends.append((ends[0][0], arrays.indices))
    told = np.zeros(len(arrays.indices), bool)
    told[entries] = True
    pairs = [(entries[~lasting], people[~lasting])]
    for rows, nodes in ends:
        own = ~told & answers[nodes]
        pairs.append((rows[own], nodes[own]))
    vouched = np.concatenate([rows for rows, _ in pairs])
    always |= np.bincount(vouched, minlength=len(always)) == 0
    return Vouching(vouched, np.concatenate([nodes for _, nodes in pairs]), always)


def _reported(g: "nx.Graph[Any] | Snapshot", arrays: Snapshot) -> tuple[IntArray, IntArray]:
    """Give the entries with the position of each of their reporters, -1 for one from outside."""
    if isinstance(g, Snapshot):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    pairs = list(_reports(g, arrays))
    found = np.array(pairs, np.int64).reshape(-1, 3)
    keys = arrays.sources * arrays.node_count + arrays.indices
    return np.searchsorted(keys, found[:, 0] * arrays.node_count + found[:, 1]), found[:, 2]


def _reports(g: "nx.Graph[Any]", arrays: Snapshot) -> Iterator[tuple[int, int, int]]:
    place: dict[Any, int] = {id: row for row, id in enumerate(arrays.ids)}
    for source, target, data in g.edges(data=True):
        reporters = data.get("reported_by")
        if not isinstance(reporters, str) or source == target:
            continue
        one, other = place[source], place[target]
        for reporter in split(reporters):
            yield one, other, place.get(reporter, -1)
            if not arrays.directed:
                yield other, one, place.get(reporter, -1)
