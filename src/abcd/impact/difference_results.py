"""What `difference_in_differences` answers."""

from typing import final

import attrs

from ..caveats import Caveat
from ..results import Result

__all__ = ["DifferenceInDifferences"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class DifferenceInDifferences(Result):
    """What `difference_in_differences` answers.

    Attributes
    ----------
    difference, interval_low, interval_high, confidence : float
        The change of the treated minus that of the control group, with its t interval.
    standard_error, degrees_of_freedom, t, p, errors : float, float, float, float, str
        The test of it, two-sided, and by which formula its standard error was got.
    permutation_p, smallest_p, permutation_method, permuted : float, float, str, str
        The share of arrangements that differ at least as much, the smallest there can be,
        ``"exact"`` or ``"monte-carlo"``, and whether ``"people"`` or ``"clusters"`` change places.
    change_treated, change_control : float
        The change of each group.
    mean_treated_before, mean_treated_after, mean_control_before, mean_control_after : float
        The four means.
    n_treated_before, n_treated_after, n_control_before, n_control_after : int
        Numbers of people behind them; None for four means.
    clusters_treated, clusters_control : int
        Numbers of clusters, where clusters were given.
    design, assumption, assignment : str
        ``"means"``, ``"panel"`` or ``"cross-section"``; what the answer rests on; how people came
        into their groups, where that was said.
    samples, seed : int
        What was asked; the seed repeats a Monte Carlo p.
    unmatched, omitted : tuple of str or int
        Ids with one wave only; ids, or row numbers from 0, with a missing value.
    caveats : tuple of Caveat
        What these data can not show.
    """

    difference: float | None
    interval_low: float | None = None
    interval_high: float | None = None
    confidence: float
    standard_error: float | None = None
    degrees_of_freedom: float | None = None
    t: float | None = None
    p: float | None = None
    errors: str
    permutation_p: float | None = None
    smallest_p: float | None = None
    permutation_method: str | None = None
    permuted: str | None = None
    change_treated: float | None
    change_control: float | None
    mean_treated_before: float | None
    mean_treated_after: float | None
    mean_control_before: float | None
    mean_control_after: float | None
    n_treated_before: int | None = None
    n_treated_after: int | None = None
    n_control_before: int | None = None
    n_control_after: int | None = None
    clusters_treated: int | None = None
    clusters_control: int | None = None
    design: str
    assumption: str = "parallel trends"
    assignment: str | None = None
    samples: int
    seed: int | None = None
    unmatched: tuple[str | int, ...] = ()
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()
