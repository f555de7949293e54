"""Quantiles of each node's values over many samples, without keeping them all."""

import math

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray, IntArray

__all__ = ["Extremes"]


class Extremes:
    """Takes in samples, a row each with a value for each node, and keeps the outermost.

    The quantiles at `tail` and at 1 - `tail` of up to `samples` values lie between two of the
    floor((samples - 1) tail) + 2 lowest, and of as many highest ones: nothing else is needed for
    the exact quantiles, also where a node has no value (nan) in some samples.
    """

    def __init__(self, nodes: int, samples: int, tail: float) -> None:
        self._tail = tail
        self._kept = math.floor((samples - 1) * tail) + 2
        # Both as lowest ones: the highest with their sign turned.
        self._outer = [np.full((self._kept, nodes), np.inf) for _ in range(2)]
        self._waiting: list[FloatArray] = []
        self._met = np.zeros(nodes, np.int64)

    def add(self, rows: FloatArray) -> None:
        """Take in some samples."""
        self._waiting.append(rows)
        if sum(map(len, self._waiting)) >= self._kept:
            self._merge()

    def _merge(self) -> None:
        if not self._waiting:
            return
        rows = np.concatenate(self._waiting)
        self._waiting = []
        known = np.isfinite(rows)
        self._met += np.count_nonzero(known, axis=0)
        for place, sign in enumerate((1, -1)):
            both = np.concatenate([self._outer[place], np.where(known, sign * rows, np.inf)])
            self._outer[place] = np.partition(both, self._kept - 1, axis=0)[: self._kept].copy()

    def ends(self) -> tuple[FloatArray, FloatArray]:
        """Give the two quantiles of each node; nan where it had no value at all."""
        self._merge()
        low, high = [
            _quantile(np.sort(outer, axis=0), self._met, self._tail) for outer in self._outer
        ]
        return low, -high


def _quantile(rising: FloatArray, met: IntArray, tail: float) -> FloatArray:
    """Interpolate between the values next to the place (met - 1) tail, as numpy does."""
    at: npt.NDArray[np.float64] = np.maximum(met - 1, 0) * tail
    below = np.floor(at).astype(np.int64)
    above = np.minimum(below + 1, np.maximum(met - 1, 0))
    nodes = np.arange(rising.shape[1])
    lower, upper = rising[below, nodes], rising[above, nodes]
    known = met > 0
    found = np.full(len(nodes), np.nan)
    found[known] = lower[known] + (at - below)[known] * (upper[known] - lower[known])
    return found
