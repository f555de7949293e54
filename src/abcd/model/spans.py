"""The check that a span of days does not run backward."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import Fault

__all__ = ["faults_of_span"]


def faults_of_span(values: Mapping[str, Any], *, first: str = "since") -> Iterator[Fault]:
    """Report a last day before the first, where both are known; `first` names the first."""
    since, until = values.get(first), values.get("until")
    if since is not None and until is not None and until < since:
        accepted = f"a date from {since.isoformat()}, the day of {first!r}"
        yield Fault("until", until.isoformat(), accepted, "backward-span")
