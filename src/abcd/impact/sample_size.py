"""Sample size: how many people a study needs to find an effect."""

from typing import Literal, final

import attrs

from .._arguments import number
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..fields import one_of
from ..results import Result
from ._designs import TAILS, Comparison, Inference, Plan, of_plan, read_levels, read_plan
from ._power import normal_shift, t_power

__all__ = ["SampleSize", "sample_size"]

# Whole numbers above are no numbers of people.
_MOST = 10**12


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class SampleSize(Result):
    """What `sample_size` answers.

    Attributes
    ----------
    n, n_total : int
        People to be measured both times, or in each of two groups; and all together.
    clusters : int
        Clusters in all; None without clusters.
    power_reached : float
        The power with so many: at least `power`.
    approximation_normal : float
        The formula with normal quantiles, not rounded: too small for few people.
    effect, power, alpha, alternative, method, design
        What is to be found, how surely, and by which test.
    cluster_size, icc, design_effect, population, inference
        The plan, as in `DetectableEffect`.
    caveats : tuple of Caveat
        What such a number can not say.
    """

    n: int | None
    n_total: int | None
    clusters: int | None
    power_reached: float | None
    approximation_normal: float
    effect: float
    power: float
    alpha: float
    alternative: str
    method: str
    design: str
    cluster_size: int
    icc: float | None
    design_effect: float
    population: int | None
    inference: str
    caveats: tuple[Caveat, ...] = ()


def sample_size(
    effect: float,
    *,
    power: float = 0.80,
    alpha: float = 0.05,
    alternative: Literal["two-sided", "one-sided"] = "two-sided",
    design: Comparison = "paired",
    cluster_size: int = 1,
    icc: float | None = None,
    population: int | None = None,
    inference: Inference = "process",
) -> SampleSize:
    """Tell how many people must be measured, so that an effect is found with a given chance.

    Parameters
    ----------
    effect : float
        The smallest effect that would matter, above 0, in SDs of the differences (pairs) or of the
        scores within a group.
    power, alpha, alternative, design, cluster_size, icc, inference
        The test and the plan, as in `detectable_effect`; two groups are equally large.
    population : int, optional
        How many people there are. With ``inference="population"`` fewer of them are needed, because
        those who are not drawn are not many.

    Returns
    -------
    SampleSize
        One row; the smallest number with at least this power.

    Raises
    ------
    InvalidValueError
        If an argument is no number in its range, or does not fit the others.

    See Also
    --------
    detectable_effect : the effect for a number of people.
    power : the chance for both.

    Notes
    -----
    The smallest n (with clusters: the smallest number of clusters) for which the exact power of
    `power` is not below what is asked. The formula with normal quantiles,
    (z(1 - alpha/2) + z(power))² / effect², twice that in each of two groups, stands beside it.

    Edge cases. More than a million million people: None. A finite population of which no part is
    enough: everybody, and then there is nothing to test, so `power_reached` is None.

    References
    ----------
    Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd ed.

    Donner, A. and Klar, N. (2000). Design and Analysis of Cluster Randomization Trials, chapter 5.

    Examples
    --------
    How many (invented) members must be tested before and after, so that a change of half an SD of
    the differences is found with a chance of 80 %?

    >>> sample_size(0.5).n
    34

    In two groups of hamlets with ten people each, who are a little alike:

    >>> hamlets = sample_size(0.5, design="groups", cluster_size=10, icc=0.05)
    >>> hamlets.n, hamlets.clusters, round(hamlets.design_effect, 2)
    (110, 22, 1.45)

    A very small change is out of reach:

    >>> print(sample_size(1e-7).n)
    None
    """
    size = number("effect", effect)
    if size <= 0:
        raise InvalidValueError(Fault("effect", shown(size), "a number above 0", "value"))
    level, chance = read_levels(alpha, power)
    one_of("alternative", alternative, TAILS)
    plan = read_plan(
        design=design,
        n=0,
        control=None,
        cluster_size=cluster_size,
        icc=icc,
        population=population,
        inference=inference,
    )
    tails = TAILS[alternative]
    found = _smallest(plan, size, alpha=level, power=chance, tails=tails)
    shift = normal_shift(alpha=level, power=chance, tails=tails)
    result = SampleSize(
        n=None,
        n_total=None,
        clusters=None,
        power_reached=None,
        approximation_normal=_approximate(plan, shift / size),
        effect=size,
        power=chance,
        alpha=level,
        alternative=alternative,
        method=plan.method,
        design=plan.design,
        cluster_size=plan.cluster_size,
        icc=plan.icc,
        design_effect=plan.design_effect,
        population=plan.population,
        inference=plan.inference,
    )
    if found is None:
        return _too_many(result, plan)
    reached = None if found.census else _power_of(found, size, alpha=level, tails=tails)
    result = attrs.evolve(
        result,
        n=found.n,
        n_total=found.n + (found.n_control or 0),
        clusters=found.clusters if found.cluster_size > 1 else None,
        power_reached=reached,
    )
    return attrs.evolve(result, caveats=tuple(_caveats(found)))


def _approximate(plan: Plan, ratio: float) -> float:
    n = ratio**2 * plan.design_effect * (1 if plan.design == "paired" else 2)
    if plan.inference == "population" and plan.population:
        # Cochran (1977, Sampling Techniques, equation 4.4), for a mean.
        n /= 1 + n / plan.population
    return n


def _with_people(plan: Plan, clusters: int) -> Plan:
    """Return the plan with so many clusters in each group."""
    n = clusters * plan.cluster_size
    return attrs.evolve(plan, n=n, n_control=None if plan.design == "paired" else n)


def _power_of(plan: Plan, effect: float, *, alpha: float, tails: int) -> float:
    return min(1.0, t_power(effect * plan.scale, plan.degrees_of_freedom, alpha=alpha, tails=tails))


def _smallest(plan: Plan, effect: float, *, alpha: float, power: float, tails: int) -> Plan | None:
    """Return the plan with the fewest clusters that reaches the power; None beyond the limit."""
    most = _MOST // plan.cluster_size
    if plan.population is not None:
        both = 1 if plan.design == "paired" else 2
        most = min(most, plan.population // (plan.cluster_size * both))

    def enough(clusters: int) -> bool:
        tried = _with_people(plan, clusters)
        if tried.census:
            return True
        return _power_of(tried, effect, alpha=alpha, tails=tails) >= power

    # Two are the fewest with a spread; power rises with their number.
    low, high = 1, 2
    while high < most and not enough(high):
        low, high = high, 2 * high
    high = min(high, most)
    if high < 2 or not enough(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return _with_people(plan, high)


def _too_many(result: SampleSize, plan: Plan) -> SampleSize:
    fields = ["n", "n_total", "power_reached"] + (["clusters"] if plan.cluster_size > 1 else [])
    limit = _MOST if plan.population is None else min(_MOST, plan.population)
    caveat = Caveat("sample-too-many", {"fields": fields, "limit": limit})
    return attrs.evolve(result, caveats=(caveat, *of_plan(plan)))


def _caveats(plan: Plan) -> list[Caveat]:
    caveats = [*of_plan(plan), Caveat("sample-no-loss")]
    if plan.census:
        data = {"fields": ["power_reached"], "n": plan.n}
        caveats.insert(0, Caveat("sample-everybody", data))
    return caveats
