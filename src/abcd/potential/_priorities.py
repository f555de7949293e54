"""The arithmetic of judgments in pairs: weights, the best completion, the principal eigenvalue.

A matrix holds at (i, j) how many times criterion i counts as much as j, with nan for a gap; it is
positive and reciprocal.
"""

import bisect
import math
from typing import Any

import numpy as np
import numpy.typing as npt

from ..results.arrays import FloatArray

__all__ = [
    "RANDOM_INDICES",
    "completed",
    "components",
    "least_squares",
    "principal",
    "random_index_of",
]

_WIDEST = 200.0

RANDOM_INDICES: dict[str, dict[int, float]] = {
    # Saaty (1980), The Analytic Hierarchy Process, p. 21: the table that most textbooks print.
    "saaty_1980": dict(
        zip(
            range(3, 16),
            (0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59),
            strict=True,
        )
    ),
    # Saaty (2005), Theory and Applications of the Analytic Network Process, p. 31.
    "saaty_2005": dict(
        zip(
            range(3, 16),
            (0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59),
            strict=True,
        )
    ),
    # Donegan and Dodd (1991), A note on Saaty's random indexes, table of means.
    "donegan_dodd": {
        **dict(
            zip(
                range(3, 21),
                (
                    *(0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213),
                    *(1.4497, 1.4643, 1.4822, 1.4969, 1.5078, 1.5153, 1.5262, 1.5313, 1.5371),
                ),
                strict=True,
            )
        ),
        25: 1.5619,
        30: 1.5772,
        40: 1.5976,
        50: 1.6102,
        60: 1.6178,
        70: 1.6237,
        80: 1.6277,
        90: 1.6213,
        100: 1.6339,
    },
}
"""The mean consistency index of judgments at random, by number of criteria."""


def random_index_of(name: str, n: int) -> float | None:
    """Return the random index for n criteria, between two rows of its table on a straight line."""
    table = RANDOM_INDICES[name]
    sizes = list(table)
    if not sizes[0] <= n <= sizes[-1]:
        return None
    above = bisect.bisect_left(sizes, n)
    if sizes[above] == n:
        return table[n]
    low, high = sizes[above - 1], sizes[above]
    return table[low] + (table[high] - table[low]) * (n - low) / (high - low)


def components(matrix: FloatArray) -> list[list[int]]:
    """Return the groups of criteria that judgments connect, each in order."""
    known = ~np.isnan(matrix)
    groups: list[list[int]] = []
    seen: set[int] = set()
    for start in range(len(matrix)):
        if start in seen:
            continue
        group, waiting = {start}, [start]
        while waiting:
            for other in np.flatnonzero(known[waiting.pop()]).tolist():
                if other not in group:
                    group.add(other)
                    waiting.append(other)
        seen |= group
        groups.append(sorted(group))
    return groups


def least_squares(matrix: FloatArray) -> FloatArray:
    """Return the weights whose ratios are nearest to the judgments in logarithms.

    Of a complete matrix these are the geometric means of its rows. The judgments must connect all
    criteria. The weights add to 1.
    """
    known = ~np.isnan(matrix)
    n = len(matrix)
    pull = np.where(known, np.log(np.where(known, matrix, 1.0)), 0.0).sum(axis=1)
    laplacian = np.diag(known.sum(axis=1)) - known.astype(np.float64)
    # Only differences are determined; the constant fixes their mean at 0.
    logs = np.linalg.solve(laplacian + 1 / n, pull)
    weights = np.exp(logs - logs.max())
    return np.asarray(weights / weights.sum())


def principal(matrix: FloatArray) -> tuple[float, FloatArray]:
    """Return the largest eigenvalue of a complete matrix, and its eigenvector adding to 1."""
    scale = least_squares(matrix)
    value, vector = _perron(_balanced(matrix, scale))
    weights = scale * vector
    # Never below n for a positive reciprocal matrix; less is rounding.
    return max(value, float(len(matrix))), np.asarray(weights / weights.sum())


def completed(matrix: FloatArray) -> FloatArray:
    """Fill the gaps so that the largest eigenvalue is as small as it can be.

    In the logarithms of the gaps the logarithm of the eigenvalue is convex (Kingman 1961), so that
    there is one least value.
    """
    from scipy import optimize  # noqa: PLC0415 - half a second that most users never need

    scale = least_squares(matrix)
    balanced = _balanced(matrix, scale)
    rows, columns = np.nonzero(np.triu(np.isnan(balanced)))

    def filled(logs: npt.NDArray[Any]) -> FloatArray:
        whole = balanced.copy()
        # A step of the search may be wild; no sound value comes near these ends.
        within = np.clip(logs, -_WIDEST, _WIDEST)
        whole[rows, columns], whole[columns, rows] = np.exp(within), np.exp(-within)
        return whole

    def value_and_slope(logs: npt.NDArray[Any]) -> tuple[float, FloatArray]:
        whole = filled(logs)
        value, right = _perron(whole)
        _, left = _perron(whole.T)
        slope = left[rows] * whole[rows, columns] * right[columns]
        slope -= left[columns] * whole[columns, rows] * right[rows]
        return math.log(value), np.asarray(slope / (left @ right) / value)

    found = optimize.minimize(
        value_and_slope, np.zeros(len(rows)), jac=True, method="BFGS", options={"gtol": 1e-11}
    )
    return _balanced(filled(found.x), 1 / scale)


def _balanced(matrix: FloatArray, scale: FloatArray) -> FloatArray:
    """Divide out weights, so that what remains is near 1: the eigenvalues stay the same."""
    return np.asarray(matrix * scale[np.newaxis, :] / scale[:, np.newaxis])


def _perron(matrix: FloatArray) -> tuple[float, FloatArray]:
    """Return the largest eigenvalue of a positive matrix and its positive eigenvector."""
    values, vectors = np.linalg.eig(matrix)
    sizes = np.real(values)
    first = int(np.argmax(sizes))
    vector = np.abs(np.real(vectors[:, first]))
    return float(sizes[first]), np.asarray(vector / vector.sum())
