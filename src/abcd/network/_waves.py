"""Two waves of a network laid over each other, and the pairs that both observed."""

from typing import NamedTuple

import attrs
import numpy as np
import numpy.typing as npt

from ..caveats import Caveat
from ..results.arrays import IntArray
from ._people import ANSWERED
from .snapshots import Snapshot

__all__ = ["Dyads", "Waves", "dyads_of", "waves_of"]

_Statuses = tuple[str | None, ...]
_Flags = npt.NDArray[np.bool_]


class Dyads(NamedTuple):
    """Fields of `Changes` of the same names: returned ties, and pairs by state."""

    reciprocity_before: float | None = None
    reciprocity_after: float | None = None
    null_to_null: int | None = None
    null_to_asymmetric: int | None = None
    null_to_mutual: int | None = None
    asymmetric_to_null: int | None = None
    asymmetric_to_asymmetric: int | None = None
    asymmetric_to_mutual: int | None = None
    mutual_to_null: int | None = None
    mutual_to_asymmetric: int | None = None
    mutual_to_mutual: int | None = None
    turned: int | None = None


@attrs.frozen(kw_only=True)
class Waves:
    """What both waves observed.

    A tie is the number ``source * n + target`` of positions in `nodes`; an undirected one stands
    here once, the lower position first.
    """

    nodes: tuple[str | int, ...]
    entered: tuple[str | int, ...]
    left: tuple[str | int, ...]
    unanswered: tuple[str | int, ...]
    statuses: tuple[_Statuses, _Statuses]
    all_statuses: tuple[_Statuses, _Statuses]
    degrees: tuple[IntArray, IntArray]
    observed: _Flags
    ties: tuple[IntArray, IntArray]
    directed: bool
    caveats: tuple[Caveat, ...]

    @property
    def pairs_at_risk(self) -> int:
        """Pairs that could have changed."""
        seen = int(np.count_nonzero(self.observed))
        return seen * (len(self.nodes) - 1) if self.directed else seen * (seen - 1) // 2

    @property
    def sorted_out(self) -> tuple[IntArray, IntArray, IntArray]:
        """The ties that were kept, formed and dissolved."""
        before, after = self.ties
        return (
            np.intersect1d(before, after, assume_unique=True),
            np.setdiff1d(after, before, assume_unique=True),
            np.setdiff1d(before, after, assume_unique=True),
        )

    @property
    def totals(self) -> tuple[int, int, int]:
        """How many of each."""
        kept, formed, dissolved = self.sorted_out
        return len(kept), len(formed), len(dissolved)

    @property
    def of_nodes(self) -> tuple[IntArray, IntArray, IntArray]:
        """How many of each a node has, at either end."""
        n = len(self.nodes)
        kept, formed, dissolved = [
            np.bincount(np.concatenate(np.divmod(ties, max(n, 1))), minlength=n)
            for ties in self.sorted_out
        ]
        return kept, formed, dissolved


def waves_of(
    waves: tuple[Snapshot, Snapshot], statuses: tuple[_Statuses, _Statuses], *, exclude: bool
) -> Waves:
    """Lay two waves over each other; ties of those who did not answer are left out if asked."""
    first, second = waves
    in_second = set(second.ids)
    nodes = tuple([id for id in first.ids if id in in_second])
    place = {id: row for row, id in enumerate(nodes)}
    rows = [_rows(wave, place) for wave in waves]
    own = [_in_order(codes, row, len(nodes)) for codes, row in zip(statuses, rows, strict=True)]
    silent = np.zeros(len(nodes), bool)
    if exclude:
        pairs = zip(*own, strict=True)
        silent = np.array(
            [_is_silent(before) or _is_silent(after) for before, after in pairs], bool
        )
    ties = [_ties(wave, row, ~silent) for wave, row in zip(waves, rows, strict=True)]
    degrees = [_degrees(wave)[row >= 0] for wave, row in zip(waves, rows, strict=True)]
    order = np.argsort(rows[1][rows[1] >= 0])
    return Waves(
        nodes=nodes,
        entered=tuple([id for id in second.ids if id not in place]),
        left=tuple([id for id in first.ids if id not in place]),
        unanswered=tuple([id for id, is_silent in zip(nodes, silent, strict=True) if is_silent]),
        statuses=(own[0], own[1]),
        all_statuses=statuses,
        degrees=(degrees[0], degrees[1][order]),
        observed=~silent,
        ties=(ties[0], ties[1]),
        directed=first.directed,
        caveats=(*first.caveats, *second.caveats),
    )


def _rows(wave: Snapshot, place: dict[str | int, int]) -> IntArray:
    return np.array([place.get(id, -1) for id in wave.ids], np.int64)


def _in_order(codes: _Statuses, rows: IntArray, n: int) -> _Statuses:
    ordered: list[str | None] = [None] * n
    for code, row in zip(codes, rows.tolist(), strict=True):
        if row >= 0:
            ordered[row] = code
    return tuple(ordered)


def _is_silent(code: str | None) -> bool:
    return code is not None and code not in ANSWERED


def _degrees(wave: Snapshot) -> IntArray:
    degrees = np.bincount(wave.sources, minlength=wave.node_count)
    if wave.directed:
        degrees = degrees + np.bincount(wave.indices, minlength=wave.node_count)
    return degrees


def _ties(wave: Snapshot, rows: IntArray, observed: _Flags) -> IntArray:
    sources, targets = rows[wave.sources], rows[wave.indices]
    inside = (sources >= 0) & (targets >= 0)
    sources, targets = sources[inside], targets[inside]
    at_risk = observed[sources]
    if not wave.directed:
        at_risk = at_risk & observed[targets] & (sources < targets)
    return np.sort(sources[at_risk] * len(observed) + targets[at_risk])


def dyads_of(waves: Waves) -> Dyads:
    """Count the pairs observed from both ends by what they were and became."""
    n = len(waves.nodes)
    pairs, states = [], []
    for ties in waves.ties:
        sources, targets = np.divmod(ties, max(n, 1))
        both = waves.observed[targets]
        sources, targets = sources[both], targets[both]
        # 1: from the lower position to the higher; 2: the other way; 3: both.
        pairs.append(np.minimum(sources, targets) * n + np.maximum(sources, targets))
        states.append(np.where(sources < targets, 1, 2))
    every, where = np.unique(np.concatenate(pairs), return_inverse=True)
    split = len(pairs[0])
    before = np.bincount(where[:split], states[0], len(every)).astype(np.int64)
    after = np.bincount(where[split:], states[1], len(every)).astype(np.int64)
    kind = np.array([0, 1, 1, 2])
    table = np.bincount(kind[before] * 3 + kind[after], minlength=9)
    seen = int(np.count_nonzero(waves.observed))
    # Pairs without a tie in either wave.
    table[0] = seen * (seen - 1) // 2 - len(every)
    turned = np.count_nonzero((kind[before] == 1) & (kind[after] == 1) & (before != after))
    shared = dict(zip(Dyads._fields[2:], [*table.tolist(), int(turned)], strict=True))
    return Dyads(_returned(before), _returned(after))._replace(**shared)


def _returned(states: IntArray) -> float | None:
    mutual = int(np.count_nonzero(states == 3))
    single = int(np.count_nonzero((states == 1) | (states == 2)))
    return 2 * mutual / (2 * mutual + single) if mutual + single else None
