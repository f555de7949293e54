"""Go through all parts of a community and leave out who somebody is."""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ..cycle import Cycle
from ..model import Community, Person
from ..model.parts import COLLECTIONS
from ..model.references import REFERENCES
from ._cycles import cycle_without_names, own_ids
from ._homes import Homes
from ._names import Names
from ._scrubbing import REDACTED, Scrubber

__all__ = ["without_names"]


def without_names(
    community: Community,
    cycle: Cycle | None,
    unnamed: Mapping[str, Person],
    purpose: str | None,
) -> tuple[Community, Cycle | None, int]:
    """Return community and cycle without the names of some people, and how many passages held them.

    Parameters
    ----------
    community : Community
        The whole, with everybody in it.
    cycle : Cycle, optional
        Of this community.
    unnamed : mapping of str to Person
        The people who may not be named, by id.
    purpose : str, optional
        The purpose asked for, which stays in consents.
    """
    names = Names(_known(unnamed.values()), _known(community.people))
    scrubber = Scrubber(names, purpose)
    homes = Homes(community, unnamed)
    ids = _new_ids(community, [] if cycle is None else own_ids(cycle), unnamed, names)

    def rewritten(collection: str, part: Any) -> Any:
        if isinstance(part, Person) and part.id in unnamed:
            part = _nameless(part)
        part = homes.without_home(part)
        changes = _references(collection, part, ids)
        # The name of a person is the placeholder by now, or one that may be told.
        kept = {"name", *changes} if isinstance(part, Person) else changes
        return attrs.evolve(part, **changes, **scrubber.changes(part, frozenset(kept)))

    fields: dict[str, Any] = {
        collection: tuple([rewritten(collection, part) for part in getattr(community, collection)])
        for collection in COLLECTIONS
    }
    fields |= scrubber.changes(community, frozenset({"id", *COLLECTIONS}))
    if names.stand_in(community.id):
        fields["id"] = "redacted"
    changed = attrs.evolve(community, **fields)
    if cycle is None:
        return changed, None, scrubber.passages
    now = {entity.id: ids.get(entity.id, entity.id) for entity in community}
    now[community.id] = changed.id
    diary, passages = cycle_without_names(cycle, now, names, purpose)
    return changed, diary, scrubber.passages + passages


def _known(people: Iterable[Person]) -> list[str]:
    """List names; of people who were redacted before there are none any more."""
    return [person.name for person in people if person.name != REDACTED]


def _nameless(person: Person) -> Person:
    """Return what may be told of an unnamed person; a field that is new one day is left out."""
    return Person(
        person.id,
        REDACTED,
        capacities=[attrs.evolve(capacity, evidence=()) for capacity in person.capacities],
        asked_on=person.asked_on,
        interviewed_on=person.interviewed_on,
    )


def _new_ids(
    community: Community, others: Iterable[str], unnamed: Mapping[str, Person], names: Names
) -> dict[str, str]:
    """Map each id that tells a name to one that is not in use, here or in the cycle."""
    taken = {*[entity.id for entity in community], *others}
    ids: dict[str, str] = {}
    number = 0
    for entity in community:
        if not _tells(entity, unnamed, names):
            continue
        number += 1
        while f"redacted-{number}" in taken:
            number += 1
        ids[entity.id] = f"redacted-{number}"
    return ids


def _tells(entity: Any, unnamed: Mapping[str, Person], names: Names) -> bool:
    if not isinstance(entity, Person):
        return names.stand_in(entity.id)
    if entity.id not in unnamed:
        return names.stand_in(entity.id, own=entity.name)
    if entity.name != REDACTED and names.tell(entity.id, entity.name):
        return True
    return names.stand_in(entity.id)


def _references(collection: str, part: Any, ids: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of a part that hold ids, its own and those of others, as they are now."""
    fields: dict[str, Any] = {"id": ids.get(part.id, part.id)} if hasattr(part, "id") else {}
    for reference in REFERENCES[collection]:
        value = getattr(part, reference.field)
        fields[reference.field] = (
            tuple([ids.get(id, id) for id in value]) if reference.many else ids.get(value, value)
        )
    return fields
