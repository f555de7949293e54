"""Walk over objects of the model and take names out of every text in them."""

import operator
from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from ..cycle import (
    ActivityDefinition,
    CycleDefinition,
    Goal,
    PhaseDefinition,
    Plan,
    Record,
    Reflection,
    Vision,
)
from ..fields import FrozenMapping
from ..model import Asset, Consent, Evidence
from ..model.evidence import INVENTED
from ..model.places import GEOMETRY_TYPES
from ..vocabulary import AssetKind, Tag
from ..vocabulary.tags import has_known_shape
from ._names import Names
from .consent import spelled

__all__ = ["REDACTED", "Scrubber"]

REDACTED: Final = "[redacted]"
"""What stands in the place of a name, in every language."""

_KINDS = frozenset([kind.value for kind in AssetKind])
# What makes a mapping a GeoJSON geometry: no names, although a person may be called Point.
_GEOMETRY_KEYS = frozenset({"type", "coordinates", "geometries", "bbox"})
# What names a phase, an activity or a step; an id of a definition says what it is, not who.
_STRUCTURE = frozenset(
    {
        (CycleDefinition, "id"),
        (PhaseDefinition, "id"),
        (ActivityDefinition, "id"),
        (Record, "what"),
        (Vision, "phase"),
        (Goal, "phase"),
        (Plan, "phase"),
        (Reflection, "phase"),
    }
)


class Scrubber:
    """Takes names out of texts, and counts where.

    It follows whatever text, list, mapping or object an object holds, so that no field can be
    forgotten. The fields it knows by name are those in which a word is no name: a kind of asset
    of the shipped vocabulary, the method that says that something is invented.

    Parameters
    ----------
    names : Names
        What to look for.
    purpose : str, optional
        The purpose asked for, which is said aloud anyway. It stays in consents, so that the
        answer for this purpose is the same after redaction.
    ids : mapping of str to str, optional
        Texts that are ids, each with the one that stands for it now: they are no prose.
    structure : mapping of str to str, optional
        The same for fields that name a phase, an activity or a step. Such an id may be somebody's
        id as well, and must not become that person's new one.
    """

    def __init__(
        self,
        names: Names,
        purpose: str | None,
        ids: Mapping[str, str] | None = None,
        structure: Mapping[str, str] | None = None,
    ) -> None:
        self.passages = 0
        self._names = names
        self._ids = ids or {}
        self._structure = structure or {}
        self._spared: dict[tuple[type, str], Callable[[str], bool]] = {
            (Asset, "kinds"): _KINDS.__contains__,
            (Evidence, "method"): INVENTED.__eq__,
            (Consent, "purposes"): lambda word: (
                purpose is not None and spelled(word) == spelled(purpose)
            ),
        }
        self._handlers: dict[type, Callable[[Any], Any] | None] = {
            str: self._text,
            tuple: self._items,
            FrozenMapping: self._mapping,
            Tag: self._tag,
        }

    def value(self, value: Any) -> Any:
        """Return a value without names; the same object where there are none."""
        kind = type(value)
        if kind not in self._handlers:
            self._handlers[kind] = self.fields if attrs.has(kind) else None
        handler = self._handlers[kind]
        return value if handler is None else handler(value)

    def fields(self, instance: Any) -> Any:
        """Return an object without names in any of its fields."""
        changes = self.changes(instance)
        return attrs.evolve(instance, **changes) if changes else instance

    def changes(self, instance: Any, keep: frozenset[str] = frozenset()) -> dict[str, Any]:
        """Return the fields of an object that held names, without them; some are to be kept."""
        changes: dict[str, Any] = {}
        for field in attrs.fields(type(instance)):
            old = getattr(instance, field.name)
            if old is None or field.name in keep:
                continue
            place = (type(instance), field.name)
            spared = self._spared.get(place)
            if place in _STRUCTURE:
                new = self._named(old)
            else:
                new = self.value(old) if spared is None else self._words(old, spared)
            if new is not old:
                changes[field.alias] = new
        return changes

    def _words(self, value: Any, spared: Callable[[str], bool]) -> Any:
        if type(value) is str:
            return value if spared(value) else self._text(value)
        words = tuple([self._words(word, spared) for word in value])
        return value if words == value else words

    def _named(self, value: Any) -> Any:
        if type(value) is str:
            return self._structure.get(value, value)
        named = tuple([self._structure.get(id, id) for id in value])
        return value if named == value else named

    def _items(self, value: tuple[Any, ...]) -> tuple[Any, ...]:
        items = tuple([self.value(item) for item in value])
        # Compared by identity: what holds no name is the same object.
        same = all(map(operator.is_, items, value))
        return value if same else items

    def _text(self, text: str) -> str:
        if text in self._ids:
            return self._ids[text]
        plain, count = self._names.without(text, REDACTED)
        self.passages += count
        return plain

    def _tag(self, tag: Tag) -> Tag:
        # A code of a known shape names nobody, whoever has the id "8"; another would not fit.
        keep = {"scheme", "code"} if has_known_shape(tag) else set()
        changes = self.changes(tag, frozenset(keep))
        return attrs.evolve(tag, **changes) if changes else tag

    def _mapping(self, mapping: FrozenMapping) -> FrozenMapping:
        kept = _GEOMETRY_KEYS if _is_geometry(mapping) else frozenset[str]()
        items: dict[str, Any] = {}
        changed = False
        for key, old in mapping.items():
            name = key if key in kept else self._text(key)
            new = old if kept and key == "type" else self.value(old)
            changed = changed or name is not key or new is not old
            items[name if name is key else _free(name, mapping, items)] = new
        return FrozenMapping(items) if changed else mapping


def _is_geometry(mapping: Mapping[str, Any]) -> bool:
    return mapping.get("type") in GEOMETRY_TYPES and (
        "coordinates" in mapping or "geometries" in mapping
    )


def _free(key: str, taken: Mapping[str, Any], also: Mapping[str, Any]) -> str:
    """Return a key that is not used yet: two keys must not fall into one and lose a value."""
    free, number = key, 1
    while free in taken or free in also:
        number += 1
        free = f"{key} {number}"
    return free
