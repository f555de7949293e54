"""The tables of a summary, one function a question."""

from collections.abc import Iterable, Sequence

import attrs

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..model import Asset, Community, Person
from ..vocabulary import Control, Crosswalk, Gift, OrganizationKind, Status, label
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


def by_primary_kind(community: Community, walk: Crosswalk) -> Tally:
    """Count assets by the first kind that they name."""
    return _by_kinds(community, walk, "assets by primary kind", first_only=True)


def by_kind(community: Community, walk: Crosswalk) -> Tally:
    """Count assets by every kind that they name."""
    return _by_kinds(community, walk, "assets by every kind named", first_only=False)


def _by_kinds(community: Community, walk: Crosswalk, question: str, *, first_only: bool) -> Tally:
    used = [asset.kinds[:1] if first_only else asset.kinds for asset in community.assets]
    if walk.source == walk.target:
        # Kinds of the community's own have no place in any scheme, and are rows all the same.
        held: list[Sequence[str] | None] = list(used)
        lost: list[str] = []
    else:
        reached = [[code for kind in kinds for code in sorted(walk[kind])] for kinds in used]
        held = [
            codes or (None if kinds else ()) for codes, kinds in zip(reached, used, strict=True)
        ]
        lost = sorted({kind for kinds in used for kind in kinds if not walk[kind]})
    target = walk.target
    table = tally(
        question,
        held,
        denominator="assets",
        order=target.codes,
        labels={code: target.label(code) for code in target.codes},
    )
    if not lost:
        return table
    data = {"scheme": target.id, "kinds": lost, "count": table.without_row}
    return attrs.evolve(table, caveats=(*table.caveats, Caveat("kinds-lost", data)))


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
    """Count assets by the kind of their holder."""
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
    """Count assets by place, at a level where one is given."""
    levels = sorted({place.level for place in community.places if place.level is not None})
    if level is not None and level not in levels:
        accepted = f"a level of its places: {', '.join(map(repr, levels)) or 'none is stated'}"
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

    return tally(
        "assets by place" if level is None else f"assets by place of level {level}",
        [located(asset) for asset in community.assets],
        denominator="assets",
        labels={place.id: place.name for place in community.places},
    )


def gifts(community: Community) -> Tally:
    """Count the capacities that people have or teach, by head, heart and hand."""
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
