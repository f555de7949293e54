"""Which property of a feature holds what, as the caller of `read` says."""

import unicodedata
from collections.abc import Mapping
from typing import Any

import attrs

from ..errors import Fault, InvalidValueError, shown
from ..fields import CODE, CODE_OR_NONE, ID_OR_NONE, Checked, Rule, gather_rules

__all__ = ["Columns", "alike", "id_text", "tidy", "to_kinds"]

# A longer number is no id, and its digits are dear.
_ID_BITS = 200
# What a spreadsheet program leaves at the edges of a header.
_EDGES = "\ufeff\u200b\u00a0"


@attrs.frozen(repr=False, field_transformer=gather_rules, kw_only=True)
class Columns(Checked):
    """The arguments of a reader that name properties, checked."""

    id: str | None = attrs.field(validator=CODE_OR_NONE)
    name: str = attrs.field(validator=CODE)
    kind: str | None = attrs.field(validator=CODE_OR_NONE)
    kinds: dict[str, tuple[str, ...]] | None = attrs.field(
        validator=Rule(lambda value: value is None or type(value) is dict, "a mapping, or None")
    )
    place: str | None = attrs.field(validator=CODE_OR_NONE)
    level: str | None = attrs.field(validator=ID_OR_NONE)


def to_kinds(kinds: Any) -> dict[str, tuple[str, ...]] | None:
    """Read the mapping from values of a property to kinds.

    Raises
    ------
    InvalidValueError
        With a fault for each value whose kinds are none.
    """
    if not isinstance(kinds, Mapping):
        return kinds  # type: ignore[no-any-return]  # the rule refuses what is not None
    read: dict[str, tuple[str, ...]] = {}
    faults: list[Fault] = []
    for value, codes in kinds.items():
        listed = (codes,) if isinstance(codes, str) else codes
        settled = [CODE.settled(code) for code in listed] if _is_list(listed) else []
        key = id_text(value)
        if key is None or not settled or not all(map(CODE.test, settled)):
            accepted = "text, or a number, with a kind or a list of kinds"
            faults.append(Fault(f"kinds[{shown(value)}]", shown(codes), accepted, "value"))
        else:
            read[key] = tuple(map(str, settled))
    if faults:
        raise InvalidValueError(*faults)
    return read


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple)


def id_text(value: Any) -> str | None:
    """Return text, or a number, as the text of an id: 1 and 1.0 are the same; None of the rest."""
    if type(value) is int and value.bit_length() > _ID_BITS:
        return None
    if type(value) is float and value.is_integer() and abs(value) < 2**53:
        value = int(value)
    if type(value) in (int, float):
        return shown(value)
    return str(value) if isinstance(value, str) else None


def tidy(key: str) -> str:
    """Return the name of a property without what does not show at its edges."""
    return key.strip(_EDGES + " \t\r\n").strip()


def alike(name: str) -> str:
    """Return what is left of a name without case, accents, blanks and punctuation."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join([letter for letter in plain if letter.isalnum()])
