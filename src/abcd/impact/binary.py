"""Binary change: who can do it now who could not before, and who lost it."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias, final

import attrs

from .._arguments import proportion
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..fields import one_of
from ..results import Result
from ._caveats import not_estimable, of_pairs
from ._proportions import mcnemar, newcombe_paired, wald_paired, wilson
from .pairs import Pairs, read_pairs

__all__ = ["BinaryChange", "RiskInterval", "binary_change"]

RiskInterval: TypeAlias = Literal["newcombe", "wald", "agresti-min"]

_INTERVALS = ("newcombe", "wald", "agresti-min")
_ANSWERS = "yes or no: True, False, 1 or 0"
# Below so many expected changes either way the formula of Wald covers far less than it says.
_FEW_FOR_WALD = 5


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class BinaryChange(Result):
    """What `binary_change` answers: shares from 0 to 1, and counts of people.

    Attributes
    ----------
    share_change, interval_low, interval_high : float
        The share who can afterwards, less the share who could before, with its interval.
    p : float
        Exact McNemar test: those who learned against those who lost it.
    share_before, share_before_low, share_before_high : float
        Share before with Wilson's interval.
    share_after, share_after_low, share_after_high : float
        The same afterwards.
    learned, lost, kept, never : int
        How many can now and could not, could and can not, could and can, could not and can not.
    learned_share, learned_low, learned_high : float
        Of those who could not before, the share who can now, with Wilson's interval.
    odds_ratio : float
        learned / lost: the odds ratio of pairs.
    confidence, interval_method : float, str
        What was asked.
    n : int
        Number of complete pairs.
    unmatched_before, unmatched_after, omitted : tuple of str or int
        As in `PairedChange`.
    caveats : tuple of Caveat
        What these data can not show.
    """

    share_change: float | None
    interval_low: float | None
    interval_high: float | None
    p: float | None
    share_before: float | None
    share_before_low: float | None
    share_before_high: float | None
    share_after: float | None
    share_after_low: float | None
    share_after_high: float | None
    learned: int
    lost: int
    kept: int
    never: int
    learned_share: float | None
    learned_low: float | None
    learned_high: float | None
    odds_ratio: float | None
    confidence: float
    interval_method: str
    n: int
    unmatched_before: tuple[str | int, ...] = ()
    unmatched_after: tuple[str | int, ...] = ()
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def binary_change(
    before: Any,
    after: Any,
    *,
    interval_method: RiskInterval = "newcombe",
    confidence: float = 0.95,
    missing: Literal["raise", "omit"] = "raise",
) -> BinaryChange:
    """Tell how many can do it now who could not before, and how sure the difference is.

    "80 % can now edit a video" says nothing while it is not known how many could before. Only
    those whose answer changed carry evidence; those who lost it count against those who learned.

    Parameters
    ----------
    before, after : sequence, mapping of id to answer, or sequence of (id, answer)
        Answers of the same people: True or False, 1 or 0; read as in `paired_change`.
    interval_method : {"newcombe", "wald", "agresti-min"}
        Interval of the difference. ``"newcombe"``: from Wilson's intervals, method 10, good for few
        people. ``"wald"``: from the normal distribution, as many reports have it, too narrow for
        few.
        ``"agresti-min"``: Wald after adding half a person to each of the four counts.
    confidence : float
        Level of the intervals, between 0 and 1.
    missing : {"raise", "omit"}
        Refuse missing answers, or leave their pairs out and list them.

    Returns
    -------
    BinaryChange
        One row. The p is two-sided.

    Raises
    ------
    InvalidValueError
        If an answer is neither yes nor no, or an argument is out of its range.

    See Also
    --------
    paired_change : scores instead of yes and no.

    Notes
    -----
    With b learned, c lost, n pairs: difference (b - c) / n. McNemar exact: twice the smaller tail
    of a binomial variable with b + c and 1/2, at most 1. Wald: difference
    ± z sqrt(b + c - (b - c)² / n) / n. Agresti and Min add 0.5 to each count,
    n becomes n + 2. Both are cut at -1 and 1.

    Edge cases. No pairs: nothing. Nobody changed: p is 1, the Wald interval has no width and is
    None, as it is where all learned it or all lost it. Nobody lost it: no odds ratio. Everybody
    could before: nobody was left to learn.

    References
    ----------
    McNemar, Q. (1947). Note on the sampling error of the difference between correlated proportions.
    Psychometrika 12, 153-157.

    Newcombe, R. G. (1998). Improved confidence intervals for the difference between binomial
    proportions based on paired data. Statistics in Medicine 17, 2635-2650.

    Agresti, A. and Min, Y. (2005). Simple improved confidence intervals for comparing matched
    proportions. Statistics in Medicine 24, 729-740.

    Examples
    --------
    Ten invented members were watched at editing a video before and after a course:

    >>> before = [True, False, False, False, True, False, False, True, False, False]
    >>> after = [True, True, True, False, True, True, True, False, True, True]
    >>> change = binary_change(before, after)
    >>> change.learned, change.lost, change.kept, change.never
    (6, 1, 2, 1)
    >>> round(change.share_change, 2), round(change.interval_low, 2), round(change.interval_high, 2)
    (0.5, 0.02, 0.76)
    >>> change.p
    0.125

    Six learned it and one lost it. All could before: nothing was left to learn.

    >>> full = binary_change([True, True], [True, True])
    >>> print(full.learned_share, full.p)
    None 1.0
    """
    one_of("interval_method", interval_method, _INTERVALS)
    level = proportion("confidence", confidence)
    pairs = read_pairs(_numbers(before), _numbers(after), missing=missing)
    _check(pairs)
    answers = list(zip(pairs.before, pairs.after, strict=True))
    kept, lost = answers.count((1.0, 1.0)), answers.count((1.0, 0.0))
    learned, never = answers.count((0.0, 1.0)), answers.count((0.0, 0.0))
    n = pairs.n
    ends = _ends(kept, lost, learned, never, interval_method, level) if n else None
    first, second = _share(kept + lost, n, level), _share(kept + learned, n, level)
    new = _share(learned, learned + never, level)
    result = BinaryChange(
        share_change=(learned - lost) / n if n else None,
        interval_low=None if ends is None else ends[0],
        interval_high=None if ends is None else ends[1],
        p=mcnemar(learned, lost) if n else None,
        share_before=first.share,
        share_before_low=first.low,
        share_before_high=first.high,
        share_after=second.share,
        share_after_low=second.low,
        share_after_high=second.high,
        learned=learned,
        lost=lost,
        kept=kept,
        never=never,
        learned_share=new.share,
        learned_low=new.low,
        learned_high=new.high,
        odds_ratio=learned / lost if lost else None,
        confidence=level,
        interval_method=interval_method,
        n=n,
        unmatched_before=pairs.unmatched_before,
        unmatched_after=pairs.unmatched_after,
        omitted=pairs.omitted,
    )
    return attrs.evolve(result, caveats=(*of_pairs(pairs), *_caveats(result)))


def _numbers(answers: Any) -> Any:
    """Turn truth values into 1 and 0, which are read as scores are; hand on the rest."""
    if isinstance(answers, Mapping):
        return {key: _number(value) for key, value in answers.items()}
    if getattr(getattr(answers, "dtype", None), "kind", "") == "b":
        return answers.astype(int)
    if not isinstance(answers, list | tuple):
        return answers
    return [
        (item[0], _number(item[1]))
        if isinstance(item, list | tuple) and len(item) == 2
        # A row that is none is refused by the reader, with its place.
        else _number(item)
        for item in answers
    ]


def _number(value: object) -> object:
    # numpy's truth values are no `bool`.
    return int(value) if type(value).__name__ in ("bool", "bool_") else value  # type: ignore[call-overload]  # truth values only


def _check(pairs: Pairs) -> None:
    faults = [
        Fault(f"{wave}[{shown(key)}]", shown(value), _ANSWERS, "value")
        for wave, values in (("before", pairs.before), ("after", pairs.after))
        for key, value in zip(pairs.keys, values, strict=True)
        if value not in (0.0, 1.0)
    ]
    if faults:
        raise InvalidValueError(*faults)


@attrs.frozen
class _Share:
    share: float | None = None
    low: float | None = None
    high: float | None = None


def _share(count: int, n: int, confidence: float) -> _Share:
    return _Share(count / n, *wilson(count, n, confidence)) if n else _Share()


def _ends(
    kept: int, lost: int, learned: int, never: int, method: str, confidence: float
) -> tuple[float, float] | None:
    if method == "newcombe":
        return newcombe_paired(kept, lost, learned, never, confidence)
    if method == "wald" and learned + lost == 0:
        return None
    n, added = kept + lost + learned + never, 0.5 if method == "agresti-min" else 0.0
    # Where all learned it, or all lost it, the estimate of Wald's error is 0.
    if method == "wald" and max(learned, lost) == n:
        return None
    return wald_paired(lost + added, learned + added, n + 4 * added, confidence)


def _caveats(result: BinaryChange) -> Iterator[Caveat]:
    if result.n == 0:
        yield from not_estimable("no-pairs", result, *_OF_ANY, *_OF_NEW, "odds_ratio")
        return
    changed = result.learned + result.lost
    code = "binary-all-changed" if changed else "binary-unchanged"
    yield from not_estimable(code, result, "interval_low", "interval_high", n=result.n)
    yield from not_estimable("binary-nothing-to-learn", result, *_OF_NEW)
    yield from not_estimable("binary-none-lost", result, "odds_ratio", learned=result.learned)
    alpha = round(1 - result.confidence, 12)
    smallest = min(1.0, 2.0 ** (1 - changed))
    if smallest > alpha:
        yield Caveat("smallest-p", {"changed": changed, "smallest": smallest, "alpha": alpha})
    known = result.interval_method == "wald" and result.interval_low is not None
    if known and min(result.learned, result.lost) < _FEW_FOR_WALD:
        yield Caveat("binary-wald-few", {"learned": result.learned, "lost": result.lost})
    if result.lost:
        yield Caveat("binary-lost", {"lost": result.lost, "learned": result.learned})


_OF_ANY = (
    "share_change",
    "interval_low",
    "interval_high",
    "p",
    "share_before",
    "share_before_low",
    "share_before_high",
    "share_after",
    "share_after_low",
    "share_after_high",
)
_OF_NEW = ("learned_share", "learned_low", "learned_high")
