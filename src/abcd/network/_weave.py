"""Measures of a network that need no paths: density, triangles, returned ties, degrees."""

import attrs
import numpy as np

from ..results.arrays import FloatArray, IntArray
from ._contacts import Contacts
from ._correlation import correlation
from ._kernels import oriented, triangles
from .snapshots import Snapshot

__all__ = ["Weave", "weave_of"]


@attrs.frozen(kw_only=True)
class Weave:
    """Fields of `Cohesion` of the same names; None where a measure is not defined."""

    density: float | None
    transitivity: float | None
    mean_clustering: float | None
    mean_clustering_defined: float | None
    reciprocity: float | None
    degree_assortativity: float | None
    degree_centralization: float | None


def weave_of(arrays: Snapshot, contacts: Contacts) -> Weave:
    """Measure a network, given also its ties in either direction."""
    n = arrays.node_count
    degrees = contacts.degrees
    tied = _tied_pairs_of_contacts(contacts)
    pairs = degrees * (degrees - 1) // 2
    defined = pairs > 0
    local = tied[defined] / pairs[defined]
    ends: FloatArray = degrees.astype(np.float64)
    sources = np.repeat(np.arange(n), degrees)
    # The rows hold one number for each arc, so that this is the same for both kinds of graphs.
    possible = n * (n - 1)
    return Weave(
        density=len(arrays.indices) / possible if possible else None,
        transitivity=int(tied.sum()) / int(pairs.sum()) if len(local) else None,
        mean_clustering=float(local.sum()) / n if n else None,
        mean_clustering_defined=float(local.mean()) if len(local) else None,
        reciprocity=_reciprocity(arrays, contacts) if arrays.directed else None,
        degree_assortativity=correlation(ends[sources], ends[contacts.indices]),
        degree_centralization=_degree_centralization(degrees),
    )


def _tied_pairs_of_contacts(contacts: Contacts) -> IntArray:
    """Count for each node the pairs of its contacts that are tied: its triangles."""
    n = len(contacts.indptr) - 1
    edges = oriented(contacts.indptr, contacts.indices, None)
    counts = np.zeros(n, np.int64)
    for uv, uw, _ in triangles(edges):
        for corner in (edges.low[uv], edges.high[uv], edges.high[uw]):
            counts += np.bincount(corner, minlength=n)
    placed = np.empty(n, np.int64)
    placed[edges.order] = counts
    return placed


def _reciprocity(arrays: Snapshot, contacts: Contacts) -> float | None:
    arcs, pairs = len(arrays.indices), len(contacts.indices) // 2
    # Each pair in contact has one arc, or two.
    return 2 * (arcs - pairs) / arcs if arcs else None


def _degree_centralization(degrees: IntArray) -> float | None:
    n = len(degrees)
    if n < 3:
        return None
    return int((degrees.max() - degrees).sum()) / ((n - 1) * (n - 2))
