"""The position of every node, with the reasons why it connects others."""

from collections.abc import Hashable, Iterator, Sequence

import attrs
import numpy as np
import numpy.typing as npt

from ..caveats import Caveat
from ..results.arrays import FloatArray, IntArray
from ._contacts import Contacts, contacts_of
from ._kernels import Holes, holes, oriented
from ._paths import Cuts, betweenness, cuts
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
        """Name for each node why it connects others, as codes; nothing where it does not."""
        flags = {
            "paths": self.betweenness > 0,
            "cut-off": self.cuts.cut_off > 0,
            "contacts-apart": self.holes.clustering < _HALF,
            "groups": _several(self.groups),
            "organizations": _several(organizations),
        }
        rows = zip(*[column.tolist() for column in flags.values()], strict=True)
        return [
            tuple([code for code, holds in zip(flags, row, strict=True) if holds]) for row in rows
        ]

    def caveats(self, group: str | None) -> Iterator[Caveat]:
        """Say what is not defined in this network."""
        total = len(self.degree)
        if not total:
            yield Caveat("no-nodes")
        if self.pairs < 1:
            yield Caveat("too-few-nodes", {"fields": ("betweenness",)})
        if self.cuts.parts > 1:
            yield Caveat("several-parts", {"parts": self.cuts.parts})
        if self.without_group:
            data = {"count": self.without_group, "total": total, "group": group}
            yield Caveat("group-unknown", data)


def _several(counts: Sequence[int | None]) -> npt.NDArray[np.bool_]:
    return np.array([count is not None and count > 1 for count in counts], bool)


def positions_of(arrays: Snapshot, group_values: Sequence[Hashable] | None) -> Positions:
    """Measure every node.

    Parameters
    ----------
    arrays : Snapshot
        The network; a weight is a strength, and its inverse the length of the tie.
    group_values : sequence, optional
        The group of each node, None where it is not known.
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
        groups=(None,) * n if group_values is None else _groups(contacts, group_values),
        without_group=None if group_values is None else list(group_values).count(None),
        pairs=pairs,
    )


def _groups(contacts: Contacts, values: Sequence[Hashable]) -> tuple[int, ...]:
    """Count the different groups among the contacts of each node."""
    codes: dict[Hashable, int] = {}
    coded = np.array(
        [-1 if value is None else codes.setdefault(value, len(codes)) for value in values], np.int64
    )
    n = len(values)
    sources = np.repeat(np.arange(n), contacts.degrees)
    reached = coded[contacts.indices]
    known = reached >= 0
    # Each pair of a node and a group once.
    pairs = np.unique(sources[known] * max(len(codes), 1) + reached[known])
    return tuple(np.bincount(pairs // max(len(codes), 1), minlength=n).tolist())


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
