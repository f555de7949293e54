"""What to start with: options in order, and what each criterion contributes to that."""

from collections.abc import Callable
from typing import Literal, TypeAlias, final

import attrs
import numpy as np
import numpy.typing as npt

from ..caveats import Caveat
from ..fields import one_of
from ..results import ROW
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray
from ._arrays import kept
from ._by_criterion import CriterionRows
from ._caveats import of_cells, of_ties, of_weights
from ._deciding import Deciding
from ._methods import Outcome, Problem, by_function, by_name, ranks_of
from ._preparation import MISSING, chosen, spread_out
from ._selection import Selected, check_scales, select
from ._targets import aimed, centers
from ._weights import Weights, read_weights
from .normalizations import Normalization
from .tables import DecisionTable

__all__ = ["Method", "Ranking", "rank"]

Method: TypeAlias = (
    Literal["weighted_sum", "weighted_product", "topsis", "vikor", "promethee"]
    | Callable[[FloatArray, FloatArray, IntArray], npt.ArrayLike]
)


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Ranking(CriterionRows, Deciding):
    """What `rank` answers: one row an option, in the order of the table.

    `scores` and `contributions` depend on the method; `ranks` are 1, 2, 2, 4: equal options share
    the better rank. All three are nan for an option that can not be ranked. `n` counts the others.
    """

    options: tuple[str | int, ...] = attrs.field(metadata=ROW)
    scores: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    ranks: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    contributions: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    criteria: tuple[str, ...]
    weights: tuple[float, ...]
    weights_from: str
    method: str
    normalization: str | None
    missing: str
    raters: int
    n: int
    caveats: tuple[Caveat, ...] = ()

    _by_criterion = ("contributions",)

    @property
    def ties(self) -> tuple[tuple[str | int, ...], ...]:
        """The groups of options that share a rank, the best first; empty where none do."""
        groups: dict[float, list[str | int]] = {}
        for option, place in zip(self.options, self.ranks.tolist(), strict=True):
            groups.setdefault(place, []).append(option)
        # No two nan are one key, so that options without a rank never form a group.
        return tuple([tuple(groups[place]) for place in sorted(groups) if len(groups[place]) > 1])


def rank(
    table: DecisionTable,
    *,
    method: Method = "weighted_sum",
    weights: Weights | None = None,
    normalization: Normalization | None = None,
    missing: Literal["omit", "worst"] = "omit",
) -> Ranking:
    """Order options by several criteria at once, and show what each criterion contributes.

    Use it to make a choice explicit and open to talk: which criteria, how much each counts, what
    they add up to. It does not decide. Other weights, methods or normalizations may give another
    order; where they do, the choice is close.

    Parameters
    ----------
    table : DecisionTable
        Options, criteria and scores.
    method : {"weighted_sum", "weighted_product", "topsis", "vikor", "promethee"} or callable
        A callable takes ``(matrix, weights, directions)``, the matrix with a row an option and
        directions 1 (more is better) or -1, and returns one score an option, the higher the
        better: the methods of pymcdm fit as they are, except those whose lower score is better
        (wrap these).
    weights : sequence, mapping by criterion id, result of `weights`, or callable, optional
        How much each criterion counts, from 0; only their ratios matter; see
        `abcd.potential.weights` for ways of asking. A callable takes the matrix of options without
        gaps. Without it the weights of the criteria are used; where
        none has one, all count the same and a caveat says so.
    normalization : {"minmax", "max", "sum", "vector", "linear", "scale", "none"}, optional
        How scores of different units are made comparable, see `abcd.potential.normalizations`.
        Default: minmax for the weighted sum and VIKOR, linear for the weighted product, vector
        for TOPSIS, none for PROMETHEE. VIKOR takes minmax or scale only, PROMETHEE none only; a
        callable method normalizes itself.
    missing : {"omit", "worst"}
        What to do with an option that has a gap in a criterion that counts: give it no rank, or
        let the gap count as the worst score that any option has there (so that not knowing never
        helps).

    Returns
    -------
    Ranking
        One row an option in the order of the table; `weights` are those used, adding to 1.

    Raises
    ------
    InvalidValueError
        If weights are negative, nan, all 0, or do not match the criteria; if some criteria have a
        weight and others none; if an argument is none of its names; if a callable returns
        something else than one number an option; if ``"scale"`` is asked for and a criterion has
        no scale. Errors of callables themselves pass through.

    See Also
    --------
    DecisionTable : the table.
    vikor : the compromise set, with the two conditions on it.
    promethee : positive and negative flows, with thresholds of indifference and preference.

    Notes
    -----
    With weights w (adding to 1) and normalized scores r:

    - *weighted sum*: the score is the sum of w r; contributions are the w r, and add to it.
    - *weighted product*: the score is the product of r^w; contributions are these factors, 1
      where nothing is lost. Negative r have no power: not estimable, with a caveat.
    - *TOPSIS*: with D+ and D- the Euclidean distances of w r to the best and worst values found,
      the closeness is D- / (D+ + D-). Contributions share it in proportion to the squares in
      (D-)^2, and add to it. A cost under ``"vector"`` may be turned (1 - r) or kept with its ideal
      at the minimum: the distances are the same.
    - *VIKOR*: the score is 1 - Q with v = 0.5, see `vikor`; it has no contributions.
    - *PROMETHEE II*: the score is the net flow under the usual preference function (any lead
      counts, see `promethee`), from -1 to 1; contributions are the net flows of the criteria
      times their weights, and add to it.

    A criterion with a target is replaced by the distance to it, a cost, before anything else:
    a rater each, of an interval the expected one (even between its ends).
    Criteria of weight 0 are left out before anything else. Options with gaps are left out of the
    normalization too: the others are ranked as in a table without them. Elsewhere an interval
    counts as its middle, several raters as the mean of those who gave a score; caveats say so.

    A criterion with equal scores orders nothing. Where its normalized score is 0/0 it adds 0 to a
    sum, the factor 1 to a product and no distance; its weight is not given to others. Where that
    is so for every criterion, all options share the first rank and have no score. One option has
    rank 1; its score would be measured by itself, and is nan except under ``"scale"`` or
    ``"none"``. A normalization that does not hold for the scores of a criterion (negative ones
    under max, sum and linear, a cost of 0 under sum and linear) gives nan for all, with a caveat.
    Scores count as equal within 1e-12 of their unit, so that rounding makes no order.

    References
    ----------
    Fishburn, P. C. (1967). Additive utilities with incomplete product sets. Operations Research
    15, 537-542.

    Hwang, C. L., & Yoon, K. (1981). Multiple Attribute Decision Making, p. 99 (weighted sum), p.
    103 (weighted product), p. 128 (TOPSIS). Springer.

    Opricovic, S., & Tzeng, G. H. (2004). Compromise solution by MCDM methods. European Journal of
    Operational Research 156, 445-455 (TOPSIS under two normalizations).

    Examples
    --------
    What could an (invented) group of neighbors start with? They scored three ideas from 1 to 5,
    and know the cost of two:

    >>> from abcd.potential import Criterion, DecisionTable
    >>> criteria = [Criterion("own assets", weight=2), Criterion("cost", "min", 1)]
    >>> table = DecisionTable(["oven", "path", "pond"], criteria, [[4, 200], [5, 900], [3, None]])
    >>> ranking = rank(table)
    >>> ranking.first, ranking.scores.round(3).tolist()
    (('path',), [0.333, 0.667, nan])
    >>> print(ranking.caveats[0])
    Options with a gap in a criterion that counts: 1 of 3; they have no rank.

    The path comes first, for its own assets alone:

    >>> path = ranking["path"]
    >>> round(path["contributions_own assets"], 3), path["contributions_cost"]
    (0.667, 0.0)

    Once the pond is judged, be it at its worst, oven and path share the first rank: the lead of
    the path hung on which options were compared.

    >>> rank(table, missing="worst").ranks.tolist()
    [1.0, 1.0, 3.0]
    """
    name, used = chosen(table, method, normalization)
    one_of("missing", missing, MISSING)
    columns, points = aimed(table.criteria, centers(table))
    weighting = read_weights(weights, columns, points)
    selected = select(columns, points, weighting, missing)
    if used == "scale":
        check_scales(table, selected.counting)
    outcome = None
    if selected.rows.shape[1]:
        criteria = [columns[place] for place in np.flatnonzero(selected.counting)]
        problem = Problem(selected.rows, criteria, selected.weights)
        if used is None:
            outcome = by_function(problem, method, name)  # type: ignore[arg-type]  # a callable
        else:
            outcome = by_name(problem, name, used)
    scores, ranks, contributions = _over_all(
        outcome,
        selected,
        options=len(table.options),
        neutral=1.0 if method == "weighted_product" else 0.0,
    )
    ties = () if outcome is None or outcome.alike else of_ties(ranks, table.options)
    return Ranking(
        options=table.options,
        scores=scores,
        ranks=ranks,
        contributions=contributions,
        criteria=tuple([criterion.id for criterion in table.criteria]),
        weights=() if weighting.weights is None else tuple(weighting.weights.tolist()),
        weights_from=weighting.source,
        method=name,
        normalization=used,
        missing=missing,
        raters=len(table.raters),
        n=int(np.count_nonzero(~np.isnan(ranks))),
        caveats=(
            *of_weights(weighting.source, computed=callable(weights)),
            *weighting.caveats,
            *of_cells(table),
            *selected.caveats,
            *(() if outcome is None else outcome.caveats),
            *ties,
        ),
    )


# --- back to all options -------------------------------------------------------------------------


def _over_all(
    outcome: Outcome | None, selected: Selected, *, options: int, neutral: float
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return scores, ranks and contributions with nan for options that are not ranked."""
    counting, ranked = selected.counting, selected.ranked
    if outcome is None:
        nothing = np.full(options, np.nan)
        return nothing, nothing, np.full((options, len(counting)), np.nan)
    scores, ranks = outcome.scores, ranks_of(outcome)
    parts = outcome.contributions
    if not counting.all():
        # A criterion that does not count adds 0, or multiplies by 1.
        every = np.where(np.isnan(parts[:1]), np.nan, neutral).repeat(len(counting), axis=0)
        every[counting] = parts
        parts = every
    if ranked is not None:
        scores, ranks = spread_out(scores, ranked), spread_out(ranks, ranked)
        parts = np.stack([spread_out(part, ranked) for part in parts])
    for array in (scores, ranks, parts):
        # What nobody can write to the result keeps without a copy.
        array.setflags(write=False)
    return scores, ranks, parts.T
