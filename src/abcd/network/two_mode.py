"""People by what they share: organizations, assets, or events of a cycle."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import networkx as nx

from ..cycle import Cycle, Record, RecordStatus
from ..errors import Fault, InvalidValueError, nearest, shown
from ..fields import instances, one_of
from ..model import Community
from ._attributes import NodeKind, Scalar, attributes_of_nodes
from ._joined import join
from ._record import record_of
from ._selection import Names, checked_date, holds, names_of

__all__ = ["two_mode"]

_COMMUNITY = instances(Community)
_CYCLE = instances(Cycle)
_BY = ("organizations", "assets", "events")
# What a link means where nobody chooses: None stands for all roles.
_ROLES: Mapping[str, tuple[str, ...] | None] = {
    "organizations": None,
    "assets": ("holder",),
    "events": ("participant",),
}
# These tell of ties between people, of which there are none here.
_OF_TIES = ("status", "named", "named_by")


class _Link(NamedTuple):
    """That one entity belongs to another, in which role, and from when to when."""

    who: str
    what: str
    role: str | None
    since: datetime.date | None
    until: datetime.date | None


def two_mode(
    community: Community,
    *,
    by: Literal["organizations", "assets", "events"] = "organizations",
    cycle: Cycle | None = None,
    roles: Names | None = None,
    on: datetime.date | str | None = None,
) -> "nx.Graph[str]":
    r"""Turn a community into a two-mode graph: people, and what they share.

    Who belongs to which association is often known where nobody was asked about ties, and it says
    through what people are connected. Analyse both modes (`two_mode_centrality`,
    `two_mode_cohesion`), or `project` onto one of them.

    Parameters
    ----------
    community : Community
        All of its people are nodes, those without any link too.
    by : {"organizations", "assets", "events"}
        The other mode. Organizations: by membership. Assets: by holder. Events: the entries of the
        diary of `cycle` that are done, by participant.
    cycle : Cycle, optional
        Of the same community; needed for events, refused otherwise.
    roles : str or iterable of str or None, optional
        Which links: roles, or ``"all"``. Organizations: roles of memberships as they are written
        (None stands for memberships without a role), all if not given. Assets: ``"holder"`` (if
        not given) and ``"named by"`` (people who see it as an asset). Events: ``"participant"``
        (if not given) and ``"facilitator"``.
    on : date or ISO text, optional
        Only memberships that hold on that day; those without dates hold always. Holders have no
        dates. For events it is refused: they have dates of their own, in their attributes.

    Returns
    -------
    networkx.Graph
        People first, then the other mode, each in its own order; the ids of events are their place
        in the cycle, ``records[3]``. As `graph`, it carries no names.

        - Every node: ``bipartite`` (0 for people, 1 for the other mode), as the bipartite
          algorithms of networkx expect, and ``mode`` (``people``, ``organizations``, ...), and
          the attributes that `graph` gives, apart from those on who named whom.
        - Events: ``kind`` (event), ``what`` (activities), ``on``, ``until`` (ISO dates),
          ``place``, ``attended``, each where it is known.
        - Edges: ``weight`` (1.0), ``roles``, ``links`` (how many memberships, say), ``since`` (the
          first day) and ``until`` (the last) where all of these are known.
        - The graph itself: ``community``, ``by``, ``roles``, ``on``, ``links`` (how many are in
          it), ``links_outside`` (how many are not, because they lead to what is no person of the
          community), ``links_not_held`` (not on that day), ``records_not_done``.

        Several values in one text are sorted and joined by ``"; "``.

    Raises
    ------
    InvalidValueError
        If an argument is none of what it may be, no link has a role that is asked for, the cycle
        is missing, not needed or another community's.

    See Also
    --------
    project : ties between people through what they share.
    graph : ties between people that were named.

    Notes
    -----
    Several links between the same two (a member who became chair) are one edge. Which role counts
    is a choice: to hold an asset and to see it as one are different networks.

    References
    ----------
    Breiger, R. L. (1974). The duality of persons and groups. Social Forces 53(2), 181-190.

    Examples
    --------
    Invented: two people in the same association, one in none.

    >>> from abcd import Community, Membership, Organization, Person
    >>> club = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[Person("p1", "Siti"), Person("p2", "Budi"), Person("p3", "Ayu")],
    ...     organizations=[Organization("pkk", "PKK", "association")],
    ...     memberships=[Membership("p1", "pkk", "chair"), Membership("p2", "pkk")],
    ... )
    >>> shared = two_mode(club)
    >>> list(shared.edges(data="roles"))
    [('p1', 'pkk', 'chair'), ('p2', 'pkk', '')]
    >>> dict(shared.nodes(data="bipartite"))
    {'p1': 0, 'p2': 0, 'p3': 0, 'pkk': 1}
    """
    day = _checked(community, by, cycle, on)
    links = list(_links(community, by, cycle))
    chosen = _of_roles(links, by, roles)
    held = [link for link in chosen if holds(link.since, link.until, day)]
    people = {person.id for person in community.people}
    inside = [link for link in held if link.who in people]
    made: nx.Graph[str] = nx.Graph()
    made.graph.update(
        community=community.id,
        by=by,
        roles=join([link.role for link in inside if link.role is not None]),
        on=_text(day) or "",
        links=len(inside),
        links_outside=len(held) - len(inside),
        links_not_held=len(chosen) - len(held),
        records_not_done=0 if cycle is None else sum(not _is_done(r) for r in cycle.records),
    )
    made.add_nodes_from(_people(community, day))
    made.add_nodes_from(_others(community, by, cycle))
    made.add_edges_from(_edges(inside))
    return made


# --- arguments -----------------------------------------------------------------------------------


def _checked(
    community: object, by: object, cycle: object, on: datetime.date | str | None
) -> datetime.date | None:
    faults = list(_COMMUNITY.faults("community", community))
    if cycle is not None:
        faults += _CYCLE.faults("cycle", cycle)
    if faults:
        raise InvalidValueError(*faults)
    one_of("by", by, _BY)
    day = checked_date("on", on)
    _check_cycle(community, by, cycle)  # type: ignore[arg-type]  # both were checked above
    if by == "events" and day is not None:
        accepted = "None for events, whose dates are in their attributes"
        raise InvalidValueError(Fault("on", day.isoformat(), accepted, "value"))
    return day


def _check_cycle(community: Community, by: str, cycle: Cycle | None) -> None:
    if by != "events":
        if cycle is not None:
            accepted = f"None for {by}: a cycle has events"
            raise InvalidValueError(Fault("cycle", "a Cycle", accepted, "value"))
    elif cycle is None:
        raise InvalidValueError(Fault("cycle", "None", "a Cycle, for its events", "value"))
    elif cycle.community != community.id:
        accepted = f"the cycle of {shown(community.id)}"
        found = f"that of {shown(cycle.community)}"
        raise InvalidValueError(Fault("cycle", found, accepted, "other-community"))
    else:
        _check_ids(community, cycle)


def _check_ids(community: Community, cycle: Cycle) -> None:
    known = {person.id for person in community.people}
    for id, _ in _events(cycle):
        if id in known:
            accepted = "people whose ids are not those of events"
            raise InvalidValueError(Fault("community.people", shown(id), accepted, "duplicate-id"))


def _of_roles(links: Sequence[_Link], by: str, roles: Names | None) -> Sequence[_Link]:
    if isinstance(roles, str) and roles == "all":
        return links
    if roles is None:
        wanted: Collection[str | None] | None = _ROLES[by]
        return links if wanted is None else [link for link in links if link.role in wanted]
    names = names_of("roles", roles)
    known = {link.role for link in links}
    texts = sorted(role for role in known if role is not None)
    faults = [
        Fault(
            "roles" if isinstance(roles, str) else f"roles[{position}]",
            shown(name),
            f"'all', or roles that there are: {nearest(name, texts)}",
            "unknown-name",
        )
        for position, name in enumerate(names)
        if name not in known
    ]
    if faults:
        raise InvalidValueError(*faults)
    return [link for link in links if link.role in names]


# --- nodes and edges -----------------------------------------------------------------------------


def _links(community: Community, by: str, cycle: Cycle | None) -> Iterator[_Link]:
    if by == "organizations":
        for part in community.memberships:
            yield _Link(part.person, part.organization, part.role, part.since, part.until)
    elif cycle is None:
        for asset in community.assets:
            if asset.holder is not None:
                yield _Link(asset.holder, asset.id, "holder", None, None)
            for who in asset.named_by:
                yield _Link(who, asset.id, "named by", None, None)
    else:
        for id, record in _events(cycle):
            for who in dict.fromkeys(record.participants):
                yield _Link(who, id, "participant", record.on, record.until)
            for who in dict.fromkeys(record.facilitators):
                yield _Link(who, id, "facilitator", record.on, record.until)


def _is_done(record: Record) -> bool:
    return record.status is RecordStatus.DONE


def _events(cycle: Cycle) -> Iterator[tuple[str, Record]]:
    for position, record in enumerate(cycle.records):
        if _is_done(record):
            yield f"records[{position}]", record


def _people(
    community: Community, day: datetime.date | None
) -> Iterator[tuple[str, dict[str, Scalar]]]:
    memberships = [part for part in community.memberships if holds(part.since, part.until, day)]
    record = record_of(community, None, day)
    for id, attributes in attributes_of_nodes(community.people, (), memberships, record=record):
        kept = {name: value for name, value in attributes.items() if name not in _OF_TIES}
        yield id, {"bipartite": 0, "mode": "people", **kept}


def _others(
    community: Community, by: str, cycle: Cycle | None
) -> Iterator[tuple[str, dict[str, Scalar]]]:
    if cycle is None:
        entities = community.organizations if by == "organizations" else community.assets
        nodes = attributes_of_nodes(entities, (), (), record=record_of(community, None, None))
    else:
        nodes = ((id, _of_event(record)) for id, record in _events(cycle))
    for id, attributes in nodes:
        yield id, {"bipartite": 1, "mode": by, **attributes}


def _of_event(record: Record) -> dict[str, Scalar]:
    known: dict[str, Scalar | None] = {
        "on": _text(record.on),
        "until": _text(record.until),
        "place": record.place,
        "attended": record.attended,
    }
    given = {name: value for name, value in known.items() if value is not None}
    return {"kind": NodeKind.EVENT.value, "what": join(record.what), **given}


def _text(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _edges(links: Iterable[_Link]) -> Iterator[tuple[str, str, dict[str, Scalar]]]:
    gathered: dict[tuple[str, str], list[_Link]] = defaultdict(list)
    for link in links:
        gathered[link.who, link.what].append(link)
    for (who, what), several in gathered.items():
        attributes: dict[str, Scalar] = {
            "weight": 1.0,
            "roles": join([link.role for link in several if link.role is not None]),
            "links": len(several),
        }
        begun = [link.since for link in several if link.since is not None]
        ended = [link.until for link in several if link.until is not None]
        # A span with an open end has no last day.
        if len(begun) == len(several):
            attributes["since"] = min(begun).isoformat()
        if len(ended) == len(several):
            attributes["until"] = max(ended).isoformat()
        yield who, what, attributes
