"""From counts over draws to the answers of SMAA, and back to all options of the table."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..caveats import Caveat
from ..results.arrays import FloatArray
from ._counts import Counts
from ._preparation import spread_out
from ._simulation import Plan, confidence, pairwise
from .tables import DecisionTable

__all__ = ["Answers", "answers_of", "leaders_of", "of_answers", "over_all"]

# For so many options that come first most often answers are computed that need further passes.
_LEADERS = 10


class Answers(NamedTuple):
    """Answers for the options that take part; `leaders` are places among these."""

    shares: FloatArray
    expected: FloatArray
    central: FloatArray
    confidence: FloatArray
    leaders: npt.NDArray[np.intp]
    pairwise: FloatArray


def answers_of(plan: Plan, counts: Counts) -> Answers:
    leading = counts.often > 0
    often = np.where(leading, counts.often, 1.0)[:, np.newaxis]
    central = np.where(leading[:, np.newaxis], counts.first / often, np.nan)
    leaders = np.lexsort((counts.places, -counts.often))[:_LEADERS]
    by_chance = any(one is not None for one in plan.drawn)
    asked = np.sort(leaders[leading[leaders]]) if by_chance else np.flatnonzero(leading)
    sure = np.full(len(leading), np.nan)
    sure[asked] = confidence(plan, central[asked], asked)
    shares = counts.ranks / plan.samples
    # What nobody can write to the result keeps without a copy.
    shares.setflags(write=False)
    return Answers(
        shares.T,
        counts.places / plan.samples,
        central,
        sure,
        leaders,
        pairwise(plan, leaders),
    )


def of_answers(answers: Answers, samples: int) -> list[Caveat]:
    never = np.isnan(answers.central[:, 0])
    caveats = []
    count = int(np.count_nonzero(never))
    if count:
        fields = ["central_weights", "confidence"]
        # The 95 % bound of a share that was never drawn.
        bound = min(1.0, 3 / samples)
        data: dict[str, object] = {"count": count, "total": len(never), "samples": samples}
        caveats.append(Caveat("options-never-first", {**data, "bound": bound, "fields": fields}))
    left_out = int(np.count_nonzero(np.isnan(answers.confidence) & ~never))
    if left_out:
        data = {"count": left_out, "fields": ["confidence"]}
        caveats.append(Caveat("confidence-of-leaders", data))
    return caveats


def over_all(
    answers: Answers | None, known: npt.NDArray[np.bool_], ranks: int, criteria: int
) -> dict[str, FloatArray]:
    """Return the fields with a row for every option of the table, and those of leaders."""
    options = len(known)
    shares: FloatArray | None = None
    central = np.full((options, criteria), np.nan)
    if answers is not None:
        central[known] = answers.central
        shares = answers.shares if known.all() else None
    if shares is None:
        shares = np.full((options, ranks), np.nan)
    if answers is not None and not known.all():
        # Where options are set aside the last ranks are nobody's.
        shares[known] = 0.0
        shares[known, : answers.shares.shape[1]] = answers.shares
    return {
        "rank_acceptability": shares,
        "central_weights": central,
        "expected_rank": spread_out(None if answers is None else answers.expected, known),
        "confidence": spread_out(None if answers is None else answers.confidence, known),
        "pairwise": np.full((0, 0), np.nan) if answers is None else answers.pairwise,
    }


def leaders_of(
    table: DecisionTable, known: npt.NDArray[np.bool_], answers: Answers | None
) -> tuple[str | int, ...]:
    if answers is None:
        return ()
    places = np.flatnonzero(known)[answers.leaders]
    return tuple([table.options[place] for place in places])
