"""What `waves` answers."""

from typing import final

import attrs

from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats

__all__ = ["Waves"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Waves(RowResult):
    """What `waves` answers: a row for each pair of waves that is compared.

    Attributes
    ----------
    contrasts, earlier, later : tuple of str or int
        The comparison in words, and its two waves.
    mean_change, interval_low, interval_high : FloatArray
        Later less earlier, in points, with the t interval; nan for ordinal scores.
    p, adjusted_p : FloatArray
        Two-sided p over sign changes (ordinal: exact sign test), and adjusted for the number of
        comparisons.
    friedman, kendall_w, friedman_p, friedman_method : float, float, float, str
        Whether the waves differ at all: Friedman's statistic corrected for ties, Kendall's
        W from 0 to 1, and p over the orders inside people, ``"exact"`` or ``"monte-carlo"``.
    slope_mean, slope_low, slope_high, slope_p, slope_sd : float
        Growth a unit of time, the mean of one slope a person, with its t interval.
    rising, falling : int
        How many people have a slope above and below 0.
    waves, times, means, medians, mean_ranks : tuple, then FloatArrays, a value a wave
        The waves in their order.
    scale, adjustment, confidence, samples, seed
        What was asked; the seed repeats what was sampled.
    n : int
        People with a score in every wave.
    incomplete : tuple of str or int
        Ids, or row numbers from 0, of people who lack a wave.
    caveats : tuple of Caveat
        What these data can not show.
    """

    contrasts: tuple[str, ...] = attrs.field(metadata=ROW)
    earlier: tuple[str | int, ...] = attrs.field(metadata=ROW)
    later: tuple[str | int, ...] = attrs.field(metadata=ROW)
    mean_change: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    interval_low: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    interval_high: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    p: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    adjusted_p: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    friedman: float | None
    kendall_w: float | None
    friedman_p: float | None
    friedman_method: str
    slope_mean: float | None
    slope_low: float | None
    slope_high: float | None
    slope_p: float | None
    slope_sd: float | None
    rising: int | None
    falling: int | None
    waves: tuple[str | int, ...]
    times: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    means: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    medians: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    mean_ranks: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    scale: str
    adjustment: str
    confidence: float
    samples: int
    seed: int | None
    n: int
    incomplete: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()
