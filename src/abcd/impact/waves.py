"""More than two waves: whether scores of the same people move, between which waves, how fast."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal, TypeAlias

import attrs
import numpy as np

from .._arguments import checked_rng, drawn_seed, proportion, whole
from ..caveats import Caveat
from ..fields import one_of
from ..results.arrays import FloatArray
from ._caveats import SMALL_N, not_estimable
from ._friedman import agreement, double_ranks, tail_by_orders, tail_by_random_orders
from ._kernels import proper_p
from ._proportions import mcnemar
from ._resolution import exact_mean, measured
from ._statistics import moments_of, sign_flip_of, t_interval
from ._wave_table import read_times, read_waves
from .adjustment import Adjustment, adjust
from .paired import Scale
from .pairs import Pairs
from .waves_results import Waves

__all__ = ["Contrasts", "waves"]

Contrasts: TypeAlias = Literal["successive", "first", "all"]

_CONTRASTS = ("successive", "first", "all")
_SCALES = ("interval", "ordinal")
_ROUNDING = 1e-12


def waves(
    scores: Mapping[Any, Any] | Sequence[Any],
    *,
    times: Sequence[float] | None = None,
    contrasts: Contrasts = "successive",
    adjustment: Adjustment = "holm",
    scale: Scale = "interval",
    confidence: float = 0.95,
    missing: Literal["raise", "omit"] = "raise",
    samples: int = 9_999,
    rng: np.random.Generator | int | None = None,
) -> Waves:
    """Tell whether the scores of the same people move over three or more waves, and where.

    For a course with a test before, after and half a year later: did anything move, between which
    waves, does it last. Kruskal-Wallis is for different people and wrong here; Friedman is right.

    Parameters
    ----------
    scores : mapping of wave to scores, or sequence of scores
        At least three waves in their order, each read as in `paired_change` and all in one form.
    times : sequence of number, optional
        When each wave was taken, in one unit, rising; by default 0, 1, 2, ...
    contrasts : {"successive", "first", "all"}
        Compare each wave with the one before it, with the first, or all of them.
    adjustment : {"holm", ...}
        How the p of the comparisons are adjusted, as in `adjust`.
    scale : {"interval", "ordinal"}
        Ordinal scores have an order and no distances: no means and no slopes are given, and
        comparisons use the sign test.
    confidence : float
        Level of the intervals, between 0 and 1. They are not adjusted.
    missing : {"raise", "omit"}
        Refuse missing values, or leave such people out and list them.
    samples : int
        How many random orders, or sign changes, are drawn where all can not be counted.
    rng : numpy.random.Generator or int, optional
        Generator or seed for these. Without it a seed is drawn. `seed` in the result repeats it.

    Returns
    -------
    Waves
        One row a comparison.

    Raises
    ------
    InvalidValueError
        If there are fewer than three waves, they have different forms or lengths, scores can not be
        read, or an argument is out of its range.

    See Also
    --------
    paired_change : two waves.

    Notes
    -----
    Friedman: (k - 1) sum_j (R_j - n (k + 1) / 2)² / sum_ij (r_ij - (k + 1) / 2)², with midranks r
    inside people and their sums R a wave. W is that over n (k - 1). Its p is the share of all
    orders inside people, ties included, that give at least as large a value: counted for few people
    or waves, else (1 + extreme) / (1 + samples).

    Slopes are those of least squares, one a person: sum (t - mean t) y / sum (t - mean t)²; the
    interval is Student's over people.

    Edge cases. Nobody has every wave: nothing. One person: no intervals, p is 1 at least over the
    orders. Everybody alike in all waves: no Friedman. Equal slopes: no interval.

    References
    ----------
    Friedman, M. (1937). The use of ranks to avoid the assumption of normality. Journal of the
    American Statistical Association 32, 675-701.

    Kendall, M. G. and Babington Smith, B. (1939). The problem of m rankings. Annals of Mathematical
    Statistics 10, 275-287.

    Examples
    --------
    Six invented members took the same test before a course, after it, and half a year later:

    >>> result = waves(
    ...     {
    ...         "before": [4, 5, 6, 3, 7, 5],
    ...         "after": [6, 8, 6, 7, 8, 9],
    ...         "later": [6, 7, 7, 6, 8, 7],
    ...     },
    ...     times=[0, 1, 6],
    ... )
    >>> round(result.friedman_p, 4), round(result.kendall_w, 2), result.friedman_method
    (0.0051, 0.74, 'exact')
    >>> for row in result:
    ...     print(row["contrasts"], round(row["mean_change"], 2), round(row["adjusted_p"], 3))
    after - before 2.33 0.125
    later - after -0.5 0.5

    The waves differ; six people can not say between which. Ordinal answers have no means:

    >>> ordinal = waves([[1, 2], [2, 3], [3, 3]], scale="ordinal")
    >>> ordinal.means.tolist(), ordinal.medians.tolist()
    ([nan, nan, nan], [1.5, 2.5, 3.0])
    """
    one_of("contrasts", contrasts, _CONTRASTS)
    one_of("scale", scale, _SCALES)
    level = proportion("confidence", confidence)
    draws = whole("samples", samples, least=1, most=10**7)
    source = checked_rng(rng)
    names, people, table, incomplete = read_waves(scores, missing)
    moments = read_times(times, len(names))
    seed = drawn_seed(source)
    base = _base(names, table, scale)
    ranked = _friedman(table, draws, seed)
    compared = _compared(names, table, contrasts, scale, level, draws, seed)
    slopes = _slopes(table, moments, level) if scale == "interval" else _Slopes()
    adjusted = adjust(compared.p, adjustment).adjusted
    result = Waves(
        contrasts=tuple([f"{names[b]} - {names[a]}" for a, b in compared.pairs]),
        earlier=tuple([names[a] for a, _ in compared.pairs]),
        later=tuple([names[b] for _, b in compared.pairs]),
        mean_change=compared.means,
        interval_low=compared.low,
        interval_high=compared.high,
        p=compared.p,
        adjusted_p=adjusted,
        friedman=ranked.statistic,
        kendall_w=ranked.w,
        friedman_p=ranked.p,
        friedman_method=ranked.method,
        slope_mean=slopes.mean,
        slope_low=slopes.low,
        slope_high=slopes.high,
        slope_p=slopes.p,
        slope_sd=slopes.sd,
        rising=slopes.rising,
        falling=slopes.falling,
        waves=names,
        times=moments,
        means=base[0],
        medians=base[1],
        mean_ranks=base[2],
        scale=scale,
        adjustment=adjustment,
        confidence=level,
        samples=draws,
        seed=seed if ranked.method == "monte-carlo" or compared.sampled else None,
        n=len(people),
        incomplete=incomplete,
    )
    return attrs.evolve(result, caveats=tuple(_caveats(result, given=times is not None)))


# --- arithmetic ----------------------------------------------------------------------------------


@attrs.frozen
class _Ranked:
    statistic: float | None = None
    w: float | None = None
    p: float | None = None
    method: str = "exact"


@attrs.frozen(eq=False)
class _Compared:
    pairs: list[tuple[int, int]]
    means: FloatArray
    low: FloatArray
    high: FloatArray
    p: FloatArray
    sampled: bool


@attrs.frozen
class _Slopes:
    mean: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    sd: float | None = None
    rising: int | None = None
    falling: int | None = None


def _base(
    names: tuple[str | int, ...], table: FloatArray, scale: str
) -> tuple[FloatArray, FloatArray, FloatArray]:
    nothing = np.full(len(names), np.nan)
    if len(table) == 0:
        return nothing, nothing, nothing
    means = nothing if scale == "ordinal" else table.mean(axis=0)
    return means, np.median(table, axis=0), double_ranks(table).mean(axis=0) / 2


def _friedman(table: FloatArray, samples: int, seed: int) -> _Ranked:
    if len(table) == 0:
        return _Ranked()
    ranks = double_ranks(table)
    found = agreement(ranks)
    if found.statistic is None:
        return _Ranked()
    p = tail_by_orders(ranks)
    if p is not None:
        return _Ranked(found.statistic, found.w, p)
    generator = np.random.default_rng(seed)
    p = tail_by_random_orders(ranks, samples=samples, generator=generator)
    return _Ranked(found.statistic, found.w, p, "monte-carlo")


def _chosen(count: int, contrasts: str) -> list[tuple[int, int]]:
    if contrasts == "successive":
        return list(pairwise(range(count)))
    if contrasts == "first":
        return [(0, later) for later in range(1, count)]
    return [(a, b) for a in range(count) for b in range(a + 1, count)]


def _compared(
    names: tuple[str | int, ...],
    table: FloatArray,
    contrasts: str,
    scale: str,
    confidence: float,
    samples: int,
    seed: int,
) -> _Compared:
    chosen = _chosen(len(names), contrasts)
    columns = np.full((4, len(chosen)), np.nan)
    sampled = False
    for place, (a, b) in enumerate(chosen):
        before, after = tuple(table[:, a].tolist()), tuple(table[:, b].tolist())
        steps = measured(Pairs(tuple(range(len(before))), before, after), None)
        rises = int(np.count_nonzero(steps.differences > 0))
        falls = int(np.count_nonzero(steps.differences < 0))
        if scale == "ordinal":
            columns[3, place] = mcnemar(rises, falls) if len(table) else np.nan
            continue
        mean = exact_mean(steps.differences, steps.resolution)
        if mean is None:
            continue
        flip = sign_flip_of(steps.differences, samples=samples, rng=seed)
        sampled = sampled or flip.method == "monte-carlo"
        moments = moments_of(steps)
        ends = t_interval(float(mean), moments.sd_change, len(table), confidence)
        columns[0, place], columns[3, place] = float(mean), flip.p
        columns[1:3, place] = (np.nan, np.nan) if ends is None else ends
    means, low, high, p = columns
    return _Compared(chosen, means, low, high, p, sampled)


def _slopes(table: FloatArray, times: FloatArray, confidence: float) -> _Slopes:
    from scipy import stats

    n = len(table)
    if n == 0:
        return _Slopes()
    off = times - times.mean()
    slopes = np.sort((table - table.mean(axis=1, keepdims=True)) @ off / float(off @ off))
    # Scores of one person are told apart relative to the largest: what is left is rounding.
    noise = _ROUNDING * float(np.abs(table).max()) / float(np.ptp(times))
    mean = math.fsum(slopes) / n
    rising, falling = int((slopes > noise).sum()), int((slopes < -noise).sum())
    sd = None if n < 2 else float(slopes.std(ddof=1)) if np.ptp(slopes) > noise else 0.0
    ends = t_interval(mean, sd, n, confidence)
    if ends is None or sd is None:
        return _Slopes(mean, sd=sd, rising=rising, falling=falling)
    p = proper_p(2 * float(stats.t.sf(abs(mean) / sd * math.sqrt(n), n - 1)))
    return _Slopes(mean, *ends, p, sd, rising, falling)


# --- caveats -------------------------------------------------------------------------------------

_FRIEDMAN = ("friedman", "kendall_w", "friedman_p")
_SLOPES = ("slope_mean", "slope_low", "slope_high", "slope_p", "slope_sd", "rising", "falling")
_COLUMNS = ("mean_change", "interval_low", "interval_high", "p", "adjusted_p")


def _caveats(result: Waves, *, given: bool) -> Iterator[Caveat]:
    yield Caveat("no-comparison-group")
    if result.incomplete:
        yield Caveat("waves-incomplete", {"left_out": len(result.incomplete), "n": result.n})
    if result.n == 0:
        fields = [*_COLUMNS, "means", "medians", "mean_ranks", *_FRIEDMAN, *_SLOPES]
        yield Caveat("waves-nobody", {"fields": fields})
        return
    if result.n < SMALL_N:
        yield Caveat("small-n", {"n": result.n})
    yield from not_estimable("waves-alike", result, *_FRIEDMAN)
    if result.scale == "ordinal":
        fields = ["mean_change", "interval_low", "interval_high", "means", *_SLOPES]
        yield Caveat("ordinal-no-mean", {"fields": fields})
    else:
        yield from _of_intervals(result)
    if not given and result.scale == "interval":
        yield Caveat("waves-equal-times")
    if result.seed is not None:
        yield Caveat("waves-sampled", {"samples": result.samples, "seed": result.seed})


def _of_intervals(result: Waves) -> Iterator[Caveat]:
    gaps = int(np.isnan(result.interval_low).sum())
    slopes = [name for name in _SLOPES if getattr(result, name) is None]
    if gaps or slopes:
        ends = ["interval_low", "interval_high"] if gaps else []
        yield Caveat("waves-no-spread", {"fields": [*ends, *slopes], "n": result.n})
