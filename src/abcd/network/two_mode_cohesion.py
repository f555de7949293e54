"""How dense and how closed a two-mode network is, without making one mode of it."""

from collections.abc import Iterator
from typing import Any, final

import attrs
import networkx as nx
import numpy as np

from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._incidence import Incidence, closed_paths, transposed
from ._modes import Mode, modes_of
from .snapshots import Snapshot

__all__ = ["TwoModeCohesion", "two_mode_cohesion"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class TwoModeCohesion(RowResult):
    """What `two_mode_cohesion` answers: the whole, and one row a node, in the graph's order.

    Attributes
    ----------
    nodes : tuple of str or int
        Their labels.
    mode : array of int, shape (n_nodes,)
        0 for the first mode, 1 for the other.
    degree : array of int, shape (n_nodes,)
        How many nodes of the other mode each is tied to.
    redundancy : array of float, shape (n_nodes,)
        Of the pairs that a node ties, the share that would stay tied without it, 0 to 1.
    density : float, optional
        The share of the possible ties between the modes that are there.
    clustering : float, optional
        How often a path of three ties is closed by a fourth, 0 to 1.
    method : str
        The definitions.
    n_first, n_second, n_ties : int
        How many nodes of each mode, and how many ties.
    caveats : tuple of Caveat
        What is not defined, and why.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    mode: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    degree: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    redundancy: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    density: float | None
    clustering: float | None
    method: str
    n_first: int
    n_second: int
    n_ties: int
    caveats: tuple[Caveat, ...] = ()


def two_mode_cohesion(g: "nx.Graph[Any] | Snapshot", *, first: Mode = 0) -> TwoModeCohesion:
    """Tell how densely people and what they share are tied, and what would be lost without each.

    A projection of people who share events is full of triangles by construction, and its density
    and clustering say little. These are counted in the two-mode network itself.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose edges lead from one mode to the other. It is not changed; weights and
        directions are not looked at.
    first : {0, 1}, str, or iterable of str or int
        The first mode, as for `project`; by default the nodes whose attribute ``bipartite`` is 0.

    Returns
    -------
    TwoModeCohesion
        Measures of the whole, and one row a node with its redundancy (nan where it is not
        defined).

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), the modes are not told apart, or an edge
        joins two nodes of one mode.

    See Also
    --------
    two_mode_centrality : which nodes are central.

    Notes
    -----
    With n and m nodes in the modes:

    - density = ties / (n m).
    - clustering = 4 C / L, with C cycles of four ties and L paths of three (Robins and
      Alexander): whether those who share one thing share a second.
    - redundancy of v = pairs of its contacts that have another contact in common, over all pairs
      of its contacts (Latapy et al., section 4.4). Low for an event that alone brought people
      together.

    Edge cases: without a node in either mode the density is None, without a path of three ties the
    clustering is None. A node with fewer than two contacts ties no pair (nan). Self-loops are left
    out and counted.

    References
    ----------
    Robins, G. & Alexander, M. (2004). Small worlds among interlocking directors. Computational &
    Mathematical Organization Theory 10(1), 69-94.

    Latapy, M., Magnien, C. & Del Vecchio, N. (2008). Basic notions for the analysis of large
    two-mode networks. Social Networks 30(1), 31-48.

    Examples
    --------
    Invented: two who pray and save together, and one who only prays.

    >>> import networkx as nx
    >>> village = nx.Graph([("Ani", "mosque"), ("Budi", "mosque"), ("Citra", "mosque")])
    >>> village.add_edges_from([("Ani", "savings"), ("Budi", "savings")])
    >>> found = two_mode_cohesion(village, first=["Ani", "Budi", "Citra"])
    >>> round(found.density, 2), round(found.clustering, 2)
    (0.83, 0.67)

    Without the mosque one of its three pairs would still meet. Citra ties no pair:

    >>> round(found["mosque"]["redundancy"], 2), found["Citra"]["redundancy"]
    (0.33, nan)
    """
    modes = modes_of(g, "first", first)
    incidence = modes.incidence
    turned = transposed(incidence)
    closed = closed_paths(incidence)
    n = modes.arrays.node_count
    mode, overlap = np.ones(n, np.int64), np.zeros(n, np.int64)
    mode[modes.chosen] = 0
    overlap[modes.chosen] = closed.overlap
    overlap[modes.rest] = closed_paths(turned).overlap
    degrees = modes.contacts.degrees
    pairs = degrees * (degrees - 1) // 2
    open_paths = _paths_of_three(incidence)
    possible = incidence.rows * incidence.columns
    density = len(incidence.indices) / possible if possible else None
    clustering = 4 * closed.cycles / open_paths if open_paths else None
    return TwoModeCohesion(
        nodes=modes.arrays.ids,
        mode=mode,
        degree=degrees,
        redundancy=np.divide(overlap, pairs, out=np.full(n, np.nan), where=pairs > 0),
        density=density,
        clustering=clustering,
        method="Robins & Alexander 2004; Latapy et al. 2008",
        n_first=incidence.rows,
        n_second=incidence.columns,
        n_ties=len(incidence.indices),
        caveats=(*modes.arrays.caveats, *_caveats(density, clustering, degrees)),
    )


def _paths_of_three(incidence: Incidence) -> int:
    """Count paths of three ties by the tie in the middle: it has no triangles to mislead."""
    before = np.repeat(incidence.row_sizes, incidence.row_sizes) - 1
    after = incidence.column_sizes[incidence.indices] - 1
    return int((before * after).sum())


def _caveats(
    density: float | None, clustering: float | None, degrees: IntArray
) -> Iterator[Caveat]:
    total = len(degrees)
    if not total:
        yield Caveat("no-nodes")
    if density is None:
        yield Caveat("one-mode-empty", {"fields": ("density",)})
    if clustering is None:
        yield Caveat("no-path-of-three", {"fields": ("clustering",)})
    few = int(np.count_nonzero(degrees < 2))
    if few:
        yield Caveat("no-pair-tied", {"count": few, "total": total, "fields": ("redundancy",)})
