"""Likert index: how positive the answers to a questionnaire are, and how they are spread."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal, final

import attrs
import numpy as np

from .._arguments import exact, number
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._answers import Answers, Items, read_answers, read_scale, turned
from ._caveats import not_estimable

__all__ = ["LikertIndex", "likert_index"]

# Riduwan's five bands as they are used in Indonesia; printed as 0-20, 21-40 and so on, which
# leaves gaps, so the rule is: an edge belongs to the band below it.
_BANDS = ((20, "very poor"), (40, "poor"), (60, "fair"), (80, "good"), (100, "very good"))
_MOST_STEPS = 101


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class LikertIndex(RowResult):
    """What `likert_index` answers: a row for each item, and all answers together.

    Attributes
    ----------
    items : tuple of str or int
        Which item the row is about, in the order given.
    indexes, indexes_from_minimum : arrays of shape (items,)
        Both percentages of the item; nan without an answer.
    medians : array of shape (items,)
        The median answer, which needs no equal steps.
    counts : tuple of tuple of int
        How often each of `categories` was answered.
    answered, missing : arrays of shape (items,)
        How many people answered the item, and how many did not.
    index, index_from_minimum : float
        The percentages over all answers: of the highest answer, and of the way from the lowest to
        the highest.
    band, band_rule : str
        How `index` is called, and by which rule.
    above_middle, neutral, below_middle : float
        Shares of all answers above, on and below the middle of the scale; the second is None where
        no answer lies there.
    categories : tuple of float
        The possible answers.
    total_counts : tuple of int
        How often each was given, over all items.
    n_answers, n_missing, n : int
        Answers, gaps, and people with an answer at least.
    minimum, maximum, step, reversed
        The scale, and the items that were turned.
    caveats : tuple of Caveat
        What these answers can not show.
    """

    items: tuple[str | int, ...] = attrs.field(metadata=ROW)
    indexes: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    indexes_from_minimum: FloatArray = attrs.field(
        converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW
    )
    medians: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    counts: tuple[tuple[int, ...], ...] = attrs.field(metadata=ROW)
    answered: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    missing: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    index: float | None
    index_from_minimum: float | None
    band: str | None
    band_rule: str
    above_middle: float | None
    neutral: float | None
    below_middle: float | None
    categories: tuple[float, ...]
    total_counts: tuple[int, ...]
    n_answers: int
    n_missing: int
    n: int
    minimum: float
    maximum: float
    step: float
    reversed: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def likert_index(
    items: Items,
    *,
    maximum: float,
    minimum: float = 1,
    step: float = 1,
    reversed: Sequence[str | int] = (),
    missing: Literal["raise", "omit"] = "raise",
) -> LikertIndex:
    """Tell how positive the answers on a scale such as 1 to 5 are, by item and together.

    The percentage index is what reports of community programs print: the sum of the answers over
    the highest sum there could be. It treats steps of a scale as equal distances, and can not be 0
    where the lowest answer is 1; so the percentage from the minimum and the distribution of the
    answers stand beside it. It is no test, and shows no change.

    Parameters
    ----------
    items : mapping of item to answers
        The answers of each person to each item: sequences of one length in one order of people,
        or mappings from id to answer, matched by id. Of a pandas frame: ``frame.to_dict("list")``.
    maximum, minimum : float
        The highest and the lowest possible answer; the lowest is 0 or more.
    step : float
        The distance between two neighboring answers; at most 100 of them.
    reversed : sequence of items
        Items that are worded the other way round, to be turned: x becomes minimum + maximum - x.
    missing : {"raise", "omit"}
        Refuse missing answers (None, nan, no entry of a person), or count them apart; each item
        then stands on its own answers.

    Returns
    -------
    LikertIndex
        One row an item, in the order given. Percentages from 0 to 100; shares from 0 to 1.

    Raises
    ------
    InvalidValueError
        If answers can not be read, lie beyond the scale or between its steps, or `reversed` names
        no item.

    See Also
    --------
    cronbach_alpha : whether these items go together.
    paired_change : change of a score.

    Notes
    -----
    index = 100 * sum of answers / (answers * maximum); from the minimum: 100 * (mean - minimum) /
    (maximum - minimum). On a scale from 1 to 5 the first starts at 20. Answers of all items are
    pooled, so an item with more answers weighs more. Bands (Riduwan), of `index`: very poor up to
    20, poor up to 40, fair up to 60, good up to 80, very good above; an edge belongs to the band
    below it, decided in exact fractions. Printed tables (0-20, 21-40, ...) leave gaps there.

    Edge cases. No answers: no index, no shares. An even number of categories has no middle:
    `neutral` is None. Median of an even number of answers: the mean of the middle two.

    References
    ----------
    Likert, R. (1932). A technique for the measurement of attitudes. Archives of Psychology 140.

    Riduwan (2009). Skala Pengukuran Variabel-variabel Penelitian. Alfabeta, Bandung.

    Examples
    --------
    Four invented visitors of a village festival answered two items from 1 to 5; one skipped one:

    >>> answers = {"stalls": [5, 4, 4, 3], "music": [5, 5, None, 3]}
    >>> festival = likert_index(answers, maximum=5, missing="omit")
    >>> round(festival.index, 1), round(festival.index_from_minimum, 1), festival.band
    (82.9, 78.6, 'very good')
    >>> festival["music"]["counts"], festival["music"]["missing"]
    ((0, 0, 1, 0, 2), 1)

    So 83 % of the highest sum, or 79 % of the way from the lowest: name which one you report.
    Nobody answered, nothing can be said:

    >>> empty = likert_index({"stalls": []}, maximum=5)
    >>> print(empty.index, "-", empty.caveats[0])
    None - There is no answer: no index and no share can be computed.
    """
    answers = read_answers(items, missing=missing)
    low, high = read_scale(minimum, maximum, answers)
    if low < 0:
        raise InvalidValueError(Fault("minimum", shown(low), "a number from 0", "value"))
    size = number("step", step)
    categories = _categories(low, high, size)
    _check_steps(answers, low, size)
    answers, turned_over = turned(reversed, answers, (low, high))
    result = _of_answers(answers, categories, size)
    result = attrs.evolve(result, reversed=turned_over)
    return attrs.evolve(result, caveats=tuple(_caveats(result)))


def _categories(low: float, high: float, step: float) -> tuple[float, ...]:
    steps = (exact(high) - exact(low)) / exact(step) if step > 0 else Fraction(1, 2)
    if steps.denominator != 1 or steps >= _MOST_STEPS:
        accepted = "a number above 0 that divides the scale into 1 to 100 steps"
        raise InvalidValueError(Fault("step", shown(step), accepted, "value"))
    return tuple([float(exact(low) + place * exact(step)) for place in range(int(steps) + 1)])


def _check_steps(answers: Answers, low: float, step: float) -> None:
    table = answers.table
    given = np.unique(table[~np.isnan(table)]).tolist()
    between = [
        answer for answer in given if ((exact(answer) - exact(low)) / exact(step)).denominator != 1
    ]
    accepted = f"minimum={low:g} and whole steps of {step:g} above it"
    faults = [
        Fault(
            f"items[{shown(answers.items[column])}][{shown(answers.people[row])}]",
            shown(float(table[row, column])),
            accepted,
            "value",
        )
        for row, column in np.argwhere(np.isin(table, between)).tolist()
    ]
    if faults:
        raise InvalidValueError(*faults)


def _of_answers(answers: Answers, categories: tuple[float, ...], step: float) -> LikertIndex:
    low, high = categories[0], categories[-1]
    columns = [column[~np.isnan(column)] for column in answers.table.T]
    rows = [_counted(column, categories) for column in columns]
    indexes = [_indexes(row, categories) for row in rows]
    total = tuple([sum(row[place] for row in rows) for place in range(len(categories))])
    share, from_minimum = _indexes(total, categories)
    below, neutral, above = _thirds(total)
    answered = [len(column) for column in columns]
    return LikertIndex(
        items=answers.items,
        indexes=_column([first for first, _ in indexes]),
        indexes_from_minimum=_column([second for _, second in indexes]),
        medians=[float(np.median(column)) if len(column) else np.nan for column in columns],
        counts=tuple(rows),
        answered=answered,
        missing=[len(answers.people) - size for size in answered],
        index=_float(share),
        index_from_minimum=_float(from_minimum),
        band=None if share is None else next(name for edge, name in _BANDS if share <= edge),
        band_rule="riduwan, edges to the band below",
        above_middle=above,
        neutral=neutral,
        below_middle=below,
        categories=categories,
        total_counts=total,
        n_answers=sum(answered),
        n_missing=len(answers.people) * len(columns) - sum(answered),
        n=int(np.count_nonzero(~np.isnan(answers.table).all(axis=1))) if columns else 0,
        minimum=low,
        maximum=high,
        step=step,
    )


def _counted(column: FloatArray, categories: tuple[float, ...]) -> tuple[int, ...]:
    # Turned answers and float categories may differ by rounding: the nearest category is meant.
    values = np.array(categories)
    places = np.abs(column[:, np.newaxis] - values).argmin(axis=1)
    return tuple(np.bincount(places, minlength=len(categories)).tolist())


def _indexes(
    counts: Sequence[int], categories: tuple[float, ...]
) -> tuple[Fraction | None, Fraction | None]:
    n = sum(counts)
    if n == 0:
        return None, None
    low, high = exact(categories[0]), exact(categories[-1])
    terms = [count * exact(value) for count, value in zip(counts, categories, strict=True)]
    mean = sum(terms, Fraction()) / n
    return 100 * mean / high, 100 * (mean - low) / (high - low)


def _column(values: Sequence[Fraction | None]) -> FloatArray:
    return np.array([np.nan if value is None else float(value) for value in values])


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _thirds(counts: Sequence[int]) -> tuple[float | None, float | None, float | None]:
    """Return the shares below, on and above the middle of the scale."""
    n, half = sum(counts), len(counts) // 2
    if n == 0:
        return None, None, None
    has_middle = len(counts) % 2 == 1
    below, above = sum(counts[:half]), sum(counts[-half:])
    return below / n, counts[half] / n if has_middle else None, above / n


def _caveats(result: LikertIndex) -> Iterator[Caveat]:
    if result.n_answers == 0:
        shares = ("above_middle", "neutral", "below_middle")
        fields = ("index", "index_from_minimum", "band", *shares)
        rows = ("indexes", "indexes_from_minimum", "medians")
        yield Caveat("likert-no-answers", {"fields": [*fields, *rows]})
        return
    yield Caveat("likert-equal-steps")
    if result.minimum > 0:
        percent = 100 * result.minimum / result.maximum
        yield Caveat("likert-floor", {"percent": percent, "minimum": result.minimum})
    yield from not_estimable("likert-no-middle", result, "neutral")
    if result.n_missing:
        data = {"missing": result.n_missing, "answers": result.n_answers}
        yield Caveat("likert-missing", data)
    empty = int(np.count_nonzero(result.answered == 0))
    if empty:
        rows = ("indexes", "indexes_from_minimum", "medians")
        yield Caveat("likert-empty-items", {"fields": list(rows), "items": empty})
