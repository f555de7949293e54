"""What was decided with an outcome at hand, as a `Decision` for the cycle."""

import datetime
from collections.abc import Sequence

from ..cycle import Decision
from ..errors import Fault, InvalidValueError, shown
from ._orders import Id
from ._rows import to_ids

__all__ = ["as_decision"]


def as_decision(
    question: str,
    *,
    options: Sequence[Id],
    first: Sequence[Id],
    method: str,
    chosen: Sequence[Id] | None,
    decided_by: Sequence[str],
    rule: str | None,
    on: datetime.date | str | None,
    reasons: Sequence[str],
    dissent: Sequence[str],
) -> Decision:
    """Build the decision; refuse to guess a choice where the outcome has no single first."""
    if chosen is None and len(first) != 1:
        found = f"None, and {len(first)} options on the first rank"
        raise InvalidValueError(Fault("chosen", found, "the ids that were chosen", "missing"))
    picked = tuple(first) if chosen is None else to_ids(chosen)
    if type(picked) is not tuple:
        accepted = "a list or tuple of ids of options"
        raise InvalidValueError(Fault("chosen", shown(picked), accepted, "value"))
    if rule is None and not all(id in first for id in picked):
        accepted = "how it was decided, as the outcome alone would choose otherwise"
        raise InvalidValueError(Fault("rule", "None", accepted, "missing"))
    return Decision(
        question,
        [str(option) for option in options],
        chosen=[str(id) for id in picked],
        decided_by=decided_by,
        rule=method if rule is None else rule,
        on=on,
        reasons=reasons,
        dissent=dissent,
    )
