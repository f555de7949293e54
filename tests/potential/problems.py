"""Tables for the tests of this room, and random problems for its oracles."""

from typing import Any

import numpy as np

from abcd.potential import Criterion, DecisionTable

__all__ = ["caveat", "codes", "random_problem", "table_of"]


def table_of(
    scores: Any, directions: str = "", weights: Any = None, **fields: Any
) -> DecisionTable:
    """Build a table; directions are + and -, all + where they are left out.

    Fields named after criteria's own, such as `minimum`, go to every criterion.
    """
    own = {name: fields.pop(name) for name in ("minimum", "maximum") if name in fields}
    first = scores[0][0] if fields.get("raters") else scores[0]
    size = len(scores[0]) if fields.get("raters") else len(scores)
    signs = directions or "+" * len(first)
    values = [None] * len(first) if weights is None else weights
    criteria = [
        Criterion(f"c{place}", "max" if sign == "+" else "min", weight, **own)
        for place, (sign, weight) in enumerate(zip(signs, values, strict=True))
    ]
    return DecisionTable(fields.pop("options", range(size)), criteria, scores, **fields)


def codes(result: Any) -> list[str]:
    """Return the codes of all caveats."""
    return [one.code for one in result.caveats]


def caveat(result: Any, code: str) -> dict[str, Any]:
    """Return the data of one caveat."""
    (found,) = [one for one in result.caveats if one.code == code]
    return dict(found.data)


def random_problem(rng: np.random.Generator, *, digits: int = 6) -> tuple[Any, Any, Any]:
    """Draw scores above 0, weights that add to 1, and directions."""
    options, criteria = rng.integers(2, 12), rng.integers(2, 7)
    weights = rng.dirichlet(np.ones(criteria))
    scores = np.round(rng.uniform(1, 100, (options, criteria)), digits)
    return scores, weights, rng.choice([1, -1], criteria)
