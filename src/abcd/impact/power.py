"""Power: the chance that a study finds an effect of a given size."""

from collections.abc import Iterator
from typing import Literal, final

import attrs

from .._arguments import number
from ..caveats import Caveat
from ..fields import one_of
from ..results import Result
from ._caveats import of_population
from ._designs import (
    TAILS,
    Comparison,
    Inference,
    of_plan,
    read_alpha,
    read_plan,
    untested,
)
from ._power import t_power

__all__ = ["Power", "power"]

# Cohen (1988, p. 56): the power that is asked for where nothing else is said.
_USUAL = 0.8


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Power(Result):
    """What `power` answers.

    Attributes
    ----------
    power : float
        The chance of a p below `alpha` if the effect is as assumed.
    effect : float
        What was assumed, in SDs of the differences (pairs) or of the scores within a group.
    degrees_of_freedom, noncentrality : int, float
        Of the t test that is planned for.
    alpha, alternative, method, design
        The test.
    n, n_control, cluster_size, icc, design_effect, clusters, population, inference
        The plan, as in `DetectableEffect`.
    caveats : tuple of Caveat
        What such a number can not say.
    """

    power: float | None
    effect: float
    degrees_of_freedom: int | None
    noncentrality: float | None
    alpha: float
    alternative: str
    method: str
    design: str
    n: int
    n_control: int | None
    cluster_size: int
    icc: float | None
    design_effect: float
    clusters: int | None
    population: int | None
    inference: str
    caveats: tuple[Caveat, ...] = ()


def power(
    effect: float,
    n: int,
    *,
    alpha: float = 0.05,
    alternative: Literal["two-sided", "one-sided"] = "two-sided",
    design: Comparison = "paired",
    control: int | None = None,
    cluster_size: int = 1,
    icc: float | None = None,
    population: int | None = None,
    inference: Inference = "process",
) -> Power:
    """Tell with what chance a study of so many people finds an effect of a given size.

    Ask before collecting data, with the smallest effect that would matter. Afterwards, with the
    effect that was observed, it only repeats the p value.

    Parameters
    ----------
    effect : float
        The assumed effect, in SDs of the differences (pairs) or of the scores within a group.
    n, alpha, alternative, design, control, cluster_size, icc, population, inference
        The test and the plan, as in `detectable_effect`.

    Returns
    -------
    Power
        One row. With two sides, a significant effect in the wrong direction counts too.

    Raises
    ------
    InvalidValueError
        If an argument is no number in its range, or does not fit the others.

    See Also
    --------
    detectable_effect : the effect for a power.
    sample_size : the number of people for both.

    Notes
    -----
    power = P(T > c) + P(T < -c) (one-sided: the first term), T noncentral t; degrees of freedom and
    noncentrality are in the Notes of `detectable_effect`. An effect of 0 has the power alpha. Plans
    without a spread have none.

    References
    ----------
    Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd ed.

    Faul, F. and others (2007). G*Power 3. Behavior Research Methods 39, 175-191.

    Examples
    --------
    A change of half an SD of the differences, tested with ten and with 34 invented people:

    >>> round(power(0.5, 10).power, 2), round(power(0.5, 34).power, 2)
    (0.29, 0.81)

    Ten people would miss it seven times in ten. One person has no spread:

    >>> print(power(0.5, 1).power)
    None
    """
    size = number("effect", effect)
    plan = read_plan(
        design=design,
        n=n,
        control=control,
        cluster_size=cluster_size,
        icc=icc,
        population=population,
        inference=inference,
    )
    level = read_alpha(alpha)
    one_of("alternative", alternative, TAILS)
    usable = plan.testable and not plan.census
    df = plan.degrees_of_freedom if usable else None
    shift = size * plan.scale if usable else None
    chance = None
    if df is not None and shift is not None:
        # Sums of integrals may pass 1 by their rounding.
        chance = min(1.0, t_power(shift, df, alpha=level, tails=TAILS[alternative]))
    result = Power(
        power=chance,
        effect=size,
        degrees_of_freedom=df,
        noncentrality=shift,
        alpha=level,
        alternative=alternative,
        method=plan.method,
        design=plan.design,
        n=plan.n,
        n_control=plan.n_control,
        cluster_size=plan.cluster_size,
        icc=plan.icc,
        design_effect=plan.design_effect,
        clusters=plan.clusters if plan.cluster_size > 1 else None,
        population=plan.population,
        inference=plan.inference,
    )
    caveats = (
        *untested(result, plan, "power", "degrees_of_freedom", "noncentrality"),
        *of_plan(plan),
        *_of_chance(result),
        *of_population(plan.n + (plan.n_control or 0), plan.population),
    )
    return attrs.evolve(result, caveats=caveats)


def _of_chance(result: Power) -> Iterator[Caveat]:
    if result.power is not None and result.power < _USUAL:
        yield Caveat("power-low", {"percent": 100 * (1 - result.power)})
