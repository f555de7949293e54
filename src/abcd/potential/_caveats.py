"""What the cells of a table and the ties of a ranking leave open."""

from collections.abc import Iterator, Sequence

import numpy as np

from ..caveats import Caveat
from ..results.arrays import FloatArray
from ._arrays import midpoints
from .tables import DecisionTable

__all__ = ["of_cells", "of_raters", "of_ties", "of_weights"]


def of_weights(source: str, *, computed: bool) -> Iterator[Caveat]:
    """Yield what holds where nobody said what counts how much."""
    if source == "equal":
        yield Caveat("weights-equal")
    if computed:
        yield Caveat("weights-from-data", {"function": source})


def of_cells(table: DecisionTable) -> Iterator[Caveat]:
    """Yield what holds where a cell is no single number."""
    if table.has_intervals:
        cells = int(np.count_nonzero(table.low < table.high))
        yield Caveat("scores-midpoints", {"cells": cells})
    if table.raters:
        yield from of_raters(table)


def of_raters(table: DecisionTable) -> Iterator[Caveat]:
    """Yield what holds where several people gave scores."""
    yield Caveat("raters-averaged", {"raters": len(table.raters)})
    middle = midpoints(table.scores, intervals=table.has_intervals)
    given = np.count_nonzero(~np.isnan(middle), axis=0)
    partly = int(np.count_nonzero((given > 0) & (given < len(table.raters))))
    if partly:
        yield Caveat("raters-incomplete", {"cells": partly})
    widest = _widest(middle, table.spread())
    if widest is not None:
        option, criterion, spread = widest
        names = {"option": table.options[option], "criterion": table.criteria[criterion].id}
        yield Caveat("raters-differ", {**names, "spread": spread})


def _widest(scores: FloatArray, spread: FloatArray) -> tuple[int, int, float] | None:
    """Find the cell about which raters differ most, beside the range of all scores given."""
    width = np.fmax.reduce(scores, axis=(0, 1)) - np.fmin.reduce(scores, axis=(0, 1))
    known = np.where(np.isnan(spread), 0.0, spread)
    # Criteria have units of their own. Without a range there is no difference either.
    relative = np.divide(known, width, out=np.zeros_like(known), where=width > 0)
    option, criterion = np.unravel_index(int(relative.argmax()), relative.shape)
    if relative[option, criterion] == 0:
        return None
    return int(option), int(criterion), float(spread[option, criterion])


def of_ties(ranks: FloatArray, options: Sequence[str | int]) -> Iterator[Caveat]:
    """Yield what holds where options share a rank."""
    known = ranks[~np.isnan(ranks)]
    if not known.size:
        return
    first = int(np.count_nonzero(known == 1))
    # Of n different ranks without ties each number from 1 to n stands once.
    sharing = _sharing(known)
    if sharing:
        yield Caveat("ranks-shared", {"count": sharing, "total": len(options)})
    if first > 1:
        yield Caveat("first-rank-shared", {"count": first})


def _sharing(ranks: FloatArray) -> int:
    """Count the options whose rank another option has too."""
    counts = np.bincount(ranks.astype(np.int64))
    return int(counts[counts > 1].sum())
