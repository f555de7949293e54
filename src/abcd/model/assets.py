"""What a community has."""

import datetime
from typing import Any, final

import attrs

from ..fields import (
    CODES,
    DATE_OR_NONE,
    EMPTY,
    ID,
    ID_OR_NONE,
    IDS,
    INTEGER_LIMIT,
    MAPPING,
    NAME,
    NON_NEGATIVE_OR_NONE,
    TEXT_OR_NONE,
    Checked,
    FrozenMapping,
    choice,
    gather_rules,
    settle,
    to_codes,
    to_date,
    to_mapping,
)
from ..vocabulary import Control, Status, Tag
from .evidence import EVIDENCE, Evidence, to_evidence
from .tagging import TAGS, to_tags

__all__ = ["Asset"]

_CONTROL_OR_NONE = choice(Control).or_none()
_STATUS = choice(Status)
_CONTROLS: dict[str, Any] = {member.value: member for member in Control}
_STATUSES: dict[str, Any] = {member.value: member for member in Status}
_NONE: Any = ()


def _to_control(value: Control | str | None) -> Control | None:
    # Not through a function of its own: this runs for every asset.
    return _CONTROLS.get(value, value) if type(value) is str else value  # type: ignore[return-value]  # the rule refuses the rest


def _to_status(value: Status | str) -> Status:
    return _STATUSES.get(value, value) if type(value) is str else value  # type: ignore[return-value]  # the rule refuses the rest


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Asset(Checked):
    """Something that a community has, or could have: a hall, a skillful group, a spring, a song.

    Parameters
    ----------
    id : str
        Unique over the whole community; not blank, and not starting with ``@``.
    name : str
        What people call it.
    kinds : list of str, optional
        Codes, the primary first: `AssetKind` (human, social, physical, economic, natural,
        cultural, spiritual) or a kind of the community's own. Empty where nobody said yet.
    control : {"primary", "secondary", "potential"}, optional
        Seen from the community: in it and its own, in it but run by outsiders, outside.
    status : {"identified", "verified", "mobilized", "created"}
        How far it has come.
    holder : str, optional
        Id of the person or organization that has it.
    place : str, optional
        Id of the place where it is.
    quantity : float, optional
        How much of it there is, in `unit`; from 0.
    unit : str, optional
        The unit of `quantity`, such as ``"hectares"``.
    named_by : list of str, optional
        Ids of the people and organizations that see it as an asset.
    tags : list of Tag, optional
        Codes of outside schemes.
    evidence : list of Evidence, optional
        Where this comes from.
    reviewed_on : date or ISO text, optional
        When somebody last checked it.
    extra : mapping, optional
        What a reader of a foreign format could not place; plain data.

    Raises
    ------
    InvalidValueError
        If fields can not take their values; all of them are listed.

    Examples
    --------
    >>> Asset("hall", "Village hall", kinds=["physical"], control="primary")
    Asset(id='hall', name='Village hall', kinds=('physical',), control=<Control.PRIMARY: 'primary'>)
    """

    id: str = attrs.field(validator=ID)
    name: str = attrs.field(validator=NAME)
    kinds: tuple[str, ...] = attrs.field(default=(), converter=to_codes, validator=CODES)
    control: Control | None = attrs.field(
        default=None, converter=_to_control, validator=_CONTROL_OR_NONE, kw_only=True
    )
    status: Status = attrs.field(
        default=Status.IDENTIFIED, converter=_to_status, validator=_STATUS, kw_only=True
    )
    holder: str | None = attrs.field(default=None, validator=ID_OR_NONE, kw_only=True)
    place: str | None = attrs.field(default=None, validator=ID_OR_NONE, kw_only=True)
    quantity: float | None = attrs.field(default=None, validator=NON_NEGATIVE_OR_NONE, kw_only=True)
    unit: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)
    named_by: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=IDS, kw_only=True
    )
    tags: tuple[Tag, ...] = attrs.field(default=(), converter=to_tags, validator=TAGS, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )
    reviewed_on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    extra: FrozenMapping = attrs.field(
        default=EMPTY, converter=to_mapping, validator=MAPPING, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        # Communities hold assets by the hundred thousand. What most of them look like is let
        # through here, without a call for each field, at half the price; the rest meets the rules.
        if not (
            self.named_by is _NONE
            and self.tags is _NONE
            and self.evidence is _NONE
            and self.extra is EMPTY
            and type(self.status) is Status
            and ((control := self.control) is None or type(control) is Control)
            and ((unit := self.unit) is None or _is_plain(unit))
            and ((holder := self.holder) is None or _is_plain(holder))
            and ((place := self.place) is None or _is_plain(place))
            and ((quantity := self.quantity) is None or _is_size(quantity))
            and ((reviewed_on := self.reviewed_on) is None or type(reviewed_on) is datetime.date)
            and _is_plain(self.id)
            and _is_plain(self.name)
            and type(self.kinds) is tuple
            and all(map(_is_plain, self.kinds))
        ):
            settle(self)


def _is_plain(value: object) -> bool:
    """Whether a value is text that every rule for text and for ids accepts."""
    return type(value) is str and value[:1].isalnum()


def _is_size(value: object) -> bool:
    return (type(value) is float or type(value) is int) and 0 <= value < INTEGER_LIMIT
