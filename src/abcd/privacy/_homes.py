"""Where people live, as far as it must not be told."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import attrs

from ..fields import EMPTY
from ..model import Asset, Community, Organization, Person, Place
from ._names import COMMON

__all__ = ["Homes"]


class Homes:
    """Takes out of places, assets and organizations where unnamed people live.

    Parameters
    ----------
    community : Community
        Before redaction.
    unnamed : mapping of str to Person
        The people who may not be named, by id.
    """

    def __init__(self, community: Community, unnamed: Mapping[str, Person]) -> None:
        self._of = {id: person.home for id, person in unnamed.items() if person.home is not None}
        # Each organization with the homes of its unnamed members.
        self._of_members = {
            (membership.organization, self._of[membership.person])
            for membership in community.memberships
            if membership.person in self._of
        }
        residents = Counter(person.home for person in community.people)
        named = {person.home for person in community.people if person.id not in unnamed}
        parents = {place.parent for place in community.places}
        used = {
            self.without_home(part).place for part in (*community.assets, *community.organizations)
        }
        self._private = {
            place.id
            for place in community.places
            if place.id in set(self._of.values()) - named - parents - used
            and place.level is None
            and residents[place.id] < COMMON
        }

    def without_home(self, part: Any) -> Any:
        """Return a part that does not tell where an unnamed person lives; others as they are."""
        if isinstance(part, Asset):
            told = part.holder is not None and self._of.get(part.holder, "") == part.place
            return attrs.evolve(part, place=None) if told else part
        if isinstance(part, Organization):
            told = (part.id, part.place) in self._of_members
            return attrs.evolve(part, place=None) if told else part
        if isinstance(part, Place) and part.id in self._private:
            return attrs.evolve(
                part, latitude=None, longitude=None, geometry=None, code=None, extra=EMPTY
            )
        return part
