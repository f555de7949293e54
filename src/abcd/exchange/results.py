"""What every format gives: what came in, and what goes out."""

import html
import typing
from collections.abc import Iterable
from typing import Any

import attrs

from ..errors import Fault
from ..fields import (
    COUNT,
    MAPPING,
    TEXT_OR_NONE,
    Checked,
    FrozenMapping,
    Rule,
    as_tuple,
    gather_rules,
    instances,
    thaw,
    to_mapping,
)
from ..model import Community
from ..model.parts import COLLECTIONS, Part

__all__ = ["Exported", "Imported"]

_FAULTS_SHOWN = 20
_COMMUNITY = instances(Community)
_FAULTS = instances(Fault).each()
_CLASSES = (FrozenMapping, *COLLECTIONS.values())
_SET_ASIDE = Rule(
    lambda value: isinstance(value, _CLASSES), "a mapping or a part of a community", private=True
).each()


def _to_faults(value: Iterable[Fault]) -> tuple[Fault, ...]:
    return as_tuple(value)


def _to_set_aside(value: "Iterable[FrozenMapping | Part]") -> "tuple[FrozenMapping | Part, ...]":
    return as_tuple(value)


@typing.final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Imported(Checked):
    """What could be read from a foreign format, and an account of the rest.

    Attributes
    ----------
    community : Community
        What could be read. What the format had beside is in `extra` of each object.
    faults : tuple of Fault
        Everything that was wrong or had to be changed, with its path in the data given.
    set_aside : tuple of mapping or part
        What could not be read as it is: the plain data themselves where nothing could be made of
        them (a single value as ``{"value": ...}``), or a part of the community that had a
        reference to nothing, with this reference.
    attribution : str, optional
        Who must be named as the source, as the data or the caller said.
    """

    community: Community = attrs.field(validator=_COMMUNITY)
    faults: tuple[Fault, ...] = attrs.field(default=(), converter=_to_faults, validator=_FAULTS)
    set_aside: tuple[FrozenMapping | Part, ...] = attrs.field(
        default=(), converter=_to_set_aside, validator=_SET_ASIDE
    )
    attribution: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)

    def __repr__(self) -> str:
        return f"<Imported: {self.community!r}, {_said(self)}>"

    def _repr_html_(self) -> str:
        source = "" if self.attribution is None else f"<p>{html.escape(self.attribution)}</p>"
        shown = _listed(self.faults)
        return f"<div>{self.community._repr_html_()}<p>{_said(self)}</p>{source}{shown}</div>"


@typing.final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Exported(Checked):
    """A document in a foreign format, and an account of what it does not hold.

    Attributes
    ----------
    content : mapping
        The document, frozen.
    lost : tuple of Fault
        What the format has no room for, with its path in the community.
    redacted : int
        How many people are not named, because they did not agree to it.
    """

    content: FrozenMapping = attrs.field(converter=to_mapping, validator=MAPPING)
    lost: tuple[Fault, ...] = attrs.field(default=(), converter=_to_faults, validator=_FAULTS)
    redacted: int = attrs.field(default=0, validator=COUNT)

    @property
    def data(self) -> dict[str, Any]:
        """The document as plain dicts and lists, made anew each time: yours to change."""
        return thaw(self.content)  # type: ignore[no-any-return]  # a mapping thaws to a dict

    def __repr__(self) -> str:
        return f"<Exported: {_told(self)}>"

    def _repr_html_(self) -> str:
        said = html.escape(_told(self))
        return f"<div><strong>Exported</strong><p>{said}</p>{_listed(self.lost)}</div>"


def _said(imported: Imported) -> str:
    return f"faults: {len(imported.faults):,}, set aside: {len(imported.set_aside):,}"


def _told(exported: Exported) -> str:
    """Count what stands in each list of a document; its texts are never shown."""
    counts = {
        key: len(value)
        for key, value in exported.content.items()
        if isinstance(value, tuple) and key.isidentifier()
    }
    counts |= {"lost": len(exported.lost), "redacted": exported.redacted}
    return ", ".join([f"{name}: {count:,}" for name, count in counts.items()])


def _listed(faults: tuple[Fault, ...]) -> str:
    items = "".join(f"<li>{html.escape(str(fault))}</li>" for fault in faults[:_FAULTS_SHOWN])
    more = len(faults) - _FAULTS_SHOWN
    return f"<ul>{items}</ul>" + (f"<p>and {more:,} more</p>" if more > 0 else "")
