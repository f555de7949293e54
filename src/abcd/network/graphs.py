"""A community's ties as an ordinary networkx graph."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

import networkx as nx

from ..model import Community, Tie
from ._attributes import Scalar, attributes_of_nodes
from ._joined import join
from ._pooling import Combine, checked_rule, combined, parallel_ties
from ._record import record_of
from ._selection import Names, selected

__all__ = ["Combine", "graph"]


def graph(
    community: Community,
    *,
    kinds: Names | None = None,
    waves: Names | None = None,
    on: datetime.date | str | None = None,
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
        Which survey waves, in the same way.
    on : date or ISO text, optional
        Only what holds on that day: ties and memberships that begin later or have ended are left
        out and counted; those without dates hold always. None: all, whatever their dates.
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
        - People: ``status``, ``asked``, ``interviewed`` (see Notes), ``named`` (how many the person
          named here; 0 without an answer), ``named_by`` (how many named the person),
          ``organizations`` (ids), ``offices`` (roles other than member, each with its
          organization), and ``demographics.sex`` and so on; a list or mapping in demographics
          becomes JSON text.
        - Edges: ``weight`` (the combined strength), ``ties`` (how many), ``kinds``,
          ``reported_by`` (ids), ``waves``.
        - The graph itself (``.graph``): ``community``, ``nodes``, ``kinds``, ``waves``,
          ``combine`` (empty where no two ties met), ``direction`` (``undirected``; ``union``, where
          directed ties lost their direction; ``directed``; ``both arcs``, where ties without
          direction became two), ``on`` (ISO date, or empty), ``ties`` (how many are in it),
          ``ties_outside`` (how many are not, because they lead to other entities),
          ``ties_not_held`` and ``memberships_not_held`` (how many are not, because they do not
          hold on that day).

        Several values in one text are sorted and joined by ``"; "``; a ``;`` inside one of them
        stands as ``\;``.

    Raises
    ------
    InvalidValueError
        If ties of several kinds or waves would be pooled, if parallel ties have no rule, or if an
        argument is none of what it may be.

    See Also
    --------
    layers : one graph a kind or wave, over the same nodes.
    snapshot : the same graph in arrays, for many measures on one network.
    snapshot_of : the arrays without the graph.
    two_mode : people by the organizations, assets or events that they share.

    Notes
    -----
    Who is missing from the edges may be missing for different reasons, which ``status`` keeps
    apart:

    ================  =========================================================================
    ``answered``      interviewed, or on record as having named an own contact; named somebody here
    ``named nobody``  the same, but named nobody here: an isolate by the person's own word
    ``no answer``     asked, no answer on record: ties are known only from others
    ``named only``    never asked, but in a tie that somebody else named
    ``not asked``     never asked, in no tie: nothing is known
    (absent)          not on record, see below
    ================  =========================================================================

    A tie is the word of `reported_by`; without it of its source, and where it has no direction
    either, it is a contact of both ends, and nobody's answer. Somebody who reports a tie between
    two others has named both, but no contact of their own, and has not answered by that. Kinds of
    tie are questions of one questionnaire: who answered one of them answered.

    Where the community records nothing of this (nobody asked or interviewed, no tie with a
    reporter), ``status``, ``asked`` and ``interviewed`` are absent: it is not known who answered,
    and analyses take ties as they stand and say so.

    Waves: who named a contact in the waves at hand answered them. The dates of a person are one for
    all waves. Where other waves are left out they do not say which one was answered: who named
    somebody in another wave only is ``no answer`` if asked at all, and otherwise as never asked;
    of who was interviewed and named nobody in any wave it is not known which one it was, so that
    ``status`` is absent. A community for each wave keeps this apart.

    With `on`, who was asked or interviewed later is not yet asked or interviewed, and ties that
    begin later are nobody's answer.

    A tie and its opposite are parallel in an undirected graph. Without `on` a membership counts
    whatever its dates: there is no clock. A wave is a name, no date, and `on` does not read it. The
    order of the ties changes nothing.

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
    checked_rule(combine)
    chosen = selected(community, kinds=kinds, waves=waves, nodes=nodes, directed=directed, on=on)
    ties = chosen.ties
    made: nx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
    made.graph.update(
        community=community.id,
        nodes=join(chosen.classes),
        kinds=join(_texts(ties, "kind")),
        waves=join(_texts(ties, "wave")),
        on="" if chosen.on is None else chosen.on.isoformat(),
        direction=_direction(ties, directed=directed),
        ties=len(ties),
        ties_outside=chosen.ties_outside,
        ties_not_held=chosen.ties_not_held,
        memberships_not_held=chosen.memberships_not_held,
    )
    entities = chosen.entities
    made.add_nodes_from(
        attributes_of_nodes(
            entities.values(),
            ties,
            chosen.memberships,
            record=record_of(community, chosen.waves, chosen.on),
        )
    )
    pairs = _pairs(ties, list(entities), directed=directed)
    made.graph["combine"] = _rule_needed(pairs, combine)
    made.add_edges_from(_edges(pairs, combine))
    return made


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
        raise parallel_ties(len(parallel), *parallel[0])
    return (combine or "") if parallel or combine == "count" else ""


def _edges(pairs: Pairs, combine: str | None) -> Iterator[tuple[str, str, dict[str, Scalar]]]:
    for (source, target), ties in pairs.items():
        yield (
            source,
            target,
            {
                "weight": combined(source, target, [tie.strength for tie in ties], combine),
                "ties": len(ties),
                "kinds": join(_texts(ties, "kind")),
                "reported_by": join(_texts(ties, "reported_by")),
                "waves": join(_texts(ties, "wave")),
            },
        )


def _texts(ties: Iterable[Tie], field: str) -> list[str]:
    values: list[Any] = [getattr(tie, field) for tie in ties]
    return [value for value in values if value is not None]


def _direction(ties: Iterable[Tie], *, directed: bool) -> str:
    directions = {tie.directed for tie in ties}
    if directed:
        return "both arcs" if False in directions else "directed"
    return "union" if True in directions else "undirected"
