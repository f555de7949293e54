"""The methods as a table of options meets them: what each needs, and what it can not estimate."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..results.arrays import FloatArray, IntArray
from ._flows import USUAL, flows
from ._kernels import (
    TOLERANCE,
    Lines,
    competition_ranks,
    compromise,
    topsis,
    vikor,
    weighted_product,
    weighted_sum,
)
from .criteria import SIZE_LIMIT, Criterion, Direction
from .normalizations import ABSOLUTE, EMPTY, LINES, Column, Line, as_end, as_lines

__all__ = [
    "ACCEPTED",
    "DEFAULTS",
    "FIELDS",
    "Outcome",
    "Problem",
    "by_function",
    "by_name",
    "columns_of",
    "of_constant",
    "of_level_measures",
    "ranks_of",
    "toward_more",
]

DEFAULTS = {
    "weighted_sum": "minmax",
    "weighted_product": "linear",
    "topsis": "vector",
    "vikor": "minmax",
    "promethee": "none",
}
"""The methods by name, each with the normalization that it takes unless another is asked for."""

ACCEPTED = {"vikor": ("minmax", "scale"), "promethee": ("none",)}
"""The normalizations that a method can take, where these are not all."""

# The weight of the group's utility against the worst regret; half is the authors' "by consensus".
_HALF = 0.5

FIELDS = ("scores", "ranks", "contributions")


class Problem(NamedTuple):
    """Options without gaps (columns), criteria that count (rows), and their weights."""

    rows: FloatArray
    criteria: Sequence[Criterion]
    weights: FloatArray


class Outcome(NamedTuple):
    """Scores, what each criterion contributes (rows), and the unit in which scores are compared.

    `alike` says that all options are tied although they have no score.
    """

    scores: FloatArray
    contributions: FloatArray
    unit: float
    alike: bool
    caveats: tuple[Caveat, ...]


def by_name(problem: Problem, method: str, normalization: str) -> Outcome:
    """Score options by a method of this library."""
    columns = columns_of(problem)
    only_one = problem.rows.shape[1] == 1
    if only_one and (method in _BY_OTHERS or normalization not in ABSOLUTE):
        return _without_scores(
            problem, Caveat("option-alone", {"fields": _of_scores()}), alike=True
        )
    if method == "promethee":
        # It compares scores in their own unit; even where all are equal its flows are defined.
        return _promethee(problem, columns)
    lines = [LINES[normalization](column) for column in columns]
    if method == "topsis":
        # Distances know differences only; of rounding they would make an order.
        lines = [
            EMPTY if column.is_constant else line
            for line, column in zip(lines, columns, strict=True)
        ]
    names = [criterion.id for criterion in problem.criteria]
    undefined = [name for name, line in zip(names, lines, strict=True) if line is None]
    sound = [line for line in lines if line is not None]
    if undefined:
        data = {"normalization": normalization, "criteria": undefined, "fields": FIELDS}
        return _without_scores(problem, Caveat("normalization-undefined", data))
    if all(line is EMPTY for line in sound):
        caveat = Caveat("options-alike", {"fields": _of_scores()})
        return _without_scores(problem, caveat, alike=True)
    told = () if only_one else of_constant(problem, columns)
    outcome = _METHODS[method](problem, columns, sound)
    return outcome._replace(caveats=(*told, *outcome.caveats))


def of_constant(problem: Problem, columns: Sequence[Column]) -> tuple[Caveat, ...]:
    """Say which criteria order nothing."""
    pairs = zip(problem.criteria, columns, strict=True)
    same = [criterion.id for criterion, column in pairs if column.is_constant]
    return (Caveat("criteria-constant", {"criteria": same}),) if same else ()


def columns_of(problem: Problem) -> list[Column]:
    """Describe the scores of each criterion."""
    lows, highs = problem.rows.min(axis=1).tolist(), problem.rows.max(axis=1).tolist()
    return [
        Column(
            row,
            low,
            high,
            criterion.direction is Direction.MIN,
            as_end(criterion.minimum),
            as_end(criterion.maximum),
        )
        for row, low, high, criterion in zip(
            problem.rows, lows, highs, problem.criteria, strict=True
        )
    ]


def _of_scores() -> list[str]:
    # Tied options have a rank, although they have no score.
    return [name for name in FIELDS if name != "ranks"]


def _without_scores(problem: Problem, caveat: Caveat, *, alike: bool = False) -> Outcome:
    empty = np.full(problem.rows.shape, np.nan)
    return Outcome(np.full(problem.rows.shape[1], np.nan), empty, 1.0, alike, (caveat,))


def ranks_of(outcome: Outcome) -> FloatArray:
    """Rank options from 1, the highest score first; nan where one has no score."""
    scores = outcome.scores
    if outcome.alike:
        return np.ones(len(scores))
    known = ~np.isnan(scores)
    if known.all():
        return competition_ranks(scores, outcome.unit)
    ranks = np.full(len(scores), np.nan)
    ranks[known] = competition_ranks(scores[known], outcome.unit)
    return ranks


# --- one method each -----------------------------------------------------------------------------


def _ends(columns: Sequence[Column], lines: Lines) -> tuple[FloatArray, FloatArray]:
    """Return what the lowest and the highest score of each criterion become."""
    low = np.array([[column.low] for column in columns])
    high = np.array([[column.high] for column in columns])
    return lines.of(low)[:, 0], lines.of(high)[:, 0]


def _weighted_sum(problem: Problem, columns: Sequence[Column], lines: Sequence[Line]) -> Outcome:
    table = as_lines(lines)
    scores, parts = weighted_sum(problem.rows, table, problem.weights)
    # Rounding is as large as the summands are, also where these cancel out.
    largest = np.maximum(*map(np.abs, _ends(columns, table)))
    return Outcome(scores, parts, float(problem.weights @ largest), False, ())


def _weighted_product(
    problem: Problem, columns: Sequence[Column], lines: Sequence[Line]
) -> Outcome:
    table = as_lines(lines)
    negative = np.minimum(*_ends(columns, table)) < 0
    if negative.any():
        pairs = zip(problem.criteria, negative.tolist(), strict=True)
        names = [criterion.id for criterion, is_negative in pairs if is_negative]
        caveat = Caveat("product-of-negatives", {"criteria": names, "fields": FIELDS})
        return _without_scores(problem, caveat)
    scores, parts = weighted_product(problem.rows, table, problem.weights)
    return Outcome(scores, parts, float(scores.max()), False, ())


def _topsis(problem: Problem, columns: Sequence[Column], lines: Sequence[Line]) -> Outcome:
    worst = np.array([column.high if column.is_cost else column.low for column in columns])
    best = np.array([column.low if column.is_cost else column.high for column in columns])
    scores, parts = topsis(problem.rows, as_lines(lines), problem.weights, (worst, best))
    return Outcome(scores, parts, 1.0, False, ())


def _vikor(problem: Problem, columns: Sequence[Column], lines: Sequence[Line]) -> Outcome:
    del columns
    utility, regret = vikor(problem.rows, as_lines(lines), problem.weights)
    found, unit = compromise(utility, regret, _HALF)
    caveats = (
        *of_level_measures(utility, regret),
        Caveat("contributions-unknown", {"method": "vikor", "fields": ["contributions"]}),
    )
    return Outcome(1 - found, np.full(problem.rows.shape, np.nan), unit, False, caveats)


def of_level_measures(utility: FloatArray, regret: FloatArray) -> tuple[Caveat, ...]:
    """Say which of the two measures of VIKOR is equal for all options, so that 0/0 became 0."""
    pairs = (("S", utility), ("R", regret))
    level = [name for name, values in pairs if values.max() - values.min() <= TOLERANCE]
    return (Caveat("measures-level", {"measures": level}),) if level else ()


def _promethee(problem: Problem, columns: Sequence[Column]) -> Outcome:
    parts = np.empty_like(problem.rows)
    for row, part, weight in zip(toward_more(problem), parts, problem.weights, strict=True):
        over, under = flows(row, USUAL)
        np.multiply(over - under, weight, out=part)
    return Outcome(parts.sum(axis=0), parts, 1.0, False, of_constant(problem, columns))


def toward_more(problem: Problem) -> Iterator[FloatArray]:
    """Yield the scores of each criterion so that more is better."""
    for row, criterion in zip(problem.rows, problem.criteria, strict=True):
        yield -row if criterion.direction is Direction.MIN else row


# Methods that measure an option by the others whatever the normalization.
_BY_OTHERS = frozenset({"topsis", "vikor", "promethee"})

_METHODS: dict[str, Callable[[Problem, Sequence[Column], Sequence[Line]], Outcome]] = {
    "weighted_sum": _weighted_sum,
    "weighted_product": _weighted_product,
    "topsis": _topsis,
    "vikor": _vikor,
}


# --- a method of the caller's own ----------------------------------------------------------------


def by_function(
    problem: Problem,
    function: Callable[[FloatArray, FloatArray, IntArray], npt.ArrayLike],
    name: str,
) -> Outcome:
    """Score options by a function that takes a matrix with a row an option."""
    signs = [-1 if c.direction is Direction.MIN else 1 for c in problem.criteria]
    # Copies: what the function does to them stays there.
    matrix, weights = np.array(problem.rows.T, order="C"), problem.weights.copy()
    with np.errstate(all="ignore"):
        found = function(matrix, weights, np.array(signs, dtype=np.int64))
    scores = _as_scores(found, problem.rows.shape[1], name)
    unit = float(np.fmax.reduce(np.abs(scores), initial=0.0))
    caveats = tuple(_of_function(scores, name))
    parts = np.full(problem.rows.shape, np.nan)
    return Outcome(scores, parts, unit, False, caveats)


def _as_scores(found: object, n: int, name: str) -> FloatArray:
    array = np.asarray(found)
    if array.dtype.kind not in "fiu" or array.shape != (n,):
        said = shown(found) if array.ndim == 0 else f"an array of shape {array.shape}"
        accepted = f"{n} numbers, one for each option without gaps"
        raise InvalidValueError(Fault(f"scores of {name}", said, accepted, "length"))
    scores = array.astype(np.float64)
    # What is larger has differences beyond all floats.
    scores[~(np.abs(scores) < SIZE_LIMIT)] = np.nan
    return scores


def _of_function(scores: FloatArray, name: str) -> Iterator[Caveat]:
    lost = int(np.count_nonzero(np.isnan(scores)))
    if lost:
        data = {"method": name, "count": lost, "fields": ["scores", "ranks"]}
        yield Caveat("scores-not-computed", data)
    yield Caveat("contributions-unknown", {"method": name, "fields": ["contributions"]})
