"""Intervals of a mean change that need no normal distribution, chosen by a stated rule."""

import math
from collections.abc import Iterator
from typing import Literal, TypeAlias, final

import attrs
import numpy as np

from .._arguments import checked_rng, drawn_seed, proportion, whole
from ..caveats import Caveat
from ..fields import one_of
from ..results import Result
from ..results.arrays import FloatArray, IntArray
from ._caveats import not_estimable, of_pairs
from ._mean_resamples import mean_intervals
from ._resolution import Steps, exact_mean, measured
from ._statistics import moments_of, t_interval
from .pairs import Scores, read_pairs

__all__ = ["ChangeInterval", "IntervalMethod", "change_interval"]

IntervalMethod: TypeAlias = Literal["auto", "sign-flip", "bca", "percentile", "t"]

_METHODS = ("auto", "sign-flip", "bca", "percentile", "t")
# The means of all subsets of so many differences are written out: 8 MB.
_ALL_SUBSETS = 20
# So many draws are held at a time: 32 MB.
_DRAWN_AT_ONCE = 4_000_000
# Below this a bootstrap interval is too narrow: its coverage for 95 % is below about 90 %.
_FEW_FOR_BOOTSTRAP = 10


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class ChangeInterval(Result):
    """What `change_interval` answers: the mean change and its interval.

    Attributes
    ----------
    mean_change, low, high : float
        In points.
    confidence : float
        The level that was asked.
    level : float
        The level that a sign-flip interval of so many people has: at least `confidence`. For the
        other methods, which hold roughly, `confidence` itself.
    method, asked : str, str
        The method that was used, and the one that was asked.
    exact : bool
        Whether the interval was counted; False where it is sampled or from a formula.
    samples, seed : int
        How many were drawn, and the seed that repeats them; None where nothing was drawn.
    n : int
        Number of complete pairs.
    unmatched_before, unmatched_after, omitted : tuple of str or int
        As in `PairedChange`.
    caveats : tuple of Caveat
        What these data can not show.
    """

    mean_change: float | None
    low: float | None
    high: float | None
    confidence: float
    level: float | None
    method: str
    asked: str
    exact: bool
    samples: int | None
    seed: int | None
    n: int
    unmatched_before: tuple[str | int, ...] = ()
    unmatched_after: tuple[str | int, ...] = ()
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def change_interval(
    before: Scores,
    after: Scores,
    *,
    method: IntervalMethod = "auto",
    confidence: float = 0.95,
    resolution: float | None = None,
    missing: Literal["raise", "omit"] = "raise",
    samples: int = 9_999,
    rng: np.random.Generator | int | None = None,
) -> ChangeInterval:
    """Tell between which limits the mean change lies, without assuming a normal distribution.

    `paired_change` gives the interval of Student's t. With few people, ties or a skew these hold
    better. The rule of ``"auto"``: up to 20 people the sign-flip interval, which is exact and
    agrees with `sign_flip_p`; from 21 people BCa.

    Parameters
    ----------
    before, after : sequence of number, mapping of id to number, or sequence of (id, number)
        Scores of the same people, read as in `paired_change`.
    method : {"auto", "sign-flip", "bca", "percentile", "t"}
        ``"sign-flip"``: all mean changes that the sign-flip test does not refuse. ``"bca"`` and
        ``"percentile"``: bootstrap over people. ``"t"``: Student's.
    confidence : float
        Level, between 0 and 1.
    resolution : float, optional
        The smallest step of the instrument, as in `paired_change`.
    missing : {"raise", "omit"}
        Refuse missing values, or leave their pairs out and list them.
    samples : int
        How many samples, or random subsets, are drawn where they are.
    rng : numpy.random.Generator or int, optional
        Generator or seed for these. Without it a seed is drawn. `seed` in the result repeats it.

    Returns
    -------
    ChangeInterval
        One row.

    Raises
    ------
    InvalidValueError
        If scores can not be read or an argument is out of its range.

    See Also
    --------
    robust_change : intervals of medians and trimmed means.
    paired_changes : bootstrap intervals of many communities at once.

    Notes
    -----
    Sign flip: the means of all 2^n - 1 subsets of the differences cut the line into 2^n parts, each
    as likely to hold the center of symmetry (Hartigan). With k the whole part of alpha 2^n / 2,
    the interval goes from the k-th lowest mean to the k-th highest, and its level is
    1 - 2 k / 2^n. It holds the values that the two-sided sign-flip test does not refuse at alpha.
    Beyond 20 people the means of `samples` random subsets are taken.

    BCa: bias from the share of samples below the mean, ties counted half; acceleration
    sum (d - m)³ / (6 (sum (d - m)²)^1.5); quantiles are interpolated.

    Edge cases. No pairs: nothing. One pair, or equal differences: no spread, no interval. Sign
    flip with so few people that 2 / 2^n exceeds alpha (five or fewer for 95 %): no interval of that
    level exists. All samples on one side of the mean: no BCa.

    References
    ----------
    Hartigan, J. A. (1969). Using subsample values as typical values. Journal of the American
    Statistical Association 64, 1303-1317.

    Efron, B. (1987). Better bootstrap confidence intervals. Journal of the American Statistical
    Association 82, 171-185.

    Examples
    --------
    Eight invented weavers counted their sales in a week before and after a course. One sold far
    more:

    >>> before, after = [3, 5, 4, 6, 2, 5, 4, 3], [4, 7, 4, 8, 3, 6, 5, 15]
    >>> interval = change_interval(before, after)
    >>> interval.mean_change, round(interval.low, 2), interval.high, interval.method
    (2.5, 0.67, 6.5, 'sign-flip')
    >>> round(interval.level, 4)
    0.9531

    Four can give no interval at this level:

    >>> few = change_interval(before[:4], after[:4])
    >>> print(few.low, "-", few.caveats[-1])
    None - Pairs: 4. So few can give no sign-flip interval at 0.95; the next level below is 0.875.
    """
    one_of("method", method, _METHODS)
    asked = proportion("confidence", confidence)
    draws = whole("samples", samples, least=99, most=10**7)
    source = checked_rng(rng)
    pairs = read_pairs(before, after, missing=missing)
    steps = measured(pairs, resolution)
    n = pairs.n
    used = method if method != "auto" else "sign-flip" if n <= _ALL_SUBSETS else "bca"
    drawn = used in ("bca", "percentile") or (used == "sign-flip" and n > _ALL_SUBSETS)
    seed = drawn_seed(source) if drawn else None
    found = _found(steps, used, asked, draws, 0 if seed is None else seed)
    mean = exact_mean(steps.differences, steps.resolution)
    result = ChangeInterval(
        mean_change=None if mean is None else float(mean),
        low=None if found is None else found.low,
        high=None if found is None else found.high,
        confidence=asked,
        level=None if found is None else found.level,
        method=used,
        asked=method,
        exact=used == "sign-flip" and not drawn,
        samples=draws if drawn else None,
        seed=seed,
        n=n,
        unmatched_before=pairs.unmatched_before,
        unmatched_after=pairs.unmatched_after,
        omitted=pairs.omitted,
    )
    caveats = (*of_pairs(pairs), *_caveats(result, steps.differences))
    return attrs.evolve(result, caveats=caveats)


@attrs.frozen
class _Interval:
    low: float
    high: float
    level: float


def _found(
    steps: Steps, method: str, confidence: float, samples: int, seed: int
) -> _Interval | None:
    differences = np.sort(steps.differences)
    n = len(differences)
    if n < 2 or np.ptp(differences) == 0:
        return None
    if method == "t":
        moments = moments_of(steps)
        ends = t_interval(moments.mean_change, moments.sd_change, n, confidence)
        return None if ends is None else _Interval(*ends, confidence)
    if method == "sign-flip":
        return _typical(steps, differences, confidence, samples, seed)
    both = mean_intervals(
        differences[np.newaxis], method=method, confidence=confidence, samples=samples, seed=seed
    )
    low, high = float(both.low[0]), float(both.high[0])
    if math.isnan(low):
        return None
    return _Interval(steps.score(low), steps.score(high), confidence)


def _typical(
    steps: Steps, differences: IntArray, confidence: float, samples: int, seed: int
) -> _Interval | None:
    n = len(differences)
    if n <= _ALL_SUBSETS:
        means = _all_means(differences)
    else:
        means = _drawn_means(differences, samples, np.random.default_rng(seed))
    parts = len(means) + 1
    # 1 - 0.9 is 0.09999999999999998: the rounding must not take one less.
    cut = math.floor((1 - confidence) / 2 * parts * (1 + 1e-12))
    if cut < 1:
        return None
    ordered = np.partition(means, [cut - 1, len(means) - cut])
    low, high = float(ordered[cut - 1]), float(ordered[len(means) - cut])
    return _Interval(steps.score(low), steps.score(high), 1 - 2 * cut / parts)


def _all_means(differences: IntArray) -> FloatArray:
    """Return the mean of every subset but the empty one."""
    sums, counts = np.zeros(1), np.zeros(1)
    for step in differences.tolist():
        sums = np.concatenate((sums, sums + step))
        counts = np.concatenate((counts, counts + 1))
    return sums[1:] / counts[1:]


def _drawn_means(differences: IntArray, samples: int, generator: np.random.Generator) -> FloatArray:
    n = len(differences)
    values = differences.astype(np.float64)
    means = np.empty(samples)
    window = 1 + _DRAWN_AT_ONCE // n
    for start in range(0, samples, window):
        size = min(window, samples - start)
        # Whole bytes a person: the draws of a block do not depend on its size.
        taken = (generator.integers(256, size=(size, n), dtype=np.int64) & 1).astype(np.float64)
        # The empty subset comes once in 2^n draws, and has no mean: it stands for everybody.
        taken[~taken.any(axis=1)] = 1.0
        means[start : start + size] = (taken @ values) / taken.sum(axis=1)
    return means


def _caveats(result: ChangeInterval, differences: IntArray) -> Iterator[Caveat]:
    fields = ("low", "high", "level")
    if result.n == 0:
        yield from not_estimable("no-pairs", result, "mean_change", *fields)
        return
    if result.n == 1:
        yield from not_estimable("interval-one-pair", result, *fields)
        return
    if np.ptp(differences) == 0:
        yield from not_estimable("interval-no-spread", result, *fields, n=result.n)
    elif result.method == "sign-flip":
        most = 1 - 2.0 ** (1 - min(result.n, 1000))
        data = {"n": result.n, "confidence": result.confidence, "most": most}
        yield from not_estimable("interval-too-few-signs", result, *fields, **data)
        if result.low is not None:
            yield Caveat("interval-symmetric")
    else:
        yield from not_estimable("interval-bias", result, *fields)
    if result.method in ("bca", "percentile") and result.n < _FEW_FOR_BOOTSTRAP:
        yield Caveat("interval-bootstrap-few", {"n": result.n, "method": result.method})
