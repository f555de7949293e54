"""Take names out of a cycle, so that it still fits its community."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ..cycle import (
    FIVE_D,
    FIVE_D_DEFINE_FIRST,
    FOUR_D,
    INCULTURATION_5D,
    RESEARCH_STEPS,
    Cycle,
)
from ._names import Names
from ._scrubbing import Scrubber

__all__ = ["cycle_without_names", "own_ids"]

_SHIPPED = (FIVE_D, FIVE_D_DEFINE_FIRST, FOUR_D, INCULTURATION_5D)


def cycle_without_names(
    cycle: Cycle, ids: Mapping[str, str], names: Names, purpose: str | None
) -> tuple[Cycle, int]:
    """Return the cycle without names, and how many passages held them.

    Parameters
    ----------
    cycle : Cycle
        Of the community that was redacted.
    ids : mapping of str to str
        Each id of the community, and of everything in it, as it is now.
    names : Names
        What to look for.
    purpose : str, optional
        The purpose asked for.
    """
    own = _new_ids(cycle, ids, names)
    steps = {
        f"{plan.id}.{step.id}": f"{own[plan.id]}.{own[step.id]}"
        for plan in cycle.plans
        for step in plan.steps
    }
    defined = dict(_defined(cycle))
    # An entity may have the id of a phase or of a step: where an entity can stand, it is meant.
    words, structure = {**defined, **steps, **own, **ids}, {**steps, **defined}
    scrubber = Scrubber(names, purpose, words, structure)
    # The words of a shipped definition are nobody's name, even where somebody is called Destiny.
    kept = frozenset({"definition"} if cycle.definition in _SHIPPED else ())
    return attrs.evolve(cycle, **scrubber.changes(cycle, kept)), scrubber.passages


def _defined(cycle: Cycle) -> Iterator[tuple[str, str]]:
    """Walk over the ids of phases, activities and research steps: they stay as they are."""
    yield cycle.definition.id, cycle.definition.id
    for phase in (*cycle.definition.phases, RESEARCH_STEPS):
        for id in (phase.id, *phase.full_ids, *[activity.id for activity in phase.activities]):
            yield id, id


def own_ids(cycle: Cycle) -> list[str]:
    """List the ids of goals, plans, steps, indicators and ideas."""
    entries: list[Any] = [*cycle.goals, *cycle.plans, *cycle.indicators, *cycle.ideas]
    steps = [step.id for plan in cycle.plans for step in plan.steps]
    return list(dict.fromkeys([*[entry.id for entry in entries], *steps]))


def _new_ids(cycle: Cycle, ids: Mapping[str, str], names: Names) -> dict[str, str]:
    """Map the ids of a cycle to themselves, or to new ones where they tell a name."""
    own = own_ids(cycle)
    taken = {*own, *ids.values()}
    new: dict[str, str] = {}
    number = 0
    for id in own:
        # An entry may have the id of an entity; in a text the two can not be told apart.
        if id in ids or not names.stand_in(id):
            new[id] = ids.get(id, id)
            continue
        number += 1
        while f"redacted-{number}" in taken:
            number += 1
        new[id] = f"redacted-{number}"
    return new
