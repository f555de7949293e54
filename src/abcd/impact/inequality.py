"""Inequality: how unequally something is spread over people."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal, final

import attrs
import numpy as np

from .._arguments import number
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..results import Result
from ..results.arrays import FloatArray
from . import _inequality as kernels
from ._amounts import (
    Amounts,
    Resampling,
    of_amounts,
    of_interval,
    read_amounts,
    read_resampling,
    resampled,
    unusable,
)
from ._caveats import not_estimable
from ._resamples import Bootstrap, Interval
from .pairs import Scores

__all__ = ["Inequality", "atkinson", "gini", "mean_log_deviation", "theil"]

# Above this the index hardly looks at anybody but the poorest.
_MOST_EPSILON = 100


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Inequality(Result):
    """What `gini`, `theil`, `mean_log_deviation` and `atkinson` answer; 0 is equality.

    Attributes
    ----------
    value : float
        The measure, from 0.
    small_sample : float
        Gini's coefficient times n / (n - 1); None for the other measures, which have no such form.
    interval_low, interval_high, confidence, interval_method : float, float, float, str
        The bootstrap interval of `value`; ``"bca"`` or ``"percentile"``.
    measure : str
        ``"gini"``, ``"theil"``, ``"mean-log-deviation"`` or ``"atkinson"``.
    epsilon : float
        How much Atkinson's index looks at the poor; None for the other measures.
    mean, largest_share : float
        The mean in units of the values, and the share of the sum that the largest value holds.
    zeros, n : int
        How many people have nothing, and how many there are.
    samples, seed : int
        Of the bootstrap; the seed repeats it.
    omitted : tuple of str or int
        Ids, or row numbers from 0, of people without a value.
    caveats : tuple of Caveat
        What these data can not show.
    """

    value: float | None
    small_sample: float | None = None
    interval_low: float | None
    interval_high: float | None
    confidence: float
    interval_method: str
    measure: str
    epsilon: float | None = None
    mean: float | None
    largest_share: float | None
    zeros: int
    n: int
    samples: int
    seed: int
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def gini(
    values: Scores,
    *,
    confidence: float = 0.95,
    interval_method: Bootstrap = "bca",
    samples: int = 9_999,
    missing: Literal["raise", "omit"] = "raise",
    rng: np.random.Generator | int | None = None,
) -> Inequality:
    """Tell how unequally incomes, land or harvests are spread, from 0 (equal) towards 1.

    Gini's coefficient is half the mean difference between two people, over the mean. It looks most
    at the middle. Two villages with the same coefficient may be unequal in different ways: see
    `lorenz` and `shares`.

    Parameters
    ----------
    values : sequence of number, mapping of id to number, or sequence of (id, number)
        One amount for each person, from 0, in one unit.
    confidence : float
        Level of the interval, between 0 and 1.
    interval_method : {"bca", "percentile"}
        Bootstrap interval with bias correction and acceleration, or of plain percentiles.
    samples : int
        How many samples are drawn for it, from 100.
    missing : {"raise", "omit"}
        Refuse missing values (None, nan) and name them, or leave them out and list them.
    rng : numpy.random.Generator or int, optional
        Generator or seed of the bootstrap. Without it a seed is drawn and kept in the result.

    Returns
    -------
    Inequality
        One row; `value` is the coefficient of these people, `small_sample` the estimate for the
        larger number they were drawn from.

    Raises
    ------
    InvalidValueError
        If values can not be read, or another argument is out of its range.

    See Also
    --------
    theil, mean_log_deviation, atkinson : measures that look more at the rich or at the poor.
    decomposition : between and within groups.
    money_change : incomes before and after.

    Notes
    -----
    G = sum of (2 i - n - 1) x_i / (n * sum of x), x sorted from the smallest. One person holding
    everything gives 1 - 1/n, hence the form for small samples: G n / (n - 1).

    The intervals are those of the people as a random sample of many more. With few values they
    are too short: simulated with lognormal incomes (SD of the logs 0.6), one of nominally 95 %
    covers the true coefficient about 3 times in 4 with ten people, 7 times in 8 with thirty; the
    plain percentiles less often. BCa leaves out one person at a time, which takes n² steps: with
    more than some ten thousand people plain percentiles of fewer samples do as well.

    Edge cases. No values, a negative value, or nothing but zeros: no coefficient (with a debt among
    the values the formula leaves the range from 0 to 1). One value: 0, and no form for small
    samples and no interval. Equal values: 0, and an interval would have no length. Samples of
    nothing but zeros are left out and counted; beyond 5 % of them there is no interval. Where every
    sample lies on one side of the value, BCa has no correction and no interval.

    References
    ----------
    Gini, C. (1912). Variabilita e mutabilita. Cuppini, Bologna.

    Deaton, A. (1997). The Analysis of Household Surveys, p. 139 (the form for small samples).

    Efron, B. (1987). Better bootstrap confidence intervals. Journal of the American Statistical
    Association 82, 171-185.

    Examples
    --------
    Monthly incomes of six invented members of a cooperative, in thousand rupiah:

    >>> incomes = [0, 300, 500, 600, 900, 2_700]
    >>> spread = gini(incomes, rng=1)
    >>> round(spread.value, 3), round(spread.small_sample, 3), round(spread.largest_share, 2)
    (0.513, 0.616, 0.54)

    One member holds 54 % of it all. Where one owes more than he has, the formula does not hold:

    >>> debt = gini([-5, 0, 10])
    >>> print(debt.value, "-", debt.caveats[0])
    None - Some values are negative: measures of inequality are defined from 0 only.
    """
    asked = read_resampling(method=interval_method, confidence=confidence, samples=samples, rng=rng)
    amounts = read_amounts(values, missing=missing)
    found = _measured("gini", kernels.gini, amounts, asked)
    if found.value is not None and amounts.n > 1:
        small = found.value * amounts.n / (amounts.n - 1)
        return attrs.evolve(found, small_sample=small)
    fields = not_estimable("gini-one-value", found, *(["small_sample"] if amounts.n == 1 else []))
    return attrs.evolve(found, caveats=(*found.caveats, *fields))


def theil(
    values: Scores,
    *,
    confidence: float = 0.95,
    interval_method: Bootstrap = "bca",
    samples: int = 9_999,
    missing: Literal["raise", "omit"] = "raise",
    rng: np.random.Generator | int | None = None,
) -> Inequality:
    """Tell how unequally something is spread, with an eye on the rich: Theil's T.

    Parameters
    ----------
    values, confidence, interval_method, samples, missing, rng
        As in `gini`.

    Returns
    -------
    Inequality
        One row; `value` lies between 0 and ln n.

    Raises
    ------
    InvalidValueError
        If values can not be read, or another argument is out of its range.

    See Also
    --------
    decomposition : T divides exactly into a part between groups and a part within them.

    Notes
    -----
    T = mean of r ln r, r the value over the mean, natural logarithm, and 0 ln 0 = 0. Undefined and
    without an interval in the cases of `gini`.

    References
    ----------
    Theil, H. (1967). Economics and Information Theory, p. 91-96. North-Holland.

    Examples
    --------
    >>> round(theil([0, 300, 500, 600, 900, 2_700], rng=1).value, 3)
    0.497
    >>> print(theil([0, 0, 0]).value)
    None
    """
    asked = read_resampling(method=interval_method, confidence=confidence, samples=samples, rng=rng)
    return _measured("theil", kernels.theil, read_amounts(values, missing=missing), asked)


def mean_log_deviation(
    values: Scores,
    *,
    confidence: float = 0.95,
    interval_method: Bootstrap = "bca",
    samples: int = 9_999,
    missing: Literal["raise", "omit"] = "raise",
    rng: np.random.Generator | int | None = None,
) -> Inequality:
    """Tell how unequally something is spread, with an eye on the poor: mean log deviation.

    Also called Theil's L. It can not be used where somebody has nothing.

    Parameters
    ----------
    values, confidence, interval_method, samples, missing, rng
        As in `gini`.

    Returns
    -------
    Inequality
        One row; `value` has no upper end.

    Raises
    ------
    InvalidValueError
        If values can not be read, or another argument is out of its range.

    See Also
    --------
    decomposition : it divides exactly into a part between groups and a part within them.

    Notes
    -----
    MLD = -mean of ln r, r the value over the mean, natural logarithm. A single 0 makes it infinite:
    then it is None. Undefined and without an interval in the other cases of `gini` too.

    References
    ----------
    Theil, H. (1967). Economics and Information Theory, p. 125-127. North-Holland.

    Examples
    --------
    >>> round(mean_log_deviation([300, 500, 600, 900, 2_700], rng=1).value, 3)
    0.304
    >>> nothing = mean_log_deviation([0, 300, 500])
    >>> print(nothing.value, "-", nothing.caveats[0])
    None - Somebody has nothing: the mean log deviation would be infinite (zeros: 1 of 3).
    """
    asked = read_resampling(method=interval_method, confidence=confidence, samples=samples, rng=rng)
    amounts = read_amounts(values, missing=missing)
    return _measured("mean-log-deviation", kernels.mean_log_deviation, amounts, asked)


def atkinson(
    values: Scores,
    *,
    epsilon: float,
    confidence: float = 0.95,
    interval_method: Bootstrap = "bca",
    samples: int = 9_999,
    missing: Literal["raise", "omit"] = "raise",
    rng: np.random.Generator | int | None = None,
) -> Inequality:
    """Tell what share of the sum would be enough, if it were spread equally: Atkinson's index.

    An index of 0.2 says that 80 % of the income, equally spread, would do as much good, to somebody
    who holds the view of `epsilon`. The view is a choice, and so it has no default.

    Parameters
    ----------
    values, confidence, interval_method, samples, missing, rng
        As in `gini`.
    epsilon : float
        How much more a rupiah is worth to the poor, above 0 and up to 100; usual are 0.5, 1 and 2.

    Returns
    -------
    Inequality
        One row; `value` lies between 0 and 1.

    Raises
    ------
    InvalidValueError
        If values can not be read, or another argument is out of its range.

    Notes
    -----
    A = 1 - (mean of r^(1 - epsilon))^(1 / (1 - epsilon)), r the value over the mean; for epsilon 1
    it is 1 - geometric mean / mean. From epsilon 1 a single 0 makes the index 1, whatever the
    others have; a caveat says so. Undefined and without an interval in the cases of `gini`.

    References
    ----------
    Atkinson, A. B. (1970). On the measurement of inequality. Journal of Economic Theory 2, 244-263.

    Examples
    --------
    >>> incomes = [300, 500, 600, 900, 2_700]
    >>> [round(atkinson(incomes, epsilon=e, rng=1).value, 3) for e in (0.5, 1, 2)]
    [0.146, 0.262, 0.41]
    >>> print(atkinson([], epsilon=1).value)
    None
    """
    weight = number("epsilon", epsilon)
    if not 0 < weight <= _MOST_EPSILON:
        accepted = f"a number above 0 and up to {_MOST_EPSILON}"
        raise InvalidValueError(Fault("epsilon", shown(weight), accepted, "value"))
    asked = read_resampling(method=interval_method, confidence=confidence, samples=samples, rng=rng)
    amounts = read_amounts(values, missing=missing)
    kernel = partial(kernels.atkinson, epsilon=weight)
    found = _measured("atkinson", kernel, amounts, asked)
    caveats = found.caveats
    if found.value is not None and found.zeros and weight >= 1:
        zeros = Caveat("atkinson-zero", {"zeros": found.zeros, "n": found.n, "epsilon": weight})
        caveats = (zeros, *caveats)
    return attrs.evolve(found, epsilon=weight, caveats=caveats)


def _measured(
    measure: str,
    kernel: Callable[[FloatArray], FloatArray],
    amounts: Amounts,
    asked: Resampling,
) -> Inequality:
    row, n = amounts.values, amounts.n
    code = unusable(row)
    zeros = int(np.count_nonzero(row == 0))
    usable = code is None and not (measure == "mean-log-deviation" and zeros)
    found = resampled(row, kernel, asked) if usable else Interval(None, None)
    result = Inequality(
        value=float(kernel(row)) if usable else None,
        interval_low=found.low,
        interval_high=found.high,
        confidence=asked.confidence,
        interval_method=asked.method,
        measure=measure,
        mean=float(row.mean()) if n else None,
        largest_share=float(kernels.relative(row)[-1] / n) if code is None else None,
        zeros=zeros,
        n=n,
        samples=asked.samples,
        seed=asked.seed,
        omitted=amounts.omitted,
    )
    return attrs.evolve(result, caveats=tuple(_caveats(result, code, amounts, found, asked)))


def _caveats(
    result: Inequality, code: str | None, amounts: Amounts, found: Interval, asked: Resampling
) -> Iterator[Caveat]:
    fields = ["value", "interval_low", "interval_high"]
    if code is None and result.value is None:
        data = {"zeros": result.zeros, "n": result.n}
        yield Caveat("deviation-zero", {"fields": fields, **data})
    if code is not None:
        fields += ["largest_share"] if result.n else ["largest_share", "mean"]
        fields += ["small_sample"] if result.measure == "gini" else []
    yield from of_amounts(code, tuple(fields), amounts)
    if result.value is not None:
        yield from of_interval(found, asked, result.n, "interval_low", "interval_high")
