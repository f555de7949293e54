"""What options are judged by."""

import enum
from collections.abc import Iterable, Mapping
from typing import Any, final

import attrs

from ..errors import Fault, shown
from ..fields import (
    ID,
    NON_NEGATIVE_OR_NONE,
    TEXT_OR_NONE,
    Checked,
    Rule,
    choice,
    gather_rules,
    to_member,
    to_number,
)

__all__ = ["NUMBER_OR_NONE", "SIZE_LIMIT", "Criterion", "Direction"]

# Sums, differences and means of such numbers stay inside the range of a float.
SIZE_LIMIT = 1e300


class Direction(enum.StrEnum):
    """Which scores of a criterion are better: the higher, the lower, or those near a target."""

    MAX = "max"
    MIN = "min"
    TARGET = "target"


_DIRECTIONS: dict[str, Any] = {member.value: member for member in Direction}


def _to_direction(value: Direction | str) -> Direction:
    return to_member(value, _DIRECTIONS)  # type: ignore[no-any-return]  # the rule refuses the rest


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and abs(value) < SIZE_LIMIT


_DIRECTION = choice(Direction)
NUMBER_OR_NONE = Rule(
    _is_number, f"a finite number below {SIZE_LIMIT:g} in size", convert=to_number
).or_none()


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Criterion(Checked):
    """One thing by which options are judged: how many it reaches, what it costs, how soon.

    Parameters
    ----------
    id : str
        Unique in its table.
    direction : {"max", "min", "target"}
        Whether a higher or a lower score is better; costs are ``"min"``. With ``"target"`` the
        score nearest to `target` is best, on either side.
    weight : float, optional
        How much it counts, from 0; only the ratios of weights matter. In one table either all
        criteria have a weight or none has.
    label : str, optional
        What people call it.
    unit : str, optional
        The unit of its scores, such as ``"rupiah"`` or ``"households"``.
    minimum, maximum : float, optional
        The ends of its scale. Scores outside are refused, and `rank` can measure by the scale
        (``normalization="scale"``) instead of by the options that happen to be there.
    target : float, optional
        The best score where neither more nor less is better, such as 12 people in a class. Only
        with the direction ``"target"``, and needed there. Each method then takes the distance to
        the target as a cost, in the criterion's unit.

    Raises
    ------
    InvalidValueError
        If fields can not take their values or do not fit together; all of them are listed.

    Examples
    --------
    >>> Criterion("cost", "min", 2, unit="rupiah")
    Criterion(id='cost', direction=<Direction.MIN: 'min'>, weight=2, unit='rupiah')
    >>> Criterion("class size", "target", target=12).target
    12
    >>> Criterion("cost", "low", -1)
    Traceback (most recent call last):
    ...
    abcd.errors.InvalidValueError: 2 faults
      direction: found 'low'; accepted: one of 'max', 'min', 'target'
      weight: found -1; accepted: a finite number from 0, or None
    """

    id: str = attrs.field(validator=ID)
    direction: Direction = attrs.field(
        default=Direction.MAX, converter=_to_direction, validator=_DIRECTION
    )
    weight: float | None = attrs.field(default=None, validator=NON_NEGATIVE_OR_NONE)
    label: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    unit: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    minimum: float | None = attrs.field(default=None, validator=NUMBER_OR_NONE, kw_only=True)
    maximum: float | None = attrs.field(default=None, validator=NUMBER_OR_NONE, kw_only=True)
    target: float | None = attrs.field(default=None, validator=NUMBER_OR_NONE, kw_only=True)

    _joined = ("direction", "minimum", "maximum", "target")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        low, high = values.get("minimum"), values.get("maximum")
        if low is not None and high is not None and not low < high:
            yield Fault("maximum", shown(high), f"a number above the minimum {shown(low)}", "order")
        if "direction" not in values or "target" not in values:
            return
        aims, target = values["direction"] is Direction.TARGET, values["target"]
        if aims and target is None:
            accepted = "a finite number, as the direction is 'target'"
            yield Fault("target", "None", accepted, "missing")
        if target is not None and not aims:
            accepted = "None, or the direction 'target'"
            yield Fault("target", shown(target), accepted, "conflict")
