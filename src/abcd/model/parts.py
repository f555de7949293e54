"""What a community is made of: its nine collections, and how each is read and checked."""

from collections.abc import Iterable

from ..fields import as_tuple, instances
from .assets import Asset
from .challenges import Challenge
from .flows import Flow
from .organizations import Membership, Organization
from .people import Person
from .places import Place
from .stories import Story
from .ties import Tie

__all__ = [
    "COLLECTIONS",
    "ENTITIES",
    "RULES",
    "SINGULAR",
    "Entity",
    "Part",
    "to_assets",
    "to_challenges",
    "to_flows",
    "to_memberships",
    "to_organizations",
    "to_parts",
    "to_people",
    "to_places",
    "to_stories",
    "to_ties",
]

Entity = Person | Organization | Place | Asset
Part = Person | Organization | Place | Asset | Membership | Tie | Flow | Challenge | Story

# In the order in which a community holds them; places come before what stands on them.
COLLECTIONS: dict[str, type] = {
    "people": Person,
    "organizations": Organization,
    "places": Place,
    "assets": Asset,
    "memberships": Membership,
    "ties": Tie,
    "flows": Flow,
    "challenges": Challenge,
    "stories": Story,
}
ENTITIES = ("people", "organizations", "places", "assets")
SINGULAR = {
    "people": "person",
    "organizations": "organization",
    "places": "place",
    "assets": "asset",
    "memberships": "membership",
    "ties": "tie",
    "flows": "flow",
    "challenges": "challenge",
    "stories": "story",
}

RULES = {name: instances(cls).each() for name, cls in COLLECTIONS.items()}


def to_people(value: Iterable[Person]) -> tuple[Person, ...]:
    """Store a list of people as a tuple."""
    return as_tuple(value)


def to_organizations(value: Iterable[Organization]) -> tuple[Organization, ...]:
    """Store a list of organizations as a tuple."""
    return as_tuple(value)


def to_places(value: Iterable[Place]) -> tuple[Place, ...]:
    """Store a list of places as a tuple."""
    return as_tuple(value)


def to_assets(value: Iterable[Asset]) -> tuple[Asset, ...]:
    """Store a list of assets as a tuple."""
    return as_tuple(value)


def to_memberships(value: Iterable[Membership]) -> tuple[Membership, ...]:
    """Store a list of memberships as a tuple."""
    return as_tuple(value)


def to_ties(value: Iterable[Tie]) -> tuple[Tie, ...]:
    """Store a list of ties as a tuple."""
    return as_tuple(value)


def to_flows(value: Iterable[Flow]) -> tuple[Flow, ...]:
    """Store a list of flows as a tuple."""
    return as_tuple(value)


def to_challenges(value: Iterable[Challenge]) -> tuple[Challenge, ...]:
    """Store a list of challenges as a tuple."""
    return as_tuple(value)


def to_stories(value: Iterable[Story]) -> tuple[Story, ...]:
    """Store a list of stories as a tuple."""
    return as_tuple(value)


def to_parts(value: Iterable[Part]) -> tuple[Part, ...]:
    """Store a list of parts of any class as a tuple."""
    return as_tuple(value)
