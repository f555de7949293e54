"""A community's ties as an ordinary networkx graph."""

import math
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias

import networkx as nx

from ..errors import Fault, InvalidValueError, hidden, nearest, shown
from ..fields import FLAG, instances, one_of, to_code, to_flag
from ..model import Asset, Community, Organization, Person, Place, Tie
from ._attributes import Scalar, attributes_of_nodes
from ._joined import join

__all__ = ["Combine", "graph"]

Combine: TypeAlias = Literal["sum", "max", "min", "mean", "count"]

# `fsum` and means of it do not depend on the order of the ties.
_RULES: Mapping[str, Callable[[Sequence[float]], float]] = {
    "sum": math.fsum,
    "max": max,
    "min": min,
    "mean": statistics.fmean,
    "count": lambda strengths: float(len(strengths)),
}
_NODES = ("people", "organizations", "assets", "places")
_COMMUNITY = instances(Community)
_NO_KIND = "None (ties without one)"

Entity: TypeAlias = Person | Organization | Asset | Place


def graph(
    community: Community,
    *,
    kinds: str | Iterable[str | None] | None = None,
    waves: str | Iterable[str | None] | None = None,
    combine: Combine | None = None,
    nodes: str | Iterable[str] = "people",
    directed: bool = False,
) -> "nx.Graph[str]":
    r"""Turn a community's ties into an ordinary networkx graph, without anybody's name.

    Use it as the door to every question about ties, here or in any other program for networks.
    Ties of different kinds ("lends to", "films with") are different networks: nothing is pooled
    unless it is asked for.

    Parameters
    ----------
    community : Community
        Its entities become nodes (also those without ties), its ties become edges.
    kinds : str or iterable of str or None, optional
        Which kinds of ties: names, or ``"all"``. In a list, None stands for ties without a kind.
        None is refused where the ties are of several kinds; the error lists them.
    waves : str or iterable of str or None, optional
        Which survey waves, in the same way. Dates of ties are not read.
    combine : {"sum", "max", "min", "mean", "count"}, optional
        How the strengths of several ties between the same two become one weight. None is refused
        where there are such pairs. ``"max"`` suits two reports of one tie, ``"sum"`` several
        different ties; ``"count"`` leaves strengths aside.
    nodes : str or iterable of str
        ``"people"``, ``"organizations"``, ``"assets"``, ``"places"``, several of them, or
        ``"all"``. A tie that leads to any other entity is left out and counted.
    directed : bool
        False: an ``nx.Graph``, in which two are joined where a tie leads from either to the other.
        True: an ``nx.DiGraph``, in which a tie without direction becomes two arcs.

    Returns
    -------
    networkx.Graph or networkx.DiGraph
        Nodes are ids in the community's order. What is known of each is in attributes, all of
        them text, numbers or truth values; what nobody stated is left out.

        - Every node: ``kind`` (person, organization, asset, place), ``place`` (id of home, place
          or parent); but for people ``type`` (kind of organization, primary kind of asset,
          level of place).
        - People: ``status`` (see Notes), ``asked``, ``interviewed``, ``named`` (how many the person
          named here), ``named_by`` (how many named the person), ``organizations`` (ids),
          ``offices`` (roles other than member, each with its organization), and
          ``demographics.sex`` and so on; a list or mapping in demographics becomes JSON text.
        - Edges: ``weight`` (the combined strength), ``ties`` (how many), ``kinds``,
          ``reported_by`` (ids), ``waves``.
        - The graph itself (``.graph``): ``community``, ``nodes``, ``kinds``, ``waves``,
          ``combine`` (empty where no two ties met), ``direction`` (``undirected``; ``union``, where
          directed ties lost their direction; ``directed``; ``both arcs``, where ties without
          direction became two), ``ties`` (how many are in it), ``ties_outside`` (how many are not,
          because they lead to other entities).

        Several values in one text are sorted and joined by ``"; "``; a ``;`` inside one of them
        stands as ``\;``.

    Raises
    ------
    InvalidValueError
        If ties of several kinds or waves would be pooled, if parallel ties have no rule, or if an
        argument is none of what it may be.

    See Also
    --------
    snapshot : the same graph in arrays, for many measures on one network.

    Notes
    -----
    Who is missing from the edges may be missing for different reasons, which ``status`` keeps
    apart:

    ================  =========================================================================
    ``answered``      interviewed, or on record as having reported a tie; named somebody here
    ``named nobody``  the same, but named nobody here: an isolate by the person's own word
    ``no answer``     asked, not interviewed: ties are known only from others
    ``named only``    never asked, but in a tie that somebody else named
    ``not asked``     never asked, in no tie: nothing is known
    ================  =========================================================================

    A tie counts as named by `reported_by`; without it by its source, and by both ends where it has
    no direction. Somebody who reports a tie between two others has named both, but no contact of
    their own.

    A tie and its opposite are parallel in an undirected graph. A membership counts whatever its
    dates: there is no clock. The order of the ties changes nothing.

    Examples
    --------
    Three invented members film together; Ayu was asked and has not answered, Tono's name never
    came up.

    >>> from abcd import Community, Person, Tie
    >>> club = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[
    ...         Person("p1", "Siti", interviewed_on="2024-01-10"),
    ...         Person("p2", "Budi"),
    ...         Person("p3", "Ayu", asked_on="2024-01-10"),
    ...         Person("p4", "Tono"),
    ...     ],
    ...     ties=[
    ...         Tie("p1", "p2", "films with", strength=3, reported_by="p1"),
    ...         Tie("p1", "p2", "lends to", directed=True, reported_by="p1"),
    ...     ],
    ... )
    >>> films = graph(club, kinds="films with")
    >>> list(films.edges(data="weight")), films.graph["ties"]
    ([('p1', 'p2', 3.0)], 1)
    >>> dict(films.nodes(data="status"))
    {'p1': 'answered', 'p2': 'named only', 'p3': 'no answer', 'p4': 'not asked'}

    Filming and lending are not one network, so that nothing is pooled in silence:

    >>> graph(club)
    Traceback (most recent call last):
    abcd.errors.InvalidValueError: kinds: found None, and ties of several kinds; accepted:
    'all', or some of 'films with' or 'lends to'
    """
    _check(community, combine, directed)
    classes = _classes(nodes)
    entities: dict[str, Entity] = {
        entity.id: entity for name in classes for entity in getattr(community, name)
    }
    matching = _of_names(community.ties, "kinds", "kind", kinds)
    matching = _of_names(matching, "waves", "wave", waves)
    ties = [tie for tie in matching if tie.source in entities and tie.target in entities]
    _refuse_pooling(ties, "kinds", "kind", kinds)
    _refuse_pooling(ties, "waves", "wave", waves)
    made: nx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
    made.graph.update(
        community=community.id,
        nodes=join(classes),
        kinds=join(_texts(ties, "kind")),
        waves=join(_texts(ties, "wave")),
        direction=_direction(ties, directed=directed),
        ties=len(ties),
        ties_outside=len(matching) - len(ties),
    )
    made.add_nodes_from(attributes_of_nodes(community, entities.values(), ties))
    pairs = _pairs(ties, list(entities), directed=directed)
    made.graph["combine"] = _rule_needed(pairs, combine)
    made.add_edges_from(_edges(pairs, combine or "sum"))
    return made


# --- arguments -----------------------------------------------------------------------------------


def _check(community: object, combine: object, directed: object) -> None:
    faults = [
        *_COMMUNITY.faults("community", community),
        *FLAG.faults("directed", to_flag(directed)),  # type: ignore[arg-type]  # refused here
    ]
    if faults:
        raise InvalidValueError(*faults)
    if combine is not None:
        one_of("combine", combine, _RULES)


def _names(argument: str, value: object) -> list[str | None]:
    """Read one name or several, or refuse what is neither."""
    if isinstance(value, str):
        return [to_code(value)]
    accepted = "'all', a name, or a list of names"
    if not isinstance(value, Iterable) or isinstance(value, bytes | Mapping):
        raise InvalidValueError(Fault(argument, shown(value), accepted, "value"))
    names = list(value)
    for position, name in enumerate(names):
        if name is not None and not isinstance(name, str):
            path = f"{argument}[{position}]"
            raise InvalidValueError(Fault(path, hidden(name), "a name, or None", "value"))
    return [name if name is None else to_code(name) for name in names]


def _classes(nodes: object) -> list[str]:
    names = _names("nodes", nodes)
    for name in names:
        one_of("nodes", name, (*_NODES, "all"))
    return [name for name in _NODES if name in names or "all" in names]


def _of_names(
    ties: Sequence[Tie], argument: str, field: str, wanted: str | Iterable[str | None] | None
) -> Sequence[Tie]:
    """Keep the ties with one of the names; refuse a name that no tie has."""
    if wanted is None or (isinstance(wanted, str) and wanted == "all"):
        return ties
    names = _names(argument, wanted)
    known = {getattr(tie, field) for tie in ties}
    texts = sorted(name for name in known if name is not None)
    faults = [
        Fault(
            argument if isinstance(wanted, str) else f"{argument}[{position}]",
            shown(name),
            f"'all', or names that the ties have: {nearest(name, texts)}",
            "unknown-name",
        )
        for position, name in enumerate(names)
        if name not in known
    ]
    if faults:
        raise InvalidValueError(*faults)
    return [tie for tie in ties if getattr(tie, field) in names]


def _refuse_pooling(ties: Iterable[Tie], argument: str, field: str, wanted: object) -> None:
    known = {getattr(tie, field) for tie in ties}
    if wanted is not None or len(known) < 2:
        return
    texts = sorted(name for name in known if name is not None)
    listed = nearest("", texts) + (f" or {_NO_KIND}" if None in known else "")
    accepted = f"'all', or some of {listed}"
    found = f"None, and ties of several {argument}"
    raise InvalidValueError(Fault(argument, found, accepted, f"several-{argument}"))


# --- edges ---------------------------------------------------------------------------------------

Pairs: TypeAlias = dict[tuple[str, str], list[Tie]]


def _pairs(ties: Iterable[Tie], ids: Sequence[str], *, directed: bool) -> Pairs:
    """Gather the ties of each pair; pairs stand in the order of the nodes."""
    place = {id: position for position, id in enumerate(ids)}
    gathered: dict[tuple[int, int], list[Tie]] = defaultdict(list)
    for tie in ties:
        source, target = place[tie.source], place[tie.target]
        if not directed:
            gathered[min(source, target), max(source, target)].append(tie)
            continue
        gathered[source, target].append(tie)
        if not tie.directed:
            gathered[target, source].append(tie)
    return {(ids[pair[0]], ids[pair[1]]): gathered[pair] for pair in sorted(gathered)}


def _rule_needed(pairs: Pairs, combine: str | None) -> str:
    """Name the rule where it was needed, and refuse to do without."""
    parallel = [pair for pair, ties in pairs.items() if len(ties) > 1]
    if parallel and combine is None:
        source, target = parallel[0]
        found = (
            f"None, and {len(parallel):,} pairs with several ties, "
            f"such as {shown(source)} and {shown(target)}"
        )
        accepted = f"one of {nearest('', _RULES)}"
        raise InvalidValueError(Fault("combine", found, accepted, "parallel-ties"))
    return (combine or "") if parallel or combine == "count" else ""


def _edges(pairs: Pairs, combine: str) -> Iterator[tuple[str, str, dict[str, Scalar]]]:
    for (source, target), ties in pairs.items():
        yield (
            source,
            target,
            {
                "weight": _weight(source, target, [tie.strength for tie in ties], combine),
                "ties": len(ties),
                "kinds": join(_texts(ties, "kind")),
                "reported_by": join(_texts(ties, "reported_by")),
                "waves": join(_texts(ties, "wave")),
            },
        )


def _weight(source: str, target: str, strengths: Sequence[float], combine: str) -> float:
    try:
        return float(_RULES[combine](strengths))
    except OverflowError:
        where = f"strengths of the ties between {shown(source)} and {shown(target)}"
        fault = Fault(where, "a sum beyond all numbers", "strengths whose sum is finite", "value")
        raise InvalidValueError(fault) from None


def _texts(ties: Iterable[Tie], field: str) -> list[str]:
    values: list[Any] = [getattr(tie, field) for tie in ties]
    return [value for value in values if value is not None]


def _direction(ties: Iterable[Tie], *, directed: bool) -> str:
    directions = {tie.directed for tie in ties}
    if directed:
        return "both arcs" if False in directions else "directed"
    return "union" if True in directions else "undirected"
