"""Which new ties are worth measuring: pairs of parts, friends of friends, and far corners."""

import heapq
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from ..results.arrays import FloatArray, IntArray
from ._contacts import Contacts
from ._gains import distances
from ._whole import Parts

__all__ = [
    "Candidates",
    "Eligible",
    "Pair",
    "contacts_in_common",
    "inside",
    "part_pairs",
    "place_in_parts",
    "tops_of_cells",
]

Pair = tuple[int, int]

# Up to how many nodes of a part are compared for the best placed one.
_COMPARED = 200
# Steps of two ties that are looked at for friends of friends.
_STEPS = 2_000_000
_CORNERS = 8
# Groups of people in one part that are looked at: enough for 190 pairs.
_CELLS = 20
_ROWS = 32


class Eligible(NamedTuple):
    """Which pairs may be introduced: those not tied, of two known groups where groups are given."""

    contacts: Contacts
    groups: IntArray | None

    @property
    def total(self) -> int:
        """How many pairs there are, without listing them."""
        n, tied = len(self.contacts.degrees), len(self.contacts.indices) // 2
        if self.groups is None:
            return n * (n - 1) // 2 - tied
        # Whole numbers of Python: pairs of millions of nodes are many.
        sizes: list[int] = np.bincount(self.groups[self.groups >= 0]).tolist()
        known = sum(sizes)
        first = self.groups[np.repeat(np.arange(n), self.contacts.degrees)]
        second = self.groups[self.contacts.indices]
        across = int(np.count_nonzero((first >= 0) & (second >= 0) & (first != second))) // 2
        return (known * known - sum(size * size for size in sizes)) // 2 - across

    def holds(self, pair: Pair) -> bool:
        """Tell whether a pair is one of them."""
        first, second = pair
        if self.groups is not None and not 0 <= self.groups[first] != self.groups[second] >= 0:
            return False
        return not _tied(self.contacts, pair)

    def pairs(self) -> Iterator[Pair]:
        """List them one by one; only one node's are held at a time.

        Those of small groups come first: a node without such a pair is then tied to most others,
        so that no more than the ties is looked through in vain.
        """
        n = len(self.contacts.degrees)
        order, left = np.arange(n), np.ones(n, bool)
        if self.groups is not None:
            left = self.groups >= 0
            order = np.flatnonzero(left)
            sizes = np.bincount(self.groups[order])
            order = order[np.argsort(sizes[self.groups[order]], kind="stable")]
        for node in order.tolist():
            left[node] = False
            free = left.copy()
            free[_of(self.contacts, node)] = False
            if self.groups is not None:
                free &= self.groups != self.groups[node]
            for other in np.flatnonzero(free).tolist():
                yield min(node, other), max(node, other)


class Candidates(NamedTuple):
    """Pairs to measure, and whether some friends of friends were never looked at."""

    pairs: list[Pair]
    cut_short: bool


def place_in_parts(
    contacts: Contacts, parts: Parts, count: int, answered: Sequence[bool]
) -> IntArray:
    """Give the best placed node of each of the largest parts.

    That is the node with the largest sum of 1 / distance to the others of its part, among the
    200 with most contacts; of equal ones the first. Of parts of equal size those whose people
    answered come first.
    """
    told = np.zeros(len(parts.sizes), bool)
    np.logical_or.at(told, parts.labels, np.array(answered, bool))
    largest = np.lexsort((~told, -parts.sizes))[:count]
    order = np.argsort(parts.labels, kind="stable")
    starts = np.concatenate([[0], np.cumsum(parts.sizes)])
    best = []
    for part in largest.tolist():
        members = order[starts[part] : starts[part + 1]]
        by_degree = members[np.argsort(-contacts.degrees[members], kind="stable")][:_COMPARED]
        near = _nearness(contacts, np.sort(by_degree)) if len(members) > 2 else np.zeros(1)
        # Sums that differ by rounding only are equal: the first of the graph is taken.
        top = np.flatnonzero(near >= near.max() * (1 - 1e-12))[0] if len(members) > 2 else 0
        best.append(int(np.sort(by_degree)[top]))
    return np.array(best, np.int64)


def _nearness(contacts: Contacts, nodes: IntArray) -> FloatArray:
    sums = np.zeros(len(nodes))
    # A few rows at a time: all of them would be large in a large network.
    for begin in range(0, len(nodes), _ROWS):
        steps = distances(contacts, nodes[begin : begin + _ROWS])
        near = np.divide(1, steps, out=np.zeros_like(steps), where=steps > 0)
        sums[begin : begin + _ROWS] = near.sum(axis=1)
    return sums


def part_pairs(best: IntArray, sizes: IntArray) -> Iterator[Pair]:
    """Pair the best placed nodes of parts of falling size, the largest products of sizes first.

    Of each part only the next pair waits in line: never all of them.
    """
    nodes, size = best.tolist(), sizes.tolist()
    line = [(-size[0] * size[1], 0, 1)] if len(nodes) > 1 else []
    while line:
        _, first, second = heapq.heappop(line)
        yield min(nodes[first], nodes[second]), max(nodes[first], nodes[second])
        following = [(first, second + 1)]
        if second == first + 1:
            following.append((first + 1, second + 1))
        for a, b in following:
            if a < b < len(nodes):
                heapq.heappush(line, (-size[a] * size[b], a, b))


def tops_of_cells(contacts: Contacts, parts: Parts, groups: IntArray) -> list[int]:
    """Give who has most contacts of each group in each part, for the most populous of these."""
    known = np.flatnonzero(groups >= 0)
    order = known[np.argsort(-contacts.degrees[known], kind="stable")]
    cells = parts.labels[order] * (int(groups.max(initial=0)) + 1) + groups[order]
    _, first, counts = np.unique(cells, return_index=True, return_counts=True)
    largest = np.lexsort((order[first], -counts))[:_CELLS]
    tops: list[int] = order[first[largest]].tolist()
    return tops


def inside(
    contacts: Contacts, groups: IntArray | None, best: int | None, budget: int, *, bridge: bool
) -> Candidates:
    """Choose pairs inside parts: friends of friends, corners far apart, and tops of groups.

    Friends of friends are ordered by (d_u - c)(d_v - c), d the contacts of each and c those they
    have in common: how many would get nearer to how many. Where groups are to be bridged, pairs
    of one group, and of unknown group, are left out.
    """
    friends, cut_short = _friends_of_friends(contacts)
    pairs = [] if best is None else _corners(contacts, best)
    pairs += [] if groups is None else _tops(contacts, groups)
    degrees = contacts.degrees
    scores = (degrees[friends[0]] - friends[2]) * (degrees[friends[1]] - friends[2])
    order = np.argsort(-scores, kind="stable")
    if bridge and groups is not None:
        first, second = groups[friends[0]], groups[friends[1]]
        apart = (first >= 0) & (second >= 0) & (first != second)
        order = order[apart[order]]
        pairs = [(a, b) for a, b in pairs if 0 <= groups[a] != groups[b] >= 0]
    chosen = order[:budget]
    pairs += list(zip(friends[0][chosen].tolist(), friends[1][chosen].tolist(), strict=True))
    return Candidates(list(dict.fromkeys(pairs)), cut_short)


def _friends_of_friends(contacts: Contacts) -> tuple[tuple[IntArray, IntArray, IntArray], bool]:
    """Give the pairs two steps apart, with how many contacts they have in common.

    Whoever has few contacts introduces first: where all pairs would be too many, those are left
    out whose only common contacts have very many.
    """
    n = len(contacts.degrees)
    degrees = contacts.degrees
    order = np.argsort(degrees, kind="stable")
    steps = np.cumsum(degrees[order] ** 2)
    taken = order[steps <= _STEPS]
    found = [np.zeros(0, np.int64)]
    for node in taken.tolist():
        known = _of(contacts, node)
        first, second = np.triu_indices(len(known), 1)
        found.append(known[first] * n + known[second])
    codes, common = np.unique(np.concatenate(found), return_counts=True)
    tied = np.repeat(np.arange(n), degrees) * n + contacts.indices
    apart = ~np.isin(codes, tied)
    first, second = np.divmod(codes[apart], max(n, 1))
    return (first, second, common[apart].astype(np.int64)), len(taken) < n


def _corners(contacts: Contacts, best: int) -> list[Pair]:
    """Pair nodes of one part that are far from each other: each next one is farthest from all."""
    chosen = [best]
    nearest = distances(contacts, np.array([best]))[0]
    nearest[~np.isfinite(nearest)] = -1
    while len(chosen) < _CORNERS and nearest.max() > 1:
        chosen.append(int(np.lexsort((-contacts.degrees, -nearest))[0]))
        nearest = np.minimum(nearest, distances(contacts, np.array(chosen[-1:]))[0])
    return [pair for pair in _ordered(chosen) if not _tied(contacts, pair)]


def _tops(contacts: Contacts, groups: IntArray) -> list[Pair]:
    """Pair those of most contacts in each group, inside parts only where the caller sees to it."""
    tops: list[int] = []
    order = np.argsort(-contacts.degrees, kind="stable")
    _, first = np.unique(groups[order], return_index=True)
    tops = [int(order[row]) for row in first.tolist() if groups[order[row]] >= 0]
    # The largest twenty are enough for 190 pairs.
    tops = sorted(tops, key=lambda node: (-int(contacts.degrees[node]), node))[:20]
    return [pair for pair in _ordered(tops) if not _tied(contacts, pair)]


def _ordered(nodes: list[int]) -> list[Pair]:
    return [(min(pair), max(pair)) for pair in combinations(nodes, 2)]


def _of(contacts: Contacts, node: int) -> IntArray:
    return contacts.indices[contacts.indptr[node] : contacts.indptr[node + 1]]


def _tied(contacts: Contacts, pair: Pair) -> bool:
    first, second = sorted(pair, key=lambda node: int(contacts.degrees[node]))
    return second in _of(contacts, first)


def contacts_in_common(contacts: Contacts, first: int, second: int) -> IntArray:
    """Give who is tied to both, in the order of the graph."""
    return np.intersect1d(_of(contacts, first), _of(contacts, second), assume_unique=True)
