"""Changes of a community's parts, each giving new collections and leaving the old ones alone."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from ..errors import Fault, InvalidValueError, hidden, shown
from .integrity import faults_of_parts, index_of
from .references import COLLECTIONS, ENTITIES, Reference, detached

__all__ = ["added", "collection_of", "kept", "removed", "replaced", "sound"]

Parts = Mapping[str, Collection[Any]]


def collection_of(path: str, part: object) -> str:
    """Return the collection in which an object belongs, by its class."""
    for name, cls in COLLECTIONS.items():
        if isinstance(part, cls):
            return name
    accepted = ", ".join(cls.__name__ for cls in COLLECTIONS.values())
    raise InvalidValueError(Fault(path, hidden(part), f"one of {accepted}", "value"))


def added(parts: Parts, many: Iterable[object]) -> dict[str, list[Any]]:
    """Return the collections that change when parts are added."""
    changes: dict[str, list[Any]] = {}
    for position, part in enumerate(many):
        name = collection_of(f"many[{position}]", part)
        changes.setdefault(name, list(parts[name])).append(part)
    return changes


def replaced(parts: Parts, index: Mapping[str, Any], many: Iterable[Any]) -> dict[str, list[Any]]:
    """Return the collections of entities, some of them exchanged for others with their id."""
    new: dict[str, Any] = {}
    for position, entity in enumerate(many):
        path = f"many[{position}]"
        if collection_of(path, entity) not in ENTITIES:
            accepted = "a Person, Organization, Place or Asset; other parts have no id"
            raise InvalidValueError(Fault(path, hidden(entity), accepted, "value"))
        old = type(index[entity.id])
        if old is not type(entity):
            found = f"{shown(entity.id)} of class {type(entity).__name__}"
            raise InvalidValueError(Fault(path, found, f"a {old.__name__}", "wrong-class"))
        new[entity.id] = entity
    return {name: [new.get(part.id, part) for part in parts[name]] for name in ENTITIES}


def removed(
    parts: Parts, gone: Collection[str], values: Collection[Any], *, cascade: bool
) -> dict[str, list[Any]]:
    """Return the collections without the entities of some ids and without some other parts."""
    changes: dict[str, list[Any]] = {}
    for name in COLLECTIONS:
        if name in ENTITIES:
            left = [part for part in parts[name] if part.id not in gone]
        else:
            left = [part for part in parts[name] if part not in values]
        changes[name] = _cut(name, left, lambda _, id: id not in gone) if cascade else left
    return changes


def kept(parts: Parts, ids: Collection[str]) -> dict[str, list[Any]]:
    """Return the collections of some entities and of what connects them."""
    return {
        name: _cut(
            name,
            [part for part in parts[name] if name not in ENTITIES or part.id in ids],
            lambda _, id: id in ids,
        )
        for name in COLLECTIONS
    }


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
