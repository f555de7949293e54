"""What would change if somebody, or a tie, were added or gone."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, final

import attrs
import networkx as nx
import numpy as np

from .._arguments import whole
from .._work import Executor, Progress, check_work
from ..caveats import Caveat
from ..results import ROW, Result, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats
from ._alterations import Altered, altered
from ._contacts import contacts_of
from ._kernels import holes, oriented
from ._paths import Sums, shortest_paths
from ._people import answering
from ._whole import parts_of
from .snapshots import Snapshot, snapshot

__all__ = ["WhatIf", "WholeNetwork", "what_if"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class WholeNetwork(Result):
    """Measures of a whole network.

    Attributes
    ----------
    nodes, ties : int
        How many.
    density : float, optional
        Ties over pairs, 0 to 1.
    parts, largest_part : int
        How many parts without a tie between them, and the size of the largest.
    pairs, reachable_pairs : int
        How many pairs of nodes there are (ordered, if directed), and how many have a path.
    mean_distance : float, optional
        Steps between the pairs that have a path.
    efficiency : float, optional
        The mean of 1 / steps over all pairs, 0 without a path, 0 to 1.
    caveats : tuple of Caveat
        What is not defined.
    """

    nodes: int
    ties: int
    density: float | None
    parts: int
    largest_part: int
    pairs: int
    reachable_pairs: int
    mean_distance: float | None
    efficiency: float | None
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class WhatIf(RowResult):
    """What `what_if` answers: the network before and after, and the nodes that change most.

    Attributes
    ----------
    nodes : tuple of str or int
        Those whose betweenness changes most, or that have ties added or removed.
    degree_before, degree_after : array of float
        How many contacts; nan in the network that the node is not in.
    betweenness_before, betweenness_after : array of float
        The share of pairs of others, 0 to 1, whose shortest paths run over the node.
    constraint_before, constraint_after : array of float
        Burt's C; nan without contacts.
    before, after : WholeNetwork
        The network as it is, and as it would be.
    added_people, removed_people : tuple of str or int
        Who would come and go.
    ties_added, ties_removed : int
        How many ties would come and go, those of removed people included.
    already_there : tuple of pairs
        Ties to be added that exist.
    not_there : tuple of pairs
        Ties to be removed that do not exist.
    directed : bool
        Whether a tie leads from the first of its pair to the second.
    n : int
        How many nodes are in either network.
    caveats : tuple of Caveat
        What this can not show.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    degree_before: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    degree_after: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    betweenness_before: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    betweenness_after: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    constraint_before: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    constraint_after: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    before: WholeNetwork
    after: WholeNetwork
    added_people: tuple[str | int, ...]
    removed_people: tuple[str | int, ...]
    ties_added: int
    ties_removed: int
    already_there: tuple[tuple[str | int, str | int], ...]
    not_there: tuple[tuple[str | int, str | int], ...]
    directed: bool
    n: int
    caveats: tuple[Caveat, ...] = ()


def what_if(
    g: "nx.Graph[Any] | Snapshot",
    *,
    add_people: Iterable[str | int] = (),
    remove_people: Iterable[str | int] = (),
    add_ties: Iterable[tuple[str | int, str | int]] = (),
    remove_ties: Iterable[tuple[str | int, str | int]] = (),
    limit: int = 10,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> WhatIf:
    """Tell what would change if people or ties came or went.

    Use it before an introduction, a move or a hand-over: it recomputes the network as it would be.
    It does not foresee how the others would answer to the change.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph. It is not changed; weights are not looked at.
    add_people, remove_people : iterable of str or int
        Ids of who would come (new ids) and go. People who go take their ties with them.
    add_ties, remove_ties : iterable of pairs of ids
        Ties between people of the network, new people included. In a directed graph they lead from
        the first to the second.
    limit : int
        List the nodes with ties added or removed, and so many of those whose betweenness changes
        most, with everybody who changes as much.
    executor : Executor, optional
        Shares out the shortest paths. The numbers do not depend on it.
    progress : Progress, optional
        Sees each batch of them, of the network before and then of the one after.

    Returns
    -------
    WhatIf
        The whole before and after, and one row for each node that changes most, by falling change
        of betweenness; of equal change, in the order of the graph, new people last.

    Raises
    ------
    UnknownIdError
        If a person to be removed, or an end of a tie, is not in the network.
    InvalidValueError
        If the graph can not be read (see `snapshot`), a person to be added is there already, or
        stands in both lists, a tie is no pair of two different ids, or `limit` is no whole number
        from 0.

    See Also
    --------
    introductions : which new ties would join most.

    Notes
    -----
    People are added first, then ties added, ties removed, people removed. Paths are in steps, and
    in directed graphs follow the directions; contacts and constraint look at ties in either
    direction. Betweenness is a share of the pairs of other nodes, so that it can fall with
    newcomers, and nan below three nodes.

    Edge cases: without a pair there is no density and no efficiency, without a path no mean
    distance (None). When parts are joined, the mean distance can rise, as pairs count that had no
    path before: efficiency tells whether people came nearer.

    The time grows with nodes times ties: it searches the shortest paths between all pairs twice.

    Examples
    --------
    Invented: Ani and Budi know each other, so do Citra and Dewi. What if Budi met Citra?

    >>> import networkx as nx
    >>> street = nx.Graph([("Ani", "Budi"), ("Citra", "Dewi")])
    >>> found = what_if(street, add_ties=[("Budi", "Citra"), ("Ani", "Budi")])
    >>> found.before.reachable_pairs, found.after.reachable_pairs, found.already_there
    (2, 6, (('Ani', 'Budi'),))
    >>> round(found.before.efficiency, 2), round(found.after.efficiency, 2)
    (0.33, 0.72)
    >>> found["Budi"]["betweenness_before"], round(found["Budi"]["betweenness_after"], 2)
    (0.0, 0.67)

    If only Ani remained, there would be no pair to measure:

    >>> gone = what_if(street, remove_people=["Budi", "Citra", "Dewi"])
    >>> gone.after.density is None, gone.after.caveats[0].code
    (True, 'fewer-than-two-nodes')
    """
    limit = whole("limit", limit, least=0)
    check_work(executor, progress)
    arrays = snapshot(g)
    change = altered(arrays, add_people, remove_people, add_ties, remove_ties)
    search = partial(shortest_paths, distances=None, executor=executor, progress=progress)
    before, after = _measured(arrays, search), _measured(change.after, search)
    place = {id: row for row, id in enumerate((*arrays.ids, *change.added_people))}
    first, second = _spread(before, place), _spread(after, place)
    rows = _changed(first[1], second[1], [place[id] for id in change.touched], limit)
    ids = list(place)
    return WhatIf(
        nodes=tuple([ids[row] for row in rows]),
        degree_before=first[0][rows],
        degree_after=second[0][rows],
        betweenness_before=first[1][rows],
        betweenness_after=second[1][rows],
        constraint_before=first[2][rows],
        constraint_after=second[2][rows],
        before=before.whole,
        after=after.whole,
        added_people=change.added_people,
        removed_people=change.removed_people,
        ties_added=change.ties_added,
        ties_removed=change.ties_removed,
        already_there=change.already_there,
        not_there=change.not_there,
        directed=arrays.directed,
        n=len(place),
        caveats=(
            Caveat("positions-only"),
            *arrays.caveats,
            *_caveats(change),
            *answering(g, ("density", "constraint_before")),
        ),
    )


def _caveats(change: Altered) -> Iterator[Caveat]:
    yield Caveat("what-if-stays")
    if change.already_there or change.not_there:
        data = {"already": len(change.already_there), "missing": len(change.not_there)}
        yield Caveat("what-if-no-change", data)


@attrs.frozen
class _Measured:
    """A network with its measures, one a node in each array."""

    ids: tuple[str | int, ...]
    degree: IntArray
    betweenness: FloatArray
    constraint: FloatArray
    whole: WholeNetwork


def _measured(arrays: Snapshot, search: Callable[[IntArray, IntArray], Sums]) -> _Measured:
    n = arrays.node_count
    contacts = contacts_of(arrays)
    sums = search(arrays.indptr, arrays.indices)
    others = max(n - 1, 0) * max(n - 2, 0)
    between = sums.between / others if others else np.full(n, np.nan)
    constraint = holes(oriented(*contacts)).constraint
    ordered = n * (n - 1)
    half = 1 if arrays.directed else 2
    reached = int(sums.reached.sum())
    parts = parts_of(arrays)
    missing = [] if reached else ["mean_distance"]
    whole_network = WholeNetwork(
        nodes=n,
        ties=arrays.tie_count,
        density=len(arrays.indices) / ordered if ordered else None,
        parts=len(parts.sizes),
        largest_part=int(parts.sizes.max(initial=0)),
        pairs=ordered // half,
        reachable_pairs=reached // half,
        mean_distance=float(sums.far.sum()) / reached if reached else None,
        efficiency=float(sums.near.sum()) / ordered if ordered else None,
        caveats=tuple(_caveats_of_whole(n, missing)),
    )
    return _Measured(arrays.ids, contacts.degrees, between, constraint, whole_network)


def _caveats_of_whole(n: int, missing: list[str]) -> Iterator[Caveat]:
    if n < 2:
        fields = ("density", "efficiency", *missing)
        yield Caveat("fewer-than-two-nodes", {"fields": fields})
    elif missing:
        yield Caveat("no-ties", {"fields": tuple(missing)})


def _spread(found: _Measured, place: dict[str | int, int]) -> tuple[FloatArray, ...]:
    """Put the measures in the places of all nodes of either network, nan elsewhere."""
    rows = [place[id] for id in found.ids]
    columns = (found.degree, found.betweenness, found.constraint)
    spread = []
    for column in columns:
        values = np.full(len(place), np.nan)
        values[rows] = column
        spread.append(values)
    return tuple(spread)


def _changed(before: FloatArray, after: FloatArray, touched: list[int], limit: int) -> list[int]:
    """List the rows that changed most, and those that were touched, by falling change."""
    change = np.abs(np.nan_to_num(after) - np.nan_to_num(before))
    # Differences below this come from rounding.
    change[change < 1e-12] = 0
    least = np.sort(change)[::-1][min(limit, len(change)) - 1] if limit and len(change) else np.inf
    listed = (change >= least) & (change > 0)
    listed[touched] = True
    order = np.argsort(-change, kind="stable")
    return [row for row in order.tolist() if listed[row]]
