"""Find what the library offers by reflection, so that no test keeps a list of its own."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import attrs

import abcd

__all__ = [
    "documented",
    "face",
    "face_room_names",
    "module_names",
    "public_classes",
    "public_errors",
    "public_functions",
    "room_names",
    "value_classes",
]


def module_names() -> list[str]:
    """Name every module of the package, private ones too."""
    found = pkgutil.walk_packages(abcd.__path__, "abcd.")
    return ["abcd", *sorted(module.name for module in found)]


def room_names() -> list[str]:
    """Name the packages and modules right below the root: the rooms and the ground floor."""
    return sorted(
        f"abcd.{module.name}"
        for module in pkgutil.iter_modules(abcd.__path__)
        if not module.name.startswith("_")
    )


def face_room_names() -> list[str]:
    """Name the rooms that stand on the face and exist."""
    return [name for name in room_names() if name.removeprefix("abcd.") in abcd.__all__]


def face() -> Iterator[tuple[str, Any]]:
    """Give each public thing once, with its full name: the root, the rooms, and their modules.

    A module inside a room is public where the `__all__` of the room lists it, as ``exchange``
    does with ``geojson``.
    """
    seen: set[int] = set()
    rooms = [abcd, *map(importlib.import_module, face_room_names())]
    waiting: list[ModuleType] = list(rooms)
    while waiting:
        module = waiting.pop(0)
        for name in module.__all__:
            thing = getattr(module, name)
            if id(thing) in seen or thing in rooms:
                continue
            seen.add(id(thing))
            if inspect.ismodule(thing):
                waiting.append(thing)
            else:
                yield f"{module.__name__}.{name}", thing


def documented() -> Iterator[tuple[str, Any]]:
    """Give what any module lists as public, also those that only our own rooms use."""
    for module in map(importlib.import_module, module_names()):
        if module is not abcd and not module.__name__.rpartition(".")[2].startswith("_"):
            for name in module.__all__:
                yield f"{module.__name__}.{name}", getattr(module, name)


def public_classes() -> list[type]:
    """List every public class of ours, errors too."""
    classes = [thing for _, thing in face() if inspect.isclass(thing)]
    ours = [cls for cls in classes if cls.__module__.partition(".")[0] == "abcd"]
    return sorted(ours, key=lambda cls: (cls.__module__, cls.__name__))


def value_classes() -> list[type]:
    """List the public classes whose objects are values: those made with attrs."""
    return [cls for cls in public_classes() if attrs.has(cls)]


def public_errors() -> list[type[BaseException]]:
    """List every public error."""
    return [cls for cls in public_classes() if issubclass(cls, BaseException)]


def public_functions() -> list[tuple[str, Callable[..., Any]]]:
    """List every public function with its full name."""
    return [(name, thing) for name, thing in face() if inspect.isfunction(thing)]
