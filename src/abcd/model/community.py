"""The aggregate of everything that a community is, has and does."""

import functools
import html
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, final

import attrs

from ..errors import Fault, IntegrityError, InvalidValueError, UnknownIdError, nearest, shown
from ..fields import (
    COUNT_OR_NONE,
    EMPTY,
    ID,
    MAPPING,
    NAME,
    Checked,
    FrozenMapping,
    Rule,
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
from .integrity import faults_between_parts, faults_of_parts, index_of
from .organizations import Membership, Organization
from .parts import (
    COLLECTIONS,
    ENTITIES,
    RULES,
    SINGULAR,
    Entity,
    Part,
    to_assets,
    to_challenges,
    to_flows,
    to_memberships,
    to_organizations,
    to_parts,
    to_people,
    to_places,
    to_stories,
    to_ties,
)
from .people import Person
from .places import Place
from .stories import Story
from .ties import Tie

__all__ = ["Assembly", "Community"]

_EVIDENCE_OR_NONE = instances(Evidence).or_none()


@final
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
        default=(), converter=to_people, validator=RULES["people"], kw_only=True
    )
    organizations: tuple[Organization, ...] = attrs.field(
        default=(),
        converter=to_organizations,
        validator=RULES["organizations"],
        kw_only=True,
    )
    places: tuple[Place, ...] = attrs.field(
        default=(), converter=to_places, validator=RULES["places"], kw_only=True
    )
    assets: tuple[Asset, ...] = attrs.field(
        default=(), converter=to_assets, validator=RULES["assets"], kw_only=True
    )
    memberships: tuple[Membership, ...] = attrs.field(
        default=(),
        converter=to_memberships,
        validator=RULES["memberships"],
        kw_only=True,
    )
    ties: tuple[Tie, ...] = attrs.field(
        default=(), converter=to_ties, validator=RULES["ties"], kw_only=True
    )
    flows: tuple[Flow, ...] = attrs.field(
        default=(), converter=to_flows, validator=RULES["flows"], kw_only=True
    )
    challenges: tuple[Challenge, ...] = attrs.field(
        default=(), converter=to_challenges, validator=RULES["challenges"], kw_only=True
    )
    stories: tuple[Story, ...] = attrs.field(
        default=(), converter=to_stories, validator=RULES["stories"], kw_only=True
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
        return faults_between_parts(values)

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
        if id not in self:
            raise UnknownIdError("id", shown(id), f"an id of {self!r}: {nearest(id, self._index)}")
        return self._index[id]

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
            If objects are no parts of a community.
        IntegrityError
            If the parts do not fit; every fault is listed.
        """
        return self._with(**changes.added(self._parts, many))

    def replace(self, *many: Entity) -> "Community":
        """Return a community in which each entity given takes the place of the one with its id.

        It walks over the whole community once, O(n).

        Raises
        ------
        UnknownIdError
            If the community has no entity with the id.
        InvalidValueError
            If an object is no entity, is of another class than the one it replaces, or has the
            id of another one given.
        """
        return self._with(**changes.replaced(self._parts, self.__getitem__, many))

    def remove(self, *which: "str | Part", cascade: bool = False) -> "Community":
        """Return a community without some parts.

        It walks over the whole community once, O(n).

        Parameters
        ----------
        *which : str or part
            Ids of entities, or the parts themselves. Parts are found by value: all ties that
            equal the one given go.
        cascade : bool
            Whether what refers to a removed entity is cut with it: its memberships, ties and
            flows go, and fields such as the holder of an asset become None. Without it, a
            reference that would dangle is an error.

        Raises
        ------
        UnknownIdError
            If there is no such entity.
        InvalidValueError
            If an object is no part of this community.
        IntegrityError
            If something still refers to what is removed, and `cascade` is False.
        """
        left = changes.removed(self._parts, self.__getitem__, which, cascade=cascade)
        return self._with(**left)

    def subset(self, ids: Iterable[str]) -> "Community":
        """Return the community of some entities, and of what connects them.

        Memberships, ties and flows stay where all their ends do; other references to entities
        that do not stay become None. Challenges and stories stay. The stated population and
        number of households go, because they are no denominators of a part. O(n).

        Raises
        ------
        UnknownIdError
            If an id is not in the community.
        InvalidValueError
            If `ids` is one text instead of a list of ids.
        """
        if isinstance(ids, str):
            raise InvalidValueError(Fault("ids", shown(ids), "a list of ids", "value"))
        kept = {self[id].id for id in ids}
        return self._with(
            population=None,
            population_evidence=None,
            households=None,
            households_evidence=None,
            **changes.kept(self._parts, kept),
        )

    def _with(self, **fields: Any) -> "Community":
        return attrs.evolve(self, **fields)

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
            If a field can not take its value at all; all of them are listed.

        Examples
        --------
        >>> assembly = Community.assemble(
        ...     "rt3", "RT 3", people=[Person("p1", "Siti")], ties=[Tie("p1", "p9", "knows")]
        ... )
        >>> assembly.community
        <Community 'rt3': 1 person>
        >>> print(assembly.faults[0])
        ties[0].target: found 'p9'; accepted: an id of this community: 'p1'
        >>> assembly.set_aside
        (Tie(source='p1', target='p9', kind='knows'),)
        """
        given = {collection: as_tuple(parts.pop(collection, ())) for collection in COLLECTIONS}
        unusable: list[Fault] = []
        for collection, value in given.items():
            unusable += RULES[collection].faults(collection, value)
        try:
            empty = cls(id, name, **parts)
        except InvalidValueError as error:
            raise InvalidValueError(*error.faults, *unusable) from None
        if unusable:
            raise InvalidValueError(*unusable)
        whole, faults, set_aside = changes.sound(given)
        return Assembly(empty._with(**whole), tuple(faults), tuple(set_aside))

    def __repr__(self) -> str:
        # Counts, never names: a repr ends up in logs and on screens.
        counts = [
            f"{len(part_list):,} {name if len(part_list) != 1 else SINGULAR[name]}"
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


_COMMUNITY = instances(Community)
_FAULTS = instances(Fault).each()
_PARTS = Rule(
    lambda value: type(value) is tuple and all(isinstance(part, Part) for part in value),
    "a list or tuple of parts of a community",
    private=True,
)


def _to_faults(value: Iterable[Fault]) -> tuple[Fault, ...]:
    return as_tuple(value)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Assembly(Checked):
    """The sound part of dirty data, what was wrong with the rest, and the rest itself.

    Parameters
    ----------
    community : Community
        The sound part.
    faults : list of Fault
        Everything that was wrong, with its path in the data given.
    set_aside : list of parts
        The faulty objects as they were given; nothing is dropped in silence.
    """

    community: Community = attrs.field(validator=_COMMUNITY)
    faults: tuple[Fault, ...] = attrs.field(converter=_to_faults, validator=_FAULTS)
    set_aside: tuple[Part, ...] = attrs.field(converter=to_parts, validator=_PARTS)

    def __repr__(self) -> str:
        return f"<Assembly: {self.community!r}, {self._counts()}>"

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{html.escape(str(fault))}</li>" for fault in self.faults[:20])
        more = f"<li>and {len(self.faults) - 20:,} more</li>" if len(self.faults) > 20 else ""
        inside = f"{self.community._repr_html_()}<p>{self._counts()}</p><ul>{items}{more}</ul>"
        return f"<div>{inside}</div>"

    def _counts(self) -> str:
        faults = "1 fault" if len(self.faults) == 1 else f"{len(self.faults):,} faults"
        return f"{faults}, {len(self.set_aside):,} set aside"
