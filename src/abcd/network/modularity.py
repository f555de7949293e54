"""Do ties stay inside given groups more than by chance? Modularity of a division."""

from collections.abc import Iterator
from typing import Any, final

import attrs
import networkx as nx
import numpy as np

from .._arguments import number
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..results import Result
from ._grouping import Group, Grouping, grouping_of, known_ties
from ._partitions import modularity_of
from ._people import answering
from .snapshots import Snapshot, snapshot

__all__ = ["Modularity", "checked_resolution", "modularity"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Modularity(Result):
    """What `modularity` answers.

    Attributes
    ----------
    modularity : float, optional
        Below 1: the share of ties inside groups, less what chance would give. None without ties.
    groups : int
        How many groups there are.
    group : str, optional
        The attribute; None where the groups were handed in.
    resolution : float
        How much chance counts.
    weight : str, optional
        The attribute that the strengths came from; None where every tie counts 1.
    directed : bool
        Whether ties have directions.
    method : str
        The definition.
    n : int
        How many nodes have a known group.
    caveats : tuple of Caveat
        What is not defined or not known.
    """

    modularity: float | None
    groups: int
    group: str | None
    resolution: float
    weight: str | None
    directed: bool
    method: str
    n: int
    caveats: tuple[Caveat, ...] = ()


def modularity(
    g: "nx.Graph[Any] | Snapshot",
    group: Group,
    *,
    weight: str | None = None,
    resolution: float = 1,
) -> Modularity:
    """Tell whether ties stay inside the given groups more than by chance.

    Near 0: the groups say little about who is tied to whom. High: the network is divided along
    them. Use it for groups that are known, such as neighborhoods; `communities` looks for groups.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose nodes are text or integers. It is not changed.
    group : str, mapping, Series or sequence
        The name of a node attribute, or the group of each node, by id or in the order of the nodes.
    weight : str, optional
        The edge attribute with strengths. None: every tie counts 1.
    resolution : float
        Above 0. Larger than 1: what chance would give counts more, and large groups score less.

    Returns
    -------
    Modularity
        One number for the whole network.

    Raises
    ------
    InvalidValueError
        If the graph or the groups can not be read, or `resolution` is no number above 0.

    See Also
    --------
    communities : groups that ties themselves suggest.
    ei_index : ties across groups against ties inside.

    Notes
    -----
    Q = sum over groups c of L_c / m - resolution (d_c / 2m)^2, with m the strength of all ties,
    L_c of those inside c, and d_c the strengths of its nodes added up. Directed: L_c / m -
    resolution d_c(out) d_c(in) / m^2 (Leicht and Newman 2008).

    Edge cases: no tie: None. A node without a known group is in no group: its ties count in m and
    are inside nothing. Isolates change nothing. Self-loops are left out.

    References
    ----------
    Newman, M. E. J., & Girvan, M. (2004). Finding and evaluating community structure in networks.
    Physical Review E 69, 026113.

    Leicht, E. A., & Newman, M. E. J. (2008). Community structure in directed networks. Physical
    Review Letters 100, 118703.

    Examples
    --------
    Invented: two hamlets of three people, with one tie between them.

    >>> import networkx as nx
    >>> hamlets = nx.Graph([("a1", "a2"), ("a1", "a3"), ("a2", "a3"), ("a3", "b1")])
    >>> hamlets.add_edges_from([("b1", "b2"), ("b1", "b3"), ("b2", "b3")])
    >>> found = modularity(hamlets, {node: node[0] for node in hamlets})
    >>> round(found.modularity, 3)
    0.357

    >>> nobody = modularity(nx.empty_graph(2), ["a", "b"])
    >>> nobody.modularity, str(nobody.caveats[0])
    (None, 'The network has no ties (modularity).')
    """
    arrays = snapshot(g, weight=weight)
    grouping = grouping_of("group", group, g, arrays)
    factor = checked_resolution(resolution)
    value = modularity_of(arrays, grouping.codes, factor)
    return Modularity(
        modularity=value,
        groups=len(grouping.labels),
        group=grouping.name,
        resolution=factor,
        weight=arrays.weight,
        directed=arrays.directed,
        method="Leicht & Newman 2008" if arrays.directed else "Newman & Girvan 2004",
        n=int(np.count_nonzero(grouping.codes >= 0)),
        caveats=(
            *arrays.caveats,
            *grouping.caveats(),
            *_caveats(arrays, grouping),
            *answering(g, ("modularity",)),
        ),
    )


def checked_resolution(value: object) -> float:
    """Return a resolution as float, or refuse it."""
    found = number("resolution", value)
    if found <= 0:
        raise InvalidValueError(Fault("resolution", shown(value), "a number above 0", "value"))
    return found


def _caveats(arrays: Snapshot, grouping: Grouping) -> Iterator[Caveat]:
    total, unknown = arrays.node_count, grouping.unknown
    if not total:
        yield Caveat("no-nodes")
    if not arrays.tie_count:
        yield Caveat("no-ties", {"fields": ("modularity",)})
    if unknown:
        ties = known_ties(arrays, grouping.codes).left_out
        yield Caveat("group-unknown-ties", {"count": unknown, "total": total, "ties": ties})
