"""Shares of people against scipy, the definitions, and a published example."""

import math

import pytest
from scipy import stats

from abcd.impact._proportions import mcnemar, newcombe_paired, wilson


def test_the_example_of_altman() -> None:
    """Altman and others (2000), Statistics with Confidence, Table 6.2: 14 both, 5 one, 0, 22.

    The book prints .011 to .226 (cited from memory); the R package biostatUZH has the counts.
    """
    low, high = newcombe_paired(14, 0, 5, 22, 0.95)
    assert [low, high] == pytest.approx([0.0115, 0.2265], abs=5e-5)


@pytest.mark.parametrize(
    "table", [(14, 0, 5, 22), (1, 7, 1, 12), (20, 5, 6, 9), (4, 0, 0, 5), (3, 4, 4, 2)]
)
def test_newcombe_by_definition(table: tuple[int, int, int, int]) -> None:
    """Newcombe (1998), method 10, written out with scipy's Wilson interval."""
    both, only_before, only_after, neither = table
    n = sum(table)
    before, after = both + only_before, both + only_after
    low_b, high_b = stats.binomtest(before, n).proportion_ci(method="wilson")
    low_a, high_a = stats.binomtest(after, n).proportion_ci(method="wilson")
    product = before * (n - before) * after * (n - after)
    excess = both * neither - only_before * only_after
    phi = (excess if excess < 0 else max(excess - n / 2, 0)) / math.sqrt(product)
    down_a, up_b = after / n - low_a, high_b - before / n
    up_a, down_b = high_a - after / n, before / n - low_b
    change = (after - before) / n
    low = change - math.sqrt(down_a**2 - 2 * phi * down_a * up_b + up_b**2)
    high = change + math.sqrt(up_a**2 - 2 * phi * up_a * down_b + down_b**2)
    assert list(newcombe_paired(*table, 0.95)) == pytest.approx([low, high])


@pytest.mark.parametrize("count", [0, 3, 10])
@pytest.mark.parametrize("confidence", [0.8, 0.95])
def test_wilson_by_scipy(count: int, confidence: float) -> None:
    """scipy 1.17, binomtest(...).proportion_ci(method="wilson"); ends are exact."""
    low, high = stats.binomtest(count, 10).proportion_ci(confidence, method="wilson")
    assert list(wilson(count, 10, confidence)) == pytest.approx([low, high])
    assert 0 <= wilson(count, 10, confidence)[0] <= wilson(count, 10, confidence)[1] <= 1


def test_mcnemar() -> None:
    """No changes: p is 1. Five beginners: 2 / 32."""
    assert mcnemar(0, 0) == 1
    assert mcnemar(5, 0) == pytest.approx(2 / 32)
