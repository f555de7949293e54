"""Objects of every class of the model with one text in each of their text fields.

The fields are found by reflection, so that a field that is new one day is tested as well.
"""

import itertools
import types
import typing
from collections.abc import Iterator
from typing import Any

import attrs

import abcd
from abcd.fields import FrozenMapping
from abcd.model import Community, Consent, Membership, Person, Tie
from abcd.model.parts import COLLECTIONS, ENTITIES
from abcd.model.references import REFERENCES

__all__ = ["PURPOSE", "dumps", "planted", "text_fields"]

PURPOSE = "village report"
# Every reference of a part leads to one of these, by the first class that it may name.
_IDS = {"Person": "named", "Organization": "org", "Place": "place", "Asset": "asset"}


def planted(text: str, id_text: str) -> Community:
    """Make a community in which a text stands wherever text can stand.

    Parameters
    ----------
    text : str
        For fields of text, keys and values of mappings.
    id_text : str
        For ids: a second entity of each class has it in its id.
    """
    numbers = itertools.count()
    parts: dict[str, list[Any]] = {name: [] for name in COLLECTIONS}
    for name, cls in COLLECTIONS.items():
        parts[name].append(_object(cls, text, _references(name)))
        if name in ENTITIES:
            parts[name][0] = attrs.evolve(parts[name][0], id=_IDS[cls.__name__])
            other = f"{id_text}-{next(numbers)}"
            parts[name].append(attrs.evolve(parts[name][0], id=other))
    consent = Consent([PURPOSE, text], proof=text, guardian=text)
    parts["people"] = [
        attrs.evolve(parts["people"][0], name="Rahma", consents=(consent,)),
        attrs.evolve(parts["people"][1], name=text, consents=()),
    ]
    # A tie must have two ends; a place is no part of itself.
    parts["ties"] = [attrs.evolve(parts["ties"][0], source="named", target=parts["people"][1].id)]
    parts["flows"] = [attrs.evolve(parts["flows"][0], payer="org", payee=parts["assets"][1].id)]
    parts["places"] = [attrs.evolve(place, parent=None) for place in parts["places"]]
    fields = _fields(Community, text, frozenset({*COLLECTIONS}))
    return Community(**{**fields, **parts, "id": f"{id_text}-community"})


def text_fields(cls: type) -> Iterator[str]:
    """Name the fields of a class that hold text, in a list or a mapping too."""
    for field in attrs.fields(attrs.resolve_types(cls)):
        if _value(field.type, "x") is not None:
            yield field.name


def dumps(value: Any) -> list[str]:
    """Show an object in every way in which it can be seen."""
    shown = [str(abcd.to_dict(value)), repr(value), str(value)]
    return [*shown, value._repr_html_()] if hasattr(value, "_repr_html_") else shown


def _references(collection: str) -> dict[str, Any]:
    ids = {
        reference.field: _IDS[reference.targets[0].__name__] for reference in REFERENCES[collection]
    }
    many = {reference.field for reference in REFERENCES[collection] if reference.many}
    return {field: (id,) if field in many else id for field, id in ids.items()}


def _object(cls: Any, text: str, given: dict[str, Any]) -> Any:
    return cls(**{**_fields(cls, text, frozenset(given)), **given})


def _fields(cls: Any, text: str, skipped: frozenset[str]) -> dict[str, Any]:
    fields = attrs.fields(attrs.resolve_types(cls))
    drawn = {
        field.name: _geometry(text) if field.name == "geometry" else _value(field.type, text)
        for field in fields
        if field.name not in skipped
    }
    return {name: value for name, value in drawn.items() if value is not None} | _dull(cls)


def _dull(cls: Any) -> dict[str, Any]:
    """Give what a class asks for beside text."""
    return {"amount": 1} if cls.__name__ == "Flow" else {}


def _geometry(text: str) -> FrozenMapping:
    return FrozenMapping({"type": "Point", "coordinates": [1, 2, text], text: text})


def _value(hint: Any, text: str) -> Any:
    """Return a value with the text in it, or None where the type holds no text."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return next(
            (value for part in arguments if (value := _value(part, text)) is not None), None
        )
    if origin is tuple:
        item = _value(arguments[0], text)
        return None if item is None else (item,)
    if hint is str:
        return text
    if hint is FrozenMapping:
        return FrozenMapping({text: text, "list": [text, {"deep": text}], f"of {text}": 1})
    if isinstance(hint, type) and attrs.has(hint) and hint not in (Person, Membership, Tie):
        return _object(hint, text, {})
    return None
