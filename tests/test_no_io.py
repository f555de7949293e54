"""The library does no I/O of its own: no files, no network, no processes, no clock."""

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import abcd

from .calls import CALLS, Call

WATCHED = ("open", "socket.", "subprocess.", "os.", "shutil.", "urllib.", "ftplib.", "import")
ROOT = Path(abcd.__path__[0])
# Modules that read the clock, draw global random numbers, or reach the outside.
FORBIDDEN = {
    "asyncio",
    "http",
    "io",
    "logging",
    "os",
    "pathlib",
    "random",
    "secrets",
    "shutil",
    "socket",
    "subprocess",
    "sys",
    "tempfile",
    "time",
    "urllib",
    "warnings",
}

_events: list[str] | None = None


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if _events is not None and event.startswith(WATCHED):
        _events.append(f"{event} {arguments!r}"[:200])


# A hook can not be taken out again, so there is one, and it listens only inside `watching`.
sys.addaudithook(_watch)


@contextmanager
def watching() -> Iterator[list[str]]:
    """Collect what the interpreter is asked to do to the outside."""
    global _events  # noqa: PLW0603  # the hook is global by nature
    _events = []
    try:
        yield _events
    finally:
        _events = None


def test_the_watch_sees(tmp_path: Path) -> None:
    """The control: a file that is written is seen, so silence below means something."""
    with watching() as events:
        (tmp_path / "seen.txt").write_text("x", "utf-8")
    assert any(event.startswith("open") for event in events)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_calls_touch_nothing_outside(call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    """A public call opens, starts and asks nothing once imports are warm; it prints nothing."""
    call()
    capsys.readouterr()
    with watching() as events:
        call()
    assert events == []
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "source", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_modules_import_nothing_that_reaches_outside(source: Path) -> None:
    """No module imports what reads files, the clock or the network."""
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or ""]
        assert {name.partition(".")[0] for name in names} & FORBIDDEN == set()
