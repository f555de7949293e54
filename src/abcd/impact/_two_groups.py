"""Two independent groups: Student, Welch, and standardized differences."""

import math

import attrs
import numpy as np

from ..results.arrays import FloatArray
from ._kernels import proper_p, small_sample_factor, spread

__all__ = [
    "Difference",
    "Standardized",
    "approximate_factor",
    "cohen_band",
    "cox_index",
    "pooled",
    "standardized",
    "student",
    "superiority",
    "welch",
]

# Cohen (1988, p. 24 to 27): from .2 small, from .5 medium, from .8 large.
_BANDS = ((0.8, "large"), (0.5, "medium"), (0.2, "small"), (0.0, "below small"))
# Cox (1970) as What Works Clearinghouse uses it: a logit over 1.65 is about a difference in SDs.
_COX = 1.65


@attrs.frozen
class Difference:
    """A difference of means tested by t; None where no spread gives it an error."""

    error: float | None
    t: float | None
    freedom: float | None
    p: float | None
    low: float | None
    high: float | None


@attrs.frozen
class Standardized:
    """A difference over a standard deviation, with the corrections for few people."""

    pooled_sd: float | None
    d: float | None
    d_error: float | None
    g: float | None
    g_error: float | None
    g_approximate: float | None


_NOTHING = Difference(None, None, None, None, None, None)


def pooled(first: FloatArray, second: FloatArray) -> float | None:
    """Return the pooled standard deviation; None where no group has two people."""
    freedom = len(first) + len(second) - 2
    if freedom < 1 or not len(first) or not len(second):
        return None
    total = sum((len(group) - 1) * (spread(group) or 0.0) ** 2 for group in (first, second))
    return math.sqrt(total / freedom)


def student(first: FloatArray, second: FloatArray, confidence: float) -> Difference:
    """Return Student's test, which takes the spreads of both groups to be equal."""
    sd = pooled(first, second)
    if not sd:
        return _NOTHING
    error = sd * math.sqrt(1 / len(first) + 1 / len(second))
    return _tested(first, second, error, len(first) + len(second) - 2, confidence)


def welch(first: FloatArray, second: FloatArray, confidence: float) -> Difference:
    """Return Welch's test, with the degrees of freedom of Satterthwaite."""
    one, two = spread(first), spread(second)
    if one is None or two is None or one == two == 0:
        return _NOTHING
    parts = one / math.sqrt(len(first)), two / math.sqrt(len(second))
    error = math.hypot(*parts)
    shares = [(part / error) ** 2 for part in parts]
    freedom = 1 / (shares[0] ** 2 / (len(first) - 1) + shares[1] ** 2 / (len(second) - 1))
    return _tested(first, second, error, freedom, confidence)


def _tested(
    first: FloatArray, second: FloatArray, error: float, freedom: float, confidence: float
) -> Difference:
    from scipy import stats

    difference = float(np.mean(first) - np.mean(second))
    half = float(stats.t.isf((1 - confidence) / 2, freedom)) * error
    t = difference / error
    p = proper_p(2 * float(stats.t.sf(abs(t), freedom)))
    return Difference(error, t, freedom, p, difference - half, difference + half)


def standardized(difference: float, sd: float | None, n1: int, n2: int) -> Standardized:
    """Return d and g of Borenstein and others (2009), equations 4.18 to 4.24."""
    if not sd:
        return Standardized(sd, None, None, None, None, None)
    d = difference / sd
    d_error = math.sqrt((n1 + n2) / (n1 * n2) + d**2 / (2 * (n1 + n2)))
    exact, rough = small_sample_factor(n1 + n2 - 2), approximate_factor(n1 + n2 - 2)
    return Standardized(
        pooled_sd=sd,
        d=d,
        d_error=d_error,
        g=None if exact is None else exact * d,
        g_error=None if exact is None else exact * d_error,
        g_approximate=None if rough is None else rough * d,
    )


def approximate_factor(freedom: int) -> float | None:
    """Return 1 - 3 / (4 df - 1), which stands for the exact J in many programs."""
    return None if freedom < 2 else 1 - 3 / (4 * freedom - 1)


def superiority(first: FloatArray, second: FloatArray) -> float | None:
    """Return P(a > b) + P(a = b) / 2 over all pairs of one person of each group."""
    if not len(first) or not len(second):
        return None
    ordered = np.sort(second)
    below = np.searchsorted(ordered, first, "left") + np.searchsorted(ordered, first, "right")
    return float(below.sum()) / 2 / (len(first) * len(second))


def cohen_band(d: float | None) -> str | None:
    """Name the size of an effect by Cohen; an edge belongs to the band above it."""
    if d is None:
        return None
    # 0.8 computed as 0.7999999999999999 is 0.8.
    size = round(abs(d), 12)
    return next(name for edge, name in _BANDS if size >= edge)


def cox_index(first: float, second: float) -> float | None:
    """Return the difference of the logits of two shares over 1.65; None at a share of 0 or 1."""
    if not (0 < first < 1 and 0 < second < 1):
        return None
    return (math.log(first / (1 - first)) - math.log(second / (1 - second))) / _COX
