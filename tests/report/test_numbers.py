"""Numbers, money and dates in the form of each language."""

import datetime
from decimal import Decimal

import pytest

from abcd.report.numbers import amount, day, days, number, percent


@pytest.mark.parametrize(
    ("value", "decimals", "english", "indonesian"),
    [
        (1234567, None, "1,234,567", "1.234.567"),
        (1234.5, None, "1,234.5", "1.234,5"),
        (4.0, None, "4", "4"),
        (0.996, 2, "1.00", "1,00"),
        (-0.04, None, "0.0", "0,0"),
        (-0.4, None, "-0.4", "-0,4"),
    ],
)
def test_numbers(value: float, decimals: int | None, english: str, indonesian: str) -> None:
    """Indonesian swaps comma and point; what rounds to nothing has no minus."""
    assert number(value, "en", decimals=decimals) == english
    assert number(value, "id", decimals=decimals) == indonesian


def test_percent() -> None:
    """A share is written as whole percent."""
    assert (percent(2 / 3, "en"), percent(0.0, "id"), percent(1, "en")) == ("67%", "0%", "100%")


@pytest.mark.parametrize(
    ("value", "currency", "english", "indonesian"),
    [
        ("29243662", "IDR", "IDR 29,243,662", "Rp29.243.662"),
        ("1250.5", "USD", "USD 1,250.50", "USD 1.250,50"),
        ("0.125", None, "0.125", "0,125"),
        ("1E+3", "IDR", "IDR 1,000", "Rp1.000"),
    ],
)
def test_money(value: str, currency: str | None, english: str, indonesian: str) -> None:
    """Rupiah have their sign in Indonesian; no decimal of an amount is lost."""
    assert amount(Decimal(value), currency, "en") == english
    assert amount(Decimal(value), currency, "id") == indonesian


def test_dates() -> None:
    """Day, month in words, year; a single day is no stretch."""
    first, last = datetime.date(2024, 1, 31), datetime.date(2024, 2, 2)
    assert day(first, "en") == "31 January 2024"
    assert [day(datetime.date(2024, month, 1), "id") for month in (5, 8, 12)] == [
        "1 Mei 2024",
        "1 Agustus 2024",
        "1 Desember 2024",
    ]
    assert days(first, last, "id") == "31 Januari 2024 sampai 2 Februari 2024"
    assert days(first, first, "en") == days(first, None, "en") == "31 January 2024"
