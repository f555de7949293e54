"""The aggregate of everything that a community is, has and does."""

import functools
import html
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from ..errors import (
    Fault,
    IntegrityError,
    InvalidValueError,
    UnknownIdError,
    hidden,
    nearest,
    shown,
)
from ..fields import (
    COUNT_OR_NONE,
    EMPTY,
    ID,
    MAPPING,
    NAME,
    Checked,
    FrozenMapping,
    as_tuple,
    gather_rules,
    instances,
    settle,
    to_mapping,
)
from . import changes
from .assets import Asset
from .challenges import Challenge
from .evidence import Evidence
from .flows import Flow
from .integrity import faults_of_parts, index_of
from .organizations import Membership, Organization
from .people import Person
from .places import Place
from .references import COLLECTIONS, ENTITIES, Entity, Part
from .stories import Story
from .ties import Tie

__all__ = ["Assembly", "Community"]

_EVIDENCE_OR_NONE = instances(Evidence).or_none()
_RULES = {name: instances(cls).each() for name, cls in COLLECTIONS.items()}


def _to_people(value: Iterable[Person]) -> tuple[Person, ...]:
    return as_tuple(value)


def _to_organizations(value: Iterable[Organization]) -> tuple[Organization, ...]:
    return as_tuple(value)


def _to_places(value: Iterable[Place]) -> tuple[Place, ...]:
    return as_tuple(value)


def _to_assets(value: Iterable[Asset]) -> tuple[Asset, ...]:
    return as_tuple(value)


def _to_memberships(value: Iterable[Membership]) -> tuple[Membership, ...]:
    return as_tuple(value)


def _to_ties(value: Iterable[Tie]) -> tuple[Tie, ...]:
    return as_tuple(value)


def _to_flows(value: Iterable[Flow]) -> tuple[Flow, ...]:
    return as_tuple(value)


def _to_challenges(value: Iterable[Challenge]) -> tuple[Challenge, ...]:
    return as_tuple(value)


def _to_stories(value: Iterable[Story]) -> tuple[Story, ...]:
    return as_tuple(value)


@attrs.frozen(repr=False, field_transformer=gather_rules)
class Community(Checked):
    """People, organizations, places and assets, and what ties them together: one sound whole.

    A `Community` can not be broken: ids are unique, references lead somewhere, no tie leads from
    an entity to itself. Changes give a new community; the old one stays as it is.

    Parameters
    ----------
    id, name : str
        Of the community itself.
    people, organizations, places, assets : list, optional
        The entities, each with an id that is unique over all four.
    memberships, ties, flows, challenges, stories : list, optional
        What connects or concerns them; addressed by value.
    population, households : int, optional
        As stated by a source: shares of the community need them as denominators.
    population_evidence, households_evidence : Evidence, optional
        Where the two numbers come from.
    extra : mapping, optional
        What a reader of a foreign format could not place.

    Raises
    ------
    InvalidValueError
        If a field can not take its value.
    IntegrityError
        If the parts do not fit together; it lists every fault. For dirty data use
        `Community.assemble`.

    See Also
    --------
    Community.assemble : The sound part of dirty data, with a report.

    Examples
    --------
    Two invented people:

    >>> community = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[Person("p1", "Siti"), Person("p2", "Budi")],
    ...     ties=[Tie("p1", "p2", kind="sews with")],
    ... )
    >>> community
    <Community 'rt3': 2 people, 1 tie>
    >>> "p1" in community, community["p2"].name
    (True, 'Budi')
    >>> len(community.add(Asset("hall", "Hall"), Tie("p1", "hall", "cleans")).ties)
    2
    """

    id: str = attrs.field(validator=ID)
    name: str = attrs.field(validator=NAME)
    people: tuple[Person, ...] = attrs.field(
        default=(), converter=_to_people, validator=_RULES["people"], kw_only=True
    )
    organizations: tuple[Organization, ...] = attrs.field(
        default=(), converter=_to_organizations, validator=_RULES["organizations"], kw_only=True
    )
    places: tuple[Place, ...] = attrs.field(
        default=(), converter=_to_places, validator=_RULES["places"], kw_only=True
    )
    assets: tuple[Asset, ...] = attrs.field(
        default=(), converter=_to_assets, validator=_RULES["assets"], kw_only=True
    )
    memberships: tuple[Membership, ...] = attrs.field(
        default=(), converter=_to_memberships, validator=_RULES["memberships"], kw_only=True
    )
    ties: tuple[Tie, ...] = attrs.field(
        default=(), converter=_to_ties, validator=_RULES["ties"], kw_only=True
    )
    flows: tuple[Flow, ...] = attrs.field(
        default=(), converter=_to_flows, validator=_RULES["flows"], kw_only=True
    )
    challenges: tuple[Challenge, ...] = attrs.field(
        default=(), converter=_to_challenges, validator=_RULES["challenges"], kw_only=True
    )
    stories: tuple[Story, ...] = attrs.field(
        default=(), converter=_to_stories, validator=_RULES["stories"], kw_only=True
    )
    population: int | None = attrs.field(default=None, validator=COUNT_OR_NONE, kw_only=True)
    population_evidence: Evidence | None = attrs.field(
        default=None, validator=_EVIDENCE_OR_NONE, kw_only=True
    )
    households: int | None = attrs.field(default=None, validator=COUNT_OR_NONE, kw_only=True)
    households_evidence: Evidence | None = attrs.field(
        default=None, validator=_EVIDENCE_OR_NONE, kw_only=True
    )
    extra: FrozenMapping = attrs.field(
        default=EMPTY, converter=to_mapping, validator=MAPPING, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        settle(self)
        faults = [fault for _, _, fault in faults_of_parts(self._parts, self._index)]
        if faults:
            raise IntegrityError(*faults) from None

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        # A document may have lost a part to other faults; the positions of the rest must hold.
        held = {
            name: [(at, part) for at, part in enumerate(values.get(name, ())) if part is not None]
            for name in COLLECTIONS
        }
        parts = {name: [part for _, part in pairs] for name, pairs in held.items()}
        for name, position, fault in faults_of_parts(parts, index_of(parts)):
            rest = fault.path.removeprefix(f"{name}[{position}]")
            path = f"{name}[{held[name][position][0]}]{rest}"
            yield Fault(path, fault.found, fault.accepted, fault.code)

    @property
    def _parts(self) -> dict[str, tuple[Any, ...]]:
        return {name: getattr(self, name) for name in COLLECTIONS}

    @functools.cached_property
    def _index(self) -> dict[str, Entity]:
        return index_of(self._parts)

    def __getitem__(self, id: str) -> Entity:
        """Return the entity with this id, in constant time.

        Raises
        ------
        UnknownIdError
            If no entity has it; the nearest ids are named.
        """
        entity = self._index.get(id) if isinstance(id, str) else None
        if entity is None:
            raise UnknownIdError("id", shown(id), f"an id of {self!r}: {nearest(id, self._index)}")
        return entity

    def __contains__(self, id: object) -> bool:
        """Whether an entity has this id, in constant time."""
        return isinstance(id, str) and id in self._index

    def __iter__(self) -> Iterator[Entity]:
        """Walk over all entities: people, organizations, places, assets."""
        for name in ENTITIES:
            yield from getattr(self, name)

    def add(self, *many: Part) -> "Community":
        """Return a community with more parts, each put where its class belongs.

        It walks over the whole community once, O(n), so add many parts in one call.

        Raises
        ------
        InvalidValueError
            If an object is no part of a community.
        IntegrityError
            If the parts do not fit; every fault is listed.
        """
        return attrs.evolve(self, **changes.added(self._parts, many))

    def replace(self, *many: Entity) -> "Community":
        """Return a community in which each entity given takes the place of the one with its id.

        It walks over the whole community once, O(n).

        Raises
        ------
        UnknownIdError
            If the community has no entity with the id.
        InvalidValueError
            If an object is no entity, or of another class than the one it replaces.
        """
        for entity in many:
            if hasattr(entity, "id"):
                self[entity.id]
        return attrs.evolve(self, **changes.replaced(self._parts, self._index, many))

    def remove(self, *which: "str | Part", cascade: bool = False) -> "Community":
        """Return a community without some parts.

        It walks over the whole community once, O(n).

        Parameters
        ----------
        *which : str or part
            Ids of entities, or the parts themselves; parts without id are found by value.
        cascade : bool
            Whether what refers to a removed entity is cut with it: its memberships, ties and
            flows go, and fields such as the holder of an asset become None. Without it, a
            reference that would dangle is an error.

        Raises
        ------
        UnknownIdError
            If there is no such entity.
        InvalidValueError
            If a part without id is not in the community.
        IntegrityError
            If something still refers to what is removed, and `cascade` is False.
        """
        gone: set[str] = set()
        values: list[Any] = []
        for position, item in enumerate(which):
            if isinstance(item, str):
                gone.add(self[item].id)
                continue
            name = changes.collection_of(f"which[{position}]", item)
            if item not in getattr(self, name):
                fault = Fault(f"which[{position}]", hidden(item), f"one of its {name}", "unknown")
                raise InvalidValueError(fault)
            if name in ENTITIES:
                gone.add(item.id)  # type: ignore[union-attr]  # the collection is one of entities
            else:
                values.append(item)
        left = changes.removed(self._parts, gone, values, cascade=cascade)
        return attrs.evolve(self, **left)

    def subset(self, ids: Iterable[str]) -> "Community":
        """Return the community of some entities, and of what connects them.

        Memberships, ties and flows stay where all their ends do; other references to entities
        that do not stay become None. Challenges and stories stay. The stated population and
        number of households go, because they are no denominators of a part. O(n).

        Raises
        ------
        UnknownIdError
            If an id is not in the community.
        """
        kept = {self[id].id for id in ids}
        return attrs.evolve(
            self,
            population=None,
            population_evidence=None,
            households=None,
            households_evidence=None,
            **changes.kept(self._parts, kept),
        )

    @classmethod
    def assemble(cls, id: str, name: str, **parts: Any) -> "Assembly":
        """Take the sound part of dirty data, and report the rest.

        Parameters
        ----------
        id, name : str
            As for `Community`; broken ones are refused, because there is no whole without them.
        **parts
            As for `Community`.

        Returns
        -------
        Assembly
            The sound community, every fault, and the refused objects themselves. A part that is
            whole but for a reference that leads nowhere (an asset whose holder is unknown) stays
            in the community without this reference, and as it was in `set_aside`. Of several
            entities with one id the first stays.

        Raises
        ------
        InvalidValueError
            If a field can not take its value at all.

        Examples
        --------
        >>> assembly = Community.assemble(
        ...     "rt3", "RT 3", people=[Person("p1", "Siti")], ties=[Tie("p1", "p9", "knows")]
        ... )
        >>> assembly.community
        <Community 'rt3': 1 person>
        >>> print(assembly.faults[0])
        ties[0].target: found 'p9'; accepted: the id of a Person or Organization or Place or Asset of this community: 'p1'
        >>> assembly.set_aside
        (Tie(source='p1', target='p9', kind='knows'),)
        """
        for collection in COLLECTIONS:
            value = as_tuple(parts.get(collection, ()))
            _RULES[collection](cls, attrs.fields_dict(cls)[collection], value)
            parts[collection] = value
        whole, faults, set_aside = changes.sound(parts)
        return Assembly(cls(id, name, **{**parts, **whole}), tuple(faults), tuple(set_aside))

    def __repr__(self) -> str:
        # Counts, never names: a repr ends up in logs and on screens.
        counts = [
            f"{len(part_list):,} {name if len(part_list) != 1 else _SINGULAR[name]}"
            for name, part_list in self._parts.items()
            if part_list
        ]
        return f"<Community {self.id!r}: {', '.join(counts) or 'empty'}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th style='text-align:left'>{name}</th><td>{len(part_list):,}</td></tr>"
            for name, part_list in self._parts.items()
        )
        return f"<div><strong>{html.escape(self.name)}</strong><table>{rows}</table></div>"


@attrs.frozen(repr=False)
class Assembly:
    """The sound part of dirty data, what was wrong with the rest, and the rest itself.

    Attributes
    ----------
    community : Community
        The sound part.
    faults : tuple of Fault
        Everything that was wrong, with its path in the data given.
    set_aside : tuple of parts
        The faulty objects as they were given; nothing is dropped in silence.
    """

    community: Community
    faults: tuple[Fault, ...]
    set_aside: tuple[Part, ...]

    def __repr__(self) -> str:
        return (
            f"<Assembly: {self.community!r}, {len(self.faults):,} faults, "
            f"{len(self.set_aside):,} set aside>"
        )

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{html.escape(str(fault))}</li>" for fault in self.faults[:20])
        more = f"<p>and {len(self.faults) - 20:,} more faults</p>" if len(self.faults) > 20 else ""
        return f"<div>{self.community._repr_html_()}<ul>{items}</ul>{more}</div>"


_SINGULAR = {
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
