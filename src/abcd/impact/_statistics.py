"""The statistics of one set of differences, each a small group of numbers that belong together."""

import math
from fractions import Fraction

import attrs
import numpy as np

from .._arguments import drawn_seed
from ..results.arrays import IntArray
from ._kernels import (
    correlation,
    normal_score,
    proper_p,
    signed_double_ranks,
    small_sample_factor,
    spread,
)
from ._resolution import Steps, exact_mean, scored
from ._sign_changes import (
    cheap_to_convolve,
    exact_tail,
    reduced_rows,
    tail_by_convolution,
    tail_by_sampling,
)

__all__ = [
    "Effects",
    "Moments",
    "Normality",
    "SignFlip",
    "SignedRank",
    "TTest",
    "effects_of",
    "moments_of",
    "normality_of",
    "sign_flip_of",
    "signed_rank_of",
    "t_interval",
    "t_test_of",
]

# scipy's p value of the Shapiro-Wilk test may not be accurate beyond this (its own warning).
_SHAPIRO_MOST = 5_000
# A correlation that differs from 1 by rounding only.
_ROUNDING = 1e-12


@attrs.frozen
class Moments:
    """Means, standard deviations and the correlation of both waves, in scores."""

    mean_before: float | None
    mean_after: float | None
    mean_change: float | None
    sd_before: float | None
    sd_after: float | None
    sd_change: float | None
    correlation: float | None


@attrs.frozen
class TTest:
    """The paired t test; None where there is no spread to compare the mean with."""

    t: float | None
    p: float | None
    low: float | None
    high: float | None


@attrs.frozen
class SignFlip:
    """The p value of the mean over sign changes, and how it was got."""

    p: float | None
    method: str
    seed: int | None


@attrs.frozen
class SignedRank:
    """The Wilcoxon signed-rank test."""

    plus: float | None
    minus: float | None
    p: float | None
    method: str

    @property
    def rank_biserial(self) -> float | None:
        """How far the ranks of rises outweigh those of falls, from -1 to 1."""
        if self.plus is None or self.minus is None:
            return None
        return (self.plus - self.minus) / (self.plus + self.minus)


@attrs.frozen
class Effects:
    """Standardized mean changes, each divided by another SD."""

    d_z: float | None
    g_z: float | None
    d_av: float | None
    d_av_lakens: float | None
    d_rm: float | None
    glass_delta: float | None


@attrs.frozen
class Normality:
    """The Shapiro-Wilk test of the differences."""

    w: float | None
    p: float | None


def moments_of(steps: Steps) -> Moments:
    """Return what both waves and their differences have on average."""
    return Moments(
        mean_before=_mean(steps.before, steps.unit),
        mean_after=_mean(steps.after, steps.unit),
        mean_change=_mean(steps.differences, steps.resolution),
        sd_before=_spread(steps.before, steps.unit),
        sd_after=_spread(steps.after, steps.unit),
        sd_change=_spread(steps.differences, steps.resolution),
        correlation=correlation(steps.before, steps.after),
    )


def _mean(values: IntArray, unit: Fraction) -> float | None:
    mean = exact_mean(values, unit)
    return None if mean is None else float(mean)


def _spread(values: IntArray, unit: Fraction) -> float | None:
    sd = spread(values)
    return None if sd is None else scored(sd, unit)


def t_interval(
    mean: float | None, sd: float | None, n: int, confidence: float
) -> tuple[float, float] | None:
    """Return the interval of Student's t, or None where no spread gives it a width."""
    from scipy import stats

    if mean is None or sd is None or sd == 0:
        return None
    half = float(stats.t.isf((1 - confidence) / 2, n - 1)) * sd / math.sqrt(n)
    return mean - half, mean + half


def t_test_of(moments: Moments, n: int, confidence: float) -> TTest:
    """Return Student's t for the mean change."""
    from scipy import stats

    interval = t_interval(moments.mean_change, moments.sd_change, n, confidence)
    t = _ratio(moments.mean_change, moments.sd_change, times=math.sqrt(n))
    if t is None or interval is None:
        return TTest(None, None, None, None)
    return TTest(t, proper_p(2 * float(stats.t.sf(abs(t), n - 1))), *interval)


def sign_flip_of(
    steps: IntArray, *, samples: int, rng: np.random.Generator | int | None
) -> SignFlip:
    """Return the share of sign changes with a mean at least as far from 0, exact if affordable."""
    if len(steps) == 0:
        return SignFlip(None, "exact", None)
    sizes, observed = reduced_rows(steps[np.newaxis])
    counted = exact_tail(sizes[0][sizes[0] > 0], int(observed[0]))
    if counted is not None:
        return SignFlip(counted, "exact", None)
    seed = drawn_seed(rng)
    generator = np.random.default_rng(seed)
    p = tail_by_sampling(steps, samples=samples, generator=generator)
    return SignFlip(p, "monte-carlo", seed)


def signed_rank_of(steps: IntArray, *, zero_method: str, method: str) -> SignedRank:
    """Return Wilcoxon's test; an exact p that would cost too much becomes asymptotic."""
    ranks, zeros = signed_double_ranks(steps, zero_method)
    if len(ranks) == 0:
        return SignedRank(None, None, None, method)
    if method == "exact" and not cheap_to_convolve(ranks):
        method = "asymptotic"
    plus, minus = (float(ranks[side].sum()) for side in (ranks > 0, ranks < 0))
    half_of_zeros = float(zeros.sum()) / 2
    return SignedRank(
        plus=(plus + half_of_zeros) / 2,
        minus=(half_of_zeros - minus) / 2,
        p=_rank_p(ranks, zeros, method),
        method=method,
    )


def _rank_p(ranks: IntArray, zeros: IntArray, method: str) -> float:
    from scipy import stats

    if method == "exact":
        # The signed ranks at hand, ties included: all sign changes, as for the mean.
        return tail_by_convolution(ranks)
    z = normal_score(ranks, zeros, continuity=method == "asymptotic-continuity")
    return proper_p(2 * float(stats.norm.sf(z)))


def effects_of(moments: Moments, n: int) -> Effects:
    """Return the mean change over every SD that the literature calls d."""
    change, first, second = moments.mean_change, moments.sd_before, moments.sd_after
    d_z = _ratio(change, moments.sd_change)
    factor = small_sample_factor(n - 1)
    quadratic, mean = _averages(first, second)
    return Effects(
        d_z=d_z,
        g_z=None if d_z is None or factor is None else factor * d_z,
        d_av=_ratio(change, quadratic),
        d_av_lakens=_ratio(change, mean),
        d_rm=_repeated(d_z, moments.correlation),
        glass_delta=_ratio(change, first),
    )


def _averages(first: float | None, second: float | None) -> tuple[float | None, float | None]:
    if first is None or second is None:
        return None, None
    return math.hypot(first, second) / math.sqrt(2), (first + second) / 2


def _repeated(d_z: float | None, r: float | None) -> float | None:
    # At r = 1 the formula gives 0 whatever the change, which is no size of an effect.
    if d_z is None or r is None or 1 - r < _ROUNDING:
        return None
    return d_z * math.sqrt(2 * (1 - r))


def normality_of(steps: IntArray) -> Normality:
    """Return the Shapiro-Wilk test, or nothing outside the range where it is known to hold."""
    from scipy import stats

    if not 3 <= len(steps) <= _SHAPIRO_MOST or np.ptp(steps) == 0:
        return Normality(None, None)
    w, p = stats.shapiro(steps)
    return Normality(float(w), float(p))


def _ratio(value: float | None, sd: float | None, *, times: float = 1.0) -> float | None:
    # Divided by no spread a change would be infinite: not estimable.
    return None if value is None or sd is None or sd == 0 else value / sd * times
