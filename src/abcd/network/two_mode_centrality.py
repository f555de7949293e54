"""Who and what stands in the middle of a two-mode network? Centrality as Borgatti and Halgin."""

from collections.abc import Iterator
from typing import Any, final

import attrs
import networkx as nx
import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from .._work import Executor, Progress, check_work
from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._modes import Mode, Modes, modes_of
from ._paths import Sums, shortest_paths
from .snapshots import Snapshot

__all__ = ["TwoModeCentrality", "two_mode_centrality"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class TwoModeCentrality(RowResult):
    """What `two_mode_centrality` answers: one row a node of either mode, in the graph's order.

    Attributes
    ----------
    nodes : tuple of str or int
        Their labels.
    mode : array of int, shape (n_nodes,)
        0 for the first mode, 1 for the other.
    degree : array of int, shape (n_nodes,)
        How many nodes of the other mode each is tied to.
    degree_centrality : array of float, shape (n_nodes,)
        The same as a share of the other mode, 0 to 1.
    closeness : array of float, shape (n_nodes,)
        How near all others are, above 0 to 1; 1 for a node that is tied to the whole other mode.
    betweenness : array of float, shape (n_nodes,)
        How much a node stands on the shortest paths of others, over the most that a node of its
        mode could, 0 to 1.
    method : str
        The normalization.
    n : int
        How many nodes.
    n_first, n_second : int
        How many of them are of each mode.
    caveats : tuple of Caveat
        What is not defined, and for how many.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    mode: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    degree: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    degree_centrality: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    closeness: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    betweenness: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    method: str
    n: int
    n_first: int
    n_second: int
    caveats: tuple[Caveat, ...] = ()


def two_mode_centrality(
    g: "nx.Graph[Any] | Snapshot",
    *,
    first: Mode = 0,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> TwoModeCentrality:
    """Tell which people, and which associations or events, are central to each other.

    In a two-mode network nobody can be tied to all others, only to all of the other mode: the
    usual normalizations make everybody look marginal. These divide by what is possible.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose edges lead from one mode to the other. It is not changed; weights and
        directions are not looked at.
    first : {0, 1}, str, or iterable of str or int
        The first mode, as for `project`; by default the nodes whose attribute ``bipartite`` is 0.
    executor : object with ``map``, optional
        Works on batches of sources at the same time. The numbers stay the same.
    progress : callable, optional
        A wrapper such as ``tqdm``.

    Returns
    -------
    TwoModeCentrality
        One row a node, in the order of the graph; nan where a measure is not defined.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), the modes are not told apart, or an edge
        joins two nodes of one mode.

    See Also
    --------
    two_mode_cohesion : how dense and how closed the network is as a whole.

    Notes
    -----
    For a node of a mode with n nodes, m in the other:

    - degree centrality = degree / m.
    - closeness = (b + 2 (a - 1)) / (sum of distances) * reached / (n + m - 1), where a and b are
      the numbers of both modes in the node's own part. In a connected network this is Borgatti
      and Halgin's. The last factor is that of Wasserman and Faust for networks in parts: a node
      in a small part is near to few. networkx takes n and m in place of a and b, and can
      exceed 1 where there are several parts; both agree where there is one.
    - betweenness = raw betweenness over the largest possible for the mode: with
      s = (n - 1) div m and t = (n - 1) mod m it is
      (m^2 (s + 1)^2 + m (s + 1) (2t - s - 1) - t (2s - t + 3)) / 2.

    Edge cases: an isolate has degree centrality 0 and betweenness 0, and no closeness (nan: it has
    no distance to anybody). Without any node in the other mode nothing is defined. Where no node
    of a mode can stand between others (a single association with two members), its betweenness is
    nan.

    References
    ----------
    Borgatti, S. P. & Everett, M. G. (1997). Network analysis of 2-mode data. Social Networks
    19(3), 243-269.

    Borgatti, S. P. & Halgin, D. S. (2011). Analyzing affiliation networks. In: The SAGE Handbook
    of Social Network Analysis, chapter 28.

    Examples
    --------
    Invented: three women, two savings groups; Ibu Rini is in both, Ibu Tuti in none.

    >>> import networkx as nx
    >>> groups = nx.Graph([("Wati", "north"), ("Rini", "north"), ("Rini", "south")])
    >>> groups.add_edge("Yanti", "south")
    >>> groups.add_node("Tuti")
    >>> found = two_mode_centrality(groups, first=["Wati", "Rini", "Yanti", "Tuti"])
    >>> found["Rini"]["degree_centrality"], round(found["Rini"]["closeness"], 2)
    (1.0, 0.8)

    Rini alone connects the groups. Of Tuti no distance can be told:

    >>> found["Tuti"]["closeness"]
    nan
    >>> print(found.caveats[0])
    Without a tie, and so without a distance to others: 1 of 6 nodes (closeness).
    """
    check_work(executor, progress)
    modes = modes_of(g, "first", first)
    contacts = modes.contacts
    sums = shortest_paths(
        contacts.indptr, contacts.indices, None, executor=executor, progress=progress
    )
    n = modes.arrays.node_count
    second = np.ones(n, np.int64)
    second[modes.chosen] = 0
    sizes = np.array([len(modes.chosen), len(modes.rest)])
    other = sizes[1 - second]
    most = np.array([_most_between(*sizes.tolist()), _most_between(*sizes[::-1].tolist())])
    degrees = contacts.degrees
    return TwoModeCentrality(
        nodes=modes.arrays.ids,
        mode=second,
        degree=degrees,
        degree_centrality=_over(degrees, other),
        closeness=_closeness(modes, sums, second),
        betweenness=_over(sums.between / 2, most[second]),
        method="Borgatti & Halgin 2011",
        n=n,
        n_first=int(sizes[0]),
        n_second=int(sizes[1]),
        caveats=(*modes.arrays.caveats, *_caveats(degrees, other, most[second])),
    )


def _over(part: "IntArray | FloatArray", whole: "IntArray | FloatArray") -> FloatArray:
    shares = np.full(len(part), np.nan)
    np.divide(part, whole, out=shares, where=whole > 0)
    return shares


def _most_between(n: int, m: int) -> float:
    """Give the largest betweenness of one of n nodes, m in the other mode; 0 where there is none.

    Borgatti & Everett (1997), p. 256; in whole numbers of any size.
    """
    if n == 0 or m == 0:
        return 0.0
    s, t = divmod(n - 1, m)
    return (m**2 * (s + 1) ** 2 + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


def _closeness(modes: Modes, sums: Sums, second: IntArray) -> FloatArray:
    contacts = modes.contacts
    n = len(second)
    matrix = sparse.csr_array(
        (np.ones(len(contacts.indices), np.int8), contacts.indices, contacts.indptr), shape=(n, n)
    )
    _, part = csgraph.connected_components(matrix, directed=False)
    in_second = np.bincount(part, weights=second, minlength=n)[part].astype(np.int64)
    in_all = np.bincount(part, minlength=n)[part]
    own = np.where(second == 1, in_second, in_all - in_second)
    nearest = in_all - own + 2 * (own - 1)
    return _over(nearest, sums.far) * (sums.reached / max(n - 1, 1))


def _caveats(degrees: IntArray, other: IntArray, most: FloatArray) -> Iterator[Caveat]:
    total = len(degrees)
    if not total:
        yield Caveat("no-nodes")
        return
    alone = int(np.count_nonzero(degrees == 0))
    if alone:
        yield Caveat("no-distance", {"count": alone, "total": total, "fields": ("closeness",)})
    if not other.all():
        yield Caveat("one-mode-empty", {"fields": ("degree_centrality",)})
    never = int(np.count_nonzero(most == 0))
    if never:
        data = {"count": never, "total": total, "fields": ("betweenness",)}
        yield Caveat("never-between", data)
