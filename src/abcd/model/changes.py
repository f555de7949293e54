"""Changes of a community's parts, each giving new collections and leaving the old ones alone."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from ..errors import Fault, InvalidValueError, hidden, shown
from ..fields import named
from .integrity import faults_of_parts, index_of
from .parts import COLLECTIONS, ENTITIES, Entity
from .references import Reference, detached

__all__ = ["added", "kept", "removed", "replaced", "sound"]

Parts = Mapping[str, Collection[Any]]
Find = Callable[[str], Entity]

_NAMES = {cls: name for name, cls in COLLECTIONS.items()}


def added(parts: Parts, many: Sequence[Any]) -> dict[str, Any]:
    """Return the collections that change when parts are added."""
    changes: dict[str, Any] = {}
    for name, part in zip(_collections_of("many", many), many, strict=True):
        if name not in changes:
            changes[name] = list(parts[name])
        changes[name].append(part)
    return changes


def replaced(parts: Parts, find: Find, many: Sequence[Any]) -> dict[str, Any]:
    """Return the collections of entities, some of them exchanged for others with their id."""
    new: dict[str, Any] = {}
    for position, name in enumerate(_collections_of("many", many)):
        path, entity = f"many[{position}]", many[position]
        if name not in ENTITIES:
            accepted = "a Person, Organization, Place or Asset; other parts have no id"
            raise InvalidValueError(Fault(path, hidden(entity), accepted, "value"))
        old = type(find(entity.id))
        if old is not type(entity):
            found = f"{shown(entity.id)} as {named(type(entity))}"
            raise InvalidValueError(Fault(path, found, f"{named(old)}, as before", "wrong-class"))
        if entity.id in new:
            accepted = "each id once"
            raise InvalidValueError(Fault(path, shown(entity.id), accepted, "duplicate-id"))
        new[entity.id] = entity
    return {name: [new.get(part.id, part) for part in parts[name]] for name in ENTITIES}


def removed(parts: Parts, find: Find, which: Sequence[Any], *, cascade: bool) -> dict[str, Any]:
    """Return the collections without the entities of some ids and without some other parts."""
    gone: set[str] = set()
    values: set[Any] = set()
    held: dict[str, set[Any]] = {}
    for position, name in enumerate(_collections_of("which", which, ids=True)):
        item = which[position]
        if name == "":
            gone.add(find(item).id)
            continue
        if name not in held:
            held[name] = set(parts[name])
        if item not in held[name]:
            path = f"which[{position}]"
            raise InvalidValueError(Fault(path, hidden(item), f"one of its {name}", "unknown"))
        if name in ENTITIES:
            gone.add(item.id)
        else:
            values.add(item)
    return _without(parts, gone, values, cascade=cascade)


def _without(
    parts: Parts, gone: Collection[str], values: Collection[Any], *, cascade: bool
) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name in COLLECTIONS:
        if name in ENTITIES:
            left = [part for part in parts[name] if part.id not in gone]
        else:
            left = [part for part in parts[name] if part not in values]
        changes[name] = _cut(name, left, lambda _, id: id not in gone) if cascade else left
    return changes


def kept(parts: Parts, ids: Collection[str]) -> dict[str, Any]:
    """Return the collections of some entities and of what connects them."""
    return {
        name: _cut(
            name,
            [part for part in parts[name] if name not in ENTITIES or part.id in ids],
            lambda _, id: id in ids,
        )
        for name in COLLECTIONS
    }


def _collections_of(argument: str, many: Sequence[object], *, ids: bool = False) -> list[str]:
    """Return the collection of each object by its class, and an empty name for an id."""
    names = ["" if ids and isinstance(item, str) else _NAMES.get(type(item)) for item in many]
    accepted = f"{'an id, ' if ids else ''}one of {', '.join(cls.__name__ for cls in _NAMES)}"
    faults = [
        Fault(f"{argument}[{position}]", hidden(many[position]), accepted, "value")
        for position, name in enumerate(names)
        if name is None
    ]
    if faults:
        raise InvalidValueError(*faults)
    return [name for name in names if name is not None]


def _cut(name: str, part_list: Iterable[Any], stays: Any) -> list[Any]:
    cut = [detached(name, part, stays) for part in part_list]
    return [part for part in cut if part is not None]


def sound(parts: Parts) -> tuple[dict[str, list[Any]], list[Fault], list[Any]]:
    """Separate the sound part of dirty data from what is wrong with it.

    Returns
    -------
    tuple
        The sound collections; every fault; the refused objects as they were given. No second
        round is needed: only a second entity of an id is refused whole, so no id goes away.
    """
    given = {name: tuple(parts.get(name, ())) for name in COLLECTIONS}
    index = index_of(given)
    faults: list[Fault] = []
    codes: dict[tuple[str, int], set[str]] = {}
    for name, position, fault in faults_of_parts(given, index):
        faults.append(fault)
        codes.setdefault((name, position), set()).add(fault.code)
    whole: dict[str, list[Any]] = {name: [] for name in COLLECTIONS}
    set_aside: list[Any] = []
    for name, part_list in given.items():
        for position, part in enumerate(part_list):
            found = codes.get((name, position))
            if found is None:
                whole[name].append(part)
                continue
            set_aside.append(part)
            mended = _mended(name, part, found, index)
            if mended is not None:
                whole[name].append(mended)
    return whole, faults, set_aside


def _mended(name: str, part: Any, codes: set[str], index: Mapping[str, Any]) -> Any:
    """Return a faulty part without the references that are wrong, or None if it can not stay."""
    if codes & {"duplicate-id", "self-tie", "self-flow"}:
        return None
    circular = "circular-parent" in codes

    def stays(reference: Reference, id: str) -> bool:
        if circular and reference.field == "parent":
            return False
        return isinstance(index.get(id), reference.targets)

    return detached(name, part, stays)
