"""Data from outside as plain data: what can not be kept is reported, the rest stays.

One bad value must not cost the others; so nothing here raises, and every change has a fault with
its path.
"""

from collections.abc import Mapping
from typing import Any

from ..errors import Fault, hidden, shown
from ..fields import INTEGER_LIMIT, FrozenMapping, freeze, to_code, to_number

__all__ = ["DEPTH", "as_mapping", "deeper_than", "free", "member", "merged", "plain"]

# Levels of nesting that are kept. A `FrozenMapping` takes 100; a value is wrapped in some more
# before it ends up in the `extra` of an object, and in still more when this is written again.
DEPTH = 64

_SCALARS = frozenset({str, bool, type(None)})
# Hinted so widely, it does not make type checkers think that the rest can be no mapping.
_MAPPINGS: tuple[type, ...] = (dict, Mapping)
_NUMBERS = frozenset({int, float})


def plain(value: Any, path: str, faults: list[Fault]) -> Any:
    """Return data as dicts, lists, text, finite numbers, booleans and None.

    Parameters
    ----------
    value : object
        Of anything. An object with a ``__geo_interface__`` stands for what that gives.
    path : str
        Where it stands.
    faults : list of Fault
        Gets a fault for whatever had to be replaced; None stands in its place.
    """
    return _plain(value, path, faults, ())


def _stays(value: Any) -> bool:
    """Whether a value is what most values are: text, an ordinary number, yes, no or nothing."""
    kind = type(value)
    return kind in _SCALARS or (kind in _NUMBERS and -INTEGER_LIMIT < value < INTEGER_LIMIT)


def _plain(value: Any, path: str, faults: list[Fault], around: tuple[int, ...]) -> Any:
    if _stays(value):
        return value
    if isinstance(value, str):
        return to_code(value)
    # By its class first: to ask whether a list is a Mapping is dear.
    listed = isinstance(value, list | tuple)
    mapping = not listed and isinstance(value, _MAPPINGS)
    if not (listed or mapping or hasattr(value, "__geo_interface__")):
        return _number(value, path, faults)
    if len(around) >= DEPTH or id(value) in around:
        faults.append(Fault(path[:200], "deeper nesting", f"at most {DEPTH} levels", "depth"))
        return None
    around = (*around, id(value))
    if listed:
        return [
            item if _stays(item) else _plain(item, f"{path}[{index}]", faults, around)
            for index, item in enumerate(value)
        ]
    if mapping:
        return _mapping(value, path, faults, around)
    return _plain(value.__geo_interface__, path, faults, around)


def _mapping(
    value: Mapping[Any, Any], path: str, faults: list[Fault], around: tuple[int, ...]
) -> dict[str, Any]:
    items: dict[str, Any] = {}
    for key, item in value.items():
        name = to_code(key) if isinstance(key, str) else _key(key, path, faults)
        if name in items:
            name = free(name, items)
        items[name] = item if _stays(item) else _plain(item, member(path, name), faults, around)
    return items


def _key(key: Any, path: str, faults: list[Fault]) -> str:
    faults.append(Fault(path, f"the key {shown(key)} of type {type(key).__name__}", "text", "key"))
    return shown(key)


def _number(value: Any, path: str, faults: list[Fault]) -> Any:
    number = to_number(value)
    try:
        return freeze(number)
    except ValueError:
        said = shown(number) if isinstance(number, int | float) else hidden(value)
        accepted = "text, a finite number, True, False, None, a list or a mapping"
        faults.append(Fault(path, said, accepted, "not-plain"))
        return None


def as_mapping(value: Any) -> FrozenMapping:
    """Freeze plain data to be set aside: a mapping as it is, anything else under ``"value"``."""
    return FrozenMapping(value if isinstance(value, dict) else {"value": value})


def member(path: str, key: str) -> str:
    """Return the path of a member: ``features[3].name``, or ``features[3]['their name']``."""
    if not key.isidentifier():
        return f"{path}[{shown(key)}]"
    return f"{path}.{key}" if path else key


def free(name: str, *taken: Any) -> str:
    """Return a name that is not taken: itself, or with the first number that makes it new."""
    new, number = name, 1
    while any(new in names for names in taken):
        number += 1
        new = f"{name}-{number}"
    return new


def merged(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Return the items of both; where a name is in both, the second one gets a number."""
    both = dict(first)
    for name, value in second.items():
        both[free(name, both)] = value
    return both


def deeper_than(value: Any, depth: int) -> bool:
    """Whether plain data are nested more deeply than this."""
    if not isinstance(value, Mapping | list | tuple):
        return False
    if depth <= 0:
        return True
    inside = value.values() if isinstance(value, Mapping) else value
    return any(deeper_than(item, depth - 1) for item in inside)
