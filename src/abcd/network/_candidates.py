"""Which new ties are worth measuring: pairs of parts, friends of friends, and far corners."""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from ..results.arrays import FloatArray, IntArray
from ._contacts import Contacts
from ._gains import distances
from ._whole import Parts

__all__ = ["Candidates", "contacts_in_common", "inside", "part_pairs", "place_in_parts"]

Pair = tuple[int, int]

# Up to how many nodes of a part are compared for the best placed one.
_COMPARED = 200
# Steps of two ties that are looked at for friends of friends.
_STEPS = 2_000_000
_CORNERS = 8
_ROWS = 32


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


def part_pairs(best: IntArray, sizes: IntArray, count: int) -> list[Pair]:
    """Pair the best placed nodes of the parts, those of the largest products of sizes first."""
    pairs = list(combinations(range(len(best)), 2))
    products = [-int(sizes[a]) * int(sizes[b]) for a, b in pairs]
    order = np.argsort(np.array(products, np.int64), kind="stable")[:count].tolist()
    return [(int(best[pairs[row][0]]), int(best[pairs[row][1]])) for row in order]


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
        known = contacts.indices[contacts.indptr[node] : contacts.indptr[node + 1]]
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


def _tied(contacts: Contacts, pair: Pair) -> bool:
    first, second = pair
    return second in contacts.indices[contacts.indptr[first] : contacts.indptr[first + 1]]


def contacts_in_common(contacts: Contacts, first: int, second: int) -> IntArray:
    """Give who is tied to both, in the order of the graph."""
    rows = [
        contacts.indices[contacts.indptr[node] : contacts.indptr[node + 1]]
        for node in (first, second)
    ]
    return np.intersect1d(rows[0], rows[1], assume_unique=True)
