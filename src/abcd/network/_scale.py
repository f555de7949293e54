"""From sums over shortest paths to closeness, harmonic and betweenness, with their errors."""

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray, IntArray
from ._paths import Sums

__all__ = ["Scale"]

# Of what `betweenness_bound` holds.
_CONFIDENCE = 0.95
# Sums of squares that differ by less than this share of themselves differ by rounding.
_ROUNDING = 1e-12


class Scale(NamedTuple):
    """Turns sums over k of n sources into measures."""

    n: int
    k: int
    directed: bool
    normalized: bool

    @property
    def pairs(self) -> int:
        return max(self.n - 1, 0) * max(self.n - 2, 0) // (1 if self.directed else 2)

    @property
    def sampled(self) -> bool:
        return self.k < self.n

    @property
    def _unit(self) -> float:
        """What a share that was counted once for each source is worth; nan below three nodes."""
        if not self.pairs:
            return np.nan
        once = 1 if self.directed else 0.5
        return once * self.n / self.k / (self.pairs if self.normalized else 1)

    def betweenness(self, sums: Sums) -> FloatArray:
        return sums.between * self._unit

    def error(self, sums: Sums, passable: npt.NDArray[np.bool_]) -> FloatArray:
        """Give the standard error; nan where others may pass, and no two sources differ."""
        if not self.sampled:
            return np.zeros(self.n) * self._unit
        spread = sums.squares - sums.between**2 / self.k
        # What rounding leaves is nothing.
        alike = spread <= _ROUNDING * sums.squares
        variance = np.where(alike, 0, spread) / (self.k - 1) * self.k * (1 - self.k / self.n)
        error = np.sqrt(variance) * self._unit
        return np.where(alike & passable, np.nan, error)

    def bound(self, passable: npt.NDArray[np.bool_], sizes: IntArray) -> FloatArray:
        """Give Serfling's bound; `sizes` are those of the parts of the nodes."""
        if not self.sampled:
            return np.zeros(self.n) * self._unit
        most = np.where(passable, np.maximum(sizes - 2, 0), 0)
        left = 1 - (self.k - 1) / self.n
        share = math.sqrt(left * math.log(2 / (1 - _CONFIDENCE)) / (2 * self.k))
        return np.asarray(most * share * self.k * self._unit, np.float64)

    def closeness(self, sums: Sums) -> FloatArray:
        if self.sampled:
            return np.full(self.n, np.nan)
        reached = sums.reached.astype(np.float64)
        top = reached**2 / max(self.n - 1, 1) if self.normalized else np.ones(self.n)
        undefined = np.full(self.n, np.nan)
        return np.asarray(np.divide(top, sums.far, out=undefined, where=reached > 0), np.float64)

    def harmonic(self, sums: Sums) -> FloatArray:
        if self.sampled or (self.normalized and self.n == 1):
            return np.full(self.n, np.nan)
        return sums.near / (self.n - 1) if self.normalized else sums.near
