"""Where a fact comes from."""

import datetime
from collections.abc import Iterable
from typing import final

import attrs

from ..fields import (
    CODE_OR_NONE,
    DATE_OR_NONE,
    TEXT,
    TEXT_OR_NONE,
    Checked,
    as_tuple,
    gather_rules,
    instances,
    to_date,
)

__all__ = ["EVIDENCE", "INVENTED", "Evidence", "to_evidence"]

# The method of whatever is made up for an example; reports and examples print it.
INVENTED = "invented"


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Evidence(Checked):
    """Where a fact comes from; it lives in what it vouches for.

    Parameters
    ----------
    source : str
        Who or what says so: a survey, a document, a person.
    method : str, optional
        How it was found: ``"interview"``, ``"observation"``, ``"document"``, ... (open). What is
        made up for an example has the method ``"invented"``, and says so wherever it is printed.
    on : date or ISO text, optional
        When it was found.
    quote : str, optional
        The words themselves.
    recorded_by : str, optional
        Who wrote it down.

    Examples
    --------
    >>> Evidence("walk through RT 3", method="observation", on="2024-01-15").on
    datetime.date(2024, 1, 15)
    """

    source: str = attrs.field(validator=TEXT)
    method: str | None = attrs.field(default=None, validator=CODE_OR_NONE, kw_only=True)
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    quote: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    recorded_by: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)

    @property
    def invented(self) -> bool:
        """Whether the fact is made up for an example."""
        return self.method == INVENTED


EVIDENCE = instances(Evidence).each()


def to_evidence(value: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Store a list of evidence as a tuple."""
    return value if type(value) is tuple else as_tuple(value)
