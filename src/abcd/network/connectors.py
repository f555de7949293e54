"""Who holds the network together, and why."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, final

import attrs
import networkx as nx
import numpy as np

from .._arguments import whole
from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._answers import answers_of, caveats_of
from ._grouping import Group, grouping_of
from ._people import attributes_of, of_answers
from ._positions import positions_of, ranks
from .snapshots import Snapshot, snapshot

__all__ = ["Connectors", "connectors"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Connectors(RowResult):
    """What `connectors` answers: one row for each node with a reason, by falling betweenness.

    Attributes
    ----------
    nodes : tuple of str or int
        Those who connect others, up to `limit`.
    rank : array of int
        Place by betweenness, over the whole network; 1 is the most. Equal values share the
        smallest rank.
    sharing : array of int
        How many nodes of the network have this rank: 1 where nobody shares it.
    rank_without_offices : tuple of int or None
        The rank among those who hold no office; None for office holders.
    reasons : tuple of tuple of str
        Codes: ``"paths"`` (its betweenness is above the mean of the network), ``"cut-off"``
        (without it `cut_off` others lose the largest rest), ``"contacts-apart"`` (less than half of
        the pairs of its contacts are tied, and its constraint is below the median), ``"groups"``
        (its contacts are of several groups, and of more than the mean), ``"organizations"`` (it
        belongs to several).
    betweenness : array of float
        The share of pairs of other nodes, 0 to 1, whose shortest paths run over the node; where a
        pair has several, it counts in parts.
    cut_off : array of int
        How many nodes of its part would be apart from the largest rest without it.
    constraint : array of float
        Burt's C, low where contacts do not know each other; nan without contacts.
    clustering : array of float
        The share of pairs of contacts that are tied; nan with fewer than two contacts.
    degree : array of int
        How many contacts.
    groups : tuple of int or None
        How many different groups the contacts are of; None where no groups were asked for.
    organizations : tuple of int or None
        To how many organizations the node belongs.
    status : tuple of str or None
        How far the node's own word stands behind its ties, see `graph`.
    ordered_by : str
        The measure behind the ranks.
    weight : str, optional
        The attribute of the strengths.
    distance : str
        How long a tie is on a path: ``"1 step"`` or ``"1 / weight"``.
    directed : bool
        Whether paths follow directions. Contacts and parts do not.
    group : str, optional
        The attribute that makes the groups; None without any, or where they were handed in.
    limit : int, optional
        Up to which rank nodes are listed; None: all.
    left_out : int
        How many nodes have a reason and are not listed.
    pairs : int
        How many pairs of other nodes there are for each node (both directions, if directed).
    parts : int
        Into how many parts without a tie between them the network falls.
    n : int
        How many nodes the network has.
    office_holders : int, optional
        How many nodes hold an office.
    asked, answered, named_nobody, no_answer, named_only, not_asked : int, optional
        How many people: asked (answered or not); answered; of these, named nobody; asked without
        answer; only named by others; neither.
    cap : int, optional
        How many people one could name.
    at_cap : int, optional
        How many people named as many.
    caveats : tuple of Caveat
        What the positions can not show.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    rank: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    sharing: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    rank_without_offices: tuple[int | None, ...] = attrs.field(metadata=ROW)
    reasons: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    betweenness: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    cut_off: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    constraint: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    clustering: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    degree: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    groups: tuple[int | None, ...] = attrs.field(metadata=ROW)
    organizations: tuple[int | None, ...] = attrs.field(metadata=ROW)
    status: tuple[str | None, ...] = attrs.field(metadata=ROW)
    ordered_by: str
    weight: str | None
    distance: str
    directed: bool
    group: str | None
    limit: int | None
    left_out: int
    pairs: int
    parts: int
    n: int
    office_holders: int | None
    asked: int | None
    answered: int | None
    named_nobody: int | None
    no_answer: int | None
    named_only: int | None
    not_asked: int | None
    cap: int | None
    at_cap: int | None
    caveats: tuple[Caveat, ...] = ()

    @property
    def without_office_holders(self) -> tuple[str | int, ...]:
        """The nodes that hold no office, in the order of their rank."""
        pairs = zip(self.nodes, self.rank_without_offices, strict=True)
        return tuple([node for node, rank in pairs if rank is not None])


def connectors(
    g: "nx.Graph[Any] | Snapshot",
    *,
    weight: str | None = None,
    group: Group | None = None,
    limit: int | None = 10,
    cap: int | None = None,
) -> Connectors:
    """Tell who holds the network together, with the reasons in numbers.

    Use it to find whom to talk to first, and whose leaving would tear the network apart. It
    describes positions in the ties that were recorded. It is no ranking of people: who was not
    asked, or answered before others could, may connect just as many.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose nodes are text or integers; from `graph` it also knows who was asked, who
        holds an office, and who belongs to which organization.
    weight : str, optional
        The edge attribute with strengths. A strong tie is then a short way: its length is
        1 / strength.
    group : str, mapping, Series or sequence, optional
        A node attribute, such as ``"place"`` or ``"demographics.occupation"``, or the groups: see
        `ei_index`.
    limit : int, optional
        List those of rank 1 to `limit`, by either ranking, with everybody who shares such a rank;
        `left_out` counts the others. None: all who have a reason.
    cap : int, optional
        How many people the question allowed to name.

    Returns
    -------
    Connectors
        One row for each node that has a reason, by rank; of equal rank, in the order of the graph.
        Ids only, never names.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), if no node has the attribute `group` or the
        groups do not fit the nodes, or if `limit` or `cap` is no whole number from 1.

    See Also
    --------
    structural_holes : constraint and its relatives for every node.

    Notes
    -----
    Betweenness of v is the sum over pairs s, t of the share of shortest paths from s to t that run
    over v, over the number of pairs (Freeman 1977), by Brandes' algorithm (2001). Ranks treat
    values as equal that differ by less than a billionth of themselves. With weights, paths whose
    lengths differ by less than 1e-12 of themselves are equally short, so that the order of addition
    does not decide.

    Reasons compare with the mean or median over the nodes of this network: where ties are few,
    nearly everybody is between some others. Where all positions are alike, as in a ring, nobody
    stands out. ``"cut-off"`` and ``"organizations"`` are facts of their own. Reasons of different
    networks are not to be compared.

    Edge cases: no nodes gives no rows; below three nodes nobody is between others (nan). Pairs
    in different parts have no path and count as pairs. Directed: paths follow directions, while
    `cut_off`, contacts, constraint and clustering look at ties in either direction. Isolates,
    self-loops, zero weights: see `snapshot` and `structural_holes`.

    `rank_without_offices` leaves office holders out of the list, not out of the network.

    Where most people were only named by others (a survey whose respondents' contacts were not
    interviewed), ties among them were asked of nobody; a caveat says so.

    The time grows with nodes times ties: for a thousand people with some four thousand ties a tenth
    of a second without weights and half a second with weights, for five thousand two and ten
    seconds.

    References
    ----------
    Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40(1),
    35-41.

    Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical
    Sociology 25(2), 163-177.

    Examples
    --------
    Five invented members of a sewing group. Siti chairs it; Budi alone knows two newcomers.

    >>> from abcd import Community, Membership, Organization, Person, Tie
    >>> from abcd.network import graph
    >>> group = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[Person(f"p{i}", f"Member {i}", asked_on="2024-01-10") for i in range(1, 6)],
    ...     organizations=[Organization("sewing", "Sewing group")],
    ...     memberships=[Membership("p1", "sewing", "chair"), Membership("p2", "sewing")],
    ...     ties=[Tie("p1", "p2"), Tie("p1", "p3"), Tie("p2", "p4"), Tie("p2", "p5")],
    ... )
    >>> found = connectors(graph(group))
    >>> found.nodes, found.rank.tolist(), found.cut_off.tolist()
    (('p2', 'p1'), [1, 2], [2, 1])
    >>> found["p2"]["reasons"]
    ('paths', 'cut-off', 'contacts-apart')

    Without the chair, Budi remains. Nobody has answered so far, and the result says so:

    >>> found.without_office_holders, found.answered
    (('p2',), 0)
    >>> print(found.caveats[-1])
    Not answered themselves: 5 of 5 people. Their ties are known only from others; with their \
answers the picture may change.
    """
    limit = None if limit is None else whole("limit", limit, least=1)
    cap = None if cap is None else whole("cap", cap, least=1)
    arrays = snapshot(g, weight=weight)
    attributes = attributes_of(g, arrays)
    grouping = None if group is None else grouping_of("group", group, g, arrays)
    positions = positions_of(arrays, grouping)
    answers = answers_of(attributes, cap)
    reasons = positions.reasons(answers.organizations)
    rank, sharing = ranks(positions.betweenness)
    free = np.array(answers.free, bool)
    rank_free = np.zeros(len(rank), np.int64)
    rank_free[free] = ranks(positions.betweenness[free])[0]
    rows = [
        row
        for row in np.argsort(rank, kind="stable").tolist()
        if reasons[row] and _is_within(limit, int(rank[row]), int(rank_free[row]))
    ]
    left_out = sum(map(bool, reasons)) - len(rows)
    return Connectors(
        nodes=tuple([arrays.ids[row] for row in rows]),
        rank=rank[rows],
        sharing=sharing[rows],
        rank_without_offices=tuple([int(rank_free[row]) or None for row in rows]),
        reasons=tuple([reasons[row] for row in rows]),
        betweenness=positions.betweenness[rows],
        cut_off=positions.cuts.cut_off[rows],
        constraint=positions.holes.constraint[rows],
        clustering=positions.holes.clustering[rows],
        degree=positions.degree[rows],
        groups=tuple([positions.groups[row] for row in rows]),
        organizations=tuple([answers.organizations[row] for row in rows]),
        status=tuple([answers.status[row] for row in rows]),
        ordered_by="betweenness",
        weight=arrays.weight,
        distance="1 step" if arrays.weights is None else "1 / weight",
        directed=arrays.directed,
        group=None if grouping is None else grouping.name,
        limit=limit,
        left_out=left_out,
        pairs=positions.pairs,
        parts=positions.cuts.parts,
        n=arrays.node_count,
        office_holders=answers.office_holders,
        asked=answers.asked,
        answered=answers.answered,
        named_nobody=answers.named_nobody,
        no_answer=answers.no_answer,
        named_only=answers.named_only,
        not_asked=answers.not_asked,
        cap=cap,
        at_cap=answers.at_cap,
        caveats=(
            Caveat("positions-only"),
            *arrays.caveats,
            *positions.caveats(),
            *(() if grouping is None else grouping.caveats()),
            *_left_out(limit, left_out),
            *caveats_of(answers, cap),
            *of_answers(
                Counter([code for code in answers.status if code is not None]), _AMONG_CONTACTS
            ),
        ),
    )


# What depends on ties among people who may only have been named.
_AMONG_CONTACTS = ("betweenness", "cut_off", "constraint", "clustering")


def _left_out(limit: int | None, count: int) -> Iterator[Caveat]:
    if count:
        yield Caveat("connectors-left-out", {"limit": limit, "count": count})


def _is_within(limit: int | None, rank: int, rank_free: int) -> bool:
    # Both answers are whole: the one with office holders and the one without.
    return limit is None or rank <= limit or 0 < rank_free <= limit
