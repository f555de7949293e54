"""Which options are close enough to the best to be agreed on: VIKOR and its compromise set."""

from typing import Literal, NamedTuple, final

import attrs
import numpy as np

from .._arguments import is_number, plain
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..fields import one_of
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray
from ._arrays import kept
from ._caveats import of_ties
from ._deciding import Deciding
from ._kernels import TOLERANCE, competition_ranks, compromise
from ._kernels import vikor as _measures
from ._methods import ACCEPTED, Problem, columns_of, of_constant, of_level_measures
from ._preparation import prepare
from ._selection import check_scales
from ._weights import Weights
from .normalizations import EMPTY, LINES, as_lines
from .tables import DecisionTable

__all__ = ["Compromise", "vikor"]

_MEASURES = ("group_utility", "individual_regret", "compromise")
_RANKS = ("ranks_by_utility", "ranks_by_regret", "ranks")
_CONDITIONS = ("advantage", "acceptable_advantage", "acceptable_stability")


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Compromise(RowResult, Deciding):
    """What `vikor` answers: one row an option, in the order of the table.

    `group_utility` (S), `individual_regret` (R) and `compromise` (Q): the lower the better.
    `ranks` are those by Q. `compromise_set` lists the options to agree on, the best first.
    `advantage` is the lead of the first option in Q, to be held against `advantage_needed`.
    """

    options: tuple[str | int, ...] = attrs.field(metadata=ROW)
    group_utility: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    individual_regret: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    compromise: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    ranks_by_utility: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    ranks_by_regret: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    ranks: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    compromise_set: tuple[str | int, ...]
    acceptable_advantage: bool | None
    acceptable_stability: bool | None
    advantage: float | None
    advantage_needed: float | None
    criteria: tuple[str, ...]
    weights: tuple[float, ...]
    weights_from: str
    v: float
    method: str
    normalization: str
    missing: str
    n: int
    caveats: tuple[Caveat, ...] = ()


class _Measured(NamedTuple):
    """S, R, Q, the ranks by each, and the unit in which Q is compared."""

    values: tuple[FloatArray, FloatArray, FloatArray]
    ranks: tuple[FloatArray, FloatArray, FloatArray]
    unit: float


def vikor(
    table: DecisionTable,
    *,
    weights: Weights | None = None,
    v: float = 0.5,
    normalization: Literal["minmax", "scale"] = "minmax",
    missing: Literal["omit", "worst"] = "omit",
) -> Compromise:
    """Find the options that a group could agree on: good on the whole, and bad for nobody's aim.

    VIKOR weighs two distances from the best: over all criteria together (what the majority looks
    at) and in the single worst criterion (what an opponent would point at). It says whether the
    first option is clearly ahead, and if not, which ones are too close to it to be told apart.

    Parameters
    ----------
    table : DecisionTable
        Options, criteria and scores.
    weights : sequence, mapping by criterion id, or callable, optional
        As for `rank`.
    v : float
        From 0 to 1: how much the distance over all criteria counts against the worst one. 0.5 is
        by consensus, above it by majority, below it with veto (the authors' words).
    normalization : {"minmax", "scale"}
        Best and worst of each criterion: those found in the table, as published, or the ends of
        its scale.
    missing : {"omit", "worst"}
        As for `rank`.

    Returns
    -------
    Compromise
        One row an option in the order of the table; S and R in weights, from 0 to 1.

    Raises
    ------
    InvalidValueError
        As for `rank`; if `v` is no number from 0 to 1.

    See Also
    --------
    rank : ``method="vikor"`` gives 1 - Q as score, with v = 0.5.

    Notes
    -----
    With weights w (adding to 1) and r from 0 (worst) to 1 (best): S is the sum of w (1 - r), R the
    largest of them, and Q = v (S - min S) / (max S - min S) + (1 - v) (R - min R) / (max R - min
    R).

    The first option by Q is the compromise if (C1, acceptable advantage) Q of the second exceeds
    it by at least 1 / (m - 1), m being the number of options that are ranked, and (C2, acceptable
    stability) it is also first by S or by R. If only C2 fails the compromise set is the first and
    the second; if C1 fails it is every option whose Q is less than 1 / (m - 1) behind. Variants
    that need no more than 0.25 where options are few exist; they are not used here. Options that
    are tied first have no advantage: C1 fails. Of tied second ones each belongs to the set.

    Where S or R is equal for all options its part of Q is 0/0; it counts as 0, with a caveat. A
    criterion with equal scores takes nobody away from the best, with a caveat. Where all
    criteria are so, or with one option, measures and conditions are not estimable, and the
    options are all in the set. Targets, gaps, intervals, raters and weights of 0 as for `rank`.

    References
    ----------
    Opricovic, S., & Tzeng, G. H. (2004). Compromise solution by MCDM methods: a comparative
    analysis of VIKOR and TOPSIS. European Journal of Operational Research 156, 445-455.

    Examples
    --------
    Three routes for a path up an (invented) hill, by risk and by altitude: the example of the
    authors.

    >>> from abcd.potential import Criterion, DecisionTable
    >>> criteria = [Criterion("risk", "min"), Criterion("altitude")]
    >>> routes = DecisionTable(["a", "b", "c"], criteria, [[1, 3000], [2, 3750], [5, 4500]])
    >>> found = vikor(routes, weights=[1, 1])
    >>> found.compromise.tolist(), found.compromise_set
    ([1.0, 0.0, 1.0], ('b',))
    >>> found.acceptable_advantage, found.acceptable_stability
    (True, True)

    One route alone is measured by itself, which says nothing:

    >>> alone = vikor(DecisionTable(["a"], criteria, [[1, 3000]]), weights=[1, 1])
    >>> alone.compromise.tolist(), alone.acceptable_advantage
    ([nan], None)
    >>> print(alone.caveats[0])
    Only one option takes part: its score would be measured by itself (group_utility,
    individual_regret, compromise and 3 more).
    """
    one_of("normalization", normalization, ACCEPTED["vikor"])
    share = _share(v)
    prepared = prepare(table, weights, missing, (*_MEASURES, *_RANKS, *_CONDITIONS))
    if normalization == "scale":
        check_scales(table, prepared.counting)
    caveats = list(prepared.caveats)
    measured = None
    if prepared.problem is not None:
        measured = _measured(prepared.problem, normalization, share, caveats)
    values = (None, None, None) if measured is None else measured.values
    ranks = (None, None, None) if measured is None else measured.ranks
    if prepared.problem is not None and measured is None:
        # Nothing to measure by: all share the first rank.
        ranks = (np.ones(prepared.n),) * 3
    by_s, by_r, by_q = (prepared.over_all(one) for one in ranks)
    advantage, needed = _advantage(measured)
    ahead = None if advantage is None or needed is None else advantage >= needed - TOLERANCE
    stable = None if measured is None else _stable(measured)
    s, r, q = (prepared.over_all(one) for one in values)
    return Compromise(
        options=table.options,
        group_utility=s,
        individual_regret=r,
        compromise=q,
        ranks_by_utility=by_s,
        ranks_by_regret=by_r,
        ranks=by_q,
        compromise_set=_chosen(table, q, by_q, ahead, stable),
        acceptable_advantage=ahead,
        acceptable_stability=stable,
        advantage=advantage,
        advantage_needed=needed,
        criteria=tuple([criterion.id for criterion in table.criteria]),
        weights=prepared.weights,
        weights_from=prepared.weights_from,
        v=share,
        method="vikor",
        normalization=normalization,
        missing=missing,
        n=prepared.n,
        caveats=(*caveats, *(() if measured is None else of_ties(by_q, table.options))),
    )


def _share(v: object) -> float:
    value = plain(v)
    if not is_number(value) or not 0 <= value <= 1:
        raise InvalidValueError(Fault("v", shown(value), "a number from 0 to 1", "value"))
    return float(value)


def _measured(
    problem: Problem, normalization: str, share: float, caveats: list[Caveat]
) -> _Measured | None:
    """Measure options; None, with a caveat, where there is nothing to measure by."""
    fields = [*_MEASURES, *_CONDITIONS]
    if problem.rows.shape[1] == 1:
        caveats.append(Caveat("option-alone", {"fields": fields}))
        return None
    columns = columns_of(problem)
    if all(column.is_constant for column in columns):
        caveats.append(Caveat("options-alike", {"fields": fields}))
        return None
    caveats += of_constant(problem, columns)
    # Distances know differences only, so that a constant criterion counts for nothing; both
    # normalizations hold for any scores.
    lines = [EMPTY if one.is_constant else LINES[normalization](one) or EMPTY for one in columns]
    utility, regret = _measures(problem.rows, as_lines(lines), problem.weights)
    caveats += of_level_measures(utility, regret)
    found, unit = compromise(utility, regret, share)
    ranks = [competition_ranks(-values, of) for values, of in ((utility, 1.0), (regret, 1.0))]
    return _Measured(
        (utility, regret, found), (ranks[0], ranks[1], competition_ranks(-found, unit)), unit
    )


def _advantage(measured: _Measured | None) -> tuple[float | None, float | None]:
    """Return the lead of the first option in Q, and the lead that it needs."""
    if measured is None:
        return None, None
    first, second = np.partition(measured.values[2], 1)[:2].tolist()
    return second - first, 1 / (len(measured.values[2]) - 1)


def _stable(measured: _Measured) -> bool:
    by_utility, by_regret, by_q = measured.ranks
    # With several on the first rank one of them is enough; none has an advantage anyway.
    return bool((((by_utility == 1) | (by_regret == 1)) & (by_q == 1)).any())


def _chosen(
    table: DecisionTable,
    q: FloatArray,
    ranks: FloatArray,
    ahead: bool | None,
    stable: bool | None,
) -> tuple[str | int, ...]:
    """List the compromise set, the best first."""
    if ahead is None:
        chosen = ranks == 1
    elif not ahead:
        needed = 1 / (np.count_nonzero(~np.isnan(q)) - 1)
        chosen = (q - np.nanmin(q) < needed - TOLERANCE) | (ranks == 1)
    else:
        # The next rank after a single first one is 2.
        chosen = (ranks == 1) if stable else (ranks <= 2)
    places = np.flatnonzero(chosen)
    return tuple(
        [table.options[place] for place in places[np.argsort(ranks[places], kind="stable")]]
    )
