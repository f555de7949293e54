"""What a person agreed to, for which purposes, and until when."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, final

import attrs

from ..errors import Fault
from ..fields import (
    CODES,
    DATE_OR_NONE,
    TEXT_OR_NONE,
    Checked,
    as_tuple,
    gather_rules,
    instances,
    to_codes,
    to_date,
)

__all__ = ["CONSENTS", "Consent", "to_consents"]

_PURPOSES = CODES.filled()


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Consent(Checked):
    """What a person agreed to; whether it holds on a date is answered by `abcd.privacy`.

    Parameters
    ----------
    purposes : list of str
        What the data may be used for, such as ``["village report"]``; at least one.
    given_on, expires_on, withdrawn_on : date or ISO text, optional
        On `expires_on` the consent no longer holds. A withdrawal cancels what was given before.
        Neither can lie before `given_on`.
    proof : str, optional
        Where the proof is kept: a signed form, a recording (UU 27/2022 on personal data, art. 24).
    guardian : str, optional
        Who agreed for a child or a person under guardianship (art. 25 and 26).

    Examples
    --------
    >>> Consent(["village report"], given_on="2024-01-10").purposes
    ('village report',)
    """

    purposes: tuple[str, ...] = attrs.field(converter=to_codes, validator=_PURPOSES)
    given_on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    expires_on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    withdrawn_on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    proof: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    guardian: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)

    _joined = ("given_on", "expires_on", "withdrawn_on")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        given = values.get("given_on")
        for name in ("expires_on", "withdrawn_on"):
            end = values.get(name)
            if given is not None and end is not None and end < given:
                accepted = f"a date from {given.isoformat()}, the day of 'given_on'"
                yield Fault(name, end.isoformat(), accepted, "backward-span")


CONSENTS = instances(Consent).each()


def to_consents(value: Iterable[Consent]) -> tuple[Consent, ...]:
    """Store a list of consents as a tuple."""
    return as_tuple(value)
