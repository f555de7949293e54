"""Measured changes as a caller gives them, and each with the indicator that it is about."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from ..cycle import Cycle, Indicator
from ..errors import Fault, InvalidValueError, hidden
from ..fields import TEXT
from ..impact import Evaluation, PairedChange

__all__ = ["Changes", "Measured", "joined", "read_changes"]

Changes: TypeAlias = (
    Sequence[PairedChange] | Sequence[tuple[str, PairedChange]] | Mapping[str, PairedChange]
)

_ACCEPTED = "a list of PairedChange, a list of (name, PairedChange), or a mapping name to change"
# What one set of scores always gives, whatever random numbers a test drew and whatever ids were
# redacted on the way.
_SAME = (
    *("n", "mean_before", "sd_before", "mean_after", "sd_after", "mean_change", "sd_change"),
    *("increased", "unchanged", "decreased", "confidence", "design", "minimum", "maximum"),
)


@attrs.frozen(kw_only=True)
class Measured:
    """A change, the name under which it was given, and the indicator that it is about."""

    change: PairedChange
    name: str | None = None
    indicator: Indicator | None = None


def read_changes(changes: object) -> tuple[tuple[str | None, PairedChange], ...]:
    """Read changes with their names, None where there is none.

    Raises
    ------
    InvalidValueError
        With every entry that is no change or has no name where others have one.
    """
    if isinstance(changes, Mapping):
        entries: list[Any] = list(changes.items())
    elif isinstance(changes, list | tuple):
        entries = [_pair(entry) for entry in changes]
    else:
        raise InvalidValueError(Fault("changes", hidden(changes), _ACCEPTED, "value"))
    faults = [fault for index, entry in enumerate(entries) for fault in _faults(index, entry)]
    if faults:
        raise InvalidValueError(*faults)
    return tuple(entries)


def _pair(entry: object) -> tuple[object, object]:
    if isinstance(entry, list | tuple) and len(entry) == 2:
        return entry[0], entry[1]
    return None, entry


def _faults(index: int, entry: tuple[object, object]) -> Iterable[Fault]:
    name, change = entry
    if name is not None:
        yield from TEXT.faults(f"changes[{index}].name", name)
    if not isinstance(change, PairedChange):
        yield Fault(f"changes[{index}]", hidden(change), "a PairedChange", "value")


def joined(
    given: Sequence[tuple[str | None, PairedChange]],
    named: Sequence[str | None],
    evaluation: Evaluation,
    *,
    cycle: Cycle,
    shown: Cycle,
) -> tuple[Measured, ...]:
    """Join the changes given with those that follow from the cycle, each of them once.

    Parameters
    ----------
    given : sequence of (str or None, PairedChange)
        As `read_changes` gives them.
    named : sequence of str or None
        Their names as they may be shown.
    evaluation : Evaluation
        Of the cycle as it may be shown.
    cycle, shown : Cycle
        As it was given, and as it may be shown; both have the same indicators in one order.
    """
    own = {entry.id: entry for entry in shown.indicators}
    about: dict[str | None, Indicator] = {}
    for before, after in zip(cycle.indicators, shown.indicators, strict=True):
        about |= {before.name: after, before.id: after}
    found = [
        Measured(change=change, indicator=own[id])
        for id, change in zip(evaluation.change_of, evaluation.changes, strict=True)
    ]
    extra = [
        Measured(change=change, name=name, indicator=about.get(key))
        for (key, change), name in zip(given, named, strict=True)
    ]
    return (*[entry for entry in extra if not _stands_in(entry, found)], *found)


def _stands_in(entry: Measured, found: Iterable[Measured]) -> bool:
    """Whether a change that was given is one that the cycle gives by itself."""
    return any(
        _numbers(entry.change) == _numbers(other.change)
        for other in found
        if entry.name is None or entry.indicator == other.indicator
    )


def _numbers(change: PairedChange) -> list[object]:
    return [getattr(change, name) for name in _SAME]
