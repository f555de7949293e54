"""Robust twins of the mean change: what one person far off can not turn."""

import math
from collections.abc import Iterator
from typing import Literal, final

import attrs
import numpy as np

from .._arguments import number, proportion
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..results import Result
from ..results.arrays import FloatArray, IntArray
from ._caveats import not_estimable, of_pairs
from ._kernels import hodges_lehmann, pair_sum, proper_p
from ._proportions import mcnemar
from ._resolution import Steps, measured
from .pairs import Scores, read_pairs

__all__ = ["RobustChange", "robust_change"]

# The exact distribution of ranks is counted up to here; beyond it the normal one agrees closely.
_EXACT_RANKS = 200


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class RobustChange(Result):
    """What `robust_change` answers: three centers of the changes, each with an interval and a p.

    Attributes
    ----------
    trimmed_mean, trimmed_low, trimmed_high, trimmed_p : float
        Mean of the changes without the lowest and the highest share `trim`, with the interval and p
        of Tukey and McLaughlin (Yuen's for one sample).
    hodges_lehmann, hodges_lehmann_low, hodges_lehmann_high, hodges_lehmann_level : float
        Median of the means of all pairs of changes, its interval, and the level that this has.
    hodges_lehmann_method : str
        ``"exact"`` ranks, or ``"asymptotic"``.
    median_change, median_low, median_high, median_level : float
        Median change, its interval between two changes, and the level that this has at least.
    sign_p : float
        Exact sign test: rises against falls, people without a change left out.
    increased, unchanged, decreased : int
        How many people rose, stayed, fell.
    trim, trimmed_people : float, int
        What was asked, and how many people are left out at either end.
    confidence : float
        The level that was asked.
    n : int
        Number of complete pairs.
    unmatched_before, unmatched_after, omitted : tuple of str or int
        As in `PairedChange`.
    caveats : tuple of Caveat
        What these data can not show.
    """

    trimmed_mean: float | None
    trimmed_low: float | None
    trimmed_high: float | None
    trimmed_p: float | None
    hodges_lehmann: float | None
    hodges_lehmann_low: float | None
    hodges_lehmann_high: float | None
    hodges_lehmann_level: float | None
    hodges_lehmann_method: str
    median_change: float | None
    median_low: float | None
    median_high: float | None
    median_level: float | None
    sign_p: float | None
    increased: int
    unchanged: int
    decreased: int
    trim: float
    trimmed_people: int
    confidence: float
    n: int
    unmatched_before: tuple[str | int, ...] = ()
    unmatched_after: tuple[str | int, ...] = ()
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def robust_change(
    before: Scores,
    after: Scores,
    *,
    trim: float = 0.2,
    confidence: float = 0.95,
    resolution: float | None = None,
    missing: Literal["raise", "omit"] = "raise",
) -> RobustChange:
    """Tell how the people in the middle changed, whatever happened to a few at the ends.

    One member who sells ten times as much lifts a mean for all. Give this beside `paired_change`,
    and decide before looking which of the two counts.

    Parameters
    ----------
    before, after : sequence of number, mapping of id to number, or sequence of (id, number)
        Scores of the same people, read as in `paired_change`.
    trim : float
        The share of people left out at either end for the trimmed mean, from 0 and below 0.5.
    confidence : float
        Level of the intervals, between 0 and 1.
    resolution : float, optional
        The smallest step of the instrument, as in `paired_change`.
    missing : {"raise", "omit"}
        Refuse missing values, or leave their pairs out and list them.

    Returns
    -------
    RobustChange
        One row; changes are after - before, in points. All p are two-sided.

    Raises
    ------
    InvalidValueError
        If scores can not be read or an argument is out of its range.

    See Also
    --------
    paired_change : the mean change, with the signed-rank test.
    change_interval : intervals of the mean without a normal distribution.

    Notes
    -----
    Trimmed mean of n differences, g = floor(trim n) left out at either end, h = n - 2 g: standard
    error s_w sqrt((n - 1) / (h (h - 1))) with the winsorized SD s_w, t with h - 1 degrees of
    freedom (Tukey and McLaughlin; Yuen). Programs that take s_w / ((1 - 2 trim) sqrt(n)) instead
    (Wilcox) differ a little. With trim 0 it is Student's t.

    Hodges-Lehmann: the interval goes from the k-th lowest to the k-th highest of the n (n + 1) / 2
    means of pairs, k - 1 the largest value that the signed-rank statistic reaches with a chance of
    at most alpha / 2 without ties. With ties it covers at least as much. Beyond 200 people k comes
    from the normal distribution.

    Median: from the k-th lowest to the k-th highest difference, k - 1 the largest number that a
    binomial variable with n and 1/2 reaches with a chance of at most alpha / 2. It holds without
    any symmetry.

    Edge cases. No pairs: nothing. h below 2, or no spread in the winsorized differences (more than
    half alike): no interval of the trimmed mean. So few people that even the outermost pair does
    not reach the level (fewer than 6 for 95 %): no interval. Nobody changed: the sign test gives 1.

    References
    ----------
    Tukey, J. W. and McLaughlin, D. H. (1963). Less vulnerable confidence and significance
    procedures for location. Sankhya A 25, 331-352.

    Yuen, K. K. (1974). The two-sample trimmed t for unequal population variances. Biometrika 61,
    165-170.

    Hollander, M. and Wolfe, D. A. (1999). Nonparametric Statistical Methods, sections 3.1 to 3.6.

    Examples
    --------
    Eight invented weavers and their sales in a week; one of them sold far more after the course:

    >>> before, after = [3, 5, 4, 6, 2, 5, 4, 3], [4, 7, 4, 8, 3, 6, 5, 15]
    >>> change = robust_change(before, after)
    >>> round(change.trimmed_mean, 2), change.hodges_lehmann, change.median_change
    (1.33, 1.5, 1.0)
    >>> change.hodges_lehmann_low, change.hodges_lehmann_high, change.sign_p
    (0.5, 6.5, 0.015625)

    The mean rose by 2.5, the people in the middle by one or one and a half. Three people can give
    no interval:

    >>> few = robust_change(before[:3], after[:3])
    >>> print(few.median_change, few.median_low)
    1.0 None
    """
    share = _trim(trim)
    level = proportion("confidence", confidence)
    pairs = read_pairs(before, after, missing=missing)
    steps = measured(pairs, resolution)
    ordered, n = np.sort(steps.differences), pairs.n
    trimmed = _trimmed(steps, ordered, share, level)
    ranks = _rank_interval(steps, ordered, level)
    middle = _median_interval(steps, ordered, level)
    shift = hodges_lehmann(ordered)
    increased, decreased = (int(np.count_nonzero(side)) for side in (ordered > 0, ordered < 0))
    result = RobustChange(
        trimmed_mean=trimmed.center,
        trimmed_low=trimmed.low,
        trimmed_high=trimmed.high,
        trimmed_p=trimmed.p,
        hodges_lehmann=None if shift is None else steps.score(shift),
        hodges_lehmann_low=ranks.low,
        hodges_lehmann_high=ranks.high,
        hodges_lehmann_level=ranks.level,
        hodges_lehmann_method="exact" if n <= _EXACT_RANKS else "asymptotic",
        median_change=None if n == 0 else steps.score(float(np.median(ordered))),
        median_low=middle.low,
        median_high=middle.high,
        median_level=middle.level,
        sign_p=None if n == 0 else mcnemar(increased, decreased),
        increased=increased,
        unchanged=n - increased - decreased,
        decreased=decreased,
        trim=share,
        trimmed_people=math.floor(share * n + 1e-9),
        confidence=level,
        n=n,
        unmatched_before=pairs.unmatched_before,
        unmatched_after=pairs.unmatched_after,
        omitted=pairs.omitted,
    )
    return attrs.evolve(result, caveats=(*of_pairs(pairs), *_caveats(result)))


def _trim(trim: object) -> float:
    share = number("trim", trim)
    if not 0 <= share < 0.5:
        raise InvalidValueError(Fault("trim", shown(share), "from 0 and below 0.5", "range"))
    return share


@attrs.frozen
class _Center:
    center: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    level: float | None = None


def _trimmed(steps: Steps, ordered: IntArray, trim: float, confidence: float) -> _Center:
    from scipy import stats

    n = len(ordered)
    # 0.2 * 15 is 3.0000000000000004, and 0.1 * 30 might be just below 3.
    out = math.floor(trim * n + 1e-9)
    if n == 0:
        return _Center()
    kept = ordered[out : n - out]
    center = steps.score(float(np.mean(kept)))
    winsorized = np.clip(ordered, kept[0], kept[-1])
    if len(kept) < 2 or np.ptp(winsorized) == 0:
        return _Center(center)
    spread = steps.score(float(np.std(winsorized, ddof=1)))
    error = spread * math.sqrt((n - 1) / (len(kept) * (len(kept) - 1)))
    half = float(stats.t.isf((1 - confidence) / 2, len(kept) - 1)) * error
    p = proper_p(2 * float(stats.t.sf(abs(center) / error, len(kept) - 1)))
    return _Center(center, center - half, center + half, p)


def _rank_interval(steps: Steps, ordered: IntArray, confidence: float) -> _Center:
    n = len(ordered)
    means = n * (n + 1) // 2
    place, level = _rank_place(n, (1 - confidence) / 2)
    if place < 1:
        return _Center()
    low, high = pair_sum(ordered, place) / 2, pair_sum(ordered, means + 1 - place) / 2
    return _Center(low=steps.score(low), high=steps.score(high), level=level)


def _rank_place(n: int, tail: float) -> tuple[int, float]:
    """Return the place of the interval's end among the sorted means of pairs, and its level."""
    from scipy import stats

    if n > _EXACT_RANKS:
        middle, spread = n * (n + 1) / 4, math.sqrt(n * (n + 1) * (2 * n + 1) / 24)
        place = math.floor(middle - float(stats.norm.isf(tail)) * spread)
        return place, 1 - 2 * tail
    below = np.cumsum(_rank_chances(n))
    place = int(np.searchsorted(below, tail * (1 + 1e-12), "right"))
    return place, 1 - 2 * float(below[place - 1]) if place else 0.0


def _rank_chances(n: int) -> FloatArray:
    """Return the chances of the rank sum 0, 1, ... of n untied differences with random signs."""
    chances = np.zeros(n * (n + 1) // 2 + 1)
    chances[0] = 1.0
    for rank in range(1, n + 1):
        chances[rank:] = (chances[rank:] + chances[:-rank]) / 2
        chances[:rank] /= 2
    return chances


def _median_interval(steps: Steps, ordered: IntArray, confidence: float) -> _Center:
    from scipy import stats

    n, tail = len(ordered), (1 - confidence) / 2
    if n == 0:
        return _Center()
    below = np.asarray(stats.binom.cdf(np.arange(n // 2 + 1), n, 0.5))
    place = int(np.searchsorted(below, tail * (1 + 1e-12), "right"))
    if place < 1:
        return _Center()
    low, high = float(ordered[place - 1]), float(ordered[n - place])
    level = 1 - 2 * float(below[place - 1])
    return _Center(low=steps.score(low), high=steps.score(high), level=level)


_TRIMMED = ("trimmed_low", "trimmed_high", "trimmed_p")
_RANKS = ("hodges_lehmann_low", "hodges_lehmann_high", "hodges_lehmann_level")
_MEDIAN = ("median_low", "median_high", "median_level")


def _caveats(result: RobustChange) -> Iterator[Caveat]:
    if result.n == 0:
        centers = ("trimmed_mean", "hodges_lehmann", "median_change", "sign_p")
        yield from not_estimable("no-pairs", result, *centers, *_TRIMMED, *_RANKS, *_MEDIAN)
        return
    kept = result.n - 2 * result.trimmed_people
    yield from not_estimable("trimmed-no-spread", result, *_TRIMMED, kept=kept, n=result.n)
    data = {"n": result.n, "confidence": result.confidence}
    yield from not_estimable("ranks-too-few", result, *_RANKS, *_MEDIAN, **data)
    if result.hodges_lehmann_low is not None:
        yield Caveat("interval-symmetric")
    if result.unchanged:
        yield Caveat("sign-test-unchanged", {"unchanged": result.unchanged, "n": result.n})
