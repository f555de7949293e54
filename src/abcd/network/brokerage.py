"""Who stands between whom? The five broker roles of Gould and Fernandez."""

from collections.abc import Iterator
from typing import Any, final

import attrs
import networkx as nx
import numpy as np

from .._arguments import checked_rng, drawn_seed, whole
from .._work import Executor, Progress, check_work
from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._grouping import Group, KnownTies, grouping_of, known_ties
from ._people import answering
from ._role_draws import sums_of, tested
from ._roles import ROLES, arcs_of, expected_shares, role_counts
from .snapshots import Snapshot, snapshot

__all__ = ["Brokerage", "GroupBrokerage", "RoleTotals", "brokerage"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class RoleTotals(RowResult):
    """How often each role occurs in the whole network: one row a role.

    Attributes
    ----------
    roles : tuple of str
        ``"coordinator"``, ``"itinerant"``, ``"gatekeeper"``, ``"representative"``, ``"liaison"``.
    observed : array of int, shape (5,)
        How many open two-paths have a broker in this role.
    expected : array of float, shape (5,)
        The mean over all ways to hand out the same groups at random; nan where it is not defined.
    deviation : array of float, shape (5,)
        `observed` minus `expected`, in standard deviations of the draws; nan without draws.
    p_value : array of float, shape (5,)
        Two-sided: how often random groups give a number as far from `expected`; nan without draws.
    p_lower : array of float, shape (5,)
        How often they give one as low.
    p_upper : array of float, shape (5,)
        How often they give one as high.
    caveats : tuple of Caveat
        None of its own: see `Brokerage`.
    """

    roles: tuple[str, ...] = attrs.field(metadata=ROW)
    observed: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    expected: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    deviation: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    p_value: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    p_lower: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    p_upper: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class GroupBrokerage(RowResult):
    """How often the members of each group broker: one row a group.

    Attributes
    ----------
    groups : tuple of str or int
        The groups: numbers first, then texts, each rising.
    members : array of int
        How many nodes each has.
    coordinator, itinerant, gatekeeper, representative, liaison : array of int
        How many open two-paths have a member as broker in this role.
    total : array of int
        Their sum.
    expected_coordinator, expected_itinerant, expected_gatekeeper, expected_representative, \
expected_liaison : array of float
        The mean under random groups; nan where it is not defined.
    p_coordinator, p_itinerant, p_gatekeeper, p_representative, p_liaison : array of float
        Two-sided p-values of the draws; nan without draws.
    caveats : tuple of Caveat
        None of its own: see `Brokerage`.
    """

    groups: tuple[str | int, ...] = attrs.field(metadata=ROW)
    members: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    coordinator: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    itinerant: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    gatekeeper: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    representative: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    liaison: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    total: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    expected_coordinator: FloatArray = attrs.field(
        converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW
    )
    expected_itinerant: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    expected_gatekeeper: FloatArray = attrs.field(
        converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW
    )
    expected_representative: FloatArray = attrs.field(
        converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW
    )
    expected_liaison: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    p_coordinator: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    p_itinerant: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    p_gatekeeper: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    p_representative: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    p_liaison: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Brokerage(RowResult):
    """What `brokerage` answers: one row a node, in the order of the graph.

    Attributes
    ----------
    nodes : tuple of str or int
        Their labels.
    groups : tuple of str, int or None
        The group of each; None where it is not known. Its row has nan then.
    coordinator : array of float, shape (n_nodes,)
        Open two-paths over the node with all three in one group (A-A-A).
    itinerant : array of float, shape (n_nodes,)
        With both others in one group, not the node's (A-B-A).
    gatekeeper : array of float, shape (n_nodes,)
        From another group into the node's own (A-B-B).
    representative : array of float, shape (n_nodes,)
        From the node's own group to another (A-A-B).
    liaison : array of float, shape (n_nodes,)
        With three groups (A-B-C).
    total : array of float, shape (n_nodes,)
        Their sum.
    expected_coordinator, expected_itinerant, expected_gatekeeper, expected_representative, \
expected_liaison : array of float, shape (n_nodes,)
        The mean of each over all ways to hand out the same groups at random.
    by_group : GroupBrokerage
        The sums over the members of each group.
    by_role : RoleTotals
        The sums over all, with the permutation test.
    open_paths : int
        How many open two-paths there are.
    permutations : int
        How many draws.
    seed : int, optional
        Gives the same draws again.
    group : str, optional
        The attribute; None where the groups were handed in.
    directed : bool
        Whether paths follow arcs. Otherwise each is counted from both ends.
    ties_left_out : int
        Ties with an end of unknown group.
    method : str
        The definition.
    n : int
        How many nodes have a known group.
    caveats : tuple of Caveat
        What was left out, and what is not defined.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    groups: tuple[str | int | None, ...] = attrs.field(metadata=ROW)
    coordinator: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    itinerant: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    gatekeeper: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    representative: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    liaison: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    total: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    expected_coordinator: FloatArray = attrs.field(
        converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW
    )
    expected_itinerant: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    expected_gatekeeper: FloatArray = attrs.field(
        converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW
    )
    expected_representative: FloatArray = attrs.field(
        converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW
    )
    expected_liaison: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    by_group: GroupBrokerage
    by_role: RoleTotals
    open_paths: int
    permutations: int
    seed: int | None
    group: str | None
    directed: bool
    ties_left_out: int
    method: str
    n: int
    caveats: tuple[Caveat, ...] = ()


def brokerage(
    g: "nx.Graph[Any] | Snapshot",
    group: Group,
    *,
    permutations: int = 0,
    rng: np.random.Generator | int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Brokerage:
    """Count how often each person links two others who are not tied, and from which groups.

    Somebody who links two hamlets that are not their own does something else than somebody who lets
    newcomers into their own. The five roles tell this apart. They are counts of recorded ties, not
    of what people do with them, and they grow with the number of contacts: read them beside what is
    expected.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose nodes are text or integers. It is not changed; weights are not looked at.
    group : str, mapping, Series or sequence
        The name of a node attribute, or the groups: see `ei_index`.
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
    Brokerage
        One row a node, in the order of the graph, with one table a group and one a role.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), no node has the attribute, the groups do not
        fit the nodes, or `permutations` or `rng` is not what is named above.

    See Also
    --------
    bonding_bridging : contacts inside the own group and in others.
    connectors : who stands on shortest paths of any length.

    Notes
    -----
    A two-path a -> b -> c of three different nodes is open where there is no arc a -> c; b is the
    broker (Gould and Fernandez 1989). In an undirected graph each tie is two arcs, so that every
    open two-path is counted from both its ends and gatekeeper equals representative; the package
    sna of R counts likewise. Halve the numbers for pairs.

    Expected: which two-paths are open does not depend on groups. Over all ways to hand out the same
    groups to the nodes, the broker's own included, the three nodes of a path are three random
    nodes, so that the mean is exactly the number of open paths times the share of ordered triples
    of nodes with the groups of the role. This conditions on the ties. The expectation of Gould and
    Fernandez, and of sna, is another: there the ties are random. The permutation test draws from
    the same ways and counts the observed one among them.

    Edge cases: nodes of unknown group are left out with their ties, and their rows are nan. Without
    an open path all counts are 0, and so is what is expected. With fewer than three nodes of known
    group nothing can be expected (nan). Self-loops are left out. Nothing is n x n: time grows with
    ties and triangles.

    References
    ----------
    Gould, R. V. and Fernandez, R. M. (1989). Structures of mediation: a formal approach to
    brokerage in transaction networks. Sociological Methodology 19, 89-126.

    Phipson, B. and Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical
    Applications in Genetics and Molecular Biology 9(1), article 39.

    Examples
    --------
    Invented: news goes from Ani through Budi to Citra, who passes it on to Dewi.

    >>> import networkx as nx
    >>> news = nx.DiGraph([("Ani", "Budi"), ("Budi", "Citra"), ("Citra", "Dewi")])
    >>> hamlets = {"Ani": "north", "Budi": "south", "Citra": "south", "Dewi": "north"}
    >>> found = brokerage(news, hamlets)
    >>> found["Budi"]["gatekeeper"], found["Citra"]["representative"]
    (1.0, 1.0)
    >>> found.by_role["gatekeeper"]["expected"], found.open_paths
    (0.6666666666666666, 2)

    Budi lets the news into the hamlet, Citra carries it out. Of two people no role can be expected:

    >>> pair = brokerage(nx.Graph([("Ani", "Budi")]), ["north", "south"])
    >>> print(pair.caveats[0])
    Fewer than three nodes have a known group, so that no role can be expected \
(expected_coordinator, expected_itinerant, expected_gatekeeper and 2 more).
    """
    draws = whole("permutations", permutations, least=0, most=10**7)
    source = checked_rng(rng)
    check_work(executor, progress)
    arrays = snapshot(g)
    grouping = grouping_of("group", group, g, arrays)
    ties = known_ties(arrays, grouping.codes)
    arcs = arcs_of(len(ties.nodes), ties.sources, ties.targets, directed=arrays.directed)
    counts = role_counts(arcs, ties.codes[np.newaxis].astype(np.int32))[0]
    shares = expected_shares(grouping.sizes)
    paths = counts.sum(axis=1)
    seed = drawn_seed(source) if draws else None
    observed = sums_of(counts, ties.codes, len(grouping.labels))
    expected = paths.sum() * shares
    work = (executor, progress)
    test = tested(arcs, ties, observed, expected, draws, seed, work)
    return Brokerage(
        nodes=arrays.ids,
        groups=grouping.by_node,
        **_columns("", _spread(counts, ties, arrays.node_count)),
        total=_spread(paths[:, np.newaxis], ties, arrays.node_count)[:, 0],
        **_columns("expected_", _spread(np.outer(paths, shares[-1]), ties, arrays.node_count)),
        by_group=GroupBrokerage(
            groups=grouping.labels,
            members=grouping.sizes,
            **_columns("", observed[:-1]),
            total=observed[:-1].sum(axis=1),
            **_columns("expected_", expected[:-1]),
            **_columns("p_", test.p_value[:-1]),
        ),
        by_role=RoleTotals(
            roles=ROLES,
            observed=observed[-1],
            expected=expected[-1],
            deviation=test.deviation,
            p_value=test.p_value[-1],
            p_lower=test.p_lower[-1],
            p_upper=test.p_upper[-1],
        ),
        open_paths=int(paths.sum()),
        permutations=draws,
        seed=seed,
        group=grouping.name,
        directed=arrays.directed,
        ties_left_out=ties.left_out,
        method="Gould and Fernandez 1989",
        n=len(ties.nodes),
        caveats=(
            *arrays.caveats,
            *grouping.caveats(),
            *_caveats(ties, arrays.node_count, int(paths.sum())),
            *answering(g, (*ROLES, "total", "open_paths")),
        ),
    )


def _columns(prefix: str, table: Any) -> dict[str, Any]:
    return {prefix + role: table[:, place] for place, role in enumerate(ROLES)}


def _spread(rows: Any, ties: KnownTies, total: int) -> FloatArray:
    """Put the rows of nodes of known group among those of all nodes."""
    spread = np.full((total, rows.shape[1]), np.nan)
    spread[ties.nodes] = rows
    return spread


_EXPECTED = tuple([f"expected_{role}" for role in ROLES])


def _caveats(ties: KnownTies, total: int, paths: int) -> Iterator[Caveat]:
    yield from ties.caveats(total)
    if len(ties.nodes) < 3:
        yield Caveat("too-few-for-roles", {"fields": _EXPECTED})
    elif not paths:
        yield Caveat("no-open-paths")
