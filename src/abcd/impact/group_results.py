"""What `compare_groups` and `gain_scores` answer."""

from typing import final

import attrs

from ..caveats import Caveat
from ..results import Result

__all__ = ["GroupComparison"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class GroupComparison(Result):
    """What `compare_groups` and `gain_scores` answer; a difference is that of `a` minus `b`.

    In `gain_scores` the values are changes, `a` the treated group and `b` the control group.

    Attributes
    ----------
    difference, interval_low, interval_high, confidence : float
        Difference of means in points, with Welch's interval at the level `confidence`.
    welch_t, welch_degrees_of_freedom, welch_p, welch_error : float
        The test that lets spreads differ, two-sided, with its standard error.
    student_t, student_degrees_of_freedom, student_p, student_low, student_high : float
        The test that takes both spreads to be equal.
    cohen_d, d_error, hedges_g, g_error, hedges_g_approximate : float
        The difference over the pooled SD, with standard errors; g with the exact J, and with the
        formula that stands for it in many programs.
    glass_delta, size : float, str
        The difference over the SD of `b`; how Cohen would call d.
    superiority : float
        The chance that somebody of `a` has more than somebody of `b`, a tie counting half.
    mean_a, mean_b, sd_a, sd_b, pooled_sd, n_a, n_b
        The two groups.
    values, assignment : str
        ``"values"`` or ``"changes"``; how people came into their groups, where that was said.
    omitted_a, omitted_b, unmatched_a, unmatched_b : tuple of str or int
        Ids, or row numbers from 0, of those with a missing value; of those with one wave only.
    caveats : tuple of Caveat
        What these data can not show.
    """

    difference: float | None
    interval_low: float | None
    interval_high: float | None
    confidence: float
    welch_t: float | None
    welch_degrees_of_freedom: float | None
    welch_p: float | None
    welch_error: float | None
    student_t: float | None
    student_degrees_of_freedom: float | None
    student_p: float | None
    student_low: float | None
    student_high: float | None
    cohen_d: float | None
    d_error: float | None
    hedges_g: float | None
    g_error: float | None
    hedges_g_approximate: float | None
    glass_delta: float | None
    size: str | None
    superiority: float | None
    mean_a: float | None
    mean_b: float | None
    sd_a: float | None
    sd_b: float | None
    pooled_sd: float | None
    n_a: int
    n_b: int
    values: str = "values"
    assignment: str | None = None
    omitted_a: tuple[str | int, ...] = ()
    omitted_b: tuple[str | int, ...] = ()
    unmatched_a: tuple[str | int, ...] = ()
    unmatched_b: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()
