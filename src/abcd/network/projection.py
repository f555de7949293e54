"""Who is connected through what they share? One mode of a two-mode network, and the reasons."""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal, TypeVar, final

import attrs
import networkx as nx
import numpy as np
import numpy.typing as npt

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, UnknownIdError, nearest, shown
from ..results import ROW, Result
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ..results.display import ShownInRows
from ._incidence import Incidence, newman_weights, tied_pairs
from ._joined import join
from ._modes import Mode, modes_of
from ._pooling import pooled
from ._rows import Node, position_of
from .snapshots import Snapshot, pooled_snapshot

__all__ = ["Projection", "project"]

# From this share of tied pairs on, who is tied to whom says next to nothing.
_SATURATED = 0.5
_WEIGHTS = ("count", "newman", "jaccard")

_T = TypeVar("_T", bound=np.generic)


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Projection(Result, ShownInRows):
    """What `project` answers: one row for each pair of nodes that share something.

    As a table (`columns`, `records`) each row has the ids of both, `count`, `newman`, `jaccard`,
    and `shared`, the reason: the ids of what they share. ``projection[id]`` has the same of one
    node and all its partners.

    Attributes
    ----------
    sources, targets : array of int, shape (n_pairs,)
        Positions in `nodes` of both ends; the smaller first, pairs in rising order.
    count : array of int, shape (n_pairs,)
        How many they share, from 1.
    nodes : tuple of str or int
        All nodes of the mode, those without a partner too.
    through : tuple of str or int
        The nodes of the other mode.
    indptr, indices : array of int
        What node i belongs to: positions in `through`, at ``indptr[i]`` up to ``indptr[i + 1]``.
    onto : str, optional
        The name of the mode, where it has one.
    density : float, optional
        The share of all pairs that are tied.
    method : str
        The weights.
    n : int
        How many nodes.
    n_pairs : int
        How many pairs are tied.
    n_alone : int
        How many nodes have no partner.
    caveats : tuple of Caveat
        What the ties can not show.
    """

    sources: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    targets: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    count: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    # Not a value a pair, but nothing to show in one line either.
    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    through: tuple[str | int, ...] = attrs.field(metadata=ROW)
    indptr: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    indices: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    onto: str | None
    density: float | None
    method: str
    n: int
    n_pairs: int
    n_alone: int
    caveats: tuple[Caveat, ...] = ()

    def __attrs_post_init__(self) -> None:
        faults = list(_faults(self))
        if faults:
            raise InvalidValueError(*faults)

    @cached_property
    def newman(self) -> FloatArray:
        """Give each pair the sum of 1 / (k - 1) over what they share, k how many have it.

        To be one of two counts 1, to be one of a hundred next to nothing.
        """
        return _kept(newman_weights(self._incidence))

    @cached_property
    def jaccard(self) -> FloatArray:
        """Give each pair what they share over what at least one of them has, above 0 to 1."""
        sizes = self._incidence.row_sizes
        together = sizes[self.sources] + sizes[self.targets] - self.count
        return _kept(self.count / together)

    @property
    def _incidence(self) -> Incidence:
        return Incidence(self.indptr, self.indices, len(self.through))

    @property
    def shared(self) -> tuple[tuple[str | int, ...], ...]:
        """Give the reason for each tie: the ids of what both ends share. Worked out when asked."""
        return self._shared(np.arange(len(self.sources)))

    def columns(self) -> dict[str, list[Any]]:
        """Return one row for each tied pair."""
        return self._rows(np.arange(len(self.sources)), self.sources, self.targets)

    def graph(self) -> "nx.Graph[Any]":
        """Return an ordinary networkx graph.

        All nodes of the mode are in it. Edges have `count`, `newman` and `jaccard`, and `shared`
        as one text. The attributes of nodes are not kept:
        ``made.add_nodes_from((node, g.nodes[node]) for node in made)`` brings them along.
        """
        made: nx.Graph[Any] = nx.Graph(onto=self.onto or "")
        made.add_nodes_from(self.nodes)
        for row in self.records():
            shared = join(map(str, row.pop("shared")))
            made.add_edge(row.pop("source"), row.pop("target"), **row, shared=shared)
        return made

    def snapshot(self, *, weight: Literal["count", "newman", "jaccard"] | None = None) -> Snapshot:
        """Return the projection in arrays for other measures, without a graph between.

        Raises
        ------
        InvalidValueError
            If `weight` is no weight of a projection.
        """
        if weight is not None and not (isinstance(weight, str) and weight in _WEIGHTS):
            accepted = f"{nearest(weight, _WEIGHTS)}, or None"
            raise InvalidValueError(Fault("weight", shown(weight), accepted, "value"))
        strengths = to_floats(self.count if weight is None else getattr(self, weight))
        ends = self.sources, self.targets
        rows = pooled(self.nodes, ends, strengths, directed=False, combine=None)
        return pooled_snapshot(self.nodes, rows, weight=weight, directed=False)

    def __len__(self) -> int:
        return len(self.sources)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.records())

    def __getitem__(self, id: str | int) -> dict[str, Any]:
        """Return a node with its partners, what ties it to each, and all that it belongs to.

        Raises
        ------
        UnknownIdError
            If no node of the mode has the id; the nearest ids are named.
        """
        position = position_of(self.nodes, id)
        if position is None:
            texts = [node for node in self.nodes if isinstance(node, str)]
            accepted = nearest(id, texts) if texts else f"one of {len(self.nodes):,} whole numbers"
            raise UnknownIdError("nodes", shown(id), accepted)
        pairs = np.flatnonzero((self.sources == position) | (self.targets == position))
        partners = self.sources[pairs] + self.targets[pairs] - position
        rows = self._rows(pairs, np.full(len(pairs), position), partners)
        own = self.indices[self.indptr[position] : self.indptr[position + 1]].tolist()
        return {
            "node": self.nodes[position],
            "belongs_to": tuple([self.through[at] for at in own]),
            "partners": tuple(rows["target"]),
            **{name: tuple(rows[name]) for name in (*_WEIGHTS, "shared")},
        }

    def _rows(self, pairs: IntArray, sources: IntArray, targets: IntArray) -> dict[str, list[Any]]:
        return {
            "source": [self.nodes[position] for position in sources.tolist()],
            "target": [self.nodes[position] for position in targets.tolist()],
            **{name: getattr(self, name)[pairs].tolist() for name in _WEIGHTS},
            "shared": list(self._shared(pairs)),
        }

    def _shared(self, pairs: IntArray) -> tuple[tuple[str | int, ...], ...]:
        bounds, belongs = self.indptr.tolist(), self.indices.tolist()
        rows = [belongs[begin:end] for begin, end in pairwise(bounds)]
        sets = [frozenset(row) for row in rows]
        ends = zip(self.sources[pairs].tolist(), self.targets[pairs].tolist(), strict=True)
        return tuple(
            [
                tuple([self.through[at] for at in rows[source] if at in sets[target]])
                for source, target in ends
            ]
        )


def project(g: "nx.Graph[Any] | Snapshot", onto: Mode) -> Projection:
    """Tie the nodes of one mode that share nodes of the other, each tie with its reason.

    Two people who belong to the same association can know each other from there. What that is
    worth depends on how many belong to it: take `newman` or `count` as weight, not the bare ties.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose edges lead from one mode to the other, such as `two_mode` gives. It is not
        changed; weights and directions are not looked at.
    onto : {0, 1}, str, or iterable of str or int
        The mode whose nodes are to be tied: the value of their attribute ``bipartite``, or of
        their attribute ``mode`` (``"people"``), or the nodes themselves. A snapshot has no
        attributes: name the nodes.

    Returns
    -------
    Projection
        One row a tied pair, in arrays; ``.graph()`` and ``.snapshot()`` hand it to any measure.
        Nodes stand in the order of the graph.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), the modes are not told apart, or an edge
        joins two nodes of one mode; the edge is named.

    See Also
    --------
    two_mode : people by organizations, assets or events.
    two_mode_centrality, two_mode_cohesion : measures that need no projection.

    Notes
    -----
    For a pair i, j with s shared nodes, of which e has k_e members:

    - count = s;
    - newman = sum over them of 1 / (k_e - 1): each member divides a time of 1 among the others, so
      that a node's weights add up to the number of things that it shares with anybody;
    - jaccard = s / (d_i + d_j - s), d how many a node belongs to.

    Edge cases: what has one member ties nobody. A node without partner stays, and is counted. With
    fewer than two nodes the density is None. Self-loops are left out and counted. One large event
    ties everybody with everybody: where at least half of all pairs are tied, a caveat says that
    the bare ties can not be analysed. The pairs are found in one sparse product, so that memory
    grows with the number of tied pairs.

    References
    ----------
    Newman, M. E. J. (2001). Scientific collaboration networks. II. Physical Review E 64, 016132,
    equation 2.

    Borgatti, S. P. & Halgin, D. S. (2011). Analyzing affiliation networks. In: The SAGE Handbook
    of Social Network Analysis, chapter 28.

    Examples
    --------
    Invented: who prays together, and two who also save together.

    >>> import networkx as nx
    >>> village = nx.Graph([(name, "mosque") for name in ("Ani", "Budi", "Citra", "Dewi")])
    >>> village.add_edges_from([("Ani", "savings"), ("Budi", "savings")])
    >>> village.add_node("Eko")
    >>> ties = project(village, ["Ani", "Budi", "Citra", "Dewi", "Eko"])
    >>> ties["Ani"]["partners"], [round(value, 2) for value in ties["Ani"]["newman"]]
    (('Budi', 'Citra', 'Dewi'), [1.33, 0.33, 0.33])
    >>> ties["Ani"]["shared"][0]
    ('mosque', 'savings')

    The mosque alone ties six of ten pairs, and Eko to nobody:

    >>> for caveat in ties.caveats:
    ...     print(caveat)
    6 of 10 pairs are tied: who is tied to whom says next to nothing. Use the weights (count, \
newman or jaccard), or measures of the two-mode network itself.
    Without anything shared with others: 1 of 5 nodes. They stay in the network, without a tie.
    """
    modes = modes_of(g, "onto", onto)
    incidence = modes.incidence
    pairs = tied_pairs(incidence)
    n, tied = incidence.rows, len(pairs.sources)
    has_partner = np.zeros(n, np.bool_)
    has_partner[pairs.sources] = has_partner[pairs.targets] = True
    alone = n - int(np.count_nonzero(has_partner))
    possible = n * (n - 1) // 2
    return _sound(
        sources=_kept(pairs.sources),
        targets=_kept(pairs.targets),
        count=_kept(pairs.common),
        nodes=modes.chosen_ids,
        through=modes.rest_ids,
        indptr=_kept(incidence.indptr),
        indices=_kept(incidence.indices),
        onto=modes.name,
        density=tied / possible if possible else None,
        method="count; Newman 2001; Jaccard",
        n=n,
        n_pairs=tied,
        n_alone=alone,
        caveats=(*modes.arrays.caveats, *_caveats(incidence, tied, alone)),
    )


def _sound(**fields: Any) -> Projection:
    """Make a projection without checks and copies: pairs that were just found are right."""
    made = object.__new__(Projection)
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def _kept(array: npt.NDArray[_T]) -> npt.NDArray[_T]:
    array.setflags(write=False)
    return array


def _caveats(incidence: Incidence, tied: int, alone: int) -> Iterator[Caveat]:
    n = incidence.rows
    possible = n * (n - 1) // 2
    if n < 2:
        yield Caveat("no-pair-in-mode", {"count": n, "fields": ("density",)})
        return
    if n > 2 and tied >= _SATURATED * possible:
        yield Caveat("projection-saturated", {"tied": tied, "pairs": possible})
    if alone:
        yield Caveat("no-partner", {"count": alone, "total": n})


# --- what a projection must be -------------------------------------------------------------------


def _faults(made: Projection) -> Iterator[Fault]:
    for name in ("nodes", "through"):
        ids: tuple[Node, ...] = getattr(made, name)
        if not set(map(type, ids)) <= {str, int} or len(set(ids)) < len(ids):
            yield Fault(name, f"{len(ids)} values", "text or integers, each once", "node")
    if not _are_memberships(made):
        found = f"{made.indptr.size} and {made.indices.size} positions"
        accepted = f"{len(made.nodes) + 1} rising ones, and rising ones below {len(made.through)}"
        yield Fault("indptr", found, f"{accepted} for each node", "rows")
        return
    pairs = tied_pairs(Incidence(made.indptr, made.indices, len(made.through)))
    for name, array in zip(("sources", "targets", "count"), pairs, strict=True):
        found = getattr(made, name)
        if not np.array_equal(found, array):
            accepted = f"what the memberships give, {array.size} values"
            yield Fault(name, f"{found.size} others", accepted, "pairs")


def _are_memberships(made: Projection) -> bool:
    indptr, indices, n = made.indptr, made.indices, len(made.nodes)
    if indptr.shape != (n + 1,) or indices.ndim != 1:
        return False
    if indptr[0] != 0 or indptr[-1] != len(indices) or np.any(indptr[1:] < indptr[:-1]):
        return False
    keys = np.repeat(np.arange(n), np.diff(indptr)) * len(made.through) + indices
    in_range = np.all(indices >= 0) and np.all(indices < len(made.through))
    return bool(in_range and np.all(keys[1:] > keys[:-1]))
