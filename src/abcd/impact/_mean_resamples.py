"""Bootstrap of means of paired changes: one matrix of resampling counts for all rows.

Each row holds the sorted steps of one community. How often each place is drawn is the same for
all rows of one length, so the sums of all samples of all rows are one matrix product. Steps are
whole numbers: the sums are exact, and ties are ties.
"""

from collections.abc import Iterable, Iterator

import attrs
import numpy as np

from ..results.arrays import FloatArray, IntArray

__all__ = ["Ends", "mean_intervals"]

# So many sums, or counts, are held at a time: 8 MB, much of which stays in the cache.
_CELLS = 1_000_000


@attrs.frozen(eq=False)
class Ends:
    """Both ends of an interval a row, in steps; nan where there is none."""

    low: FloatArray
    high: FloatArray


def mean_intervals(
    steps: IntArray, *, method: str, confidence: float, samples: int, seed: int
) -> Ends:
    """Return bootstrap intervals of the mean of each row, by percentiles or by BCa."""
    rows, n = steps.shape
    low, high = np.full(rows, np.nan), np.full(rows, np.nan)
    window = max(1, _CELLS // samples)
    # One block of draws is kept; several are drawn again for each window of rows, the same ones.
    kept = list(_counts(n, samples, seed)) if samples * n <= _CELLS else None
    for start in range(0, rows, window):
        block = steps[start : start + window]
        sums = _sums(block, samples, _counts(n, samples, seed) if kept is None else kept)
        tails = _tails(block, sums, method, confidence)
        for row, (first, last) in enumerate(tails.tolist()):
            if first < last:
                low[start + row], high[start + row] = _quantiles(sums[row], first, last)
    return Ends(low / n, high / n)


def _sums(steps: IntArray, samples: int, drawn: Iterable[FloatArray]) -> FloatArray:
    sums = np.empty((len(steps), samples))
    values = steps.astype(np.float64)
    done = 0
    for counts in drawn:
        sums[:, done : done + len(counts)] = values @ counts.T
        done += len(counts)
    return sums


def _counts(n: int, samples: int, seed: int) -> Iterator[FloatArray]:
    """Yield how often each of n places is drawn, a row a sample."""
    generator = np.random.default_rng(seed)
    window = max(1, _CELLS // n)
    for start in range(0, samples, window):
        size = min(window, samples - start)
        places = generator.integers(n, size=(size, n)) + n * np.arange(size)[:, np.newaxis]
        yield np.bincount(places.ravel(), minlength=size * n).reshape(size, n).astype(np.float64)


def _tails(steps: IntArray, sums: FloatArray, method: str, confidence: float) -> FloatArray:
    """Return which shares of the samples lie below the ends; nan where BCa has none."""
    from scipy import special  # noqa: PLC0415  # slow to import, seldom needed

    outer = np.array([(1 - confidence) / 2, (1 + confidence) / 2])
    if method == "percentile":
        return np.where(np.ptp(steps, axis=1)[:, np.newaxis] > 0, outer, np.nan)
    observed = steps.sum(axis=1, dtype=np.float64)[:, np.newaxis]
    # Samples that give the mean itself count half: with few people there are many.
    below = np.count_nonzero(sums < observed, axis=1)
    bias = special.ndtri((below + np.count_nonzero(sums == observed, axis=1) / 2) / sums.shape[1])
    with np.errstate(invalid="ignore", divide="ignore"):
        turned = bias[:, np.newaxis] + special.ndtri(outer)
        pull = _skews(steps)[:, np.newaxis]
        tails: FloatArray = special.ndtr(bias[:, np.newaxis] + turned / (1 - pull * turned))
    tails[~np.isfinite(bias) | (np.ptp(steps, axis=1) == 0)] = np.nan
    return tails


def _skews(steps: IntArray) -> FloatArray:
    """Return the acceleration of BCa, which for a mean is its skewness over 6 root n."""
    off = steps - steps.mean(axis=1, keepdims=True)
    skews: FloatArray = np.sum(off**3, axis=1) / (6 * np.sum(off**2, axis=1) ** 1.5)
    return skews


def _quantiles(sums: FloatArray, first: float, last: float) -> tuple[float, float]:
    """Return two interpolated quantiles without sorting everything."""
    places = np.array([first, last]) * (len(sums) - 1)
    below = places.astype(np.int64)
    above = np.minimum(below + 1, len(sums) - 1)
    ordered = _on_places(sums, np.concatenate((below, above)))
    low, high = ordered[:2] + (places - below) * (ordered[2:] - ordered[:2])
    return float(low), float(high)


def _on_places(sums: FloatArray, places: IntArray) -> FloatArray:
    """Return what stands on these places, counted from 0, when whole numbers are sorted."""
    least = sums.min()
    found: FloatArray
    if sums.max() - least < len(sums):
        # Few different sums: counting each is cheaper than parting them.
        up_to = np.cumsum(np.bincount((sums - least).astype(np.int64)))
        found = least + np.searchsorted(up_to, places, "right")
    else:
        found = np.partition(sums, places)[places]
    return found
