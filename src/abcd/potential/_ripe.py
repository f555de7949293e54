"""In which order to take what is within reach, and how firm its beginning is."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ..caveats import Caveat
from ._caveats import of_ties
from .ranking import rank
from .sensitivity import sensitivity
from .tables import DecisionTable

__all__ = ["TOLERANCE", "Ripe", "order_of"]

# What the method's priority scale is tried with: each weight a fifth up and down.
TOLERANCE = 0.2


class Ripe(NamedTuple):
    """The order of ideas, by place in the list; None for what is not in it."""

    ranks: dict[int, float]
    criteria: tuple[str, ...] = ()
    survives: bool | None = None
    caveats: tuple[Caveat, ...] = ()


def order_of(table: DecisionTable, places: list[int]) -> Ripe:
    """Rank some options of a table by all criteria that are known for each of them."""
    scores = [
        [_cell(table, place, column) for column in range(len(table.criteria))] for place in places
    ]
    known = [
        column
        for column in range(len(table.criteria))
        if all(row[column] is not None for row in scores)
    ]
    if len(places) < 2 or not known:
        data = {"ideas": len(places), "fields": ("ranks", "survives")}
        return Ripe({}, caveats=(Caveat("no-order-of-ideas", data),) if places else ())
    part = DecisionTable(
        [table.options[place] for place in places],
        [table.criteria[column] for column in known],
        [[row[column] for column in known] for row in scores],
    )
    ranking, firm = rank(part), sensitivity(part, tolerance=TOLERANCE)
    ranks = dict(zip(places, ranking.ranks.tolist(), strict=True))
    names = tuple([criterion.id for criterion in part.criteria])
    # Those with fields speak of scores, which are not part of this answer.
    said = [caveat for caveat in ranking.caveats if "fields" not in caveat.data]
    ties = [one for one in of_ties(ranking.ranks, part.options) if one not in said]
    caveats = (*said, *ties, *_of_firmness(firm.survives, firm.critical))
    return Ripe(ranks, names, firm.survives, caveats)


def _cell(table: DecisionTable, row: int, column: int) -> float | tuple[float, float] | None:
    low, high = float(table.low[row, column]), float(table.high[row, column])
    if np.isnan(low):
        return None
    return low if low == high else (low, high)


def _of_firmness(survives: bool | None, critical: tuple[str, ...]) -> Iterator[Caveat]:
    if survives is None:
        yield Caveat("first-not-tested", {"fields": ("survives",)})
    elif not survives:
        yield Caveat("first-does-not-survive", {"tolerance": TOLERANCE, "criteria": critical})
