"""Which entities and ties of a community a network is made of; nothing is pooled in silence."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from ..errors import Fault, InvalidValueError, hidden, nearest, shown
from ..fields import DATE_OR_NONE, FLAG, instances, one_of, to_code, to_date, to_flag
from ..model import Asset, Community, Membership, Organization, Person, Place, Tie

__all__ = ["Entity", "Names", "Selection", "checked_date", "holds", "names_of", "selected"]

Entity: TypeAlias = Person | Organization | Asset | Place
Names: TypeAlias = str | Iterable[str | None]

_NODES = ("people", "organizations", "assets", "places")
_COMMUNITY = instances(Community)
_NO_KIND = "None (ties without one)"


class Selection(NamedTuple):
    """What was asked for, and how much was left out."""

    classes: list[str]
    entities: dict[str, Entity]
    ties: list[Tie]
    memberships: list[Membership]
    on: datetime.date | None
    # The waves that are looked at, whether or not they have ties here; None: all.
    waves: frozenset[str | None] | None
    ties_outside: int
    ties_not_held: int
    memberships_not_held: int


def selected(
    community: Community,
    *,
    kinds: Names | None,
    waves: Names | None,
    nodes: str | Iterable[str],
    directed: bool,
    on: datetime.date | str | None,
) -> Selection:
    """Read the arguments that `graph` and its neighbors share, and select by them."""
    day = _checked(community, directed, on)
    waves = waves if waves is None or isinstance(waves, str) else names_of("waves", waves)
    classes = _classes(nodes)
    entities: dict[str, Entity] = {
        entity.id: entity for name in classes for entity in getattr(community, name)
    }
    named = _of_names(community.ties, "kinds", "kind", kinds)
    named = _of_names(named, "waves", "wave", waves)
    held = [tie for tie in named if holds(tie.since, tie.until, day)]
    ties = [tie for tie in held if tie.source in entities and tie.target in entities]
    _refuse_pooling(ties, "kinds", "kind", kinds)
    _refuse_pooling(ties, "waves", "wave", waves)
    own = [part for part in community.memberships if part.person in entities]
    memberships = [part for part in own if holds(part.since, part.until, day)]
    return Selection(
        classes=classes,
        entities=entities,
        ties=ties,
        memberships=memberships,
        on=day,
        waves=_waves(waves, ties),
        ties_outside=len(held) - len(ties),
        ties_not_held=len(named) - len(held),
        memberships_not_held=len(own) - len(memberships),
    )


def _waves(wanted: Names | None, ties: Iterable[Tie]) -> frozenset[str | None] | None:
    if wanted is None:
        # Ties of several waves were refused: these are of one, or there are none.
        return frozenset([tie.wave for tie in ties]) or None
    return None if wanted == "all" else frozenset(names_of("waves", wanted))


def holds(
    since: datetime.date | None, until: datetime.date | None, day: datetime.date | None
) -> bool:
    """Whether what begins and ends then is there on a day; what has no dates always is."""
    if day is None:
        return True
    return (since is None or since <= day) and (until is None or day <= until)


def checked_date(argument: str, value: datetime.date | str | None) -> datetime.date | None:
    """Read a day, or refuse what is none."""
    day = to_date(value)
    faults = list(DATE_OR_NONE.faults(argument, day))
    if faults:
        raise InvalidValueError(*faults)
    return day


def names_of(argument: str, value: object) -> list[str | None]:
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


def _checked(
    community: object, directed: object, on: datetime.date | str | None
) -> datetime.date | None:
    day = to_date(on)
    faults = [
        *_COMMUNITY.faults("community", community),
        *FLAG.faults("directed", to_flag(directed)),  # type: ignore[arg-type]  # refused here
        *DATE_OR_NONE.faults("on", day),
    ]
    if faults:
        raise InvalidValueError(*faults)
    return day


def _classes(nodes: object) -> list[str]:
    names = names_of("nodes", nodes)
    for name in names:
        one_of("nodes", name, (*_NODES, "all"))
    return [name for name in _NODES if name in names or "all" in names]


def _of_names(
    ties: Sequence[Tie], argument: str, field: str, wanted: Names | None
) -> Sequence[Tie]:
    """Keep the ties with one of the names; refuse a name that no tie has."""
    if wanted is None or (isinstance(wanted, str) and wanted == "all"):
        return ties
    names = names_of(argument, wanted)
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
