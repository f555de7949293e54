"""What each entry of a diary meets: activities, steps, and the phases that they belong to."""

import datetime
from collections.abc import Mapping

import attrs

from .cycles import Cycle
from .definitions import CycleDefinition
from .records import Record, RecordStatus
from .shipped import RESEARCH_STEPS

__all__ = ["Entry", "entries"]


@attrs.frozen
class Entry:
    """A record, with what it meets."""

    record: Record
    # Full ids of activities and steps, each with what was recorded and serves it; of what was
    # named itself, that may be nothing.
    met: Mapping[str, tuple[str, ...]]
    phases: frozenset[str]

    @property
    def done(self) -> bool:
        """Whether it says that something happened."""
        return self.record.status is RecordStatus.DONE

    @property
    def evidenced(self) -> bool:
        """Whether it has evidence that is not invented."""
        return any(not evidence.invented for evidence in self.record.evidence)

    @property
    def first(self) -> datetime.date | None:
        """The first day, as far as known."""
        return self.record.on or self.record.until

    @property
    def last(self) -> datetime.date | None:
        """The last day, as far as known."""
        return self.record.until or self.record.on


def entries(cycle: Cycle) -> list[Entry]:
    """Say of each record of a cycle what it meets, in the order of the diary."""
    serving = _serving(cycle.definition)
    home = {id: phase.id for phase in cycle.definition.phases for id in phase.full_ids}
    found = []
    for record in cycle.records:
        met = _met(record, serving)
        phases = frozenset([home[full_id] for full_id in met if full_id in home])
        found.append(Entry(record, met, phases))
    return found


def _serving(definition: CycleDefinition) -> dict[str, list[str]]:
    # A definition may lack activities that a research step serves.
    known = frozenset(definition.full_ids)
    return {
        f"{phase.id}.{activity.id}": [id for id in activity.serves if id in known]
        for phase in (*definition.phases, RESEARCH_STEPS)
        for activity in phase.activities
    }


def _met(record: Record, serving: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    met: dict[str, tuple[str, ...]] = dict.fromkeys(record.what, ())
    for named in dict.fromkeys(record.what):
        for full_id in _served(named, serving):
            met[full_id] = (*met.get(full_id, ()), named)
    return met


def _served(named: str, serving: Mapping[str, list[str]]) -> list[str]:
    """List what an activity serves, also by way of others that it serves."""
    reached = dict.fromkeys([named])
    waiting = [named]
    while waiting:
        new = [id for id in serving.get(waiting.pop(), ()) if id not in reached]
        reached.update(dict.fromkeys(new))
        waiting += new
    return list(reached)[1:]
