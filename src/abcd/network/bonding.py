"""Who is tied inside the own group, and who reaches other groups? Bonding and bridging ties."""

from collections.abc import Iterator
from typing import Any, final

import attrs
import networkx as nx
import numpy as np

from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats
from ._contacts import contacts_of
from ._grouping import Group, grouping_of, groups_met
from ._people import answering
from .snapshots import Snapshot, snapshot

__all__ = ["BondingBridging", "bonding_bridging"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class BondingBridging(RowResult):
    """What `bonding_bridging` answers: one row a node, in the order of the graph.

    Attributes
    ----------
    nodes : tuple of str or int
        Their labels.
    groups : tuple of str, int or None
        The group of each; None where it is not known.
    bonding : array of float, shape (n_nodes,)
        How many contacts in the own group; nan where the node's own group is not known.
    bridging : array of float, shape (n_nodes,)
        How many contacts in other groups; nan likewise.
    groups_reached : array of float, shape (n_nodes,)
        How many other groups these are of; nan likewise.
    unknown : array of float, shape (n_nodes,)
        How many contacts of unknown group, which count as neither; nan likewise.
    bonding_share : array of float, shape (n_nodes,)
        `bonding` over all contacts of known group; nan where there are none.
    bridging_share : array of float, shape (n_nodes,)
        `bridging` over the same.
    bonding_pairs : int
        Pairs in contact inside a group, in the whole network.
    bridging_pairs : int
        Pairs in contact across groups.
    group : str, optional
        The attribute; None where the groups were handed in.
    directed : bool
        Whether contacts were taken in either direction.
    method : str
        What was counted.
    n : int
        How many nodes have a known group.
    caveats : tuple of Caveat
        What is not known.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    groups: tuple[str | int | None, ...] = attrs.field(metadata=ROW)
    bonding: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    bridging: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    groups_reached: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    unknown: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    bonding_share: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    bridging_share: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    bonding_pairs: int
    bridging_pairs: int
    group: str | None
    directed: bool
    method: str
    n: int
    caveats: tuple[Caveat, ...] = ()


def bonding_bridging(g: "nx.Graph[Any] | Snapshot", group: Group) -> BondingBridging:
    """Count for each person the contacts inside the own group and those in other groups.

    Ties inside a group give support (bonding); ties to others bring news and openings (bridging).
    A community needs both, and who has only one kind is not at fault: read it as where to introduce
    people. What counts as a group is your choice, and the answer changes with it.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose nodes are text or integers. It is not changed; weights are not looked at.
    group : str, mapping, Series or sequence
        The name of a node attribute, or the groups: see `ei_index`.

    Returns
    -------
    BondingBridging
        One row a node, in the order of the graph.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), no node has the attribute, or the groups do
        not fit the nodes.

    See Also
    --------
    ei_index : bridging minus bonding ties over all, with what chance would give.
    brokerage : who stands between groups.

    Notes
    -----
    A contact is somebody tied to the node in either direction, and counts once. Edge cases: a node
    of unknown group has nan throughout; without contacts of known group the shares are nan and the
    counts 0. Self-loops are left out.

    References
    ----------
    Putnam, R. D. (2000). Bowling Alone. Simon and Schuster, pages 22 to 24.

    Examples
    --------
    Invented: Budi knows his own hamlet and one other; of Eko's hamlet nothing is known.

    >>> import networkx as nx
    >>> ties = nx.Graph([("Ani", "Budi"), ("Budi", "Citra"), ("Budi", "Eko")])
    >>> found = bonding_bridging(ties, {"Ani": "north", "Budi": "north", "Citra": "south"})
    >>> found["Budi"]["bonding"], found["Budi"]["bridging"], found["Budi"]["unknown"]
    (1.0, 1.0, 1.0)
    >>> found.bridging_share.tolist()
    [0.0, 0.5, 1.0, nan]
    >>> print(found.caveats[0])
    Without a known group: 1 of 4 nodes. They count in no group, and ties with them are left out: 1.
    """
    arrays = snapshot(g)
    grouping = grouping_of("group", group, g, arrays)
    contacts = contacts_of(arrays)
    n, codes = arrays.node_count, grouping.codes
    sources = np.repeat(np.arange(n), contacts.degrees)
    own, other = codes[sources], codes[contacts.indices]
    known = (own >= 0) & (other >= 0)
    inside, outside = known & (own == other), known & (own != other)
    bonding, bridging = [np.bincount(sources[kept], minlength=n) for kept in (inside, outside)]
    groups_reached = groups_met(sources[outside], other[outside], grouping, n)
    total = bonding + bridging
    unknown = contacts.degrees - total
    stated = codes >= 0
    defined = stated & (total > 0)
    return BondingBridging(
        nodes=arrays.ids,
        groups=grouping.by_node,
        bonding=np.where(stated, bonding, np.nan),
        bridging=np.where(stated, bridging, np.nan),
        groups_reached=np.where(stated, groups_reached, np.nan),
        unknown=np.where(stated, unknown, np.nan),
        bonding_share=_share(bonding, total, defined),
        bridging_share=_share(bridging, total, defined),
        bonding_pairs=int(bonding.sum()) // 2,
        bridging_pairs=int(bridging.sum()) // 2,
        group=grouping.name,
        directed=arrays.directed,
        method="contacts in the own group and in others",
        n=n - grouping.unknown,
        caveats=(
            *arrays.caveats,
            *grouping.caveats(),
            *_caveats(n, grouping.unknown, int(np.count_nonzero(~known)) // 2, defined),
            *answering(g, ("bonding", "bridging", "groups_reached")),
        ),
    )


def _share(part: Any, total: Any, defined: Any) -> FloatArray:
    share = np.full(len(total), np.nan)
    np.divide(part, total, out=share, where=defined)
    return share


def _caveats(n: int, unknown: int, ties: int, defined: Any) -> Iterator[Caveat]:
    if not n:
        yield Caveat("no-nodes")
    if unknown:
        yield Caveat("unknown-groups", {"count": unknown, "total": n, "ties": ties})
    alone = n - int(np.count_nonzero(defined))
    if alone:
        fields = ("bonding_share", "bridging_share")
        yield Caveat("no-known-contacts", {"count": alone, "total": n, "fields": fields})
