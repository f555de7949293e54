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

__all__ = [
    "INTEGER_LIMIT",
    "as_tuple",
    "to_amount",
    "to_code",
    "to_codes",
    "to_date",
    "to_flag",
    "to_member",
    "to_number",
    "to_text",
]

_T = TypeVar("_T")
# Stricter than Decimal itself, which also takes blanks, underscores and digits of other scripts.
_DECIMAL = re.compile(r"\d+(\.\d+)?([eE][+-]?\d{1,3})?", re.ASCII)
# Whole numbers are smaller: what is larger has no float, and no decimal form that is made quickly.
INTEGER_LIMIT = 10**300


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
    return value if isinstance(value, enum.Enum) else to_code(value)


def to_code(value: str) -> str:
    """Store a member of a vocabulary, or any subclass of str, as plain text."""
    if type(value) is str or not isinstance(value, str):
        return value
    return str.__str__(value)


def to_codes(value: Iterable[str]) -> tuple[str, ...]:
    """Store a list of codes, or of members of a vocabulary, as a tuple of plain text."""
    items = value if type(value) is tuple else as_tuple(value)
    if type(items) is tuple:
        for item in items:
            if type(item) is not str:
                return tuple([to_code(item) for item in items])
    return items


def to_date(value: datetime.date | str | None) -> datetime.date | None:
    """Read text as a date, in the one form that has one reading: ``2024-01-31``."""
    if isinstance(value, str):
        text = value if type(value) is str else str.__str__(value)
        # `fromisoformat` also takes 20240131 and 2024-W05-3; a pattern would cost twice the time.
        if len(text) == 10 and text[4] == text[7] == "-":
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                pass
    return value  # type: ignore[return-value]  # the rule refuses it and names the field


def to_number(value: float) -> float:
    """Store a number of another numeric library as a plain int or float."""
    kind = type(value)
    if kind is float or kind is int or kind is bool:
        return value
    try:
        if isinstance(value, numbers.Integral):
            return int(value)
        if isinstance(value, numbers.Real):
            return float(value)
    except (OverflowError, TypeError, ValueError):
        pass  # a fraction beyond all floats, or a class whose numbers are none
    return value


def to_flag(value: bool) -> bool:
    """Store numpy's truth value as a plain one."""
    # By its name, so that numpy need not be loaded to know it.
    kind = type(value)
    if kind.__module__ == "numpy" and kind.__name__ in ("bool", "bool_"):
        return bool(value)
    return value


def to_amount(value: decimal.Decimal | int | str) -> decimal.Decimal:
    """Read money exactly; a float is handed back, because it is no exact amount."""
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return decimal.Decimal(str.__str__(value))
    if isinstance(value, numbers.Integral) and not isinstance(value, bool):
        number: Any = value
        whole = to_number(number)
        if type(whole) is int and abs(whole) < INTEGER_LIMIT:
            return decimal.Decimal(whole)
    return value  # type: ignore[return-value]  # the rule refuses it and names the field
