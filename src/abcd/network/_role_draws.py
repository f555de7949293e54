"""Broker roles when groups are handed out at random: sums by group, and how far they go."""

from functools import partial
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from .._work import Executor, Progress, in_order
from ..results.arrays import FloatArray, IntArray
from ._grouping import KnownTies
from ._roles import Arcs, role_counts
from ._shuffles import Tails, block_count, shuffled_codes

__all__ = ["Tested", "sums_of", "tested"]


def sums_of(counts: IntArray, codes: Any, groups: int) -> IntArray:
    """Add up the counts of the members of each group; the last row is that of all."""
    sums = np.zeros((groups + 1, counts.shape[1]), np.int64)
    np.add.at(sums, codes, counts)
    sums[-1] = counts.sum(axis=0)
    return sums


@attrs.frozen
class Tested:
    """What the draws say of each group and role, the last row about all groups; nan without any."""

    deviation: FloatArray
    p_value: FloatArray
    p_lower: FloatArray
    p_upper: FloatArray


def tested(
    arcs: Arcs,
    ties: KnownTies,
    observed: IntArray,
    expected: FloatArray,
    draws: int,
    seed: int | None,
    work: tuple[Executor | None, Progress | None],
) -> Tested:
    if seed is None or np.isnan(expected[-1]).any():
        unknown = np.full(expected.shape, np.nan)
        return Tested(unknown[-1], unknown, unknown, unknown)
    tails = Tails(observed, expected)
    width = max(2 * len(arcs.keys), 5 * arcs.nodes)
    blocks = in_order(
        partial(_drawn, arcs, len(observed) - 1),
        shuffled_codes(ties.codes, draws, width, np.random.default_rng(seed)),
        executor=work[0],
        progress=work[1],
        total=block_count(ties.codes, draws, width),
    )
    for drawn in blocks:
        tails.add(drawn)
    return Tested(tails.deviation[-1], tails.two_sided, tails.lower, tails.upper)


def _drawn(arcs: Arcs, groups: int, codes: npt.NDArray[np.int32]) -> list[IntArray]:
    """Sum the roles by group, in each draw of a block."""
    rows = zip(codes, role_counts(arcs, codes), strict=True)
    return [sums_of(counts, row, groups) for row, counts in rows]
