"""Which field of which class names which entities: the one table behind every integrity rule."""

from collections.abc import Callable
from typing import Any

import attrs

from .assets import Asset
from .flows import OUTSIDE
from .organizations import Organization
from .people import Person
from .places import Place

__all__ = ["REFERENCES", "Reference", "detached"]


@attrs.frozen
class Reference:
    """That a field holds an id, or several, of entities of some classes."""

    field: str
    targets: tuple[type, ...]
    # Without its person, a membership is nothing; without its holder, an asset still is one.
    essential: bool = False
    many: bool = False

    def ids(self, part: Any) -> tuple[str, ...]:
        """Return the ids that a part names in this field."""
        value = getattr(part, self.field)
        if self.many:
            return value  # type: ignore[no-any-return]  # a tuple of ids by the class's own rule
        return () if value is None or value == OUTSIDE else (value,)


_ANY = (Person, Organization, Place, Asset)
_PARTY = (Person, Organization)

REFERENCES: dict[str, tuple[Reference, ...]] = {
    "people": (Reference("home", (Place,)),),
    "organizations": (Reference("place", (Place,)),),
    "places": (Reference("parent", (Place,)),),
    "assets": (
        Reference("holder", _PARTY),
        Reference("place", (Place,)),
        Reference("named_by", _PARTY, many=True),
    ),
    "memberships": (
        Reference("person", (Person,), essential=True),
        Reference("organization", (Organization,), essential=True),
    ),
    "ties": (
        Reference("source", _ANY, essential=True),
        Reference("target", _ANY, essential=True),
        Reference("reported_by", (Person,)),
    ),
    "flows": (
        Reference("payer", _ANY, essential=True),
        Reference("payee", _ANY, essential=True),
    ),
    "challenges": (Reference("owed_by", _PARTY),),
    "stories": (Reference("teller", (Person,)),),
}


def detached(collection: str, part: Any, stays: Callable[[Reference, str], bool]) -> Any:
    """Return a part without the references that do not stay, or None where one was essential."""
    changes: dict[str, Any] = {}
    for reference in REFERENCES[collection]:
        ids = reference.ids(part)
        kept = tuple([id for id in ids if stays(reference, id)])
        if len(kept) == len(ids):
            continue
        if reference.essential:
            return None
        changes[reference.field] = kept if reference.many else None
    return attrs.evolve(part, **changes) if changes else part
