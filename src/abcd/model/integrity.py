"""Whether the parts of a community fit together."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..errors import Fault, nearest, shown
from .references import COLLECTIONS, ENTITIES, REFERENCES, Entity, Reference

__all__ = ["faults_of_parts", "index_of"]

# Each search for near spellings walks over all ids; a reader needs it for the first faults only.
_SEARCHES = 20


def index_of(parts: Mapping[str, Sequence[Any]]) -> dict[str, Entity]:
    """Map each id to its entity; of several with the same id the first one stays."""
    index: dict[str, Entity] = {}
    for collection in ENTITIES:
        for entity in parts[collection]:
            index.setdefault(entity.id, entity)
    return index


def faults_of_parts(
    parts: Mapping[str, Sequence[Any]], index: Mapping[str, Entity]
) -> Iterator[tuple[str, int, Fault]]:
    """List every misfit with the collection and the position of the part that has it.

    Parameters
    ----------
    parts : mapping of str to sequence
        The collections of a community.
    index : mapping of str to entity
        From `index_of`.
    """
    yield from _duplicates(parts, index)
    searches = 0
    for collection in COLLECTIONS:
        for reference in REFERENCES[collection]:
            for position, where, id in _misfits(parts[collection], reference, index):
                searches += 1
                known = index if searches <= _SEARCHES else ()
                fault = _dangling(reference, id, index, known).within(
                    f"{collection}[{position}].{where}"
                )
                yield collection, position, fault
    yield from _self_references(parts)
    yield from _circles(parts["places"])


def _duplicates(
    parts: Mapping[str, Sequence[Any]], index: Mapping[str, Entity]
) -> Iterator[tuple[str, int, Fault]]:
    for collection in ENTITIES:
        for position, entity in enumerate(parts[collection]):
            if index[entity.id] is not entity:
                first = type(index[entity.id]).__name__
                accepted = f"an id that is used once; {first} {shown(entity.id)} came first"
                path = f"{collection}[{position}].id"
                yield collection, position, Fault(path, shown(entity.id), accepted, "duplicate-id")


def _misfits(
    part_list: Sequence[Any], reference: Reference, index: Mapping[str, Entity]
) -> Iterator[tuple[int, str, str]]:
    targets = reference.targets
    for position, part in enumerate(part_list):
        for place, id in enumerate(reference.ids(part)):
            if not isinstance(index.get(id), targets):
                yield position, reference.path(place), id


def _dangling(
    reference: Reference, id: str, index: Mapping[str, Entity], known: Mapping[str, Any] | tuple[()]
) -> Fault:
    names = " or ".join(cls.__name__ for cls in reference.targets)
    if id in index:
        found = f"{shown(id)}, which is a {type(index[id]).__name__}"
        return Fault("", found, f"the id of a {names}", "wrong-class")
    fitting = [key for key in known if isinstance(index[key], reference.targets)]
    hint = f": {nearest(id, fitting)}" if fitting else ""
    return Fault("", shown(id), f"the id of a {names} of this community{hint}", "unknown-id")


def _self_references(
    parts: Mapping[str, Sequence[Any]],
) -> Iterator[tuple[str, int, Fault]]:
    accepted = "two different ends"
    for position, tie in enumerate(parts["ties"]):
        if tie.source == tie.target:
            path = f"ties[{position}].target"
            yield "ties", position, Fault(path, shown(tie.target), accepted, "self-tie")
    for position, flow in enumerate(parts["flows"]):
        if flow.payer == flow.payee:
            path = f"flows[{position}].payee"
            yield "flows", position, Fault(path, shown(flow.payee), accepted, "self-flow")


def _circles(places: Sequence[Any]) -> Iterator[tuple[str, int, Fault]]:
    parent = {place.id: place.parent for place in places}
    sound: set[str] = set()
    for position, place in enumerate(places):
        walked: dict[str, None] = {}
        here = place.id
        while here is not None and here not in sound and here not in walked:
            walked[here] = None
            here = parent.get(here)
        if here == place.id and here in walked:
            path = f"places[{position}].parent"
            accepted = "a place that is not a part of this one"
            yield "places", position, Fault(path, shown(place.parent), accepted, "circular-parent")
        if here not in walked:
            sound.update(walked)
