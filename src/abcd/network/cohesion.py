"""How closely is a network knit? Density, parts, distances, triangles, and what it hangs on."""

from collections.abc import Iterator
from typing import Any, final

import attrs
import networkx as nx
import numpy as np

from .._arguments import whole
from .._work import Executor, Progress, check_work
from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, IntArray, to_integers
from ._contacts import contacts_of
from ._parts import core_numbers, joints
from ._people import answering
from ._spans import Spans, spans_of
from ._weave import Weave, weave_of
from .snapshots import Snapshot, snapshot

__all__ = ["Cohesion", "cohesion"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Cohesion(RowResult):
    """What `cohesion` answers about the network, with one row a node beside it.

    Attributes
    ----------
    nodes : tuple of str or int
        The nodes, in the order of the graph.
    component : array of int, shape (n_nodes,)
        Which part the node is in, 1 the largest; directions do not count.
    core_number : array of int, shape (n_nodes,)
        The largest k of a k-core that holds the node: a set whose members have k contacts in it.
    ties : int
        How many ties; in a directed graph, arcs.
    density : float, optional
        Ties over pairs, 0 to 1; in a directed graph, arcs over ordered pairs.
    components : int
        Into how many parts the network falls where directions do not count.
    component_sizes : tuple of int
        Their nodes, largest first.
    strong_components : int, optional
        Into how many parts in which everybody reaches everybody along the directions; None in an
        undirected graph.
    strong_component_sizes : tuple of int
        Their nodes, largest first; empty in an undirected graph.
    mean_distance : float, optional
        The mean number of steps of shortest paths, over the pairs that have one.
    diameter : int, optional
        The largest of these distances.
    pairs : int
        How many pairs of nodes; ordered ones in a directed graph.
    reachable_pairs : int, optional
        How many of them have a path.
    reachable_share : float, optional
        Their share.
    transitivity : float, optional
        The share of pairs of contacts that are tied to each other, over the whole network.
    mean_clustering : float, optional
        The mean of this share over all nodes; who has fewer than two contacts counts 0.
    mean_clustering_defined : float, optional
        The mean over those who have two contacts or more.
    reciprocity : float, optional
        The share of arcs that are returned; None in an undirected graph.
    degree_assortativity : float, optional
        The correlation of the numbers of contacts at the two ends of ties.
    degree_centralization : float, optional
        How far the network is a star by numbers of contacts, 0 (all alike) to 1 (a star).
    betweenness_centralization : float, optional
        The same by betweenness.
    closeness_centralization : float, optional
        The same by closeness.
    articulation_points : tuple of str or int
        Nodes without whom their part falls apart, in the order of the graph.
    bridges : tuple of pairs of str or int
        Ties without which their part falls apart.
    directed : bool
        Whether distances and density follow directions; the other measures do not.
    distances_up_to : int
        Above how many nodes no shortest paths were searched.
    method : str
        How centralization is defined.
    n : int
        How many nodes.
    caveats : tuple of Caveat
        What is not defined.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    component: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    core_number: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    ties: int
    density: float | None
    components: int
    component_sizes: tuple[int, ...]
    strong_components: int | None
    strong_component_sizes: tuple[int, ...]
    mean_distance: float | None
    diameter: int | None
    pairs: int
    reachable_pairs: int | None
    reachable_share: float | None
    transitivity: float | None
    mean_clustering: float | None
    mean_clustering_defined: float | None
    reciprocity: float | None
    degree_assortativity: float | None
    degree_centralization: float | None
    betweenness_centralization: float | None
    closeness_centralization: float | None
    articulation_points: tuple[str | int, ...]
    bridges: tuple[tuple[str | int, str | int], ...]
    directed: bool
    distances_up_to: int
    method: str
    n: int
    caveats: tuple[Caveat, ...] = ()


def cohesion(
    g: "nx.Graph[Any] | Snapshot",
    *,
    distances_up_to: int = 5_000,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Cohesion:
    """Describe how closely a network is knit: how many ties, how far, in how many parts.

    Use it to compare a network with itself at another time; between networks of different sizes
    density, for one, falls with the number of nodes. It says nothing of what the ties are worth,
    and everything of it changes where many people were not asked.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose nodes are text or integers. It is not changed; weights are not looked at.
    distances_up_to : int, optional
        Up to how many nodes shortest paths between all pairs are searched. Their time grows with
        nodes times ties: some seconds at 5,000 nodes. Above, what needs them is None, and a caveat
        says so.
    executor : Executor, optional
        Shares out the shortest paths. The numbers do not depend on it.
    progress : Progress, optional
        Sees each batch of them; in a directed graph they are searched a second time, without
        directions.

    Returns
    -------
    Cohesion
        Measures of the network, and one row a node in the order of the graph.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), or `distances_up_to` is no whole number.

    See Also
    --------
    connectors : who holds the parts together.

    Notes
    -----
    Directed graphs: density m / (n (n - 1)), distances and reachable pairs follow the arcs.
    Everything else is about who is in contact, in either direction: parts, cores, articulation
    points, bridges, triangles, degree assortativity and Freeman's centralization, which he defined
    for ties without direction. Undirected: density m / (n (n - 1) / 2).

    - transitivity = 3 x triangles / pairs of contacts, summed over the nodes.
    - centralization = sum_i (max_j x_j - x_i) over the same sum in a star of n nodes (Freeman
      1979). With degrees the star has (n - 1)(n - 2); with betweenness, unordered pairs counted
      once, (n - 1)^2 (n - 2) / 2; with closeness (n - 1) / sum of distances,
      (n - 1)(n - 2) / (2 n - 3).
    - degree assortativity: Pearson's correlation over ties, each taken both ways (Newman 2003).

    Edge cases: None, with a caveat that names the field, for density with fewer than two nodes;
    distances, reciprocity and assortativity without ties; transitivity and the clustering of those
    for whom it is defined where nobody has two contacts; assortativity where all have equally many;
    centralization below three nodes; closeness across parts. Networkx gives 0 for some of these. An
    isolate is a part of its own, with core number 0. Self-loops are left out.

    References
    ----------
    Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social Networks
    1(3), 215-239.

    Watts, D. J. and Strogatz, S. H. (1998). Collective dynamics of small-world networks. Nature
    393, 440-442.

    Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E 67, 026126.

    Examples
    --------
    Invented: three neighbors who all know each other; Dewi knows only Citra, Eko nobody.

    >>> import networkx as nx
    >>> street = nx.Graph([("Ani", "Budi"), ("Ani", "Citra"), ("Budi", "Citra"), ("Citra", "Dewi")])
    >>> street.add_node("Eko")
    >>> found = cohesion(street)
    >>> found.density, found.components, round(found.mean_distance, 2), found.transitivity
    (0.4, 2, 1.33, 0.6)
    >>> found.articulation_points, found.bridges
    (('Citra',), (('Citra', 'Dewi'),))

    All who are tied go through Citra for Dewi. How central the closest person is can not be said,
    since nobody reaches Eko:

    >>> print(found.closeness_centralization, found.caveats[1])
    None The network falls into 2 parts, and between them closeness is not defined \
(closeness_centralization).
    """
    most = whole("distances_up_to", distances_up_to, least=0)
    check_work(executor, progress)
    arrays = snapshot(g)
    contacts = contacts_of(arrays)
    weave = weave_of(arrays, contacts)
    spans = spans_of(
        arrays,
        contacts,
        searched=arrays.node_count <= most,
        executor=executor,
        progress=progress,
    )
    torn = joints(contacts.indptr, contacts.indices)
    ids = arrays.ids
    return Cohesion(
        nodes=ids,
        core_number=core_numbers(contacts.indptr, contacts.indices),
        ties=arrays.tie_count,
        **attrs.asdict(weave),
        **attrs.asdict(spans),
        articulation_points=tuple([ids[at] for at in np.flatnonzero(torn.points).tolist()]),
        bridges=tuple([(ids[first], ids[second]) for first, second in torn.bridges.tolist()]),
        directed=arrays.directed,
        distances_up_to=most,
        method="Freeman 1979",
        n=arrays.node_count,
        caveats=(
            *arrays.caveats,
            *_caveats(arrays, contacts.degrees, weave, spans, most),
            *answering(g, _AMONG_CONTACTS),
        ),
    )


_BY_PATHS = ("mean_distance", "diameter", "betweenness_centralization", "closeness_centralization")
_CENTRALIZATIONS = (
    "degree_centralization",
    "betweenness_centralization",
    "closeness_centralization",
)
# What depends on ties among people who may only have been named.
_AMONG_CONTACTS = (
    "density",
    "transitivity",
    "mean_clustering",
    "mean_clustering_defined",
    "mean_distance",
    "diameter",
    "core_number",
    "degree_assortativity",
    *_CENTRALIZATIONS,
)


def _caveats(
    arrays: Snapshot, degrees: IntArray, weave: Weave, spans: Spans, most: int
) -> Iterator[Caveat]:
    n = arrays.node_count
    if not n:
        yield Caveat("no-nodes")
    if n < 2:
        clustering = () if n else ("mean_clustering",)
        fields = ("density", "reachable_share", *clustering)
        yield Caveat("fewer-than-two-nodes", {"fields": fields})
    if n > most:
        reach = ("reachable_pairs", "reachable_share") if arrays.directed else ()
        data = {"nodes": n, "limit": most, "fields": (*_BY_PATHS, *reach)}
        yield Caveat("too-large", data)
    elif spans.reachable_pairs is not None and 0 < spans.reachable_pairs < spans.pairs:
        data = {"count": spans.pairs - spans.reachable_pairs, "total": spans.pairs}
        yield Caveat("pairs-without-path", data)
    if n < 3:
        yield Caveat("too-few-for-centralization", {"fields": _CENTRALIZATIONS})
    elif spans.components > 1:
        fields = ("closeness_centralization",)
        yield Caveat("closeness-across-parts", {"parts": spans.components, "fields": fields})
    if not arrays.tie_count:
        fields = ("mean_distance", "diameter", "degree_assortativity")
        reciprocity = ("reciprocity",) if arrays.directed else ()
        yield Caveat("no-ties", {"fields": (*fields, *reciprocity)})
    elif weave.degree_assortativity is None:
        yield Caveat("equal-degrees", {"fields": ("degree_assortativity",)})
    if degrees.max(initial=0) < 2:
        fields = ("transitivity", "mean_clustering_defined")
        yield Caveat("no-pairs-of-contacts", {"fields": fields})
