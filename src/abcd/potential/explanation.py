"""Why one option comes before another, criterion by criterion, and what would turn it."""

import math
from collections.abc import Iterator
from typing import Literal, final

import attrs
import numpy as np

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, UnknownIdError, nearest, shown
from ..fields import one_of
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats
from ._reasons import in_words
from ._weights import Weights
from .normalizations import Normalization
from .ranking import Method, Ranking, rank
from .tables import DecisionTable

__all__ = ["Explanation", "explain"]

# Advantages nearer to nothing than this differ from it by rounding only.
_TOLERANCE = 1e-12


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Explanation(RowResult):
    """What `explain` answers: one row a criterion, in the order of the table.

    Attributes
    ----------
    criteria : tuple of str
        Their ids.
    labels : tuple of str
        What people call them; the id where nobody said.
    weights : array of float
        How much each counts; they add to 1.
    scores_better, scores_worse : array of float
        What the two options were given, in the unit of the criterion; nan for a gap.
    advantages : array of float
        What each criterion adds to the lead: above 0 it speaks for the better option, below 0 for
        the other one. They add to `lead`; nan where the method has no such parts.
    turning_weights : array of float
        The weight of this criterion at which the two would be equal, the other weights keeping
        their proportions; beyond it the other one leads. nan where no weight above 0 and below 1
        does that, or the method is no weighted sum.
    better, worse : str or int
        The two options.
    rank_better, rank_worse : float
        Their ranks among all options.
    lead : float, optional
        How far the better one is ahead: a difference of scores, for the weighted product of their
        logarithms.
    method : str
        By what the options were ordered.
    normalization : str, optional
        How scores were made comparable.
    n : int
        How many options have a rank.
    caveats : tuple of Caveat
        Those of the order, and what can not be explained.
    """

    criteria: tuple[str, ...] = attrs.field(metadata=ROW)
    labels: tuple[str, ...] = attrs.field(metadata=ROW)
    weights: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    scores_better: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    scores_worse: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    advantages: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    turning_weights: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    better: str | int
    worse: str | int
    rank_better: float
    rank_worse: float
    lead: float | None
    method: str
    normalization: str | None
    n: int
    caveats: tuple[Caveat, ...] = ()

    def text(self, language: Literal["en", "id"] = "en") -> str:
        """Say it in a few sentences, one a line, the caveats last.

        Parameters
        ----------
        language : {"en", "id"}
            English or Indonesian.

        Raises
        ------
        InvalidValueError
            If the language is another one.
        """
        one_of("language", language, ("en", "id"))
        said = in_words(
            labels=self.labels,
            weights=self.weights.tolist(),
            advantages=self.advantages.tolist(),
            turning=self.turning_weights.tolist() if self.method == "weighted_sum" else None,
            options=(str(self.better), str(self.worse)),
            ranks=(self.rank_better, self.rank_worse),
            language=language,
            sunk=self.method == "weighted_product",
        )
        return "\n".join([*said, *[caveat.message(language) for caveat in self.caveats]])


def explain(
    table: DecisionTable,
    better: str | int | None = None,
    worse: str | int | None = None,
    *,
    method: Method = "weighted_sum",
    weights: Weights | None = None,
    normalization: Normalization | None = None,
    missing: Literal["omit", "worst"] = "omit",
) -> Explanation:
    """Say why one option comes before another, and what would turn their order.

    For a meeting, where a score convinces nobody: which criteria speak for the first option, which
    for the other one, and how much would have to count differently.

    Parameters
    ----------
    table : DecisionTable
        Options, criteria and scores.
    better, worse : str or int, optional
        The two options, in either order. Without them, the first one and the next.
    method, weights, normalization, missing
        As for `rank`.

    Returns
    -------
    Explanation
        One row a criterion; `.text("id")` has the words.

    Raises
    ------
    InvalidValueError
        As for `rank`; if the two are the same, one of them has no rank, or there are not two
        options with a rank.
    UnknownIdError
        If there is no such option; the nearest ones are named.

    See Also
    --------
    sensitivity : what would put any rival first, also by scores.

    Notes
    -----
    The lead is the sum over criteria of what they contribute to the better option minus what they
    contribute to the other (see `rank`); for the weighted product it is the sum of the logarithms
    of the ratios. With the normalized difference d_k of criterion k, weights w and lead
    L = sum w_k d_k of a weighted sum, the lead at a weight x of criterion k, the other weights
    keeping their proportions, is x d_k + (1 - x) (L - w_k d_k) / (1 - w_k): a straight line, whose
    zero between 0 and 1 is the turning weight (Triantaphyllou and Sanchez 1997). It is about these
    two options; a third one may come first on the way, which `sensitivity` looks at.

    Edge cases: equal options have a lead of 0 and no turning weight. VIKOR and methods of your own
    have no parts: the advantages are nan, with a caveat.

    References
    ----------
    Triantaphyllou, E., & Sanchez, A. (1997). A sensitivity analysis approach for some deterministic
    multi-criteria decision-making methods. Decision Sciences 28(1), 151-194.

    Examples
    --------
    Two (invented) ideas of a youth group:

    >>> from abcd.potential import Criterion, DecisionTable
    >>> criteria = [
    ...     Criterion("own", weight=2, label="own assets", minimum=1, maximum=5),
    ...     Criterion("cost", "min", 1, minimum=0, maximum=100),
    ... ]
    >>> table = DecisionTable(["oven", "path"], criteria, [[5, 80], [3, 20]])
    >>> found = explain(table, normalization="scale")
    >>> found.better, found.advantages.round(2).tolist(), round(found.lead, 2)
    ('oven', [0.33, -0.2], 0.13)
    >>> print(found.text())
    oven comes before path (rank 1 and 2).
    For oven: own assets (0.33).
    For path: cost (0.2).
    It would turn if own assets counted less than 0.545 (now 0.667).
    It would turn if cost counted more than 0.455 (now 0.333).
    >>> print(found.text("id"))
    oven mendahului path (peringkat 1 dan 2).
    Yang mendukung oven: own assets (0,33).
    Yang mendukung path: cost (0,2).
    Urutannya akan berbalik jika bobot own assets kurang dari 0,545 (sekarang 0,667).
    Urutannya akan berbalik jika bobot cost lebih dari 0,455 (sekarang 0,333).
    """
    ranking = rank(
        table, method=method, weights=weights, normalization=normalization, missing=missing
    )
    first, second = _pair(ranking, better, worse)
    weighed = np.array(ranking.weights or [np.nan] * len(ranking.criteria))
    advantages = _advantages(ranking, first, second)
    lead = None if np.isnan(advantages).any() else float(advantages.sum())
    is_sum = ranking.method == "weighted_sum"
    points = table.points()
    return Explanation(
        criteria=ranking.criteria,
        labels=tuple([criterion.label or criterion.id for criterion in table.criteria]),
        weights=weighed,
        scores_better=points[first],
        scores_worse=points[second],
        advantages=advantages,
        turning_weights=_turning(weighed, advantages) if is_sum else np.full(len(weighed), np.nan),
        better=ranking.options[first],
        worse=ranking.options[second],
        rank_better=float(ranking.ranks[first]),
        rank_worse=float(ranking.ranks[second]),
        lead=lead,
        method=ranking.method,
        normalization=ranking.normalization,
        n=ranking.n,
        caveats=(*ranking.caveats, *_caveats(lead)),
    )


def _pair(ranking: Ranking, better: object, worse: object) -> tuple[int, int]:
    """Return the positions of the two options, the one with the better rank first."""
    order = [int(place) for place in np.argsort(ranking.ranks, kind="stable")][: ranking.n]
    if len(order) < 2:
        found = f"{ranking.n} with a rank"
        raise InvalidValueError(Fault("table", found, "two options with a rank", "length"))
    given = {"better": better, "worse": worse}
    places = {
        argument: _place(ranking, argument, option)
        for argument, option in given.items()
        if option is not None
    }
    rest = [place for place in order if place not in places.values()]
    one, other = (places.get(argument) for argument in given)
    one = rest.pop(0) if one is None else one
    other = rest.pop(0) if other is None and rest else other
    if other is None or one == other:
        found = f"{shown(ranking.options[one])} twice"
        raise InvalidValueError(Fault("worse", found, "two different options", "same"))
    return (one, other) if ranking.ranks[one] <= ranking.ranks[other] else (other, one)


def _place(ranking: Ranking, argument: str, option: object) -> int:
    if type(option) not in (str, int) or option not in ranking.options:
        known = [id for id in ranking.options if isinstance(id, str)]
        accepted = nearest(option, known) if known else f"one of {len(ranking.options):,} numbers"
        raise UnknownIdError(argument, shown(option), accepted)
    place = ranking.options.index(option)
    if math.isnan(ranking.ranks[place]):
        accepted = "an option with a rank: this one has a gap, or the method gives it none"
        raise InvalidValueError(Fault(argument, shown(option), accepted, "no-rank"))
    return place


def _advantages(ranking: Ranking, first: int, second: int) -> FloatArray:
    better, worse = ranking.contributions[first], ranking.contributions[second]
    if ranking.method != "weighted_product":
        return np.asarray(better - worse, np.float64)
    # A factor of 0 sinks a product, whatever the others are: there is no ratio then.
    known = (better > 0) & (worse > 0)
    ratios = np.divide(better, worse, out=np.ones_like(better), where=known)
    return np.where(known | (better == worse), np.log(ratios), np.nan)


def _turning(weights: FloatArray, advantages: FloatArray) -> FloatArray:
    """Give the weight of each criterion at which a weighted sum is equal for both options."""
    lead = advantages.sum()
    turning = np.full(len(weights), np.nan)
    if abs(lead) <= _TOLERANCE:
        return turning
    for place, (weight, advantage) in enumerate(zip(weights, advantages, strict=True)):
        if not 0 < weight < 1:
            continue
        own = advantage / weight
        others = (lead - advantage) / (1 - weight)
        # The lead at weight x is others + x (own - others).
        if abs(own - others) > _TOLERANCE:
            zero = -others / (own - others)
            # At 0 and 1 the two would be equal, and nothing beyond puts the other one first.
            turning[place] = zero if _TOLERANCE < zero < 1 - _TOLERANCE else np.nan
    return turning


def _caveats(lead: float | None) -> Iterator[Caveat]:
    if lead is None:
        yield Caveat("parts-unknown", {"fields": ("lead", "advantages")})
