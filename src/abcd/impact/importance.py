"""Important change: whether a change is as large as people say matters, or as good as none."""

import math
from collections.abc import Iterator
from typing import Literal, TypeAlias, final

import attrs

from .._arguments import exact, number, proportion
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..fields import one_of
from ..results import Result
from ._caveats import not_estimable, of_pairs
from ._kernels import proper_p
from ._proportions import wilson
from ._resolution import measured
from ._statistics import moments_of, t_interval
from .pairs import Scores, read_pairs

__all__ = ["Better", "ImportantChange", "important_change"]

Better: TypeAlias = Literal["higher", "lower"]

_BETTER = ("higher", "lower")


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class ImportantChange(Result):
    """What `important_change` answers: a verdict about the mean, and counts of people.

    Attributes
    ----------
    verdict : str
        ``"important improvement"``, ``"improvement, importance unclear"``,
        ``"no important change"``, ``"decline, importance unclear"``,
        ``"important decline"`` or ``"unclear"``.
    mean_change, interval_low, interval_high : float
        Mean of after - before in points, with its t interval at the level `confidence`.
    equivalence_p, equivalence_low, equivalence_high : float
        p of two one-sided tests (TOST) against changes of `important` either way; the interval at
        2 confidence - 1 that belongs to it.
    improved, worsened, within : int
        How many people changed for the better or the worse by at least `important`, or by less.
    improved_share, improved_low, improved_high : float
        The first as a share, with Wilson's interval.
    important, better, confidence : float, str, float
        What was asked.
    n : int
        Number of complete pairs.
    unmatched_before, unmatched_after, omitted : tuple of str or int
        As in `PairedChange`.
    caveats : tuple of Caveat
        What these data can not show.
    """

    verdict: str | None
    mean_change: float | None
    interval_low: float | None
    interval_high: float | None
    equivalence_p: float | None
    equivalence_low: float | None
    equivalence_high: float | None
    improved: int
    worsened: int
    within: int
    improved_share: float | None
    improved_low: float | None
    improved_high: float | None
    important: float
    better: str
    confidence: float
    n: int
    unmatched_before: tuple[str | int, ...] = ()
    unmatched_after: tuple[str | int, ...] = ()
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def important_change(
    before: Scores,
    after: Scores,
    *,
    important: float,
    better: Better = "higher",
    confidence: float = 0.95,
    resolution: float | None = None,
    missing: Literal["raise", "omit"] = "raise",
) -> ImportantChange:
    """Tell whether the change is as large as matters to people, or as good as none at all.

    A p value tells a change from exactly none, and large groups show changes that nobody notices.
    Ask people before the measurement how large a change would matter to them: that number of points
    is `important`. "Not significant" is no proof of no change; the equivalence test here is one.

    Parameters
    ----------
    before, after : sequence of number, mapping of id to number, or sequence of (id, number)
        Scores of the same people, read as in `paired_change`.
    important : float
        The smallest change that matters, in points, above 0.
    better : {"higher", "lower"}
        Which scores are better.
    confidence : float
        Level of the interval, between 0.5 and 1; 1 - confidence is the level of the equivalence
        test.
    resolution : float, optional
        The smallest step of the instrument, as in `paired_change`.
    missing : {"raise", "omit"}
        Refuse missing values, or leave their pairs out and list them.

    Returns
    -------
    ImportantChange
        One row.

    Raises
    ------
    InvalidValueError
        If scores can not be read, `important` is not above 0, or an argument is out of its range.

    See Also
    --------
    paired_change : the change with all its tests.

    Notes
    -----
    With the mean m, its standard error e, n - 1 degrees of freedom and the margin M: TOST p is the
    larger of P(T > (m + M) / e) and P(T < (m - M) / e); it is at most alpha exactly where the
    interval at 1 - 2 alpha lies between -M and M.

    The verdict, in this order, for changes turned so that up is better: important improvement, the
    interval at `confidence` lies at or above M; important decline, at or below -M; no important
    change, TOST p at most alpha; improvement (decline) of unclear importance, the interval lies
    above (below) 0; else unclear. A change can be both significant and not important: then the
    third holds.

    Who changed by at least M is counted from single differences, which contain the error of the
    instrument: with an unreliable one some pass M by chance.

    Edge cases. No pairs, or one: no verdict. Equal differences: no spread, so no interval and no
    test, while the counts hold.

    References
    ----------
    Schuirmann, D. J. (1987). A comparison of the two one-sided tests procedure and the power
    approach. Journal of Pharmacokinetics and Biopharmaceutics 15, 657-680.

    Jaeschke, R., Singer, J. and Guyatt, G. H. (1989). Measurement of health status: ascertaining
    the minimal clinically important difference. Controlled Clinical Trials 10, 407-415.

    Lakens, D. (2017). Equivalence tests. Social Psychological and Personality Science 8, 355-362.

    Examples
    --------
    Eight invented members said that two of ten points would matter. Before and after:

    >>> before, after = [4, 5, 6, 3, 7, 5, 4, 6], [5, 6, 6, 4, 8, 5, 5, 7]
    >>> change = important_change(before, after, important=2)
    >>> change.mean_change, change.verdict, round(change.equivalence_p, 4)
    (0.75, 'no important change', 0.0001)
    >>> change.improved, change.within
    (0, 8)

    The mean did rise, and by less than matters. One pair has no verdict:

    >>> print(important_change([4], [9], important=2).verdict)
    None
    """
    one_of("better", better, _BETTER)
    level = _level(confidence)
    margin = number("important", important)
    if margin <= 0:
        raise InvalidValueError(Fault("important", shown(margin), "a number above 0", "range"))
    pairs = read_pairs(before, after, missing=missing)
    steps = measured(pairs, resolution)
    moments, n = moments_of(steps), pairs.n
    interval = t_interval(moments.mean_change, moments.sd_change, n, level)
    inner = t_interval(moments.mean_change, moments.sd_change, n, 2 * level - 1)
    p = _equivalence(moments.mean_change, moments.sd_change, n, margin)
    # A change of 0.3 points is three steps of 0.1: no rounding may tell them apart.
    least = exact(margin) / steps.resolution
    turn = 1 if better == "higher" else -1
    improved = sum(turn * int(step) >= least for step in steps.differences)
    worsened = sum(-turn * int(step) >= least for step in steps.differences)
    share = wilson(improved, n, level) if n else None
    result = ImportantChange(
        verdict=None
        if p is None or interval is None
        else _verdict(interval, p, margin, turn, level),
        mean_change=moments.mean_change,
        interval_low=None if interval is None else interval[0],
        interval_high=None if interval is None else interval[1],
        equivalence_p=p,
        equivalence_low=None if inner is None else inner[0],
        equivalence_high=None if inner is None else inner[1],
        improved=improved,
        worsened=worsened,
        within=n - improved - worsened,
        improved_share=improved / n if n else None,
        improved_low=None if share is None else share[0],
        improved_high=None if share is None else share[1],
        important=margin,
        better=better,
        confidence=level,
        n=n,
        unmatched_before=pairs.unmatched_before,
        unmatched_after=pairs.unmatched_after,
        omitted=pairs.omitted,
    )
    return attrs.evolve(result, caveats=(*of_pairs(pairs), *_caveats(result)))


def _level(confidence: object) -> float:
    level = proportion("confidence", confidence)
    if level <= 0.5:
        accepted = "a number above 0.5 and below 1"
        raise InvalidValueError(Fault("confidence", shown(level), accepted, "value"))
    return level


def _equivalence(mean: float | None, sd: float | None, n: int, margin: float) -> float | None:
    from scipy import stats

    if mean is None or sd is None or sd == 0:
        return None
    error = sd / math.sqrt(n)
    above = float(stats.t.sf((mean + margin) / error, n - 1))
    below = float(stats.t.cdf((mean - margin) / error, n - 1))
    return proper_p(max(above, below))


def _verdict(
    interval: tuple[float, float], p: float, margin: float, turn: int, confidence: float
) -> str:
    low, high = sorted((turn * interval[0], turn * interval[1]))
    if low >= margin:
        return "important improvement"
    if high <= -margin:
        return "important decline"
    if p <= 1 - confidence:
        return "no important change"
    if low > 0:
        return "improvement, importance unclear"
    return "decline, importance unclear" if high < 0 else "unclear"


_TESTED = (
    "verdict",
    "interval_low",
    "interval_high",
    "equivalence_p",
    "equivalence_low",
    "equivalence_high",
)


def _caveats(result: ImportantChange) -> Iterator[Caveat]:
    if result.n == 0:
        shares = ("improved_share", "improved_low", "improved_high")
        yield from not_estimable("no-pairs", result, *_TESTED, "mean_change", *shares)
        return
    if result.n == 1:
        yield from not_estimable("interval-one-pair", result, *_TESTED)
    else:
        yield from not_estimable("interval-no-spread", result, *_TESTED, n=result.n)
    if result.verdict == "unclear":
        half = ((result.interval_high or 0) - (result.interval_low or 0)) / 2
        yield Caveat("importance-unclear", {"half": half, "important": result.important})
    yield Caveat("importance-said-by", {"important": result.important})
    if result.improved + result.worsened:
        yield Caveat("importance-single-changes")
