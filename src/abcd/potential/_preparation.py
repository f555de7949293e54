"""What the analyses of a table share: targets as costs, weights, and who takes part."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden, shown
from ..fields import one_of
from ..results.arrays import FloatArray
from ._caveats import of_cells, of_weights
from ._methods import ACCEPTED, DEFAULTS, Problem
from ._selection import Counting, select
from ._targets import aimed, centers
from ._weights import Weights, is_function, name_of, read_weights
from .normalizations import LINES
from .tables import DecisionTable

__all__ = ["MISSING", "Prepared", "check_table", "chosen", "prepare", "spread_out"]

MISSING = ("omit", "worst")


class Prepared(NamedTuple):
    """A table as a method sees it, and how to come back to all of its options."""

    problem: Problem | None
    counting: Counting
    ranked: npt.NDArray[np.bool_]
    weights: tuple[float, ...]
    weights_from: str
    caveats: tuple[Caveat, ...]

    @property
    def n(self) -> int:
        """How many options take part."""
        return int(np.count_nonzero(self.ranked))

    def over_all(self, values: FloatArray | None) -> FloatArray:
        """Return values of all options, nan for those that take no part."""
        return spread_out(values, self.ranked)


def prepare(
    table: DecisionTable, weights: Weights | None, missing: str, fields: Sequence[str]
) -> Prepared:
    """Read weights, and set options with gaps aside; `fields` are nan for these."""
    check_table(table)
    one_of("missing", missing, MISSING)
    columns, points = aimed(table.criteria, centers(table))
    weighting = read_weights(weights, columns, points)
    selected = select(columns, points, weighting, missing)
    problem = None
    if selected.rows.shape[1]:
        criteria = [columns[place] for place in np.flatnonzero(selected.counting)]
        problem = Problem(selected.rows, criteria, selected.weights)
    everybody = np.ones(len(points), dtype=np.bool_)
    return Prepared(
        problem,
        selected.counting,
        everybody if selected.ranked is None else selected.ranked,
        () if weighting.weights is None else tuple(weighting.weights.tolist()),
        weighting.source,
        (
            *of_weights(weighting.source, computed=callable(weights)),
            *weighting.caveats,
            *of_cells(table),
            *[_named(caveat, fields) for caveat in selected.caveats],
        ),
    )


def check_table(table: object) -> None:
    """Refuse what is no table."""
    if type(table) is not DecisionTable:
        raise InvalidValueError(Fault("table", hidden(table), "a DecisionTable", "value"))


def chosen(table: object, method: object, normalization: object) -> tuple[str, str | None]:
    """Return the names of method and normalization, or refuse the call."""
    check_table(table)
    if is_function(method, "method"):
        if normalization is not None:
            accepted = "None: a method of your own normalizes as it likes"
            raise InvalidValueError(Fault("normalization", shown(normalization), accepted, "value"))
        return name_of(method), None
    one_of("method", method, DEFAULTS)
    used = DEFAULTS[str(method)] if normalization is None else normalization
    one_of("normalization", used, ACCEPTED.get(str(method), LINES))
    return str(method), str(used)


def spread_out(values: FloatArray | None, taking_part: npt.NDArray[np.bool_]) -> FloatArray:
    """Return a row for every option: the values of those that take part, nan for the others."""
    shape = (0,) if values is None else values.shape
    every = np.full((len(taking_part), *shape[1:]), np.nan)
    if values is not None:
        every[taking_part] = values
    return every


def _named(caveat: Caveat, fields: Sequence[str]) -> Caveat:
    """Name the fields of this result that are nan, where the caveat names those of `rank`."""
    if "fields" not in caveat.data:
        return caveat
    return Caveat(caveat.code, {**caveat.data, "fields": list(fields)})
