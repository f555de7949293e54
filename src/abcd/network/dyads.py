"""Which contacts of a person lead back to the same people? Structural holes, tie by tie."""

from collections.abc import Iterator
from typing import Any, final

import attrs
import networkx as nx
import numpy as np

from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats
from ._contacts import Contacts, contacts_of
from ._kernels import oriented
from ._people import answering
from ._redundancy import pairs_of
from .snapshots import Snapshot, snapshot

__all__ = ["DyadicConstraint", "dyadic_constraint"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class DyadicConstraint(RowResult):
    """What `dyadic_constraint` answers: a row for each node about each of its contacts.

    Rows stand in the order of the graph, by source, then by target. ``result[id]`` is the first row
    in which the id stands as source.

    Attributes
    ----------
    source : tuple of str or int
        Whose contact it is.
    target : tuple of str or int
        The contact.
    proportion : array of float, shape (n_rows,)
        Burt's p_ij, above 0 to 1: the share of the source's ties that goes to the target.
    constraint : array of float, shape (n_rows,)
        Burt's c_ij, above 0: how far the source is bound to the target, directly and through
        others. The sum over the targets is the constraint of the source.
    redundancy : array of float, shape (n_rows,)
        How far the target is reached through other contacts of the source, from 0. The number of
        contacts less its sum over the targets is the effective size of the source.
    weight : str, optional
        The attribute that the strengths came from; None where they were not looked at.
    directed : bool
        Whether two directions were added up.
    method : str
        The definition.
    n : int
        How many nodes.
    caveats : tuple of Caveat
        What has no rows.
    """

    source: tuple[str | int, ...] = attrs.field(metadata=ROW)
    target: tuple[str | int, ...] = attrs.field(metadata=ROW)
    proportion: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    constraint: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    redundancy: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    weight: str | None
    directed: bool
    method: str
    n: int
    caveats: tuple[Caveat, ...] = ()


def dyadic_constraint(
    g: "nx.Graph[Any] | Snapshot", *, weight: str | None = None
) -> DyadicConstraint:
    """Tell, tie by tie, who binds whom, and which contacts lead back to the same people.

    Where `structural_holes` says that somebody is bound, this says by whom: the contact with the
    largest share of the constraint is the one without whom there would be most room. It describes
    ties that were recorded, not the worth of a person or of a friendship.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose nodes are text or integers. It is not changed.
    weight : str, optional
        The edge attribute with strengths (larger is closer). None: every tie counts 1.

    Returns
    -------
    DyadicConstraint
        Two rows for each pair in contact, one from each end.

    Raises
    ------
    InvalidValueError
        If the graph can not be read, see `snapshot`.

    See Also
    --------
    structural_holes : the sums for each node.

    Notes
    -----
    With tie strengths a_ij (0 without a tie), z_ij = a_ij + a_ji, and sums over the contacts q of
    i, in either direction, other than j:

    - proportion p_ij = z_ij / sum_k z_ik.
    - constraint c_ij = (p_ij + sum_q p_iq p_qj)^2.
    - redundancy of j for i = sum_q p_iq m_jq, m_jq = z_jq / max_k z_jk.

    In a directed graph a tie that is returned counts twice as much as one that is not. Edge cases:
    an isolate has no rows. With one contact, proportion and constraint are 1 and redundancy is 0.
    Self-loops are left out. Time and memory grow with ties and triangles; nothing is n x n.

    Other programs: networkx calls c_ij `local_constraint`.

    References
    ----------
    Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard University
    Press, chapter 2, pp. 50-56.

    Examples
    --------
    Invented: Ani knows a couple, and Dewi, who knows nobody else; Eko has just moved in.

    >>> import networkx as nx
    >>> street = nx.Graph([("Ani", "Budi"), ("Ani", "Citra"), ("Budi", "Citra"), ("Ani", "Dewi")])
    >>> street.add_node("Eko")
    >>> found = dyadic_constraint(street)
    >>> for row in found:
    ...     if row["source"] == "Ani":
    ...         print(row["target"], round(row["constraint"], 2), round(row["redundancy"], 2))
    Budi 0.25 0.33
    Citra 0.25 0.33
    Dewi 0.11 0.0

    Budi and Citra bind Ani more than Dewi does: each is reached through the other. Of Eko nothing
    can be said:

    >>> print(found.caveats[0])
    Without a tie, and so without a row: 1 of 5 nodes.
    """
    arrays = snapshot(g, weight=weight)
    contacts = contacts_of(arrays)
    pairs = pairs_of(oriented(*contacts))
    return DyadicConstraint(
        source=tuple([arrays.ids[row] for row in pairs.sources.tolist()]),
        target=tuple([arrays.ids[row] for row in pairs.targets.tolist()]),
        proportion=pairs.proportion,
        constraint=pairs.constraint,
        redundancy=pairs.redundancy,
        weight=arrays.weight,
        directed=arrays.directed,
        method="Burt 1992",
        n=arrays.node_count,
        caveats=(
            *arrays.caveats,
            *_caveats(contacts),
            *answering(g, ("proportion", "constraint", "redundancy")),
        ),
    )


def _caveats(contacts: Contacts) -> Iterator[Caveat]:
    total = len(contacts.degrees)
    alone = int(np.count_nonzero(contacts.degrees == 0))
    if not total:
        yield Caveat("no-nodes")
    if alone:
        yield Caveat("no-row-without-tie", {"count": alone, "total": total})
