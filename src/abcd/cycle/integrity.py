"""Whether the entries of a cycle fit together."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..errors import Fault, shown
from .definitions import CycleDefinition, repeated, unknown_ids
from .shipped import RESEARCH_STEPS

__all__ = ["faults_between_entries"]

# Which fields name what: activities and steps, phases, goals, indicators.
_REFERENCES = (
    ("records", "what", "activities"),
    ("visions", "phase", "phases"),
    ("goals", "phase", "phases"),
    ("goals", "indicators", "indicators"),
    ("plans", "phase", "phases"),
    ("plans", "goals", "goals"),
    ("measurements", "indicator", "indicators"),
    ("claims", "indicator", "indicators"),
    ("reflections", "phase", "phases"),
)
_WORDS = {
    "activities": "an activity, research step or plan step",
    "phases": "a phase",
    "goals": "a goal",
    "indicators": "an indicator",
}


def faults_between_entries(values: Mapping[str, Any]) -> Iterable[Fault]:
    """List ids used twice or reserved, and references that lead nowhere.

    Parameters
    ----------
    values : mapping of str to tuple
        The definition and the collections of a cycle, as far as they are known; None stands for an
        entry that a document lost to other faults, so that positions hold.
    """
    yield from _faults_of_ids(values)
    yield from _faults_of_references(values)


def _faults_of_references(values: Mapping[str, Any]) -> Iterator[Fault]:
    known = _known_ids(values)
    for collection, field, kind in _REFERENCES:
        # What nothing is known of, because a document lost it, is held against nobody.
        if kind in known:
            misfits = (
                (f"{collection}[{index}].{where}", id, "")
                for index, entry in _held(values, collection)
                for where, id in _named(field, getattr(entry, field))
                if id not in known[kind]
            )
            yield from unknown_ids(misfits, known[kind], _WORDS[kind])


def _known_ids(values: Mapping[str, Any]) -> dict[str, dict[str, None]]:
    known = {
        collection: dict.fromkeys([entry.id for _, entry in _held(values, collection)])
        for collection in ("goals", "indicators")
        if collection in values
    }
    definition = values.get("definition")
    if isinstance(definition, CycleDefinition):
        known["phases"] = dict.fromkeys([phase.id for phase in definition.phases])
        if "plans" in values:
            steps = [
                f"{plan.id}.{step.id}"
                for _, plan in _held(values, "plans")
                for step in plan.steps
                if step is not None
            ]
            known["activities"] = dict.fromkeys(
                [*definition.full_ids, *RESEARCH_STEPS.full_ids, *steps]
            )
    return known


def _held(values: Mapping[str, Any], collection: str) -> Iterator[tuple[int, Any]]:
    # What a document lost to other faults stands as None, so that positions hold.
    entries = enumerate(values.get(collection, ()))
    return ((index, entry) for index, entry in entries if entry is not None)


def _named(field: str, value: tuple[str, ...] | str | None) -> Iterator[tuple[str, str]]:
    if isinstance(value, tuple):
        yield from ((f"{field}[{place}]", id) for place, id in enumerate(value))
    # A document puts text with an '@', which no id has, where a required value is lost.
    elif value is not None and not value.startswith("@"):
        yield field, value


def _faults_of_ids(values: Mapping[str, Any]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for collection in ("goals", "plans", "indicators"):
        for index, entry in _held(values, collection):
            path = f"{collection}[{index}].id"
            if entry.id in seen:
                accepted = f"an id that is used once; {seen[entry.id]} has it"
                yield Fault(path, shown(entry.id), accepted, "duplicate-id")
            seen.setdefault(entry.id, path)
    yield from repeated("ideas", values.get("ideas", ()))
    definition = values.get("definition")
    phases = definition.phases if isinstance(definition, CycleDefinition) else ()
    reserved = {*[phase.id for phase in phases], RESEARCH_STEPS.id}
    for index, plan in _held(values, "plans"):
        if plan.id in reserved:
            accepted = f"an id that no phase has, and not {RESEARCH_STEPS.id!r}"
            yield Fault(f"plans[{index}].id", shown(plan.id), accepted, "reserved-id")
