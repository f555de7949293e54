"""What one matrix of judgments says, and what the answers of several judges say together."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError
from ..results.arrays import FloatArray
from ._priorities import (
    RANDOM_INDICES,
    completed,
    components,
    least_squares,
    principal,
    random_index_of,
)

__all__ = ["Solution", "differences", "mean_judgments", "mean_priorities", "solve"]

# Saaty (1980): above one tenth of judgments at random, look at them again.
_LIMIT = 0.1
# A long chain of huge judgments leads beyond all floats.
_FARTHEST = 1e-90
# Logarithms of ratios: what is below is rounding, or the last step of a completion.
_ROUNDING = 1e-6
_RATIO = ("consistency_ratio",)
_CONSISTENCY = ("consistency_ratio", "consistency_index")
_ALL = ("weights", *_CONSISTENCY, "principal_eigenvalue")


class Solution(NamedTuple):
    """What one matrix of judgments says; None where it says nothing."""

    weights: FloatArray
    eigenvalue: float | None = None
    consistency: float | None = None
    ratio: float | None = None
    revisit: tuple[tuple[str, str], float, float] | None = None
    completed: tuple[tuple[str, str, float], ...] = ()
    caveats: tuple[Caveat, ...] = ()


def solve(
    ids: tuple[str, ...], matrix: FloatArray, path: str, *, method: str, random_index: str
) -> Solution:
    groups = components(matrix)
    if len(groups) > 1:
        return Solution(np.full(len(ids), np.nan), caveats=(_unconnected(ids, groups),))
    gaps = np.triu(np.isnan(matrix))
    weights = least_squares(matrix)
    if weights.min() < _FARTHEST:
        found = f"a criterion below {_FARTHEST:g} of another"
        accepted = f"judgments whose weights lie within {_FARTHEST:g} to 1"
        raise InvalidValueError(Fault(path, found, accepted, "out-of-range"))
    whole = matrix
    if gaps.any() and method == "eigenvector":
        whole = completed(matrix)
    elif gaps.any():
        whole = np.where(np.isnan(matrix), weights[:, np.newaxis] / weights, matrix)
    eigenvalue, vector = principal(whole)
    weights = vector if method == "eigenvector" else weights
    index, ratio = _consistency(matrix, eigenvalue, random_index)
    revisit = _revisit(ids, matrix, weights)
    filled = tuple(
        [(ids[i], ids[j], float(whole[i, j])) for i, j in zip(*np.nonzero(gaps), strict=True)]
    )
    solution = Solution(weights, eigenvalue, index, ratio, revisit, filled)
    return solution._replace(caveats=tuple(_caveats(solution, matrix, random_index)))


def _unconnected(ids: tuple[str, ...], groups: list[list[int]]) -> Caveat:
    # Each group compared once with the first one connects them all.
    pairs = [f"{ids[groups[0][0]]} - {ids[group[0]]}" for group in groups[1:]]
    data = {"groups": len(groups), "pairs": pairs, "fields": _ALL}
    return Caveat("judgments-unconnected", data)


def _given(matrix: FloatArray) -> int:
    return int(np.count_nonzero(np.triu(~np.isnan(matrix), 1)))


def _consistency(
    matrix: FloatArray, eigenvalue: float, random_index: str
) -> tuple[float | None, float | None]:
    n = len(matrix)
    if _given(matrix) < n:
        # A chain of judgments fits any weights exactly; there is nothing to hold against it.
        return None, None
    index = (eigenvalue - n) / (n - 1)
    at_random = random_index_of(random_index, n)
    return index, None if at_random is None else index / at_random


def _revisit(
    ids: tuple[str, ...], matrix: FloatArray, weights: FloatArray
) -> tuple[tuple[str, str], float, float] | None:
    ratios = weights[:, np.newaxis] / weights
    known = np.where(np.isnan(matrix), ratios, matrix)
    away = np.triu(np.abs(np.log(known / ratios)))
    # Of three criteria all pairs are equally far off: the first is taken, whatever rounding says.
    order = np.argsort(-away.round(9), axis=None, kind="stable")
    largest = order[: int(np.count_nonzero(away > _ROUNDING))]
    pairs = [divmod(place, len(ids)) for place in largest.tolist()]
    # Without others that connect the two, nothing speaks against what was said.
    checked = [pair for pair in pairs if len(components(_without(matrix, *pair))) == 1]
    if not checked:
        return None
    i, j = checked[0] if matrix[checked[0]] >= 1 else checked[0][::-1]
    others = least_squares(_without(matrix, i, j))
    return (ids[i], ids[j]), float(matrix[i, j]), float(others[i] / others[j])


def _without(matrix: FloatArray, i: int, j: int) -> FloatArray:
    others = matrix.copy()
    others[i, j] = others[j, i] = np.nan
    return others


def _caveats(solution: Solution, matrix: FloatArray, random_index: str) -> Iterator[Caveat]:
    n, given = len(matrix), _given(matrix)
    if solution.completed:
        total = n * (n - 1) // 2
        yield Caveat("judgments-completed", {"count": total - given, "total": total})
    if solution.consistency is None:
        data = {"count": given, "criteria": n, "fields": _CONSISTENCY}
        yield Caveat("consistency-untested", data)
    elif solution.ratio is None:
        largest = max(RANDOM_INDICES[random_index])
        data = {"table": random_index, "largest": largest, "fields": _RATIO}
        yield Caveat("random-index-unknown", data)
    elif solution.ratio > _LIMIT and solution.revisit is not None:
        (first, second), said, consistent = solution.revisit
        data = {"ratio": solution.ratio, "limit": _LIMIT, "table": random_index}
        words = {"first": first, "second": second, "given": said, "consistent": consistent}
        # Of three criteria each judgment is as far off as the others.
        code = "judgments-inconsistent" if n > 3 else "judgments-inconsistent-any"
        yield Caveat(code, {**data, **words})


# --- several judges ------------------------------------------------------------------------------


def mean_judgments(matrices: Sequence[FloatArray]) -> FloatArray:
    """Return the geometric mean of each judgment over those who gave it."""
    logs = np.log(np.stack(matrices))
    known = np.count_nonzero(~np.isnan(logs), axis=0)
    mean = np.nansum(logs, axis=0) / np.maximum(known, 1)
    # Of rounding alone the halves would differ.
    mean = (mean - mean.T) / 2
    return np.where(known > 0, np.exp(mean), np.nan)


def differences(ids: tuple[str, ...], matrices: Sequence[FloatArray]) -> Iterator[Caveat]:
    """Yield about which pair the judges differ most, where they differ."""
    if len(matrices) < 2:
        return
    every = np.stack(matrices)
    # Where nobody judged, nobody differs: the pair stands as even.
    low = np.fmin.reduce(np.where(np.isnan(every), np.inf, every), axis=0)
    high = np.fmax.reduce(np.where(np.isnan(every), -np.inf, every), axis=0)
    known = np.isfinite(low)
    apart = np.log(np.where(known, high, 1.0)) - np.log(np.where(known, low, 1.0))
    i, j = divmod(int(np.triu(apart.round(9)).argmax()), len(ids))
    if apart[i, j] > _ROUNDING:
        pair = {"first": ids[i], "second": ids[j]}
        yield Caveat("judges-differ", {**pair, "low": float(low[i, j]), "high": float(high[i, j])})


def mean_priorities(alone: Sequence[Solution]) -> Solution:
    """Return the geometric mean of each weight over the judges who have weights."""
    weights = [one.weights for one in alone if one.eigenvalue is not None]
    left_out = len(alone) - len(weights)
    caveats = []
    if left_out:
        caveats.append(Caveat("judges-left-out", {"count": left_out, "total": len(alone)}))
    if not weights:
        data = {"fields": _ALL}
        return Solution(alone[0].weights, caveats=(*caveats, Caveat("no-judge-usable", data)))
    mean = np.exp(np.mean(np.log(np.stack(weights)), axis=0))
    fields = (*_CONSISTENCY, "principal_eigenvalue")
    caveats.append(Caveat("consistency-of-judges", {"fields": fields}))
    return Solution(np.asarray(mean / mean.sum()), caveats=tuple(caveats))
