"""Which groups do ties themselves suggest? Communities, and how far they depend on chance."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import combinations
from typing import Any, Literal, TypeAlias, final

import attrs
import networkx as nx
import numpy as np

from .._arguments import checked_rng, drawn_seed, generator, whole
from .._work import Executor, Progress, check_work, in_order
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError
from ..fields import one_of
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._partitions import adjusted_rand, modularity_of, numbered, overlap
from ._people import answering
from .modularity import checked_resolution
from .snapshots import Snapshot, snapshot

__all__ = ["Communities", "Method", "communities"]

Method: TypeAlias = Literal["louvain", "greedy", "label_propagation"]

# Who found it; whether chance has a hand in it; whether it looks for high modularity.
_METHODS: dict[str, tuple[str, bool, bool]] = {
    "louvain": ("Blondel et al. 2008", True, True),
    "greedy": ("Clauset, Newman & Moore 2004", False, True),
    "label_propagation": ("Raghavan, Albert & Kumara 2007", True, False),
}
# All pairs of runs are compared.
_MOST_RUNS = 100
_SEEDS = 2**32


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Communities(RowResult):
    """What `communities` answers: one row a node, in the order of the graph.

    Attributes
    ----------
    nodes : tuple of str or int
        Their labels.
    community : array of int, shape (n_nodes,)
        The group of each: 0 is the largest, and of equal ones that whose node comes first.
    agreement : array of float, shape (n_nodes,)
        How far a node's group is the same in the other runs, 0 to 1; nan with one run.
    groups : int
        How many groups there are.
    sizes : tuple of int
        How many nodes each has.
    modularity : float, optional
        Of these groups; None without ties.
    stability : float, optional
        How alike the groups of two runs are: 1 the same, 0 as by chance. None with one run.
    runs : int
        How often the method ran.
    seed : int, optional
        What the runs were drawn with; None where chance has no hand in the method.
    resolution : float
        Larger gives smaller groups.
    weight : str, optional
        The attribute that the strengths came from; None where every tie counts 1.
    directed : bool
        Whether ties have directions.
    method : str
        The algorithm, by its authors.
    n : int
        How many nodes.
    caveats : tuple of Caveat
        What is not defined, and what depends on chance.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    community: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    agreement: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    groups: int
    sizes: tuple[int, ...]
    modularity: float | None
    stability: float | None
    runs: int
    seed: int | None
    resolution: float
    weight: str | None
    directed: bool
    method: str
    n: int
    caveats: tuple[Caveat, ...] = ()


def communities(
    g: "nx.Graph[Any] | Snapshot",
    *,
    method: Method = "louvain",
    weight: str | None = None,
    resolution: float = 1,
    runs: int = 10,
    rng: np.random.Generator | int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Communities:
    """Find groups of people with many ties inside and few across, and tell how firm they are.

    A first look at circles that nobody has named. The groups are a proposal of an algorithm: ask
    the people whether they know them. Where `stability` is low, other seeds give other groups, and
    the network may have none.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose nodes are text or integers. It is not changed.
    method : {"louvain", "greedy", "label_propagation"}
        Louvain and greedy look for high modularity; label propagation lets each node join most of
        its contacts, and takes no directions and no resolution.
    weight : str, optional
        The edge attribute with strengths. None: every tie counts 1.
    resolution : float
        Above 0. Larger than 1 gives more and smaller groups.
    runs : int
        How often a method runs in which chance has a hand, 1 to 100.
    rng : numpy.random.Generator or int, optional
        For these runs.
    executor : Executor, optional
        Shares out the runs. The groups do not depend on it.
    progress : Progress, optional
        Sees each run.

    Returns
    -------
    Communities
        The groups of the run with the highest modularity, of equal ones the first.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), an argument is out of its range, or
        `label_propagation` meets a directed network or a resolution.

    See Also
    --------
    modularity : of groups that are known.
    ei_index : ties across known groups against ties inside.

    Notes
    -----
    The algorithms are networkx's, called on a copy with the numbers 0 to n - 1 as nodes, in the
    order of the graph: with text as labels the result would change from one Python process to the
    next. A backend that is configured in networkx is used. Modularity is that of `modularity`.

    `stability` is the mean adjusted Rand index of all pairs of runs (Hubert and Arabie 1985).
    `agreement` of a node is the mean, over the other runs, of the Jaccard index of its group here
    and there: 1 if it is with the same people in each run.

    Edge cases: without ties every node is a group, and neither modularity nor stability is
    defined. An isolate is a group of its own. Groups with fewer than about sqrt(2 m) ties inside,
    of m in all, may be hidden in larger ones where modularity is looked for (Fortunato and
    Barthelemy 2007). Self-loops are left out.

    References
    ----------
    Blondel, V. D., Guillaume, J.-L., Lambiotte, R., & Lefebvre, E. (2008). Fast unfolding of
    communities in large networks. Journal of Statistical Mechanics, P10008.

    Clauset, A., Newman, M. E. J., & Moore, C. (2004). Finding community structure in very large
    networks. Physical Review E 70, 066111.

    Raghavan, U. N., Albert, R., & Kumara, S. (2007). Near linear time algorithm to detect community
    structures in large-scale networks. Physical Review E 76, 036106.

    Hubert, L., & Arabie, P. (1985). Comparing partitions. Journal of Classification 2, 193-218.

    Fortunato, S., & Barthelemy, M. (2007). Resolution limit in community detection. PNAS 104(1),
    36-41.

    Examples
    --------
    Invented: two hamlets of three people with one tie between them, and a newcomer.

    >>> import networkx as nx
    >>> hamlets = nx.Graph([("a1", "a2"), ("a1", "a3"), ("a2", "a3"), ("a3", "b1")])
    >>> hamlets.add_edges_from([("b1", "b2"), ("b1", "b3"), ("b2", "b3")])
    >>> hamlets.add_node("new")
    >>> found = communities(hamlets, rng=1)
    >>> found.community.tolist(), found.stability
    ([0, 0, 0, 1, 1, 1, 2], 1.0)

    Where there are no ties, no groups can be told:

    >>> print(communities(nx.empty_graph(3), rng=1).caveats[0])
    The network has no ties: nothing holds a group together, and each node is one (modularity, \
stability, agreement).
    """
    arrays = snapshot(g, weight=weight)
    one_of("method", method, _METHODS)
    name, chance, by_modularity = _METHODS[method]
    factor = checked_resolution(resolution)
    times = whole("runs", runs, least=1, most=_MOST_RUNS)
    seed = checked_rng(rng)
    check_work(executor, progress)
    _check_method(method, arrays, factor)
    seed = drawn_seed(seed) if chance else None
    times = times if chance and arrays.tie_count else 1
    found = [np.arange(arrays.node_count)]
    if arrays.tie_count:
        seeds = [0 if seed is None else _seed(seed, run) for run in range(times)]
        run = partial(_run, _plain_graph(arrays), method, factor)
        found = list(in_order(run, seeds, executor=executor, progress=progress, total=times))
    scores = [modularity_of(arrays, codes, factor) for codes in found]
    best = max(range(len(found)), key=lambda run: (scores[run] or 0.0, -run))
    codes = found[best]
    others = found[:best] + found[best + 1 :]
    sizes = tuple(np.bincount(codes).tolist())
    return Communities(
        nodes=arrays.ids,
        community=codes,
        agreement=_agreement(codes, others),
        groups=len(sizes),
        sizes=sizes,
        modularity=scores[best],
        stability=_stability(found),
        runs=times,
        seed=seed,
        resolution=factor,
        weight=arrays.weight,
        directed=arrays.directed,
        method=name,
        n=arrays.node_count,
        caveats=(
            *arrays.caveats,
            *_caveats(arrays, times, chance, by_modularity),
            *answering(g, ("community", "modularity")),
        ),
    )


def _check_method(method: str, arrays: Snapshot, resolution: float) -> None:
    if method != "label_propagation":
        return
    if arrays.directed:
        accepted = "'louvain' or 'greedy' for a directed network"
        raise InvalidValueError(Fault("method", repr(method), accepted, "directed"))
    if resolution != 1:
        accepted = "1 for 'label_propagation', which has no resolution"
        raise InvalidValueError(Fault("resolution", repr(resolution), accepted, "value"))


def _seed(seed: int, run: int) -> int:
    return int(generator(seed, run).integers(_SEEDS))


def _plain_graph(arrays: Snapshot) -> "nx.Graph[Any]":
    """Make a graph of positions: sets of them have the same order in each Python process."""
    graph: nx.Graph[Any] = nx.DiGraph() if arrays.directed else nx.Graph()
    graph.add_nodes_from(range(arrays.node_count))
    weights = np.ones(len(arrays.indices)) if arrays.weights is None else arrays.weights
    ends = zip(arrays.sources.tolist(), arrays.indices.tolist(), weights.tolist(), strict=True)
    graph.add_weighted_edges_from(ends)
    return graph


def _run(graph: "nx.Graph[Any]", method: str, resolution: float, seed: int) -> IntArray:
    found: Iterable[Iterable[int]]
    if method == "louvain":
        found = nx.community.louvain_communities(
            graph, weight="weight", resolution=resolution, seed=seed
        )
    elif method == "greedy":
        found = nx.community.greedy_modularity_communities(
            graph, weight="weight", resolution=resolution
        )
    else:
        found = nx.community.asyn_lpa_communities(graph, weight="weight", seed=seed)
    return numbered(found, len(graph))


def _stability(found: list[IntArray]) -> float | None:
    pairs = [adjusted_rand(one, other) for one, other in combinations(found, 2)]
    return sum(pairs) / len(pairs) if pairs else None


def _agreement(codes: IntArray, others: list[IntArray]) -> FloatArray:
    if not others:
        return np.full(len(codes), np.nan)
    return np.asarray(np.mean([overlap(codes, other) for other in others], axis=0), np.float64)


_OF_RUNS = ("stability", "agreement")


def _caveats(arrays: Snapshot, runs: int, chance: bool, by_modularity: bool) -> Iterator[Caveat]:
    if not arrays.node_count:
        yield Caveat("no-nodes")
    if not arrays.tie_count:
        yield Caveat("no-ties-to-group", {"fields": ("modularity", *_OF_RUNS)})
        return
    if chance and runs > 1:
        yield Caveat("random-groups", {"runs": runs})
    if runs == 1:
        yield Caveat("one-run" if chance else "no-chance", {"fields": _OF_RUNS})
    if by_modularity:
        yield Caveat("resolution-limit", {"ties": round((2 * arrays.tie_count) ** 0.5)})
