"""Normalized gain: which part of what could still be gained was gained."""

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, TypeAlias, final

import attrs
import numpy as np
import numpy.typing as npt

from .._arguments import exact, is_number, number
from ..caveats import Caveat
from ..fields import one_of
from ..results import Result
from ..results.arrays import FloatArray
from ._caveats import not_estimable, of_means, of_pairs
from ._kernels import individual_gains, normalized_changes
from ._resolution import exact_mean, measured
from ._scale import check_means, check_pairs, read_ends
from .pairs import Pairs, Scores, read_pairs

__all__ = ["Bands", "NormalizedGain", "gain_of_pairs", "normalized_gain"]

Bands: TypeAlias = Literal["hake", "hake-strict", "effectiveness"]


@attrs.frozen
class _Band:
    """One band of gain with its edges, and whether they belong to it."""

    label: str
    low: Fraction
    high: Fraction
    with_low: bool = True
    with_high: bool = False

    def holds(self, gain: Fraction) -> bool:
        """Tell whether the gain lies in this band."""
        above = gain >= self.low if self.with_low else gain > self.low
        below = gain <= self.high if self.with_high else gain < self.high
        return above and below


_LOW, _HIGH = Fraction(3, 10), Fraction(7, 10)
_FIRST, _WHOLE = Fraction(0), Fraction(1)

_BANDS: dict[str, tuple[_Band, ...]] = {
    # An edge belongs to the band above it: common practice in Indonesia.
    "hake": (
        _Band("low", _FIRST, _LOW),
        _Band("medium", _LOW, _HIGH),
        _Band("high", _HIGH, _WHOLE, with_high=True),
    ),
    # Hake's own note has strict inequalities: a gain on an edge is in no band.
    "hake-strict": (
        _Band("low", _FIRST, _LOW),
        _Band("medium", _LOW, _HIGH, with_low=False),
        _Band("high", _HIGH, _WHOLE, with_low=False, with_high=True),
    ),
    # Printed as < 40, 40-55, 56-75, > 76 percent; the gaps are in the source.
    "effectiveness": (
        _Band("not effective", _FIRST, Fraction(40, 100)),
        _Band("less effective", Fraction(40, 100), Fraction(55, 100), with_high=True),
        _Band("fairly effective", Fraction(56, 100), Fraction(75, 100), with_high=True),
        _Band("effective", Fraction(76, 100), _WHOLE, with_low=False, with_high=True),
    ),
}


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class NormalizedGain(Result):
    """What `normalized_gain` answers; gains are proportions of the room that there was.

    Attributes
    ----------
    class_gain, band, band_rule : float, str, str
        Gain of the class mean, how it is called, and by which rule.
    mean_individual_gain, n_individual : float, int
        Mean of the gains of all who were below the maximum before, and how many these are.
    mean_normalized_change, n_change : float, int
        Mean of Marx and Cummings' c, and how many people it stands on.
    mean_before, mean_after, minimum, maximum : float
        The class means and the ends of the scale.
    increased, unchanged, decreased, at_maximum_before, at_maximum_after, n : int
        Numbers of people; None for two means.
    unmatched_before, unmatched_after, omitted : tuple of str or int
        As in `PairedChange`.
    caveats : tuple of Caveat
        What these data can not show.
    """

    class_gain: float | None
    band: str | None
    band_rule: str
    mean_individual_gain: float | None = None
    mean_normalized_change: float | None = None
    mean_before: float | None
    mean_after: float | None
    minimum: float
    maximum: float
    increased: int | None = None
    unchanged: int | None = None
    decreased: int | None = None
    at_maximum_before: int | None = None
    at_maximum_after: int | None = None
    n_individual: int | None = None
    n_change: int | None = None
    n: int | None = None
    unmatched_before: tuple[str | int, ...] = ()
    unmatched_after: tuple[str | int, ...] = ()
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def normalized_gain(
    before: Scores | float,
    after: Scores | float,
    *,
    maximum: float,
    minimum: float = 0,
    bands: Bands = "hake",
    missing: Literal["raise", "omit"] = "raise",
) -> NormalizedGain:
    """Tell which part of the points that were still to be gained has been gained.

    A rise of 10 points is much where 12 were possible, and little where 60 were. Use it for tests
    with a fixed highest score. It hides losses (they are counted beside it) and it tends to be
    higher in groups that start high, so do not rank groups by it.

    Parameters
    ----------
    before, after : sequence of number, mapping of id to number, sequence of (id, number), or number
        Scores of the same people, read as in `paired_change`; or two numbers: the class means of
        a report that gives no more. Points, from `minimum` to `maximum`.
    maximum : float
        The highest possible score.
    minimum : float
        The lowest possible score; a fall is divided by the room down to it.
    bands : {"hake", "hake-strict", "effectiveness"}
        How the class gain is called. ``"hake"``: high from 0.7, medium from 0.3, low below.
        ``"hake-strict"``: the same, but a gain of exactly 0.3 or 0.7 is in no band.
        ``"effectiveness"``: below 40 % not effective, 40 to 55 % less, 56 to 75 % fairly, above
        76 % effective; what lies between these is in no band.
    missing : {"raise", "omit"}
        Refuse missing values (None, nan), or leave their pairs out and list them.

    Returns
    -------
    NormalizedGain
        One row. `class_gain` stands on the two means, `mean_individual_gain` is the mean over the
        `n_individual` people who were below the maximum before, `mean_normalized_change` is the
        mean of c over `n_change` people. From two means only the first is estimable.

    Raises
    ------
    InvalidValueError
        If scores can not be read or lie outside the scale, or the scale has no length.

    See Also
    --------
    paired_change : the change in points with its uncertainty; contains this when given `maximum`.
    increase : the three meanings of "percent increase".

    Notes
    -----
    Class gain: (mean after - mean before) / (maximum - mean before). It is not the mean of the
    individual gains (after - before) / (maximum - before), which are not defined for people at the
    maximum (left out, counted in `at_maximum_before`) and have no lower bound for people who fall.
    The normalized change c divides a rise by the room above and a fall by the room below
    (before - minimum); it is 0 for no change, and people who stay at either end are left out.

    Bands are decided in exact fractions, so that 49 of 70 points is 0.7. A class mean that falls
    is in no band: "low gain" would hide the loss. A class at the maximum has no gain, no pairs
    have none either.

    References
    ----------
    Hake, R. R. (1998). Interactive-engagement versus traditional methods. American Journal of
    Physics 66, 64-74.

    Marx, J. D. and Cummings, K. (2007). Normalized change. American Journal of Physics 75, 87-91.

    Brogt, E. and others (2007). Regarding the relation of normalized gain and pretest scores.
    Astronomy Education Review 6(1), 25.

    Examples
    --------
    Four invented members of a weaving group took a test of 10 points. Which part of what they did
    not know did they learn?

    >>> gain = normalized_gain([4, 6, 8, 10], [7, 9, 9, 9], maximum=10)
    >>> round(gain.class_gain, 3), gain.band
    (0.5, 'medium')

    One started at the maximum, could only fall, and did: the individual mean stands on three.

    >>> round(gain.mean_individual_gain, 3), gain.n_individual, gain.decreased
    (0.583, 3, 1)

    A group that knew everything before has no gain, and says why:

    >>> full = normalized_gain([10, 10], [10, 10], maximum=10)
    >>> print(full.class_gain, "-", full.caveats[-1])
    None - The mean before is already the maximum: nothing was left to gain.
    """
    one_of("bands", bands, _BANDS)
    low, high = read_ends(minimum, maximum)
    if is_number(before) or is_number(after):
        means = number("before", before), number("after", after)
        check_means(*means, low, high)
        return _gain_of_means(*means, low, high, bands)
    pairs = read_pairs(before, after, missing=missing)
    check_pairs(pairs, low, high)
    return gain_of_pairs(pairs, low, high, bands=bands)


def gain_of_pairs(
    pairs: Pairs, minimum: float, maximum: float, *, bands: Bands = "hake"
) -> NormalizedGain:
    """Answer for pairs that were read and lie on the scale."""
    steps = measured(pairs, None)
    before, after = steps.before.astype(np.float64), steps.after.astype(np.float64)
    top, bottom = float(exact(maximum) / steps.unit), float(exact(minimum) / steps.unit)
    individual = individual_gains(before, after, top)
    changes = normalized_changes(before, after, bottom, top)
    old, new = exact_mean(steps.before, steps.unit), exact_mean(steps.after, steps.unit)
    gain = _answer(old, new, minimum, maximum, bands)
    gain = attrs.evolve(
        gain,
        mean_individual_gain=_mean(individual),
        mean_normalized_change=_mean(changes),
        increased=_count(after > before),
        unchanged=_count(after == before),
        decreased=_count(after < before),
        at_maximum_before=_count(before == top),
        at_maximum_after=_count(after == top),
        n_individual=len(individual),
        n_change=len(changes),
        n=pairs.n,
        unmatched_before=pairs.unmatched_before,
        unmatched_after=pairs.unmatched_after,
        omitted=pairs.omitted,
    )
    caveats = (*of_pairs(pairs), *_of_scores(gain, pairs.n), *_of_class(gain))
    return attrs.evolve(gain, caveats=caveats)


def _gain_of_means(
    before: float, after: float, minimum: float, maximum: float, bands: Bands
) -> NormalizedGain:
    gain = _answer(exact(before), exact(after), minimum, maximum, bands)
    return attrs.evolve(gain, caveats=(*of_means(gain, *_NEED_PAIRS), *_of_class(gain)))


def _answer(
    before: Fraction | None, after: Fraction | None, minimum: float, maximum: float, bands: Bands
) -> NormalizedGain:
    share = _class_gain(before, after, exact(maximum))
    return NormalizedGain(
        class_gain=None if share is None else float(share),
        band=_band(share, bands),
        band_rule=bands,
        mean_before=None if before is None else float(before),
        mean_after=None if after is None else float(after),
        minimum=minimum,
        maximum=maximum,
    )


# --- arithmetic in exact fractions ---------------------------------------------------------------


def _class_gain(
    before: Fraction | None, after: Fraction | None, maximum: Fraction
) -> Fraction | None:
    # 0 / 0, or a fall over 0, where nothing was left to gain.
    if before is None or after is None or before == maximum:
        return None
    return (after - before) / (maximum - before)


def _mean(values: FloatArray) -> float | None:
    return float(values.mean()) if len(values) else None


def _band(gain: Fraction | None, rule: Bands) -> str | None:
    if gain is None:
        return None
    return next((band.label for band in _BANDS[rule] if band.holds(gain)), None)


def _count(flags: npt.NDArray[np.bool_]) -> int:
    return int(np.count_nonzero(flags))


# --- caveats -------------------------------------------------------------------------------------

_NEED_SCORES = (
    "class_gain",
    "band",
    "mean_individual_gain",
    "mean_normalized_change",
    "mean_before",
    "mean_after",
)
_NEED_PAIRS = (
    "mean_individual_gain",
    "mean_normalized_change",
    "increased",
    "unchanged",
    "decreased",
    "at_maximum_before",
    "at_maximum_after",
    "n_individual",
    "n_change",
    "n",
)


# Terwee and others (2007, Journal of Clinical Epidemiology 60, p. 37): a ceiling effect where
# more than 15 % of people have the highest score.
_CEILING = 0.15


def _of_class(gain: NormalizedGain) -> Iterator[Caveat]:
    """Yield what holds for the gain of the class, from pairs or from means."""
    if gain.mean_before == gain.maximum:
        yield from not_estimable("gain-class-at-maximum", gain, "class_gain", "band")
    elif gain.class_gain is not None and gain.class_gain < 0:
        yield from not_estimable("gain-class-fell", gain, "band", gain=gain.class_gain)
    elif gain.class_gain is not None:
        data = {"percent": 100 * gain.class_gain, "rule": gain.band_rule}
        yield from not_estimable("gain-between-bands", gain, "band", **data)


def _of_scores(gain: NormalizedGain, n: int) -> Iterator[Caveat]:
    """Yield what only the scores of each person show."""
    if n == 0:
        yield from not_estimable("no-pairs", gain, *_NEED_SCORES)
        return
    left_out = gain.at_maximum_before or 0
    if left_out:
        yield Caveat("gain-at-maximum", {"left_out": left_out, "n": n})
    yield from not_estimable("gain-no-room", gain, "mean_individual_gain")
    yield from not_estimable("gain-no-change", gain, "mean_normalized_change")
    if max(left_out, gain.at_maximum_after or 0) > _CEILING * n:
        yield Caveat("ceiling", {"before": left_out, "after": gain.at_maximum_after, "n": n})
    if gain.decreased:
        yield Caveat("gain-losses", {"decreased": gain.decreased, "n": n})
    if _differ(gain.class_gain, gain.mean_individual_gain):
        two = {"class_gain": gain.class_gain, "individual": gain.mean_individual_gain}
        yield Caveat("gain-two-means", two)


def _differ(first: float | None, second: float | None) -> bool:
    return first is not None and second is not None and not math.isclose(first, second)
