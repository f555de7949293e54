"""A network in arrays: read once from networkx, then accepted by every measure."""

from collections.abc import Iterable, Iterator
from typing import Any, final

import attrs
import networkx as nx
import numpy as np
import numpy.typing as npt

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, UnknownIdError, hidden, nearest, shown
from ..fields import FLAG, to_flag
from ..results import Result
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._pooling import Combine, Pooled, checked_rule, pooled
from ._reading import read_graph
from ._rows import (
    WEIGHTS,
    Node,
    Rows,
    check_weights,
    faults_of_rows,
    position_of,
    read_ties,
)

__all__ = ["Node", "Snapshot", "WEIGHTS", "check_weights", "pooled_snapshot", "snapshot"]


def _to_weights(value: npt.ArrayLike | None) -> FloatArray | None:
    return None if value is None else to_floats(value)


def _equal_or_none(left: FloatArray | None, right: FloatArray | None) -> bool:
    if left is None or right is None:
        return left is right
    return np.array_equal(left, right)


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Snapshot(Result):
    """A network in read-only arrays: compressed sparse rows, one row for each node.

    Make one with `snapshot`; every function of this room that takes a graph takes it too, and
    reading the graph anew, which costs most, falls away.

    Attributes
    ----------
    ids : tuple of str or int
        The nodes, in the order of the graph.
    indptr : array of int, shape (n_nodes + 1,)
        The contacts of node i stand at ``indptr[i]`` up to ``indptr[i + 1]``.
    indices : array of int
        Positions of the contacts, rising within each row. Undirected: each tie stands in the rows
        of both its ends. Directed: in the row of its source.
    weights : array of float, optional
        Strengths in the order of `indices`; None where they are not looked at.
    weight : str, optional
        The attribute that the strengths come from.
    directed : bool
        Whether a tie leads from a source to a target.
    self_loops : int
        How many ties from a node to itself were left out.
    caveats : tuple of Caveat
        What was left out.

    Raises
    ------
    InvalidValueError
        If the arrays describe no network: ids that are no text or integers or stand twice,
        positions out of range, out of order or twice in a row, a node tied to itself, weights that
        are no strengths, an undirected tie that stands in one row only.
    """

    ids: tuple[str | int, ...]
    indptr: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS)
    indices: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS)
    weights: FloatArray | None = attrs.field(
        default=None, converter=_to_weights, eq=attrs.cmp_using(eq=_equal_or_none)
    )
    weight: str | None = None
    directed: bool = False
    self_loops: int = 0
    caveats: tuple[Caveat, ...] = ()

    def __attrs_post_init__(self) -> None:
        rows = Rows(self.ids, self.indptr, self.indices, self.weights, self.directed)
        faults = list(faults_of_rows(rows))
        if faults:
            raise InvalidValueError(*faults)

    @classmethod
    def from_ties(
        cls,
        ids: Iterable[str | int],
        sources: Iterable[str | int],
        targets: Iterable[str | int],
        *,
        weights: Iterable[float] | npt.ArrayLike | None = None,
        weight: str = "weight",
        directed: bool = False,
        combine: Combine | None = None,
    ) -> "Snapshot":
        """Make a snapshot from lists, arrays or columns of a table, without a graph.

        Parameters
        ----------
        ids : sequence of str or int, shape (n_nodes,)
            All nodes, each once, those without ties too.
        sources, targets : sequence of str or int, shape (n_ties,)
            The ids at both ends of each tie.
        weights : sequence of float, shape (n_ties,), optional
            Strengths: larger is closer. None: no strengths are looked at.
        weight : str
            What the strengths are called.
        directed : bool
            Whether a tie leads from its source to its target only.
        combine : {"sum", "max", "min", "mean", "count"}, optional
            How several ties between the same two become one; None is refused where there are
            such. ``"count"`` takes their number as strength, also where `weights` are given;
            without weights the other rules give no strength.

        Returns
        -------
        Snapshot
            Nodes in the order of `ids`. Ties from a node to itself are left out and counted.

        Raises
        ------
        InvalidValueError
            If lengths differ, an id stands twice or is neither text nor integer, a tie leads to
            an id that is not there, or a weight is no strength; every row is named. If parallel
            ties have no rule.

        Examples
        --------
        Two invented surveys named the same tie:

        >>> pairs = Snapshot.from_ties(
        ...     ["p1", "p2", "p3"],
        ...     ["p1", "p2"],
        ...     ["p2", "p1"],
        ...     weights=[1, 3],
        ...     combine="max",
        ... )
        >>> pairs["p2"]
        {'id': 'p2', 'contacts': ('p1',), 'weights': (3.0,), 'degree': 1}
        """
        checked_rule(combine)
        faults = list(FLAG.faults("directed", to_flag(directed)))
        if not isinstance(weight, str):
            faults.append(Fault("weight", shown(weight), "the name of the strengths", "value"))
        if faults:
            raise InvalidValueError(*faults)
        labels, ends, strengths = read_ties(ids, sources, targets, weights)
        rows = pooled(labels, ends, strengths, directed=directed, combine=combine)
        named = weight if weights is not None or combine == "count" else None
        return pooled_snapshot(labels, rows, weight=named, directed=directed)

    @property
    def node_count(self) -> int:
        """How many nodes there are."""
        return len(self.ids)

    @property
    def tie_count(self) -> int:
        """How many ties there are; an undirected one counts once."""
        return len(self.indices) if self.directed else len(self.indices) // 2

    @property
    def sources(self) -> IntArray:
        """Positions of the nodes in whose rows the `indices` stand, one for each."""
        return np.repeat(np.arange(self.node_count), np.diff(self.indptr))

    def columns(self) -> dict[str, list[Any]]:
        """Return one row for each tie: its two ends, and its weight where there are weights.

        An undirected tie has one row, the node that comes first in `ids` as its source.
        """
        sources = self.sources
        shown_once = np.ones(len(sources), bool) if self.directed else sources < self.indices
        columns: dict[str, list[Any]] = {
            "source": [self.ids[position] for position in sources[shown_once].tolist()],
            "target": [self.ids[position] for position in self.indices[shown_once].tolist()],
        }
        if self.weights is not None:
            columns["weight"] = self.weights[shown_once].tolist()
        return columns

    def __getitem__(self, id: str | int) -> dict[str, Any]:
        """Return the contacts of a node; of a directed network those that it leads to.

        Raises
        ------
        UnknownIdError
            If there is no such node; the nearest ids are named.
        """
        position = position_of(self.ids, id)
        if position is None:
            texts = [node for node in self.ids if isinstance(node, str)]
            accepted = nearest(id, texts) if texts else f"one of {len(self.ids):,} whole numbers"
            raise UnknownIdError("ids", shown(id), accepted)
        return self._row(position)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return map(self._row, range(self.node_count))

    def __len__(self) -> int:
        return self.node_count

    def _row(self, position: int) -> dict[str, Any]:
        row = slice(*self.indptr[position : position + 2].tolist())
        contacts = tuple([self.ids[contact] for contact in self.indices[row].tolist()])
        return {
            "id": self.ids[position],
            "contacts": contacts,
            "weights": None if self.weights is None else tuple(self.weights[row].tolist()),
            "degree": len(contacts),
        }

    def __repr__(self) -> str:
        kind = "directed" if self.directed else "undirected"
        weight = "" if self.weights is None else f", weight {shown(self.weight)}"
        nodes, ties = _counted(self.node_count, "node"), _counted(self.tie_count, "tie")
        return f"<Snapshot: {nodes}, {ties}, {kind}{weight}>"

    def __str__(self) -> str:
        return "\n".join([repr(self), *[f"  ! {caveat}" for caveat in self.caveats]])


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def snapshot(graph: "nx.Graph[Any] | Snapshot", *, weight: str | None = None) -> Snapshot:
    """Read a networkx graph into arrays, once, for many measures on the same network.

    Parameters
    ----------
    graph : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose nodes are text or integers; it is not changed. A snapshot is handed back as
        it is. A multigraph is accepted where no two of its edges join the same pair.
    weight : str, optional
        The edge attribute that holds strengths: larger is closer. None ignores all weights. For a
        snapshot only its own is accepted, or None, which takes it as it is.

    Returns
    -------
    Snapshot
        Nodes in the order of the graph. Self-loops are left out and counted.

    Raises
    ------
    InvalidValueError
        If it is no graph; if a node is neither text nor integer, or an edge has no weight, or one
        that is no strength (0, negative, nan, infinite, text), with the node or edge named; if two
        edges join the same pair.

    Notes
    -----
    Policy for what networkx leaves open. A weight that is missing is not taken as 1. A weight of 0
    would be a tie of no strength: leave the edge out instead. Parallel edges are never pooled here:
    `graph` has rules for it, each with its name.

    Examples
    --------
    Three invented neighbors in a row, and one who is tied to nobody but herself.

    >>> import networkx as nx
    >>> street = nx.Graph([("Ani", "Budi"), ("Budi", "Citra"), ("Dewi", "Dewi")])
    >>> arrays = snapshot(street)
    >>> arrays, arrays.self_loops
    (<Snapshot: 4 nodes, 2 ties, undirected>, 1)
    >>> arrays.indices[arrays.indptr[1] : arrays.indptr[2]].tolist()  # the contacts of Budi
    [0, 2]
    """
    _check_arguments(graph, weight)
    if isinstance(graph, Snapshot):
        return graph
    ids, rows = read_graph(graph, weight)
    return pooled_snapshot(ids, rows, weight=weight, directed=graph.is_directed())


def pooled_snapshot(
    ids: tuple[Node, ...], rows: Pooled, *, weight: str | None, directed: bool
) -> Snapshot:
    """Make a snapshot without checking it: rows that were just put in order are right.

    The check would take an eighth of the time of `structural_holes`.
    """
    made = object.__new__(Snapshot)
    loops = rows.self_loops
    fields = {
        "ids": ids,
        "indptr": to_integers(rows.indptr),
        "indices": to_integers(rows.indices),
        "weights": None if weight is None else _to_weights(rows.weights),
        "weight": weight,
        "directed": directed,
        "self_loops": loops,
        "caveats": (Caveat("self-loops", {"count": loops}),) if loops else (),
    }
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def _check_arguments(graph: object, weight: object) -> None:
    if not isinstance(graph, nx.Graph | Snapshot):
        accepted = "a networkx Graph or DiGraph, or a Snapshot"
        raise InvalidValueError(Fault("graph", hidden(graph), accepted, "value"))
    if weight is not None and not isinstance(weight, str):
        accepted = "the name of an edge attribute, or None"
        raise InvalidValueError(Fault("weight", shown(weight), accepted, "value"))
    if isinstance(graph, Snapshot) and weight not in (None, graph.weight):
        accepted = f"None, or the weight of the snapshot itself: {shown(graph.weight)}"
        raise InvalidValueError(Fault("weight", shown(weight), accepted, "other-weight"))
