"""Tags: a code of an outside scheme, such as an SDG indicator."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, final

import attrs

from ..errors import Fault, shown
from ..fields import CODE, CODE_OR_NONE, Checked, gather_rules

__all__ = ["Tag", "has_known_shape"]

# A goal, a target of it, an indicator of that: "4", "4.4" or "4.b", "4.4.1" or "4.b.1".
_SDG = re.compile(r"(1[0-7]|[1-9])(\.([1-9][0-9]?|[a-d])(\.[1-9][0-9]?)?)?")
_SDG_ACCEPTED = (
    "an SDG code: a goal from 1 to 17, then its target, then the indicator, such as "
    "'4', '4.4', '4.b' or '4.4.1'"
)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Tag(Checked):
    """A code of an outside scheme; the library checks its shape and ships no catalog.

    The one shape that it knows is that of the Sustainable Development Goals.

    Parameters
    ----------
    scheme : str
        The scheme, such as ``"SDG"`` (in whatever case).
    code : str
        The code in it, such as ``"8.5.2"``. One of the scheme SDG has to have the shape of a goal
        (1 to 17), a target (``"4.4"``, ``"4.b"``) or an indicator (``"4.4.1"``); whether the United
        Nations list it is not looked up.
    uri : str, optional
        Where the code is defined.
    version : str, optional
        The version of the scheme.

    Raises
    ------
    InvalidValueError
        If a field can not take its value, or the code of an SDG has another shape.

    References
    ----------
    United Nations General Assembly (2017). Global indicator framework for the Sustainable
    Development Goals, resolution 71/313, annex: targets are numbered or lettered a to d.

    Examples
    --------
    >>> Tag("SDG", "8.5.2")
    Tag(scheme='SDG', code='8.5.2')
    >>> Tag("SDG", "18")
    Traceback (most recent call last):
    ...
    abcd.errors.InvalidValueError: code: found '18'; accepted: an SDG code: a goal from 1 to 17, \
then its target, then the indicator, such as '4', '4.4', '4.b' or '4.4.1'
    """

    scheme: str = attrs.field(validator=CODE)
    code: str = attrs.field(validator=CODE)
    uri: str | None = attrs.field(default=None, validator=CODE_OR_NONE, kw_only=True)
    version: str | None = attrs.field(default=None, validator=CODE_OR_NONE, kw_only=True)

    _joined = ("scheme", "code")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        scheme, code = values.get("scheme"), values.get("code")
        if scheme is None or code is None or not _is_sdg(scheme):
            return
        if _SDG.fullmatch(code) is None:
            yield Fault("code", shown(code), _SDG_ACCEPTED, "value")


def has_known_shape(tag: Tag) -> bool:
    """Whether the scheme of a tag is one whose codes have a shape: such a code names nobody.

    >>> has_known_shape(Tag("SDG", "8.5.2")), has_known_shape(Tag("own", "8.5.2"))
    (True, False)
    """
    return _is_sdg(tag.scheme)


def _is_sdg(scheme: str) -> bool:
    return scheme.strip().casefold() == "sdg"
