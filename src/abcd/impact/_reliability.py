"""Arithmetic of internal consistency, on tables with a row a person and a column an item."""

import math

import numpy as np

from ..results.arrays import FloatArray

__all__ = [
    "alpha",
    "alpha_of",
    "alphas_if_dropped",
    "feldt",
    "item_rest",
    "look_reversed",
    "mean_correlation",
    "standardized",
    "variances",
]

# Relative to the variances that are summed, less than this is rounding.
_ROUNDING = 1e-12


def alpha_of(k: int, item_variances: float, total_variance: float) -> float | None:
    """Return Cronbach's alpha from the sum of item variances and the variance of the totals."""
    if k < 2 or total_variance <= _ROUNDING * item_variances:
        return None
    return k / (k - 1) * (1 - item_variances / total_variance)


def alpha(table: FloatArray) -> float | None:
    """Return Cronbach's alpha of a table with two people or more."""
    totals = table.sum(axis=1)
    return alpha_of(table.shape[1], float(variances(table).sum()), float(totals.var(ddof=1)))


def variances(table: FloatArray) -> FloatArray:
    """Return the sample variance of each item; exactly 0 where all answers are equal."""
    spread: FloatArray = np.where(np.ptp(table, axis=0) > 0, table.var(axis=0, ddof=1), 0.0)
    return spread


def alphas_if_dropped(table: FloatArray) -> FloatArray:
    """Return alpha of the other items for each item; nan where there is none."""
    found = [alpha(np.delete(table, item, axis=1)) for item in range(table.shape[1])]
    return np.array([np.nan if value is None else value for value in found], dtype=np.float64)


def item_rest(table: FloatArray) -> FloatArray:
    """Return the correlation of each item with the sum of the others; nan without a spread."""
    totals = table.sum(axis=1)
    found = [correlation(table[:, item], totals - table[:, item]) for item in range(table.shape[1])]
    return np.array(found, dtype=np.float64)


def look_reversed(table: FloatArray) -> list[bool]:
    """Tell which items would have to be turned so that none runs against the others.

    The item with the most negative correlation with the rest is turned, then the next; each turn
    raises the variance of the totals, so that this ends. Of the two sets that fit, the smaller.
    """
    signs = np.ones(table.shape[1])
    while table.shape[0] > 1 and table.shape[1] > 1:
        against = np.nan_to_num(item_rest(table * signs), nan=0.0)
        worst = int(np.argmin(against))
        if against[worst] >= -_ROUNDING:
            break
        signs[worst] *= -1
    flipped = signs < 0
    chosen = ~flipped & (table.std(axis=0) > 0) if 2 * flipped.sum() > len(signs) else flipped
    return [bool(turn) for turn in chosen]


def correlation(first: FloatArray, second: FloatArray) -> float:
    """Return Pearson's correlation; nan where either has no spread."""
    left, right = first - first.mean(), second - second.mean()
    size = math.sqrt(float(left @ left) * float(right @ right))
    scale = math.sqrt(float(first @ first) * float(second @ second))
    if size <= _ROUNDING * scale:
        return math.nan
    return min(1.0, max(-1.0, float(left @ right) / size))


def mean_correlation(table: FloatArray) -> float | None:
    """Return the mean correlation of two items; None where an item has no spread."""
    k = table.shape[1]
    found = [
        correlation(table[:, first], table[:, second])
        for first in range(k)
        for second in range(first + 1, k)
    ]
    mean = sum(found) / len(found) if found else math.nan
    return None if math.isnan(mean) else mean


def standardized(k: int, correlation: float | None) -> float | None:
    """Return alpha of standardized items; None where it has none."""
    if correlation is None or 1 + (k - 1) * correlation <= _ROUNDING:
        return None
    return k * correlation / (1 + (k - 1) * correlation)


def feldt(value: float, n: int, k: int, confidence: float) -> tuple[float, float]:
    """Return Feldt's interval of alpha for n people and k items."""
    from scipy import stats

    tail, df = (1 - confidence) / 2, (n - 1, (n - 1) * (k - 1))
    low = 1 - (1 - value) * float(stats.f.isf(tail, *df))
    return low, 1 - (1 - value) * float(stats.f.ppf(tail, *df))
