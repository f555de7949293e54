"""Increase: the three numbers that reports print under one name, kept apart."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, final

import attrs

from .._arguments import exact, is_number, number
from ..caveats import Caveat
from ..results import Result
from ._caveats import not_estimable, of_means, of_pairs
from ._resolution import exact_mean, measured
from .pairs import Scores, read_pairs

__all__ = ["Increase", "increase"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Increase(Result):
    """What `increase` answers: points, and proportions of the mean before and after.

    Attributes
    ----------
    points, relative, share_of_post : float
        The rise of the mean, that over the mean before, and that over the mean after.
    mean_before, mean_after, n : float, float, int
        What it stands on; n is None for two means.
    unmatched_before, unmatched_after, omitted : tuple of str or int
        As in `PairedChange`.
    caveats : tuple of Caveat
        What these data can not show.
    """

    points: float | None
    relative: float | None
    share_of_post: float | None
    mean_before: float | None
    mean_after: float | None
    n: int | None = None
    unmatched_before: tuple[str | int, ...] = ()
    unmatched_after: tuple[str | int, ...] = ()
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def increase(
    before: Scores | float,
    after: Scores | float,
    *,
    missing: Literal["raise", "omit"] = "raise",
) -> Increase:
    """Tell how much the mean rose, in each of the three meanings of "percent increase".

    Reports print points, the relative increase, or the increase as share of the value after, and
    call each of them "% increase". Use this to print one of them by its name, or to find out which
    one a report has printed. Whether the change is more than chance is a question for
    `paired_change`.

    Parameters
    ----------
    before, after : sequence of number, mapping of id to number, sequence of (id, number), or number
        Scores of the same people, read as in `paired_change`; or two numbers: the means of a
        report that gives no more.
    missing : {"raise", "omit"}
        Refuse missing values (None, nan), or leave their pairs out and list them.

    Returns
    -------
    Increase
        One row. `points` in the unit of the scores, `relative` and `share_of_post` as proportions
        (0.31 is 31 %), negative for a fall. `n` is None for two means.

    Raises
    ------
    InvalidValueError
        If scores can not be read, differ in form or length, or an id stands twice.

    See Also
    --------
    normalized_gain : the increase as a share of what could still be gained.

    Notes
    -----
    With means m0 and m1: points m1 - m0, relative (m1 - m0) / m0, share of post (m1 - m0) / m1.
    The two proportions need a true zero. They are not estimable where they would divide by 0, and
    where any score is negative, because then 0 is not the least there can be. They are ratios of
    means, not means of ratios. No pairs give nothing.

    Examples
    --------
    A report says that the mean of a test rose from 50 to 80 (invented). Is that "30 %"?

    >>> rise = increase(50, 80)
    >>> rise.points, rise.relative, rise.share_of_post
    (30.0, 0.6, 0.375)

    Thirty points, sixty percent of the mean before. From nothing no percentage can be computed:

    >>> start = increase({"Ani": 0, "Budi": 0}, {"Ani": 2, "Budi": 4})
    >>> start.points, start.relative
    (3.0, None)
    >>> print(start.caveats[-1])
    The mean before is 0: no proportion of it can be computed.
    """
    if is_number(before) or is_number(after):
        return _increase_of_means(number("before", before), number("after", after))
    pairs = read_pairs(before, after, missing=missing)
    steps = measured(pairs, None)
    old, new = exact_mean(steps.before, steps.unit), exact_mean(steps.after, steps.unit)
    negative = min(pairs.before + pairs.after, default=0) < 0
    rise = attrs.evolve(
        _answer(old, new, negative=negative),
        n=pairs.n,
        unmatched_before=pairs.unmatched_before,
        unmatched_after=pairs.unmatched_after,
        omitted=pairs.omitted,
    )
    caveats = (*of_pairs(pairs), *_of_increase(rise, negative=negative))
    return attrs.evolve(rise, caveats=caveats)


def _increase_of_means(before: float, after: float) -> Increase:
    negative = min(before, after) < 0
    rise = _answer(exact(before), exact(after), negative=negative)
    caveats = (*of_means(rise, "n"), *_of_increase(rise, negative=negative))
    return attrs.evolve(rise, caveats=caveats)


def _answer(before: Fraction | None, after: Fraction | None, *, negative: bool) -> Increase:
    if before is None or after is None:
        return Increase(
            points=None, relative=None, share_of_post=None, mean_before=None, mean_after=None
        )
    points = after - before
    return Increase(
        points=float(points),
        relative=None if negative or before == 0 else float(points / before),
        share_of_post=None if negative or after == 0 else float(points / after),
        mean_before=float(before),
        mean_after=float(after),
    )


def _of_increase(rise: Increase, *, negative: bool) -> Iterator[Caveat]:
    if rise.points is None:
        fields = ("points", "relative", "share_of_post", "mean_before", "mean_after")
        yield from not_estimable("no-pairs", rise, *fields)
    elif negative:
        yield from not_estimable("increase-negative", rise, "relative", "share_of_post")
    else:
        yield from not_estimable("increase-from-zero", rise, "relative")
        yield from not_estimable("increase-to-zero", rise, "share_of_post")
    if rise.points and rise.relative is not None and rise.share_of_post is not None:
        relative, share = 100 * rise.relative, 100 * rise.share_of_post
        data = {"points": rise.points, "relative": relative, "share_of_post": share}
        yield Caveat("increase-ambiguous", data)
