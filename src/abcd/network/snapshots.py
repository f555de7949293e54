"""A network in arrays: read once from networkx, then accepted by every measure."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, TypeAlias, final

import attrs
import networkx as nx
import numpy as np
import numpy.typing as npt
from scipy import sparse

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden, shown
from ..fields import to_code, to_number
from ..results import Result
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers

__all__ = ["Node", "Snapshot", "WEIGHTS", "check_weights", "snapshot"]

Node: TypeAlias = str | int

# Inside these bounds no product, sum or inverse of weights leaves the range of a float.
_LEAST, _MOST = 1e-90, 1e90
WEIGHTS = "a number from 1e-90 to 1e90: a strength, larger is closer"


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
        faults = list(_faults(self))
        if faults:
            raise InvalidValueError(*faults)

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

    def __repr__(self) -> str:
        kind = "directed" if self.directed else "undirected"
        weight = "" if self.weights is None else f", weight {shown(self.weight)}"
        return f"<Snapshot: {self.node_count:,} nodes, {self.tie_count:,} ties, {kind}{weight}>"

    def __str__(self) -> str:
        return "\n".join([repr(self), *[f"  ! {caveat}" for caveat in self.caveats]])


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
    rows = [row for _, row in _simple(graph).adjacency()]
    ids = _ids(graph)
    n = len(ids)
    indptr = np.zeros(n + 1, np.int64)
    np.cumsum(np.fromiter(map(len, rows), np.int64, n), out=indptr[1:])
    indices = _positions(ids, rows, int(indptr[-1]))
    weights = None if weight is None else _weights(ids, rows, weight)
    sources = np.repeat(np.arange(n), np.diff(indptr))
    loops = sources == indices
    self_loops = int(np.count_nonzero(loops))
    if self_loops:
        indptr -= np.concatenate([[0], np.cumsum(np.bincount(sources[loops], minlength=n))])
        indices = indices[~loops]
        weights = weights if weights is None else weights[~loops]
    indices, weights = _sorted_rows(indptr, indices, weights)
    return _sound(
        ids=ids,
        indptr=indptr,
        indices=indices,
        weights=weights,
        weight=weight,
        directed=graph.is_directed(),
        self_loops=self_loops,
        caveats=(Caveat("self-loops", {"count": self_loops}),) if self_loops else (),
    )


def _sound(*, indptr: IntArray, indices: IntArray, **others: Any) -> Snapshot:
    """Make a snapshot without checking it: rows of a graph are right by construction.

    The check would take an eighth of the time of `structural_holes`.
    """
    made = object.__new__(Snapshot)
    fields = {"indptr": to_integers(indptr), "indices": to_integers(indices), **others}
    fields["weights"] = _to_weights(others["weights"])
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


# --- reading a graph -----------------------------------------------------------------------------


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


def _simple(graph: "nx.Graph[Any]") -> "nx.Graph[Any]":
    """Turn a multigraph into a graph, or refuse it where that would lose an edge."""
    if not graph.is_multigraph():
        return graph
    for source, row in graph.adjacency():
        for target, keyed in row.items():
            if len(keyed) > 1:
                found = f"{len(keyed)} edges between {shown(source)} and {shown(target)}"
                accepted = "one edge a pair: combine them first, by a rule that you name"
                raise InvalidValueError(Fault("graph", found, accepted, "parallel-ties"))
    return nx.DiGraph(graph) if graph.is_directed() else nx.Graph(graph)


def _ids(nodes: Iterable[Any]) -> tuple[Node, ...]:
    ids = tuple(nodes)
    if set(map(type, ids)) <= {str, int}:
        return ids
    return tuple([_plain(node) for node in ids])


def _plain(node: object) -> Node:
    plain = to_code(node) if isinstance(node, str) else to_number(node)  # type: ignore[arg-type]  # what is no number comes back
    if type(plain) is str or type(plain) is int:
        return plain
    raise InvalidValueError(Fault("graph", f"the node {shown(node)}", "text or integers", "node"))


def _positions(ids: tuple[Node, ...], rows: Iterable[Collection[Any]], count: int) -> IntArray:
    """Find the position of each contact, row after row."""
    contacts = chain.from_iterable(rows)
    known = _as_integers(ids)
    if known is None:
        place = dict(zip(ids, range(len(ids)), strict=True))
        return np.fromiter(map(place.__getitem__, contacts), np.int64, count)
    # Integers need no look-up one by one, which is most of the cost of leaving networkx.
    found = np.fromiter(contacts, np.int64, count)
    if np.array_equal(known, np.arange(len(ids))):
        return found
    order = np.argsort(known)
    return order[np.searchsorted(known[order], found)]


def _as_integers(ids: tuple[Node, ...]) -> IntArray | None:
    if set(map(type, ids)) != {int}:
        return None
    try:
        return np.fromiter(ids, np.int64, len(ids))
    except OverflowError:
        return None


def _weights(ids: tuple[Node, ...], rows: Iterable[Mapping[Any, Any]], weight: str) -> FloatArray:
    values = [data.get(weight) for row in rows for data in row.values()]
    if not set(map(type, values)) <= {int, float}:
        values = [to_number(value) for value in values]
    if set(map(type, values)) <= {int, float} and all(map(_is_strength, values)):
        return np.array(values, np.float64)
    position = next(at for at, value in enumerate(values) if not _is_strength(value))
    edges = [(source, target) for source, row in zip(ids, rows, strict=True) for target in row]
    source, target = edges[position]
    where = f"weight {shown(weight)} of the edge from {shown(source)} to {shown(target)}"
    raise InvalidValueError(Fault(where, shown(values[position]), WEIGHTS, "weight"))


def _is_strength(value: Any) -> bool:
    return (type(value) is float or type(value) is int) and _LEAST <= value <= _MOST


def _sorted_rows(
    indptr: IntArray, indices: IntArray, weights: FloatArray | None
) -> tuple[IntArray, FloatArray | None]:
    n = len(indptr) - 1
    # Sorted by positions, not by weights: the numbers carried along are places, or the weights.
    data = np.empty(len(indices), np.int8) if weights is None else weights
    matrix = sparse.csr_array((data, indices, indptr), shape=(n, n))
    matrix.sort_indices()
    carried = None if weights is None else np.asarray(matrix.data, np.float64)
    return matrix.indices.astype(np.int64), carried


# --- what arrays must be -------------------------------------------------------------------------


def check_weights(path: str, weights: FloatArray) -> Iterator[Fault]:
    """Report the first weight that is no strength."""
    wrong = np.flatnonzero(~((weights >= _LEAST) & (weights <= _MOST)))
    if len(wrong):
        first = int(wrong[0])
        yield Fault(f"{path}[{first}]", shown(float(weights[first])), WEIGHTS, "weight")


def _faults(arrays: Snapshot) -> Iterator[Fault]:
    ids, indptr, indices = arrays.ids, arrays.indptr, arrays.indices
    n = len(ids)
    if not set(map(type, ids)) <= {str, int} or len(set(ids)) < n:
        yield Fault("ids", f"{n} values", "text or integers, each once", "node")
    if indptr.shape != (n + 1,) or indices.ndim != 1 or not _are_rows(indptr, len(indices)):
        accepted = f"{n + 1} rising positions from 0 to {indices.size}"
        yield Fault("indptr", f"an array of shape {indptr.shape}", accepted, "rows")
        return
    if len(indices) and not (indices.min() >= 0 and indices.max() < n):
        yield Fault("indices", "a position that is no node's", f"positions below {n}", "contacts")
        return
    if arrays.weights is not None:
        if arrays.weights.shape != indices.shape:
            found, accepted = f"shape {arrays.weights.shape}", f"one for each of {len(indices)}"
            yield Fault("weights", found, accepted, "length")
            return
        yield from check_weights("weights", arrays.weights)
    sources = arrays.sources
    if np.any(sources == indices):
        yield Fault("indices", "a node tied to itself", "ties between two nodes", "self-tie")
    # Each arc is one number, so that order and repetition are seen in one comparison.
    keys = sources * n + indices
    if np.any(keys[1:] <= keys[:-1]):
        yield Fault("indices", "a row out of order", "rising positions in a row", "contacts")
    elif not arrays.directed and not _is_symmetric(arrays, keys):
        accepted = "each undirected tie in the rows of both ends, with one weight"
        yield Fault("indices", "a tie that stands in one row only", accepted, "one-sided")


def _are_rows(indptr: IntArray, count: int) -> bool:
    return bool(indptr[0] == 0 and indptr[-1] == count and np.all(indptr[1:] >= indptr[:-1]))


def _is_symmetric(arrays: Snapshot, keys: IntArray) -> bool:
    n = arrays.node_count
    weights = np.ones(len(keys)) if arrays.weights is None else arrays.weights
    matrix = sparse.csr_array((weights, arrays.indices, arrays.indptr), shape=(n, n)).tocsc()
    return bool(
        np.array_equal(matrix.indptr, arrays.indptr)
        and np.array_equal(matrix.indices, arrays.indices)
        and np.array_equal(matrix.data, weights)
    )
