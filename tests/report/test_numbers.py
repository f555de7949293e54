"""Numbers, shares and dates in the form of each language."""

import datetime

import pytest

from abcd.report.numbers import day, days, decimals_for, level, number, p_value, percent


@pytest.mark.parametrize(
    ("value", "decimals", "english", "indonesian"),
    [
        (1234567, None, "1,234,567", "1.234.567"),
        (1234.5, None, "1,234.5", "1.234,5"),
        (4.0, None, "4", "4"),
        (0.996, 2, "1.00", "1,00"),
        (-0.04, None, "-0.04", "-0,04"),
        (-0.04, 1, "0.0", "0,0"),
        (0.0421, None, "0.042", "0,042"),
        (0.1, None, "0.1", "0,1"),
        (0.000012, None, "0.000012", "0,000012"),
        (-0.4, None, "-0.4", "-0,4"),
    ],
)
def test_numbers(value: float, decimals: int | None, english: str, indonesian: str) -> None:
    """Indonesian swaps comma and point; what rounds to nothing has no minus."""
    assert number(value, "en", decimals=decimals) == english
    assert number(value, "id", decimals=decimals) == indonesian


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (2 / 3, "67%"),
        (0.0, "0%"),
        (1, "100%"),
        (0.994, "99%"),
        (0.999, "99.9%"),
        (0.9996, "99.96%"),
        (0.004, "0.4%"),
        (0.0001, "0.01%"),
    ],
)
def test_percent(share: float, text: str) -> None:
    """A share is whole percent; 999 of 1,000 are not all, and one of 10,000 is not nobody."""
    assert percent(share, "en") == text
    assert percent(share, "id") == text.replace(".", ",")


@pytest.mark.parametrize(
    ("confidence", "text"),
    [(0.95, "95%"), (0.975, "97.5%"), (0.999, "99.9%"), (0.9999, "99.99%"), (0.29, "29%")],
)
def test_a_level_keeps_every_digit(confidence: float, text: str) -> None:
    """What was asked for is never rounded to something else."""
    assert level(confidence, "en") == text
    assert level(confidence, "id") == text.replace(".", ",")


@pytest.mark.parametrize(
    ("spread", "resolution", "decimals"),
    [
        (1.5, 1.0, 1),
        (12.0, 5.0, 1),
        (0.12, 0.01, 3),
        (0.12, 1e-10, 3),
        (0.004, 0.001, 4),
        (250_000.0, 1.0, 0),
        (2_000.0, 1_000.0, 0),
        (0.0, 0.1, 2),
        (None, 1.0, 1),
        (None, None, 1),
    ],
)
def test_decimals_fit_the_scores(
    spread: float | None, resolution: float | None, decimals: int
) -> None:
    """One digit more than the scores have, and no more than three digits that count."""
    assert decimals_for(spread, resolution) == decimals


def test_p_values() -> None:
    """Three decimals; what is smaller is less than the smallest of them, and never 0."""
    assert [p_value(p, "en") for p in (0.0492003, 0.001, 0.000999, 5e-324)] == [
        "= 0.049",
        "= 0.001",
        "< 0.001",
        "< 0.001",
    ]
    assert p_value(0.5, "id") == "= 0,500"


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
