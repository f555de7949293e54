"""The check that a span of days does not run backward."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import Fault

__all__ = ["faults_of_span"]


def faults_of_span(values: Mapping[str, Any]) -> Iterator[Fault]:
    """Report a last day before the first, where both are known."""
    since, until = values.get("since"), values.get("until")
    if since is not None and until is not None and until < since:
        accepted = f"a date from {since.isoformat()}, the day of 'since'"
        yield Fault("until", until.isoformat(), accepted, "backward-span")
