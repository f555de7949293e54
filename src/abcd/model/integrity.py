"""Whether the parts of a community fit together."""

import itertools
import operator
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from ..errors import Fault, nearest, shown
from ..fields import named
from .flows import OUTSIDE
from .parts import COLLECTIONS, ENTITIES, Entity
from .references import REFERENCES, Reference

__all__ = ["faults_between_parts", "faults_of_parts", "index_of"]

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
    ids: dict[type, set[str]] = {COLLECTIONS[name]: set() for name in ENTITIES}
    for id, entity in index.items():
        ids[type(entity)].add(id)
    searches = 0
    for collection in COLLECTIONS:
        for reference in REFERENCES[collection]:
            for position, where, id in _misfits(parts[collection], reference, ids):
                searches += 1
                known = index if searches <= _SEARCHES else ()
                fault = _dangling(reference, id, index, known).within(
                    f"{collection}[{position}].{where}"
                )
                yield collection, position, fault
    yield from _self_references(parts)
    yield from _circles(parts["places"], index)


def faults_between_parts(lists: Mapping[str, Sequence[Any]]) -> Iterator[Fault]:
    """List the misfits between parts, of which a document may have lost some to other faults.

    Parameters
    ----------
    lists : mapping of str to sequence
        The collections that are known, with None where a part is lost, so that positions hold.
        What refers to entities of a collection that is not known is not judged.
    """
    held = {
        name: [(at, part) for at, part in enumerate(lists.get(name, ())) if part is not None]
        for name in COLLECTIONS
    }
    parts = {name: [part for _, part in pairs] for name, pairs in held.items()}
    unknown = {COLLECTIONS[name] for name in ENTITIES if name not in lists}
    for name, position, fault in faults_of_parts(parts, index_of(parts)):
        rest = fault.path.removeprefix(f"{name}[{position}].")
        if fault.code != "unknown-id" or unknown.isdisjoint(_targets(name, rest)):
            path = f"{name}[{held[name][position][0]}].{rest}"
            yield attrs.evolve(fault, path=path)


def _targets(collection: str, path: str) -> tuple[type, ...]:
    field = path.partition("[")[0]
    return next(each.targets for each in REFERENCES[collection] if each.field == field)


def _duplicates(
    parts: Mapping[str, Sequence[Any]], index: Mapping[str, Entity]
) -> Iterator[tuple[str, int, Fault]]:
    if len(index) == sum([len(parts[collection]) for collection in ENTITIES]):
        return
    seen: set[str] = set()
    for collection in ENTITIES:
        for position, entity in enumerate(parts[collection]):
            if entity.id not in seen:
                seen.add(entity.id)
            else:
                first = type(index[entity.id]).__name__
                accepted = f"an id that is used once; {first} {shown(entity.id)} came first"
                path = f"{collection}[{position}].id"
                yield collection, position, Fault(path, shown(entity.id), accepted, "duplicate-id")


def _misfits(
    part_list: Sequence[Any], reference: Reference, ids: Mapping[type, set[str]]
) -> Iterator[tuple[int, str, str]]:
    if not part_list:
        # The union below copies every id; most communities lack several kinds of parts.
        return
    fitting: set[str | None] = {None, OUTSIDE}.union(*[ids[cls] for cls in reference.targets])
    values = list(map(operator.attrgetter(reference.field), part_list))
    # One comparison of sets clears the usual case; only where it fails is each id looked at.
    if fitting.issuperset(itertools.chain.from_iterable(values) if reference.many else values):
        return
    for position, value in enumerate(values):
        for place, id in enumerate(value if reference.many else (value,)):
            if id not in fitting:
                yield (
                    position,
                    f"{reference.field}[{place}]" if reference.many else reference.field,
                    id,
                )


def _dangling(
    reference: Reference, id: str, index: Mapping[str, Entity], known: Mapping[str, Any] | tuple[()]
) -> Fault:
    names = " or ".join([named(cls) for cls in reference.targets])
    wanted = "an id" if len(reference.targets) == len(ENTITIES) else f"the id of {names}"
    if id in index:
        found = f"{shown(id)}, which is {named(type(index[id]))}"
        return Fault("", found, wanted, "wrong-class")
    # A key with "@" is no id: it stands for the one that a faulty document lost.
    fitting = [key for key in known if isinstance(index[key], reference.targets) and key[0] != "@"]
    hint = f": {nearest(id, fitting)}" if fitting else ""
    return Fault("", shown(id), f"{wanted} of this community{hint}", "unknown-id")


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


def _circles(
    places: Sequence[Any], index: Mapping[str, Entity]
) -> Iterator[tuple[str, int, Fault]]:
    # Only the place that holds its id: another one with this id is refused anyway.
    positions: dict[str, int] = {}
    for position, place in enumerate(places):
        if index[place.id] is place:
            positions.setdefault(place.id, position)
    circular: set[str] = set()
    done: set[str] = set()
    for start in positions:
        walked: dict[str, int] = {}
        here: str | None = start
        while here in positions and here not in done and here not in walked:
            walked[here] = len(walked)
            here = places[positions[here]].parent
        if here in walked:
            circular.update(list(walked)[walked[here] :])
        done.update(walked)
    accepted = "a place that is not a part of this one"
    for id in [id for id in positions if id in circular]:
        position = positions[id]
        found = shown(places[position].parent)
        path = f"places[{position}].parent"
        yield "places", position, Fault(path, found, accepted, "circular-parent")
