"""Pooling: one effect from many communities, and how far it differs between them."""

import math
from collections.abc import Iterator
from typing import Literal, TypeAlias, final

import attrs
import numpy as np

from .._arguments import proportion
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..fields import one_of
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats
from ._caveats import not_estimable
from ._columns import read_values
from ._kernels import proper_p
from .pairs import Scores

__all__ = ["Pooled", "PooledInterval", "Pooling", "pool"]

Pooling: TypeAlias = Literal["dersimonian-laird", "fixed"]
PooledInterval: TypeAlias = Literal["hartung-knapp", "hartung-knapp-floored", "normal"]

_METHODS = ("dersimonian-laird", "fixed")
_INTERVALS = ("hartung-knapp", "hartung-knapp-floored", "normal")
# With fewer the variance between communities is hardly known (IntHout and others 2014).
_FEW = 5


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Pooled(RowResult):
    """What `pool` answers: a row for each community, as a forest plot needs it.

    Attributes
    ----------
    ids : tuple of str or int
        The ids of a mapping, or places from 0.
    effects, low, high : FloatArray
        The effect of each community with its own normal interval.
    weights : FloatArray
        Its share of the pooled effect; nan where it was left out.
    estimate, estimate_low, estimate_high, p : float
        The pooled effect with its interval, and the two-sided p for 0.
    prediction_low, prediction_high : float
        Where the effect of one more such community would lie.
    tau_squared : float
        Variance of the true effects between communities; None for the fixed effect.
    q, q_degrees_of_freedom, q_p : float, int, float
        Cochran's Q, and its p for equal true effects.
    i_squared, i_squared_low, i_squared_high : float
        Share of the variation that is more than chance inside communities.
    confidence, method, interval_method : float, str, str
        What was asked.
    n, left_out : int
        How many communities are pooled, and how many had no effect or no variance.
    caveats : tuple of Caveat
        What this can not show.
    """

    ids: tuple[str | int, ...] = attrs.field(metadata=ROW)
    effects: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    low: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    high: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    weights: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    estimate: float | None
    estimate_low: float | None
    estimate_high: float | None
    p: float | None
    prediction_low: float | None
    prediction_high: float | None
    tau_squared: float | None
    q: float | None
    q_degrees_of_freedom: int | None
    q_p: float | None
    i_squared: float | None
    i_squared_low: float | None
    i_squared_high: float | None
    confidence: float
    method: str
    interval_method: str
    n: int
    left_out: int
    caveats: tuple[Caveat, ...] = ()


def pool(
    effects: Scores,
    variances: Scores,
    *,
    method: Pooling = "dersimonian-laird",
    interval_method: PooledInterval = "hartung-knapp",
    confidence: float = 0.95,
) -> Pooled:
    """Bring the effects of many communities together, and tell how far they differ.

    For the same outcome in the same unit, or for standardized effects of one kind. The mean alone
    hides what a program is decided by: in how many places it can be expected to work. So read it
    with the prediction interval. Do not pool what was measured with different instruments in
    points.

    Parameters
    ----------
    effects : sequence of number or mapping of id to number
        One effect a community, for instance a mean change. None and nan are left out and counted.
    variances : sequence of number or mapping of id to number
        The squared standard error of each, in the same form; one of 0 can not be weighed and is
        left out too.
    method : {"dersimonian-laird", "fixed"}
        Random effects: true effects differ between communities. Fixed: there is one true effect,
        or the question is about these communities only.
    interval_method : {"hartung-knapp", "hartung-knapp-floored", "normal"}
        Hartung-Knapp uses the spread of the effects and Student's t; "floored" never lets it be
        narrower than the conventional one. The fixed effect has the normal interval always.
    confidence : float
        Level of all intervals, between 0 and 1.

    Returns
    -------
    Pooled
        One row a community, in the order that was given.

    Raises
    ------
    InvalidValueError
        If effects and variances have different forms, ids or lengths, a variance is below 0, or an
        argument is out of its range.

    See Also
    --------
    paired_changes : effects of many communities; ``.pooled()`` calls this function.

    Notes
    -----
    With w = 1 / v: Q = sum w (y - sum w y / sum w)², tau² = max(0, (Q - (k - 1)) / (sum w -
    sum w² / sum w)) (DerSimonian and Laird), w* = 1 / (v + tau²), estimate sum w* y / sum w*.
    Hartung-Knapp: variance sum w* (y - estimate)² / ((k - 1) sum w*), t with k - 1 degrees of
    freedom. I² = max(0, (Q - (k - 1)) / Q), its interval from the test-based one of ln H (Higgins
    and Thompson). Prediction: estimate ± t(k - 2) sqrt(tau² + 1 / sum w*) (Higgins, Thompson and
    Spiegelhalter, equation 12).

    Edge cases. No community: nothing. One: its own effect, with a normal interval only. Two: no
    prediction interval, no interval of I² unless Q exceeds 2. All effects equal: Hartung-Knapp has
    no width, so no interval. I² is 0 where Q is 0. Where Q is below k - 1 the effects differ less
    than chance alone gives, and a caveat says so.

    References
    ----------
    DerSimonian, R. and Laird, N. (1986). Meta-analysis in clinical trials. Controlled Clinical
    Trials 7, 177-188.

    Hartung, J. and Knapp, G. (2001). A refined method for the meta-analysis of controlled clinical
    trials with binary outcome. Statistics in Medicine 20, 3875-3889.

    Higgins, J. P. T. and Thompson, S. G. (2002). Quantifying heterogeneity in a meta-analysis.
    Statistics in Medicine 21, 1539-1558.

    Higgins, J. P. T., Thompson, S. G. and Spiegelhalter, D. J. (2009). A re-evaluation of
    random-effects meta-analysis. Journal of the Royal Statistical Society A 172, 137-159.

    Examples
    --------
    Five invented villages had the same course; the mean change in points, and its squared standard
    error:

    >>> changes = {"North": 8.0, "East": 2.0, "South": 6.5, "West": -1.0, "Hill": 5.0}
    >>> errors = {"North": 2.0, "East": 1.5, "South": 2.5, "West": 2.0, "Hill": 3.0}
    >>> pooled = pool(changes, errors)
    >>> round(pooled.estimate, 1), round(pooled.estimate_low, 1), round(pooled.estimate_high, 1)
    (4.1, -0.5, 8.6)
    >>> round(pooled.prediction_low, 1), round(pooled.prediction_high, 1)
    (-8.0, 16.1)

    Four points on average, but the next village may as well lose as gain. One village has no
    spread between villages:

    >>> one = pool([4.0], [1.0])
    >>> print(one.estimate, one.estimate_low, one.tau_squared)
    4.0 None None
    """
    one_of("method", method, _METHODS)
    one_of("interval_method", interval_method, _INTERVALS)
    level = proportion("confidence", confidence)
    ids, y, v = _read(effects, variances)
    used = ~np.isnan(y) & ~np.isnan(v) & (v > 0)
    pooled = _pooled(y[used], v[used], method, interval_method, level)
    q, k = pooled.q, int(used.sum())
    shares = _Spread(None, None) if q is None else _of_h(q, k, level)
    ahead = _predicted(pooled, k, level)
    weights = np.full(len(y), np.nan)
    weights[used] = pooled.weights / pooled.weights.sum() if used.any() else ()
    half = _z(level) * np.sqrt(np.where(v > 0, v, np.nan))
    result = Pooled(
        ids=ids,
        effects=y,
        low=y - half,
        high=y + half,
        weights=weights,
        estimate=pooled.estimate,
        estimate_low=pooled.low,
        estimate_high=pooled.high,
        p=pooled.p,
        prediction_low=ahead.low,
        prediction_high=ahead.high,
        tau_squared=pooled.tau_squared,
        q=q,
        q_degrees_of_freedom=None if q is None else k - 1,
        q_p=None if q is None else _chi_squared(q, k - 1),
        i_squared=None if q is None else max(0.0, 1 - (k - 1) / q) if q > 0 else 0.0,
        i_squared_low=shares.low,
        i_squared_high=shares.high,
        confidence=level,
        method=method,
        interval_method="normal" if method == "fixed" else interval_method,
        n=k,
        left_out=int((~used).sum()),
    )
    return attrs.evolve(result, caveats=tuple(_caveats(result)))


def _read(
    effects: Scores, variances: Scores
) -> tuple[tuple[str | int, ...], FloatArray, FloatArray]:
    first = read_values("effects", effects, "omit")
    second = read_values("variances", variances, "omit")
    if set(first.values) != set(second.values):
        found = f"{len(second.values)} values with other ids or places"
        accepted = f"one for each of the {len(first.values)} effects, in the same form"
        raise InvalidValueError(Fault("variances", found, accepted, "length"))
    faults = [
        Fault(f"variances[{shown(key)}]", shown(value), "a number from 0", "range")
        for key, value in second.values.items()
        if value is not None and value < 0
    ]
    if faults:
        raise InvalidValueError(*faults)
    ids = tuple(first.values)
    y = np.array([first.values[key] for key in ids], dtype=np.float64)
    v = np.array([second.values[key] for key in ids], dtype=np.float64)
    return ids, y, v


# --- arithmetic ----------------------------------------------------------------------------------


@attrs.frozen(eq=False)
class _Estimate:
    weights: FloatArray
    tau_squared: float | None = None
    q: float | None = None
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None


def _pooled(
    y: FloatArray, v: FloatArray, method: str, interval_method: str, confidence: float
) -> _Estimate:
    w, k = 1 / v, len(y)
    if k == 0:
        return _Estimate(w)
    q = float(np.sum(w * (y - np.sum(w * y) / np.sum(w)) ** 2))
    tau_squared = None
    if method == "dersimonian-laird" and k > 1:
        # sum w - sum w² / sum w, by pairs: the difference itself can round to 0.
        behind = np.cumsum(w[::-1])[-2::-1]
        freed = 2 * float(np.sum(w[:-1] * behind) / np.sum(w))
        tau_squared = max(0.0, (q - (k - 1)) / freed)
        w = 1 / (v + tau_squared)
    found = _Estimate(w, tau_squared, q if k > 1 else None, float(np.sum(w * y) / np.sum(w)))
    return _with_interval(found, y, "normal" if method == "fixed" else interval_method, confidence)


def _with_interval(
    found: _Estimate, y: FloatArray, interval_method: str, confidence: float
) -> _Estimate:
    from scipy import stats

    estimate, k, total = float(found.estimate or 0.0), len(y), float(found.weights.sum())
    if interval_method == "normal":
        error, quantile = math.sqrt(1 / total), _z(confidence)
        p = 2 * float(stats.norm.sf(abs(estimate) / error))
        return attrs.evolve(
            found, low=estimate - quantile * error, high=estimate + quantile * error, p=proper_p(p)
        )
    # Equal effects leave a spread of rounding.
    if k < 2 or np.ptp(y) == 0:
        return found
    ratio = float(np.sum(found.weights * (y - estimate) ** 2)) / (k - 1)
    factor = max(1.0, ratio) if interval_method == "hartung-knapp-floored" else ratio
    error = math.sqrt(factor / total)
    if error == 0:
        return found
    half = float(stats.t.isf((1 - confidence) / 2, k - 1)) * error
    p = 2 * float(stats.t.sf(abs(estimate) / error, k - 1))
    return attrs.evolve(found, low=estimate - half, high=estimate + half, p=proper_p(p))


@attrs.frozen
class _Spread:
    low: float | None
    high: float | None


def _chi_squared(q: float, df: int) -> float:
    from scipy import stats

    return proper_p(float(stats.chi2.sf(q, df)))


def _of_h(q: float, k: int, confidence: float) -> _Spread:
    """Return the test-based interval of I² through ln H."""
    if q > k:
        error = 0.5 * (math.log(q) - math.log(k - 1)) / (math.sqrt(2 * q) - math.sqrt(2 * k - 3))
    elif k > 2:
        error = math.sqrt((1 - 1 / (3 * (k - 2) ** 2)) / (2 * (k - 2)))
    else:
        return _Spread(None, None)
    # Below its expectation Q says nothing of H but that it is 1.
    middle = 0.5 * math.log(max(q, k - 1) / (k - 1))
    ends = [math.exp(2 * (middle + sign * _z(confidence) * error)) for sign in (-1, 1)]
    low, high = [max(0.0, (end - 1) / end) for end in ends]
    return _Spread(low, high)


def _predicted(found: _Estimate, k: int, confidence: float) -> _Spread:
    from scipy import stats

    if k < 3 or found.tau_squared is None or found.estimate is None:
        return _Spread(None, None)
    error = math.sqrt(found.tau_squared + 1 / float(found.weights.sum()))
    half = float(stats.t.isf((1 - confidence) / 2, k - 2)) * error
    return _Spread(found.estimate - half, found.estimate + half)


def _z(confidence: float) -> float:
    from scipy import stats

    return float(stats.norm.isf((1 - confidence) / 2))


# --- caveats -------------------------------------------------------------------------------------

_OF_SPREAD = (
    "prediction_low",
    "prediction_high",
    "tau_squared",
    "q",
    "q_degrees_of_freedom",
    "q_p",
    "i_squared",
    "i_squared_low",
    "i_squared_high",
)
_OF_MEAN = ("estimate", "estimate_low", "estimate_high", "p")


def _caveats(result: Pooled) -> Iterator[Caveat]:
    if result.left_out:
        fields = ["low", "high", "weights"]
        yield Caveat(
            "pool-left-out", {"left_out": result.left_out, "n": result.n, "fields": fields}
        )
    if result.n == 0:
        yield from not_estimable("pool-nothing", result, *_OF_MEAN, *_OF_SPREAD)
        return
    if result.n == 1:
        yield from not_estimable("pool-one", result, *_OF_MEAN, *_OF_SPREAD)
        return
    if result.method == "fixed":
        fixed = ("tau_squared", "prediction_low", "prediction_high")
        yield from not_estimable("pool-fixed", result, *fixed)
    else:
        yield from not_estimable("pool-equal", result, "estimate_low", "estimate_high", "p")
    yield from not_estimable("pool-two", result, *_OF_SPREAD, n=result.n)
    if result.n < _FEW and result.method != "fixed":
        yield Caveat("pool-few", {"n": result.n})
    by_spread = result.interval_method == "hartung-knapp" and result.estimate_low is not None
    if by_spread and result.q is not None and result.q < result.n - 1:
        yield Caveat("hartung-knapp-narrow")
