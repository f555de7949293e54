"""Who is at the center? Degree, closeness, betweenness, eigenvector and PageRank in one table."""

from collections.abc import Iterator
from typing import Any, final

import attrs
import networkx as nx
import numpy as np
from scipy import sparse

from .._arguments import checked_rng, drawn_seed, generator, proportion, whole
from .._work import Executor, Progress, check_work
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._paths import Sums, shortest_paths
from ._people import answering
from ._scale import Scale
from ._spectral import Matrix, Principal, pagerank, principal
from ._whole import parts_of
from .snapshots import Snapshot, snapshot

__all__ = ["Centrality", "centrality"]

# Nearer to 1, PageRank needs more than some ten thousand steps.
_MOST_DAMPING = 0.999


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Centrality(RowResult):
    """What `centrality` answers: one row a node, in the order of the graph.

    Attributes
    ----------
    nodes : tuple of str or int
        Their labels.
    degree : array of int, shape (n_nodes,)
        How many ties; in a directed network those that leave and those that arrive.
    in_degree, out_degree : array of int, shape (n_nodes,)
        How many ties arrive, and how many leave; both are `degree` without directions.
    strength : array of float, shape (n_nodes,)
        The sum of the weights of these ties; without weights each counts 1.
    in_strength, out_strength : array of float, shape (n_nodes,)
        The same of the ties that arrive, and that leave.
    closeness : array of float, shape (n_nodes,)
        How near a node is to those who reach it; nan where nobody does.
    harmonic : array of float, shape (n_nodes,)
        How near it is to everybody, those who do not reach it counted with 0.
    betweenness : array of float, shape (n_nodes,)
        How much it stands on shortest paths between others.
    betweenness_error : array of float, shape (n_nodes,)
        Its standard error where it was estimated from a sample; 0 where it is exact, nan where no
        two sources of the sample differ, so that it says nothing.
    betweenness_bound : array of float, shape (n_nodes,)
        How far the estimate may be off, with a probability of 95 % at least for each node, however
        few sources add much (Serfling's inequality); 0 where it is exact.
    eigenvector : array of float, shape (n_nodes,)
        How central its contacts are, scaled to a maximum of 1.
    pagerank : array of float, shape (n_nodes,)
        The share of a long walk along the ties that ends here; all add up to 1.
    weight : str, optional
        The attribute that the strengths came from; None where they were not looked at.
    distance : str
        The length of a tie.
    directed : bool
        Whether ties have directions; paths and shares then follow them.
    normalized : bool
        Whether closeness, harmonic and betweenness are on a scale from 0 to 1 (see `centrality`).
    damping : float
        Of PageRank.
    sources : int
        From how many nodes the shortest paths were followed.
    seed : int, optional
        What the sample of sources was drawn with; None where all were taken.
    pairs : int
        The pairs that a node can be between, ordered ones in a directed network.
    parts : int
        Into how many parts without a tie between them the network falls.
    method : str
        The variants.
    n : int
        How many nodes.
    caveats : tuple of Caveat
        What is not defined, or estimated.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    degree: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    in_degree: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    out_degree: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    strength: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    in_strength: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    out_strength: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    closeness: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    harmonic: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    betweenness: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    betweenness_error: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    betweenness_bound: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    eigenvector: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    pagerank: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    weight: str | None
    distance: str
    directed: bool
    normalized: bool
    damping: float
    sources: int
    seed: int | None
    pairs: int
    parts: int
    method: str
    n: int
    caveats: tuple[Caveat, ...] = ()


def centrality(
    g: "nx.Graph[Any] | Snapshot",
    *,
    weight: str | None = None,
    normalized: bool = True,
    damping: float = 0.85,
    sample: int | None = None,
    rng: np.random.Generator | int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Centrality:
    """Tell how central every node is, by the measures that are in use.

    They answer different questions. Degree: who has many ties? Closeness and harmonic: whom does
    news reach soon? Betweenness: over whom does it pass? Eigenvector and PageRank: whose contacts
    are central themselves? All describe the ties that were recorded, not the worth of a person,
    and where people were not asked they measure the survey as well.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose nodes are text or integers. It is not changed.
    weight : str, optional
        The edge attribute with strengths. A strong tie is then a short way, of length
        1 / strength, and counts more in strength, eigenvector and PageRank.
    normalized : bool
        True: closeness, harmonic and betweenness on a scale from 0 to 1 without weights, which
        compares networks of different size. False: the plain sums of the formulas below.
    damping : float
        The probability with which the walk of PageRank goes on, above 0 and up to 0.999.
    sample : int, optional
        Follow the shortest paths from so many nodes only, at least 2, for networks of more than
        some ten thousand nodes: betweenness is then estimated, with its error. None, or as many
        as there are nodes: exact.
    rng : numpy.random.Generator or int, optional
        For the sample.
    executor : Executor, optional
        Shares out the work over the sources. Threads help where there are no weights; processes
        help always. The numbers do not depend on it.
    progress : Progress, optional
        Sees each batch of sources.

    Returns
    -------
    Centrality
        One row a node, in the order of the graph; nan where a measure is not defined.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), or an argument is out of its range.

    See Also
    --------
    connectors : who holds the network together, each with the reasons.
    structural_holes : whose contacts do not know each other.

    Notes
    -----
    With n nodes, distances d(u, v) along ties, and r(v) nodes u that reach v:

    - closeness, normalized: (r / (n - 1)) (r / sum_u d(u, v)), the improved formula of Wasserman
      and Faust, which is (n - 1) / sum d where everybody is reached, and which networkx takes by
      default. Not normalized: 1 / sum_u d(u, v) over the r nodes, as igraph gives it.
    - harmonic: sum_u 1 / d(u, v), over (n - 1) if normalized.
    - betweenness: sum over pairs s, t of other nodes of the share of their shortest paths over v;
      normalized over the (n - 1)(n - 2) / 2 pairs, twice as many with directions.
    - eigenvector: x_v = sum_u a_uv x_u / lambda for the largest lambda, maximum 1. (networkx and
      UCINET scale to a length of 1: the ratios are the same.)
    - PageRank: p_v = (1 - damping) / n + damping sum_u p_u a_uv / sum_w a_uw; who has no tie
      onward starts anew anywhere.

    Directed networks: closeness and harmonic follow the paths that arrive, as in networkx, so that
    they tell how soon somebody is reached; reverse the graph for the other. igraph and UCINET
    default to other directions. Eigenvector counts the ties that arrive.

    Paths whose lengths differ by less than 1e-12 of themselves are equally short.

    Edge cases. Nodes in different parts do not reach each other: closeness is then over those who
    do, weighted by their share; nan where there is nobody, as in an isolate, where networkx writes
    0. One node: no harmonic if normalized; below three nodes: no betweenness. Eigenvector: nodes
    outside the (strongly connected) part with the largest lambda, and what hangs on it, get 0;
    nan where parts share the largest lambda, where no tie leads back, and where the search does not
    settle in 300 restarts, as on very long circles with directions. PageRank is defined for
    every network that has a node. Self-loops are left out.

    Estimated betweenness is n / k times the sum over k sources drawn without replacement (Brandes
    and Pich 2007); `betweenness_error` is the standard error of that sum,
    n sqrt((1 - k / n) s^2 / k), s^2 the variance of what one source adds. Where few sources add
    much, small samples underrate it: on a network of 500 nodes and 1,500 ties, 1.96 errors either
    side held 62, 71 and 84 % of the true values with 20, 60 and 200 sources, where 95 % should be.
    Where none of the sources drawn, or all alike, add to a node, the error is nan. Nodes that
    nobody can pass, with one contact or no tie in or out, are known to have 0.

    `betweenness_bound` holds whatever the sources add, from 0 to the size of the part less 2, R:
    n R sqrt((1 - (k - 1) / n) ln(2 / 0.05) / (2 k)) (Serfling 1974, corollary 1.1). It is wide:
    1,000 sources among 100,000 nodes settle a share of pairs to 0.043 either side. Of many nodes
    at once, one in twenty may still lie outside. Closeness and harmonic are nan in a sample.

    References
    ----------
    Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social Networks
    1(3), 215-239.

    Wasserman, S., & Faust, K. (1994). Social Network Analysis: Methods and Applications. Cambridge
    University Press, pp. 184-219.

    Bonacich, P. (1972). Factoring and weighting approaches to status scores and clique
    identification. Journal of Mathematical Sociology 2(1), 113-120.

    Brandes, U., & Pich, C. (2007). Centrality estimation in large networks. International Journal
    of Bifurcation and Chaos 17(7), 2303-2318.

    Serfling, R. J. (1974). Probability inequalities for the sum in sampling without replacement.
    Annals of Statistics 2(1), 39-48.

    Examples
    --------
    Invented: Ani knows three neighbors, Dewi passes her news on to Eko; Fajar has just moved in.

    >>> import networkx as nx
    >>> street = nx.Graph([("Ani", "Budi"), ("Ani", "Citra"), ("Ani", "Dewi"), ("Dewi", "Eko")])
    >>> street.add_node("Fajar")
    >>> found = centrality(street)
    >>> {name: round(value, 2) for name, value in zip(found.nodes, found.betweenness.tolist())}
    {'Ani': 0.5, 'Budi': 0.0, 'Citra': 0.0, 'Dewi': 0.3, 'Eko': 0.0, 'Fajar': 0.0}
    >>> [round(value, 2) for value in found.closeness.tolist()]
    [0.64, 0.4, 0.4, 0.53, 0.36, nan]

    News passes over Ani, and over Dewi alone to Eko. How near Fajar is can not be said:

    >>> print(found.caveats[1])
    Reached by nobody: 1 of 6 nodes. How near somebody is to those who reach them is then not \
defined (closeness).
    """
    arrays = snapshot(g, weight=weight)
    _check(normalized, damping)
    seed = checked_rng(rng)
    if sample is not None:
        sample = whole("sample", sample, least=2)
    check_work(executor, progress)
    n = arrays.node_count
    chosen = None
    if sample is not None and sample < n:
        seed = drawn_seed(seed)
        chosen = np.sort(generator(seed, 0).choice(n, sample, replace=False))
    matrix = _matrix(arrays)
    # Turned around, so that the paths from a source are those that arrive; who is between whom
    # stays as it is.
    inward: Matrix = matrix.T.tocsr() if arrays.directed else matrix
    sums = shortest_paths(
        inward.indptr.astype(np.int64),
        inward.indices.astype(np.int64),
        None if arrays.weights is None else 1 / inward.data,
        sources=chosen,
        executor=executor,
        progress=progress,
    )
    scale = Scale(n, len(sums.reached), directed=arrays.directed, normalized=normalized)
    vector = principal(matrix, directed=arrays.directed)
    parts = parts_of(arrays)
    sizes = parts.sizes[parts.labels]
    ways = {
        "in_degree": np.diff(inward.indptr),
        "out_degree": np.diff(matrix.indptr),
        "in_strength": np.asarray(inward.sum(axis=1), np.float64),
        "out_strength": np.asarray(matrix.sum(axis=1), np.float64),
    }
    both = 1 if arrays.directed else 0
    passable = (ways["in_degree"] > 0) & (ways["out_degree"] > 1 - both)
    error = scale.error(sums, passable)
    return Centrality(
        nodes=arrays.ids,
        degree=ways["out_degree"] + both * ways["in_degree"],
        strength=ways["out_strength"] + both * ways["in_strength"],
        **ways,
        closeness=scale.closeness(sums),
        harmonic=scale.harmonic(sums),
        betweenness=scale.betweenness(sums),
        betweenness_error=error,
        betweenness_bound=scale.bound(passable, sizes),
        eigenvector=vector.values,
        pagerank=pagerank(matrix, damping),
        weight=arrays.weight,
        distance="1 step" if arrays.weights is None else "1 / weight",
        directed=arrays.directed,
        normalized=bool(normalized),
        damping=float(damping),
        sources=scale.k,
        seed=None if chosen is None or not isinstance(seed, int) else seed,
        pairs=scale.pairs,
        parts=len(parts.sizes),
        method="Freeman 1979; closeness: Wasserman & Faust 1994; eigenvector: Bonacich 1972",
        n=n,
        caveats=(
            *arrays.caveats,
            *_caveats(scale, sums, vector, len(parts.sizes), error),
            *answering(g, _AMONG_CONTACTS),
        ),
    )


# What depends on ties among people who may only have been named.
_AMONG_CONTACTS = ("degree", "closeness", "harmonic", "betweenness", "eigenvector", "pagerank")


def _check(normalized: object, damping: object) -> None:
    if type(normalized) is not bool:
        raise InvalidValueError(Fault("normalized", shown(normalized), "True or False", "value"))
    if proportion("damping", damping) > _MOST_DAMPING:
        accepted = f"a number above 0, up to {_MOST_DAMPING}"
        raise InvalidValueError(Fault("damping", shown(damping), accepted, "value"))


def _matrix(arrays: Snapshot) -> Matrix:
    n = arrays.node_count
    weights = np.ones(len(arrays.indices)) if arrays.weights is None else arrays.weights
    return sparse.csr_array((weights, arrays.indices, arrays.indptr), shape=(n, n))


def _caveats(
    scale: Scale, sums: Sums, vector: Principal, parts: int, error: FloatArray
) -> Iterator[Caveat]:
    if not scale.n:
        yield Caveat("no-nodes")
        return
    if parts > 1:
        yield Caveat("several-parts", {"parts": parts})
    if scale.sampled:
        fields = ("closeness", "harmonic")
        data = {"sources": scale.k, "total": scale.n, "fields": fields}
        yield Caveat("sampled-sources", data)
        if unseen := int(np.count_nonzero(np.isnan(error))):
            data = {"count": unseen, "total": scale.n, "fields": ("betweenness_error",)}
            yield Caveat("no-source-differs", data)
    elif alone := int(np.count_nonzero(sums.reached == 0)):
        data = {"count": alone, "total": scale.n, "fields": ("closeness",)}
        yield Caveat("reached-by-nobody", data)
    if not scale.pairs:
        yield Caveat("too-few-nodes", {"fields": ("betweenness", "betweenness_error")})
    if scale.normalized and scale.n == 1:
        yield Caveat("fewer-than-two-nodes", {"fields": ("harmonic",)})
    if vector.problem is not None:
        yield Caveat(vector.problem, {"fields": ("eigenvector",)})
    elif vector.inside < scale.n:
        yield Caveat("eigenvector-part", {"count": scale.n - vector.inside, "total": scale.n})
