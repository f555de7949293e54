"""Reading an idea or a plan: what it takes, who would lead it, whom it would bring together."""

import datetime
from collections.abc import Iterable
from typing import TypeAlias

from ..cycle import Idea, Need, Plan
from ..cycle.plans import ALL
from ..errors import Fault, InvalidValueError, nearest, shown
from ..fields import DATE_OR_NONE, Rule, instances, to_date
from ..model import Asset, Community, Membership, Organization, Person
from ..vocabulary import Control

__all__ = [
    "Program",
    "checked",
    "currencies_of",
    "is_own",
    "leaders_of",
    "named_by",
    "needs_of",
    "parts_of",
    "people_among",
]

Program: TypeAlias = Idea | Plan

_COMMUNITY = instances(Community)
_KNOWN_ID = "an id of the community"
_PROGRAM = Rule(lambda value: isinstance(value, Idea | Plan), "an Idea or a Plan", private=True)
# Kinds of organizations that are the residents' own. An institution may be run from outside.
_OWN = frozenset({"association", "enterprise", "household"})


def checked(
    program: object, community: object, on: datetime.date | str | None = None
) -> datetime.date | None:
    """Refuse what is no program of this community, and return the day."""
    day = to_date(on)
    faults = [
        *_PROGRAM.faults("program", program),
        *_COMMUNITY.faults("community", community),
        *DATE_OR_NONE.faults("on", day),
    ]
    if isinstance(program, Idea | Plan) and isinstance(community, Community):
        named = dict.fromkeys((*parts_of(program), *named_by(program)))
        strangers = [id for id in named if id not in community]
        known = [entity.id for entity in community] if strangers else []
        faults += [
            Fault("program", shown(id), f"{_KNOWN_ID}: {nearest(id, known)}", "unknown-id")
            for id in strangers
        ]
    if faults:
        raise InvalidValueError(*faults)
    return day


def needs_of(program: Program) -> tuple[Need, ...]:
    """List what the program needs, in all its steps."""
    if isinstance(program, Idea):
        return program.needs
    return tuple([need for step in program.steps for need in step.needs])


def currencies_of(programs: Iterable[Program], currency: str | None) -> set[str | None]:
    """List the currencies of all stated costs, or the one asked for."""
    if currency is not None:
        return {currency}
    needs = [need for program in programs for need in needs_of(program)]
    return {need.currency for need in needs if need.cost is not None}


def parts_of(program: Program) -> tuple[str, ...]:
    """Ids of what the program joins and of what meets its needs, each once."""
    joined = program.joins if isinstance(program, Idea) else ()
    met = [id for need in needs_of(program) for id in need.met_by]
    return tuple(dict.fromkeys((*joined, *met)))


def leaders_of(program: Program) -> tuple[str, ...]:
    """Ids of those who would lead: who had the idea, who owns the plan or leads a step."""
    if isinstance(program, Idea):
        return program.proposed_by
    owner = () if program.owner in (None, ALL) else (program.owner,)
    leaders = [id for step in program.steps for id in step.leaders]
    return tuple(dict.fromkeys([id for id in (*owner, *leaders) if id is not None]))


def named_by(program: Program) -> tuple[str, ...]:
    """Ids of everybody whom the program would bring together."""
    if isinstance(program, Idea):
        return tuple(dict.fromkeys((*program.joins, *program.invite, *program.proposed_by)))
    partners = [id for step in program.steps for id in step.partners]
    return tuple(dict.fromkeys((*leaders_of(program), *partners)))


def people_among(
    ids: Iterable[str], community: Community, on: datetime.date | None
) -> tuple[tuple[str, ...], bool]:
    """List the people among the ids and the members of the organizations, each once.

    The second value tells whether an organization has no member on record.
    """
    people: dict[str, None] = {}
    without_members = False
    for id in ids:
        entity = community[id]
        if isinstance(entity, Person):
            people[id] = None
        elif isinstance(entity, Organization):
            members = [
                membership.person
                for membership in community.memberships
                if membership.organization == id and _holds(membership, on)
            ]
            without_members = without_members or not members
            people.update(dict.fromkeys(members))
    return tuple(people), without_members


def _holds(membership: Membership, on: datetime.date | None) -> bool:
    if on is None:
        return membership.until is None
    begun = membership.since is None or membership.since <= on
    return begun and (membership.until is None or on <= membership.until)


def is_own(entity: object) -> bool | None:
    """Tell whether a part of the community is its own; None where nobody said."""
    if isinstance(entity, Asset):
        return None if entity.control is None else entity.control is Control.PRIMARY
    if isinstance(entity, Organization):
        return True if entity.kind in _OWN else None
    # A person is of the community that lists the person; of a place nobody says whose it is.
    return True if isinstance(entity, Person) else None
