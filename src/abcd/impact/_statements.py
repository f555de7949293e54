"""What is stated about amounts of money: currency, months, source, prices."""

import re

import attrs

from .._arguments import number
from ..errors import Fault, InvalidValueError, hidden, shown
from ..fields import to_flag, to_text

__all__ = ["Statements", "read_factor", "read_statements"]

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_LEAST_FACTOR = 0.01


@attrs.frozen
class Statements:
    """What the amounts are, as the caller says."""

    currency: str
    gross: bool | None
    month_before: str | None
    month_after: str | None
    source: str | None
    inflation_source: str | None


def read_statements(
    currency: object,
    gross: object,
    month_before: object,
    month_after: object,
    source: object,
    inflation_source: object,
) -> Statements:
    """Read what is stated; all faults come at once.

    Raises
    ------
    InvalidValueError
        If the currency is missing, a month is none, or a text is blank.
    """
    faults: list[Fault] = []
    unit = _text("currency", currency, faults)
    if unit is None and not faults:
        faults.append(Fault("currency", "None", "the currency, such as 'IDR'", "missing"))
    flag = gross if gross is None else to_flag(gross)  # type: ignore[arg-type]  # looked at below
    if flag is not None and type(flag) is not bool:
        accepted = "True, False, or None for 'not known'"
        faults.append(Fault("gross", shown(gross), accepted, "value"))
    months = [
        _month(name, month, faults)
        for name, month in (("month_before", month_before), ("month_after", month_after))
    ]
    texts = [
        _text(name, text, faults)
        for name, text in (("source", source), ("inflation_source", inflation_source))
    ]
    if faults or unit is None:
        raise InvalidValueError(*faults)
    return Statements(unit, flag, months[0], months[1], texts[0], texts[1])


def _text(argument: str, given: object, faults: list[Fault]) -> str | None:
    text = to_text(given) if isinstance(given, str) else given
    if text is None or (type(text) is str and text.strip()):
        return text
    faults.append(Fault(argument, hidden(given), "text that is not blank", "value"))
    return None


def _month(argument: str, given: object, faults: list[Fault]) -> str | None:
    text = to_text(given) if isinstance(given, str) else given
    if text is None or (type(text) is str and _MONTH.fullmatch(text)):
        return text
    faults.append(Fault(argument, shown(given), "a month such as '2024-01', or None", "value"))
    return None


def read_factor(inflation: object) -> float:
    """Read the factor by which prices rose.

    Raises
    ------
    InvalidValueError
        If it is no number in a sensible range.
    """
    factor = number("inflation", inflation)
    # A factor of 100 is a hyperinflation, or three percent written as a factor.
    if not _LEAST_FACTOR <= factor <= 1 / _LEAST_FACTOR:
        accepted = "the factor by which prices rose, from 0.01 to 100: 1.03 for 3 %"
        raise InvalidValueError(Fault("inflation", shown(factor), accepted, "value"))
    return factor
