"""Whether a cycle and its community say the same."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, final

import attrs

from ..caveats import Caveat
from ..errors import Fault, nearest, shown
from ..fields import named
from ..model import Asset, Community, Organization, Person, Place
from ..results import Result
from .cycles import Cycle
from .indicators import on_scale, words_of_scale
from .plans import ALL, PlanStep
from .progress import refuse_strangers
from .records import Record, RecordStatus

__all__ = ["Consistency", "consistency"]

_PERSON = (Person,)
_PARTY = (Person, Organization)
_PLACE = (Place,)
_ANY = (Person, Organization, Place, Asset)

# Which fields name entities of the community, and of which classes.
_REFERENCES: dict[str, tuple[tuple[str, tuple[type, ...]], ...]] = {
    "records": (("participants", _PERSON), ("facilitators", _PARTY), ("place", _PLACE)),
    "visions": (("owner", _PARTY),),
    "goals": (("owner", _PARTY),),
    "plans": (("owner", _PARTY),),
    "ideas": (("joins", _ANY), ("invite", _PARTY), ("proposed_by", _PARTY)),
    "decisions": (("decided_by", _PARTY),),
    "measurements": (("person", _PERSON),),
    "reflections": (("by", _PARTY),),
    "celebrations": (("participants", _PERSON), ("place", _PLACE)),
}
_OF_STEPS = (("leaders", _PARTY), ("partners", _PARTY), ("place", _PLACE))
_OF_NEEDS = (("met_by", _ANY),)


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Consistency(Result):
    """What in a cycle contradicts its community, or itself.

    Attributes
    ----------
    consistent : bool
        Whether there is no fault.
    faults : tuple of Fault
        With their paths in the cycle, by these codes:

        - ``"unknown-id"``: an id that the community does not have;
        - ``"wrong-class"``: an id that it has, of another class than the field names;
        - ``"other-day"``: an entry says that a step was done on days that are none of its days in
          the plan;
        - ``"too-early"``: a step began before one that it depends on;
        - ``"off-scale"``: a measurement is beyond the ends of its indicator's scale;
        - ``"unknown-facet"``: a measurement is of a facet that its indicator does not have;
        - ``"above-level"``: a claim reaches above the level of its indicator.
    caveats : tuple of Caveat
        Empty: the faults say it all.
    """

    consistent: bool
    faults: tuple[Fault, ...]
    caveats: tuple[Caveat, ...] = ()


def consistency(cycle: Cycle, community: Community) -> Consistency:
    """Say where a cycle contradicts its community, or itself.

    A cycle names people, organizations, places and assets by id and does not carry them, so it can
    be sound in itself and still not fit. Real diaries do not always fit; nothing is refused here.

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

    Notes
    -----
    Days are compared for entries with the status ``"done"`` only, where both sides have a date.
    A step that is done while nothing is recorded of one that it depends on is no contradiction:
    the diary may have a gap.

    Examples
    --------
    >>> from abcd.cycle import FIVE_D
    >>> cycle = Cycle(FIVE_D, community="rt3").record("dream.inspire", participants=["p1"])
    >>> result = consistency(cycle, Community("rt3", "RT 3", people=[Person("p2", "Siti")]))
    >>> print(result.faults[0])
    records[0].participants[0]: found 'p1'; accepted: the id of a Person of the community: 'p2'
    """
    refuse_strangers(cycle, community)
    steps = {f"{plan.id}.{step.id}": step for plan in cycle.plans for step in plan.steps}
    faults = [
        *_faults_of_references(cycle, community),
        *_faults_of_days(cycle.records, steps),
        *_faults_of_order(cycle),
        *_faults_of_measurements(cycle),
        *_faults_of_levels(cycle),
    ]
    return Consistency(consistent=not faults, faults=tuple(faults))


# Each search for near spellings walks over all ids; a reader needs it for the first faults only.
_SEARCHES = 20


def _faults_of_references(cycle: Cycle, community: Community) -> Iterator[Fault]:
    strangers = 0
    for path, id, classes in _references(cycle):
        kinds = "" if classes is _ANY else f"the id of {' or '.join(map(named, classes))} of "
        accepted = f"{kinds or 'an id of '}the community"
        if id not in community:
            strangers += 1
            if strangers <= _SEARCHES:
                known = [entity.id for entity in community if type(entity) in classes]
                accepted += f": {nearest(id, known)}" if known else ", which has none"
            yield Fault(path, shown(id), accepted, "unknown-id")
        elif type(community[id]) not in classes:
            found = f"{shown(id)}, which is {named(type(community[id]))}"
            yield Fault(path, found, accepted, "wrong-class")


def _references(cycle: Cycle) -> Iterator[tuple[str, str, tuple[type, ...]]]:
    for collection, fields in _REFERENCES.items():
        for index, entry in enumerate(getattr(cycle, collection)):
            yield from _ids(f"{collection}[{index}]", entry, fields)
    for index, idea in enumerate(cycle.ideas):
        yield from _ids_of_needs(f"ideas[{index}]", idea)
    for index, plan in enumerate(cycle.plans):
        for number, step in enumerate(plan.steps):
            where = f"plans[{index}].steps[{number}]"
            yield from _ids(where, step, _OF_STEPS)
            yield from _ids_of_needs(where, step)


def _ids_of_needs(where: str, entry: Any) -> Iterator[tuple[str, str, tuple[type, ...]]]:
    for place, need in enumerate(entry.needs):
        yield from _ids(f"{where}.needs[{place}]", need, _OF_NEEDS)


def _ids(
    where: str, entry: Any, fields: Iterable[tuple[str, tuple[type, ...]]]
) -> Iterator[tuple[str, str, tuple[type, ...]]]:
    for field, classes in fields:
        value = getattr(entry, field)
        if isinstance(value, tuple):
            for place, id in enumerate(value):
                yield f"{where}.{field}[{place}]", id, classes
        elif value is not None and value != ALL:
            yield f"{where}.{field}", value, classes


def _days(entry: Record | PlanStep) -> tuple[datetime.date, datetime.date] | None:
    first, last = entry.on or entry.until, entry.until or entry.on
    return None if first is None or last is None else (first, last)


def _faults_of_days(records: Iterable[Record], steps: Mapping[str, PlanStep]) -> Iterator[Fault]:
    for index, record in enumerate(records):
        days = _days(record) if record.status is RecordStatus.DONE else None
        for full_id in record.what if days else ():
            planned = _days(steps[full_id]) if full_id in steps else None
            if days and planned and (days[1] < planned[0] or planned[1] < days[0]):
                accepted = f"a day of the step {shown(full_id)}: {_in_words(planned)}"
                field = "until" if record.on is None else "on"
                yield Fault(f"records[{index}].{field}", _in_words(days), accepted, "other-day")


def _in_words(days: Sequence[datetime.date]) -> str:
    first, last = days[0].isoformat(), days[1].isoformat()
    return first if first == last else f"{first} to {last}"


def _faults_of_order(cycle: Cycle) -> Iterator[Fault]:
    begun: dict[str, datetime.date] = {}
    for record in cycle.records:
        days = _days(record)
        if days is not None and record.status is RecordStatus.DONE:
            for full_id in record.what:
                begun[full_id] = min(days[0], begun.get(full_id, days[0]))
    for index, plan in enumerate(cycle.plans):
        for number, step in enumerate(plan.steps):
            own = begun.get(f"{plan.id}.{step.id}")
            for other in step.depends_on:
                before = begun.get(f"{plan.id}.{other}")
                if own is not None and before is not None and own < before:
                    accepted = f"a day from {before.isoformat()}, when {shown(other)} began"
                    path = f"plans[{index}].steps[{number}]"
                    yield Fault(path, f"done on {own.isoformat()}", accepted, "too-early")


def _faults_of_measurements(cycle: Cycle) -> Iterator[Fault]:
    indicators = {indicator.id: indicator for indicator in cycle.indicators}
    for index, measured in enumerate(cycle.measurements):
        indicator = indicators[measured.indicator]
        low, high = indicator.minimum, indicator.maximum
        if not on_scale(measured.value, low, high):
            accepted = f"a number {words_of_scale(low, high)}, the scale of {shown(indicator.id)}"
            path = f"measurements[{index}].value"
            yield Fault(path, shown(measured.value), accepted, "off-scale")
        if measured.facet is not None and measured.facet not in indicator.facets:
            known = indicator.facets
            hint = f": {nearest(measured.facet, known)}" if known else ", which has none"
            accepted = f"a facet of {shown(indicator.id)}{hint}"
            path = f"measurements[{index}].facet"
            yield Fault(path, shown(measured.facet), accepted, "unknown-facet")


def _faults_of_levels(cycle: Cycle) -> Iterator[Fault]:
    levels = {indicator.id: indicator.level for indicator in cycle.indicators}
    for index, claim in enumerate(cycle.claims):
        measured = None if claim.indicator is None else levels[claim.indicator]
        if claim.level is None or measured is None:
            continue
        if claim.level.is_above(measured):
            accepted = f"at most {measured.value!r}, the level of its indicator"
            yield Fault(f"claims[{index}].level", shown(claim.level.value), accepted, "above-level")
