"""The tables of a summary, one function a question."""

from collections.abc import Iterable, Sequence

import attrs

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, nearest, shown
from ..model import Asset, Community, Person
from ..vocabulary import Control, Crosswalk, Gift, OrganizationKind, Scheme, Status, label
from .tally import Tally, tally

__all__ = [
    "by_control",
    "by_holder",
    "by_kind",
    "by_place",
    "by_primary_kind",
    "by_status",
    "gifts",
]

_HOLDERS = ("person", *[member.value for member in OrganizationKind])
_HOLDER_LABELS = {"person": "Person", "organization": "Organization of no stated kind"}


def by_primary_kind(community: Community, target: Scheme, walk: Crosswalk | None) -> Tally:
    """Count assets by the first kind that they name.

    Parameters
    ----------
    community : Community
        Whose assets are counted.
    target : Scheme
        The rows.
    walk : Crosswalk or None
        How kinds are read in the target; None where they count as they are named.

    Returns
    -------
    Tally
        Kinds that the target has no place for are rows of their own where `walk` is None, and
        lost otherwise, with a caveat that lists them.
    """
    kinds = [asset.kinds[:1] for asset in community.assets]
    return _by_kinds("assets by primary kind", kinds, target, walk=walk)


def by_kind(community: Community, target: Scheme, walk: Crosswalk | None) -> Tally:
    """Count assets by every kind that they name; for the rest see `by_primary_kind`."""
    kinds = [asset.kinds for asset in community.assets]
    return _by_kinds("assets by every kind named", kinds, target, walk=walk)


def _by_kinds(
    question: str, named: Sequence[tuple[str, ...]], target: Scheme, *, walk: Crosswalk | None
) -> Tally:
    held: list[Sequence[str] | None] = list(named)
    lost: list[str] = []
    if walk is not None:
        reached = [[code for kind in kinds for code in sorted(walk[kind])] for kinds in named]
        # No kind named is "not stated"; kinds that all lead nowhere are stated, without a row.
        held = [
            codes or (None if kinds else ()) for codes, kinds in zip(reached, named, strict=True)
        ]
        lost = sorted({kind for kinds in named for kind in kinds if not walk[kind]})
    table = tally(
        question,
        held,
        denominator="assets",
        order=target.codes,
        labels={code: target.label(code) for code in target.codes},
    )
    data = {"scheme": target.id, "kinds": lost, "count": table.without_row}
    return _with(table, Caveat("kinds-lost", data)) if lost else table


def _with(table: Tally, caveat: Caveat) -> Tally:
    return attrs.evolve(table, caveats=(*table.caveats, caveat))


def by_control(community: Community) -> Tally:
    """Count assets by who controls them."""
    held = [() if asset.control is None else (asset.control.value,) for asset in community.assets]
    return _of_assets("assets by control", held, Control)


def by_status(community: Community) -> Tally:
    """Count assets by how far they have come."""
    held = [(asset.status.value,) for asset in community.assets]
    return _of_assets("assets by status", held, Status)


def _of_assets(
    question: str, held: Iterable[Sequence[str]], members: Iterable[Control] | Iterable[Status]
) -> Tally:
    order = [member.value for member in members]
    words = {code: label(code) for code in order}
    return tally(question, held, denominator="assets", order=order, labels=words)


def by_holder(community: Community) -> Tally:
    """Count assets by who holds them: a person, or an organization of which kind."""
    held = [
        () if asset.holder is None else (_holder(community, asset.holder),)
        for asset in community.assets
    ]
    words = {code: label(code) for code in _HOLDERS} | _HOLDER_LABELS
    return tally("assets by holder", held, denominator="assets", order=_HOLDERS, labels=words)


def _holder(community: Community, id: str) -> str:
    holder = community[id]
    if isinstance(holder, Person):
        return "person"
    kind = getattr(holder, "kind", None)
    return "organization" if kind is None else str(kind.value)


def by_place(community: Community, level: str | None) -> Tally:
    """Count assets by place, at a level where one is given.

    Parameters
    ----------
    community : Community
        Whose assets are counted.
    level : str, optional
        An asset counts at the nearest place of this level at or above its own; where there is
        none, it is `without_row`, with a caveat. By default at its own place.

    Raises
    ------
    InvalidValueError
        If no place of the community has the level.
    """
    levels = sorted({place.level for place in community.places if place.level is not None})
    if not (level is None or (isinstance(level, str) and level in levels)):
        known = nearest(level, levels) if levels else "none is stated"
        accepted = f"a level of the community's places: {known}"
        raise InvalidValueError(Fault("level", shown(level), accepted, "value"))
    places = {place.id: place for place in community.places}

    def located(asset: Asset) -> Sequence[str] | None:
        if asset.place is None:
            return ()
        place = places[asset.place]
        while level is not None and place.level != level:
            if place.parent is None:
                return None
            place = places[place.parent]
        return (place.id,)

    table = tally(
        "assets by place" if level is None else f"assets by place of level {level}",
        [located(asset) for asset in community.assets],
        denominator="assets",
        labels={place.id: place.name for place in community.places},
    )
    data = {"level": level, "count": table.without_row, "total": table.total}
    return _with(table, Caveat("outside-level", data)) if table.without_row else table


def gifts(community: Community) -> Tally:
    """Count the capacities that people have or teach, by head, heart and hand.

    A wish to learn is no gift, and neither is a capacity that nobody was asked about.
    """
    held = [
        () if capacity.gift is None else (capacity.gift.value,)
        for person in community.people
        for capacity in person.capacities
        if capacity.has or capacity.teaches
    ]
    order = [member.value for member in Gift]
    words = {code: label(code) for code in order}
    return tally(
        "gifts by head, heart and hand", held, denominator="gifts", order=order, labels=words
    )
