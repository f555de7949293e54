"""A network without some people, without some answers, or with people drawn anew."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from .._arguments import generator
from ..results.arrays import FloatArray, IntArray
from ._measures import Measured, mean_ranks, measured
from ._vouching import Vouching
from ._whole import from_entries, kept_entries, subnetwork
from .snapshots import Snapshot

__all__ = ["Plan", "Sampled", "bootstrapped", "left_out_one", "sampled"]

# With fewer nodes a correlation of ranks is 1, 0 or -1 by chance.
_LEAST = 3


class Plan(NamedTuple):
    """What all samples have in common; it crosses to other processes."""

    arrays: Snapshot
    metric: "str | Callable[[Snapshot], Any]"
    everybody: Measured
    respondents: IntArray
    # Who stands behind each tie; None where people are missing with all their ties.
    vouching: Vouching | None
    top: int
    seed: int


class Sampled(NamedTuple):
    """What samples gave, one value each; of the bootstrap and jackknife only `error`, the value.

    `ranks` has a row for each sample where they were asked for, nan for nodes that were not in it.
    """

    correlation: FloatArray
    error: FloatArray
    overlap: FloatArray
    ranks: FloatArray

    @classmethod
    def joined(cls, parts: "Sequence[Sampled]") -> "Sampled":
        """Put the samples of several batches together, in order."""
        return cls(
            np.concatenate([part.correlation for part in parts]),
            np.concatenate([part.error for part in parts]),
            np.concatenate([part.overlap for part in parts]),
            np.concatenate([part.ranks for part in parts]),
        )


def sampled(plan: Plan, share: float, positions: range, *, with_ranks: bool) -> Sampled:
    """Leave people or answers out at random, and compare with everybody in."""
    n = plan.arrays.node_count
    rows = len(positions)
    blank = np.full((3, rows), np.nan)
    found = Sampled(blank[0], blank[1], blank[2], np.full((rows if with_ranks else 0, n), np.nan))
    for row, position in enumerate(positions):
        drawn, inside = _drawn(plan, share, position)
        values = _checked(plan, measured(plan.metric, drawn))
        if plan.everybody.of_nodes:
            _compare(plan, inside, values, found, row)
        else:
            found.error[row] = abs(values[0] - plan.everybody.values[0])
    return found


def _drawn(plan: Plan, share: float, position: int) -> tuple[Snapshot, IntArray]:
    """Give a network without some, and the nodes that are in it."""
    n, people = plan.arrays.node_count, plan.respondents
    size = min(max(round(share * len(people)), 1), len(people))
    source = generator(plan.seed, position)
    stays = np.ones(n, bool)
    stays[people] = False
    if size:
        stays[source.choice(people, size, replace=False)] = True
    if plan.vouching is None:
        return subnetwork(plan.arrays, stays), np.flatnonzero(stays)
    return kept_entries(plan.arrays, plan.vouching.said(stays)), np.arange(n)


def _checked(plan: Plan, found: Measured) -> FloatArray:
    # A number at one time and an array at another can not be compared.
    if found.of_nodes != plan.everybody.of_nodes:
        return np.full(1 if found.of_nodes else 0, np.nan)
    return found.values


def _compare(plan: Plan, inside: IntArray, values: FloatArray, found: Sampled, row: int) -> None:
    if len(values) != len(inside):
        return
    before = plan.everybody.values[inside]
    known = np.isfinite(before) & np.isfinite(values)
    first, second = mean_ranks(before[known]), mean_ranks(values[known])
    if not len(first):
        return
    found.error[row] = np.abs(before[known] - values[known]).mean()
    found.overlap[row] = _overlap(first, second, plan.top)
    if len(first) >= _LEAST and np.ptp(first) and np.ptp(second):
        found.correlation[row] = np.corrcoef(first, second)[0, 1]
    if not len(found.ranks):
        return
    # To the scale of all nodes that have a value: the last of few is the last of many.
    everybody = int(np.count_nonzero(np.isfinite(plan.everybody.values)))
    scale = (everybody - 1) / max(len(second) - 1, 1)
    found.ranks[row, inside[known]] = 1 + (second - 1) * scale


def _overlap(first: FloatArray, second: FloatArray, top: int) -> float:
    """Divide those in the first places in both by those in either; ties at the last one are in."""
    chosen = []
    for ranks in (first, second):
        last = np.sort(ranks)[min(top, len(ranks)) - 1]
        chosen.append(ranks <= last)
    return float(np.count_nonzero(chosen[0] & chosen[1]) / np.count_nonzero(chosen[0] | chosen[1]))


def left_out_one(plan: Plan, rows: range) -> Sampled:
    """Take the measure of the whole without each of these people."""
    values = []
    for row in rows:
        stays = np.ones(plan.arrays.node_count, bool)
        stays[row] = False
        values.append(_single(plan, subnetwork(plan.arrays, stays)))
    return _only(values)


def bootstrapped(plan: Plan, positions: range) -> Sampled:
    """Take the measure of the whole of networks of people drawn with replacement."""
    values = [
        _single(plan, _anew(plan.arrays, generator(plan.seed, position))) for position in positions
    ]
    return _only(values)


def _single(plan: Plan, arrays: Snapshot) -> float:
    found = measured(plan.metric, arrays)
    return float("nan") if found.of_nodes else float(found.values[0])


def _only(values: list[float]) -> Sampled:
    empty = np.zeros(0)
    return Sampled(empty, np.array(values, np.float64), empty, np.zeros((0, 0)))


def _anew(arrays: Snapshot, source: np.random.Generator) -> Snapshot:
    """Draw people with replacement; two copies of one person get the state of a random pair."""
    n = arrays.node_count
    copies = np.sort(source.integers(n, size=n))
    counts = np.bincount(copies, minlength=n)
    starts = np.cumsum(counts) - counts
    # Each tie stands between every copy of its source and every copy of its target.
    times = counts[arrays.sources] * counts[arrays.indices]
    entry = np.repeat(np.arange(len(times)), times)
    within = np.arange(len(entry)) - np.repeat(np.cumsum(times) - times, times)
    ends = arrays.sources[entry], arrays.indices[entry]
    first = starts[ends[0]] + within // np.maximum(counts[ends[1]], 1)
    second = starts[ends[1]] + within % np.maximum(counts[ends[1]], 1)
    more = _between_copies(arrays, counts, starts, source)
    weights = None
    if arrays.weights is not None:
        weights = np.concatenate([arrays.weights[entry], arrays.weights[more[2]]])
    return from_entries(
        arrays,
        tuple(range(n)),
        np.concatenate([first, more[0]]),
        np.concatenate([second, more[1]]),
        weights,
    )


def _between_copies(
    arrays: Snapshot, counts: IntArray, starts: IntArray, source: np.random.Generator
) -> tuple[IntArray, IntArray, IntArray]:
    """Draw a pair for each pair of copies of one person; give the ties, and which ones they are."""
    n = arrays.node_count
    low, high = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for person in np.flatnonzero(counts > 1).tolist():
        pair = np.triu_indices(counts[person], 1)
        low.append(starts[person] + pair[0])
        high.append(starts[person] + pair[1])
    one, other = np.concatenate(low), np.concatenate(high)
    a = source.integers(n, size=len(one))
    b = (a + 1 + source.integers(n - 1, size=len(one))) % n
    codes = arrays.sources * n + arrays.indices
    forward, backward = _entry(codes, a * n + b), _entry(codes, b * n + a)
    there, back = forward >= 0, backward >= 0
    return (
        np.concatenate([one[there], other[back]]),
        np.concatenate([other[there], one[back]]),
        np.concatenate([forward[there], backward[back]]),
    )


def _entry(codes: IntArray, sought: IntArray) -> IntArray:
    """Find where a tie stands among the entries, which rise; -1 where it does not."""
    if not len(codes):
        return np.full(len(sought), -1)
    place = np.minimum(np.searchsorted(codes, sought), len(codes) - 1)
    return np.where(codes[place] == sought, place, -1)
