"""Reliability: whether the items of a questionnaire go together."""

from collections.abc import Iterator, Sequence
from typing import Literal, final

import attrs
import numpy as np

from .._arguments import proportion
from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats
from . import _reliability as kernels
from ._answers import Items, read_answers, read_scale, turned
from ._caveats import not_estimable

__all__ = ["CronbachAlpha", "cronbach_alpha"]

# Samuels (2015) and Yurdugul (2008): below 30 people alpha moves too much to judge by.
_FEW_PEOPLE = 30


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class CronbachAlpha(RowResult):
    """What `cronbach_alpha` answers: a row for each item, and alpha of them all.

    Attributes
    ----------
    items : tuple of str or int
        Which item the row is about, in the order given.
    item_rest : array of shape (items,)
        Correlation of the item with the sum of the others; nan without a spread.
    alpha_if_dropped : array of shape (items,)
        Alpha of the others; nan where fewer than two are left or their sum has no spread.
    means, sds : arrays of shape (items,)
        Mean and SD of the answers, after turning.
    looks_reversed : tuple of bool
        Whether the item runs against the others.
    alpha, interval_low, interval_high, confidence : float
        Cronbach's alpha with Feldt's interval.
    standardized_alpha, mean_correlation : float
        Alpha of items of equal spread, and the mean correlation of two items.
    method : str
        How the interval was computed.
    k, n : int
        Numbers of items, and of people who answered all of them.
    reversed, minimum, maximum, omitted
        Items that were turned and the ends of the scale; people left out for a missing answer, by
        id or row number from 0.
    caveats : tuple of Caveat
        What these answers can not show.
    """

    items: tuple[str | int, ...] = attrs.field(metadata=ROW)
    item_rest: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    alpha_if_dropped: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    means: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    sds: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    looks_reversed: tuple[bool, ...] = attrs.field(metadata=ROW)
    alpha: float | None
    interval_low: float | None
    interval_high: float | None
    confidence: float
    standardized_alpha: float | None
    mean_correlation: float | None
    method: str
    k: int
    n: int
    reversed: tuple[str | int, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def cronbach_alpha(
    items: Items,
    *,
    reversed: Sequence[str | int] = (),
    minimum: float | None = None,
    maximum: float | None = None,
    confidence: float = 0.95,
    missing: Literal["raise", "omit"] = "raise",
) -> CronbachAlpha:
    """Tell whether the items of a questionnaire go together, and which do not.

    For several items that are meant to measure one thing and whose answers are added up. A high
    alpha says that people who answer high on one item tend to do so on the others. It does not say
    that the items measure one thing, nor the right thing; many items alone make it high.

    Parameters
    ----------
    items : mapping of item to answers
        The answers of each person to each item: sequences of one length in one order of people,
        or mappings from id to answer, matched by id. Of a pandas frame: ``frame.to_dict("list")``.
    reversed : sequence of items
        Items that are worded the other way round, to be turned: an answer x becomes
        minimum + maximum - x. Nothing is turned that is not named here.
    minimum, maximum : float, optional
        The lowest and the highest possible answer. With both, answers beyond them are refused;
        `reversed` needs them.
    confidence : float
        Level of the interval, between 0 and 1.
    missing : {"raise", "omit"}
        Refuse missing answers (None, nan, no entry of a person) and name them, or leave out
        everybody with a gap and list them.

    Returns
    -------
    CronbachAlpha
        One row an item, in the order given.

    Raises
    ------
    InvalidValueError
        If answers can not be read or lie beyond the scale, or `reversed` names no item or comes
        without the ends of the scale.

    See Also
    --------
    likert_index : how positive the answers are.

    Notes
    -----
    alpha = k / (k - 1) * (1 - sum of item variances / variance of the totals), sample variances.
    The interval is Feldt's: 1 - (1 - alpha) F, F the quantiles of the F distribution with n - 1 and
    (n - 1)(k - 1) degrees of freedom; it holds for normal answers of equal covariance. The
    standardized alpha is k r / (1 + (k - 1) r), r the mean correlation of two items.

    An item looks reversed where its correlation with the rest is negative. Since one such item
    also makes others negative, the most negative one is turned for trial, and so on until none
    is; of the two sets that fit, the smaller is named. Nothing else is computed from turned
    answers.

    Edge cases. An item that all answer alike stays in: it adds to k and nothing to the variances,
    so that alpha is lower; it has no correlation, and there is no standardized alpha. One item, one
    person, or totals without spread: no alpha. Alpha 1: the interval would have no length and is
    not given. A negative alpha is given as it is.

    References
    ----------
    Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika 16,
    297-334, equation 2.

    Feldt, L. S. (1965). The approximate sampling distribution of Kuder-Richardson reliability
    coefficient twenty. Psychometrika 30, 357-370.

    Examples
    --------
    Five invented members of a savings group answered three items about trust from 1 to 5:

    >>> answers = {"lend": [3, 2, 4, 3, 4], "help": [4, 3, 4, 2, 4], "meet": [3, 4, 5, 3, 4]}
    >>> trust = cronbach_alpha(answers, minimum=1, maximum=5)
    >>> round(trust.alpha, 2), round(trust.interval_low, 2), round(trust.interval_high, 2)
    (0.73, -0.35, 0.97)

    The items seem to go together, but five people leave open whether they do at all. An item that
    is worded the other way round shows:

    >>> answers["doubt"] = [3, 4, 1, 4, 2]
    >>> turned = cronbach_alpha(answers)
    >>> turned["doubt"]["looks_reversed"], round(turned.alpha, 2)
    (True, -6.1)
    >>> round(cronbach_alpha(answers, reversed=["doubt"], minimum=1, maximum=5).alpha, 2)
    0.87

    One item has nothing to go together with:

    >>> single = cronbach_alpha({"lend": [3, 2, 4, 3, 4]})
    >>> print(single.alpha, "-", single.caveats[0])
    None - One item alone has no alpha: it takes two that are meant to measure the same.
    """
    confidence = proportion("confidence", confidence)
    answers = read_answers(items, missing=missing)
    given = minimum is not None or maximum is not None
    ends = read_scale(minimum, maximum, answers) if given else None
    answers, turned_over = turned(reversed, answers, ends)
    table, omitted = answers.complete()
    result = _of_table(answers.items, table, confidence)
    result = attrs.evolve(
        result,
        reversed=turned_over,
        minimum=None if ends is None else ends[0],
        maximum=None if ends is None else ends[1],
        omitted=omitted,
    )
    return attrs.evolve(result, caveats=tuple(_caveats(result)))


def _of_table(items: tuple[str | int, ...], table: FloatArray, confidence: float) -> CronbachAlpha:
    n, k = table.shape
    enough = n > 1
    nothing = np.full(k, np.nan)
    value = kernels.alpha(table) if enough else None
    low, high = (None, None)
    # At 1 the interval would have no length, whatever the number of people.
    if value is not None and value < 1 - 1e-12:
        low, high = kernels.feldt(value, n, k, confidence)
    mean_correlation = kernels.mean_correlation(table) if enough else None
    return CronbachAlpha(
        items=items,
        item_rest=kernels.item_rest(table) if enough else nothing,
        alpha_if_dropped=kernels.alphas_if_dropped(table) if enough else nothing,
        means=table.mean(axis=0) if n else nothing,
        sds=np.sqrt(kernels.variances(table)) if enough else nothing,
        looks_reversed=tuple(kernels.look_reversed(table)),
        alpha=value,
        interval_low=low,
        interval_high=high,
        confidence=confidence,
        standardized_alpha=kernels.standardized(k, mean_correlation),
        mean_correlation=mean_correlation,
        method="Feldt",
        k=k,
        n=n,
    )


_ROWS = ("item_rest", "alpha_if_dropped", "means", "sds")
_ALPHA = ("alpha", "interval_low", "interval_high", "standardized_alpha", "mean_correlation")


def _caveats(result: CronbachAlpha) -> Iterator[Caveat]:
    if result.k < 2:
        yield Caveat("alpha-one-item", {"fields": [*_ALPHA, *_ROWS]})
        return
    if result.n < 2:
        yield Caveat("alpha-one-person", {"fields": [*_ALPHA, *_ROWS], "n": result.n})
        return
    yield from _of_value(result)
    yield from _of_items(result)
    if result.n < _FEW_PEOPLE:
        yield Caveat("alpha-few-people", {"n": result.n})
    if result.omitted:
        yield Caveat("answers-omitted", {"omitted": len(result.omitted), "n": result.n})
    yield Caveat("alpha-not-one-thing")


def _of_value(result: CronbachAlpha) -> Iterator[Caveat]:
    code = "alpha-no-spread" if result.alpha is None else "alpha-perfect"
    yield from not_estimable(code, result, "alpha", "interval_low", "interval_high")
    if result.alpha is not None and result.alpha < 0:
        yield Caveat("alpha-negative", {"alpha": result.alpha})


def _of_items(result: CronbachAlpha) -> Iterator[Caveat]:
    names = result.items
    against = [name for name, turn in zip(names, result.looks_reversed, strict=True) if turn]
    if against:
        yield Caveat("items-look-reversed", {"items": against})
    constant = [name for name, sd in zip(names, result.sds.tolist(), strict=True) if sd == 0]
    if constant:
        fields = ["item_rest", "standardized_alpha", "mean_correlation"]
        yield Caveat("items-constant", {"fields": fields, "items": constant})
    else:
        yield from not_estimable("items-opposed", result, "standardized_alpha")
    rest = int(np.count_nonzero(np.isnan(result.item_rest))) - len(constant)
    if rest:
        yield Caveat("rest-constant", {"fields": ["item_rest"], "items": rest})
    dropped = int(np.count_nonzero(np.isnan(result.alpha_if_dropped)))
    if dropped:
        yield Caveat("alpha-if-dropped", {"fields": ["alpha_if_dropped"], "items": dropped})
