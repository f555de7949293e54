"""The arithmetic of orders: who is put above whom, by how many, and what follows from that.

`places` has a row a voter and a column an option, 1 the best, equal where tied, nan where an
option was left out.
"""

from typing import NamedTuple

import numpy as np

from ..results.arrays import FloatArray, IntArray

__all__ = [
    "Counts",
    "borda",
    "copeland",
    "count_pairs",
    "last_where_unranked",
    "majority_cycle",
    "mean_places",
    "mean_spearman",
    "smith_set",
    "sum_of_squares",
    "tie_correction",
]


class Counts(NamedTuple):
    """How many voters put option i above option j, and how many find the two equal."""

    above: IntArray
    equal: IntArray


def last_where_unranked(places: FloatArray) -> FloatArray:
    """Let what a voter left out share the last place."""
    return np.where(np.isnan(places), places.shape[1] + 1.0, places)


def count_pairs(places: FloatArray) -> Counts:
    """Count each pair, one row at a time: memory grows with voters x options."""
    n = places.shape[1]
    above, equal = np.zeros((n, n), dtype=np.int64), np.zeros((n, n), dtype=np.int64)
    for option in range(n):
        own = places[:, option, np.newaxis]
        above[option] = np.count_nonzero(own < places, axis=0)
        equal[option] = np.count_nonzero(own == places, axis=0)
    np.fill_diagonal(equal, 0)
    return Counts(above, equal)


def borda(counts: Counts, *, per_comparison: bool) -> FloatArray:
    """Count a point for each option below and half a point for each equal one, over all voters.

    Per comparison it is the share of comparisons won, nan where there is none.
    """
    points = counts.above.sum(axis=1) + counts.equal.sum(axis=1) / 2
    if not per_comparison:
        return np.asarray(points)
    compared = (counts.above + counts.above.T + counts.equal).sum(axis=1)
    return np.where(compared > 0, points / np.maximum(compared, 1), np.nan)


def copeland(counts: Counts) -> FloatArray:
    """Count a point for each majority won and half a point for each that is even."""
    above, below = counts.above, counts.above.T
    even = (above == below) & ~np.eye(len(above), dtype=np.bool_)
    return np.asarray(np.count_nonzero(above > below, axis=1) + np.count_nonzero(even, axis=1) / 2)


def smith_set(counts: Counts) -> list[int]:
    """Return the smallest group each of whose options wins against each option outside."""
    wins = counts.above > counts.above.T
    # An option with the most wins is always in it; so is whatever one inside does not beat.
    inside = {int(copeland(counts).argmax())}
    waiting = list(inside)
    while waiting:
        for other in np.flatnonzero(~wins[waiting.pop()]).tolist():
            if other not in inside:
                inside.add(other)
                waiting.append(other)
    return sorted(inside)


def majority_cycle(counts: Counts, among: list[int]) -> list[int]:
    """Return a shortest circle of majorities among some options; empty where there is none."""
    wins = counts.above > counts.above.T
    beaten = {one: [other for other in among if wins[one, other]] for one in among}
    best: list[int] = []
    for start in among:
        circle = _circle(start, beaten)
        if circle and (not best or len(circle) < len(best)):
            best = circle
    return best


def _circle(start: int, beaten: dict[int, list[int]]) -> list[int]:
    """Search breadth first for the shortest way from an option back to itself."""
    paths = [[start]]
    seen = {start}
    for path in paths:
        for other in beaten[path[-1]]:
            if other == start:
                return path
            if other not in seen:
                seen.add(other)
                paths.append([*path, other])
    return []


def mean_places(places: FloatArray) -> FloatArray:
    """Rank each voter's options from 1, tied ones at the mean of their ranks; no nan inside."""
    ranks = np.ones_like(places)
    for option in range(places.shape[1]):
        own = places[:, option, np.newaxis]
        ranks[:, option] += np.count_nonzero(places < own, axis=1)
        ranks[:, option] += (np.count_nonzero(places == own, axis=1) - 1) / 2
    return ranks


def mean_spearman(ranks: FloatArray) -> float | None:
    """Return the mean of rho over all pairs of voters who tell options apart; None without one."""
    away = ranks - ranks.mean(axis=1, keepdims=True)
    lengths = np.sqrt(np.square(away).sum(axis=1))
    units = away[lengths > 0] / lengths[lengths > 0, np.newaxis]
    m = len(units)
    if m < 2:
        return None
    # Of rounding alone the mean could leave its range.
    mean = (float(np.square(units.sum(axis=0)).sum()) - m) / (m * (m - 1))
    return max(-1.0, min(1.0, mean))


def sum_of_squares(ranks: FloatArray) -> float:
    """Return S: how far the sums of ranks lie from their mean, squared and added."""
    sums = ranks.sum(axis=-2)
    away = sums - sums.mean(axis=-1, keepdims=True)
    return np.square(away).sum(axis=-1)  # type: ignore[no-any-return]  # a number, or one a draw


def tie_correction(places: FloatArray) -> int:
    """Return the sum of t^3 - t over all groups of t tied options of all voters."""
    total = 0
    for row in places:
        _, sizes = np.unique(row, return_counts=True)
        total += int((sizes**3 - sizes).sum())
    return total
