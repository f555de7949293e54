"""Whether a cycle and its community say the same."""

from collections.abc import Iterable, Iterator
from typing import Any, final

import attrs

from ..caveats import Caveat
from ..errors import Fault, nearest, shown
from ..model import Community, Organization, Person, Place
from ..results import Result
from .cycles import Cycle
from .indicators import Level
from .plans import ALL
from .progress import refuse_strangers
from .records import RecordStatus

__all__ = ["Consistency", "consistency"]

_PERSON = (Person,)
_PARTY = (Person, Organization)
_PLACE = (Place,)

# Which fields name entities of the community, and of which classes; () is any of them.
_REFERENCES: dict[str, tuple[tuple[str, tuple[type, ...]], ...]] = {
    "records": (("participants", _PERSON), ("facilitators", _PARTY), ("place", _PLACE)),
    "visions": (("owner", _PARTY),),
    "goals": (("owner", _PARTY),),
    "plans": (("owner", _PARTY),),
    "ideas": (("joins", ()), ("invite", _PARTY), ("proposed_by", _PARTY)),
    "decisions": (("decided_by", _PARTY),),
    "measurements": (("person", _PERSON),),
    "reflections": (("by", _PARTY),),
    "celebrations": (("participants", _PERSON), ("place", _PLACE)),
}
_OF_STEPS = (("leaders", _PARTY), ("partners", _PARTY), ("place", _PLACE))


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Consistency(Result):
    """What in a cycle contradicts its community, or itself.

    Attributes
    ----------
    consistent : bool
        Whether there is no fault.
    faults : tuple of Fault
        Ids that the community does not have, or has of another class (``"unknown-id"``,
        ``"wrong-class"``); days of a step that differ from those of its plan (``"other-day"``);
        steps done before the ones they depend on (``"too-early"``); claims that reach above the
        level of their indicator (``"above-level"``).
    caveats : tuple of Caveat
        Empty: the faults say it all.
    """

    consistent: bool
    faults: tuple[Fault, ...]
    caveats: tuple[Caveat, ...] = ()


def consistency(cycle: Cycle, community: Community) -> Consistency:
    """Say where a cycle contradicts its community, or itself.

    Parameters
    ----------
    cycle : Cycle
        The diary.
    community : Community
        The community that it is about.

    Returns
    -------
    Consistency
        With every fault and its path in the cycle.

    Raises
    ------
    InvalidValueError
        If the two do not belong together.

    Examples
    --------
    >>> from abcd.cycle import FIVE_D
    >>> cycle = Cycle(FIVE_D, community="rt3").record("dream.inspire", participants=["p1"])
    >>> print(consistency(cycle, Community("rt3", "RT 3")).faults[0])
    records[0].participants[0]: found 'p1'; accepted: the id of a Person of the community
    """
    refuse_strangers(cycle, community)
    faults = [
        *_faults_of_references(cycle, community),
        *_faults_of_days(cycle),
        *_faults_of_order(cycle),
        *_faults_of_levels(cycle),
    ]
    return Consistency(consistent=not faults, faults=tuple(faults))


def _faults_of_references(cycle: Cycle, community: Community) -> Iterator[Fault]:
    for collection, fields in _REFERENCES.items():
        for index, entry in enumerate(getattr(cycle, collection)):
            yield from _named(f"{collection}[{index}]", entry, fields, community)
            yield from _needed(f"{collection}[{index}]", entry, community)
    for index, plan in enumerate(cycle.plans):
        for number, step in enumerate(plan.steps):
            where = f"plans[{index}].steps[{number}]"
            yield from _named(where, step, _OF_STEPS, community)
            yield from _needed(where, step, community)


def _needed(where: str, entry: Any, community: Community) -> Iterator[Fault]:
    for place, need in enumerate(getattr(entry, "needs", ())):
        yield from _named(f"{where}.needs[{place}]", need, (("met_by", ()),), community)


def _named(
    where: str,
    entry: Any,
    fields: Iterable[tuple[str, tuple[type, ...]]],
    community: Community,
) -> Iterator[Fault]:
    for field, classes in fields:
        value = getattr(entry, field)
        ids = value if isinstance(value, tuple) else (value,)
        for place, id in enumerate(ids):
            if id is None or id == ALL:
                continue
            path = f"{where}.{field}[{place}]" if isinstance(value, tuple) else f"{where}.{field}"
            words = " or ".join(cls.__name__ for cls in classes) or "n entity"
            if id not in community:
                known = [
                    entity.id for entity in community if not classes or type(entity) in classes
                ]
                hint = f": {nearest(id, known)}" if known else ""
                accepted = f"the id of a {words} of the community{hint}".replace("a n ", "an ")
                yield Fault(path, shown(id), accepted, "unknown-id")
            elif classes and type(community[id]) not in classes:
                found = f"{shown(id)}, which is a {type(community[id]).__name__}"
                yield Fault(path, found, f"the id of a {words}", "wrong-class")


def _faults_of_days(cycle: Cycle) -> Iterator[Fault]:
    steps = {f"{plan.id}.{step.id}": step for plan in cycle.plans for step in plan.steps}
    for index, record in enumerate(cycle.records):
        if record.on is None or record.status is not RecordStatus.DONE:
            continue
        for full_id in record.what:
            step = steps.get(full_id)
            if step is None or step.on is None:
                continue
            first, last = step.on, step.until or step.on
            if not first <= record.on <= last:
                days = first.isoformat() if first == last else f"{first} to {last}"
                accepted = f"a day of the step {shown(full_id)}: {days}"
                yield Fault(f"records[{index}].on", record.on.isoformat(), accepted, "other-day")


def _faults_of_order(cycle: Cycle) -> Iterator[Fault]:
    begun: dict[str, Any] = {}
    for record in cycle.records:
        if record.on is not None and record.status is RecordStatus.DONE:
            for full_id in record.what:
                begun[full_id] = min(record.on, begun.get(full_id, record.on))
    for index, plan in enumerate(cycle.plans):
        for number, step in enumerate(plan.steps):
            own = begun.get(f"{plan.id}.{step.id}")
            for other in step.depends_on:
                before = begun.get(f"{plan.id}.{other}")
                if own is not None and before is not None and own < before:
                    accepted = f"a day from {before.isoformat()}, when {shown(other)} began"
                    path = f"plans[{index}].steps[{number}]"
                    yield Fault(path, f"done on {own.isoformat()}", accepted, "too-early")


def _faults_of_levels(cycle: Cycle) -> Iterator[Fault]:
    order = list(Level)
    levels = {indicator.id: indicator.level for indicator in cycle.indicators}
    for index, claim in enumerate(cycle.claims):
        measured = None if claim.indicator is None else levels[claim.indicator]
        if claim.level is None or measured is None:
            continue
        if order.index(claim.level) > order.index(measured):
            accepted = f"at most {measured.value!r}, the level of its indicator"
            yield Fault(f"claims[{index}].level", shown(claim.level.value), accepted, "above-level")
