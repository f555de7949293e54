"""Arithmetic of inequality: each function takes rows of sorted values, and gives a number a row.

Values are from 0, and sum to more than 0 in each row. All forms below are sums of terms that do
not cancel, so that equal values give 0 and nothing falls below it by rounding.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray

__all__ = [
    "atkinson",
    "gini",
    "lorenz_points",
    "lorenz_share",
    "mean_log_deviation",
    "relative",
    "theil",
]


def relative(rows: FloatArray) -> FloatArray:
    """Return each value over the mean of its row."""
    # Over the largest first, so that sums of huge values stay finite.
    scaled = rows / rows.max(axis=-1, keepdims=True)
    ratio: FloatArray = scaled / scaled.mean(axis=-1, keepdims=True)
    return ratio


def gini(rows: FloatArray) -> FloatArray:
    """Return Gini's coefficient: half the mean difference of two values over the mean."""
    n = rows.shape[-1]
    ratio = relative(rows)
    above = ratio - ratio[..., :1]
    places = 2 * np.arange(1, n + 1) - n - 1
    value: FloatArray = np.maximum(above @ places / n**2, 0.0)
    return value


def theil(rows: FloatArray) -> FloatArray:
    """Return Theil's T: the mean of r ln r, r the value over the mean, and 0 ln 0 = 0."""
    ratio = relative(rows)
    logs = np.log(np.where(ratio > 0, ratio, 1.0))
    return _mean(rows, ratio * logs - ratio + 1)


def mean_log_deviation(rows: FloatArray) -> FloatArray:
    """Return the mean of -ln r; no value may be 0."""
    ratio = relative(rows)
    return _mean(rows, ratio - 1 - np.log(ratio))


def atkinson(rows: FloatArray, epsilon: float) -> FloatArray:
    """Return Atkinson's index: what share of the sum equal values could do without.

    With a value of 0 and epsilon from 1 it is 1, the limit.
    """
    ratio = relative(rows)
    with np.errstate(divide="ignore"):
        logs = np.log(ratio)
    power = 1 - epsilon
    if power == 0:
        equivalent = logs.mean(axis=-1)
    elif power > 0:
        equivalent = _log_mean_exp(power * logs) / power
    else:
        # The largest term decides: a value of 0 makes the mean infinite and the index 1.
        infinite = np.isneginf(logs[..., 0])
        safe = np.where(np.isneginf(logs), 0.0, logs)
        equivalent = np.where(infinite, -np.inf, _log_mean_exp(power * safe) / power)
    return _mean(rows, -np.expm1(equivalent)[..., np.newaxis])


def _log_mean_exp(terms: FloatArray) -> FloatArray:
    top = terms.max(axis=-1, keepdims=True)
    rest = np.log1p(np.expm1(terms - top).mean(axis=-1))
    value: FloatArray = top[..., 0] + rest
    return value


def _mean(rows: FloatArray, terms: FloatArray) -> FloatArray:
    """Return the mean of terms; 0 where all values are equal, whatever rounding left."""
    equal = rows[..., 0] == rows[..., -1]
    value: FloatArray = np.where(equal, 0.0, np.maximum(terms.mean(axis=-1), 0.0))
    return value


def lorenz_points(row: FloatArray) -> FloatArray:
    """Return the share of the sum that the poorest 0, 1, ..., n hold."""
    n = len(row)
    points: FloatArray = np.concatenate(([0.0], np.cumsum(relative(row)) / n))
    points[-1] = 1.0
    return points


def lorenz_share(rows: FloatArray, parts: Sequence[float] | npt.NDArray[np.float64]) -> FloatArray:
    """Return the share of the sum that the poorest part holds, a column for each part.

    A part that ends inside a person takes so much of that person's value.
    """
    n = rows.shape[-1]
    ratio = relative(rows)
    sums = np.concatenate((np.zeros((*rows.shape[:-1], 1)), np.cumsum(ratio, axis=-1)), axis=-1)
    # A share written as 0.1 ends exactly after one of ten, whatever its last digit.
    places = np.round(np.asarray(parts, dtype=np.float64) * n, 9)
    whole = np.minimum(places.astype(np.int64), n - 1)
    inside = places - whole
    share: FloatArray = (sums[..., whole] + inside * ratio[..., whole]) / n
    return share
