"""People, and the gifts that they carry."""

import datetime
from collections.abc import Iterable
from typing import final

import attrs

from ..fields import (
    DATE_OR_NONE,
    EMPTY,
    FLAG_OR_NONE,
    ID,
    ID_OR_NONE,
    MAPPING,
    NAME,
    Checked,
    FrozenMapping,
    Rule,
    as_tuple,
    choice,
    gather_rules,
    instances,
    to_date,
    to_mapping,
    to_member,
    to_number,
)
from ..vocabulary import Gift, Tag
from .consents import CONSENTS, Consent, to_consents
from .evidence import EVIDENCE, Evidence, to_evidence
from .tagging import TAGS, to_tags

__all__ = ["Capacity", "Person"]

_GIFT_OR_NONE = choice(Gift).or_none()
_GIFTS = {member.value: member for member in Gift}
_LEVEL_OR_NONE = Rule(
    lambda value: type(value) is int and 1 <= value <= 5,
    "an integer from 1 to 5",
    convert=to_number,
).or_none()


def _to_gift(value: Gift | str | None) -> Gift | None:
    return to_member(value, _GIFTS)  # type: ignore[no-any-return]  # the rule refuses the rest


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Capacity(Checked):
    """A gift, skill or interest of one person, as the capacity inventory asks for it.

    Parameters
    ----------
    skill : str
        In the person's own words; spelling is kept.
    gift : {"head", "heart", "hand"}, optional
        What one knows, cares about, or can do.
    has, teaches, learns : bool, optional
        Whether the person has it, can teach it, wants to learn it. None means that nobody asked,
        which is not a no.
    level : int, optional
        From 1 (beginner) to 5 (master).
    evidence : list of Evidence, optional
        Where this comes from.

    References
    ----------
    Kretzmann, J. P. & McKnight, J. L. (1997). A Guide to Capacity Inventories, part I; the column
    "want to learn" after the adaptation by the Southern Rural Development Center.

    Examples
    --------
    >>> Capacity("video editing", teaches=True).has is None
    True
    """

    skill: str = attrs.field(validator=NAME)
    gift: Gift | None = attrs.field(
        default=None, converter=_to_gift, validator=_GIFT_OR_NONE, kw_only=True
    )
    has: bool | None = attrs.field(default=None, validator=FLAG_OR_NONE, kw_only=True)
    teaches: bool | None = attrs.field(default=None, validator=FLAG_OR_NONE, kw_only=True)
    learns: bool | None = attrs.field(default=None, validator=FLAG_OR_NONE, kw_only=True)
    level: int | None = attrs.field(default=None, validator=_LEVEL_OR_NONE, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )


_CAPACITIES = instances(Capacity).each()


def _to_capacities(value: Iterable[Capacity]) -> tuple[Capacity, ...]:
    return as_tuple(value)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Person(Checked):
    """A resident, with gifts, and with consents that say where the name may appear.

    Parameters
    ----------
    id : str
        Unique over the whole community; best one that tells nothing about the person.
    name : str
        Shown only for purposes that the person agreed to.
    capacities : list of Capacity, optional
        Gifts, skills and wishes to learn.
    demographics : mapping, optional
        Open: age or birth year, sex, education, occupation, culture, ... as plain data.
    home : str, optional
        Id of the place where the person lives.
    asked_on, interviewed_on : date or ISO text, optional
        When the person was asked to take part, and when the person answered, so that "not asked",
        "did not answer" and "answered" differ.
    consents : list of Consent, optional
        What the person agreed to. Nobody is named without one.
    tags, evidence, extra : optional
        Codes of outside schemes, where this comes from, and what a foreign format had beside.

    Raises
    ------
    InvalidValueError
        If fields can not take their values; all of them are listed.

    Examples
    --------
    An invented person:

    >>> Person("p1", "Siti", capacities=[Capacity("sewing", has=True)]).capacities[0].skill
    'sewing'
    """

    id: str = attrs.field(validator=ID)
    name: str = attrs.field(validator=NAME)
    capacities: tuple[Capacity, ...] = attrs.field(
        default=(), converter=_to_capacities, validator=_CAPACITIES, kw_only=True
    )
    demographics: FrozenMapping = attrs.field(
        default=EMPTY, converter=to_mapping, validator=MAPPING, kw_only=True
    )
    home: str | None = attrs.field(default=None, validator=ID_OR_NONE, kw_only=True)
    asked_on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    interviewed_on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    consents: tuple[Consent, ...] = attrs.field(
        default=(), converter=to_consents, validator=CONSENTS, kw_only=True
    )
    tags: tuple[Tag, ...] = attrs.field(default=(), converter=to_tags, validator=TAGS, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )
    extra: FrozenMapping = attrs.field(
        default=EMPTY, converter=to_mapping, validator=MAPPING, kw_only=True
    )
