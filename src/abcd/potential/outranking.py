"""Which options are preferred to the others, pair by pair: PROMETHEE I and II."""

from collections.abc import Mapping
from typing import Any, Literal, final

import attrs
import numpy as np

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, UnknownIdError, nearest, shown
from ..fields import instances
from ..results import ROW
from ..results.arrays import EQUAL_ARRAYS, FloatArray
from ._arrays import kept
from ._by_criterion import CriterionRows
from ._caveats import of_ties
from ._deciding import Deciding
from ._flows import Steps, flows
from ._kernels import TOLERANCE, competition_ranks
from ._methods import Problem, columns_of, of_constant, toward_more
from ._preparation import prepare
from ._weights import Weights
from .preferences import Preference
from .tables import DecisionTable

__all__ = ["Outranking", "promethee"]

_FLOWS = ("positive_flow", "negative_flow", "net_flow", "contributions")
_PREFERENCE = instances(Preference)
_USUAL = Preference()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Outranking(CriterionRows, Deciding):
    """What `promethee` answers: one row an option, in the order of the table.

    `positive_flow` is how far an option is preferred to the others on average, `negative_flow`
    how far they are preferred to it, both from 0 to 1; `net_flow` is the difference, `ranks` the
    order by it. `contributions` share the net flow among the criteria. `unbeaten` lists the
    options to which PROMETHEE I prefers no other.
    """

    options: tuple[str | int, ...] = attrs.field(metadata=ROW)
    positive_flow: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    negative_flow: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    net_flow: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    ranks: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    contributions: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    unbeaten: tuple[str | int, ...]
    criteria: tuple[str, ...]
    weights: tuple[float, ...]
    weights_from: str
    preferences: tuple[Preference, ...]
    method: str
    missing: str
    n: int
    caveats: tuple[Caveat, ...] = ()

    _by_criterion = ("contributions",)

    def comparison(
        self, one: str | int, other: str | int
    ) -> Literal["preferred", "outranked", "indifferent", "incomparable"] | None:
        """Compare two options by PROMETHEE I, which may say that they can not be compared.

        Parameters
        ----------
        one, other : ids
            Two options.

        Returns
        -------
        str or None
            ``"preferred"`` where `one` has no lower positive and no higher negative flow than
            `other`, and one of them is better; ``"outranked"`` the other way round;
            ``"indifferent"`` where both are equal; ``"incomparable"`` where each is better in one
            of the flows: they are good at different things. None where one of them has no flow.

        Raises
        ------
        UnknownIdError
            If there is no such option.
        """
        first, second = self._place(one), self._place(other)
        over = float(self.positive_flow[first] - self.positive_flow[second])
        under = float(self.negative_flow[second] - self.negative_flow[first])
        if np.isnan(over + under):
            return None
        ups, downs = max(over, under) > TOLERANCE, min(over, under) < -TOLERANCE
        if ups and downs:
            return "incomparable"
        if ups or downs:
            return "preferred" if ups else "outranked"
        return "indifferent"

    def _place(self, id: str | int) -> int:
        if type(id) not in (str, int) or id not in self.options:
            known = [option for option in self.options if isinstance(option, str)]
            accepted = nearest(id, known) if known else f"one of {len(self.options):,} numbers"
            raise UnknownIdError("options", shown(id), accepted)
        return self.options.index(id)


def promethee(
    table: DecisionTable,
    *,
    weights: Weights | None = None,
    preferences: Mapping[str, Preference] | None = None,
    missing: Literal["omit", "worst"] = "omit",
) -> Outranking:
    """Compare options pair by pair, so that a trifling lead need not count as a lead.

    Use it where people can say which differences matter to them (`Preference`) better than they
    could trade one criterion for another. Every option is compared with every other in every
    criterion, in its own unit; no normalization is needed.

    Parameters
    ----------
    table : DecisionTable
        Options, criteria and scores.
    weights : sequence, mapping by criterion id, or callable, optional
        As for `rank`.
    preferences : mapping of criterion id to Preference, optional
        How a lead becomes a preference. A criterion that is not named has the usual function: any
        lead counts in full.
    missing : {"omit", "worst"}
        As for `rank`.

    Returns
    -------
    Outranking
        One row an option in the order of the table.

    Raises
    ------
    InvalidValueError
        As for `rank`; if `preferences` names an unknown criterion or holds something else than a
        `Preference`.

    See Also
    --------
    rank : ``method="promethee"`` gives the net flow under the usual function as score.

    Notes
    -----
    With P_j the preference function of criterion j, weights w adding to 1 and m options: pi(a, b)
    = sum of w_j P_j(lead of a over b); the positive flow of a is the mean of pi(a, b) over the m
    - 1 others, the negative flow that of pi(b, a). PROMETHEE II orders by their difference.
    PROMETHEE I prefers a to b only where both flows agree, see `Outranking.comparison`.

    For all shapes but the Gaussian the flows come from sorted scores and running sums, criterion
    by criterion, in O(m log m) time; the Gaussian (and a slope narrower than a millionth of the
    range) compares all pairs in blocks, in O(m^2) time. Memory is O(m) either way: there is no
    table of pairs. Leads within 1e-12 of the largest score are no leads.

    Equal scores: all flows of that criterion are 0, with a caveat. One option has no others: its
    flows are not estimable. Flows are a mean over the options in the table: another option may
    turn the order of two others (rank reversal). Targets, gaps, intervals, raters and weights of
    0 as for `rank`.

    References
    ----------
    Brans, J. P., & Vincke, P. (1985). A preference ranking organisation method. Management
    Science 31, 647-656.

    Brans, J. P., & Mareschal, B. (2005). PROMETHEE methods. In Figueira, Greco & Ehrgott (eds.),
    Multiple Criteria Decision Analysis: State of the Art Surveys. Springer (flows of criteria).

    Examples
    --------
    Three (invented) ideas; a few people more or less make no difference to anybody:

    >>> from abcd.potential import Criterion, DecisionTable, Preference
    >>> criteria = [Criterion("people", weight=2), Criterion("cost", "min", 1)]
    >>> rows = [[30, 200], [32, 900], [10, 100]]
    >>> table = DecisionTable(["oven", "path", "pond"], criteria, rows)
    >>> promethee(table).first
    ('path',)
    >>> found = promethee(table, preferences={"people": Preference("u_shape", indifference=5)})
    >>> found.first, found.net_flow.round(3).tolist()
    (('oven',), [0.333, 0.0, -0.333])

    Of one idea there is nothing to compare:

    >>> promethee(DecisionTable(["oven"], criteria, [[30, 200]])).net_flow.tolist()
    [nan]
    """
    prepared = prepare(table, weights, missing, (*_FLOWS, "ranks"))
    used = _used(table, preferences)
    caveats, over, under, parts, ranks = list(prepared.caveats), None, None, None, None
    if prepared.problem is not None:
        shapes = [used[place] for place in np.flatnonzero(prepared.counting)]
        over, under, parts = _flows(prepared.problem, shapes, len(used), prepared.counting)
        ranks = np.ones(prepared.n)
        if prepared.n == 1:
            caveats.append(Caveat("option-alone", {"fields": _FLOWS}))
        else:
            ranks = competition_ranks(over - under, 1.0)
            caveats += of_constant(prepared.problem, columns_of(prepared.problem))
            caveats += of_ties(ranks, table.options)
    positive, negative = prepared.over_all(over), prepared.over_all(under)
    shape = (len(table.options), len(table.criteria))
    return Outranking(
        options=table.options,
        positive_flow=positive,
        negative_flow=negative,
        net_flow=positive - negative,
        ranks=prepared.over_all(ranks),
        contributions=np.full(shape, np.nan) if parts is None else prepared.over_all(parts),
        unbeaten=tuple([table.options[place] for place in _unbeaten(positive, negative)]),
        criteria=tuple([criterion.id for criterion in table.criteria]),
        weights=prepared.weights,
        weights_from=prepared.weights_from,
        preferences=used,
        method="promethee",
        missing=missing,
        n=prepared.n,
        caveats=tuple(caveats),
    )


def _used(
    table: DecisionTable, preferences: Mapping[str, Preference] | None
) -> tuple[Preference, ...]:
    given: Any = {} if preferences is None else preferences
    if not isinstance(given, Mapping):
        accepted = "a mapping of ids of criteria to Preference"
        raise InvalidValueError(Fault("preferences", shown(given), accepted, "value"))
    ids = [criterion.id for criterion in table.criteria]
    faults = []
    for id, preference in given.items():
        if not (isinstance(id, str) and id in ids):
            accepted = f"a criterion of the table: {nearest(id, ids)}"
            faults.append(
                Fault("preferences", f"the key {shown(id)}", accepted, "unknown-criterion")
            )
        faults += _PREFERENCE.faults(f"preferences[{shown(id)}]", preference)
    if faults:
        raise InvalidValueError(*faults)
    return tuple([given.get(id, _USUAL) for id in ids])


def _flows(
    problem: Problem, shapes: list[Preference], criteria: int, counting: Any
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return both flows, and what each criterion contributes to the net flow, a row an option."""
    size = problem.rows.shape[1]
    over, under = np.zeros(size), np.zeros(size)
    parts = np.zeros((size, criteria), order="F")
    places = np.flatnonzero(counting)
    for place, row, weight, shape in zip(
        places, toward_more(problem), problem.weights, shapes, strict=True
    ):
        for_it, against_it = flows(row, _steps(shape))
        over += weight * for_it
        under += weight * against_it
        parts[:, place] = weight * (for_it - against_it)
    return over, under, parts


def _steps(preference: Preference) -> Steps:
    thresholds = (preference.indifference, preference.preference, preference.spread)
    return Steps(preference.shape.value, *[float(one or 0) for one in thresholds])


def _unbeaten(positive: FloatArray, negative: FloatArray) -> list[int]:
    """Find the options to which no other is preferred in both flows, the best net flow first."""
    known = np.flatnonzero(~np.isnan(positive))
    # Ranks, as flows that differ by rounding only are equal.
    by_positive = competition_ranks(positive[known], 1.0)
    by_negative = competition_ranks(-negative[known], 1.0)
    _, group = np.unique(by_positive, return_inverse=True)
    least = np.full(len(known) + 1, np.inf)
    # Of those with equal positive flows the lowest negative one is at place `group + 1`.
    np.minimum.at(least, group + 1, by_negative)
    before = np.minimum.accumulate(least)
    free = (by_negative == least[group + 1]) & (by_negative < before[group])
    places = known[free]
    order = np.argsort(negative[places] - positive[places], kind="stable")
    return [int(place) for place in places[order]]
