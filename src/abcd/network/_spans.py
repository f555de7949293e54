"""Parts of a network, and the shortest paths inside them."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import attrs
import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from .._work import Executor, Progress
from ..results.arrays import IntArray, to_integers
from ._contacts import Contacts
from ._paths import Sums, shortest_paths
from .snapshots import Snapshot

__all__ = ["Spans", "spans_of"]


@attrs.frozen(kw_only=True)
class Spans:
    """Fields of `Cohesion` of the same names; None where a measure is not defined."""

    component: IntArray
    components: int
    component_sizes: tuple[int, ...]
    strong_components: int | None
    strong_component_sizes: tuple[int, ...]
    mean_distance: float | None
    diameter: int | None
    pairs: int
    reachable_pairs: int | None
    reachable_share: float | None
    betweenness_centralization: float | None
    closeness_centralization: float | None


def spans_of(
    arrays: Snapshot,
    contacts: Contacts,
    *,
    searched: bool,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Spans:
    """Measure a network; paths only where they are to be searched."""
    n = arrays.node_count
    component, sizes = _parts(arrays.indptr, arrays.indices, "weak")
    strong = _parts(arrays.indptr, arrays.indices, "strong")[1] if arrays.directed else ()
    search = partial(shortest_paths, distances=None, executor=executor, progress=progress)
    found = search(arrays.indptr, arrays.indices) if searched else None
    pairs = n * (n - 1)
    reached = _reached(sizes, found, directed=arrays.directed)
    # Ordered pairs up to here; an undirected pair is one pair.
    half = 1 if arrays.directed else 2
    return Spans(
        component=component,
        components=len(sizes),
        component_sizes=sizes,
        strong_components=len(strong) if arrays.directed else None,
        strong_component_sizes=strong,
        mean_distance=None if found is None or not reached else float(found.far.sum()) / reached,
        diameter=None if found is None or not reached else int(found.farthest.max()),
        pairs=pairs // half,
        reachable_pairs=None if reached is None else reached // half,
        reachable_share=None if reached is None or not pairs else reached / pairs,
        **_centralizations(arrays, contacts, found, search, whole=len(sizes) == 1),
    )


def _parts(
    indptr: IntArray, indices: IntArray, kind: Literal["weak", "strong"]
) -> tuple[IntArray, tuple[int, ...]]:
    """Find the parts: 1 is the largest, and of equal ones that whose node comes first."""
    n = len(indptr) - 1
    if not n:
        return to_integers([]), ()
    matrix = sparse.csr_array((np.ones(len(indices), np.int8), indices, indptr), shape=(n, n))
    count, labels = csgraph.connected_components(matrix, directed=True, connection=kind)
    sizes = np.bincount(labels, minlength=count)
    first = np.full(count, n)
    np.minimum.at(first, labels, np.arange(n))
    order = np.lexsort((first, -sizes))
    place = np.empty(count, np.int64)
    place[order] = np.arange(1, count + 1)
    return place[labels], tuple(sizes[order].tolist())


def _reached(sizes: tuple[int, ...], found: Sums | None, *, directed: bool) -> int | None:
    """Count the ordered pairs that have a path."""
    if not directed:
        return sum(size * (size - 1) for size in sizes)
    return None if found is None else int(found.reached.sum())


def _centralizations(
    arrays: Snapshot,
    contacts: Contacts,
    found: Sums | None,
    search: Callable[[IntArray, IntArray], Sums],
    *,
    whole: bool,
) -> dict[str, float | None]:
    n = arrays.node_count
    by_betweenness = by_closeness = None
    if found is not None and n >= 3:
        sums = found
        if arrays.directed:
            sums = search(contacts.indptr, contacts.indices)
        # Each pair was met from both its ends.
        between = sums.between / 2
        by_betweenness = float((between.max() - between).sum()) * 2 / ((n - 1) ** 2 * (n - 2))
        if whole:
            close = (n - 1) / sums.far
            by_closeness = float((close.max() - close).sum()) * (2 * n - 3) / ((n - 1) * (n - 2))
    return {
        "betweenness_centralization": by_betweenness,
        "closeness_centralization": by_closeness,
    }
