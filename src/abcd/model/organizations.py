"""Associations, institutions, enterprises and households, and who belongs to them."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, final

import attrs

from ..errors import Fault
from ..fields import (
    DATE_OR_NONE,
    EMPTY,
    ID,
    ID_OR_NONE,
    MAPPING,
    NAME,
    TEXT_OR_NONE,
    Checked,
    FrozenMapping,
    choice,
    gather_rules,
    to_date,
    to_mapping,
    to_member,
)
from ..vocabulary import OrganizationKind, Tag
from .evidence import EVIDENCE, Evidence, to_evidence
from .spans import faults_of_span
from .tagging import TAGS, to_tags

__all__ = ["Membership", "Organization"]

_KIND_OR_NONE = choice(OrganizationKind).or_none()
_KINDS = {member.value: member for member in OrganizationKind}


def _to_kind(value: OrganizationKind | str | None) -> OrganizationKind | None:
    return to_member(value, _KINDS)  # type: ignore[no-any-return]  # the rule refuses the rest


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Organization(Checked):
    """A group of people: an association of citizens, an institution, an enterprise, a household.

    People attach by `Membership`, assets by their `holder`.

    Parameters
    ----------
    id : str
        Unique over the whole community.
    name : str
        What people call it.
    kind : {"association", "institution", "enterprise", "household"}, optional
        None where nobody said yet.
    offers : mapping, optional
        What it offers, as plain data: space, purchases, what it would do if asked.
    place : str, optional
        Id of the place where it is.
    tags, evidence, extra : optional
        Codes of outside schemes, where this comes from, and what a foreign format had beside.

    Examples
    --------
    >>> Organization("rki", "Rumah Kreator Indonesia", kind="association").kind.value
    'association'
    """

    id: str = attrs.field(validator=ID)
    name: str = attrs.field(validator=NAME)
    kind: OrganizationKind | None = attrs.field(
        default=None, converter=_to_kind, validator=_KIND_OR_NONE
    )
    offers: FrozenMapping = attrs.field(
        default=EMPTY, converter=to_mapping, validator=MAPPING, kw_only=True
    )
    place: str | None = attrs.field(default=None, validator=ID_OR_NONE, kw_only=True)
    tags: tuple[Tag, ...] = attrs.field(default=(), converter=to_tags, validator=TAGS, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )
    extra: FrozenMapping = attrs.field(
        default=EMPTY, converter=to_mapping, validator=MAPPING, kw_only=True
    )


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Membership(Checked):
    """That a person belongs to an organization, in which role, and from when to when.

    Parameters
    ----------
    person, organization : str
        Their ids.
    role : str, optional
        Such as ``"chair"``; who holds an office differs from who is merely well connected.
    since, until : date or ISO text, optional
        The first and the last day; `until` is not before `since`.
    evidence : list of Evidence, optional
        Where this comes from.

    Examples
    --------
    >>> Membership("p1", "rki", role="chair").role
    'chair'
    """

    person: str = attrs.field(validator=ID)
    organization: str = attrs.field(validator=ID)
    role: str | None = attrs.field(default=None, validator=TEXT_OR_NONE)
    since: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    until: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )

    _joined = ("since", "until")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        return faults_of_span(values)
