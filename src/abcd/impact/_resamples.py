"""Bootstrap intervals of one statistic of one sample: percentile and BCa."""

from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias

import attrs
import numpy as np

from ..results.arrays import FloatArray, IntArray

__all__ = ["Bootstrap", "Interval", "Statistic", "bootstrap"]

Bootstrap: TypeAlias = Literal["bca", "percentile"]
# Rows of samples, and how many values of each row belong to each group, to a number a row; nan
# where the statistic is not defined.
Statistic: TypeAlias = Callable[[FloatArray, tuple[int, ...]], FloatArray]

# So many values are drawn at once: memory stays the same however many samples there are.
_CELLS = 1_000_000
# Beyond this share of samples without a value, an interval of the others would mislead.
_MOST_UNDEFINED = 0.05
# Statistics are shares and logarithms: what differs by less is the same.
_ROUNDING = 1e-12


@attrs.frozen
class Interval:
    """A bootstrap interval, or the reason why there is none."""

    low: float | None
    high: float | None
    undefined: int = 0
    reason: str | None = None


def bootstrap(
    values: FloatArray,
    sizes: tuple[int, ...],
    statistic: Statistic,
    *,
    method: str,
    confidence: float,
    samples: int,
    seed: int,
) -> Interval:
    """Return the interval of a statistic from samples drawn with replacement.

    The values of a group stand side by side and are sorted, so that the answer does not depend on
    the order of people; `sizes` are those of the groups, and every sample keeps them.
    """
    drawn = _statistics(values, sizes, statistic, samples, seed)
    found = drawn[~np.isnan(drawn)]
    undefined = samples - len(found)
    if undefined > _MOST_UNDEFINED * samples:
        return Interval(None, None, undefined, "undefined")
    if float(np.ptp(found)) <= _ROUNDING:
        return Interval(None, None, undefined, "degenerate")
    tails: tuple[float, float] | None = (1 - confidence) / 2, (1 + confidence) / 2
    if method == "bca":
        observed = float(statistic(values[np.newaxis], sizes)[0])
        pull = _acceleration(values, sizes, statistic)
        tails = _corrected(observed, found, pull, confidence)
    if tails is None:
        return Interval(None, None, undefined, "bias")
    low, high = np.quantile(found, tails)
    return Interval(float(low), float(high), undefined)


def _statistics(
    values: FloatArray, sizes: tuple[int, ...], statistic: Statistic, samples: int, seed: int
) -> FloatArray:
    generator = np.random.default_rng(seed)
    window = max(1, _CELLS // len(values))
    counts = [min(window, samples - start) for start in range(0, samples, window)]
    parts = [statistic(values[_places(generator, count, sizes)], sizes) for count in counts]
    return np.concatenate(parts)


def _places(generator: np.random.Generator, count: int, sizes: tuple[int, ...]) -> IntArray:
    # The values of a group are sorted: sorted places give sorted samples.
    starts = np.cumsum((0, *sizes)).tolist()
    drawn = [
        start + np.sort(generator.integers(size, size=(count, size)), axis=1)
        for start, size in zip(starts, sizes, strict=False)
    ]
    return np.concatenate(drawn, axis=1)


def _corrected(
    observed: float, drawn: FloatArray, pull: float, confidence: float
) -> tuple[float, float] | None:
    """Return the quantiles of BCa; None where every sample lies on one side of the value."""
    from scipy import special  # noqa: PLC0415  # slow to import, seldom needed

    # Samples that give the value itself count half: with few people there are many.
    same = np.abs(drawn - observed) <= _ROUNDING
    below = np.count_nonzero((drawn < observed) & ~same) + np.count_nonzero(same) / 2
    if not 0 < below < len(drawn):
        return None
    bias = float(special.ndtri(below / len(drawn)))
    z = special.ndtri([(1 - confidence) / 2, (1 + confidence) / 2])
    turned = bias + (bias + z) / (1 - pull * (bias + z))
    low, high = special.ndtr(turned).tolist()
    return (low, high) if low < high else None


def _acceleration(values: FloatArray, sizes: tuple[int, ...], statistic: Statistic) -> float:
    """Return how the spread of the statistic changes with its value; 0 without a spread.

    From the values of the statistic when one person of a group is left out (Efron and Tibshirani
    1993, p. 186; for several groups as scipy 1.17 does).
    """
    squares, cubes = 0.0, 0.0
    for group, size in enumerate(sizes):
        # Who is alone in a group can not be left out of it.
        if size > 1:
            found = np.concatenate(list(_without_one(values, sizes, group, statistic)))
            found = found[~np.isnan(found)]
            influence = (size - 1) / size * (found.sum() / max(len(found), 1) - found)
            squares += float((influence**2).sum())
            cubes += float((influence**3).sum())
    return cubes / (6 * squares**1.5) if squares > 0 else 0.0


def _without_one(
    values: FloatArray, sizes: tuple[int, ...], group: int, statistic: Statistic
) -> Iterator[FloatArray]:
    n, start = len(values), sum(sizes[:group])
    left = tuple([size - (place == group) for place, size in enumerate(sizes)])
    window = max(1, _CELLS // n)
    for first in range(start, start + sizes[group], window):
        out = np.arange(first, min(first + window, start + sizes[group]))
        kept = np.arange(n - 1)[np.newaxis, :]
        # Everybody from the one left out moves down by one place.
        yield statistic(values[kept + (kept >= out[:, np.newaxis])], left)
