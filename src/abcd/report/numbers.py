"""Numbers, money and dates in the form of a language."""

import datetime
from decimal import Decimal

__all__ = ["amount", "day", "days", "number", "percent"]

_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ),
}  # fmt: skip
_SWAPPED = str.maketrans(",.", ".,")


def number(value: float, language: str, *, decimals: int | None = None) -> str:
    """Write a number; whole numbers without decimals, others with one unless told otherwise.

    >>> number(12345.6, "en"), number(12345.6, "id")
    ('12,345.6', '12.345,6')
    """
    if decimals is None:
        decimals = 0 if value == int(value) else 1
    text = f"{value:,.{decimals}f}"
    # A value that rounds to nothing is no negative one.
    if not text.strip("-0.,"):
        text = text.lstrip("-")
    return text.translate(_SWAPPED) if language == "id" else text


def percent(share: float, language: str) -> str:
    """Write a share as whole percent.

    >>> percent(1 / 3, "id")
    '33%'
    """
    return f"{number(100 * share, language, decimals=0)}%"


def amount(value: Decimal, currency: str | None, language: str) -> str:
    """Write money; decimals only where there are any.

    >>> amount(Decimal("1250000"), "IDR", "id"), amount(Decimal("1250.50"), "USD", "en")
    ('Rp1.250.000', 'USD 1,250.50')
    """
    exponent = value.as_tuple().exponent
    whole = value == value.to_integral_value() or not isinstance(exponent, int)
    decimals = 0 if whole else max(2, -int(exponent))
    text = f"{value:,.{decimals}f}"
    if language == "id":
        text = text.translate(_SWAPPED)
        if currency == "IDR":
            return f"Rp{text}"
    return text if currency is None else f"{currency} {text}"


def day(value: datetime.date, language: str) -> str:
    """Write a date.

    >>> day(datetime.date(2024, 1, 31), "id")
    '31 Januari 2024'
    """
    return f"{value.day} {_MONTHS[language][value.month - 1]} {value.year}"


def days(first: datetime.date, last: datetime.date | None, language: str) -> str:
    """Write a stretch of days.

    >>> days(datetime.date(2024, 1, 31), datetime.date(2024, 2, 2), "en")
    '31 January 2024 to 2 February 2024'
    """
    if last is None or last == first:
        return day(first, language)
    between = "sampai" if language == "id" else "to"
    return f"{day(first, language)} {between} {day(last, language)}"
