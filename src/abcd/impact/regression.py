"""Regression to the mean: what people picked by a low score would have gained anyway."""

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, final

import attrs

from .._arguments import exact, number, proportion
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..results import Result
from ._caveats import not_estimable, of_pairs
from ._resolution import measured
from ._statistics import moments_of, t_interval
from .pairs import Pairs, Scores, read_pairs

__all__ = ["RegressionToMean", "regression_to_mean"]

# So many SDs below the mean those picked stand at the limit, and the logarithms lose all digits.
_FAR = -1e5


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class RegressionToMean(Result):
    """What `regression_to_mean` answers, in points.

    Attributes
    ----------
    expected_change : float
        What a group with such a mean before gains by regression alone: (1 - r) (mean of everyone -
        mean before).
    expected_by_model : float
        The same for a group below the limit of a normal distribution, whatever this group's mean
        before; None where no SD was given.
    remaining_change, remaining_low, remaining_high : float
        The mean change less the expected one, with its t interval.
    mean_change, mean_before : float
        What was measured.
    selected_below, everyone_mean, everyone_sd, retest_correlation, confidence
        What was given.
    n : int
        Number of complete pairs.
    unmatched_before, unmatched_after, omitted : tuple of str or int
        As in `PairedChange`.
    caveats : tuple of Caveat
        What this stands on.
    """

    expected_change: float | None
    expected_by_model: float | None
    remaining_change: float | None
    remaining_low: float | None
    remaining_high: float | None
    mean_change: float | None
    mean_before: float | None
    selected_below: float
    everyone_mean: float
    everyone_sd: float | None
    retest_correlation: float
    confidence: float
    n: int
    unmatched_before: tuple[str | int, ...] = ()
    unmatched_after: tuple[str | int, ...] = ()
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def regression_to_mean(
    before: Scores,
    after: Scores,
    *,
    selected_below: float,
    everyone_mean: float,
    retest_correlation: float,
    everyone_sd: float | None = None,
    confidence: float = 0.95,
    missing: Literal["raise", "omit"] = "raise",
) -> RegressionToMean:
    """Tell how much of a gain would have come anyway, where people were picked by a low score.

    Who is picked for a low score had, on average, a bad day: without any program the second score
    lies nearer to the mean of all. This takes off what is to be expected, if that mean and the
    correlation of two measurements without a program are known. A comparison group picked by the
    same rule is better.

    Parameters
    ----------
    before, after : sequence of number, mapping of id to number, or sequence of (id, number)
        Scores of the people who were picked, read as in `paired_change`. The score before is the
        one they were picked by.
    selected_below : float
        The limit: everybody here scored at most this before.
    everyone_mean : float
        Mean of all among whom they were picked.
    retest_correlation : float
        Correlation of two measurements of all without a program between, from 0 to 1. Not that of
        these pairs: picking makes it smaller.
    everyone_sd : float, optional
        SD of all; with it the model of a normal distribution is added.
    confidence : float
        Level of the interval, between 0 and 1.
    missing : {"raise", "omit"}
        Refuse missing values, or leave their pairs out and list them.

    Returns
    -------
    RegressionToMean
        One row.

    Raises
    ------
    InvalidValueError
        If somebody scored above the limit, or an argument is out of its range.

    See Also
    --------
    paired_change : with ``selected_below=`` it warns of this.
    ancova : the comparison with people who had no program.

    Notes
    -----
    Expected: (1 - r) (M - m), for scores whose second mean is a line of the first (as in a normal
    distribution) with equal means and spreads of all at both times. By the model: (1 - r) s
    phi(z) / Phi(z) with z = (c - M) / s, what a group picked at random below the limit c gains.
    The interval takes M and r as known. What remains is the mean of after - r before, less
    (1 - r) M, so it is Student's interval of that mean.

    Edge cases. No pairs: only the model. One pair, or after - r before the same for all: no
    interval. r = 1: nothing
    is expected. A group whose mean lies above that of everyone is expected to fall.

    References
    ----------
    Davis, C. E. (1976). The effect of regression to the mean in epidemiologic and clinical studies.
    American Journal of Epidemiology 104, 493-498.

    Barnett, A. G., van der Pols, J. C. and Dobson, A. J. (2005). Regression to the mean: what it is
    and how to deal with it. International Journal of Epidemiology 34, 215-220.

    Examples
    --------
    In an invented village all were tested (mean 60, SD 10, r .7), and those up to 50 were invited:

    >>> before, after = [48, 45, 50, 42, 47, 50], [55, 49, 58, 50, 52, 60]
    >>> answer = regression_to_mean(
    ...     before, after, selected_below=50, everyone_mean=60, everyone_sd=10,
    ...     retest_correlation=0.7,
    ... )
    >>> answer.mean_change, round(answer.expected_change, 2), round(answer.remaining_change, 2)
    (7.0, 3.9, 3.1)

    More than half of the seven points would have come anyway. One person has no interval:

    >>> print(regression_to_mean(
    ...     [48], [55], selected_below=50, everyone_mean=60, retest_correlation=0.7
    ... ).remaining_low)
    None
    """
    limit, center = number("selected_below", selected_below), number("everyone_mean", everyone_mean)
    r = number("retest_correlation", retest_correlation)
    if not 0 <= r <= 1:
        accepted = "a number from 0 to 1"
        raise InvalidValueError(Fault("retest_correlation", shown(r), accepted, "range"))
    spread = None if everyone_sd is None else number("everyone_sd", everyone_sd)
    if spread is not None and spread <= 0:
        raise InvalidValueError(Fault("everyone_sd", shown(spread), "a number above 0", "range"))
    level = proportion("confidence", confidence)
    pairs = read_pairs(before, after, missing=missing)
    refuse_above(pairs, limit)
    moments = moments_of(measured(pairs, None))
    mean, first = moments.mean_change, moments.mean_before
    expected = None if first is None else (1 - r) * (center - first)
    remaining = None if mean is None or expected is None else mean - expected
    ends = t_interval(remaining, _spread_of_rest(pairs, r), pairs.n, level)
    result = RegressionToMean(
        expected_change=expected,
        expected_by_model=None if spread is None else _by_model(limit, center, spread, r),
        remaining_change=remaining,
        remaining_low=None if ends is None else ends[0],
        remaining_high=None if ends is None else ends[1],
        mean_change=mean,
        mean_before=first,
        selected_below=limit,
        everyone_mean=center,
        everyone_sd=spread,
        retest_correlation=r,
        confidence=level,
        n=pairs.n,
        unmatched_before=pairs.unmatched_before,
        unmatched_after=pairs.unmatched_after,
        omitted=pairs.omitted,
    )
    return attrs.evolve(result, caveats=(*of_pairs(pairs), *_caveats(result)))


def refuse_above(pairs: Pairs, limit: float) -> None:
    """Refuse people who were not picked by this limit, all of them at once.

    Raises
    ------
    InvalidValueError
        If a score before lies above the limit.
    """
    faults = [
        Fault(f"before[{shown(key)}]", shown(score), f"at most selected_below={limit:g}", "range")
        for key, score in zip(pairs.keys, pairs.before, strict=True)
        if score > limit
    ]
    if faults:
        raise InvalidValueError(*faults)


def _spread_of_rest(pairs: Pairs, r: float) -> float | None:
    """Return the SD of after - r before: what remains of each change, but for a constant."""
    slope = exact(r)
    # In exact decimals, so that what lies on one line has no spread of rounding.
    rest = [exact(y) - slope * exact(x) for x, y in zip(pairs.before, pairs.after, strict=True)]
    if len(rest) < 2:
        return None
    mean = sum(rest, Fraction(0)) / len(rest)
    squares = sum(((value - mean) ** 2 for value in rest), Fraction(0))
    return math.sqrt(squares / (len(rest) - 1))


def _by_model(limit: float, mean: float, sd: float, r: float) -> float:
    from scipy import stats

    z = (limit - mean) / sd
    if z < _FAR:
        return (1 - r) * (mean - limit)
    # In logarithms: far below the mean both vanish, and their quotient does not.
    return (1 - r) * sd * math.exp(float(stats.norm.logpdf(z) - stats.norm.logcdf(z)))


def _caveats(result: RegressionToMean) -> Iterator[Caveat]:
    ends = ("remaining_low", "remaining_high")
    if result.n == 0:
        means = ("expected_change", "remaining_change", "mean_change", "mean_before")
        yield from not_estimable("no-pairs", result, *means, *ends)
    elif result.n == 1:
        yield from not_estimable("interval-one-pair", result, *ends)
    else:
        yield from not_estimable("remaining-no-spread", result, *ends, n=result.n)
    data = {"correlation": result.retest_correlation, "mean": result.everyone_mean}
    yield Caveat("regression-assumes", data)
