"""Random relabelling: who gets which group is drawn anew, group sizes and ties stay."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray, IntArray

__all__ = ["Tails", "block_count", "shuffled_codes"]

# Cells of a block (draws x nodes or ties) that are worked on at once.
_CELLS = 1 << 20
# Differences below this share of the size of the numbers come from rounding.
_TOLERANCE = 1e-12


def shuffled_codes(
    codes: IntArray, draws: int, width: int, rng: np.random.Generator
) -> Iterator[npt.NDArray[np.int32]]:
    """Draw permutations of the groups over the nodes, in blocks of shape (draws, n_nodes).

    Each row uses up the same stretch of random numbers, whatever the size of the blocks.

    Parameters
    ----------
    codes : shape (n_nodes,)
    draws : int
    width : int
        How many cells the caller works on for each draw, besides one for each node.
    rng : numpy.random.Generator
    """
    small = codes.astype(np.int32)
    size = _rows(len(codes), width)
    for begin in range(0, draws, size):
        rows = min(size, draws - begin)
        yield rng.permuted(np.broadcast_to(small, (rows, len(small))), axis=1)


def block_count(codes: IntArray, draws: int, width: int) -> int:
    """Tell how many blocks `shuffled_codes` gives."""
    return -(-draws // _rows(len(codes), width))


def _rows(nodes: int, width: int) -> int:
    return max(1, _CELLS // max(width, nodes, 1))


class Tails:
    """Counts, draw after draw, how often chance goes as far as what was observed."""

    def __init__(self, observed: npt.ArrayLike, expected: npt.ArrayLike) -> None:
        self._observed: FloatArray = np.asarray(observed, np.float64)
        self._expected: FloatArray = np.asarray(expected, np.float64)
        sizes = np.maximum(np.abs(self._observed), np.abs(self._expected))
        self._slack = _TOLERANCE * sizes
        shape = self._observed.shape
        self._low, self._high = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        self._far, self._squares = np.zeros(shape, np.int64), np.zeros(shape)
        self._draws = 0

    def add(self, drawn: npt.ArrayLike) -> None:
        """Take in draws, each of the shape of what was observed, along the first axis."""
        found = np.asarray(drawn, np.float64)
        apart = np.abs(found - self._expected)
        far = apart >= np.abs(self._observed - self._expected) - self._slack
        self._low += np.count_nonzero(found <= self._observed + self._slack, axis=0)
        self._high += np.count_nonzero(found >= self._observed - self._slack, axis=0)
        self._far += np.count_nonzero(far, axis=0)
        self._squares += (apart**2).sum(axis=0)
        self._draws += len(found)

    @property
    def lower(self) -> FloatArray:
        """The share of draws that are as low.

        The observed arrangement counts as one of the draws, (count + 1) / (draws + 1), so that no p
        is 0 (Phipson and Smyth 2010).
        """
        return (self._low + 1) / (self._draws + 1)

    @property
    def upper(self) -> FloatArray:
        """The share of draws that are as high."""
        return (self._high + 1) / (self._draws + 1)

    @property
    def two_sided(self) -> FloatArray:
        """The share of draws that are as far from what is expected."""
        return (self._far + 1) / (self._draws + 1)

    @property
    def deviation(self) -> FloatArray:
        """How far the observed value is from the mean, in standard deviations of the draws.

        nan where the draws do not differ. The mean is known exactly, so it is not taken from the
        draws.
        """
        spread = np.sqrt(self._squares / self._draws)
        deviation = np.full(self._observed.shape, np.nan)
        apart = self._observed - self._expected
        np.divide(apart, spread, out=deviation, where=spread > self._slack)
        return deviation
