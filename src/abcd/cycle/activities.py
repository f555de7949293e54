"""Which activities are done, planned, called off or only described, and on what evidence."""

from collections.abc import Iterable, Sequence

from .cycles import Cycle
from .entries import Entry
from .progress_results import Activities
from .records import RecordStatus
from .shipped import RESEARCH_STEPS

__all__ = ["activities"]


def activities(cycle: Cycle, diary: Sequence[Entry]) -> Activities:
    """Count the entries of each activity, research step and step of a plan."""
    labels = _labels(cycle)
    naming: dict[str, list[Entry]] = {id: [] for id in labels}
    for entry in diary:
        for full_id in entry.met:
            naming[full_id].append(entry)
    done = {id: [entry for entry in found if entry.done] for id, found in naming.items()}
    first = {id: [day for entry in found if (day := entry.first)] for id, found in done.items()}
    last = {id: [day for entry in found if (day := entry.last)] for id, found in done.items()}
    return Activities(
        activities=tuple(labels),
        label=tuple(labels.values()),
        status=tuple([_status(naming[id]) for id in labels]),
        entries=tuple([len(done[id]) for id in labels]),
        evidenced=tuple([sum(entry.evidenced for entry in done[id]) for id in labels]),
        methods=tuple([_methods(done[id]) for id in labels]),
        met_by=tuple([_met_by(id, done[id], labels) for id in labels]),
        first_on=tuple([min(first[id], default=None) for id in labels]),
        last_on=tuple([max(last[id], default=None) for id in labels]),
    )


def _labels(cycle: Cycle) -> dict[str, str]:
    labels = {
        f"{phase.id}.{activity.id}": activity.labels.en
        for phase in (*cycle.definition.phases, RESEARCH_STEPS)
        for activity in phase.activities
    }
    return labels | {
        f"{plan.id}.{step.id}": step.text for plan in cycle.plans for step in plan.steps
    }


def _status(naming: Sequence[Entry]) -> str:
    if any(entry.done for entry in naming):
        return RecordStatus.DONE.value
    planned = [entry for entry in naming if entry.record.status is RecordStatus.PLANNED]
    cancelled = [entry for entry in naming if entry.record.status is RecordStatus.CANCELLED]
    # What was planned before it was called off is planned no more.
    if any(all(_follows(plan, stop) for stop in cancelled) for plan in planned):
        return RecordStatus.PLANNED.value
    return RecordStatus.CANCELLED.value if cancelled else "described"


def _follows(plan: Entry, stop: Entry) -> bool:
    """Whether something is planned for a later round or day than what was called off."""
    rounds = plan.record.round, stop.record.round
    if rounds[0] is not None and rounds[1] is not None and rounds[0] != rounds[1]:
        return rounds[0] > rounds[1]
    days = plan.first, stop.last
    return days[0] is not None and days[1] is not None and days[0] > days[1]


def _methods(done: Iterable[Entry]) -> tuple[str, ...]:
    methods = {evidence.method for entry in done for evidence in entry.record.evidence}
    return tuple(sorted(["not stated" if method is None else method for method in methods]))


def _met_by(full_id: str, done: Iterable[Entry], order: Iterable[str]) -> tuple[str, ...]:
    through = {named for entry in done for named in entry.met[full_id]}
    return tuple([id for id in order if id in through])
