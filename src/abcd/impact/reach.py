"""Reach: what so many people can show at all."""

from collections.abc import Iterator
from typing import final

import attrs

from .._arguments import whole
from ..caveats import Caveat
from ..results import Result
from ._caveats import not_estimable, of_population
from ._designs import Plan, read_levels
from ._power import shift_with_power, t_power
from ._proportions import fewest_rises, largest_unseen, wilson

__all__ = ["Reach", "reach"]

# Cohen (1988, p. 26): what is called a small, a medium and a large effect.
_SMALL, _MEDIUM, _LARGE = 0.2, 0.5, 0.8


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Reach(Result):
    """What `reach` answers, for n people who are measured before and after.

    Attributes
    ----------
    detectable_d_z : float
        The change, in SDs of the differences, that they show with the chance `power`.
    chance_small, chance_medium, chance_large : float
        The chances with which they show a change of 0.2, 0.5 and 0.8 SDs of the differences.
    smallest_p : float
        The smallest p of an exact test: all rise, or all fall.
    fewest_rises : int
        How many of n must rise, the others falling, for an exact sign test to give `alpha`.
    half_low, half_high : float
        The interval of a share of one half (Wilson): how blurred a percentage of n people is. For
        an odd number the share next below.
    largest_unseen : float
        A thing that none of n people said or did may still hold for this share of others.
    one_person : float
        What part of a percentage one person is.
    alpha, power, confidence, method, n, population
        What was asked, and by which test.
    caveats : tuple of Caveat
        What so many people can not show.
    """

    detectable_d_z: float | None
    chance_small: float | None
    chance_medium: float | None
    chance_large: float | None
    smallest_p: float | None
    fewest_rises: int | None
    half_low: float | None
    half_high: float | None
    largest_unseen: float | None
    one_person: float | None
    alpha: float
    power: float
    confidence: float
    method: str
    n: int
    population: int | None = None
    caveats: tuple[Caveat, ...] = ()


def reach(
    n: int, *, alpha: float = 0.05, power: float = 0.80, population: int | None = None
) -> Reach:
    """Tell what so many people, measured before and after, can show at all.

    For the first page of a plan, and for the reader of a report on ten people: which change they
    could have shown, how blurred their percentages are, what may be there unseen.

    Parameters
    ----------
    n : int
        Number of people measured both before and after, from 0.
    alpha : float
        The p value at which a change will be called found, above 0 and below 0.5. The intervals
        have the level 1 - alpha.
    power : float
        The chance with which it is to be found, above `alpha` and below 1.
    population : int, optional
        How many people there are to be measured, at least `n`.

    Returns
    -------
    Reach
        One row.

    Raises
    ------
    InvalidValueError
        If an argument is no number in its range.

    See Also
    --------
    detectable_effect, power, sample_size : one question at a time, for other plans too.

    Notes
    -----
    Tests are two-sided. `smallest_p` is 2 / 2^n, at most 1. `fewest_rises` is the smallest k with
    2 P(X >= k) <= alpha, X binomial with n and 1/2; None where even n is not enough.
    `largest_unseen` is 1 - alpha^(1/n), for alpha .05 about 3 / n. One person has no spread, so the
    first four are None.

    References
    ----------
    Hanley, J. A. and Lippman-Hand, A. (1983). If nothing goes wrong, is everything all right?
    JAMA 249, 1743-1745.

    Wilson, E. B. (1927). Probable inference. Journal of the American Statistical Association 22,
    209-212.

    Examples
    --------
    What can ten people show?

    >>> ten = reach(10)
    >>> round(ten.detectable_d_z, 2), round(ten.chance_medium, 2), ten.fewest_rises
    (1.0, 0.29, 9)
    >>> round(ten.half_low, 2), round(ten.half_high, 2), round(ten.largest_unseen, 2)
    (0.24, 0.76, 0.26)

    Only a change as large as the SD of the differences; 5 of 10 may stand for a quarter or for
    three quarters; and what none of them said may hold for a quarter of others. Three people can
    not even confirm that all three rose:

    >>> three = reach(3)
    >>> print(three.smallest_p, three.fewest_rises)
    0.25 None
    """
    people = whole("n", n, least=0)
    level, chance = read_levels(alpha, power)
    size = None if population is None else whole("population", population, least=people)
    plan = Plan("paired", people)
    result = Reach(
        detectable_d_z=None,
        chance_small=None,
        chance_medium=None,
        chance_large=None,
        smallest_p=None,
        fewest_rises=None,
        half_low=None,
        half_high=None,
        largest_unseen=None,
        one_person=None,
        alpha=level,
        power=chance,
        confidence=1 - level,
        method=plan.method,
        n=people,
        population=size,
    )
    if people > 0:
        result = _of_counts(result)
    if plan.testable:
        result = _of_changes(result, plan)
    return attrs.evolve(result, caveats=tuple(_caveats(result)))


def _of_counts(result: Reach) -> Reach:
    n = result.n
    low, high = wilson(n // 2, n, result.confidence)
    return attrs.evolve(
        result,
        # Beyond a thousand signs it would vanish in a float.
        smallest_p=2.0 ** max(1 - n, -1000),
        fewest_rises=fewest_rises(n, result.alpha),
        half_low=low,
        half_high=high,
        largest_unseen=largest_unseen(n, result.alpha),
        one_person=1 / n,
    )


def _of_changes(result: Reach, plan: Plan) -> Reach:
    df, scale, alpha = plan.degrees_of_freedom, plan.scale, result.alpha
    shift = shift_with_power(df, alpha=alpha, power=result.power, tails=2)
    small, medium, large = (
        min(1.0, t_power(effect * scale, df, alpha=alpha, tails=2))
        for effect in (_SMALL, _MEDIUM, _LARGE)
    )
    return attrs.evolve(
        result,
        detectable_d_z=shift / scale,
        chance_small=small,
        chance_medium=medium,
        chance_large=large,
    )


_CHANGES = ("detectable_d_z", "chance_small", "chance_medium", "chance_large")
_COUNTS = ("smallest_p", "fewest_rises", "half_low", "half_high", "largest_unseen", "one_person")


def _caveats(result: Reach) -> Iterator[Caveat]:
    if result.n == 0:
        yield from not_estimable("reach-no-people", result, *_CHANGES, *_COUNTS)
        return
    yield from not_estimable("effect-needs-two-pairs", result, *_CHANGES)
    data = {"n": result.n, "alpha": result.alpha}
    yield from not_estimable("reach-no-sign-test", result, "fewest_rises", **data)
    yield Caveat("effect-in-sds-of-differences")
    if result.detectable_d_z is not None and result.detectable_d_z > _LARGE:
        large = {"n": result.n, "d_z": result.detectable_d_z}
        yield Caveat("effect-only-large", large)
        yield Caveat("not-found-is-not-absent")
    yield from of_population(result.n, result.population)
