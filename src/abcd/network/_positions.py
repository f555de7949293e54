"""The position of every node, with the reasons why it connects others."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from ..caveats import Caveat
from ..results.arrays import FloatArray, IntArray
from ._contacts import Contacts, contacts_of
from ._cuts import Cuts, cuts
from ._grouping import Grouping, groups_met
from ._kernels import Holes, holes, oriented
from ._paths import betweenness
from .snapshots import Snapshot

__all__ = ["Positions", "positions_of", "ranks"]

# A node is "open" where less than this share of the pairs of its contacts is tied.
_HALF = 0.5
# Values nearer to each other than this share of themselves are equal: they differ by rounding.
_EQUAL = 1e-9


@attrs.frozen(kw_only=True)
class Positions:
    """One value a node, in the order of the network."""

    betweenness: FloatArray
    cuts: Cuts
    holes: Holes
    degree: IntArray
    groups: tuple[int | None, ...]
    # How many nodes have no group on record; None where no group was asked for.
    without_group: int | None
    pairs: int

    def reasons(self, organizations: Sequence[int | None]) -> list[tuple[str, ...]]:
        """Name for each node why it connects others, as codes; nothing where it does not.

        In a network with few ties nearly everybody is between some others and has some contacts
        who are not tied: a reason is what stands out in this network. Betweenness is high
        for few, so that its mean is the higher bar; constraint is 1 for those with one contact, so
        that its median is the lower one.
        """
        groups = np.array([count or 0 for count in self.groups], np.float64)
        flags = {
            "paths": _beyond(np.mean, self.betweenness),
            "cut-off": self.cuts.cut_off > 0,
            "contacts-apart": (self.holes.clustering < _HALF)
            & _beyond(np.median, -self.holes.constraint),
            "groups": (groups > 1) & _beyond(np.mean, groups),
            "organizations": np.array([(count or 0) > 1 for count in organizations], bool),
        }
        rows = zip(*[column.tolist() for column in flags.values()], strict=True)
        return [
            tuple([code for code, holds in zip(flags, row, strict=True) if holds]) for row in rows
        ]

    def caveats(self) -> Iterator[Caveat]:
        """Say what is not defined in this network."""
        total = len(self.degree)
        if not total:
            yield Caveat("no-nodes")
        if self.pairs < 1:
            yield Caveat("too-few-nodes", {"fields": ("betweenness",)})
        if self.cuts.parts > 1:
            yield Caveat("several-parts", {"parts": self.cuts.parts})
        if self.without_group:
            yield Caveat("group-unknown", {"count": self.without_group, "total": total})


def _beyond(middle: Callable[[FloatArray], Any], values: FloatArray) -> npt.NDArray[np.bool_]:
    """Tell who is above the middle of those with a value, by more than rounding."""
    known = values[np.isfinite(values)]
    bar = float(middle(known)) if len(known) else 0.0
    return values - bar > _EQUAL * abs(bar)


def positions_of(arrays: Snapshot, grouping: Grouping | None) -> Positions:
    """Measure every node.

    Parameters
    ----------
    arrays : Snapshot
        The network; a weight is a strength, and its inverse the length of the tie.
    grouping : Grouping, optional
        The group of each node.
    """
    contacts = contacts_of(arrays)
    lengths = None if arrays.weights is None else 1 / arrays.weights
    directed = arrays.directed
    sums = betweenness(arrays.indptr, arrays.indices, lengths, directed=directed)
    n = arrays.node_count
    pairs = max(n - 1, 0) * max(n - 2, 0) // (1 if directed else 2)
    return Positions(
        betweenness=sums / pairs if pairs else np.full(n, np.nan),
        cuts=cuts(contacts.indptr, contacts.indices),
        holes=holes(oriented(*contacts)),
        degree=contacts.degrees,
        groups=(None,) * n if grouping is None else _groups(contacts, grouping),
        without_group=None if grouping is None else grouping.unknown,
        pairs=pairs,
    )


def _groups(contacts: Contacts, grouping: Grouping) -> tuple[int, ...]:
    """Count the different groups among the contacts of each node, the own one included."""
    n = len(grouping.codes)
    sources = np.repeat(np.arange(n), contacts.degrees)
    reached = grouping.codes[contacts.indices]
    known = reached >= 0
    return tuple(groups_met(sources[known], reached[known], grouping, n).tolist())


def ranks(values: FloatArray) -> tuple[IntArray, IntArray]:
    """Rank by falling value; equal values share the smallest rank. How many share it comes second.

    nan ranks last.
    """
    n = len(values)
    filled = np.nan_to_num(values, nan=-1.0)
    order = np.argsort(-filled)
    falling = filled[order]
    starts = np.ones(n, bool)
    starts[1:] = falling[:-1] - falling[1:] > _EQUAL * np.abs(falling[:-1])
    first = np.flatnonzero(starts)
    size = np.diff(np.append(first, n))
    rank, sharing = np.empty(n, np.int64), np.empty(n, np.int64)
    rank[order] = np.repeat(first + 1, size)
    sharing[order] = np.repeat(size, size)
    return rank, sharing
