"""What the fields of a class hold, as far as documents must know: read once, from its types."""

import datetime
import decimal
import enum
import functools
import math
import numbers
import re
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from .errors import Fault, hidden
from .fields import (
    FLAG,
    INTEGER_LIMIT,
    MAPPING,
    FrozenMapping,
    Rule,
    choice,
    rule_of,
    to_date,
    to_mapping,
    to_member,
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
    default: Any
    # The class of a nested object, or the classes by name where it must be said in the document.
    nested: type | None
    tagged: Mapping[str, type] | None
    many: bool
    optional: bool
    # Whether the constructor refuses what does not fit, so that the first pass may rely on it.
    checked_by_class: bool
    accepted: str
    # Reads a value that is no object of ours, and reports what is wrong with it.
    plain: Read | None

    def left_out(self, value: object) -> bool:
        """Whether a document need not say this value, because it is the empty default."""
        if value is None:
            return self.default is None
        return _is_empty(self.default) and _is_empty(value)


def is_ours(cls: Any) -> bool:
    """Whether a class belongs to this library and has fields.

    >>> is_ours(Fault), is_ours(str)
    (True, False)
    """
    return isinstance(cls, type) and attrs.has(cls) and cls.__module__.partition(".")[0] == _PACKAGE


@functools.cache
def fields_of(cls: Any) -> tuple[Field, ...]:
    """Describe the fields of a class, in their order.

    >>> [(field.name, field.required) for field in fields_of(Fault)][:2]
    [('path', True), ('found', True)]
    """
    # Resolving the types anew for each object would cost a hundred times the reading itself.
    hints = typing.get_type_hints(cls)
    return tuple([_described(field, hints[field.name]) for field in attrs.fields(cls)])


def _described(field: Any, hint: Any) -> Field:
    inner, optional = _without_none(hint)
    many = typing.get_origin(inner) is tuple and inner.__args__[-1] is Ellipsis
    item = inner.__args__[0] if many else inner
    options = typing.get_args(item) if _is_union(item) else (item,)
    tagged = {option.__name__: option for option in options} if len(options) > 1 else None
    nested = None
    rule = rule_of(field)
    read: Read | None = None
    if any(is_ours(option) for option in options):
        nested = item if tagged is None else None
        accepted = _accepted_objects(options, many=many, optional=optional)
    elif rule is not None:
        read, accepted = _by_rule(rule, field.converter), rule.accepted
    else:
        read, accepted = _by_type(hint)
    return Field(
        name=field.name,
        required=field.default is attrs.NOTHING,
        default=field.default,
        nested=nested,
        tagged=tagged if read is None else None,
        many=many,
        optional=optional,
        checked_by_class=rule is not None and (read is not None or nested is not None),
        accepted=accepted,
        plain=read,
    )


def _accepted_objects(options: tuple[Any, ...], *, many: bool, optional: bool) -> str:
    # Of several classes only the word is said: their names come where one is missing.
    name = options[0].__name__ if len(options) == 1 else "its class"
    one = f"a mapping with the fields of {name}"
    return (f"a list, each item {one}" if many else one) + (", or None" if optional else "")


def _is_empty(value: object) -> bool:
    return isinstance(value, tuple | FrozenMapping) and len(value) == 0


def _is_union(hint: Any) -> bool:
    return typing.get_origin(hint) in (typing.Union, types.UnionType)


def _without_none(hint: Any) -> tuple[Any, bool]:
    if not _is_union(hint):
        return hint, False
    options = tuple([option for option in typing.get_args(hint) if option is not type(None)])
    inner = options[0] if len(options) == 1 else functools.reduce(lambda a, b: a | b, options)
    return inner, len(options) < len(typing.get_args(hint))


def _by_rule(rule: Rule, converter: Callable[[Any], Any] | None) -> Read:
    def read(value: Any, path: str, faults: list[Fault]) -> Any:
        settled = rule.settled(value if converter is None else converter(value))
        found = list(rule.faults(path, settled))
        faults += found
        return BROKEN if found else settled

    return read


# --- fields of results: their constructors trust the caller, so their types are the rules --------


def _is_integer(value: Any) -> bool:
    return type(value) is int and -INTEGER_LIMIT < value < INTEGER_LIMIT


def _is_number(value: Any) -> bool:
    return math.isfinite(value) if type(value) is float else _is_integer(value)


_TEXT = Rule(lambda value: type(value) is str, "text", private=True)
_NUMBER = Rule(_is_number, "a finite number")
_INTEGER = Rule(_is_integer, "a whole number")
_DATE = Rule(lambda value: type(value) is datetime.date, "text such as '2024-01-31'")
_AMOUNT = Rule(
    lambda value: type(value) is decimal.Decimal and value.is_finite(),
    "decimal text such as '-1250.50'",
)
_DECIMAL = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d{1,3})?", re.ASCII)


def _to_decimal(value: Any) -> Any:
    if type(value) is str and _DECIMAL.fullmatch(value):
        return decimal.Decimal(value)
    return value


_BY_TYPE: dict[Any, tuple[Rule, Callable[[Any], Any] | None]] = {
    str: (_TEXT, None),
    int: (_INTEGER, None),
    float: (_NUMBER, None),
    bool: (FLAG, None),
    datetime.date: (_DATE, to_date),
    decimal.Decimal: (_AMOUNT, _to_decimal),
    FrozenMapping: (MAPPING, to_mapping),
}


def _by_type(hint: Any) -> tuple[Read, str]:
    inner, optional = _without_none(hint)
    if inner in _BY_TYPE:
        rule, converter = _BY_TYPE[inner]
        read, accepted = _by_rule(rule, converter), rule.accepted
    elif _is_union(inner):
        read, accepted = _either(typing.get_args(inner))
    elif typing.get_origin(inner) is typing.Literal:
        read, accepted = _literal(typing.get_args(inner))
    elif typing.get_origin(inner) is tuple:
        read, accepted = _tuple(inner.__args__)
    elif isinstance(inner, type) and issubclass(inner, enum.StrEnum):
        members = {member.value: member for member in inner}
        rule = choice(inner)
        read, accepted = _by_rule(rule, lambda value: to_member(value, members)), rule.accepted
    else:
        read, accepted = _array(inner)
    return (_or_none(read), f"{accepted}, or None") if optional else (read, accepted)


def _or_none(read: Read) -> Read:
    return lambda value, path, faults: None if value is None else read(value, path, faults)


def _either(options: tuple[Any, ...]) -> tuple[Read, str]:
    """Read a value of one of several plain types, such as an id that is text or an integer."""
    rules = [_BY_TYPE[option][0] for option in options]
    accepted = " or ".join([rule.accepted for rule in rules])
    rule = Rule(lambda value: any(rule.test(value) for rule in rules), accepted, private=True)
    return _by_rule(rule, None), accepted


def _literal(options: tuple[Any, ...]) -> tuple[Read, str]:
    accepted = f"one of {', '.join(map(repr, options))}"
    rule = Rule(lambda value: type(value) is str and value in options, accepted)
    return _by_rule(rule, None), accepted


def _tuple(items: tuple[Any, ...]) -> tuple[Read, str]:
    endless = items[-1] is Ellipsis
    readers = [_by_type(item) for item in items if item is not Ellipsis]
    each = readers[0][1]
    accepted = f"a list, each item {each}" if endless else f"a list of {len(readers)}"

    def read(value: Any, path: str, faults: list[Fault]) -> Any:
        fits = isinstance(value, list | tuple) and (endless or len(value) == len(readers))
        if not fits:
            faults.append(Fault(path, hidden(value), accepted, "value"))
            return BROKEN
        used = readers * len(value) if endless else readers
        built = tuple(
            [
                reader(item, f"{path}[{index}]", faults)
                for index, ((reader, _), item) in enumerate(zip(used, value, strict=True))
            ]
        )
        return BROKEN if any(item is BROKEN for item in built) else built

    return read, accepted


# No result has more; without a limit, hostile depth would end in a RecursionError.
_DIMENSIONS = 4


def _array(hint: Any) -> tuple[Read, str]:
    """Read the list of an array; the constructor makes the array itself."""
    # ndarray[shape, dtype[kind]], or on Python 3.12 with a newer numpy the alias NDArray[kind].
    last = typing.get_args(hint)[-1]
    kind = (typing.get_args(last) or (last,))[0]
    if issubclass(kind, numbers.Integral):
        number = Rule(
            lambda value: type(value) is int and -(2**63) <= value < 2**63,
            "a whole number of at most 64 bits",
        )
    else:
        number = Rule(lambda value: value is None or _is_number(value), "a number, None for nan")
    accepted = f"a list, each item {number.accepted}"

    def shape(value: Any, path: str, faults: list[Fault], depth: int) -> tuple[int, ...]:
        if not isinstance(value, list | tuple):
            faults += number.faults(path, value)
            return ()
        if all(map(number.test, value)):
            return (len(value),)
        if depth == _DIMENSIONS:
            faults.append(Fault(path, "deeper nesting", f"at most {_DIMENSIONS} levels", "depth"))
            return ()
        inside = {
            shape(item, f"{path}[{index}]", faults, depth + 1) for index, item in enumerate(value)
        }
        if len(inside) > 1:
            faults.append(Fault(path, "items of different shapes", "items of one shape", "shape"))
        return (len(value), *min(inside))

    def read(value: Any, path: str, faults: list[Fault]) -> Any:
        if not isinstance(value, list | tuple):
            faults.append(Fault(path, hidden(value), accepted, "value"))
            return BROKEN
        before = len(faults)
        shape(value, path, faults, 1)
        return value if len(faults) == before else BROKEN

    return read, accepted
