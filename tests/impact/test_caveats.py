"""Every caveat of the room is given all the data that its message speaks of."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import abcd.impact
from abcd.caveats import message_template

ROOM = Path(abcd.impact.__file__).parent


def places() -> Iterator[tuple[str, str, set[str]]]:
    """Give place, code and names of data, where code and data are written out."""
    for path in sorted(ROOM.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if not found or not isinstance(node, ast.Call) or not node.args:
                continue
            name, code = getattr(node.func, "id", ""), node.args[0]
            if not isinstance(code, ast.Constant) or not isinstance(code.value, str):
                continue
            place = f"{path.name}-{code.value}"
            keys: list[str | None] = []
            if name == "not_estimable":
                keys = ["fields", *[keyword.arg for keyword in node.keywords]]
            elif name == "Caveat" and len(node.args) == 2 and isinstance(node.args[1], ast.Dict):
                keys = [getattr(key, "value", None) for key in node.args[1].keys]
            elif name != "Caveat" or len(node.args) == 2:
                continue
            # `**data` can not be seen here; the calls of tests/calls.py are rendered instead.
            if None not in keys:
                yield place, code.value, {str(key) for key in keys}


@pytest.mark.parametrize(
    ("code", "data"), [pytest.param(code, data, id=place) for place, code, data in places()]
)
@pytest.mark.parametrize("language", ["en", "id"])
def test_no_message_has_a_hole(code: str, data: set[str], language: str) -> None:
    """A placeholder without data would show as its name in braces."""
    parts = string.Formatter().parse(message_template(code, language))
    assert {name for _, name, _, _ in parts if name is not None} <= data
