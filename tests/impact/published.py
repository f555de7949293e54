"""Pairs with published or independently computed values, and a second route to exact p values."""

import json
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

__all__ = ["NOT_ASKED", "pairs", "sign_change_share", "unexplained"]

_FILE = Path(__file__).parents[1] / "data" / "impact_pairs.json"

# Fields that are None where something was not given or not needed; no caveat explains these.
NOT_ASKED = {
    "gain",
    "maximum",
    "minimum",
    "population",
    "selected_below",
    "seed",
    "correlation",
    "in_sds_of_scores",
    "floor_before",
    "floor_after",
    "ceiling_before",
    "ceiling_after",
}


def pairs(name: str) -> tuple[list[float], list[float]]:
    """Return the two waves of a set of tests/data/impact_pairs.json, which names its source."""
    data = json.loads(_FILE.read_text("utf-8"))[name]
    return data["before"], data["after"]


def sign_change_share(values: list[Fraction]) -> Fraction:
    """Return the share of all 2^n sign changes with a sum at least as far from 0, by definition."""
    observed = abs(sum(values, Fraction()))
    sums = [
        abs(sum((sign * value for sign, value in zip(signs, values, strict=True)), Fraction()))
        for signs in product((1, -1), repeat=len(values))
    ]
    return Fraction(sum(total >= observed for total in sums), len(sums))


def unexplained(result: Any, asked: set[str] = NOT_ASKED) -> set[str]:
    """Return the fields that are None although no caveat of the result names them."""
    named = {name for caveat in result.caveats for name in caveat.data.get("fields", ())}
    empty = {name for name, cell in result.columns().items() if cell == [None]}
    own = {field for field in empty if hasattr(result, field)}
    return own - named - asked
