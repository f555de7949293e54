"""How far weights or scores would have to move before something else comes first."""

import math
from typing import Literal, NamedTuple, final

import attrs
import numpy as np
import numpy.typing as npt

from .._arguments import whole
from ..caveats import Caveat
from ..results import ROW
from ..results.arrays import EQUAL_ARRAYS, FloatArray
from ._arrays import kept
from ._by_criterion import CriterionRows
from ._kernels import TOLERANCE, competition_ranks
from ._nearest import nearest_weights
from ._possible import read_tolerance
from ._preparation import chosen, prepare
from ._search import Ranker
from ._selection import check_scales
from ._turning import by_lines, by_search, score_changes, values_of
from ._weights import Weights
from .normalizations import Normalization
from .ranking import Method
from .tables import DecisionTable

__all__ = ["Sensitivity", "sensitivity"]

_LEADS = ("leads", "weight_changes", "relative_changes", "overall_changes", "nearest_weights")
_FIELDS = (*_LEADS, "score_changes", "weights_low", "weights_high", "survives")


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Sensitivity(CriterionRows):
    """What `sensitivity` answers: one row a rival of the first option, by rank.

    `leads` is how far the first option is ahead in the score. With a column a criterion:
    `weight_changes`, the smallest change of that weight alone that makes the rival first;
    `relative_changes`, the same as a part of the weight; `nearest_weights`, the weights nearest to
    those used under which the rival is first; `score_changes`, the smallest change of the rival's
    own score that makes it first. `overall_changes` is how much weight has to move in all to get
    to the nearest weights, from 0 to 1. nan: nothing within reach makes the rival first.

    A value a criterion: `weights_low` and `weights_high`, between which the first option stays
    first; `first_score_changes`, the smallest worsening of its own score that takes the first
    rank from it, None where none does. `survives` says whether it stays first when each weight
    alone moves by `tolerance`; `critical` names the criteria where it does not.
    """

    options: tuple[str | int, ...] = attrs.field(metadata=ROW)
    leads: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    weight_changes: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    relative_changes: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    overall_changes: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    nearest_weights: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    score_changes: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    first: str | int | None
    survives: bool | None
    critical: tuple[str, ...]
    criteria: tuple[str, ...]
    weights: tuple[float, ...]
    weights_low: tuple[float | None, ...]
    weights_high: tuple[float | None, ...]
    first_score_changes: tuple[float | None, ...]
    weights_from: str
    tolerance: float
    method: str
    normalization: str | None
    missing: str
    n: int
    caveats: tuple[Caveat, ...] = ()

    _by_criterion = ("weight_changes", "relative_changes", "nearest_weights", "score_changes")


class _Found(NamedTuple):
    """What is found for criteria that count, a row a rival or a value a criterion."""

    weight_changes: FloatArray
    low: FloatArray
    high: FloatArray
    overall: FloatArray
    nearest: FloatArray
    score_changes: FloatArray
    first_score_changes: FloatArray


def sensitivity(
    table: DecisionTable,
    *,
    method: Method = "weighted_sum",
    weights: Weights | None = None,
    normalization: Normalization | None = None,
    missing: Literal["omit", "worst"] = "omit",
    tolerance: float = 0.2,
    rivals: int = 5,
) -> Sensitivity:
    """Show how firmly the first option stands: what would have to change to put a rival first.

    Weights and scores are judgments. If a tenth more for cost turns the order, talk about cost; if
    nothing short of ignoring everything else does, stop talking about weights.

    Parameters
    ----------
    table : DecisionTable
        Options, criteria and scores.
    method, weights, normalization, missing
        As for `rank`.
    tolerance : float
        By what part of itself each weight is moved to see whether the first option survives.
    rivals : int
        How many of the next options to look at, from 1.

    Returns
    -------
    Sensitivity
        One row a rival, in the order of their ranks; equal ranks in the order of the table.

    Raises
    ------
    InvalidValueError
        As for `rank`; if `tolerance` is no part from 0 to below 1, or `rivals` no whole number
        from 1.

    See Also
    --------
    acceptability : all weights at once, where nobody said which hold.
    worth_finding_out : which unknown score could turn the order.

    Notes
    -----
    *One weight.* It moves, the others keep their proportions and share the rest. For the weighted
    sum each option's value is a straight line in it; where which line is highest is found exactly
    (O(m log m) a criterion). Triantaphyllou and Sanchez look at one pair at a time; a rival is
    first here once no other option is ahead of it, and a change beyond weights of 0 or 1 is none.
    In all fields a shared first rank counts as first: at the change stated the rival ties, and
    where it only ever ties it stays so. For other methods
    the way to 0 and to 1 is walked in 32 steps, and the step with the turn halved 40 times: a turn
    and return inside one step is missed.

    *All weights.* For the weighted sum, the weights that make the rival first with the least
    weight moved (half the sum of absolute differences), by a linear program, to about 1e-7. For
    other methods it is not estimable, with a caveat. nan for a rival that no weights make first.

    *One score.* The rival's score improves, or that of the first option worsens, and the whole
    table is ranked again, normalization included; by steps and halving as above. Scores move no
    further than the criterion's scale, or where it has none the lowest and highest score in the
    table. A change is in the criterion's unit; with a target it is that of the distance.

    Criteria of weight 0 have no part in this. Where criteria are alone their weight can not move:
    nan. If several options share the first rank, the first of them in the table is looked at, and
    the others are rivals for whom nothing has to change. With fewer than two ranked options
    nothing is estimable.

    References
    ----------
    Triantaphyllou, E., & Sanchez, A. (1997). A sensitivity analysis approach for some
    deterministic multi-criteria decision-making methods. Decision Sciences 28, 151-194.

    Mareschal, B. (1988). Weight stability intervals in multicriteria decision aid. European
    Journal of Operational Research 33, 54-64.

    Examples
    --------
    The (invented) oven is first as long as own means count more than 6 parts in 10:

    >>> from abcd.potential import Criterion, DecisionTable
    >>> criteria = [Criterion("own means", weight=0.7), Criterion("reach", weight=0.3)]
    >>> rows = [[1, 0], [0, 1], [0.6, 0.6]]
    >>> table = DecisionTable(["oven", "path", "pond"], criteria, rows)
    >>> found = sensitivity(table)
    >>> found.first, round(found.weights_low[0], 2), found.survives
    ('oven', 0.6, False)
    >>> round(found["pond"]["weight_changes_own means"], 2), found.critical
    (-0.1, ('own means',))

    For the path own means would have to drop to 0.4; and no score of its own makes it first:

    >>> round(found["path"]["weight_changes_own means"], 2)
    -0.3
    >>> found["path"]["score_changes_reach"]
    nan

    One option alone has no rivals:

    >>> alone = sensitivity(DecisionTable(["oven"], criteria, [[1, 0]]))
    >>> alone.survives is None, len(alone)
    (True, 0)
    """
    name, used = chosen(table, method, normalization)
    part, many = read_tolerance(tolerance), whole("rivals", rivals, least=1)
    prepared = prepare(table, weights, missing, _FIELDS)
    if used == "scale":
        check_scales(table, prepared.counting)
    caveats = list(prepared.caveats)
    ranker, scores = None, None
    if prepared.problem is not None:
        ranker = Ranker(prepared.problem, method if callable(method) else None, name, used)
        scores = _scores(ranker, caveats)
    found, order = None, np.zeros(0, dtype=np.intp)
    if ranker is not None and scores is not None:
        order = _by_rank(scores)[: many + 1]
        found = _found(ranker, order, caveats)
    shape = (max(0, len(order) - 1), len(table.criteria))
    wide = _Wide(prepared.counting, shape)
    weights_used = np.array(prepared.weights) if prepared.weights else np.full(shape[1], np.nan)
    changes = wide.rows(None if found is None else found.weight_changes)
    low, high = (wide.values(None if found is None else end) for end in _ends(found))
    critical = _critical(weights_used, low, high, part)
    options = [table.options[place] for place in np.flatnonzero(prepared.ranked)[order]]
    return Sensitivity(
        options=tuple(options[1:]),
        leads=np.zeros(0) if scores is None else scores[order[0]] - scores[order[1:]],
        weight_changes=changes,
        relative_changes=changes / np.where(weights_used > 0, weights_used, np.nan),
        overall_changes=np.zeros(0) if found is None else found.overall,
        nearest_weights=wide.rows(None if found is None else found.nearest),
        score_changes=wide.rows(None if found is None else found.score_changes),
        first=options[0] if options else None,
        survives=None if found is None or len(order) < 2 else not critical.any(),
        critical=tuple([table.criteria[place].id for place in np.flatnonzero(critical)]),
        criteria=tuple([criterion.id for criterion in table.criteria]),
        weights=prepared.weights,
        weights_low=_or_none(low),
        weights_high=_or_none(high),
        first_score_changes=_or_none(
            wide.values(None if found is None else found.first_score_changes)
        ),
        weights_from=prepared.weights_from,
        tolerance=part,
        method=name,
        normalization=used,
        missing=missing,
        n=prepared.n,
        caveats=tuple(caveats),
    )


class _Wide(NamedTuple):
    """Puts values of the criteria that count among those of all; nan for the others."""

    counting: npt.NDArray[np.bool_]
    shape: tuple[int, int]

    def rows(self, found: FloatArray | None) -> FloatArray:
        every = np.full(self.shape, np.nan)
        if found is not None:
            every[:, self.counting] = found
        return every

    def values(self, found: FloatArray | None) -> FloatArray:
        every = np.full(self.shape[1], np.nan)
        if found is not None:
            every[self.counting] = found
        return every


def _ends(found: _Found | None) -> tuple[FloatArray | None, FloatArray | None]:
    return (None, None) if found is None else (found.low, found.high)


def _or_none(values: FloatArray) -> tuple[float | None, ...]:
    return tuple([None if math.isnan(value) else value for value in values.tolist()])


def _critical(
    weights: FloatArray, low: FloatArray, high: FloatArray, part: float
) -> npt.NDArray[np.bool_]:
    """Tell of which criteria a moved weight leaves the stretch in which the first stays first."""
    least, most = weights * (1 - part), np.minimum(weights * (1 + part), 1.0)
    # Comparisons with nan, a weight that can not move, are false.
    return (least < low - TOLERANCE) | (most > high + TOLERANCE)


# --- the order to start from ---------------------------------------------------------------------


def _scores(ranker: Ranker, caveats: list[Caveat]) -> FloatArray | None:
    """Return the scores; None, with a caveat, where there is no order to turn."""
    if ranker.problem.rows.shape[1] == 1:
        caveats.append(Caveat("option-alone", {"fields": _FIELDS}))
        return np.zeros(1)
    outcome = ranker.outcome()
    caveats += [
        caveat
        if "fields" not in caveat.data
        else Caveat(caveat.code, {**caveat.data, "fields": _FIELDS})
        for caveat in outcome.caveats
        if caveat.code != "contributions-unknown"
    ]
    if np.isnan(outcome.scores).any():
        return None
    ranks = competition_ranks(outcome.scores, outcome.unit)
    shared = int(np.count_nonzero(ranks == 1))
    if shared > 1:
        caveats.append(Caveat("first-rank-shared", {"count": shared}))
    return outcome.scores


def _by_rank(scores: FloatArray) -> npt.NDArray[np.intp]:
    """Order options by score; equal ones stay in the order of the table."""
    return np.argsort(-scores, kind="stable")


def _found(ranker: Ranker, order: npt.NDArray[np.intp], caveats: list[Caveat]) -> _Found:
    rivals = order[1:]
    shape = (len(rivals), len(ranker.problem.weights))
    overall, nearest = np.full(len(rivals), np.nan), np.full(shape, np.nan)
    if ranker.name == "weighted_sum" and len(rivals):
        values = values_of(ranker)
        changes, low, high = by_lines(ranker, values, order)
        for place, rival in enumerate(rivals.tolist()):
            found = nearest_weights(values, ranker.problem.weights, rival)
            if found is not None:
                nearest[place] = found
                overall[place] = np.abs(found - ranker.problem.weights).sum() / 2
        never = int(np.count_nonzero(np.isnan(overall)))
        if never:
            fields = ["overall_changes", "nearest_weights"]
            caveats.append(Caveat("rivals-never-first", {"count": never, "fields": fields}))
    else:
        changes, low, high = by_search(ranker, order)
        if len(rivals):
            fields = ["overall_changes", "nearest_weights"]
            data = {"method": ranker.name, "fields": fields}
            caveats.append(Caveat("nearest-weights-unknown", data))
    scores = np.array([score_changes(ranker, place, better=True) for place in rivals.tolist()])
    first = np.full(shape[1], np.nan)
    if len(rivals):
        first = np.array(score_changes(ranker, int(order[0]), better=False))
    return _Found(changes, low, high, overall, nearest, scores.reshape(shape), first)
