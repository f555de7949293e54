"""What was decided with an outcome at hand, as a `Decision` for the cycle."""

import datetime
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ..cycle import Decision
from ..errors import Fault, InvalidValueError, shown
from ._orders import Id
from ._rows import to_ids

__all__ = ["Deciding", "as_decision"]


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


class Deciding:
    """What every order of options offers: who is first, and the decision that follows."""

    __slots__ = ()

    options: tuple[Id, ...]
    ranks: npt.NDArray[Any]
    method: str

    @property
    def first(self) -> tuple[str | int, ...]:
        """The options on the first rank: several where they are tied, none where none is ranked."""
        return tuple([self.options[place] for place in np.flatnonzero(self.ranks == 1)])

    def decision(
        self,
        question: str,
        *,
        chosen: Sequence[str | int] | None = None,
        decided_by: Sequence[str] = (),
        rule: str | None = None,
        on: datetime.date | str | None = None,
        reasons: Sequence[str] = (),
        dissent: Sequence[str] = (),
    ) -> Decision:
        """Record what was decided with this order at hand, for a `Cycle`.

        Parameters
        ----------
        question : str
            What was to be decided.
        chosen : list of ids, optional
            What people chose. Without it, the one option on the first rank.
        decided_by : list of str, optional
            Ids of the people and organizations that decided.
        rule : str, optional
            How it was decided. Without it, the method of this order, which is right only where
            its first option was chosen.
        on : date or ISO text, optional
            When.
        reasons, dissent : list of str, optional
            Why, and what those said who disagreed.

        Returns
        -------
        Decision
            Ids that are whole numbers stand in it as text.

        Raises
        ------
        InvalidValueError
            If nothing is said to be chosen and not exactly one option is first; if something else
            than a first option was chosen and no rule is given; if an option is unknown.

        Examples
        --------
        >>> from abcd.potential import Criterion, DecisionTable, rank
        >>> criteria = [Criterion("use", weight=1)]
        >>> ranking = rank(DecisionTable(["oven", "path"], criteria, [[3], [5]]))
        >>> made = ranking.decision("What first?", decided_by=["rt3"], dissent=["Bread first."])
        >>> made.chosen, made.rule
        (('path',), 'weighted_sum')
        >>> ranking.decision("What first?", chosen=["oven"], rule="musyawarah").chosen
        ('oven',)
        """
        return as_decision(
            question,
            options=self.options,
            first=self.first,
            method=self.method,
            chosen=chosen,
            decided_by=decided_by,
            rule=rule,
            on=on,
            reasons=reasons,
            dissent=dissent,
        )
