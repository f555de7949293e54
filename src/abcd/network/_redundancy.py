"""How far one contact is reached through another, for each tie: arrays in, arrays out."""

from typing import NamedTuple

import numpy as np

from ..results.arrays import FloatArray, IntArray
from ._kernels import Edges, dyads, triangles

__all__ = ["Pairs", "pairs_of"]

# Candidate triangles looked at together.
_BLOCK = 1 << 19


class Pairs(NamedTuple):
    """Burt's measures of each node about each of its contacts, by node, then by contact."""

    sources: IntArray
    targets: IntArray
    proportion: FloatArray
    constraint: FloatArray
    redundancy: FloatArray


def pairs_of(edges: Edges, block: int = _BLOCK) -> Pairs:
    """List each edge from both its ends.

    With s_i = sum_k z_ik: p_ij = z_ij / s_i, c_ij as in `dyads`, and the redundancy of j for i is
    the sum over q of p_iq m_jq, m_jq = z_jq / max_k z_jk.
    """
    n = len(edges.order)
    low, high, z = edges.low, edges.high, edges.weights
    sums = np.bincount(low, z, minlength=n) + np.bincount(high, z, minlength=n)
    direct = dyads(edges, block)
    up, down = _redundancy(edges, block)
    ends = [edges.order[low], edges.order[high]]
    sources, targets = np.concatenate(ends), np.concatenate(ends[::-1])
    order = np.lexsort((targets, sources))
    columns = [
        np.concatenate([z / sums[low], z / sums[high]]),
        np.concatenate([direct.up, direct.down]),
        np.concatenate([up / sums[low], down / sums[high]]),
    ]
    return Pairs(sources[order], targets[order], *[column[order] for column in columns])


def _redundancy(edges: Edges, block: int) -> tuple[FloatArray, FloatArray]:
    """Sum z_iq m_jq over the triangles of each edge, i being its lower and then its higher end."""
    m = len(edges.low)
    low, high, z = edges.low, edges.high, edges.weights
    largest = np.zeros(len(edges.order))
    np.maximum.at(largest, low, z)
    np.maximum.at(largest, high, z)
    up, down = np.zeros(m), np.zeros(m)
    for uv, uw, vw in triangles(edges, block):
        over = 1 / largest[low[uv]], 1 / largest[high[uv]], 1 / largest[high[uw]]
        # For each edge: the ties of its lower and higher end to the third node.
        for edge, at_low, at_high, ends in (
            (uv, z[uw], z[vw], (over[0], over[1])),
            (uw, z[uv], z[vw], (over[0], over[2])),
            (vw, z[uv], z[uw], (over[1], over[2])),
        ):
            both = at_low * at_high
            up += np.bincount(edge, both * ends[1], minlength=m)
            down += np.bincount(edge, both * ends[0], minlength=m)
    return up, down
