"""Arithmetic of shares of people: Wilson's and Newcombe's intervals, exact tests of counts."""

import math

__all__ = ["fewest_rises", "largest_unseen", "mcnemar", "newcombe_paired", "wald_paired", "wilson"]


def wilson(count: int, n: int, confidence: float) -> tuple[float, float]:
    """Return Wilson's interval of the share count / n."""
    from scipy import stats

    z = float(stats.norm.isf((1 - confidence) / 2))
    share, square = count / n, z * z
    middle = share + square / (2 * n)
    half = z * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    low, high = (middle - half) / (1 + square / n), (middle + half) / (1 + square / n)
    # The ends are exact at 0 and at n, and the rounding is not.
    return (0.0 if count == 0 else low), (1.0 if count == n else high)


def newcombe_paired(
    both: int, only_before: int, only_after: int, neither: int, confidence: float
) -> tuple[float, float]:
    """Return Newcombe's interval (method 10) of the share after minus the share before."""
    n = both + only_before + only_after + neither
    before, after = both + only_before, both + only_after
    low_b, high_b = wilson(before, n, confidence)
    low_a, high_a = wilson(after, n, confidence)
    p_b, p_a = before / n, after / n
    phi = _phi(both, only_before, only_after, neither)
    down_a, up_b = p_a - low_a, high_b - p_b
    up_a, down_b = high_a - p_a, p_b - low_b
    low = math.sqrt(max(0.0, down_a**2 - 2 * phi * down_a * up_b + up_b**2))
    high = math.sqrt(max(0.0, up_a**2 - 2 * phi * up_a * down_b + down_b**2))
    return p_a - p_b - low, p_a - p_b + high


def wald_paired(lost: float, learned: float, n: float, confidence: float) -> tuple[float, float]:
    """Return Wald's interval of the difference of shares, cut at -1 and 1."""
    from scipy import stats

    z = float(stats.norm.isf((1 - confidence) / 2))
    difference = (learned - lost) / n
    half = z * math.sqrt(max(0.0, lost + learned - (learned - lost) ** 2 / n)) / n
    return max(-1.0, difference - half), min(1.0, difference + half)


def _phi(both: int, only_before: int, only_after: int, neither: int) -> float:
    """Return the correlation of the two answers, with Newcombe's continuity correction."""
    margins = (
        (both + only_before)
        * (only_after + neither)
        * (both + only_after)
        * (only_before + neither)
    )
    if margins == 0:
        return 0.0
    excess = both * neither - only_before * only_after
    n = both + only_before + only_after + neither
    corrected = max(excess - n / 2, 0.0) if excess > 0 else float(excess)
    return corrected / math.sqrt(margins)


def mcnemar(started: int, stopped: int) -> float:
    """Return the exact two-sided p of so many changes in both directions; 1 without any."""
    from scipy import stats

    changed = started + stopped
    if changed == 0:
        return 1.0
    return float(stats.binomtest(started, changed).pvalue)


def fewest_rises(n: int, alpha: float) -> int | None:
    """Return how many of n must rise for an exact two-sided sign test to give alpha."""
    from scipy import stats

    if 2.0 ** (1 - min(n, 1000)) > alpha:
        return None
    # The fewest k with P(X >= k) at most alpha / 2.
    return int(stats.binom.isf(alpha / 2, n, 0.5)) + 1


def largest_unseen(n: int, alpha: float) -> float:
    """Return the largest share of which n people may show nobody with the chance alpha."""
    return -math.expm1(math.log(alpha) / n)
