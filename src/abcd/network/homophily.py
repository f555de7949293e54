"""Do ties stay inside groups or lead out of them? The E-I index, with what chance would give."""

from collections.abc import Iterator
from functools import partial
from typing import Any, final

import attrs
import networkx as nx
import numpy as np
import numpy.typing as npt

from .._arguments import checked_rng, drawn_seed, whole
from .._work import Executor, Progress, check_work, in_order
from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._grouping import Group, KnownTies, grouping_of, known_ties
from ._people import answering
from ._shuffles import Tails, block_count, shuffled_codes
from .snapshots import Snapshot, snapshot

__all__ = ["EIIndex", "ei_index"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class EIIndex(RowResult):
    """What `ei_index` answers: one row a group, with the whole network and every node beside it.

    Attributes
    ----------
    groups : tuple of str or int
        The groups: numbers first, then texts, each rising.
    by_group : array of float, shape (n_groups,)
        The index of each group, -1 to 1; nan where its members have no tie.
    external_by_group : array of int, shape (n_groups,)
        Ties between a member and somebody of another group.
    internal_by_group : array of int, shape (n_groups,)
        Ties between two members, each counted once.
    members : array of int, shape (n_groups,)
        How many nodes each group has.
    overall : float, optional
        The index of the network, -1 (all ties inside groups) to 1 (all between groups).
    external : int
        Ties between groups.
    internal : int
        Ties inside groups.
    nodes : tuple of str or int
        The nodes, in the order of the graph.
    by_node : array of float, shape (n_nodes,)
        The index over the ties of each node; nan without ties, or of unknown group.
    expected : float, optional
        The mean of the index over all ways to hand out the same groups at random.
    p_value : float, optional
        Two-sided: how often random groups give an index as far from `expected`.
    p_lower : float, optional
        How often they give one as low: small where ties stay inside groups.
    p_upper : float, optional
        How often they give one as high: small where ties lead out of groups.
    permuted_mean, permuted_minimum, permuted_maximum : float, optional
        The mean, lowest and highest index among the draws.
    permutations : int
        How many draws.
    seed : int, optional
        Gives the same draws again.
    group : str, optional
        The attribute; None where the groups were handed in.
    directed : bool
        Whether the ties counted are arcs.
    ties_left_out : int
        Ties with an end of unknown group.
    method : str
        The definition.
    n : int
        How many nodes have a known group.
    caveats : tuple of Caveat
        What was left out, and what is not defined.
    """

    groups: tuple[str | int, ...] = attrs.field(metadata=ROW)
    by_group: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    external_by_group: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    internal_by_group: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    members: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    overall: float | None
    external: int
    internal: int
    nodes: tuple[str | int, ...]
    by_node: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    expected: float | None
    p_value: float | None
    p_lower: float | None
    p_upper: float | None
    permuted_mean: float | None
    permuted_minimum: float | None
    permuted_maximum: float | None
    permutations: int
    seed: int | None
    group: str | None
    directed: bool
    ties_left_out: int
    method: str
    n: int
    caveats: tuple[Caveat, ...] = ()


def ei_index(
    g: "nx.Graph[Any] | Snapshot",
    group: Group,
    *,
    permutations: int = 0,
    rng: np.random.Generator | int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> EIIndex:
    """Tell whether ties lead out of groups or stay inside them, and whether that is chance.

    -1 means that all ties stay inside groups, 1 that all lead out. The index depends on the sizes
    of the groups: with two equal halves it is about 0 where groups do not matter, with many small
    groups it is near 1. Read it beside `expected`, and with `permutations` beside its p-value.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose nodes are text or integers. It is not changed; weights are not looked at.
    group : str, mapping, Series or sequence
        The name of a node attribute, or the groups: a mapping, or a Series of pandas, of ids to
        values, or a value for each node in the order of the graph. None, nan and empty text mean
        that it is not known. Texts are taken as they are: "North" and "north" are two groups, and a
        caveat says so. A `Snapshot` has no attributes, so it needs the groups.
    permutations : int, optional
        How many random ways to hand out the groups are drawn for the p-values; 0 draws none.
    rng : numpy.random.Generator, int or None, optional
        Where the draws come from. None: a seed is drawn, and the result keeps it.
    executor : Executor, optional
        Shares out the draws, in blocks. The numbers do not depend on it.
    progress : Progress, optional
        Sees each block.

    Returns
    -------
    EIIndex
        One row a group; the index of the network, and of each node in the order of the graph.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), no node has the attribute, the groups do not
        fit the nodes, or `permutations` or `rng` is not what is named above.

    See Also
    --------
    assortativity : the same question, corrected for the sizes of the groups.
    bonding_bridging : ties inside and out of the group, for each person.

    Notes
    -----
    E-I = (E - I) / (E + I), with E ties between and I ties inside groups (Krackhardt and Stern
    1988). Directed graphs count arcs: a tie that is returned counts twice; for ties without
    direction pass ``g.to_undirected()``. A tie between two groups is external to both. A tie
    inside a group counts once for the group; programs that count tie ends count it twice, which
    gives a lower index of each group and the same index overall. A node's index is over its ties,
    in both directions where directed.

    Expected: a tie joins two groups in as many of the random ways as pairs of nodes do, so the mean
    is exactly (pairs of nodes across groups - pairs within) / all pairs, whatever the ties. The
    p-values are shares of random ways, with the observed one counted among them, as UCINET draws
    them: they say whether the groups are handed out as if ties did not matter.

    Edge cases: without ties between nodes of known group the index and its p-values are None. Where
    all are of one group the index is -1, as expected, and the p-values are 1. With fewer than two
    nodes of known group `expected` is None. Self-loops, and ties with an end of unknown group, are
    left out and counted.

    References
    ----------
    Krackhardt, D. and Stern, R. N. (1988). Informal networks and organizational crises: an
    experimental simulation. Social Psychology Quarterly 51(2), 123-140.

    Phipson, B. and Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical
    Applications in Genetics and Molecular Biology 9(1), article 39.

    Examples
    --------
    Invented: two hamlets of three neighbors, joined by one tie between Citra and Dewi.

    >>> import networkx as nx
    >>> ties = ["Ani Budi", "Ani Citra", "Budi Citra", "Dewi Eko", "Dewi Fajar", "Eko Fajar"]
    >>> hamlets = nx.Graph([tie.split() for tie in ties] + [("Citra", "Dewi")])
    >>> north = dict.fromkeys(["Ani", "Budi", "Citra"], "north")
    >>> nx.set_node_attributes(hamlets, north | dict.fromkeys(["Dewi", "Eko", "Fajar"], "south"),
    ...     "hamlet")
    >>> found = ei_index(hamlets, "hamlet", permutations=999, rng=1)
    >>> round(found.overall, 3), round(found.expected, 3), found.external, found.internal
    (-0.714, 0.2, 1, 6)
    >>> found["north"]["by_group"], round(found.p_lower, 2)
    (-0.5, 0.1)

    Six of seven ties stay inside, more than the sizes of the hamlets suggest; but of six people,
    one random way in ten does as much. Where nobody is tied there is no index:

    >>> alone = ei_index(nx.empty_graph(2), ["north", "south"])
    >>> alone.overall, alone.expected
    (None, 1.0)
    >>> print(alone.caveats[0])
    There is no tie between nodes of known group: nothing can be said about inside and outside \
(overall).
    """
    draws = whole("permutations", permutations, least=0, most=10**7)
    source = checked_rng(rng)
    check_work(executor, progress)
    arrays = snapshot(g)
    grouping = grouping_of("group", group, g, arrays)
    ties = known_ties(arrays, grouping.codes)
    counts = _Counts.of(ties, len(grouping.labels))
    expected = expected_index(grouping.sizes)
    seed = drawn_seed(source) if draws else None
    test = _Permuted()
    if seed is not None and counts.overall is not None and expected is not None:
        total = len(ties.sources)
        blocks = in_order(
            partial(_external, ties),
            shuffled_codes(ties.codes, draws, total, np.random.default_rng(seed)),
            executor=executor,
            progress=progress,
            total=block_count(ties.codes, draws, total),
        )
        test = _permuted(np.concatenate(list(blocks)), counts.external, expected, total)
    return EIIndex(
        groups=grouping.labels,
        by_group=_index(counts.external_by_group, counts.internal_by_group),
        external_by_group=counts.external_by_group,
        internal_by_group=counts.internal_by_group,
        members=grouping.sizes,
        overall=counts.overall,
        external=counts.external,
        internal=counts.internal,
        nodes=arrays.ids,
        by_node=_by_node(arrays, ties, counts),
        expected=expected,
        **attrs.asdict(test),
        permutations=draws,
        seed=seed,
        group=grouping.name,
        directed=arrays.directed,
        ties_left_out=ties.left_out,
        method="Krackhardt and Stern 1988",
        n=len(ties.nodes),
        caveats=(
            *arrays.caveats,
            *grouping.caveats(),
            *_caveats(ties, arrays.node_count, expected, draws),
            *answering(g, ("overall", "by_group", "by_node")),
        ),
    )


@attrs.frozen
class _Counts:
    """How many ties lead out of groups and how many do not."""

    external_by_node: IntArray
    internal_by_node: IntArray
    external_by_group: IntArray
    internal_by_group: IntArray
    external: int
    internal: int

    @classmethod
    def of(cls, ties: KnownTies, groups: int) -> "_Counts":
        n = len(ties.nodes)
        inside = ties.codes[ties.sources] == ties.codes[ties.targets]
        ends = (ties.sources, ties.targets)
        total = sum([np.bincount(side, minlength=n) for side in ends], np.zeros(n, np.int64))
        inward = sum(
            [np.bincount(side[inside], minlength=n) for side in ends], np.zeros(n, np.int64)
        )
        outward = total - inward
        internal = int(np.count_nonzero(inside))
        return cls(
            outward,
            inward,
            _summed(ties.codes, outward, groups),
            # Both ends of an internal tie are in the group, and the tie counts once.
            _summed(ties.codes, inward, groups) // 2,
            len(inside) - internal,
            internal,
        )

    @property
    def overall(self) -> float | None:
        total = self.external + self.internal
        return (self.external - self.internal) / total if total else None


def _summed(codes: IntArray, values: IntArray, groups: int) -> IntArray:
    summed = np.zeros(groups, np.int64)
    np.add.at(summed, codes, values)
    return summed


def _index(external: IntArray, internal: IntArray) -> FloatArray:
    total = external + internal
    index = np.full(len(total), np.nan)
    np.divide(external - internal, total, out=index, where=total > 0)
    return index


def _by_node(arrays: Snapshot, ties: KnownTies, counts: _Counts) -> FloatArray:
    index = np.full(arrays.node_count, np.nan)
    index[ties.nodes] = _index(counts.external_by_node, counts.internal_by_node)
    return index


def expected_index(sizes: IntArray) -> float | None:
    """Give the mean index under random groups of these sizes; None without a pair of nodes."""
    # Whole numbers of Python: pairs of millions of nodes are beyond what a float holds exactly.
    members = [int(size) for size in sizes]
    n = sum(members)
    pairs = n * (n - 1) // 2
    within = sum(size * (size - 1) // 2 for size in members)
    return (pairs - 2 * within) / pairs if pairs else None


@attrs.frozen(kw_only=True)
class _Permuted:
    """What the draws say; nothing without draws or ties."""

    p_value: float | None = None
    p_lower: float | None = None
    p_upper: float | None = None
    permuted_mean: float | None = None
    permuted_minimum: float | None = None
    permuted_maximum: float | None = None


def _external(ties: KnownTies, codes: npt.NDArray[np.int32]) -> IntArray:
    """Count the ties that lead out of groups, in each draw of a block."""
    apart = codes[:, ties.sources] != codes[:, ties.targets]
    return np.asarray(apart.sum(axis=1), np.int64)


def _permuted(external: IntArray, observed: int, expected: float, total: int) -> _Permuted:
    # Compared by the number of ties that lead out, so that equal is equal.
    tails = Tails(observed, (expected + 1) / 2 * total)
    tails.add(external)
    index = (2 * external - total) / total
    return _Permuted(
        p_value=float(tails.two_sided),
        p_lower=float(tails.lower),
        p_upper=float(tails.upper),
        permuted_mean=float(index.mean()),
        permuted_minimum=float(index.min()),
        permuted_maximum=float(index.max()),
    )


_OF_DRAWS = tuple([field.name for field in attrs.fields(_Permuted)])


def _caveats(ties: KnownTies, total: int, expected: float | None, draws: int) -> Iterator[Caveat]:
    yield from ties.caveats(total)
    if not len(ties.sources):
        pairs = () if expected is not None else ("expected",)
        fields = ("overall", *pairs, *(_OF_DRAWS if draws else ()))
        yield Caveat("no-known-ties", {"fields": fields})
