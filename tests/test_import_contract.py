"""The floors hold: rooms import downwards only, without circles, and never our own root."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import networkx as nx
import pytest

import abcd

from .discovery import room_names

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
ROOT = Path(abcd.__path__[0])
SOURCES = sorted(ROOT.rglob("*.py"))


def layers() -> list[str]:
    """Read the floors of the contract, from the roof to the ground."""
    settings = tomllib.loads(PROJECT.read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return [layer for contract in contracts for layer in contract["layers"]]


def test_the_contract_of_the_floors_is_kept() -> None:
    """import-linter finds no import that goes up or across."""
    code = "from importlinter.cli import lint_imports_command as command; command()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache", "--no-logo", str(PROJECT)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_has_a_floor() -> None:
    """A new room can not be forgotten in the contract."""
    placed = {room.strip(" ()") for layer in layers() for room in layer.split("|")}
    assert {name.removeprefix("abcd.") for name in room_names()} <= placed


def test_there_are_no_circles() -> None:
    """No module needs itself, on whatever way round; hints of functions are not counted."""
    graph = grimp.build_graph("abcd", cache_dir=None, exclude_type_checking_imports=True)
    imports = nx.DiGraph(
        (module, imported)
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
    )
    assert list(nx.simple_cycles(imports)) == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_imports_our_own_root(source: Path) -> None:
    """Imports inside the package are relative and name a module; the lazy face is for users."""
    depth = len(source.relative_to(ROOT).parts)
    rooms = {name.removeprefix("abcd.") for name in room_names()}
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            assert [alias.name for alias in node.names if _is_ours(alias.name)] == []
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            assert not _is_ours(node.module or "")
        elif isinstance(node, ast.ImportFrom) and node.level == depth and node.module is None:
            assert {alias.name for alias in node.names} <= rooms


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] == "abcd"
