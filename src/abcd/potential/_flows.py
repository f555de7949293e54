"""The flows of PROMETHEE, one criterion at a time: no table of pairs is ever held.

All preference functions but the Gaussian follow from sorted scores and their running sums, in
O(m log m) time for m options. The Gaussian compares all pairs, in blocks.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray
from ._kernels import TOLERANCE

__all__ = ["USUAL", "Steps", "flows"]

# A block of pairs is eight megabytes, or one row of all options where these are more.
_BLOCK = 2**20
# Beyond so many widths of a slope a difference of running sums loses more than six digits.
_WIDTHS = 1e6


class Steps(NamedTuple):
    """A preference function: its shape and thresholds, in the unit of the scores."""

    shape: str
    indifference: float = 0.0
    preference: float = 0.0
    spread: float = 0.0


USUAL = Steps("usual")


def flows(scores: FloatArray, steps: Steps) -> tuple[FloatArray, FloatArray]:
    """Return how far each option is preferred to the others, and they to it, on average.

    Parameters
    ----------
    scores : array, shape (n_options,)
        Known, more is better. One option has no others: nan.
    steps : Steps
        The preference function.
    """
    others = len(scores) - 1
    if others == 0:
        return np.full(1, np.nan), np.full(1, np.nan)
    largest = float(np.abs(scores).max())
    if largest == 0:
        return np.zeros(len(scores)), np.zeros(len(scores))
    # In parts of the largest score: no sum is beyond all floats, and rounding has one size.
    order = np.argsort(scores, kind="stable")
    ordered = scores[order] / largest
    scaled = Steps(steps.shape, *[threshold / largest for threshold in steps[1:]])
    over, under = np.empty(len(scores)), np.empty(len(scores))
    over[order] = _sums(ordered, scaled) / others
    under[order] = _sums(-ordered[::-1], scaled)[::-1] / others
    return over, under


def _sums(ordered: FloatArray, steps: Steps) -> FloatArray:
    """Sum the preferences of each option over all, for scores in ascending order."""
    low, high = steps.indifference, steps.preference
    if steps.shape == "usual":
        return _ahead(ordered, TOLERANCE)
    if steps.shape == "u_shape":
        return _ahead(ordered, low + TOLERANCE)
    if steps.shape == "level":
        return (_ahead(ordered, low + TOLERANCE) + _ahead(ordered, high + TOLERANCE)) / 2
    if steps.shape == "gaussian":
        narrow = steps.spread <= TOLERANCE
        return _ahead(ordered, TOLERANCE) if narrow else _over_pairs(ordered, steps)
    if high - low <= TOLERANCE:
        # A slope as narrow as rounding is a step.
        return _ahead(ordered, low + TOLERANCE)
    if ordered[-1] - ordered[0] > _WIDTHS * (high - low):
        return _over_pairs(ordered, steps)
    return _over_slope(ordered, low, high)


def _ahead(ordered: FloatArray, lead: float) -> FloatArray:
    """Count the options from which each one is ahead by more than a lead."""
    return np.searchsorted(ordered, ordered - lead, side="left").astype(np.float64)


def _over_slope(ordered: FloatArray, low: float, high: float) -> FloatArray:
    """Sum preferences that rise in a straight line from 0 at `low` to 1 at `high`."""
    running = np.concatenate(([0.0], np.cumsum(ordered - ordered[0])))
    full = np.searchsorted(ordered, ordered - high, side="left")
    some = np.searchsorted(ordered, ordered - low, side="left")
    leads = (some - full) * (ordered - ordered[0] - low) - (running[some] - running[full])
    # Rounding may leave a sum of leads a trace below nothing.
    sums: FloatArray = full + np.maximum(leads, 0.0) / (high - low)
    return sums


def _over_pairs(ordered: FloatArray, steps: Steps) -> FloatArray:
    """Sum preferences pair by pair, as many options at once as fit in a block."""
    sums = np.empty(len(ordered))
    size = max(1, _BLOCK // len(ordered))
    for start in range(0, len(ordered), size):
        leads = ordered[start : start + size, np.newaxis] - ordered
        sums[start : start + size] = _preferences(leads, steps).sum(axis=1)
    return sums


def _preferences(leads: FloatArray, steps: Steps) -> npt.NDArray[np.float64]:
    if steps.shape == "gaussian":
        with np.errstate(over="ignore"):  # a lead of very many spreads is a full preference
            squares = (np.maximum(leads, 0.0) / steps.spread) ** 2
        return -np.expm1(-squares / 2)
    width = steps.preference - steps.indifference
    return np.clip((leads - steps.indifference) / width, 0.0, 1.0)
