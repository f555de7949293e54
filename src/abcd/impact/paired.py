"""Paired change: whether the same people scored higher afterwards, and how sure that is."""

from typing import Any, Literal, TypeAlias

import attrs
import numpy as np

from .._arguments import checked_rng, number, proportion, whole
from ..fields import one_of
from ..results.arrays import IntArray
from ._caveats import of_pairs, of_population
from ._kernels import hodges_lehmann
from ._paired_caveats import NEED_DISTANCES, of_change
from ._proportions import mcnemar
from ._resolution import Steps, measured
from ._scale import check_pairs, read_ends
from ._statistics import (
    effects_of,
    moments_of,
    normality_of,
    sign_flip_of,
    signed_rank_of,
    t_test_of,
)
from .gain import NormalizedGain, gain_of_pairs
from .paired_results import PairedChange
from .pairs import Pairs, Scores, read_pairs
from .regression import refuse_above

__all__ = ["Design", "Scale", "WilcoxonMethod", "ZeroMethod", "paired_change"]

Design: TypeAlias = Literal["prospective", "retrospective"]
Scale: TypeAlias = Literal["interval", "ordinal"]
ZeroMethod: TypeAlias = Literal["wilcox", "pratt", "zsplit"]
WilcoxonMethod: TypeAlias = Literal["exact", "asymptotic", "asymptotic-continuity"]

_DESIGNS = ("prospective", "retrospective")
_SCALES = ("interval", "ordinal")
_ZERO_METHODS = ("wilcox", "pratt", "zsplit")
_WILCOXON_METHODS = ("exact", "asymptotic", "asymptotic-continuity")


def paired_change(
    before: Scores,
    after: Scores,
    *,
    maximum: float | None = None,
    minimum: float | None = None,
    resolution: float | None = None,
    confidence: float = 0.95,
    design: Design = "prospective",
    missing: Literal["raise", "omit"] = "raise",
    zero_method: ZeroMethod = "wilcox",
    wilcoxon_method: WilcoxonMethod = "exact",
    population: int | None = None,
    scale: Scale = "interval",
    selected_below: float | None = None,
    samples: int = 9_999,
    rng: np.random.Generator | int | None = None,
) -> PairedChange:
    """Tell whether the same people scored higher afterwards, by how much, and how sure that is.

    For scores of the same people before and after something: a test of knowledge, a rating, a
    count. It gives the mean change with its interval, three tests that answer the same question
    under different assumptions, every effect size under its own name, and what the data can not
    show. Decide which test counts before looking. Use it neither for two different groups nor for
    more than two waves.

    Parameters
    ----------
    before, after : sequence of number, mapping of id to number, or sequence of (id, number)
        Scores of the same people, both in one form. Sequences of numbers belong together by
        position and must be equally long; a numpy array or a pandas Series is such a sequence. Two
        Series must have the same index in the same order, since nothing is aligned here. Mappings
        and rows are matched by id, which is text or a whole number.
    maximum : float, optional
        The highest possible score. With it scores beyond the scale are refused, and the
        normalized gain is added.
    minimum : float, optional
        The lowest possible score; 0 where only `maximum` is given.
    resolution : float, optional
        The smallest step of the instrument. Differences are rounded to it before anything is
        computed from them. By default the last decimal that any score carries, at most 12 digits
        of the largest score.
    confidence : float
        Level of the interval, between 0 and 1; 1 - confidence is the level at which caveats compare
        the tests.
    design : {"prospective", "retrospective"}
        Whether the scores before were taken before, or remembered afterwards (then-test).
    missing : {"raise", "omit"}
        Refuse missing values (None, nan) and name them, or leave their pairs out and list them.
    zero_method : {"wilcox", "pratt", "zsplit"}
        What Wilcoxon's test does with people who did not change: drop them before ranking, rank
        and then drop them, or rank them and give half to either side.
    wilcoxon_method : {"exact", "asymptotic", "asymptotic-continuity"}
        How its p is computed: over all sign changes of the ranks at hand, ties included; or from
        the normal distribution with tie correction, without or with continuity correction.
    population : int, optional
        How many people there are to be measured. Where all of them were, a caveat says so.
    scale : {"interval", "ordinal"}
        Ordinal scores have an order but no distances (never, sometimes, often): then no means,
        intervals, effect sizes and signed ranks are given; the counts and the sign test hold.
    selected_below : float, optional
        The limit, where people were picked because they scored at most this before: a caveat names
        the regression to the mean, and who scored above it is refused.
    samples : int
        How many random sign changes are drawn where all of them can not be counted.
    rng : numpy.random.Generator or int, optional
        Generator or seed for these. Without it a seed is drawn. `seed` in the result repeats it.

    Returns
    -------
    PairedChange
        One row. Changes are after - before, in points. All p values are two-sided. `w_plus` and
        `w_minus` are the sums of the ranks of rises and falls.

    Raises
    ------
    InvalidValueError
        If the waves have different forms, lengths or indexes, an id stands twice, a value is
        missing (unless omitted), no finite number or beyond the scale, or another argument is out
        of its range. All faults of the scores are listed together.

    See Also
    --------
    increase : the three meanings of "percent increase".
    normalized_gain : gain as part of what could still be gained, with other bands.
    robust_change : trimmed mean, Hodges-Lehmann and median with their intervals.
    change_interval : exact sign-flip and bootstrap intervals of the mean.
    important_change : whether the change is as large as matters, or as good as none.
    regression_to_mean : what people picked by a low score would have gained anyway.
    binary_change, waves : yes and no instead of scores; more than two waves.
    detectable_effect : how large a change so many people could show.

    Notes
    -----
    With differences d of mean m and standard deviation s (n - 1):

    - t = m / (s / sqrt(n)) with n - 1 degrees of freedom; interval m ± t(quantile) s / sqrt(n).
    - sign flip: the share of all 2^n sign changes of d whose mean is at least as far from 0 as m.
      Exact (`sign_flip_method`) by counting, which is possible because d are whole steps of the
      resolution; where that would take more than about a second, "monte-carlo" with
      (1 + extreme) / (1 + samples) (Phipson and Smyth).
    - Wilcoxon: W+ and W- with midranks. The exact p is taken over sign changes of the ranks at
      hand, so ties are no obstacle; beyond several hundred people it becomes asymptotic, named in
      `wilcoxon_method` and in a caveat.
    - d_z = m / s; g_z = J d_z with the exact J = gamma(f/2) / (sqrt(f/2) gamma((f-1)/2)),
      f = n - 1; d_av = m / sqrt((s1² + s2²) / 2); d_av_lakens = m / ((s1 + s2) / 2);
      d_rm = d_z sqrt(2 (1 - r)); glass_delta = m / s1.
    - sign_p: twice the smaller tail of a binomial variable with 1/2 over those who changed.
    - rank_biserial = (W+ - W-) / (W+ + W-).
    - hodges_lehmann: median of (d_i + d_j) / 2 over i <= j, of all people; and of those who
      changed.

    Edge cases. No pairs: nothing is estimable. One pair: no spread, so no t, interval or d; p of
    the exact tests is 1. Equal differences: s is 0, so no t, no interval, no d_z, g_z, d_rm and no
    Shapiro-Wilk test, but the sign-flip test holds. Nobody changed: no ranks, sign-flip p 1. A
    constant wave has no r, a constant wave before no Glass delta. At r = 1 the formula of d_rm
    would give 0: not estimable. Two pairs: J is 0, no g_z. No p is ever 0: one too small for a
    float is given as the smallest float.

    References
    ----------
    Student (1908). The probable error of a mean. Biometrika 6, 1-25.

    Wilcoxon, F. (1945). Individual comparisons by ranking methods. Biometrics Bulletin 1, 80-83.

    Pratt, J. W. (1959). Remarks on zeros and ties in the Wilcoxon signed rank procedures. Journal
    of the American Statistical Association 54, 655-667.

    Lakens, D. (2013). Calculating and reporting effect sizes. Frontiers in Psychology 4, 863,
    equations 7 to 10.

    Phipson, B. and Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical
    Applications in Genetics and Molecular Biology 9(1), 39.

    Examples
    --------
    Seven invented members of a women's group answered ten questions about waste before and after
    a training; Rina missed the second test.

    >>> before = {"Ani": 4, "Budi": 5, "Citra": 6, "Dewi": 3, "Eko": 7, "Fitri": 5, "Rina": 2}
    >>> after = {"Ani": 6, "Budi": 8, "Citra": 6, "Dewi": 7, "Eko": 8, "Fitri": 10}
    >>> change = paired_change(before, after, maximum=10)
    >>> change.n, change.unmatched_before
    (6, ('Rina',))
    >>> round(change.mean_change, 2), change.increased, change.unchanged
    (2.5, 5, 1)
    >>> round(change.interval_low, 2), round(change.interval_high, 2)
    (0.54, 4.46)

    The mean rose by 2.5 points. Five people changed, and five can not give an exact p below
    0.0625, so the exact tests can not confirm what t suggests:

    >>> round(change.t_p, 3), change.sign_flip_p, change.wilcoxon_p
    (0.022, 0.0625, 0.0625)
    >>> [caveat.code for caveat in change.caveats][3:]
    ['ceiling', 'smallest-p', 'tests-disagree', 'unchanged-people']

    Where everybody gained the same, no SD of the differences can be divided by:

    >>> same = paired_change([2, 3, 4, 3, 5], [4, 5, 6, 5, 7])
    >>> print(same.mean_change, same.d_z, same.sign_flip_p)
    2.0 None 0.0625
    """
    low, high = _scale(minimum, maximum)
    confidence = proportion("confidence", confidence)
    one_of("design", design, _DESIGNS)
    one_of("scale", scale, _SCALES)
    one_of("zero_method", zero_method, _ZERO_METHODS)
    one_of("wilcoxon_method", wilcoxon_method, _WILCOXON_METHODS)
    samples = whole("samples", samples, least=1)
    source = checked_rng(rng)
    pairs = read_pairs(before, after, missing=missing)
    check_pairs(pairs, low, high)
    limit = None if selected_below is None else number("selected_below", selected_below)
    if limit is not None:
        refuse_above(pairs, limit)
    size = None if population is None else whole("population", population, least=pairs.n)
    steps = measured(pairs, resolution)
    change = _computed(
        steps,
        confidence=confidence,
        zero_method=zero_method,
        wilcoxon_method=wilcoxon_method,
        samples=samples,
        rng=source,
    )
    change = attrs.evolve(
        change,
        design=design,
        scale=scale,
        selected_below=limit,
        floor_before=_share_at(low, pairs.before),
        floor_after=_share_at(low, pairs.after),
        ceiling_before=_share_at(high, pairs.before),
        ceiling_after=_share_at(high, pairs.after),
        resolution=None if pairs.n == 0 and resolution is None else float(steps.resolution),
        resolution_derived=resolution is None,
        minimum=low,
        maximum=high,
        population=size,
        gain=_gain(pairs, low, high, scale),
        unmatched_before=pairs.unmatched_before,
        unmatched_after=pairs.unmatched_after,
        omitted=pairs.omitted,
    )
    if scale == "ordinal":
        # `Any`, because the names are data here; a test holds them to be fields that may be None.
        nothing: dict[str, Any] = dict.fromkeys(NEED_DISTANCES)
        change = attrs.evolve(change, seed=None, **nothing)
    return _with_caveats(change, pairs, asked=wilcoxon_method, moved=steps.moved)


def _gain(
    pairs: Pairs, minimum: float | None, maximum: float | None, scale: str
) -> NormalizedGain | None:
    if minimum is None or maximum is None or scale == "ordinal":
        return None
    return gain_of_pairs(pairs, minimum, maximum)


def _share_at(end: float | None, scores: tuple[float, ...]) -> float | None:
    return None if end is None or not scores else scores.count(end) / len(scores)


def _scale(minimum: object, maximum: object) -> tuple[float | None, float | None]:
    if maximum is not None:
        return read_ends(0 if minimum is None else minimum, maximum)
    return None if minimum is None else number("minimum", minimum), None


def _computed(
    steps: Steps,
    *,
    confidence: float,
    zero_method: str,
    wilcoxon_method: str,
    samples: int,
    rng: np.random.Generator | int | None,
) -> PairedChange:
    differences, n = steps.differences, len(steps.differences)
    moments = moments_of(steps)
    test = t_test_of(moments, n, confidence)
    flip = sign_flip_of(differences, samples=samples, rng=rng)
    ranks = signed_rank_of(differences, zero_method=zero_method, method=wilcoxon_method)
    effects = effects_of(moments, n)
    normality = normality_of(differences)
    return PairedChange(
        mean_change=moments.mean_change,
        interval_low=test.low,
        interval_high=test.high,
        confidence=confidence,
        t=test.t,
        degrees_of_freedom=n - 1 if n > 1 else None,
        t_p=test.p,
        sign_flip_p=flip.p,
        sign_flip_method=flip.method,
        wilcoxon_p=ranks.p,
        wilcoxon_method=ranks.method,
        zero_method=zero_method,
        w_plus=ranks.plus,
        w_minus=ranks.minus,
        rank_biserial=ranks.rank_biserial,
        hodges_lehmann=_shift(steps, differences),
        hodges_lehmann_nonzero=_shift(steps, differences[differences != 0]),
        d_z=effects.d_z,
        g_z=effects.g_z,
        d_av=effects.d_av,
        d_av_lakens=effects.d_av_lakens,
        d_rm=effects.d_rm,
        glass_delta=effects.glass_delta,
        increased=_sides(differences)[0],
        unchanged=n - sum(_sides(differences)),
        decreased=_sides(differences)[1],
        mean_before=moments.mean_before,
        sd_before=moments.sd_before,
        mean_after=moments.mean_after,
        sd_after=moments.sd_after,
        correlation=moments.correlation,
        sd_change=moments.sd_change,
        shapiro_w=normality.w,
        shapiro_p=normality.p,
        sign_p=mcnemar(*_sides(differences)) if n else None,
        samples=samples,
        seed=flip.seed,
        n=n,
    )


def _sides(differences: IntArray) -> tuple[int, int]:
    return int(np.count_nonzero(differences > 0)), int(np.count_nonzero(differences < 0))


def _shift(steps: Steps, differences: IntArray) -> float | None:
    median = hodges_lehmann(differences)
    return None if median is None else steps.score(median)


def _with_caveats(change: PairedChange, pairs: Pairs, *, asked: str, moved: int) -> PairedChange:
    caveats = [*of_pairs(pairs), *of_population(change.n, change.population)]
    gain = change.gain
    if gain is not None:
        # A ceiling holds for every number here; what else the gain says twice is said once.
        caveats += [caveat for caveat in gain.caveats if caveat.code == "ceiling"]
        own = tuple(caveat for caveat in gain.caveats if caveat not in caveats)
        gain = attrs.evolve(gain, caveats=own)
    caveats += of_change(change, asked=asked, moved=moved)
    return attrs.evolve(change, gain=gain, caveats=tuple(caveats))
