"""From a network to the ties that could be made, measured and ranked."""

from collections.abc import Iterator
from itertools import chain, combinations, islice
from typing import NamedTuple

import numpy as np

from .._work import Executor, Progress
from ..results.arrays import FloatArray, IntArray
from ._candidates import (
    Eligible,
    Pair,
    inside,
    part_pairs,
    place_in_parts,
    tops_of_cells,
)
from ._contacts import Contacts
from ._gains import Gains, across, distances, levels, within
from ._grouping import Grouping
from ._people import ANSWERED
from ._positions import ranks
from ._whole import Parts
from .snapshots import Snapshot

__all__ = ["Chosen", "Measured", "Network", "chosen", "measured", "steps_between"]

# Pairs of parts that are looked at for each one asked for, where groups are to be bridged.
_LOOKED = 20
# Rows of distances that are held at once.
_ROWS = 8


class Network(NamedTuple):
    """What is known of the network."""

    arrays: Snapshot
    contacts: Contacts
    parts: Parts
    status: tuple[str | None, ...]
    grouping: Grouping | None

    @property
    def codes(self) -> IntArray | None:
        """The group of each node; None where none were asked for."""
        return None if self.grouping is None else self.grouping.codes


class Chosen(NamedTuple):
    """Ties to measure: between parts, and inside parts; whether some were never looked at."""

    joined: list[Pair]
    closer: list[Pair]
    cut_short: bool


class _Bridges:
    """How many ties join two groups, for the pairs of groups that have some."""

    def __init__(self, contacts: Contacts, codes: IntArray | None) -> None:
        self._codes = codes
        if codes is None:
            return
        self._groups = int(codes.max(initial=0)) + 1
        sources = codes[np.repeat(np.arange(len(codes)), contacts.degrees)]
        targets = codes[contacts.indices]
        # Each tie between two groups stands once with the lower group first.
        once = (sources >= 0) & (sources < targets)
        keys = sources[once] * self._groups + targets[once]
        self._keys, self._counts = np.unique(keys, return_counts=True)

    def between(self, pair: Pair) -> int | None:
        """Count the ties between the groups of two; None where one is unknown, or both equal."""
        if self._codes is None:
            return None
        first, second = sorted(self._codes[list(pair)].tolist())
        if not 0 <= first < second:
            return None
        key = first * self._groups + second
        place = int(np.searchsorted(self._keys, key))
        met = place < len(self._keys) and self._keys[place] == key
        return int(self._counts[place]) if met else 0


class Measured(NamedTuple):
    """Ties that could be made, with what each would change."""

    pairs: list[Pair]
    gains: Gains
    # Ties between the groups of each pair today.
    between: list[int | None]

    def ranked(self, aim: str) -> tuple[IntArray, IntArray]:
        """Rank by what was asked for, then by efficiency; how many share a rank comes second."""
        by_gain, _ = ranks(self.gains.near)
        first = np.zeros(len(by_gain), np.int64)
        if aim == "reach":
            first = -self.gains.reached
        elif aim == "bridge":
            first = np.array([count or 0 for count in self.between], np.int64)
        both = np.stack([first, by_gain], axis=1)
        _, level = np.unique(both, axis=0, return_inverse=True)
        return ranks(-level.ravel().astype(np.float64))


def chosen(network: Network, n: int, budget: int, aim: str) -> Chosen:
    """Choose ties between parts and ties inside parts: `n` at least, where so many are possible."""
    groups = network.codes if aim == "bridge" else None
    eligible = Eligible(network.contacts, groups)
    possible = eligible.total
    if aim != "reach" and possible <= budget:
        return _sorted_out(network, list(eligible.pairs()), cut_short=False)
    best = place_in_parts(
        network.contacts, network.parts, n + 1, [code in ANSWERED for code in network.status]
    )
    start = int(best[0]) if len(best) else None
    found = inside(network.contacts, network.codes, start, budget, bridge=aim == "bridge")
    apart = part_pairs(best, network.parts.sizes[network.parts.labels[best]])
    if groups is not None:
        # All pairs of parts may be of one group: these are not searched to their end.
        apart = chain(islice(apart, _LOOKED * n), _cells(network, groups))
    first = islice(filter(eligible.holds, apart), n)
    pairs = dict.fromkeys([*first, *_inner(network, found.pairs, aim)])
    more = (pair for pair in eligible.pairs() if pair not in pairs)
    missing = min(n, possible) - len(pairs)
    pairs.update(dict.fromkeys(list(islice(more, max(missing, 0)))))
    return _sorted_out(network, list(pairs), cut_short=found.cut_short)


def _cells(network: Network, groups: IntArray) -> Iterator[Pair]:
    """Pair members of different groups, those first whose groups have the fewest ties."""
    tops = tops_of_cells(network.contacts, network.parts, groups)
    bridges = _Bridges(network.contacts, groups)
    pairs = [(min(pair), max(pair)) for pair in combinations(tops, 2)]
    return iter(sorted(pairs, key=lambda pair: bridges.between(pair) or 0))


def _inner(network: Network, pairs: list[Pair], aim: str) -> list[Pair]:
    """Leave out tops of groups in different parts, except where groups are to be bridged."""
    labels = network.parts.labels
    return [pair for pair in pairs if aim == "bridge" or labels[pair[0]] == labels[pair[1]]]


def _sorted_out(network: Network, pairs: list[Pair], *, cut_short: bool) -> Chosen:
    labels = network.parts.labels
    joined = [pair for pair in pairs if labels[pair[0]] != labels[pair[1]]]
    closer = [pair for pair in pairs if labels[pair[0]] == labels[pair[1]]]
    return Chosen(joined, closer, cut_short)


def measured(
    network: Network,
    found: Chosen,
    drawn: IntArray,
    executor: Executor | None,
    progress: Progress | None,
) -> Measured:
    """Measure ties between parts exactly, and those inside from the nodes drawn."""
    nodes = sorted({node for pair in found.joined for node in pair})
    of_ends = dict(zip(nodes, levels(network.contacts, np.array(nodes, np.int64)), strict=True))
    added = [across(of_ends[a], of_ends[b]) for a, b in found.joined]
    none = np.zeros(len(added))
    near = np.array([gain for _, gain in added], np.float64)
    reached = np.array([pairs for pairs, _ in added], np.int64)
    apart = Gains(reached, none, none, near, none)
    inner = within(
        network.contacts,
        found.closer,
        drawn,
        network.arrays.node_count,
        executor=executor,
        progress=progress,
    )
    pairs = [*found.joined, *found.closer]
    bridges = _Bridges(network.contacts, network.codes)
    between = [bridges.between(pair) for pair in pairs]
    return Measured(pairs, apart.followed_by(inner), between)


def steps_between(network: Network, pairs: list[Pair]) -> list[int | None]:
    """Give the steps between the two of each pair today; None where there is no path."""
    labels = network.parts.labels
    joined = [row for row, (a, b) in enumerate(pairs) if labels[a] == labels[b]]
    found: list[int | None] = [None] * len(pairs)
    for begin in range(0, len(joined), _ROWS):
        rows = joined[begin : begin + _ROWS]
        steps: FloatArray = distances(network.contacts, np.array([pairs[row][0] for row in rows]))
        for row, far in zip(rows, steps, strict=True):
            found[row] = int(far[pairs[row][1]])
    return found
