"""Detectable effect: how large a change must be so that so many pairs would show it."""

import math
from collections.abc import Iterator
from typing import Literal, final

import attrs

from .._arguments import number, proportion, whole
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..fields import one_of
from ..results import Result
from ._caveats import not_estimable, of_population
from ._power import approximate_effect, effect_with_power, normal_effect

__all__ = ["DetectableEffect", "detectable_effect"]

_TAILS = {"two-sided": 2, "one-sided": 1}
# Levels nearer to 0 or 1 are no levels of a study, and floats can not tell them apart for ever.
_LEAST_ALPHA = 1e-9
# Cohen (1988, p. 26): from here an effect is called large.
_LARGE = 0.8


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class DetectableEffect(Result):
    """What `detectable_effect` answers, in SDs of the differences and, if asked, of the scores.

    Attributes
    ----------
    d_z, in_sds_of_scores : float
        The smallest effect with the power that was asked for, in two units; the second is None
        where no correlation was given.
    approximation_t, approximation_normal : float
        The same by two formulas that are in use, to compare with.
    alpha, power, alternative, correlation, method, n, population
        What was asked, and how it was computed.
    caveats : tuple of Caveat
        What such a number can not say.
    """

    d_z: float | None
    in_sds_of_scores: float | None
    approximation_t: float | None
    approximation_normal: float | None
    alpha: float
    power: float
    alternative: str
    correlation: float | None
    method: str
    n: int
    population: int | None
    caveats: tuple[Caveat, ...] = ()


def detectable_effect(
    n: int,
    *,
    alpha: float = 0.05,
    power: float = 0.80,
    alternative: Literal["two-sided", "one-sided"] = "two-sided",
    correlation: float | None = None,
    population: int | None = None,
) -> DetectableEffect:
    """Tell how large a change must be, so that a test of n people before and after finds it.

    Ask before collecting data: ten people can only show a very large change, and a change that was
    not found with ten people may well be there. Asked afterwards with the change that was
    observed, it only repeats the p value.

    Parameters
    ----------
    n : int
        Number of people measured both before and after, from 0.
    alpha : float
        The p value below which a change will be called found, above 0 and below 0.5.
    power : float
        The chance with which it is to be found, above `alpha` and below 1.
    alternative : {"two-sided", "one-sided"}
        Whether a change in either direction will count, or in one named beforehand only.
    correlation : float, optional
        Expected correlation between the scores before and after, from -1 and below 1. With it
        the answer is also given in SDs of the scores.
    population : int, optional
        How many people there are to be measured, at least `n`.

    Returns
    -------
    DetectableEffect
        One row. `d_z` is in SDs *of the differences*. `in_sds_of_scores` is None without a
        correlation. The approximations stand beside it to compare with published ones.

    Raises
    ------
    InvalidValueError
        If an argument is no number in its range.

    See Also
    --------
    paired_change : the change itself; its `d_z` has the same unit.

    Notes
    -----
    `d_z` solves power = P(T > c) + P(T < -c) (one-sided: the first term), where T has the
    noncentral t distribution with n - 1 degrees of freedom and noncentrality d_z * sqrt(n), and c
    is the critical value of Student's t. `approximation_t` is (t(1 - alpha/2) + t(power)) /
    sqrt(n), `approximation_normal` the same with normal quantiles: too small for few people.
    In SDs of the scores: d_z * sqrt(2 (1 - correlation)), with equal SDs before and after.

    The Wilcoxon test needs a little more (about 2 % more at n = 10). Fewer than two pairs
    have no spread: not estimable. Sampling theory is about a process that could have given
    other people; where all n = `population` people are measured, a caveat says so.

    References
    ----------
    Bloom, H. S. (1995). Minimum detectable effects. Evaluation Review 19, 547-556.

    Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd ed., p. 26, 48.

    Examples
    --------
    Ten members of an (invented) creators' group will be tested before and after a training:

    >>> effect = detectable_effect(10, correlation=0.9)
    >>> round(effect.d_z, 3), round(effect.in_sds_of_scores, 3)
    (0.996, 0.445)

    So they can show a change of one SD of the differences with a chance of 80 %, no less. One
    person can show nothing:

    >>> alone = detectable_effect(1)
    >>> print(alone.d_z, "-", alone.caveats[0])
    None - Fewer than two pairs have no spread: no change can be detected.
    """
    n = whole("n", n, least=0)
    alpha, power = _levels(alpha, power)
    one_of("alternative", alternative, _TAILS)
    r = None if correlation is None else _correlation(correlation)
    size = None if population is None else whole("population", population, least=n)
    effect = DetectableEffect(
        d_z=None,
        in_sds_of_scores=None,
        approximation_t=None,
        approximation_normal=None,
        alpha=alpha,
        power=power,
        alternative=alternative,
        correlation=r,
        method="paired t test, noncentral t",
        n=n,
        population=size,
    )
    if n >= 2:
        effect = _estimated(effect, _TAILS[alternative])
    return attrs.evolve(effect, caveats=tuple(_caveats(effect)))


def _estimated(effect: DetectableEffect, tails: int) -> DetectableEffect:
    n, alpha, power = effect.n, effect.alpha, effect.power
    d_z = effect_with_power(n, alpha=alpha, power=power, tails=tails)
    r = effect.correlation
    return attrs.evolve(
        effect,
        d_z=d_z,
        in_sds_of_scores=None if r is None else d_z * math.sqrt(2 * (1 - r)),
        approximation_t=approximate_effect(n, alpha=alpha, power=power, tails=tails),
        approximation_normal=normal_effect(n, alpha=alpha, power=power, tails=tails),
    )


def _levels(alpha: object, power: object) -> tuple[float, float]:
    level = proportion("alpha", alpha)
    if not _LEAST_ALPHA <= level < 0.5:
        accepted = f"a number from {_LEAST_ALPHA:g} and below 0.5"
        raise InvalidValueError(Fault("alpha", shown(level), accepted, "value"))
    chance = proportion("power", power)
    # Without any change a test already rejects with the chance alpha.
    if not level + _LEAST_ALPHA <= chance <= 1 - _LEAST_ALPHA:
        accepted = f"a number above alpha={level:g} and below 1, by {_LEAST_ALPHA:g} at least"
        raise InvalidValueError(Fault("power", shown(chance), accepted, "value"))
    return level, chance


def _correlation(correlation: object) -> float:
    r = number("correlation", correlation)
    # At 1 all change by the same amount: there is no spread to measure a change in.
    if not -1 <= r < 1:
        accepted = "a number from -1 and below 1"
        raise InvalidValueError(Fault("correlation", shown(r), accepted, "value"))
    return r


def _caveats(effect: DetectableEffect) -> Iterator[Caveat]:
    fields = ["d_z", "approximation_t", "approximation_normal"]
    if effect.correlation is not None:
        fields.append("in_sds_of_scores")
    yield from not_estimable("effect-needs-two-pairs", effect, *fields)
    yield Caveat("effect-in-sds-of-differences")
    if effect.d_z is not None and effect.d_z > _LARGE:
        yield Caveat("effect-only-large", {"n": effect.n, "d_z": effect.d_z})
    yield from of_population(effect.n, effect.population)
