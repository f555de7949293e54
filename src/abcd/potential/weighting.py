"""What the ways of weighting answer: how much each criterion counts, and on whose word."""

from typing import final

import attrs

from ..caveats import Caveat
from ..results import COUNTED, ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats

__all__ = ["CriterionWeights", "PairwiseWeights"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class CriterionWeights(RowResult):
    """How much each criterion counts: one row a criterion, in the order given.

    It goes into ``rank(table, weights=...)`` as it is.

    Attributes
    ----------
    criteria : tuple of str
        Their ids.
    weights : array of float, shape (n_criteria,)
        From 0; they add to 1.
    groups : tuple of tuple of str
        For each criterion the groups that it stands in, the outermost first; empty without a
        hierarchy.
    method : str
        How they were found.
    n : int
        How many voices they stand on: 1 for one person or one group that spoke as one, 0 where
        nobody was asked; in a `hierarchy` the fewest that any level stands on.
    caveats : tuple of Caveat
        What they leave open.
    """

    criteria: tuple[str, ...] = attrs.field(metadata=ROW)
    weights: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    groups: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    method: str
    n: int
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class PairwiseWeights(RowResult):
    """Weights from judgments in pairs, and how well the judgments fit together.

    It goes into ``rank(table, weights=...)`` as it is, unless its weights are not estimable.

    Attributes
    ----------
    criteria : tuple of str
        Their ids.
    weights : array of float, shape (n_criteria,)
        Above 0; they add to 1. nan where judgments do not connect all criteria.
    consistency_ratio : float, optional
        The consistency index beside that of judgments at random: 0 is perfect, up to 0.1 is
        usually accepted.
    consistency_index : float, optional
        ``(principal_eigenvalue - n_criteria) / (n_criteria - 1)``.
    principal_eigenvalue : float, optional
        The largest eigenvalue of the (completed) matrix; the number of criteria at least.
    revisit : tuple of str
        The two criteria whose judgment fits the others least; empty where all fit.
    revisit_given, revisit_consistent : float, optional
        What was said of this pair, and what all other judgments say of it.
    completed : tuple of (str, str, float)
        Pairs that nobody compared, each with the value that fits the others best.
    judges : tuple of str or int
        Who judged, in the order given. Displays only say how many, here and below.
    judges_consistency_ratio : tuple of float, optional
        The consistency ratio of each judge alone, in the same order.
    method : str
        How the weights follow from the judgments.
    aggregation : str, optional
        How several judges were brought together; None with one.
    random_index : str
        The table of judgments at random that the ratio uses.
    n : int
        How many judges.
    caveats : tuple of Caveat
        What is not known, and where judgments contradict one another.
    """

    criteria: tuple[str, ...] = attrs.field(metadata=ROW)
    weights: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    consistency_ratio: float | None
    consistency_index: float | None
    principal_eigenvalue: float | None
    revisit: tuple[str, ...]
    revisit_given: float | None
    revisit_consistent: float | None
    completed: tuple[tuple[str, str, float], ...]
    judges: tuple[str | int, ...] = attrs.field(metadata=COUNTED)
    judges_consistency_ratio: tuple[float | None, ...] = attrs.field(metadata=COUNTED)
    method: str
    aggregation: str | None
    random_index: str
    n: int
    caveats: tuple[Caveat, ...] = ()
