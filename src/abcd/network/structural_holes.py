"""Whose contacts do not know each other? Burt's structural holes."""

from collections.abc import Iterator
from typing import Any, final

import attrs
import networkx as nx
import numpy as np

from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._contacts import Contacts, contacts_of
from ._kernels import holes, oriented
from ._people import answering
from .snapshots import Snapshot, snapshot

__all__ = ["StructuralHoles", "structural_holes"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class StructuralHoles(RowResult):
    """What `structural_holes` answers: one row a node, in the order of the graph.

    Attributes
    ----------
    nodes : tuple of str or int
        Their labels.
    constraint : array of float, shape (n_nodes,)
        Burt's C, above 0: how far a node's contacts lead back to the same people. Low: many holes.
    effective_size : array of float, shape (n_nodes,)
        How many contacts that are not redundant, up to `degree`.
    efficiency : array of float, shape (n_nodes,)
        `effective_size` over `degree`.
    hierarchy : array of float, shape (n_nodes,)
        Burt's H, 0 to 1: whether the constraint comes from all contacts alike, or from one.
    clustering : array of float, shape (n_nodes,)
        The share of pairs of contacts who are tied to each other, 0 to 1; weights and directions
        do not count.
    degree : array of int, shape (n_nodes,)
        How many contacts, in either direction.
    weight : str, optional
        The attribute that the strengths came from; None where they were not looked at.
    directed : bool
        Whether two directions were added up.
    method : str
        The definition.
    n : int
        How many nodes.
    n_defined : int
        How many of them have contacts.
    caveats : tuple of Caveat
        What is not defined, and for how many.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    constraint: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    effective_size: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    efficiency: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    hierarchy: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    clustering: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    degree: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    weight: str | None
    directed: bool
    method: str
    n: int
    n_defined: int
    caveats: tuple[Caveat, ...] = ()


def structural_holes(
    g: "nx.Graph[Any] | Snapshot", *, weight: str | None = None
) -> StructuralHoles:
    """Tell whose contacts do not know each other, so that news and favors pass through one person.

    Somebody whose contacts all know each other hears everything twice; somebody who knows people
    from groups that are apart stands over a *structural hole*. Low constraint and high effective
    size mark such positions. They describe ties that were recorded, not the worth of a person, and
    they say little where many people were not asked.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose nodes are text or integers. It is not changed.
    weight : str, optional
        The edge attribute with strengths (larger is closer). None: every tie counts 1.

    Returns
    -------
    StructuralHoles
        One row a node, in the order of the graph; nan where a measure is not defined.

    Raises
    ------
    InvalidValueError
        If the graph can not be read, see `snapshot`.

    See Also
    --------
    dyadic_constraint : the same tie by tie.
    connectors : who holds the network together, with structural holes as one of the reasons.

    Notes
    -----
    With tie strengths a_ij (0 without a tie), z_ij = a_ij + a_ji, p_ij = z_ij / sum_k z_ik,
    m_jq = z_jq / max_k z_jk, and all sums over the N contacts of i, in either direction:

    - constraint C_i = sum_j c_ij, c_ij = (p_ij + sum_q p_iq p_qj)^2, q not i or j. It can exceed 1
      where there are few contacts.
    - effective size = sum_j (1 - sum_q p_iq m_jq). Without weights and directions this is
      N - 2 t / N with t ties among the contacts (Borgatti 1997).
    - efficiency = effective size / N.
    - hierarchy H = sum_j x_j ln x_j / (N ln N), x_j = c_ij / (C_i / N); 0 where all c_ij are
      equal.
    - clustering = 2 t / (N (N - 1)), ties among contacts counted once.

    In a directed graph a tie that is returned counts twice as much as one that is not. Edge cases:
    an isolate has none of these (nan). With one contact, constraint, effective size and efficiency
    are 1, clustering is nan, and hierarchy, which is 0 / 0, is 1 by convention: all constraint
    comes from one person. Self-loops are left out. Measures of one part of the network do not
    depend on any other part.

    Other programs: networkx's `effective_size` without `nodes` is wrong for weighted and directed
    graphs with scipy 1.14 and newer. networkx and igraph have no hierarchy.

    References
    ----------
    Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard University
    Press, chapter 2.

    Borgatti, S. P. (1997). Structural holes: unpacking Burt's redundancy measures. Connections
    20(1), 35-38.

    Examples
    --------
    Invented: Ani knows two couples who do not know each other; Eko has just moved in.

    >>> import networkx as nx
    >>> street = nx.Graph([("Ani", "Budi"), ("Ani", "Citra"), ("Budi", "Citra")])
    >>> street.add_edges_from([("Ani", "Dewi"), ("Ani", "Fajar"), ("Dewi", "Fajar")])
    >>> street.add_node("Eko")
    >>> found = structural_holes(street)
    >>> {name: round(value, 2) for name, value in zip(found.nodes, found.constraint.tolist())}
    {'Ani': 0.56, 'Budi': 0.95, 'Citra': 0.95, 'Dewi': 0.95, 'Fajar': 0.95, 'Eko': nan}

    Ani's four contacts are worth three: she is between two circles. Of Eko nothing can be said:

    >>> found["Ani"]["effective_size"]
    3.0
    >>> print(found.caveats[0])
    Without a tie: 1 of 6 nodes. The measures of their contacts are not defined (constraint, \
effective_size, efficiency and 2 more).
    """
    arrays = snapshot(g, weight=weight)
    contacts = contacts_of(arrays)
    measures = holes(oriented(*contacts))
    return StructuralHoles(
        nodes=arrays.ids,
        constraint=measures.constraint,
        effective_size=measures.effective_size,
        efficiency=measures.efficiency,
        hierarchy=measures.hierarchy,
        clustering=measures.clustering,
        degree=contacts.degrees,
        weight=arrays.weight,
        directed=arrays.directed,
        method="Burt 1992",
        n=arrays.node_count,
        n_defined=int(np.count_nonzero(contacts.degrees)),
        caveats=(
            *arrays.caveats,
            *_caveats(contacts),
            *answering(g, _OF_CONTACTS),
        ),
    )


_OF_CONTACTS = ("constraint", "effective_size", "efficiency", "hierarchy", "clustering")


def _caveats(contacts: Contacts) -> Iterator[Caveat]:
    total = len(contacts.degrees)
    alone = int(np.count_nonzero(contacts.degrees == 0))
    one = int(np.count_nonzero(contacts.degrees == 1))
    if not total:
        yield Caveat("no-nodes")
    if alone:
        yield Caveat("isolates", {"count": alone, "total": total, "fields": _OF_CONTACTS})
    if one:
        yield Caveat("one-contact", {"count": one, "total": total, "fields": ("clustering",)})
