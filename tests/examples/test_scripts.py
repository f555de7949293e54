"""The scripts and the notebook run as a reader would run them."""

import ast
import contextlib
import importlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

import abcd

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(script: Path, *arguments: str) -> str:
    """Run a script in a process of its own and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_first_look() -> None:
    """A city's layer with its two faults, and 13 pairs with what they can not show."""
    text = run(EXAMPLES / "first_look.py")
    assert "<Community 'cambridge': 68 places, 54 assets>" in text
    assert "Faults of the data: 2" in text
    assert "rose, unchanged, fell  8, 5, 0" in text
    assert "! There is no comparison group" in text


def test_founding_case() -> None:
    """From the asset map to the honest answer."""
    text = run(EXAMPLES / "founding_case.py")
    assert text.count("not estimable. There is no baseline") == 7
    assert "a mean change of 1.00 standard deviations" in text
    assert "(rivals and scores are invented)" in text


def test_founding_case_writes_four_reports(tmp_path: Path) -> None:
    """Called with --write, it writes beside itself; here it stands in a folder of its own."""
    for name in ("founding_case.py", "founding_case_words.py"):
        (tmp_path / name).write_bytes((EXAMPLES / name).read_bytes())
    run(tmp_path / "founding_case.py", "--write")
    for audience in ("village", "campus"):
        for language in ("en", "id"):
            report = tmp_path / f"founding_case.{audience}.{language}.md"
            text = report.read_text(encoding="utf-8")
            withheld = {"en": "Names withheld: 10 of 10", "id": "ditampilkan: 10 dari 10"}
            assert withheld[language] in text
            assert ("(rekaan)" in text) == (language == "id")


@pytest.mark.parametrize("audience", ["village", "campus", "journal"])
@pytest.mark.parametrize("language", ["en", "id"])
def test_the_reports_of_the_case_name_those_who_agreed_and_nobody_else(
    monkeypatch: pytest.MonkeyPatch, audience: Any, language: Any
) -> None:
    """A member who stands in the diary is named with a consent for the purpose, and only then."""
    monkeypatch.syspath_prepend(str(EXAMPLES))
    case = importlib.import_module("founding_case")
    village = case.community()
    agreed = attrs.evolve(village["m1"], consents=[abcd.Consent(["village report"])])
    told = case.cycle().record("dream.inspire", note="Member 1 and Member 2 filmed")

    def written(people: abcd.Community, purpose: str | None) -> str:
        text = abcd.report.markdown(
            told, people, audience=audience, language=language, purpose=purpose
        )
        return next(line for line in text.splitlines() if "filmed" in line)

    assert "Member 1 and [redacted] filmed" in written(village.replace(agreed), "village report")
    for people, purpose in (
        (village, "village report"),
        (village.replace(agreed), "map"),
        (village.replace(agreed), None),
    ):
        assert "[redacted] and [redacted] filmed" in written(people, purpose)


def shown(cell: dict[str, Any], names: dict[str, Any]) -> list[dict[str, str]]:
    """Run a cell as a notebook does: what it prints, and the last expression as it shows itself."""
    *statements, last = ast.parse("".join(cell["source"])).body
    printed, value = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        if isinstance(last, ast.Expr):
            exec(compile(ast.Module(statements, []), "cell", "exec"), names)  # noqa: S102 - ours
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307 - ours
        else:
            exec(compile(ast.Module([*statements, last], []), "cell", "exec"), names)  # noqa: S102 - ours
    outputs = [{"text": printed.getvalue()}] if printed.getvalue() else []
    if value is not None:
        outputs.append({"text/html": value._repr_html_(), "text/plain": repr(value)})
    return outputs


def stored(cell: dict[str, Any]) -> list[dict[str, str]]:
    """Give the outputs that the notebook holds."""
    return [
        {kind: "".join(lines) for kind, lines in output["data"].items()}
        if "data" in output
        else {"text": "".join(output["text"])}
        for output in cell["outputs"]
    ]


def test_the_notebook_holds_what_a_fresh_run_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every cell runs in order; where a display changed, the notebook has to be run again."""
    monkeypatch.syspath_prepend(str(EXAMPLES))
    notebook = json.loads((EXAMPLES / "founding_case.ipynb").read_text(encoding="utf-8"))
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    names: dict[str, Any] = {}
    assert [shown(cell, names) for cell in cells] == [stored(cell) for cell in cells]
    assert sum("text/html" in output for cell in cells for output in stored(cell)) >= 8
