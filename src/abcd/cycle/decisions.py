"""What was chosen, by whom, by which rule, and who disagreed."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, final

import attrs

from ..errors import Fault, nearest, shown
from ..fields import (
    CODES,
    DATE_OR_NONE,
    IDS,
    TEXT,
    TEXT_OR_NONE,
    Checked,
    gather_rules,
    to_codes,
    to_date,
)
from ..model import Evidence
from ..model.evidence import EVIDENCE, to_evidence

__all__ = ["Decision"]

_TEXTS = TEXT.each()
_OPTIONS = CODES.filled()
_RULE_OR_NONE = TEXT_OR_NONE.shown()


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Decision(Checked):
    """A choice made explicit, so that it can be understood and questioned later.

    Parameters
    ----------
    question : str
        What was to be decided.
    options : list of str
        Ids of what could be chosen, or short words for it; at least one. Errors show them.
    chosen : list of str, optional
        Those of the options that were chosen; empty where the decision was to choose none.
    decided_by : list of str, optional
        Ids of the people and organizations that decided.
    rule : str, optional
        How: ``"consensus"``, ``"vote"``, ``"weighted sum"``, ... (open).
    on : date or ISO text, optional
        When.
    reasons, dissent : list of str, optional
        Why, and what those said who disagreed.
    evidence : list of Evidence, optional
        Where this comes from.

    Raises
    ------
    InvalidValueError
        If something was chosen that is no option.

    Examples
    --------
    >>> Decision("What first?", ["training", "garden"], chosen=["training"], rule="vote").chosen
    ('training',)
    """

    question: str = attrs.field(validator=TEXT)
    options: tuple[str, ...] = attrs.field(converter=to_codes, validator=_OPTIONS)
    chosen: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=CODES, kw_only=True
    )
    decided_by: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=IDS, kw_only=True
    )
    rule: str | None = attrs.field(default=None, validator=_RULE_OR_NONE, kw_only=True)
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    reasons: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=_TEXTS, kw_only=True
    )
    dissent: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=_TEXTS, kw_only=True
    )
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )

    _joined = ("options", "chosen")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        # Without sound options, nothing can be held against what was chosen.
        options: tuple[str, ...] = values.get("options", ())
        for index, choice in enumerate(values.get("chosen", ()) if options else ()):
            if choice not in options:
                accepted = f"one of the options: {nearest(choice, options)}"
                yield Fault(f"chosen[{index}]", shown(choice), accepted, "unknown-option")
