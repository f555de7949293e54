"""Money that moves into, within and out of a community."""

import decimal
from typing import Final, final

import attrs

from ..fields import (
    AMOUNT,
    CODE_OR_NONE,
    ID,
    TEXT_OR_NONE,
    Checked,
    Rule,
    gather_rules,
    to_amount,
    to_text,
)
from .evidence import EVIDENCE, Evidence, to_evidence

__all__ = ["OUTSIDE", "Flow"]

OUTSIDE: Final = "@outside"
"""Everybody outside the community, as payer or payee of a `Flow`."""

_PARTY = Rule(
    lambda value: ID.test(value) or (type(value) is str and value == OUTSIDE),
    f"an id, or abcd.OUTSIDE ({OUTSIDE!r})",
    convert=to_text,
)
_AMOUNT_OR_NONE = AMOUNT.or_none()


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Flow(Checked):
    """Money from a payer to a payee.

    Parameters
    ----------
    payer, payee : str
        Ids of entities, or `OUTSIDE`.
    amount : Decimal, int or decimal text, optional
        From 0, exact; a float is refused, because it is not. None where nobody said how much.
    currency : str, optional
        Such as ``"IDR"``. Amounts of different currencies are never added.
    period : str, optional
        What the amount is for: ``"month"``, ``"2024-01"``, ``"once"`` (open).
    purpose : str, optional
        What was paid for.
    evidence : list of Evidence, optional
        Where this comes from.

    Examples
    --------
    >>> Flow(OUTSIDE, "rki", "1250000.50", currency="IDR", period="month").amount
    Decimal('1250000.50')
    """

    payer: str = attrs.field(validator=_PARTY)
    payee: str = attrs.field(validator=_PARTY)
    amount: decimal.Decimal | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(to_amount),
        validator=_AMOUNT_OR_NONE,
    )
    currency: str | None = attrs.field(default=None, validator=CODE_OR_NONE, kw_only=True)
    period: str | None = attrs.field(default=None, validator=CODE_OR_NONE, kw_only=True)
    purpose: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )
