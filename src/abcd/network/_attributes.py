"""What a node of a graph says about an entity: codes, ids and numbers, never names."""

import enum
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from ..fields import thaw
from ..model import Asset, Membership, Organization, Person, Place, Tie
from ._joined import join
from ._record import Record

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
    # Those at an end of a tie.
    tied: frozenset[str]


def attributes_of_nodes(
    entities: Iterable[Person | Organization | Asset | Place],
    ties: Sequence[Tie],
    memberships: Iterable[Membership],
    *,
    record: Record,
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
    record : Record
        Who was asked and who answered.
    """
    naming = _naming(ties)
    belongs: dict[str, list[Membership]] = defaultdict(list)
    for membership in memberships:
        belongs[membership.person].append(membership)
    for entity in entities:
        if isinstance(entity, Person):
            yield entity.id, _of_person(entity, belongs.get(entity.id, ()), naming, record)
        else:
            yield entity.id, _of_thing(entity)


def _naming(ties: Iterable[Tie]) -> _Naming:
    named: dict[str, set[str]] = defaultdict(set)
    named_by: dict[str, set[str]] = defaultdict(set)
    tied: set[str] = set()
    for tie in ties:
        tied |= {tie.source, tie.target}
        for speaker, spoken_of in _statements(tie):
            named_by[spoken_of].add(speaker)
            if speaker in (tie.source, tie.target):
                named[speaker].add(spoken_of)
    return _Naming(named, named_by, frozenset(tied))


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
    person: Person, memberships: Sequence[Membership], naming: _Naming, record: Record
) -> dict[str, Scalar]:
    offices = [
        f"{membership.role} ({membership.organization})"
        for membership in memberships
        if (membership.role or "").strip().casefold() not in _NO_OFFICE
    ]
    attributes: dict[str, Scalar] = {
        "kind": NodeKind.PERSON.value,
        **_of_answers(person, naming, record),
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


def _of_answers(person: Person, naming: _Naming, record: Record) -> dict[str, Scalar]:
    """Say who was asked, who answered and who named how many, as far as it is on record."""
    answered = record.answered(person)
    named = len(naming.named.get(person.id, ()))
    if not record.kept:
        return {"named": named}
    attributes: dict[str, Scalar] = {}
    if answered is not None:
        attributes["status"] = _response(person, naming, record, answered=answered).value
    attributes["asked"] = record.asked(person) or answered is not False
    attributes["interviewed"] = record.interviewed(person)
    # Who has not answered named nobody: a tie without reporter is then the word of the other end.
    attributes["named"] = named if answered is not False else 0
    return attributes


def _response(person: Person, naming: _Naming, record: Record, *, answered: bool) -> Response:
    if answered:
        return Response.ANSWERED if naming.named.get(person.id) else Response.NAMED_NOBODY
    if record.asked(person):
        return Response.NO_ANSWER
    return Response.NAMED_ONLY if person.id in naming.tied else Response.NOT_ASKED


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
