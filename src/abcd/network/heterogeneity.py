"""How mixed are the people around each person? Blau's index and the IQV."""

from collections.abc import Collection, Iterator
from typing import Any, final

import attrs
import networkx as nx
import numpy as np

from .._arguments import plain, whole
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden, shown
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._contacts import contacts_of
from ._grouping import Group, Grouping, grouping_of, label_of
from ._people import answering
from .snapshots import Snapshot, snapshot

__all__ = ["Heterogeneity", "heterogeneity"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Heterogeneity(RowResult):
    """What `heterogeneity` answers: one row a node, in the order of the graph.

    Attributes
    ----------
    nodes : tuple of str or int
        Their labels.
    blau : array of float, shape (n_nodes,)
        The chance that two draws from the contacts, with replacement, differ: 0 to 1 - 1 / K.
    blau_unbiased : array of float, shape (n_nodes,)
        The same for two different contacts, 0 to 1; nan with fewer than two.
    iqv : array of float, shape (n_nodes,)
        `blau` over the largest that K categories allow, 0 to 1.
    contacts : array of int, shape (n_nodes,)
        How many contacts whose value is known: the n of the row.
    observed : array of int, shape (n_nodes,)
        How many different values these have.
    overall_blau : float, optional
        The same measure over all nodes whose value is known, tied or not.
    overall_blau_unbiased : float, optional
        Its variant for small samples.
    overall_iqv : float, optional
        Its index of qualitative variation.
    mean_blau : float, optional
        The mean of `blau` over those who have contacts of known value.
    categories : int
        K, how many categories are possible.
    attribute : str, optional
        The attribute; None where the values were handed in.
    directed : bool
        Whether contacts were taken in either direction.
    method : str
        The definition.
    n : int
        How many nodes have a known value.
    caveats : tuple of Caveat
        What is not known or defined.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    blau: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    blau_unbiased: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    iqv: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    contacts: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    observed: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    overall_blau: float | None
    overall_blau_unbiased: float | None
    overall_iqv: float | None
    mean_blau: float | None
    categories: int
    attribute: str | None
    directed: bool
    method: str
    n: int
    caveats: tuple[Caveat, ...] = ()


def heterogeneity(
    g: "nx.Graph[Any] | Snapshot",
    attribute: Group,
    *,
    categories: int | Collection[Any] | None = None,
) -> Heterogeneity:
    """Tell how mixed the contacts of each person are in occupation, place, age group, and the like.

    Whoever knows people of many trades can ask many; a circle of equals knows one thing well. The
    person's own value does not count, only that of the contacts.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose nodes are text or integers. It is not changed; weights are not looked at.
    attribute : str, mapping, Series or sequence
        The name of a node attribute, or the values: see `ei_index`. Each value is a category.
    categories : int, collection or None, optional
        The possible categories, or how many there are. None: those that occur in the network, with
        a caveat, because the IQV of two networks can be compared only with one K.

    Returns
    -------
    Heterogeneity
        One row a node, in the order of the graph; nan for who has no contact of known value.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), no node has the attribute, the values do not
        fit the nodes, or `categories` leaves out one that occurs.

    See Also
    --------
    bonding_bridging : contacts like the person, and unlike.

    Notes
    -----
    With the share p_k of category k among the n contacts of known value, taken in either direction:
    Blau = 1 - sum_k p_k^2 (Blau 1977); for small samples Blau n / (n - 1), which has the mean of
    the whole from which the contacts are a sample; IQV = Blau K / (K - 1), with K the possible
    categories (Agresti and Agresti 1978). Example: counts 5, 3, 2 of K = 3 give 0.62, 0.688889 and
    0.93.

    Edge cases: without contacts of known value nan; with one, Blau and IQV are 0 and the variant
    for small samples is nan; with K below 2 the IQV is not defined. Self-loops are left out.

    References
    ----------
    Blau, P. M. (1977). Inequality and Heterogeneity. Free Press.

    Agresti, A. and Agresti, B. F. (1978). Statistical analysis of qualitative variation.
    Sociological Methodology 9, 204-237.

    Examples
    --------
    Invented: Ani's contacts have two trades, Budi's one, and Citra knows nobody.

    >>> import networkx as nx
    >>> ties = nx.Graph([("Ani", "Budi"), ("Ani", "Dewi"), ("Budi", "Dewi")])
    >>> ties.add_node("Citra")
    >>> trades = {"Ani": "weaver", "Budi": "farmer", "Dewi": "weaver", "Citra": "trader"}
    >>> found = heterogeneity(ties, trades, categories=["farmer", "trader", "weaver"])
    >>> found.blau.tolist(), found.iqv.tolist()
    ([0.5, 0.0, 0.5, nan], [0.75, 0.0, 0.75, nan])
    >>> print(found.caveats[0])
    Without a contact of known group: 1 of 4 nodes (blau, blau_unbiased, iqv).
    """
    arrays = snapshot(g)
    grouping = grouping_of("attribute", attribute, g, arrays)
    possible = _possible(categories, grouping)
    mixed = _mixed(arrays, grouping)
    overall = _indices(
        np.array([mixed.known]), np.array([float((grouping.sizes**2.0).sum())]), possible
    )
    rows = _indices(mixed.contacts, mixed.squares, possible)
    some = rows[0][mixed.contacts > 0]
    return Heterogeneity(
        nodes=arrays.ids,
        blau=rows[0],
        blau_unbiased=rows[1],
        iqv=rows[2],
        contacts=mixed.contacts,
        observed=mixed.observed,
        overall_blau=_or_none(overall[0]),
        overall_blau_unbiased=_or_none(overall[1]),
        overall_iqv=_or_none(overall[2]),
        mean_blau=float(some.mean()) if len(some) else None,
        categories=possible,
        attribute=grouping.name,
        directed=arrays.directed,
        method="Blau 1977",
        n=mixed.known,
        caveats=(
            *arrays.caveats,
            *grouping.caveats(),
            *_caveats(mixed, possible, observed_only=categories is None),
            *answering(g, ("mean_blau",)),
        ),
    )


@attrs.frozen
class _Mixed:
    """What stands around each node."""

    contacts: IntArray
    squares: FloatArray
    observed: IntArray
    total: int
    known: int


def _mixed(arrays: Snapshot, grouping: Grouping) -> _Mixed:
    contacts = contacts_of(arrays)
    n, k = arrays.node_count, max(len(grouping.labels), 1)
    sources = np.repeat(np.arange(n), contacts.degrees)
    values = grouping.codes[contacts.indices]
    known = values >= 0
    # A row for each node and value that meet: as many as there are ties, not nodes times values.
    keys, counts = np.unique(sources[known] * k + values[known], return_counts=True)
    ego = keys // k
    return _Mixed(
        contacts=np.bincount(sources[known], minlength=n),
        squares=np.bincount(ego, counts.astype(np.float64) ** 2, minlength=n).astype(np.float64),
        observed=np.bincount(ego, minlength=n),
        total=n,
        known=n - grouping.unknown,
    )


def _indices(
    n: IntArray, squares: FloatArray, possible: int
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Give Blau, its variant for small samples, and the IQV from n and the sum of squared counts.

    n^2 - sum of squares is a whole number, so that 0 is exactly 0.
    """
    apart = n.astype(np.float64) ** 2 - squares
    blau, unbiased = np.full(len(n), np.nan), np.full(len(n), np.nan)
    np.divide(apart, n.astype(np.float64) ** 2, out=blau, where=n > 0)
    np.divide(apart, n * (n - 1.0), out=unbiased, where=n > 1)
    # What is a share can be a hair above 1 where all are equally many.
    iqv = (
        np.minimum(blau * possible / (possible - 1), 1) if possible > 1 else np.full(len(n), np.nan)
    )
    return blau, unbiased, iqv


def _or_none(value: FloatArray) -> float | None:
    return None if np.isnan(value[0]) else float(value[0])


def _possible(categories: object, grouping: Grouping) -> int:
    observed = len(grouping.labels)
    if categories is None:
        return observed
    if isinstance(categories, Collection) and not isinstance(categories, str | bytes | bytearray):
        named = {label_of(value) for value in categories} - {None}
        for label in grouping.labels:
            if label not in named:
                accepted = "all categories that occur, and others that are possible"
                found = f"none named {shown(label)}"
                raise InvalidValueError(Fault("categories", found, accepted, "unknown-category"))
        return len(named)
    if type(plain(categories)) is int:
        return whole("categories", categories, least=max(observed, 1))
    accepted = "the possible categories, how many there are, or None"
    raise InvalidValueError(Fault("categories", hidden(categories), accepted, "value"))


_OF_CONTACTS = ("blau", "blau_unbiased", "iqv")


def _caveats(mixed: _Mixed, possible: int, *, observed_only: bool) -> Iterator[Caveat]:
    if not mixed.total:
        yield Caveat("no-nodes")
    if mixed.known < mixed.total:
        data = {"count": mixed.total - mixed.known, "total": mixed.total}
        yield Caveat("group-unknown", data)
    alone, one = [int(np.count_nonzero(mixed.contacts == count)) for count in (0, 1)]
    if alone:
        mean = ("mean_blau",) if alone == mixed.total else ()
        fields = (*_OF_CONTACTS, *mean)
        yield _of_contacts("no-known-contacts", alone, mixed.total, fields)
    if one:
        yield _of_contacts("one-known-contact", one, mixed.total, _OF_CONTACTS[1:2])
    if mixed.known < 2:
        names = ("overall_blau_unbiased", "overall_blau", "overall_iqv", "mean_blau")
        fields = names[:1] if mixed.known else names
        yield Caveat("few-values", {"count": mixed.known, "fields": fields})
    if possible < 2:
        yield Caveat("one-category", {"fields": ("iqv", "overall_iqv")})
    if observed_only:
        yield Caveat("observed-categories", {"count": possible})


def _of_contacts(code: str, count: int, total: int, fields: tuple[str, ...]) -> Caveat:
    return Caveat(code, {"count": count, "total": total, "fields": fields})
