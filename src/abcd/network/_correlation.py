"""The correlation of the values at the two ends of ties."""

import numpy as np

from ..results.arrays import FloatArray

__all__ = ["correlation"]


def correlation(first: FloatArray, second: FloatArray) -> float | None:
    """Give Pearson's correlation; None where one side has no spread."""
    if not len(first) or np.ptp(first) == 0 or np.ptp(second) == 0:
        return None
    left, right = _centered(first), _centered(second)
    product = float((left * right).mean())
    # Rounding can carry a perfect correlation a hair beyond 1.
    return float(np.clip(product / np.sqrt((left**2).mean() * (right**2).mean()), -1, 1))


def _centered(values: FloatArray) -> FloatArray:
    # To sizes up to 1 before and after taking off the mean, so that neither tiny nor huge values
    # leave the range of a float when they are squared.
    sized = values / np.abs(values).max()
    apart = sized - sized.mean()
    centered: FloatArray = apart / np.abs(apart).max()
    return centered
