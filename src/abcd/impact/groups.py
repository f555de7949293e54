"""Two groups: how far apart they are, in values or in changes, and how sure that is."""

from collections.abc import Iterator
from typing import Literal

import attrs
import numpy as np

from .._arguments import proportion
from ..caveats import Caveat
from ..results.arrays import FloatArray
from ._caveats import not_estimable
from ._columns import Rows, apart, known_of, mean_of, missing_of, read_values, together
from ._group_caveats import check_assignment, of_assignment, of_sizes
from ._kernels import spread
from ._resolution import measured
from ._two_groups import cohen_band, standardized, student, superiority, welch
from ._two_groups import pooled as pooled_spread
from .group_results import GroupComparison
from .pairs import Pairs, Scores, Wave
from .permutation import Assignment

__all__ = ["changes_of", "compare_groups", "gain_scores", "two_panels"]


def compare_groups(
    a: Scores,
    b: Scores,
    *,
    confidence: float = 0.95,
    assignment: Assignment | None = None,
    missing: Literal["raise", "omit"] = "raise",
) -> GroupComparison:
    """Tell how far apart the means of two different groups are, and how sure that is.

    For one value of each person: a score after a program and in a village that had none. Where
    there are scores before too, `gain_scores` and `ancova` make better use of them.

    Parameters
    ----------
    a, b : sequence of number, mapping of id to number, or sequence of (id, number)
        Values of two groups. With ids, nobody stands in both.
    confidence : float
        Level of the intervals, between 0 and 1.
    assignment : {"random", "chosen"}, optional
        Whether people were drawn into their groups by lot, or chose or were chosen.
    missing : {"raise", "omit"}
        Refuse missing values (None, nan), or leave them out and list them.

    Returns
    -------
    GroupComparison
        One row; differences are `a` minus `b`, in the unit of the values. p values are two-sided.

    Raises
    ------
    InvalidValueError
        If values can not be read, somebody stands in both groups, or an argument is out of its
        range.

    See Also
    --------
    permutation_test : the same question without a normal distribution, also by cluster.
    baseline_balance : whether the groups were alike before.

    Notes
    -----
    Welch: error sqrt(s1²/n1 + s2²/n2), degrees of freedom of Satterthwaite. Student: pooled SD s_p,
    n1 + n2 - 2. d = difference / s_p, with variance (n1 + n2) / (n1 n2) + d² / (2 (n1 + n2));
    g = J d with the exact J = gamma(f/2) / (sqrt(f/2) gamma((f-1)/2)), f = n1 + n2 - 2, and beside
    it with J = 1 - 3 / (4 f - 1), which What Works Clearinghouse writes 1 - 3 / (4 N - 9). `size`
    by Cohen: from .2 small, from .5 medium, from .8 large; an edge belongs to the band above it.
    superiority = P(a > b) + P(a = b) / 2 over all pairs, the common-language effect size.

    Edge cases. An empty group: no difference. One person in a group: no Welch; Student holds where
    the other group has two. No spread in both: no test and no d. One degree of freedom: no g.

    References
    ----------
    Welch, B. L. (1947). The generalization of Student's problem when several different population
    variances are involved. Biometrika 34, 28-35.

    Borenstein, M. and others (2009). Introduction to Meta-Analysis, chapter 4, equations 4.18 to
    4.24.

    Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd ed., p. 24 to 27.

    Examples
    --------
    Six invented mothers of a village with a health post and five of one without answered ten
    questions:

    >>> pair = compare_groups([7, 8, 6, 9, 7, 8], [5, 6, 7, 5, 6], assignment="chosen")
    >>> round(pair.difference, 2), round(pair.interval_low, 2), round(pair.interval_high, 2)
    (1.7, 0.41, 2.99)
    >>> round(pair.hedges_g, 2), pair.size
    (1.62, 'large')

    They know 1.7 answers more; whether through the post, a comparison of chosen villages can not
    say. One person has no spread:

    >>> thin = compare_groups([7], [5])
    >>> print(thin.difference, thin.welch_p, thin.cohen_d)
    2.0 None None
    """
    level = proportion("confidence", confidence)
    check_assignment(assignment)
    waves = {"a": read_values("a", a, missing), "b": read_values("b", b, missing)}
    apart(waves)
    first, second = (known_of(wave) for wave in waves.values())
    pair = attrs.evolve(
        _compared(first, second, level),
        assignment=assignment,
        omitted_a=missing_of(waves["a"]),
        omitted_b=missing_of(waves["b"]),
    )
    return attrs.evolve(pair, caveats=tuple(_caveats(pair)))


def gain_scores(
    *,
    treated_before: Scores,
    treated_after: Scores,
    control_before: Scores,
    control_after: Scores,
    confidence: float = 0.95,
    assignment: Assignment | None = None,
    missing: Literal["raise", "omit"] = "raise",
) -> GroupComparison:
    """Tell how much more one group changed than the other, person by person.

    The difference is that of `difference_in_differences` for the same people; here with Welch's and
    Student's tests and effect sizes in SDs *of the changes*, which are smaller than those of the
    scores. It asks whether the groups changed differently; `ancova` asks whether people who started
    alike ended differently. Where people were not drawn by lot the two can disagree.

    Parameters
    ----------
    treated_before, treated_after, control_before, control_after : sequence, mapping or rows
        Scores of the same people, both waves of a group in one form, as in `paired_change`.
    confidence : float
        Level of the intervals, between 0 and 1.
    assignment : {"random", "chosen"}, optional
        Whether people were drawn into their groups by lot, or chose or were chosen.
    missing : {"raise", "omit"}
        Refuse missing values (None, nan), or leave such people out and list them.

    Returns
    -------
    GroupComparison
        One row; `a` is the treated group, `b` the control group, and values are changes.

    Raises
    ------
    InvalidValueError
        As in `compare_groups`, and if the two waves of a group do not fit together.

    See Also
    --------
    difference_in_differences : with robust and clustered errors, and for different people.
    ancova : people who started alike.

    Notes
    -----
    The formulas are those of `compare_groups`, over changes. Differences are taken in whole steps
    of the last decimal that any score carries, so that equal changes are equal.

    References
    ----------
    Lord, F. M. (1967). A paradox in the interpretation of group comparisons. Psychological Bulletin
    68, 304-305.

    Examples
    --------
    Invented scores of a hamlet with a course and one without:

    >>> gains = gain_scores(
    ...     treated_before=[4, 5, 6, 3], treated_after=[7, 7, 9, 7],
    ...     control_before=[5, 4, 6, 5], control_after=[6, 4, 7, 5], assignment="random",
    ... )
    >>> gains.mean_a, gains.mean_b, gains.difference
    (3.0, 0.5, 2.5)
    >>> round(gains.welch_p, 3), round(gains.hedges_g, 2)
    (0.003, 3.07)

    Where everybody changed alike there is a difference, and no spread to compare it with:

    >>> alike = gain_scores(
    ...     treated_before=[4, 5], treated_after=[6, 7], control_before=[4, 5], control_after=[4, 5]
    ... )
    >>> print(alike.difference, alike.welch_p)
    2.0 None
    """
    level = proportion("confidence", confidence)
    check_assignment(assignment)
    treated, control = two_panels(
        {"treated_before": treated_before, "treated_after": treated_after},
        {"control_before": control_before, "control_after": control_after},
        missing=missing,
    )
    first, second = changes_of(treated, control)
    pair = attrs.evolve(
        _compared(first, second, level),
        values="changes",
        assignment=assignment,
        omitted_a=treated.omitted,
        omitted_b=control.omitted,
        unmatched_a=treated.unmatched,
        unmatched_b=control.unmatched,
    )
    return attrs.evolve(pair, caveats=(*_caveats(pair), Caveat("gains-not-ancova")))


def two_panels(
    treated: dict[str, object], control: dict[str, object], *, missing: str
) -> tuple[Rows, Rows]:
    """Read both waves of two groups of people, who are not the same in both groups.

    Raises
    ------
    InvalidValueError
        If waves can not be read or do not fit together, or somebody stands in both groups.
    """
    first, second = (together(group, {}, missing=missing) for group in (treated, control))
    parts = {next(iter(treated)): first, next(iter(control)): second}
    apart({name: Wave(rows.form, dict.fromkeys(rows.keys, 0.0)) for name, rows in parts.items()})
    return first, second


def changes_of(treated: Rows, control: Rows) -> tuple[FloatArray, FloatArray]:
    """Return the changes of both groups, exact in the decimals of the scores."""
    before, after = (
        (*first.tolist(), *second.tolist())
        for first, second in zip(treated.numbers.values(), control.numbers.values(), strict=True)
    )
    keys = tuple(range(len(before)))
    steps = measured(Pairs(keys, before, after), None)
    unit = steps.resolution
    changes = steps.differences.astype(np.float64) * unit.numerator / unit.denominator
    return changes[: treated.n], changes[treated.n :]


def _compared(first: FloatArray, second: FloatArray, confidence: float) -> GroupComparison:
    mean_a, mean_b = mean_of(first), mean_of(second)
    difference = None if mean_a is None or mean_b is None else mean_a - mean_b
    sd = pooled_spread(first, second)
    one, two = welch(first, second, confidence), student(first, second, confidence)
    effect = standardized(difference or 0.0, sd, len(first), len(second))
    sd_b = spread(second)
    return GroupComparison(
        difference=difference,
        interval_low=one.low,
        interval_high=one.high,
        confidence=confidence,
        welch_t=one.t,
        welch_degrees_of_freedom=one.freedom,
        welch_p=one.p,
        welch_error=one.error,
        student_t=two.t,
        student_degrees_of_freedom=two.freedom,
        student_p=two.p,
        student_low=two.low,
        student_high=two.high,
        cohen_d=effect.d,
        d_error=effect.d_error,
        hedges_g=effect.g,
        g_error=effect.g_error,
        hedges_g_approximate=effect.g_approximate,
        glass_delta=difference / sd_b if difference is not None and sd_b else None,
        size=cohen_band(effect.d),
        superiority=superiority(first, second),
        mean_a=mean_a,
        mean_b=mean_b,
        sd_a=spread(first),
        sd_b=sd_b,
        pooled_sd=sd,
        n_a=len(first),
        n_b=len(second),
    )


# --- caveats -------------------------------------------------------------------------------------

_OF_WELCH = (
    "interval_low",
    "interval_high",
    "welch_t",
    "welch_degrees_of_freedom",
    "welch_p",
    "welch_error",
)
_OF_POOLED = (
    "student_t",
    "student_degrees_of_freedom",
    "student_p",
    "student_low",
    "student_high",
    "cohen_d",
    "d_error",
    "hedges_g",
    "g_error",
    "hedges_g_approximate",
    "size",
    "pooled_sd",
)
_OF_ANY = (*_OF_WELCH, *_OF_POOLED, "glass_delta", "sd_a", "sd_b")


def _caveats(pair: GroupComparison) -> Iterator[Caveat]:
    yield from of_assignment(pair.assignment)
    yield from of_sizes(
        pair.n_a,
        pair.n_b,
        unmatched=len(pair.unmatched_a) + len(pair.unmatched_b),
        omitted=len(pair.omitted_a) + len(pair.omitted_b),
    )
    if pair.difference is None:
        fields = ("difference", "superiority", "mean_a", "mean_b", *_OF_ANY)
        yield from not_estimable("group-empty", pair, *fields)
    elif min(pair.n_a, pair.n_b) == 1:
        yield from not_estimable("group-of-one", pair, *_OF_ANY)
    if pair.difference is not None and pair.sd_a in (0, None) and pair.sd_b in (0, None):
        yield from not_estimable("groups-no-spread", pair, *_OF_WELCH, *_OF_POOLED)
    if pair.sd_b == 0:
        yield from not_estimable("control-no-spread", pair, "glass_delta")
    if pair.cohen_d is not None:
        yield from not_estimable("groups-small-sample-factor", pair, *_OF_POOLED)
