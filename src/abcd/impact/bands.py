"""Effect band: what a standardized effect is called, by a rule that is named."""

from typing import Literal, TypeAlias, final

import attrs

from .._arguments import number
from ..caveats import Caveat
from ..fields import one_of
from ..results import Result

__all__ = ["EffectBand", "EffectRule", "effect_band"]

EffectRule: TypeAlias = Literal["cohen", "sawilowsky"]

# An edge belongs to the band above it: Cohen says "d = .80" for large.
_RULES: dict[str, tuple[tuple[float, str], ...]] = {
    "cohen": ((0.8, "large"), (0.5, "medium"), (0.2, "small"), (0.0, "below small")),
    "sawilowsky": (
        (2.0, "huge"),
        (1.2, "very large"),
        (0.8, "large"),
        (0.5, "medium"),
        (0.2, "small"),
        (0.0, "very small"),
    ),
}


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class EffectBand(Result):
    """What `effect_band` answers.

    Attributes
    ----------
    band : str
        How an effect of this size is called.
    effect, from_size, up_to : float, float, float
        The effect; the size from which the band goes, and below which it ends (None: no end).
    rule : str
        By which rule.
    caveats : tuple of Caveat
        What the word does not say.
    """

    band: str
    effect: float
    from_size: float
    up_to: float | None
    rule: str
    caveats: tuple[Caveat, ...] = ()


def effect_band(effect: float, *, rule: EffectRule = "cohen") -> EffectBand:
    """Tell how a standardized effect is called, so that a report does not call 0.7 large.

    The words are conventions of other fields. They say nothing about what a change is worth to
    people: for that see `important_change`.

    Parameters
    ----------
    effect : float
        A standardized mean difference, of either sign. Which d it is (over which SD) stands in the
        report: d_z and d_av of the same scores may lie in different bands.
    rule : {"cohen", "sawilowsky"}
        Cohen: small from 0.2, medium from 0.5, large from 0.8. Sawilowsky adds very large from 1.2
        and huge from 2.

    Returns
    -------
    EffectBand
        One row.

    Raises
    ------
    InvalidValueError
        If the effect is no finite number, or the rule is unknown.

    See Also
    --------
    paired_change : effects by their full names.

    References
    ----------
    Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, pages 24 to 27.

    Sawilowsky, S. S. (2009). New effect size rules of thumb. Journal of Modern Applied Statistical
    Methods 8, 597-599.

    Examples
    --------
    An invented report calls d = 0.72 large:

    >>> band = effect_band(0.72)
    >>> band.band, band.from_size, band.up_to
    ('medium', 0.5, 0.8)
    """
    size = number("effect", effect)
    one_of("rule", rule, _RULES)
    edges = _RULES[rule]
    place = next(place for place, (edge, _) in enumerate(edges) if abs(size) >= edge)
    return EffectBand(
        band=edges[place][1],
        effect=size,
        from_size=edges[place][0],
        up_to=edges[place - 1][0] if place else None,
        rule=rule,
        caveats=(Caveat("effect-band-convention", {"rule": rule}),),
    )
