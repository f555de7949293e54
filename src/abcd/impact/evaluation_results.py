"""What `evaluate` answers."""

from typing import final

import attrs

from ..caveats import Caveat
from ..results import ROW, RowResult
from .paired_results import PairedChange

__all__ = ["Evaluation"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Evaluation(RowResult):
    """One row a claim, then one row an indicator that no claim names.

    Attributes
    ----------
    statements : tuple of str
        The claim in its own words, or the name of the indicator.
    kind : tuple of str
        ``"claim"`` or ``"indicator"``.
    level : tuple of str
        How far the claim reaches (Kirkpatrick), or of what the indicator speaks; None where nobody
        said. Only an indicator of this level, or of one above, can show the claim.
    verdict : tuple of str
        ``"not estimable"``; ``"open"`` where the interval of the change holds both directions, or
        the exact test does not reach its level;
        ``"supported"`` where it lies whole on the better side; ``"contradicted"`` where it lies
        whole on the worse one. For an indicator, better and worse instead of the last two.
    reasons : tuple of tuple of str
        Codes of `abcd.caveats` that say why, the decisive one first, and which values were not
        used.
    indicator : tuple of str
        Id of the indicator; None where the claim names none.
    measured : tuple of str
        What has to be measured; None where nobody said.
    facets : tuple of tuple of str
        The parts of it, each of which needs items of its own.
    of_whom, when, instrument : tuple of str
        On whom, at which moments and with what; None where nobody said.
    people : tuple of int
        How many people that can be; None where it is not known.
    incomplete : tuple of tuple of str
        Ids of the people who have values for some facets only in a wave; these are not used.
    smallest_effect : tuple of float
        The change that so many people can show with 80 % power at the two-sided level .05, in
        standard deviations of the differences; None where it is not known.
    n : tuple of int
        How many people were measured both before and after.
    mean_change, interval_low, interval_high : tuple of float
        In the unit of the indicator, with the 95 % interval; None where not estimable.
    evidence : tuple of str
        The strongest evidence there is for the row: ``"none"``; ``"stories"``; ``"measured"``,
        values that give no change of people; ``"before and after"``; ``"compared"``, the same
        beside a group without the program. Invented values are none.
    measured_level : tuple of str
        Of what the values speak (Kirkpatrick); None where there are none, all are invented
        or nobody said.
    stories : tuple of int
        How many stories tell of it: their domain is the id or the name of the indicator.
    comparison, comparison_low, comparison_high : tuple of float
        How much more those of whom it is changed than the others, with the 95 % interval.
    n_comparison : tuple of int
        How many others were measured both before and after.
    actual, baseline, target, achieved : tuple of float
        Where it stands, stood and should come, and how much of that way is done
        (`achievements`).
    reached : tuple of bool
        Whether it stands at the target or beyond.
    changes : tuple of PairedChange
        In full, one for each indicator in `change_of`.
    change_of : tuple of str
        Ids of the indicators with measurements before and after.
    unsupported : tuple of str
        The claims that nothing here supports: all whose verdict is another one than that.
    highest_claimed, highest_measured : str
        The highest level that a claim reaches for, and that values speak of; None where there is
        none.
    caveats : tuple of Caveat
        What holds for all of it.
    """

    statements: tuple[str, ...] = attrs.field(metadata=ROW)
    kind: tuple[str, ...] = attrs.field(metadata=ROW)
    level: tuple[str | None, ...] = attrs.field(metadata=ROW)
    verdict: tuple[str, ...] = attrs.field(metadata=ROW)
    reasons: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    indicator: tuple[str | None, ...] = attrs.field(metadata=ROW)
    measured: tuple[str | None, ...] = attrs.field(metadata=ROW)
    facets: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    of_whom: tuple[str | None, ...] = attrs.field(metadata=ROW)
    when: tuple[str | None, ...] = attrs.field(metadata=ROW)
    instrument: tuple[str | None, ...] = attrs.field(metadata=ROW)
    people: tuple[int | None, ...] = attrs.field(metadata=ROW)
    incomplete: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    smallest_effect: tuple[float | None, ...] = attrs.field(metadata=ROW)
    n: tuple[int, ...] = attrs.field(metadata=ROW)
    mean_change: tuple[float | None, ...] = attrs.field(metadata=ROW)
    interval_low: tuple[float | None, ...] = attrs.field(metadata=ROW)
    interval_high: tuple[float | None, ...] = attrs.field(metadata=ROW)
    evidence: tuple[str, ...] = attrs.field(metadata=ROW)
    measured_level: tuple[str | None, ...] = attrs.field(metadata=ROW)
    stories: tuple[int, ...] = attrs.field(metadata=ROW)
    comparison: tuple[float | None, ...] = attrs.field(metadata=ROW)
    comparison_low: tuple[float | None, ...] = attrs.field(metadata=ROW)
    comparison_high: tuple[float | None, ...] = attrs.field(metadata=ROW)
    n_comparison: tuple[int, ...] = attrs.field(metadata=ROW)
    actual: tuple[float | None, ...] = attrs.field(metadata=ROW)
    baseline: tuple[float | None, ...] = attrs.field(metadata=ROW)
    target: tuple[float | None, ...] = attrs.field(metadata=ROW)
    achieved: tuple[float | None, ...] = attrs.field(metadata=ROW)
    reached: tuple[bool | None, ...] = attrs.field(metadata=ROW)
    changes: tuple[PairedChange, ...]
    change_of: tuple[str, ...]
    unsupported: tuple[str, ...]
    highest_claimed: str | None
    highest_measured: str | None
    caveats: tuple[Caveat, ...] = ()
