"""Numbers, shares and dates in the form of a language."""

import datetime
import math

__all__ = ["day", "days", "decimals_for", "level", "number", "p_value", "percent"]

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
# Digits that a reader can use of a number whose size is not known beforehand.
_DIGITS = 2
_SMALLEST = 1e-6


def number(value: float, language: str, *, decimals: int | None = None) -> str:
    """Write a number; without decimals told, so many that a small one does not become 0.

    >>> number(12345.6, "en"), number(12345.6, "id")
    ('12,345.6', '12.345,6')
    >>> number(0.0421, "en"), number(0.5, "id")
    ('0.042', '0,5')
    """
    if decimals is None:
        decimals = _fitting(value)
    text = f"{value:,.{decimals}f}"
    # A value that rounds to nothing is no negative one.
    if not text.strip("-0.,"):
        text = text.lstrip("-")
    return text.translate(_SWAPPED) if language == "id" else text


def _fitting(value: float) -> int:
    if value == int(value):
        return 0
    size = abs(value)
    if size >= 1:
        return 1
    last = _DIGITS - 1 - math.floor(math.log10(max(size, _SMALLEST)))
    # Zeros at the end say nothing that was not measured.
    digits = f"{value:.{last}f}".rstrip("0")
    return max(len(digits.partition(".")[2]), 1)


def decimals_for(spread: float | None, resolution: float | None) -> int:
    """Tell how many decimals a mean has room for: one more than the scores, three digits at most.

    Parameters
    ----------
    spread : float or None
        The size of what is written, such as the standard deviation of the changes.
    resolution : float or None
        The smallest step of the scores.

    >>> decimals_for(1.5, 1.0), decimals_for(0.12, 0.01), decimals_for(250_000.0, 1.0)
    (1, 3, 0)
    """
    if not resolution:
        return 1
    of_steps = 1 - math.floor(math.log10(resolution))
    of_size = of_steps if not spread else 2 - math.floor(math.log10(abs(spread)))
    return max(min(of_steps, of_size), 0)


def percent(share: float, language: str) -> str:
    """Write a share in whole percent; what is not all is never 100%, nor what is something 0%.

    >>> percent(1 / 3, "id"), percent(0.999, "en"), percent(0.0004, "en")
    ('33%', '99.9%', '0.04%')
    """
    decimals = 0
    while 0 < share < 1 and float(f"{100 * share:.{decimals}f}") in (0, 100):
        decimals += 1
    return f"{number(100 * share, language, decimals=decimals)}%"


def level(confidence: float, language: str) -> str:
    """Write a level of confidence as it was asked for, to the last digit.

    >>> level(0.95, "en"), level(0.975, "id"), level(0.999, "en")
    ('95%', '97,5%', '99.9%')
    """
    text = f"{100 * confidence:.12g}"
    return f"{number(100 * confidence, language, decimals=len(text.partition('.')[2]))}%"


def p_value(p: float, language: str) -> str:
    """Write a p value with its sign: to three decimals, below them as less than the smallest.

    >>> p_value(0.0036887, "en"), p_value(0.00002, "id"), p_value(1.0, "en")
    ('= 0.004', '< 0,001', '= 1.000')
    """
    least = 0.001
    sign, value = ("<", least) if p < least else ("=", p)
    return f"{sign} {number(value, language, decimals=3)}"


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
