"""Draws of weights and scores in blocks, and what is counted over them."""

import functools
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .._arguments import generator
from .._work import Executor, Progress, in_order
from ..results.arrays import FloatArray
from ._counts import Counts, Order, ahead, counted, firsts, into_order
from ._kernels import Lines
from ._simplex import Space, draw
from ._uncertain import Drawn, values_at

__all__ = ["Plan", "block_size", "confidence", "pairwise", "simulate"]

# The order of a block of draws is eight megabytes, or one draw where options are more. Its scores
# are made and sorted in pieces that stay in the processor's cache.
_CELLS, _PIECE = 2**20, 2**16
_MOST_DRAWS = 4_096


class Plan(NamedTuple):
    """Everything that a block of draws needs; it crosses to other processes.

    `rows` are the normalized scores, a row a criterion, 0 where they are drawn; `reach` is the
    largest size that a normalized score of each criterion has, for the unit of the scores.
    """

    rows: FloatArray
    lines: Lines
    drawn: tuple[Drawn | None, ...]
    reach: FloatArray
    space: Space
    seed: int
    samples: int
    block: int
    ranks: int

    @property
    def blocks(self) -> range:
        """Positions of the blocks."""
        return range(-(-self.samples // self.block))

    def size(self, position: int) -> int:
        """How many draws a block has; the last one may have fewer."""
        return min(self.block, self.samples - position * self.block)


def block_size(options: int) -> int:
    """Return how many draws go together: it depends on the table alone, never on who works."""
    return max(1, min(_MOST_DRAWS, _CELLS // options))


def simulate(plan: Plan, executor: Executor | None, progress: Progress | None) -> Counts | None:
    """Count ranks over all draws; None where weights can not be drawn."""
    total: Counts | None = None
    for tally in in_order(
        functools.partial(_block, plan),
        plan.blocks,
        executor=executor,
        progress=progress,
        total=len(plan.blocks),
    ):
        if tally is None:
            return None
        total = tally if total is None else total.plus(tally)
    return total


def _block(plan: Plan, position: int) -> Counts | None:
    weights = _weights(plan, position)
    if weights is None:
        return None
    draws, options = len(weights), plan.rows.shape[1]
    order = Order(
        np.empty((draws, options), dtype=np.int64),
        np.empty((draws, options - 1), dtype=np.bool_),
    )
    units = weights @ plan.reach
    for piece, scores in _scores(plan, position, weights, None):
        into_order(scores, units[piece], Order(order.options[piece], order.apart[piece]))
    return counted(order, weights, plan.ranks)


def _weights(plan: Plan, position: int) -> FloatArray | None:
    # Weights and scores have streams of their own, so that each can be drawn again alone.
    return draw(plan.space, generator(plan.seed, 2 * position), plan.size(position))


def _scores(
    plan: Plan,
    position: int,
    weights: FloatArray,
    only: npt.NDArray[np.intp] | None,
) -> Iterator[tuple[slice, FloatArray]]:
    """Yield the scores of a block in pieces, a row a draw; of some options where these are named.

    The pieces are the same whoever asks, and so are the scores that are drawn for them.
    """
    rows = plan.rows if only is None else np.ascontiguousarray(plan.rows[:, only])
    rng = generator(plan.seed, 2 * position + 1) if any(plan.drawn) else None
    step = max(1, _PIECE // plan.rows.shape[1])
    for start in range(0, len(weights), step):
        piece = slice(start, start + step)
        scores: FloatArray = weights[piece] @ rows
        if rng is not None:
            _add_drawn(plan, rng, weights[piece], scores, only)
        yield piece, scores


def _add_drawn(
    plan: Plan,
    rng: np.random.Generator,
    weights: FloatArray,
    scores: FloatArray,
    only: npt.NDArray[np.intp] | None,
) -> None:
    """Draw the scores of a piece, and add what they are worth."""
    for criterion, drawn in enumerate(plan.drawn):
        if drawn is None:
            continue
        values = values_at(drawn, rng.random((len(weights), len(drawn.places))))
        line = Lines(*[part[[criterion]] for part in plan.lines])
        parts = line.of(values.reshape(1, -1)).reshape(values.shape)
        parts *= weights[:, [criterion]]
        if only is None:
            scores[:, drawn.places] += parts
        else:
            for place, option in enumerate(only.tolist()):
                scores[:, place] += parts[:, drawn.places == option].sum(axis=1)


def pairwise(plan: Plan, leaders: npt.NDArray[np.intp]) -> FloatArray:
    """Return how often each leader is ahead of each other, from the same draws once more."""
    counts = np.zeros((len(leaders), len(leaders)))
    for position in plan.blocks:
        # Never None: they were drawn before.
        weights = np.asarray(_weights(plan, position), dtype=np.float64)
        units = weights @ plan.reach
        for piece, scores in _scores(plan, position, weights, leaders):
            counts = counts + ahead(scores, units[piece])
    return counts / plan.samples


def confidence(plan: Plan, central: FloatArray, asked: npt.NDArray[np.intp]) -> FloatArray:
    """Return how often options are first under their own central weights, over the scores.

    Parameters
    ----------
    plan : Plan
        Its draws of scores are used; where no score is drawn each answer is 0, 1, or a share.
    central : array, shape (n_asked, n_criteria)
        The central weights.
    asked : array of places
        The options.
    """
    if not any(plan.drawn):
        return _without_chance(plan, central, asked)
    shares = np.zeros(len(asked))
    for position in plan.blocks:
        for place, option in enumerate(asked.tolist()):
            weights = np.tile(central[place], (plan.size(position), 1))
            units = weights @ plan.reach
            for piece, scores in _scores(plan, position, weights, None):
                own = np.full(len(scores), option)
                shares[place] += firsts(scores, units[piece], own).sum()
    return shares / plan.samples


def _without_chance(plan: Plan, central: FloatArray, asked: npt.NDArray[np.intp]) -> FloatArray:
    shares = np.empty(len(asked))
    step = block_size(plan.rows.shape[1])
    for start in range(0, len(asked), step):
        part = slice(start, start + step)
        scores = central[part] @ plan.rows
        shares[part] = firsts(scores, central[part] @ plan.reach, asked[part])
    return shares
