"""What `paired_change` answers."""

from typing import final

import attrs

from .._arguments import proportion
from ..caveats import Caveat
from ..results import Result
from ._statistics import t_interval
from .gain import NormalizedGain

__all__ = ["PairedChange"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class PairedChange(Result):
    """What `paired_change` answers: the mean change, its uncertainty, tests and effect sizes.

    None means not estimable, and a caveat says why; only `gain`, `maximum`, `minimum`,
    `population`, `selected_below`, `seed` and the shares at an end of the scale are None where they
    were not given or not needed.

    Attributes
    ----------
    mean_change, interval_low, interval_high : float
        Mean of after - before in points, with its t interval at the level `confidence`.
    t, degrees_of_freedom, t_p : float, int, float
        Paired t test, two-sided.
    sign_flip_p, sign_flip_method : float, str
        p of the mean over all sign changes; ``"exact"`` or ``"monte-carlo"``.
    wilcoxon_p, wilcoxon_method, zero_method, w_plus, w_minus : float, str, str, float, float
        Signed-rank test with its conventions, and the rank sums of rises and falls.
    rank_biserial, hodges_lehmann, hodges_lehmann_nonzero : float
        Effect of the ranks from -1 to 1; median change in points, of all and of those who changed.
    d_z, g_z, d_av, d_av_lakens, d_rm, glass_delta : float
        The mean change over six different SDs; the Notes of `paired_change` have the formulas.
    sign_p : float
        Exact sign test: rises against falls, whatever their size.
    increased, unchanged, decreased : int
        How many people rose, stayed, fell.
    floor_before, floor_after, ceiling_before, ceiling_after : float
        Shares of people with the lowest and with the highest possible score.
    mean_before, sd_before, mean_after, sd_after, correlation, sd_change : float
        The two waves, and the spread of the differences.
    shapiro_w, shapiro_p : float
        Shapiro-Wilk test of the differences.
    gain : NormalizedGain
        With a maximum; it has caveats of its own.
    design, scale, selected_below, resolution, resolution_derived, minimum, maximum
        What was asked, and what was found where it was not said.
    population, samples, seed
        What was asked, and what was found where it was not said.
    n : int
        Number of complete pairs.
    unmatched_before, unmatched_after, omitted : tuple of str or int
        Ids with one score only; ids, or row numbers from 0, of pairs with a missing value.
    caveats : tuple of Caveat
        What these data can not show.
    """

    mean_change: float | None
    interval_low: float | None
    interval_high: float | None
    confidence: float
    t: float | None
    degrees_of_freedom: int | None
    t_p: float | None
    sign_flip_p: float | None
    sign_flip_method: str
    wilcoxon_p: float | None
    wilcoxon_method: str
    zero_method: str
    w_plus: float | None
    w_minus: float | None
    rank_biserial: float | None
    hodges_lehmann: float | None
    hodges_lehmann_nonzero: float | None
    d_z: float | None
    g_z: float | None
    d_av: float | None
    d_av_lakens: float | None
    d_rm: float | None
    glass_delta: float | None
    increased: int
    unchanged: int
    decreased: int
    mean_before: float | None
    sd_before: float | None
    mean_after: float | None
    sd_after: float | None
    correlation: float | None
    sd_change: float | None
    shapiro_w: float | None
    shapiro_p: float | None
    sign_p: float | None = None
    floor_before: float | None = None
    floor_after: float | None = None
    ceiling_before: float | None = None
    ceiling_after: float | None = None
    gain: NormalizedGain | None = None
    design: str = "prospective"
    scale: str = "interval"
    selected_below: float | None = None
    resolution: float | None = None
    resolution_derived: bool = True
    minimum: float | None = None
    maximum: float | None = None
    population: int | None = None
    samples: int
    seed: int | None
    n: int
    unmatched_before: tuple[str | int, ...] = ()
    unmatched_after: tuple[str | int, ...] = ()
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()

    def interval(self, confidence: float) -> tuple[float, float] | None:
        """Return the t interval of the mean change at another level; None if not estimable.

        Raises
        ------
        InvalidValueError
            If the level does not lie between 0 and 1.
        """
        level = proportion("confidence", confidence)
        return t_interval(self.mean_change, self.sd_change, self.n, level)
