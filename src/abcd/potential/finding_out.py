"""Which unknown score is worth finding out: the one that could turn the order."""

import math
from typing import NamedTuple, final

import attrs
import numpy as np
import numpy.typing as npt

from .._arguments import whole
from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray
from ._arrays import kept
from ._caveats import of_raters, of_weights
from ._methods import Outcome, Problem, ranks_of
from ._preparation import check_table, chosen
from ._search import Ranker
from ._selection import check_scales, select
from ._targets import aimed, distances
from ._uncertain import Cells, cells_of
from ._weights import Weights, read_weights
from .normalizations import Normalization
from .ranking import Method
from .tables import DecisionTable

__all__ = ["UnknownScores", "worth_finding_out"]

_FIELDS = ("best_rank", "worst_rank", "changes_first", "probability")


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class UnknownScores(RowResult):
    """What `worth_finding_out` answers: one row an unknown score, what matters most first.

    `options` and `criteria` say whose score it is, `low` and `high` what it can be. `best_rank`
    and `worst_rank` are the ranks that its option can get; `changes_first` says whether something
    else could come first, `probability` for what part of the range it does. `first` are the options
    that come first with all unknown scores at their middle. ``result[option]`` is the row that
    matters most for an option.
    """

    options: tuple[str | int, ...] = attrs.field(metadata=ROW)
    criteria: tuple[str, ...] = attrs.field(metadata=ROW)
    low: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    high: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    best_rank: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    worst_rank: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    changes_first: tuple[bool | None, ...] = attrs.field(metadata=ROW)
    probability: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    first: tuple[str | int, ...]
    weights: tuple[float, ...]
    weights_from: str
    steps: int
    method: str
    normalization: str | None
    n: int
    caveats: tuple[Caveat, ...] = ()


class _Row(NamedTuple):
    """One unknown score: places of option and criterion, its limits, and what it can do."""

    option: int
    criterion: int
    low: float
    high: float
    best: float = float("nan")
    worst: float = float("nan")
    changes: bool | None = None
    probability: float = float("nan")


def worth_finding_out(
    table: DecisionTable,
    *,
    method: Method = "weighted_sum",
    weights: Weights | None = None,
    normalization: Normalization | None = None,
    steps: int = 100,
) -> UnknownScores:
    """Tell which missing or vague score could turn the order, so that one need not ask for all.

    Asking costs people time. Where no value of a score could put something else first, it need
    not be known for this choice.

    Parameters
    ----------
    table : DecisionTable
        Options, criteria and scores, with gaps or intervals.
    method, weights, normalization
        As for `rank`.
    steps : int
        Into how many equal parts the range of a score is cut, from 1; a probability is right to
        1 / steps.

    Returns
    -------
    UnknownScores
        One row a gap or an interval, in a criterion that counts: by falling probability, then by
        how many ranks are possible, then in the order of the table.

    Raises
    ------
    InvalidValueError
        As for `rank`; if `steps` is no whole number from 1.

    See Also
    --------
    acceptability : all unknown scores and weights at once.
    sensitivity : how far known scores and weights would have to move.

    Notes
    -----
    One score at a time runs over its range, its interval or for a gap the criterion's scale, while
    all other unknown ones stay at their middle. At the middle of each of `steps` equal parts, and
    at both ends, the whole table is ranked again, normalization included. The probability is the
    share of these parts in which the options on the first rank are not those of the middle table:
    it takes every value of the range as equally likely, which is an assumption and no knowledge.
    The ends count for ranks and for `changes_first` only. Two scores together may turn what none
    turns alone; for that see `acceptability`.

    Where the method or the normalization does not hold for some score of the range, the order
    there is unknown: `changes_first` is None unless another score of the range turns it, and the
    probability is nan if that is so inside the range; a caveat says why.

    A gap without a scale has no range: its row holds nan, and its option takes no part. Raters are
    averaged. Time is O(unknown scores x steps x options x criteria).

    References
    ----------
    Howard, R. A. (1966). Information value theory. IEEE Transactions on Systems Science and
    Cybernetics 2, 22-26 (the idea; here the value is whether the choice would change).

    Examples
    --------
    Two (invented) ideas; the reach of the path and the cost of the oven are not known well:

    >>> from abcd.potential import Criterion, DecisionTable
    >>> reach = Criterion("reach", weight=3, minimum=0, maximum=100)
    >>> criteria = [reach, Criterion("cost", "min", 1, minimum=0, maximum=100)]
    >>> table = DecisionTable(["oven", "path"], criteria, [[60, (40, 44)], [None, 50]])
    >>> found = worth_finding_out(table, normalization="scale")
    >>> found.first, found.options, found.criteria
    (('oven',), ('path', 'oven'), ('reach', 'cost'))
    >>> found.changes_first, found.probability.round(2).tolist()
    ((True, False), [0.37, 0.0])

    So ask how many people the path would reach; what exactly the oven costs can wait. Without a
    scale nobody can say what a gap may hide:

    >>> bare = DecisionTable(["oven", "path"], [Criterion("reach", weight=1)], [[60], [None]])
    >>> worth_finding_out(bare).probability.tolist()
    [nan]
    """
    check_table(table)
    name, used = chosen(table, method, normalization)
    parts = whole("steps", steps, least=1)
    cells = cells_of(table, None, fill=True)
    columns, points = aimed(table.criteria, cells.middle)
    weighting = read_weights(weights, columns, points)
    selected = select(columns, points, weighting, "omit")
    if used == "scale":
        check_scales(table, selected.counting)
    ranked = np.ones(len(points), dtype=np.bool_) if selected.ranked is None else selected.ranked
    caveats = [
        *of_weights(weighting.source, computed=callable(weights)),
        *weighting.caveats,
    ]
    caveats += of_raters(table) if table.raters else ()
    caveats += [_for_these(caveat) for caveat in selected.caveats]
    rows, first = _unknown(cells, selected.counting), np.zeros(0, dtype=np.intp)
    if ranked.any():
        counting = np.flatnonzero(selected.counting)
        problem = Problem(selected.rows, [columns[place] for place in counting], selected.weights)
        ranker = Ranker(problem, method if callable(method) else None, name, used)
        base = ranker.ranks()
        first = np.flatnonzero(ranked)[base == 1]
        places = _Places(np.cumsum(ranked) - 1, np.cumsum(selected.counting) - 1, ranked)
        told: list[Caveat] = []
        _note(ranker.outcome(), told)
        rows = [_tried(row, table, ranker, base, places, parts, told) for row in rows]
        caveats += told
    rows.sort(key=_importance)
    without = sum(not ranked[row.option] or math.isnan(row.low) for row in rows)
    if without:
        caveats.append(Caveat("scores-without-range", {"cells": without, "fields": _FIELDS}))
    return UnknownScores(
        options=tuple([table.options[row.option] for row in rows]),
        criteria=tuple([table.criteria[row.criterion].id for row in rows]),
        low=np.array([row.low for row in rows]),
        high=np.array([row.high for row in rows]),
        best_rank=np.array([row.best for row in rows]),
        worst_rank=np.array([row.worst for row in rows]),
        changes_first=tuple([row.changes for row in rows]),
        probability=np.array([row.probability for row in rows]),
        first=tuple([table.options[place] for place in first]),
        weights=() if weighting.weights is None else tuple(weighting.weights.tolist()),
        weights_from=weighting.source,
        steps=parts,
        method=name,
        normalization=used,
        n=int(np.count_nonzero(ranked)),
        caveats=tuple(caveats),
    )


class _Places(NamedTuple):
    """Where options and criteria of the table stand among those that take part."""

    option: npt.NDArray[np.intp]
    criterion: npt.NDArray[np.intp]
    ranked: npt.NDArray[np.bool_]


def _for_these(caveat: Caveat) -> Caveat:
    return Caveat(caveat.code, {**caveat.data, "fields": _FIELDS})


def _unknown(cells: Cells, counting: npt.NDArray[np.bool_]) -> list[_Row]:
    """List the cells that are no point, in criteria that count; without a range where unknown."""
    open_cells = ((cells.low < cells.high) | np.isnan(cells.middle)) & counting
    return [
        _Row(option, place, float(cells.low[option, place]), float(cells.high[option, place]))
        for option, place in np.argwhere(open_cells).tolist()
    ]


def _tried(
    row: _Row,
    table: DecisionTable,
    ranker: Ranker,
    base: FloatArray,
    places: _Places,
    steps: int,
    told: list[Caveat],
) -> _Row:
    """Let one score run over its range, and watch its own rank and the first."""
    if not places.ranked[row.option]:
        return row
    parts = row.low + (row.high - row.low) * ((np.arange(steps) + 0.5) / steps)
    scores = distances(table.criteria[row.criterion], np.array([*parts, row.low, row.high]))
    option, place = int(places.option[row.option]), int(places.criterion[row.criterion])
    own, turns, unknown = [], [], []
    for score in scores.tolist():
        changed = ranker.problem.rows.copy()
        changed[place, option] = score
        outcome = ranker.outcome(rows=changed)
        _note(outcome, told)
        ranks = ranks_of(outcome)
        own.append(ranks[option])
        unknown.append(not ((ranks == 1).any() and (base == 1).any()))
        turns.append(not unknown[-1] and bool(((ranks == 1) != (base == 1)).any()))
    return row._replace(
        best=float(np.fmin.reduce(own)),
        worst=float(np.fmax.reduce(own)),
        changes=True if any(turns) else None if any(unknown) else False,
        probability=math.nan if any(unknown[:steps]) else sum(turns[:steps]) / steps,
    )


def _note(outcome: Outcome, told: list[Caveat]) -> None:
    """Keep, once, why a method gave no order at some score."""
    if (ranks_of(outcome) == 1).any():
        return
    told += [new for new in map(_for_these, outcome.caveats) if new not in told]


def _importance(row: _Row) -> tuple[bool, float, float]:
    """Sort by what a score can do; `sorted` keeps the order of the table among equals."""
    if row.changes is None:
        return (True, 0.0, 0.0)
    return (False, -np.nan_to_num(row.probability), row.best - row.worst)
