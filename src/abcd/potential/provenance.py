"""Where a score comes from."""

from collections.abc import Iterable, Mapping
from typing import final

import attrs

from ..errors import Fault, shown
from ..fields import CODE, IDS, Checked, gather_rules, to_codes
from .criteria import NUMBER_OR_NONE

__all__ = ["Cell"]


@final
@attrs.frozen(repr=False, field_transformer=gather_rules, kw_only=True)
class Cell(Checked):
    """One score with its provenance: what it is, why, and on whom or what it stands.

    Parameters
    ----------
    low, high : float, optional
        The limits of the score, equal where it is known; both None for a gap.
    basis : str
        A code: ``"computed"``, ``"within-limits"``, ``"given"``, or for a gap the reason.
    of : list of str, optional
        Ids of the parts of the community that it stands on.

    Raises
    ------
    InvalidValueError
        If only one limit is known, or the lower one is above the other.
    """

    low: float | None = attrs.field(default=None, validator=NUMBER_OR_NONE)
    high: float | None = attrs.field(default=None, validator=NUMBER_OR_NONE)
    basis: str = attrs.field(validator=CODE)
    of: tuple[str, ...] = attrs.field(default=(), converter=to_codes, validator=IDS)

    _joined = ("low", "high")

    @classmethod
    def _faults_between(cls, values: Mapping[str, object]) -> Iterable[Fault]:
        low, high = values.get("low"), values.get("high")
        if (low is None) != (high is None) or (low is not None and low > high):  # type: ignore[operator]  # both are numbers
            found = f"the limits {shown(low)} and {shown(high)}"
            yield Fault("high", found, "both limits, the lower one first, or neither", "order")
