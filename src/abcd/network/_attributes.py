"""What a node of a graph says about an entity: codes, ids and numbers, never names."""

import enum
import json
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from ..fields import thaw
from ..model import Asset, Membership, Organization, Person, Place, Tie
from ._joined import join

__all__ = ["NodeKind", "Response", "attributes_of_nodes"]

Scalar = str | int | float | bool

# A role that is no office: whoever belongs to a group has it.
_NO_OFFICE = frozenset({"", "member", "members", "anggota"})


class NodeKind(enum.StrEnum):
    """Which class of entity a node stands for."""

    PERSON = "person"
    ORGANIZATION = "organization"
    ASSET = "asset"
    PLACE = "place"
    EVENT = "event"


class Response(enum.StrEnum):
    """How far a person's own word stands behind the person's ties.

    A person without ties is an isolate only where the person answered; these codes keep apart
    what would otherwise look the same.
    """

    ANSWERED = "answered"
    NAMED_NOBODY = "named nobody"
    NO_ANSWER = "no answer"
    NAMED_ONLY = "named only"
    NOT_ASKED = "not asked"


@attrs.frozen
class _Naming:
    """Who named whom in the ties of a graph."""

    named: Mapping[str, set[str]]
    named_by: Mapping[str, set[str]]
    # Those who spoke of a tie, their own or others'.
    spoke: frozenset[str]


def attributes_of_nodes(
    entities: Iterable[Person | Organization | Asset | Place],
    ties: Sequence[Tie],
    memberships: Iterable[Membership],
    *,
    reporters: Container[str | None],
) -> Iterator[tuple[str, dict[str, Scalar]]]:
    """Yield each entity's id with its attributes.

    Parameters
    ----------
    entities : iterable of entities
        Those that become nodes.
    ties : sequence of Tie
        Those between them, for who named whom.
    memberships : iterable of Membership
        Those that hold.
    reporters : container of str
        Ids of the people who are on record as having reported any tie: they have answered.
    """
    naming = _naming(ties)
    belongs: dict[str, list[Membership]] = defaultdict(list)
    for membership in memberships:
        belongs[membership.person].append(membership)
    for entity in entities:
        if isinstance(entity, Person):
            own = belongs.get(entity.id, ())
            answered = entity.interviewed_on is not None or entity.id in reporters
            yield entity.id, _of_person(entity, own, naming, answered=answered)
        else:
            yield entity.id, _of_thing(entity)


def _naming(ties: Iterable[Tie]) -> _Naming:
    named: dict[str, set[str]] = defaultdict(set)
    named_by: dict[str, set[str]] = defaultdict(set)
    spoke: set[str] = set()
    for tie in ties:
        for speaker, spoken_of in _statements(tie):
            spoke.add(speaker)
            named_by[spoken_of].add(speaker)
            if speaker in (tie.source, tie.target):
                named[speaker].add(spoken_of)
    return _Naming(named, named_by, frozenset(spoke))


def _statements(tie: Tie) -> tuple[tuple[str, str], ...]:
    """Give the pairs (who said it, about whom) that a tie stands for."""
    forward, backward = (tie.source, tie.target), (tie.target, tie.source)
    reporter = tie.reported_by
    if reporter is None:
        # Nobody is on record: the source named the target, and both named each other where the
        # tie has no direction.
        return (forward,) if tie.directed else (forward, backward)
    if reporter == tie.source:
        return (forward,)
    if reporter == tie.target:
        return (backward,)
    return ((reporter, tie.source), (reporter, tie.target))


def _of_person(
    person: Person, memberships: Sequence[Membership], naming: _Naming, *, answered: bool
) -> dict[str, Scalar]:
    offices = [
        f"{membership.role} ({membership.organization})"
        for membership in memberships
        if (membership.role or "").strip().casefold() not in _NO_OFFICE
    ]
    attributes: dict[str, Scalar] = {
        "kind": NodeKind.PERSON.value,
        "status": _response(person, naming, answered=answered).value,
        "asked": person.asked_on is not None or answered,
        "interviewed": person.interviewed_on is not None,
        "named": len(naming.named.get(person.id, ())),
        "named_by": len(naming.named_by.get(person.id, ())),
        "organizations": join([membership.organization for membership in memberships]),
        "offices": join(offices),
    }
    if person.home is not None:
        attributes["place"] = person.home
    for key, value in person.demographics.items():
        if value is not None:
            attributes[f"demographics.{key}"] = _scalar(value)
    return attributes


def _response(person: Person, naming: _Naming, *, answered: bool) -> Response:
    if answered:
        return Response.ANSWERED if person.id in naming.spoke else Response.NAMED_NOBODY
    if person.asked_on is not None:
        return Response.NO_ANSWER
    in_a_tie = person.id in naming.spoke or person.id in naming.named_by
    return Response.NAMED_ONLY if in_a_tie else Response.NOT_ASKED


def _of_thing(entity: Organization | Asset | Place) -> dict[str, Scalar]:
    kind, sort, place = _sorted_out(entity)
    # What nobody stated is left out: an empty value would make a group of its own.
    attributes: dict[str, Scalar] = {"kind": kind.value}
    attributes |= {"type": sort} if sort is not None else {}
    attributes |= {"place": place} if place is not None else {}
    return attributes


def _sorted_out(
    entity: Organization | Asset | Place,
) -> tuple[NodeKind, str | None, str | None]:
    if isinstance(entity, Organization):
        return NodeKind.ORGANIZATION, entity.kind and entity.kind.value, entity.place
    if isinstance(entity, Asset):
        return NodeKind.ASSET, next(iter(entity.kinds), None), entity.place
    return NodeKind.PLACE, entity.level, entity.parent


def _scalar(value: Any) -> Scalar:
    """Hand back a single value; put a list or mapping into JSON text."""
    if isinstance(value, str | int | float):
        return value
    return json.dumps(thaw(value), ensure_ascii=False, sort_keys=True)
