"""Money: what the same people earned before and after, zeros included."""

import math
from collections.abc import Iterator
from typing import Literal, final

import attrs
import numpy as np
import numpy.typing as npt

from .._arguments import proportion
from ..caveats import Caveat
from ..results import Result
from ..results.arrays import FloatArray
from . import _inequality as kernels
from ._amounts import unusable
from ._caveats import not_estimable, of_pairs
from ._proportions import mcnemar, newcombe_paired, wilson
from ._statements import read_factor, read_statements
from .pairs import Pairs, Scores, read_pairs

__all__ = ["MoneyChange", "money_change"]

# From here a sum, and so a mean, speaks about one person more than about all others together.
_MOST_OF_ALL = 0.5
# Below five earners a median or a sum tells much about single ones.
_FEW_EARNERS = 5


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class MoneyChange(Result):
    """What `money_change` answers: counts and sums; some of them disclose one income.

    `total_change - change_without_largest` is the change of the person with the most, and a share
    of the largest times the total is that person's income, at any number of people.

    Amounts before are in prices of the month after where an inflation factor was given.

    Attributes
    ----------
    share_before, share_before_low, share_before_high : float
        Share of people who earned anything before, with Wilson's interval.
    share_after, share_after_low, share_after_high : float
        The same afterwards.
    share_change, share_change_low, share_change_high, share_p : float
        After minus before, with Newcombe's interval for pairs, and the exact McNemar p.
    earning_before, earning_after, started, stopped, earning_both, earning_never : int
        How many people earned, began to earn, ceased to.
    median_before, median_after : float
        Median amount of those who earned.
    total_before, total_after, total_change : float
        The sums, and their difference.
    change_without_largest : float
        The difference of the sums without the person who has the most afterwards.
    largest_share_before, largest_share_after : float
        The share of the sum that the person with the most holds.
    gini_before, gini_after : float
        Gini's coefficient over all, zeros included (no form for small samples).
    confidence, interval_method, change_interval_method, test : float, str, str, str
        Level and names of the intervals and of the test.
    currency, gross, month_before, month_after, source, inflation, inflation_source
        What the amounts are, as stated.
    n : int
        How many people have both amounts.
    unmatched_before, unmatched_after, omitted : tuple of str or int
        As in `PairedChange`.
    caveats : tuple of Caveat
        What these data can not show.
    """

    share_before: float | None
    share_before_low: float | None
    share_before_high: float | None
    share_after: float | None
    share_after_low: float | None
    share_after_high: float | None
    share_change: float | None
    share_change_low: float | None
    share_change_high: float | None
    share_p: float | None
    earning_before: int
    earning_after: int
    started: int
    stopped: int
    earning_both: int
    earning_never: int
    median_before: float | None
    median_after: float | None
    total_before: float
    total_after: float
    total_change: float
    change_without_largest: float | None
    largest_share_before: float | None
    largest_share_after: float | None
    gini_before: float | None
    gini_after: float | None
    confidence: float
    interval_method: str
    change_interval_method: str
    test: str
    currency: str
    gross: bool | None
    month_before: str | None
    month_after: str | None
    source: str | None
    inflation: float | None
    inflation_source: str | None
    n: int
    unmatched_before: tuple[str | int, ...] = ()
    unmatched_after: tuple[str | int, ...] = ()
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def money_change(
    before: Scores,
    after: Scores,
    *,
    currency: str,
    gross: bool | None = None,
    month_before: str | None = None,
    month_after: str | None = None,
    source: str | None = None,
    inflation: float | None = None,
    inflation_source: str | None = None,
    confidence: float = 0.95,
    missing: Literal["raise", "omit"] = "raise",
) -> MoneyChange:
    """Tell whether more people earn than before, and how what they earn is spread.

    For incomes where many are 0 and one is large: a mean would be one person. So it counts who
    earns anything, gives the median of those, and says what part of the sum one person holds.
    The fields `largest_share_before`, `largest_share_after` and `change_without_largest`, each with
    its total, disclose the income of the person with the most, or its change, however many people
    there are; with few earners a median is nearly one income. Look before you publish: leave these
    fields out, or the totals.

    Parameters
    ----------
    before, after : sequence of number, mapping of id to number, or sequence of (id, number)
        Money of the same people in one currency and over one length of time, read as in
        `paired_change`. 0 is "earned nothing"; a missing value is "not known".
    currency : str
        What the amounts are in, such as ``"IDR"``.
    gross : bool, optional
        Whether costs are still in the amounts; None if nobody knows.
    month_before, month_after : str, optional
        When the money was earned, as ``"2024-01"``.
    source : str, optional
        How the amounts are known: told, account book, payment slips.
    inflation : float, optional
        The factor by which prices rose in between, above 0: 1.03 for 3 %. Amounts before are
        multiplied by it.
    inflation_source : str, optional
        Whose figure it is.
    confidence : float
        Level of the intervals, between 0 and 1.
    missing : {"raise", "omit"}
        Refuse missing values and name them, or leave their pairs out and list them.

    Returns
    -------
    MoneyChange
        One row. Amounts in `currency`, shares from 0 to 1, changes after - before.

    Raises
    ------
    InvalidValueError
        If amounts can not be read or matched, or another argument is not what it should be.

    See Also
    --------
    gini, shares, lorenz : the spread at one time, with intervals.
    paired_change : for scores, where a mean means something.

    Notes
    -----
    To earn is to have more than 0. Wilson's interval of a share; Newcombe's method 10 for the
    difference of two shares of the same people; McNemar's exact test of `started` against
    `stopped`. The largest share is that of the largest amount, before and after not necessarily
    the same person; `change_without_largest` leaves one person out of both sums, the one with the
    largest amount after (the first of several).

    Edge cases. No pairs: no shares. Nobody earns: no median, no share of the largest, no Gini. A
    loss (an amount below 0): neither share of the largest nor Gini, since they are defined from 0
    only. One person: no sum without the largest.

    References
    ----------
    Newcombe, R. G. (1998). Improved confidence intervals for the difference between binomial
    proportions based on paired data. Statistics in Medicine 17, 2635-2650, method 10.

    Wilson, E. B. (1927). Probable inference. Journal of the American Statistical Association 22,
    209-212.

    Examples
    --------
    Monthly income from affiliate sales of six invented creators, in thousand rupiah:

    >>> before = {"p1": 0, "p2": 0, "p3": 0, "p4": 50, "p5": 0, "p6": 0}
    >>> after = {"p1": 0, "p2": 150, "p3": 0, "p4": 0, "p5": 100, "p6": 2_750}
    >>> money = money_change(before, after, currency="thousand IDR", gross=True)
    >>> money.earning_before, money.earning_after, money.started, money.stopped
    (1, 3, 3, 1)
    >>> money.median_after, round(money.largest_share_after, 2), money.change_without_largest
    (150.0, 0.92, 200.0)

    Three of six earn, where it was one; and one person holds 92 % of the sum, so a mean income of
    500 would be that person. Where nobody earns there is no median:

    >>> nothing = money_change([0, 0], [0, 0], currency="IDR")
    >>> print(nothing.median_after, nothing.share_after)
    None 0.0
    """
    stated = read_statements(currency, gross, month_before, month_after, source, inflation_source)
    factor = None if inflation is None else read_factor(inflation)
    level = proportion("confidence", confidence)
    pairs = read_pairs(before, after, missing=missing)
    old = np.array(pairs.before, dtype=np.float64) * (1.0 if factor is None else factor)
    new = np.array(pairs.after, dtype=np.float64)
    first, second = _spread(old), _spread(new)
    total_before, total_after = math.fsum(old), math.fsum(new)
    earned, earns = old > 0, new > 0
    result = MoneyChange(
        share_before=None,
        share_before_low=None,
        share_before_high=None,
        share_after=None,
        share_after_low=None,
        share_after_high=None,
        share_change=None,
        share_change_low=None,
        share_change_high=None,
        share_p=None,
        earning_before=_count(earned),
        earning_after=_count(earns),
        started=_count(~earned & earns),
        stopped=_count(earned & ~earns),
        earning_both=_count(earned & earns),
        earning_never=_count(~earned & ~earns),
        median_before=first.median,
        median_after=second.median,
        total_before=total_before,
        total_after=total_after,
        total_change=math.fsum(new - old),
        change_without_largest=_without_largest(old, new),
        largest_share_before=first.largest_share,
        largest_share_after=second.largest_share,
        gini_before=first.gini,
        gini_after=second.gini,
        confidence=level,
        interval_method="wilson",
        change_interval_method="newcombe-paired-10",
        test="mcnemar-exact",
        currency=stated.currency,
        gross=stated.gross,
        month_before=stated.month_before,
        month_after=stated.month_after,
        source=stated.source,
        inflation=factor,
        inflation_source=stated.inflation_source,
        n=pairs.n,
        unmatched_before=pairs.unmatched_before,
        unmatched_after=pairs.unmatched_after,
        omitted=pairs.omitted,
    )
    if pairs.n:
        result = _with_shares(result)
    return attrs.evolve(result, caveats=tuple(_caveats(result, pairs)))


# --- counts and sums -----------------------------------------------------------------------------


@attrs.frozen
class _Spread:
    median: float | None
    largest_share: float | None
    gini: float | None


def _spread(amounts: FloatArray) -> _Spread:
    earned, row = amounts[amounts > 0], np.sort(amounts)
    median = float(np.median(earned)) if len(earned) else None
    if unusable(row) is not None:
        return _Spread(median, None, None)
    largest = float(kernels.relative(row)[-1] / len(row))
    return _Spread(median, largest, float(kernels.gini(row)))


def _count(flags: npt.NDArray[np.bool_]) -> int:
    return int(np.count_nonzero(flags))


def _without_largest(old: FloatArray, new: FloatArray) -> float | None:
    if len(new) < 2:
        return None
    # Of several with the same largest amount, the one with the least before: no order decides.
    largest = int(np.lexsort((old, -new))[0])
    return math.fsum(np.delete(new - old, largest))


def _with_shares(result: MoneyChange) -> MoneyChange:
    n, level = result.n, result.confidence
    before, after = result.earning_before, result.earning_after
    both, neither = result.earning_both, result.earning_never
    low_before, high_before = wilson(before, n, level)
    low_after, high_after = wilson(after, n, level)
    low, high = newcombe_paired(both, result.stopped, result.started, neither, level)
    return attrs.evolve(
        result,
        share_before=before / n,
        share_before_low=low_before,
        share_before_high=high_before,
        share_after=after / n,
        share_after_low=low_after,
        share_after_high=high_after,
        share_change=(after - before) / n,
        share_change_low=low,
        share_change_high=high,
        share_p=mcnemar(result.started, result.stopped),
    )


# --- caveats -------------------------------------------------------------------------------------

_SHARES = tuple(field.name for field in attrs.fields(MoneyChange) if "share_" in field.name)
_SPREADS = ("median", "largest_share", "gini")


def _caveats(result: MoneyChange, pairs: Pairs) -> Iterator[Caveat]:
    if result.n == 0:
        empty = [f"{name}_{wave}" for name in _SPREADS for wave in ("before", "after")]
        fields = (*_SHARES, *empty, "change_without_largest")
        yield from not_estimable("no-pairs", result, *fields)
    else:
        yield from _of_amounts(result, pairs)
    yield from of_pairs(pairs)
    yield from _of_stated(result)


def _of_amounts(result: MoneyChange, pairs: Pairs) -> Iterator[Caveat]:
    waves = {"before": pairs.before, "after": pairs.after}
    nobody = [wave for wave in waves if getattr(result, f"median_{wave}") is None]
    fields = [f"{name}_{wave}" for wave in nobody for name in _SPREADS]
    yield from not_estimable("money-nobody-earns", result, *fields)
    losses = [wave for wave, amounts in waves.items() if min(amounts) < 0 and wave not in nobody]
    fields = [f"{name}_{wave}" for wave in losses for name in _SPREADS]
    yield from not_estimable("money-loss", result, *fields)
    yield from not_estimable("money-one-pair", result, "change_without_largest")
    held = {"before": result.largest_share_before, "after": result.largest_share_after}
    if result.n > 1 and any(share is not None and share >= _MOST_OF_ALL for share in held.values()):
        percent = {wave: None if share is None else 100 * share for wave, share in held.items()}
        yield Caveat("money-one-person", percent)
    told = ("largest_share_before", "largest_share_after", "change_without_largest")
    disclosing = [name for name in told if getattr(result, name) is not None]
    if disclosing:
        yield Caveat("money-discloses-largest", {"names": disclosing})
    earners = [count for count in (result.earning_before, result.earning_after) if count]
    if earners and min(earners) < _FEW_EARNERS:
        yield Caveat("money-few-earners", {"earners": min(earners)})


def _of_stated(result: MoneyChange) -> Iterator[Caveat]:
    if result.gross is None:
        yield Caveat("money-gross-unknown")
    if result.month_before is None or result.month_after is None:
        yield Caveat("money-months-unknown")
    elif result.month_before[-2:] != result.month_after[-2:]:
        months = {"before": result.month_before, "after": result.month_after}
        yield Caveat("money-months-differ", months)
    if result.source is None:
        yield Caveat("money-source-unknown")
    if result.inflation is None:
        yield Caveat("money-prices")
    elif result.inflation_source is None:
        yield Caveat("money-prices-unsourced", {"inflation": result.inflation})
