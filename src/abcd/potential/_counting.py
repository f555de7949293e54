"""Scores and ranks of sound ballots, by the kind of ballot."""

import numpy as np

from ..results.arrays import FloatArray
from ._kernels import competition_ranks
from ._voting import borda, count_pairs, last_where_unranked
from .ballots import BallotKind

__all__ = ["RULES", "ranks_of", "scores_of"]

RULES = {
    BallotKind.DOTS: "most dots",
    BallotKind.APPROVAL: "most approvals",
    BallotKind.VETO: "fewest vetoes",
    BallotKind.RATING: "highest mean rating",
    BallotKind.RANKING: "borda",
}


def scores_of(marks: FloatArray, kind: BallotKind) -> FloatArray:
    if not len(marks):
        return np.full(marks.shape[1], np.nan)
    if kind is BallotKind.RANKING:
        return borda(count_pairs(last_where_unranked(marks)), per_comparison=False)
    known = np.count_nonzero(~np.isnan(marks), axis=0)
    if kind is BallotKind.RATING:
        means = np.nansum(marks / np.maximum(known, 1), axis=0)
        return np.where(known > 0, means, np.nan)
    return np.asarray(np.nansum(marks, axis=0))


def ranks_of(scores: FloatArray, kind: BallotKind) -> FloatArray:
    ranks = np.full(len(scores), np.nan)
    known = ~np.isnan(scores)
    if known.any():
        values = -scores[known] if kind is BallotKind.VETO else scores[known]
        ranks[known] = competition_ranks(values, float(np.abs(values).max()))
    return ranks
