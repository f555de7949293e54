"""What the fields of a class hold, as far as documents must know: read once, from its types."""

import datetime
import decimal
import enum
import functools
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from .errors import Fault, shown
from .fields import (
    FLAG,
    MAPPING,
    FrozenMapping,
    Rule,
    choice,
    rule_of,
    to_date,
    to_mapping,
)

__all__ = ["BROKEN", "Field", "fields_of", "is_ours"]

_PACKAGE = __name__.partition(".")[0]

Read = Callable[[Any, str, list[Fault]], Any]

BROKEN: Any = object()
"""What reading a field gives where nothing of it can be used."""


@attrs.frozen
class Field:
    """One field of a class, as documents see it."""

    name: str
    required: bool
    # The default, where it is None or empty: a value equal to it is left out of documents.
    empty: Any
    # The class of a nested object, or the classes by name where it must be said in the document.
    nested: type | None
    tagged: Mapping[str, type] | None
    many: bool
    optional: bool
    # Whether the constructor refuses what does not fit, so that the first pass may rely on it.
    checked_by_class: bool
    accepted: str
    # Reads a value that is no object of ours, and reports what is wrong with it.
    plain: Read


def is_ours(cls: Any) -> bool:
    """Whether a class belongs to this library and has fields."""
    return isinstance(cls, type) and attrs.has(cls) and cls.__module__.partition(".")[0] == _PACKAGE


@functools.cache
def fields_of(cls: Any) -> tuple[Field, ...]:
    """Describe the fields of a class, in their order."""
    # Resolving the types anew for each object would cost a hundred times the reading itself.
    hints = typing.get_type_hints(cls)
    return tuple([_described(field, hints[field.name]) for field in attrs.fields(cls)])


def _described(field: Any, hint: Any) -> Field:
    inner, optional = _without_none(hint)
    many = typing.get_origin(inner) is tuple and inner.__args__[-1] is Ellipsis
    item = inner.__args__[0] if many else inner
    options = typing.get_args(item) if _is_union(item) else (item,)
    objects = [option for option in options if is_ours(option)]
    tagged = (
        {option.__name__: option for option in options} if objects and options != (item,) else None
    )
    nested = item if objects and tagged is None else None
    rule = rule_of(field)
    if nested is not None or tagged is not None:
        read, accepted = _unused, "an object"
    elif rule is not None:
        read, accepted = _by_rule(rule, field.converter), rule.accepted
    else:
        read, accepted = _by_type(hint)
    return Field(
        name=field.name,
        required=field.default is attrs.NOTHING,
        empty=field.default if _is_empty(field.default) else BROKEN,
        nested=nested,
        tagged=tagged,
        many=many,
        optional=optional,
        checked_by_class=rule is not None or nested is not None,
        accepted=accepted,
        plain=read,
    )


def _is_empty(default: object) -> bool:
    return default is None or (isinstance(default, tuple | FrozenMapping) and len(default) == 0)


def _is_union(hint: Any) -> bool:
    return typing.get_origin(hint) in (typing.Union, types.UnionType)


def _without_none(hint: Any) -> tuple[Any, bool]:
    if not _is_union(hint):
        return hint, False
    options = tuple([option for option in typing.get_args(hint) if option is not type(None)])
    inner = options[0] if len(options) == 1 else functools.reduce(lambda a, b: a | b, options)
    return inner, len(options) < len(typing.get_args(hint))


def _unused(value: Any, path: str, faults: list[Fault]) -> Any:
    raise AssertionError("objects are read by the reader of documents")  # pragma: no cover - guard


def _by_rule(rule: Rule, converter: Callable[[Any], Any] | None) -> Read:
    def read(value: Any, path: str, faults: list[Fault]) -> Any:
        settled = rule.settled(value if converter is None else converter(value))
        found = list(rule.faults(path, settled))
        faults += found
        return BROKEN if found else settled

    return read


# --- fields of results: their constructors trust the caller, so their types are the rules --------

_TEXT = Rule(lambda value: type(value) is str, "text", private=True)
_NUMBER = Rule(lambda value: type(value) in (int, float) and value == value, "a number")
_INTEGER = Rule(lambda value: type(value) is int, "a whole number")
_DATE = Rule(lambda value: type(value) is datetime.date, "text such as '2024-01-31'")
_DECIMAL = Rule(lambda value: type(value) is decimal.Decimal, "decimal text such as '1250.50'")


def _to_decimal(value: Any) -> Any:
    try:
        return decimal.Decimal(value) if type(value) is str else value
    except decimal.InvalidOperation:
        return value


_BY_TYPE: dict[Any, tuple[Rule, Callable[[Any], Any] | None]] = {
    str: (_TEXT, None),
    int: (_INTEGER, None),
    float: (_NUMBER, None),
    bool: (FLAG, None),
    datetime.date: (_DATE, to_date),
    decimal.Decimal: (_DECIMAL, _to_decimal),
    FrozenMapping: (MAPPING, to_mapping),
}


def _by_type(hint: Any) -> tuple[Read, str]:
    inner, optional = _without_none(hint)
    if _is_union(inner):
        rule = Rule(
            lambda value: type(value) in typing.get_args(inner),
            " or ".join(option.__name__ for option in typing.get_args(inner)),
        )
        read, accepted = _by_rule(rule, None), rule.accepted
    elif typing.get_origin(inner) is tuple:
        read, accepted = _tuple(inner.__args__)
    elif typing.get_origin(inner) is not None:
        read, accepted = _array(inner)
    elif isinstance(inner, type) and issubclass(inner, enum.Enum):
        members = {member.value: member for member in inner}
        rule = choice(inner)  # type: ignore[type-var]  # all enums here are StrEnum
        read, accepted = _by_rule(rule, lambda value: _member(value, members)), rule.accepted
    else:
        rule, converter = _BY_TYPE[inner]
        read, accepted = _by_rule(rule, converter), rule.accepted
    return (_or_none(read), f"{accepted}, or None") if optional else (read, accepted)


def _member(value: Any, members: Mapping[str, Any]) -> Any:
    return members.get(value, value) if type(value) is str else value


def _or_none(read: Read) -> Read:
    return lambda value, path, faults: None if value is None else read(value, path, faults)


def _tuple(items: tuple[Any, ...]) -> tuple[Read, str]:
    endless = items[-1] is Ellipsis
    reads = [_by_type(item)[0] for item in items if item is not Ellipsis]
    accepted = "a list" if endless else f"a list of {len(reads)}"

    def read(value: Any, path: str, faults: list[Fault]) -> Any:
        if type(value) is not list or (not endless and len(value) != len(reads)):
            faults.append(Fault(path, shown(value), accepted, "value"))
            return BROKEN
        used = reads * len(value) if endless else reads
        built = tuple(
            [
                reader(item, f"{path}[{index}]", faults)
                for index, (reader, item) in enumerate(zip(used, value, strict=True))
            ]
        )
        return BROKEN if BROKEN in built else built

    return read, accepted


def _array(hint: Any) -> tuple[Read, str]:
    """Read the list of an array; the constructor makes the array itself."""
    whole = "int" in str(hint)
    accepted = "a list of whole numbers" if whole else "a list of numbers, None for nan"

    def fits(value: Any) -> bool:
        if type(value) is list:
            return all(fits(item) for item in value)
        return type(value) is int or (not whole and (value is None or type(value) is float))

    def read(value: Any, path: str, faults: list[Fault]) -> Any:
        if type(value) is list and fits(value):
            return value
        faults.append(Fault(path, shown(value), accepted, "value"))
        return BROKEN

    return read, accepted
