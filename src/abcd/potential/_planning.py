"""From cells that can vary to normalized rows: one fixed line a criterion, and what is drawn."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..caveats import Caveat
from ..results.arrays import FloatArray
from ._kernels import Lines
from ._targets import as_cost, distances
from ._uncertain import Cells, Drawn, drawn_of
from .criteria import Criterion, Direction
from .normalizations import EMPTY, LINES, Column, as_end, as_lines
from .tables import DecisionTable

__all__ = ["FIELDS", "Rows", "lines_of", "rows_of"]

FIELDS = ("rank_acceptability", "expected_rank", "central_weights", "confidence", "pairwise")


def lines_of(
    table: DecisionTable,
    cells: Cells,
    known: npt.NDArray[np.bool_],
    counting: npt.NDArray[np.bool_],
    normalization: str,
    caveats: list[Caveat],
) -> Lines | None:
    """Fix the line of each criterion; None, with a caveat, where one does not hold."""
    lines, undefined, constant = [], [], []
    for place, criterion in enumerate(table.criteria):
        line = EMPTY
        if counting[place]:
            column = _column(
                criterion, [part[known, place] for part in (cells.middle, cells.low, cells.high)]
            )
            line_or_none = LINES[normalization](column)
            undefined += [criterion.id] if line_or_none is None else []
            constant += [criterion.id] if column.is_constant else []
            line = EMPTY if line_or_none is None else line_or_none
        lines.append(line)
    if undefined:
        data = {"normalization": normalization, "criteria": undefined, "fields": FIELDS}
        caveats.append(Caveat("normalization-undefined", data))
        return None
    if constant and np.count_nonzero(known) > 1:
        caveats.append(Caveat("criteria-constant", {"criteria": constant}))
    return as_lines(lines)


def _column(criterion: Criterion, cells: Sequence[FloatArray]) -> Column:
    """Describe what the scores of a criterion can be; with a target, the distances from it."""
    middle, low, high = cells
    if criterion.target is not None:
        around = (low <= criterion.target) & (criterion.target <= high)
        ends = distances(criterion, low), distances(criterion, high)
        middle = distances(criterion, middle)
        low, high = np.where(around, 0.0, np.minimum(*ends)), np.maximum(*ends)
    cost = as_cost(criterion)
    return Column(
        middle,
        float(low.min()),
        float(high.max()),
        cost.direction is Direction.MIN,
        as_end(cost.minimum),
        as_end(cost.maximum),
    )


class Rows(NamedTuple):
    rows: FloatArray
    lines: Lines
    drawn: tuple[Drawn | None, ...]
    reach: FloatArray


def rows_of(
    table: DecisionTable,
    cells: Cells,
    known: npt.NDArray[np.bool_],
    counting: npt.NDArray[np.bool_],
    lines: Lines,
) -> Rows:
    """Normalize what is known, and set aside what is drawn."""
    part = cells.of(known)
    drawn = tuple(
        [
            one if counts else None
            for one, counts in zip(drawn_of(part, table.criteria), counting.tolist(), strict=True)
        ]
    )
    middle = np.ascontiguousarray(part.middle.T)
    reach = np.zeros(len(middle))
    for place, criterion in enumerate(table.criteria):
        if not counting[place]:
            middle[place] = 0
            continue
        column = _column(
            criterion, [array[:, place] for array in (part.middle, part.low, part.high)]
        )
        middle[place] = column.scores
        ends = np.array([[column.low, column.high]])
        line = Lines(*[array[[place]] for array in lines])
        reach[place] = np.abs(line.of(ends)).max()
    rows = lines.of(middle)
    for row, cells_drawn in zip(rows, drawn, strict=True):
        if cells_drawn is not None:
            row[cells_drawn.places] = 0
    return Rows(rows, lines, drawn, reach)
