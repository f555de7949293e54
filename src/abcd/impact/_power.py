"""Power of t tests, exact and approximate.

`scipy.stats.nct` is not used: its lower tail is often nan (scipy 1.17, for instance
`nct.cdf(-4.3, 2, 5.4)`), and for few pairs its upper tail raises.
"""

import itertools
import math

__all__ = ["approximate_shift", "normal_shift", "shift_with_power", "t_power"]

# Beyond so many SDs a standard normal variable has no weight that a float could hold.
_NORMAL_REACH = 38.0
# The spread of an estimated SD matters within so many of its own SDs.
_SPREAD_REACH = 12.0


def t_power(shift: float, df: int, *, alpha: float, tails: int) -> float:
    """Return the chance that a t test with this noncentrality gives a p below `alpha`.

    With two tails a significant result in the wrong direction counts too, as in G*Power.
    """
    from scipy import stats

    critical = float(stats.t.isf(alpha / tails, df))
    power = _upper_tail(critical, df, shift)
    return power + _upper_tail(critical, df, -shift) if tails == 2 else power


def _upper_tail(critical: float, df: int, shift: float) -> float:
    """Return P(T > critical) of the noncentral t: P(S < (Z + shift) / critical).

    Z is standard normal and S the estimated SD over the true one, a scaled chi variable.
    """
    from scipy import integrate, special  # noqa: PLC0415  # slow to import, seldom needed

    def density(z: float) -> float:
        chance = special.gammainc(df / 2, df / 2 * ((z + shift) / critical) ** 2)
        return math.exp(-z * z / 2) / math.sqrt(2 * math.pi) * float(chance)

    low, high = max(-shift, -_NORMAL_REACH), _NORMAL_REACH
    if low >= high:
        return 0.0
    # The chance rises from 0 to 1 around Z = critical - shift, the steeper the more pairs.
    center, width = critical - shift, _SPREAD_REACH * critical / math.sqrt(2 * df)
    marks = (low, -6.0, 0.0, 6.0, center - width, center, center + width, high)
    edges = sorted({min(max(mark, low), high) for mark in marks})
    pieces = itertools.pairwise(edges)
    return sum(integrate.quad(density, *piece, epsabs=1e-13, limit=200)[0] for piece in pieces)


def shift_with_power(df: int, *, alpha: float, power: float, tails: int) -> float:
    """Return the noncentrality that gives this power."""
    from scipy import optimize  # noqa: PLC0415  # slow to import, seldom needed

    def surplus(shift: float) -> float:
        return t_power(shift, df, alpha=alpha, tails=tails) - power

    high = approximate_shift(df, alpha=alpha, power=power, tails=tails)
    while surplus(high) < 0:
        high *= 2
    found = optimize.root_scalar(surplus, bracket=(0, high), xtol=1e-14, rtol=1e-13)
    return float(found.root)


def approximate_shift(df: int, *, alpha: float, power: float, tails: int) -> float:
    """Return t of 1 - alpha / tails plus t of power, with these degrees of freedom."""
    from scipy import stats

    return float(stats.t.isf(alpha / tails, df) + stats.t.ppf(power, df))


def normal_shift(*, alpha: float, power: float, tails: int) -> float:
    """Return the same with normal quantiles, which is too small for few people."""
    from scipy import stats

    return float(stats.norm.isf(alpha / tails) + stats.norm.ppf(power))
