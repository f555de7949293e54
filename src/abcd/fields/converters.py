"""Converters: they accept what people have, and never raise.

What a converter does not understand it hands back unchanged; the field's rule then refuses it and
names the field, the value and what is accepted.
"""

import datetime
import decimal
import enum
import numbers
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from .mapping import EMPTY, FrozenMapping, faults_of_plain_data, freeze

__all__ = [
    "as_tuple",
    "to_amount",
    "to_code",
    "to_code_or_none",
    "to_codes",
    "to_date",
    "to_mapping",
    "to_mapping_or_none",
    "to_member",
    "to_number",
    "to_number_or_none",
    "to_text",
    "to_text_or_none",
]

_T = TypeVar("_T")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Stricter than Decimal itself, which also takes blanks, underscores and digits of other scripts.
_DECIMAL = re.compile(r"\d+(\.\d+)?([eE][+-]?\d{1,3})?", re.ASCII)


def as_tuple(value: Iterable[_T]) -> tuple[_T, ...]:
    """Store a list as a tuple."""
    if type(value) is tuple:
        return value
    if isinstance(value, list | tuple):
        return tuple(value)
    return value  # type: ignore[return-value]  # the rule refuses it and names the field


def to_member(value: object, members: Mapping[str, Any]) -> Any:
    """Turn the text of a closed vocabulary into its member."""
    return members.get(value, value) if type(value) is str else value


def to_text(value: str) -> str:
    """Store a subclass of str, such as numpy's, as plain text."""
    if type(value) is str or not isinstance(value, str) or isinstance(value, enum.Enum):
        return value
    return str.__str__(value)


def to_text_or_none(value: str | None) -> str | None:
    """Store a subclass of str as plain text, and None as it is."""
    return value if value is None else to_text(value)


def to_code(value: str) -> str:
    """Store a member of a vocabulary, or any subclass of str, as plain text."""
    if type(value) is str or not isinstance(value, str):
        return value
    return str.__str__(value)


def to_code_or_none(value: str | None) -> str | None:
    """Store a member of a vocabulary as plain text, and None as it is."""
    return value if value is None else to_code(value)


def to_codes(value: Iterable[str]) -> tuple[str, ...]:
    """Store a list of codes, or of members of a vocabulary, as a tuple of plain text."""
    items = as_tuple(value)
    if type(items) is tuple:
        for item in items:
            if type(item) is not str:
                return tuple([to_code(item) for item in items])
    return items


def to_date(value: datetime.date | str | None) -> datetime.date | None:
    """Read text as a date, in the one form that has one reading: ``2024-01-31``."""
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    return value  # type: ignore[return-value]  # the rule refuses it and names the field


def to_number(value: float) -> float:
    """Store a number of another numeric library as a plain int or float."""
    kind = type(value)
    if kind is float or kind is int or kind is bool:
        return value
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        return float(value)
    return value


def to_number_or_none(value: float | None) -> float | None:
    """Store a number as plain int or float, and None as it is."""
    return value if value is None else to_number(value)


def to_amount(value: decimal.Decimal | int | str) -> decimal.Decimal:
    """Read money exactly; a float is handed back, because it is no exact amount."""
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return decimal.Decimal(str.__str__(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return decimal.Decimal(int(value))
    return value  # type: ignore[return-value]  # the rule refuses it and names the field


def to_mapping(value: Mapping[str, Any]) -> FrozenMapping:
    """Freeze a mapping of plain data, with all that is in it."""
    if type(value) is FrozenMapping:
        return value
    if isinstance(value, Mapping):
        if not value:
            return EMPTY
        if next(faults_of_plain_data("", value), None) is None:
            return freeze(value)
    return value  # type: ignore[return-value]  # the rule refuses it and names the key


def to_mapping_or_none(value: Mapping[str, Any] | None) -> FrozenMapping | None:
    """Freeze a mapping of plain data, and store None as it is."""
    return value if value is None else to_mapping(value)
