"""An immutable mapping of plain data that hashes, pickles and copies.

`types.MappingProxyType` can do none of the three, and the values inside it stay mutable.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import Fault, InvalidValueError, hidden, shown
from .converters import INTEGER_LIMIT, to_code, to_number

__all__ = [
    "EMPTY",
    "FrozenMapping",
    "faults_of_plain_data",
    "freeze",
    "thaw",
    "to_mapping",
    "to_mapping_or_none",
]

# Deeper data can neither be printed, pickled nor compared within Python's recursion limit.
_DEPTH_LIMIT = 100


class FrozenMapping(Mapping[str, Any]):
    """A mapping from text to plain data (text, numbers, bool, None, tuples, mappings), frozen.

    Parameters
    ----------
    data : mapping, optional
        Lists inside become tuples, mappings inside become `FrozenMapping`, numpy's text and
        numbers become plain ones.

    Raises
    ------
    InvalidValueError
        If something inside is no plain data: a key that is no text, a number that is not finite,
        an object of a class, or nesting deeper than 100 levels. Every fault is listed.

    Notes
    -----
    It equals any mapping with the same items, a `dict` too; a list never equals the tuple that
    stands for it here.

    Examples
    --------
    >>> extra = FrozenMapping({"opening": ["Mon", "Fri"]})
    >>> extra["opening"]
    ('Mon', 'Fri')
    >>> hash(extra) == hash(FrozenMapping({"opening": ("Mon", "Fri")}))
    True
    """

    __slots__ = ("_data", "_hash")

    _data: dict[str, Any]
    _hash: int | None

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        object.__setattr__(self, "_data", {} if data is None else _checked(data))
        object.__setattr__(self, "_hash", None)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a FrozenMapping can not be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("a FrozenMapping can not be changed")

    def __getitem__(self, key: str) -> Any:
        return self._data[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __contains__(self, key: object) -> bool:
        return key in self._data

    def __hash__(self) -> int:
        if self._hash is None:
            object.__setattr__(self, "_hash", hash(frozenset(self._data.items())))
        return self._hash  # type: ignore[return-value]  # set on the line above

    def __repr__(self) -> str:
        return f"FrozenMapping({self._data!r})"

    def __reduce__(self) -> tuple[type["FrozenMapping"], tuple[dict[str, Any]]]:
        return (FrozenMapping, (self._data,))

    def __copy__(self) -> "FrozenMapping":
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> "FrozenMapping":
        return self


EMPTY = FrozenMapping()


def freeze(value: Any) -> Any:
    """Freeze plain data: lists become tuples, mappings become `FrozenMapping`.

    Raises
    ------
    InvalidValueError
        If something in it is no plain data.

    >>> freeze([1, {"a": [2]}])
    (1, FrozenMapping({'a': (2,)}))
    """
    return FrozenMapping({"value": value})["value"]


def thaw(value: Any) -> Any:
    """Return plain dicts and lists again.

    >>> thaw(freeze([1, {"a": [2]}]))
    [1, {'a': [2]}]
    """
    if isinstance(value, Mapping):
        return {key: thaw(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [thaw(item) for item in value]
    return value


def to_mapping(value: Mapping[str, Any]) -> FrozenMapping:
    """Freeze a mapping of plain data, with all that is in it."""
    if type(value) is FrozenMapping:
        return value
    if isinstance(value, Mapping):
        try:
            return FrozenMapping(value) if value else EMPTY
        except InvalidValueError:
            pass
    return value  # type: ignore[return-value]  # the rule refuses it and names the key


def to_mapping_or_none(value: Mapping[str, Any] | None) -> FrozenMapping | None:
    """Freeze a mapping of plain data, and store None as it is."""
    return value if value is None else to_mapping(value)


def faults_of_plain_data(path: str, value: object) -> Iterator[Fault]:
    """List what in a mapping can not be stored in a document, in reading order.

    A loop, not a recursion, so that hostile depth is a fault and not a crash.
    """
    if not isinstance(value, Mapping):
        yield Fault(path, hidden(value), "a mapping of plain data", "value")
        return
    waiting: list[tuple[str, Any, int]] = [(path, value, 1)]
    while waiting:
        where, found, depth = waiting.pop()
        if not isinstance(found, Mapping | list | tuple):
            if not _is_plain(_plain(found)):
                # A number that is refused is infinite, huge or none: nothing personal.
                said = shown(found) if isinstance(found, int | float) else hidden(found)
                accepted = "text, a finite number, True, False, None, a list or a mapping"
                yield Fault(where, said, accepted, "value")
            continue
        if depth > _DEPTH_LIMIT:
            # The first one is enough: data that contains itself would give no end of them.
            yield Fault(where[:200], "deeper nesting", f"at most {_DEPTH_LIMIT} levels", "depth")
            return
        if isinstance(found, Mapping):
            for key in found:
                if type(_plain(key)) is not str:
                    yield Fault(where, f"a key of type {type(key).__name__}", "text keys", "key")
            inside = [(f"{where}[{shown(key)}]", item) for key, item in found.items()]
        else:
            inside = [(f"{where}[{index}]", item) for index, item in enumerate(found)]
        waiting += [(place, item, depth + 1) for place, item in reversed(inside)]


class _NotPlainError(Exception):
    """Something is no plain data; which, `faults_of_plain_data` finds out."""


def _checked(data: Any) -> dict[str, Any]:
    """Freeze and check in one walk; paths are made only where something is wrong."""
    try:
        if isinstance(data, Mapping):
            return _items(data, 1)
    except _NotPlainError:
        pass
    raise InvalidValueError(*faults_of_plain_data("", data)) from None


def _items(data: Mapping[Any, Any], depth: int) -> dict[str, Any]:
    if depth > _DEPTH_LIMIT:
        raise _NotPlainError
    items = {}
    for key, value in data.items():
        name = key if type(key) is str else _plain(key)
        if type(name) is not str:
            raise _NotPlainError
        items[name] = value if type(value) is str else _frozen(value, depth + 1)
    return items


def _frozen(value: Any, depth: int) -> Any:
    if isinstance(value, Mapping):
        frozen = FrozenMapping.__new__(FrozenMapping)
        object.__setattr__(frozen, "_data", _items(value, depth))
        object.__setattr__(frozen, "_hash", None)
        return frozen
    if isinstance(value, list | tuple):
        if depth > _DEPTH_LIMIT:
            raise _NotPlainError
        return tuple([_frozen(item, depth + 1) for item in value])
    plain = _plain(value)
    if not _is_plain(plain):
        raise _NotPlainError
    return plain


def _plain(value: Any) -> Any:
    """Return numpy's text and numbers as plain ones, and anything else as it is."""
    return to_code(value) if isinstance(value, str) else to_number(value)


def _is_plain(value: Any) -> bool:
    if type(value) is float:
        return math.isfinite(value)
    if type(value) is int:
        return -INTEGER_LIMIT < value < INTEGER_LIMIT
    return type(value) is str or type(value) is bool or value is None
