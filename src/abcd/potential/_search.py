"""How far a weight or a score has to move until the first rank turns: by search, any method."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from ..results.arrays import FloatArray, IntArray
from ._kernels import TOLERANCE
from ._methods import Outcome, Problem, by_function, by_name, ranks_of

__all__ = ["STEPS", "Ranker", "moved_weights", "turn"]

# How many steps a way is cut into, and how often the step with the turn is halved.
STEPS = 32
_HALVINGS = 40


class Ranker(NamedTuple):
    """A method, ready to be asked what comes first under other weights or other scores."""

    problem: Problem
    method: Callable[[FloatArray, FloatArray, IntArray], Any] | None
    name: str
    normalization: str | None

    def outcome(
        self, *, rows: FloatArray | None = None, weights: FloatArray | None = None
    ) -> Outcome:
        """Return what the method gives, for other scores or weights where these are given."""
        problem = self.problem._replace(
            rows=self.problem.rows if rows is None else rows,
            weights=self.problem.weights if weights is None else weights,
        )
        if self.method is not None:
            return by_function(problem, self.method, self.name)
        return by_name(problem, self.name, str(self.normalization))

    def ranks(self, *, rows: FloatArray | None = None) -> FloatArray:
        """Return the ranks, for other scores where these are given."""
        return ranks_of(self.outcome(rows=rows))

    def leads(
        self, *, rows: FloatArray | None = None, weights: FloatArray | None = None
    ) -> FloatArray:
        """Return how far each option is ahead of the best other one, in units of the scores.

        0 where options are tied, -inf where one has no score, nan where none has.
        """
        outcome = self.outcome(rows=rows, weights=weights)
        if outcome.alike:
            return np.zeros(len(outcome.scores))
        scores = np.where(np.isnan(outcome.scores), -np.inf, outcome.scores)
        best = int(scores.argmax())
        if np.isneginf(scores[best]):
            # Without any score nobody is first, and nobody has lost.
            return np.full_like(scores, np.nan)
        others = np.delete(scores, best)
        second = others.max(initial=-np.inf)
        leads = scores - scores[best]
        leads[best] = scores[best] - second
        parts: FloatArray = leads / (outcome.unit if outcome.unit > 0 else 1.0)
        return parts

    def is_first(self, option: int, leads: FloatArray) -> bool:
        """Tell whether no other option is ahead; a shared first rank is one."""
        return bool(leads[option] >= -TOLERANCE)

    def has_lost(self, option: int, leads: FloatArray) -> bool:
        """Tell whether another option is ahead."""
        return bool(leads[option] < -TOLERANCE)


def moved_weights(weights: FloatArray, place: int, to: float) -> FloatArray:
    """Set one weight; the others share the rest in the proportions that they had."""
    moved: FloatArray = weights * ((1 - to) / (1 - weights[place]))
    moved[place] = to
    return moved


def turn(start: float, end: float, turned: Callable[[float], bool]) -> float:
    """Return the first place on the way from start to end from which on something holds.

    The way is walked in `STEPS` steps, and the first step at whose end it holds is halved until
    it is a billionth of a billionth of the way; the start where it holds there already, nan where
    it holds at the end of no step.
    """
    if turned(start):
        return start
    before = start
    for step in range(1, STEPS + 1):
        after = start + (end - start) * (step / STEPS)
        if turned(after):
            for _ in range(_HALVINGS):
                middle = before / 2 + after / 2
                before, after = (before, middle) if turned(middle) else (middle, after)
            return after
        before = after
    return float("nan")
