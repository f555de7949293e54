"""The public face: what stands on it, how it loads, how its functions are called."""

import ast
import importlib
import inspect
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import abcd
from abcd.errors import Fault

from .discovery import (
    documented,
    module_names,
    public_classes,
    public_functions,
    room_names,
)

ROOT = Path(abcd.__path__[0])
HEAVY = ("matplotlib", "networkx", "numpy", "pandas", "scipy")
# The rooms that load no heavy package, after section 2 of the design.
LIGHT_ROOMS = (
    "caveats",
    "cycle",
    "documents",
    "errors",
    "fields",
    "inventory",
    "model",
    "privacy",
    "results",
    "vocabulary",
)
RANDOM_NAMES = ("generator", "random", "random_state", "rng", "seed")


def run(code: str) -> str:
    """Run code in a fresh interpreter, warnings as errors, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def face_tree() -> ast.Module:
    """Parse the module that is the face."""
    return ast.parse((ROOT / "__init__.py").read_text("utf-8"))


def typed_names() -> list[str]:
    """List the names that type checkers see on the face."""
    blocks = [
        node
        for node in face_tree().body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    return sorted(
        alias.asname or alias.name
        for block in blocks
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    )


def test_type_checkers_and_users_see_the_same_names() -> None:
    """The imports for type checkers list exactly the names of `__all__`."""
    own = {"__version__"} & set(abcd.__all__)
    assert typed_names() == sorted(set(abcd.__all__) - own)


def test_dir_lists_the_names_of_the_face() -> None:
    """Completion in a notebook shows every public name, loaded or not."""
    printed = run("import abcd; print(*sorted(set(abcd.__all__) - set(dir(abcd))))")
    assert printed.strip() == ""
    assert dir(abcd) == sorted(dir(abcd))


def test_the_face_is_sorted_and_has_no_name_twice() -> None:
    """A name stands once in `__all__`."""
    assert len(abcd.__all__) == len(set(abcd.__all__))


# Everything above these is a room that people use by name.
GROUND = {"documents", "fields", "results", "shapes"}


@pytest.mark.parametrize(
    "room", sorted({name.removeprefix("abcd.") for name in room_names()} - GROUND)
)
def test_every_room_stands_on_the_face(room: str) -> None:
    """`abcd.room` works after `import abcd` alone."""
    assert room in abcd.__all__
    printed = run(f"import abcd; print(abcd.{room}.__name__)")
    assert printed.strip() == f"abcd.{room}"


def test_a_name_of_the_face_is_the_object_of_its_room() -> None:
    """Nothing on the face is a copy: identity holds with the room's own name."""
    for name in abcd.__all__:
        thing = getattr(abcd, name)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            assert getattr(sys.modules[thing.__module__], thing.__name__) is thing, name


def test_a_misspelt_name_is_an_attribute_error() -> None:
    """The lazy face answers like any module: with the name that is not there."""
    with pytest.raises(AttributeError, match=r"module 'abcd' has no attribute 'comunity'"):
        abcd.comunity  # type: ignore[attr-defined]  # noqa: B018  # misspelt on purpose


def test_a_misspelt_import_is_an_import_error() -> None:
    """`from abcd import typo` fails as it does for any module."""
    with pytest.raises(ImportError, match="cannot import name 'Comunity'"):
        from abcd import Comunity  # type: ignore[attr-defined]  # noqa: F401


@pytest.mark.parametrize(
    "line",
    ["import abcd", "from abcd import Asset, Community, Cycle, FIVE_D, Person, Tie"],
    ids=["face", "classes"],
)
def test_importing_stays_light(line: str) -> None:
    """Neither the bare face nor model and cycle load numpy, scipy or networkx."""
    printed = run(f"{line}\nimport sys; print(*set(sys.modules) & set({HEAVY!r}))")
    assert printed.split() == []


@pytest.mark.parametrize("room", [room for room in LIGHT_ROOMS if f"abcd.{room}" in room_names()])
def test_light_rooms_stay_light(room: str) -> None:
    """The rooms up to the inventory load no heavy package at import time."""
    printed = run(f"import abcd.{room}, sys; print(*set(sys.modules) & set({HEAVY!r}))")
    assert printed.split() == []


@pytest.mark.parametrize("seed", range(4))
def test_no_module_hides_a_function_in_any_order_of_imports(seed: int) -> None:
    """What a room imports from its modules is what one finds there, in every import order."""
    code = f"""
import importlib, random
names = {module_names()!r}
random.Random({seed}).shuffle(names)
for name in names:
    importlib.import_module(name)
import ast, inspect, pathlib, sys
for name in names:
    room = sys.modules[name]
    if not hasattr(room, "__path__") or name == "abcd":
        continue
    tree = ast.parse(pathlib.Path(room.__file__).read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 1:
            source = sys.modules[f"{{name}}.{{node.module}}"]
            for alias in node.names:
                found = getattr(room, alias.asname or alias.name)
                assert found is getattr(source, alias.name), (name, alias.name)
                assert not inspect.ismodule(found), (name, alias.name)
import abcd
for name in abcd.__all__:
    thing = getattr(abcd, name)
    assert inspect.ismodule(thing) == (f"abcd.{{name}}" in sys.modules), name
"""
    run(code)


def test_two_threads_may_load_the_face_at_once() -> None:
    """Both get every name, and the same objects."""
    code = """
import threading
import abcd
barrier = threading.Barrier(2)
seen = [None, None]
def load(place):
    barrier.wait()
    seen[place] = [getattr(abcd, name) for name in abcd.__all__]
threads = [threading.Thread(target=load, args=(place,)) for place in (0, 1)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert seen[0] is not None and len(seen[0]) == len(abcd.__all__)
assert all(one is other for one, other in zip(*seen, strict=True))
"""
    run(code)


@pytest.mark.parametrize("name", module_names())
def test_every_module_says_what_it_is_and_what_is_public(name: str) -> None:
    """A module has a docstring; a public one also an `__all__` whose names exist, once each."""
    module = importlib.import_module(name)
    assert (module.__doc__ or "").strip(), name
    if not name.rpartition(".")[2].startswith("_"):
        assert len(module.__all__) == len(set(module.__all__))
        assert [public for public in module.__all__ if not hasattr(module, public)] == []


@pytest.mark.parametrize(
    ("name", "thing"), [pytest.param(name, thing, id=name) for name, thing in documented()]
)
def test_every_public_thing_has_a_docstring(name: str, thing: object) -> None:
    """Classes and functions say what they answer; so do their public methods and properties."""
    if not _is_ours(thing):
        return
    assert (thing.__doc__ or "").strip(), name
    if inspect.isclass(thing):
        own = {key: value for key, value in vars(thing).items() if not key.startswith("_")}
        methods = {key: value for key, value in own.items() if _is_documented(value)}
        bare = [key for key, value in methods.items() if not (value.__doc__ or "").strip()]
        assert bare == [], name


def _is_ours(thing: object) -> bool:
    is_code = inspect.isclass(thing) or inspect.isfunction(thing)
    return is_code and str(thing.__module__).startswith("abcd.")


def _is_documented(value: object) -> bool:
    return inspect.isfunction(value) or isinstance(value, property | classmethod | staticmethod)


@pytest.mark.parametrize(
    ("name", "function"), public_functions(), ids=[name for name, _ in public_functions()]
)
def test_functions_take_at_most_three_positions(name: str, function: Callable[..., Any]) -> None:
    """A fourth argument has a name where it is given."""
    positional = [
        parameter
        for parameter in inspect.signature(function).parameters.values()
        if parameter.kind
        in (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    ]
    assert len(positional) <= 3, name


@pytest.mark.parametrize("cls", public_classes(), ids=lambda cls: cls.__name__)
def test_methods_take_at_most_three_positions(cls: type) -> None:
    """The same holds for methods, `self` not counted, and for constructors of values."""
    methods = [value for key, value in vars(cls).items() if inspect.isfunction(value)]
    for method in methods:
        if method.__name__.startswith("_") and method.__name__ != "__init__":
            continue
        if method.__name__ == "__init__" and issubclass(cls, Fault | BaseException):
            continue  # a fault is a sentence of four parts; pickle gives an error's arguments back
        parameters = list(inspect.signature(method).parameters.values())[1:]
        positional = [
            parameter
            for parameter in parameters
            if parameter.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
        ]
        assert len(positional) <= 3, f"{cls.__name__}.{method.__name__}"


@pytest.mark.parametrize(
    ("name", "function"), public_functions(), ids=[name for name, _ in public_functions()]
)
def test_randomness_is_called_rng_and_is_a_keyword(name: str, function: Callable[..., Any]) -> None:
    """SPEC 7: one name for randomness, and nobody passes a seed by position."""
    for parameter in inspect.signature(function).parameters.values():
        if parameter.name in RANDOM_NAMES:
            assert parameter.name == "rng", name
            assert parameter.kind is inspect.Parameter.KEYWORD_ONLY, name
            assert parameter.default is None, name


@pytest.mark.parametrize(
    ("name", "function"), public_functions(), ids=[name for name, _ in public_functions()]
)
def test_every_parameter_and_return_is_hinted(name: str, function: Callable[..., Any]) -> None:
    """No public signature leaves a type to guess."""
    signature = inspect.signature(function)
    assert signature.return_annotation is not inspect.Signature.empty, name
    for parameter in signature.parameters.values():
        assert parameter.annotation is not inspect.Parameter.empty, (name, parameter.name)


def test_the_package_is_marked_as_typed() -> None:
    """Type checkers read the hints of the installed package."""
    assert (ROOT / "py.typed").is_file()
