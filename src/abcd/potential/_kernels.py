"""The arithmetic of the methods: arrays in, arrays out, criteria as contiguous rows.

Rows have the shape (n_criteria, n_options). Everything runs over blocks of options, so that what
is needed between two steps stays in the processor's cache and memory grows with the result only.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray

__all__ = [
    "TOLERANCE",
    "Lines",
    "competition_ranks",
    "compromise",
    "topsis",
    "vikor",
    "weighted_product",
    "weighted_sum",
]

# Scores that differ by less than this part of their unit differ by rounding only.
TOLERANCE = 1e-12
# 16,384 options of 8 criteria are one megabyte: they fit in the second cache.
_BLOCK = 16_384
# The largest number of 16 bits.
_BUCKETS = 65_535


class Lines(NamedTuple):
    """How each criterion is normalized: ``(x - shift) / span``, or ``numerator / x``.

    All have the shape (n_criteria,). `numerator` is nan where the criterion is a straight line.
    A criterion with an infinite span counts for nothing: all its options become 0.
    """

    shift: FloatArray
    span: FloatArray
    numerator: FloatArray

    def of(self, rows: FloatArray) -> FloatArray:
        """Normalize rows of any number of options."""
        normalized = np.empty_like(rows)
        _normalize(rows, self, normalized)
        return normalized


def weighted_sum(
    rows: FloatArray, lines: Lines, weights: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the scores, and the summands of each with a row a criterion."""
    parts, scores = np.empty_like(rows), np.empty(rows.shape[1])
    for block in _blocks(rows):
        part = parts[:, block]
        _normalize(rows[:, block], lines, part)
        np.multiply(part, weights[:, np.newaxis], out=part)
        np.sum(part, axis=0, out=scores[block])
    return scores, parts


def weighted_product(
    rows: FloatArray, lines: Lines, weights: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the scores, and the factors of each with a row a criterion.

    A criterion that counts for nothing gives the factor 1.
    """
    parts, scores = np.empty_like(rows), np.empty(rows.shape[1])
    empty = np.isinf(lines.span) & np.isnan(lines.numerator)
    for block in _blocks(rows):
        part = parts[:, block]
        _normalize(rows[:, block], lines, part)
        np.power(part, weights[:, np.newaxis], out=part)
        part[empty] = 1
        np.prod(part, axis=0, out=scores[block])
    return scores, parts


def topsis(
    rows: FloatArray, lines: Lines, weights: FloatArray, ends: tuple[FloatArray, FloatArray]
) -> tuple[FloatArray, FloatArray]:
    """Return the closeness to the ideal, and how the criteria share it, a row a criterion.

    Parameters
    ----------
    rows, lines, weights
        As for the other methods.
    ends : pair of arrays, each of shape (n_criteria,)
        The worst and the best score of each criterion. Scores of at least one differ.
    """
    worst, best = (lines.of(end[:, np.newaxis]) for end in ends)
    # Closeness does not depend on the unit; a unit of its own keeps the squares in range.
    ranges = weights[:, np.newaxis] * (best - worst)
    unit = ranges.max()
    ranges, scale = ranges / unit, weights[:, np.newaxis] / unit
    # Measured from the worst score itself, a straight line loses no digits to its shift.
    straight = np.isnan(lines.numerator)
    lines = lines._replace(shift=np.where(straight, ends[0], 0.0))
    worst = np.where(straight[:, np.newaxis], 0.0, worst)
    parts, scores = np.empty_like(rows), np.empty(rows.shape[1])
    for block in _blocks(rows):
        part = parts[:, block]
        _normalize(rows[:, block], lines, part)
        part -= worst
        part *= scale
        to_best = ranges - part
        np.square(part, out=part)
        from_worst = part.sum(axis=0)
        far, near = np.sqrt(from_worst), np.sqrt(np.einsum("ij,ij->j", to_best, to_best))
        np.divide(far, far + near, out=scores[block])
        # The closeness of the worst option is 0, and so is each part of it.
        part *= scores[block] / np.where(from_worst > 0, from_worst, 1)
    return scores, parts


def vikor(rows: FloatArray, lines: Lines, weights: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return how far each option is from the best: in all criteria together, and in its worst.

    Both are in weights, from 0 to 1. `lines` take the best score to 1; a criterion that counts
    for nothing takes nobody away from the best.
    """
    together, worst = np.empty(rows.shape[1]), np.empty(rows.shape[1])
    empty = np.isinf(lines.span)
    for block in _blocks(rows):
        part = np.empty_like(rows[:, block])
        _normalize(rows[:, block], lines, part)
        np.subtract(1, part, out=part)
        part *= weights[:, np.newaxis]
        part[empty] = 0
        np.sum(part, axis=0, out=together[block])
        np.max(part, axis=0, out=worst[block])
    return together, worst


def compromise(together: FloatArray, worst: FloatArray, share: float) -> tuple[FloatArray, float]:
    """Return VIKOR's measure, the lower the better, and the unit in which it is compared.

    `share` is what distance in all criteria together counts; the rest is that in the worst one.
    """
    found, unit = np.zeros_like(together), 1.0
    for values, part in ((together, share), (worst, 1 - share)):
        low, width = values.min(), values.max() - values.min()
        # Of rounding a division by the width would make an order.
        if width > TOLERANCE:
            found += part * ((values - low) / width)
            unit += part / width
    return found, float(unit)


def competition_ranks(scores: FloatArray, unit: float) -> FloatArray:
    """Rank finite scores from 1, the highest first; equal scores share the better rank.

    Scores count as equal where neighbors in order differ by no more than `TOLERANCE` units.
    """
    order = _ascending(scores)[::-1]
    ordered = scores[order]
    places = np.arange(1.0, len(scores) + 1)
    apart = ordered[:-1] - ordered[1:] > TOLERANCE * unit
    if not apart.all():
        places[1:][~apart] = 0
        np.maximum.accumulate(places, out=places)
    ranks = np.empty(len(scores))
    ranks[order] = places
    return ranks


def _ascending(scores: FloatArray) -> npt.NDArray[np.intp]:
    """Return the places of finite scores in ascending order.

    Half the time of a plain `np.argsort`: numpy sorts 16 bits by counting, and what is almost in
    order by merging. Where one score lies far from all others it takes a fifth longer.
    """
    low, high = scores.min(initial=math.inf), scores.max(initial=-math.inf)
    if not low < high:
        return np.arange(len(scores))
    bucket = ((scores - low) / (high - low) * _BUCKETS).astype(np.uint16)
    roughly = np.argsort(bucket, kind="stable")
    return roughly[np.argsort(scores[roughly], kind="stable")]


def _blocks(rows: FloatArray) -> Iterator[slice]:
    for start in range(0, rows.shape[1], _BLOCK):
        yield slice(start, start + _BLOCK)


def _normalize(rows: FloatArray, lines: Lines, out: FloatArray) -> None:
    np.subtract(rows, lines.shift[:, np.newaxis], out=out)
    np.divide(out, lines.span[:, np.newaxis], out=out)
    for criterion in np.flatnonzero(~np.isnan(lines.numerator)):
        np.divide(lines.numerator[criterion], rows[criterion], out=out[criterion])
    # A cost at its worst is 0 divided by a negative span; nobody wants to read -0.
    out += 0.0
