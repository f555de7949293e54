"""Are people tied to others like themselves? With the sizes of groups allowed for."""

from collections.abc import Iterator
from typing import Any, Literal, final

import attrs
import networkx as nx
import numpy as np

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..fields import one_of
from ..results import Result
from ..results.arrays import FloatArray, IntArray
from ._correlation import correlation
from ._grouping import Group, KnownTies, grouping_of, known_ties, numbers_of
from ._people import answering
from .snapshots import Snapshot, snapshot

__all__ = ["Assortativity", "assortativity"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Assortativity(Result):
    """What `assortativity` answers.

    Attributes
    ----------
    coefficient : float, optional
        1 where all ties join equals, 0 where they join anybody, below 0 where they avoid equals;
        None where it is not defined.
    scale : str
        What makes ends alike: ``"categories"``, ``"numbers"`` or ``"degree"``.
    group : str, optional
        The attribute; None for the degree, or where the values were handed in.
    directed : bool
        Whether the ties counted are arcs.
    ties : int
        How many ties were counted.
    ties_left_out : int
        Ties with an end of unknown value.
    method : str
        The definition.
    n : int
        How many nodes have a known value.
    caveats : tuple of Caveat
        What was left out, and what is not defined.
    """

    coefficient: float | None
    scale: str
    group: str | None
    directed: bool
    ties: int
    ties_left_out: int
    method: str
    n: int
    caveats: tuple[Caveat, ...] = ()


def assortativity(
    g: "nx.Graph[Any] | Snapshot",
    group: Group | None = None,
    *,
    scale: Literal["categories", "numbers"] | None = None,
) -> Assortativity:
    """Tell whether ties join people who are alike, corrected for how many are of each kind.

    For groups it is the share of ties inside groups, set against the share that the groups' ties
    would give at random; for numbers (age, years in the village, degree) the correlation between
    the two ends of ties. Unlike the E-I index it can be compared between networks with groups of
    different sizes.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph whose nodes are text or integers. It is not changed; weights are not looked at.
    group : str, mapping, Series, sequence or None
        The name of a node attribute, or the values: see `ei_index`. None: the degree.
    scale : {"categories", "numbers"} or None, optional
        How to read the values. None means categories; the degree is a number in any case.

    Returns
    -------
    Assortativity
        The coefficient, -1 to 1, and what it stands on.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), no node has the attribute, the values do not
        fit the nodes, they are no numbers where `scale` says so, or `scale` is another one, or
        ``"categories"`` without a `group`.

    See Also
    --------
    ei_index : ties between groups minus ties inside, over all.

    Notes
    -----
    Categories: r = (sum_i e_ii - sum_i a_i b_i) / (1 - sum_i a_i b_i), with e_ij the share of ties
    from group i to group j, a_i and b_i its row and column sums (Newman 2003, equation 2). Numbers:
    Pearson's correlation of the values at the two ends (equation 21). An undirected tie is counted
    in both directions, a directed one from its source to its target; the degrees are then the
    outdegree of the source and the indegree of the target (as networkx's default).

    Edge cases: without ties, and where all ends have one value, nothing is alike or unalike, and
    the coefficient, which is 0 / 0, is None with a caveat (networkx gives nan). Nodes without ties
    do not matter. Self-loops, and ties with an end of unknown value, are left out and counted.

    References
    ----------
    Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E 67, 026126, equations 2
    and 21.

    Examples
    --------
    Invented: two pairs of one trade each, joined by one tie.

    >>> import networkx as nx
    >>> row = nx.path_graph(["Ani", "Budi", "Citra", "Dewi"])
    >>> trades = {"Ani": "farmer", "Budi": "farmer", "Citra": "weaver", "Dewi": "weaver"}
    >>> found = assortativity(row, trades)
    >>> round(found.coefficient, 3), found.ties
    (0.333, 3)

    Two of three ties join equals, more than the half that chance would give. Of people who are all
    farmers, nobody can say whether they seek each other out:

    >>> alike = assortativity(row, ["farmer"] * 4)
    >>> print(alike.coefficient, alike.caveats[0], sep="; ")
    None; All ends of ties have the same value, so that alike and unalike can not be told apart \
(coefficient).
    """
    kind = _scale(group, scale)
    arrays = snapshot(g)
    alike: tuple[Caveat, ...] = ()
    if group is None:
        ties = known_ties(arrays, np.zeros(arrays.node_count, np.int64))
        coefficient = correlation(*_degrees_at_ends(ties, directed=arrays.directed))
        name = None
    elif kind == "numbers":
        values = numbers_of("group", group, g, arrays)
        ties = known_ties(arrays, np.where(np.isnan(values), -1, 0))
        known = values[ties.nodes]
        ends = known[ties.sources], known[ties.targets]
        coefficient = correlation(*_both_ways(*ends, directed=arrays.directed))
        name = group if isinstance(group, str) else None
    else:
        grouping = grouping_of("group", group, g, arrays)
        ties = known_ties(arrays, grouping.codes)
        codes = ties.codes[ties.sources], ties.codes[ties.targets]
        coefficient = _of_categories(*_both_ways(*codes, directed=arrays.directed))
        name = grouping.name
        alike = tuple(grouping.caveats())
    return Assortativity(
        coefficient=coefficient,
        scale=kind,
        group=name,
        directed=arrays.directed,
        ties=len(ties.sources),
        ties_left_out=ties.left_out,
        method="Newman 2003",
        n=len(ties.nodes),
        caveats=(
            *arrays.caveats,
            *alike,
            *_caveats(ties, arrays.node_count, coefficient),
            *answering(g, ("coefficient",)),
        ),
    )


def _scale(group: object, scale: object) -> str:
    if scale is not None:
        one_of("scale", scale, ("categories", "numbers"))
    if group is None and scale == "categories":
        accepted = "'numbers' or None where no group is named: the degree is a number"
        raise InvalidValueError(Fault("scale", shown(scale), accepted, "value"))
    return "degree" if group is None else str(scale or "categories")


def _degrees_at_ends(ties: KnownTies, *, directed: bool) -> tuple[FloatArray, FloatArray]:
    n = len(ties.nodes)
    out = np.bincount(ties.sources, minlength=n).astype(np.float64)
    into = np.bincount(ties.targets, minlength=n).astype(np.float64)
    if not directed:
        out = into = out + into
    return _both_ways(out[ties.sources], into[ties.targets], directed=directed)


def _both_ways(first: Any, second: Any, *, directed: bool) -> tuple[Any, Any]:
    if directed:
        return first, second
    return np.concatenate([first, second]), np.concatenate([second, first])


def _of_categories(first: IntArray, second: IntArray) -> float | None:
    total = len(first)
    if not total:
        return None
    from_group = np.bincount(first)
    into_group = np.bincount(second, minlength=len(from_group))[: len(from_group)]
    # Counts, so that "all ends are alike" is exact; Python's whole numbers have no end.
    chance = sum(int(a) * int(b) for a, b in zip(from_group, into_group, strict=True))
    inside = int(np.count_nonzero(first == second))
    if chance == total**2:
        return None
    return (inside * total - chance) / (total**2 - chance)


def _caveats(ties: KnownTies, total: int, coefficient: float | None) -> Iterator[Caveat]:
    yield from ties.caveats(total)
    if not len(ties.sources):
        yield Caveat("no-known-ties", {"fields": ("coefficient",)})
    elif coefficient is None:
        yield Caveat("all-alike", {"fields": ("coefficient",)})
