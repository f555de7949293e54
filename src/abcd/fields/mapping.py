"""An immutable mapping of plain data that hashes, pickles and copies.

`types.MappingProxyType` can do none of the three, and the values inside it stay mutable.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import Fault, InvalidValueError, hidden, shown

__all__ = ["EMPTY", "FrozenMapping", "faults_of_plain_data", "freeze", "thaw"]

# Deeper data can neither be printed, pickled nor compared within Python's recursion limit.
DEPTH_LIMIT = 100


class FrozenMapping(Mapping[str, Any]):
    """A mapping from text to plain data (text, numbers, bool, None, tuples, mappings), frozen.

    Parameters
    ----------
    data : mapping, optional
        Lists inside become tuples, mappings inside become `FrozenMapping`.

    Raises
    ------
    InvalidValueError
        If something inside is no plain data: a key that is no text, a number that is not finite,
        an object of a class, or nesting deeper than 100 levels.

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
        faults = list(faults_of_plain_data("", data)) if data else []
        if faults:
            raise InvalidValueError(*faults)
        self._fill({key: _freeze(value) for key, value in data.items()} if data else {})

    def _fill(self, data: dict[str, Any]) -> None:
        object.__setattr__(self, "_data", data)
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


def freeze(data: Mapping[str, Any]) -> FrozenMapping:
    """Freeze a mapping whose content was checked before."""
    frozen = FrozenMapping.__new__(FrozenMapping)
    frozen._fill({key: _freeze(value) for key, value in data.items()})
    return frozen


def thaw(value: Any) -> Any:
    """Return plain dicts and lists again."""
    if isinstance(value, Mapping):
        return {key: thaw(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [thaw(item) for item in value]
    return value


def faults_of_plain_data(path: str, value: object) -> Iterator[Fault]:
    """List what in a mapping can not be stored in a document: keys, values, depth.

    A loop, not a recursion, so that hostile depth is a fault and not a crash.
    """
    if not isinstance(value, Mapping):
        yield Fault(path, hidden(value), "a mapping of plain data", "value")
        return
    waiting: list[tuple[str, Any, int]] = [(path, value, 1)]
    while waiting:
        where, found, depth = waiting.pop()
        if depth > DEPTH_LIMIT:
            # The first one is enough: data that contains itself would give no end of them.
            yield Fault(where[:200], "deeper nesting", f"at most {DEPTH_LIMIT} levels", "depth")
            return
        elif isinstance(found, Mapping):
            for key, item in found.items():
                if type(key) is str:
                    waiting.append((f"{where}[{shown(key)}]", item, depth + 1))
                else:
                    yield Fault(where, f"a key of type {type(key).__name__}", "text keys", "key")
        elif isinstance(found, list | tuple):
            for index, item in enumerate(found):
                waiting.append((f"{where}[{index}]", item, depth + 1))
        elif not _is_plain(found):
            accepted = "text, a finite number, True, False, None, a list or a mapping"
            yield Fault(where, hidden(found), accepted, "value")


def _is_plain(value: object) -> bool:
    kind = type(value)
    if kind is float:
        return math.isfinite(value)  # type: ignore[arg-type]  # kind narrows it
    return kind is str or kind is int or kind is bool or value is None


def _freeze(value: Any) -> Any:
    if isinstance(value, Mapping):
        return freeze(value)
    if isinstance(value, list | tuple):
        return tuple([_freeze(item) for item in value])
    return value
