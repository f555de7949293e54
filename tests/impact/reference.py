"""Rows and expected values of the reference sets about impact, read from their folder."""

import csv
import json
from pathlib import Path
from typing import Any

__all__ = ["expected", "rows"]


def rows(folder: Path, name: str, file: str) -> list[dict[str, str]]:
    """Return the rows of a file of one set, as text."""
    with (folder / name / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def expected(folder: Path, name: str) -> dict[str, Any]:
    """Return the expected values of one set by their id."""
    card = json.loads((folder / name / "expected.json").read_text("utf-8"))
    return {entry["id"]: entry["value"] for entry in card["expected"]}
