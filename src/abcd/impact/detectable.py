"""Detectable effect: how large a change must be so that so many people would show it."""

import math
from collections.abc import Iterator
from typing import Literal, final

import attrs

from .._arguments import number
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..fields import one_of
from ..results import Result
from ._caveats import of_population
from ._designs import (
    TAILS,
    Comparison,
    Inference,
    Plan,
    of_plan,
    read_levels,
    read_plan,
    untested,
)
from ._power import approximate_shift, normal_shift, shift_with_power

__all__ = ["DetectableEffect", "detectable_effect"]

# Cohen (1988, p. 26): from here an effect is called large.
_LARGE = 0.8


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class DetectableEffect(Result):
    """What `detectable_effect` answers, in SDs of the differences and, if asked, of the scores.

    Attributes
    ----------
    d_z, in_sds_of_scores : float
        The smallest change with the power that was asked for, in two units; the second is None
        where no correlation was given, both are where two groups are compared.
    d : float
        The smallest difference of two groups, in SDs of the scores within a group; None for pairs.
    approximation_t, approximation_normal : float
        The same by two formulas that are in use, to compare with.
    alpha, power, alternative, correlation, method, n, population
        What was asked, and how it was computed.
    design, n_control, cluster_size, icc, design_effect, clusters, inference
        The plan: pairs or groups, people in the second group, people in a cluster and their
        correlation, by how much that multiplies the variance, clusters in all, and about whom
        something is to be said.
    caveats : tuple of Caveat
        What such a number can not say.
    """

    d_z: float | None
    in_sds_of_scores: float | None
    d: float | None = None
    approximation_t: float | None
    approximation_normal: float | None
    alpha: float
    power: float
    alternative: str
    correlation: float | None
    method: str
    n: int
    population: int | None
    design: str = "paired"
    n_control: int | None = None
    cluster_size: int = 1
    icc: float | None = None
    design_effect: float = 1.0
    clusters: int | None = None
    inference: str = "process"
    caveats: tuple[Caveat, ...] = ()


def detectable_effect(
    n: int,
    *,
    alpha: float = 0.05,
    power: float = 0.80,
    alternative: Literal["two-sided", "one-sided"] = "two-sided",
    correlation: float | None = None,
    population: int | None = None,
    design: Comparison = "paired",
    control: int | None = None,
    cluster_size: int = 1,
    icc: float | None = None,
    inference: Inference = "process",
) -> DetectableEffect:
    """Tell how large a change must be, so that a test of n people before and after finds it.

    Ask before collecting data: ten people can only show a very large change, and a change that was
    not found with ten people may well be there. Asked afterwards with the change that was
    observed, it only repeats the p value. The same for two groups, and where people come in
    clusters (hamlets, classes) whose members are alike.

    Parameters
    ----------
    n : int
        Number of people measured both before and after, from 0; or in the first of two groups.
    alpha : float
        The p value below which a change will be called found, above 0 and below 0.5.
    power : float
        The chance with which it is to be found, above `alpha` and below 1.
    alternative : {"two-sided", "one-sided"}
        Whether a change in either direction will count, or in one named beforehand only.
    correlation : float, optional
        Expected correlation between the scores before and after, from -1 and below 1. With it
        the answer for pairs is also given in SDs of the scores.
    population : int, optional
        How many people there are to be measured, at least as many as are.
    design : {"paired", "groups"}
        The same people before and after, or two groups of different people.
    control : int, optional
        Number of people in the second group; as many as in the first if not given.
    cluster_size : int
        How many people of each hamlet or class are measured; whole clusters belong to one group,
        and n and control are multiples of it.
    icc : float, optional
        How alike two people of one cluster are: the intraclass correlation, of the differences or
        of the scores, from 0 to 1. Needed with clusters.
    inference : {"process", "population"}
        Whether something is to be said about a process that could have given other people, or
        about these `population` people only, of whom n are drawn (pairs without clusters).

    Returns
    -------
    DetectableEffect
        One row. `d_z` is in SDs *of the differences*, `d` in SDs of the scores within a group.
        `in_sds_of_scores` is None without a correlation. The approximations stand beside to
        compare with published ones.

    Raises
    ------
    InvalidValueError
        If an argument is no number in its range, or does not fit the others.

    See Also
    --------
    power : the chance to find a given effect.
    sample_size : the number of people for both.
    reach : what so many people can show at all.
    paired_change : the change itself; its `d_z` has the same unit.

    Notes
    -----
    `d_z` solves power = P(T > c) + P(T < -c) (one-sided: the first term), where T has the
    noncentral t distribution with n - 1 degrees of freedom and noncentrality d_z * sqrt(n), and c
    is the critical value of Student's t. `approximation_t` is (t(1 - alpha/2) + t(power)) /
    sqrt(n), `approximation_normal` the same with normal quantiles: too small for few people.
    In SDs of the scores: d_z * sqrt(2 (1 - correlation)), with equal SDs before and after.

    Two groups: n + control - 2 degrees of freedom, and n control / (n + control) in the place of
    n. Clusters of m people: the means of clusters are tested, which have the design effect
    1 + (m - 1) icc; n is divided by it, and the degrees of freedom count clusters, not people.
    A finite population of N: n is divided by 1 - n / N.

    The Wilcoxon test needs a little more (about 2 % more at n = 10). Fewer than two pairs (or two
    clusters, or three people in two groups) have no spread: not estimable. Sampling theory is about
    a process that could have given other people; where all n = `population` people are measured, a
    caveat says so, and with ``inference="population"`` there is nothing to infer.

    References
    ----------
    Bloom, H. S. (1995). Minimum detectable effects. Evaluation Review 19, 547-556.

    Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd ed., p. 26, 48.

    Donner, A. and Klar, N. (2000). Design and Analysis of Cluster Randomization Trials, chapter 5.

    Examples
    --------
    Ten members of an (invented) creators' group will be tested before and after a training:

    >>> effect = detectable_effect(10, correlation=0.9)
    >>> round(effect.d_z, 3), round(effect.in_sds_of_scores, 3)
    (0.996, 0.445)

    So they can show a change of one SD of the differences with a chance of 80 %, no less. Where
    three of six hamlets get a program, and ten people of each are asked who are a little alike,
    sixty people show less than sixty who have nothing in common:

    >>> hamlets = detectable_effect(30, design="groups", cluster_size=10, icc=0.1)
    >>> round(hamlets.d, 2), round(detectable_effect(30, design="groups").d, 2)
    (1.34, 0.74)

    One person can show nothing:

    >>> alone = detectable_effect(1)
    >>> print(alone.d_z, "-", alone.caveats[0])
    None - Fewer than two pairs have no spread: no change can be detected.
    """
    plan = read_plan(
        design=design,
        n=n,
        control=control,
        cluster_size=cluster_size,
        icc=icc,
        population=population,
        inference=inference,
    )
    alpha, power = read_levels(alpha, power)
    one_of("alternative", alternative, TAILS)
    r = None if correlation is None else _correlation(correlation, plan)
    effect = DetectableEffect(
        d_z=None,
        in_sds_of_scores=None,
        approximation_t=None,
        approximation_normal=None,
        alpha=alpha,
        power=power,
        alternative=alternative,
        correlation=r,
        method=plan.method,
        n=plan.n,
        population=plan.population,
        design=plan.design,
        n_control=plan.n_control,
        cluster_size=plan.cluster_size,
        icc=plan.icc,
        design_effect=plan.design_effect,
        clusters=plan.clusters if plan.cluster_size > 1 else None,
        inference=plan.inference,
    )
    if plan.testable and not plan.census:
        effect = _estimated(effect, plan)
    return attrs.evolve(effect, caveats=tuple(_caveats(effect, plan)))


def _estimated(effect: DetectableEffect, plan: Plan) -> DetectableEffect:
    df, scale, tails = plan.degrees_of_freedom, plan.scale, TAILS[effect.alternative]
    alpha, power = effect.alpha, effect.power
    size = shift_with_power(df, alpha=alpha, power=power, tails=tails) / scale
    r, paired = effect.correlation, plan.design == "paired"
    return attrs.evolve(
        effect,
        d_z=size if paired else None,
        d=None if paired else size,
        in_sds_of_scores=None if r is None else size * math.sqrt(2 * (1 - r)),
        approximation_t=approximate_shift(df, alpha=alpha, power=power, tails=tails) / scale,
        approximation_normal=normal_shift(alpha=alpha, power=power, tails=tails) / scale,
    )


def _correlation(correlation: object, plan: Plan) -> float:
    r = number("correlation", correlation)
    if plan.design != "paired":
        accepted = "None: where groups are compared the effect is in SDs of what is compared"
        raise InvalidValueError(Fault("correlation", shown(r), accepted, "value"))
    # At 1 all change by the same amount: there is no spread to measure a change in.
    if not -1 <= r < 1:
        accepted = "a number from -1 and below 1"
        raise InvalidValueError(Fault("correlation", shown(r), accepted, "value"))
    return r


def _caveats(effect: DetectableEffect, plan: Plan) -> Iterator[Caveat]:
    fields = ["approximation_t", "approximation_normal"]
    fields.insert(0, "d_z" if plan.design == "paired" else "d")
    if effect.correlation is not None:
        fields.append("in_sds_of_scores")
    yield from untested(effect, plan, *fields)
    yield from of_plan(plan)
    if effect.d_z is not None and effect.d_z > _LARGE:
        yield Caveat("effect-only-large", {"n": effect.n, "d_z": effect.d_z})
    yield from of_population(effect.n + (effect.n_control or 0), effect.population)
