"""How a difference in scores becomes a preference: the six functions of PROMETHEE."""

import enum
from collections.abc import Iterable, Mapping
from typing import Any, final

import attrs

from ..errors import Fault, shown
from ..fields import (
    NON_NEGATIVE_OR_NONE,
    POSITIVE,
    Checked,
    choice,
    gather_rules,
    to_member,
)

__all__ = ["Preference", "PreferenceShape"]


class PreferenceShape(enum.StrEnum):
    """How preference grows with a lead d: types I to VI of Brans and Vincke."""

    USUAL = "usual"
    U_SHAPE = "u_shape"
    V_SHAPE = "v_shape"
    LEVEL = "level"
    LINEAR = "linear"
    GAUSSIAN = "gaussian"


_SHAPES: dict[str, Any] = {member.value: member for member in PreferenceShape}
_NEEDS = {
    PreferenceShape.USUAL: (),
    PreferenceShape.U_SHAPE: ("indifference",),
    PreferenceShape.V_SHAPE: ("preference",),
    PreferenceShape.LEVEL: ("indifference", "preference"),
    PreferenceShape.LINEAR: ("indifference", "preference"),
    PreferenceShape.GAUSSIAN: ("spread",),
}
_THRESHOLDS = ("indifference", "preference", "spread")


def _to_shape(value: PreferenceShape | str) -> PreferenceShape:
    return to_member(value, _SHAPES)  # type: ignore[no-any-return]  # the rule refuses the rest


_SHAPE = choice(PreferenceShape)
_POSITIVE_OR_NONE = POSITIVE.or_none()


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Preference(Checked):
    """How much a lead of one option over another in one criterion counts, from 0 to 1.

    Parameters
    ----------
    shape : {"usual", "u_shape", "v_shape", "level", "linear", "gaussian"}
        With a lead d > 0, the indifference q, the preference p and the spread s:

        - usual: 1, however small the lead.
        - u_shape: 1 where d > q.
        - v_shape: d / p up to p, then 1.
        - level: 1/2 where d > q, 1 where d > p.
        - linear (V-shape with indifference): 0 up to q, (d - q) / (p - q) up to p, then 1.
        - gaussian: 1 - exp(-d^2 / (2 s^2)).
    indifference : float, optional
        The largest lead, in the criterion's unit, that nobody cares about; from 0.
    preference : float, optional
        The lead, in the criterion's unit, from which on preference is full; above indifference.
    spread : float, optional
        The lead, in the criterion's unit, at which the Gaussian turns; above 0.

    Raises
    ------
    InvalidValueError
        If a threshold that the shape needs is missing, one that it has no use for is given, or
        they are out of order.

    References
    ----------
    Brans, J. P., & Vincke, P. (1985). A preference ranking organisation method. Management
    Science 31, 647-656 (the six functions).

    Examples
    --------
    A difference of less than 50 thousand rupiah does not count, one of 200 counts in full:

    >>> Preference("linear", indifference=50, preference=200).shape.value
    'linear'
    >>> Preference("v_shape", indifference=50)
    Traceback (most recent call last):
    ...
    abcd.errors.InvalidValueError: 2 faults
      indifference: found 50; accepted: None, as the shape 'v_shape' has no use for it
      preference: found None; accepted: a number, as the shape 'v_shape' needs it
    """

    shape: PreferenceShape = attrs.field(
        default=PreferenceShape.USUAL, converter=_to_shape, validator=_SHAPE
    )
    indifference: float | None = attrs.field(
        default=None, validator=NON_NEGATIVE_OR_NONE, kw_only=True
    )
    preference: float | None = attrs.field(default=None, validator=_POSITIVE_OR_NONE, kw_only=True)
    spread: float | None = attrs.field(default=None, validator=_POSITIVE_OR_NONE, kw_only=True)

    _joined = ("shape", *_THRESHOLDS)

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        shape = values.get("shape")
        for name in _THRESHOLDS if shape is not None else ():
            if name not in values:
                continue
            needed = name in _NEEDS[shape]  # type: ignore[index]  # not None, as there is a name
            if needed and values[name] is None:
                accepted = f"a number, as the shape {str(shape)!r} needs it"
                yield Fault(name, "None", accepted, "missing")
            if not needed and values[name] is not None:
                accepted = f"None, as the shape {str(shape)!r} has no use for it"
                yield Fault(name, shown(values[name]), accepted, "conflict")
        low, high = values.get("indifference"), values.get("preference")
        if low is not None and high is not None and not low < high:
            accepted = f"a number above the indifference {shown(low)}"
            yield Fault("preference", shown(high), accepted, "order")
